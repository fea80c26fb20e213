"""A list of articles with its title, and what is done with those that are meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from reader.domain.errors import ReaderError
from reader.domain.selection import Counts, Selection
from reader.domain.source import Listed
from reader.text.sanitize import clean
from reader.ui.browser import can_be_opened, open_in_browser
from reader.ui.cells import cut, plain
from reader.ui.rooms import Rooms
from reader.ui.sketch import Standing
from reader.ui.undo import Changed
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.even import EvenVertical


class Articles(EvenVertical):
    """Shows the articles of a selection, and changes the ones meant.

    Those meant are the selected ones or, with none selected, the one under the
    cursor.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "mark", "Read or unread", id="list.mark"),
        Binding("s", "star", "Star", id="list.star"),
        Binding("t", "tag", "Tag", show=False, id="list.tag"),
        Binding("D", "delete", "Delete", show=False, id="list.delete"),
        Binding("c", "comments", "Comments", show=False, id="list.comments"),
        Binding("o", "browser", "Browser", show=False, id="list.browser"),
        Binding("y", "copy_link", "Copy link", show=False, id="list.copy-link"),
    ]

    selection: reactive[Selection] = reactive(Selection(), init=False)
    """Which articles are shown."""

    list = query_one(ArticleList)

    @dataclass
    class Marked(Message):
        """Articles were marked from here."""

        ids: tuple[int, ...]
        read: bool | None = None
        starred: bool | None = None

    def __init__(self, rooms: Rooms, *, id: str, classes: str) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._rooms = rooms
        self._counts = Counts(0, 0)
        self.heading = "All articles"
        """What the selection is called."""

        self.standing: Standing | None = None
        """Where the list is to be shown, once, in place of its top."""

        self.no_sources = False
        """Whether the reader still has to be told how to begin."""

    def compose(self) -> ComposeResult:
        """Compose the title, the list, and what is said in place of an empty one."""
        yield Static("", id="articles-title", classes="pane-title")
        yield ArticleList(self._rooms.now, self._rooms.preferences.dates)
        yield Static("", id="nothing")

    # What is shown

    def watch_selection(self) -> None:
        """Show other articles, from the newest."""
        self.list.deselect()
        self.show(0)

    @work(exclusive=True, group="list")
    async def show(self, cursor: int | None = None) -> None:
        """Show the list again."""
        try:
            await self.show_again(cursor)
        except ReaderError as error:
            self._complain(error, title="The list cannot be shown")

    async def show_again(self, cursor: int | None = None) -> None:
        """Show the list as the library has it now, the cursor on the article it was on.

        Args:
            cursor: Where the cursor goes instead.

        Raises:
            CannotKeep: The library cannot be read.
        """
        listing, articles, selection = self._rooms.listing, self.list, self.selection
        standing, self.standing = self.standing, None
        current = articles.current
        at = current.id if current else standing.article if standing else None
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
        self._counts = counts
        articles.show(
            total=counts.all,
            start=start,
            rows=rows,
            cursor=cursor,
            below_top=standing.below_top if standing else None,
        )
        self._show_title()
        self.show_emptiness()

    async def count_again(self) -> None:
        """Show the numbers again, the list staying as it is.

        Raises:
            CannotKeep: The library cannot be read.
        """
        self._counts = await self._rooms.listing.counts(self.selection)
        self._show_title()

    def _show_title(self) -> None:
        """Say what the list shows, and how much of it is unread."""
        counts = self._counts
        unread = f" · {counts.unread:,} unread" if counts.unread else ""
        self.query_one("#articles-title", Static).update(
            Content.assemble((plain(self.heading), "bold"), f"  {counts.all:,}{unread}")
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
        elif self.selection.words:
            words = (
                f"Nothing found for “{cut(self.selection.words, 40)}”. Esc shows all."
            )
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
            rows = await self._rooms.listing.rows(self.selection, start, count)
        except ReaderError as error:
            self._complain(error, title="The list cannot be shown")
            return
        self.list.fill(edition, start, rows)

    async def go_to_unread(self, step: int) -> bool:
        """Move the cursor to the next unread article, or the one before.

        Returns:
            Whether there is one.
        """
        listing, articles = self._rooms.listing, self.list
        try:
            at = await listing.next_unread(self.selection, articles.cursor, step=step)
            if at is not None and articles.row(at) is None:
                await self.show_again(at)
        except ReaderError as error:
            self._complain(error, title="The list cannot be shown")
            return False
        if at is not None:
            articles.cursor = at
        return at is not None

    # What is changed

    @property
    def meant(self) -> Sequence[Listed]:
        """The selected articles, or else the one under the cursor."""
        current = self.list.current
        return self.list.selected_rows or ([] if current is None else [current])

    async def action_mark(self) -> None:
        """Mark the articles meant as read; if all are, as unread."""
        rows = self.meant
        await self._mark(rows, read=not all(row.read for row in rows))

    async def action_star(self) -> None:
        """Star the articles meant; if all are, take the stars off."""
        rows = self.meant
        await self._mark(rows, starred=not all(row.starred for row in rows))

    async def _mark(
        self,
        rows: Sequence[Listed],
        *,
        read: bool | None = None,
        starred: bool | None = None,
    ) -> None:
        """Mark some articles, show it, and tell."""
        ids = [row.id for row in rows]
        try:
            changed = await self._rooms.reading.mark(ids, read=read, starred=starred)
        except ReaderError as error:
            self._complain(error, title="Not marked")
            return
        if changed:
            self.list.change(changed, read=read, starred=starred)
            self.post_message(self.Marked(changed, read, starred))

    async def action_tag(self) -> None:
        """Change the tags of the articles meant."""
        rows = self.meant
        if rows:
            from reader.ui.tagging import ask_for_tags

            tagged = {row.id: row.tags for row in rows}
            await ask_for_tags(self, self._rooms.reading, tagged)

    async def action_delete(self) -> None:
        """Delete the articles meant; `u` brings them back."""
        reading = self._rooms.reading
        try:
            gone = await reading.delete([row.id for row in self.meant])
        except ReaderError as error:
            self._complain(error, title="Not deleted")
            return
        if not gone:
            return
        self.list.deselect()
        one = len(gone) == 1
        what = "one article" if one else f"{len(gone)} articles"
        self._say(f"Deleted {what}. u brings {'it' if one else 'them'} back.")
        self.post_message(Changed())

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

    def action_copy_link(self) -> None:
        """Copy the addresses of the articles meant."""
        links = [plain(row.url) for row in self.meant if row.url]
        if links:
            self.app.copy_to_clipboard("\n".join(links))
            self._say(
                "Link copied." if len(links) == 1 else f"{len(links)} links copied."
            )

    def _say(self, words: str) -> None:
        self.notify(words, markup=False)

    def _complain(self, error: ReaderError | str, *, title: str) -> None:
        self.notify(
            clean(str(error)), title=title, severity="error", timeout=8, markup=False
        )
