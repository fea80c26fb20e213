"""How long a refresh takes, beside newsboat on the same server.

    python tests/benchmarks/refreshing.py [FEEDS]

serves feeds of 50 entries on loopback, each host with a few of them, and fetches
them all twice: the first time everything is new, the second every feed answers that
nothing has changed; and once more from the open library. *Late* is the worst lateness
of a 10 ms tick on the event loop meanwhile. newsboat is left out where it is not installed.
"""

from __future__ import annotations

import asyncio
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import aclosing
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.papers import serving
from reader.domain.source import Subscription
from reader.net.web import Web
from reader.services.desk import Desk
from reader.services.refreshing import Refreshing
from reader.storage import sources
from reader.storage.database import Database

TICK: Final = 0.01
"""Seconds."""


async def ours(folder: Path, urls: list[str]) -> None:
    """Refresh with the program's own services."""
    database = await Database.open(folder / "library.sqlite3")
    await database.run(sources.add_all, [Subscription(url=url) for url in urls])
    async with Web() as web, Desk() as desk:
        refreshing = Refreshing(database, web, desk, lambda: datetime.now(UTC))
        for name in ("all new", "all unchanged"):
            late: list[float] = []
            ticking = asyncio.create_task(_tick(late))
            begun, cpu, helpers = time.perf_counter(), time.process_time(), _helped()
            new = 0
            async with aclosing(refreshing.refresh()) as news:
                async for one in news:
                    new += one.new
            took, cpu = time.perf_counter() - begun, time.process_time() - cpu
            ticking.cancel()
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(
                f"reader    {name:14} {took:7.2f} s  CPU {cpu + _helped() - helpers:6.2f} s"
                f"  {peak:4} MB  late {max(late) * 1000:4.0f} ms  {new} new"
            )
    await database.close()


def _helped() -> float:
    """Seconds of CPU that processes of ours have taken which have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


async def on_screen(folder: Path, urls: list[str]) -> None:
    """Refresh from the open library, and see how late the screen's loop is."""
    from reader.cli.house import House
    from reader.ui.app import ReaderApp
    from reader.ui.screens.library import LibraryScreen

    database = await Database.open(folder / "on-screen.sqlite3")
    await database.run(sources.add_all, [Subscription(url=url) for url in urls])
    rooms = House(database)
    app = ReaderApp(rooms)
    async with app.run_test(size=(160, 48)) as pilot:
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        for name in ("all new", "all unchanged"):
            late: list[float] = []
            ticking = asyncio.create_task(_tick(late))
            begun = time.perf_counter()
            await pilot.press("R")
            while screen.refreshing:
                await asyncio.sleep(TICK)
            took = time.perf_counter() - begun
            ticking.cancel()
            late.sort()
            print(
                f"on screen {name:14} {took:7.2f} s  late {late[-1] * 1000:4.0f} ms,"
                f" one of a hundred {late[int(len(late) * 0.99)] * 1000:4.0f} ms"
            )
    await rooms.close()


async def _tick(late: list[float]) -> None:
    while True:
        begun = time.perf_counter()
        await asyncio.sleep(TICK)
        late.append(time.perf_counter() - begun - TICK)


def newsboat(folder: Path, urls: list[str]) -> None:
    """Reload with newsboat, eight threads."""
    program = shutil.which("newsboat")
    if program is None:
        print("newsboat is not installed")
        return
    (folder / "urls").write_text("\n".join(urls))
    (folder / "config").write_text("reload-threads 8\n")
    files = f"-u {folder}/urls -c {folder}/cache -C {folder}/config".split()
    for name in ("all new", "all unchanged"):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        begun = time.perf_counter()
        subprocess.run(
            [program, *files, "-x", "reload"],
            check=True,
            capture_output=True,
            env=os.environ | {"no_proxy": "*"},
        )
        took = time.perf_counter() - begun
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(f"newsboat  {name:14} {took:7.2f} s  CPU {cpu:6.2f} s")


def main(feeds: int) -> None:
    """Serve, refresh, compare."""
    with serving(feeds) as urls, tempfile.TemporaryDirectory() as folder:
        asyncio.run(ours(Path(folder), urls))
        asyncio.run(on_screen(Path(folder), urls))
        newsboat(Path(folder), urls)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 200)
