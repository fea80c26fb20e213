"""A last look at whatever is about to reach the terminal."""

from __future__ import annotations

from zlib import crc32

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from reader.text.sanitize import for_terminal
from reader.ui.one_link import one_link
from reader.ui.ordering import as_it_stands

ORDERED = "ordered"
"""What the meta data of a style has if its text stands in the order it is read in already."""


PICTURE = "picture"
"""What the meta data of a style has if its text is placeholders of a picture of ours."""


class LastLook(LineFilter):
    """Takes control characters out of every line, whoever drew it, and puts it in order.

    Text is cleaned where it comes in, and again by the widgets of ours that
    draw their own lines. This is for the widgets that are not ours: an input
    with something pasted into it, a notification, a tooltip. A line stays as
    wide as it was measured.

    Args:
        order: Whether the terminal leaves it to us to put Arabic and Hebrew in order.
    """

    def __init__(self, *, order: bool = False) -> None:
        super().__init__()
        self._order = order

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Clean a line's segments."""
        del background
        return [self._clean(segment) for segment in segments]

    def _clean(self, segment: Segment) -> Segment:
        text, style, control = segment
        if control:
            return segment
        if style is not None and style.link:
            # Filters that take colours out make a new link of each piece of one.
            one_link(style, f"reader-{crc32(style.link.encode()):08x}")
        # Nearly all are clean, and asking so costs a tenth of cleaning.
        clean = text if text.isprintable() else for_terminal(text)
        if clean != text and style is not None and PICTURE in style.meta:
            return segment
        if self._order and not (style is not None and ORDERED in style.meta):
            clean = as_it_stands(clean)
        if clean == text:
            return segment
        missing = cell_len(text) - cell_len(clean)
        return Segment(clean + " " * max(missing, 0), style)
