"""The comments under an article, as a tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from reader.domain.comment import Comment


@dataclass(frozen=True, kw_only=True)
class Thread:
    """The comments under an article, as they were when its site was asked."""

    comments: tuple[Comment, ...]
    """In reading order: what answers a comment follows it."""

    fetched: datetime
    new: frozenset[str] = frozenset()
    """The ids of those that came since the reader last looked."""

    own: frozenset[str] = frozenset()
    """The ids of the reader's own."""

    deepest: int | None = None
    """The level below which the site lets nothing stand, 1 for comments that
    answer none, or None if it is not known; 0 if it takes no answers."""

    whole: bool = True
    """Whether these are all there are."""

    not_kept: str | None = None
    """Why the library would not take it, if it would not."""

    @cached_property
    def depths(self) -> tuple[int, ...]:
        """How many comments each of them stands under, in their order."""
        depths: dict[str, int] = {}
        for one in self.comments:
            depths[one.id] = depths.get(one.parent or "", -1) + 1
        return tuple(depths[one.id] for one in self.comments)

    def find(self, comment_id: str) -> Comment | None:
        """The comment with an id, or None."""
        return self._by_id.get(comment_id)

    def answerable(self, comment_id: str) -> Comment | None:
        """The comment that an answer to one of them goes to.

        Where a site lets nothing stand deeper, an answer goes to the one
        above, so that it stands beside what it answers.

        Returns:
            The comment itself or one above it; None if the site takes no
            answers, or there is no such comment.
        """
        at = self.find(comment_id)
        levels = {
            one.id: depth + 1
            for one, depth in zip(self.comments, self.depths, strict=True)
        }
        while at is not None and (
            at.held or (self.deepest is not None and levels[at.id] >= self.deepest)
        ):
            at = self.find(at.parent or "") if levels[at.id] > 1 else None
        return at

    @cached_property
    def _by_id(self) -> dict[str, Comment]:
        return {one.id: one for one in self.comments}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What somebody answered to a comment of the reader's own."""

    article_id: int
    title: str
    """The article's."""

    comment: Comment


def in_reading_order(comments: Iterable[Comment]) -> tuple[Comment, ...]:
    """Put comments so that what answers one follows it.

    Those that answer the same comment stay in the order they come in. What
    answers a comment that is not among them stands by itself, and of several
    with one id the first counts.
    """
    known: dict[str, Comment] = {}
    for one in comments:
        known.setdefault(one.id, one)
    answers: dict[str | None, list[Comment]] = {}
    for one in known.values():
        above = one.parent if one.parent in known else None
        answers.setdefault(above, []).append(one)
    placed: dict[str, Comment] = {}
    _place(answers.get(None, ()), answers, placed)
    # What is left answers itself in a circle.
    for one in known.values():
        if one.id not in placed:
            _place([one], answers, placed)
    return tuple(placed.values())


def _place(
    roots: Iterable[Comment],
    answers: dict[str | None, list[Comment]],
    placed: dict[str, Comment],
) -> None:
    left = list(roots)[::-1]
    while left:
        one = left.pop()
        if one.id not in placed:
            placed[one.id] = one
            left.extend(reversed(answers.get(one.id, ())))
