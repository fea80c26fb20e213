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
from reader.cli.hand import KEYS_IN, SCREEN, Hand, tell
from reader.storage import places
from reader.storage.glimpse import Glimpse
from reader.ui.ordering import ORDERED_BY
from reader.ui.sketch import Sketch
from reader.ui.stencil import Stencil

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp


_LOOKS_BY: Final = (
    *("TERM", "COLORTERM", "NO_COLOR", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_THEME"),
    *ORDERED_BY,
)
"""The variables of the environment that the look of the frame depends on."""


class FirstFrame:
    """Draws the library from what the last start left, and hands the screen over.

    Where it cannot, nothing is drawn and the framework starts on its own.
    """

    def __init__(self) -> None:
        self._key = _key()
        self._before: list[Any] = []
        """How the terminal was set, if anything was drawn."""

        self._hand: Hand | None = None
        """What has drawn, if anything was drawn."""

        self._leave = ""
        """What gives the terminal back as it was."""

    def draw(self) -> None:
        """Draw the newest articles, if it is known how and they are to be had at once.

        From then on, keys that move the cursor are answered.
        """
        if not (os.isatty(SCREEN) and os.isatty(KEYS_IN)):
            return
        stencil = Stencil.read(_file(), self._key)
        if stencil is None:
            return
        glimpse = Glimpse.of(places.library_file())
        if glimpse is None:
            return
        from datetime import UTC, datetime

        sketch = Sketch(stencil, glimpse, datetime.now(UTC))
        try:
            self._before = termios.tcgetattr(KEYS_IN)
        except termios.error:
            self._before = []
        if sketch.is_empty or not self._before:
            sketch.close()
            return
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _end)
        _take_keys_quietly()
        self._leave = stencil.leave()
        self._hand = Hand(sketch, stencil.keys)
        self._hand.begin()

    def hand_over(self, app: ReaderApp) -> None:
        """Let a program take over the screen, and keep for the next start how it looks."""
        if self._hand is not None:
            from reader.ui.taking_over import driver_after

            app.driver_class = driver_after(self._before, self._hand)
            app.hand = self._hand
            return

        def keep() -> None:
            from reader.ui.tracing import stencil_of

            stencil = stencil_of(app, self._key)
            if stencil is not None:
                with suppress(OSError):
                    stencil.keep(_file())

        app.once_shown = keep

    def give_up(self) -> None:
        """Leave the terminal as it was, if no program took it over."""
        if self._hand is not None:
            self._hand.let_go()
            with suppress(termios.error):
                termios.tcsetattr(KEYS_IN, termios.TCSANOW, self._before)
            tell(self._leave)


def _key() -> str:
    """All that the look of the frame depends on, besides what is in the library."""
    from reader.ui.styles import STYLES

    columns, rows = shutil.get_terminal_size()
    terminal = [os.environ.get(name, "") for name in _LOOKS_BY]
    files = [
        places.config_file(),
        places.keymap_file(),
        *(STYLES / f"{name}.tcss" for name in ("app", "library")),
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
    quiet = termios.tcgetattr(KEYS_IN)
    quiet[3] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(KEYS_IN, termios.TCSANOW, quiet)


def _end(number: int, _frame: FrameType | None) -> None:
    """End because a signal says so; there is nothing yet to save."""
    sys.exit(128 + number)
