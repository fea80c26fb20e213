"""The date beside the title, against what a page tells machines."""

from __future__ import annotations

import pytest

from reader.text.markup.tree import tree_of
from reader.text.page.dating import published_in
from reader.text.page.declared import declared_in

UTC = '<meta property="article:published_time" content="2020-06-05T00:30:00Z">'


@pytest.mark.parametrize(
    ("head", "body", "iso"),
    [
        (UTC, '<h1>Pier</h1><p class="date">4 June 2020, 20:30</p>', "2020-06-04T20:30:00"),
        (UTC, '<p class="date">4 June 2020</p><h1>Pier</h1>', "2020-06-04"),
        (UTC, '<h1>Pier</h1><h2>The deck</h2><span class="meta">By Ada | 4 June 2020</span>', "2020-06-04"),
        (UTC, "<h1>Pier</h1><time>5 June 2020</time>", "2020-06-05T00:30:00+00:00"),
        (UTC, "<h1>Pier</h1><p>Updated 9 June 2020</p>", "2020-06-05T00:30:00+00:00"),
        (UTC, '<h1>Pier</h1><p class="updated">9 June 2020</p>', "2020-06-05T00:30:00+00:00"),
        (UTC, "<h1>Pier</h1><p>5/6/2020</p>", "2020-06-05T00:30:00+00:00"),
        (UTC, "<h1>Pier</h1><p>6/5/2020</p>", "2020-06-05T00:30:00+00:00"),
        (UTC, f"<h1>Pier</h1><p>{'It was closed. ' * 20}</p><p>9 June 2020</p>", "2020-06-05T00:30:00+00:00"),
        (UTC, '<h1>Pier</h1><aside class="related"><p>9 June 2020</p></aside>', "2020-06-05T00:30:00+00:00"),
        ("", "<h1>Another</h1><p>9 June 2020</p><h1>Pier</h1><p>4 June 2020</p>", "2020-06-04"),
    ],
)  # fmt: skip
def test_the_date_that_readers_see_is_meant(head: str, body: str, iso: str) -> None:
    """Unless it is one of a change, or of something else."""
    root = tree_of(f"<html><head>{head}</head><body><main>{body}</main></body></html>")

    assert root is not None
    stamp = published_in(root, declared_in(root), None, "en", "Pier")
    assert stamp is not None
    assert stamp.iso == iso
