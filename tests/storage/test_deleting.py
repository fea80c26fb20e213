"""Articles thrown away, and brought back."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from reader.domain.article import Article
from reader.domain.ids import Ids
from reader.domain.selection import Counts, Selection
from reader.domain.source import Entry
from reader.storage import articles, deleting, lists, search, sources, statuses
from reader.storage.articles import Arrived
from storage.in_memory import empty_library

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)

NEWS = tuple(
    Entry(
        guid=f"g{number}",
        url=f"https://example.org/{number}",
        title=f"Title {number}",
        html=f"<p>The text of article {number}.</p>",
    )
    for number in (3, 2, 1)
)


@pytest.fixture
def db() -> sqlite3.Connection:
    """A library with a source of three articles, ids 1 to 3."""
    db = empty_library()
    sources.add(db, "https://example.org/feed", "Example")
    articles.arrive(db, 1, NEWS, NOW)
    return db


def test_what_is_deleted_is_in_no_list(db: sqlite3.Connection) -> None:
    """Neither it nor its number."""
    assert deleting.delete(db, [2], NOW) == Ids.of([2])
    assert [row.id for row in lists.rows(db, Selection(), 0, 10)] == [3, 1]
    assert lists.counts(db, Selection()) == Counts(2, 2)
    assert lists.counts(db, Selection(source=1)) == Counts(2, 2)


def test_no_refresh_brings_it_back(db: sqlite3.Connection) -> None:
    """Not even with another text."""
    deleting.delete(db, [2], NOW)
    changed = tuple(
        Entry(guid=one.guid, url=one.url, title=one.title, html="<p>New.</p>")
        for one in NEWS
    )
    assert articles.arrive(db, 1, changed, NOW) == Arrived(new=0, changed=2)
    assert lists.counts(db, Selection()).all == 2


def test_no_new_guid_brings_it_back(db: sqlite3.Connection) -> None:
    """A site that changes all its guids does not undo what the reader did."""
    deleting.delete(db, [2], NOW)
    renamed = tuple(
        Entry(guid=f"new-{one.guid}", url=one.url, title=one.title) for one in NEWS
    )
    for _ in range(2):
        assert articles.arrive(db, 1, renamed, NOW).new == 0
    assert lists.counts(db, Selection()).all == 2


def test_it_comes_back_as_it_was(db: sqlite3.Connection) -> None:
    """Read and starred, its text and its place in the list."""
    statuses.mark(db, [2], read=True, starred=True)
    before = lists.rows(db, Selection(), 0, 10)
    deleting.delete(db, [2, 3], NOW)
    deleting.restore(db, [2, 3])
    assert lists.rows(db, Selection(), 0, 10) == before
    assert lists.counts(db, Selection()) == Counts(3, 2)
    assert articles.copy_of(db, 2) is not None


def test_bringing_back_what_is_there_changes_nothing(db: sqlite3.Connection) -> None:
    """Undoing twice is undoing once."""
    deleting.restore(db, [1, 99])
    assert lists.counts(db, Selection()).all == 3


def test_deleting_twice_is_deleting_once(db: sqlite3.Connection) -> None:
    """Nor is there anything to delete of what is not there."""
    deleting.delete(db, [2], NOW)
    assert not deleting.delete(db, [2, 99], NOW)


def test_it_is_found_by_words_again(db: sqlite3.Connection) -> None:
    """What was to be indexed while it was away is indexed once it is back."""
    deleting.delete(db, [2], NOW)
    waiting = search.waiting(db, 10)
    search.index(db, [(one, "text") for one in waiting])
    deleting.restore(db, [2])
    search.index(db, [(one, "text") for one in search.waiting(db, 10)])
    assert lists.counts(db, Selection(words="text")).all == 3


def test_its_text_is_kept_for_a_day(db: sqlite3.Connection) -> None:
    """After that it is gone for good, though the article stays known."""
    deleting.delete(db, [2], NOW)
    deleting.let_go(db, NOW + deleting.KEPT_FOR + timedelta(seconds=1))
    left = {row[0] for row in db.execute("SELECT article_id FROM bodies")}
    assert left == {1, 3}
    assert articles.arrive(db, 1, NEWS, NOW).new == 0


def test_opening_its_address_keeps_it_anew(db: sqlite3.Connection) -> None:
    """Whoever asks for a page wants it, whatever was once deleted."""
    deleting.delete(db, [2], NOW)
    page = Article(url="https://example.org/2", title="Title 2", blocks=())
    assert articles.find(db, "https://example.org/2") is None
    kept = articles.keep_page(db, "https://example.org/2", page, NOW)
    assert articles.find(db, "https://example.org/2") == kept
    assert lists.counts(db, Selection()).all == 3
