"""An article's title, without the name of its site."""

from __future__ import annotations

import pytest

from reader.text.markup.tree import tree_of
from reader.text.page.declared import declared_in
from reader.text.page.headline import headline_of

URL = "https://lowfield.example/news/pier/"


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (
            "<title>Pier closed - Lowfield Post</title>",
            "<h1>Pier closed</h1>",
            "Pier closed",
        ),
        ("<title>Pier closed | Lowfield Post</title>", "", "Pier closed"),
        (
            "<title>Lowfield Post » Pier closed for good</title>",
            "<h1><a href='/'>Lowfield Post</a></h1><h2>Pier closed for good</h2>",
            "Pier closed for good",
        ),
        (
            "<title>Pier closed</title>",
            "<h1><span class=kicker>Harbour</span> Pier closed</h1>",
            "Pier closed",
        ),
        (
            '<title>x</title><meta property="og:title" content="Pier closed"><meta property="og:site_name" content="x">',
            "",
            "Pier closed",
        ),
        (
            "<title>Spider-Man - a review - Lowfield</title>",
            "<h1>Spider-Man - a review</h1>",
            "Spider-Man - a review",
        ),
        (
            "<title>News</title>",
            "<h1>Pier closed after storm</h1>",
            "Pier closed after storm",
        ),
        ("", "<p>nothing</p>", ""),
        (
            '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Pier &amp; quay"}</script>',
            "",
            "Pier & quay",
        ),
        (
            '<script type="application/ld+json">{broken</script><title>Pier</title>',
            "",
            "Pier",
        ),
    ],
)
def test_the_title_is_found(head: str, body: str, expected: str) -> None:
    """In the heading that agrees with what the page calls itself, or without one."""
    root = tree_of(f"<html><head>{head}</head><body>{body}</body></html>")

    assert root is not None
    assert headline_of(root, declared_in(root), None, URL) == expected
