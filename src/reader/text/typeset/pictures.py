"""How much of a page a picture takes."""

from __future__ import annotations

from math import ceil
from typing import Final, NamedTuple

from reader.domain.picture import Picture

MOST_ROWS: Final = 20

USUAL_HEIGHT: Final = 2
"""Of a cell whose width is 1."""

_ACROSS, _DOWN = 8, 8 * USUAL_HEIGHT
"""Pixels of a cell, as far as anybody knows."""


class Grid(NamedTuple):
    """The cells a picture takes."""

    columns: int
    rows: int


class PictureRow(NamedTuple):
    """A row of the page that shows a strip of a picture."""

    url: str
    """The picture's address."""

    grid: Grid
    """What the whole of it takes."""

    row: int
    """Which row of it this is, from 0."""


def fitted(picture: Picture, room: int) -> Grid:
    """The cells for a picture: in its own proportions, and no larger than it is.

    Args:
        picture: The picture.
        room: Cells there are across.
    """
    scale = min(room * _ACROSS / picture.width, MOST_ROWS * _DOWN / picture.height, 1.0)
    columns = ceil(picture.width * scale / _ACROSS)
    rows = ceil(picture.height * scale / _DOWN)
    # Rounding may have put either one beyond what there is.
    return Grid(max(1, min(columns, room)), max(1, min(rows, MOST_ROWS)))
