"""The thread under an article: what others have said, and answering them."""

from __future__ import annotations

from contextlib import suppress
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from reader.domain.article import Opened
from reader.domain.comment import Comment
from reader.domain.errors import CannotKeep, CannotReach, CannotUnderstand, ReaderError
from reader.domain.thread import Thread
from reader.ui.answers import tell_answers
from reader.ui.browser import can_be_opened, open_in_browser
from reader.ui.cells import plain
from reader.ui.rooms import Rooms
from reader.ui.screens.base import ReaderScreen
from reader.ui.styles import sheets
from reader.ui.widgets.hints import Hints
from reader.ui.widgets.line_list import LineList
from reader.ui.widgets.status_line import StatusLine
from reader.ui.widgets.thread_list import ThreadList

NOBODY_YET = "Nobody has commented here yet.\n\nC writes the first comment."
CLOSED = "Nobody has commented here, and comments are closed."
NOT_FETCHED = "The comments have not been fetched yet.\n\nR asks the site for them."
ASKING = "Asking the site for the comments…"


class CommentsScreen(ReaderScreen):
    """Shows the library's copy of a thread at once, and the site's after."""

    CSS_PATH = sheets("comments")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "reply", "Reply", id="comments.reply"),
        Binding("C", "write", "New comment", id="comments.write"),
        Binding("R", "fetch", "Fetch again", id="comments.fetch"),
        Binding("o", "browser", "Browser", show=False, id="comments.browser"),
        Binding("y", "copy_link", "Copy link", show=False, id="comments.copy-link"),
        Binding("q,escape", "back", "Back", id="comments.back"),
    ]

    thread_list = query_one(ThreadList)
    status = query_one(StatusLine)

    def __init__(
        self, rooms: Rooms, what: int | str, title: str, opened: Opened | None = None
    ) -> None:
        """Make the screen.

        Args:
            rooms: The services.
            what: The article's id, or its address if it is not in the library.
            title: The article's title.
            opened: The article, if it is at hand.
        """
        super().__init__()
        self._rooms = rooms
        self._what = what
        self._title = title
        self._opened = opened
        self._thread: Thread | None = None

    def compose(self) -> ComposeResult:
        """Compose the list, and what stands in its place while it is empty."""
        yield Static(id="comments-title")
        yield Static(id="comments-state")
        yield ThreadList(self._rooms.now, self._rooms.preferences.dates)
        yield Static(id="comments-empty")
        yield StatusLine()
        yield Hints()

    async def on_mount(self) -> None:
        """Show what the library has, and ask the site."""
        self.thread_list.focus()
        try:
            self._thread = await self._rooms.threads.kept(self._what)
            if self._opened is None:
                self._opened = await self._rooms.reading.kept(self._what)
        except ReaderError as error:
            self.complain(error, title="The library cannot be read")
        self._show(empty=ASKING)
        self.action_fetch()

    async def keep(self) -> None:
        """Remember that what is shown was seen, so that it is new no longer."""
        if self._thread is not None:
            # What is shown as new once more keeps nobody from leaving.
            with suppress(CannotKeep):
                await self._rooms.threads.looked(self._what, self._thread)

    # What is shown

    async def show_again(self) -> None:
        """Show what became of a comment of one's own meanwhile."""
        try:
            kept = await self._rooms.threads.kept(self._what)
        except ReaderError as error:
            self.complain(error, title="The library cannot be read")
            return
        if kept is not None:
            self._thread = kept
            self._show(empty=self._why_empty())

    @work(exclusive=True, group="fetch")
    async def action_fetch(self) -> None:
        """Ask the site for the thread."""
        self.status.busy = "Asking…"
        trouble: ReaderError | None = None
        try:
            self._thread = await self._rooms.threads.fetch(self._what)
            empty = self._why_empty()
        except CannotUnderstand as error:
            empty = f"{plain(str(error))}\n\no opens the article in the browser."
        except ReaderError as error:
            empty = f"{NOT_FETCHED}\n\n{plain(str(error))}"
            trouble = error
        # A screen that was left meanwhile does not get here.
        self.status.busy = ""
        self._show(empty=empty, trouble=trouble)
        await tell_answers(self.reader)

    def _show(self, *, empty: str, trouble: ReaderError | None = None) -> None:
        """Show the thread, and over it what is the matter with it."""
        thread = self._thread
        some = thread is not None and bool(thread.comments)
        if thread is not None:
            self.thread_list.show(thread)
        self.thread_list.display = some
        nothing = self.query_one("#comments-empty", Static)
        nothing.display = not some
        nothing.update(Content(empty))
        self.query_one("#comments-title", Static).update(self._heading())
        state = self.query_one("#comments-state", Static)
        words = _matter_with(thread, trouble)
        state.update(Content(words))
        state.display = some and bool(words)
        if some and self.focused is None:
            self.thread_list.focus()
        self._say_where()

    def _heading(self) -> Content:
        thread = self._thread
        title = (plain(self._title or "an article"), "bold")
        if thread is None or not thread.comments:
            return Content.assemble("Comments on ", title)
        count = len(thread.comments)
        words = "1 comment" if count == 1 else f"{count:,} comments"
        if thread.new:
            words += f", {len(thread.new):,} new"
        return Content.assemble(f"{words} on ", title)

    def _why_empty(self) -> str:
        discussion = None if self._opened is None else self._opened.article.discussion
        closed = discussion is not None and discussion.open is False
        return CLOSED if closed else NOBODY_YET

    @on(LineList.Reached)
    def _say_where(self) -> None:
        """Say which comment one is at, whom it answers, and when it was written."""
        current, thread = self.thread_list.current, self._thread
        if current is None or thread is None:
            self.status.words = ""
            return
        number = thread.comments.index(current) + 1
        words = [f"{number:,} of {len(thread.comments):,}"]
        if current.published is not None:
            words.append(f"{current.published.astimezone():%-d %B %Y, %H:%M}")
        above = thread.find(current.parent or "")
        if above is not None:
            words.append(f"answers {plain(above.author) or 'somebody'}")
        self.status.words = " · ".join(words)

    # What can be done

    @work(exclusive=True, group="write")
    async def action_reply(self) -> None:
        """Answer the comment one is at, or the one above where answers go no deeper."""
        current, thread = self.thread_list.current, self._thread
        if current is None or thread is None:
            self.say("There is nothing to reply to. C writes a comment.")
            return
        above = thread.answerable(current.id)
        if above is None:
            self.say("This site takes no answers to a comment. C writes a new one.")
            return
        if above is not current:
            self.say(
                "It waits for approval; yours answers the one above it."
                if current.held
                else "Answers stand no deeper here; yours will stand beside this one."
            )
        await self._write(above)

    @work(exclusive=True, group="write")
    async def action_write(self) -> None:
        """Write a comment on the article: its latest draft goes on."""
        await self._write(None)

    async def _write(self, answered: Comment | None) -> None:
        opened = await self._with_form()
        if opened is None:
            address = self._what if isinstance(self._what, str) else None
            form = None
        else:
            address = opened.article.url
            discussion = opened.article.discussion
            form = await self._rooms.accounts.form_under(discussion)
            if form is None and discussion.refusal is not None:
                self.say(discussion.refusal)
                return
        if address is None:
            self.say("It has no address, so nowhere to send a comment to.")
            return
        from reader.ui.screens.comment import CommentScreen

        try:
            draft = await self._rooms.commenting.draft_for(
                address,
                self._title,
                form,
                reply_to=None if answered is None else answered.id,
            )
        except ReaderError as error:
            self.complain(error, title="No draft")
            return
        self.app.push_screen(
            CommentScreen(self._rooms, draft, opened=opened, answered=answered)
        )

    async def _with_form(self) -> Opened | None:
        """The article with its form, fetched if the library has not seen it yet."""
        opened = self._opened
        if opened is None or opened.article.discussion.form is None:
            # Without the form one can write too.
            with suppress(CannotReach, CannotUnderstand):
                opened = await self._rooms.reading.fetch(self._what)
        self._opened = opened
        return opened

    async def action_browser(self) -> None:
        """Open the comment one is at in the browser, or the article."""
        url = self._link()
        if not can_be_opened(url):
            self.say("It has no web address.")
        elif not await open_in_browser(self.app, url or ""):
            self.complain(
                "No browser was found; $BROWSER names one.", title="Not opened"
            )

    def action_copy_link(self) -> None:
        """Copy the address of the comment one is at."""
        url = self._link()
        if url:
            self.app.copy_to_clipboard(plain(url))
            self.say("Link copied.")

    def _link(self) -> str | None:
        current = self.thread_list.current
        if current is not None and current.url is not None:
            return current.url
        if self._opened is not None:
            return self._opened.article.url
        return self._what if isinstance(self._what, str) else None

    async def action_back(self) -> None:
        """Go back, with what was seen no longer new."""
        await self.keep()
        await self.reader.action_back()
        self.reader.show_again()


def _matter_with(thread: Thread | None, trouble: ReaderError | None) -> str:
    """What is to be said over a thread, or nothing."""
    if thread is None:
        return ""
    if trouble is not None:
        when = f"{thread.fetched.astimezone():%-d %B %Y, %H:%M}"
        return f"These are the comments of {when}. {plain(str(trouble))}"
    if thread.not_kept is not None:
        return f"These comments are shown, but not kept. {plain(thread.not_kept)}"
    return "" if thread.whole else "There are more comments than these."
