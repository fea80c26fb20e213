"""Drupal, from version 8 on: the form under its nodes."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from reader.domain.comment import Discussion, Role
from reader.domain.delivery import Delivery
from reader.domain.exchange import Submission
from reader.sites.comments import form as plain

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NAME: Final = "drupal"
ROLES: Final = MappingProxyType(
    {
        "comment_body[0][value]": Role.COMMENT,
        "name": Role.NAME,
        "mail": Role.EMAIL,
        "homepage": Role.WEBSITE,
    }
)


def discussion_in(root: HtmlElement, url: str | None) -> Discussion | None:
    """Read the comment form of a Drupal page, whatever it has called its comments."""
    for form in root.iter("form"):
        for one in form.iter("input"):
            kind = one.get("value", "") if one.get("name") == "form_id" else ""
            if kind.startswith("comment_") and kind.endswith("_form"):
                return plain.discussion_of(form, root, url, system=NAME, roles=ROLES)
    return None


def submission_for(delivery: Delivery) -> Submission:
    """Send the form; a reply goes to the address of the comment it answers."""
    submission = plain.submission_for(delivery)
    parent = delivery.draft.reply_to
    if parent is None:
        return submission
    return replace(submission, url=f"{submission.url.rstrip('/')}/{parent}")
