"""Drupal, from version 8 on: the form under its nodes."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from reader.domain.comment import Discussion, Role
from reader.domain.delivery import Delivery
from reader.domain.exchange import Submission
from reader.sites.comments import form as plain
from reader.sites.comments.controls import address_of
from reader.text.sanitize import clean_line

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
    """Read the comment form of a Drupal page.

    A form that can only be previewed takes two steps, and is left to a
    browser.
    """
    for form in root.iter("form"):
        hidden = {
            one.get("name"): one.get("value", "")
            for one in form.iter("input")
            if one.get("type", "").lower() == "hidden"
        }
        kind = hidden.get("form_id", "")
        if not (kind.startswith("comment_") and kind.endswith("_form")):
            continue
        found = plain.discussion_of(form, root, url, system=NAME, roles=ROLES)
        if found is None or found.form is None:
            return found
        saves = _save_button(form)
        if saves is None or "antibot_key" in hidden:
            return Discussion(
                open=True,
                system=NAME,
                why_not="This site wants a comment previewed in a browser before it is sent.",
                browser=address_of(root, url) or None,
            )
        assert found.form.button is not None
        button = replace(found.form.button, name="op", label=saves, value=saves)
        return replace(found, form=replace(found.form, button=button))
    return None


def submission_for(delivery: Delivery) -> Submission:
    """Send the form; a reply goes to the address of the comment it answers."""
    submission = plain.submission_for(delivery)
    parent = delivery.draft.reply_to
    if parent is None:
        return submission
    return replace(submission, url=f"{submission.url.rstrip('/')}/{parent}")


def _save_button(form: HtmlElement) -> str | None:
    """The label of the button that saves; the one that previews has another id."""
    for one in form.iter("input", "button"):
        identity = f"{one.get('id', '')} {one.get('data-drupal-selector', '')}"
        if one.get("name") == "op" and "preview" not in identity:
            return clean_line(one.get("value") or "".join(one.itertext()))
    return None
