"""Which pieces of a page are its article."""

from __future__ import annotations

from reader.text.markup.tree import tree_of
from reader.text.page.content import article_pieces
from reader.text.page.pieces import pieces_of

FIRST = "The council will plant forty trees along the quay, it announced on Thursday."
SECOND = "“We have waited ten years for this,” said Councillor Anneke Thorne."
THIRD = "Work starts in March and ends before the summer fair opens its gates."


def test_whoever_quotes_the_article_is_no_part_of_it() -> None:
    """A comment that says a paragraph again, even the last one."""
    said = chosen(
        f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p><ol><li><p>{SECOND}</p><p>{THIRD}</p></ol>",
        f"{FIRST}\n{SECOND}\n{THIRD}",
    )

    assert said == [FIRST, SECOND, THIRD]


def test_a_teaser_above_the_article_is_no_part_of_it() -> None:
    """The paragraph is taken where the others stand."""
    said = chosen(
        f"<div><p>{SECOND}</p></div><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>",
        f"{FIRST}\n{SECOND}\n{THIRD}",
    )

    assert said == [FIRST, SECOND, THIRD]


def test_a_refrain_is_kept_each_time() -> None:
    """The text has it as often as the page."""
    said = chosen(
        f"<p>{FIRST}</p><p>{SECOND}</p><p>{FIRST}</p><p>{THIRD}</p>",
        f"{FIRST}\n{SECOND}\n{FIRST}\n{THIRD}",
    )

    assert said == [FIRST, SECOND, FIRST, THIRD]


def chosen(html: str, text: str) -> list[str]:
    root = tree_of(f"<html><body>{html}</body></html>")
    assert root is not None
    return [piece.text for piece in article_pieces(root, pieces_of(root), text)]
