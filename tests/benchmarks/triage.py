"""How long it takes to change every article of a library, and how late a key may come.

    python tests/benchmarks/triage.py FOLDER [ARTICLES...]

selects all of a library made by `libraries.py`, marks, stars, tags and deletes it
and takes each of that back, as the screen does it. Beside each: how late a tick of
the event loop came while it went on, which is what a key would have waited.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
import time
from collections.abc import Awaitable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeVar

ROOT = Path(__file__).parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.libraries import SIZES, library
from reader.cli.house import House
from reader.cli.screen import GIVING_WAY
from reader.domain.selection import Selection
from reader.storage.database import Database

TICK: Final = 0.005
"""Seconds between two ticks."""

T = TypeVar("T")


def now() -> datetime:
    """What time it is, in UTC."""
    return datetime.now(UTC)


async def timed(what: str, work: Awaitable[T]) -> T:
    """Do something, and print what it took and how late the loop was meanwhile."""
    late: list[float] = []

    async def tick() -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(TICK)
            late.append(time.perf_counter() - before - TICK)

    ticking = asyncio.create_task(tick())
    begun, used = time.perf_counter(), time.process_time()
    try:
        return await work
    finally:
        took, cpu = time.perf_counter() - begun, time.process_time() - used
        ticking.cancel()
        late.sort()
        if late:
            worst = f"{late[int(len(late) * 0.99)] * 1e3:6.1f} {late[-1] * 1e3:6.1f}"
        else:
            worst = f"{'-':>6} {'-':>6}"
        print(f"  {what:<14} {took:7.2f} s  {cpu:6.2f} s  {worst}")


async def measure(path: Path) -> None:
    """Do everything to all of a library, and take it back."""
    rooms = House(await Database.open(path), clock=now)
    reading, listing, everything = rooms.reading, rooms.listing, Selection()
    number = (await listing.counts(everything)).all
    (first,) = await listing.rows(everything, 0, 1)
    (last,) = await listing.rows(everything, number - 1, 1)
    print(
        f"{number:,} articles: seconds, of the processor; 99th and worst tick, ms late"
    )
    try:
        ids = await timed("select", listing.between(everything, first.id, last.id))
        for what, work in (
            ("star", lambda: reading.toggle_starred(ids)),
            ("all read", lambda: reading.mark_all_read(everything)),
            ("read, unread", lambda: reading.toggle_read(ids)),
            ("tag twice", lambda: reading.tag(ids, add=["a", "b"])),
            ("delete", lambda: reading.delete(ids)),
        ):
            await timed(what, work())
            await timed("  take back", rooms.undoing.take_back())
    finally:
        await rooms.close()


def main(folder: Path, sizes: list[int]) -> None:
    """Measure a copy of each library."""
    sys.setswitchinterval(GIVING_WAY)
    for size in sizes:
        with tempfile.TemporaryDirectory(dir=folder) as name:
            copy = Path(name) / "library.sqlite3"
            shutil.copy(library(folder, size), copy)
            asyncio.run(measure(copy))


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(one) for one in sys.argv[2:]] or list(SIZES))
