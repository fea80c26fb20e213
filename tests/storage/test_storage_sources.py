"""What becomes of articles when their source goes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.domain.annotation import Anchor, Correction
from reader.domain.selection import Selection
from reader.domain.source import Entry
from reader.storage import (
    articles,
    changes,
    deleting,
    doing,
    lists,
    quotations,
    schema,
    sources,
    statuses,
    tags,
)
from reader.storage.database import connect

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
PLAIN, STARRED, TAGGED, MARKED, CORRECTED = range(1, 6)
WORDS = Anchor(exact="the tide")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = tmp_path / "library.sqlite3"
    connection = connect(path)
    schema.prepare(connection, path)
    source = sources.add(connection, "https://a.example/feed", "A")
    for number in range(PLAIN, CORRECTED + 1):
        entry = Entry(guid=str(number), url=None, title=f"Post {number}")
        articles.arrive(connection, source.id, [entry], NOW)
    yield connection
    connection.close()


def test_what_the_reader_did_something_with_outlives_its_source(
    db: sqlite3.Connection,
) -> None:
    statuses.mark(db, [STARRED], starred=True)
    tags.change(db, [TAGGED], add=["boats"])
    quotations.highlight(db, MARKED, WORDS, "Ask about this.", NOW)
    quotations.correct(db, CORRECTED, Correction(anchor=WORDS, speaker="Eve"), NOW)

    sources.remove(db, 1)

    kept = lists.rows(db, Selection(), 0, 10)
    assert {row.id for row in kept} == {STARRED, TAGGED, MARKED, CORRECTED}
    assert {row.source for row in kept} == {None}
    assert quotations.highlights(db, MARKED)


def test_a_tag_of_the_source_alone_keeps_none_of_its_articles(
    db: sqlite3.Connection,
) -> None:
    sources.tag(db, 1, ["coast"])
    sources.remove(db, 1)
    assert lists.rows(db, Selection(), 0, 10) == ()


def test_a_source_comes_back_with_its_articles(db: sqlite3.Connection) -> None:
    """As it was, with what had stayed behind in its place; the numbers are right."""
    sources.tag(db, 1, ["coast"])
    statuses.mark(db, [STARRED], starred=True, read=True)
    before = (sources.every(db), lists.rows(db, Selection(), 0, 20))
    doing.remove_source(db, 1, NOW)
    assert sources.every(db) == ()
    assert [row.id for row in lists.rows(db, Selection(), 0, 20)] == [STARRED]
    changes.take_back(db, NOW)
    assert (sources.every(db), lists.rows(db, Selection(), 0, 20)) == before


def test_a_source_that_was_added_again_gets_what_it_lacks(
    db: sqlite3.Connection,
) -> None:
    """Nothing stands twice in one source."""
    url = sources.find(db, 1).url
    number = lists.counts(db, Selection()).all
    doing.remove_source(db, 1, NOW)
    again = sources.add(db, url, "Again")
    entry = Entry(guid="1", url=None, title="Post 1")
    articles.arrive(db, again.id, [entry], NOW)
    changes.take_back(db, NOW)
    (source,) = sources.every(db)
    assert source.name == "Again"
    assert source.articles == len(lists.ids(db, Selection(source=source.id)))
    assert lists.counts(db, Selection()).all == number + 1


def test_a_source_taken_out_is_gone_for_good_after_a_day(
    db: sqlite3.Connection,
) -> None:
    """Its articles take no room any more."""
    doing.remove_source(db, 1, NOW)
    assert not deleting.let_go(db, NOW + deleting.KEPT_FOR + timedelta(seconds=1))
    (number,) = db.execute("SELECT count(*) FROM articles").fetchone()
    assert number == 0
