"""The first frame, drawn before the framework is there."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import termios
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, Final

from reader import __version__
from reader.storage import glimpse, places

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

_KEYS_IN: Final = 0
_SCREEN: Final = 2
"""The framework draws on standard error, and so do we."""


class FirstFrame:
    """Draws the library from what the last start left, and hands the screen over.

    Where it cannot, nothing is drawn and the framework starts on its own.
    """

    def __init__(self) -> None:
        self._key = _key()
        self._before: list[Any] | None = None
        """How the terminal was set, if anything was drawn."""

    def draw(self) -> None:
        """Draw the newest articles, if it is known how and they are to be had at once."""
        from reader.ui.stencil import Stencil

        if os.environ.get("NO_COLOR") or not (
            os.isatty(_SCREEN) and os.isatty(_KEYS_IN)
        ):
            return
        stencil = Stencil.read(_file(), self._key)
        if stencil is None:
            return
        rows = glimpse.newest(places.library_file(), stencil.height)
        if not rows:
            return
        from datetime import UTC, datetime

        try:
            self._before = termios.tcgetattr(_KEYS_IN)
        except termios.error:
            return
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _end)
        _take_keys_quietly()
        _tell(stencil.frame(rows, datetime.now(UTC)))

    def hand_over(self, app: ReaderApp) -> None:
        """Let a program take over the screen, and keep for the next start how it looks."""
        from reader.ui.taking_over import driver_after, stencil_of

        if self._before is not None:
            app.driver_class = driver_after(self._before)
            return

        def keep() -> None:
            stencil = stencil_of(app, self._key)
            if stencil is not None:
                with suppress(OSError):
                    stencil.keep(_file())

        app.once_shown = keep

    def give_up(self) -> None:
        """Leave the terminal as it was, if no program took it over."""
        if self._before is not None:
            from reader.ui.stencil import LEAVE

            with suppress(termios.error):
                termios.tcsetattr(_KEYS_IN, termios.TCSANOW, self._before)
            _tell(LEAVE)


def _key() -> str:
    """All that the look of the frame depends on, besides what is in the library."""
    from reader.ui.styles import STYLES

    columns, rows = shutil.get_terminal_size()
    names = ("TERM", "COLORTERM", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_THEME")
    terminal = [os.environ.get(name, "") for name in names]
    files = [
        places.config_file(),
        places.keymap_file(),
        *(STYLES / f"{name}.tcss" for name in ("app", "library", "article")),
    ]
    return repr(
        (__version__, columns, rows, terminal, [_state_of(one) for one in files])
    )


def _state_of(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size


def _file() -> Path:
    return places.state_folder() / "first-frame.json"


def _take_keys_quietly() -> None:
    """Let what is typed meanwhile wait for the program instead of showing it."""
    quiet = termios.tcgetattr(_KEYS_IN)
    quiet[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(_KEYS_IN, termios.TCSANOW, quiet)


def _tell(words: str) -> None:
    """Write to the terminal, all of it."""
    left = words.encode()
    while left:
        left = left[os.write(_SCREEN, left) :]


def _end(number: int, _frame: FrameType | None) -> None:
    """End because a signal says so; there is nothing yet to save."""
    sys.exit(128 + number)
