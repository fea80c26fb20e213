"""Which quotation comes next, and which highlight one is at, from where one is in a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar

from reader.domain.article import Article
from reader.domain.quotation import Quotation
from reader.text.finding import moved

Sight = tuple[int, int]
"""The part of the text that can be seen, half open."""


class Stretched(Protocol):
    """Anything that takes up a stretch of the text."""

    @property
    def start(self) -> int:
        """Offset of its first character."""

    @property
    def end(self) -> int:
        """Offset after its last."""


Some = TypeVar("Some", bound=Stretched)


def touches(one: Stretched, start: int, end: int) -> bool:
    """Whether a stretch has a character in common with another."""
    return one.start < end and one.end > start


def first_touching(among: Sequence[Some], start: int, end: int) -> Some | None:
    """The first of several that has a character in common with a stretch."""
    return next((one for one in among if touches(one, start, end)), None)


def quotation_after(
    quotations: Sequence[Quotation],
    current: Quotation | None,
    sight: Sight,
    place: int,
    step: int,
) -> Quotation:
    """The quotation some steps on or back, stopping at the first and the last.

    Whoever has read on, away from the quotation they were at, goes on from what is
    in sight.

    Args:
        quotations: At least one, in order.
        current: The one the reader is at.
        sight: What can be seen.
        place: The first character that can be seen.
        step: How many to go on; negative to go back.
    """
    if current is not None and touches(current, *sight):
        at = bisect_left(quotations, current.start, key=_start_of) + step
    else:
        at = bisect_left(quotations, place, key=_start_of) - (step < 0)
    return quotations[min(max(at, 0), len(quotations) - 1)]


def same_in(
    quotation: Quotation | None, old: Article, new: Article
) -> Quotation | None:
    """A quotation of one copy of an article in another copy, if it is in it."""
    if quotation is None:
        return None
    start = moved(quotation.start, old.text, new.text)
    at = bisect_left(new.quotations, start, key=_start_of)
    if at < len(new.quotations) and new.quotations[at].start == start:
        return new.quotations[at]
    return None


def block_at(article: Article, place: int) -> Sight | None:
    """Where the first block with words stands that does not end before a place."""
    for block, start in zip(article.blocks, article.starts, strict=True):
        end = start + len(block.text)
        if end > place and block.text.strip():
            return start, end
    return None


def _start_of(quotation: Quotation) -> int:
    return quotation.start
