"""The list as it is drawn by hand, with a cursor that goes where the framework's would."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from reader.domain.source import Listed
from reader.ui.stencil import Stencil


@dataclass(frozen=True, slots=True)
class Standing:
    """Where in the list the reader has come to."""

    article: int
    """The id of the article under the cursor."""

    below_top: int
    """Lines between the top of the view and the cursor."""


class Hand(Protocol):
    """What draws, and answers keys, until the framework is there."""

    def let_go(self) -> Standing:
        """Answer no more keys; again is harmless.

        Returns:
            Where in the list the keys have led.
        """

    def hand_on(self) -> None:
        """Let the framework have the keys that are not answered; again is harmless."""

    def unanswered(self) -> str:
        """Wait until the keys are handed on; those that were typed, and not answered."""


class Shelf(Protocol):
    """All articles, newest first, as they stood a moment ago."""

    @property
    def total(self) -> int:
        """How many there are."""

    @property
    def unread(self) -> int:
        """How many of them are unread."""

    @property
    def waiting(self) -> int:
        """How many comments wait in the outbox."""

    def rows(self, start: int, count: int) -> tuple[Listed, ...]:
        """So many from a position on; none if they are not to be had now."""

    def next_unread(self, after: int, step: int) -> int | None:
        """The position of the next unread one, or None if it is not known now."""

    def close(self) -> None:
        """Let go of them."""


class Sketch:
    """Articles on a stencil, and what the keys that move the cursor make of them.

    Args:
        stencil: What they are drawn on.
        shelf: Where they are looked up.
        now: The moment ages are counted from.
    """

    def __init__(self, stencil: Stencil, shelf: Shelf, now: datetime) -> None:
        self._stencil = stencil
        self._shelf = shelf
        self._total = shelf.total
        self._now = now
        self._cursor = self._top = 0
        self._first = 0
        self._rows = shelf.rows(0, stencil.height)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be drawn."""
        return not self._rows

    @property
    def standing(self) -> Standing:
        """Where one is."""
        return Standing(self._row(self._cursor).id, self._cursor - self._top)

    def whole(self) -> str:
        """The whole frame, as a terminal is told it."""
        shelf, stencil = self._shelf, self._stencil
        heading = stencil.heading(self._total, shelf.unread)
        return stencil.ground() + heading + self._view() + self._whereabouts()

    def obey(self, action: str) -> str | None:
        """Do what a key stands for.

        Args:
            action: Of the list's actions, one that moves the cursor.

        Returns:
            What a terminal is told of it; or None if it is not to be done
            here, and nothing has changed.
        """
        height = self._stencil.height
        cursor, top = self._cursor, self._top
        match action.rstrip(")").split("("):
            case ["move", step]:
                cursor += int(step)
            case ["page", pages]:
                share = float(pages)
                lines = round(height * share) or (1 if share > 0 else -1)
                cursor += lines
                top += lines
            case ["end", direction]:
                cursor = 0 if int(direction) < 0 else self._total - 1
            case ["unread", step]:
                found = self._shelf.next_unread(cursor, int(step))
                if found is None:
                    # Another source may have one, and that nobody has is said.
                    return None
                cursor = found
            case _:
                return None
        cursor = min(max(cursor, 0), self._total - 1)
        top = min(max(top, 0), max(self._total - height, 0))
        top = min(max(top, cursor - height + 1), cursor)
        if not self._reaches(top):
            return None
        before, self._cursor = self._cursor, cursor
        if top != self._top:
            self._top = top
            return self._view() + self._whereabouts()
        return self._line(before) + self._line(cursor) + self._whereabouts()

    def close(self) -> None:
        """Look nothing up any more."""
        self._shelf.close()

    def _reaches(self, top: int) -> bool:
        """Whether the articles in view are at hand, or have been fetched now."""
        end = min(top + self._stencil.height, self._total)
        if self._first <= top and end <= self._first + len(self._rows):
            return True
        first = max(top - self._stencil.height, 0)
        rows = self._shelf.rows(first, 3 * self._stencil.height)
        if end > first + len(rows):
            return False
        self._first, self._rows = first, rows
        return True

    def _view(self) -> str:
        end = min(self._top + self._stencil.height, self._total)
        lines = "".join(self._line(line) for line in range(self._top, end))
        return lines + self._stencil.scroll_bar(self._top, self._total)

    def _line(self, line: int) -> str:
        here = line == self._cursor
        return self._stencil.row(
            line - self._top, self._row(line), self._now, total=self._total, here=here
        )

    def _row(self, line: int) -> Listed:
        return self._rows[line - self._first]

    def _whereabouts(self) -> str:
        return self._stencil.whereabouts(self._cursor, self._total, self._shelf.waiting)
