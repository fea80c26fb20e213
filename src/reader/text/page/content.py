"""Which pieces of a page are its article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.text.markup.tree import hint_of, tag_of, text_of
from reader.text.page.pieces import Piece, key_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HOOK = re.compile(
    r"\s(?:entry-content|wp-block-post-content|post-content|article-content|article-body"
    r"|article__body|articlebody|article-text|article__content|story-body|story-content"
    r"|post-body|post__content|entry-body|node__content|field--name-body|td-post-content)\s"
)
_COMMENTS = re.compile(
    r"\s(?:wp-block-comments|wp-block-comment-template|comments-area|comment-?list)\s"
)
"""What the comments under an article stand in, on WordPress."""

_LONG = 40
"""A piece of so many letters is like no other on the page."""

_SHORT = 250
"""An extractor that found fewer letters than this may have found the wrong ones."""

_LINKS = 0.5
"""A piece with a greater share of links leads somewhere rather than saying something."""

_SET_APART = frozenset(("blockquote", "pre"))
_FIGURES = frozenset(("figcaption", "table", "blockquote", "pre"))
_WINDOW = 24
"""A long piece is looked for in stretches of so many letters."""


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
        return _with_set_apart(pieces, taken)
    inside = set(hook.iter())
    own = [piece for piece in pieces if piece.element in inside]
    both = {piece for piece in own if piece in taken}
    # Under a short article the page's own labels (“Posted in … by …”) weigh much.
    only_labels = all(len(one.key) <= _LONG for one in taken - both)
    little_else = only_labels or _size(both) > 0.7 * _size(taken)
    if little_else and _size(both) > 0.5 * _size(own):
        kept = set(_with_set_apart(pieces, both))
        if _size(kept) > 0.7 * _size(own):
            # The hook holds the article and little else, so its figures and tables are the article's.
            kept |= {
                one for one in own if one.linked < _LINKS and _within(one, _FIGURES)
            }
        return [piece for piece in pieces if piece in kept]
    if _size(taken) < min(_SHORT, 0.3 * _size(own)):
        return [piece for piece in own if piece.linked < _LINKS]
    return _with_set_apart(pieces, taken)


def comments_in(root: HtmlElement) -> list[HtmlElement]:
    """The comments of a page that says where its article stands.

    Under a short article they are the longer text, and an extractor takes them for it.
    """
    hook = _hook_in(root)
    if hook is None:
        return []
    around = {hook, *hook.iterancestors()}
    return [
        one
        for one in root.iter("div", "section", "ol", "ul")
        if one not in around and _COMMENTS.search(hint_of(one))
    ]


def _with_set_apart(pieces: Sequence[Piece], taken: set[Piece]) -> list[Piece]:
    """The pieces taken, and the block quotations and code that stand between them.

    Extractors leave out what is short of prose: embedded posts, listings.
    """
    places = [at for at, piece in enumerate(pieces) if piece in taken]
    if not places:
        return []
    return [
        piece
        for piece in pieces[places[0] : places[-1] + 1]
        if piece in taken or (piece.linked < _LINKS and _within(piece, _SET_APART))
    ]


def _within(piece: Piece, tags: frozenset[str]) -> bool:
    around = (piece.element, *piece.element.iterancestors())
    return any(tag_of(one) in tags for one in around)


def _found_in(pieces: Sequence[Piece], chosen: str) -> set[Piece]:
    """The pieces that stand in a text.

    Long pieces are found wherever they stand, even if the extractor left some
    words of them out; short ones only between the long ones around them.
    """
    key = key_of(chosen)
    places = [_place_of(piece, key) for piece in pieces]
    run = _rising(places)
    anchors = deque(run)
    in_run = set(run)
    taken_up = {places[at] for at in run}
    found: set[Piece] = set()
    reached = 0
    for at, (piece, place) in enumerate(zip(pieces, places, strict=True)):
        if place is not None:
            # Whoever answers an article quotes it; the text has it once.
            if at in in_run or place not in taken_up or key.count(piece.key) > 1:
                found.add(piece)
            if anchors and at == anchors[0]:
                anchors.popleft()
                reached = place[1]
        elif piece.key and len(piece.key) <= _LONG:
            next_place = places[anchors[0]] if anchors else None
            end = len(key) if next_place is None else next_place[0]
            here = key.find(piece.key, reached, max(end, reached))
            if here >= 0:
                found.add(piece)
                reached = here + len(piece.key)
    return found


def _rising(places: Sequence[tuple[int, int] | None]) -> list[int]:
    """The longest run of pieces in which each starts after the one before.

    Args:
        places: Where each piece stands, or None.

    Returns:
        Which pieces, as indices into `places`.
    """
    starts: list[int] = []
    ends_of_runs: list[int] = []
    before: list[int | None] = []
    for at, place in enumerate(places):
        if place is None:
            before.append(None)
            continue
        length = bisect_left(starts, place[0])
        before.append(ends_of_runs[length - 1] if length else None)
        # What closes a run closes it where it is said first.
        if length < len(starts) - 1 or starts[length:] != [place[0]]:
            starts[length : length + 1] = [place[0]]
            ends_of_runs[length : length + 1] = [at]
    run: list[int] = []
    last = ends_of_runs[-1] if ends_of_runs else None
    while last is not None:
        run.append(last)
        last = before[last]
    return run[::-1]


def _place_of(piece: Piece, key: str) -> tuple[int, int] | None:
    """Where a long piece stands in a text, or most of it."""
    length = len(piece.key)
    if length <= _LONG:
        return None
    here = key.find(piece.key)
    if here >= 0:
        return here, here + length
    step = max(_WINDOW, length // 8)
    windows = range(0, length - _WINDOW + 1, step)
    places = [key.find(piece.key[at : at + _WINDOW]) for at in windows]
    seen = [place for place in places if place >= 0]
    if 2 * len(seen) <= len(places):
        return None
    return seen[0], seen[-1] + _WINDOW


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
    # One inside another holds less; reading them all would take quadratic time.
    every = set(marked)
    outer = [one for one in marked if every.isdisjoint(one.iterancestors())]
    return max(outer, key=lambda one: len(text_of(one)), default=None)


def _size(pieces: Sequence[Piece] | set[Piece]) -> int:
    return sum(len(piece.key) for piece in pieces)
