"""What is old is let go of, and never what the reader did something with."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from reader.domain.annotation import Anchor, Correction
from reader.domain.comment import Draft
from reader.domain.dates import Published
from reader.domain.identity import Identity
from reader.domain.selection import Selection
from reader.domain.source import Entry
from reader.storage import (
    articles,
    deleting,
    drafts,
    lists,
    quotations,
    retention,
    sources,
    statuses,
    tags,
)
from storage.in_memory import empty_library

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
WORDS = Anchor(exact="Title")


def entry(days: int) -> Entry:
    """An article of so many days ago; its id is one more."""
    published = (NOW - timedelta(days=days, hours=1)).isoformat()
    return Entry(
        guid=f"g{days}",
        url=f"https://example.org/{days}",
        title=f"Title {days}",
        published=Published(published),
        html=f"<p>Text {days}</p>",
    )


@pytest.fixture
def db() -> sqlite3.Connection:
    """A library with a source of ten articles; the one of n days ago has the id n + 1."""
    db = empty_library()
    sources.add(db, "https://example.org/feed", "Example")
    articles.arrive(db, 1, [entry(days) for days in reversed(range(10))], NOW)
    return db


def kept(db: sqlite3.Connection) -> list[int]:
    """How many days ago the articles are that are left."""
    rows = lists.rows(db, Selection(), 0, 20)
    return [int(row.guid[1:]) for row in rows]


def test_what_is_too_old_goes(db: sqlite3.Connection) -> None:
    assert retention.thin_out(db, 1, NOW, age=timedelta(days=4)) == 6
    assert kept(db) == [0, 1, 2, 3]


def test_what_is_too_much_goes(db: sqlite3.Connection) -> None:
    assert retention.thin_out(db, 1, NOW, number=3) == 7
    assert kept(db) == [0, 1, 2]


def test_whichever_lets_go_of_more_holds(db: sqlite3.Connection) -> None:
    retention.thin_out(db, 1, NOW, age=timedelta(days=8), number=3)
    assert kept(db) == [0, 1, 2]
    retention.thin_out(db, 1, NOW, age=timedelta(days=2), number=3)
    assert kept(db) == [0, 1]


def test_nothing_goes_that_nobody_asked_to_go(db: sqlite3.Connection) -> None:
    assert retention.thin_out(db, 1, NOW) == 0
    assert retention.thin_out(db, 1, NOW, number=99) == 0
    assert len(kept(db)) == 10


def test_what_the_reader_did_something_with_stays(db: sqlite3.Connection) -> None:
    """Starred, tagged, highlighted, corrected, commented on under any of its addresses."""
    statuses.mark(db, [10], starred=True)
    tags.change(db, [9], add=["boats"])
    quotations.highlight(db, 8, WORDS, "", NOW)
    quotations.correct(db, 7, Correction(anchor=WORDS, speaker="Eve"), NOW)
    db.execute("INSERT INTO aliases VALUES ('https://example.org/other', 5)")
    for url in ("https://example.org/5", "https://example.org/other"):
        draft = Draft(
            id=0, url=url, article="T", text="Mine.", identity=Identity(), changed=NOW
        )
        drafts.save(db, draft, NOW)
    retention.thin_out(db, 1, NOW, number=1)
    assert kept(db) == [0, 4, 5, 6, 7, 8, 9]


def test_what_went_does_not_come_back_while_its_feed_lists_it(
    db: sqlite3.Connection,
) -> None:
    """Once it lists it no more, and its text is gone, it is forgotten."""
    listed = [entry(days) for days in range(10)]
    retention.thin_out(db, 1, NOW, number=3, listed=[one.guid for one in listed])
    later = NOW + deleting.KEPT_FOR + timedelta(seconds=1)
    assert articles.arrive(db, 1, listed, later).new == 0
    retention.thin_out(db, 1, later, number=3, listed=[one.guid for one in listed])
    assert kept(db) == [0, 1, 2]
    retention.thin_out(db, 1, later, number=3, listed=["g0", "g9"])
    (known,) = db.execute("SELECT count(*) FROM articles").fetchone()
    assert known == 4
