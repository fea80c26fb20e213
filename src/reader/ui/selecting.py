"""What is selected of a page with the mouse: its words, and how it is shown."""

from __future__ import annotations

import re
from typing import Final

from rich.cells import cell_len
from rich.style import Style
from textual.geometry import Offset
from textual.selection import Selection
from textual.strip import Strip

from reader.ui.page import Page, selectable

_WORD: Final = re.compile(r"\w+(?:[-.’']\w+)*")


def words_of(page: Page, selection: Selection) -> str:
    """The words selected, unbroken by the rows they stand in."""
    start, end = _ends(page, selection)
    if start < end:
        return page.plan.article.text[start:end]
    # Nothing of the text itself: the title, the neighbours.
    first = 0 if selection.start is None else selection.start.y
    last = page.layout.height - 1 if selection.end is None else selection.end.y
    rows = [page.layout.line(y).text.strip() for y in range(first, last + 1)]
    return "\n".join(rows)


def word_at(page: Page, at: Offset) -> Selection | None:
    """The word that stands in a cell of the page, if one does.

    Args:
        page: The page.
        at: The cell's column, and the number of its row.
    """
    text = _text_of(page, at.y)
    for word in _WORD.finditer(text):
        if cell_len(text[: word.start()]) <= at.x < cell_len(text[: word.end()]):
            return Selection(Offset(word.start(), at.y), Offset(word.end(), at.y))
    return None


def paragraph_at(page: Page, y: int) -> Selection | None:
    """The paragraph, or any other piece of the article, that a row is a part of."""
    spot = page.layout.spot_at(y)
    top = y - spot.row
    rows = [top + row for row in range(len(page.layout.lines(spot.piece)))]
    written = [row for row in rows if _text_of(page, row).strip()]
    if not written:
        return None
    end = Offset(len(_text_of(page, written[-1])), written[-1])
    return Selection(Offset(0, written[0]), end)


def _text_of(page: Page, y: int) -> str:
    """A row's text, each of its characters where the mouse finds it."""
    return " " * page.frame.text + page.layout.line(y).text


def span_of(page: Page, selection: Selection) -> tuple[int, int] | None:
    """What is selected of the article's text, without space around it; None if nothing is."""
    start, end = _ends(page, selection)
    words = page.plan.article.text[start:end]
    if not words.strip():
        return None
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _ends(page: Page, selection: Selection) -> tuple[int, int]:
    """The stretch of the text that a selection begins and ends in."""
    start = _offset_at(page, selection.start, 0)
    return start, _offset_at(page, selection.end, len(page.plan.article.text))


def _offset_at(page: Page, at: Offset | None, default: int) -> int:
    """The offset that an end of a selection stands at."""
    if at is None:
        return default
    y = min(max(at.y, 0), page.layout.height - 1)
    line, text = page.layout.line(y), _text_of(page, y)
    _, offset = page.under(line, cell_len(text[: at.x]))
    if offset is not None:
        return offset
    return line.start if at.x <= page.frame.text else line.end


def with_selection(strip: Strip, selection: Selection, y: int, style: Style) -> Strip:
    """Show what is selected of a row, its margins left out.

    Args:
        strip: The row.
        selection: What is selected.
        y: The row's number in the page.
        style: Its colours are what is selected.
    """
    span = selection.get_span(y)
    if span is None:
        return strip
    text = strip.text
    start = max(span[0], len(text) - len(text.lstrip()))
    end = len(text.rstrip()) if span[1] < 0 else span[1]
    if start >= end:
        return strip
    cuts = [cell_len(text[:start]), cell_len(text[:end]), strip.cell_length]
    before, inside, after = strip.divide(cuts)
    colours = Style(color=style.color, bgcolor=style.bgcolor)
    marked = Strip.join([before, inside.apply_style(colours), after])
    # Cut, the parts have to be told anew where they stand: the mouse goes on.
    return Strip(selectable(marked, y), marked.cell_length)
