"""Footnotes: which links point to one, and which blocks they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.text.markup.tree import BLOCKS, tag_of, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_REFERENCE = re.compile(r"^[\[(]?(\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3})[\])]?$")
_WAY_BACK = re.compile(
    r"^[\[(]?(?:[↩↑⤴⬆^\ufe0e\ufe0f\s]+|\d{1,3}|[a-z]|[*†‡§¶]{1,3})[\])]?\.?$"
)
_LONGEST_NOTE = 3000
"""An element with more text than this, in characters, is a section, not a note."""


@dataclass(frozen=True, slots=True)
class Footnotes:
    """An article's footnotes, by the elements that take part."""

    references: dict[HtmlElement, str] = field(default_factory=dict)
    """Links to a footnote, and the mark they show."""

    bodies: dict[HtmlElement, str] = field(default_factory=dict)
    """The footnotes' own elements, and their marks."""

    ways_back: frozenset[HtmlElement] = frozenset()
    """Links from a footnote to the place it belongs to; nobody needs them here."""


def footnotes_in(root: HtmlElement) -> Footnotes:
    """Find the footnotes of an article by the links between text and notes."""
    links = [
        link for link in root.iter("a") if (link.get("href") or "").startswith("#")
    ]
    if not links:
        return Footnotes()
    places = {
        one.get("id"): (at, one) for at, one in enumerate(root.iter()) if one.get("id")
    }
    order = {link: at for at, link in enumerate(root.iter()) if tag_of(link) == "a"}
    references: dict[HtmlElement, str] = {}
    bodies: dict[HtmlElement, str] = {}
    for link in links:
        mark = _REFERENCE.match(text_of(link))
        place = places.get((link.get("href") or "")[1:])
        if mark is None or place is None or place[0] < order[link]:
            continue
        body = _block_around(place[1])
        if body is None or body is root or len(text_of(body)) > _LONGEST_NOTE:
            continue
        references[link] = mark[1]
        bodies.setdefault(body, mark[1])
    back = frozenset(
        link
        for body in bodies
        for link in body.iter("a")
        if (link.get("href") or "").startswith("#") and _WAY_BACK.match(text_of(link))
    )
    return Footnotes(references, bodies, back)


def _block_around(element: HtmlElement) -> HtmlElement | None:
    """The block a footnote's anchor belongs to; a heading is none."""
    around: HtmlElement | None = element
    while around is not None and tag_of(around) not in BLOCKS:
        around = around.getparent()
    if around is None or tag_of(around) not in ("li", "p", "div", "aside", "dd", "dt"):
        return None
    return around
