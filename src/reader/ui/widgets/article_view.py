"""The article one reads, and everything that can be done with it.

Two screens show one: the library, and the screen of a single article. So it
asks the services itself, and tells its screen what became of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from reader.domain.annotation import Passage
from reader.domain.article import Article, Opened
from reader.domain.errors import CannotKeep, NotKept, ReaderError
from reader.domain.source import Listed
from reader.text.sanitize import clean
from reader.ui.browser import can_be_opened, open_in_browser
from reader.ui.cells import cut, plain
from reader.ui.page import NOTE
from reader.ui.rooms import Rooms
from reader.ui.tagging import ask_for_tags
from reader.ui.widgets.annotating import NOT_KEPT, Annotating
from reader.ui.widgets.article_pane import ArticlePane
from reader.ui.widgets.choice import Choice
from reader.ui.widgets.prompt import Prompt


class ArticleView(Annotating):
    """The reading pane, with an article's journey from the library and its site."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("C", "comment", "Comment", id="article.comment"),
        Binding("c", "comments", "Comments", id="article.comments"),
        Binding("m", "mark", "Read or unread", show=False, id="article.mark"),
        Binding("s", "star", "Star", show=False, id="article.star"),
        Binding("t", "tag", "Tag", show=False, id="article.tag"),
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

    @dataclass
    class Marked(Message):
        """Articles were marked from here."""

        view: ArticleView
        ids: tuple[int, ...]
        read: bool | None = None
        starred: bool | None = None

    state = query_one("#article-state", Static)

    def __init__(self, rooms: Rooms, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(rooms, id=id)
        self._visited: list[int | str] = []
        self._at = -1
        self._found = ""
        self._command = ""

    def compose(self) -> ComposeResult:
        """Compose the pane, and the line that says what is the matter with it."""
        yield Static("", id="article-state")
        pane = ArticlePane()
        pane.set_reactive(ArticlePane.measure, self._rooms.preferences.measure)
        pane.set_reactive(ArticlePane.marks, self._rooms.preferences.marks)
        yield pane

    def on_mount(self) -> None:
        """Follow how far one has read."""
        self.watch(self.pane, "progress", self._say_where, init=False)
        self.watch(self.pane, "typed", self._say_where, init=False)
        self.watch(self.pane, "passage", self._say_where, init=False)
        self.watch(self.pane, "opened", self._say_where, init=False)

    @property
    def opened(self) -> Opened | None:
        """The article shown, or None."""
        return self.pane.opened

    def focus_pane(self) -> None:
        """Give the pane the focus."""
        self.pane.focus()

    def show(self, opened: Opened | None) -> None:
        """Show an article; the pane keeps its place in a newer copy of the same."""
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
            self.show(await self._rooms.reading.kept(row.id))
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
        del self._visited[self._at + 1 :]
        self._visited.append(what)
        self._at = len(self._visited) - 1
        self.visit(what)

    @work(exclusive=True, group="open")
    async def visit(self, what: int | str) -> None:
        """Show the library's copy of an article, then ask its site for a newer one."""
        if isinstance(what, str) and not can_be_opened(what):
            await self._take(what)
            return
        kept: Opened | None = None
        try:
            kept = await self._rooms.reading.kept(what)
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
        self.state.update(Content(plain(words)))
        self.state.set_class(bool(words) and not busy, "-trouble")
        self.state.display = bool(words)

    def action_refresh(self) -> None:
        """Ask the site for the article again."""
        if 0 <= self._at < len(self._visited):
            self.visit(self._visited[self._at])
        elif self.opened is not None and self.opened.id != NOT_KEPT:
            self.open(self.opened.id)

    def action_history(self, step: int) -> None:
        """Go back or forward through the articles opened."""
        at = self._at + step
        if not 0 <= at < len(self._visited):
            self._tell("Nothing further back." if step < 0 else "Nothing further on.")
            return
        self._at = at
        self.visit(self._visited[at])

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
            self._tell("There is no other text of it.")
        else:
            self.show(other)

    def action_leave(self) -> None:
        """Leave the article."""
        self.post_message(self.Left(self))

    def action_zen(self) -> None:
        """Show only the page, or the rest again."""
        self.post_message(self.ZenAsked(self))

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
            await ask_for_tags(self, self._rooms.reading, {opened.id: opened.tags})

    def change(
        self,
        ids: Iterable[int],
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
        if self.opened is not None and not self.opened.read:
            await self._mark(read=True, asked=False)

    async def _mark(
        self,
        *,
        read: bool | None = None,
        starred: bool | None = None,
        asked: bool = True,
    ) -> None:
        """Mark the article shown, and tell."""
        if self.opened is None or not self._is_kept(self.opened, quietly=not asked):
            return
        ids = (self.opened.id,)
        try:
            await self._rooms.reading.mark(ids, read=read, starred=starred)
        except ReaderError as error:
            # Nobody asked for what follows from opening; what keeps the article
            # from being kept is said where that is tried.
            if asked:
                self._say(str(error))
            return
        self.change(ids, read=read, starred=starred)
        self.post_message(self.Marked(self, ids, read, starred))

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
            self._tell("The page does not say where that article is.")

    @on(ArticlePane.LinkChosen)
    async def _follow_link(self, event: ArticlePane.LinkChosen) -> None:
        event.stop()
        await self._open_in_browser(event.url)

    @on(ArticlePane.WhoSaidWhat)
    def _show_quotations(self, event: ArticlePane.WhoSaidWhat) -> None:
        event.stop()
        self.choose_quotation()

    @work(exclusive=True, group="ask")
    async def choose_quotation(self) -> None:
        """List who said what and what was highlighted, and go where the reader chooses."""
        from reader.ui.screens.quotations import QuotationsScreen

        opened, pane = self.opened, self.pane
        article = None if opened is None else opened.article
        if opened is None or article is None:
            return
        if not (article.quotations or opened.passages):
            self._tell("Nobody is quoted in this article.")
            return
        chosen = await self.app.push_screen_wait(
            QuotationsScreen(article, pane.current, opened.passages)
        )
        if chosen is None or pane.article is not article:
            return
        if isinstance(chosen, Passage):
            pane.reach_passage(chosen)
        else:
            pane.current = chosen
            pane.go_to(chosen.start, chosen.end)
            self._say_where()

    @on(ArticlePane.OutlineAsked)
    def _show_outline(self, event: ArticlePane.OutlineAsked) -> None:
        event.stop()
        self.choose_heading()

    @work(exclusive=True, group="ask")
    async def choose_heading(self) -> None:
        """Show the outline, and go where the reader chooses."""
        headings = self.pane.headings
        if not headings:
            self._tell("This article has no headings.")
            return
        lines = [(one.text, one.level - 1) for one in headings]
        at = await self.app.push_screen_wait(Choice("Outline", lines))
        if at is not None:
            self.pane.go_to(headings[at].offset)

    @on(ArticlePane.FindAsked)
    def _ask_what_to_find(self, event: ArticlePane.FindAsked) -> None:
        event.stop()
        self.find()

    @work(exclusive=True, group="ask")
    async def find(self) -> None:
        """Search the article for what the reader types, as it is typed."""
        words = await self.app.push_screen_wait(
            Prompt("Find in the article:", changed=self.pane.find)
        )
        if words is None:
            self.pane.action_let_go()

    # Answering

    def action_comments(self) -> None:
        """Show what others have said under the article."""
        opened = self.opened
        if opened is None:
            return
        article = opened.article
        what = article.url if opened.id == NOT_KEPT else opened.id
        if what is None or article.url is None:
            self._tell("It has no address, so nobody can have commented on it.")
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
            self._tell("It has no address, so nowhere to send a comment to.")
            return
        if discussion.form is None and discussion.why_not:
            self._tell(f"No comments here: {plain(discussion.why_not)}")
            return
        from reader.ui.screens.comment import CommentScreen

        try:
            draft = await self._rooms.commenting.draft_for(
                article.url, article.title, discussion.form
            )
        except ReaderError as error:
            self._tell(str(error))
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
            self._tell(str(error))

    @on(ArticlePane.CopyAsked)
    def _copy(self, event: ArticlePane.CopyAsked) -> None:
        event.stop()
        self.app.copy_to_clipboard(clean(event.text))
        self._tell(f"{event.what} copied.")

    async def action_browser(self) -> None:
        """Open the article in the browser."""
        await self._open_in_browser(
            None if self.opened is None else self.opened.article.url
        )

    async def _open_in_browser(self, url: str | None) -> None:
        if not can_be_opened(url):
            self._tell("It has no web address.")
        elif not await open_in_browser(self.app, url or ""):
            self._tell("No browser was found; $BROWSER names one.")

    def action_copy_link(self) -> None:
        """Copy the article's address."""
        if self.opened is not None and self.opened.article.url:
            self.app.copy_to_clipboard(plain(self.opened.article.url))
            self._tell("Link copied.")

    def _tell(self, words: str) -> None:
        """Tell the reader something, for a moment."""
        self.notify(words, markup=False)
