"""Tables: in columns where they fit, else one cell under the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from reader.domain.article import Block
from reader.text.typeset.bidi import reads_leftward
from reader.text.typeset.inline import Inline, Spans, mark_up
from reader.text.typeset.lines import Line, Look, Manner, Run
from reader.text.typeset.ordering import in_order
from reader.text.typeset.wrapping import Cells, Row, wrap

BETWEEN = 2
"""Cells between two columns."""

NARROWEST = 10
"""Cells that every column has if the table is too wide for what it holds."""

INDENT = "  "
_NUMBER = re.compile(r"\s*|[^\w\s]{0,2}\d[\d.,:’'\u00a0\u202f ]*\s?[^\d]{0,3}")


class _Cell(NamedTuple):
    """A cell, as a stretch of its block's text."""

    start: int
    end: int


class Column(NamedTuple):
    """A column of a table."""

    width: int
    """Cells; before a table is fitted into a width, those of the widest cell."""

    of_numbers: bool
    """Whether it holds nothing but numbers, which stand to the right."""


def natural_columns(
    block: Block, spans: Spans, numbers: Mapping[str, int], cells: Cells
) -> Sequence[Column]:
    """The columns of a table, each as wide as the widest of its cells.

    Args:
        block: The table.
        spans: Its spans.
        numbers: The number of each link.
        cells: What measures a text.
    """
    widest: list[int] = []
    of_numbers: list[bool] = []
    for at, row in enumerate(_rows(block, 0, len(block.text))):
        for number, cell in enumerate(row):
            shown = mark_up(block, *cell, spans=spans, shift=0, numbers=numbers).shown
            if number == len(widest):
                widest.append(1)
                of_numbers.append(True)
            widest[number] = max(widest[number], cells(shown))
            if at and of_numbers[number]:
                of_numbers[number] = _NUMBER.fullmatch(shown) is not None
    return tuple(map(Column, widest, of_numbers))


def _rows(block: Block, start: int, end: int) -> Iterator[list[_Cell]]:
    at = start
    for line in block.text[start:end].removesuffix("\n").split("\n"):
        row = []
        for cell in line.split("\t"):
            row.append(_Cell(at, at + len(cell)))
            at += len(cell) + 1
        yield row


class Table:
    """A table in a column of text of one width.

    Its first row is its head.

    Args:
        block: The table.
        spans: Its spans.
        columns: Its natural columns; none to set one cell under the other.
        width: Cells there are.
        numbers: The number of each link.
        cells: What measures a text.
        manner: How the reader wants it set.
    """

    def __init__(
        self,
        block: Block,
        spans: Spans,
        columns: Sequence[Column],
        *,
        width: int,
        numbers: Mapping[str, int],
        cells: Cells,
        manner: Manner,
    ) -> None:
        self._block = block
        self._spans = spans
        self._width = width
        self._numbers = numbers
        self._cells = cells
        self._manner = manner
        self._columns = self._fitted(columns) if columns else ()

    def lines(self, start: int, end: int, shift: int) -> list[Line]:
        """Set some of the rows.

        Args:
            start: Where the first of them begins in the block's text.
            end: Where the last one ends.
            shift: Where the block's text begins in the article's.
        """
        lines: list[Line] = []
        for row in _rows(self._block, start, end):
            if self._columns:
                lines.extend(self._in_columns(row, shift))
            elif row[0].start == 0:
                lines.extend(self._stacked_head(row, shift))
            else:
                lines.extend(self._stacked(row, shift))
        return lines

    def _marked_up(self, cell: _Cell, shift: int, look: Look = Look.PLAIN) -> Inline:
        return mark_up(
            self._block,
            *cell,
            spans=self._spans,
            shift=shift,
            numbers=self._numbers,
            look=look,
        )

    def _runs(self, inline: Inline, row: Row) -> tuple[Run, ...]:
        return inline.runs_in_order(row) if self._manner.ordered else inline.runs(row)

    def _fitted(self, columns: Sequence[Column]) -> Sequence[Column]:
        """How wide each column is; none if they do not fit side by side."""
        widths = [one.width for one in columns]
        room = self._width - BETWEEN * (len(widths) - 1)
        if sum(widths) > room < NARROWEST * len(widths):
            return ()
        # The widest columns give way until all fit.
        limit = min(max(widths), max(room, 1))
        while sum(min(wide, limit) for wide in widths) > room:
            limit -= 1
        return [one._replace(width=min(one.width, limit)) for one in columns]

    def _in_columns(self, row: Sequence[_Cell], shift: int) -> Iterator[Line]:
        """A row side by side; under the first one a rule."""
        heads = row[0].start == 0
        look = Look.TABLE_HEAD if heads else Look.PLAIN
        filled = []
        for cell, column in zip(row, self._columns, strict=False):
            inline = self._marked_up(cell, shift, look)
            wrapped = wrap(inline.shown, column.width, self._cells)
            filled.append([self._runs(inline, one) for one in wrapped])
        start, end = shift + row[0].start, shift + row[-1].end + 1
        for number in range(max(len(rows) for rows in filled)):
            beside = [
                self._filled(rows[number] if number < len(rows) else (), column)
                for rows, column in zip(filled, self._columns, strict=False)
            ]
            yield Line(self._side_by_side(beside), start, end)
        if heads:
            widths = [one.width for one in self._columns]
            if self._turned:
                widths.reverse()
            rule = (" " * BETWEEN).join("─" * one for one in widths)
            yield Line(self._placed([Run(rule, None, Look.RULE)]), end, end)

    def _filled(self, shown: Sequence[Run], column: Column) -> Sequence[Run]:
        """A row of a cell, as wide as its column."""
        free = Run(" " * (column.width - self._wide(shown)))
        if column.of_numbers or self._turned:
            return (free, *shown)
        return (*shown, free)

    def _side_by_side(self, cells: Sequence[Sequence[Run]]) -> tuple[Run, ...]:
        """A row's cells, the first one where reading begins."""
        between = Run(" " * BETWEEN)
        in_order = cells[::-1] if self._turned else cells
        runs = [run for cell in in_order for run in (between, *cell)][1:]
        if not self._turned and not runs[-1].text.strip():
            runs.pop()
        return self._placed(runs)

    def _placed(self, runs: Sequence[Run]) -> tuple[Run, ...]:
        """A row where reading begins: at the left, or at the right."""
        if not self._turned:
            return tuple(runs)
        return (Run(" " * max(self._width - self._wide(runs), 0)), *runs)

    def _wide(self, runs: Sequence[Run]) -> int:
        return sum(self._cells(run.text) for run in runs)

    @cached_property
    def _turned(self) -> bool:
        """Whether its first column stands on the right: it is read from there, and the order is ours."""
        return self._manner.ordered and reads_leftward(self._block.text)

    def _stacked_head(self, row: Sequence[_Cell], shift: int) -> Iterator[Line]:
        """The names of the columns, one a line."""
        for cell in row:
            yield from self._wrapped((), cell, shift, Look.TABLE_HEAD)

    def _stacked(self, row: Sequence[_Cell], shift: int) -> Iterator[Line]:
        """A row one cell a line, the first one leading, the others with the names of their columns."""
        names = self._block.text.split("\n", 1)[0].split("\t")
        for number, cell in enumerate(row):
            if number == 0:
                yield from self._wrapped((), cell, shift, Look.STRONG)
                continue
            name = names[number] if number < len(names) else ""
            label = f"{name}: " if name else ""
            if len(INDENT) + self._cells(label) > self._width // 2:
                label = ""
            if self._turned:
                label = f" {in_order(label.strip())}"
            margin = (Run(INDENT), Run(label, None, Look.META))
            yield from self._wrapped(margin, cell, shift, Look.PLAIN)

    def _wrapped(
        self, margin: Sequence[Run], cell: _Cell, shift: int, look: Look
    ) -> Iterator[Line]:
        inline = self._marked_up(cell, shift, look)
        hang = self._wide(margin)
        rows = wrap(inline.shown, self._width - hang, self._cells)
        for number, row in enumerate(rows):
            more = number + 1 < len(rows)
            until = (
                inline.offset_at(rows[number + 1].start)
                if more
                else shift + cell.end + 1
            )
            before = (Run(" " * hang),) if number else tuple(margin)
            runs = (*before, *self._runs(inline, row))
            if self._turned:
                runs = self._placed([*self._runs(inline, row), *reversed(before)])
            yield Line(runs, inline.offset_at(row.start), until)
