"""What becomes of articles when their source goes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.domain.annotation import Anchor, Correction
from reader.domain.selection import Selection
from reader.domain.source import Entry
from reader.storage import articles, lists, quotations, schema, sources, statuses, tags
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
