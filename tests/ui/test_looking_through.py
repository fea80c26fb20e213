"""What goes on in the background: looking through what has come, and tidying up."""

from __future__ import annotations

import asyncio
import gc
from time import monotonic
from weakref import ref

import pytest

from reader.ui import tidying
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


async def test_what_nobody_refers_to_goes_once_nobody_is_at_the_keys(
    app: ReaderApp,
) -> None:
    """Not before: collecting everything would keep a key waiting."""

    class Ring:
        """Something that refers to itself, which only the collector takes away."""

        def __init__(self) -> None:
            self.itself = self

    async with app.run_test() as pilot:
        await sees(pilot, "All articles")
        ring = Ring()
        known = ref(ring)
        # It is among what is old by then, and so much was collected that all is due.
        for _ in range(12):
            gc.collect(1)
        del ring
        tidying.tidy_up(monotonic())
        assert known() is not None
        tidying.tidy_up(monotonic() - 60)
        assert known() is None
