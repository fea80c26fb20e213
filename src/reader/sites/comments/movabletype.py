"""Movable Type: the form of its default templates."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from reader.domain.comment import Discussion, Role
from reader.sites.comments import form as plain

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
        return plain.discussion_of(form, root, url, system=NAME, roles=ROLES)
    return None
