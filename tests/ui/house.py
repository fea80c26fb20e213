"""The program with its real services over a real library, for tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from reader.cli.house import House
from reader.domain.preferences import Preferences
from reader.storage.database import Database
from reader.ui.rooms import Rooms

NOON = datetime(2020, 6, 27, 12, 0, tzinfo=UTC)
"""The moment at which the tests' clock stands."""


@asynccontextmanager
async def open_rooms(
    library: Path,
    *,
    now: Callable[[], datetime] = lambda: NOON,
    keymap: Path | None = None,
    preferences: Preferences | None = None,
) -> AsyncIterator[Rooms]:
    """Open the services over a library file."""
    rooms = House(await Database.open(library), preferences, keymap, now)
    try:
        yield rooms
    finally:
        await rooms.close()
