"""What is read without forgiving is what the forgiving parser would make of it."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.exchange import Page
from reader.domain.source import Feed
from reader.sites import feeds
from reader.sites.plain_rss import plain_rss

URL = "https://harbour.example.org/feed/"
SPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "content": "http://purl.org/rss/1.0/modules/content/",
        "dc": "http://purl.org/dc/elements/1.1/",
        "slash": "http://purl.org/rss/1.0/modules/slash/",
        "wfw": "http://wellformedweb.org/CommentAPI/",
        "sy": "http://purl.org/rss/1.0/modules/syndication/",
        "atom": "http://www.w3.org/2005/Atom",
        "media": "http://search.yahoo.com/mrss/",
        "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    }.items()
)

POST = """<item><title>The council&#8217;s “plan” &amp; the pier</title>
    <link>https://harbour.example.org/plan/</link>
    <comments>https://harbour.example.org/plan/#comments</comments>
    <dc:creator><![CDATA[Ada Moreno]]></dc:creator>
    <pubDate>Thu, 08 Jan 2026 09:30:00 +0100</pubDate>
    <category><![CDATA[Council]]></category><category domain="x">Pier</category>
    <guid isPermaLink="false">https://harbour.example.org/?p=12</guid>
    <description><![CDATA[<p>A plan [&#8230;]</p>]]></description>
    <content:encoded><![CDATA[<p>“We have a plan,” said the mayor.</p>]]></content:encoded>
    <wfw:commentRss>https://harbour.example.org/plan/feed/</wfw:commentRss>
    <slash:comments>3</slash:comments>
    <post-id xmlns="com-wordpress:feed-additions:1">12</post-id></item>"""
CHANNEL = """<title>The Harbour</title>
    <atom:link href="https://harbour.example.org/feed/" rel="self" type="application/rss+xml"/>
    <link>https://harbour.example.org</link><description>News</description>
    <lastBuildDate>Thu, 08 Jan 2026 08:30:00 +0000</lastBuildDate>
    <language>en-GB</language><sy:updatePeriod> hourly </sy:updatePeriod>
    <sy:updateFrequency>1</sy:updateFrequency>
    <generator>https://wordpress.org/?v=6.8</generator>
    <image><url>https://h.org/i.png</url><title>Not this</title>
    <link>https://not.example.org</link><width>32</width></image>
    <site xmlns="com-wordpress:feed-additions:1">7</site>"""


def rss(inside: str, head: str = "<title>T</title>", declared: str = "UTF-8") -> bytes:
    return (
        f'<?xml version="1.0" encoding="{declared}"?>\n<rss version="2.0" {SPACES}>'
        f"<channel>{head}{inside}</channel></rss>"
    ).encode()


def both(body: bytes, charset: str | None = None) -> tuple[Feed, Feed] | None:
    """A feed read in both ways; None if it is not read in the plain one."""
    page = Page(url=URL, body=body, charset=charset)
    if plain_rss(page) is None:
        return None
    plain = feeds.feed_in(page)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(feeds, "plain_rss", lambda _: None)
        return plain, feeds.feed_in(page)


@pytest.mark.parametrize(
    "inside",
    [
        POST,
        POST * 3,
        "",
        "<item></item>",
        "<item><title>a &lt;b&gt;bold&lt;/b&gt; claim</title></item>",
        "<item><title>1 &lt; 2 &amp;amp; 3</title></item>",
        "<item><title><![CDATA[a & b <i>c</i> &eacute;]]></title></item>",
        "<item><title>  a\n   b  </title><guid>https://h.org/1</guid></item>",
        "<item><guid>https://h.org/1</guid><link>https://h.org/2?a=1&amp;b=2</link></item>",
        "<item><link>https://h.org/2</link><guid>https://h.org/1</guid></item>",
        "<item><link></link><guid>https://h.org/1</guid></item>",
        "<item><content:encoded>x</content:encoded><description>y</description></item>",
        "<item><description>y</description><content:encoded/></item>",
        "<item><description>One.\n\nTwo &amp;amp; three.</description></item>",
        (
            "<item><dc:creator>Ada</dc:creator><dc:creator></dc:creator>"
            "<dc:creator>(Bob)</dc:creator></item>"
        ),
        "<item><category/><category>a</category><category>a</category></item>",
        "<item><title>x</title><enclosure url='/a.MP3' type='Audio/MPEG' length='1'/></item>",
        "<item><pubDate></pubDate></item>",
        "<item><!-- a word --><title>a<!-- b -->c</title></item>",
        "<item><title>Größe – 漢字 🌊</title><description>naïve’s</description></item>",
    ],
)
@pytest.mark.parametrize("head", ["<title>T</title>", CHANNEL])
def test_a_plain_feed_is_read_as_feedparser_reads_it(inside: str, head: str) -> None:
    read = both(rss(inside, head))
    assert read is not None
    plain, forgiven = read
    assert plain == forgiven


@pytest.mark.parametrize(
    "inside",
    [
        "<item><title>a</title><title>b</title></item>",
        "<item><title>a <b>c</b></title></item>",
        "<item><title type='html'>a</title></item>",
        "<item><link>/relative</link></item>",
        "<item><guid>12</guid></item>",
        "<item><link>https://h.org/&amp;copy;</link></item>",
        "<item><dc:creator>ada@h.org (Ada)</dc:creator></item>",
        "<item><pubDate>soon</pubDate></item>",
        "<item><description>don&#146;t</description></item>",
        "<item><title>CafÃ©</title></item>",
        "<item><media:description>x</media:description></item>",
        "<item><itunes:summary>x</itunes:summary></item>",
        "<item><dc:date>2026-01-01</dc:date></item>",
        "<item xml:base='https://h.org/'><title>a</title></item>",
        "<item><title>a &nbsp; b</title></item>",
        "<item><title>a",
        "<atom:link href='https://h.org/' rel='alternate'/>",
        "<item><unknown>x</unknown></item>",
    ],
)
def test_what_has_to_be_forgiven_is_left_to_feedparser(inside: str) -> None:
    assert plain_rss(Page(url=URL, body=rss(inside))) is None


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (rss(POST, declared="iso-8859-1"), None),
        (rss(POST), "iso-8859-1"),
        (rss(POST).decode().encode("utf-16"), None),
        (rss(POST)[:-40], None),
        (b"<!DOCTYPE rss>" + rss(POST), None),
        (rss(POST).replace(b"2.0", b"0.91", 1), None),
        (b"<html><body>Log in</body></html>", None),
        (b"", None),
    ],
)
def test_what_is_no_plain_feed_is_none(body: bytes, charset: str | None) -> None:
    assert plain_rss(Page(url=URL, body=body, charset=charset)) is None


NAMES = st.sampled_from(
    [
        "title",
        "link",
        "guid",
        "description",
        "content:encoded",
        "dc:creator",
        "category",
        "comments",
        "pubDate",
        "slash:comments",
        "wfw:commentRss",
        "enclosure",
        "author",
        "dc:date",
        "source",
        "media:title",
    ]
)
WORDS = st.one_of(
    st.sampled_from(
        [
            "https://h.org/1",
            "https://h.org/?a=1&b=2#c",
            "http://h.org",
            "Thu, 08 Jan 2026 09:30:00 +0100",
            "2026-01-08T09:30:00Z",
            "<p>“Yes,” said <b>Ada</b>.</p>",
            "a &amp; b",
            "&#8217;",
            "3",
            "",
        ]
    ),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40),
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(st.tuples(NAMES, WORDS, st.booleans()), max_size=6), max_size=3)
)
def test_whatever_is_read_in_both_ways_is_read_alike(
    items: list[list[tuple[str, str, bool]]],
) -> None:
    written = ""
    for item in items:
        written += "<item>"
        for name, words, quoted in item:
            inside = escape(words)
            if quoted and "]]>" not in words:
                inside = f"<![CDATA[{words}]]>"
            written += f"<{name}>{inside}</{name}>"
        written += "</item>"
    read = both(rss(written, CHANNEL))
    if read is not None:
        plain, forgiven = read
        assert plain == forgiven
