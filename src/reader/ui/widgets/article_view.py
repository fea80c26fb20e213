"""The article one reads, and everything that can be done with it.

Two screens show one: the library, and the screen of a single article. So it
asks the services itself, and tells its screen what became of it.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive

from reader.domain.errors import CannotKeep, ReaderError
from reader.ui.browser import can_be_opened
from reader.ui.cells import cut, plain
from reader.ui.page import NOTE
from reader.ui.rooms import Rooms
from reader.ui.widgets.annotating import NOT_KEPT
from reader.ui.widgets.article_pane import ArticlePane
from reader.ui.widgets.opening import Opening
from reader.ui.widgets.prompt import Prompt

LETTERED = "a letter opens the link · Esc lets go"
"""What is said while letters stand on links."""


class ArticleView(Opening):
    """The reading pane, with what one asks of an article, answers to it, and hands on of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("C", "comment", "Comment", id="article.comment"),
        Binding("c", "comments", "Comments", id="article.comments"),
        Binding("z", "zen", "Only the page", show=False, id="article.zen"),
        Binding(
            "vertical_line",
            "pipe",
            "Pipe to a command",
            show=False,
            id="article.pipe",
        ),
        Binding("o", "browser", "Browser", show=False, id="article.browser"),
        Binding("y", "copy_link", "Copy link", show=False, id="article.copy-link"),
        Binding("h,left", "leave", "Out", show=False, id="article.out"),
    ]

    where: reactive[str] = reactive("", init=False)
    """Where in the article one is, in words."""

    @dataclass
    class Left(Message):
        """The reader wants out of the article."""

        view: ArticleView

    @dataclass
    class NextUnread(Message):
        """The reader is through, and wants the next unread article."""

        view: ArticleView

    @dataclass
    class ZenAsked(Message):
        """The reader wants to see only the page, or the rest again."""

        view: ArticleView

    @dataclass
    class Where(Message):
        """What `where` says has changed."""

        view: ArticleView

    def __init__(self, rooms: Rooms, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(rooms, id=id)
        self._found = ""
        self._command = ""

    def on_mount(self) -> None:
        """Follow how far one has read."""
        self.watch(self.pane, "progress", self._say_where, init=False)
        self.watch(self.pane, "typed", self._say_where, init=False)
        self.watch(self.pane, "lettered", self._say_where, init=False)
        self.watch(self.pane, "passage", self._say_where, init=False)
        self.watch(self.pane, "opened", self._say_where, init=False)

    def action_leave(self) -> None:
        """Leave the article."""
        self.post_message(self.Left(self))

    def action_zen(self) -> None:
        """Show only the page, or the rest again."""
        self.post_message(self.ZenAsked(self))

    # Where one is

    def watch_where(self) -> None:
        """Tell the screen."""
        self.post_message(self.Where(self))

    @on(ArticlePane.QuotationReached)
    def _at_quotation(self, event: ArticlePane.QuotationReached) -> None:
        event.stop()
        self._say_where()

    def _say_where(self) -> None:
        """Say how far one is, and whose words one is at."""
        opened, pane = self.opened, self.pane
        if opened is None:
            self.where = ""
            return
        if pane.lettered:
            self.where = LETTERED
            return
        words = [f"{pane.progress} %"]
        quotation = pane.current
        if quotation is not None:
            quotations = opened.article.quotations
            number = quotations.index(quotation) + 1
            speaker = plain(quotation.speaker or "nobody named")
            yours = ", as you say" if quotation.corrected else ""
            words.append(f"{number} of {len(quotations)}: {speaker}{yours}")
        if pane.passage is not None and pane.passage.highlight.note:
            words.append(f"{NOTE} {plain(pane.passage.highlight.note)}")
        if pane.typed:
            words.append(f"link {pane.typed}")
        if self._found:
            words.append(self._found)
        if opened.edited:
            words.append("edited; W shows how")
        words += [plain(f"#{tag}") for tag in opened.tags]
        self.where = " · ".join(words)

    @on(ArticlePane.MatchReached)
    def _at_match(self, event: ArticlePane.MatchReached) -> None:
        event.stop()
        if not event.words:
            self._found = ""
        elif event.count:
            self._found = f"“{cut(event.words, 24)}” {event.number} of {event.count}"
        else:
            self._found = f"“{cut(event.words, 24)}” is not in it"
        self._say_where()

    @on(ArticlePane.PlaceChanged)
    def _keep_place(self, event: ArticlePane.PlaceChanged) -> None:
        event.stop()
        self.keep_place_of(event.opened.id, event.offset)

    @work(group="place")
    async def keep_place_of(self, article: int, offset: int) -> None:
        """Remember where an article was left."""
        await self._keep_place_at(article, offset)

    async def keep_place(self) -> None:
        """Remember where the article shown is left, now."""
        if self.opened is not None:
            await self._keep_place_at(self.opened.id, self.pane.place)

    async def _keep_place_at(self, article: int, offset: int) -> None:
        if article != NOT_KEPT:
            # A place is a convenience: a library that takes none keeps nobody
            # from reading on, or from leaving.
            with suppress(CannotKeep):
                await self._rooms.reading.keep_place(article, offset)

    # Going on

    @on(ArticlePane.EndReached)
    def _read_on(self, event: ArticlePane.EndReached) -> None:
        event.stop()
        self.post_message(self.NextUnread(self))

    @on(ArticlePane.NeighbourChosen)
    def _open_neighbour(self, event: ArticlePane.NeighbourChosen) -> None:
        event.stop()
        if can_be_opened(event.neighbour.url):
            self.open(event.neighbour.url or "")
        else:
            self.tell("The page does not say where that article is.")

    async def follow_link(self, url: str) -> None:
        """Open the library's article that a link leads to, or else the browser."""
        kept = await self._kept_at(url)
        if kept is None:
            await super().follow_link(url)
        else:
            self.open(kept)

    async def _kept_at(self, url: str) -> int | None:
        """The article of the library that a link leads to, if it is not the one shown."""
        if not can_be_opened(url):
            return None
        # A library that cannot be read keeps nobody from following a link.
        with suppress(CannotKeep):
            kept = await self._rooms.reading.known(url)
            return None if self.opened is not None and kept == self.opened.id else kept
        return None

    # Answering

    def action_comments(self) -> None:
        """Show what others have said under the article."""
        opened = self.opened
        if opened is None:
            return
        article = opened.article
        what = article.url if opened.id == NOT_KEPT else opened.id
        if what is None or article.url is None:
            self.tell("It has no address, so nobody can have commented on it.")
            return
        from reader.ui.screens.comments import CommentsScreen

        self.app.push_screen(
            CommentsScreen(self._rooms, what, article.title, opened=opened)
        )

    @work(exclusive=True, group="comment")
    async def action_comment(self) -> None:
        """Write a comment: the latest draft of this article goes on."""
        opened = self.opened
        if opened is None:
            return
        article = opened.article
        discussion = article.discussion
        if article.url is None:
            self.tell("It has no address, so nowhere to send a comment to.")
            return
        form = await self._rooms.accounts.form_under(discussion)
        if form is None and discussion.refusal is not None:
            self.tell(plain(discussion.refusal))
            return
        from reader.ui.screens.comment import CommentScreen

        try:
            draft = await self._rooms.commenting.draft_for(
                article.url, article.title, form
            )
        except ReaderError as error:
            self.tell(str(error))
            return
        self.app.push_screen(
            CommentScreen(
                self._rooms, draft, opened=opened, quotation=self.pane.current
            )
        )

    # Handing on

    async def action_pipe(self) -> None:
        """Hand the article's text to a command of the reader's."""
        if self.opened is not None:
            await Prompt("Pipe to:", text=self._command, example="wc -w").ask(
                self.app, self._pipe
            )

    def _pipe(self, command: str | None) -> None:
        if self.opened is None or not command or not command.strip():
            return
        self._command = command
        from reader.ui.piping import pipe

        try:
            pipe(self.app, self.opened.article.text, command)
        except ReaderError as error:
            self.tell(str(error))

    async def action_browser(self) -> None:
        """Open the article in the browser."""
        await self.open_in_browser(
            None if self.opened is None else self.opened.article.url
        )

    def action_copy_link(self) -> None:
        """Copy the article's address."""
        if self.opened is not None and self.opened.article.url:
            self.app.copy_to_clipboard(plain(self.opened.article.url))
            self.tell("Link copied.")
