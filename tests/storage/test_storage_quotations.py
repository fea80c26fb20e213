"""Who said what, across the library; and what the reader says of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.domain.annotation import Anchor, Correction
from reader.domain.dates import Published
from reader.domain.errors import NotFound
from reader.domain.quotation import Quotation
from reader.domain.source import Entry
from reader.storage import articles, quotations, schema, sources
from reader.storage.database import connect

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEXT = "“Slow,” said Ada Moreno. “Very slow,” Tom Reid agreed."
SLOW = Quotation(start=1, end=6, speaker="Ada Moreno", cue="said", confidence=0.9)
VERY = Quotation(start=26, end=36, speaker="Tom Reid", cue="agreed", confidence=0.8)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = tmp_path / "library.sqlite3"
    connection = connect(path)
    schema.prepare(connection, path)
    yield connection
    connection.close()


def add(db: sqlite3.Connection, guid: str, day: str) -> int:
    """Add an article to the one source there is."""
    row = db.execute("SELECT id FROM sources").fetchone()
    source = (
        row[0] if row else sources.add(db, url="https://a.example/feed", name="A").id
    )
    entry = Entry(
        guid=guid,
        url=f"https://a.example/{guid}",
        title=guid,
        html=f"<p>{TEXT}</p>",
        published=Published(day),
    )
    articles.arrive(db, source, [entry], NOW)
    found = articles.find(db, f"https://a.example/{guid}")
    assert found is not None
    return found


def test_what_arrives_waits_to_be_examined(db: sqlite3.Connection) -> None:
    one = add(db, "one", "2026-02-01")
    two = add(db, "two", "2026-02-02")
    assert quotations.unexamined(db, 1, 10) == (two, one)
    quotations.keep(db, two, TEXT, [SLOW], version=1)
    assert quotations.unexamined(db, 1, 10) == (one,)


def test_a_better_finder_examines_everything_again(db: sqlite3.Connection) -> None:
    one = add(db, "one", "2026-02-01")
    quotations.keep(db, one, TEXT, [SLOW], version=1)
    assert quotations.unexamined(db, 1, 10) == ()
    assert quotations.unexamined(db, 2, 10) == (one,)


def test_every_quotation_comes_with_its_words_and_article(
    db: sqlite3.Connection,
) -> None:
    one = add(db, "one", "2026-02-01")
    quotations.keep(db, one, TEXT, [SLOW, VERY], version=1)
    first, second = quotations.every(db)
    assert (first.text, first.quotation) == ("Slow,", SLOW)
    assert (second.text, second.quotation) == ("Very slow,", VERY)
    assert first.title == "one"
    assert first.site == "A"


def test_quotations_are_asked_for_by_speaker_and_day(db: sqlite3.Connection) -> None:
    old = add(db, "old", "2026-01-01")
    new = add(db, "new", "2026-02-01")
    for article in (old, new):
        quotations.keep(db, article, TEXT, [SLOW, VERY], version=1)
    by_reid = quotations.every(db, speaker="reid")
    assert [one.article_id for one in by_reid] == [new, old]
    recent = quotations.every(db, since=NOW - timedelta(days=40))
    assert {one.article_id for one in recent} == {new}


def test_a_correction_has_the_article_examined_again(db: sqlite3.Connection) -> None:
    one = add(db, "one", "2026-02-01")
    quotations.keep(db, one, TEXT, [SLOW], version=1)
    said = Correction(anchor=Anchor(exact="Slow,"), speaker="Nobody Else")
    made = quotations.correct(db, one, said, NOW)
    assert quotations.corrections(db, one) == (said,)
    assert quotations.unexamined(db, 1, 10) == (one,)
    quotations.withdraw(db, made)
    assert quotations.corrections(db, one) == ()


def test_a_correction_is_taken_back_once(db: sqlite3.Connection) -> None:
    with pytest.raises(NotFound):
        quotations.withdraw(db, 7)


def test_a_highlight_keeps_its_note(db: sqlite3.Connection) -> None:
    one = add(db, "one", "2026-02-01")
    kept = quotations.highlight(db, one, Anchor(exact="slow"), "how slow?", NOW)
    assert quotations.highlights(db, one) == (kept,)
    assert kept.note == "how slow?"
    assert kept.made == NOW
    quotations.remove_highlight(db, kept.id)
    assert quotations.highlights(db, one) == ()


def test_the_sayings_of_some_articles_are_found_at_once(
    db: sqlite3.Connection,
) -> None:
    one, two, three = (add(db, each, "2026-02-01") for each in ("1", "2", "3"))
    for each in (one, two, three):
        quotations.keep(db, each, TEXT, [SLOW, VERY], version=1)
        quotations.highlight(db, each, Anchor(exact="Slow"), f"On {each}", NOW)
    found = quotations.in_articles(db, [three, one])
    assert [(each.article_id, each.text) for each in found] == [
        (one, "Slow,"),
        (one, "Very slow,"),
        (three, "Slow,"),
        (three, "Very slow,"),
    ]
    assert [
        (article_id, mark.note)
        for article_id, mark in quotations.highlights_in(db, [three, one])
    ] == [(one, f"On {one}"), (three, f"On {three}")]
