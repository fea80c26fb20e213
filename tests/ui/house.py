"""The program with its real services over a real library, for tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from reader.domain.preferences import Preferences
from reader.net.web import Web
from reader.services.commenting import Commenting
from reader.services.delivering import Delivering
from reader.services.desk import Desk
from reader.services.indexing import Indexing
from reader.services.listing import Listing
from reader.services.quoting import Quoting
from reader.services.reading import Reading
from reader.services.refreshing import Refreshing
from reader.services.subscribing import Subscribing
from reader.services.taking import Taking
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
    database = await Database.open(library)
    try:
        async with Web() as web, Desk() as desk:
            preferences = preferences or Preferences()
            yield Rooms(
                quoting=Quoting(database, desk, now),
                reading=Reading(database, web, desk, now),
                taking=Taking(web, desk),
                listing=Listing(database),
                indexing=Indexing(database, desk),
                refreshing=Refreshing(database, web, desk, now),
                subscribing=Subscribing(database, web, desk, now),
                commenting=Commenting(database, now, preferences.identity),
                delivering=Delivering(database, web, desk, now),
                preferences=preferences,
                keymap=keymap,
                now=now,
            )
    finally:
        await database.close()
