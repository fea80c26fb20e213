"""What a text quotes: marks of every custom, spans and what is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.article import BETWEEN_BLOCKS, Article, Block, BlockKind
from reader.domain.quotation import Quotation, QuotationKind
from reader.text.quotations import quotations_in, quotations_of
from reader.text.quoted.blockquotes import BlockQuote


def quoted(text: str, language: str = "en") -> list[str]:
    return [text[one.start : one.end] for one in quotations_in(text, language=language)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The tide is out,” said Mara Orr.", "The tide is out,"),
        ('"The tide is out," said Mara Orr.', "The tide is out,"),
        ("‘The tide isn’t out,’ said Mara Orr.", "The tide isn’t out,"),
        ("'The tide isn't out,' said Mara Orr.", "The tide isn't out,"),
        ("«The tide is out», said Mara Orr.", "The tide is out"),
        ("« The tide is out », said Mara Orr.", "The tide is out"),
        ("»The tide is out«, said Mara Orr.", "The tide is out"),
        ("»The tide is out», said Mara Orr.", "The tide is out"),
        ("„The tide is out“, said Mara Orr.", "The tide is out"),
        ("„The tide is out”, said Mara Orr.", "The tide is out"),
        ("”The tide is out”, said Mara Orr.", "The tide is out"),
        ("”The tide is out,“ said Mara Orr.", "The tide is out,"),
        ('“The tide is out," said Mara Orr.', "The tide is out,"),
        ("‹The tide is out›, said Mara Orr.", "The tide is out"),
        ("``The tide is out,'' said Mara Orr.", "The tide is out,"),
        ("`The tide is out,' said Mara Orr.", "The tide is out,"),
        (",,The tide is out'', said Mara Orr.", "The tide is out"),
        ("&ldquo;The tide is out,&rdquo; said Mara Orr.", "The tide is out,"),
        ("“ The tide is out, ” said Mara Orr.", "The tide is out,"),
        ("オルさんは「今は潮が引いています」と話した。", "今は潮が引いています"),
    ],
)
def test_every_custom_of_marks_is_read(text: str, words: str) -> None:
    assert quoted(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "It’s the workers’ club, and in the ’80s it was the Queens’ Head.",
        "‘Twas the night of the storm; he came from the ‘burbs and wouldn’t stay.",
        'The shelf is 5\' 9" high and the board 30" wide.',
        'Type echo("tide") and wait.',
        "The wreck lies at 51° 12′ 40″ N.",
        "The “fresh” fish had been frozen for a year.",
        "She sang “Low Water” from the album “Harbour”.",
        "The word “neap” rhymes with “sheep”.",
        "William “Tug” Orr went to sea at twelve.",
        "Bring:\n- a torch\n- a rope\nThe hut — a small one — is open.",
    ],
)
def test_what_nobody_says_is_no_quotation(text: str) -> None:
    assert quoted(text) == []


def test_a_quotation_over_paragraphs_is_one_from_first_mark_to_last() -> None:
    text = "“We came.\n\n“We saw nobody.\n\n“We left,” said Mara Orr."

    (found,) = quotations_in(text, language="en")

    assert text[found.start : found.end] == "We came.\n\n“We saw nobody.\n\n“We left,"
    assert found.speaker == "Mara Orr"


def test_straight_marks_over_paragraphs_do_not_turn_the_rest_inside_out() -> None:
    text = '"We came.\n\n"We left," said Mara Orr.\n\nIt rained. "It always does," she said.'
    assert quoted(text) == ['We came.\n\n"We left,', "It always does,"]


def test_a_missing_mark_costs_its_own_paragraph_alone() -> None:
    text = "“We came, said Mara Orr.\n\nIt rained.\n\n“We left,” said Tom Hale."
    assert quoted(text) == ["We came, said Mara Orr.", "We left,"]


def test_a_statement_that_closes_paragraphs_later_is_one() -> None:
    text = "The club said: “We came.\n\nWe saw nobody.\n\nWe left.”"
    assert quoted(text) == ["We came.\n\nWe saw nobody.\n\nWe left."]


def test_what_is_nested_is_part_of_what_it_stands_in() -> None:
    text = "“He looked up and said ‘never,’ and ‘never’ it was,” Mara Orr recalled."
    assert quoted(text) == ["He looked up and said ‘never,’ and ‘never’ it was,"]


def test_an_interruption_parts_two_quotations_of_one_speaker() -> None:
    found = quotations_in("“We came,” Mara Orr said, “too late.”", language="en")
    assert [one.speaker for one in found] == ["Mara Orr", "Mara Orr"]


def test_an_inch_inside_a_quotation_does_not_close_it() -> None:
    assert quoted('"The 9" model sank," said Tom Hale.') == ['The 9" model sank,']


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        (
            "fr",
            "— Tu pars ? demanda Luc.\n— Demain, répondit Anne.",
            ["Tu pars ?", "Demain,"],
        ),
        ("es", "—Me quedo —dijo Ana—. Hace frío.", ["Me quedo", "Hace frío."]),
        ("ru", "— Я остаюсь, — сказала Анна. — Холодно.", ["Я остаюсь,", "Холодно."]),
        (
            "en",
            "—Come in, said Dan Orr.\n\n—I will not, said Peg.",
            ["Come in,", "I will not,"],
        ),
        (
            "fr",
            "« Je reste, dit Claire Aubin, mais j’ai froid. »",
            ["Je reste,", "mais j’ai froid."],
        ),
    ],
)
def test_what_a_narrator_puts_between_is_left_out(
    language: str, text: str, words: list[str]
) -> None:
    assert [one.rstrip(",") for one in quoted(text, language)] == [
        one.rstrip(",") for one in words
    ]


def test_lines_that_begin_with_an_angle_are_a_block_quotation() -> None:
    text = "In her log Mara Orr wrote:\n\n> The lamp was out. Nobody came.\n\nIt is undated."

    (found,) = quotations_in(text, language="en")

    assert text[found.start : found.end] == "The lamp was out. Nobody came."
    assert (found.kind, found.speaker) == (QuotationKind.BLOCK, "Mara Orr")


def test_a_signature_names_the_speaker_and_is_not_quoted() -> None:
    text = "> The ferry is back.\n> — Kit Moran (@kit) May 3"

    (found,) = quotations_in(text, language="en")

    assert text[found.start : found.end] == "The ferry is back."
    assert found.speaker == "Kit Moran"


def test_a_cited_block_is_by_whom_it_cites() -> None:
    text = "Before.\n\nThe lamp was out.\n\nAfter."
    block = BlockQuote(9, 26, cite="Mara Orr")

    (found,) = quotations_in(text, language="en", quoted=[block])

    assert (found.start, found.end, found.speaker) == (9, 26, "Mara Orr")


def test_nothing_is_quoted_in_code() -> None:
    text = "Run this:\n\nprint(“all is well,”) said Mara Orr\n\nThen stop."
    assert quotations_in(text, language="en", apart=[(11, 47)]) == ()


def test_blocks_are_read_in_the_offsets_of_the_articles_text() -> None:
    blocks = (
        Block(kind=BlockKind.HEADING, text="The lamp", level=2),
        Block(kind=BlockKind.RULE, text=""),
        Block(kind=BlockKind.PARAGRAPH, text="Mara Orr wrote:"),
        Block(kind=BlockKind.PARAGRAPH, text="It was out. 🌊", quoted=1),
        Block(kind=BlockKind.PARAGRAPH, text="Nobody came.", quoted=1),
        Block(kind=BlockKind.CODE, text="“not said,” said Nobody Atall."),
        Block(kind=BlockKind.PARAGRAPH, text="“I came,” said Tom Hale."),
    )
    article = Article(url=None, title="The lamp", blocks=blocks)

    found = quotations_of(blocks, language="en")

    assert [article.text[one.start : one.end] for one in found] == [
        f"It was out. 🌊{BETWEEN_BLOCKS}Nobody came.",
        "I came,",
    ]
    assert [one.speaker for one in found] == ["Mara Orr", "Tom Hale"]


def test_two_block_quotations_with_their_own_cites_stay_two() -> None:
    blocks = (
        Block(kind=BlockKind.PARAGRAPH, text="One.", quoted=1, cite="Mara Orr"),
        Block(kind=BlockKind.PARAGRAPH, text="Two.", quoted=1, cite="Tom Hale"),
    )
    found = quotations_of(blocks, language="en")
    assert [one.speaker for one in found] == ["Mara Orr", "Tom Hale"]


def test_a_text_without_marks_holds_no_quotations() -> None:
    assert quotations_in("Nothing was said.") == ()
    assert quotations_in("") == ()


def test_the_language_is_told_from_the_text() -> None:
    text = "„Das Wasser ist weg“, sagte die Bürgermeisterin der Stadt, und sie ging nach Hause."
    (found,) = quotations_in(text)
    assert found.cue == "sagte"


def test_quotations_come_in_order_and_do_not_overlap() -> None:
    text = "“One,” said Mara Orr.\n\n> Two.\n\n“Three,” said Tom Hale. “Four.”"
    found: tuple[Quotation, ...] = quotations_in(text, language="en")
    assert len(found) == 4
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(
    st.text(alphabet="“”‘’\"'«»„「」『』—–- .,:?!\n>aAbBsS09<q/>é🌊\x00", max_size=120)
)
def test_no_text_is_too_odd_to_read(text: str) -> None:
    found = quotations_in(text, language="en")
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(
    st.lists(
        st.sampled_from(
            [
                "“",
                "”",
                "said",
                "Mara Orr",
                "the council",
                "she",
                ", ",
                ". ",
                " ",
                "\n\n",
                "according to",
                "We came",
                "of the",
                ": ",
                "and",
                "— ",
            ]
        ),
        max_size=60,
    ),
    st.sampled_from(["en", "de", "fr", "es", "pt", "it", "nl", "ar", "pl", None]),
)
def test_no_sentence_is_too_odd_to_attribute(
    words: list[str], language: str | None
) -> None:
    for one in quotations_in(" ".join(words), language=language):
        assert one.speaker is None or one.speaker.strip()
