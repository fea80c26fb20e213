"""Opening articles: from the site, from the library, with the site away."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.domain.article import Opened
from reader.domain.errors import (
    CannotKeep,
    CannotReach,
    CannotUnderstand,
    NotFound,
    NotKept,
)
from reader.domain.selection import Counts, Selection
from reader.net.web import Limits, Web
from reader.services.desk import Desk
from reader.services.listing import Listing
from reader.services.reading import Reading
from reader.services.subscribing import Subscribing
from reader.services.taking import Taking
from reader.services.undoing import Undoing
from reader.storage.database import Database
from servers.site import Answer, Site, site

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)

POST = """<!doctype html><html lang="en"><head><title>Tide gauge – The Harbour</title>
<meta property="og:site_name" content="The Harbour"></head><body>
<nav><a rel="prev" href="/older/">Dredging again</a></nav>
<article><h1 class="entry-title">The tide gauge is back</h1>
<time datetime="2026-02-03T10:00:00+01:00">3 February 2026</time>
<div class="entry-content">
<p>The old tide gauge stands on the pier again after two years of repairs.
“It was never meant to leave,” said Ada Moreno, who keeps the harbour.</p>
<p>The council paid for the work. It will be read by hand each morning, as it
was before, and by a sensor that reports every ten minutes.</p>
<p>Visitors may look at it from the first of March. The pier stays closed in
storms, and dogs have to be kept on a lead while the birds are nesting.</p>
</div></article>
<div id="respond"><h3>Leave a Reply</h3>
<form action="/wp-comments-post.php" method="post" id="commentform">
<p><label for="comment">Comment *</label>
<textarea id="comment" name="comment" maxlength="65525" required></textarea></p>
<p><label for="author">Name *</label><input id="author" name="author" required></p>
<input type="hidden" name="comment_post_ID" value="5">
<input name="submit" type="submit" value="Post Comment"></form></div>
</body></html>"""

FEED = """<?xml version="1.0"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Harbour</title><link>/</link><language>en</language>
<item><title>The tide gauge is back</title><link>/gauge/</link><guid>g1</guid>
<description>Short.</description><content:encoded><![CDATA[<p>The feed is short.
“It was never meant to leave,” said Ada Moreno. <a href="more/">More</a>.</p>]]>
</content:encoded></item></channel></rss>"""


class Rooms:
    def __init__(self, database: Database, web: Web, desk: Desk) -> None:
        self.now = NOW
        self.database = database
        self.reading = Reading(database, web, desk, lambda: self.now)
        self.taking = Taking(web, desk)
        self.listing = Listing(database)
        self.undoing = Undoing(database, lambda: self.now)
        self.subscribing = Subscribing(database, web, desk, lambda: self.now)


@pytest.fixture
def shown() -> Iterator[Site]:
    with site() as running:
        running.pages["/gauge/"] = Answer(POST)
        running.pages["/feed"] = Answer(FEED, "application/rss+xml")
        yield running


@pytest.fixture
async def rooms(tmp_path: Path) -> AsyncIterator[Rooms]:
    database = await Database.open(tmp_path / "library.sqlite3")
    async with Web(Limits(silence=2, whole=4)) as web, Desk() as desk:
        yield Rooms(database, web, desk)
    await database.close()


async def test_an_article_opened_is_kept_as_it_was(shown: Site, rooms: Rooms) -> None:
    opened = await rooms.reading.fetch(shown.url + "/gauge/")
    shown.pages.clear()
    kept = await rooms.reading.kept(shown.url + "/gauge/")
    assert kept == opened
    assert kept.kept == NOW
    assert kept.whole
    assert kept.article.title == "The tide gauge is back"
    assert [quotation.speaker for quotation in kept.article.quotations] == [
        "Ada Moreno"
    ]
    assert kept.article.published is not None
    assert kept.article.published.iso == "2026-02-03T10:00:00+01:00"
    assert await rooms.reading.kept(opened.id) == opened


async def test_the_form_is_kept_with_the_article(shown: Site, rooms: Rooms) -> None:
    opened = await rooms.reading.fetch(shown.url + "/gauge/")
    kept = await rooms.reading.kept(opened.id)
    assert kept is not None
    form = kept.article.discussion.form
    assert form is not None
    assert form.action == shown.url + "/wp-comments-post.php"
    assert [field.name for field in form.fields] == [
        "comment",
        "author",
        "comment_post_ID",
    ]


async def test_an_opened_article_stands_in_the_list(shown: Site, rooms: Rooms) -> None:
    opened = await rooms.reading.fetch(shown.url + "/gauge/")
    (row,) = await rooms.listing.rows(Selection(), 0, 5)
    assert (row.id, row.source, row.url) == (opened.id, None, shown.url + "/gauge/")
    assert await rooms.listing.counts(Selection()) == Counts(1, 1)


async def test_opening_again_keeps_one_article_and_the_newer_text(
    shown: Site, rooms: Rooms
) -> None:
    first = await rooms.reading.fetch(shown.url + "/gauge/")
    shown.pages["/gauge/"] = Answer(POST.replace("two years", "three years"))
    rooms.now = NOW + timedelta(days=1)
    second = await rooms.reading.fetch(shown.url + "/gauge/")
    assert second.id == first.id
    assert second.kept == rooms.now
    assert "three years" in second.article.text
    assert (await rooms.listing.counts(Selection())).all == 1


async def test_every_address_that_led_to_it_finds_it(shown: Site, rooms: Rooms) -> None:
    shown.pages["/?p=5"] = Answer(status=302, headers={"Location": "/gauge/"})
    short = await rooms.reading.fetch(shown.url + "/?p=5")
    whole = await rooms.reading.fetch(shown.url + "/gauge/")
    assert short.id == whole.id
    assert short.article.url == shown.url + "/gauge/"
    for address in ("/?p=5", "/gauge/"):
        kept = await rooms.reading.kept(shown.url + address)
        assert kept is not None
        assert kept.id == whole.id


async def test_a_password_in_an_address_is_not_kept(
    shown: Site, rooms: Rooms, tmp_path: Path
) -> None:
    secret = shown.url.replace("://", "://ada:secret@") + "/gauge/#comment-3"
    opened = await rooms.reading.fetch(secret)
    kept = await rooms.reading.kept(secret)
    assert kept is not None
    assert kept.id == opened.id
    for file in tmp_path.iterdir():
        assert b"secret" not in file.read_bytes()


async def test_what_the_library_does_not_have_is_nothing(rooms: Rooms) -> None:
    assert await rooms.reading.kept("https://example.org/") is None
    assert await rooms.reading.kept(12) is None
    with pytest.raises(NotFound):
        await rooms.reading.fetch(12)


async def test_a_feed_article_is_first_the_feeds_and_then_the_pages(
    shown: Site, rooms: Rooms
) -> None:
    await rooms.subscribing.add(shown.url + "/feed")
    (row,) = await rooms.listing.rows(Selection(), 0, 1)
    from_feed = await rooms.reading.kept(row.id)
    assert from_feed is not None
    assert not from_feed.whole
    assert from_feed.article.text.startswith("The feed is short.")
    assert [one.speaker for one in from_feed.article.quotations] == ["Ada Moreno"]
    assert "/gauge/more/" in from_feed.article.html

    from_page = await rooms.reading.fetch(row.id)
    assert from_page.id == row.id
    assert from_page.whole
    assert "stands on the pier" in from_page.article.text
    assert await rooms.reading.kept(row.id) == from_page
    again = await rooms.reading.kept(row.id, from_feed=True)
    assert again is not None
    assert again.article.text == from_feed.article.text
    assert again.article.discussion == from_page.article.discussion
    assert again.article.previous == from_page.article.previous
    assert (await rooms.listing.counts(Selection())).all == 1


async def test_an_address_in_a_feed_opens_the_feeds_article(
    shown: Site, rooms: Rooms
) -> None:
    await rooms.subscribing.add(shown.url + "/feed")
    (row,) = await rooms.listing.rows(Selection(), 0, 1)
    assert (await rooms.reading.fetch(shown.url + "/gauge/")).id == row.id


async def test_a_site_that_is_away_leaves_the_copy(shown: Site, rooms: Rooms) -> None:
    opened = await rooms.reading.fetch(shown.url + "/gauge/")
    shown.pages["/gauge/"] = Answer(status=503)
    with pytest.raises(CannotReach):
        await rooms.reading.fetch(opened.id)
    assert await rooms.reading.kept(opened.id) == opened


async def test_an_answer_without_an_article_leaves_the_copy(
    shown: Site, rooms: Rooms
) -> None:
    opened = await rooms.reading.fetch(shown.url + "/gauge/")
    shown.pages["/gauge/"] = Answer(b"\x89PNG\r\n\x1a\n" + bytes(900), "image/png")
    with pytest.raises(CannotUnderstand):
        await rooms.reading.fetch(opened.id)
    assert await rooms.reading.kept(opened.id) == opened


async def test_place_read_and_star_come_back(shown: Site, rooms: Rooms) -> None:
    opened = await rooms.reading.fetch(shown.url + "/gauge/")
    await rooms.reading.keep_place(opened.id, 120)
    marked = await rooms.reading.mark([opened.id], read=True, starred=True)
    assert list(marked) == [opened.id]
    kept = await rooms.reading.kept(opened.id)
    assert kept is not None
    assert (kept.place, kept.read, kept.starred) == (120, True, True)
    await rooms.reading.keep_place(opened.id, 0)
    again = await rooms.reading.fetch(opened.id)
    assert (again.place, again.read, again.starred) == (0, True, True)
    assert not await rooms.reading.mark_all_read(Selection())


async def test_a_file_is_read_and_not_kept(rooms: Rooms, tmp_path: Path) -> None:
    file = tmp_path / "post.html"
    file.write_text(POST)
    article = await rooms.taking.article(str(file))
    assert article.title == "The tide gauge is back"
    assert (await rooms.listing.counts(Selection())).all == 0


async def test_a_library_that_cannot_be_written_still_opens_articles(
    shown: Site, tmp_path: Path
) -> None:
    file = tmp_path / "library.sqlite3"
    async with Web() as web, Desk() as desk:
        database = await Database.open(file)
        opened = await Rooms(database, web, desk).reading.fetch(shown.url + "/gauge/")
        await database.close()
        database = await Database.open(file, read_only=True)
        rooms = Rooms(database, web, desk)
        assert await rooms.reading.kept(opened.id) == opened
        with pytest.raises(CannotKeep, match="only be read"):
            await rooms.reading.mark([opened.id], read=True)
        with pytest.raises(NotKept, match="only be read") as refused:
            await rooms.reading.fetch(shown.url + "/gauge/")
        assert refused.value.article == opened.article
        await database.close()


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("empty.html", b"", "There is nothing in empty.html"),
        ("blank.txt", b" \n\n", "There is nothing in blank.txt"),
        (
            "photo.html",
            b"\x89PNG\r\n\x1a\n\x00\x00\x00",
            "There is no text in photo.html",
        ),
        (
            "news.rss",
            b"<rss version='2.0'><channel><title>N</title></channel></rss>",
            "“N”",
        ),
    ],
)
async def test_a_file_that_is_no_article_is_named(
    rooms: Rooms, tmp_path: Path, name: str, body: bytes, words: str
) -> None:
    file = tmp_path / name
    file.write_bytes(body)
    with pytest.raises(CannotUnderstand, match=words):
        await rooms.taking.article(str(file))


async def test_what_is_deleted_is_brought_back_whole(shown: Site, rooms: Rooms) -> None:
    opened = await rooms.reading.fetch(shown.url + "/gauge/")
    assert list(await rooms.reading.delete([opened.id])) == [opened.id]
    assert await rooms.reading.kept(opened.id) is None
    with pytest.raises(NotFound):
        await rooms.reading.fetch(opened.id)
    await rooms.undoing.take_back()
    assert await rooms.reading.kept(opened.id) == opened


async def test_tags_are_opened_with_the_article(shown: Site, rooms: Rooms) -> None:
    opened = await rooms.reading.fetch(shown.url + "/gauge/")
    await rooms.reading.tag([opened.id], add=["harbour", "birds"])
    kept = await rooms.reading.kept(opened.id)
    assert kept is not None
    assert kept.tags == ("birds", "harbour")
    await rooms.undoing.take_back()
    assert await rooms.reading.kept(opened.id) == opened


async def test_a_long_article_begins_before_the_whole_of_it_is_read(
    rooms: Rooms, shown: Site
) -> None:
    """Not where the reader left it further on, and not a short one."""
    more = "".join(
        f"<p>On day {day} the gauge was read by hand, and by the sensor.</p>"
        for day in range(2000)
    )
    shown.pages["/long/"] = Answer(
        POST.replace(
            '<div class="entry-content">', f'<div class="entry-content">{more}'
        )
    )
    opened = await rooms.reading.fetch(shown.url + "/long/")
    seen: list[Opened | None] = []

    whole = await rooms.reading.kept(opened.id, meanwhile=seen.append)
    assert whole is not None
    (beginning,) = seen
    assert beginning is not None
    assert 5_000 < len(beginning.article.text) < 20_000
    assert whole.article.text.startswith(beginning.article.text)
    assert (beginning.id, beginning.article.title) == (opened.id, whole.article.title)

    await rooms.reading.keep_place(opened.id, 60_000)
    await rooms.reading.kept(opened.id, meanwhile=seen.append)
    assert seen[1:] == [None]

    short = await rooms.reading.fetch(shown.url + "/gauge/")
    await rooms.reading.kept(short.id, meanwhile=seen.append)
    assert len(seen) == 2
