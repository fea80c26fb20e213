"""A conversation about the library: what there is, and what is to be read of it."""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import replace
from typing import Final

from reader.cli.aloud.article import ArticleAloud
from reader.cli.aloud.outbox import OutboxAloud
from reader.cli.aloud.voice import Voice
from reader.domain.selection import Selection
from reader.ui.article_row import in_words
from reader.ui.rooms import Rooms

A_PAGE: Final = 10
"""Articles told at one go."""

HELP: Final = """\
Enter tells the next ten. A number opens that article. n opens the next unread one.
/ and words searches, / alone shows all again. g begins at the newest again.
s and a number stars, m and a number marks as read or unread. u undoes.
R asks every site for news. + and an address adds a site. P is for drafts and outbox.
q ends."""


class LibraryAloud:
    """Tells the list ten by ten, and opens what is asked for."""

    def __init__(self, rooms: Rooms, voice: Voice) -> None:
        self._rooms = rooms
        self._voice = voice
        self._selection = Selection()
        self._next = 0
        self._at = -1

    async def hold(self) -> None:
        """Converse until the reader wants no more."""
        await self._tell_how_many()
        await self._tell_on()
        await self._voice.converse("Articles", self._do)

    async def _do(self, word: str) -> None:
        command, rest = word[:1], word[1:].strip()
        if not word:
            await self._tell_on()
        elif word.isdecimal():
            await self._open(int(word) - 1)
        elif word == "n":
            await self._open_unread()
        elif command == "/":
            await self._search(rest)
        elif word == "g":
            self._next = 0
            await self._tell_on()
        elif command in ("s", "m") and rest.isdecimal():
            await self._mark(command, int(rest) - 1)
        elif word == "u":
            await undo(self._rooms, self._voice)
        elif word == "R":
            await self._refresh()
        elif command == "+" and rest:
            source = await self._rooms.subscribing.add(rest)
            self._voice.tell(f"{source.name} is added.")
            await self._search("")
        elif word == "P":
            await OutboxAloud(self._rooms, self._voice).hold()
        else:
            self._voice.tell(HELP)

    async def _tell_how_many(self) -> None:
        counts = await self._rooms.listing.counts(self._selection)
        if counts.all:
            self._voice.tell(f"{counts.all:,} articles, {counts.unread:,} unread.")
        elif self._selection.words:
            search = self._rooms.listing.search(self._selection.words)
            self._voice.tell(
                "Nothing found.", *(f"{one.sentence}." for one in search.troubles)
            )
        else:
            self._voice.tell("Nothing is kept here yet. + and an address adds a site.")

    async def _tell_on(self) -> None:
        rows = await self._rooms.listing.rows(self._selection, self._next, A_PAGE)
        dates, now = self._rooms.preferences.dates, self._rooms.now()
        for number, row in enumerate(rows, self._next + 1):
            self._voice.tell(f"{number}. {in_words(row, now, dates)}")
        if not rows and self._next:
            self._voice.tell("That was the last.")
        self._next += len(rows)

    async def _search(self, words: str) -> None:
        listing = self._rooms.listing
        if words:
            await self._rooms.indexing.work_through()
        self._selection = replace(self._selection, words=words)
        begun = listing.begun(words)
        if begun is not None and not (await listing.counts(self._selection)).all:
            # Nothing says its last word; something may say one that begins so.
            self._selection = replace(self._selection, words=begun)
        self._next, self._at = 0, -1
        await self._tell_how_many()
        await self._tell_on()

    async def _open(self, place: int) -> None:
        rows = await self._rooms.listing.rows(self._selection, place, 1)
        if not rows or place < 0:
            self._voice.tell(f"There is no article {place + 1}.")
            return
        self._at = place
        await ArticleAloud(self._rooms, self._voice).read(rows[0].id)

    async def _open_unread(self) -> None:
        place = await self._rooms.listing.next_unread(self._selection, self._at)
        if place is None:
            self._voice.tell("Nothing unread further on.")
        else:
            await self._open(place)

    async def _mark(self, command: str, place: int) -> None:
        rows = await self._rooms.listing.rows(self._selection, max(place, 0), 1)
        if not rows:
            self._voice.tell(f"There is no article {place + 1}.")
            return
        (row,) = rows
        if command == "s":
            await self._rooms.reading.mark([row.id], starred=not row.starred)
        else:
            await self._rooms.reading.mark([row.id], read=not row.read)
        changed = await self._rooms.listing.one(row.id)
        if changed is not None:
            dates, now = self._rooms.preferences.dates, self._rooms.now()
            self._voice.tell(f"{place + 1}. {in_words(changed, now, dates)}")

    async def _refresh(self) -> None:
        self._voice.tell("Asking every site for news.")
        new = 0
        async with aclosing(self._rooms.refreshing.refresh()) as results:
            async for one in results:
                new += one.new
                words = one.failure or one.put_off
                if words is not None:
                    self._voice.tell(f"{one.source.name}: {words}")
        self._voice.tell("1 new article." if new == 1 else f"{new:,} new articles.")
        self._next, self._at = 0, -1
        if new:
            await self._tell_on()


async def undo(rooms: Rooms, voice: Voice) -> None:
    """Take back the last change, and say which it was."""
    change = await rooms.undoing.take_back()
    voice.tell("Nothing to undo." if change is None else f"Undone: {change.words}.")
