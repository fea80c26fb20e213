"""A screen over another, which stays in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from textual.filter import LineFilter
from textual.screen import ModalScreen

from reader.ui.last_look import LastLook

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """Asks or shows something over the screen below, and gives back what came of it."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What the screen below still needs; its own widgets ask the program for theirs.

        Its rows have had the last look where they were drawn, and arrive here without
        the mark that says so: a second one would turn Arabic and Hebrew back to front.
        """
        return [
            one for one in super().get_line_filters() if not isinstance(one, LastLook)
        ]
