"""What is done with the articles of a list that are meant: marking, tagging, deleting."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from time import monotonic
from typing import ClassVar, Final

from textual import on, work
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.message import Message
from textual.reactive import reactive
from textual.worker import Worker

from reader.domain.errors import ReaderError
from reader.domain.ids import Ids
from reader.domain.selection import Selection
from reader.text.sanitize import clean
from reader.ui.cells import plain
from reader.ui.rooms import Rooms
from reader.ui.undo import TOLD_EVERY, Changed
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.even import EvenVertical

READ_PARTS: Final[Sequence[tuple[str, int | timedelta | None]]] = (
    ("those above the cursor", -1),
    ("those below the cursor", 1),
    ("those older than a day", timedelta(days=1)),
    ("those older than a week", timedelta(weeks=1)),
    ("those older than a month", timedelta(days=30)),
    ("those older than a year", timedelta(days=365)),
    ("everything here", None),
)
"""What of a list can be marked as read, for `mark_part`."""

FEW: Final = 1_000
"""With so many articles something is done before the next frame."""

MOST_COPIED: Final = 10_000
"""Links that are copied at once: a terminal takes no more."""

Progress = Callable[[int, int], object]
"""Told how many articles are done, and how many there are."""


class Triage(EvenVertical):
    """Changes the articles of a list.

    Those meant are the selected ones or, with none selected, the one under the
    cursor. With more than a few of them it goes on beside the keys, says how far
    it is, and can be stopped.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "mark", "Read or unread", id="list.mark"),
        Binding("s", "star", "Star", id="list.star"),
        Binding("M", "mark_some", "Mark a part read", show=False, id="list.mark-some"),
        Binding("A", "all_read", "All read", show=False, id="list.all-read"),
        Binding("t", "tag", "Tag", show=False, id="list.tag"),
        Binding("D", "delete", "Delete", show=False, id="list.delete"),
        Binding("y", "copy_link", "Copy link", show=False, id="list.copy-link"),
    ]

    selection: reactive[Selection] = reactive(Selection(), init=False)
    """Which articles are shown."""

    list = query_one(ArticleList)

    @dataclass
    class Marked(Message):
        """Articles were marked from here."""

        ids: Ids
        read: bool | None = None
        starred: bool | None = None

    @dataclass
    class Underway(Message):
        """How far something is that takes a while."""

        words: str
        """What is being done; empty once it is over."""

    def __init__(self, rooms: Rooms, *, id: str, classes: str) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._rooms = rooms
        self._underway: Worker[None] | None = None

    @property
    def shown(self) -> Selection:
        """What the list shows, for whoever asks by position."""
        return self.selection

    @property
    def meant(self) -> Ids:
        """The ids of the selected articles, or else of the one under the cursor."""
        current = self.list.current
        return self.list.selected or Ids.of([] if current is None else [current.id])

    @property
    def underway(self) -> bool:
        """Whether something is being done that takes a while."""
        return self._underway is not None and not self._underway.is_finished

    def stop(self) -> bool:
        """Stop what takes a while; what is done of it stays done, and can be undone.

        Returns:
            Whether anything was going on.
        """
        if self._underway is None or not self.underway:
            return False
        self._underway.cancel()
        self._say("Stopped. What is done so far stays; u takes it back.")
        return True

    # Which are meant

    @on(ArticleList.RangeAsked)
    def _select_range(self, event: ArticleList.RangeAsked) -> None:
        event.stop()
        self.select_range(event.one, event.other)

    @work(exclusive=True, group="range")
    async def select_range(self, one: int, other: int) -> None:
        """Select everything from one article of the list to another."""
        loop = asyncio.get_running_loop()
        telling = loop.call_later(
            TOLD_EVERY, self.post_message, self.Underway("Selecting…")
        )
        try:
            ids = await self._rooms.listing.between(self.shown, one, other)
        except ReaderError as error:
            self._complain(error, title="Not selected")
            self.list.select(Ids())
            return
        finally:
            telling.cancel()
            if loop.time() >= telling.when() and not self.underway:
                self.post_message(self.Underway(""))
        # The article it began at may have left the list since.
        self.list.select(ids or Ids.of([other]))

    async def _begin(
        self, doing: str, change: Callable[[Ids, Progress], Awaitable[None]]
    ) -> None:
        """Do something with the articles meant: at once, or beside the keys if they are many.

        Args:
            doing: What is being done, as “Starring”.
            change: Does it, and shows what came of it.
        """
        if self.list.range_known.is_set():
            meant = self.meant
            if len(meant) <= FEW:
                few = change(meant, _unheard)
                if self.underway:
                    self.run_worker(_awaited(few), group="few")
                else:
                    await few
                return
        self._go_on(doing, change)

    def _go_on(
        self, doing: str, change: Callable[[Ids, Progress], Awaitable[None]]
    ) -> None:
        """Do something that may take a while, unless something else is going on."""
        if self.underway:
            self._say("One thing after the other. Esc stops what is going on.")
        else:
            self._underway = self.run_worker(
                self._carry_out(doing, change), group="underway"
            )

    async def _carry_out(
        self, doing: str, change: Callable[[Ids, Progress], Awaitable[None]]
    ) -> None:
        """Do something with the articles meant once they are known, and say how far it is."""
        told = monotonic()

        def progress(done: int, number: int) -> None:
            nonlocal told
            if monotonic() - told > TOLD_EVERY:
                told = monotonic()
                words = f"{doing} {done:,} of {number:,} · Esc stops"
                self.post_message(self.Underway(words))

        try:
            await self.list.range_known.wait()
            meant = self.meant
            if len(meant) > FEW:
                self.post_message(self.Underway(f"{doing}…"))
            await change(meant, progress)
        except asyncio.CancelledError:
            self.post_message(Changed())
            raise
        finally:
            self.post_message(self.Underway(""))

    # What is done with them

    async def action_mark(self) -> None:
        """Mark the articles meant as read; if all are, as unread."""
        await self._begin("Marking", self._toggle_read)

    async def _toggle_read(self, meant: Ids, progress: Progress) -> None:
        try:
            changed, read = await self._rooms.reading.toggle_read(meant, progress)
        except ReaderError as error:
            self._not_done(error, title="Not marked", number=len(meant))
            return
        self._marked(changed, read=read)

    async def action_star(self) -> None:
        """Star the articles meant; if all are, take the stars off."""
        await self._begin("Starring", self._toggle_starred)

    async def _toggle_starred(self, meant: Ids, progress: Progress) -> None:
        try:
            changed, starred = await self._rooms.reading.toggle_starred(meant, progress)
        except ReaderError as error:
            self._not_done(error, title="Not marked", number=len(meant))
            return
        self._marked(changed, starred=starred)

    def _marked(
        self, changed: Ids, *, read: bool | None = None, starred: bool | None = None
    ) -> None:
        """Show that articles were marked, and tell."""
        if changed:
            self.list.change(changed, read=read, starred=starred)
            self.post_message(self.Marked(changed, read, starred))

    async def action_mark_some(self) -> None:
        """Ask which part of the list is to be marked as read."""
        from reader.ui.widgets.choice import Choice

        lines = [(words, 0) for words, _ in READ_PARTS]

        def chosen(at: int | None) -> None:
            if at is not None:
                self.mark_part(READ_PARTS[at][1])

        await self.app.push_screen(Choice("Mark as read:", lines), chosen)

    def action_all_read(self) -> None:
        """Mark everything the list shows as read."""
        self.mark_part(None)

    def mark_part(self, part: int | timedelta | None) -> None:
        """Mark a part of the list as read.

        Args:
            part: 1 for what stands below the cursor, -1 for what stands above it,
                an age for what is older, None for all of it.
        """
        current = self.list.current
        at = None if current is None else current.id
        # The list may be another one by the time it is done.
        self._go_on("Marking", partial(self._mark_part, self.selection, at, part))

    async def _mark_part(
        self,
        selection: Selection,
        at: int | None,
        part: int | timedelta | None,
        _meant: Ids,
        progress: Progress,
    ) -> None:
        reading = self._rooms.reading
        try:
            if isinstance(part, int):
                if at is None:
                    return
                changed = await reading.mark_read_beyond(selection, at, part, progress)
            elif part is not None:
                before = (self._rooms.now() - part).timestamp()
                changed = await reading.mark_all_read(
                    replace(selection, before=before), progress
                )
            else:
                changed = await reading.mark_all_read(selection, progress)
        except ReaderError as error:
            self._not_done(error, title="Not marked", number=FEW + 1)
            return
        self._say(f"{len(changed):,} marked read. u takes it back.")
        self._marked(changed, read=True)

    async def action_tag(self) -> None:
        """Change the tags of the articles meant."""
        await self._begin("Looking at", self._ask_for_tags)

    async def _ask_for_tags(self, meant: Ids, _progress: Progress) -> None:
        if not meant:
            return
        from reader.ui.tagging import ask_for_tags

        try:
            common = await self._rooms.listing.common_tags(meant)
        except ReaderError as error:
            self._complain(error, title="Not tagged")
            return

        def give(add: Sequence[str], remove: Sequence[str]) -> None:
            # What was meant when the question was asked.
            tagging = partial(self._tag, meant, add, remove)
            if len(meant) > FEW:
                self._go_on("Tagging", tagging)
            else:
                self.run_worker(tagging(meant, _unheard), group="few")

        await ask_for_tags(self, common, give)

    async def _tag(
        self,
        meant: Ids,
        add: Sequence[str],
        remove: Sequence[str],
        _now_meant: Ids,
        progress: Progress,
    ) -> None:
        try:
            changed = await self._rooms.reading.tag(
                meant, add=add, remove=remove, progress=progress
            )
        except ReaderError as error:
            self._not_done(error, title="Not tagged", number=len(meant))
            return
        if changed:
            self.post_message(Changed())

    async def action_delete(self) -> None:
        """Delete the articles meant; `u` brings them back."""
        await self._begin("Deleting", self._delete)

    async def _delete(self, meant: Ids, progress: Progress) -> None:
        try:
            gone = await self._rooms.reading.delete(meant, progress)
        except ReaderError as error:
            self._not_done(error, title="Not deleted", number=len(meant))
            return
        if not gone:
            return
        self.list.deselect()
        one = len(gone) == 1
        what = "one article" if one else f"{len(gone):,} articles"
        self._say(f"Deleted {what}. u brings {'it' if one else 'them'} back.")
        self.post_message(Changed())

    async def action_copy_link(self) -> None:
        """Copy the addresses of the articles meant."""
        await self._begin("Copying", self._copy_links)

    async def _copy_links(self, meant: Ids, _progress: Progress) -> None:
        if len(meant) > MOST_COPIED:
            self._complain(
                f"No more than {MOST_COPIED:,} links are copied at once; "
                f"{len(meant):,} articles are selected.",
                title="Not copied",
            )
            return
        try:
            links = await self._rooms.listing.links(meant)
        except ReaderError as error:
            self._complain(error, title="Not copied")
            return
        if links:
            self.app.copy_to_clipboard("\n".join(map(plain, links)))
            self._say(
                "Link copied." if len(links) == 1 else f"{len(links):,} links copied."
            )

    def _not_done(self, error: ReaderError, *, title: str, number: int) -> None:
        """Say what hindered a change; of many articles some may be changed."""
        self._complain(error, title=title)
        if number > FEW:
            self.post_message(Changed())

    def _say(self, words: str) -> None:
        self.notify(words, markup=False)

    def _complain(self, error: ReaderError | str, *, title: str) -> None:
        self.notify(
            clean(str(error)), title=title, severity="error", timeout=8, markup=False
        )


def _unheard(_done: int, _number: int) -> None:
    """Progress that is over before it could be told."""


async def _awaited(change: Awaitable[None]) -> None:
    """Something to be done, as a worker wants it."""
    await change
