"""Everything out of the library, a piece at a time."""

from __future__ import annotations

import sqlite3
import tracemalloc
from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.domain.annotation import Anchor, Correction
from reader.domain.dates import Published
from reader.domain.quotation import Quotation
from reader.domain.selection import Selection
from reader.domain.source import Entry
from reader.services.desk import Desk
from reader.services.exporting import Exporting
from reader.storage import articles, quotations, sources, statuses
from reader.storage.database import Database

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEXT = "“It is late,” said Ada Moreno. “It is,” Tom Reid agreed."


def fill(db: sqlite3.Connection, number: int, html: str = f"<p>{TEXT}</p>") -> None:
    """Add articles of one source, the last the newest."""
    source = sources.add(
        db, "https://ada:secret@a.example/feed", "A", tags=["coast"]
    ).id
    first = NOW - timedelta(minutes=number)
    entries = [
        Entry(
            guid=str(each),
            url=f"https://a.example/{each}",
            title=f"Title {each}",
            published=Published((first + timedelta(minutes=each)).isoformat()),
            html=html,
        )
        for each in range(number)
    ]
    articles.arrive(db, source, entries[::-1], NOW)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = await Database.open(tmp_path / "library.sqlite3")
    yield opened
    await opened.close()


@pytest.fixture
async def exporting(database: Database) -> AsyncIterator[Exporting]:
    async with Desk() as desk:
        yield Exporting(database, desk, lambda: NOW)


async def titles(
    exporting: Exporting, selection: Selection, limit: int | None = None
) -> list[str]:
    async with aclosing(exporting.articles(selection, limit)) as every:
        return [one.listed.title async for one in every]


async def test_every_article_comes_once_the_newest_first(
    database: Database, exporting: Exporting
) -> None:
    await database.run(fill, 450, "")
    expected = [f"Title {number}" for number in reversed(range(450))]
    assert await titles(exporting, Selection()) == expected
    for limit in (1, 200, 201, 1000):
        assert await titles(exporting, Selection(), limit) == expected[:limit]


async def test_a_selection_is_all_that_comes(
    database: Database, exporting: Exporting
) -> None:
    await database.run(fill, 5)
    await database.run(statuses.mark, [1, 3], starred=True)
    await database.run(statuses.mark, [3], read=True)
    assert await titles(exporting, Selection(starred=True)) == ["Title 2", "Title 0"]
    assert await titles(exporting, Selection(starred=True, unread=True)) == ["Title 0"]
    assert len(await titles(exporting, Selection(tag="coast"))) == 5
    assert await titles(exporting, Selection(source=99)) == []


async def test_an_article_comes_as_it_is_read(
    database: Database, exporting: Exporting
) -> None:
    await database.run(fill, 1)
    said = Correction(
        anchor=Anchor(exact="It is late,", prefix="“", suffix="”"), speaker="Eve"
    )
    await database.run(quotations.correct, 1, said, NOW)
    async with aclosing(exporting.articles(Selection())) as every:
        (one,) = [each async for each in every]
    assert one.article.text == TEXT
    assert [each.speaker for each in one.article.quotations] == ["Eve", "Tom Reid"]


async def test_offsets_count_in_the_text_without_its_passwords(
    database: Database, exporting: Exporting
) -> None:
    html = f"<p>At https://ada:secret@a.example/ they met. {TEXT}</p>"
    await database.run(fill, 1, html)
    async with aclosing(exporting.articles(Selection())) as every:
        (one,) = [each async for each in every]
    text = one.article.text
    assert "secret" not in str(one.article)
    assert [text[each.start : each.end] for each in one.article.quotations] == [
        "It is late,",
        "It is,",
    ]


async def test_a_text_that_cannot_be_read_leaves_its_title(
    database: Database, exporting: Exporting
) -> None:
    await database.run(fill, 1)
    await database.run(lambda db: db.execute("DELETE FROM bodies").rowcount)
    async with aclosing(exporting.articles(Selection())) as every:
        (one,) = [each async for each in every]
    assert (one.article.title, one.article.blocks) == ("Title 0", ())


async def test_articles_without_a_saying_are_left_out(
    database: Database, exporting: Exporting
) -> None:
    await database.run(fill, 3)
    found = [Quotation(start=1, end=12, speaker="Ada Moreno")]
    await database.run(quotations.keep, 1, TEXT, found, version=1)
    await database.run(quotations.highlight, 3, Anchor(exact="late"), "So?", NOW)
    async with aclosing(exporting.sayings(Selection())) as sayings:
        said = [one async for one in sayings]
    assert [one.listed.id for one in said] == [3, 1]
    assert [one.text for one in said[1].found] == ["It is late,"]
    assert [one.note for one in said[0].highlights] == ["So?"]


async def test_what_arrives_meanwhile_disturbs_nothing(
    database: Database, exporting: Exporting
) -> None:
    await database.run(fill, 450, "")
    seen: list[int] = []
    async with aclosing(exporting.articles(Selection())) as every:
        async for one in every:
            if len(seen) in (10, 205, 399):
                new = Entry(guid=f"new {len(seen)}", url=None, title="New")
                await database.run(articles.arrive, 1, [new], NOW)
            seen.append(one.listed.id)
    assert seen == list(range(450, 0, -1))


async def test_no_password_stands_in_the_list_of_sources(
    database: Database, exporting: Exporting
) -> None:
    await database.run(fill, 1)
    written = await exporting.opml()
    assert "https://a.example/feed" in written
    assert "secret" not in written


async def test_memory_does_not_grow_with_the_library(
    database: Database, exporting: Exporting
) -> None:
    def examined(db: sqlite3.Connection) -> None:
        fill(db, 4000, "<p>x</p>")
        found = [Quotation(start=1, end=12, speaker="Ada Moreno")]
        for article_id in range(1, 4001):
            quotations.keep(db, article_id, TEXT * 20, found, version=1)

    async def peak(most: int) -> int:
        tracemalloc.start()
        number = 0
        async with aclosing(exporting.sayings(Selection())) as sayings:
            async for _ in sayings:
                number += 1
                if number == most:
                    break
        assert number == most
        _, highest = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return highest

    await database.run(examined)
    await peak(400)
    assert await peak(4000) < 1.5 * await peak(400)
