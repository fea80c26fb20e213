"""A page in pieces, none of its text lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.markup.tree import text_of, tree_of
from reader.text.page.pieces import key_of, pieces_of


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>a</p><p>b</p>", ["a", "b"]),
        ("a<p>b</p>c", ["a", "b", "c"]),
        ("<div>a <b>b</b><br>c<br><br>d</div>", ["a b c", "d"]),
        ("<div><span>a<div>b</div>c</span></div>", ["a", "b", "c"]),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", ["a", "b"]),
        ("<table><tr><td>a</td><td><p>b</p>c</td></tr></table>", ["a", "b", "c"]),
        ("<pre>a\n<div>b</div></pre>", ["a b"]),
        ("<p> </p><div></div>", []),
    ],
)
def test_a_page_falls_into_its_blocks(html: str, texts: list[str]) -> None:
    """Loose text between them is a piece of its own."""
    root = tree_of(f"<body>{html}</body>")

    assert root is not None
    assert [piece.text for piece in pieces_of(root)] == texts


def test_a_piece_knows_how_much_of_it_is_links() -> None:
    """A paragraph that is nothing but a link leads somewhere else."""
    root = tree_of(
        "<p><a href=x>all of it</a></p><p><a href=x>half</a> half</p><p>none</p>"
    )

    assert root is not None
    linked = [piece.linked for piece in pieces_of(root)]
    assert linked[0] == 1
    assert 0.3 < linked[1] < 0.6
    assert linked[2] == 0


TAGS = "div p span b ul li table tr td br h2 section a blockquote center"


@given(
    st.lists(
        st.sampled_from(
            [
                *(f"<{tag}>" for tag in TAGS.split()),
                *(f"</{tag}>" for tag in TAGS.split()),
                "word ",
                "text",
            ]
        ),
        max_size=40,
    )
)
def test_every_letter_is_in_exactly_one_piece(parts: list[str]) -> None:
    """However the markup is nested."""
    root = tree_of(f"<html><body>{''.join(parts)}x</body></html>")

    assert root is not None
    whole = key_of(text_of(root))
    assert sorted("".join(piece.key for piece in pieces_of(root))) == sorted(whole)
