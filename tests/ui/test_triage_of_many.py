"""Many articles at once: the keys go on, and it can be stopped and taken back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from reader.domain.selection import Counts, Selection
from reader.domain.source import Entry
from reader.storage import articles, sources, undertakings
from reader.storage.database import Database
from reader.ui import undo
from reader.ui.app import ReaderApp
from reader.ui.rooms import Rooms
from reader.ui.widgets import triage
from ui.house import NOON, open_rooms
from ui.patience import sees, shown, until

NUMBER = 3_000


@pytest.fixture
async def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Rooms]:
    """A library of so many articles that a change of all of them takes steps."""
    monkeypatch.setattr(undertakings, "AT_ONCE", 50)
    monkeypatch.setattr(undo, "TOLD_EVERY", 0.0)
    monkeypatch.setattr(triage, "TOLD_EVERY", 0.0)
    file = tmp_path / "many.sqlite3"
    database = await Database.open(file)
    await database.run(sources.add, "https://example.org/feed", "Example")
    news = [Entry(guid=str(n), url=None, title=f"Title {n}") for n in range(NUMBER)]
    await database.run(articles.arrive, 1, news, NOON)
    await database.close()
    async with open_rooms(file) as rooms:
        yield rooms


async def test_a_range_over_a_far_jump_is_all_between(many: Rooms) -> None:
    """Rows that were never at hand are selected too, and their number is shown."""
    app = ReaderApp(many)
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        await sees(pilot, "3,000 unread")
        await pilot.press("X", "G", "X")
        await sees(pilot, "3,000 selected")


async def test_what_is_pressed_right_after_a_range_is_meant_for_it(many: Rooms) -> None:
    """However long the range takes to be selected."""
    app = ReaderApp(many)
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        await sees(pilot, "3,000 unread")
        await pilot.press("X", "G", "X", "m")
        await until(pilot, lambda: "3,000 unread" not in shown(pilot), "all read")
        assert await many.listing.counts(Selection()) == Counts(NUMBER, 0)
        await pilot.press("u")
        await sees(pilot, "3,000 unread")


async def test_keys_are_answered_meanwhile_and_esc_stops_it(
    many: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is done of it stays, and one undoing takes it back."""
    app = ReaderApp(many)
    go_on, run = asyncio.Event(), many.reading._database.run

    async def slowly(operation: object, *args: object, **given: object) -> object:
        if operation is undertakings.go_on:
            done = await run(operation, *args, **given)  # type: ignore[arg-type]
            await go_on.wait()
            return done
        return await run(operation, *args, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(many.reading._database, "run", slowly)
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        await sees(pilot, "3,000 unread")
        await pilot.press("X", "G", "X")
        await sees(pilot, "3,000 selected")
        await pilot.press("s")
        await sees(pilot, "Starring 0 of 3,000")
        await pilot.press("g", "j")
        await sees(pilot, "2 of 3,000")
        await pilot.press("s")
        await sees(pilot, "One thing after the other.")
        go_on.set()
        await pilot.press("escape")
        await sees(pilot, "Stopped. What is done so far stays")
        await until(pilot, lambda: "Starring" not in shown(pilot), "the end")
        starred = (await many.listing.counts(Selection(starred=True))).all
        assert 0 < starred < NUMBER
        await pilot.press("u")
        await sees(pilot, f"Undone: starred {starred:,} articles.")
        assert (await many.listing.counts(Selection(starred=True))).all == 0


async def test_many_links_are_not_copied(
    many: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No terminal takes them; it is said how many would be."""
    monkeypatch.setattr(triage, "MOST_COPIED", 2_000)
    app = ReaderApp(many)
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        await sees(pilot, "3,000 unread")
        await pilot.press("X", "G", "X", "y")
        await sees(pilot, "No more than 2,000 links")
