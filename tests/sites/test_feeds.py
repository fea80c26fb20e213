"""Feeds of every kind, well-formed and not."""

from __future__ import annotations

import contextlib
import json
import re
from dataclasses import replace
from html import escape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.dates import Published
from reader.domain.errors import CannotUnderstand
from reader.domain.exchange import Page
from reader.domain.source import Entry, Feed
from reader.sites.feeds import feed_in, looks_like_feed

URL = "https://harbour.example.org/feed/"


def page(body: str | bytes, content_type: str = "", charset: str | None = None) -> Page:
    raw = body if isinstance(body, bytes) else body.encode()
    return Page(url=URL, body=raw, content_type=content_type, charset=charset)


def read(body: str | bytes, charset: str | None = None) -> Feed:
    return feed_in(page(body, charset=charset))


def rss(inside: str, head: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:slash="http://purl.org/rss/1.0/modules/slash/"'
        ' xmlns:wfw="http://wellformedweb.org/CommentAPI/">'
        f"<channel><title>The Harbour</title>{head}{inside}</channel></rss>"
    )


def item(inside: str) -> Entry:
    (entry,) = read(rss(f"<item>{inside}</item>")).entries
    return entry


@pytest.mark.parametrize(
    "cut", ["<item><title>Tw", "<item><title>Two</title>", "<item"]
)
def test_half_an_article_is_left_out(cut: str) -> None:
    whole = "<item><title>One</title><guid>1</guid></item>"
    body = rss(f"{whole}{cut}").removesuffix("</channel></rss>")
    assert [entry.title for entry in read(body).entries] == ["One"]


def test_a_feed_that_breaks_off_in_its_first_article_is_none() -> None:
    body = rss("<item><title>On").removesuffix("</channel></rss>")
    with pytest.raises(CannotUnderstand, match="breaks off"):
        read(body)


def test_a_wordpress_item_is_read_whole() -> None:
    entry = item(
        """<title>The council&#8217;s “plan” &#038; the pier</title>
        <link>https://harbour.example.org/2026/01/plan/</link>
        <comments>https://harbour.example.org/2026/01/plan/#comments</comments>
        <dc:creator><![CDATA[Ada Moreno]]></dc:creator>
        <pubDate>Thu, 08 Jan 2026 09:30:00 +0100</pubDate>
        <category><![CDATA[Council]]></category><category>Pier</category>
        <guid isPermaLink="false">https://harbour.example.org/?p=12</guid>
        <description><![CDATA[The council has a plan [&#8230;]]]></description>
        <content:encoded><![CDATA[<p>“We have a plan,” said the mayor — ‘at last’.</p>]]></content:encoded>
        <wfw:commentRss>https://harbour.example.org/2026/01/plan/feed/</wfw:commentRss>
        <slash:comments>3</slash:comments>"""
    )
    assert entry == Entry(
        guid="https://harbour.example.org/?p=12",
        url="https://harbour.example.org/2026/01/plan/",
        title="The council’s “plan” & the pier",
        byline="Ada Moreno",
        published=Published("2026-01-08T09:30:00+01:00"),
        html="<p>“We have a plan,” said the mayor — ‘at last’.</p>",
        tags=("Council", "Pier"),
        comment_count=3,
        comments_url="https://harbour.example.org/2026/01/plan/feed/",
    )


def test_what_a_feed_says_of_itself() -> None:
    feed = read(rss("", "<link>/</link><language>en_GB</language>"))
    assert (feed.title, feed.site, feed.language, feed.entries) == (
        "The Harbour",
        "https://harbour.example.org/",
        "en-GB",
        (),
    )


def test_an_atom_entry_is_read_whole() -> None:
    feed = read(
        """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"
         xmlns:thr="http://purl.org/syndication/thread/1.0" xml:lang="de">
        <title type="html">Der &amp;lt;Hafen&amp;gt;</title><link href="/"/>
        <entry><id>tag:x,2026:1</id>
        <title type="text">Was &lt;b&gt; tut</title>
        <link rel="alternate" href="/pegel"/>
        <link rel="replies" type="application/atom+xml" href="/pegel/feed/atom"/>
        <author><name>Ada Moreno</name></author><author><name>Tom Reid</name></author>
        <published>2026-01-08T09:30:00+01:00</published>
        <updated>2026-01-09T10:00:00Z</updated>
        <thr:total>7</thr:total><category term="pier" label="Pier"/>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>„Endlich“</p></div></content>
        <summary>Kurz</summary></entry></feed>"""
    )
    assert feed.title == "Der <Hafen>"
    (entry,) = feed.entries
    assert entry.html == "<p>„Endlich“</p>"
    assert replace(entry, html="") == Entry(
        guid="tag:x,2026:1",
        url="https://harbour.example.org/pegel",
        title="Was <b> tut",
        byline="Ada Moreno, Tom Reid",
        published=Published("2026-01-08T09:30:00+01:00"),
        updated=Published("2026-01-09T10:00:00+00:00"),
        tags=("Pier",),
        comment_count=7,
        comments_url="https://harbour.example.org/pegel/feed/atom",
    )


def test_rdf_is_a_feed() -> None:
    feed = read(
        """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
         xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="/"><title>Old</title><link>/</link></channel>
        <item rdf:about="https://x.example/1"><title>One</title>
        <link>https://x.example/1</link><dc:date>2003-05-01</dc:date></item></rdf:RDF>"""
    )
    (entry,) = feed.entries
    assert (entry.guid, entry.title) == ("https://x.example/1", "One")
    # No more exact than the feed is.
    assert entry.published == Published("2003-05-01")


def json_feed(*items: dict[str, Any], version: str = "1.1", **head: Any) -> str:
    return json.dumps(
        {"version": f"https://jsonfeed.org/version/{version}", "title": "The Harbour"}
        | head
        | {"items": items}
    )


def test_a_json_feed_is_a_feed() -> None:
    feed = read(
        json_feed(
            {
                "id": "1",
                "url": "/plan",
                "title": "The “plan”",
                "content_html": "<p>“Yes”</p>",
                "date_published": "2026-01-08T09:30:00+01:00",
                "authors": [{"name": "Ada Moreno"}, {"url": "x"}],
                "tags": ["pier", 3],
            },
            home_page_url="https://harbour.example.org/",
            language="en",
        )
    )
    assert (feed.title, feed.language) == ("The Harbour", "en")
    assert feed.entries == (
        Entry(
            guid="1",
            url="https://harbour.example.org/plan",
            title="The “plan”",
            byline="Ada Moreno",
            published=Published("2026-01-08T09:30:00+01:00"),
            html="<p>“Yes”</p>",
            tags=("pier",),
        ),
    )


def test_the_first_json_feeds_were_a_little_other() -> None:
    feed = read(
        json_feed(
            {"id": 2, "content_text": "a < b\n\nc", "author": {"name": "Tom Reid"}},
            {"summary": "Only this", "url": "javascript:x"},
            version="1",
        )
    )
    one, two = feed.entries
    assert (one.guid, one.byline, one.html) == (
        "2",
        "Tom Reid",
        "<p>a &lt; b</p><p>c</p>",
    )
    assert (two.url, two.html, two.summary) == (None, "<p>Only this</p>", True)
    assert two.guid


@pytest.mark.parametrize(
    "body",
    [
        '{"version":"https://jsonfeed.org/version/1.1"',
        '{"version":"https://jsonfeed.org/version/1.1","items":3}',
        '{"version":"https://jsonfeed.org/version/1.1","items":' + "[" * 100_000,
    ],
    ids=range(3),
)
def test_a_json_feed_that_cannot_be_read_is_said_so(body: str) -> None:
    with pytest.raises(CannotUnderstand):
        read(body)


@pytest.mark.parametrize(
    ("date", "iso"),
    [
        ("Thu, 08 Jan 2026 09:30:00 +0100", "2026-01-08T09:30:00+01:00"),
        ("Thu, 08 Jan 2026 09:30:00 GMT", "2026-01-08T09:30:00+00:00"),
        ("Thu, 08 Jan 2026 09:30:00 EST", "2026-01-08T09:30:00-05:00"),
        ("8 Jan 2026 09:30 +0000", "2026-01-08T09:30:00+00:00"),
        ("2026-01-08T09:30:00.123+01:00", "2026-01-08T09:30:00+01:00"),
        ("2026-01-08", "2026-01-08"),
        ("January 8, 2026", "2026-01-08"),
        ("Thu, 08 Jan 26 09:30:00 GMT", "2026-01-08T09:30:00+00:00"),
        ("Thu, 08 Jan 2026 09:30:00 +01:00", "2026-01-08T09:30:00+01:00"),
        ("Thu, 08 Jan 2026 09:30:00 GMT+0100", "2026-01-08T09:30:00+01:00"),
        ("Thu,08 Jan 2026 09:30:00 +0000", "2026-01-08T09:30:00+00:00"),
        ("Thu, 08 Jan 2026 9:30 PM EST", "2026-01-08T21:30:00"),
        ("Do, 08 Jan 2026 09:30:00 +0100", "2026-01-08T09:30:00+01:00"),
        ("Чт, 08 янв 2026 09:30:00 +0300", "2026-01-08T09:30:00+03:00"),
        ("Thu Jan  8 09:30:00 2026", "2026-01-08T09:30:00+00:00"),
        ("20260108T093000Z", "2026-01-08T09:30:00+00:00"),
        ("1767864600", "2026-01-08T09:30:00+00:00"),
        ("8 janvier 2026", "2026-01-08"),
        ("Thu, 08 Jan 2026 25:30:00 GMT", "2026-01-08"),
    ],
)
def test_a_date_is_as_exact_as_the_feed_is(date: str, iso: str) -> None:
    assert item(f"<pubDate>{date}</pubDate>").published == Published(iso)


@pytest.mark.parametrize(
    "date",
    ["", "soon", "Thu, 99 Foo 2026", "0000-00-00", "9" * 5000],
    ids=range(5),
)
def test_what_is_no_date_is_none(date: str) -> None:
    assert item(f"<title>x</title><pubDate>{date}</pubDate>").published is None


def test_an_atom_entry_that_only_was_updated_was_published_then() -> None:
    (entry,) = read(
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id>'
        "<updated>2026-01-09T10:00:00Z</updated></entry></feed>"
    ).entries
    assert entry.published == Published("2026-01-09T10:00:00+00:00")
    assert entry.updated is None


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("Plain", "Plain"),
        ("&lt;em&gt;Moby&lt;/em&gt; again", "Moby again"),
        ("<![CDATA[<em>Moby</em> &#8220;again&#8221;]]>", "Moby “again”"),
        ("AT&amp;amp;T", "AT&T"),
        ("AT&amp;T", "AT&T"),
        ("5 &lt; 6", "5 < 6"),
        ("  two\n lines ", "two lines"),
        ("&amp;#27;]0;owned&amp;#7;x", "]0;ownedx"),
        ("&#8238;turned", "turned"),
        ("", ""),
    ],
)
def test_a_title_is_one_line_of_text(markup: str, title: str) -> None:
    assert item(f"<title>{markup}</title><guid>1</guid>").title == title


def test_typography_comes_through_untouched() -> None:
    marks = "“ ” ‘ ’ « » ‹ › „ “ — – … ’t\u00a0Hooft 「」 漢字 🌊"
    entry = item(f"<title>{marks}</title><description>{marks}</description>")
    assert entry.title == " ".join(marks.split())
    assert entry.html == marks


def test_an_entry_without_anything_still_has_a_guid() -> None:
    one, two = read(
        rss("<item><title>A</title></item><item><title>B</title></item>")
    ).entries
    assert one.guid
    assert one.guid != two.guid
    assert one == read(rss("<item><title>A</title></item>")).entries[0]


def test_an_entry_without_guid_is_known_by_its_address() -> None:
    assert item("<link>/a</link>").guid == "https://harbour.example.org/a"


def test_a_guid_that_is_an_address_leads_there() -> None:
    assert item("<guid>https://x.example/1</guid>").url == "https://x.example/1"


def test_a_guid_used_twice_is_told_apart() -> None:
    entries = read(
        rss(
            "<item><guid isPermaLink='false'>1</guid><link>/a</link><title>A</title></item>"
            "<item><guid isPermaLink='false'>1</guid><link>/b</link><title>B</title></item>"
            "<item><guid isPermaLink='false'>1</guid><link>/a</link><title>A</title></item>"
            "<item><guid isPermaLink='false'>1</guid><link>/b</link><title>B</title></item>"
        )
    ).entries
    assert [entry.title for entry in entries] == ["A", "B"]
    assert entries[0].guid == "1"
    assert entries[1].guid != "1"


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.c", "", "data:x"],
)
def test_only_web_addresses_are_followed(address: str) -> None:
    entry = item(
        f"<guid isPermaLink='false'>1</guid><link>{address}</link>"
        f"<wfw:commentRss>{address}</wfw:commentRss>"
    )
    assert entry.url is None or entry.url.startswith("https://harbour.example.org/")
    assert entry.comments_url is None or entry.comments_url.startswith("https:")


def test_addresses_count_from_xml_base() -> None:
    (entry,) = read(
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example/x/">'
        '<entry><id>1</id><link href="post"/><content type="html">'
        '&lt;a href="more"&gt;m&lt;/a&gt;</content></entry></feed>'
    ).entries
    assert entry.url == "https://other.example/x/post"
    assert 'href="https://other.example/x/more"' in entry.html


LONG = "<p>" + "The harbour is deep. " * 60 + "</p>"


@pytest.mark.parametrize(
    ("inside", "excerpt"),
    [
        ("<description>Short.</description>", True),
        (f"<description><![CDATA[{LONG}]]></description>", False),
        (f"<description><![CDATA[{LONG} [&#8230;]]]></description>", True),
        (f"<description><![CDATA[{LONG} Read more]]></description>", True),
        ("<content:encoded>Short.</content:encoded>", False),
        ("", True),
    ],
)
def test_an_excerpt_is_told_from_the_whole(inside: str, *, excerpt: bool) -> None:
    assert item(f"<title>x</title>{inside}").summary is excerpt


@pytest.mark.parametrize(
    ("encoding", "declared", "charset"),
    [
        ("utf-8", "UTF-8", None),
        ("utf-8", None, None),
        ("iso-8859-1", "ISO-8859-1", None),
        ("iso-8859-1", None, "iso-8859-1"),
        ("windows-1252", "windows-1252", None),
        ("utf-16", "UTF-16", None),
        ("koi8-r", "koi8-r", None),
        ("utf-8", "UTF-8", "no-such-charset"),
        # Said to be what it is not.
        ("windows-1252", "UTF-8", None),
    ],
)
def test_letters_come_through_every_encoding(
    encoding: str, declared: str | None, charset: str | None
) -> None:
    letters = "Гавань" if encoding == "koi8-r" else "Öffnung für alle"
    said = f' encoding="{declared}"' if declared else ""
    xml = f"<?xml version='1.0'{said}?><rss version='2.0'><channel><item><title>{letters}</title></item></channel></rss>"
    (entry,) = read(xml.encode(encoding), charset).entries
    assert entry.title == letters


@pytest.mark.parametrize(
    "body",
    [
        rss("<item><title>One</title></item><item><title>Tw"),
        rss("<item><title>One</title></item>").replace("</channel></rss>", ""),
        rss("<item><title>One</title><link>x?a=1&b=2</link></item>"),
        rss("<item><title>One</title>&nbsp;<b></item>"),
        "\n\n  " + rss("<item><title>One</title></item>"),
        "\ufeff" + rss("<item><title>One</title></item>"),
        rss("<item><title>One</title></item>") + "<!-- made by -->\n<script>x</script>",
        rss("<item><title>One</title>\x08\x0b</item>"),
    ],
)
def test_a_broken_feed_gives_what_can_be_read(body: str) -> None:
    assert read(body).entries[0].title == "One"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("", "empty"),
        ("  \n", "empty"),
        ("<!doctype html><html><body><h1>Log in", "web page"),
        ("<html><head><title>Blocked</title></head></html>", "web page"),
        ("just words", "no feed"),
        ("{}", "no feed"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "no feed"),
        (b"\xff\xfe\x00\x00" * 1000, "no feed|empty"),
        ("<opml version='2.0'><body/></opml>", "no feed"),
        ("<?xml version='1.0'?><urlset><url/></urlset>", "no articles"),
    ],
)
def test_what_is_no_feed_is_said_to_be_none(body: str | bytes, words: str) -> None:
    with pytest.raises(CannotUnderstand, match=words):
        read(body)


@pytest.mark.parametrize(
    ("body", "content_type", "feed"),
    [
        (rss(""), "", True),
        (rss(""), "text/html", True),
        ("<!-- x --><!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", "", True),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", "", True),
        ("<atom:feed >", "", True),
        ("<rdf:RDF >", "", True),
        (json_feed(), "", True),
        ("<x/>", "application/rss+xml", True),
        ("<!doctype html><html>", "application/rss+xml", False),
        ("<html><body><rss></body>", "", False),
        ("<feedback>", "", False),
        ('{"a": 1}', "application/json", False),
        ("The <rss> element", "text/plain", False),
        ("", "", False),
    ],
)
def test_a_feed_is_known_by_its_beginning(
    body: str, content_type: str, *, feed: bool
) -> None:
    assert looks_like_feed(body.encode(), content_type) is feed


def test_entities_do_not_multiply() -> None:
    bomb = "<!DOCTYPE rss [" + '<!ENTITY a0 "ha">'
    for level in range(1, 30):
        bomb += f'<!ENTITY a{level} "&a{level - 1};&a{level - 1};">'
    feed = read(
        bomb + "]>" + rss("<item><title>&a29;</title></item>").partition("?>")[2]
    )
    assert all(len(entry.title) <= 1000 for entry in feed.entries)


def test_no_entity_reads_a_file() -> None:
    feed = read(
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        + rss("<item><title>&x;</title></item>").partition("?>")[2]
    )
    assert "root" not in "".join(entry.title for entry in feed.entries)


@pytest.mark.parametrize(
    "hostile",
    [
        rss("<a>" * 20_000),
        rss("<item>" * 20_000),
        rss("<item><title>" + "&lt;b&gt;" * 20_000 + "</title></item>"),
        rss("<item><description>" + "&lt;ul&gt;" * 20_000 + "</description></item>"),
        rss("<item " + " ".join(f'a{each}=""' for each in range(50_000)) + "/>"),
        "<?x " * 20_000,
        "<!--" * 20_000,
        "<!DOCTYPE rss [" * 20_000,
    ],
    ids=range(8),
)
def test_a_hostile_feed_is_read_or_refused(hostile: str) -> None:
    try:
        feed = read(hostile)
    except CannotUnderstand:
        return
    assert all(len(entry.title) <= 1000 for entry in feed.entries)


CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_whatever_stands_in_a_field_no_control_gets_through(text: str) -> None:
    told = escape(text)
    entry = item(
        f"<title>{told}</title><dc:creator>{told}</dc:creator>"
        f"<guid>{told}</guid><category>{told}</category>"
    )
    for value in (entry.title, entry.byline or "", entry.guid, *entry.tags):
        assert CONTROL.search(value) is None
        assert "\n" not in value


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    for whole in (body, rss("<item>").encode() + body):
        looks_like_feed(whole)
        with contextlib.suppress(CannotUnderstand):
            feed_in(page(whole))


FIRST = """<?xml version="1.0"?><rdf:RDF
    xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://my.netscape.com/rdf/simple/0.9/">
    <channel><title>Harbour</title><link>http://h.example.org/</link></channel>
    <item><title>Post</title><link>http://h.example.org/1</link></item></rdf:RDF>"""
NETSCAPES = """<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
    "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91">
    <channel><title>Harbour</title><link>http://h.example.org/</link><item>
    <title>Post</title><link>http://h.example.org/1</link></item></channel></rss>"""
ATOMS_FIRST = """<feed version="0.3" xmlns="http://purl.org/atom/ns#">
    <title>Harbour</title><link rel="alternate" href="http://h.example.org/"/><entry>
    <title mode="escaped" type="text/html">&lt;b>Post&lt;/b></title><id>tag:1</id>
    <link rel="alternate" href="http://h.example.org/1"/></entry></feed>"""


@pytest.mark.parametrize("body", [FIRST, NETSCAPES, ATOMS_FIRST])
def test_old_kinds_of_feeds_are_feeds(body: str) -> None:
    feed = read(body)
    (entry,) = feed.entries
    assert (feed.title, feed.site) == ("Harbour", "http://h.example.org/")
    assert (entry.title, entry.url) == ("Post", "http://h.example.org/1")


def test_the_first_atom_has_its_dates_and_its_escaped_text() -> None:
    (entry,) = read(
        ATOMS_FIRST.replace(
            "</entry>",
            "<issued>2003-12-13T08:29:29-04:00</issued>"
            "<modified>2003-12-14T18:30:02Z</modified>"
            "<content type='text/html' mode='base64'>PHA+aGk8L3A+</content></entry>",
        )
    ).entries
    assert entry.published == Published("2003-12-13T08:29:29-04:00")
    assert entry.updated == Published("2003-12-14T18:30:02+00:00")
    assert entry.html == "<p>hi</p>"


MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"'
ITUNES = 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'


@pytest.mark.parametrize(
    ("inside", "html"),
    [
        # A podcast leads to what is to be heard.
        (
            (
                "<description>What we say.</description><itunes:duration>12:30"
                "</itunes:duration><enclosure url='/1.mp3' type='audio/mpeg' length='1'/>"
            ),
            (
                "What we say."
                '<p><a href="https://harbour.example.org/1.mp3">audio, 12:30</a></p>'
            ),
        ),
        ("<itunes:summary>What we say.</itunes:summary>", "<p>What we say.</p>"),
        # One that its text leads to already, or that is a picture, does not.
        (
            (
                "<description>&lt;a href='https://h.org/1.mp3'>it&lt;/a></description>"
                "<enclosure url='https://h.org/1.mp3' type='audio/mpeg' length='1'/>"
            ),
            "<a href='https://h.org/1.mp3'>it</a>",
        ),
        (
            (
                "<description>A text.</description>"
                "<enclosure url='https://h.org/1.jpg' type='image/jpeg' length='1'/>"
            ),
            "A text.",
        ),
        # What is said under a picture is not the text; of a video it is.
        (
            (
                "<description>A text.</description><media:content url='/1.jpg'>"
                "<media:description>A pier at dawn</media:description></media:content>"
            ),
            "A text.",
        ),
        (
            (
                "<media:group><media:description>One.\n\nTwo.</media:description>"
                "</media:group>"
            ),
            "<p>One.</p><p>Two.</p>",
        ),
    ],
)
def test_what_is_to_be_heard_and_seen_comes_with_its_entry(
    inside: str, html: str
) -> None:
    body = rss(f"<item>{inside}</item>").replace("<rss ", f"<rss {MEDIA} {ITUNES} ")
    (entry,) = read(body).entries
    assert entry.html == html


@pytest.mark.parametrize("said", ["", "utf-8"])
@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_wide_letters_are_read_whatever_is_said_of_them(
    charset: str, said: str
) -> None:
    declared = f'<?xml version="1.0" encoding="{said}"?>' if said else ""
    body = (
        f"{declared}<rss version='2.0'><channel><title>Café “q”</title></channel></rss>"
    )
    assert read(body.encode(charset)).title == "Café “q”"


def test_a_few_odd_bytes_do_not_spoil_the_rest() -> None:
    body = rss("<item><title>Größe “q”</title><description>naïve</description></item>")
    (entry,) = read(body.encode().replace(b"ve<", b"ve\xe9<")).entries
    assert (entry.title, entry.html) == ("Größe “q”", "naïve\ufffd")


def test_a_json_feed_leads_to_what_is_to_be_heard() -> None:
    attached = {"url": "/1.mp3", "mime_type": "audio/mpeg", "duration_in_seconds": 65}
    items = [
        {"content_text": "What we say.", "attachments": [attached, 3]},
        {"content_text": "What they say.", "attachments": "none"},
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "", "items": items}
    first, second = read(json.dumps(feed)).entries
    assert first.html == (
        "<p>What we say.</p>"
        '<p><a href="https://harbour.example.org/1.mp3">audio, 1:05</a></p>'
    )
    assert second.html == "<p>What they say.</p>"
    assert first.guid != second.guid
