"""From an address to a whole article, wherever the site keeps its parts."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from reader.domain.article import Article, Neighbour
from reader.domain.dates import Published
from reader.domain.errors import CannotReach, CannotUnderstand
from reader.domain.exchange import Page
from reader.domain.preferences import NO_RULE, Preferences, Rule, SourceSettings
from reader.domain.source import Source
from reader.net.web import Web
from reader.services.desk import Desk

MOST_PARTS: Final = 20
"""Of one article."""

_PATIENCE: Final = 4.0
"""Seconds; what stands beside an article is not worth more waiting for."""

_LITTLE: Final = 250
"""A page with fewer characters may leave its text to scripts."""


class Gathering:
    """Makes articles of addresses.

    An article in several parts is joined, and where a WordPress site leaves it
    to scripts to show one, its API is asked instead.

    Args:
        web: The way to the sites.
        desk: Where pages are understood.
        preferences: What the reader has set.
    """

    def __init__(
        self, web: Web, desk: Desk, preferences: Preferences | None = None
    ) -> None:
        self._web = web
        self._desk = desk
        self._preferences = preferences or Preferences()

    async def article(
        self, url: str, source: Source | None = None, *, with_neighbours: bool = False
    ) -> Article:
        """Ask for an article and for all its parts.

        Args:
            url: Its address.
            source: Where it comes from, if that is known: what the reader has
                set for it holds too.
            with_neighbours: Whether a WordPress site is asked which posts stand
                before and after, where the page does not say.

        Raises:
            CannotReach: The site did not answer.
            CannotUnderstand: There is no article in what it answered.
        """
        rule = self._set_for(url, source).rule
        page = await self._web.fetch(url)
        first = await self._desk.run(_first_part_of, page)
        if first is not None:
            page = await self._part(first) or page
        further = await self._further(page)
        try:
            article = await self._desk.run_beside(
                article_of, page, rule=rule, further=further
            )
        except CannotUnderstand:
            posted = await self._by_api(page)
            if posted is None:
                raise
            article = posted
        if len(article.text) < _LITTLE:
            article = await self._by_api(page, article) or article
        article = replace(article, rule=rule.mark)
        if with_neighbours and article.previous is None and article.next is None:
            return await self._between_neighbours(article, page)
        return article

    async def _between_neighbours(self, article: Article, page: Page) -> Article:
        """The article with those around it, as a WordPress site has its posts in order."""
        published = article.published
        api = await self._desk.run(_api_in, page)
        if api is None or published is None or not published.has_time:
            return article
        before, after = await asyncio.gather(
            self._beside(api, published, article, after=False),
            self._beside(api, published, article, after=True),
        )
        return replace(article, previous=before, next=after)

    async def _beside(
        self, api: str, published: Published, article: Article, *, after: bool
    ) -> Neighbour | None:
        from reader.sites.wordpress_posts import around_address

        try:
            async with asyncio.timeout(_PATIENCE):
                answer = await self._web.fetch(
                    around_address(api, published, after=after)
                )
            return await self._desk.run(_neighbour_in, answer, article.url)
        except (CannotReach, CannotUnderstand, TimeoutError):
            return None

    def _set_for(self, url: str, source: Source | None) -> SourceSettings:
        settings = self._preferences.for_source(url)
        if source is None:
            return settings
        of_source = self._preferences.for_source(
            source.url, site=source.site, name=source.name
        )
        return settings.over(of_source.without_access())

    async def _further(self, page: Page) -> tuple[Page, ...]:
        """The other parts of an article, in order."""
        parts: list[Page] = []
        known = {page.body}
        while len(parts) < MOST_PARTS - 1:
            url = await self._desk.run(_next_part_of, page)
            found = None if url is None else await self._part(url)
            # Some sites answer the first part to every number.
            if found is None or found.body in known:
                break
            known.add(found.body)
            parts.append(found)
            page = found
        return tuple(parts)

    async def _part(self, url: str) -> Page | None:
        """Another part; what is there is shown even if one of them is not to be had."""
        try:
            return await self._web.fetch(url)
        except CannotReach:
            return None

    async def _by_api(self, page: Page, shown: Article | None = None) -> Article | None:
        """The article as the site's API gives it; None if that has no more of it."""
        url = await self._desk.run(_post_address, page)
        if url is None:
            return None
        try:
            answer = await self._web.fetch(url)
            return await self._desk.run_beside(_article_of_post, answer, page, shown)
        except (CannotReach, CannotUnderstand):
            return None


def article_of(
    page: Page, name: str = "", *, rule: Rule = NO_RULE, further: Sequence[Page] = ()
) -> Article:
    """The article of a page; of a feed, its first.

    Args:
        page: The page.
        name: The name of the file it came from, if it came from one.
        rule: What the reader says of the site's pages.
        further: The other parts of an article that has several.

    Raises:
        CannotUnderstand: There is none.
    """
    from reader.sites.feeds import feed_in, looks_like_feed
    from reader.sites.page import article_from_entry, article_in

    if not looks_like_feed(page.body, page.content_type):
        return article_in(page, name_hint=name, rule=rule, further=further)
    feed = feed_in(page)
    if not feed.entries:
        raise CannotUnderstand(f"The feed “{feed.title}” has no articles.")
    return article_from_entry(
        feed.entries[0], base=feed.site, site=feed.title, language=feed.language
    )


def _api_in(page: Page) -> str | None:
    from reader.sites.wordpress_posts import api_in

    return api_in(page)


def _neighbour_in(answer: Page, url: str | None) -> Neighbour | None:
    from reader.sites.wordpress_posts import neighbour_in

    return neighbour_in(answer, url)


def _first_part_of(page: Page) -> str | None:
    from reader.sites.page import first_part_of

    return first_part_of(page)


def _next_part_of(page: Page) -> str | None:
    from reader.sites.page import next_part_of

    return next_part_of(page)


def _post_address(page: Page) -> str | None:
    from reader.sites.wordpress_posts import api_in, post_address

    api = api_in(page)
    return None if api is None else post_address(api, page.url)


def _article_of_post(answer: Page, page: Page, shown: Article | None) -> Article | None:
    """The post in the API's answer, with what its page shows beside it."""
    from reader.sites.wordpress_posts import article_of_post

    article = article_of_post(answer, page)
    if shown is not None and len(article.text) <= len(shown.text):
        return None
    return article
