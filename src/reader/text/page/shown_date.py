"""The date that a page shows beside its title, as its readers see it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reader.domain.dates import Published
from reader.text.dates import date_in, read_date, read_stamp
from reader.text.markup.tree import hint_of, tag_of, text_of
from reader.text.page.margins import is_elsewhere
from reader.text.page.pieces import key_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BEHIND: Final = 40
_BEFORE: Final = 8
"""Elements around the title that are looked at."""

_PROSE: Final = 160
"""With a paragraph of so many characters the text has begun."""

_SENTENCE: Final = 60
"""With the second of so many too; the first may be a standfirst."""

_LONGEST: Final = 80
_PLACES: Final = ("time", "span", "p", "div", "li", "dd", "em", "small", "b", "strong")
_HINT: Final = re.compile(r"date|datum|fecha|publi|posted|time|stand|meta|byline|info")
_LATER: Final = re.compile(
    r"updat|modif|edited|aktualisiert|geändert|bearbeitet|mis à jour|actualizad|atualizad|aggiornat|bijgewerkt|gewijzigd|revised",
    re.IGNORECASE,
)


def shown_date(root: HtmlElement, title: str, language: str | None) -> Published | None:
    """Find the date that stands beside the title.

    Args:
        root: The page.
        title: The article's title.
        language: Its language.

    Returns:
        The first behind the title, or else the last before it; None if there is
        none, or all of them are of a later change.
    """
    key = key_of(title)
    if not key:
        return None
    before: list[HtmlElement] = []
    elements = root.iter("h1", "h2", "h3", *_PLACES)
    for element in elements:
        if tag_of(element) in ("h1", "h2", "h3") and key_of(text_of(element)) == key:
            break
        before = [*before[1 - _BEFORE :], element]
    else:
        return None
    for element in _above_the_text(elements):
        if found := _date_of(element, language):
            return found
    for element in reversed(before):
        if found := _date_of(element, language):
            return found
    return None


def _above_the_text(elements: Iterator[HtmlElement]) -> Iterator[HtmlElement]:
    sentences = 0
    for number, element in enumerate(elements):
        if number == _BEHIND or tag_of(element) == "h1":
            return
        if tag_of(element) == "p":
            length = len(text_of(element))
            sentences += length > _SENTENCE
            if length > _PROSE or sentences > 1:
                return
        yield element


def _date_of(element: HtmlElement, language: str | None) -> Published | None:
    """The date that an element is there to show, or None."""
    text = text_of(element)
    if tag_of(element) not in _PLACES or len(text) > _LONGEST or is_elsewhere(element):
        return None
    hint = hint_of(element)
    if _LATER.search(text) or _LATER.search(hint):
        return None
    if tag_of(element) == "time":
        return date_in(text, language) or read_stamp(element.get("datetime") or "")
    if not any(one.isdecimal() for one in text):
        return None
    return read_date(text, language) or (
        date_in(text, language) if _HINT.search(hint) else None
    )
