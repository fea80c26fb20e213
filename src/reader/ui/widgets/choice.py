"""A few lines to choose one from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reader.ui.cells import fit
from reader.ui.styles import sheets
from reader.ui.widgets.dialog import Dialog
from reader.ui.widgets.line_list import LineList, Piece


class Lines(LineList):
    """Lines of text, some further in than others."""

    AT_ONCE = True

    def __init__(self, lines: Sequence[tuple[str, int]]) -> None:
        super().__init__()
        self._lines = lines

    def on_mount(self) -> None:
        """Say how many there are."""
        self.lines = len(self._lines)

    def pieces(self, line: int, width: int) -> Iterator[Piece]:
        """Draw one line."""
        text, depth = self._lines[line]
        indent = " " * (1 + 2 * min(depth, width // 8))
        yield indent + fit(text, width - len(indent)), None


class Choice(Dialog[int | None]):
    """Shows lines; gives back which one was chosen, or None."""

    CSS_PATH = sheets("dialogs")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,h,left", "cancel", "Close", id="choice.close"),
    ]

    def __init__(self, title: str, lines: Sequence[tuple[str, int]]) -> None:
        """Offer a choice.

        Args:
            title: What stands over the lines.
            lines: Each line's text, and how far in it stands.
        """
        super().__init__()
        self._title = title
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Compose the list."""
        with Vertical(id="choice"):
            yield Static(Content(self._title), id="choice-title")
            yield Lines(self._lines)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Give back the line."""
        event.stop()
        self.dismiss(event.line)

    def on_line_list_left(self, event: LineList.Left) -> None:
        """Give back nothing."""
        event.stop()
        self.dismiss(None)

    def action_cancel(self) -> None:
        """Give back nothing."""
        self.dismiss(None)
