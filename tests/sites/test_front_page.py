"""Front pages as lists of articles."""

from __future__ import annotations

import pytest

from reader.domain.errors import CannotUnderstand
from reader.domain.exchange import Page
from reader.sites.front_page import MOST, feed_in


def page(body: str) -> Page:
    html = f"<html lang='en'><head><meta property='og:site_name' content='Town Courier'></head><body>{body}</body></html>"
    return Page(url="https://courier.example/", body=html.encode())


def story(number: int, more: str = "") -> str:
    return (
        f"<article><a href='/2026/story-number-{number}/'><img src='/x.jpg'></a>"
        f"<h2><a href='/2026/story-number-{number}/'>The story of number {number}</a></h2>{more}</article>"
    )


def test_the_links_that_lead_to_articles_are_the_list() -> None:
    """In the page's order, once each, with their days."""
    feed = feed_in(
        page(
            "<nav><a href='/about-our-town/paper/'>About our town and its paper</a></nav><main>"
            + story(2, "<time datetime='2026-01-02T10:00:00Z'></time>")
            + story(1)
            + "<li><a href='/2025/12/31/last-of-the-year/'>The last story of the year</a>"
            "<a href='/2025/12/31/last-of-the-year/'>Read more</a></li>"
            "<a href='https://elsewhere.example/a-b-c/'>A story of somebody else</a>"
            "<a href='/tag/tides-and-more/'>All stories of the tides</a></main>"
            "<footer><a href='/2026/terms-of-our-use/'>The terms of our use</a></footer>"
        )
    )

    assert [
        (one.title, one.published and one.published.iso) for one in feed.entries
    ] == [
        ("The story of number 2", "2026-01-02T10:00:00+00:00"),
        ("The story of number 1", None),
        ("The last story of the year", "2025-12-31"),
    ]
    assert (feed.title, feed.language) == ("Town Courier", "en")
    assert all(one.summary and not one.html for one in feed.entries)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<form>Sign in to the network <a href='/terms-of-this/network/'>The terms of this network</a></form>",
        story(1) + story(2),
        "<div>" * 50_000 + "".join(map(story, range(10))),
    ],
    ids=["empty", "a sign-in", "too few", "nested"],
)
def test_a_page_that_lists_nothing_changes_nothing(body: str) -> None:
    """An error page or a captive portal is no list of articles."""
    with pytest.raises(CannotUnderstand):
        feed_in(page(body))


def test_a_list_without_end_is_bounded() -> None:
    """Only the first count."""
    assert len(feed_in(page("".join(map(story, range(500))))).entries) == MOST
