"""Whether an e-mail address can be one."""

from __future__ import annotations

from reader.text.sanitize import clean_line

LONGEST_SHOWN = 60
"""Characters of a wrong address that are repeated to the person."""


def email_problem(address: str) -> str | None:
    """Say what is wrong with an e-mail address.

    Nothing is looked up: whether anybody reads mail there is not our business,
    and example.org is as good as any.

    Args:
        address: What stands in the field.

    Returns:
        A sentence, or None if the address is well formed.
    """
    import email_validator

    # An address inside one's own network ends in .local or .test: fine here.
    email_validator.SPECIAL_USE_DOMAIN_NAMES.clear()
    address = address.strip()
    try:
        email_validator.validate_email(address, check_deliverability=False)
    except email_validator.EmailNotValidError as error:
        shown = clean_line(address[:LONGEST_SHOWN])
        more = "…" if len(address) > LONGEST_SHOWN else ""
        return f"“{shown}{more}” is not an e-mail address: {_plain(str(error))}"
    return None


def _plain(reason: str) -> str:
    """The library's sentence as the second half of ours."""
    reason = clean_line(reason).replace("@-sign", "@")
    return reason[:1].lower() + reason[1:]
