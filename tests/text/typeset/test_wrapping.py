from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.text.typeset.wrapping import chop, graphemes, wrap


def rows_of(text: str, width: int) -> list[str]:
    """The rows as they show, soft hyphens at their ends made visible."""
    return [
        text[row.start : row.end].replace("\u00ad", "") + "-" * row.hyphen
        for row in wrap(text, width, cell_len)
    ]


patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A machine with other things to do is no reason to fail."""

PIECES = st.sampled_from(
    [
        *"abc xyz ABC   -–—/.,;:“”‘’()\n\t",
        *"東京図書館「」、。ーっアイウ",
        *"한국어",
        "https://example.org/a/very/long/path?with=query&and=more",
        "\u00ad",
        "\u00a0",
        "\u200b",
        "\u2060",
        "\u202f",
        "e\u0301",
        "\u0301",
        "\u200d",
        "\ufe0f",
        "👩\u200d👩\u200d👧\u200d👦",
        "👍🏽",
        "🇯🇵",
        "❤\ufe0f",
        "قارئ",
        "שלום",
        "क्षि",
        "ที่นี่",
        "¹²⁴",
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)
WIDTHS = st.integers(2, 90)


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("", 10, [""]),
        ("one two three", 8, ["one two", "three"]),
        ("one two three", 7, ["one two", "three"]),
        ("a  b", 3, ["a", "b"]),
        ("first\nsecond", 20, ["first", "second"]),
        ("first\n\nthird", 20, ["first", "", "third"]),
        ("well-known facts", 6, ["well-", "known", "facts"]),
        ("pages 10-12 and on", 8, ["pages", "10-12", "and on"]),
        ("and—then it—ended", 7, ["and—", "then", "it—", "ended"]),
        ("10\u00a0km away", 6, ["10\u00a0km", "away"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        (
            "see https://example.org/path/to/page now",
            20,
            ["see", "https://example.org/", "path/to/page now"],
        ),
        ("either/or both", 9, ["either/or", "both"]),
        ("either/or both", 8, ["either/", "or both"]),
    ],
)
def test_a_row_breaks_where_one_would_break_it(
    text: str, width: int, rows: list[str]
) -> None:
    assert rows_of(text, width) == rows


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("東京の図書館", 6, ["東京の", "図書館"]),
        ("東京の図書館", 7, ["東京の", "図書館"]),
        ("灯りは消しません。", 16, ["灯りは消しませ", "ん。"]),
        ("館長は「はい」と", 8, ["館長は", "「はい」", "と"]),
        ("see 東京 now", 6, ["see 東", "京 now"]),
        ("한국어 도서관", 7, ["한국어", "도서관"]),
    ],
)
def test_chinese_and_japanese_break_between_ideographs_but_not_before_a_full_stop(
    text: str, width: int, rows: list[str]
) -> None:
    assert rows_of(text, width) == rows


def test_a_soft_hyphen_shows_only_where_the_row_ends() -> None:
    text = "hand\u00adwriting \u00abhand\u00adwriting\u00bb"
    assert rows_of(text, 30) == ["handwriting «handwriting»"]
    assert rows_of(text, 8) == ["hand-", "writing", "«hand-", "writing»"]


def test_what_is_seen_as_one_character_is_never_broken() -> None:
    family = "👩\u200d👩\u200d👧\u200d👦"
    assert rows_of(family * 4, 4) == [family * 2, family * 2]
    assert rows_of("cafe\u0301" * 2, 4) == ["cafe\u0301", "cafe\u0301"]
    assert rows_of("🇯🇵🇫🇷", 2) == ["🇯🇵", "🇫🇷"]


def test_a_no_break_space_holds_in_every_script() -> None:
    assert rows_of("«\u202fbonjour\u202f» 東", 13) == ["«\u202fbonjour\u202f»", "東"]


@patient
@given(TEXTS, WIDTHS)
def test_no_row_is_wider_than_it_may_be(text: str, width: int) -> None:
    for row in rows_of(text, width):
        shown = row.replace("\t", " ")
        assert cell_len(shown) <= width or len(list(graphemes(row))) == 1


@patient
@given(TEXTS, WIDTHS)
def test_only_white_space_and_soft_hyphens_stand_between_rows(
    text: str, width: int
) -> None:
    at = 0
    for row in wrap(text, width, cell_len):
        assert at <= row.start <= row.end
        assert not text[at : row.start].strip(" \t\n\u00ad")
        at = row.end
    assert not text[at:].strip(" \t\n\u00ad")


@patient
@given(TEXTS, WIDTHS)
def test_chopping_loses_nothing(text: str, width: int) -> None:
    text = text.replace("\n", " ")
    rows = chop(text, width, cell_len)
    assert "".join(text[row.start : row.end] for row in rows) == text


@patient
@given(TEXTS)
def test_graphemes_cover_the_text(text: str) -> None:
    spans = list(graphemes(text))
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)


@patient
@given(st.lists(st.sampled_from("abc  -–—/.,“”\n"), max_size=80).map("".join), WIDTHS)
def test_both_ways_of_breaking_agree(text: str, width: int) -> None:
    """A text that one expression breaks is broken the same grapheme by grapheme.

    Where a word is longer than a row, each may choose another place in it.
    """
    assume(all(len(word) <= width for word in text.split()))
    # White space at a line's start, which no block has, is dropped by one and kept by the other.
    text = "\n".join(line.lstrip() for line in text.split("\n"))
    slow = [one.rstrip("東") for one in rows_of(text + "\n東", width)]
    if not text.endswith("\n"):
        assert rows_of(text, width) == slow[:-1]


def test_what_counts_as_one_cell_takes_one_cell() -> None:
    """Every character that the quick way takes is as wide as it thinks."""
    from reader.text.typeset.wrapping import _ONE_CELL_EACH

    for code in range(0x20, sys.maxunicode + 1):
        character = chr(code)
        if _ONE_CELL_EACH.fullmatch(character):
            assert cell_len(character) == 1, hex(code)
            assert not unicodedata.combining(character), hex(code)


@pytest.mark.parametrize("unit", ["a", "a ", "東", "a\u0301", "\u200d", "-"])
def test_a_paragraph_of_a_hundred_thousand_words_is_broken(unit: str) -> None:
    text = unit * 100_000
    rows = wrap(text, 72, cell_len)
    assert rows[-1].end == len(text.rstrip())
