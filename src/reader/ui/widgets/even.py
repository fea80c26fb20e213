"""Containers that paint one line, and that for all of theirs."""

from __future__ import annotations

from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Even(Widget):
    """Has every line look like its first: a ground, a border at a side, nothing else.

    The framework paints the lines of a container even where others cover them, and
    of a screen and the panes in it that is more work than what one sees of them.
    """

    def render_lines(self, crop: Region) -> list[Strip]:
        """Paint one line, and have it stand for all."""
        if not crop.height:
            return []
        first = Region(crop.x, 0, crop.width, 1)
        return super().render_lines(first) * crop.height


class EvenHorizontal(Horizontal, Even):
    """What stands side by side, on an even ground."""


class EvenVertical(Vertical, Even):
    """What stands one below the other, on an even ground."""
