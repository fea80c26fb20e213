"""Who published an article, where and when."""

from __future__ import annotations

import pytest

from reader.text.markup.tree import tree_of
from reader.text.page.byline import byline_in
from reader.text.page.dating import published_in
from reader.text.page.declared import declared_in
from reader.text.page.imprint import language_in, site_in

URL = "https://www.lowfield.example/pier/"
GRAPH = """<script type="application/ld+json">{"@graph":[{"@type":"Person","@id":"#a","name":"Ada Moreno"},
{"@type":["Article","BlogPosting"],"author":{"@id":"#a"},"datePublished":"2020-06-04T10:30:00+01:00",
"publisher":{"name":"Lowfield Post"},"inLanguage":"en-GB"}]}</script>"""


@pytest.mark.parametrize(
    ("html", "iso"),
    [
        (GRAPH, "2020-06-04T10:30:00+01:00"),
        (
            '<meta property="article:published_time" content="2020-06-04T09:30:00Z">',
            "2020-06-04T09:30:00+00:00",
        ),
        (
            '<time class="entry-date published" datetime="2020-06-04">4 June</time>',
            "2020-06-04",
        ),
        (
            '<meta name="date" content="2020-06-04"><time datetime="2020-06-04T10:30:00+01:00">x</time>',
            "2020-06-04T10:30:00+01:00",
        ),
        ('<span class="posted-on">Posted on 4 June 2020</span>', "2020-06-04"),
        (
            '<div class="comments"><time datetime="2021-01-01">x</time></div><p>4 June 2020</p>',
            "2020-06-04",
        ),
        ("<p>Lowfield, 4 June 2020 – The pier is closed.</p>", "2020-06-04"),
        ('<meta name="date" content="0000-00-00"><p>x</p>', None),
    ],
)
def test_the_date_is_as_exact_as_the_page(html: str, iso: str | None) -> None:
    """With the page's own offset, or none; a comment's date is not the article's."""
    root = tree_of(f"<html><body><main>{html}</main></body></html>")

    assert root is not None
    found = published_in(root, declared_in(root), URL, "en")
    assert (found and found.iso) == iso


@pytest.mark.parametrize(
    ("html", "byline"),
    [
        (GRAPH, "Ada Moreno"),
        ('<meta name="author" content="By Ada Moreno">', "Ada Moreno"),
        ('<a rel="author" href="/ada">Ada Moreno</a>', "Ada Moreno"),
        ('<span class="byline">Von Ada Moreno am 4. Juni 2020</span>', "Ada Moreno"),
        ('<meta name="author" content="admin">', None),
        ('<div class="comment"><span class="vcard">Tom</span></div>', None),
    ],
)
def test_the_author_is_named_without_by(html: str, byline: str | None) -> None:
    """And without the date beside the name."""
    root = tree_of(f"<html><body>{html}</body></html>")

    assert root is not None
    assert byline_in(root, declared_in(root)) == byline


@pytest.mark.parametrize(
    ("html", "site"),
    [
        ('<meta property="og:site_name" content="Lowfield Post">', "Lowfield Post"),
        (GRAPH, "Lowfield Post"),
        (
            '<p class="wp-block-site-title"><a href="/">Lowfield Post</a></p>',
            "Lowfield Post",
        ),
        (
            '<title>Pier closed – Lowfield Post</title><a href="/">Lowfield Post</a>',
            "Lowfield Post",
        ),
        (
            '<title>Pier closed | Lowfield Post</title><link rel="alternate" title="Lowfield Post » Feed" href="/feed">',
            "Lowfield Post",
        ),
        (
            '<title>Pier closed – for good</title><a href="/">Home</a>',
            "lowfield.example",
        ),
        ("<p>x</p>", "lowfield.example"),
    ],
)
def test_the_site_has_a_name(html: str, site: str) -> None:
    """Its own, or its host's."""
    root = tree_of(f"<html><body>{html}</body></html>")

    assert root is not None
    assert site_in(declared_in(root), root, URL) == site


def test_a_page_is_believed_for_its_words() -> None:
    """Templates declare English over texts in every language."""
    text = (
        "Der Rat sagte am Montag, dass er nicht für die neue Brücke zahlen werde. " * 8
    )
    root = tree_of(f'<html lang="en"><body><p>{text}</p></body></html>')

    assert root is not None
    assert language_in(root, declared_in(root), text) == "de"
