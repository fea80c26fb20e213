"""The list of articles."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from reader.domain.dates import Dates
from reader.domain.ids import Ids
from reader.domain.selection import Term
from reader.domain.source import Listed
from reader.ui.article_row import FAINT, MARK, MATCH, READ, STAR, UNREAD, pieces_of
from reader.ui.widgets.line_list import LineList, Piece

WINDOW = 64
"""How many rows are asked for at once."""

KEPT_WINDOWS = 64
"""How many windows are kept; the ones longest unseen go first."""


class ArticleList(LineList):
    """Articles, one a line, newest first.

    The list knows nothing of where rows come from. It asks for those it is
    about to show with `Wanted`, and is given them with `fill`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "select", "Select", show=False, id="list.select"),
        Binding(
            "X", "select_range", "Select to here", show=False, id="list.select-range"
        ),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {UNREAD, READ, STAR, FAINT, MARK, MATCH}
    """
    | Class | Styles |
    | :- | :- |
    | `article-list--unread` | An unread article's title and mark. |
    | `article-list--read` | A read article's title. |
    | `article-list--star` | The star. |
    | `article-list--faint` | Source, age and number of comments. |
    | `article-list--mark` | The mark of a selected article. |
    | `article-list--match` | What a search found in a title. |
    """

    @dataclass
    class Wanted(Message):
        """Rows are missing that are in view or nearly so."""

        list: ArticleList
        start: int
        count: int
        edition: int
        """To be given back to `fill`."""

        @property
        def control(self) -> ArticleList:
            """The list that wants them."""
            return self.list

    @dataclass
    class RangeAsked(Message):
        """The reader wants everything from one article to another selected."""

        list: ArticleList
        one: int
        other: int

        @property
        def control(self) -> ArticleList:
            """The list it is to be selected in, with `select`."""
            return self.list

    def __init__(
        self,
        now: Callable[[], datetime],
        dates: Dates = Dates.RELATIVE,
        *,
        plain: bool = False,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._now = now
        self._plain = plain
        self.dates = dates
        """How it is said when an article was published."""

        self._windows: dict[int, tuple[Listed, ...]] = {}
        self._wanted: set[int] = set()
        self._edition = 0
        self._selected_from: int | None = None
        # By their ids alone: they may be a million, and most of them not at hand.
        self._selected = Ids()
        self.range_known = asyncio.Event()
        """Set but while a range is asked for and not yet selected."""

        self.range_known.set()
        self.terms: Sequence[Term] = ()
        """What a search looks for, shown in the titles."""

    @property
    def selected(self) -> Ids:
        """The ids of the selected articles."""
        return self._selected

    @property
    def edition(self) -> int:
        """Which list it shows, counted from the first: each `show` is another one."""
        return self._edition

    @property
    def current(self) -> Listed | None:
        """The article under the cursor, or None while its row has not come."""
        return self.row(self.cursor) if self.lines else None

    def row(self, line: int) -> Listed | None:
        """The article on a line, or None while its row has not come."""
        rows = self._windows.get(line // WINDOW, ())
        at = line % WINDOW
        return rows[at] if at < len(rows) else None

    def around(self, line: int) -> tuple[int, int]:
        """Which rows to hand to `show` for a line to stand in full view.

        Returns:
            The first row's position, and how many.
        """
        height = max(self.size.height, WINDOW)
        first = max(line - height, 0) // WINDOW
        last = (line + height) // WINDOW
        return first * WINDOW, (last - first + 1) * WINDOW

    def show(
        self,
        *,
        total: int,
        start: int,
        rows: Sequence[Listed],
        cursor: int,
        below_top: int | None = None,
    ) -> None:
        """Show another list, or the same one after it changed.

        The cursor's line keeps its place on the screen, so that rows added
        above it move nothing the reader is looking at.

        Args:
            total: How many articles there are.
            start: The position of the first of `rows`, as `around` gave it.
            rows: The articles around the cursor.
            cursor: Where the cursor goes.
            below_top: On which line of the view the cursor's goes; without it,
                it keeps its own.
        """
        self._edition += 1
        self._wanted.clear()
        self._windows.clear()
        self._take(start, rows)
        if below_top is None:
            below_top = self.cursor - self.scroll_offset.y
        with self.prevent(LineList.Reached):
            self.lines = total
            self.cursor = cursor
        top = max(self.cursor - below_top, 0)
        if self.size:
            self.scroll_to(y=top, animate=False)
        else:
            # Of what has no size yet, the framework knows no end to scroll to.
            self.set_scroll(None, top)
            self.set_reactive(ArticleList.scroll_target_y, top)
            if self.show_vertical_scrollbar:
                self.vertical_scrollbar.position = top
        self.show_line(self.cursor)
        self.refresh()
        if total:
            self.post_message(self.Reached(self, self.cursor))

    def fill(self, edition: int, start: int, rows: Sequence[Listed]) -> None:
        """Take rows that were asked for; those of an older edition are dropped."""
        if edition != self._edition:
            return
        self._take(start, rows)
        self._wanted.discard(start // WINDOW)
        self.refresh()
        if start <= self.cursor < start + len(rows):
            self.post_message(self.Reached(self, self.cursor))

    def change(
        self,
        changed: Collection[int],
        *,
        read: bool | None = None,
        starred: bool | None = None,
    ) -> None:
        """Show that some articles were marked, without asking for rows again."""
        for number, rows in self._windows.items():
            if any(row.id in changed for row in rows):
                self._windows[number] = tuple(
                    _marked(row, read=read, starred=starred)
                    if row.id in changed
                    else row
                    for row in rows
                )
        self.refresh()

    def deselect(self) -> None:
        """Let go of the selection."""
        self.range_known.set()
        self._selected = Ids()
        self._selected_from = None
        self.refresh()

    def select(self, ids: Ids) -> None:
        """Select these articles too."""
        self.range_known.set()
        self._selected |= ids
        self.refresh()
        self.post_message(self.Reached(self, self.cursor))

    def action_select(self) -> None:
        """Select the article under the cursor, or let go of it, and move on."""
        current = self.current
        if current is not None:
            one = Ids.of([current.id])
            if current.id in self._selected:
                self._selected -= one
            else:
                self._selected |= one
            self._selected_from = current.id
            self.refresh_line(self.cursor)
            self.action_move(1)

    def action_select_range(self) -> None:
        """Ask for every article from the last one selected to the cursor."""
        current = self.current
        if current is not None:
            start = self._selected_from
            one = current.id if start is None else start
            self._selected_from = one
            self.range_known.clear()
            self.post_message(self.RangeAsked(self, one, current.id))

    def pieces(self, line: int, width: int) -> Iterator[Piece]:
        """Draw one article."""
        row = self.row(line)
        if row is None:
            self._ask_for(line // WINDOW)
            yield "  …", FAINT
            return
        yield from pieces_of(
            row,
            width,
            self._now(),
            dates=self.dates,
            plain=self._plain,
            here=line == self.cursor,
            focused=self.has_focus,
            selected=row.id in self._selected,
            terms=self.terms,
        )

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Have the rows a page further on at hand before one gets there."""
        super().watch_scroll_y(old_value, new_value)
        top, height = self.scroll_offset.y, self.size.height
        first = max(top - height, 0) // WINDOW
        last = min(top + 2 * height, self.lines - 1) // WINDOW
        for window in range(first, last + 1):
            if window not in self._windows:
                self._ask_for(window)

    def _ask_for(self, window: int) -> None:
        """Ask for a window once."""
        if window not in self._wanted:
            self._wanted.add(window)
            start = window * WINDOW
            self.post_message(self.Wanted(self, start, WINDOW, self._edition))

    def _take(self, start: int, rows: Sequence[Listed]) -> None:
        """Keep rows by window, and no more windows than may be kept."""
        for at in range(0, len(rows), WINDOW):
            number = (start + at) // WINDOW
            self._windows.pop(number, None)
            self._windows[number] = tuple(rows[at : at + WINDOW])
        while len(self._windows) > KEPT_WINDOWS:
            del self._windows[next(iter(self._windows))]


def _marked(row: Listed, *, read: bool | None, starred: bool | None) -> Listed:
    """A row with what was marked changed."""
    return replace(
        row,
        read=row.read if read is None else read,
        starred=row.starred if starred is None else starred,
    )
