"""An article as a page of lines, of which only those looked at are ever set.

The height of what has not been set is estimated, and put right as it is set, so
that an article of any length opens like a short one. A row's number may therefore
change; what stands in it is told by the article's offsets, which do not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Mapping
from typing import NamedTuple

from reader.domain.picture import Picture
from reader.text.typeset.lines import Line, Manner
from reader.text.typeset.pictures import Grid
from reader.text.typeset.plan import Plan
from reader.text.typeset.setting import NO_PICTURES, Setter
from reader.text.typeset.wrapping import Cells

_GROUP = 256
"""Pieces whose heights are summed together, so that no sum is over all of them."""

_KEPT = 96
"""Pieces whose lines are kept."""


_USUAL = Manner()


class Spot(NamedTuple):
    """A row, told in a way that stays true when other pieces change their height."""

    piece: int
    row: int


class Layout:
    """The lines of one article in a column of one width.

    Args:
        plan: The article, cut into pieces.
        width: Cells of the column.
        cells: What measures a text.
        manner: How the reader wants it set.
        pictures: The pictures there are, by their addresses, or why one is not shown;
            see `set_again`.
    """

    def __init__(
        self,
        plan: Plan,
        width: int,
        cells: Cells,
        manner: Manner = _USUAL,
        pictures: Mapping[str, Picture | str] = NO_PICTURES,
    ) -> None:
        self.plan = plan
        self._setter = Setter(plan, width, cells, manner, pictures)
        self.width = self._setter.width
        self._heights = [self._setter.estimate(piece) for piece in plan.pieces]
        self._sums = [
            sum(self._heights[at : at + _GROUP])
            for at in range(0, len(self._heights), _GROUP)
        ]
        self._known = bytearray(len(self._heights))
        self._unknown = len(self._heights)
        self._lines: OrderedDict[int, list[Line]] = OrderedDict()
        self._last: tuple[int, Spot] | None = None

    @property
    def height(self) -> int:
        """How many rows there are; an estimate until `exact`."""
        return sum(self._sums)

    @property
    def exact(self) -> bool:
        """Whether every piece has been measured."""
        return self._unknown == 0

    def line(self, y: int) -> Line:
        """One row of the page.

        Args:
            y: Its number, from 0 to below `height`. Setting it may change
                the numbers of the rows after it; see `settle`.
        """
        spot = self.spot_at(y)
        lines = self.lines(spot.piece)
        return lines[min(spot.row, len(lines) - 1)]

    def lines(self, piece: int) -> list[Line]:
        """The lines of one piece."""
        lines = self._lines.get(piece)
        if lines is None:
            lines = self._setter.set(self.plan.pieces[piece])
            self._lines[piece] = lines
            self._learn(piece, len(lines))
            if len(self._lines) > _KEPT:
                self._lines.popitem(last=False)
        else:
            self._lines.move_to_end(piece)
        return lines

    def grid(self, piece: int) -> Grid | None:
        """The cells of a piece's picture, or None if it has none to show."""
        return self._setter.grid(self.plan.pieces[piece])

    def set_again(self, piece: int, spot: Spot) -> Spot:
        """Set a piece anew: there is a picture now that it shows.

        Args:
            piece: The piece.
            spot: Any row of the page.

        Returns:
            Where that row stands now.
        """
        before = self.lines(piece)
        del self._lines[piece]
        self._unlearn(piece)
        after = self.lines(piece)
        if spot.piece != piece or not before[spot.row].text.strip():
            return spot
        return Spot(piece, spot.row + len(after) - len(before))

    def spot_at(self, y: int) -> Spot:
        """The spot of a row; the first or the last for one outside the page."""
        y = max(y, 0)
        if self._last is not None and y == self._last[0] + 1:
            # Rows are mostly asked for one after the other.
            before = self._last[1]
            if before.row + 1 < self._heights[before.piece]:
                spot = Spot(before.piece, before.row + 1)
                self._last = (y, spot)
                return spot
        spot = self._found(y)
        self._last = (y, spot)
        return spot

    def _found(self, y: int) -> Spot:
        group = 0
        while group + 1 < len(self._sums) and y >= self._sums[group]:
            y -= self._sums[group]
            group += 1
        piece = group * _GROUP
        last = min(piece + _GROUP, len(self._heights)) - 1
        while piece < last and y >= self._heights[piece]:
            y -= self._heights[piece]
            piece += 1
        return Spot(piece, min(y, self._heights[piece] - 1))

    def y_of(self, spot: Spot) -> int:
        """The number of a spot's row, as far as it is known."""
        group = spot.piece // _GROUP
        above = sum(self._sums[:group])
        return above + sum(self._heights[group * _GROUP : spot.piece]) + spot.row

    def spot_of(self, offset: int) -> Spot:
        """The row that a character of the article's text stands in.

        Args:
            offset: Into the article's text; its end is taken for its last character.
        """
        starts = self.plan.starts
        # The first piece and the last one stand around the text and hold none of it.
        last = len(starts) - 1
        piece = min(max(bisect_right(starts, offset, 1, last) - 1, 1), last)
        lines = self.lines(piece)
        best = 0
        for row, line in enumerate(lines):
            if line.start > offset:
                break
            if line.start < line.end or best == 0:
                best = row
            if any(
                run.start is not None and run.start <= offset < run.end
                for run in line.runs
            ):
                best = row
                break
        return Spot(piece, best)

    def settle(self, y: int, *, above: int, below: int) -> int:
        """Set the pieces around a row, so that rows there are what they are.

        Args:
            y: The row's number, as it is known now.
            above: How many rows above it are to be settled.
            below: How many rows from it on.

        Returns:
            The number that the same row has now.
        """
        piece, row = self.spot_at(y)
        estimated = self._heights[piece]
        height = self._learned(piece)
        if height != estimated:
            row = min(row * height // max(estimated, 1), height - 1)
        left, at = below - (height - row), piece + 1
        while left > 0 and at < len(self._heights):
            left -= self._learned(at)
            at += 1
        left, at = above - row, piece - 1
        while left > 0 and at >= 0:
            left -= self._learned(at)
            at -= 1
        return self.y_of(Spot(piece, row))

    def measure_some(self, near: int, characters: int) -> None:
        """Measure some of the pieces whose height is an estimate.

        Args:
            near: The piece to begin at; the ones after it come first.
            characters: About how much text to measure.
        """
        at = self._known.find(0, near)
        if at < 0:
            at = self._known.find(0)
        while at >= 0 and characters > 0:
            piece = self.plan.pieces[at]
            self._learn(at, self._setter.height(piece))
            characters -= piece.end - piece.start + 40
            at = self._known.find(0, at)

    def _learned(self, piece: int) -> int:
        if not self._known[piece]:
            self._learn(piece, self._setter.height(self.plan.pieces[piece]))
        return self._heights[piece]

    def _unlearn(self, piece: int) -> None:
        self._unknown += self._known[piece]
        self._known[piece] = 0

    def _learn(self, piece: int, height: int) -> None:
        if self._known[piece]:
            return
        self._known[piece] = 1
        self._last = None
        self._unknown -= 1
        self._sums[piece // _GROUP] += height - self._heights[piece]
        self._heights[piece] = height
