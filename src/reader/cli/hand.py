"""The hand that answers keys until the framework is there."""

from __future__ import annotations

import os
import re
import select
from collections.abc import Mapping
from contextlib import suppress
from threading import Event, Thread
from typing import Final

from reader.ui.sketch import Sketch, Standing

KEYS_IN: Final = 0
SCREEN: Final = 2
"""The framework draws on standard error, and so do we."""

_ANSWERS: Final = re.compile(rb"\x1b\[(?:\?[0-9;]*(?:\$y|u|c)|[IO])")
"""What a terminal says of itself, asked by the framework or not: no keys."""


class Hand:
    """Answers the keys that move the cursor, on a thread of its own.

    At the first key that means anything else it lets go: that key, and
    whatever follows, waits until it is handed on to the framework.

    Args:
        sketch: What is to stand on the screen.
        keys: What the terminal sends for some keys, and the action each stands for.
    """

    def __init__(self, sketch: Sketch, keys: Mapping[str, str]) -> None:
        self._sketch = sketch
        # The longest first: one may begin as another does.
        self._actions = {
            key.encode(): keys[key] for key in sorted(keys, key=len, reverse=True)
        }
        self._size = os.get_terminal_size(SCREEN)
        self._read = b""
        self._aside = b""
        self._awakened, self._awake = os.pipe()
        self._handed_on = Event()
        self._thread = Thread(target=self._answer, name="first-frame", daemon=True)

    def begin(self) -> None:
        """Draw everything, and answer keys from now on."""
        tell(self._sketch.whole())
        self._thread.start()

    def let_go(self) -> Standing:
        """Answer no more keys; again is harmless.

        Returns:
            Where in the list the keys have led.
        """
        if self._awake >= 0:
            os.close(self._awake)
            self._awake = -1
        self._thread.join()
        return self._sketch.standing

    def hand_on(self) -> None:
        """Let the framework have the keys that are not answered; again is harmless."""
        self._handed_on.set()

    def unanswered(self) -> str:
        """Wait until the keys are handed on.

        Returns:
            What was typed, and not answered.
        """
        self._handed_on.wait()
        self._thread.join()
        return (self._aside + self._read).decode(errors="replace")

    def _answer(self) -> None:
        waiting = [KEYS_IN, self._awakened]
        # A terminal that is closed meanwhile is for the framework to notice.
        with suppress(OSError):
            while self._obey():
                ready, _, _ = select.select(waiting, [], [])
                if self._awakened in ready or not (more := os.read(KEYS_IN, 1024)):
                    break
                self._read += more
        self._sketch.close()
        os.close(self._awakened)

    def _obey(self) -> bool:
        """Answer what has been read.

        Returns:
            Whether to go on.
        """
        while self._read:
            told = _ANSWERS.match(self._read)
            if told is not None:
                self._aside += told[0]
                self._read = self._read[told.end() :]
                continue
            key = next(
                (one for one in self._actions if self._read.startswith(one)), b""
            )
            if not key:
                # The rest of it may be still to come.
                return any(one.startswith(self._read) for one in self._actions)
            answer = None
            if os.get_terminal_size(SCREEN) == self._size:
                answer = self._sketch.obey(self._actions[key])
            if answer is None:
                return False
            tell(answer)
            self._read = self._read[len(key) :]
        return True


def tell(words: str) -> None:
    """Write to the terminal, all of it."""
    left = words.encode()
    while left:
        left = left[os.write(SCREEN, left) :]
