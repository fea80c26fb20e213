"""Handing the screen over from the hand-drawn first frame to the framework."""

from __future__ import annotations

from time import sleep
from typing import Any

from textual import constants
from textual._xterm_parser import XTermParser
from textual.driver import Driver

from reader.ui.sketch import Hand
from reader.ui.stencil import ENTER
from reader.ui.terminal import Terminal


class TakingOver(Terminal):
    """Starts on a screen that something has been drawn on already."""

    before: list[Any]
    """How the terminal was set before anything was drawn."""

    hand: Hand
    """What has drawn, and answers keys until it is told to let go."""

    _first = True

    def start_application_mode(self) -> None:
        """Start; in the end the terminal is set as it was before the first frame."""
        super().start_application_mode()
        self.attrs_before = self.before

    def run_input_thread(self) -> None:
        """Take keys once they are ours, and before them what the hand has not answered."""
        parser = XTermParser(self._debug)
        typed = self.hand.unanswered()
        for event in parser.feed(typed):
            self.process_message(event)
        if typed.endswith("\x1b"):
            # An escape that nothing follows is a key.
            sleep(constants.ESCAPE_DELAY)
            for event in parser.tick():
                self.process_message(event)
        super().run_input_thread()

    def disable_input(self) -> None:
        """Take no more keys, from the hand either."""
        self.hand.let_go()
        self.hand.hand_on()
        super().disable_input()

    def write(self, data: str) -> None:
        """Write, but do not enter the screen we are on: some terminals would clear it."""
        if data == ENTER and self._first:
            self._first = False
            return
        super().write(data)


def driver_after(before: list[Any], hand: Hand) -> type[Driver]:
    """The driver of a program whose first frame was drawn by hand.

    Args:
        before: How the terminal was set before that, as `termios` tells it.
        hand: What has drawn it.
    """
    return type("TakingOver", (TakingOver,), {"before": before, "hand": hand})
