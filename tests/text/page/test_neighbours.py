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


@pytest.mark.parametrize(
    "html",
    [
        '<p>« <a href="/footbridge/">Footbridge closed</a></p><p><a href="/ferry/">Ferry returns</a> »</p>',
        '<span><a href="/footbridge/">← Footbridge closed</a></span> | <a href="/ferry/">Ferry returns →</a>',
        '<p><a href="/footbridge/">Previous post: Footbridge closed</a></p><p><a href="/ferry/">Next post: Ferry returns</a></p>',
        (
            '<section><span>Previous article</span> <a href="/footbridge/">Footbridge closed</a></section>'
            '<section><span>Next article</span> <a href="/ferry/">Ferry returns</a></section>'
        ),
        '<p>Vorheriger Beitrag: <a href="/footbridge/">Footbridge closed</a></p><p>Nächster Beitrag: <a href="/ferry/">Ferry returns</a></p>',
    ],
)
def test_neighbours_are_found_by_words_and_arrows(html: str) -> None:
    """Where no theme has marked them."""
    following = Neighbour(title="Ferry returns", url="https://lowfield.example/ferry/")

    assert neighbours(f"<main><p>Text.</p><div>{html}</div></main>") == (
        PREVIOUS,
        following,
    )


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="/">« Back to the front page</a></p>',
        '<p><a href="/page/2/">Older</a> <a href="/page/4/">Newer</a></p>',
        '<p><a href="/steps/">Next steps for the harbour</a></p>',
        '<p><a href="/news/">News »</a> <a href="/sport/">Sport »</a></p>',
        '<p>Previous article: <a href="https://elsewhere.example/x/">Elsewhere</a></p>',
    ],
)
def test_other_links_with_arrows_are_no_neighbours(html: str) -> None:
    """An arrow alone may lead anywhere."""
    assert neighbours(f"<main><p>Text.</p><div>{html}</div></main>") == (None, None)


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
