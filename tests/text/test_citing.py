from __future__ import annotations

from dataclasses import replace

import pytest

from reader.domain.article import Article, Block, BlockKind
from reader.domain.dates import Published
from reader.domain.quotation import Quotation, QuotationKind
from reader.sites.comments.wordpress import as_stored
from reader.text.citing import as_answered, as_markdown, cite, day_in_words, found_in

ARTICLE = Article(
    url="https://harbourpost.example/library",
    title="The library [on Pilot Street] stays",
    blocks=(Block(kind=BlockKind.PARAGRAPH, text="“We heard you.”\n“Twice.”"),),
    site="The Harbour Post",
    published=Published("2020-06-26"),
)
HEARD = Quotation(start=1, end=14, speaker="Ada Moreno")


def markdown(quotation: Quotation, article: Article) -> str:
    (found,) = found_in(replace(article, quotations=(quotation,)))
    return as_markdown(found)


def test_a_quotation_is_cited_with_everything_that_is_known() -> None:
    assert cite(HEARD, ARTICLE).splitlines() == [
        "“We heard you.”",
        "— Ada Moreno, “The library [on Pilot Street] stays”, The Harbour Post, 26 June 2020",
        "https://harbourpost.example/library",
    ]


def test_quotation_marks_within_a_title_are_single_ones() -> None:
    quoted = replace(ARTICLE, title="“Nobody asked us”: library stays")
    assert "— Ada Moreno, “‘Nobody asked us’: library stays”," in cite(HEARD, quoted)


def test_what_is_not_known_is_left_out() -> None:
    bare = Article(url=None, title="", blocks=ARTICLE.blocks)
    assert cite(replace(HEARD, speaker=None), bare) == "“We heard you.”"
    assert markdown(replace(HEARD, speaker=None), bare) == "> We heard you."


def test_a_block_quotation_is_given_no_marks_of_its_own() -> None:
    block = replace(HEARD, kind=QuotationKind.BLOCK)
    assert cite(block, ARTICLE).startswith("We heard you.\n")


def test_markdown_quotes_every_line_and_links_the_title() -> None:
    long = Quotation(start=1, end=len(ARTICLE.text) - 1, speaker="A*a")
    *words, source = markdown(long, ARTICLE).splitlines()
    assert words == ["> We heard you.”", "> “Twice.", ">"]
    assert source == (
        "> — A\\*a, [The library \\[on Pilot Street\\] stays]"
        "(<https://harbourpost.example/library>), The Harbour Post, 26 June 2020"
    )


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2020-06-04", "4 June 2020"),
        ("2020-12-31T23:30:00+00:00", "31 December 2020"),
    ],
)
def test_a_day_is_said_in_words(iso: str, words: str) -> None:
    assert day_in_words(Published(iso)) == words


@pytest.mark.parametrize(
    ("system", "speaker", "expected"),
    [
        (
            "wordpress",
            "Ada Moreno",
            "<blockquote>We stay.\nAll of us.\n<cite>Ada Moreno</cite></blockquote>\n\n",
        ),
        ("wordpress", None, "<blockquote>We stay.\nAll of us.</blockquote>\n\n"),
        ("isso", "Ada Moreno", "> We stay.\n> All of us.\n>\n> — Ada Moreno\n\n"),
        ("isso", None, "> We stay.\n> All of us.\n\n"),
        ("discourse", None, "> We stay.\n> All of us.\n\n"),
        (
            "wordpress-api",
            "Ada Moreno",
            "<blockquote>We stay.\nAll of us.\n<cite>Ada Moreno</cite></blockquote>\n\n",
        ),
        ("drupal", "Ada Moreno", "“We stay.\nAll of us.” (Ada Moreno)\n\n"),
        (None, None, "“We stay.\nAll of us.”\n\n"),
    ],
)
def test_a_comment_quotes_as_its_site_does(
    system: str | None, speaker: str | None, expected: str
) -> None:
    """HTML for WordPress, Markdown for Isso, plain text for everybody else."""
    assert as_answered("We stay.\nAll of us.", speaker, system) == expected


def test_what_is_quoted_in_markdown_is_no_markup() -> None:
    """Stars stay stars."""
    assert as_answered("5 * 3 * 2", None, "isso") == "> 5 \\* 3 \\* 2\n\n"


def test_wordpress_stores_what_a_comment_quotes_as_a_quotation() -> None:
    """Its markup stays; what only looks like some is text."""
    quoted = as_answered("a < b & c", "Ada", "wordpress")
    assert as_stored(quoted).strip() == (
        "<blockquote>a &lt; b &amp; c\n<cite>Ada</cite></blockquote>"
    )
