"""A conversation about what is being written and what was handed over."""

from __future__ import annotations

from typing import Final

from reader.cli.aloud.voice import Voice
from reader.cli.aloud.writing import WritingAloud, send
from reader.domain.comment import Draft
from reader.domain.delivery import Delivery
from reader.ui.answers import OUTCOMES
from reader.ui.rooms import Rooms
from reader.ui.widgets.outbox_list import SIGHTINGS

HELP: Final = """\
A number tells that comment whole. e and a number goes on writing it, y and a number
sends it, D and a number discards it. u undoes. Enter tells the list again. q goes back."""


class OutboxAloud:
    """Tells drafts first, then what was handed over, the last first."""

    def __init__(self, rooms: Rooms, voice: Voice) -> None:
        self._rooms = rooms
        self._voice = voice
        self._items: tuple[Draft | Delivery, ...] = ()

    async def hold(self) -> None:
        """Converse until the reader wants back."""
        await self._tell_list()
        await self._voice.converse("Outbox", self._do)

    async def _do(self, word: str) -> None:
        command, rest = word[:1], word[1:].strip()
        if not word:
            await self._tell_list()
        elif word.isdecimal():
            item = self._item(word)
            if item is not None:
                self._tell(item)
        elif word == "u":
            change = await self._rooms.undoing.take_back()
            undone = (
                "Nothing to undo." if change is None else f"Undone: {change.words}."
            )
            self._voice.tell(undone)
            await self._tell_list()
        elif command in ("e", "y", "D") and rest.isdecimal():
            item = self._item(rest)
            if item is not None:
                await self._change(command, item)
                await self._tell_list()
        else:
            self._voice.tell(HELP)

    async def _tell_list(self) -> None:
        drafts = await self._rooms.commenting.drafts()
        handed_over = await self._rooms.delivering.outbox()
        self._items = (*drafts, *handed_over)
        for number, item in enumerate(self._items, 1):
            draft = item if isinstance(item, Draft) else item.draft
            state = "Draft" if isinstance(item, Draft) else OUTCOMES[item.state][0]
            self._voice.tell(f"{number}. {state}: {draft.article or draft.url}")
        if not self._items:
            self._voice.tell("Nothing is being written, and nothing waits.")

    def _item(self, number: str) -> Draft | Delivery | None:
        if 0 < int(number) <= len(self._items):
            return self._items[int(number) - 1]
        self._voice.tell(f"There is no comment {number}.")
        return None

    def _tell(self, item: Draft | Delivery) -> None:
        if isinstance(item, Draft):
            self._voice.tell(f"A draft on {item.article or item.url}.", item.text)
            return
        seen = "" if item.seen is None else SIGHTINGS[item.seen]
        told = (
            f"{OUTCOMES[item.state][0]}: {item.draft.article or item.draft.url}.",
            item.words,
            seen,
            item.permalink,
            item.draft.text,
        )
        self._voice.tell(*filter(None, told))

    async def _change(self, command: str, item: Draft | Delivery) -> None:
        commenting, delivering = self._rooms.commenting, self._rooms.delivering
        if command == "e":
            draft = item if isinstance(item, Draft) else await delivering.edit(item.id)
            await WritingAloud(self._rooms, self._voice).go_on(draft)
        elif command == "D":
            if isinstance(item, Draft):
                await commenting.discard(item.id)
            else:
                await delivering.discard(item.id)
            self._voice.tell("Discarded. u brings it back.")
        elif isinstance(item, Draft):
            await WritingAloud(self._rooms, self._voice).go_on(item)
        else:
            await send(self._rooms, self._voice, await delivering.retry(item.id))
