"""Which pieces of a page are its article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.text.pieces import Piece, key_of
from reader.text.tree import hint_of, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HOOK = re.compile(
    r"\s(?:entry-content|wp-block-post-content|post-content|article-content|article-body"
    r"|article__body|articlebody|article-text|article__content|story-body|story-content"
    r"|post-body|post__content|entry-body|node__content|field--name-body|td-post-content)\s"
)
_FAR = 300
"""A short piece counts as chosen only so near behind the one before; in letters."""

_LONG = 40
"""A piece of so many letters is like no other on the page."""


def article_pieces(
    root: HtmlElement, pieces: Sequence[Piece], chosen: str
) -> list[Piece]:
    """Decide which pieces of a page are its article.

    Args:
        root: The page, stripped of what is never read.
        pieces: All its pieces, in order.
        chosen: The text that the extractor takes for the article.

    Returns:
        The article's pieces, in order; none if the page has no article.
    """
    taken = _found_in(pieces, chosen)
    hook = _hook_in(root)
    if hook is None:
        return [piece for piece in pieces if piece in taken]
    inside = set(hook.iter())
    own = [piece for piece in pieces if piece.element in inside]
    both = [piece for piece in own if piece in taken]
    if _size(both) > 0.7 * _size(taken) and _size(both) > 0.5 * _size(own):
        return both
    return [piece for piece in pieces if piece in taken]


def _found_in(pieces: Sequence[Piece], chosen: str) -> set[Piece]:
    """The pieces that stand in a text, in the same order but for long ones."""
    key, at = key_of(chosen), 0
    found: set[Piece] = set()
    for piece in pieces:
        if not piece.key:
            continue
        here = key.find(piece.key, at)
        is_long = len(piece.key) > _LONG
        if is_long and here < 0:
            here = key.find(piece.key)
        if here >= 0 and (is_long or here - at < _FAR):
            at = here + len(piece.key)
            found.add(piece)
    return found


def _hook_in(root: HtmlElement) -> HtmlElement | None:
    """The element that says it holds the article's text, or None."""
    marked = [
        one for one in root.iter() if "articleBody" in (one.get("itemprop") or "")
    ]
    if not marked:
        marked = [
            one
            for one in root.iter("div", "section", "article", "main", "td")
            if _HOOK.search(hint_of(one))
        ]
    return max(marked, key=lambda one: len(text_of(one)), default=None)


def _size(pieces: Sequence[Piece] | set[Piece]) -> int:
    return sum(len(piece.key) for piece in pieces)
