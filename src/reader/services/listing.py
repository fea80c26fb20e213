"""What is in the library, as lists show it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from reader.domain.habit import LAST, Silence, silence
from reader.domain.selection import Counts, Selection
from reader.domain.source import Listed, Source
from reader.storage import lists, sources, waiting
from reader.storage.database import Database


class Listing:
    """Looks things up for lists, without waiting for whatever is being written.

    A list is addressed by position, newest first, and asks for what it shows:
    the cost of a window does not grow with the library.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    async def sources(self) -> tuple[Source, ...]:
        """Every source, by name."""
        return await self._database.look(sources.every)

    async def silences(self, now: datetime) -> Mapping[int, Silence]:
        """The sources that are quiet for longer than is their habit, by id.

        One that fails is not among them: why nothing comes of it is known.
        """
        found: dict[int, Silence] = {}
        for source in await self.sources():
            if source.failure is None:
                moments = await self._database.look(
                    sources.last_articles, source.id, LAST
                )
                quiet = silence(moments, now)
                if quiet is not None:
                    found[source.id] = quiet
        return found

    async def counts(self, selection: Selection) -> Counts:
        """How many articles a selection holds; of a search, 10,000 at the most."""
        return await self._database.look(lists.counts, selection)

    async def rows(
        self, selection: Selection, start: int, count: int
    ) -> tuple[Listed, ...]:
        """A window of a selection.

        Args:
            selection: Which articles.
            start: The position of the first one wanted, from 0.
            count: How many are wanted; fewer come at the end.
        """
        return await self._database.look(lists.rows, selection, start, count)

    async def one(self, article_id: int) -> Listed | None:
        """An article as a line in a list, or None if the library does not have it."""
        return await self._database.look(lists.listed, article_id)

    async def position(self, selection: Selection, article_id: int) -> int | None:
        """Where an article stands in a selection, or None if it is not in it."""
        return await self._database.look(lists.position, selection, article_id)

    async def next_unread(
        self, selection: Selection, after_position: int, *, step: int = 1
    ) -> int | None:
        """The position of the next unread article of a selection.

        Args:
            selection: Which articles.
            after_position: Where to start from; -1 finds the first of all.
            step: 1 to look down the list, -1 to look up.

        Returns:
            Its position, or None if there is none on that side.
        """
        return await self._database.look(
            lists.next_unread, selection, after_position, step
        )

    async def waiting(self) -> int:
        """How many comments wait in the outbox for something to be done."""
        return await self._database.look(waiting.deliveries)
