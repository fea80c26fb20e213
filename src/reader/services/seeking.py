"""From an address to the list of articles that it stands for."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import urljoin

from reader.domain.errors import CannotReach, CannotUnderstand, ReaderError
from reader.domain.exchange import Page
from reader.net.reasons import is_distrust
from reader.net.web import Web
from reader.services.desk import Desk
from reader.services.mapped import newest_list

if TYPE_CHECKING:
    from reader.sites.discovery import FeedLink

Choose: TypeAlias = "Callable[[tuple[FeedLink, ...]], FeedLink | None]"
"""Asks a person which of several feeds is meant; None is none of them."""

_MOST_GUESSES: Final = 12
_MOST_SITEMAPS: Final = 6


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
class Found:
    """A list of articles."""

    url: str
    """The address that was asked."""

    page: Page
    """What it answered."""

    is_page: bool = False
    """Whether it is a web page whose links are the articles."""


class Seeking:
    """Finds a site's feed; where it has none, what else lists its articles.

    Args:
        web: The way to the sites.
        desk: Where pages are understood.
    """

    def __init__(self, web: Web, desk: Desk) -> None:
        self._web = web
        self._desk = desk

    async def feed_of(self, address: str, choose: Choose | None = None) -> Found:
        """Find what lists the articles of a site.

        Its feed, if it has one. Otherwise its posts as WordPress lists them, its
        front page, or its sitemap.

        Args:
            address: A feed's or a site's, with or without its `https://`.
            choose: Asks which of several feeds is meant.

        Raises:
            CannotReach: The site did not answer.
            CannotUnderstand: It has nothing that lists articles.
            SeveralFeeds: There are several, and `choose` is None or chose none.
        """
        asked, page = await self._ask(address)
        if await self._desk.run(_is_feed, page):
            page = await newest_list(self._web, self._desk, page)
            return Found(url=asked, page=page)
        named = await self._named(asked, page, choose)
        if named is not None:
            return named
        async for url, guess in self._guesses(page):
            if await self._desk.run(_is_feed, guess):
                return Found(url=url, page=guess)
        if await self._desk.run(_lists_articles, page):
            return Found(url=page.url, page=page, is_page=True)
        by_map = await self._by_sitemap(page)
        if by_map is None:
            raise CannotUnderstand(
                f"No feed was found at {page.url}, nor anything else that lists articles."
            )
        return by_map

    async def _ask(self, address: str) -> tuple[str, Page]:
        """Ask for an address, with `https://` and then `http://` if it has neither.

        Returns:
            The address asked, and what it answered.
        """
        from reader.sites.known_sites import by_rule

        feed = by_rule(address)
        if feed is not None:
            try:
                return feed, await self._web.fetch(feed)
            except CannotReach as error:
                # The address itself may name what the rule does not know.
                if error.status is None or address.startswith("@"):
                    raise
        if "://" in address:
            return address, await self._web.fetch(address)
        url = f"https://{address}"
        try:
            return url, await self._web.fetch(url)
        except CannotReach as error:
            # Where there is encryption that cannot be trusted, doing without is worse.
            if error.status is not None or is_distrust(error):
                raise
        url = f"http://{address}"
        try:
            return url, await self._web.fetch(url)
        except CannotReach as error:
            raise CannotReach(address, error.reason, status=error.status) from error

    async def _named(
        self, asked: str, page: Page, choose: Choose | None
    ) -> Found | None:
        """The feed that a page names."""
        from reader.sites.discovery import feeds_in

        feeds = await self._desk.run(feeds_in, page)
        if not feeds:
            return None
        chosen: FeedLink | None = feeds[0]
        if len(feeds) > 1:
            chosen = choose(feeds) if choose is not None else None
        if chosen is None:
            raise SeveralFeeds(asked, feeds)
        return Found(url=chosen.url, page=await self._web.fetch(chosen.url))

    async def _guesses(self, page: Page) -> AsyncIterator[tuple[str, Page]]:
        """What a site answers where others keep their feeds, and WordPress its posts."""
        from reader.sites.discovery import usual_addresses

        posts = await self._desk.run(_posts_address, page)
        usual = usual_addresses(page.url, page)[:_MOST_GUESSES]
        for url in (*usual, *((posts,) if posts else ())):
            try:
                yield url, await self._web.fetch(url)
            except CannotReach as error:
                if error.status is None:
                    # The site no longer answers at all: no other guess will help.
                    raise

    async def _by_sitemap(self, page: Page) -> Found | None:
        """A site's sitemap, if it lists anything that may be an article."""
        from reader.sites.sitemap import sitemaps_of

        site = urljoin(page.url, "/")
        robots = await self._answer(urljoin(site, "robots.txt"))
        words = (
            "" if robots is None else robots.body[:100_000].decode("utf-8", "replace")
        )
        for url in sitemaps_of(site, words)[:_MOST_SITEMAPS]:
            with suppress(CannotReach, CannotUnderstand):
                answer = await self._web.fetch(url)
                answer = await newest_list(self._web, self._desk, answer)
                if await self._desk.run(_has_articles, answer):
                    return Found(url=url, page=answer)
        return None

    async def _answer(self, url: str) -> Page | None:
        """What an address answers, or None if there is nothing."""
        try:
            return await self._web.fetch(url)
        except CannotReach:
            return None


def _is_feed(page: Page) -> bool:
    from reader.sites.feeds import looks_like_feed

    return looks_like_feed(page.body, page.content_type)


def _lists_articles(page: Page) -> bool:
    from reader.sites.front_page import feed_in

    return _is_some_feed(page, feed_in)


def _has_articles(page: Page) -> bool:
    from reader.sites.feeds import feed_in, looks_like_feed

    return looks_like_feed(page.body) and _is_some_feed(page, feed_in)


def _is_some_feed(page: Page, read: Callable[[Page], object]) -> bool:
    try:
        read(page)
    except CannotUnderstand:
        return False
    return True


def _posts_address(page: Page) -> str | None:
    """Where a WordPress site lists its posts, or None."""
    from reader.sites.wordpress_posts import api_in, posts_address

    api = api_in(page)
    return None if api is None else posts_address(api)
