"""Words that an article quotes twice: in its headline, and where they are said."""

from __future__ import annotations

import re
from collections.abc import Iterator

FEWEST_WORDS = 3
"""Fewer words may be said twice by two people."""

OPENING = 4
"""How many of an article's first quotations may be cut from one further down."""

_WORD = re.compile(r"\w(?:[\w’'-]*\w)?")


class Echoes:
    """What an article quotes, by its words alone."""

    def __init__(self) -> None:
        self._said: dict[str, int] = {}

    def add(self, words: str, index: int) -> None:
        """Remember the quotation that certain words are, unless they are known."""
        bare = _bare(words)
        if bare:
            self._said.setdefault(bare, index)

    def of(self, words: str, index: int) -> int | None:
        """The remembered quotation that says the same as another.

        Args:
            words: What the other says.
            index: Its place; one of the first `OPENING` may also be a part of
                what is remembered.
        """
        bare = _bare(words)
        if not bare:
            return None
        if index < OPENING:
            return next(self._holding(bare), None)
        return self._said.get(bare)

    def _holding(self, bare: str) -> Iterator[int]:
        return (index for said, index in self._said.items() if bare in said)


def _bare(words: str) -> str:
    """The words parted by blanks, or nothing if they are too few."""
    every = _WORD.findall(words.lower())
    return f" {' '.join(every)} " if len(every) >= FEWEST_WORDS else ""
