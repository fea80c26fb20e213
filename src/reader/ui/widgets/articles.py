"""A list of articles with its title, and what is done with those that are meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from reader.domain.errors import ReaderError
from reader.domain.selection import Counts, Found, Selection, Term
from reader.domain.source import Listed
from reader.services.listing import AT_MOST, AT_ONCE
from reader.ui.browser import can_be_opened, open_in_browser
from reader.ui.cells import cut, plain
from reader.ui.rooms import Rooms
from reader.ui.sketch import Standing
from reader.ui.telling import EVERYTHING, how_many
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.triage import Triage

NOTICE_AFTER: Final = 0.1
"""Seconds after which it is said that a search takes longer."""


class Articles(Triage):
    """Shows the articles of a selection, and changes the ones meant."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "only_unread", "Only unread", show=False, id="list.only-unread"),
        Binding("O", "order", "Other order", show=False, id="list.order"),
        Binding("J", "jump", "Go to a date or number", show=False, id="list.jump"),
        Binding("c", "comments", "Comments", show=False, id="list.comments"),
        Binding("o", "browser", "Browser", show=False, id="list.browser"),
    ]

    @dataclass
    class Sought(Message):
        """The list shows what a search found, or all again."""

        terms: Sequence[Term]
        """What the search looks for; none if there is no search."""

    def __init__(self, rooms: Rooms, *, id: str, classes: str) -> None:  # noqa: A002
        super().__init__(rooms, id=id, classes=classes)
        self._counts = Counts(0, 0)
        self._found: Found | None = None
        self.heading = EVERYTHING
        """What the selection is called."""

        self.standing: Standing | None = None
        """Where the list is to be shown, once, in place of its top."""

        self.looked_for = ""
        """What is searched for in it, as it was typed."""

        self.unread_by_name = False
        """Whether that says already that only unread ones are shown."""

        self.arriving = False
        """Whether the list of another selection is not to be seen yet."""

        self.no_sources = False
        """Whether the reader still has to be told how to begin."""

    def compose(self) -> ComposeResult:
        """Compose the title, the list, and what is said in place of an empty one."""
        yield Static("", id="articles-title", classes="pane-title")
        yield ArticleList(
            self._rooms.now,
            self._rooms.preferences.dates,
            plain=self._rooms.preferences.plain,
        )
        yield Static("", id="nothing")

    # What is shown

    def watch_selection(self) -> None:
        """Show other articles, from the newest."""
        self.list.deselect()
        self.arriving = True
        # What was asked for before waits for nobody, and nobody for it.
        self.workers.cancel_group(self, "best")
        self.show(0)

    @work(exclusive=True, group="list")
    async def show(self, cursor: int | None = None) -> None:
        """Show the list again."""
        try:
            await self.show_again(cursor)
        except ReaderError as error:
            self.arriving = False
            self._complain(error, title="The list cannot be shown")

    async def show_again(
        self, cursor: int | None = None, *, below_top: int | None = None
    ) -> None:
        """Show the list as the library has it now, the cursor on the article it was on.

        Args:
            cursor: Where the cursor goes instead.
            below_top: On which line of the view the cursor's goes; without it,
                it keeps its own.

        Raises:
            CannotKeep: The library cannot be read.
        """
        # Whatever is still looked for on behalf of an older list.
        self.workers.cancel_group(self, "count")
        if self.selection.words and self.selection.only is None:
            await self._show_search(cursor, below_top=below_top)
            return
        listing, articles, selection = self._rooms.listing, self.list, self.selection
        standing, self.standing = self.standing, None
        current, left, edition = articles.current, articles.cursor, articles.edition
        stays = cursor is None
        at = current.id if current else None
        if standing is not None:
            at = standing.article if at is None else at
            below_top = standing.below_top
        if cursor is None:
            cursor = articles.cursor
            if at is not None:
                place = await listing.position(selection, at)
                cursor = cursor if place is None else place
        counts = await listing.counts(selection)
        cursor = min(cursor, max(counts.all - 1, 0))
        start, wanted = articles.around(cursor)
        rows = await listing.rows(selection, start, wanted)
        if selection != self.selection or not self.children:
            return
        if stays and articles.edition == edition:
            # The reader has gone on while it was looked up; unless it was shown
            # meanwhile, where the same article may stand on another line.
            gone = cursor + articles.cursor - left
            cursor = min(max(gone, 0), max(counts.all - 1, 0))
        self.arriving = False
        self._found = None
        self._counts = counts
        self._mark_terms()
        articles.show(
            total=counts.all,
            start=start,
            rows=rows,
            cursor=cursor,
            below_top=below_top,
        )
        self.show_title()
        self.show_emptiness()

    # What a search finds

    async def _show_search(
        self,
        cursor: int | None,
        *,
        below_top: int | None = None,
        whole: bool = False,
    ) -> None:
        """Show the first of what a search finds, and look on for the rest.

        Args:
            cursor: Where the cursor goes; None leaves it on its article.
            below_top: On which line of the view the cursor's goes; without it,
                it keeps its own.
            whole: Whether to show nothing before everything is found.
        """
        asked = self.selection
        near = self.list.cursor if cursor is None else cursor
        first = not whole and near < AT_ONCE // 2
        notice = self.set_timer(NOTICE_AFTER, self._say_looking)
        try:
            selection, found = await self._find(asked, first=first)
        finally:
            notice.stop()
        if asked != self.selection:
            return
        self.set_reactive(Articles.selection, selection)
        await self._show_found(selection, found, cursor, below_top)
        if first and (found.more or not found.ended):
            self.find_on()

    async def _find(
        self, selection: Selection, *, first: bool
    ) -> tuple[Selection, Found]:
        """Find what a search finds; where nothing says its last word, what begins so.

        Args:
            selection: With the search.
            first: Whether the first of it will do, and a moment is enough.

        Returns:
            What was looked for in the end, and what was found.
        """
        listing = self._rooms.listing
        most, within = (AT_ONCE, NOTICE_AFTER) if first else (AT_MOST, None)
        found = await listing.find(selection, most, within=within)
        begun = listing.begun(selection.words)
        if begun is None or found.ids or not found.ended:
            return selection, found
        wider = replace(selection, words=begun)
        found_so = await listing.find(wider, most, within=within)
        if found_so.ended and not found_so.ids:
            return selection, found
        return wider, found_so

    async def _show_found(
        self,
        selection: Selection,
        found: Found,
        cursor: int | None,
        below_top: int | None = None,
    ) -> None:
        """Show what was found, if that is still what is looked for."""
        current, many = self.list.current, len(found.ids)
        if cursor is None:
            known = current is not None and current.id in found.ids
            at = found.ids.index(current.id) if current and known else self.list.cursor
        else:
            at = cursor
        at = min(at, max(many - 1, 0))
        start, wanted = self.list.around(at)
        rows = await self._rooms.listing.these(found.ids[start : start + wanted])
        if selection != self.selection or not self.children:
            return
        self._take_found(found)
        self._mark_terms()
        self.list.show(
            total=many, start=start, rows=rows, cursor=at, below_top=below_top
        )
        self.show_title()
        self.show_emptiness()

    @work(exclusive=True, group="count")
    async def find_on(self) -> None:
        """Find the rest of what a search finds, the first of it being shown already."""
        asked, before = self.selection, self._found
        try:
            selection, found = await self._find(asked, first=False)
            if asked != self.selection or not self.children:
                return
            self.set_reactive(Articles.selection, selection)
            shown = before.ids if before else ()
            if shown and found.ids[: len(shown)] == shown:
                self._take_found(found)
                self.list.lines = len(found.ids)
                self.show_title()
            else:
                await self._show_found(selection, found, None if shown else 0)
        except ReaderError as error:
            self._complain(error, title="The list cannot be shown")

    def _take_found(self, found: Found) -> None:
        self.arriving = False
        self._found = found
        self._counts = Counts(len(found.ids), found.unread)

    def _mark_terms(self) -> None:
        """Mark what is searched for wherever it is shown."""
        self.list.terms = self._rooms.listing.search(self.selection.words).terms
        self.post_message(self.Sought(self.list.terms))

    def _say_looking(self) -> None:
        """Say that a search takes longer; the list stays as it is until it is known."""
        self._title("· looking…")

    @property
    def shown(self) -> Selection:
        """What the list shows: the selection, or what was found for it."""
        return (
            self.selection if self._found is None else Selection(only=self._found.ids)
        )

    async def count_again(self) -> None:
        """Show the numbers again, the list staying as it is.

        Raises:
            CannotKeep: The library cannot be read.
        """
        self._counts = await self._rooms.listing.counts(self.shown)
        self.show_title()

    def show_title(self) -> None:
        """Say what the list shows, and how much of it is unread."""
        counts, found = self._counts, self._found
        more = found is not None and found.more
        looking = " · looking…" if found is not None and not found.ended else ""
        self._title(f"{how_many(counts.all, counts.unread, more=more)}{looking}")

    @property
    def view(self) -> str:
        """How the list is shown otherwise than it is at first, in words; or nothing."""
        selection, view = self.selection, []
        if selection.unread and not self.unread_by_name:
            view.append("only unread")
        if selection.only is not None:
            view.append("best first")
        elif selection.oldest_first:
            view.append("oldest first")
        return " · ".join(view)

    def _title(self, words: str) -> None:
        sought = f"  / {cut(self.looked_for, 40)}" if self.looked_for else ""
        self.query_one("#articles-title", Static).update(
            Content.assemble((plain(self.heading), "bold"), f"{sought}  {words}")
        )

    def show_emptiness(self) -> None:
        """Say what to do where there is nothing to read."""
        nothing = self.query_one("#nothing", Static)
        if self.no_sources:
            words = (
                "Nothing is kept here yet.\n\n"
                "+  add a site by its address\n"
                ":  all commands\n"
                "?  the keys that work here"
            )
        elif self._found is not None and not self._found.ended:
            words = "Nothing so far; it is still looked for…"
        elif self.looked_for:
            words = f"Nothing found for “{cut(self.looked_for, 40)}”. Esc shows all."
            search = self._rooms.listing.search(self.looked_for)
            troubles = [f"{one.sentence}." for one in search.troubles]
            words = "\n".join((words, *troubles))
        else:
            words = "Nothing here. R asks every site for news."
        nothing.update(Content(words))
        nothing.display = not self.list.lines
        # It keeps the focus, and so its keys, while there is nothing in it.
        self.list.set_class(not self.list.lines, "-empty")

    @on(ArticleList.Wanted)
    def _fetch_rows(self, event: ArticleList.Wanted) -> None:
        event.stop()
        self.fetch_rows(event.edition, event.start, event.count)

    @work(group="rows")
    async def fetch_rows(self, edition: int, start: int, count: int) -> None:
        """Look up rows that the list is about to show."""
        try:
            rows = await self._rows(start, count)
        except ReaderError as error:
            self._complain(error, title="The list cannot be shown")
            return
        self.list.fill(edition, start, rows)

    async def _rows(self, start: int, count: int) -> tuple[Listed, ...]:
        listing, found = self._rooms.listing, self._found
        if found is None:
            return await listing.rows(self.selection, start, count)
        return await listing.these(found.ids[start : start + count])

    async def go_to_unread(self, step: int) -> bool:
        """Move the cursor to the next unread article, or the one before.

        Returns:
            Whether there is one.
        """
        listing, articles = self._rooms.listing, self.list
        try:
            at = await listing.next_unread(self.shown, articles.cursor, step=step)
            if at is not None and articles.row(at) is None:
                # The view moves as little as it does to an article that is at hand.
                await self.show_again(at, below_top=articles.line_of_view(at))
        except ReaderError as error:
            self._complain(error, title="The list cannot be shown")
            return False
        if at is not None:
            articles.cursor = at
        return at is not None

    # How it is shown

    def action_only_unread(self) -> None:
        """Show only what is unread, or the rest again; the cursor stays on its article."""
        selection = self.selection
        self.change_view(replace(selection, unread=not selection.unread))

    async def action_order(self) -> None:
        """Show the oldest first, or the newest; of a search also what fits best."""
        selection = self.selection
        if selection.only is not None:
            self.change_view(replace(selection, only=None, oldest_first=False))
        elif not selection.oldest_first:
            self.change_view(replace(selection, oldest_first=True))
        elif self._rooms.listing.search(selection.words).terms:
            self.show_best()
        else:
            self.change_view(replace(selection, oldest_first=False))

    @work(exclusive=True, group="best")
    async def show_best(self) -> None:
        """Show what fits a search best first; the list stays as it is until that is known."""
        selection = self.selection
        self._title("· looking for the best…")
        try:
            best = await self._rooms.listing.best(selection)
        except ReaderError as error:
            self._complain(error, title="Not ordered")
            return
        if self.selection == selection:
            self.selection = replace(selection, only=best)

    def change_view(self, selection: Selection) -> None:
        """Show the same articles otherwise, the cursor on its own, or where it is at the top."""
        self.set_reactive(Articles.selection, selection)
        current = self.list.current if self.list.cursor else None
        self.show_near(current)

    @work(exclusive=True, group="list")
    async def show_near(self, row: Listed | None) -> None:
        """Show the list, the cursor on an article or where it would stand; None is the top."""
        listing, selection = self._rooms.listing, self.selection
        try:
            if selection.words and selection.only is None:
                # The article may be anywhere among all that is found.
                await self._show_search(None if row else 0, whole=row is not None)
                return
            place = 0 if row is None else await listing.position(selection, row.id)
            if place is None and row is not None:
                moment = datetime.fromtimestamp(row.sort, UTC)
                place = await listing.at_moment(selection, moment)
            await self.show_again(place)
        except ReaderError as error:
            self.arriving = False
            self._complain(error, title="The list cannot be shown")

    async def action_jump(self) -> None:
        """Ask for a date or a number, and go there."""
        from reader.ui.widgets.prompt import Prompt

        def answered(words: str | None) -> None:
            if words and words.strip():
                self.jump(words.strip())

        prompt = Prompt("Go to:", example="2026-01-31 · 2025 · 120 · unread 5")
        await prompt.ask(self.app, answered)

    @work(exclusive=True, group="jump")
    async def jump(self, words: str) -> None:
        """Go to an article by its date, its number in the list, or its number among the unread."""
        from reader.ui.jumping import Line, Unread, target_in

        target = target_in(words, self._rooms.now())
        if target is None:
            self._say(f"“{cut(words, 30)}” is neither a date nor a number.")
            return
        listing = self._rooms.listing
        try:
            if isinstance(target, Line):
                at: int | None = target.number - 1
            elif isinstance(target, Unread):
                at = await listing.nth_unread(self.shown, target.number)
            else:
                moment = target.begin if self.selection.oldest_first else target.end
                at = await listing.at_moment(self.selection, moment)
            if at is None:
                self._say("Nothing is unread here.")
                return
            await self.show_again(at)
        except ReaderError as error:
            self._complain(error, title="The list cannot be shown")

    async def enter(self, selection: Selection, step: int) -> bool:
        """Show other articles, the cursor on the first unread one, or on the last if -1.

        Returns:
            Whether one is unread.
        """
        listing = self._rooms.listing
        self.set_reactive(Articles.selection, selection)
        self.list.deselect()
        try:
            if selection.words:
                await self.show_again(0)
            else:
                self._found = None
            counts = await listing.counts(self.shown)
            number = 1 if step > 0 else max(counts.unread, 1)
            at = await listing.nth_unread(self.shown, number)
            await self.show_again(at or 0)
        except ReaderError as error:
            self._complain(error, title="The list cannot be shown")
            return False
        return at is not None

    # What is handed on

    def action_comments(self) -> None:
        """Show what others have said under the article under the cursor."""
        row = self.list.current
        if row is None:
            return
        from reader.ui.screens.comments import CommentsScreen

        self.app.push_screen(CommentsScreen(self._rooms, row.id, row.title))

    async def action_browser(self) -> None:
        """Open the article under the cursor in the browser."""
        row = self.list.current
        if row is None or not can_be_opened(row.url):
            self._say("It has no web address.")
        elif not await open_in_browser(self.app, row.url or ""):
            self._complain(
                "No browser was found; $BROWSER names one.", title="Not opened"
            )
