"""What pieces of pictures are drawn with, where a terminal is told of them cell by cell."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Final, Generic, Protocol, TypeVar

from rich.color import Color, ColorSystem

from reader.domain.picture import Colour, Picture, Raster
from reader.text.pictures import MOST_COLOURS, rastered
from reader.text.typeset.pictures import USUAL_HEIGHT, Grid
from reader.ui.blocks import half_blocks
from reader.ui.means import CellSize
from reader.ui.sixel import sixels
from reader.ui.wall import Patch

T = TypeVar("T")

_RASTERS: Final = 8
"""Pictures kept as they were last drawn: a screenful."""

_PIECES: Final = 24
"""Pieces of them kept, for when one goes back and forth: some hundred kilobytes each."""


class Ink(Protocol):
    """Draws pieces of pictures."""

    @property
    def cell_height(self) -> float:
        """How high a cell is whose width is 1."""

    def is_at_hand(self, picture: Picture, grid: Grid, patch: Patch) -> bool:
        """Whether drawing it takes no time."""

    def draw(self, picture: Picture, grid: Grid, patch: Patch) -> str:
        """What draws a patch where it belongs. May take a tenth of a second.

        Args:
            picture: The picture.
            grid: The cells that the whole of it takes.
            patch: The piece of it.
        """


class SixelInk:
    """Draws with Sixels.

    Args:
        cell: How large a cell is.
        colours: How many colours a picture can have.
    """

    def __init__(self, cell: CellSize, colours: int) -> None:
        self.cell = cell
        self._colours = min(colours, MOST_COLOURS)
        self._rasters: _Recent[Raster] = _Recent(_RASTERS)
        self._pieces: _Recent[str] = _Recent(_PIECES)

    @property
    def cell_height(self) -> float:
        """How high a cell is whose width is 1."""
        return self.cell.height / self.cell.width

    def is_at_hand(self, picture: Picture, grid: Grid, patch: Patch) -> bool:
        """Whether this piece was drawn a moment ago."""
        return (self.cell, *_piece(picture, grid, patch)) in self._pieces

    def draw(self, picture: Picture, grid: Grid, patch: Patch) -> str:
        """What draws a patch where it belongs."""

        def made() -> str:
            across, down = grid.columns * width, grid.rows * height
            raster = self._rasters.get(
                (picture, across, down),
                lambda: rastered(picture, across, down, self._colours),
            )
            return sixels(
                raster,
                patch.first.column * width,
                patch.first.row * height,
                patch.columns * width,
                patch.rows * height,
                ground=_ground(patch.style),
            )

        width, height = self.cell
        piece = self.cell, *_piece(picture, grid, patch)
        return _at(patch) + self._pieces.get(piece, made)


class BlockInk:
    """Draws with half blocks.

    Args:
        system: The colours that the terminal has.
    """

    cell_height: Final[float] = USUAL_HEIGHT
    """Its blocks are taken for square."""

    def __init__(self, system: ColorSystem) -> None:
        self._system = system
        self._rasters: _Recent[Raster] = _Recent(4 * _RASTERS)

    def is_at_hand(self, picture: Picture, grid: Grid, patch: Patch) -> bool:
        """Whether any piece of this picture was drawn a moment ago."""
        del patch
        return (picture, grid) in self._rasters

    def draw(self, picture: Picture, grid: Grid, patch: Patch) -> str:
        """What draws a patch where it belongs."""
        raster = self._rasters.get(
            (picture, grid),
            lambda: rastered(picture, grid.columns, 2 * grid.rows, MOST_COLOURS),
        )
        return "".join(
            _at(patch, down)
            + half_blocks(
                raster,
                patch.first.column,
                patch.first.row + down,
                patch.columns,
                system=self._system,
                ground=_ground(patch.style),
            )
            for down in range(patch.rows)
        )


class _Recent(Generic[T]):
    """Keeps what was made last.

    Args:
        most: How many things are kept.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, T] = OrderedDict()

    def __contains__(self, key: Hashable) -> bool:
        return key in self._kept

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is kept, or else what is made now."""
        if key not in self._kept:
            self._kept[key] = make()
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]


def _piece(picture: Picture, grid: Grid, patch: Patch) -> tuple[Hashable, ...]:
    _, row, column = patch.first
    return picture, grid, row, column, patch.rows, patch.columns, patch.style


def _ground(style: str) -> Colour | None:
    """The colour behind a cell, by the parameters of its style; None for the terminal's own."""
    found = re.search(r"\b48;(?:2;(\d+);(\d+);(\d+)|5;(\d+))", style)
    if found is None:
        return None
    if found[4]:
        return Color.from_ansi(int(found[4])).get_truecolor()
    return int(found[1]), int(found[2]), int(found[3])


def _at(patch: Patch, down: int = 0) -> str:
    """What goes to the first cell of one of a patch's rows."""
    return f"\x1b[{patch.y + down + 1};{patch.x + 1}H"
