"""What was kept for a while goes, once it is over and the library is well."""

from __future__ import annotations

import os
import secrets
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.domain.source import Entry
from reader.services.desk import Desk
from reader.services.upkeep import Upkeep
from reader.storage import articles, deleting, sources
from reader.storage.database import Database

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A library with thirty articles and their texts."""
    opened = await Database.open(tmp_path / "library.sqlite3")
    await opened.run(sources.add, "https://example.org/feed", "Example")
    news = [
        Entry(guid=str(each), url=None, title=f"Title {each}", html="<p>Text.</p>")
        for each in range(30)
    ]
    await opened.run(articles.arrive, 1, news, NOW)
    yield opened
    await opened.close()


def put(library: Path, number: int, age: timedelta) -> Path:
    """A copy of a certain age."""
    path = library.with_name(f"{library.name}.before-{number}")
    path.write_bytes(secrets.token_bytes(2_000_000))
    os.utime(path, ((NOW - age).timestamp(),) * 2)
    return path


async def texts(database: Database) -> int:
    """How many texts there are."""
    sql = "SELECT count(*) FROM bodies"
    return int((await database.look(lambda db: db.execute(sql).fetchone()))[0])


async def test_texts_of_the_deleted_go_after_a_day(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of them, a few at a time."""
    monkeypatch.setattr(deleting, "EMPTIED_AT_ONCE", 4)
    await database.run(deleting.delete, range(1, 21), NOW)
    async with Desk() as desk:
        await Upkeep(database, desk, lambda: NOW).empty_the_bin()
        assert await texts(database) == 30
        later = NOW + timedelta(days=1, seconds=1)
        await Upkeep(database, desk, lambda: later).empty_the_bin()
    assert await texts(database) == 10


async def test_old_copies_go_and_it_is_said(database: Database) -> None:
    """The last one stays until a month is over."""
    old = put(database.path, 9, timedelta(days=90))
    last = put(database.path, 12, timedelta(days=3))
    async with Desk() as desk:
        said = await Upkeep(database, desk, lambda: NOW).let_go_of_copies()
        assert "A copy of the library" in said
        assert "1.9 MB" in said
        assert not old.exists()
        assert last.exists()
        assert await Upkeep(database, desk, lambda: NOW).let_go_of_copies() == ""
        later = NOW + timedelta(days=30)
        assert await Upkeep(database, desk, lambda: later).let_go_of_copies()
    assert not last.exists()


async def test_a_library_that_can_only_be_read_keeps_all(database: Database) -> None:
    """Nothing of it can be proved."""
    old = put(database.path, 9, timedelta(days=90))
    reading = await Database.open(database.path, read_only=True)
    async with Desk() as desk:
        upkeep = Upkeep(reading, desk, lambda: NOW)
        await upkeep.empty_the_bin()
        assert await upkeep.let_go_of_copies() == ""
    await reading.close()
    assert old.exists()
