"""Keys that are typed faster than they are answered: each finds what the one before brought."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from time import monotonic
from typing import Any, Final

from textual.app import App
from textual.events import Event, Key, Paste
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import Worker

from reader.ui.screens.base import ReaderScreen

IN_A_ROW: Final = 0.25
"""Seconds after a key in which the next one may find it unanswered."""

LONGEST: Final = 5.0
"""Seconds that a key waits for the one before, on a machine with much to do."""

AT_ONCE: Final = frozenset({"ctrl+c", "ctrl+z"})
"""Keys that wait for nothing: whatever keeps the others, the reader may quit."""

A_LOOK: Final = 0.005
"""Seconds between two looks whether what is coming has come."""

BRINGING: Final = frozenset({"act", "ask", "commands", "comment", "review", "write"})
"""Groups of workers that bring a screen, which the keys after are meant for."""


class InTurn:
    """Gives out keys, and what is pasted, one after the other.

    The framework hands a key to what has the focus at that moment, and looks
    for its command later: of `/pool` typed ahead, all five would go to the
    list, and four be lost or, worse, do something. Here each waits until the
    one before is answered, and the screen it has brought stands.
    """

    def __init__(self, app: App[Any], give: Callable[[Event], Awaitable[None]]) -> None:
        """Make it.

        Args:
            app: The program.
            give: Hands a key to what has the focus.
        """
        self._app = app
        self._give = give
        self._waiting: deque[Event] = deque()
        self._at_work = False
        self._last = -IN_A_ROW
        self._key = ""
        self._typing: Widget | None = None
        self._way: Sequence[MessagePump] = ()
        self._screen: Screen[Any] | None = None
        self._begun: frozenset[Worker[Any]] = frozenset()

    async def take(self, event: Key | Paste) -> None:
        """Hand on a key, now or when its turn has come."""
        if isinstance(event, Key) and event.key in AT_ONCE:
            await self._give(event)
        elif self._at_work:
            self._waiting.append(event)
        elif monotonic() - self._last < IN_A_ROW and not self._follows_at_once(event):
            self._waiting.append(event)
            self._at_work = True
            self._app.run_worker(self._hand_on_all(), group="keys")
        else:
            await self._hand_on(event)

    async def _hand_on_all(self) -> None:
        while self._waiting:
            if not self._follows_at_once(self._waiting[0]):
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._answered(), LONGEST)
            await self._hand_on(self._waiting.popleft())
        self._at_work = False

    def _follows_at_once(self, event: Event) -> bool:
        """Whether a key goes where the last one went, whatever comes of that."""
        if self._typing is not None:
            # Letters leave a field where it is.
            return _is_text(event, self._typing)
        # A key that is held down; its command is looked for when its turn has come.
        return isinstance(event, Key) and event.key == self._key

    async def _hand_on(self, event: Event) -> None:
        self._screen = self._app.screen
        self._begun = frozenset(self._app.workers)
        focused = self._app.focused
        self._way = (focused or self._screen).ancestors_with_self
        in_field = focused is not None and focused.check_consume_key("a", "a")
        self._key = event.key if isinstance(event, Key) and not in_field else ""
        self._typing = focused if focused and _is_text(event, focused) else None
        self._last = monotonic()
        await self._give(event)

    async def _answered(self) -> None:
        """Wait until the last key has come to its end."""
        # It goes up to the program, which looks for its command; and what the
        # command tells the screen goes the same way once more.
        for pump in (*self._way, *self._way):
            await _caught_up(pump)
        # A screen and an article come each by its own way; nothing tells of all.
        while self._is_something_coming:  # noqa: ASYNC110
            await asyncio.sleep(A_LOOK)

    @property
    def _is_something_coming(self) -> bool:
        screen = self._app.screen
        if not screen.is_mounted or (
            isinstance(screen, ReaderScreen) and screen.is_arriving
        ):
            return True
        return screen is self._screen and any(
            worker.group in BRINGING and not worker.is_finished
            for worker in frozenset(self._app.workers) - self._begun
        )


def _is_text(event: Event, field: Widget) -> bool:
    """Whether a key is a letter that a field takes in."""
    return isinstance(event, Key) and field.check_consume_key(
        event.key, event.character
    )


async def _caught_up(pump: MessagePump) -> None:
    """Wait until a part of the program has answered what it was told until now."""
    done = asyncio.Event()
    if pump.call_later(done.set):
        await done.wait()
