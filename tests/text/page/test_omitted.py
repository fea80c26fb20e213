"""What an extractor passes over in the midst of an article, and is its own."""

from __future__ import annotations

import pytest

from reader.text.markup.tree import text_of, tree_of
from reader.text.page.omitted import with_omitted, with_whole_tables
from reader.text.page.pieces import Piece, pieces_of

FIRST = "The council will plant forty trees along the quay, it announced on Thursday."
LAST = "Work starts in March and ends before the summer fair opens its gates."
TABLE = (
    "<table><tr><th>Team</th><th>Won</th><th>Lost</th></tr>"
    "<tr><td>Reds</td><td>–</td><td>3</td></tr><tr><td>-</td><td>n/a</td><td>4</td></tr></table>"
)
CELLS = ["Team", "Won", "Lost", "Reds", "–", "3", "-", "n/a", "4"]


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        (TABLE, CELLS),
        (
            "<figure><img src=x alt=Quay><figcaption>The quay, 1931. Photo: Archive</figcaption></figure>",
            ["The quay, 1931. Photo: Archive"],
        ),
        ("<p>* * *</p>", ["* * *"]),
        (
            "<p>See also the <a href=x>long report</a>.</p>",
            ["See also the long report."],
        ),
        ("<p>He laughed.</p>", ["He laughed."]),
    ],
)
def test_what_stands_between_paragraphs_is_kept(markup: str, said: list[str]) -> None:
    """Short of prose though it is."""
    pieces = cut(f"<p>{FIRST}</p>{markup}<p>{LAST}</p>")

    assert texts(with_omitted(pieces, [pieces[0], pieces[-1]])) == [FIRST, *said, LAST]


def test_an_item_that_is_a_dash_is_kept() -> None:
    """Extractors compare by letters and digits, of which it has none."""
    pieces = cut(
        f"<p>{FIRST}</p><ul class=trees><li>Lime</li><li>—</li><li>Oak</li></ul><p>{LAST}</p>"
    )

    kept = with_omitted(pieces, [one for one in pieces if one.text != "—"])

    assert texts(kept) == [FIRST, "Lime", "—", "Oak", LAST]


@pytest.mark.parametrize(
    "markup",
    [
        "<p><a href=x>Ferry late again</a></p>",
        "<aside><figure><figcaption>The mayor.</figcaption></figure></aside>",
        "<div class=related-posts><p>Ferry late again.</p></div>",
        "<p class=share-text>Sharing is caring.</p>",
        "<div><p>Somebody else’s.</p></div>",
        "<table><tr><td><a href=x>Ferry late</a></td><td><a href=y>Bells recast</a></td></tr></table>",
    ],
)
def test_what_leads_elsewhere_is_left_out(markup: str) -> None:
    """Links, margins, and what has a place of its own."""
    pieces = cut(f"<div><p>{FIRST}</p>{markup}<p>{LAST}</p></div>")

    assert texts(with_omitted(pieces, [pieces[0], pieces[-1]])) == [FIRST, LAST]


def test_sentences_that_close_an_article_are_kept() -> None:
    """Up to the first line that is none."""
    closing = "See also the <a>report</a> and the <a>plan</a>."
    pieces = cut(
        f"<p>{FIRST}</p><p>{LAST}</p><p>{closing}</p><p><a>Home</a></p><p>Bye now.</p>"
    )

    assert texts(with_omitted(pieces, pieces[:2])) == [
        FIRST,
        LAST,
        "See also the report and the plan.",
    ]


@pytest.mark.parametrize(
    ("found", "said"), [(["Team", "Won", "Lost", "Reds", "3"], CELLS), (["Team"], [])]
)
def test_a_table_is_kept_whole_or_not_at_all(found: list[str], said: list[str]) -> None:
    """A cell left out would move those behind it under another head."""
    pieces = cut(f"<p>{FIRST}</p>{TABLE}<p>{LAST}</p>")
    kept = [one for one in pieces if one.text in (FIRST, LAST, *found)]

    assert texts(with_whole_tables(pieces, kept)) == [FIRST, *said, LAST]


def cut(html: str) -> list[Piece]:
    root = tree_of(f"<html><body>{html}</body></html>")
    assert root is not None
    return pieces_of(root)


def texts(pieces: list[Piece]) -> list[str]:
    return [text_of(piece.element) for piece in pieces]
