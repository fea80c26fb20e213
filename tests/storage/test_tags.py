"""The tags of articles."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime

import pytest

from reader.domain.ids import Ids
from reader.domain.selection import Selection
from reader.domain.source import Entry
from reader.storage import articles, lists, sources, tags
from reader.storage.tags import Retagging
from storage.in_memory import empty_library

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def db() -> sqlite3.Connection:
    """A library with two articles, the first with two tags."""
    db = empty_library()
    sources.add(db, "https://example.org/feed", "Example")
    news = tuple(
        Entry(guid=f"g{each}", url=None, title=f"Title {each}") for each in (2, 1)
    )
    articles.arrive(db, 1, news, NOW)
    tags.change(db, [1], add=["coast", "boats"])
    return db


def test_tags_are_in_alphabetical_order(db: sqlite3.Connection) -> None:
    """Whatever the order they were given in."""
    assert tags.of(db, 1) == ("boats", "coast")


def test_what_is_tagged_is_listed_by_its_tag(db: sqlite3.Connection) -> None:
    """The row carries all of its tags."""
    (row,) = lists.rows(db, Selection(tag="coast"), 0, 10)
    assert row.tags == ("boats", "coast")


def test_only_what_changes_is_told(db: sqlite3.Connection) -> None:
    """Who got which tag, and who lost which."""
    assert tags.change(db, [1, 2], add=["coast"]) == Retagging(
        added={"coast": Ids.of([2])}, removed={}
    )
    assert tags.change(db, [1, 2], remove=["boats"]) == Retagging(
        added={}, removed={"boats": Ids.of([1])}
    )


def test_a_change_is_taken_back(db: sqlite3.Connection) -> None:
    """Each article has its own tags again."""
    change = tags.change(db, [1, 2], add=["news"], remove=["coast"])
    tags.carry_out(db, change.back)
    assert tags.of(db, 1) == ("boats", "coast")
    assert tags.of(db, 2) == ()


def test_what_is_not_there_is_not_tagged(db: sqlite3.Connection) -> None:
    """An article that went meanwhile is passed over."""
    assert not tags.change(db, [99], add=["coast"]).ids
    tags.put_back(db, {99: ("coast",)})
    assert tags.common(db, [99]) == ()


def test_tags_are_what_they_were(db: sqlite3.Connection) -> None:
    """None is left that came since."""
    tags.change(db, [1, 2], add=["news"], remove=["coast"])
    tags.put_back(db, {1: ("boats", "coast"), 2: ()})
    assert tags.of(db, 1) == ("boats", "coast")
    assert tags.of(db, 2) == ()
