"""How an article comes to be shown: the library's copy at once, its site's after."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static

from reader.domain.article import Article, Opened
from reader.domain.errors import NotKept, ReaderError
from reader.domain.source import Listed
from reader.text.sanitize import clean
from reader.ui.browser import can_be_opened
from reader.ui.cells import plain
from reader.ui.history import History
from reader.ui.rooms import Rooms
from reader.ui.tagging import ask_for_tags
from reader.ui.undo import Changed
from reader.ui.widgets.annotating import NOT_KEPT
from reader.ui.widgets.article_pane import ArticlePane
from reader.ui.widgets.attending import Attending


class Opening(Attending):
    """Brings articles to the pane, goes back and forward through them, and marks them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "mark", "Read or unread", show=False, id="article.mark"),
        Binding("s", "star", "Star", show=False, id="article.star"),
        Binding("t", "tag", "Tag", show=False, id="article.tag"),
        Binding(
            "left_parenthesis", "history(-1)", "Back", show=False, id="article.back"
        ),
        Binding(
            "right_parenthesis",
            "history(1)",
            "Forward",
            show=False,
            id="article.forward",
        ),
        Binding("R,r", "refresh", "Fetch again", show=False, id="article.refresh"),
        Binding(
            "x",
            "other_text",
            "Full text or feed's",
            show=False,
            id="article.other-text",
        ),
        Binding("W", "former", "What it said before", show=False, id="article.former"),
    ]

    @dataclass
    class Marked(Message):
        """Articles were marked from here."""

        view: Opening
        ids: tuple[int, ...]
        read: bool | None = None
        starred: bool | None = None

    state = query_one("#article-state", Static)

    def __init__(self, rooms: Rooms, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(rooms, id=id)
        self._history: History[int | str] = History()
        self.arriving = False
        """Whether an article was asked for of which nothing is to be seen or said yet."""

    def compose(self) -> ComposeResult:
        """Compose the pane, and the line that says what is the matter with it."""
        yield Static("", id="article-state")
        yield ArticlePane.preferred(self._rooms.preferences)

    def focus_pane(self) -> None:
        """Give the pane the focus."""
        self.pane.focus()

    def show(self, opened: Opened | None) -> None:
        """Show an article; the pane keeps its place in a newer copy of the same."""
        self.arriving = False
        self.pane.opened = opened

    @work(exclusive=True, group="open")
    async def show_article(self, article: Article) -> None:
        """Show an article that came from standard input."""
        await self._show_taken(article)

    # Opening

    def preview(self, row: Listed) -> None:
        """Show the library's copy of an article, and ask nobody."""
        if self.opened is None or self.opened.id != row.id:
            self.show_kept(row)

    @work(exclusive=True, group="open")
    async def show_kept(self, row: Listed) -> None:
        """Show the library's copy; it takes the place of whatever is being opened."""
        try:
            self.show(
                await self._rooms.reading.kept(row.id, meanwhile=self._show_meanwhile)
            )
        except ReaderError as error:
            self._say(str(error))
            return
        self._say(
            ""
            if self.opened
            else "Its text has not been fetched yet. Enter fetches it."
        )

    def open(self, what: int | str) -> None:
        """Open an article: the library's copy at once, the site's after."""
        self._history.go_on_to(what)
        self.arriving = True
        self.visit(what)

    @work(exclusive=True, group="open")
    async def visit(self, what: int | str) -> None:
        """Show the library's copy of an article, then ask its site for a newer one."""
        if isinstance(what, str) and not can_be_opened(what):
            await self._take(what)
            return
        kept: Opened | None = None
        try:
            kept = await self._rooms.reading.kept(what, meanwhile=self._show_meanwhile)
            if kept is not None:
                self.show(kept)
            self._say("" if kept else "Fetching…", busy=True)
            await self._mark_read()
            self.show(await self._rooms.reading.fetch(what))
            self._say("")
            if kept is None:
                # Otherwise it was, and the reader may have taken it back meanwhile.
                await self._mark_read()
        except NotKept as error:
            self._show_unkept(error, kept)
        except ReaderError as error:
            if kept is None:
                self.show(None)
                self._say(str(error))
            else:
                when = f"{kept.kept.astimezone():%-d %B %Y, %H:%M}"
                self._say(f"This is the copy of {when}. {error}")

    def _show_meanwhile(self, beginning: Opened | None) -> None:
        """Show how a long article begins while the whole of it is read."""
        if beginning is not None:
            self.show(beginning)
        self._say("Reading the whole of it…", busy=True)

    async def _take(self, address: str) -> None:
        """Show an article out of a file."""
        try:
            await self._show_taken(await self._rooms.taking.article(address))
        except ReaderError as error:
            self.show(None)
            self._say(str(error))

    async def _show_taken(self, article: Article) -> None:
        """Show what came from no site.

        A saved page that names its own address is kept with its form, so that
        one can answer it; of anything else nothing is kept.
        """
        self._say("")
        if article.url is None or article.discussion.form is None:
            self.show(Opened(id=NOT_KEPT, article=article, kept=self._rooms.now()))
            return
        try:
            self.show(await self._rooms.reading.keep(article))
        except NotKept as error:
            self._show_unkept(error)
            return
        await self._mark_read()

    def _show_unkept(self, error: NotKept, kept: Opened | None = None) -> None:
        """Show an article that the library would not take, and say why it did not."""
        article = error.article
        if kept is None:
            self.show(Opened(id=NOT_KEPT, article=article, kept=self._rooms.now()))
        elif kept.article.text != article.text:
            # Where its highlights stand was told of another text.
            self.show(replace(kept, article=article, passages=()))
        self._say(str(error))

    def _say(self, words: str, *, busy: bool = False) -> None:
        """Say over the article what is the matter with it, or nothing."""
        self.arriving = False
        self.state.update(Content(plain(words)))
        self.state.set_class(bool(words) and not busy, "-trouble")
        self.state.display = bool(words)

    def action_refresh(self) -> None:
        """Ask the site for the article again."""
        here = self._history.here
        if here is not None:
            self.visit(here)
        elif self.opened is not None and self.opened.id != NOT_KEPT:
            self.open(self.opened.id)

    def action_history(self, step: int) -> None:
        """Go back or forward through the articles opened."""
        there = self._history.step(step)
        if there is None:
            self.tell("Nothing further back." if step < 0 else "Nothing further on.")
        else:
            self.arriving = True
            self.visit(there)

    @work(exclusive=True, group="open")
    async def action_other_text(self) -> None:
        """Change between the page's own text and what the feed carries."""
        opened = self.opened
        if opened is None or opened.id == NOT_KEPT:
            return
        reading = self._rooms.reading
        try:
            if opened.whole:
                other = await reading.kept(opened.id, from_feed=True)
            else:
                other = await reading.fetch(opened.id)
        except NotKept as error:
            self._show_unkept(error, opened)
            return
        except ReaderError as error:
            self._say(str(error))
            return
        if other is None or other.whole == opened.whole:
            self.tell("There is no other text of it.")
        else:
            self.show(other)

    @work(exclusive=True, group="former")
    async def action_former(self) -> None:
        """Show what the article said before its site changed it."""
        from reader.ui.screens.history import HistoryScreen

        opened = self.opened
        if opened is None:
            return
        try:
            versions = await self._rooms.reading.former(opened)
        except ReaderError as error:
            self._say(str(error))
            return
        if not versions:
            self.tell("Its words are those it was first kept with.")
            return
        title = "What it said before: − is gone, + came instead"
        screen = HistoryScreen(versions, self._rooms.now(), title=title, enter="closes")
        await self.app.push_screen_wait(screen)

    # Marking

    async def look_again(self) -> None:
        """Show what the library says of the article now; its text stays as it is.

        Raises:
            CannotKeep: The library cannot be read.
        """
        opened = self.opened
        if opened is None or opened.id == NOT_KEPT:
            return
        row = await self._rooms.listing.one(opened.id)
        shown = self.opened
        if shown is None or shown.id != opened.id:
            return
        if row is None:
            self.workers.cancel_group(self, "open")
            self.show(None)
            self._say("")
        else:
            self.show(replace(shown, read=row.read, starred=row.starred, tags=row.tags))

    async def action_tag(self) -> None:
        """Change the article's tags."""
        opened = self.opened
        if opened is not None and self._is_kept(opened):
            await ask_for_tags(self, opened.tags, partial(self.tag, opened.id))

    @work(group="tag")
    async def tag(
        self, article_id: int, add: Sequence[str], remove: Sequence[str]
    ) -> None:
        """Give an article tags, and take others off."""
        try:
            await self._rooms.reading.tag([article_id], add=add, remove=remove)
        except ReaderError as error:
            self.notify(
                clean(str(error)), title="Not tagged", severity="error", markup=False
            )
            return
        self.post_message(Changed())

    def change(
        self,
        ids: Collection[int],
        *,
        read: bool | None = None,
        starred: bool | None = None,
    ) -> None:
        """Show that articles were marked, if the one shown is among them."""
        opened = self.opened
        if opened is not None and opened.id in ids:
            self.show(
                replace(
                    opened,
                    read=opened.read if read is None else read,
                    starred=opened.starred if starred is None else starred,
                )
            )

    async def action_mark(self) -> None:
        """Mark the article as unread, or as read."""
        if self.opened is not None:
            await self._mark(read=not self.opened.read)

    async def action_star(self) -> None:
        """Star the article, or take the star off."""
        if self.opened is not None:
            await self._mark(starred=not self.opened.starred)

    async def _mark_read(self) -> None:
        """Mark the article as read because it was opened."""
        opened = self.opened
        if opened is None or opened.read or not self._is_kept(opened, quietly=True):
            return
        # Nobody asked for what follows from opening; what keeps the article
        # from being kept is said where that is tried.
        with suppress(ReaderError):
            await self._rooms.reading.opened(opened.id)
            self._marked(opened.id, read=True)

    async def _mark(
        self, *, read: bool | None = None, starred: bool | None = None
    ) -> None:
        """Mark the article shown, and tell."""
        if self.opened is None or not self._is_kept(self.opened):
            return
        article_id = self.opened.id
        try:
            await self._rooms.reading.mark([article_id], read=read, starred=starred)
        except ReaderError as error:
            self._say(str(error))
            return
        self._marked(article_id, read=read, starred=starred)

    def _marked(
        self,
        article_id: int,
        *,
        read: bool | None = None,
        starred: bool | None = None,
    ) -> None:
        """Show that an article was marked, and tell."""
        ids = (article_id,)
        self.change(ids, read=read, starred=starred)
        self.post_message(self.Marked(self, ids, read, starred))
