"""A browser's bookmarks as a list of subscriptions."""

from __future__ import annotations

import pytest

from reader.domain.errors import CannotUnderstand
from reader.domain.source import Subscription
from reader.sites.subscriptions import subscriptions_in

BOOKMARKS = b"""<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- Written by a browser. -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks Menu</H1>
<DL><p>
    <DT><A HREF="https://a.example/" ADD_DATE="1700000000" ICON="data:image/png;base64,AAAA">The Harbour</A>
    <DD>What comes in with the tide.
    <DT><H3 ADD_DATE="1700000000">Papers</H3>
    <DL><p>
        <DT><A HREF="https://b.example/news?a=1&amp;b=2" TAGS="coast, pier">B &amp; sons</A>
        <DT><H3>Small ones</H3>
        <DL><p>
            <DT><A FEEDURL="https://c.example/feed" HREF="https://c.example/">C</A>
        </DL><p>
        <HR>
        <DT><A HREF="https://d.example/">D</A>
    </DL><p>
    <DT><H3 PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3>
    <DL><p>
        <DT><A HREF="https://e.example/">\xc3\x89tretat</A>
        <DT><A HREF="javascript:alert(1)">A trick</A>
        <DT><A HREF="file:///etc/passwd">A file</A>
        <DT><A HREF="https://ada:secret@f.example/">Mine</A>
        <DT><A HREF="place:sort=8&maxResults=10">Most visited</A>
    </DL><p>
    <DT><A HREF="https://g.example/">Last</A>
</DL><p>
"""


def test_folders_and_tags_of_bookmarks_are_tags() -> None:
    assert subscriptions_in(BOOKMARKS).sources == (
        Subscription(
            url="https://a.example/", name="The Harbour", site="https://a.example/"
        ),
        Subscription(
            url="https://b.example/news?a=1&b=2",
            name="B & sons",
            site="https://b.example/news?a=1&b=2",
            tags=("Papers", "coast", "pier"),
        ),
        Subscription(
            url="https://c.example/feed",
            name="C",
            site="https://c.example/",
            tags=("Papers", "Small ones"),
        ),
        Subscription(
            url="https://d.example/",
            name="D",
            site="https://d.example/",
            tags=("Papers",),
        ),
        Subscription(
            url="https://e.example/", name="Étretat", site="https://e.example/"
        ),
        Subscription(url="https://g.example/", name="Last", site="https://g.example/"),
    )


def test_what_is_no_web_page_is_named() -> None:
    assert subscriptions_in(BOOKMARKS).left_out == (
        "javascript:alert(1) is no web address.",
        "file:///etc/passwd is no web address.",
        "https://f.example/ has a name and a password in it, which are not kept.",
    )


def test_bookmarks_are_known_by_their_first_line() -> None:
    one = b'<dl><dt><a href="https://a.example/">A</a></dl>'
    (source,) = subscriptions_in(
        b"\xef\xbb\xbf\n<!doctype netscape-bookmark-file-1>" + one
    ).sources
    assert source.url == "https://a.example/"
    with pytest.raises(CannotUnderstand):
        subscriptions_in(b"<!doctype html>" + one)


@pytest.mark.parametrize("rest", [b"", b"\n<DL><p></DL>", b"\0\xff" * 50])
def test_bookmarks_without_a_page_are_said_to_have_none(rest: bytes) -> None:
    with pytest.raises(CannotUnderstand, match="No bookmark"):
        subscriptions_in(b"<!DOCTYPE NETSCAPE-Bookmark-file-1>" + rest)


def test_folders_without_end_give_a_few_tags() -> None:
    deep = b"<DL><DT><H3>f%d</H3>" * 150 % tuple(range(150))
    body = (
        b"<!DOCTYPE NETSCAPE-Bookmark-file-1>"
        + deep
        + b'<DL><DT><A HREF="https://a.example/">A</A>'
    )
    (source,) = subscriptions_in(body).sources
    assert len(source.tags) == 20
