"""The line that says where one is and what is going on."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from reader.ui.cells import cut

BADGE = "status-line--badge"
BUSY = "status-line--busy"


class StatusLine(Widget):
    """One line: words on the left, what is going on and a badge on the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {BADGE, BUSY}
    """
    | Class | Styles |
    | :- | :- |
    | `status-line--badge` | That something waits in the outbox. |
    | `status-line--busy` | What is going on at the moment. |
    """

    words: reactive[str] = reactive("")
    """Where one is."""

    busy: reactive[str] = reactive("")
    """What is going on, or nothing."""

    badge: reactive[str] = reactive("")
    """What waits for the reader, or nothing."""

    def render(self) -> Content:
        """Draw the line."""
        width = self.content_size.width
        right = Content.assemble(
            (f" {cut(self.busy, width // 2)} " if self.busy else "", f".{BUSY}"),
            (f" {self.badge} " if self.badge else "", f".{BADGE}"),
        )
        left = Content(cut(self.words, max(width - right.cell_length - 1, 0)))
        gap = width - left.cell_length - right.cell_length
        return Content.assemble(left, " " * max(gap, 0), right)
