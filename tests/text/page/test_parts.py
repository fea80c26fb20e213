"""An article in several parts: which link leads to the next."""

from __future__ import annotations

import pytest

from reader.text.markup.tree import tree_of
from reader.text.page.parts import first_part, next_part

URL = "https://lowfield.example/pier/"
DECLARED = '<meta property="og:type" content="article">'


@pytest.mark.parametrize(
    ("html", "url", "expected"),
    [
        ('<div class="page-links">Pages: <span class="post-page-numbers current">1</span> <a class="post-page-numbers" href="/pier/2/">2</a></div>', URL, "/pier/2/"),
        ('<div class="page-links"><a href="/pier/">1</a> 2 <a href="/pier/3/">3</a></div>', f"{URL}2/", "/pier/3/"),
        ('<div class="page-links"><a href="/?p=7&page=2">2</a></div>', "https://lowfield.example/?p=7", "/?p=7&page=2"),
        (DECLARED + '<a rel="next" href="?page=2">Next</a>', URL, "/pier/?page=2"),
        (DECLARED + '<a href="/pier/seite-2">Weiter</a>', URL, "/pier/seite-2"),
        (DECLARED + '<a href="/story-2.html">2</a>', "https://lowfield.example/story.html", "/story-2.html"),
        (DECLARED + '<a href="/story,2.html">2</a>', "https://lowfield.example/story.html", "/story,2.html"),
        (DECLARED + '<p>Page 1 of 3 <a href="/pier/?seite=2">›</a></p>', URL, "/pier/?seite=2"),
        (DECLARED + '<link rel="next" href="/pier/2/">', URL, "/pier/2/"),
    ],
)  # fmt: skip
def test_the_next_part_is_found(html: str, url: str, expected: str) -> None:
    """By what stands around its link, or because the page declares to be an article."""
    root = tree_of(f"<html><head></head><body>{html}<p>Text.</p></body></html>")

    assert root is not None
    assert next_part(root, url) == f"https://lowfield.example{expected}"


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ('<a rel="next" href="/page/2/">Older posts</a>', "https://lowfield.example/"),
        ('<a rel="next" href="/news/page/2/">Older</a>', "https://lowfield.example/news/"),
        ('<a href="?page=2">2</a>', "https://lowfield.example/news/"),
        (DECLARED + '<a rel="next" href="/ferry/">Ferry returns</a>', URL),
        (DECLARED + '<a href="/pier/comment-page-2/#comments">Newer comments</a>', URL),
        (DECLARED + '<a href="/pier-2/2/">2</a>', URL),
        (DECLARED + '<a href="/pier/3/">3</a>', URL),
        (DECLARED + '<a href="/2020/06/2/">2</a>', "https://lowfield.example/2020/06/17/pier/"),
    ],
)  # fmt: skip
def test_other_pages_are_no_parts(html: str, url: str) -> None:
    """Lists, comments, and other articles."""
    root = tree_of(f"<html><head></head><body>{html}<p>Text.</p></body></html>")

    assert root is not None
    assert next_part(root, url) is None


def test_a_later_part_leads_to_the_first() -> None:
    """So that an article is read from its beginning."""
    root = tree_of('<div class="page-links"><a href="/pier/">1</a> 2</div>')

    assert root is not None
    assert first_part(root, f"{URL}2/") == URL
    assert first_part(root, URL) is None
