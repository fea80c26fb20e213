"""What a search finds is the same, whichever way it is gone through."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.dates import Published
from reader.domain.selection import Selection
from reader.domain.source import Entry
from reader.storage import (
    articles,
    chosen,
    finding,
    lists,
    matching,
    search,
    sources,
    statuses,
    tags,
)
from reader.storage.query import query_in
from reader.text.findable import spelled
from storage.in_memory import empty_library

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
WORDS = ("tide", "tidal", "tides", "council", "ferry", "Fähre", "mill")
MANY = 60


def _library() -> sqlite3.Connection:
    db = empty_library()
    for name in ("Harbour", "Market", "Mill"):
        sources.add(db, f"https://{name}.example/feed", name)
    sources.tag(db, 2, ["coast"])
    for number in range(MANY):
        said = [word for at, word in enumerate(WORDS) if number % (at + 2) == 0]
        entry = Entry(
            guid=str(number),
            url=f"https://a.example/{number}",
            title=f"Number {number}",
            html=f"<p>{' '.join(said)}</p>",
            published=Published((NOW - timedelta(hours=7 * number)).isoformat()),
            comment_count=number % 5 or None,
        )
        articles.arrive(db, number % 3 + 1, [entry], NOW)
    statuses.mark(db, range(1, 40), read=True)
    statuses.mark(db, range(1, MANY, 9), starred=True)
    tags.change(db, [3, 30, 45], add=["boats"])
    search.index(db, [(one, one.html) for one in search.waiting(db, MANY)])
    return db


LIBRARY = _library()

TERMS = (
    *WORDS,
    "ti*",
    "fä*",
    '"tide tid"*',
    "title:num*",
    "title:tide",
    "-tide",
    "-ti*",
    "-mill",
    "nothing",
    "noth*",
    "is:unread",
    "is:read",
    "is:starred",
    "-is:starred",
    "source:market",
    "-source:market",
    "tag:coast",
    "tag:boats",
    "has:tag",
    "has:comment",
    "-has:comment",
    "has:quotation",
    "before:2026-02-25",
    "after:2026-02-20",
)


@settings(deadline=None, max_examples=300)
@given(
    words=st.lists(st.sampled_from(TERMS), max_size=4),
    selection=st.sampled_from(
        [
            Selection(),
            Selection(source=2),
            Selection(tag="coast"),
            Selection(unread=True),
            Selection(starred=True),
            Selection(oldest_first=True),
            Selection(oldest_first=True, unread=True),
        ]
    ),
    few=st.sampled_from([0, 4, 1_000]),
    window=st.sampled_from([1, 7, 1_000]),
)
def test_a_search_finds_what_each_article_says(
    words: list[str], selection: Selection, few: int, window: int
) -> None:
    """Along the index, along the few it can be, or window by window."""
    asked = {
        field: getattr(selection, field)
        for field in ("source", "tag", "unread", "starred", "oldest_first")
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(chosen, "FEW", few)
        patch.setattr(finding, "_SOUGHT_ONE_BY_ONE", window)
        patch.setattr(finding, "_FIRST_WINDOW", window)
        together = Selection(words=" ".join(words), **asked)
        found = finding.find(LIBRARY, together)
    alone = [
        set(lists.ids(LIBRARY, Selection(words=word, **asked))) for word in words
    ] or [set(lists.ids(LIBRARY, Selection(**asked)))]
    everything = lists.each(LIBRARY, Selection(oldest_first=selection.oldest_first))
    wanted = set.intersection(*alone)
    assert found.ids == tuple(one for one in everything if one in wanted)
    assert found.ended
    assert not found.more
    assert found.unread == sum(
        row.read is False for row in lists.these(LIBRARY, found.ids)
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("tide", "tide"),
        ("ti*", "tide tidal tides"),
        ("-tide", "tide"),
        ("-ti*", "tide tidal tides"),
        ("fahr*", "Fähre"),
        ("FÄ*", "Fähre"),
    ],
)
def test_it_finds_what_is_said(words: str, said: str) -> None:
    """And nothing else."""
    without = words.startswith("-")
    places = {word: at + 2 for at, word in enumerate(WORDS)}
    numbers = {
        number
        for number in range(MANY)
        if any(number % places[word] == 0 for word in said.split()) is not without
    }
    found = finding.find(LIBRARY, Selection(words=words))
    assert {int(row.guid) for row in lists.these(LIBRARY, found.ids)} == numbers


def test_no_more_are_found_than_are_wanted() -> None:
    """And that there are more is known."""
    found = finding.find(LIBRARY, Selection(words="tide"), most=5)
    assert len(found.ids) == 5
    assert found.more
    exactly = finding.find(LIBRARY, Selection(words="tide"), most=MANY // 2)
    assert not exactly.more


def test_what_takes_too_long_is_broken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found so far is told, and that it is not all."""
    monkeypatch.setattr(finding, "_LOOKS", 1)
    found = finding.find(LIBRARY, Selection(words="-tide -noth*"), seconds=-1)
    assert not found.ended
    assert not found.more
    assert finding.find(LIBRARY, Selection(words="tide")).ended


def test_words_that_are_begun_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless they are too many, or how they are spelled is not certain."""
    (named,) = [matching.expression(LIBRARY, query_in("title:x ti*"))]
    assert named == 'title : "x" AND ("tidal" OR "tide" OR "tides")'
    assert matching.expression(LIBRARY, query_in("Ǡ*")) == '"Ǡ"*'
    monkeypatch.setattr(matching, "_MOST_WORDS", 2)
    assert matching.expression(LIBRARY, query_in("ti*")) == '"ti"*'


def test_a_word_is_spelled_as_the_index_spells_it() -> None:
    """Each letter there is: one that is spelled otherwise would not be found."""
    letters = [chr(code) for code in range(0x21, 0xD800) if chr(code).isalnum()]
    sure = {one: spelled(f"q{one}q") for one in letters}
    db = sqlite3.connect(":memory:")
    db.execute(
        """
        CREATE VIRTUAL TABLE words USING fts5 (
            text, tokenize = 'unicode61 remove_diacritics 2')
        """
    )
    db.execute("CREATE VIRTUAL TABLE terms USING fts5vocab (words, instance)")
    db.executemany(
        "INSERT INTO words (rowid, text) VALUES (?, ?)",
        ((ord(one), f"q{one}q") for one in letters),
    )
    indexed = {
        chr(row): term for term, row in db.execute("SELECT term, doc FROM terms")
    }
    assert len([one for one in letters if sure[one] is not None]) > 40_000
    assert [one for one in letters if sure[one] not in (None, indexed[one])] == []
