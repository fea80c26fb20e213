"""Following a real WordPress."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.domain.exchange import Page, Unchanged
from reader.domain.selection import Selection
from reader.net.web import Web
from reader.services.desk import Desk
from reader.services.listing import Listing
from reader.services.reading import Reading
from reader.services.refreshing import Refreshing
from reader.services.subscribing import Subscribing
from reader.storage.database import Database
from servers.wordpress import WordPress


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "library.sqlite3")
    yield opened
    await opened.close()


async def test_a_wordpress_is_followed_from_its_address_to_its_posts(
    each_wordpress: WordPress, database: Database
) -> None:
    async with Web() as web, Desk() as desk:
        source = await Subscribing(database, web, desk, now).add(each_wordpress.url)
        assert source.url == each_wordpress.feed
        rows = await Listing(database).rows(Selection(), 0, 50)
        assert len(rows) == source.articles >= 3
        assert each_wordpress.article() in [row.url for row in rows]

        async with aclosing(Refreshing(database, web, desk, now).refresh()) as news:
            (one,) = [each async for each in news]
        assert (one.new, one.changed, one.failure) == (0, 0, None)

        main = next(row for row in rows if row.url == each_wordpress.article())
        reading = Reading(database, web, desk, now)
        from_feed = await reading.kept(main.id)
        from_page = await reading.fetch(main.id)
        assert from_feed is not None
        assert from_feed.article.title == from_page.article.title == main.title
        assert from_page.article.discussion.form is not None
        quotations = [quotation.speaker for quotation in from_page.article.quotations]
        assert quotations == [one.speaker for one in from_feed.article.quotations]


async def test_an_unchanged_feed_is_answered_without_being_sent(
    each_wordpress: WordPress,
) -> None:
    async with Web() as web:
        page = await web.fetch(each_wordpress.feed)
        assert isinstance(page, Page)
        again = await web.fetch(each_wordpress.feed, page.freshness)
    assert again == Unchanged(each_wordpress.feed)
