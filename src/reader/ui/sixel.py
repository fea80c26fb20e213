"""Pictures as Sixels: six rows of pixels to a character, colour after colour.

See https://vt100.net/docs/vt3xx-gp/chapter14.html and, for what is asked of a terminal,
https://invisible-island.net/xterm/ctlseqs/ctlseqs.html.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from reader.domain.picture import CLEAR, Colour, Raster

_BAND: Final = 6
"""Rows of pixels in one row of sixels."""

_SIGNS: Final = bytes(range(63, 127)) + bytes(192)
"""The character of each combination of six pixels."""

_NONE: Final = _SIGNS[:1]
_RUN: Final = re.compile(rb"(.)\1{3,}", re.DOTALL)

STAY_BESIDE: Final = "\x1b[?8452h"
"""Has the cursor stay beside a picture, so that none at the bottom moves the screen."""

GO_BELOW: Final = "\x1b[?8452l"


def sixels(
    raster: Raster,
    left: int,
    top: int,
    width: int,
    height: int,
    *,
    ground: Colour | None,
) -> str:
    """What draws a part of a raster at the cursor, in its own colours.

    Args:
        raster: The picture.
        left: The first column of pixels.
        top: The first row of them.
        width: How many columns; what is beyond the raster is left out.
        height: How many rows.
        ground: What is seen where the picture is clear. Without one such pixels are not
            drawn, and what they become differs from terminal to terminal.
    """
    right = min(left + width, raster.width)
    rows = [
        raster.pixels[y * raster.width + left : y * raster.width + right]
        for y in range(top, min(top + height, raster.height))
    ]
    left_out = set[int]() if ground else {CLEAR}
    palette = "".join(
        _defined(one, ground if one == CLEAR and ground else raster.colour(one))
        for one in sorted(set[int]().union(*rows) - left_out)
    )
    bands = (
        _band(rows[at : at + _BAND], left_out) for at in range(0, len(rows), _BAND)
    )
    drawn = b"-".join(bands).decode("ascii")
    return f'\x1bP0;1;0q"1;1;{right - left};{len(rows)}{palette}{drawn}\x1b\\'


def _defined(number: int, colour: Colour) -> str:
    """What says which colour a number stands for, in percent."""
    percent = ";".join(str(round(one / 2.55)) for one in colour)
    return f"#{number};2;{percent}"


def _band(rows: list[bytes], left_out: set[int]) -> bytes:
    """Six rows of pixels, or the fewer ones that are left."""
    width, drawn = len(rows[0]), []
    for colour in set[int]().union(*rows) - left_out:
        chosen, bits = _only(colour), 0
        for number, row in enumerate(rows):
            if colour in row:
                bits |= int.from_bytes(row.translate(chosen), "big") << number
        line = bits.to_bytes(width, "big").translate(_SIGNS).rstrip(_NONE)
        drawn.append(b"#%d%b" % (colour, _RUN.sub(_shortened, line)))
    return b"$".join(drawn)


@cache
def _only(colour: int) -> bytes:
    """The table that makes 1 of a colour and 0 of every other."""
    table = bytearray(256)
    table[colour] = 1
    return bytes(table)


def _shortened(run: re.Match[bytes]) -> bytes:
    return b"!%d%b" % (len(run[0]), run[1])
