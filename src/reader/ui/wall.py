"""What a terminal shows of pictures that it is told of cell by cell.

A page has placeholders where a picture stands, as it has for Kitty, and the
framework scrolls them, cuts them and paints over them as any text. Before what it
paints reaches the terminal, the placeholders are taken out here, and remembered with
where on the screen they stand. A picture is drawn there afterwards, in as few pieces
as there are, and only where it does not stand already.

This holds for terminals where a cell shows a picture or text, whichever came last.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from rich.cells import cell_len

from reader.domain.picture import Picture
from reader.text.typeset.pictures import USUAL_HEIGHT, Grid
from reader.ui.kitty import MARKS, PLACEHOLDER, placeholders

MOST: Final = len(MARKS)
"""Pictures that can hang at once, of all pages there are."""

_PIECE: Final = re.compile(
    # Going to a cell
    r"\x1b\[(?P<y>\d+);(?P<x>\d+)H"
    r"|\x1b\[(?P<style>[\d;]*)m"
    # Strings, links among them, and every other sequence
    r"|\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-?]*[ -/]*[@-~]|\x1b[ -/]*[0-~]"
    r"|(?P<end>\n)"
    rf"|(?P<cells>(?:{PLACEHOLDER}[^\x1b]{{3}})+)"
    rf"|(?P<text>[^\x1b\n{PLACEHOLDER}]+)"
    r"|.",
    re.DOTALL,
)
_NUMBERS: Final = {mark: number for number, mark in enumerate(MARKS)}


class Cell(NamedTuple):
    """What of a picture a cell shows."""

    number: int
    """The picture's."""

    row: int
    column: int


class Hanging(NamedTuple):
    """What a cell shows of a picture, or is to show."""

    cell: Cell
    style: str
    """The parameters of the style that is seen where the picture is clear."""


class Patch(NamedTuple):
    """A rectangle of cells that are to show a piece of one picture."""

    y: int
    """The row of the screen, from 0."""

    x: int
    first: Cell
    """What the cell in its upper left corner shows."""

    rows: int
    columns: int
    style: str

    def cells(self) -> Iterator[tuple[int, int, Hanging]]:
        """Each of its cells, with its row and its column of the screen."""
        number, top, left = self.first
        for down in range(self.rows):
            for across in range(self.columns):
                cell = Cell(number, top + down, left + across)
                yield self.y + down, self.x + across, Hanging(cell, self.style)


class Hung(NamedTuple):
    """A picture, and the cells that the whole of it takes."""

    picture: Picture
    grid: Grid | None = None


class Wall:
    """Knows which cells of the screen show pictures, and which are to.

    Args:
        cell_height: How high a cell is whose width is 1.
    """

    def __init__(self, cell_height: float = USUAL_HEIGHT) -> None:
        self.cell_height = cell_height
        self._hung: dict[int, Hung] = {}
        self._shown: defaultdict[int, dict[int, Hanging]] = defaultdict(dict)
        """By the row of the screen, then by its column."""

        self._due: defaultdict[int, dict[int, Hanging]] = defaultdict(dict)

    # What pages ask for

    def hang(self, picture: Picture) -> int:
        """Have a picture.

        Returns:
            The number its placeholders have. The longest there gives way to it if
            there are too many.
        """
        free = (number for number in range(MOST) if number not in self._hung)
        number = next(free, next(iter(self._hung), 0))
        self.take_down(number)
        self._hung[number] = Hung(picture)
        return number

    def place(self, number: int, grid: Grid) -> None:
        """Know the cells that a picture takes."""
        hung = self._hung.get(number)
        if hung is not None and hung.grid != grid:
            self._hung[number] = hung._replace(grid=grid)
            self._lose(number)

    def placeholders(self, number: int, row: int, columns: int) -> str:
        """One row of a picture's placeholders."""
        mark = MARKS[number]
        return "".join(
            PLACEHOLDER + one + mark
            for one in placeholders(row, columns).split(PLACEHOLDER)[1:]
        )

    def colour(self, number: int) -> None:
        """They are not painted at all, in no colour."""

    def take_down(self, number: int) -> None:
        """Have a picture no more; what is painted over it removes it from the screen."""
        self._hung.pop(number, None)
        self._lose(number)

    def again(self) -> None:
        """Know nothing of what the screen shows: all of it is about to be painted."""
        self._shown.clear()
        self._due.clear()

    def _lose(self, number: int) -> None:
        """Believe of no cell that it shows a picture."""
        for known in (self._shown, self._due):
            for row in known.values():
                for x in [x for x, one in row.items() if one.cell.number == number]:
                    del row[x]
            for y in [y for y, row in known.items() if not row]:
                del known[y]

    # What is painted

    def passing(self, sequence: str) -> str:
        """Take placeholders out of what is about to be written to the terminal.

        Args:
            sequence: What the framework paints: it goes to a cell before it does.

        Returns:
            The same, with blanks where a picture is to come, and nothing where
            the right piece of it stands.
        """
        if PLACEHOLDER not in sequence and not self._shown and not self._due:
            return sequence
        passed, y, x, style = [], 0, 0, ""
        for piece in _PIECE.finditer(sequence):
            written = piece[0]
            match piece.lastgroup:
                case "x":
                    y, x = int(piece["y"]) - 1, int(piece["x"]) - 1
                case "style":
                    style = piece["style"]
                case "end":
                    y, x = y + 1, 0
                case "text":
                    width = cell_len(written)
                    self._cover(y, x, width)
                    x += width
                case "cells":
                    cells = _cells_in(written)
                    written = self._blanks(y, x, cells, style)
                    x += len(cells)
            passed.append(written)
        return "".join(passed)

    def _cover(self, y: int, x: int, width: int) -> None:
        """Know that cells show text now."""
        for known in (self._shown, self._due):
            row = known.get(y)
            if row:
                for at in range(x, x + width):
                    row.pop(at, None)
                if not row:
                    del known[y]

    def _blanks(self, y: int, x: int, cells: tuple[Cell, ...], style: str) -> str:
        """What is written where placeholders stand; a picture is due there now."""
        shown, due, written = self._shown[y], self._due[y], []
        for at, cell in enumerate(cells, x):
            if shown.get(at) == (cell, style):
                due.pop(at, None)
                written.append("\x1b[C")
            else:
                shown.pop(at, None)
                due[at] = Hanging(cell, style)
                written.append(" ")
        for known in (self._shown, self._due):
            if not known[y]:
                del known[y]
        if " " not in written:
            return f"\x1b[{len(written)}C"
        return "".join(written)

    # What is drawn

    @property
    def is_due(self) -> bool:
        """Whether anything is to be drawn."""
        return bool(self._due)

    def patches(self) -> list[Patch]:
        """What is to be drawn, in as few rectangles as are easily found."""
        found: list[Patch] = []
        growing: dict[tuple[int, Cell, int, str], int] = {}
        for y in sorted(self._due):
            for run in _runs(y, self._due[y]):
                number, row, column = run.first
                above = (run.x, Cell(number, row - 1, column), run.columns, run.style)
                key = (run.x, run.first, run.columns, run.style)
                at = growing.pop(above, None)
                if at is not None and found[at].y + found[at].rows == y:
                    found[at] = found[at]._replace(rows=found[at].rows + 1)
                    growing[key] = at
                else:
                    growing[key] = len(found)
                    found.append(run)
        return found

    def hung(self, patch: Patch) -> Hung | None:
        """The picture that a patch is a piece of, if it hangs here still."""
        return self._hung.get(patch.first.number)

    def settle(self, patch: Patch) -> bool:
        """Know that a patch is about to be drawn.

        Returns:
            Whether it is still due. If something was painted there meanwhile, it must
            not be drawn.
        """
        cells = list(patch.cells())
        if any(self._due.get(y, {}).get(x) != due for y, x, due in cells):
            return False
        for y, x, due in cells:
            self._shown[y][x] = due
            del self._due[y][x]
            if not self._due[y]:
                del self._due[y]
        return True


# The same rows are painted again and again.
@lru_cache(maxsize=200)
def _cells_in(placeholders: str) -> tuple[Cell, ...]:
    """What some placeholders stand for."""
    marks = [_NUMBERS.get(mark, MOST) for mark in placeholders]
    return tuple(
        Cell(number, row, column)
        for row, column, number in zip(
            marks[1::4], marks[2::4], marks[3::4], strict=True
        )
    )


def _runs(y: int, due: dict[int, Hanging]) -> Iterator[Patch]:
    """The stretches of a row of the screen that show one stretch of one picture's row."""
    run: Patch | None = None
    for x in sorted(due):
        (number, row, column), style = due[x]
        if run is not None:
            goes_on = Cell(number, row, column - run.columns) == run.first
            if goes_on and x == run.x + run.columns and style == run.style:
                run = run._replace(columns=run.columns + 1)
                continue
            yield run
        run = Patch(y, x, Cell(number, row, column), 1, 1, style)
    if run is not None:
        yield run
