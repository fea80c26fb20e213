"""The library: sources, articles, and the article one is at."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import DescendantFocus, Resize
from textual.reactive import reactive
from textual.widgets import Static

from reader.domain.errors import ReaderError
from reader.domain.selection import Selection, Term
from reader.ui.rooms import Rooms
from reader.ui.screens.refreshing import Pane
from reader.ui.screens.searching import SearchingScreen
from reader.ui.telling import waiting_for, whereabouts
from reader.ui.widgets.articles import Articles
from reader.ui.widgets.even import EvenHorizontal, EvenVertical
from reader.ui.widgets.hints import Hints
from reader.ui.widgets.line_list import LineList
from reader.ui.widgets.source_list import SourceList
from reader.ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from reader.ui.widgets.article_view import ArticleView

PANES: tuple[Pane, ...] = ("sources", "articles", "article")

Fitting = Literal["one", "two", "three"]
"""How many panes stand beside each other."""

FIRST_PREVIEW_DELAY = 1.0
"""Seconds before the first: understanding an article for the first time loads
what that takes, and would keep the first keys waiting."""

PREVIEW_DELAY = 0.12
"""Seconds the cursor rests on an article before it is shown beside the list."""


def fitting(width: int, *, plain: bool = False) -> Fitting:
    """How many panes there is room for in so many columns; one to somebody who hears them."""
    if plain:
        return "one"
    return "three" if width >= 150 else "two" if width >= 100 else "one"


class LibraryScreen(SearchingScreen):
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
        Binding("escape", "show_all", "Show all", show=False, id="list.show-all"),
        Binding("q", "back", "Back", show=False, id="library.back"),
    ]

    zen: reactive[bool] = reactive(False, init=False)
    """Whether only the article is shown."""

    def __init__(self, rooms: Rooms, width: int) -> None:
        """Make the screen.

        Args:
            rooms: The services.
            width: How many columns there are. Known from the start, no style
                has to be worked out twice before the first frame.
        """
        self._fitting = fitting(width, plain=rooms.preferences.plain)
        self._brought_in: tuple[ArticleView, asyncio.Task[None]] | None = None
        self.article_view: ArticleView | None = None
        """The article beside the list or in its place, once there has been one."""

        self._terms: Sequence[Term] = ()

        super().__init__(rooms, classes=f"-{self._fitting}")

    def compose(self) -> ComposeResult:
        """Compose the panes, the status line and the hints."""
        with EvenHorizontal(id="panes"):
            with EvenVertical(id="sources-pane", classes="pane"):
                yield Static("Sources", id="sources-title", classes="pane-title")
                yield SourceList()
            yield Articles(self._rooms, id="articles-pane", classes="pane")
            yield EvenVertical(id="article-pane", classes="pane")
        yield StatusLine()
        yield Hints()

    async def on_mount(self) -> None:
        """Show the newest articles before the first frame is drawn."""
        self._arrange()
        self.articles.standing = self.reader.taken_over()
        self.watch(self.article_list, "lines", self._say_where, init=False)
        await self.show_again()
        self._say_where()
        # Not before there is something for them to move in.
        self.reader.take_keys()
        if self._rooms.preferences.refresh_at_start:
            self.call_after_refresh(self.action_refresh_all)
        self.refresh_by_itself()

    @property
    def is_arriving(self) -> bool:
        """Whether a list or an article was asked for of which nothing is to be seen yet."""
        view = self.article_view
        return self.articles.arriving or (view is not None and view.arriving)

    async def keep(self) -> None:
        """Save where in the article one is."""
        if self.article_view is not None:
            await self.article_view.keep_place()

    async def read_again(self, article_id: int) -> None:
        """Show an article's text anew, if it is the one shown."""
        if self.article_view is not None:
            await self.article_view.read_again(article_id)

    # What is shown

    async def show_again(self) -> None:
        """Show the sources, the list, the article and the badge as the library has them now."""
        if not self.children:
            # It is being closed.
            return
        listing, articles = self._rooms.listing, self.articles
        try:
            sources = await listing.sources()
            searches = await self._rooms.searches.every()
            everything = await listing.counts(Selection())
            articles.no_sources = not sources and not everything.all
            await articles.show_again()
            waiting = await listing.waiting()
            if not self.is_open:
                return
            if self.article_view is not None:
                await self.article_view.look_again()
        except ReaderError as error:
            self.complain(error, title="The library cannot be shown")
            return
        if self.is_open:
            self.source_list.show(sources, everything, searches)
            self.count_searches()
            self.status.badge = waiting_for(waiting)

    @work(exclusive=True, group="counts")
    async def show_counts(self) -> None:
        """Show the numbers again, the list staying as it is."""
        listing = self._rooms.listing
        try:
            await self.articles.count_again()
            sources = await listing.sources()
            searches = await self._rooms.searches.every()
            everything = await listing.counts(Selection())
            self.source_list.show(sources, everything, searches)
            self.count_searches()
        except ReaderError as error:
            self.complain(error, title="The list cannot be counted")

    # Where one is

    def on_resize(self, event: Resize) -> None:
        """Show as many panes as there is room for."""
        plain = self._rooms.preferences.plain
        before, self._fitting = self._fitting, fitting(event.size.width, plain=plain)
        if self._fitting != before:
            self.update_classes({f"-{before}": False, f"-{self._fitting}": True})
            self._arrange()

    def watch_front(self, front: Pane) -> None:
        """Bring a pane to the front, and give it the focus."""
        self.zen = self.zen and front == "article"
        self._arrange()
        match front:
            case "sources":
                self.source_list.focus()
            case "articles":
                self.article_list.focus()
            case "article":
                if self.article_view is not None:
                    self.article_view.focus_pane()
        self._say_where()

    def _arrange(self) -> None:
        """Show the panes that fit, and which of them one is in.

        Set on each pane by hand: a class on the screen would have every style
        under it worked out anew at each step from pane to pane.
        """
        front = self.front
        fitting = "one" if self.zen else self._fitting
        for pane in PANES:
            match fitting:
                case "one":
                    seen = pane == front
                case "two":
                    left = "sources" if front == "sources" else "articles"
                    seen = pane in (left, "article")
                case _:
                    seen = True
            self.query_one(f"#{pane}-pane").display = seen
        self.query_one("#article-pane").set_class(self.zen, "-alone")
        for pane in PANES[:2]:
            self.query_one(f"#{pane}-title").set_class(pane == front, "-front")

    def watch_zen(self) -> None:
        """Show only the article, or the rest again."""
        self.status.display = self.query_one(Hints).display = not self.zen
        self._arrange()

    def on_article_view_zen_asked(self, event: ArticleView.ZenAsked) -> None:
        """Show only the article, or the rest again."""
        event.stop()
        self.zen = not self.zen

    async def action_pane(self, step: int) -> None:
        """Go to the next pane, or the one before."""
        pane = PANES[(PANES.index(self.front) + step) % len(PANES)]
        if pane == "article":
            await self.bring_in_article()
        self.front = pane

    async def action_back(self) -> None:
        """From a pane to the list; from the list, out."""
        if self.typed:
            self.find("")
        elif self.front == "articles":
            await self.reader.action_back()
        else:
            self.front = "articles"

    def action_show_all(self) -> None:
        """Stop what is going on, else let go of what is selected, else end a search."""
        if self.articles.stop() or self.reader.stop_undoing():
            return
        if self.article_list.selected:
            self.article_list.deselect()
            self._say_where()
        elif self.typed or not self.stop_refreshing():
            self.find("")

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

    def on_article_view_left(self, event: ArticleView.Left) -> None:
        """Go back to the list."""
        event.stop()
        self.front = "articles"

    @on(LineList.Reached, "SourceList")
    def _choose_source(self, event: LineList.Reached) -> None:
        event.stop()
        self.typed = self.articles.looked_for = ""
        self.articles.heading = self.source_list.title
        self.articles.unread_by_name = self.source_list.selection.unread
        self.articles.selection = self.source_list.selection
        self.articles.show_title()

    @on(LineList.Chosen, "SourceList")
    def _enter_source(self, event: LineList.Chosen) -> None:
        event.stop()
        self.front = "articles"

    @on(Articles.Sought)
    def _mark_in_article(self, event: Articles.Sought) -> None:
        event.stop()
        self._terms = event.terms
        if self.article_view is not None:
            self.article_view.pane.terms = event.terms

    # Opening

    async def bring_in_article(self) -> ArticleView:
        """Have something to show articles in.

        It is loaded and mounted when it is first needed: it takes as long as
        everything else here, and the first frame shows no article.
        """
        if self._brought_in is None:
            from reader.ui.widgets.article_view import ArticleView

            self.reader.wear("article")
            view = ArticleView(self._rooms)
            mount = self.query_one("#article-pane").mount(view)
            # Several may wait for it, of whom one may think better of it.
            self._brought_in = view, asyncio.ensure_future(mount)
        if self.article_view is None:
            view, mounted = self._brought_in
            await asyncio.shield(mounted)
            if self.is_open:
                view.pane.terms = self._terms
            self.article_view = view
        return self.article_view

    @on(LineList.Reached, "ArticleList")
    def _reach_article(self, event: LineList.Reached) -> None:
        event.stop()
        self._say_where()
        if self._fitting != "one":
            self.preview()

    @work(exclusive=True, group="preview")
    async def preview(self) -> None:
        """Show the article under the cursor once the cursor rests."""
        view, articles = self.article_view, self.article_list
        shown_before = view is not None and view.opened is not None
        await asyncio.sleep(PREVIEW_DELAY if shown_before else FIRST_PREVIEW_DELAY)
        row = articles.current
        # It may have gone meanwhile: the program ends.
        if articles.is_running and row is not None and self.front != "article":
            view = await self.bring_in_article()
            if self.is_open:
                view.preview(row)

    @on(LineList.Chosen, "ArticleList")
    async def _open_article(self, event: LineList.Chosen) -> None:
        event.stop()
        await self._open_current()

    async def _open_current(self) -> None:
        row = self.article_list.current
        if row is not None:
            view = await self.bring_in_article()
            self.front = "article"
            view.open(row.id)

    @on(Articles.Marked)
    def _show_mark_in_article(self, event: Articles.Marked) -> None:
        event.stop()
        if self.article_view is not None:
            self.article_view.change(event.ids, read=event.read, starred=event.starred)
        self.show_counts()

    @on(Articles.Underway)
    def _show_how_far(self, event: Articles.Underway) -> None:
        event.stop()
        self.show_busy(event.words)

    def show_busy(self, words: str) -> None:
        """Say in the status line what is going on."""
        self.status.busy = words

    def on_opening_marked(self, event: ArticleView.Marked) -> None:
        """Show in the list what was marked in the article."""
        event.stop()
        self.article_list.change(event.ids, read=event.read, starred=event.starred)
        self.show_counts()

    async def on_article_view_next_unread(self, event: ArticleView.NextUnread) -> None:
        """Open the next unread article."""
        event.stop()
        if await self._go_to_unread(1):
            await self._open_current()

    def on_article_view_where(self, event: ArticleView.Where) -> None:
        """Say where in the article one is."""
        event.stop()
        self._say_where()

    def _say_where(self) -> None:
        """Say in the status line where one is."""
        articles = self.article_list
        view = self.article_view
        if self.front == "article" and view is not None and view.where:
            self.status.words = view.where
        elif articles.lines:
            chosen = len(articles.selected)
            words = [whereabouts(articles.cursor, articles.lines)]
            if self.articles.view:
                words.append(self.articles.view)
            if chosen:
                words.append(f"{chosen:,} selected")
            self.status.words = " · ".join(words)
        else:
            self.status.words = ""

    async def action_unread(self, step: int) -> None:
        """Go to the next unread article, or the one before; of what a search found, any."""
        if self.typed:
            self.article_list.cursor += step
            if self.front == "article":
                await self._open_current()
        elif not await self._go_to_unread(step):
            self.say(
                "Nothing unread further on." if step > 0 else "Nothing unread before."
            )
        elif self.front == "article":
            await self._open_current()

    async def _go_to_unread(self, step: int) -> bool:
        """Go to the next unread article, of the next source if this one has no more.

        Returns:
            Whether there is one.
        """
        if await self.articles.go_to_unread(step):
            return True
        with self.source_list.prevent(LineList.Reached):
            if not self.source_list.go_to_unread(step):
                return False
        self.articles.heading = self.source_list.title
        return await self.articles.enter(self.source_list.selection, step)
