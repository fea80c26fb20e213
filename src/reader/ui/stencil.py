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
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Self

from rich.cells import cell_len

from reader.domain.dates import Dates
from reader.domain.source import Listed
from reader.ui.article_row import pieces_of

ENTER: Final = "\x1b[?1049h"
"""Asks a terminal for the screen that full-screen programs draw on."""

LEAVE: Final = "\x1b[?1049l\x1b[?25h"

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

    paints: Mapping[str, str]
    """The colours of the pieces of a row, by `paint_name`, as a terminal is told them."""

    @classmethod
    def read(cls, path: Path, key: str) -> Self | None:
        """The stencil that was kept for a key, or None."""
        try:
            kept = json.loads(path.read_bytes())
            lines, dates = tuple(kept["lines"]), Dates(kept["dates"])
            stencil = cls(**{**kept, "lines": lines, "dates": dates})
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

    def frame(self, rows: Sequence[Listed], now: datetime) -> str:
        """The whole frame, as a terminal is told it.

        Args:
            rows: The articles from the top of the list; the cursor is on the first.
            now: The moment ages are counted from.
        """
        told = [ENTER, _HIDE_CURSOR]
        told += [f"\x1b[{at};1H{line}" for at, line in enumerate(self.lines, 1)]
        for at, row in enumerate(rows[: self.height]):
            told.append(f"\x1b[{self.top + at + 1};{self.left + 1}H")
            told.append(self._row(row, now, here=at == 0))
        return "".join(told)

    def _row(self, row: Listed, now: datetime, *, here: bool) -> str:
        told = []
        room = self.width
        pieces = pieces_of(
            row, self.width, now, dates=self.dates, here=here, focused=True
        )
        for text, name in pieces:
            if (room := room - cell_len(text)) < 0:
                break
            told.append(f"{self.paints[paint_name(name, here=here)]}{text}{_PLAIN}")
        rest = " " * max(room, 0)
        return (
            f"{''.join(told)}{self.paints[paint_name(None, here=here)]}{rest}{_PLAIN}"
        )

    def _is_sound(self) -> bool:
        """Whether it tells a terminal of text and colours only."""
        told = (*self.lines, *self.paints.values())
        return all(_PAINTED.fullmatch(one) is not None for one in told)


def paint_name(name: str | None, *, here: bool) -> str:
    """What the colours of a piece are called, under the cursor or elsewhere."""
    return f"{name or ''}{'|here' if here else ''}"
