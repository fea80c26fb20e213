"""Asking the sources for news."""

from __future__ import annotations

import asyncio
import hashlib
from collections import defaultdict, deque
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import random
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from reader.domain.errors import CannotReach, CannotUnderstand, LeftAlone, NotFound
from reader.domain.exchange import Page, Unchanged
from reader.domain.preferences import Preferences, SourceSettings
from reader.domain.rhythm import Rhythm, next_look, wait_after
from reader.domain.source import Feed, Source
from reader.domain.trouble import Trouble
from reader.net.reasons import is_distrust, is_offline
from reader.net.web import Web
from reader.services.completing import Completing
from reader.services.desk import Desk
from reader.services.gathering import Gathering
from reader.services.mapped import newest_list
from reader.services.understanding import Understanding, understood
from reader.storage import refreshes, retention, sources
from reader.storage.database import Database
from reader.storage.secrets import NoSecret
from reader.storage.sources import Due

if TYPE_CHECKING:
    from reader.sites.discovery import FeedLink

AT_ONCE: Final = 24
"""Sources under way at the same time, from asking to keeping."""

AT_ONE_HOST: Final = 2
"""Of these, how many of one host: a slow host keeps nobody else waiting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """How it went with one source."""

    source: Source
    """The source as it was before."""

    new: int = 0
    """How many articles it brought."""

    changed: int = 0
    """How many articles have other words now."""

    failure: str | None = None
    """What went wrong, in a sentence, or None."""

    put_off: str | None = None
    """Why it was not asked at all, in a sentence, or None."""

    merged: str | None = None
    """Which source it turned out to be, and is no other any more, or None."""


class Refreshing:
    """Asks sources for news, many at a time, and tells how each went.

    Args:
        database: The library.
        web: The way to the sites.
        desk: Where feeds are understood.
        now: Says what time it is, in UTC.
        preferences: What the reader has set.
        chance: Gives a random number from 0 to 1.
    """

    def __init__(
        self,
        database: Database,
        web: Web,
        desk: Desk,
        now: Callable[[], datetime],
        *,
        preferences: Preferences | None = None,
        chance: Callable[[], float] = random,
    ) -> None:
        self._database = database
        self._web = web
        self._desk = desk
        self._now = now
        self._preferences = preferences or Preferences()
        self._chance = chance
        self._completing = Completing(
            database, Gathering(web, desk, self._preferences), now
        )

    async def how_many(
        self, ids: Sequence[int] | None = None, *, only_due: bool = False
    ) -> int:
        """How many sources a refresh would ask now."""
        return len(await self._to_ask(ids, only_due=only_due))

    async def refresh(
        self, ids: Sequence[int] | None = None, *, only_due: bool = False
    ) -> AsyncGenerator[Refreshed, None]:
        """Ask sources for news.

        Use it with `contextlib.aclosing`: closing it stops what is under way,
        and everything that has come so far is kept.

        Args:
            ids: Which sources; or None for all but those that are gone or asked
                us to wait.
            only_due: Whether nobody asks for it, and of all only those are asked
                whose time has come: by what the reader has set, by what feeds say
                of themselves, and longer after each failure.

        Yields:
            One value a source, in the order in which they are done. A source that
            fails is one of them, and is told apart in the library too.

        Raises:
            CannotKeep: The library would not take what came.
        """
        due = await self._to_ask(ids, only_due=only_due)
        done: asyncio.Queue[Refreshed | BaseException] = asyncio.Queue()
        at_once = asyncio.Semaphore(AT_ONCE)
        async with Understanding(self._desk) as understanding:
            workers = [
                asyncio.create_task(
                    self._work_through(of_host, at_once, understanding, done)
                )
                for of_host in _by_host(due)
                for _ in range(min(len(of_host), AT_ONE_HOST))
            ]
            try:
                for _ in due:
                    one = await done.get()
                    if isinstance(one, BaseException):
                        raise one
                    yield one
            finally:
                for worker in workers:
                    worker.cancel()
                await asyncio.gather(*workers, return_exceptions=True)

    async def _to_ask(
        self, ids: Sequence[int] | None, *, only_due: bool
    ) -> tuple[Due, ...]:
        return await self._database.look(
            sources.due,
            self._now(),
            None if ids is None else frozenset(ids),
            only_due=only_due,
        )

    async def _work_through(
        self,
        of_host: deque[Due],
        at_once: asyncio.Semaphore,
        understanding: Understanding,
        done: asyncio.Queue[Refreshed | BaseException],
    ) -> None:
        """Refresh the sources of one host, beside another worker at the same."""
        while of_host:
            one = of_host.popleft()
            # Around the whole of it, so that answers do not pile up at the desk.
            async with at_once:
                try:
                    refreshed = await self._refresh(one, understanding)
                    if refreshed.failure is None and self._wants_pages(one.source):
                        await self._completing.complete(one.source)
                    done.put_nowait(refreshed)
                except Exception as error:  # noqa: BLE001
                    # Raised again where it is awaited.
                    done.put_nowait(error)

    async def _refresh(self, one: Due, understanding: Understanding) -> Refreshed:
        """Refresh one source."""
        source = one.source
        try:
            answer = await self._web.fetch(source.url, one.freshness)
            if isinstance(answer, Unchanged):
                due = self._next_look(one.source, one.rhythm, answer)
                await self._database.run(
                    sources.answered, source.id, self._now(), due=due
                )
                await self._thin_out(source)
                return Refreshed(source=source)
            answer = await newest_list(self._web, self._desk, answer)
            body_hash = digest(answer)
            if body_hash == one.body_hash:
                await self._database.run(
                    sources.answered,
                    source.id,
                    self._now(),
                    due=self._next_look(one.source, one.rhythm, answer),
                    freshness=answer.freshness,
                    body_hash=body_hash,
                )
                await self._thin_out(source)
                return Refreshed(source=source)
            moved = answer.moved
            try:
                feed = await self._understood(source, answer, understanding)
            except CannotUnderstand:
                if one.body_hash is not None or not _same_host(source.url, answer.url):
                    raise
                # A list of sources may name a site where its feed is meant.
                found = await self._feed_of(answer)
                if found is None:
                    return await self._follow_page(one, answer)
                moved, answer = found
                known = await self._known_as(moved)
                if known is not None:
                    return await self._merge(source, known)
                body_hash = digest(answer)
                feed = await understanding.feed(answer)
        except LeftAlone as error:
            # Another of its host was told so; it is not this one that fails.
            until = self._now() + timedelta(seconds=error.wait or 0)
            await self._database.run(sources.put_off, source.id, until)
            return Refreshed(source=source, put_off=error.reason)
        except (CannotReach, CannotUnderstand) as error:
            return await self._failed(source, error)
        arrived = await self._database.run(
            refreshes.take_in,
            source.id,
            feed,
            self._now(),
            freshness=answer.freshness,
            body_hash=body_hash,
            due=self._next_look(one.source, feed.rhythm, answer),
            moved=moved,
        )
        await self._thin_out(source, [entry.guid for entry in feed.entries])
        return Refreshed(source=source, new=arrived.new, changed=arrived.changed)

    async def _thin_out(
        self, source: Source, listed: Sequence[str] | None = None
    ) -> None:
        """Let go of what is older, or more, than the reader wants kept of a source."""
        own, general = self._set_for(source), self._preferences
        days = general.keep_days if own.keep_days is None else own.keep_days
        number = (
            general.keep_articles if own.keep_articles is None else own.keep_articles
        )
        if days or number:
            await self._database.run(
                retention.thin_out,
                source.id,
                self._now(),
                age=timedelta(days=days) if days else None,
                number=number or None,
                listed=listed,
            )

    def _wants_pages(self, source: Source) -> bool:
        """Whether articles are to be kept as their pages have them."""
        wanted = self._set_for(source).full_text
        return source.is_page if wanted is None else wanted

    async def _understood(
        self, source: Source, answer: Page, understanding: Understanding
    ) -> Feed:
        if not source.is_page:
            return await understanding.feed(answer)
        if not _same_host(source.url, answer.url):
            raise CannotUnderstand("Another site answered in its place.")
        return await self._desk.run(understood, answer, is_page=True)

    async def _follow_page(self, one: Due, page: Page) -> Refreshed:
        """Take a site that has no feed by its front page, from now on."""
        feed = await self._desk.run(understood, page, is_page=True)
        await self._database.run(sources.read_as_page, one.source.id)
        arrived = await self._database.run(
            refreshes.take_in,
            one.source.id,
            feed,
            self._now(),
            freshness=page.freshness,
            body_hash=digest(page),
            due=self._next_look(one.source, feed.rhythm, page),
        )
        return Refreshed(source=one.source, new=arrived.new, changed=arrived.changed)

    async def _feed_of(self, page: Page) -> tuple[str, Page] | None:
        """Ask for the first feed that a page names.

        Returns:
            Its address, and what it answered; None if the page names none.

        Raises:
            CannotReach: It did not answer.
        """
        feeds = await self._desk.run(_feeds_in, page)
        if not feeds:
            return None
        feed = await self._web.fetch(feeds[0].url)
        return feed.moved or feeds[0].url, feed

    async def _known_as(self, url: str) -> Source | None:
        with suppress(NotFound):
            return await self._database.look(sources.find, url)
        return None

    async def _merge(self, source: Source, known: Source) -> Refreshed:
        """Let a site out of a list be the source that its feed is already.

        Raises:
            CannotUnderstand: It has articles of its own.
        """
        said = f"Its feed is already a source: {known.name}."
        if source.articles:
            raise CannotUnderstand(said)
        await self._database.run(sources.merge, source.id, known.id)
        return Refreshed(source=source, merged=f"{said} It is one with it now.")

    def _next_look(
        self, source: Source, rhythm: Rhythm, answer: Page | Unchanged
    ) -> datetime | None:
        """When a source that has answered is to be asked again."""
        fresh_for = answer.fresh_for
        return next_look(
            self._now(),
            rhythm,
            fresh_for=None if fresh_for is None else timedelta(seconds=fresh_for),
            interval=self._set_for(source).interval,
        )

    def _set_for(self, source: Source) -> SourceSettings:
        return self._preferences.for_source(
            source.url, site=source.site, name=source.name
        )

    async def _failed(
        self, source: Source, error: CannotReach | CannotUnderstand
    ) -> Refreshed:
        """Write down that a source failed; what is kept of it stays as it is."""
        now = self._now()
        reason, wait_until = str(error), None
        if isinstance(error, CannotReach):
            reason = error.reason
            if error.wait is not None:
                wait_until = now + timedelta(seconds=error.wait)
        # Without a network it is not the source that fails.
        trouble = _trouble(error)
        failures = 1 if trouble is Trouble.OFFLINE else source.failures + 1
        await self._database.run(
            sources.failed,
            source.id,
            now,
            reason,
            trouble=trouble,
            due=now + wait_after(failures, self._chance()),
            wait_until=wait_until,
        )
        return Refreshed(source=source, failure=reason)


_TROUBLES: Final = {
    401: Trouble.LOCKED,
    403: Trouble.FORBIDDEN,
    404: Trouble.MISSING,
    410: Trouble.GONE,
    429: Trouble.BUSY,
    451: Trouble.FORBIDDEN,
}


def _trouble(error: CannotReach | CannotUnderstand) -> Trouble:
    """What kind of trouble a failure is."""
    if isinstance(error, CannotUnderstand):
        return Trouble.UNREADABLE
    if error.status is not None:
        return (
            Trouble.BUSY if error.wait else _TROUBLES.get(error.status, Trouble.BROKEN)
        )
    if isinstance(error.__cause__, NoSecret):
        return Trouble.LOCKED
    if is_offline(error):
        return Trouble.OFFLINE
    return Trouble.DISTRUSTED if is_distrust(error) else Trouble.AWAY


def digest(page: Page) -> bytes:
    """What tells whether an answer is the same as the last one."""
    return hashlib.blake2b(page.body, digest_size=16).digest()


def _feeds_in(page: Page) -> tuple[FeedLink, ...]:
    from reader.sites.discovery import feeds_in

    return feeds_in(page)


def _same_host(one: str, other: str) -> bool:
    """Whether an answer is the site's own, and not that of a network that wants a sign-in."""
    hosts = {
        (urlsplit(url).hostname or "").removeprefix("www.") for url in (one, other)
    }
    return len(hosts) == 1


def _by_host(due: Sequence[Due]) -> tuple[deque[Due], ...]:
    """The sources of each host, in the order they are to be asked."""
    hosts: dict[str, deque[Due]] = defaultdict(deque)
    for one in due:
        hosts[urlsplit(one.source.url).netloc.rpartition("@")[2]].append(one)
    return tuple(hosts.values())
