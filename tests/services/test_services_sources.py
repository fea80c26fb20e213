"""Subscribing, refreshing, listing: journeys to a small site and back."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from reader.domain.errors import (
    CannotKeep,
    CannotReach,
    CannotUnderstand,
    NotFound,
)
from reader.domain.preferences import Preferences, SourceSettings
from reader.domain.selection import Counts, Selection
from reader.domain.source import Listed
from reader.net.web import Limits, Web
from reader.services.commenting import Commenting
from reader.services.desk import Desk
from reader.services.exporting import Exporting
from reader.services.listing import Listing
from reader.services.reading import Reading
from reader.services.refreshing import Refreshed, Refreshing
from reader.services.seeking import SeveralFeeds
from reader.services.subscribing import Subscribing
from reader.storage.bodies import MOST_FORMER
from reader.storage.database import Database
from servers.site import Answer, Site, site, untrusted

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
RSS = "application/rss+xml"
FOUR_TIMES = "</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>"
OFTEN = SourceSettings(interval=timedelta(minutes=5))
WHOLE = SourceSettings(full_text=True)
FEW = SourceSettings(keep_articles=2)


def item(number: int, title: str | None = None, text: str = "") -> str:
    return (
        f"<item><title>{title or f'Post {number}'}</title>"
        f"<link>/post-{number}/</link><guid isPermaLink='false'>p{number}</guid>"
        f"<pubDate>Thu, {number:02} Jan 2026 10:00:00 +0100</pubDate>"
        f"<description>{text or f'Text {number}'}</description></item>"
    )


def rss(*items: str, title: str = "The Harbour") -> str:
    return (
        f"<?xml version='1.0'?><rss version='2.0'><channel><title>{title}</title>"
        f"<link>/</link><language>en-GB</language>{''.join(items)}</channel></rss>"
    )


def page(*links: str) -> Answer:
    return Answer(f"<html><head>{''.join(links)}</head><body><p>Hello.</body></html>")


def link(href: str, title: str = "", type_: str = RSS) -> str:
    return f'<link rel="alternate" type="{type_}" title="{title}" href="{href}">'


@dataclass
class Rooms:
    subscribing: Subscribing
    refreshing: Refreshing
    listing: Listing
    reading: Reading
    exporting: Exporting
    commenting: Commenting
    database: Database
    clock: list[datetime]

    async def titles(self, selection: Selection | None = None) -> list[str]:
        rows = await self.listing.rows(selection or Selection(), 0, 100)
        return [row.title for row in rows]

    async def refresh(
        self, ids: list[int] | None = None, *, only_due: bool = False
    ) -> list[Refreshed]:
        expected = await self.refreshing.how_many(ids, only_due=only_due)
        async with aclosing(self.refreshing.refresh(ids, only_due=only_due)) as news:
            done = [one async for one in news]
        assert len(done) == expected
        return done


@pytest.fixture
def shown() -> Iterator[Site]:
    with site() as running:
        yield running


@pytest.fixture
async def rooms(tmp_path: Path) -> AsyncIterator[Rooms]:
    database = await Database.open(tmp_path / "library.sqlite3")
    clock = [NOW]

    def now() -> datetime:
        return clock[0]

    async with Web(Limits(silence=2, whole=4)) as web, Desk() as desk:
        yield Rooms(
            Subscribing(database, web, desk, now),
            Refreshing(
                database,
                web,
                desk,
                now,
                preferences=Preferences(
                    sources={"often": OFTEN, "few": FEW, "whole": WHOLE}
                ),
                chance=lambda: 0.5,
            ),
            Listing(database),
            Reading(database, web, desk, now),
            Exporting(database, desk, now),
            Commenting(database, now),
            database,
            clock,
        )
    await database.close()


async def test_a_sites_address_is_enough(shown: Site, rooms: Rooms) -> None:
    shown.pages["/"] = page(
        link("/feed/", "The Harbour » Feed"),
        link("/comments/feed/", "The Harbour » Comments Feed"),
    )
    shown.pages["/feed/"] = Answer(rss(item(3), item(2), item(1)), RSS)
    source = await rooms.subscribing.add(shown.url)
    assert source.url == shown.url + "/feed/"
    assert source.site == shown.url + "/"
    assert source.name == "The Harbour"
    assert (source.articles, source.unread) == (3, 3)
    assert await rooms.titles() == ["Post 3", "Post 2", "Post 1"]
    assert await rooms.listing.sources() == (source,)
    assert shown.paths() == ["/", "/feed/"]


async def test_a_feeds_own_address_is_enough(shown: Site, rooms: Rooms) -> None:
    shown.pages["/rss"] = Answer(rss(item(1)), "text/plain")
    source = await rooms.subscribing.add(
        shown.url + "/rss", name="Mine", tags=["coast", "news"]
    )
    assert source.name == "Mine"
    assert source.tags == ("coast", "news")


async def test_an_address_needs_no_scheme(shown: Site, rooms: Rooms) -> None:
    shown.pages["/"] = Answer(rss(item(1)), RSS)
    source = await rooms.subscribing.add(shown.url.removeprefix("http://"))
    assert source.url == shown.url.rstrip("/")


async def test_a_feed_that_no_page_names_is_found_where_feeds_are(
    shown: Site, rooms: Rooms
) -> None:
    shown.pages["/news/"] = page()
    shown.pages["/news/atom.xml"] = Answer(rss(item(1)), RSS)
    source = await rooms.subscribing.add(shown.url + "/news/")
    assert source.url == shown.url + "/news/atom.xml"


async def test_one_feed_in_two_formats_is_one(shown: Site, rooms: Rooms) -> None:
    shown.pages["/"] = page(
        link("/rss.xml", "News RSS"),
        link("/atom.xml", "News Atom", "application/atom+xml"),
    )
    shown.pages["/rss.xml"] = Answer(rss(item(1)), RSS)
    assert (await rooms.subscribing.add(shown.url)).url == shown.url + "/rss.xml"


async def test_of_several_feeds_a_person_chooses(shown: Site, rooms: Rooms) -> None:
    shown.pages["/"] = page(link("/a.xml", "Politics"), link("/b.xml", "Sport"))
    shown.pages["/b.xml"] = Answer(rss(item(1)), RSS)
    with pytest.raises(SeveralFeeds) as caught:
        await rooms.subscribing.add(shown.url)
    assert [feed.title for feed in caught.value.feeds] == ["Politics", "Sport"]
    assert shown.url + "/b.xml" in str(caught.value)
    source = await rooms.subscribing.add(shown.url, lambda feeds: feeds[1])
    assert source.url == shown.url + "/b.xml"


async def test_a_site_without_a_feed_is_said_to_have_none(
    shown: Site, rooms: Rooms
) -> None:
    shown.pages["/"] = page()
    with pytest.raises(CannotUnderstand, match="No feed was found"):
        await rooms.subscribing.add(shown.url)
    assert await rooms.listing.sources() == ()


async def test_a_site_without_a_feed_is_followed_by_its_front_page(
    shown: Site, rooms: Rooms
) -> None:
    """Each new link to an article is an article; a sign-in page changes nothing."""

    def front(*numbers: int) -> Answer:
        links = "".join(
            f"<article><h2><a href='/2026/story-about-thing-{n}/'>The story about thing {n}</a></h2>"
            f"<time datetime='2026-01-0{n}'></time></article>"
            for n in numbers
        )
        return Answer(
            f"<html><head><title>The Harbour</title><meta property='og:site_name' content='The Harbour'>"
            f"</head><body><nav><a href='/about-us-and-more/'>About us and more words</a></nav>"
            f"<main>{links}</main></body></html>"
        )

    shown.pages["/"] = front(3, 2, 1)
    source = await rooms.subscribing.add(shown.url)
    assert (source.is_page, source.name, source.articles) == (True, "The Harbour", 3)

    shown.pages["/"] = Answer("<html><body><form>Sign in</form></body></html>")
    (failed,) = await rooms.refresh()
    assert failed.failure is not None
    shown.pages["/"] = front(4, 3, 2)
    (done,) = await rooms.refresh()
    assert (done.new, done.failure) == (1, None)
    assert await rooms.titles() == [f"The story about thing {n}" for n in (4, 3, 2, 1)]


PIER_AND_CRANE = (
    ("/a-pier-opens/", "2026-01-02"),
    ("/a-crane-falls/", "2026-01-03T10:00:00Z"),
)


def maps(*names: str) -> Answer:
    """A list of sitemaps, which says nothing of when they changed."""
    listed = "".join(f"<sitemap><loc>/{name}</loc></sitemap>" for name in names)
    return Answer(f"<sitemapindex>{listed}</sitemapindex>", "application/xml")


def mapped(*pages: tuple[str, str]) -> Answer:
    """A sitemap: addresses and days."""
    listed = "".join(
        f"<url><loc>{url}</loc><lastmod>{day}</lastmod></url>" for url, day in pages
    )
    return Answer(f"<urlset>{listed}</urlset>", "application/xml")


async def test_a_site_without_a_feed_is_followed_by_its_sitemap(
    shown: Site, rooms: Rooms
) -> None:
    """As its robots.txt names it, through the list of them to the one of articles."""
    shown.pages["/"] = page()
    shown.pages["/robots.txt"] = Answer(f"Sitemap: {shown.url}/maps.xml", "text/plain")
    shown.pages["/maps.xml"] = maps("map-tags.xml", "map-posts.xml")
    shown.pages["/map-posts.xml"] = mapped(("/", ""), *PIER_AND_CRANE)

    source = await rooms.subscribing.add(shown.url)

    assert source.url == f"{shown.url}/maps.xml"
    assert await rooms.titles() == ["A crane falls", "A pier opens"]


async def test_the_newest_of_a_sites_sitemaps_is_asked_each_time(
    shown: Site, rooms: Rooms
) -> None:
    """A site begins another one, and the list of them may say nothing of when."""
    shown.pages["/maps.xml"] = maps("posts-8.xml", "posts-9.xml")
    shown.pages["/posts-9.xml"] = mapped(*PIER_AND_CRANE)
    await rooms.subscribing.add(f"{shown.url}/maps.xml")

    shown.pages["/maps.xml"] = maps("posts-8.xml", "posts-10.xml", "posts-9.xml")
    shown.pages["/posts-10.xml"] = mapped(("/a-tug-sinks/", "2026-01-04"))
    (done,) = await rooms.refresh()

    assert (done.new, done.failure) == (1, None)
    assert await rooms.titles() == ["A tug sinks", "A crane falls", "A pier opens"]

    shown.pages["/posts-10.xml"] = mapped(
        ("/a-tug-sinks/", "2026-01-04"), ("/a-buoy-drifts/", "2026-01-05")
    )
    (done,) = await rooms.refresh()
    assert (done.new, done.failure) == (1, None)


async def test_a_wordpress_without_a_feed_is_followed_by_its_interface(
    shown: Site, rooms: Rooms
) -> None:
    """With the whole text of its posts."""
    shown.pages["/"] = page('<link rel="https://api.w.org/" href="/wp-json/">')
    post = {
        "id": 1,
        "date": "2026-01-02T10:00:00",
        "date_gmt": "2026-01-02T09:00:00",
        "link": f"{shown.url}/pier/",
        "title": {"rendered": "A pier &amp; more"},
        "content": {"rendered": "<p>The pier opens.</p>"},
    }
    fields = "id,date,date_gmt,modified_gmt,link,title,content,excerpt,_links,_embedded"
    asked = f"/wp-json/wp/v2/posts?per_page=50&_embed=author&_fields={fields}"
    shown.pages[asked] = Answer(json.dumps([post]), "application/json")

    source = await rooms.subscribing.add(shown.url)

    assert source.url == shown.url + asked
    (row,) = await rooms.listing.rows(Selection(), 0, 10)
    assert row.title == "A pier & more"
    opened = await rooms.reading.kept(row.id)
    assert opened is not None
    assert opened.article.text == "The pier opens."


async def test_an_address_a_rule_is_wrong_about_is_asked_itself(
    shown: Site, rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "reader.sites.known_sites.by_rule", lambda _: f"{shown.url}/not-there"
    )
    shown.pages["/ada"] = page(link("/ada.xml"))
    shown.pages["/ada.xml"] = Answer(rss(item(1)), RSS)
    source = await rooms.subscribing.add(f"{shown.url}/ada")
    assert source.url == f"{shown.url}/ada.xml"


async def test_a_source_may_always_have_the_whole_text(
    shown: Site, rooms: Rooms
) -> None:
    """Taken from the pages as articles come; what the feed said stays beside it."""
    whole = "<html><title>{}</title><body><article><h1>{}</h1><p>The whole story, as its page has it.</p></article>"
    shown.pages["/feed"] = Answer(rss(item(1)), RSS)
    source = await rooms.subscribing.add(f"{shown.url}/feed", name="Whole")
    shown.pages["/feed"] = Answer(rss(item(2), item(1)), RSS)
    for number in (1, 2):
        shown.pages[f"/post-{number}/"] = Answer(
            whole.format(f"Post {number}", f"Post {number}")
        )

    await rooms.refresh([source.id])

    for row in await rooms.listing.rows(Selection(), 0, 10):
        read = await rooms.reading.kept(row.id)
        fed = await rooms.reading.kept(row.id, from_feed=True)
        assert read is not None
        assert fed is not None
        assert read.article.text == "The whole story, as its page has it."
        assert fed.article.text == row.title.replace("Post", "Text")
    asked = shown.paths()
    await rooms.refresh([source.id])
    assert shown.paths() == [*asked, "/feed"]


async def test_a_page_that_is_not_to_be_had_leaves_the_feeds_text(
    shown: Site, rooms: Rooms
) -> None:
    """The source has not failed for that."""
    shown.pages["/feed"] = Answer(rss(item(1)), RSS)
    source = await rooms.subscribing.add(f"{shown.url}/feed", name="Whole")

    (done,) = await rooms.refresh([source.id])

    assert done.failure is None
    (row,) = await rooms.listing.rows(Selection(), 0, 10)
    read = await rooms.reading.kept(row.id)
    assert read is not None
    assert read.article.text == "Text 1"


async def test_articles_of_a_source_know_those_around_them(
    shown: Site, rooms: Rooms
) -> None:
    """In the order of its list, where no page has said it; not those of other sites."""
    other = item(3).replace("/post-3/", "https://elsewhere.example/3")
    shown.pages["/feed"] = Answer(rss(item(4), other, item(2), item(1)), RSS)
    await rooms.subscribing.add(f"{shown.url}/feed")
    rows = {row.title: row.id for row in await rooms.listing.rows(Selection(), 0, 10)}

    opened = await rooms.reading.kept(rows["Post 2"])

    assert opened is not None
    previous, following = opened.article.previous, opened.article.next
    assert previous is not None
    assert following is not None
    assert (previous.title, following.title) == ("Post 1", "Post 4")
    assert following.url == f"{shown.url}/post-4/"
    newest = await rooms.reading.kept(rows["Post 4"])
    assert newest is not None
    assert newest.article.next is None


async def test_a_feed_that_is_a_web_page_is_not_added(
    shown: Site, rooms: Rooms
) -> None:
    shown.pages["/"] = page(link("/feed/"))
    shown.pages["/feed/"] = Answer("<!doctype html><html><body>Log in", RSS)
    with pytest.raises(CannotUnderstand, match="web page"):
        await rooms.subscribing.add(shown.url)


async def test_a_site_that_is_away_is_not_added(rooms: Rooms) -> None:
    with pytest.raises(CannotReach):
        await rooms.subscribing.add("http://127.0.0.1:9/")


async def test_the_same_source_is_kindly_refused(shown: Site, rooms: Rooms) -> None:
    shown.pages["/"] = page(link("/feed/"))
    shown.pages["/feed/"] = Answer(rss(item(1)), RSS)
    await rooms.subscribing.add(shown.url)
    for address in (shown.url + "/feed/", shown.url, shown.url + "/"):
        with pytest.raises(CannotKeep, match="The Harbour is already among"):
            await rooms.subscribing.add(address)
    assert len(await rooms.listing.sources()) == 1


async def test_a_password_does_not_get_into_the_library(
    shown: Site, rooms: Rooms
) -> None:
    with pytest.raises(CannotKeep, match="password") as caught:
        await rooms.subscribing.add(shown.url.replace("://", "://ada:secret@"))
    assert "secret" not in str(caught.value)


async def test_a_source_is_renamed_tagged_and_removed(
    shown: Site, rooms: Rooms
) -> None:
    shown.pages["/feed"] = Answer(rss(item(2), item(1)), RSS)
    source = await rooms.subscribing.add(shown.url + "/feed")
    await rooms.subscribing.rename(source.url, "Harbour news")
    tagged = await rooms.subscribing.tag("harbour NEWS", ["coast", "coast"])
    assert (tagged.name, tagged.tags) == ("Harbour news", ("coast",))
    assert await rooms.titles(Selection(tag="coast")) == ["Post 2", "Post 1"]
    await rooms.refresh()
    assert (await rooms.subscribing.find(source.id)).name == "Harbour news"

    (newest, _) = await rooms.listing.rows(Selection(), 0, 2)
    await rooms.reading.mark([newest.id], starred=True)
    await rooms.subscribing.remove(source.id)
    assert await rooms.titles() == ["Post 2"]
    assert await rooms.listing.counts(Selection()) == Counts(1, 1)
    with pytest.raises(NotFound):
        await rooms.subscribing.remove(source.id)


async def test_a_refresh_brings_what_is_new(shown: Site, rooms: Rooms) -> None:
    shown.pages["/feed"] = Answer(rss(item(1)), RSS)
    source = await rooms.subscribing.add(shown.url + "/feed")
    shown.pages["/feed"] = Answer(rss(item(3), item(2), item(1, "Post one")), RSS)
    rooms.clock[0] = NOW + timedelta(hours=1)
    (one,) = await rooms.refresh()
    assert (one.source.id, one.new, one.changed, one.failure) == (source.id, 2, 1, None)
    assert await rooms.titles() == ["Post 3", "Post 2", "Post one"]
    (source,) = await rooms.listing.sources()
    assert source.checked == NOW + timedelta(hours=1)
    assert (source.articles, source.unread) == (3, 3)


async def test_of_a_source_no_more_is_kept_than_is_wanted(
    shown: Site, rooms: Rooms
) -> None:
    """Unread or not; what is starred is more than that."""
    shown.pages["/feed"] = Answer(rss(item(1)), RSS)
    source = await rooms.subscribing.add(shown.url + "/feed")
    await rooms.subscribing.rename(source.id, "Few")
    (first,) = await rooms.listing.rows(Selection(), 0, 1)
    await rooms.reading.mark([first.id], starred=True)
    shown.pages["/feed"] = Answer(rss(*(item(each) for each in (4, 3, 2, 1))), RSS)
    await rooms.refresh()
    assert await rooms.titles() == ["Post 4", "Post 3", "Post 1"]
    shown.pages["/feed"] = Answer(rss(*(item(each) for each in (4, 3, 2))), RSS)
    await rooms.refresh()
    assert await rooms.titles() == ["Post 4", "Post 3", "Post 1"]


async def test_an_unchanged_feed_is_not_read_again(
    shown: Site, rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown.pages["/tagged"] = Answer(rss(item(1)), RSS, headers={"ETag": '"1"'})
    shown.pages["/plain"] = Answer(rss(item(1)), RSS)
    await rooms.subscribing.add(shown.url + "/tagged")
    await rooms.subscribing.add(shown.url + "/plain")

    def read_again(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("reader.sites.feeds.feed_in", read_again)
    assert [one.failure for one in await rooms.refresh()] == [None, None]
    assert dict(shown.asked)["/tagged"]["if-none-match"] == '"1"'


async def test_a_source_that_fails_says_since_when_until_it_works(
    shown: Site, rooms: Rooms
) -> None:
    shown.pages["/feed"] = Answer(rss(item(1)), RSS)
    await rooms.subscribing.add(shown.url + "/feed")
    shown.pages["/feed"] = Answer(status=500)
    for hour in (1, 2):
        rooms.clock[0] = NOW + timedelta(hours=hour)
        (one,) = await rooms.refresh()
        assert one.failure == "The site has trouble of its own (status 500)."
    (source,) = await rooms.listing.sources()
    assert source.failing_since == NOW + timedelta(hours=1)
    assert source.failure == one.failure
    assert await rooms.titles() == ["Post 1"]

    shown.pages["/feed"] = Answer(rss(item(2), item(1)), RSS)
    await rooms.refresh()
    (source,) = await rooms.listing.sources()
    assert (source.failing_since, source.failure) == (None, None)


@pytest.mark.parametrize(
    "portal",
    [
        Answer("<html><body><h1>Welcome to the hotel</h1></body></html>"),
        Answer("<!doctype html><html><title>Log in</title></html>", RSS),
        Answer("", RSS),
        Answer(b"\x89PNG\r\n\x1a\n" + bytes(100), "image/png"),
        Answer('{"error": "no"}', "application/json"),
    ],
)
async def test_a_portal_in_between_neither_wipes_nor_adds(
    shown: Site, rooms: Rooms, portal: Answer
) -> None:
    shown.pages["/feed"] = Answer(rss(item(1)), RSS)
    source = await rooms.subscribing.add(shown.url + "/feed")
    shown.pages["/feed"] = Answer(status=301, headers={"Location": "/portal"})
    shown.pages["/portal"] = portal
    (one,) = await rooms.refresh()
    assert one.failure is not None
    assert await rooms.titles() == ["Post 1"]
    assert (await rooms.subscribing.find(source.id)).url == source.url


async def test_what_is_gone_is_asked_no_more_but_by_name(
    shown: Site, rooms: Rooms
) -> None:
    shown.pages["/feed"] = Answer(rss(item(1)), RSS)
    source = await rooms.subscribing.add(shown.url + "/feed")
    shown.pages["/feed"] = Answer(status=410)
    (one,) = await rooms.refresh()
    assert one.failure == "The page is gone for good."
    assert await rooms.refresh() == []
    shown.pages["/feed"] = Answer(rss(item(1)), RSS)
    assert [one.failure for one in await rooms.refresh([source.id])] == [None]
    assert len(await rooms.refresh()) == 1


async def test_a_source_that_asks_to_wait_is_left_alone(
    shown: Site, rooms: Rooms
) -> None:
    shown.pages["/feed"] = Answer(rss(item(1)), RSS)
    await rooms.subscribing.add(shown.url + "/feed")
    shown.pages["/feed"] = Answer(status=503, headers={"Retry-After": "600"})
    assert len(await rooms.refresh()) == 1
    assert await rooms.refresh() == []
    rooms.clock[0] = NOW + timedelta(seconds=601)
    assert len(await rooms.refresh()) == 1


@pytest.mark.parametrize(
    ("channel", "headers", "minutes"),
    [
        ("<ttl>30</ttl>", {}, 30),
        ("<ttl>30</ttl>", {"Cache-Control": "max-age=3600"}, 60),
        (f"<sy:updatePeriod>daily{FOUR_TIMES}", {}, 360),
        # It is noon.
        (
            "<ttl>1</ttl><skipHours><hour>12</hour><hour>13</hour></skipHours>",
            {},
            120,
        ),
        ("", {}, 0),
    ],
)
async def test_what_nobody_asks_for_waits_for_its_time(
    shown: Site, rooms: Rooms, channel: str, headers: dict[str, str], minutes: int
) -> None:
    feed = rss(item(1)).replace("<channel>", f"<channel>{channel}")
    feed = feed.replace(
        "<rss ", "<rss xmlns:sy='http://purl.org/rss/1.0/modules/syndication/' "
    )
    shown.pages["/feed"] = Answer(feed, RSS, headers=headers)
    source = await rooms.subscribing.add(shown.url + "/feed")
    # Its answer is read, known by its bytes, and known by its tag.
    for _ in range(3):
        (one,) = await rooms.refresh()
        assert one.failure is None
        if minutes:
            rooms.clock[0] += timedelta(minutes=minutes, seconds=-1)
            assert await rooms.refresh(only_due=True) == []
            assert len(await rooms.refresh([source.id], only_due=True)) == 1
            rooms.clock[0] = NOW
        tagged = {**headers, "ETag": '"1"'}
        shown.pages["/feed"] = Answer(feed, RSS, headers=tagged)
    await rooms.refresh()
    rooms.clock[0] = NOW + timedelta(minutes=minutes)
    assert len(await rooms.refresh(only_due=True)) == 1


async def test_what_one_is_told_of_a_host_is_no_failure_of_the_others(
    shown: Site, rooms: Rooms
) -> None:
    for name in ("/busy", "/fine"):
        shown.pages[name] = Answer(rss(item(1)), RSS)
        await rooms.subscribing.add(shown.url + name)
    shown.pages["/busy"] = Answer(status=429, headers={"Retry-After": "600"})
    shown.pages["/fine"] = Answer(rss(item(2), item(1)), RSS, delay=0.2)
    busy, fine = (one.id for one in await rooms.listing.sources())
    await rooms.refresh([busy])
    (one,) = await rooms.refresh([fine])
    assert (one.failure, one.new) == (None, 0)
    assert one.put_off == "The site asked to be left alone for another 10 minutes."
    assert [one.failures for one in await rooms.listing.sources()] == [1, 0]
    assert await rooms.refresh() == []


async def test_a_clock_that_was_ahead_puts_nothing_off_for_good(
    shown: Site, rooms: Rooms
) -> None:
    feed = rss(item(1)).replace("<channel>", "<channel><ttl>60</ttl>")
    shown.pages["/feed"] = Answer(feed, RSS)
    await rooms.subscribing.add(shown.url + "/feed")
    rooms.clock[0] = NOW + timedelta(days=5000)
    await rooms.refresh()
    shown.pages["/feed"] = Answer(status=503, headers={"Retry-After": "600"})
    await rooms.refresh()
    rooms.clock[0] = NOW
    assert len(await rooms.refresh(only_due=True)) == 1


async def test_a_sources_own_interval_has_the_last_word(
    shown: Site, rooms: Rooms
) -> None:
    feed = rss(item(1)).replace("<channel>", "<channel><ttl>600</ttl>")
    shown.pages["/feed"] = Answer(feed, RSS)
    await rooms.subscribing.add(shown.url + "/feed", name="Often")
    await rooms.refresh()
    assert await rooms.refresh(only_due=True) == []
    rooms.clock[0] = NOW + timedelta(minutes=5)
    assert len(await rooms.refresh(only_due=True)) == 1


async def test_what_fails_is_tried_less_and_less_often(
    shown: Site, rooms: Rooms
) -> None:
    shown.pages["/feed"] = Answer(rss(item(1)), RSS)
    await rooms.subscribing.add(shown.url + "/feed")
    shown.pages["/feed"] = Answer(status=500)
    for failures, wait in ((1, 15), (2, 30), (3, 60)):
        assert len(await rooms.refresh(only_due=True)) == 1
        (source,) = await rooms.listing.sources()
        assert source.failures == failures
        rooms.clock[0] += timedelta(minutes=wait, seconds=-1)
        assert await rooms.refresh(only_due=True) == []
        rooms.clock[0] += timedelta(seconds=1)
    # A person who asks need not wait.
    shown.pages["/feed"] = Answer(rss(item(1)), RSS)
    await rooms.refresh()
    (source,) = await rooms.listing.sources()
    assert source.failures == 0


async def test_what_works_is_asked_before_what_fails(shown: Site, rooms: Rooms) -> None:
    for name in ("/broken", "/fine"):
        shown.pages[name] = Answer(rss(item(1)), RSS)
        await rooms.subscribing.add(shown.url + name)
    shown.pages["/broken"] = Answer(status=500)
    await rooms.refresh()
    shown.asked.clear()
    await rooms.refresh()
    assert shown.paths() == ["/fine", "/broken"]


async def test_a_source_that_has_moved_is_followed(shown: Site, rooms: Rooms) -> None:
    shown.pages["/feed"] = Answer(rss(item(1)), RSS)
    source = await rooms.subscribing.add(shown.url + "/feed")
    shown.pages["/feed"] = Answer(status=301, headers={"Location": "/new"})
    shown.pages["/new"] = Answer(rss(item(2), item(1)), RSS)
    (one,) = await rooms.refresh()
    assert one.new == 1
    assert (await rooms.subscribing.find(source.id)).url == shown.url + "/new"


async def test_a_feed_that_changes_all_its_guids_repeats_nothing(
    shown: Site, rooms: Rooms
) -> None:
    shown.pages["/feed"] = Answer(rss(item(2), item(1)), RSS)
    await rooms.subscribing.add(shown.url + "/feed")
    for row in await rooms.listing.rows(Selection(), 0, 2):
        await rooms.reading.mark([row.id], read=True)
    changed = rss(item(2), item(1)).replace(">p", ">new-p")
    shown.pages["/feed"] = Answer(changed, RSS)
    (one,) = await rooms.refresh()
    assert (one.new, await rooms.titles()) == (0, ["Post 2", "Post 1"])
    assert (await rooms.listing.counts(Selection())).unread == 0
    guids = [row.guid for row in await rooms.listing.rows(Selection(), 0, 2)]
    assert guids == ["new-p2", "new-p1"]


def posts(*each: tuple[str, str | None, str]) -> Answer:
    """A feed of items: guid, address or None, title."""
    items = "".join(
        f"<item><guid isPermaLink='false'>{guid}</guid><title>{title}</title>"
        f"{f'<link>{url}</link>' if url else ''}</item>"
        for guid, url, title in each
    )
    return Answer(rss(items), RSS)


@pytest.mark.parametrize(
    ("before", "after", "titles"),
    [
        # Its site speaks https now, and its guids are addresses.
        ([("a", "http://x.org/1/", "A")], [("b", "https://x.org/1", "A")], ["A"]),
        # Another guid and another title, but the only one at its address.
        ([("a", "http://x.org/1", "A")], [("b", "http://x.org/1", "B")], ["B"]),
        # No address at all.
        ([("a", None, "A")], [("b", None, "A")], ["A"]),
        ([("a", None, "A")], [("b", None, "B")], ["B", "A"]),
        # Every entry leads to the same page: each is one of its own.
        (
            [("a", "http://x.org/", "A"), ("b", "http://x.org/", "B")],
            [("c", "http://x.org/", "C"), ("d", "http://x.org/", "D")],
            ["C", "D", "A", "B"],
        ),
        (
            [("a", "http://x.org/", "A")],
            [("b", "http://x.org/", "B"), ("c", "http://x.org/", "C")],
            ["B", "C", "A"],
        ),
        # It still lists the other.
        (
            [("a", "http://x.org/1", "A")],
            [("b", "http://x.org/1", "A"), ("a", "http://x.org/1", "A")],
            ["A", "A"],
        ),
    ],
)
async def test_an_entry_with_another_guid_is_known_again(
    shown: Site,
    rooms: Rooms,
    before: list[tuple[str, str | None, str]],
    after: list[tuple[str, str | None, str]],
    titles: list[str],
) -> None:
    shown.pages["/feed"] = posts(*before)
    await rooms.subscribing.add(shown.url + "/feed")
    rooms.clock[0] = NOW + timedelta(hours=1)
    shown.pages["/feed"] = posts(*after)
    await rooms.refresh()
    assert await rooms.titles() == titles


async def test_an_article_that_is_edited_keeps_what_it_said(
    shown: Site, rooms: Rooms
) -> None:
    shown.pages["/feed"] = Answer(rss(item(1, text="Ten people came.")), RSS)
    await rooms.subscribing.add(shown.url + "/feed")
    (row,) = await rooms.listing.rows(Selection(), 0, 1)
    for hour, (title, text) in enumerate(
        [
            ("Post 1", "Ten  people &lt;b&gt;came&lt;/b&gt;."),  # the same words
            ("Post 1", "Twelve people came."),
            ("Post one", "Twelve people came."),
        ]
    ):
        rooms.clock[0] = NOW + timedelta(hours=hour + 1)
        shown.pages["/feed"] = Answer(rss(item(1, title, text)), RSS)
        await rooms.refresh()
        opened = await rooms.reading.kept(row.id)
        assert opened is not None
        assert opened.edited is (hour > 0)
    assert opened is not None
    assert opened.article.title == "Post one"
    assert opened.article.text == "Twelve people came."
    assert await rooms.reading.former(opened) == (
        (NOW + timedelta(hours=2), "− Post 1\n\n+ Post one\n\nTwelve people came."),
        (
            NOW + timedelta(hours=1),
            "Post 1\n\n− Ten people came.\n\n+ Twelve people came.",
        ),
    )


async def test_a_page_that_is_edited_keeps_what_it_said(
    shown: Site, rooms: Rooms
) -> None:
    page = "<html><body><article><h1>Post</h1>{}</article></body></html>"
    same = "<p>The harbour is deep and wide today, said the keeper.</p>" * 5
    shown.pages["/post/"] = Answer(page.format(same + "<p>Ten people came.</p>"))
    first = await rooms.reading.fetch(shown.url + "/post/")
    assert not first.edited
    rooms.clock[0] = NOW + timedelta(hours=1)
    shown.pages["/post/"] = Answer(page.format(same + "<p>Twelve people came.</p>"))
    opened = await rooms.reading.fetch(shown.url + "/post/")
    assert opened.edited
    ((when, text),) = await rooms.reading.former(opened)
    assert when == NOW
    assert text.endswith("− Ten people came.\n\n+ Twelve people came.")


async def test_a_page_that_names_no_site_is_of_its_source(
    shown: Site, rooms: Rooms
) -> None:
    """A bare host says less than what the subscription is called."""
    words = "<p>The harbour is deep and wide today, said the keeper.</p>" * 5
    page = (
        "<html><head>{}</head><body><article><h1>Post 1</h1>{}</article></body></html>"
    )
    shown.pages["/feed"] = Answer(rss(item(1)), RSS)
    source = await rooms.subscribing.add(shown.url + "/feed")
    (row,) = await rooms.listing.rows(Selection(), 0, 1)
    assert row.url is not None
    path = urlsplit(row.url).path
    shown.pages[path] = Answer(page.format("", words))
    fetched = await rooms.reading.fetch(row.id)
    kept = await rooms.reading.kept(row.id)
    assert kept is not None
    assert kept.whole
    assert fetched.article.site == kept.article.site == source.name
    named = '<meta property="og:site_name" content="Harbour Weekly">'
    shown.pages[path] = Answer(page.format(named, words))
    assert (await rooms.reading.fetch(row.id)).article.site == "Harbour Weekly"


async def test_another_rule_is_no_edit(shown: Site, rooms: Rooms) -> None:
    """What the reader has removed since was not removed by the site."""
    page = "<html><body><article><h1>Post</h1>{}</article></body></html>"
    same = "<p>The harbour is deep and wide today, said the keeper.</p>" * 5
    aside = '<p class="aside">Subscribe to what the harbour has to say.</p>'
    shown.pages["/post/"] = Answer(page.format(same + aside))
    url = shown.url + "/post/"
    assert "Subscribe" in (await rooms.reading.fetch(url)).article.text
    settings = SourceSettings(remove=(".aside",))
    preferences = Preferences(sources={urlsplit(url).netloc: settings})
    async with Web() as web, Desk() as desk:
        reading = Reading(rooms.database, web, desk, lambda: NOW, preferences)
        opened = await reading.fetch(url)
        assert "Subscribe" not in opened.article.text
        assert not opened.edited
        shown.pages["/post/"] = Answer(page.format(same + "<p>Ten came.</p>"))
        assert (await reading.fetch(url)).edited


async def test_of_many_versions_the_last_are_kept(shown: Site, rooms: Rooms) -> None:
    for number in range(MOST_FORMER + 3):
        rooms.clock[0] = NOW + timedelta(hours=number)
        shown.pages["/feed"] = Answer(rss(item(1, text=f"Version {number}")), RSS)
        if number:
            await rooms.refresh()
        else:
            await rooms.subscribing.add(shown.url + "/feed")
    (row,) = await rooms.listing.rows(Selection(), 0, 1)
    opened = await rooms.reading.kept(row.id)
    assert opened is not None
    versions = await rooms.reading.former(opened)
    assert len(versions) == MOST_FORMER
    assert f"− Version {MOST_FORMER + 1}" in versions[0][1]


async def test_a_slow_site_keeps_no_other_waiting(rooms: Rooms) -> None:
    with site() as slow, site() as quick:
        for number in range(4):
            slow.pages[f"/{number}"] = Answer(rss(item(1)), RSS)
            await rooms.subscribing.add(f"{slow.url}/{number}")
        quick.pages["/feed"] = Answer(rss(item(1)), RSS)
        last = await rooms.subscribing.add(quick.url + "/feed")
        for number in range(4):
            slow.pages[f"/{number}"] = Answer(rss(item(1)), RSS, delay=0.3)
        done = await rooms.refresh()
    assert done[0].source.id == last.id
    assert len(done) == 5


async def test_a_refresh_that_is_closed_keeps_what_came(
    shown: Site, rooms: Rooms
) -> None:
    for number in range(6):
        shown.pages[f"/{number}"] = Answer(rss(), RSS)
        await rooms.subscribing.add(f"{shown.url}/{number}")
        shown.pages[f"/{number}"] = Answer(
            rss(item(number + 1)), RSS, delay=0.0 if number == 0 else 0.5
        )
    async with aclosing(rooms.refreshing.refresh()) as news:
        async for one in news:
            assert one.new == 1
            break
    assert await rooms.titles() == ["Post 1"]
    tasks = asyncio.all_tasks() - {asyncio.current_task()}
    assert not [task for task in tasks if "_work_through" in repr(task)]


async def test_a_refresh_says_so_when_nothing_can_be_kept(
    shown: Site, rooms: Rooms
) -> None:
    shown.pages["/feed"] = Answer(rss(item(1)), RSS)
    source = await rooms.subscribing.add(shown.url + "/feed")
    await rooms.database.run(
        lambda db: db.execute("PRAGMA max_page_count = 1").fetchone()
    )
    shown.pages["/feed"] = Answer(
        rss(item(1), item(2, text=secrets.token_hex(50_000))), RSS
    )
    with pytest.raises(CannotKeep, match="full"):
        await rooms.refresh()
    assert await rooms.titles() == ["Post 1"]
    await rooms.database.run(
        lambda db: db.execute("PRAGMA max_page_count = 1000000").fetchone()
    )
    (one,) = await rooms.refresh([source.id])
    assert one.new == 1


async def test_hostile_text_is_clean_in_lists(shown: Site, rooms: Rooms) -> None:
    nasty = "A&#27;]0;owned&#7; \u202etitle"
    feed = rss(item(1, nasty.replace("&#27;", "\u241b")), title="B\u202e")
    # XML holds no escape character itself; HTML inside it does.
    feed = feed.replace("\u241b", "&amp;#27;").replace("&#7;", "&amp;#7;")
    shown.pages["/feed"] = Answer(feed, RSS)
    source = await rooms.subscribing.add(shown.url + "/feed")
    (row,) = await rooms.listing.rows(Selection(), 0, 1)
    assert isinstance(row, Listed)
    assert row.title == "A]0;owned title"
    assert source.name == "B"


async def test_what_waits_in_the_outbox_is_counted(rooms: Rooms) -> None:
    assert await rooms.listing.waiting() == 0
    draft = await rooms.commenting.draft_for("https://example.org/post/", "Post")
    await rooms.commenting.queue(replace(draft, text="I was there."))
    assert await rooms.listing.waiting() == 1


async def test_a_list_of_subscriptions_goes_in_and_out(
    shown: Site, rooms: Rooms
) -> None:
    shown.pages["/feed"] = Answer(rss(item(1)), RSS)
    await rooms.subscribing.add(shown.url + "/feed", tags=["coast"])
    listed = f"{shown.url}/feed\n{shown.url}/other news '~The other'\nexec:x\n".encode()
    imported = await rooms.subscribing.import_list(listed)
    assert [(one.name, one.tags) for one in imported.added] == [
        ("The other", ("news",))
    ]
    assert imported.known == 1
    assert len(imported.left_out) == 1
    assert shown.paths() == ["/feed"]

    written = await rooms.exporting.opml()
    for source in await rooms.listing.sources():
        await rooms.subscribing.remove(source.id)
    again = await rooms.subscribing.import_list(written.encode())
    assert [(one.url, one.name, one.tags) for one in again.added] == [
        (shown.url + "/feed", "The Harbour", ("coast",)),
        (shown.url + "/other", "The other", ("news",)),
    ]


async def test_what_the_page_told_of_an_article_outlives_its_feed(
    shown: Site, rooms: Rooms
) -> None:
    bare = "<item><title>{}</title><link>/post/</link><guid>p</guid></item>"
    shown.pages["/feed"] = Answer(rss(bare.format("Post")), RSS)
    shown.pages["/post/"] = Answer(
        "<html><head><meta name='author' content='Ada Moreno'>"
        "<meta property='article:published_time' content='2026-01-08'></head><body>"
        "<article><h1>Post</h1>" + "<p>The harbour is deep and wide today.</p>" * 9
    )
    await rooms.subscribing.add(shown.url + "/feed")
    (row,) = await rooms.listing.rows(Selection(), 0, 1)
    assert row.published is None
    await rooms.reading.fetch(row.id)
    shown.pages["/feed"] = Answer(rss(bare.format("Post again")), RSS)
    await rooms.refresh()
    (row,) = await rooms.listing.rows(Selection(), 0, 1)
    assert row.title == "Post again"
    assert row.published is not None
    assert (row.byline, row.published.iso) == ("Ada Moreno", "2026-01-08")


async def test_a_certificate_nobody_trusts_is_not_gone_round(
    rooms: Rooms, tmp_path: Path
) -> None:
    with site(untrusted(tmp_path)) as distrusted:
        distrusted.pages["/"] = Answer(rss(item(1)), RSS)
        with pytest.raises(CannotReach, match="certificate"):
            await rooms.subscribing.add(distrusted.url.removeprefix("https://"))
    assert distrusted.asked == []


BOOKMARKS = "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF='{}/'>Harbour</A></DL>"


async def test_a_site_out_of_a_list_becomes_its_feed(shown: Site, rooms: Rooms) -> None:
    shown.pages["/"] = page(link("/comments/feed/"), link("/feed/"))
    shown.pages["/feed/"] = Answer(rss(item(2), item(1)), RSS)
    await rooms.subscribing.import_list(BOOKMARKS.format(shown.url).encode())
    (one,) = await rooms.refresh()
    assert (one.new, one.failure) == (2, None)
    (source,) = await rooms.listing.sources()
    assert (source.url, source.name) == (shown.url + "/feed/", "Harbour")
    (again,) = await rooms.refresh()
    assert (again.new, again.failure) == (0, None)
    assert shown.paths() == ["/", "/feed/", "/feed/"]


async def test_a_bookmark_of_a_site_that_is_followed_is_known(
    shown: Site, rooms: Rooms
) -> None:
    """With a slash at its end or none, and before anything is fetched."""
    shown.pages["/feed/"] = Answer(rss(item(1)), RSS)
    await rooms.subscribing.add(shown.url + "/feed/")
    for end in ("", "/"):
        listed = BOOKMARKS.replace("{}/", shown.url + end).encode()
        imported = await rooms.subscribing.import_list(listed)
        assert (imported.added, imported.known) == ((), 1)


async def test_a_site_whose_feed_is_a_source_already_becomes_one_with_it(
    shown: Site, rooms: Rooms
) -> None:
    """It is not there to fail at each refresh; its tags go on."""
    shown.pages["/feed/"] = Answer(rss(item(1)), RSS)
    await rooms.subscribing.add(shown.url + "/feed/")
    shown.pages["/"] = page(link("/feed/"))
    await rooms.subscribing.import_list(f"{shown.url}/other coast".encode())
    shown.pages["/other"] = page(link("/feed/"))
    done = {one.source.url: one for one in await rooms.refresh()}
    other = done[shown.url + "/other"]
    assert other.failure is None
    assert other.merged is not None
    assert "already a source: The Harbour." in other.merged
    assert len(await rooms.titles()) == 1
    (source,) = await rooms.listing.sources()
    assert (source.name, source.tags) == ("The Harbour", ("coast",))


async def test_a_page_out_of_a_list_that_names_no_feed_says_so(
    shown: Site, rooms: Rooms
) -> None:
    shown.pages["/"] = page()
    await rooms.subscribing.import_list(BOOKMARKS.format(shown.url).encode())
    (one,) = await rooms.refresh()
    assert one.failure == "This page names no feed, and lists no articles."


async def test_a_site_out_of_a_list_that_has_no_feed_is_followed_by_its_page(
    shown: Site, rooms: Rooms
) -> None:
    """As one that was added here, and from then on."""
    links = "".join(
        f"<h2><a href='/2026/story-of-thing-{n}/'>A story of thing {n}</a></h2>"
        for n in (1, 2, 3)
    )
    shown.pages["/"] = Answer(f"<html><body><main>{links}</main></body></html>")
    await rooms.subscribing.import_list(BOOKMARKS.format(shown.url).encode())

    (one,) = await rooms.refresh()

    assert (one.new, one.failure) == (3, None)
    (source,) = await rooms.listing.sources()
    assert source.is_page


async def test_a_feed_that_becomes_a_page_moves_nowhere(
    shown: Site, rooms: Rooms
) -> None:
    shown.pages["/feed/"] = Answer(rss(item(1)), RSS)
    shown.pages["/other/"] = Answer(rss(item(2), item(3)), RSS)
    await rooms.subscribing.add(shown.url + "/feed/")
    shown.pages["/feed/"] = page(link("/other/"))
    (one,) = await rooms.refresh()
    assert one.failure is not None
    (source,) = await rooms.listing.sources()
    assert source.url == shown.url + "/feed/"
    assert await rooms.titles() == ["Post 1"]
