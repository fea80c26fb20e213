"""What is put into the index is found again by any part of it that somebody types."""

from __future__ import annotations

import sqlite3

import pytest

from reader.domain.selection import Term
from reader.text.findable import findable, length_in_words, sought
from reader.text.finding import places_of_terms

TEXTS = (
    "東京都の橋は来月から10円です。iPhoneの価格",
    "图书馆周一将不再开放",
    "시장은 공사를 시작",
    "الْمِينَاءُ يفتح أبوابه من جديد",
    "שָׁלוֹם עולם",
    "ที่นี่ประเทศไทย",
    "Café in Zürich",
    "ﾃｽﾄ 半角",
)


def found(words: str) -> list[str]:
    """The texts in which an index like the library's finds some words."""
    db = sqlite3.connect(":memory:")
    db.execute(
        "CREATE VIRTUAL TABLE search USING fts5 (text, content = '', columnsize = 0,"
        " tokenize = 'unicode61 remove_diacritics 2')"
    )
    for number, text in enumerate(TEXTS):
        db.execute(
            "INSERT INTO search (rowid, text) VALUES (?, ?)", (number, findable(text))
        )
    written, begins = sought(words)
    query = f'"{written}"' + ("*" if begins else "")
    rows = db.execute("SELECT rowid FROM search WHERE search MATCH ?", (query,))
    return [TEXTS[number] for (number,) in rows]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("東京", 0),
        ("京都", 0),
        ("東京都の橋", 0),
        ("都", 0),
        ("す", 0),
        ("から10円", 0),
        ("iPhoneの価", 0),
        ("价", None),
        ("图书", 1),
        ("将不再", 1),
        ("馆一", None),
        ("시장", 2),
        ("الميناء", 3),
        ("الْمِينَاءُ", 3),
        ("ابوابه", 3),
        ("שלום", 4),
        ("ประเทศ", 5),
        ("cafe", 6),
        ("zurich", 6),
        ("テスト", 7),
    ],
)
def test_a_part_is_found(words: str, number: int | None) -> None:
    """In scripts without spaces inside a sentence; else whole words, whatever their marks."""
    assert found(words) == ([] if number is None else [TEXTS[number]])


def test_other_scripts_cost_nothing() -> None:
    """They go into the index as they are."""
    text = "“A straightforward text,” she said – naïvely."
    assert findable(text) == text


def test_an_article_is_as_long_as_its_words() -> None:
    """Two characters of a script without spaces are a word."""
    assert length_in_words("one two  three\nfour") == 4
    assert length_in_words("图书馆周一将不再开放 hello") == 6


@pytest.mark.parametrize(
    ("terms", "text", "places"),
    [
        ([Term("council", False)], "The Council of councillors", ["Council"]),
        ([Term("council", True)], "The Council of councillors", ["Council", "council"]),
        ([Term("cafe", False)], "A Café, a cafe", ["Café", "cafe"]),
        ([Term("every seat", False)], "Every  seat, every seater", ["Every  seat"]),
        ([Term("京都", False)], "東京都の橋", ["京都"]),
        ([Term("a", False), Term("a b", False)], "a b", ["a"]),
        ([Term("ffi", True)], "ﬃ", ["ﬃ"]),
        ([], "nothing", []),
    ],
)
def test_what_a_search_found_is_shown_where_it_stands(
    terms: list[Term], text: str, places: list[str]
) -> None:
    """As the index finds it: case and accents do not matter, whole words do."""
    assert [text[start:end] for start, end in places_of_terms(terms, text)] == places
