"""An article as a page in a pane of one width: where things stand, and how they look."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.domain.annotation import Passage
from reader.domain.article import Block, BlockKind
from reader.domain.quotation import Quotation
from reader.text.layout import Layout, Spot
from reader.text.sanitize import for_terminal
from reader.text.typeset.lines import Line, Look, Manner, Run, Stretch, marked
from reader.text.typeset.margin import Note, names_beside
from reader.text.typeset.ordering import in_order
from reader.text.typeset.plan import Piece, Plan, Reference
from reader.ui.gallery import Gallery
from reader.ui.last_look import ORDERED, PICTURE
from reader.ui.one_link import one_link
from reader.ui.painting import PREFIX, Painter

SPEAKER = f"{PREFIX}speaker"
SPEAKER_CURRENT = f"{PREFIX}speaker-current"
MARK = f"{PREFIX}mark"
MARK_CURRENT = f"{PREFIX}mark-current"
MARK_HIGHLIGHT = f"{PREFIX}mark-highlight"

THIN, THICK = "│", "┃"
"""The bar beside a quotation, and beside the one the reader is at."""

STROKE, NOTE = "▌", "✎"
"""What stands after the lines of a highlight, and after its first if there is a note."""

GUTTER = 2
"""Cells from the bar to the text."""

NARROWEST_TEXT = 8

ROOMY = 40
"""Cells of a pane from which on the bar keeps clear of the pane's edge."""

NARROWEST_NAMES, WIDEST_NAMES = 10, 24
"""Cells of the margin that speakers are named in."""

WORTH_MOVING_FOR = 20
"""Cells of margin that the column gives up its place in the middle for."""

_MOST_STRIPS = 2000


class Frame(NamedTuple):
    """Where things stand across the pane, in cells."""

    names: int
    """Width of the margin with names; 0 without."""

    text: int
    """Where the text begins; the bar stands `GUTTER` cells before it."""

    width: int
    """Width of the text."""


def framed(width: int, measure: int, *, named: bool) -> Frame:
    """Centre the column; move it aside if that makes room for names.

    Args:
        width: Cells of the pane.
        measure: The widest line of text.
        named: Whether there are speakers to name in the margin.
    """
    edge = 1 if width >= ROOMY else 0
    text = max(min(measure, width - 2 * GUTTER - edge), NARROWEST_TEXT)
    spare = max(width - text, 0)
    left = max(spare // 2, min(GUTTER + edge, spare))
    if named:
        names = min(max(left - GUTTER, WORTH_MOVING_FOR), spare - GUTTER - 1)
        if names >= NARROWEST_NAMES:
            return Frame(min(names, WIDEST_NAMES), max(left, names + GUTTER), text)
    return Frame(0, left, text)


class Overlay(NamedTuple):
    """What is laid over the text, and changes without it."""

    marks: bool = True
    """Whether quotations are marked."""

    current: Quotation | None = None
    """The quotation the reader is at."""

    matches: Sequence[tuple[int, int]] = ()
    """What a search has found, in order."""

    match: int = -1
    """Which of them the reader is at."""

    passages: Sequence[Passage] = ()
    """What the reader highlighted."""

    colours: Mapping[int, Sequence[Stretch]] = MappingProxyType({})
    """What the words of code are, by where its piece begins in the text; in order, none
    over another."""


class Page:
    """The rows of one article in a pane of one width.

    Args:
        plan: The article, cut.
        width: Cells of the pane.
        measure: The widest line of text.
        overlay: What is laid over the text.
        manner: How the reader wants it set.
        gallery: The pictures there are.
    """

    def __init__(
        self,
        plan: Plan,
        width: int,
        measure: int,
        overlay: Overlay,
        manner: Manner,
        *,
        gallery: Gallery,
    ) -> None:
        self.plan = plan
        self.width = width
        self._quotations = plan.article.quotations
        self._starts = [one.start for one in self._quotations]
        named = overlay.marks and any(one.speaker for one in self._quotations)
        self.frame = (
            Frame(0, 0, min(measure, width))
            if manner.plain
            else framed(width, measure, named=named)
        )
        manner = manner._replace(told=manner.plain and overlay.marks)
        self.layout = Layout(plan, self.frame.width, cell_len, manner, gallery.pictures)
        self._gallery = gallery
        self._overlay = overlay
        self._manner = manner
        self._strips: dict[Spot, tuple[int, Strip]] = {}
        self._notes: dict[int, dict[int, Note]] = {}

    def lay_over(self, overlay: Overlay) -> None:
        """Lay something else over the text."""
        self._overlay = overlay
        self.forget()

    def forget(self) -> None:
        """Forget how the rows look, because the styles have changed."""
        self._strips.clear()

    def forget_piece(self, piece: Piece) -> None:
        """Forget how the rows of one piece look."""
        pieces = self.plan.pieces
        for spot in [one for one in self._strips if pieces[one.piece] == piece]:
            del self._strips[spot]

    def strip(self, spot: Spot, y: int, painter: Painter) -> Strip:
        """Paint one row: margin, bar, text.

        Args:
            spot: Which row.
            y: Its number, as far as it is known now.
            painter: What paints it.
        """
        number, strip = self._strips.get(spot, (-1, None))
        if strip is None or number != y:
            if len(self._strips) >= _MOST_STRIPS:
                self._strips.clear()
            strip = self._painted(spot, y, painter)
            self._strips[spot] = (y, strip)
        return strip

    def line(self, spot: Spot) -> Line:
        """The line in a spot."""
        return self.layout.lines(spot.piece)[spot.row]

    def code_between(self, top: int, bottom: int) -> Iterator[Piece]:
        """The pieces of code in some rows, whose language the page names.

        Args:
            top: The number of the first row.
            bottom: The number of the row after the last.
        """
        for piece, block in self._between(top, bottom):
            if block.kind is BlockKind.CODE and block.language:
                yield piece

    def pictures_between(self, top: int, bottom: int) -> Iterator[str]:
        """The addresses of the pictures that belong into some rows, shown or not.

        Args:
            top: The number of the first row.
            bottom: The number of the row after the last.
        """
        for _, block in self._between(top, bottom):
            if block.kind is BlockKind.PICTURE and block.target:
                yield block.target

    def _between(self, top: int, bottom: int) -> Iterator[tuple[Piece, Block]]:
        first = self.layout.spot_at(top).piece
        last = self.layout.spot_at(bottom - 1).piece
        for piece in self.plan.pieces[first : last + 1]:
            if piece.block >= 0:
                yield piece, self.plan.article.blocks[piece.block]

    def place_pictures(self) -> None:
        """Have the terminal know how large the pictures are here."""
        if self._gallery.pictures:
            for number, piece in enumerate(self.plan.pieces):
                grid = self.layout.grid(number)
                if grid is not None:
                    url = self.plan.article.blocks[piece.block].target or ""
                    self._gallery.place(url, grid)

    def add_picture(self, url: str, spot: Spot) -> Spot:
        """Make room for a picture that has come into the gallery.

        Args:
            url: The picture's address.
            spot: Any row of the page.

        Returns:
            Where that row stands now.
        """
        blocks = self.plan.article.blocks
        for number, piece in enumerate(self.plan.pieces):
            if piece.block >= 0 and blocks[piece.block].target == url:
                spot = self.layout.set_again(number, spot)
                self._notes.pop(number, None)
        self.place_pictures()
        self.forget()
        return spot

    def begun_between(self, start: int, end: int) -> Sequence[Quotation]:
        """The quotations that begin in a stretch of the text."""
        first = bisect_left(self._starts, start)
        return self._quotations[first : bisect_left(self._starts, end)]

    def quoted_in(self, line: Line) -> list[Quotation]:
        """The quotations that a line holds some of."""
        if line.start >= line.end:
            return []
        first = max(bisect_right(self._starts, line.start) - 1, 0)
        last = bisect_left(self._starts, line.end)
        return [one for one in self._quotations[first:last] if one.end > line.start]

    def references_in(self, line: Line) -> Sequence[Reference]:
        """What a line says that refers to footnotes."""
        references = self.plan.references
        first = bisect_left(references, (line.start,))
        return references[first : bisect_left(references, (line.end,))]

    def under(self, line: Line, x: int) -> tuple[Run | None, int | None]:
        """What stands in a column of the pane.

        Returns:
            The run there, and the offset of its character, as far as there are any.
        """
        left = self.frame.text
        for run in line.runs:
            right = left + cell_len(run.text)
            if left <= x < right:
                if run.start is None:
                    return run, None
                at, wide = 0, left + cell_len(run.text[0])
                while wide <= x and at + 1 < len(run.text):
                    at += 1
                    wide += cell_len(run.text[at])
                return run, run.start + at
            left = right
        return None, None

    def picture_under(self, line: Line, x: int) -> str | None:
        """The address of the picture that is shown in a column of the pane."""
        if line.picture is None:
            return None
        left = self.frame.text + sum(cell_len(run.text) for run in line.runs)
        across = x - left
        return line.picture.url if 0 <= across < line.picture.grid.columns else None

    def _painted(self, spot: Spot, y: int, painter: Painter) -> Strip:
        line, frame = self.line(spot), self.frame
        segments = list(self._margin(spot, line, painter))
        segments += painter.segments(marked(line, self._stretches(spot, line)))
        used = frame.text + sum(cell_len(run.text) for run in line.runs)
        column = frame.text + frame.width
        if line.picture is not None:
            url, grid, row = line.picture
            cells, colour = self._gallery.placeholders(url, row, grid.columns)
            style = painter.plain + Style(
                color=None if colour is None else Color.from_rgb(*colour),
                meta={PICTURE: True},
            )
            segments.append(Segment(cells, style))
            used += grid.columns
        if line.fill and used < column:
            segments.append(Segment(" " * (column - used), painter.style(line.fill)))
            used = column
        mark = self._mark_after(line)
        if mark and used < self.width and used <= column + 1:
            at = min(column + 1, self.width - 1)
            segments.append(Segment(" " * (at - used), painter.plain))
            segments.append(Segment(mark, painter.component(MARK_HIGHLIGHT)))
            used = at + 1
        if used < self.width:
            segments.append(Segment(" " * (self.width - used), painter.plain))
            used = self.width
        strip = Strip(selectable(segments, y), used)
        return strip if used == self.width else strip.crop(0, self.width)

    def _margin(self, spot: Spot, line: Line, painter: Painter) -> Iterator[Segment]:
        """What stands left of a line's text."""
        plain, current = painter.plain, self._overlay.current
        left = self.frame.text - GUTTER
        if left < 0:
            yield Segment(" " * self.frame.text, plain)
            return
        note = self._note(spot) if self.frame.names else None
        if note is None:
            yield Segment(" " * left, plain)
        else:
            text = for_terminal(note.text)
            if self._manner.ordered:
                text = in_order(text)
            speaks = current is not None and note.speaks(current)
            yield Segment(" " * (left - 1 - cell_len(text)), plain)
            yield Segment(
                text, painter.component(SPEAKER_CURRENT if speaks else SPEAKER)
            )
            yield Segment(" ", plain)
        beside = self.quoted_in(line) if self._overlay.marks else []
        if not beside:
            yield Segment(" " * GUTTER, plain)
        else:
            here = current in beside
            style = painter.component(MARK_CURRENT if here else MARK)
            yield Segment(THICK if here else THIN, style)
            yield Segment(" " * (GUTTER - 1), plain)

    def highlighted_in(self, line: Line) -> list[Passage]:
        """The highlights that a line holds some of."""
        return [
            one
            for one in self._overlay.passages
            if one.start < line.end and one.end > line.start
        ]

    def _mark_after(self, line: Line) -> str:
        """What tells after a line that some of it is highlighted."""
        marked = () if self._manner.plain else self.highlighted_in(line)
        if not marked or not any(run.start is not None for run in line.runs):
            return ""
        noted = any(one.highlight.note and one.start >= line.start for one in marked)
        return NOTE if noted else STROKE

    def _note(self, spot: Spot) -> Note | None:
        """The name that stands beside a row."""
        notes = self._notes.get(spot.piece)
        if notes is None:
            lines = self.layout.lines(spot.piece)
            begun = self.begun_between(lines[0].start, lines[-1].end)
            notes = names_beside(lines, begun, self.frame.names - 2, cell_len)
            self._notes[spot.piece] = notes
        return notes.get(spot.row)

    def _stretches(self, spot: Spot, line: Line) -> list[Stretch]:
        """What looks different in a line."""
        current, matches = self._overlay.current, self._overlay.matches
        piece = self.plan.pieces[spot.piece]
        colours = self._overlay.colours.get(piece.offset, ())
        first = max(bisect_right(colours, (line.start,)) - 1, 0)
        stretches = list(colours[first : bisect_left(colours, (line.end,))])
        stretches += [
            Stretch(one.start, one.end, Look.HIGHLIGHT)
            for one in self.highlighted_in(line)
        ]
        stretches += [
            Stretch(one.start, one.end, Look.REFERENCE)
            for one in self.references_in(line)
        ]
        if self._overlay.marks:
            for one in self.quoted_in(line):
                look = Look.CURRENT if one == current else Look.QUOTATION
                stretches.append(Stretch(one.start, one.end, look))
        first = max(bisect_right(matches, (line.start,)) - 1, 0)
        last = bisect_left(matches, (line.end,))
        for number in range(first, last):
            look = Look.FOUND if number == self._overlay.match else Look.MATCH
            stretches.append(Stretch(*matches[number], look))
        return stretches


def selectable(segments: Iterable[Segment], y: int) -> Iterator[Segment]:
    """Tell every segment where it stands, which selecting with the mouse needs.

    As `Strip.apply_offsets` does, except that a link stays one link.
    """
    x = 0
    for text, style, _ in segments:
        where = Style.from_meta({"offset": (x, y), ORDERED: True})
        if style is not None:
            where = style + where
            if style.link:
                one_link(where, style.link_id)
        yield Segment(text, where)
        x += len(text)
