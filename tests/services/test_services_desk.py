"""One thread, one piece of work at a time."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reader.domain.errors import CannotUnderstand
from reader.domain.exchange import Page
from reader.services.desk import Desk
from reader.services.gathering import article_of
from reader.services.helpers import Helpers

PAGE = Page(
    url="https://example.org/post",
    body=b"<title>Post</title><article><h1>Post</h1>"
    + b"<p>The tide keeps the time here, and nobody else does.</p>" * 9,
    content_type="text/html",
)


async def test_everything_is_done_on_one_other_thread() -> None:
    async with Desk() as desk:
        threads = await asyncio.gather(
            *(desk.run(threading.get_ident) for _ in range(5))
        )
    assert len(set(threads)) == 1
    assert threads[0] != threading.get_ident()


async def test_what_goes_wrong_there_is_raised_here() -> None:
    def fail() -> None:
        raise CannotUnderstand("no")

    async with Desk() as desk:
        with pytest.raises(CannotUnderstand):
            await desk.run(fail)


async def test_the_loop_goes_on_meanwhile() -> None:
    go_on = threading.Event()
    async with Desk() as desk:
        working = asyncio.create_task(desk.run(go_on.wait, 10))
        await asyncio.sleep(0)
        go_on.set()
        assert await working


async def test_what_was_not_begun_is_taken_back() -> None:
    go_on = threading.Event()
    done: list[str] = []
    async with Desk() as desk:
        first = asyncio.create_task(desk.run(go_on.wait, 10))
        second = asyncio.create_task(desk.run(done.append, "second"))
        await asyncio.sleep(0)
        second.cancel()
        with pytest.raises(asyncio.CancelledError):
            await second
        go_on.set()
        await first
        await desk.run(done.append, "third")
    assert done == ["third"]


async def test_what_loads_much_is_loaded_beside_the_program() -> None:
    """And not into it, where it would stay."""
    async with Helpers(most=1) as helpers, Desk(helpers) as desk:
        assert await desk.run_beside(os.getpid) != os.getpid()
        article = await desk.run_beside(article_of, PAGE)
    assert article == article_of(PAGE)


async def test_a_desk_with_nobody_beside_it_does_all_of_it_itself() -> None:
    async with Desk() as desk:
        assert await desk.run_beside(os.getpid) == os.getpid()


async def test_a_page_that_breaks_who_reads_it_is_told_of() -> None:
    async with Helpers(most=1) as helpers, Desk(helpers) as desk:
        with pytest.raises(CannotUnderstand, match="takes too much"):
            await desk.run_beside(os._exit, 1)
        assert await desk.run_beside(len, "four") == 4


async def test_where_no_process_is_to_be_had_the_desk_does_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    async with Helpers(most=1) as helpers, Desk(helpers) as desk:
        assert await desk.run_beside(os.getpid) == os.getpid()


ON_SCREEN = """
import asyncio, sys
from pathlib import Path
from reader.cli.house import House
from reader.storage.database import Database

async def take(folder, page):
    rooms = House(await Database.open(folder / "library.sqlite3"), lasting=True)
    await rooms.make_ready()
    print((await rooms.taking.article_in(page)).title)
    await rooms.close()

asyncio.run(take(Path(sys.argv[1]), sys.stdin.buffer.read()))
print(*sys.modules)
"""


def test_the_screen_does_not_load_what_finds_an_article_in_a_page(
    tmp_path: Path,
) -> None:
    """It is a sixth of its memory, and what asks sites another, until one is asked."""
    ran = subprocess.run(
        [sys.executable, "-c", ON_SCREEN, tmp_path],
        input=PAGE.body,
        capture_output=True,
        check=True,
    )
    title, loaded = ran.stdout.decode().splitlines()
    assert title == "Post"
    assert "html2text" in loaded.split()
    assert not {"trafilatura", "httpx"} & {*loaded.split()}
