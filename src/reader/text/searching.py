"""A search in one text that is walked from match to match."""

from __future__ import annotations

from bisect import bisect_left

from reader.text.finding import places_of

MOST_MATCHES = 10_000
"""More are not counted."""


class Search:
    """Where the words searched for stand, and at which match one is; false while there is no search."""

    def __init__(self) -> None:
        self.words = ""
        """What is searched for."""

        self.matches: list[tuple[int, int]] = []
        """Where it stands, as half-open spans in order."""

        self.at = -1
        """Which of them one is at, or -1."""

        self._begun_from = 0

    def __bool__(self) -> bool:
        return bool(self.words)

    def look_for(self, words: str, text: str, place: int) -> None:
        """Find every match; `step(1)` goes to the first from here on.

        Words that are changed while they are searched for are looked for from where
        the search began.

        Args:
            words: What to look for; upper and lower case are the same, and so is
                all white space.
            text: What to look in.
            place: The offset one is at.
        """
        if not self.words:
            self._begun_from = place
        self.words = words
        self.matches = places_of(words, text, most=MOST_MATCHES)
        self.at = bisect_left(self.matches, (self._begun_from,)) - 1

    def step(self, step: int) -> tuple[int, int] | None:
        """Go to the next match, or the one before; after the last comes the first.

        Returns:
            Where it is, or None if there is none.
        """
        if not self.matches:
            self.at = -1
            return None
        self.at = (self.at + step) % len(self.matches)
        return self.matches[self.at]

    def end(self) -> None:
        """Search for nothing any more."""
        self.words, self.matches, self.at = "", [], -1
