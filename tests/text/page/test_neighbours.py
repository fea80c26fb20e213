"""The articles before and after, as pages link to them."""

from __future__ import annotations

import pytest

from reader.domain.article import Neighbour
from reader.domain.dates import Published
from reader.text.markup.tree import tree_of
from reader.text.page.labels import Way, labelled
from reader.text.page.neighbours import neighbours_in

URL = "https://lowfield.example/pier/"
PREVIOUS = Neighbour(
    title="Footbridge closed", url="https://lowfield.example/footbridge/"
)


@pytest.mark.parametrize(
    "html",
    [
        '<a rel="prev" href="/footbridge/">Footbridge closed</a>',
        '<div class="nav-previous"><a href="/footbridge/"><span class="meta-nav">←</span> Footbridge closed</a></div>',
        '<div class="post-navigation-link-previous wp-block-post-navigation-link"><a href="/footbridge/">Previous: Footbridge closed</a></div>',
        '<a rel="prev" href="/footbridge/"><span class="screen-reader-text">Previous post:</span> <span class="post-title">Footbridge closed</span></a>',
        '<a rel="prev" href="/footbridge/">Vorheriger Beitrag: Footbridge closed</a>',
        '<a rel="prev" href="/footbridge/" title="Footbridge closed">←</a>',
        '<link rel="prev" href="/footbridge/" title="Footbridge closed">',
        '<a rel="prev" href="/pier/comment-page-1/">Older comments</a><a rel="prev" href="/footbridge/">Footbridge closed</a>',
        '<a rel="prev" href="/pier/page/2/">2</a><a rel="prev" href="/footbridge/">Footbridge closed</a>',
    ],
)
def test_the_previous_article_is_found(html: str) -> None:
    """By what the link or the element around it says; pages of the same article are none."""
    assert neighbours(html) == (PREVIOUS, None)


def test_a_neighbours_date_stands_beside_its_link() -> None:
    """Each in its own place, even where both are parts of one."""
    previous, following = neighbours(
        '<nav><div><a rel="prev" href="/a/">A walk</a> <span class="date">4 June 2020</span></div>'
        '<div><a rel="next" href="/b/">B sides</a> <time datetime="2020-06-26">26 June</time></div></nav>'
    )

    assert previous is not None
    assert following is not None
    assert (previous.title, previous.published) == ("A walk", Published("2020-06-04"))
    assert (following.title, following.published) == (
        "B sides",
        Published("2020-06-26"),
    )


def test_a_neighbours_address_may_name_its_day() -> None:
    """Where nothing else does."""
    previous, _ = neighbours('<a rel="prev" href="/2020/06/04/walk/">A walk</a>')

    assert previous is not None
    assert previous.published == Published("2020-06-04")


def test_a_page_without_links_has_no_neighbours() -> None:
    """And one whose links lead nowhere neither."""
    assert neighbours('<p>x</p><a rel="prev" href="javascript:back()">Back</a>') == (
        None,
        None,
    )


@pytest.mark.parametrize(
    ("text", "way", "title"),
    [
        ("← Pier closed", Way.PREVIOUS, "Pier closed"),
        ("Pier closed →", Way.NEXT, "Pier closed"),
        ("Previous Post", Way.PREVIOUS, ""),
        ("Next: Pier closed", Way.NEXT, "Pier closed"),
        ("Nächster Beitrag Pier closed", Way.NEXT, "Pier closed"),
        ("Article précédent : Pier closed", Way.PREVIOUS, "Pier closed"),
        ("Next steps for the pier", None, "Next steps for the pier"),
        ("Later that day", None, "Later that day"),
        ("« Nous attendons », dit-elle", None, "« Nous attendons », dit-elle"),
        ("«Esperamos»", None, "«Esperamos»"),
    ],
)
def test_a_label_is_told_from_a_title(text: str, way: Way | None, title: str) -> None:
    """Arrows and colons make a label; the same words may begin a title."""
    assert labelled(text) == (way, title)


def neighbours(html: str) -> tuple[Neighbour | None, Neighbour | None]:
    root = tree_of(f"<html><body>{html}</body></html>")
    assert root is not None
    return neighbours_in(root, URL, "en")
