"""Drafts, and every comment that was handed over, with what has come of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from reader.domain.comment import Draft
from reader.domain.delivery import Delivery, State
from reader.domain.errors import ReaderError
from reader.ui.browser import can_be_opened, open_in_browser
from reader.ui.rooms import Rooms
from reader.ui.screens.base import ReaderScreen
from reader.ui.styles import sheets
from reader.ui.widgets.hints import Hints
from reader.ui.widgets.line_list import LineList
from reader.ui.widgets.outbox_list import OutboxList, story_of
from reader.ui.widgets.status_line import StatusLine

Act = Callable[[int], Awaitable[object]]

TITLE = "Drafts and outbox"
BIN = "The bin: what was discarded"
NOTHING_YET = (
    "Nothing here yet.\n\n"
    "C in an article writes a comment. It is kept here as a draft,"
    " then on its way to the site, then with the site's answer."
)
DISCARDED = "Discarded. u brings it back."
RESTORED = "It is back among the drafts and the outbox; B goes there."
NOTHING_DISCARDED = "Nothing was discarded.\n\nB goes back to the outbox."


class OutboxScreen(ReaderScreen):
    """The comments of one's own that are under way, and where they are."""

    CSS_PATH = sheets("outbox")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "send", "Send", id="outbox.send"),
        Binding("e", "edit", "Edit", id="outbox.edit"),
        Binding("D", "discard", "Discard", id="outbox.discard"),
        Binding("R", "restore", "Restore", id="outbox.restore"),
        Binding("H", "history", "History", show=False, id="outbox.history"),
        Binding("B", "bin", "Bin", show=False, id="outbox.bin"),
        Binding("o", "page", "The page", id="outbox.page"),
        Binding("q,escape", "back", "Back", id="outbox.back"),
    ]

    outbox_list = query_one(OutboxList)
    status = query_one(StatusLine)

    def __init__(self, rooms: Rooms) -> None:
        super().__init__()
        self._rooms = rooms
        self._in_bin = False

    def compose(self) -> ComposeResult:
        """Compose the list over the story of one comment."""
        yield Static(Content(TITLE), id="outbox-title")
        yield OutboxList(self._rooms.now)
        yield Static(Content(NOTHING_YET), id="outbox-empty")
        with VerticalScroll(id="story", can_focus=True):
            yield Static(id="story-text")
        yield StatusLine()
        yield Hints()

    async def on_mount(self) -> None:
        """Show what there is, and ask the sites what became of it."""
        self.outbox_list.focus()
        await self.show_again()
        self.reader.follow()

    async def show_again(self) -> None:
        """Show the drafts and the outbox as the library has them now."""
        try:
            drafts = await self._rooms.commenting.drafts(discarded=self._in_bin)
            delivering = self._rooms.delivering
            deliveries = await (
                delivering.bin() if self._in_bin else delivering.outbox()
            )
        except ReaderError as error:
            self.complain(error, title="The outbox cannot be shown")
            return
        if self.is_open:
            self._show(drafts, deliveries)

    def _show(self, drafts: Sequence[Draft], deliveries: Sequence[Delivery]) -> None:
        self.outbox_list.show((*drafts, *deliveries))
        empty = not drafts and not deliveries
        self.query_one("#outbox-empty").display = empty
        self.query_one("#story").display = not empty
        self.outbox_list.display = not empty
        if not empty and self.focused is None:
            # It cannot have the focus while it is empty.
            self.outbox_list.focus()
        counted = (_drafts(len(drafts)), f"{len(deliveries)} handed over")
        self.status.words = "" if empty else " · ".join(counted)
        self._tell_story()

    @on(LineList.Reached)
    def _tell_story(self) -> None:
        """Tell what has come of the comment under the cursor."""
        current = self.outbox_list.current
        story = Content("")
        if current is not None:
            story = story_of(current, discarded=self._in_bin)
        self.query_one("#story-text", Static).update(story)
        self.query_one("#story").scroll_home(animate=False)
        self.refresh_bindings()

    @on(LineList.Chosen)
    def _go_in(self, event: LineList.Chosen) -> None:
        """Go on with a draft; of what was handed over, read the site's answer."""
        event.stop()
        if isinstance(self.outbox_list.current, Draft) and not self._in_bin:
            self.action_edit()
        else:
            self.query_one("#story").focus()

    @on(LineList.Left)
    async def _leave(self, event: LineList.Left) -> None:
        event.stop()
        await self.action_back()

    async def action_back(self) -> None:
        """From the site's answer to the list; from the list, back."""
        if self.outbox_list.has_focus or not self.outbox_list.lines:
            await self.reader.action_back()
        else:
            self.outbox_list.focus()

    # What can be done

    @work(exclusive=True, group="act")
    async def action_send(self) -> None:
        """Send the comment under the cursor.

        A draft is reviewed first, and so is what came back because its form
        now sends where the reader was not asked about.
        """
        current = self.outbox_list.current
        if isinstance(current, Draft):
            await self._write_on(current, review=True)
        elif current is not None and _came_back_to_be_asked(current):
            await self._take_back(current, review=True)
        elif current is not None:
            self.reader.send(current.id)

    @work(exclusive=True, group="act")
    async def action_edit(self) -> None:
        """Go on writing the comment under the cursor."""
        current = self.outbox_list.current
        if isinstance(current, Draft):
            await self._write_on(current)
        elif current is not None:
            await self._take_back(current)

    async def _take_back(self, delivery: Delivery, *, review: bool = False) -> None:
        """Take a comment out of the outbox, and write on it."""
        try:
            draft = await self._rooms.delivering.edit(delivery.id)
        except ReaderError as error:
            self.complain(error, title="Not to be edited")
            return
        await self._write_on(draft, review=review)

    async def _write_on(self, draft: Draft, *, review: bool = False) -> None:
        from reader.ui.screens.comment import CommentScreen

        try:
            opened = await self._rooms.reading.kept(draft.url)
        except ReaderError:
            # The article is a help in writing; without it one can write too.
            opened = None
        self.app.push_screen(
            CommentScreen(self._rooms, draft, opened=opened, review=review)
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is in the bin can be taken out, and nothing else."""
        del parameters
        if action in ("send", "edit", "discard", "history"):
            return not self._in_bin
        return self._in_bin if action == "restore" else True

    async def action_bin(self) -> None:
        """Show what was discarded, or what was not."""
        self._in_bin = not self._in_bin
        self.query_one("#outbox-title", Static).update(
            Content(BIN if self._in_bin else TITLE)
        )
        self.query_one("#outbox-empty", Static).update(
            Content(NOTHING_DISCARDED if self._in_bin else NOTHING_YET)
        )
        self.refresh_bindings()
        await self.show_again()

    async def action_restore(self) -> None:
        """Take the comment under the cursor out of the bin."""
        commenting, delivering = self._rooms.commenting, self._rooms.delivering
        await self._change(commenting.restore, delivering.restore, RESTORED)

    @work(exclusive=True, group="act")
    async def action_history(self) -> None:
        """Look through what a draft was, and perhaps take one back."""
        from reader.ui.screens.history import HistoryScreen

        current, commenting = self.outbox_list.current, self._rooms.commenting
        if not isinstance(current, Draft):
            self.say("Only a draft has a history.")
            return
        try:
            versions = await commenting.history(current.id)
            if not versions:
                self.say("This draft has no history yet.")
                return
            text = await self.app.push_screen_wait(
                HistoryScreen(versions, self._rooms.now())
            )
            if text is None:
                return
            await commenting.put_back(current.id, text)
        except ReaderError as error:
            self.complain(error, title="Not taken back")
            return
        self.reader.show_again()

    async def action_discard(self) -> None:
        """Discard the comment under the cursor; `u` brings it back."""
        commenting, delivering = self._rooms.commenting, self._rooms.delivering
        await self._change(commenting.discard, delivering.discard, DISCARDED)

    async def _change(self, draft: Act, delivery: Act, done: str) -> None:
        """Do something with the comment under the cursor, as what it is.

        Args:
            draft: What to do with a draft, by its id.
            delivery: What to do with one that was handed over.
            done: What is said then.
        """
        current = self.outbox_list.current
        if current is None:
            return
        try:
            await (draft if isinstance(current, Draft) else delivery)(current.id)
        except ReaderError as error:
            self.complain(error, title="Nothing was changed")
            return
        self.say(done)
        self.reader.show_again()

    async def action_page(self) -> None:
        """Open the page, at the comment if it is known where it stands."""
        current = self.outbox_list.current
        if current is None:
            return
        if isinstance(current, Draft):
            url = current.url
        else:
            url = current.permalink or current.draft.url
        if not can_be_opened(url):
            self.say("It has no web address.")
        elif not await open_in_browser(self.app, url):
            self.complain(
                "No browser was found; $BROWSER names one.", title="Not opened"
            )


def _drafts(count: int) -> str:
    return "1 draft" if count == 1 else f"{count} drafts"


def _came_back_to_be_asked(delivery: Delivery) -> bool:
    form = delivery.draft.form
    refused = delivery.state is State.REFUSED
    return refused and form is not None and form.warning is not None
