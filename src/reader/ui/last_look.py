"""A last look at whatever is about to reach the terminal."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from reader.text.sanitize import for_terminal


class LastLook(LineFilter):
    """Takes control characters out of every line, whoever drew it.

    Text is cleaned where it comes in, and again by the widgets of ours that
    draw their own lines. This is for the widgets that are not ours: an input
    with something pasted into it, a notification, a tooltip. A line stays as
    wide as it was measured.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Clean a line's segments."""
        del background
        return [self._clean(segment) for segment in segments]

    @staticmethod
    def _clean(segment: Segment) -> Segment:
        text, style, control = segment
        # Nearly all of them are, and asking so costs a tenth of cleaning.
        if control or text.isprintable():
            return segment
        clean = for_terminal(text)
        if clean == text:
            return segment
        missing = cell_len(text) - cell_len(clean)
        return Segment(clean + " " * max(missing, 0), style)
