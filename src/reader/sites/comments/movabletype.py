"""Movable Type: the form of its default templates."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from reader.domain.comment import Discussion, Role
from reader.sites.comments import form as plain
from reader.sites.comments.controls import address_of
from reader.text.sanitize import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NAME: Final = "movabletype"
ROLES: Final = MappingProxyType(
    {
        "text": Role.COMMENT,
        "author": Role.NAME,
        "email": Role.EMAIL,
        "url": Role.WEBSITE,
    }
)


def discussion_in(root: HtmlElement, url: str | None) -> Discussion | None:
    """Read the comment form of a Movable Type page, whatever its script is called."""
    for form in root.iter("form"):
        names = {one.get("name") for one in form.iter("input", "textarea")}
        if "mt-comments" not in form.get("action", "") and not (
            {"entry_id", "static", "text"} <= names
        ):
            continue
        found = plain.discussion_of(form, root, url, system=NAME, roles=ROLES)
        if found is None or found.form is None:
            return found
        for one in form.iter("input", "button"):
            if one.get("name") == "post" and one.get("type") == "submit":
                value = clean_line(one.get("value", ""))
                assert found.form.button is not None
                button = replace(
                    found.form.button, name="post", label=value, value=value
                )
                return replace(found, form=replace(found.form, button=button))
        return Discussion(
            open=True,
            system=NAME,
            why_not="This site wants a comment previewed in a browser before it is sent.",
            browser=address_of(root, url) or None,
        )
    return None
