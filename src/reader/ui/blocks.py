"""Pictures as half blocks: two pixels a cell, in any terminal that has colours."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from rich.color import Color, ColorSystem

from reader.domain.picture import CLEAR, Colour, Raster

_UPPER, _LOWER = "▀", "▄"


def half_blocks(
    raster: Raster,
    left: int,
    row: int,
    width: int,
    *,
    system: ColorSystem,
    ground: Colour | None,
) -> str:
    """What draws a row of cells at the cursor.

    Args:
        raster: The picture, one pixel across and two down to a cell.
        left: The first column of cells.
        row: The row of cells.
        width: How many columns.
        system: The colours that the terminal has.
        ground: What is seen where the picture is clear; None for the terminal's own.
    """
    at = 2 * row * raster.width + left
    upper = raster.pixels[at : at + width]
    at += raster.width
    lower = raster.pixels[at : at + width]
    drawn = []
    for (above, below), cells in groupby(zip(upper, lower, strict=True)):
        sign, front, back = _UPPER, above, below
        if above == CLEAR:
            sign, front, back = " " if below == CLEAR else _LOWER, below, above
        style = "0"
        if front != CLEAR:
            style += _code(raster.colour(front), system)
        behind = ground if back == CLEAR else raster.colour(back)
        if behind is not None:
            style += _code(behind, system, behind=True)
        drawn.append(f"\x1b[{style}m{sign * len(list(cells))}")
    return "".join(drawn) + "\x1b[0m"


@lru_cache(maxsize=2000)
def _code(colour: Colour, system: ColorSystem, *, behind: bool = False) -> str:
    """The parameters that set a colour, or the nearest there is, after others."""
    nearest = Color.from_rgb(*colour).downgrade(system)
    return "".join(f";{one}" for one in nearest.get_ansi_codes(foreground=not behind))
