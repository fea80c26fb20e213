"""The one place where the floors are put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime

from reader.cli.output import say
from reader.ui.rooms import Rooms


def now() -> datetime:
    """What time it is, in UTC."""
    return datetime.now(UTC)


@asynccontextmanager
async def house() -> AsyncIterator[Rooms]:
    """Open the library and everything over it, and close it in the end.

    What is odd about the settings is told on standard error.

    Raises:
        CannotKeep: The library cannot be opened.
    """
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
    from reader.storage import places, preferences
    from reader.storage.database import Database

    set_by_person, warnings = preferences.load(places.config_file())
    for warning in warnings:
        say(warning)
    async with AsyncExitStack() as stack:
        database = await Database.open(places.library_file())
        stack.push_async_callback(database.close)
        web = await stack.enter_async_context(Web())
        desk = await stack.enter_async_context(Desk())
        yield Rooms(
            reading=Reading(database, web, desk, now),
            taking=Taking(web, desk),
            quoting=Quoting(database, desk, now),
            listing=Listing(database),
            indexing=Indexing(database, desk),
            refreshing=Refreshing(database, web, desk, now),
            subscribing=Subscribing(database, web, desk, now),
            commenting=Commenting(database, now, set_by_person.identity),
            delivering=Delivering(database, web, desk, now),
            preferences=set_by_person,
            keymap=places.keymap_file(),
            now=now,
        )
