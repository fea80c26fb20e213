"""Lists of subscriptions, in and out."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.domain.errors import CannotUnderstand
from reader.domain.source import Source, Subscription
from reader.sites.opml import opml_of
from reader.sites.subscriptions import subscriptions_in

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)

OPML = b"""<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="News"><outline text="Coast">
<outline type="rss" text="The Harbour &amp; pier" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/"/>
</outline></outline>
<outline text="B" title="Better" xmlurl="http://b.example/rss" category="/sport,football"/>
<outline text="Program" xmlUrl="exec:rm -rf ~"/>
<outline text="File" xmlUrl="file:///etc/passwd"/>
<outline text="An empty folder"/>
</body></opml>"""


def test_folders_and_categories_become_tags() -> None:
    read = subscriptions_in(OPML)
    assert read.sources == (
        Subscription(
            url="https://a.example/feed",
            name="The Harbour & pier",
            site="https://a.example/",
            tags=("News", "Coast"),
        ),
        Subscription(
            url="http://b.example/rss", name="Better", tags=("sport", "football")
        ),
    )
    assert [words.split()[0] for words in read.left_out] == [
        "exec:rm",
        "file:///etc/passwd",
    ]


def test_what_is_written_is_read_again() -> None:
    sources = (
        Source(id=1, url="https://a.example/f?a=1&b=2", name="A <b> “c”", tags=("x", "y z")),
        Source(id=2, url="http://b.example/", name="B", site="http://b.example/"),
    )  # fmt: skip
    written = opml_of(sources, NOW)
    assert '<opml version="2.0">' in written
    assert "Sun, 01 Mar 2026 12:00:00 +0000" in written
    assert subscriptions_in(written.encode()).sources == tuple(
        Subscription(url=one.url, name=one.name, site=one.site, tags=one.tags)
        for one in sources
    )


def test_newsboats_file_is_read_and_nothing_in_it_is_run() -> None:
    read = subscriptions_in(
        b"""# mine
https://a.example/feed "coast news" pier "~The Harbour"

http://b.example/rss ! "~"
exec:~/bin/feed.sh tag
"filter:cat:https://c.example/feed"
"query:Unread:unread = \\"yes\\""
file:///etc/passwd
https://d.example/ "not closed
"""
    )
    assert read.sources == (
        Subscription(
            url="https://a.example/feed",
            name="The Harbour",
            tags=("coast news", "pier"),
        ),
        Subscription(url="http://b.example/rss"),
    )
    assert [words.partition(":")[0] for words in read.left_out] == [
        "Line 5",
        "Line 6",
        "Line 7",
        "Line 8",
        "Line 9",
    ]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"just some words\nand more",
        b"<html><body>no</body></html>",
        b"<rss/>",
        b"<",
        b"\x89PNG\r\n\x1a\n" + bytes(100),
    ],
)
def test_what_is_no_list_is_said_to_be_none(body: bytes) -> None:
    with pytest.raises(CannotUnderstand):
        subscriptions_in(body)


def test_a_broken_list_gives_what_can_be_read() -> None:
    cut = OPML[: OPML.index(b'<outline text="Program')]
    assert len(subscriptions_in(cut).sources) == 2


@pytest.mark.parametrize(
    "entity", ['SYSTEM "file:///etc/passwd"', '"https://x.example/"']
)
def test_no_entity_is_resolved(entity: str) -> None:
    read = subscriptions_in(
        f'<!DOCTYPE opml [<!ENTITY x {entity}>]><opml><body><outline text="A" '
        'xmlUrl="https://a.example/&x;"/></body></opml>'.encode()
    )
    assert "root" not in str(read)


def test_folders_without_end_have_one() -> None:
    deep = b"<opml><body>" + b'<outline text="f">' * 200 + (
        b'<outline xmlUrl="https://a.example/"/>'
    )  # fmt: skip
    (one,) = subscriptions_in(deep).sources
    assert one.tags == ("f",)


def test_a_source_stands_in_the_folder_of_its_first_tag() -> None:
    written = opml_of(
        (
            Source(id=1, url="https://a.example/", name="A", tags=("Coast", "News, all")),
            Source(id=2, url="https://b.example/", name="B"),
            Source(id=3, url="https://c.example/", name="C", tags=("Coast",)),
        ),
        NOW,
    )  # fmt: skip
    assert written.count('<outline text="Coast" title="Coast">') == 1
    assert 'category="News  all"' in written
    assert [one.tags for one in subscriptions_in(written.encode()).sources] == [
        ("Coast", "News all"),
        ("Coast",),
        (),
    ]


def test_no_password_is_written() -> None:
    source = Source(
        id=1,
        url="https://ada:secret@a.example/feed",
        site="https://ada:secret@a.example/",
        name="A",
    )
    written = opml_of((source,), NOW)
    assert "secret" not in written
    assert 'xmlUrl="https://a.example/feed"' in written


def test_a_name_of_control_characters_breaks_no_list() -> None:
    source = Source(id=1, url="https://a.example/", name="A\x00\x1b[2J\ud800")
    (one,) = subscriptions_in(opml_of((source,), NOW).encode()).sources
    assert one.name == "A\ufffd"
