"""Who speaks, written in the margin beside the quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.domain.quotation import Quotation
from reader.text.typeset.lines import Line
from reader.text.typeset.wrapping import Cells, wrap

SURE = 0.7
"""A speaker we are less sure of than this is named with a question mark."""

_MOST_ROWS = 3
_ELLIPSIS = "…"


class Note(NamedTuple):
    """A row of a name in the margin."""

    text: str
    quotations: tuple[Quotation, ...]
    """What they say from here on, before anybody else is named."""

    def speaks(self, quotation: Quotation) -> bool:
        """Whether the name stands for a quotation."""
        return quotation in self.quotations


def name_of(quotation: Quotation) -> str:
    """The speaker as the screen names them; empty if nobody is named."""
    if quotation.speaker is None:
        return ""
    unsure = quotation.confidence < SURE and not quotation.corrected
    return f"{quotation.speaker}?" if unsure else quotation.speaker


def names_beside(
    lines: Sequence[Line], quotations: Sequence[Quotation], width: int, cells: Cells
) -> dict[int, Note]:
    """Name the speakers beside the rows where they begin to speak.

    Whoever goes on speaking in the same lines is not named again. A long name
    takes up to three rows, if nobody else is named there.

    Args:
        lines: Lines that stand together, such as a paragraph's.
        quotations: Those that may begin in them, in order.
        width: Cells of the margin.
        cells: What measures a text.

    Returns:
        What stands beside each row, by its number.
    """
    notes: dict[int, Note] = {}
    begins = list(_begins(lines, quotations))
    for number, (row, name, said) in enumerate(begins):
        free = begins[number + 1][0] if number + 1 < len(begins) else len(lines)
        at = row
        while at in notes:
            at += 1
        if at >= len(lines) or (at > row and lines[at].start >= said[-1].end):
            continue
        room = max(1, min(free - at, _MOST_ROWS))
        for part in _cut(name, width, room, cells):
            notes[at] = Note(part, said)
            at += 1
    return notes


def _begins(
    lines: Sequence[Line], quotations: Sequence[Quotation]
) -> Iterator[tuple[int, str, tuple[Quotation, ...]]]:
    """Who begins to speak in which row, and what they say."""
    row = 0
    for speaker, said in groupby(quotations, key=name_of):
        spoken = tuple(said)
        while row < len(lines) and lines[row].end <= spoken[0].start:
            row += 1
        if row == len(lines):
            return
        if speaker and lines[row].start <= spoken[0].start:
            yield row, speaker, spoken


def _cut(name: str, width: int, rows: int, cells: Cells) -> list[str]:
    """A name on so many rows, the last one shortened if it has to be."""
    parts = [name[row.start : row.end] for row in wrap(name, width, cells)]
    if len(parts) <= rows:
        return parts
    last = parts[rows - 1]
    while cells(last + _ELLIPSIS) > width:
        last = last[:-1]
    return [*parts[: rows - 1], last.rstrip() + _ELLIPSIS]
