"""What goes on in the background: looking through what has come."""

from __future__ import annotations

import asyncio
from time import monotonic

import pytest

from reader.ui.app import ReaderApp
from reader.ui.rooms import Rooms
from ui.patience import LONGEST, sees, types


async def speakers(rooms: Rooms, at_least: int) -> set[str | None]:
    """Wait until the library knows some speakers."""
    end = monotonic() + LONGEST
    while True:
        found = {one.quotation.speaker for one in await rooms.quoting.every()}
        if len(found) >= at_least:
            return found
        assert monotonic() < end, f"only {found} were found"
        await asyncio.sleep(0.02)


async def test_quotations_are_found_after_a_refresh(
    app: ReaderApp, rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody has to open the articles, and a search finds who is quoted in them."""
    monkeypatch.setattr("reader.ui.app.SETTLED_AFTER", 3600.0)
    async with app.run_test(size=(100, 30)) as pilot:
        await sees(pilot, "All articles")
        await pilot.press("R")
        await sees(pilot, "Library to close on Mondays")
        assert "Ada Moreno" in await speakers(rooms, 4)
        await pilot.press("slash")
        await types(pilot, "speaker:osei")
        await pilot.press("enter")
        await sees(pilot, "1 of 1")


async def test_quotations_are_found_once_the_screen_is_at_rest(
    app: ReaderApp, rooms: Rooms
) -> None:
    """What an earlier run has left is not left for good."""
    async for _ in rooms.refreshing.refresh(None):
        pass
    async with app.run_test(size=(100, 30)) as pilot:
        await sees(pilot, "Library to close on Mondays")
        assert "Ada Moreno" in await speakers(rooms, 4)


async def test_quitting_does_not_wait_for_it(
    app: ReaderApp, rooms: Rooms, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not found by then is found the next time."""
    begun = asyncio.Event()

    async def for_ever() -> int:
        begun.set()
        await asyncio.sleep(3600)
        return 0

    monkeypatch.setattr(rooms.quoting, "examine", for_ever)
    async with app.run_test(size=(100, 30)) as pilot:
        await sees(pilot, "All articles")
        app.index_soon()
        await asyncio.wait_for(begun.wait(), LONGEST)
        quitting = monotonic()
        await pilot.press("Q")
    assert monotonic() - quitting < LONGEST
