"""A page of any length in a pane: what is in sight is set, the rest when its turn comes."""

from __future__ import annotations

from time import perf_counter

from textual.geometry import Size
from textual.reactive import reactive, var
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from reader.text.layout import Layout, Spot
from reader.text.typeset.lines import Manner
from reader.ui.page import Page
from reader.ui.painting import Painter

_SLICE = 0.004
"""Seconds spent at one go on measuring what is not in sight."""

_PAUSE = 1 / 100
"""Seconds between two such goes."""

_STILL = 0.1
"""Seconds without moving before they begin, so that no key finds one in its way."""

_REST = 0.4
"""Seconds without moving after which the place is told."""


class PageView(ScrollView):
    """Scrolls a page whose rows are set as they are needed, and keeps the place in it.

    Only the lines in sight are set; the height of the rest is estimated at first
    and measured while nothing else happens. A row's number may change thereby,
    so what is kept is the place: an offset into the text.

    Whoever derives from this makes the pages, and is told when they move.
    """

    measure: reactive[int] = reactive(72, init=False)
    """The widest line of text, in cells."""

    manner: reactive[Manner] = reactive(Manner(), init=False)
    """How the page is set. In a plain one the row on top is the one that is read: the
    terminal's cursor stands there, and every row can be brought there."""

    progress: var[int] = var(0)
    """How far one has read: the share of the article above the pane's last row, in percent."""

    _page: Page | None = None
    """What is shown, set for the pane's width."""

    _painter: Painter | None = None
    """What paints it in the pane's colours."""

    _place = 0
    _resting: Timer | None = None
    _measuring: Timer | None = None
    _moved = 0.0
    """When whoever reads moved for the last time, on the clock of `perf_counter`."""

    # What a derived class knows

    def make_page(self, width: int) -> Page | None:
        """Make the page for a pane so many cells wide, or None if there is nothing to show."""
        raise NotImplementedError

    def make_painter(self) -> Painter:
        """Make what paints the page."""
        raise NotImplementedError

    def sight_changed(self) -> None:
        """Something else is in sight."""

    def rested(self) -> None:
        """Whoever reads has not moved for a while."""

    # Laying out

    @property
    def place(self) -> int:
        """The first character in sight, as an offset into the article's text."""
        return self._place

    @property
    def _layout(self) -> Layout | None:
        return None if self._page is None else self._page.layout

    def watch_measure(self) -> None:
        """Set the page in a wider or narrower column."""
        self.lay_out()

    def watch_manner(self) -> None:
        """Set the page in another manner."""
        self.lay_out()

    def on_focus(self) -> None:
        """Have the terminal's cursor where the reading is done."""
        self._point()

    def _point(self) -> None:
        if self.has_focus:
            self.app.cursor_position = self.content_region.offset

    @property
    def _lead(self) -> int:
        """How many rows of the pane the page may leave empty below its end."""
        return max(self.size.height - 1, 0) if self.manner.plain else 0

    def on_resize(self) -> None:
        """Set the page anew, the same words at the top."""
        self._point()
        if self._page is None or self._page.width != self.size.width:
            self.lay_out()
        else:
            self._settle()

    def notify_style_update(self) -> None:
        """Paint anew in other colours."""
        super().notify_style_update()
        self._painter = None
        if self._page is not None:
            self._page.forget()

    def lay_out(self) -> None:
        """Set the page in the pane as it is now, keeping the place."""
        width = self.size.width
        self._page = self.make_page(width) if width else None
        if self._page is None:
            self.virtual_size = Size(width, 0)
            self.sight_changed()
            self.refresh()
            return
        _measure(self._page.layout, 0)
        self._show_row(self._row_of(self._place))
        self.sight_changed()
        if self._measuring is None:
            self._measuring = self.set_interval(_PAUSE, self._measure_some)
        self._measuring.resume()

    def keep_row(self, spot: Spot) -> None:
        """Have a row at the top, where it was before the page has grown."""
        layout = self._layout
        if layout is not None:
            self._show_row(layout.y_of(spot))
            self.sight_changed()

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
        self._put(max(0, min(y, layout.height + self._lead - height)))
        self.refresh()

    def _put(self, y: int) -> None:
        """Have a row at the top, and nothing else happen."""
        self.set_scroll(None, y)
        self.set_reactive(PageView.scroll_target_y, float(y))
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = y
        self._tell_progress()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Set what has come into sight, and remember the place."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._moved = perf_counter()
            self._settle()
            self._arrive()
            step = 1 if new_value > old_value else -1
            self.call_after_refresh(self.paint_ahead, step)

    def _settle(self) -> None:
        """Make sure that the rows in sight, and a page around them, are what they are."""
        layout = self._layout
        if layout is None:
            return
        height = max(self.size.height, 1)
        y = self.scroll_offset.y
        now = layout.settle(y, above=height, below=2 * height)
        # Another height is a layout of the whole screen, and a frame more.
        end = min(self.virtual_size.height, layout.height)
        if layout.exact or now + 3 * height > end:
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
        self._tell_progress()
        self.sight_changed()
        if self._resting is None:
            self._resting = self.set_timer(_REST, self._rest)
        else:
            self._resting.reset()

    def _rest(self) -> None:
        self.stir()
        self.rested()

    def stir(self) -> None:
        """Wait no longer for the reader to come to rest."""
        if self._resting is not None:
            self._resting.stop()
            self._resting = None

    def _measure_some(self) -> None:
        """Measure what is not in sight, for a few milliseconds.

        What is in sight stays as it is, so nothing is painted until all is measured.
        """
        layout = self._layout
        if layout is None or layout.exact:
            if self._measuring is not None:
                self._measuring.pause()
            return
        if perf_counter() - self._moved < _STILL:
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
            self.set_reactive(PageView.scroll_target_y, float(now))

    def _tell_height(self) -> None:
        """Let the scroll bar know how long the page is."""
        layout = self._layout
        if layout is None:
            return
        height = layout.height + self._lead
        if height != self.virtual_size.height:
            self.virtual_size = Size(self.size.width, height)

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
            self._painter = self.make_painter()
        return page.strip(page.layout.spot_at(at), at, self._painter)

    def paint_ahead(self, step: int) -> None:
        """Paint the page that is likely to be turned to, so that its frame is not waited for.

        Args:
            step: 1 for the next one, -1 for the one before.
        """
        page, painter = self._page, self._painter
        if page is None or painter is None:
            return
        height = self.size.height
        top = self.scroll_offset.y + step * max(height - 1, 1)
        for y in range(max(top, 0), min(top + height, page.layout.height)):
            page.strip(page.layout.spot_at(y), y, painter)

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
        above = 0 if self.manner.plain else height // 4
        if self.manner.plain or first <= top or last >= top + height - 1:
            self._show_row(max(first - above, 0))
            self._arrive()

    def bring_to_second_row(self, offset: int, step: int) -> bool:
        """Bring what begins a row near the top, if that is a move in the direction asked for.

        Args:
            offset: Of its first character.
            step: 1 to move on, -1 to move back.

        Returns:
            Whether it was one.
        """
        above = 0 if self.manner.plain else 1
        row, top = self._row_of(offset) - above, self.scroll_offset.y
        if (row <= top) if step > 0 else (row >= top):
            return False
        self._show_row(row)
        self._arrive()
        return True

    def in_sight(self) -> tuple[int, int]:
        """The part of the article's text that the pane shows."""
        layout, top = self._layout, self.scroll_offset.y
        if layout is None:
            return 0, 0
        bottom = min(top + self.size.height, layout.height) - 1
        return layout.line(top).start, layout.line(bottom).end


def _measure(layout: Layout, near: int) -> None:
    """Measure some of a page for a moment, which is the whole of most articles."""
    until = perf_counter() + _SLICE
    while not layout.exact and perf_counter() < until:
        layout.measure_some(near, 4000)
