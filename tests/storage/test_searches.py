"""Searches with a name: kept, counted, and at work on what arrives."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

import pytest

from reader.domain.errors import CannotKeep, NotFound
from reader.domain.exchange import Freshness
from reader.domain.search import Deed, Tally
from reader.domain.selection import Selection
from reader.domain.source import Entry, Feed
from reader.storage import (
    articles,
    changes,
    doing,
    lists,
    refreshes,
    search,
    searches,
    sources,
)
from storage.in_memory import empty_library

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def db() -> sqlite3.Connection:
    """A library with a source of three articles, ids 1 to 3, that are indexed."""
    db = empty_library()
    sources.add(db, "https://example.org/feed", "Example")
    news = [
        Entry(guid=f"g{each}", url=None, title=f"Harbour {each}") for each in (3, 2, 1)
    ]
    articles.arrive(db, 1, news, NOW)
    search.index(db, [(one, "words") for one in search.waiting(db, 10)])
    return db


def arrive(db: sqlite3.Connection, *entries: Entry) -> None:
    """Let a feed bring something."""
    refreshes.take_in(
        db,
        1,
        Feed(title="Example", entries=entries),
        NOW,
        freshness=Freshness(),
        body_hash=b"",
    )


def entry(title: str, html: str = "<p>Nothing.</p>") -> Entry:
    """An article that arrives."""
    return Entry(guid=title, url=None, title=title, byline="Ada Moreno", html=html)


def test_a_search_is_kept_changed_and_forgotten(db: sqlite3.Connection) -> None:
    """Each step is taken back."""
    kept = doing.keep_search(db, "Harbour", "harbour", NOW)
    doing.keep_search(db, "harbour", "harbour is:unread", NOW)
    doing.rename_search(db, kept.id, "Port", NOW)
    doing.let_search_act(db, kept.id, Deed(starred=True, tags=("sea",)), NOW)
    doing.remove_search(db, kept.id, NOW)
    assert searches.every(db) == ()
    told = []
    seen = []
    while (change := changes.take_back(db, NOW)) is not None:
        told.append(change.words)
        seen.append(
            [(one.name, one.words, bool(one.deed)) for one in searches.every(db)]
        )
    assert told == [
        "removed the search Port",
        "changed what Port does",
        "renamed the search Harbour",
        "changed the search Harbour",
        "kept the search Harbour",
    ]
    assert seen == [
        [("Port", "harbour is:unread", True)],
        [("Port", "harbour is:unread", False)],
        [("Harbour", "harbour is:unread", False)],
        [("Harbour", "harbour", False)],
        [],
    ]


def test_two_searches_have_two_names(db: sqlite3.Connection) -> None:
    """What is taken back does not take another one's name."""
    first = doing.keep_search(db, "One", "one", NOW)
    second = doing.keep_search(db, "Two", "two", NOW)
    with pytest.raises(CannotKeep, match="already"):
        doing.rename_search(db, second.id, "ONE", NOW)
    doing.remove_search(db, first.id, NOW)
    searches.change(db, second.id, name="One")
    changes.take_back(db, NOW)
    assert [one.words for one in searches.every(db)] == ["two"]
    with pytest.raises(NotFound):
        doing.remove_search(db, first.id, NOW)


def test_what_it_finds_unread_is_counted(db: sqlite3.Connection) -> None:
    """What is read is not."""
    doing.mark(db, [2], NOW, read=True)
    assert searches.unread(db, "harbour", 5) == Tally(2, whole=True)


def test_a_search_acts_on_what_arrives(db: sqlite3.Connection) -> None:
    """On its words wherever they stand, and on nothing that was there before."""
    kept = doing.keep_search(db, "Sea", "harbour", NOW)
    doing.let_search_act(db, kept.id, Deed(read=True, starred=True, tags=("sea",)), NOW)
    arrive(
        db,
        entry("The harbour opens"),
        entry("Elsewhere", "<p>A <b>harb</b>our, far away.</p>"),
        entry("The council sits"),
    )
    marked = {one.title for one in lists.rows(db, Selection(starred=True), 0, 9)}
    assert marked == {"The harbour opens", "Elsewhere"}
    tagged = lists.rows(db, Selection(tag="sea"), 0, 9)
    assert {one.title for one in tagged} == marked
    assert all(one.read for one in tagged)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("title:harbour", ["Harbour news"]),
        ("author:moreno", ["Harbour news", "港の橋"]),
        ("-harbour", ["港の橋"]),
        ("港の", ["港の橋"]),
        ("source:example title:harbour", ["Harbour news"]),
        ("source:other", []),
        ("is:starred", []),
        ("", []),
        ("before:soon", []),
    ],
)
def test_what_arrives_is_found_as_a_search_finds(
    db: sqlite3.Connection, words: str, found: list[str]
) -> None:
    """A search for nothing acts on nothing."""
    kept = doing.keep_search(db, "Some", words, NOW)
    doing.let_search_act(db, kept.id, Deed(read=True), NOW)
    arrive(db, entry("Harbour news"), entry("港の橋"))
    rows = lists.rows(db, Selection(), 0, 9)
    assert sorted(one.title for one in rows if one.read) == found


def test_what_a_feed_lists_again_has_not_arrived_again(db: sqlite3.Connection) -> None:
    """What the reader did with it meanwhile stays."""
    kept = doing.keep_search(db, "Some", "news", NOW)
    doing.let_search_act(db, kept.id, Deed(read=True), NOW)
    arrive(db, entry("Harbour news"))
    (row,) = (one for one in lists.rows(db, Selection(), 0, 9) if one.read)
    doing.mark(db, [row.id], NOW, read=False)
    arrive(db, entry("Harbour news", "<p>More of it.</p>"))
    assert lists.counts(db, Selection()).unread == 4
