"""What is done to many articles goes on beside everything else, and can be stopped."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.domain.errors import CannotKeep
from reader.domain.ids import Ids
from reader.domain.selection import Counts, Selection
from reader.domain.source import Entry
from reader.services.undertaking import carried_out
from reader.services.undoing import Undoing
from reader.storage import articles, doing, lists, sources, statuses, undertakings
from reader.storage.database import Database, connect

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
ALL = Ids.of(range(1, 41))


@pytest.fixture
async def database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Database]:
    """A library with forty articles, ten of which are a step."""
    monkeypatch.setattr(undertakings, "AT_ONCE", 10)
    opened = await Database.open(tmp_path / "library.sqlite3", patience=0.01)
    await opened.run(sources.add, "https://example.org/feed", "Example")
    news = [Entry(guid=str(each), url=None, title=f"Title {each}") for each in ALL]
    await opened.run(articles.arrive, 1, news, NOW)
    yield opened
    await opened.close()


async def starred(database: Database) -> int:
    """How many articles are starred."""
    return (await database.look(lists.counts, Selection(starred=True))).all


async def test_it_says_how_far_it_is(database: Database) -> None:
    """Step by step; then it tells what it was done to."""
    heard: list[tuple[int, int]] = []
    undertaking = await database.run(doing.begin_marking, ALL, NOW, starred=True)
    done = await carried_out(database, undertaking, lambda *far: heard.append(far))
    assert done == ALL
    assert heard == [(0, 40), (10, 40), (20, 40), (30, 40)]
    assert await starred(database) == 40


async def test_others_write_between_two_steps(database: Database) -> None:
    """A draft that is typed meanwhile does not wait for all of it."""
    undertaking = await database.run(doing.begin_marking, ALL, NOW, starred=True)
    work = asyncio.create_task(carried_out(database, undertaking))
    await asyncio.sleep(0)
    await database.run(statuses.keep_place, 1, 30)
    assert not work.done()
    await work


async def test_stopped_it_leaves_a_part_that_undoing_takes_back(
    database: Database,
) -> None:
    """And undoing names how large the part was."""
    second_step = asyncio.Event()

    def progress(done: int, _number: int) -> None:
        if done:
            second_step.set()

    undertaking = await database.run(doing.begin_marking, ALL, NOW, starred=True)
    work = asyncio.create_task(carried_out(database, undertaking, progress))
    await second_step.wait()
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    part = await starred(database)
    assert 20 <= part < 40
    undoing = Undoing(database, lambda: NOW)
    change = await undoing.last()
    assert change is not None
    assert change.words == f"starred {part} articles"
    assert await undoing.take_back() == change
    assert await starred(database) == 0
    assert await undoing.take_back() is None


async def test_an_undoing_that_was_stopped_goes_on(database: Database) -> None:
    """It is the last change until all of it is taken back."""
    await database.run(doing.mark, ALL, NOW, starred=True)
    undoing = Undoing(database, lambda: NOW)
    under_way = asyncio.Event()

    work = asyncio.create_task(undoing.take_back(lambda *_: under_way.set()))
    await under_way.wait()
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert await starred(database) in (30, 40)
    await undoing.take_back()
    assert await starred(database) == 0
    assert await undoing.last() is None


async def test_undone_while_it_goes_on_it_stops(database: Database) -> None:
    """Nothing is left of it, and it says that nothing was done."""
    undertaking = await database.run(doing.begin_marking, ALL, NOW, starred=True)
    work = asyncio.create_task(carried_out(database, undertaking))
    await asyncio.sleep(0)
    await Undoing(database, lambda: NOW).take_back()
    assert await work == Ids()
    assert await starred(database) == 0


async def test_a_library_that_takes_no_more_says_how_much_is_done(
    database: Database,
) -> None:
    """What is done can be taken back once it takes something again."""
    undertaking = await database.run(doing.begin_marking, ALL, NOW, starred=True)
    with contextlib.closing(connect(database.path, "rw")) as other:

        def hold(done: int, _number: int) -> None:
            if done == 20:
                other.execute("BEGIN IMMEDIATE")

        with pytest.raises(CannotKeep, match="Only 20 of 40 are done, which u takes"):
            await carried_out(database, undertaking, hold)
    assert await starred(database) == 20
    await Undoing(database, lambda: NOW).take_back()
    assert await starred(database) == 0


async def test_a_disk_that_is_full_on_the_way_says_how_much_is_done(
    database: Database,
) -> None:
    """What is done can be taken back all the same."""
    tag = "long" * 500
    undertaking = await database.run(doing.begin_tagging, ALL, NOW, add=[tag])
    (pages,) = await database.run(lambda db: db.execute("PRAGMA page_count").fetchone())
    limit = f"PRAGMA max_page_count = {pages + 60}"
    await database.run(lambda db: db.execute(limit).fetchone())
    with pytest.raises(CannotKeep, match=r"Only \d0 of 40 are done.* is full"):
        await carried_out(database, undertaking)
    assert (await database.look(lists.counts, Selection(tag=tag))).all in (10, 20, 30)
    await Undoing(database, lambda: NOW).take_back()
    assert (await database.look(lists.counts, Selection(tag=tag))).all == 0


async def test_what_changes_nothing_is_nothing(database: Database) -> None:
    """There is no step to take, and none to take back."""
    undertaking = await database.run(doing.begin_marking, ALL, NOW, starred=False)
    assert await carried_out(database, undertaking) == Ids()
    assert await database.look(lists.counts, Selection()) == Counts(40, 40)
    assert await Undoing(database, lambda: NOW).last() is None
