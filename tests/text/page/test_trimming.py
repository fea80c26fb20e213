"""Lines of the site's own among an article's."""

from __future__ import annotations

import pytest

from reader.text.markup.tree import tree_of
from reader.text.page.pieces import pieces_of
from reader.text.page.trimming import trimmed

PROSE = "The harbour was quiet on Tuesday, and the boats lay where they had lain all winter long. "


@pytest.mark.parametrize(
    "line",
    [
        "<p><a href=x>Read more: Ferry late again</a></p>",
        "<p>Related: <a href=x>Ferry late again</a></p>",
        "<p><b>Lea también:</b> <a href=x>Llega tarde el ferry</a></p>",
        "<p>Lesen Sie auch: <a href=x>Fähre verspätet</a></p>",
        "<p>À lire aussi : <a href=x>Le bac en retard</a></p>",
        "<div>Foto: Ada Moreno</div>",
        "<p class=credit>Photo by Tom Reid</p>",
        "<p>Share this:</p>",
        "<p>Advertisement</p>",
        "<p>© 2020 Lowfield Post. All rights reserved.</p>",
        "<p>Your email address will not be published. Required fields are marked *</p>",
    ],
)
def test_the_sites_own_line_is_left_out(line: str) -> None:
    """In the middle of an article as at its end."""
    assert kept(f"<p>{PROSE}</p>{line}<p>{PROSE}</p>") == [PROSE.strip()] * 2


@pytest.mark.parametrize(
    "line",
    [
        "<p>(Source: Harbour council)</p>",
        "<p>The newsletter of the council, which comes out four times a year, said nothing of it.</p>",
        "<p>Related to the harbour master by marriage, he would not say more.</p>",
        "<p>“Read my lips.”</p>",
        "<h2>Related work</h2>",
        "<p>Photo: Town Archive</p>",
        "<p>Photography was forbidden on the pier.</p>",
        "<p>See the council’s <a href=x>page</a> for the plan of the works.</p>",
        "<p>See also the <a href=x>long report</a>.</p>",
        "<p>Read more: <a href=x>long report</a> is where the numbers are.</p>",
        "<p>Read more: <a href=x>long report</a>, where the numbers are</p>",
        "<p>Further reading: the minutes of 1931, if you can find them.</p>",
    ],
)
def test_the_articles_own_line_stays(line: str) -> None:
    """Though it may begin with the same words."""
    texts = kept(f"<p>{PROSE}</p><p>{PROSE}</p>{line}<p>{PROSE}</p><p>{PROSE}</p>")

    assert len(texts) == 5 if not line.startswith("<h2") else 4


def test_what_stands_over_the_text_is_said_elsewhere() -> None:
    """Title, date and author."""
    html = f"<h1>Pier closed</h1><p>4 June 2020</p><p>Ada Moreno</p><p>{PROSE}</p><p>4 June 2020</p>"

    assert kept(html, "Pier closed", "Ada Moreno") == [PROSE.strip(), "4 June 2020"]


def test_a_section_of_links_goes_with_its_heading() -> None:
    """What to read next is no part of what was read."""
    html = f"<p>{PROSE}</p><p>{PROSE}</p><h3>You may also like</h3><ul><li><a href=a>Ferry late</a></li><li><a href=b>Bells recast</a></li></ul>"

    assert kept(html) == [PROSE.strip()] * 2


def kept(html: str, title: str = "", byline: str | None = None) -> list[str]:
    root = tree_of(f"<body>{html}</body>")
    assert root is not None
    return [piece.text for piece in trimmed(pieces_of(root), title, byline)]
