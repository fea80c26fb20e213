"""Sitemaps as lists of articles."""

from __future__ import annotations

import pytest

from reader.domain.errors import CannotUnderstand
from reader.domain.exchange import Page
from reader.sites.feeds import feed_in, looks_like_feed
from reader.sites.sitemap import best_of, is_index, sitemaps_of

SPACE = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
NEWS = "xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'"


def page(body: str) -> Page:
    return Page(url="https://harbour.example/sitemap.xml", body=body.encode())


def test_a_news_sitemap_says_titles_and_days() -> None:
    """As search engines are told them; newest first."""
    feed = feed_in(
        page(
            f"""<?xml version="1.0"?><urlset {SPACE} {NEWS}>
            <url><loc>/pier/</loc><news:news><news:publication_date>2026-01-02</news:publication_date>
            <news:title>The pier \x1b[31mopens</news:title></news:news></url>
            <url><loc>/crane/</loc><news:news><news:publication_date>2026-01-03T10:00:00Z</news:publication_date>
            <news:title>A crane falls</news:title></news:news></url></urlset>""".replace(
                "\x1b", ""
            )
        )
    )

    assert [
        (one.title, one.published and one.published.iso) for one in feed.entries
    ] == [
        ("A crane falls", "2026-01-03T10:00:00+00:00"),
        ("The pier [31mopens", "2026-01-02"),
    ]
    assert feed.title == "harbour.example"


def test_an_address_says_what_a_page_is_about() -> None:
    """Where nothing else does; lists and files are no articles."""
    feed = feed_in(
        page(
            f"""<urlset {SPACE}><url><loc>/</loc></url><url><loc>/tag/tides/</loc></url><url><loc>/a.pdf</loc></url>
            <url><loc>/2026/01/02/forty-trees-for-the-quay.html</loc></url></urlset>"""
        )
    )

    (entry,) = feed.entries
    assert entry.title == "Forty trees for the quay"
    assert entry.published is not None
    assert entry.published.iso == "2026-01-02"


def test_of_several_sitemaps_it_is_the_newest_of_articles() -> None:
    """Of tags, authors and pictures there are others."""
    index = page(
        f"""<sitemapindex {SPACE}><sitemap><loc>/tags.xml</loc><lastmod>2026-09-01</lastmod></sitemap>
        <sitemap><loc>/posts-1.xml</loc><lastmod>2025-01-01</lastmod></sitemap>
        <sitemap><loc>/posts-2.xml</loc><lastmod>2026-01-01</lastmod></sitemap></sitemapindex>"""
    )

    assert is_index(index)
    assert best_of(index) == "https://harbour.example/posts-2.xml"


def test_robots_name_a_sites_sitemaps() -> None:
    """Those come first, then the usual ones."""
    found = sitemaps_of(
        "https://harbour.example/",
        "User-agent: *\nSitemap: https://harbour.example/m.xml\nsitemap: file:///etc/passwd",
    )

    assert found[:2] == (
        "https://harbour.example/m.xml",
        "https://harbour.example/wp-sitemap.xml",
    )


@pytest.mark.parametrize(
    "body",
    [
        "<urlset>" + "<url>" * 50_000,
        '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><urlset><url><loc>&f;</loc></url></urlset>',
        '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><urlset><url><loc>&b;</loc></url></urlset>',
        "<urlset></urlset>",
    ],
    ids=["nested", "a file", "a bomb", "empty"],
)
def test_a_bad_sitemap_lists_nothing(body: str) -> None:
    """And reads no file."""
    assert looks_like_feed(page(body).body)
    with pytest.raises(CannotUnderstand):
        feed_in(page(body))
