"""The footnotes an article refers to."""

from __future__ import annotations

from reader.text.markup.tree import tree_of
from reader.text.page.noted import with_footnotes
from reader.text.page.pieces import pieces_of

NOTES = (
    '<ol><li id="n1"><p>By one voice. <a href="#r1">↩</a></p></li>'
    '<li id="n2">By two.</li></ol>'
)


def texts(html: str, kept: int) -> list[str]:
    """What is kept of a page of whose pieces the first ones are the article."""
    root = tree_of(f"<body>{html}</body>")
    assert root is not None
    pieces = pieces_of(root)
    return [one.text for one in with_footnotes(root, pieces, pieces[:kept])]


def test_a_note_that_is_referred_to_is_kept() -> None:
    """The other note, and what stands between, is not."""
    html = f'<p>The vote was close.<a id="r1" href="#n1">1</a></p><p>Ad.</p>{NOTES}'
    assert texts(html, 1) == ["The vote was close.1", "By one voice. ↩"]


def test_nothing_is_added_to_an_article_without_references() -> None:
    """Whatever else on the page refers to notes."""
    html = f'<p>The vote was close.</p><p>See<a href="#n1">1</a></p>{NOTES}'
    assert texts(html, 1) == ["The vote was close."]
