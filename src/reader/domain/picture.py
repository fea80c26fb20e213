"""A picture that an article shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, TypeAlias

Colour: TypeAlias = tuple[int, int, int]
"""Red, green and blue, up to 255."""

CLEAR: Final = 255
"""The number, in a `Raster`, of a pixel through which what is behind it is seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture small enough for a terminal."""

    width: int
    """Pixels."""

    height: int
    png: bytes = field(repr=False)
    """The picture as a PNG file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Raster:
    """A picture in the pixels and the few colours of a screen."""

    width: int
    """Pixels."""

    height: int
    palette: bytes = field(repr=False)
    """Red, green and blue of each colour, in the order of their numbers."""

    pixels: bytes = field(repr=False)
    """The number of each pixel's colour, or `CLEAR`, row by row."""

    def colour(self, number: int) -> Colour:
        """The colour that has a number."""
        red, green, blue = self.palette[3 * number : 3 * number + 3]
        return red, green, blue
