"""A town with news, a library that reads it, and the program over both."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from reader.ui.app import ReaderApp
from reader.ui.rooms import Rooms
from ui.house import open_rooms
from ui.town import Town, open_town


@pytest.fixture(autouse=True)
def _in_greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Show every time as it is in UTC, wherever the tests run."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def town() -> Iterator[Town]:
    """The town's site, running."""
    with open_town() as town:
        yield town


@pytest.fixture
async def empty_rooms(tmp_path: Path) -> AsyncIterator[Rooms]:
    """The services over a new library."""
    async with open_rooms(tmp_path / "library.sqlite3") as rooms:
        yield rooms


@pytest.fixture
async def rooms(empty_rooms: Rooms, town: Town) -> Rooms:
    """The services over a library that is subscribed to the town's news."""
    await empty_rooms.subscribing.add(town.address)
    return empty_rooms


@pytest.fixture
def app(rooms: Rooms) -> ReaderApp:
    """The program, about to open on the library."""
    return ReaderApp(rooms)
