"""What an extractor leaves out in the midst of an article it has found.

It looks for prose: a caption, a cell or an item that is only a dash, and a
sentence that is half link are too short of it. Without a cell, those behind
it would stand under the wrong heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from reader.text.markup.grid import is_data
from reader.text.markup.tree import hint_of, tag_of
from reader.text.page.margins import is_elsewhere
from reader.text.page.pieces import Piece, is_sentence

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LINKS = 0.5
"""What has a greater share of links leads somewhere rather than saying something."""

_PROSE = 80
"""A paragraph of so many characters is no date, byline or caption."""

_BESIDE = re.compile(
    r"byline|author|meta|date|credit|caption|share|sharing|teaser|promo|newsletter"
)
"""Names of paragraphs that stand among an article's and are the site's."""

_LISTS = frozenset(("ul", "ol"))
_PLAIN = ("", "wp-block-list")
"""The names of a list that an author wrote; others have names that say what they are."""

_LONGEST_CAPTION = 600
"""A caption of more characters is a story beside the article."""


_MOST_OF_A_TABLE = 0.4
"""A table of which the article has a smaller share of letters is none of it."""


def with_omitted(pieces: Sequence[Piece], kept: Sequence[Piece]) -> list[Piece]:
    """Add what stands among an article's pieces and is its own.

    That is: figures' captions, tables, sentences, and items and paragraphs
    that are only a sign.

    Args:
        pieces: All the page's pieces, in order.
        kept: Those that were found to be the article, in order.
    """
    if not kept:
        return []
    taken = set(kept)
    prose = [piece for piece in kept if len(piece.text) >= _PROSE] or kept
    homes = {piece.element.getparent() for piece in prose}
    places = {piece: at for at, piece in enumerate(pieces)}
    begin, last = places[prose[0]], places[kept[-1]]
    home = kept[-1].element.getparent()
    ending = takewhile(
        lambda one: one.element.getparent() is home and _says(one), pieces[last + 1 :]
    )
    holders = {one for piece in kept for one in piece.element.iterancestors()}
    among = (one for one in pieces[begin:last] if _is_own(one, homes, holders))
    taken.update(among, ending)
    return [piece for piece in pieces if piece in taken]


def with_whole_tables(pieces: Sequence[Piece], kept: Sequence[Piece]) -> list[Piece]:
    """Keep each table of data whole, or leave it out whole.

    Args:
        pieces: All the page's pieces, in order.
        kept: The article's, in order.
    """
    taken = set(kept)
    for cells in _tables(pieces):
        own = taken.intersection(cells)
        if own and _size(own) >= _MOST_OF_A_TABLE * _size(cells):
            taken.update(cells)
        else:
            taken.difference_update(cells)
    return [piece for piece in pieces if piece in taken]


def _is_own(
    piece: Piece, homes: set[HtmlElement | None], holders: set[HtmlElement]
) -> bool:
    """Whether a piece between an article's first paragraph and its last is its own.

    Args:
        piece: One that may have been left out.
        homes: The elements that the article's paragraphs stand in.
        holders: The elements that hold any of it.
    """
    line = (piece.element, *piece.element.iterancestors())
    top = next((one for one in line if one.getparent() in homes), None)
    if top is None or is_elsewhere(piece.element):
        return False
    if top is piece.element:
        return not piece.key or _says(piece)
    if piece.linked >= _LINKS:
        return False
    around = {tag_of(one) for one in line[: line.index(top) + 1]}
    if "figcaption" in around:
        return len(piece.text) < _LONGEST_CAPTION
    if tag_of(top) in _LISTS:
        return top in holders or hint_of(top).strip() in _PLAIN
    return "table" in around


def _says(piece: Piece) -> bool:
    """Whether a piece is a sentence rather than a link with a label."""
    return (
        tag_of(piece.element) == "p"
        and _BESIDE.search(hint_of(piece.element)) is None
        and is_sentence(piece)
    )


def _tables(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The pieces of each table of data."""
    tables: dict[HtmlElement, list[Piece]] = {}
    for piece in pieces:
        table = next(piece.element.iterancestors("table"), None)
        if table is not None:
            tables.setdefault(table, []).append(piece)
    return (cells for table, cells in tables.items() if is_data(table))


def _size(pieces: Iterable[Piece]) -> int:
    return sum(len(piece.key) for piece in pieces)
