"""The Kitty graphics protocol, as far as pictures in a page of text need it.

A picture is given to the terminal once, in an APC sequence, and stands wherever
its *Unicode placeholders* do: cells of U+10EEEE with two combining marks that say
which part of the picture they show, in a colour that says which picture. They
scroll, are cut and are painted over as any text is. See “Unicode placeholders” in
https://sw.kovidgoyal.net/kitty/graphics-protocol/
"""

from __future__ import annotations

from base64 import standard_b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from secrets import randbelow
from typing import Final

from reader.domain.picture import Colour, Picture
from reader.text.typeset.pictures import USUAL_HEIGHT, Grid

PLACEHOLDER: Final = "\U0010eeee"
_CHUNK: Final = 4096
"""Bytes of base64 in one sequence."""

_RANGES: Final = (
    "305 30d-30e 310 312 33d-33f 346 34a-34c 350-352 357 35b 363-36f 483-487 592-595"
    " 597-599 59c-5a1 5a8-5a9 5ab-5ac 5af 5c4 610-617 657-65b 65d-65e 6d6-6dc 6df-6e2"
    " 6e4 6e7-6e8 6eb-6ec 730 732-733 735-736 73a 73d 73f-741 743 745 747 749-74a"
    " 7eb-7f1 7f3 816-819 81b-823 825-827 829-82d 951 953-954 f82-f83 f86-f87 135d-135f"
    " 17dd 193a 1a17 1a75-1a7c 1b6b 1b6d-1b73 1cd0-1cd2 1cda-1cdb 1ce0 1dc0-1dc1"
    " 1dc3-1dc9 1dcb-1dcc 1dd1-1de6 1dfe 20d0-20d1"
)
"""The protocol's own marks for the numbers from 0 to 199, more than a page has columns."""


def _marks() -> Iterator[str]:
    for one in _RANGES.split():
        first, _, last = one.partition("-")
        yield from map(chr, range(int(first, 16), int(last or first, 16) + 1))


MARKS: Final = tuple(_marks())
MOST: Final = len(MARKS)
"""Columns, and rows, that a picture can take."""


def given(number: int, png: bytes) -> str:
    """What gives the terminal a picture, without showing it anywhere yet.

    Args:
        number: The picture's, from 1 to 0xFFFFFF.
        png: The picture.
    """
    data = standard_b64encode(png).decode("ascii")
    pieces = [data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK)]
    last = len(pieces) - 1
    return "".join(
        _sequence(
            (f"a=t,f=100,i={number},q=2," if at == 0 else "") + f"m={int(at < last)}",
            piece,
        )
        for at, piece in enumerate(pieces)
    )


def placed(number: int, columns: int, rows: int) -> str:
    """What says how many cells a picture takes, wherever its placeholders stand.

    Said again, it takes the place of what was said before.
    """
    return _sequence(f"a=p,U=1,i={number},p=1,c={columns},r={rows},q=2")


def forgotten(number: int) -> str:
    """What has the terminal let go of a picture."""
    return _sequence(f"a=d,d=I,i={number},q=2")


def placeholders(row: int, columns: int) -> str:
    """One row of a picture's placeholders.

    Each cell says both its row and its column, so that any of them may be painted
    without those before it.
    """
    mark = MARKS[row]
    return "".join(PLACEHOLDER + mark + MARKS[column] for column in range(columns))


def colour(number: int) -> Colour:
    """Red, green and blue of the placeholders that stand for a picture."""
    return number >> 16 & 0xFF, number >> 8 & 0xFF, number & 0xFF


def _sequence(control: str, payload: str = "") -> str:
    return f"\x1b_G{control};{payload}\x1b\\" if payload else f"\x1b_G{control}\x1b\\"


@dataclass(slots=True)
class _Given:
    picture: Picture
    grid: Grid | None = None
    """The cells the terminal was told of, or None if it has not got the picture."""


class Kitty:
    """Gives a terminal pictures, once each, and takes them back.

    Args:
        write: Writes to the terminal, in turn with what the framework writes.
    """

    cell_height: Final[float] = USUAL_HEIGHT
    """It is not asked for, as Kitty fits pictures in by itself."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self._given: dict[int, _Given] = {}

    def hang(self, picture: Picture) -> int:
        """Have a picture; the terminal is given it once its grid is known.

        Returns:
            Its number.
        """
        # Other programs give the same terminal pictures.
        number = 1 + randbelow(0xFFFFFF)
        self._given[number] = _Given(picture)
        return number

    def place(self, number: int, grid: Grid) -> None:
        """Have the terminal know a picture and the cells it takes."""
        known = self._given[number]
        if known.grid == grid:
            return
        first = given(number, known.picture.png) if known.grid is None else ""
        self._write(first + placed(number, *grid))
        known.grid = grid

    def placeholders(self, number: int, row: int, columns: int) -> str:
        """One row of a picture's placeholders."""
        del number
        return placeholders(row, columns)

    def colour(self, number: int) -> Colour:
        """The colour that they must be painted in."""
        return colour(number)

    def take_down(self, number: int) -> None:
        """Have the terminal let go of a picture."""
        if self._given.pop(number).grid is not None:
            self._write(forgotten(number))

    def again(self) -> None:
        """Give the terminal everything anew: it forgets when another program has it."""
        for number, known in self._given.items():
            grid, known.grid = known.grid, None
            if grid is not None:
                self.place(number, grid)
