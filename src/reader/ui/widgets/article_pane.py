"""The reading pane: one article as a well-set page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive, var
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer

from reader.domain.article import Article, BlockKind, Neighbour, Opened
from reader.domain.quotation import Quotation
from reader.text.citing import cite
from reader.text.layout import Layout, Spot
from reader.text.lines import Line, Look, Run, Stretch, marked
from reader.text.margin import Note, names_beside
from reader.text.plan import Plan, plan
from reader.text.sanitize import for_terminal
from reader.ui.painting import CLASSES, PREFIX, Painter, one_link

SPEAKER = f"{PREFIX}speaker"
SPEAKER_CURRENT = f"{PREFIX}speaker-current"
MARK = f"{PREFIX}mark"
MARK_CURRENT = f"{PREFIX}mark-current"
HINT = f"{PREFIX}hint"

THIN, THICK = "│", "┃"
"""The bar beside a quotation, and beside the one the reader is at."""

GUTTER = 2
"""Cells from the bar to the text."""

NARROWEST_NAMES, WIDEST_NAMES = 10, 24
"""Cells of the margin that speakers are named in."""

HINTS = "asdfghjklewrtyuiopqzxcvbnm"
"""Letters that name the links in sight, the easiest to reach first."""

MOST_MATCHES = 10_000
_SLICE = 0.006
"""Seconds spent at one go on measuring what is not in sight."""

_PAUSE = 1 / 25
_REST = 0.4
"""Seconds without moving after which the place is told."""


class Heading(NamedTuple):
    """A line of the article's outline."""

    level: int
    text: str
    offset: int


class _Frame(NamedTuple):
    """Where things stand across the pane, in cells."""

    names: int
    """Width of the margin with names; 0 without."""

    text: int
    """Where the text begins; the bar stands `GUTTER` cells before it."""

    width: int
    """Width of the text."""


class ArticlePane(ScrollView, can_focus=True):
    """Shows an article, and walks through it.

    The pane knows nothing of where articles come from. It is given one
    through `opened`, and says what the reader did through its messages. Only
    the lines in sight are set; the height of the rest is estimated at first and
    measured while nothing else happens.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "read_on", "Read on", id="article.read-on"),
        Binding("b,pageup", "page(-1)", "Page back", show=False, id="article.page-up"),
        Binding("pagedown", "page(1)", "Page on", show=False, id="article.page-down"),
        Binding("j,down", "rows(1)", "Down", show=False, id="article.down"),
        Binding("k,up", "rows(-1)", "Up", show=False, id="article.up"),
        Binding(
            "ctrl+d", "half_page(1)", "Half page on", show=False, id="article.half-down"
        ),
        Binding(
            "ctrl+u",
            "half_page(-1)",
            "Half page back",
            show=False,
            id="article.half-up",
        ),
        Binding("g,home", "top", "Top", show=False, id="article.top"),
        Binding("G,end", "bottom", "End", show=False, id="article.bottom"),
        Binding(
            "right_square_bracket",
            "quotation(1)",
            "Next quotation",
            id="article.next-quotation",
        ),
        Binding(
            "left_square_bracket",
            "quotation(-1)",
            "Quotation before",
            id="article.prev-quotation",
        ),
        Binding("T", "toggle_marks", "Marks on or off", show=False, id="article.marks"),
        Binding(
            "Y",
            "copy_quotation",
            "Copy quotation",
            show=False,
            id="article.copy-quotation",
        ),
        Binding("H", "who_said_what", "Who said what", id="article.who-said-what"),
        Binding(
            "right_curly_bracket",
            "heading(1)",
            "Next heading",
            show=False,
            id="article.next-heading",
        ),
        Binding(
            "left_curly_bracket",
            "heading(-1)",
            "Heading before",
            show=False,
            id="article.prev-heading",
        ),
        Binding("O", "outline", "Outline", show=False, id="article.outline"),
        Binding("f", "hints", "Follow a link", show=False, id="article.follow"),
        Binding("o,enter", "open_link", "Open the link", id="article.open-link"),
        Binding("y", "copy_link", "Copy the link", id="article.copy-numbered-link"),
        Binding("slash", "find", "Find", show=False, id="article.find"),
        Binding("n", "match(1)", "Next match", id="article.next-match"),
        Binding("N", "match(-1)", "Match before", id="article.prev-match"),
        Binding(
            "less_than_sign",
            "neighbour(-1)",
            "Previous article",
            show=False,
            id="article.previous",
        ),
        Binding(
            "greater_than_sign",
            "neighbour(1)",
            "Next article",
            show=False,
            id="article.next",
        ),
        Binding("escape", "let_go", "Let go", show=False, id="article.let-go"),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *CLASSES,
        SPEAKER,
        SPEAKER_CURRENT,
        MARK,
        MARK_CURRENT,
        HINT,
    }
    """
    | Class | Styles |
    | :- | :- |
    | `article-pane--quotation`, `-current` | Quotations, and the one the reader is at. |
    | `article-pane--mark`, `-mark-current` | The bars beside them. |
    | `article-pane--speaker`, `-speaker-current` | The names in the margin. |
    | `article-pane--link`, `-number` | Links, and their numbers. |
    | `article-pane--match`, `-found` | What a search found, and the match one is at. |
    | `article-pane--hint` | The letters on links. |
    | `article-pane--title`, `-meta`, `-heading`, … | As `reader.text.lines.Look` names them. |
    """

    opened: reactive[Opened | None] = reactive(None, init=False)
    """The article shown, or None for an empty pane."""

    current: reactive[Quotation | None] = reactive(None, init=False)
    """The quotation the reader is at, or None before the first."""

    marks: reactive[bool] = reactive(True, init=False)
    """Whether quotations are marked."""

    measure: reactive[int] = reactive(72, init=False)
    """The widest line of text, in cells."""

    typed: var[str] = var("")
    """The digits of a link's number, as far as they are typed."""

    progress: var[int] = var(0)
    """How far one has read: the share of the article above the pane's last row, in percent."""

    @dataclass
    class Said(Message):
        """What all messages of a pane have in common."""

        pane: ArticlePane

        @property
        def control(self) -> ArticlePane:
            """The pane it happened in."""
            return self.pane

    @dataclass
    class QuotationReached(Said):
        """The reader moved to another quotation, or away from all of them."""

        quotation: Quotation | None

    @dataclass
    class LinkChosen(Said):
        """The reader wants to go where a link leads."""

        url: str

    @dataclass
    class NeighbourChosen(Said):
        """The reader wants the article before or after this one."""

        neighbour: Neighbour

    @dataclass
    class PlaceChanged(Said):
        """The reader has come to rest at another place."""

        opened: Opened
        """What was being read, even if the pane has moved on since."""

        offset: int
        """Into the article's text: the first character of the first row."""

    class EndReached(Said):
        """The reader asked to read on where there is nothing more."""

    @dataclass
    class CopyAsked(Said):
        """The reader wants something on the clipboard."""

        text: str
        what: str
        """What it is, for saying that it was copied: “Quotation”, “Link”."""

    class WhoSaidWhat(Said):
        """The reader wants the article's speakers with their quotations."""

    class OutlineAsked(Said):
        """The reader wants the article's headings."""

    class FindAsked(Said):
        """The reader wants to search in the article; `find` does."""

    @dataclass
    class MatchReached(Said):
        """A search has been made, moved on, or ended."""

        words: str
        """What was searched for; empty once the search is over."""

        number: int
        """The match the reader is at, from 1; 0 if there is none."""

        count: int

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._plan: Plan | None = None
        self._layout_of: Layout | None = None
        self._painter: Painter | None = None
        self._strips: dict[Spot, Strip] = {}
        self._notes: dict[int, dict[int, Note]] = {}
        self._frame = _Frame(0, GUTTER, 1)
        self._quotation_starts: list[int] = []
        self._anchor = 0
        self._words = ""
        self._matches: list[tuple[int, int]] = []
        self._match = -1
        self._hints: dict[str, tuple[int, Spot, int]] = {}
        self._hinted = ""
        self._resting: Timer | None = None
        self._measuring: Timer | None = None

    # What is shown

    @property
    def article(self) -> Article | None:
        """The article shown, or None."""
        return None if self.opened is None else self.opened.article

    @property
    def place(self) -> int:
        """The first character in sight, as an offset into the article's text."""
        return self._anchor

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The article's outline."""
        article = self.article
        if article is None:
            return ()
        return tuple(
            Heading(block.level, block.text, start)
            for block, start in zip(article.blocks, article.starts, strict=True)
            if block.kind is BlockKind.HEADING
        )

    @property
    def links(self) -> tuple[str, ...]:
        """Where the article's links lead, in the order of their numbers."""
        return () if self._plan is None else self._plan.links

    def watch_opened(self, old: Opened | None, new: Opened | None) -> None:
        """Start the new article where it was left; a newer copy of the same goes on."""
        self._tell_place(old)
        same = (
            old is not None
            and new is not None
            and old.id == new.id
            and old.article.url == new.article.url
            and old.article.title == new.article.title
        )
        if same and old is not None and new is not None:
            if old.article == new.article:
                return
            self._anchor = moved(self._anchor, old.article.text, new.article.text)
        else:
            self._anchor = 0 if new is None else new.place
        self._plan = None if new is None else plan(new.article)
        self._layout_of = None
        # It knows the links of the article before.
        self._painter = None
        quotations = () if new is None else new.article.quotations
        self._quotation_starts = [one.start for one in quotations]
        kept = self.current if same and self.current in quotations else None
        self.set_reactive(ArticlePane.current, kept)
        self._end_search()
        self._end_hints()
        self.typed = ""
        self._lay_out()
        self.refresh_bindings()

    def watch_current(self) -> None:
        """Show which quotation the reader is at."""
        self._repaint()

    def watch_marks(self) -> None:
        """Show or hide the marks."""
        self._lay_out()

    def watch_measure(self) -> None:
        """Set the article in a wider or narrower column."""
        self._lay_out()

    def on_resize(self) -> None:
        """Set the article anew, the same words at the top."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Paint anew in other colours."""
        super().notify_style_update()
        self._painter = None
        self._strips.clear()

    def on_unmount(self) -> None:
        """Tell the place for the last time."""
        self._tell_place(self.opened)

    # Laying out

    def _lay_out(self) -> None:
        """Set the article in the pane as it is now, keeping the place."""
        width = self.size.width
        if not width or self._plan is None:
            self._layout_of = None
            self.virtual_size = Size(width, 0)
            self._repaint()
            return
        self._frame = self._framed(width)
        if self._layout_of is None or self._layout_of.width != self._frame.width:
            self._layout_of = Layout(self._plan, self._frame.width, cell_len)
        self._repaint()
        self._show_row(self._row_of(self._anchor))
        if self._measuring is None:
            self._measuring = self.set_interval(_PAUSE, self._measure_some)
        self._measuring.resume()

    def _framed(self, width: int) -> _Frame:
        """Centre the column; move it aside if that makes room for the names."""
        text = max(min(self.measure, width - 2 * GUTTER), 8)
        spare = width - text
        left = max(spare // 2, min(GUTTER, spare))
        names = 0
        article = self.article
        if self.marks and article and any(one.speaker for one in article.quotations):
            room = spare - GUTTER
            names = min(
                max(left - GUTTER, min(room - 1, WIDEST_NAMES - 4)), WIDEST_NAMES
            )
            if names < NARROWEST_NAMES:
                names = 0
            else:
                left = max(left, names + GUTTER)
        return _Frame(names, left, text)

    def _row_of(self, offset: int) -> int:
        """The number of the row a character stands in; 0 for the beginning."""
        layout = self._layout_of
        if layout is None or offset <= 0:
            return 0
        return layout.y_of(layout.spot_of(offset))

    def _show_row(self, y: int) -> None:
        """Bring a row to the top of the pane, without moving the anchor."""
        layout = self._layout_of
        if layout is None:
            return
        height = max(self.size.height, 1)
        y = layout.settle(y, above=height, below=2 * height)
        self.virtual_size = Size(self.size.width, layout.height)
        y = max(0, min(y, layout.height - height))
        self._put(y)

    def _put(self, y: int) -> None:
        """Scroll without further ado."""
        self.set_scroll(None, y)
        self.set_reactive(ArticlePane.scroll_target_y, float(y))
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = y
        self._tell_progress()
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Set what has come into sight, and remember the place."""
        super().watch_scroll_y(old_value, new_value)
        layout = self._layout_of
        if layout is None or round(old_value) == round(new_value):
            return
        self._settle()
        y = self.scroll_offset.y
        line = layout.line(y)
        # Of an empty row between two blocks, the place is what comes next.
        blank = not line.text.strip("│ ")
        self._anchor = 0 if not y else line.end if blank else line.start
        self._end_hints()
        self._tell_progress()
        if self._resting is None:
            self._resting = self.set_timer(_REST, self._at_rest)
        else:
            self._resting.reset()

    def _settle(self) -> None:
        """Make sure that the rows in sight, and a page around them, are what they are."""
        layout = self._layout_of
        if layout is None:
            return
        height = max(self.size.height, 1)
        y = self.scroll_offset.y
        now = layout.settle(y, above=height, below=2 * height)
        self._follow(y, now)

    def _follow(self, was: int, now: int) -> None:
        """Take note that rows have got other numbers, the same ones staying in sight."""
        layout = self._layout_of
        if layout is None:
            return
        if layout.height != self.virtual_size.height:
            self.virtual_size = Size(self.size.width, layout.height)
        if now != was:
            self._put(now)

    def _measure_some(self) -> None:
        """Measure what is not in sight, for a few milliseconds.

        What is in sight stays as it is, so nothing is painted until all is measured.
        """
        layout = self._layout_of
        if layout is None or layout.exact:
            if self._measuring is not None:
                self._measuring.pause()
            return
        y = self.scroll_offset.y
        spot = layout.spot_at(y)
        until = perf_counter() + _SLICE
        while perf_counter() < until:
            layout.measure_some(spot.piece, 4000)
        now = layout.y_of(spot)
        if layout.exact:
            self._follow(y, now)
            self._tell_progress()
        elif now != y:
            self.set_scroll(None, now)
            self.set_reactive(ArticlePane.scroll_target_y, float(now))

    def _at_rest(self) -> None:
        self._resting = None
        self._tell_place(self.opened)

    def _tell_place(self, opened: Opened | None) -> None:
        if self._resting is not None:
            self._resting.stop()
            self._resting = None
        if opened is not None and opened.place != self._anchor:
            self.post_message(self.PlaceChanged(self, opened, self._anchor))

    def _tell_progress(self) -> None:
        layout = self._layout_of
        if layout is None:
            self.progress = 0
            return
        seen = self.scroll_offset.y + self.size.height
        self.progress = min(100, 100 * seen // max(layout.height, 1))

    # Painting

    def _repaint(self) -> None:
        self._strips.clear()
        self._notes.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint one row of the pane."""
        layout = self._layout_of
        at = self.scroll_offset.y + y
        width = self.size.width
        if layout is None or at >= layout.height:
            return Strip.blank(width, self.rich_style)
        spot = layout.spot_at(at)
        strip = self._strips.get(spot)
        if strip is None:
            if len(self._strips) > 2000:
                self._strips.clear()
            strip = self._strips[spot] = self._painted(layout, spot, width)
        if self._hints:
            strip = self._with_hints(strip, spot)
        selection = self.text_selection
        if selection is not None:
            strip = self._with_selection(strip, selection, at)
        return _selectable(strip, at)

    def _painted(self, layout: Layout, spot: Spot, width: int) -> Strip:
        """Paint one line: margin, bar, text."""
        if self._painter is None:
            self._painter = Painter(self, self.links)
        painter, frame = self._painter, self._frame
        line = layout.lines(spot.piece)[spot.row]
        segments = list(self._margin(painter, layout, spot, line))
        segments += painter.segments(marked(line, self._stretches(line)))
        strip = Strip(segments)
        if line.fill:
            strip = strip.extend_cell_length(
                frame.text + frame.width, painter.style(line.fill)
            )
        return strip.adjust_cell_length(width, painter.plain)

    def _margin(
        self, painter: Painter, layout: Layout, spot: Spot, line: Line
    ) -> Iterator[Segment]:
        """What stands left of a line's text."""
        frame, plain = self._frame, painter.plain
        left = frame.text - GUTTER
        if left < 0:
            yield Segment(" " * frame.text, plain)
            return
        beside = self._quoted_in(line) if self.marks else []
        note = None
        if frame.names:
            notes = self._notes.get(spot.piece)
            if notes is None:
                notes = self._notes[spot.piece] = self._notes_of(layout, spot.piece)
            note = notes.get(spot.row)
        if note is None:
            yield Segment(" " * left, plain)
        else:
            text = for_terminal(note.text)
            speaks = self.current is not None and note.speaks(self.current)
            name = SPEAKER_CURRENT if speaks else SPEAKER
            yield Segment(" " * (left - 1 - cell_len(text)), plain)
            yield Segment(text, painter.component(name))
            yield Segment(" ", plain)
        if not beside:
            yield Segment(" " * GUTTER, plain)
            return
        current = self.current in beside
        style = painter.component(MARK_CURRENT if current else MARK)
        yield Segment(THICK if current else THIN, style)
        yield Segment(" " * (GUTTER - 1), plain)

    def _notes_of(self, layout: Layout, piece: int) -> dict[int, Note]:
        lines = layout.lines(piece)
        quotations = self._between(lines[0].start, lines[-1].end)
        return names_beside(lines, quotations, self._frame.names - 2, cell_len)

    def _between(self, start: int, end: int) -> Sequence[Quotation]:
        """The quotations that begin in a stretch."""
        if self.article is None:
            return ()
        first = bisect_left(self._quotation_starts, start)
        last = bisect_left(self._quotation_starts, end)
        return self.article.quotations[first:last]

    def _quoted_in(self, line: Line) -> list[Quotation]:
        """The quotations that a line holds some of."""
        article = self.article
        if article is None or line.start >= line.end:
            return []
        at = max(bisect_right(self._quotation_starts, line.start) - 1, 0)
        found = []
        for quotation in article.quotations[at:]:
            if quotation.start >= line.end:
                break
            if quotation.end > line.start:
                found.append(quotation)
        return found

    def _stretches(self, line: Line) -> list[Stretch]:
        """What looks different in a line, from quotations and a search."""
        stretches = []
        if self.marks:
            for one in self._quoted_in(line):
                look = Look.CURRENT if one == self.current else Look.QUOTATION
                stretches.append(Stretch(one.start, one.end, look))
        if self._matches:
            at = max(bisect_right(self._matches, (line.start,)) - 1, 0)
            for number in range(at, len(self._matches)):
                start, end = self._matches[number]
                if start >= line.end:
                    break
                look = Look.FOUND if number == self._match else Look.MATCH
                stretches.append(Stretch(start, end, look))
        return stretches

    def _with_selection(self, strip: Strip, selection: Selection, y: int) -> Strip:
        span = selection.get_span(y)
        if span is None:
            return strip
        text = strip.text
        start, end = span
        end = len(text.rstrip()) if end < 0 else end
        start = max(start, len(text) - len(text.lstrip()))
        if start >= end:
            return strip
        cells = [cell_len(text[:at]) for at in (start, end)]
        before, inside, after = strip.divide([*cells, strip.cell_length])
        style = self.screen.get_component_rich_style("screen--selection")
        chosen = Strip(
            [
                Segment(
                    segment.text,
                    (segment.style or Style())
                    + Style(color=style.color, bgcolor=style.bgcolor),
                )
                for segment in inside
            ]
        )
        return Strip.join([before, chosen, after])

    def _with_hints(self, strip: Strip, spot: Spot) -> Strip:
        """Write the letters over the links' first cells."""
        if self._painter is None:
            return strip
        style = self._painter.component(HINT)
        for letters, (_, where, x) in self._hints.items():
            if where != spot or not letters.startswith(self._hinted):
                continue
            label = letters[len(self._hinted) :]
            before, _, after = strip.divide([x, x + len(label), strip.cell_length])
            strip = Strip.join([before, Strip([Segment(label, style)]), after])
        return strip

    # Moving about

    def _page(self) -> int:
        """Rows of a page; one row stays in sight to find one's way by."""
        return max(self.size.height - 1, 1)

    def _scroll_by(self, rows: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False)

    def action_rows(self, step: int) -> None:
        """Go some rows on, or back."""
        self._scroll_by(step)

    def action_page(self, step: int) -> None:
        """Go a page on, or back."""
        self._scroll_by(step * self._page())

    def action_half_page(self, step: int) -> None:
        """Go half a page on, or back."""
        self._scroll_by(step * max(self.size.height // 2, 1))

    def action_top(self) -> None:
        """Go to the beginning."""
        self.scroll_to(y=0, animate=False)

    def action_bottom(self) -> None:
        """Go to the end."""
        layout = self._layout_of
        if layout is None:
            return
        layout.settle(layout.height - 1, above=2 * self.size.height, below=1)
        self._follow(self.scroll_offset.y, self.scroll_offset.y)
        self.scroll_to(y=layout.height, animate=False)

    def action_read_on(self) -> None:
        """Go a page on; at the end, ask for what comes next."""
        if self.is_vertical_scroll_end:
            self.post_message(self.EndReached(self))
        else:
            self.action_page(1)

    def go_to(self, offset: int, end: int | None = None) -> None:
        """Bring a stretch of the text into sight, and some of what stands before it.

        Args:
            offset: Where it begins in the article's text.
            end: Where it ends; by default with its first character.
        """
        layout = self._layout_of
        if layout is None:
            return
        first = self._row_of(offset)
        last = self._row_of(max(offset, (end or offset + 1) - 1))
        first = self._row_of(offset)
        top, height = self.scroll_offset.y, self.size.height
        if top + 1 <= first and last < top + height - 1:
            return
        y = max(first - height // 4, 0)
        y = layout.settle(y, above=height, below=2 * height)
        y = max(self._row_of(offset) - height // 4, 0)
        self._follow(self.scroll_offset.y, self.scroll_offset.y)
        self.scroll_to(y=y, animate=False)

    def action_quotation(self, step: int) -> None:
        """Move by `step` quotations, stopping at the first and the last.

        Whoever has read on, away from the quotation they were at, goes on from what is in sight.
        """
        article = self.article
        if article is None or not article.quotations:
            return
        quotations = article.quotations
        if self.current is not None and self._in_sight(self.current):
            at = quotations.index(self.current) + step
        else:
            at = bisect_left(self._quotation_starts, self._anchor)
            at -= step < 0
        self.current = quotations[min(max(at, 0), len(quotations) - 1)]
        self.go_to(self.current.start, self.current.end)
        self.post_message(self.QuotationReached(self, self.current))

    def _in_sight(self, quotation: Quotation) -> bool:
        top = self.scroll_offset.y
        return (
            self._row_of(quotation.end - 1) >= top
            and self._row_of(quotation.start) < top + self.size.height
        )

    def action_heading(self, step: int) -> None:
        """Go to the next heading, or the one before."""
        layout = self._layout_of
        if layout is None:
            return
        top = self.scroll_offset.y
        rows = [(self._row_of(one.offset), one) for one in self._headings_near(step)]
        beyond = [
            one for row, one in rows if (row - 1 > top if step > 0 else row - 1 < top)
        ]
        if beyond:
            self._to_top(beyond[0].offset)
        elif step < 0:
            self.action_top()

    def _headings_near(self, step: int) -> list[Heading]:
        """The headings on one side of the first row, the nearest first."""
        here = self._anchor
        if step > 0:
            return [one for one in self.headings if one.offset >= here][:3]
        return [one for one in reversed(self.headings) if one.offset <= here][:3]

    def _to_top(self, offset: int) -> None:
        """Bring a heading to the second row."""
        self._show_row(self._row_of(offset) - 1)
        self.watch_scroll_y(-1, self.scroll_y)

    def action_toggle_marks(self) -> None:
        """Show or hide the marks of quotations."""
        self.marks = not self.marks

    def action_copy_quotation(self) -> None:
        """Ask for the quotation one is at to be copied, with its source."""
        article = self.article
        quotation = self.current
        if article is None:
            return
        if quotation is None:
            quotation = next(
                (one for one in article.quotations if self._in_sight(one)), None
            )
        if quotation is not None:
            words = cite(quotation, article)
            self.post_message(self.CopyAsked(self, words, "Quotation"))

    def action_who_said_what(self) -> None:
        """Ask for the speakers and their quotations."""
        self.post_message(self.WhoSaidWhat(self))

    def action_outline(self) -> None:
        """Ask for the outline."""
        self.post_message(self.OutlineAsked(self))

    def action_neighbour(self, step: int) -> None:
        """Ask for the next article of the site, or the one before."""
        article = self.article
        if article is not None:
            neighbour = article.next if step > 0 else article.previous
            if neighbour is not None:
                self.post_message(self.NeighbourChosen(self, neighbour))

    def action_let_go(self) -> None:
        """Let go of what was begun: a number, letters on links, a search, a quotation."""
        if self.typed:
            self.typed = ""
        elif self._hints:
            self._end_hints()
        elif self._words:
            self._end_search()
        else:
            self.current = None
            self.post_message(self.QuotationReached(self, None))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done here and now."""
        match action:
            case "open_link" | "copy_link":
                return bool(self.typed)
            case "match":
                return bool(self._words)
            case "neighbour":
                article = self.article
                if article is None:
                    return False
                step = parameters[0] if parameters else 0
                return (article.next if step == 1 else article.previous) is not None
            case "let_go":
                begun = self.typed or self._hints or self._words
                return bool(begun) or self.current is not None
        return super().check_action(action, parameters)

    # Links

    def on_key(self, event: events.Key) -> None:
        """Take the digits of a link's number, and the letters on links."""
        character = event.character or ""
        if self._hints and event.is_printable:
            event.stop()
            event.prevent_default()
            self._take_hint(character)
        elif character.isascii() and character.isdigit() and self.links:
            event.stop()
            event.prevent_default()
            number = self.typed + character
            self.typed = number if 0 < int(number) <= len(self.links) else ""

    def watch_typed(self) -> None:
        """A number makes keys of `o` and `y`."""
        self.refresh_bindings()

    def _link_typed(self) -> str | None:
        number, self.typed = self.typed, ""
        return self.links[int(number) - 1] if number else None

    def action_open_link(self) -> None:
        """Ask for the link whose number is typed."""
        url = self._link_typed()
        if url is not None:
            self.post_message(self.LinkChosen(self, url))

    def action_copy_link(self) -> None:
        """Ask for the address of the link whose number is typed."""
        url = self._link_typed()
        if url is not None:
            self.post_message(self.CopyAsked(self, url, "Link"))

    def action_hints(self) -> None:
        """Put letters on the links in sight."""
        layout = self._layout_of
        if layout is None:
            return
        seen: dict[int, tuple[int, Spot, int]] = {}
        top = self.scroll_offset.y
        for y in range(top, min(top + self.size.height, layout.height)):
            spot = layout.spot_at(y)
            x = self._frame.text
            for run in layout.lines(spot.piece)[spot.row].runs:
                if run.link is not None and Look.NUMBER not in run.look:
                    seen.setdefault(run.link, (run.link, spot, x))
                x += cell_len(run.text)
        self._hints = dict(zip(_labels(len(seen)), seen.values(), strict=True))
        self._hinted = ""
        self.refresh_bindings()
        self.refresh()

    def _take_hint(self, character: str) -> None:
        self._hinted += character
        chosen = self._hints.get(self._hinted)
        if chosen is not None:
            self.post_message(self.LinkChosen(self, self.links[chosen[0] - 1]))
            self._end_hints()
        elif not any(label.startswith(self._hinted) for label in self._hints):
            self._end_hints()
        else:
            self.refresh()

    def _end_hints(self) -> None:
        if self._hints:
            self._hints = {}
            self._hinted = ""
            self.refresh_bindings()
            self.refresh()

    # Searching

    def action_find(self) -> None:
        """Ask for what to search for."""
        self.post_message(self.FindAsked(self))

    def find(self, words: str) -> int:
        """Mark every place where the words stand, and go to the first from here on.

        Upper and lower case are the same, and so is all white space.

        Returns:
            How many places there are.
        """
        self._end_search()
        article = self.article
        parts = words.split()
        if article is None or not parts:
            return 0
        pattern = re.compile(r"\s+".join(map(re.escape, parts)), re.IGNORECASE)
        for match in pattern.finditer(article.text):
            self._matches.append(match.span())
            if len(self._matches) == MOST_MATCHES:
                break
        self._words = words
        self._match = bisect_left(self._matches, (self._anchor,)) - 1
        self.refresh_bindings()
        self.action_match(1)
        return len(self._matches)

    def action_match(self, step: int) -> None:
        """Go to the next match, or the one before; after the last comes the first."""
        if self._matches:
            self._match = (self._match + step) % len(self._matches)
            self.go_to(*self._matches[self._match])
        self._repaint()
        self._tell_match()

    def _tell_match(self) -> None:
        number = self._match + 1
        self.post_message(
            self.MatchReached(self, self._words, number, len(self._matches))
        )

    def _end_search(self) -> None:
        if not self._words:
            return
        self._words, self._matches, self._match = "", [], -1
        self._repaint()
        self.refresh_bindings()
        self._tell_match()

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Follow a link, a neighbour, or go to the quotation clicked on."""
        layout = self._layout_of
        at = event.get_content_offset(self)
        if layout is None or at is None or self.text_selection is not None:
            return
        y = self.scroll_offset.y + at.y
        if y >= layout.height:
            return
        line = layout.line(y)
        run, offset = self._under(line, at.x)
        if run is not None and run.link is not None:
            self.post_message(self.LinkChosen(self, self.links[run.link - 1]))
        elif line.neighbour is not None:
            self.post_message(self.NeighbourChosen(self, line.neighbour))
        elif self.marks:
            quoted = self._quoted_in(line)
            beside = at.x < self._frame.text
            for one in quoted:
                if beside or (offset is not None and one.start <= offset < one.end):
                    self.current = one
                    self.post_message(self.QuotationReached(self, one))
                    break

    def _under(self, line: Line, x: int) -> tuple[Run | None, int | None]:
        """The run in a column of the pane, and the offset of its character there."""
        left = self._frame.text
        for run in line.runs:
            right = left + cell_len(run.text)
            if left <= x < right:
                if run.start is None:
                    return run, None
                at, wide = 0, left
                while at < len(run.text) and wide + cell_len(run.text[at]) <= x:
                    wide += cell_len(run.text[at])
                    at += 1
                return run, run.start + at
            left = right
        return None, None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words selected with the mouse, unbroken by the lines they stand in."""
        layout, article = self._layout_of, self.article
        if layout is None or article is None:
            return None
        start = self._selected(selection.start, layout, 0)
        end = self._selected(selection.end, layout, len(article.text))
        if start < end:
            return article.text[start:end], "\n"
        first = 0 if selection.start is None else selection.start.y
        last = layout.height - 1 if selection.end is None else selection.end.y
        rows = [layout.line(y).text.strip() for y in range(first, last + 1)]
        return "\n".join(rows), "\n"

    def _selected(self, at: Offset | None, layout: Layout, default: int) -> int:
        """The offset that an end of a selection stands at."""
        if at is None:
            return default
        line = layout.line(min(max(at.y, 0), layout.height - 1))
        text = " " * self._frame.text + line.text
        _, offset = self._under(line, cell_len(text[: at.x]))
        if offset is not None:
            return offset
        return line.start if at.x <= self._frame.text else line.end

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        del selection
        self.refresh()


def _selectable(strip: Strip, y: int) -> Strip:
    """Tell every segment where it stands, which selecting with the mouse needs.

    As `Strip.apply_offsets` does, except that a link stays one link.
    """
    segments, x = [], 0
    for text, style, _ in strip:
        where = Style.from_meta({"offset": (x, y)})
        if style is not None:
            where = style + where
            if style.link:
                one_link(where, style.link_id)
        segments.append(Segment(text, where))
        x += len(text)
    return Strip(segments, strip.cell_length)


def moved(offset: int, old: str, new: str) -> int:
    """Where a place in one text is in a changed one.

    Args:
        offset: Into `old`.
        old: The text as it was.
        new: The text as it is.

    Returns:
        The offset of the same words, or of what stands about as far into the text.
    """
    if old[:offset] == new[:offset]:
        return min(offset, len(new))
    for length in (80, 40, 20):
        words = old[offset : offset + length]
        found = [match.start() for match in re.finditer(re.escape(words), new)]
        if words and found:
            return min(found, key=lambda at: abs(at - offset))
    return min(offset, len(new))


def _labels(count: int) -> list[str]:
    """So many labels, none of which begins another."""
    if count <= len(HINTS):
        return list(HINTS[:count])
    labels = [first + second for first in HINTS for second in HINTS]
    return labels[:count]
