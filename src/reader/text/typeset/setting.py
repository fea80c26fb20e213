"""How each piece of an article is set in a column: as lines of styled runs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from operator import itemgetter
from types import MappingProxyType
from urllib.parse import urlsplit

from reader.domain.article import Block, BlockKind, Neighbour
from reader.domain.picture import Picture
from reader.text.citing import day_in_words
from reader.text.typeset.inline import (
    Inline,
    Spans,
    expanded,
    joined,
    mark_up,
    number_of,
)
from reader.text.typeset.lines import Line, Look, Manner, Run
from reader.text.typeset.pictures import Grid, PictureRow, fitted
from reader.text.typeset.plan import HEAD, TAIL, Piece, Plan
from reader.text.typeset.tables import Column, Table, natural_columns
from reader.text.typeset.wrapping import Cells, Row, chop, wrap

WORDS_A_MINUTE = 230
IDEOGRAPHS_A_MINUTE = 400
_SAMPLE = 20_000
BAR = "│ "
ASIDE = "┆ "
"""The bar beside a footnote that is shown where it is referred to."""

_USUAL = Manner()
NO_PICTURES: Mapping[str, Picture | str] = MappingProxyType({})
_FROM_RIGHT, _FROM_LEFT = Run("\u200f"), Run("\u200e")
LEAST = 8
"""Cells that nesting always leaves to the text."""

_BLOCK_LOOKS = {
    BlockKind.CAPTION: Look.CAPTION,
    BlockKind.PICTURE: Look.CAPTION,
    BlockKind.FOOTNOTE: Look.FOOTNOTE,
}
_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff"
_WIDE = "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60"


class Setter:
    """Sets pieces of one article in a column of one width.

    Args:
        plan: The article, cut.
        width: Cells of the column.
        cells: What measures a text; it must agree with what paints it.
        manner: How the reader wants it set.
        pictures: The pictures there are, by their addresses; or why one is not
            shown, in a sentence.
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
        self.width = max(width, LEAST)
        self._article = plan.article
        self._cells = cells
        self._manner = manner
        self._pictures = pictures
        self._tables: dict[int, Table] = {}
        self._spans = -1, Spans(())

    def estimate(self, piece: Piece) -> int:
        """About how many rows a piece takes, without setting it."""
        if piece.block < 0:
            return len(self.set(piece))
        block = self._article.blocks[piece.block]
        length = piece.end - piece.start
        sample = block.text[piece.start : piece.start + 64]
        if sample and not sample.isascii():
            length += length * len(_one_of(_WIDE).findall(sample)) // len(sample)
        width = self.width - 2 * block.quoted - 2 * block.level
        rows = 1 + int(1.03 * length / max(width, LEAST))
        if self._manner.open and block.kind not in _SHAPED:
            rows = 2 * rows - 1
        return self._room_above(piece, block) + self._picture_rows(piece) + rows

    def height(self, piece: Piece) -> int:
        """How many rows a piece takes: as many as `set` would give."""
        block = self._article.blocks[piece.block] if piece.block >= 0 else None
        if block is None or piece.aside or block.kind in _SHAPED or not block.text:
            return len(self.set(piece))
        first, _ = self._margins(piece, block)
        inline = self._marked_up(piece, block)
        rows = wrap(inline.shown, self.width - self._wide(first), self._cells)
        height = 2 * len(rows) - 1 if self._manner.open else len(rows)
        above = self._room_above(piece, block) + len(self._said_above(piece, block))
        above += self._picture_rows(piece)
        return above + height + self._cites(piece, block)

    def set(self, piece: Piece) -> list[Line]:
        """Set a piece.

        Returns:
            Its lines, the empty ones above it first; at least one.
        """
        if piece.block == HEAD:
            return self._head()
        if piece.block == TAIL:
            return self._tail(piece)
        block = self._article.blocks[piece.block]
        if piece.aside:
            return self._aside(piece, block)
        match block.kind:
            case BlockKind.CODE:
                lines = self._code(piece, block)
            case BlockKind.TABLE:
                lines = self._table(piece, block)
            case BlockKind.RULE:
                lines = self._rule(piece)
            case _:
                lines = self._words(piece, block)
        if self._cites(piece, block):
            bars = self._bars(block)
            at = lines[-1].end
            cite = (*bars, self._cite_of(block))
            lines.extend(self._wrapped_runs(cite, at))
        return [*self._above(piece, block), *self._picture(piece, block), *lines]

    def grid(self, piece: Piece) -> Grid | None:
        """The cells of a piece's picture, or None if it has none to show."""
        picture = self._picture_of(piece)
        if not isinstance(picture, Picture):
            return None
        return fitted(picture, self._room_for_picture(piece))

    def _picture_of(self, piece: Piece) -> Picture | str | None:
        """A piece's picture, or why it is not shown, if it was looked for."""
        if piece.block < 0 or piece.start or piece.aside:
            return None
        block = self._article.blocks[piece.block]
        if block.kind is not BlockKind.PICTURE:
            return None
        return self._pictures.get(block.target or "")

    def _room_for_picture(self, piece: Piece) -> int:
        bars = self._bars(self._article.blocks[piece.block])
        return self.width - self._wide(bars)

    def _picture_rows(self, piece: Piece) -> int:
        if self._article.blocks[piece.block].kind is not BlockKind.PICTURE:
            return 0
        grid = self.grid(piece)
        return len(self._why_not(piece)) if grid is None else grid.rows

    def _why_not(self, piece: Piece) -> Sequence[str]:
        """What says why a picture is not shown, in rows."""
        reason = self._picture_of(piece)
        if not isinstance(reason, str):
            return ()
        return self._in_rows(f"Not shown: {reason}", self._room_for_picture(piece))

    def _picture(self, piece: Piece, block: Block) -> Iterator[Line]:
        """The rows of a picture, above what it is said to show."""
        grid, at, bars = self.grid(piece), piece.offset, self._bars(block)
        for words in self._why_not(piece):
            yield Line((*bars, Run(words, None, Look.META)), at, at)
        if grid is not None and block.target is not None:
            for row in range(grid.rows):
                shown = PictureRow(block.target, grid, row)
                yield Line(bars, at, at, picture=shown)

    def _aside(self, piece: Piece, block: Block) -> list[Line]:
        """A footnote under what refers to it, where it is no part of the text."""
        before = "Footnote " if self._manner.plain else f"  {ASIDE}"
        bar, mark = Run(before, None, Look.BAR), f"[{block.marker}] "
        first: tuple[Run, ...]
        rest: tuple[Run, ...]
        first = (bar, Run(mark if piece.above else " " * len(mark), None, Look.MARKER))
        rest = (bar, Run(" " * self._cells(mark)))
        if self._wide(first) + LEAST > self.width:
            first = rest = ()
        inline = self._marked_up(piece, block, Look.FOOTNOTE)
        width = max(self.width - self._wide(first), LEAST)
        lines = [Line((), piece.offset, piece.offset)] * piece.above
        for number, row in enumerate(wrap(inline.shown, width, self._cells)):
            runs = self._in_place(inline, row, rest if number else first, width)
            shown_again = tuple(run._replace(start=None) for run in runs)
            lines.append(Line(shown_again, piece.offset, piece.offset))
        return lines

    def _above(self, piece: Piece, block: Block) -> Iterator[Line]:
        """The empty rows above a piece; a bar that goes on goes on through them."""
        before = self._article.blocks[piece.block - 1] if piece.block > 0 else None
        depth = min(before.quoted, block.quoted) if before is not None else 0
        bars = self._bars(block)[:depth] if before and before.cite is None else ()
        # What parts this block from the one before it belongs to these rows.
        gap = 2 if piece.block > 0 and piece.offset >= 2 else 0
        for _ in range(self._room_above(piece, block)):
            yield Line(tuple(bars), piece.offset - gap, piece.offset)
        for words in self._said_above(piece, block):
            said = Run(words, None, Look.META)
            yield Line((said,), piece.offset - gap, piece.offset)

    def _said_above(self, piece: Piece, block: Block) -> tuple[str, ...]:
        """What is told in words, a row each, where others see a bar or a ground."""
        if not self._manner.plain or piece.start > 0:
            return ()
        before = self._article.blocks[piece.block - 1] if piece.block > 0 else None
        depth = 0 if before is None else before.quoted
        said = {
            "End of quotation.": block.quoted < depth,
            "Quotation:": block.quoted > depth,
            "Code:": block.kind is BlockKind.CODE,
        }
        words = " ".join(words for words, holds in said.items() if holds)
        return self._in_rows(words, self.width) if words else ()

    def _in_rows(self, words: str, width: int) -> tuple[str, ...]:
        """Words of ours, in rows."""
        rows = wrap(words, width, self._cells)
        return tuple(words[row.start : row.end] for row in rows)

    def _room_above(self, piece: Piece, block: Block) -> int:
        """How many empty rows stand above a piece."""
        goes_on = piece.start > 0 and block.kind in _SHAPED
        return piece.above + (self._manner.open and not goes_on)

    def _cites(self, piece: Piece, block: Block) -> int:
        """How many rows name who is cited under a piece."""
        if not block.cite or piece.end < len(block.text):
            return 0
        bars = self._bars(block)
        return len(self._wrapped_runs((*bars, self._cite_of(block)), 0))

    def _cite_of(self, block: Block) -> Run:
        before = "Cited from" if self._manner.plain else "—"
        return Run(f"{before} {block.cite}", None, Look.CITE)

    def _wide(self, runs: Sequence[Run]) -> int:
        return sum(self._cells(run.text) for run in runs)

    def _bars(self, block: Block) -> tuple[Run, ...]:
        if self._manner.plain:
            return ()
        deepest = (self.width - LEAST) // len(BAR)
        return (Run(BAR, None, Look.BAR),) * min(block.quoted, deepest)

    def _margins(
        self, piece: Piece, block: Block
    ) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        """What stands before the first row of a block, and before the others."""
        bars = self._bars(block)
        if self._manner.plain and block.kind is BlockKind.HEADING and not piece.start:
            told = Run("Heading: ", None, Look.META)
            return ((told,) if self._wide([told]) + LEAST <= self.width else ()), ()
        if block.kind not in {BlockKind.ITEM, BlockKind.FOOTNOTE}:
            return bars, bars
        marker = f"{block.marker} " if block.marker else "  "
        if block.kind is BlockKind.FOOTNOTE and block.marker:
            # As it is referred to in the text.
            marker = f"[{block.marker}] "
        indent = 2 * max(block.level - 1, 0)
        if block.kind is BlockKind.ITEM:
            indent += 1
        room = self.width - LEAST - self._wide(bars) - self._cells(marker)
        if room < 0:
            return bars, bars
        blank = Run(" " * min(indent, room))
        hang = Run(" " * (len(blank.text) + self._cells(marker)))
        first = (*bars, blank, Run(marker, None, Look.MARKER))
        rest = (*bars, hang)
        return (first if piece.start == 0 else rest), rest

    def _words(self, piece: Piece, block: Block) -> list[Line]:
        """Set running text."""
        look = _BLOCK_LOOKS.get(block.kind, Look.PLAIN)
        if block.kind is BlockKind.HEADING:
            look = Look.HEADING if block.level <= 2 else Look.SUBHEADING
        elif self._is_note(piece):
            look = Look.NOTE
        first, rest = self._margins(piece, block)
        width = self.width - self._wide(first)
        if not block.text:
            return [self._wordless(piece, block, first)]
        inline = self._marked_up(piece, block, look)
        rows = wrap(inline.shown, width, self._cells)
        lines = []
        for number, row in enumerate(rows):
            runs = self._in_place(inline, row, rest if number else first, width)
            begins = inline.offset_at(row.start)
            until = (
                inline.offset_at(rows[number + 1].start)
                if number + 1 < len(rows)
                else piece.offset + piece.end - piece.start
            )
            lines.append(Line(runs, begins, until))
            if self._manner.open and number + 1 < len(rows):
                lines.append(Line(self._bars(block), until, until))
        return lines

    def _in_place(
        self, inline: Inline, row: Row, margin: Sequence[Run], width: int
    ) -> tuple[Run, ...]:
        """A row behind its margin; one that is read from the right, before it.

        Args:
            inline: What the row is a part of.
            row: The row.
            margin: What stands before it: bars, a list's marker.
            width: Cells there are without the margin.
        """
        runs = self._runs(inline, row)
        if not inline.leftward:
            return (*margin, *runs)
        blank = Run(" " * max(width - self._wide(runs), 0))
        turned = [run._replace(text=run.text[::-1]) for run in reversed(margin)]
        if self._manner.ordered:
            return (blank, *runs, *turned)
        # The marks keep what stands at the row's ends from being taken for the line's.
        return (
            blank,
            _FROM_RIGHT,
            *runs,
            _FROM_RIGHT,
            *([_FROM_LEFT, *turned] if turned else []),
        )

    def _runs(self, inline: Inline, row: Row) -> tuple[Run, ...]:
        """The runs of a row, in the order in which the terminal wants them."""
        return inline.runs_in_order(row) if self._manner.ordered else inline.runs(row)

    def _wordless(self, piece: Piece, block: Block, margin: Sequence[Run]) -> Line:
        """A block that has no words, such as a picture nobody has described."""
        if block.kind is BlockKind.PICTURE:
            number = self.plan.numbers.get(block.target or "")
            words = "Picture" if self._manner.plain else "▣ Picture"
            runs = [Run(words, None, Look.CAPTION, number)]
            if number is not None:
                runs.append(number_of(number))
            return Line((*margin, *runs), piece.offset, piece.offset)
        return Line(tuple(margin), piece.offset, piece.offset)

    def _is_note(self, piece: Piece) -> bool:
        """Whether a block near the end is the article's note on its source."""
        note = self._article.source_note
        if not note or piece.block < len(self._article.blocks) - 3:
            return False
        text = self._article.blocks[piece.block].text
        return note in text and len(text) <= len(note) + 24

    def _marked_up(self, piece: Piece, block: Block, look: Look = Look.PLAIN) -> Inline:
        inline = mark_up(
            block,
            piece.start,
            piece.end,
            spans=self._spans_of(piece.block),
            shift=piece.offset - piece.start,
            numbers=self.plan.numbers,
            look=look,
            sign="Picture: " if self._manner.plain else "▣ ",
        )
        if not self._manner.told:
            return inline
        until = piece.offset + piece.end - piece.start
        first = bisect_right(self._told, piece.offset, key=itemgetter(0))
        last = bisect_right(self._told, until, key=itemgetter(0))
        told = self._told[first:last]
        return inline.with_words(told, Look.META) if told else inline

    def _spans_of(self, number: int) -> Spans:
        """The spans of a block; the pieces of one block are set one after the other."""
        last, spans = self._spans
        if last != number:
            spans = Spans(self._article.blocks[number].spans)
            self._spans = number, spans
        return spans

    @cached_property
    def _told(self) -> list[tuple[int, str]]:
        """Who speaks, by the offset after the closing mark of what they say."""
        text = self._article.text
        told = []
        for one in self._article.quotations:
            if one.speaker is not None:
                mark = text[one.end : one.end + 1]
                closed = bool(mark) and not (mark.isspace() or mark.isalnum())
                told.append((one.end + closed, f" [{one.speaker}]"))
        return sorted(told)

    def _rule(self, piece: Piece) -> list[Line]:
        if self._manner.plain:
            told = Run("Section break.", None, Look.META)
            return self._wrapped_runs((told,), piece.offset)
        length = min(self.width, 9)
        blank = Run(" " * ((self.width - length) // 2))
        rule = Run("─" * length, None, Look.RULE)
        return [Line((blank, rule), piece.offset, piece.offset)]

    def _code(self, piece: Piece, block: Block) -> list[Line]:
        """Set code as it stands; a line too long goes on under a mark."""
        bars = self._bars(block)
        width = self.width - self._wide(bars) - 2
        lines = []
        start = piece.start
        text = block.text[piece.start : piece.end]
        for source in text.removesuffix("\n").split("\n"):
            offset = piece.offset + start - piece.start
            inline = expanded(source, offset)
            rows = chop(inline.shown, width, self._cells)
            for number, row in enumerate(rows):
                until = (
                    inline.offset_at(rows[number + 1].start)
                    if number + 1 < len(rows)
                    else offset + len(source) + 1
                )
                goes_on = number > 0 and not self._manner.plain
                edge = Run("↪" if goes_on else " ", None, Look.CODE_BLOCK | Look.MARKER)
                runs = (*bars, edge, *self._runs(inline, row))
                lines.append(
                    Line(runs, inline.offset_at(row.start), until, Look.CODE_BLOCK)
                )
            start += len(source) + 1
        return lines

    def _table(self, piece: Piece, block: Block) -> list[Line]:
        """Set the rows of a table."""
        bars = self._bars(block)
        table = self._tables.get(piece.block)
        if table is None:
            table = self._tables[piece.block] = Table(
                block,
                self._spans_of(piece.block),
                () if self._manner.plain else self._columns_of(piece.block),
                width=self.width - self._wide(bars),
                numbers=self.plan.numbers,
                cells=self._cells,
                manner=self._manner,
            )
        shift = piece.offset - piece.start
        return [
            replace(line, runs=(*bars, *line.runs))
            for line in table.lines(piece.start, piece.end, shift)
        ]

    def _columns_of(self, number: int) -> Sequence[Column]:
        """The natural columns of a table; every row is looked at for them, so that is done once."""
        columns = self.plan.columns.get(number)
        if columns is None:
            block, spans = self._article.blocks[number], self._spans_of(number)
            columns = natural_columns(block, spans, self.plan.numbers, self._cells)
            self.plan.columns[number] = columns
        return columns

    def _wrapped_runs(
        self, runs: Sequence[Run], offset: int, neighbour: Neighbour | None = None
    ) -> list[Line]:
        """Set what is no part of the article's text; what follows hangs under the last run but one."""
        *margin, last = runs
        hang = self._wide(margin)
        inline, width = joined([last]), max(self.width - hang, LEAST)
        lines: list[Line] = []
        for row in wrap(last.text, width, self._cells):
            lead = (
                tuple(margin)
                if not lines
                else tuple(
                    run if run.look is Look.BAR else Run(" " * self._cells(run.text))
                    for run in margin
                )
            )
            words = self._in_place(inline, row, lead, width)
            lines.append(Line(words, offset, offset, neighbour=neighbour))
        return lines

    def _head(self) -> list[Line]:
        """Title, byline, site, date and reading time."""
        article = self._article
        lines = [Line((), 0, 0)]
        if article.title:
            lines.extend(self._wrapped_runs((Run(article.title, None, Look.TITLE),), 0))
        day = article.published
        # A date and a number of minutes are not broken at the end of a row.
        when = [day_in_words(day, local=True) if day else "", _minutes(article.text)]
        about = [
            article.byline or "",
            article.site or _host(article.url),
            *(part.replace(" ", "\u00a0") for part in when),
        ]
        words = " · ".join(part for part in about if part)
        if words:
            lines.extend(self._wrapped_runs((Run(words, None, Look.META),), 0))
        return lines

    def _tail(self, piece: Piece) -> list[Line]:
        """What stands below: where it came from, and the neighbours."""
        article, at = self._article, piece.offset
        lines = [Line((), at, at)]
        if not article.blocks:
            nothing = Run("There is no text here.", None, Look.META)
            lines += [*self._wrapped_runs((nothing,), at), Line((), at, at)]
        note = article.source_note
        if note and note not in article.text[-len(note) - 200 :]:
            lines.extend(self._wrapped_runs((Run(note, None, Look.NOTE),), at))
            lines.append(Line((), at, at))
        keys = ("Previous:", "Next:") if self._manner.plain else ("<", ">")
        beside = [
            (key, one)
            for key, one in zip(keys, (article.previous, article.next), strict=True)
            if one is not None
        ]
        if beside and not self._manner.plain:
            rule = Run("─" * self.width, None, Look.RULE)
            lines.append(Line((rule,), at, at))
        for key, one in beside:
            words = one.title
            if one.published is not None:
                words = f"{words} · {day_in_words(one.published)}"
            runs = (Run(f"{key} ", None, Look.KEY), Run(words, None, Look.META))
            lines.extend(self._wrapped_runs(runs, at, one))
        if beside:
            lines.append(Line((), at, at))
        return lines


_SHAPED = frozenset({BlockKind.CODE, BlockKind.TABLE, BlockKind.RULE})
"""Kinds of block that are not set as running text."""


@cache
def _one_of(characters: str) -> re.Pattern[str]:
    """Finds characters of a range; made when first needed, as making one takes milliseconds."""
    return re.compile(f"[{characters}]")


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


def _minutes(text: str) -> str:
    """How long an article takes to read; a long one is judged by its beginning."""
    if not text:
        return ""
    sample = text[:_SAMPLE]
    ideographs = 0 if sample.isascii() else len(_one_of(_IDEOGRAPHS).findall(sample))
    words = sample.count(" ") + sample.count("\n\n") + 1
    minutes = words / WORDS_A_MINUTE + ideographs / IDEOGRAPHS_A_MINUTE
    return f"{max(1, round(minutes * len(text) / len(sample)))} min"
