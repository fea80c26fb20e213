"""From a page to its feeds."""

from __future__ import annotations

import pytest

from reader.domain.exchange import Page
from reader.sites.discovery import feeds_in, usual_addresses

RSS, ATOM = "application/rss+xml", "application/atom+xml"


def page(html: str = "", links: tuple[tuple[str, str, str], ...] = ()) -> Page:
    return Page(
        url="https://harbour.example.org/news/", body=html.encode(), links=links
    )


def link(href: str, title: str = "", media: str = RSS, rel: str = "alternate") -> str:
    return f'<link rel="{rel}" type="{media}" title="{title}" href="{href}">'


def test_a_page_names_its_feeds_in_head_headers_and_links() -> None:
    found = feeds_in(
        page(
            f'<head>{link("rss", "Main")}</head><body><a rel="feed" type="{ATOM}" href="/b">',
            (("https://harbour.example.org/h", "alternate", RSS),),
        )
    )
    assert [one.url for one in found] == [
        "https://harbour.example.org/h",
        "https://harbour.example.org/news/rss",
        "https://harbour.example.org/b",
    ]


def test_a_base_moves_them() -> None:
    (one,) = feeds_in(page('<base href="https://other.example/x/">' + link("feed")))
    assert one.url == "https://other.example/x/feed"


@pytest.mark.parametrize(
    "link_",
    [
        link("/comments/feed/", "Harbour » Comments Feed"),
        link("/post/feed/", "Harbour » The plan Comments Feed"),
        link("/post/feed/", "Hafen » Kommentar-Feed zu Der Plan"),
        link("/feeds/comments/default", "x"),
        link("/?feed=comments-rss2", "x"),
        link("javascript:x"),
        link("file:///etc/passwd"),
        link("/x", media="text/html"),
        link("/x", rel="stylesheet"),
        link(""),
    ],
)
def test_what_is_no_feed_of_articles_is_left_out(link_: str) -> None:
    assert feeds_in(page(link_)) == ()


def test_formats_of_one_feed_are_one() -> None:
    found = feeds_in(
        page(
            link("/feed.rss", "News (RSS)")
            + link("/feed.atom", "News (Atom)", ATOM)
            + link("/feed.json", "News", "application/feed+json")
            + link("/sport.rss", "Sport")
        )
    )
    assert [one.url.rsplit("/", 1)[1] for one in found] == ["feed.rss", "sport.rss"]


@pytest.mark.parametrize("body", [b"", b"\0\xff" * 100, b"<" * 10_000])
def test_a_page_that_is_none_names_nothing(body: bytes) -> None:
    assert feeds_in(Page(url="https://x.example/", body=body, charset="nonsense")) == ()


def test_a_wordpress_has_its_feed_where_it_is_installed() -> None:
    api = (("https://harbour.example.org/blog/wp-json/", "https://api.w.org/", ""),)
    likely = usual_addresses("https://harbour.example.org/blog/post/", page("", api))
    assert likely[0] == "https://harbour.example.org/blog/feed/"
    assert "https://harbour.example.org/feed/" in likely
    assert len(likely) == len(set(likely))
