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
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Self

from rich.cells import cell_len

from reader.domain.dates import Dates
from reader.domain.source import Listed
from reader.ui.article_row import pieces_of, whereabouts

ENTER: Final = "\x1b[?1049h"
"""Asks a terminal for the screen that full-screen programs draw on."""

LEAVE: Final = "\x1b[?1049l\x1b[?25h"

STATUS: Final = "status"

_HIDE_CURSOR: Final = "\x1b[?25l"
_PLAIN: Final = "\x1b[0m"

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
    dates: Dates
    """How it is said when an article was published."""
    status: tuple[int, int, int]
    """The words of the status line: where they begin, across and down, and their room."""

    paints: Mapping[str, str]
    """The colours of the pieces of a row, by `paint_name`, and of the status line, as a
    terminal is told them."""

    keys: Mapping[str, str]
    """What a terminal sends for some keys, and the list's action each stands for."""

    @classmethod
    def read(cls, path: Path, key: str) -> Self | None:
        """The stencil that was kept for a key, or None."""
        try:
            kept = json.loads(path.read_bytes())
            lines, status = tuple(kept["lines"]), tuple(kept["status"])
            dates = Dates(kept["dates"])
            stencil = cls(**{**kept, "lines": lines, "status": status, "dates": dates})
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
        """All but the articles, as a terminal is told it."""
        lines = (f"\x1b[{at};1H{line}" for at, line in enumerate(self.lines, 1))
        return "".join([ENTER, _HIDE_CURSOR, *lines])

    def row(self, line: int, row: Listed, now: datetime, *, here: bool) -> str:
        """An article, as a terminal is told it.

        Args:
            line: Where in the view of the list, from 0.
            row: The article.
            now: The moment ages are counted from.
            here: Whether the cursor is on it.
        """
        told = [f"\x1b[{self.top + line + 1};{self.left + 1}H"]
        room = self.width
        pieces = pieces_of(
            row, self.width, now, dates=self.dates, here=here, focused=True
        )
        for text, name in pieces:
            if (room := room - cell_len(text)) < 0:
                break
            told.append(f"{self.paints[paint_name(name, here=here)]}{text}{_PLAIN}")
        rest = " " * max(room, 0)
        told.append(f"{self.paints[paint_name(None, here=here)]}{rest}{_PLAIN}")
        return "".join(told)

    def whereabouts(self, cursor: int, total: int) -> str:
        """The words of the status line, as a terminal is told them."""
        x, y, width = self.status
        words = whereabouts(cursor, total)[:width].ljust(width)
        return f"\x1b[{y + 1};{x + 1}H{self.paints[STATUS]}{words}{_PLAIN}"

    def _is_sound(self) -> bool:
        """Whether it tells a terminal of text and colours only."""
        told = (*self.lines, *self.paints.values())
        places = (self.left, self.top, self.width, self.height, *self.status)
        return all(type(one) is int for one in places) and all(
            _PAINTED.fullmatch(one) is not None for one in told
        )


def paint_name(name: str | None, *, here: bool) -> str:
    """What the colours of a piece are called, under the cursor or elsewhere."""
    return f"{name or ''}{'|here' if here else ''}"
