"""The library: sources, articles, and the article one is at."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import DescendantFocus, Resize
from textual.getters import query_one
from textual.reactive import reactive
from textual.widgets import Static

from reader.domain.errors import ReaderError
from reader.domain.selection import Counts, Selection
from reader.domain.source import Listed
from reader.ui.browser import can_be_opened, open_in_browser
from reader.ui.cells import cut, plain
from reader.ui.rooms import Rooms
from reader.ui.screens.asking import AskingScreen, Pane
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.hints import Hints
from reader.ui.widgets.line_list import LineList
from reader.ui.widgets.prompt import Prompt
from reader.ui.widgets.source_list import SourceList
from reader.ui.widgets.status_line import StatusLine

PANES: tuple[Pane, ...] = ("sources", "articles", "article")

Fitting = Literal["one", "two", "three"]
"""How many panes stand beside each other."""

FIRST_PREVIEW_DELAY = 1.0
"""Seconds before the first: understanding an article for the first time loads
what that takes, and would keep the first keys waiting."""

PREVIEW_DELAY = 0.12
"""Seconds the cursor rests on an article before it is shown beside the list."""


def fitting(width: int) -> Fitting:
    """How many panes there is room for in so many columns."""
    return "three" if width >= 150 else "two" if width >= 100 else "one"


class LibraryScreen(AskingScreen):
    """Three panes from 150 columns, two from 100, one below.

    One pane is in front: it has the focus, and it is the one that is seen
    where there is no room for the others.
    """

    AUTO_FOCUS = "ArticleList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "pane(1)", "Next pane", show=False, id="library.pane"),
        Binding(
            "shift+tab", "pane(-1)", "Pane before", show=False, id="library.pane-back"
        ),
        Binding("n", "unread(1)", "Next unread", id="list.next-unread"),
        Binding(
            "N", "unread(-1)", "Unread before", show=False, id="list.previous-unread"
        ),
        Binding("m", "mark", "Read or unread", id="list.mark"),
        Binding("s", "star", "Star", id="list.star"),
        Binding("o", "browser", "Browser", show=False, id="list.browser"),
        Binding("y", "copy_link", "Copy link", show=False, id="list.copy-link"),
        Binding("c", "comments", "Comments", show=False, id="list.comments"),
        Binding("slash", "find", "Find", id="list.find"),
        Binding("A", "all_read", "All read", show=False, id="list.all-read"),
        Binding("escape", "show_all", "Show all", show=False, id="list.show-all"),
        Binding("q", "back", "Back", show=False, id="library.back"),
    ]

    selection: reactive[Selection] = reactive(Selection(), init=False)
    """Which articles the list shows."""

    article_view = query_one(ArticleView)

    def __init__(self, rooms: Rooms, width: int) -> None:
        """Make the screen.

        Args:
            rooms: The services.
            width: How many columns there are. Known from the start, no style
                has to be worked out twice before the first frame.
        """
        self._fitting = fitting(width)
        super().__init__(rooms, classes=f"-{self._fitting}")
        self._counts = Counts(0, 0)
        self._title = "All articles"

    def compose(self) -> ComposeResult:
        """Compose the panes, the status line and the hints."""
        with Horizontal(id="panes"):
            with Vertical(id="sources-pane", classes="pane"):
                yield Static("Sources", id="sources-title", classes="pane-title")
                yield SourceList()
            with Vertical(id="articles-pane", classes="pane"):
                yield Static("", id="articles-title", classes="pane-title")
                yield ArticleList(self._rooms.now)
                yield Static("", id="nothing")
            with Vertical(id="article-pane", classes="pane"):
                yield ArticleView(self._rooms)
        yield StatusLine()
        yield Hints()

    async def on_mount(self) -> None:
        """Show the newest articles before the first frame is drawn."""
        self._arrange()
        await self.show_again()
        if self._rooms.preferences.refresh_at_start:
            self.call_after_refresh(self.action_refresh_all)

    async def keep(self) -> None:
        """Save where in the article one is."""
        await self.article_view.keep_place()

    # What is shown

    async def show_again(self) -> None:
        """Show the sources, the list and the badge as the library has them now."""
        listing = self._rooms.listing
        try:
            sources = await listing.sources()
            everything = await listing.counts(Selection())
            await self._show_list()
            waiting = await listing.waiting()
        except ReaderError as error:
            self.complain(error, title="The library cannot be shown")
            return
        self.source_list.show(sources, everything)
        self.status.badge = f"✉ {waiting} waiting" if waiting else ""
        self._show_emptiness(no_sources=not sources and not everything.all)

    async def _show_list(self, cursor: int | None = None) -> None:
        """Show the list again, the cursor on the article it was on.

        Args:
            cursor: Where the cursor goes instead.
        """
        listing, articles = self._rooms.listing, self.article_list
        selection = self.selection
        current = articles.current
        if cursor is None:
            cursor = articles.cursor
            if current is not None:
                place = await listing.position(selection, current.id)
                cursor = cursor if place is None else place
        counts = await listing.counts(selection)
        cursor = min(cursor, max(counts.all - 1, 0))
        start, wanted = articles.around(cursor)
        rows = await listing.rows(selection, start, wanted)
        if selection != self.selection:
            return
        self._counts = counts
        articles.show(total=counts.all, start=start, rows=rows, cursor=cursor)
        self._show_title()

    def _show_title(self) -> None:
        """Say what the list shows, and how much of it is unread."""
        counts = self._counts
        unread = f" · {counts.unread:,} unread" if counts.unread else ""
        title = plain(self._title)
        self.query_one("#articles-title", Static).update(
            Content.assemble((title, "bold"), f"  {counts.all:,}{unread}")
        )

    def _show_emptiness(self, *, no_sources: bool) -> None:
        """Say what to do where there is nothing to read."""
        nothing = self.query_one("#nothing", Static)
        if no_sources:
            words = (
                "Nothing is kept here yet.\n\n"
                "+  add a site by its address\n"
                ":  all commands\n"
                "?  the keys that work here"
            )
        elif self.selection.words:
            words = (
                f"Nothing found for “{cut(self.selection.words, 40)}”. Esc shows all."
            )
        else:
            words = "Nothing here. R asks every site for news."
        nothing.update(Content(words))
        nothing.display = not self.article_list.lines
        # It keeps the focus, and so its keys, while there is nothing in it.
        self.article_list.set_class(not self.article_list.lines, "-empty")

    @on(ArticleList.Wanted)
    def _fetch_rows(self, event: ArticleList.Wanted) -> None:
        event.stop()
        self.fetch_rows(event.edition, event.start, event.count)

    @work(group="rows")
    async def fetch_rows(self, edition: int, start: int, count: int) -> None:
        """Look up rows that the list is about to show."""
        try:
            rows = await self._rooms.listing.rows(self.selection, start, count)
        except ReaderError as error:
            self.complain(error, title="The list cannot be shown")
            return
        self.article_list.fill(edition, start, rows)

    # Where one is

    def on_resize(self, event: Resize) -> None:
        """Show as many panes as there is room for."""
        before, self._fitting = self._fitting, fitting(event.size.width)
        if self._fitting != before:
            self.update_classes({f"-{before}": False, f"-{self._fitting}": True})
            self._arrange()

    def watch_front(self, front: Pane) -> None:
        """Bring a pane to the front, and give it the focus."""
        self._arrange()
        match front:
            case "sources":
                self.source_list.focus()
            case "articles":
                self.article_list.focus()
            case "article":
                self.article_view.focus_pane()
        self._say_where()

    def _arrange(self) -> None:
        """Show the panes that fit, and which of them one is in.

        Set on each pane by hand: a class on the screen would have every style
        under it worked out anew at each step from pane to pane.
        """
        front = self.front
        for pane in PANES:
            match self._fitting:
                case "one":
                    seen = pane == front
                case "two":
                    left = "sources" if front == "sources" else "articles"
                    seen = pane in (left, "article")
                case _:
                    seen = True
            self.query_one(f"#{pane}-pane").display = seen
        for pane in PANES[:2]:
            self.query_one(f"#{pane}-title").set_class(pane == front, "-front")

    def action_pane(self, step: int) -> None:
        """Go to the next pane, or the one before."""
        self.front = PANES[(PANES.index(self.front) + step) % len(PANES)]

    async def action_back(self) -> None:
        """From a pane to the list; from the list, out."""
        if self.selection.words:
            self.action_show_all()
        elif self.front == "articles":
            await self.reader.action_back()
        else:
            self.front = "articles"

    def action_show_all(self) -> None:
        """End a search."""
        self._find("")

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Follow the focus, which the mouse moves too."""
        if event.widget is not self.focused:
            # It has moved on since; following it would take it back.
            return
        for pane in PANES:
            if self.query_one(f"#{pane}-pane") in event.widget.ancestors:
                self.front = pane

    @on(LineList.Left)
    def _leave_list(self, event: LineList.Left) -> None:
        event.stop()
        self.front = "sources"

    @on(ArticleView.Left)
    def _leave_article(self, event: ArticleView.Left) -> None:
        event.stop()
        self.front = "articles"

    @on(LineList.Reached, "SourceList")
    def _choose_source(self, event: LineList.Reached) -> None:
        event.stop()
        self._title = self.source_list.title
        self.selection = self.source_list.selection

    @on(LineList.Chosen, "SourceList")
    def _enter_source(self, event: LineList.Chosen) -> None:
        event.stop()
        self.front = "articles"

    def watch_selection(self) -> None:
        """Show other articles, from the newest."""
        self.article_list.deselect()
        self.show_list(0)

    @work(exclusive=True, group="list")
    async def show_list(self, cursor: int | None = None) -> None:
        """Show the list again."""
        try:
            await self._show_list(cursor)
        except ReaderError as error:
            self.complain(error, title="The list cannot be shown")
            return
        self._show_emptiness(no_sources=not self.source_list.sources)

    # Opening

    @on(LineList.Reached, "ArticleList")
    def _reach_article(self, event: LineList.Reached) -> None:
        event.stop()
        self._say_where()
        if self._fitting != "one":
            self.preview()

    @work(exclusive=True, group="preview")
    async def preview(self) -> None:
        """Show the article under the cursor once the cursor rests."""
        shown_before = self.article_view.opened is not None
        await asyncio.sleep(PREVIEW_DELAY if shown_before else FIRST_PREVIEW_DELAY)
        row = self.article_list.current
        if row is not None and self.front != "article":
            self.article_view.preview(row)

    @on(LineList.Chosen, "ArticleList")
    def _open_article(self, event: LineList.Chosen) -> None:
        event.stop()
        self._open_current()

    def _open_current(self) -> None:
        row = self.article_list.current
        if row is not None:
            self.front = "article"
            self.article_view.open(row.id)

    @on(ArticleView.Marked)
    def _show_mark(self, event: ArticleView.Marked) -> None:
        event.stop()
        self.article_list.change(event.ids, read=event.read, starred=event.starred)
        self.show_counts()
        if event.asked:
            self.remember_marking(event.ids, read=event.read, starred=event.starred)

    @on(ArticleView.NextUnread)
    async def _read_on(self, event: ArticleView.NextUnread) -> None:
        event.stop()
        if await self._go_to_unread(1):
            self._open_current()

    @on(ArticleView.Where)
    def _say_where_in_article(self, event: ArticleView.Where) -> None:
        event.stop()
        self._say_where()

    def _say_where(self) -> None:
        """Say in the status line where one is."""
        articles = self.article_list
        if self.front == "article" and self.article_view.where:
            self.status.words = self.article_view.where
        elif articles.lines:
            chosen = len(articles.selected)
            words = f"{articles.cursor + 1:,} of {articles.lines:,}"
            self.status.words = f"{words} · {chosen} selected" if chosen else words
        else:
            self.status.words = ""

    async def action_unread(self, step: int) -> None:
        """Go to the next unread article, or the one before."""
        if not await self._go_to_unread(step):
            self.say(
                "Nothing unread further on." if step > 0 else "Nothing unread before."
            )
        elif self.front == "article":
            self._open_current()

    async def _go_to_unread(self, step: int) -> bool:
        """Move the cursor to an unread article; say whether there is one."""
        listing, articles = self._rooms.listing, self.article_list
        try:
            at = await listing.next_unread(self.selection, articles.cursor, step=step)
            if at is not None and articles.row(at) is None:
                await self._show_list(at)
        except ReaderError as error:
            self.complain(error, title="The list cannot be shown")
            return False
        if at is not None:
            articles.cursor = at
        return at is not None

    def action_comments(self) -> None:
        """Show what others have said under the article under the cursor."""
        row = self.article_list.current
        if row is None:
            return
        from reader.ui.screens.comments import CommentsScreen

        self.app.push_screen(CommentsScreen(self._rooms, row.id, row.title))

    # Changing

    def _meant(self) -> list[Listed]:
        """The selected articles, or else the one under the cursor."""
        articles = self.article_list
        rows = articles.selected_rows
        if rows:
            return rows
        return [articles.current] if articles.current is not None else []

    async def action_mark(self) -> None:
        """Mark the articles meant as read; if all are, as unread."""
        rows = self._meant()
        if rows:
            read = not all(row.read for row in rows)
            await self._mark([row.id for row in rows], read=read)

    async def action_star(self) -> None:
        """Star the articles meant; if all are, take the stars off."""
        rows = self._meant()
        if rows:
            starred = not all(row.starred for row in rows)
            await self._mark([row.id for row in rows], starred=starred)

    async def action_all_read(self) -> None:
        """Mark everything the list shows as read."""
        reading = self._rooms.reading
        try:
            changed = await reading.mark_all_read(self.selection)
        except ReaderError as error:
            self.complain(error, title="Not marked")
            return
        if changed:
            self.remember_marking(changed, read=True)
        self.say(f"{len(changed)} marked read. u takes it back.")
        await self.show_again()

    async def _mark(
        self,
        ids: Sequence[int],
        *,
        read: bool | None = None,
        starred: bool | None = None,
    ) -> None:
        """Mark some articles, show it, and let it be taken back."""
        reading = self._rooms.reading
        try:
            changed = await reading.mark(ids, read=read, starred=starred)
        except ReaderError as error:
            self.complain(error, title="Not marked")
            return
        self.article_list.change(changed, read=read, starred=starred)
        self.article_view.change(changed, read=read, starred=starred)
        self.show_counts()
        if changed:
            self.remember_marking(changed, read=read, starred=starred)

    @work(exclusive=True, group="counts")
    async def show_counts(self) -> None:
        """Show the numbers again, the list staying as it is."""
        listing = self._rooms.listing
        selection = self.selection
        try:
            self._counts = await listing.counts(selection)
            sources = await listing.sources()
            self.source_list.show(sources, await listing.counts(Selection()))
        except ReaderError as error:
            self.complain(error, title="The list cannot be counted")
            return
        self._show_title()

    # Finding, and handing on

    async def action_find(self) -> None:
        """Show the articles with some words in them, as they are typed."""
        self._index()
        before = self.selection.words

        def found(words: str | None) -> None:
            self._find(before if words is None else words)

        await Prompt("Find:", text=before, changed=self._find).ask(self.app, found)

    @work(exclusive=True, group="index")
    async def _index(self) -> None:
        """Make what has come findable by its words."""
        try:
            indexed = await self._rooms.indexing.work_through()
        except ReaderError as error:
            self.complain(error, title="Not everything can be found")
            return
        if indexed and self.selection.words:
            self.show_list()

    def _find(self, words: str) -> None:
        self.selection = replace(self.selection, words=words)

    async def action_browser(self) -> None:
        """Open the article under the cursor in the browser."""
        row = self.article_list.current
        if row is None or not can_be_opened(row.url):
            self.say("It has no web address.")
        elif not await open_in_browser(self.reader, row.url or ""):
            self.complain(
                "No browser was found; $BROWSER names one.", title="Not opened"
            )

    def action_copy_link(self) -> None:
        """Copy the addresses of the articles meant."""
        links = [row.url for row in self._meant() if row.url]
        if links:
            self.app.copy_to_clipboard("\n".join(plain(link) for link in links))
            self.say(
                "Link copied." if len(links) == 1 else f"{len(links)} links copied."
            )
