"""The one place where the floors are put together."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.cli.output import Progress, say
from reader.domain.preferences import Preferences

if TYPE_CHECKING:
    from reader.net.web import Web
    from reader.services.accounts import Accounts
    from reader.services.commenting import Commenting
    from reader.services.delivering import Delivering
    from reader.services.desk import Desk
    from reader.services.entering import Entering
    from reader.services.helpers import Helpers
    from reader.services.indexing import Indexing
    from reader.services.listing import Listing
    from reader.services.picturing import Picturing
    from reader.services.quoting import Quoting
    from reader.services.reading import Reading
    from reader.services.refreshing import Refreshing
    from reader.services.searches import Searches
    from reader.services.subscribing import Subscribing
    from reader.services.taking import Taking
    from reader.services.threads import Threads
    from reader.services.undoing import Undoing
    from reader.services.upkeep import Upkeep
    from reader.storage.database import Database

NEEDED_SOON = (
    "reader.services.reading",
    "reader.ui.widgets.article_view",
    "lxml.html",
    "reader.services.quoting",
    "reader.services.indexing",
    "reader.services.delivering",
    "reader.services.threads",
    "html2text",
)
"""What the first article opened will want, and then what nobody asks for.

Not what only a site that is asked will want: that is loaded while it is waited for,
and is a quarter of what the program has in memory.
"""


WAITING_IS_TOLD: Final = 1.0
"""Seconds after which it is said that the library cannot be had at once."""


HELPER_STAYS: Final = 30.0
"""Seconds after which a process beside the program ends that has nothing to do; it has
as much memory as the program."""


def now() -> datetime:
    """What time it is, in UTC."""
    return datetime.now(UTC)


class House:
    """The services over one library.

    Each is imported and made when it is first asked for: the first frame needs
    one of them, and all of them together take as long as the framework.

    Args:
        database: The library.
        preferences: What the reader has set.
        keymap: The file that moves keys, or None to read none.
        clock: Says what time it is, in UTC.
        settings: The file that settings are kept in, or None to keep none.
        lasting: Whether the program stays open for long. What takes much memory for a
            moment is then done by a process beside it.
    """

    def __init__(
        self,
        database: Database,
        preferences: Preferences | None = None,
        keymap: Path | None = None,
        clock: Callable[[], datetime] = now,
        settings: Path | None = None,
        *,
        lasting: bool = False,
    ) -> None:
        self._database = database
        self.preferences = preferences or Preferences()
        self.keymap = keymap
        self.now = clock
        self._settings = settings
        self._lasting = lasting

    @cached_property
    def reading(self) -> Reading:
        """Articles, the library's copy and the site's."""
        from reader.services.reading import Reading

        return Reading(
            self._database, self._web, self._desk, self.now, self.preferences
        )

    @cached_property
    def taking(self) -> Taking:
        """Articles that are not kept."""
        from reader.services.taking import Taking

        return Taking(self._web, self._desk, self.preferences)

    @cached_property
    def quoting(self) -> Quoting:
        """Who said what."""
        from reader.services.quoting import Quoting

        return Quoting(self._database, self._desk, self.now)

    @cached_property
    def picturing(self) -> Picturing:
        """Pictures."""
        from reader.services.picturing import Picturing

        return Picturing(self._web)

    @cached_property
    def listing(self) -> Listing:
        """Lists."""
        from reader.services.listing import Listing

        return Listing(self._database)

    @cached_property
    def indexing(self) -> Indexing:
        """What a search looks through."""
        from reader.services.indexing import Indexing

        return Indexing(self._database, self._desk)

    @cached_property
    def refreshing(self) -> Refreshing:
        """Asking sources for news."""
        from reader.services.refreshing import Refreshing

        return Refreshing(
            self._database,
            self._web,
            self._desk,
            self.now,
            preferences=self.preferences,
        )

    @cached_property
    def subscribing(self) -> Subscribing:
        """The sources."""
        from reader.services.subscribing import Subscribing

        return Subscribing(self._database, self._web, self._desk, self.now)

    @cached_property
    def commenting(self) -> Commenting:
        """Comments being written."""
        from reader.services.commenting import Commenting

        return Commenting(self._database, self.now, self.preferences.identity_for)

    @cached_property
    def delivering(self) -> Delivering:
        """Comments on their way."""
        from reader.services.delivering import Delivering

        return Delivering(
            self._database, self._web, self._desk, self.now, accounts=self.accounts
        )

    @cached_property
    def accounts(self) -> Accounts:
        """Where one comments as a member."""
        from reader.services.accounts import Accounts

        return Accounts(self.preferences, self._entering, self._web)

    @cached_property
    def searches(self) -> Searches:
        """Searches with a name."""
        from reader.services.searches import Searches

        return Searches(self._database, self.now)

    @cached_property
    def undoing(self) -> Undoing:
        """What was done, and can be taken back."""
        from reader.services.undoing import Undoing

        return Undoing(self._database, self.now)

    @cached_property
    def upkeep(self) -> Upkeep:
        """Giving up what was kept for a while only."""
        from reader.services.upkeep import Upkeep

        return Upkeep(self._database, self._desk, self.now)

    @cached_property
    def threads(self) -> Threads:
        """What others have said under an article."""
        from reader.services.threads import Threads

        return Threads(self._database, self._web, self._desk, self.now)

    @cached_property
    def _web(self) -> Web:
        return _web(self.preferences, self._entering)

    @cached_property
    def _entering(self) -> Entering:
        from reader.services.entering import Entering

        return Entering(self.preferences)

    @cached_property
    def _desk(self) -> Desk:
        from reader.services.desk import Desk

        return Desk(self._helpers if self._lasting else None)

    @cached_property
    def _helpers(self) -> Helpers:
        from reader.services.helpers import Helpers

        return Helpers(most=1, idle=HELPER_STAYS)

    async def keep_setting(self, name: str, value: str) -> None:
        """Keep a setting for every later start.

        Raises:
            CannotKeep: The file of settings cannot be written.
        """
        from reader.storage.preferences import keep

        if self._settings is not None:
            await self._desk.run(keep, self._settings, name, value)

    async def make_ready(self) -> None:
        """Load what will be needed soon, beside the event loop."""
        from importlib import import_module

        for name in NEEDED_SOON:
            # One by one: an article that is opened meanwhile does not wait for all.
            await self._desk.run(import_module, name)

    async def close(self) -> None:
        """Close what was opened, the library last."""
        made = vars(self)
        if "_desk" in made:
            self._desk.close()
        if "_helpers" in made:
            await self._helpers.__aexit__()
        if "_web" in made:
            await self._web.close()
        await self._database.close()


@asynccontextmanager
async def house(*, lasting: bool = False) -> AsyncIterator[House]:
    """Open the library and everything over it, and close it in the end.

    What is odd about the settings is told on standard error.

    Args:
        lasting: Whether the program stays open for long.

    Raises:
        CannotKeep: The library cannot be opened.
    """
    from reader.storage import places
    from reader.storage.database import Database

    set_by_person = _preferences()
    coming_up = Progress(100)
    opening = asyncio.ensure_future(
        Database.open(
            places.library_file(),
            progress=lambda words, share: coming_up.reach(share, words),
        )
    )
    try:
        opened, _ = await asyncio.wait([opening], timeout=WAITING_IS_TOLD)
        if not opened and not coming_up.begun:
            say("Waiting for the library; another program may be using it…")
        database = await opening
    except asyncio.CancelledError:
        # It is waited for, so that nobody writes any more when the program has ended.
        opening.cancel()
        await asyncio.wait([opening])
        raise
    finally:
        coming_up.wipe()
    rooms = House(
        database,
        set_by_person,
        places.keymap_file(),
        settings=places.config_file(),
        lasting=lasting,
    )
    try:
        yield rooms
    finally:
        await rooms.close()


@asynccontextmanager
async def taking_as_set() -> AsyncIterator[Taking]:
    """Taking articles and feeds as the reader has set, without any library."""
    from reader.services.desk import Desk
    from reader.services.entering import Entering
    from reader.services.taking import Taking

    preferences = _preferences()
    async with _web(preferences, Entering(preferences)) as web, Desk() as desk:
        yield Taking(web, desk, preferences)


def _preferences() -> Preferences:
    from reader.storage import places, preferences

    set_by_person, warnings = preferences.load(places.config_file())
    if len(warnings) == 1:
        say(warnings[0])
    elif warnings:
        odd = f"{len(warnings)} things in {places.config_file()} are not understood"
        say(f"{odd}; `reader config check` names them.")
    return set_by_person


def _web(preferences: Preferences, entering: Entering) -> Web:
    """The way to the sites, with what lets us in where something is set."""
    from reader.net.web import Web

    return Web(introduce=entering.access if preferences.sources else None)
