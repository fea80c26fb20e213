"""Searches with a name: kept among the sources, and at work on what arrives."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from reader.domain.search import Deed, SavedSearch, Tally
from reader.storage import searches
from reader.storage.database import Database

COUNTED_FOR: Final = 0.25
"""Seconds that may be spent on the number of unread articles of one search."""


class Searches:
    """Keeps searches, and counts what they find.

    Args:
        database: The library.
        now: Says what time it is, in UTC.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def every(self) -> tuple[SavedSearch, ...]:
        """Every saved search, by name."""
        return await self._database.look(searches.every)

    async def find(self, what: int | str) -> SavedSearch:
        """A saved search by its id or its name.

        Raises:
            NotFound: There is none.
        """
        return await self._database.look(searches.find, what)

    async def unread(self, search: SavedSearch) -> Tally:
        """How many unread articles a search finds, as far as a moment's counting goes."""
        return await self._database.study(searches.unread, search.words, COUNTED_FOR)

    async def keep(self, name: str, words: str) -> SavedSearch:
        """Give a search a name; one that has it already looks for these words from now on.

        Raises:
            CannotKeep: The library would not take it.
        """
        from reader.storage import doing

        return await self._database.run(doing.keep_search, name, words, self._now())

    async def rename(self, search_id: int, name: str) -> None:
        """Call a search otherwise.

        Raises:
            NotFound: There is none.
            CannotKeep: Another one has that name.
        """
        from reader.storage import doing

        await self._database.run(doing.rename_search, search_id, name, self._now())

    async def on_arrival(self, search_id: int, deed: Deed) -> None:
        """Say what a search does with what arrives from now on.

        Raises:
            NotFound: There is none.
            CannotKeep: The library would not take it.
        """
        from reader.storage import doing

        await self._database.run(doing.let_search_act, search_id, deed, self._now())

    async def remove(self, search_id: int) -> None:
        """Forget a search; what it finds stays as it is.

        Raises:
            NotFound: There is none.
            CannotKeep: The library would not take it.
        """
        from reader.storage import doing

        await self._database.run(doing.remove_search, search_id, self._now())
