"""The footnotes of an article, which extractors leave out as lists of links."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.text.markup.footnotes import footnotes_in
from reader.text.page.pieces import Piece

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def with_footnotes(
    root: HtmlElement, pieces: Sequence[Piece], kept: Sequence[Piece]
) -> list[Piece]:
    """Add the footnotes that an article refers to.

    Args:
        root: The page, already cut into pieces.
        pieces: All its pieces, in order.
        kept: The article's.
    """
    notes = footnotes_in(root)
    own = {one for piece in kept for one in piece.element.iter()}
    marks = {mark for link, mark in notes.references.items() if link in own}
    wanted = {
        one
        for body, mark in notes.bodies.items()
        if mark in marks
        for one in (*body.iter(), *body.iterancestors("p", "li", "dd"))
    }
    if not wanted:
        return list(kept)
    taken = set(kept)
    return [one for one in pieces if one in taken or one.element in wanted]
