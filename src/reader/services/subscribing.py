"""The sources one reads: adding, removing, naming."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import urlsplit

from reader.domain.errors import (
    CannotKeep,
    CannotReach,
    CannotUnderstand,
    NotFound,
    ReaderError,
)
from reader.domain.exchange import Page
from reader.domain.source import Source
from reader.net.reasons import is_distrust
from reader.net.web import Web
from reader.services.desk import Desk
from reader.services.refreshing import digest
from reader.services.understanding import understood
from reader.storage import doing, sources
from reader.storage.database import Database

if TYPE_CHECKING:
    from reader.sites.discovery import FeedLink
    from reader.sites.subscriptions import Subscriptions

Choose: TypeAlias = "Callable[[tuple[FeedLink, ...]], FeedLink | None]"
"""Asks a person which of several feeds is meant; None is none of them."""

_MOST_GUESSES: Final = 12


class SeveralFeeds(ReaderError):
    """A site has several feeds, and nobody has said which.

    Args:
        address: The site's address.
        feeds: Its feeds.
    """

    def __init__(self, address: str, feeds: tuple[FeedLink, ...]) -> None:
        listed = "; ".join(
            f"{feed.title} {feed.url}" if feed.title else feed.url for feed in feeds
        )
        super().__init__(f"{address} has several feeds; add one of them: {listed}")
        self.feeds = feeds


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
        self._web = web
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
        asked, page = await self._ask(address)
        feed_page = page
        if not await self._desk.run(_is_feed, page):
            asked, feed_page = await self._find(asked, page, choose)
        url = feed_page.moved or asked
        await self._must_be_new(url)
        feed = await self._desk.run(understood, feed_page)
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
        added, known = await self._database.run(sources.add_all, listed.sources)
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
        await self._database.run(sources.remove, source.id)
        return source

    async def rename(self, what: int | str, name: str) -> Source:
        """Call a source what a person wants it called.

        Raises:
            NotFound: There is none.
        """
        source = await self.find(what)
        return await self._database.run(sources.rename, source.id, name)

    async def tag(self, what: int | str, tags: Iterable[str]) -> Source:
        """Give a source these tags and no others.

        Raises:
            NotFound: There is none.
        """
        source = await self.find(what)
        return await self._database.run(sources.tag, source.id, tuple(tags))

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

    async def _ask(self, address: str) -> tuple[str, Page]:
        """Ask for an address, with `https://` and then `http://` if it has neither.

        Returns:
            The address asked, and what it answered.
        """
        from reader.sites.discovery import by_rule

        if "://" in address:
            url = by_rule(address) or address
            return url, await self._web.fetch(url)
        url = f"https://{address}"
        try:
            return await self._ask(url)
        except CannotReach as error:
            # Where there is encryption that cannot be trusted, doing without is worse.
            if error.status is not None or is_distrust(error):
                raise
        try:
            return await self._ask(f"http://{address}")
        except CannotReach as error:
            raise CannotReach(address, error.reason, status=error.status) from error

    async def _find(
        self, asked: str, page: Page, choose: Choose | None
    ) -> tuple[str, Page]:
        """Find a site's feed.

        Returns:
            Its address, and what it answered.
        """
        from reader.sites.discovery import feeds_in, usual_addresses

        feeds = await self._desk.run(feeds_in, page)
        if len(feeds) > 1:
            chosen = choose(feeds) if choose is not None else None
            if chosen is None:
                raise SeveralFeeds(asked, feeds)
            return chosen.url, await self._web.fetch(chosen.url)
        if feeds:
            return feeds[0].url, await self._web.fetch(feeds[0].url)
        for url in usual_addresses(page.url, page)[:_MOST_GUESSES]:
            try:
                guess = await self._web.fetch(url)
            except CannotReach as error:
                if error.status is None:
                    # The site no longer answers at all: no other guess will help.
                    raise
                continue
            if await self._desk.run(_is_feed, guess):
                return url, guess
        raise CannotUnderstand(f"No feed was found at {page.url}.")


def _is_feed(page: Page) -> bool:
    from reader.sites.feeds import looks_like_feed

    return looks_like_feed(page.body, page.content_type)


def _subscriptions_in(body: bytes) -> Subscriptions:
    from reader.sites.subscriptions import subscriptions_in

    return subscriptions_in(body)
