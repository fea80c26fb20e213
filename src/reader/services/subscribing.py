"""The sources one reads: adding, removing, naming."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.domain.errors import CannotKeep, NotFound
from reader.domain.source import Source
from reader.net.web import Web
from reader.services.desk import Desk
from reader.services.refreshing import digest
from reader.services.seeking import Choose, Seeking
from reader.services.understanding import understood
from reader.storage import doing, sources
from reader.storage.database import Database

if TYPE_CHECKING:
    from reader.sites.listed import Subscriptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What came of a list of subscriptions."""

    added: tuple[Source, ...]
    known: int
    """How many of them were sources already."""

    left_out: tuple[str, ...]
    """A sentence for each that was not taken, and why."""


class Subscribing:
    """Adds and removes sources, and names and tags them.

    Args:
        database: The library.
        web: The way to the sites.
        desk: Where pages are understood.
        now: Says what time it is, in UTC.
    """

    def __init__(
        self,
        database: Database,
        web: Web,
        desk: Desk,
        now: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._seeking = Seeking(web, desk)
        self._desk = desk
        self._now = now

    async def add(
        self,
        address: str,
        choose: Choose | None = None,
        *,
        name: str | None = None,
        tags: Iterable[str] = (),
    ) -> Source:
        """Subscribe to a feed, or to the feed of a site, and take in its articles.

        Args:
            address: A feed's or a site's address, with or without its `https://`.
            choose: Asks which of several feeds is meant.
            name: What to call it; the feed's own title if None.
            tags: Its tags.

        Returns:
            The new source.

        Raises:
            CannotReach: The site did not answer.
            CannotUnderstand: No feed was found.
            SeveralFeeds: There are several, and `choose` is None or chose none.
            CannotKeep: It is a source already, or the library would not take it.
        """
        await self._must_be_new(address)
        found = await self._seeking.feed_of(address, choose)
        feed_page = found.page
        url = feed_page.moved or found.url
        await self._must_be_new(url)
        feed = await self._desk.run(understood, feed_page, is_page=found.is_page)
        now = self._now()
        return await self._database.run(
            doing.subscribe,
            url,
            feed,
            now,
            freshness=feed_page.freshness,
            body_hash=digest(feed_page),
            name=name,
            tags=tuple(tags),
            is_page=found.is_page,
        )

    async def import_list(self, body: bytes) -> Imported:
        """Subscribe to everything in a list; nothing is fetched yet.

        Args:
            body: OPML, newsboat's `urls` file, or a browser's bookmarks.

        Raises:
            CannotUnderstand: It is none of them.
            CannotKeep: The library would not take it; nothing of it was added.
        """
        listed = await self._desk.run(_subscriptions_in, body)
        added, known = await self._database.run(
            doing.add_sources, listed.sources, self._now()
        )
        return Imported(added=added, known=known, left_out=listed.left_out)

    async def find(self, what: int | str) -> Source:
        """A source by its id, its address, its site's address or its name.

        Raises:
            NotFound: There is none, or a name that several have.
        """
        return await self._database.look(sources.find, what)

    async def remove(self, what: int | str) -> Source:
        """Take out a source with its articles; those starred, tagged or written on stay.

        Returns:
            The source that was.

        Raises:
            NotFound: There is none.
        """
        source = await self.find(what)
        await self._database.run(doing.remove_source, source.id, self._now())
        return source

    async def rename(self, what: int | str, name: str) -> Source:
        """Call a source what a person wants it called.

        Raises:
            NotFound: There is none.
        """
        source = await self.find(what)
        return await self._database.run(
            doing.rename_source, source.id, name, self._now()
        )

    async def tag(self, what: int | str, tags: Iterable[str]) -> Source:
        """Give a source these tags and no others.

        Raises:
            NotFound: There is none.
        """
        source = await self.find(what)
        return await self._database.run(
            doing.tag_source, source.id, tuple(tags), self._now()
        )

    async def _must_be_new(self, address: str) -> None:
        if "@" in urlsplit(address).netloc:
            raise CannotKeep(
                "An address with a name and a password in it is not kept as a source."
            )
        try:
            known = await self._database.look(sources.find, address)
        except NotFound:
            return
        raise CannotKeep(f"{known.name} is already among the sources.")


def _subscriptions_in(body: bytes) -> Subscriptions:
    from reader.sites.subscriptions import subscriptions_in

    return subscriptions_in(body)
