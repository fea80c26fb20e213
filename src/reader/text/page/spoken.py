"""Links that say in words or by arrows that they lead to a neighbour.

Old themes write no more than “« Harbour reopens” and “Ferries return »”, or a
line “Previous article” over a link.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reader.text.markup.tree import hint_of, tag_of, text_of
from reader.text.page.labels import ARROWS, Way, labelled, names_a_post

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST: Final = 250
"""A link with more characters is no title."""

_MOST_LINKS: Final = 3000
_NOT_HERE: Final = ("header", "footer", "aside", "form", "table")
_FARTHEST: Final = 3
"""A link and its partner stand at most so many elements under one that holds both."""


def spoken(root: HtmlElement) -> Iterator[tuple[HtmlElement, Way]]:
    """Find links to neighbours by what is said at them, the surest first.

    An arrow alone may lead anywhere: it counts where another link, close by and
    after it, has the arrow that points the other way.
    """
    pointing: list[tuple[HtmlElement, Way]] = []
    for number, link in enumerate(root.iter("a")):
        if number >= _MOST_LINKS:
            break
        text = text_of(link)
        if not text.strip(ARROWS + "0123456789") or len(text) > _LONGEST:
            continue
        way, rest = labelled(text)
        if way is not None and rest and names_a_post(text):
            yield link, way
            continue
        above = _said_above(link)
        if above is not None:
            yield link, above
        elif rest and (arrow := way or _pointed(link)) is not None:
            pointing.append((link, arrow))
    for (link, way), (partner, other) in itertools.pairwise(pointing):
        if way is Way.PREVIOUS and other is Way.NEXT and _stand_together(link, partner):
            yield link, way
            yield partner, other


def _said_above(link: HtmlElement) -> Way | None:
    """The way that a line of its own before a link says: “Previous article”."""
    before, parent = link.getprevious(), link.getparent()
    if before is not None:
        said = (before.tail or "").strip()
        said = said or ("" if tag_of(before) == "a" else text_of(before))
    else:
        said = (None if parent is None else parent.text) or ""
    if len(said) > 60 or not names_a_post(said):
        return None
    way, rest = labelled(said)
    return None if rest else way


def _pointed(link: HtmlElement) -> Way | None:
    """The way that an arrow just before or behind a link points."""
    before = link.getprevious()
    parent = link.getparent()
    if parent is None:
        return None
    lead = (parent.text if before is None else before.tail) or ""
    if lead.strip() and not lead.strip(ARROWS):
        return labelled(f"{lead.strip()} x")[0]
    behind = (link.tail or "").strip()
    if behind and not behind.strip(ARROWS):
        return labelled(f"x {behind}")[0]
    return None


def _stand_together(one: HtmlElement, other: HtmlElement) -> bool:
    """Whether two links share a place of their own, away from menus and margins."""
    around: list[HtmlElement] = []
    for place in one.iterancestors():
        if len(around) == _FARTHEST:
            break
        around.append(place)
    for place in other.iterancestors():
        if place in around:
            return (
                tag_of(place) not in ("body", "main", "article", *_NOT_HERE)
                and len(text_of(place)) < 2 * _LONGEST
                and "menu" not in hint_of(place)
                and sum(1 for _ in place.iter("a")) <= 4
            )
        if place.getparent() is None:
            break
    return False
