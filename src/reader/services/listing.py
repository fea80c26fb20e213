"""What is in the library, as lists show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from reader.domain.habit import LAST, Silence, silence
from reader.domain.ids import Ids
from reader.domain.selection import Counts, Found, Search, Selection
from reader.domain.source import Listed, Source
from reader.storage import lists, sources, tags, waiting
from reader.storage.chosen import MOST_FOUND
from reader.storage.database import Database
from reader.storage.query import begun, query_in

AT_ONCE: Final = 300
"""Articles a search finds before its first are shown: several screens of them."""

AT_MOST: Final = MOST_FOUND
"""Articles a search finds at all."""

MOST_RANKED: Final = 1_000
"""Articles that are put in order by how well they fit a search."""


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

    async def find(
        self,
        selection: Selection,
        most: int = AT_MOST,
        *,
        within: float | None = None,
    ) -> Found:
        """Find what a search finds, in the order of its list, while others look things up.

        Args:
            selection: With the search.
            most: How many are wanted.
            within: After so many seconds what was found so far will do; None is to
                look to the end. A cancelled search is broken off.
        """
        from reader.storage import finding

        return await self._database.seek(finding.find, selection, most, within)

    async def these(self, ids: Iterable[int]) -> tuple[Listed, ...]:
        """Some articles as lines in a list, in this order; of those that are there."""
        return await self._database.look(lists.these, tuple(ids))

    def begun(self, words: str) -> str | None:
        """A search whose last word is only the beginning of one; None if it has no such word."""
        return begun(words)

    async def best(self, selection: Selection) -> tuple[int, ...] | None:
        """The ids of what fits a search best, the best first; None if it has no words.

        It may take seconds, and keeps nothing else waiting.
        """
        return await self._database.study(lists.best, selection, MOST_RANKED)

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

    async def nth_unread(self, selection: Selection, number: int) -> int | None:
        """The position of the nth unread article, from 1; of the last if there are fewer."""
        return await self._database.look(lists.nth_unread, selection, number)

    async def at_moment(self, selection: Selection, moment: datetime) -> int:
        """The position where a selection comes to a moment."""
        return await self._database.look(lists.at_moment, selection, moment.timestamp())

    async def between(self, selection: Selection, one: int, other: int) -> Ids:
        """The ids of a selection from one article to another, both included."""
        return await self._database.study(lists.ids_between, selection, one, other)

    async def links(self, ids: Iterable[int]) -> tuple[str, ...]:
        """The addresses of some articles, newest first; of those that have one."""
        from reader.storage import articles

        return await self._database.look(articles.addresses_of, Ids.of(ids))

    async def common_tags(self, ids: Iterable[int]) -> tuple[str, ...]:
        """The tags that all of some articles have, in alphabetical order."""
        return await self._database.study(tags.common, Ids.of(ids))

    def search(self, words: str) -> Search:
        """What was understood of a search, without searching."""
        query = query_in(words)
        return Search(tuple(query.terms), tuple(query.troubles))

    async def changed_elsewhere(self) -> bool:
        """Whether another program has changed the library since this was last asked."""
        return await self._database.changed_elsewhere()

    async def waiting(self) -> int:
        """How many comments wait in the outbox for something to be done."""
        return await self._database.look(waiting.deliveries)
