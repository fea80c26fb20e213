"""The paragraph between a title and the text."""

from __future__ import annotations

from reader.text.markup.tree import tree_of
from reader.text.page.pieces import pieces_of
from reader.text.page.standfirst import with_standfirst

STANDFIRST = "The pier has lost two planks of every ten, and nobody knows who will pay."


def test_what_is_named_so_is_added_under_the_title() -> None:
    """The same words in the menu above the title are not."""
    html = f'<p class="intro">{STANDFIRST} No.</p><h1>Pier closed</h1><p class="intro">{STANDFIRST}</p><p>Text.</p>'

    assert texts(html) == [STANDFIRST, "Text."]


def test_what_the_page_describes_itself_by_is_added() -> None:
    """Without a class name that says so."""
    html = f"<h1>Pier closed</h1><p>{STANDFIRST}</p><p>Something else that is just as long as the standfirst is.</p><p>Text.</p>"

    assert texts(html, STANDFIRST[:60]) == [STANDFIRST, "Text."]


def test_nothing_is_added_to_nothing() -> None:
    """A page without an article has no standfirst."""
    assert with_standfirst([], [], title="Pier", description=STANDFIRST) == []


def texts(html: str, description: str = "") -> list[str]:
    root = tree_of(f"<body>{html}</body>")
    assert root is not None
    pieces = pieces_of(root)
    found = with_standfirst(
        pieces, pieces[-1:], title="Pier closed", description=description
    )
    return [piece.text for piece in found]
