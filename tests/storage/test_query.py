"""What is not understood of a search is named, and the rest is searched for."""

from __future__ import annotations

import pytest

from reader.storage.query import begun, query_in


@pytest.mark.parametrize(
    ("words", "part", "said", "match"),
    [
        ("is:unred council", "is:unred", "unread", '"council"'),
        ("council before:soon", "before:soon", "2020-06-26", '"council"'),
        ("council has:", "has:", "quotation", '"council"'),
        ('council "every seat', '"every seat', "not closed", '"council" "every seat"'),
        ("titel:council", "titel:", "“title:” is", '"titel council"'),
        ("title:- council", "title:-", "names no word", '"council"'),
        ("council OR mayor", "OR", "all words have to match", '"council" "mayor"'),
        ("council -…", "-…", "names no word", '"council"'),
    ],
)
def test_the_trouble_is_shown_where_it_is(
    words: str, part: str, said: str, match: str
) -> None:
    """With what would be right."""
    query = query_in(words)
    (trouble,) = query.troubles
    assert words[trouble.start : trouble.end] == part
    assert said in trouble.words
    assert query.match == match


@pytest.mark.parametrize(
    "words", ["council vote", "re:invent", "10:30", "tag:x", "", '-"a b"', "o’clock"]
)
def test_what_is_right_is_no_trouble(words: str) -> None:
    """Nor is a colon that means nothing."""
    assert query_in(words).troubles == []


def test_what_is_unread_is_looked_for_along_its_index() -> None:
    """It is no condition like others."""
    query = query_in("is:unread is:starred -is:read")
    assert query.unread
    assert query.starred
    assert len(query.where) == 1


@pytest.mark.parametrize(
    ("words", "wider"),
    [
        ("harb", "harb*"),
        ("is:unread title:harb", "is:unread title:harb*"),
        ("h", None),
        ("harb*", None),
        ('"the harb', None),
        ('"the harb"', None),
        ("-harb", None),
        ("source:harb", None),
        ("", None),
    ],
)
def test_the_last_word_may_be_only_begun(words: str, wider: str | None) -> None:
    """Where it is one, and nothing else is said of it."""
    assert begun(words) == wider


@pytest.mark.parametrize("words", ["is:nonsense", "after:gestern", "is:", "-source:"])
def test_of_what_is_not_understood_nothing_is_found(words: str) -> None:
    """A saved search that found everything would do to everything what it does."""
    assert query_in(words).where == ["0"]


def test_beside_what_is_not_understood_the_rest_is_found() -> None:
    assert query_in("is:nonsense pool").where == []
    assert query_in("is:nonsense is:unread").where == []
