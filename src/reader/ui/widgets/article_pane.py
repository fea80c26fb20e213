"""The reading pane: one article as a well-set page."""

from __future__ import annotations

from bisect import bisect_left
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

from reader.domain.annotation import Passage
from reader.domain.article import Article, BlockKind, Neighbour, Opened
from reader.domain.quotation import Quotation
from reader.text.citing import cite
from reader.text.finding import moved, places_of
from reader.text.layout import Layout, Spot
from reader.text.typeset.lines import Look
from reader.text.typeset.plan import Plan, plan
from reader.ui.page import (
    MARK,
    MARK_CURRENT,
    MARK_HIGHLIGHT,
    SPEAKER,
    SPEAKER_CURRENT,
    Overlay,
    Page,
    selectable,
)
from reader.ui.painting import CLASSES, PREFIX, Painter

HINT = f"{PREFIX}hint"

HINTS = "asdfghjklewrtyuiopqzxcvbnm"
"""Letters that name the links in sight, the easiest to reach first."""

MOST_MATCHES = 10_000

_SLICE = 0.006
"""Seconds spent at one go on measuring what is not in sight."""

_PAUSE = 1 / 25
"""Seconds between two such goes."""

_REST = 0.4
"""Seconds without moving after which the place is told."""


class Heading(NamedTuple):
    """A line of the article's outline."""

    level: int
    text: str
    offset: int


class _Hint(NamedTuple):
    """A link with letters on it."""

    link: int
    spot: Spot
    x: int
    """Cells from the pane's left edge."""


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
            "equals_sign",
            "correct_speaker",
            "Correct the speaker",
            show=False,
            id="article.correct-speaker",
        ),
        Binding("a", "highlight", "Highlight", show=False, id="article.highlight"),
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
        MARK_HIGHLIGHT,
        HINT,
    }
    """
    | Class | Styles |
    | :- | :- |
    | `article-pane--quotation`, `-current` | Quotations, and the one the reader is at. |
    | `article-pane--mark`, `-mark-current` | The bars beside them. |
    | `article-pane--highlight`, `-mark-highlight` | What the reader marked, and the sign after it. |
    | `article-pane--speaker`, `-speaker-current` | The names in the margin. |
    | `article-pane--link`, `-number` | Links, and their numbers. |
    | `article-pane--match`, `-found` | What a search found, and the match one is at. |
    | `article-pane--hint` | The letters on links. |
    | `article-pane--title`, `-meta`, `-heading`, … | As `reader.text.typeset.lines.Look` names them. |
    """

    opened: reactive[Opened | None] = reactive(None, init=False)
    """The article shown, or None for an empty pane."""

    current: reactive[Quotation | None] = reactive(None, init=False)
    """The quotation the reader is at, or None before the first."""

    passage: reactive[Passage | None] = reactive(None, init=False)
    """The highlight the reader is at: the one gone to, or the first in sight."""

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

    @dataclass
    class SpeakerAsked(Said):
        """The reader wants to say who speaks."""

        opened: Opened
        quotation: Quotation
        """What was found, or any words the reader has selected."""

    @dataclass
    class HighlightAsked(Said):
        """The reader wants to mark a stretch of the text, or change its note."""

        opened: Opened
        start: int
        end: int

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
        self._page: Page | None = None
        self._painter: Painter | None = None
        self._place = 0
        self._words = ""
        self._searched_from = 0
        self._matches: list[tuple[int, int]] = []
        self._match = -1
        self._held: Passage | None = None
        self._hints: dict[str, _Hint] = {}
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
        return self._place

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
        if old is not None and new is not None and _same(old, new):
            if old.passages != new.passages:
                self._held = None
            if old.article == new.article:
                self._lay_over()
                self._find_passage()
                return
            self._place = moved(self._place, old.article.text, new.article.text)
            kept = _again(self.current, old.article, new.article)
        else:
            self._held = None
            self._place = 0 if new is None else new.place
            kept = None
        self._end_search()
        self._end_hints()
        self.set_reactive(ArticlePane.current, kept)
        self._plan = None if new is None else plan(new.article)
        # It knows where the links of the article before lead.
        self._painter = None
        self.typed = ""
        self._lay_out()
        self.refresh_bindings()

    def watch_current(self) -> None:
        """Show which quotation the reader is at."""
        self._lay_over()

    def watch_marks(self) -> None:
        """Show or hide the marks, and the margin with the names."""
        self._lay_out()

    def watch_measure(self) -> None:
        """Set the article in a wider or narrower column."""
        self._lay_out()

    def on_resize(self) -> None:
        """Set the article anew, the same words at the top."""
        if self._page is None or self._page.width != self.size.width:
            self._lay_out()
        else:
            self._settle()

    def notify_style_update(self) -> None:
        """Paint anew in other colours."""
        super().notify_style_update()
        self._painter = None
        if self._page is not None:
            self._page.forget()

    def on_unmount(self) -> None:
        """Tell the place for the last time."""
        self._tell_place(self.opened)

    # Laying out

    @property
    def _layout(self) -> Layout | None:
        return None if self._page is None else self._page.layout

    def _lay_out(self) -> None:
        """Set the article in the pane as it is now, keeping the place."""
        width = self.size.width
        if not width or self._plan is None:
            self._page = None
            self.virtual_size = Size(width, 0)
            self._find_passage()
            self.refresh()
            return
        self._page = Page(self._plan, width, self.measure, self._overlay())
        _measure(self._page.layout, 0)
        self._show_row(self._row_of(self._place))
        self._find_passage()
        if self._measuring is None:
            self._measuring = self.set_interval(_PAUSE, self._measure_some)
        self._measuring.resume()

    def _overlay(self) -> Overlay:
        passages = () if self.opened is None else self.opened.passages
        return Overlay(self.marks, self.current, self._matches, self._match, passages)

    def _lay_over(self) -> None:
        """Show what has changed about the same rows."""
        if self._page is not None:
            self._page.lay_over(self._overlay())
            self.refresh()

    def _row_of(self, offset: int) -> int:
        """The number of the row a character stands in; 0 for the beginning."""
        layout = self._layout
        if layout is None or offset <= 0:
            return 0
        return layout.y_of(layout.spot_of(offset))

    def _show_row(self, y: int) -> None:
        """Bring a row to the top of the pane, as far as the page goes on below it."""
        layout = self._layout
        if layout is None:
            return
        height = max(self.size.height, 1)
        y = layout.settle(y, above=height, below=2 * height)
        self._tell_height()
        self._put(max(0, min(y, layout.height - height)))
        self.refresh()

    def _put(self, y: int) -> None:
        """Have a row at the top, and nothing else happen."""
        self.set_scroll(None, y)
        self.set_reactive(ArticlePane.scroll_target_y, float(y))
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = y
        self._tell_progress()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Set what has come into sight, and remember the place."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._settle()
            self._arrive()

    def _settle(self) -> None:
        """Make sure that the rows in sight, and a page around them, are what they are."""
        layout = self._layout
        if layout is None:
            return
        height = max(self.size.height, 1)
        y = self.scroll_offset.y
        now = layout.settle(y, above=height, below=2 * height)
        self._tell_height()
        if now != y:
            self._put(now)
            self.refresh()

    def _arrive(self) -> None:
        """Remember where the reader is now."""
        layout, y = self._layout, self.scroll_offset.y
        if layout is None:
            return
        line = layout.line(y)
        if y == 0:
            self._place = 0
        elif any(run.start is not None for run in line.runs):
            self._place = line.start
        else:
            # Of an empty row between two blocks, it is what comes next.
            self._place = line.end
        self._end_hints()
        self._tell_progress()
        self._find_passage()
        if self._resting is None:
            self._resting = self.set_timer(_REST, self._rest)
        else:
            self._resting.reset()

    def _measure_some(self) -> None:
        """Measure what is not in sight, for a few milliseconds.

        What is in sight stays as it is, so nothing is painted until all is measured.
        """
        layout = self._layout
        if layout is None or layout.exact:
            if self._measuring is not None:
                self._measuring.pause()
            return
        y = self.scroll_offset.y
        spot = layout.spot_at(y)
        _measure(layout, spot.piece)
        now = layout.y_of(spot)
        if layout.exact:
            self._tell_height()
            self._put(now)
            self.refresh()
        elif now != y:
            self.set_scroll(None, now)
            self.set_reactive(ArticlePane.scroll_target_y, float(now))

    def _rest(self) -> None:
        self._resting = None
        self._tell_place(self.opened)

    def _tell_place(self, opened: Opened | None) -> None:
        if self._resting is not None:
            self._resting.stop()
            self._resting = None
        if opened is not None and opened.place != self._place:
            self.post_message(self.PlaceChanged(self, opened, self._place))

    def _tell_height(self) -> None:
        """Let the scroll bar know how long the page is."""
        layout = self._layout
        if layout is not None and layout.height != self.virtual_size.height:
            self.virtual_size = Size(self.size.width, layout.height)

    def _tell_progress(self) -> None:
        layout = self._layout
        if layout is None:
            self.progress = 0
            return
        seen = self.scroll_offset.y + self.size.height
        self.progress = min(100, 100 * seen // max(layout.height, 1))

    # Painting

    def render_line(self, y: int) -> Strip:
        """Paint one row of the pane."""
        page = self._page
        at = self.scroll_offset.y + y
        if page is None or at >= page.layout.height:
            return Strip.blank(self.size.width, self.rich_style)
        if self._painter is None:
            self._painter = Painter(self, self.links)
        spot = page.layout.spot_at(at)
        strip = page.strip(spot, at, self._painter)
        if self._hints:
            strip = self._with_hints(strip, spot, self._painter)
        selection = self.text_selection
        if selection is not None:
            strip = self._with_selection(strip, selection, at)
        return strip

    def _with_selection(self, strip: Strip, selection: Selection, y: int) -> Strip:
        """Show what is selected of a row, its margins left out."""
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
        selected = self.screen.get_component_rich_style("screen--selection")
        colours = Style(color=selected.color, bgcolor=selected.bgcolor)
        marked = Strip.join([before, inside.apply_style(colours), after])
        # Cut, the parts have to be told anew where they stand: the mouse goes on.
        return Strip(selectable(marked, y), marked.cell_length)

    def _with_hints(self, strip: Strip, spot: Spot, painter: Painter) -> Strip:
        """Write the letters over the links' first cells."""
        style = painter.component(HINT)
        for letters, hint in self._hints.items():
            if hint.spot == spot and letters.startswith(self._hinted):
                label = letters[len(self._hinted) :]
                cuts = [hint.x, hint.x + len(label), strip.cell_length]
                before, _, after = strip.divide(cuts)
                strip = Strip.join([before, Strip([Segment(label, style)]), after])
        return strip

    # Moving about

    def _scroll_by(self, rows: int) -> None:
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False)

    def action_rows(self, step: int) -> None:
        """Go some rows on, or back."""
        self._scroll_by(step)

    def action_page(self, step: int) -> None:
        """Go a page on, or back; one row stays in sight to find one's way by."""
        self._scroll_by(step * max(self.size.height - 1, 1))

    def action_half_page(self, step: int) -> None:
        """Go half a page on, or back."""
        self._scroll_by(step * max(self.size.height // 2, 1))

    def action_top(self) -> None:
        """Go to the beginning."""
        self._show_row(0)
        self._arrive()

    def action_bottom(self) -> None:
        """Go to the end."""
        layout = self._layout
        if layout is not None:
            self._show_row(layout.height - 1)
            self._show_row(layout.height - 1)
            self._arrive()

    def action_read_on(self) -> None:
        """Go a page on; at the end, ask for what comes next."""
        if self._page is None:
            return
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
        layout = self._layout
        if layout is None:
            return
        height = max(self.size.height, 1)
        last = self._row_of(max((end or 0) - 1, offset))
        # Once what stands around it is settled, its rows keep their numbers.
        first = layout.settle(self._row_of(offset), above=height, below=2 * height)
        last = max(self._row_of(max((end or 0) - 1, offset)), first)
        top = self.scroll_offset.y
        if first <= top or last >= top + height - 1:
            self._show_row(max(first - height // 4, 0))
            self._arrive()

    def _in_sight(self) -> tuple[int, int]:
        """The part of the article's text that the pane shows."""
        layout, top = self._layout, self.scroll_offset.y
        if layout is None:
            return 0, 0
        bottom = min(top + self.size.height, layout.height) - 1
        return layout.line(top).start, layout.line(bottom).end

    def action_quotation(self, step: int) -> None:
        """Move by `step` quotations, stopping at the first and the last.

        Whoever has read on, away from the quotation they were at, goes on from what is
        in sight.
        """
        article, current = self.article, self.current
        if article is None or not article.quotations:
            return
        quotations = article.quotations
        start, end = self._in_sight()
        if current is not None and current.start < end and current.end > start:
            at = bisect_left(quotations, current.start, key=_start_of) + step
        else:
            at = bisect_left(quotations, self._place, key=_start_of) - (step < 0)
        self._reach(quotations[min(max(at, 0), len(quotations) - 1)])

    def _reach(self, quotation: Quotation) -> None:
        self._held = None
        self.current = quotation
        self.go_to(quotation.start, quotation.end)
        self._find_passage()
        self.post_message(self.QuotationReached(self, quotation))

    def reach_passage(self, passage: Passage) -> None:
        """Go to a highlight, and stay at it until the reader lets go."""
        self._held = passage
        self.go_to(passage.start, passage.end)
        self._find_passage()
        self.refresh_bindings()

    def _find_passage(self) -> None:
        """Find out which highlight the reader is at."""
        passages = () if self.opened is None else self.opened.passages
        if not passages:
            self.passage = None
            return
        start, end = self._in_sight()
        seen = [one for one in passages if one.start < end and one.end > start]
        if self._held in seen:
            self.passage = self._held
            return
        current = self.current
        self.passage = next(
            (
                one
                for one in seen
                if current and one.start < current.end and one.end > current.start
            ),
            seen[0] if seen else None,
        )

    def action_heading(self, step: int) -> None:
        """Bring the next heading, or the one before, to the second row."""
        place, top = self._place, self.scroll_offset.y
        if step > 0:
            near = [one for one in self.headings if one.offset >= place]
        else:
            near = [one for one in reversed(self.headings) if one.offset <= place]
        # The nearest is the one that stands there already.
        for heading in near[:3]:
            row = self._row_of(heading.offset) - 1
            if (row > top) if step > 0 else (row < top):
                self._show_row(row)
                self._arrive()
                return
        if step < 0:
            self.action_top()

    def action_toggle_marks(self) -> None:
        """Show or hide the marks of quotations."""
        self.marks = not self.marks

    def action_copy_quotation(self) -> None:
        """Ask for a quotation to be copied with its source: the current, or the first in sight."""
        article, quotation = self.article, self._quotation_at_hand()
        if article is not None and quotation is not None:
            words = cite(quotation, article)
            self.post_message(self.CopyAsked(self, words, "Quotation"))

    def _quotation_at_hand(self) -> Quotation | None:
        """The current quotation, or the first that begins in sight."""
        if self.current is not None or self._page is None:
            return self.current
        return next(iter(self._page.begun_between(*self._in_sight())), None)

    def action_correct_speaker(self) -> None:
        """Ask who says what is selected, or what the reader is at."""
        opened, span = self.opened, self.selected_span()
        if opened is None:
            return
        quotation = self._quotation_at_hand()
        if span is not None:
            start, end = span
            quotation = next(
                (
                    one
                    for one in opened.article.quotations
                    if one.start < end and one.end > start
                ),
                Quotation(start=start, end=end),
            )
        if quotation is not None:
            self.post_message(self.SpeakerAsked(self, opened, quotation))

    def action_highlight(self) -> None:
        """Ask for a stretch to be marked.

        It is what is selected, else the highlight gone to, else the quotation
        the reader is at, else the paragraph on top.
        """
        opened, current = self.opened, self.current
        if opened is None:
            return
        span = self.selected_span()
        if span is None and self._held is not None and self._held is self.passage:
            span = self._held.start, self._held.end
        if span is None and current is not None:
            start, end = self._in_sight()
            if current.start < end and current.end > start:
                span = current.start, current.end
        if span is None:
            span = self._paragraph_on_top()
        if span is not None:
            self.post_message(self.HighlightAsked(self, opened, *span))

    def _paragraph_on_top(self) -> tuple[int, int] | None:
        """The first block in sight that has words."""
        article = self.article
        if article is None:
            return None
        for block, start in zip(article.blocks, article.starts, strict=True):
            end = start + len(block.text)
            if end > self._place and block.text.strip():
                return start, end
        return None

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
        elif self._held is not None:
            self._held = None
            self._find_passage()
            self.refresh_bindings()
        elif self.current is not None:
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
                beside = article and (
                    article.next if parameters == (1,) else article.previous
                )
                return beside is not None
            case "let_go":
                begun = self.typed or self._hints or self._words
                held = self._held is not None or self.current is not None
                return bool(begun) or held
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
        page = self._page
        if page is None:
            return
        seen: dict[int, _Hint] = {}
        top = self.scroll_offset.y
        for y in range(top, min(top + self.size.height, page.layout.height)):
            spot = page.layout.spot_at(y)
            x = page.frame.text
            for run in page.line(spot).runs:
                if run.link is not None and Look.NUMBER not in run.look:
                    seen.setdefault(run.link, _Hint(run.link, spot, x))
                x += cell_len(run.text)
        self._hints = dict(zip(_labels(len(seen)), seen.values(), strict=False))
        self._hinted = ""
        self.refresh_bindings()
        self.refresh()

    def _take_hint(self, character: str) -> None:
        self._hinted += character
        chosen = self._hints.get(self._hinted)
        if chosen is not None:
            self.post_message(self.LinkChosen(self, self.links[chosen.link - 1]))
            self._end_hints()
        elif not any(letters.startswith(self._hinted) for letters in self._hints):
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

        Upper and lower case are the same, and so is all white space. Words that are
        changed while they are searched for are looked for from where the search began; no
        words end it.

        Returns:
            How many places there are.
        """
        if not words.strip() or self.article is None:
            self._end_search()
            return 0
        if not self._words:
            self._searched_from = self._place
        self._words = words
        self._matches = places_of(words, self.article.text, most=MOST_MATCHES)
        self._match = bisect_left(self._matches, (self._searched_from,)) - 1
        self.refresh_bindings()
        self.action_match(1)
        return len(self._matches)

    def action_match(self, step: int) -> None:
        """Go to the next match, or the one before; after the last comes the first."""
        if self._matches:
            self._match = (self._match + step) % len(self._matches)
            self.go_to(*self._matches[self._match])
        else:
            self._match = -1
        self._lay_over()
        self._tell_match()

    def _tell_match(self) -> None:
        number, count = self._match + 1, len(self._matches)
        self.post_message(self.MatchReached(self, self._words, number, count))

    def _end_search(self) -> None:
        if self._words:
            self._words, self._matches, self._match = "", [], -1
            self._lay_over()
            self.refresh_bindings()
            self._tell_match()

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Follow a link, a neighbour, or go to the quotation clicked on."""
        page = self._page
        at = event.get_content_offset(self)
        if page is None or at is None or self.text_selection is not None:
            return
        y = self.scroll_offset.y + at.y
        if y >= page.layout.height:
            return
        line = page.layout.line(y)
        run, offset = page.under(line, at.x)
        if run is not None and run.link is not None:
            self.post_message(self.LinkChosen(self, self.links[run.link - 1]))
        elif line.neighbour is not None:
            self.post_message(self.NeighbourChosen(self, line.neighbour))
        elif self.marks:
            beside = at.x < page.frame.text
            for one in page.quoted_in(line):
                if beside or (offset is not None and one.start <= offset < one.end):
                    self._reach(one)
                    return
        for passage in page.highlighted_in(line):
            if offset is None or passage.start <= offset < passage.end:
                self.reach_passage(passage)
                return

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words selected with the mouse, unbroken by the rows they stand in."""
        page = self._page
        if page is None:
            return None
        start, end = self._span_of(page, selection)
        if start < end:
            return page.plan.article.text[start:end], "\n"
        # Nothing of the text itself: the title, the neighbours.
        first = 0 if selection.start is None else selection.start.y
        last = page.layout.height - 1 if selection.end is None else selection.end.y
        rows = [page.layout.line(y).text.strip() for y in range(first, last + 1)]
        return "\n".join(rows), "\n"

    def selected_span(self) -> tuple[int, int] | None:
        """What is selected of the article's text with the mouse, without space around it."""
        page, selection = self._page, self.text_selection
        if page is None or selection is None:
            return None
        start, end = self._span_of(page, selection)
        words = page.plan.article.text[start:end]
        if not words.strip():
            return None
        start += len(words) - len(words.lstrip())
        return start, start + len(words.strip())

    def _span_of(self, page: Page, selection: Selection) -> tuple[int, int]:
        """The stretch of the text that a selection begins and ends in."""
        start = self._selected(page, selection.start, 0)
        return start, self._selected(page, selection.end, len(page.plan.article.text))

    @staticmethod
    def _selected(page: Page, at: Offset | None, default: int) -> int:
        """The offset that an end of a selection stands at."""
        if at is None:
            return default
        line = page.layout.line(min(max(at.y, 0), page.layout.height - 1))
        text = " " * page.frame.text + line.text
        _, offset = page.under(line, cell_len(text[: at.x]))
        if offset is not None:
            return offset
        return line.start if at.x <= page.frame.text else line.end

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        del selection
        self.refresh()


def _measure(layout: Layout, near: int) -> None:
    """Measure some of a page for a moment, which is the whole of most articles."""
    until = perf_counter() + _SLICE
    while not layout.exact and perf_counter() < until:
        layout.measure_some(near, 4000)


def _same(old: Opened, new: Opened) -> bool:
    """Whether two are copies of one article."""
    return (old.id, old.article.url, old.article.title) == (
        new.id,
        new.article.url,
        new.article.title,
    )


def _again(quotation: Quotation | None, old: Article, new: Article) -> Quotation | None:
    """A quotation of one copy of an article in another copy, if it is in it."""
    if quotation is None:
        return None
    start = moved(quotation.start, old.text, new.text)
    at = bisect_left(new.quotations, start, key=_start_of)
    if at < len(new.quotations) and new.quotations[at].start == start:
        return new.quotations[at]
    return None


def _start_of(quotation: Quotation) -> int:
    return quotation.start


def _labels(count: int) -> list[str]:
    """At most so many labels, none of which begins another."""
    if count <= len(HINTS):
        return list(HINTS[:count])
    return [first + second for first in HINTS for second in HINTS][:count]
