"""The first frame with its rows left out, kept from one start to the next.

Loading the framework takes a quarter of a second, looking up a screenful of
articles a thousandth. So the frame as the framework has drawn it is kept, all
but what changes, and the next start puts the articles of the day into it, by
hand, while the framework is being loaded.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from math import ceil
from pathlib import Path
from typing import Final, Self

from rich.cells import cell_len

from reader.domain.dates import Dates
from reader.domain.source import Listed
from reader.ui.article_row import pieces_of
from reader.ui.cells import cut, stretches
from reader.ui.ordering import LEAVE_THE_ORDER, TAKE_THE_ORDER, as_it_stands
from reader.ui.telling import EVERYTHING, how_many, waiting_for, whereabouts

ENTER: Final = "\x1b[?1049h"
"""Asks a terminal for the screen that full-screen programs draw on."""

HEADING: Final = "heading"
TITLE: Final = "title"
TITLE_GROUND: Final = "title-ground"
STATUS: Final = "status"
BADGE: Final = "badge"
THUMB_TOP: Final = "thumb-top"
THUMB: Final = "thumb"
THUMB_END: Final = "thumb-end"
TRACK: Final = "track"
"""What is painted besides the pieces of rows: the list's title, what follows it, and the rest of its line, the status
line and the badge in it, the scroll bar from its top to its end."""

_SHOW_CURSOR = "\x1b[?25h"
_LEAVE_SCREEN = "\x1b[?1049l"
_HIDE_CURSOR: Final = "\x1b[?25l"
_TELL_PASTES: Final = "\x1b[?2004h"
_TELL_NO_PASTES: Final = "\x1b[?2004l"
"""What is pasted is told apart from keys: it would be so many commands."""

_PLAIN: Final = "\x1b[0m"

_EIGHTHS: Final = "▁▂▃▄▅▆▇ "
"""The ends of a scroll bar's thumb, by how many eighths of a cell they fill."""

_PAINTED: Final = re.compile(r"(?:\x1b\[[0-9;]*m|[^\x00-\x1f\x7f-\x9f])*")
"""Text and colours, and nothing else that a terminal would act on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stencil:
    """A frame without what changes from start to start."""

    key: str
    """What it was made for: the terminal, the settings, the version."""

    lines: tuple[str, ...]
    """The rows of the screen, with their colours."""

    left: int
    """Where the list stands, in cells."""

    top: int
    width: int
    height: int

    bar: int
    """How many of its columns a scroll bar takes, if there is more than fits."""

    dates: Dates
    """How it is said when an article was published."""

    ordered: bool
    """Whether Arabic and Hebrew are put in order here, and not by the terminal."""

    title: tuple[int, int, int]
    """The list's title: where it begins, across and down, and its room."""

    status: tuple[int, int, int]
    """The same of the words of the status line."""

    paints: tuple[str, ...]
    """Colours, as a terminal is told them."""

    signs: tuple[str, ...]
    """The same for what has neither letter nor digit in it, and need not be read."""

    looks: Mapping[str, int]
    """Which of the `paints` each piece of a row (by `paint_name`) and each of the
    other names has. Two have the same one only if they are of one style, and not
    if this terminal alone cannot tell them apart."""

    keys: Mapping[str, str]
    """What a terminal sends for some keys, and the list's action each stands for."""

    @classmethod
    def read(cls, path: Path, key: str) -> Self | None:
        """The stencil that was kept for a key, or None."""
        try:
            kept = json.loads(path.read_bytes())
            kept["dates"] = Dates(kept["dates"])
            for name in ("lines", "title", "status", "paints", "signs"):
                kept[name] = tuple(kept[name])
            stencil = cls(**kept)
        except (OSError, ValueError, TypeError, KeyError):
            return None
        return stencil if stencil.key == key and stencil._is_sound() else None

    def keep(self, path: Path) -> None:
        """Keep it for the next start, whole or not at all.

        Raises:
            OSError: It could not be written.
        """
        import tempfile

        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=path.name, dir=path.parent)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(asdict(self), file, ensure_ascii=False)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def ground(self) -> str:
        """All but what changes, as a terminal is told it."""
        order = LEAVE_THE_ORDER if self.ordered else ""
        lines = (f"\x1b[{at};1H{line}" for at, line in enumerate(self.lines, 1))
        return "".join([ENTER, _HIDE_CURSOR, _TELL_PASTES, order, *lines])

    def leave(self) -> str:
        """Gives the terminal back as it was."""
        order = TAKE_THE_ORDER if self.ordered else ""
        return f"{order}{_TELL_NO_PASTES}{_LEAVE_SCREEN}{_SHOW_CURSOR}"

    def row(
        self, line: int, row: Listed, now: datetime, *, total: int, here: bool
    ) -> str:
        """An article, as a terminal is told it.

        Args:
            line: Where in the view of the list, from 0.
            row: The article.
            now: The moment ages are counted from.
            total: How many articles there are.
            here: Whether the cursor is on it.
        """
        width = self.width - (self.bar if total > self.height else 0)
        pieces = pieces_of(row, width, now, dates=self.dates, here=here, focused=True)
        looks = ((text, self._look(name, here=here)) for text, name in pieces)
        told = stretches(looks, width, self._look(None, here=here))
        return self._at(self.left, self.top + line, told)

    def heading(self, total: int, unread: int) -> str:
        """What the list shows, as a terminal is told it; nothing where it does not fit."""
        x, y, width = self.title
        words = f"  {how_many(total, unread)}"
        if cell_len(EVERYTHING) + cell_len(words) > width:
            return ""
        pieces = [(EVERYTHING, self.looks[HEADING]), (words, self.looks[TITLE])]
        return self._at(x, y, stretches(pieces, width, self.looks[TITLE_GROUND]))

    def whereabouts(self, cursor: int, total: int, waiting: int) -> str:
        """The words of the status line, as a terminal is told them.

        Args:
            cursor: The line one is on, from 0.
            total: How many lines there are.
            waiting: How many comments wait in the outbox.
        """
        x, y, width = self.status
        badge = f" {waiting_for(waiting)} " if waiting else ""
        room = max(width - cell_len(badge), 0)
        words = cut(whereabouts(cursor, total), max(room - 1, 0))
        pieces = [
            (words, self.looks[STATUS]),
            (" " * (room - cell_len(words)), self.looks[STATUS]),
            (badge, self.looks[BADGE]),
        ]
        return self._at(x, y, stretches(pieces, width, self.looks[STATUS]))

    def scroll_bar(self, top: int, total: int) -> str:
        """How far down the list one is, as a terminal is told it; nothing if all is seen.

        Args:
            top: The line that stands first in the view, from 0.
            total: How many lines there are.
        """
        height = self.height
        if not self.bar or total <= height:
            return ""
        # As the framework counts it, to the eighth of a cell.
        size = max(1, height * height / total)
        start = int((height - size) * top / (total - height) * len(_EIGHTHS))
        end = start + ceil(size * len(_EIGHTHS))
        (first, above), (last, below) = (
            divmod(at, len(_EIGHTHS)) for at in (start, end)
        )
        cells = [(" ", TRACK)] * height
        cells[first:last] = [(" ", THUMB)] * (last - first)
        if first < height and above:
            cells[first] = (_EIGHTHS[-1 - above], THUMB_TOP)
        if last < height and below:
            cells[last] = (_EIGHTHS[-1 - below], THUMB_END)
        x = self.left + self.width - self.bar
        return "".join(
            self._at(x, self.top + line, [(text, self.looks[name])])
            for line, (text, name) in enumerate(cells)
        )

    def _look(self, name: str | None, *, here: bool) -> int:
        return self.looks[paint_name(name, here=here)]

    def _at(self, x: int, y: int, line: Iterable[tuple[str, int]]) -> str:
        """Some of a line, from a place on, as a terminal is told it."""
        told = []
        for text, look in line:
            paints = self.paints if any(map(str.isalnum, text)) else self.signs
            words = as_it_stands(text) if self.ordered else text
            told.append(f"{paints[look]}{words}{_PLAIN}")
        return f"\x1b[{y + 1};{x + 1}H{''.join(told)}"

    def _is_sound(self) -> bool:
        """Whether it tells a terminal of text and colours only."""
        places = (self.left, self.top, self.width, self.height, self.bar)
        numbers = (*places, *self.title, *self.status, *self.looks.values())
        return (
            all(type(one) is int for one in numbers)
            and len(self.title) == len(self.status) == len(("x", "y", "width"))
            and all(0 <= one < len(self.paints) for one in self.looks.values())
            and len(self.paints) == len(self.signs)
            and all(
                _PAINTED.fullmatch(one)
                for one in (*self.lines, *self.paints, *self.signs)
            )
        )


def paint_name(name: str | None, *, here: bool) -> str:
    """What the look of a piece of a row is called, under the cursor or elsewhere."""
    return f"{name or ''}{'|here' if here else ''}"
