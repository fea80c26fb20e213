"""Tables: whether one holds data, and its cells row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text.markup.tree import tag_of, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_COLUMNS = 100
MOST_CELLS = 20_000
_LONGEST_CELL = 800
"""A cell with more text than this, in characters, is part of a page's layout."""


def is_data(table: HtmlElement) -> bool:
    """Whether a table's rows and columns mean something.

    Pages also use tables to place things side by side, and to number lines of
    code; such a table is read as the blocks in its cells.
    """
    if table.get("role") == "presentation":
        return False
    if any(inner is not table for inner in table.iter("table")):
        return False
    if next(table.iter("pre", "blockquote", "h1", "h2"), None) is not None:
        return False
    rows = [
        [cell for cell in row if tag_of(cell) in ("td", "th")]
        for row in table.iter("tr")
    ]
    if sum(map(len, rows)) > MOST_CELLS or max(map(len, rows), default=0) < 2:
        return False
    return all(len(text_of(cell)) <= _LONGEST_CELL for row in rows for cell in row)


def cells_of(table: HtmlElement) -> list[list[HtmlElement | None]]:
    """A table's cells, all rows equally long.

    What a cell spans besides its own place is None, so that columns stay
    under each other. Rows in which nothing is said are left out.
    """
    rows: list[list[HtmlElement | None]] = []
    reserved: dict[int, int] = {}
    for row in table.iter("tr"):
        cells: list[HtmlElement | None] = []
        for cell in row:
            if tag_of(cell) not in ("td", "th"):
                continue
            while reserved.get(len(cells), 0) > 0:
                reserved[len(cells)] -= 1
                cells.append(None)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(len(cells), len(cells) + wide):
                reserved[column] = high - 1
            cells.extend([cell, *[None] * (wide - 1)])
            if len(cells) > MOST_COLUMNS:
                break
        for column in range(len(cells), max(reserved, default=-1) + 1):
            if reserved.get(column, 0) > 0:
                reserved[column] -= 1
        if any(cell is not None and text_of(cell) for cell in cells):
            rows.append(cells[:MOST_COLUMNS])
    widest = max(map(len, rows), default=0)
    return [row + [None] * (widest - len(row)) for row in rows]


def _span(cell: HtmlElement, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return (
        min(max(int(value), 1), MOST_COLUMNS)
        if value.isdecimal() and len(value) < 5
        else 1
    )
