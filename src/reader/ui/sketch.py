"""The list as it is drawn by hand, with a cursor that goes where the framework's would."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from reader.domain.source import Listed
from reader.ui.stencil import Stencil

AT_HAND: Final = 256
"""How far down the list it goes; further on is for the framework."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where in the list the reader has come to."""

    article: int
    """The id of the article under the cursor."""

    below_top: int
    """Lines between the top of the view and the cursor."""


class Sketch:
    """The newest articles on a stencil, and what some keys make of them.

    Args:
        stencil: What they are drawn on.
        rows: The newest articles, a screenful.
        total: How many there are in the library.
        now: The moment ages are counted from.
        more: Looks up so many of the newest articles.
    """

    def __init__(
        self,
        stencil: Stencil,
        rows: tuple[Listed, ...],
        total: int,
        now: datetime,
        more: Callable[[int], tuple[Listed, ...]],
    ) -> None:
        self._stencil = stencil
        self._rows = rows
        self._total = total
        self._now = now
        self._more = more
        self._cursor = self._top = 0

    @property
    def standing(self) -> Standing:
        """Where one is."""
        article = self._rows[self._cursor].id
        return Standing(article, self._cursor - self._top)

    def whole(self) -> str:
        """The whole frame, as a terminal is told it."""
        return self._stencil.ground() + self._view() + self._whereabouts()

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
                cursor += round(height * float(pages))
                top += round(height * float(pages))
            case ["end", "-1"]:
                cursor = 0
            case _:
                return None
        cursor = min(max(cursor, 0), self._total - 1)
        top = min(max(top, 0), max(self._total - height, 0))
        top = min(max(top, cursor - height + 1), cursor)
        if not self._reaches(min(top + height, self._total)):
            return None
        before, self._cursor = self._cursor, cursor
        if top != self._top:
            self._top = top
            return self._view() + self._whereabouts()
        return self._line(before) + self._line(cursor) + self._whereabouts()

    def _reaches(self, line: int) -> bool:
        """Whether the articles down to a line are at hand, or have been fetched now."""
        if line > len(self._rows) and line <= AT_HAND:
            rows = self._more(AT_HAND)
            # Something may have arrived: then the list is another one by now.
            if rows[: len(self._rows)] == self._rows:
                self._rows = rows
        return line <= len(self._rows)

    def _view(self) -> str:
        end = min(self._top + self._stencil.height, len(self._rows))
        return "".join(self._line(line) for line in range(self._top, end))

    def _line(self, line: int) -> str:
        here = line == self._cursor
        row = self._rows[line]
        return self._stencil.row(line - self._top, row, self._now, here=here)

    def _whereabouts(self) -> str:
        return self._stencil.whereabouts(self._cursor, self._total)
