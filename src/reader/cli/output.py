"""Results go to standard output, messages to standard error."""

from __future__ import annotations

import json
import shutil
import sys
from typing import Any, Final, Self

from reader.text.sanitize import clean_line

DONE = 0
FAILED = 1
USAGE = 2
TRY_AGAIN = 75
"""EX_TEMPFAIL of sysexits.h: something stays to be tried again."""

INTERRUPTED = 130

_BAR: Final = 30
"""Cells of a progress bar."""


def say(words: str) -> None:
    """Tell the person something, on standard error."""
    print(f"reader: {clean_line(words)}", file=sys.stderr)


def put(text: str) -> None:
    """Print a result."""
    print(text)


def put_json(value: Any) -> None:
    """Print a result as one JSON value, to be read by eye as well."""
    print(dumps(value, indent=2))


def dumps(value: Any, *, indent: int | None = None) -> str:
    """Write JSON that standard output can take.

    Letters stay letters; but what its charset has no bytes for (half a
    surrogate pair, or a curly mark in a Latin-1 terminal) makes everything
    beyond ASCII an escape.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, indent=indent)
    return text


class Progress:
    """A progress bar on a terminal, and nothing elsewhere.

    Args:
        expected: How many steps there are.
    """

    def __init__(self, expected: int) -> None:
        self._expected = expected
        self._done = 0
        self.begun = False
        """Whether anything was shown for being done."""

        self._shown = sys.stderr.isatty()
        self._line = ""

    def __enter__(self) -> Self:
        """Show that it has begun."""
        self.begun = True
        self._draw()
        return self

    def __exit__(self, *_: object) -> None:
        """Leave a clean line behind."""
        self.wipe()

    def step(self, name: str) -> None:
        """One more is done.

        Args:
            name: What it is called.
        """
        self._done += 1
        self._draw(name)

    def reach(self, share: float, name: str) -> None:
        """So much of all is done.

        Args:
            share: From 0 to 1.
            name: What is being done.
        """
        self.begun = True
        self._done = int(share * self._expected)
        self._draw(name)

    def _draw(self, name: str = "") -> None:
        if not self._shown:
            return
        filled = _BAR * self._done // max(self._expected, 1)
        bar = "█" * filled + "░" * (_BAR - filled)
        line = f"{bar} {self._done}/{self._expected} "
        line += self._fitting(name, len(line))
        if line == self._line:
            return
        self._line = line
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()

    def _fitting(self, name: str, taken: int) -> str:
        """As much of a name as the line has room for; a second line would stay."""
        from rich.cells import set_cell_size

        room = shutil.get_terminal_size().columns - taken - 1
        return set_cell_size(clean_line(name), max(room, 0)).rstrip()

    def wipe(self) -> None:
        """Leave a clean line behind, if anything was shown."""
        if self._shown and self.begun:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
