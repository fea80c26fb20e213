"""How long a refresh takes, beside newsboat on the same server.

    python tests/benchmarks/refreshing.py [FEEDS]

serves feeds of 50 entries on loopback, each host with a few of them, and fetches
them all twice: the first time everything is new, the second every feed answers that
nothing has changed; and once more from the open library. *Late* is the worst lateness
of a 10 ms tick on the event loop meanwhile. newsboat is left out where it is not installed.
"""

from __future__ import annotations

import asyncio
import hashlib
import multiprocessing
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import aclosing, suppress
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from reader.domain.source import Subscription
from reader.net.web import Web
from reader.services.desk import Desk
from reader.services.refreshing import Refreshing
from reader.storage import sources
from reader.storage.database import Database
from servers.wordpress import free_port

ENTRIES: Final = 50
HOSTS: Final = 50
TICK: Final = 0.01
"""Seconds."""

PARAGRAPH: Final = (
    "<p>“Nobody asked us,” said <a href='/people/ada'>Ada Moreno</a> — and the council"
    " did not answer. &#8220;We would have told them,&#8221; she added, what forty"
    " minutes mean for somebody who has to catch a train.</p>"
)


def feed(number: int) -> bytes:
    """A feed as WordPress writes them."""
    items = "".join(
        f"<item><title>The &#8220;harbour&#8221; {number}, part {each}</title>"
        f"<link>http://127.0.0.1/{number}/{each}/</link><dc:creator>Ada Moreno</dc:creator>"
        f"<pubDate>Thu, {each % 28 + 1:02} Jan 2026 10:{each:02}:00 +0100</pubDate>"
        f"<category>Harbour</category><guid isPermaLink='false'>{number}-{each}</guid>"
        f"<description>Nobody asked us.</description>"
        f"<content:encoded><![CDATA[{PARAGRAPH * 8}]]></content:encoded></item>"
        for each in range(ENTRIES)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>Paper {number}</title><link>http://127.0.0.1/</link>{items}"
        "</channel></rss>"
    ).encode()


def serve(port: int, feeds: int, ready: Event) -> None:
    """Serve feeds until the process is ended."""
    bodies = {f"/{number}": feed(number) for number in range(feeds)}
    tags = {
        path: f'"{hashlib.blake2b(body, digest_size=8).hexdigest()}"'
        for path, body in bodies.items()
    }

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            unchanged = self.headers.get("If-None-Match") == tags[self.path]
            body = b"" if unchanged else bodies[self.path]
            self.send_response(304 if unchanged else 200)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("ETag", tags[self.path])
            self.end_headers()
            with suppress(OSError):
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 256

    server = Server(("", port), Handler)
    ready.set()
    server.serve_forever()


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
    port = free_port()
    spawning = multiprocessing.get_context("spawn")
    ready = spawning.Event()
    server = spawning.Process(target=serve, args=(port, feeds, ready), daemon=True)
    server.start()
    ready.wait()
    urls = [
        f"http://127.0.0.{number % HOSTS + 1}:{port}/{number}"
        for number in range(feeds)
    ]
    try:
        with tempfile.TemporaryDirectory() as folder:
            asyncio.run(ours(Path(folder), urls))
            asyncio.run(on_screen(Path(folder), urls))
            newsboat(Path(folder), urls)
    finally:
        server.terminate()
        server.join()


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 200)
