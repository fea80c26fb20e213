"""Processes beside this one do as they are asked, and never outlive it."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from reader.domain.errors import CannotUnderstand
from reader.domain.exchange import Page
from reader.services.desk import Desk
from reader.services.helpers import HelperLost, Helpers
from reader.services.understanding import A_FEW, Understanding, understood

FEED = (
    "<rss version='2.0'><channel><title>Paper</title><item><title>Post</title>"
    "<guid>1</guid></item></channel></rss>"
)


def page(body: str = FEED) -> Page:
    return Page(url="https://example.org/feed", body=body.encode())


@pytest.fixture
async def helpers() -> AsyncIterator[Helpers]:
    async with Helpers(most=2) as helpers:
        yield helpers


async def test_a_helper_gives_what_the_desk_would(helpers: Helpers) -> None:
    assert await helpers.run(understood, page()) == understood(page())


async def test_a_helper_raises_what_the_desk_would(helpers: Helpers) -> None:
    with pytest.raises(CannotUnderstand, match="This is no feed"):
        await helpers.run(understood, page("<nonsense/>"))
    assert (await helpers.run(understood, page())).title == "Paper"


async def test_there_are_no_more_than_allowed_and_they_are_used_again(
    helpers: Helpers,
) -> None:
    answered = [await asyncio.gather(*(helpers.run(os.getpid) for _ in range(6)))]
    answered.append([await helpers.run(os.getpid)])
    assert len({each for some in answered for each in some}) <= 2
    assert os.getpid() not in answered[0]


async def test_what_a_library_prints_is_no_answer(helpers: Helpers) -> None:
    await helpers.run(print, "x" * 100_000)
    await helpers.run(os.system, "echo something")
    assert await helpers.run(len, "four") == 4


async def test_a_helper_that_ends_over_its_work_is_replaced(helpers: Helpers) -> None:
    with pytest.raises(HelperLost):
        await helpers.run(os._exit, 3)
    assert await helpers.run(len, "four") == 4


async def test_work_that_takes_too_long_is_ended() -> None:
    async with Helpers(most=1, longest=1.0) as helpers:
        with pytest.raises(HelperLost):
            await helpers.run(time.sleep, 60)
        assert await helpers.run(len, "four") == 4


async def test_work_that_is_called_off_gives_no_answer_to_the_next() -> None:
    async with Helpers(most=1) as helpers:
        assert await helpers.run(len, "") == 0
        task = asyncio.create_task(helpers.run(time.sleep, 60))
        await asyncio.sleep(0.05)
        task.cancel()
        assert await asyncio.wait_for(helpers.run(len, "four"), 20) == 4


async def test_an_interrupt_at_the_terminal_does_not_reach_a_helper(
    helpers: Helpers,
) -> None:
    helper = await helpers.run(os.getpid)
    assert os.getsid(helper) == helper


async def test_helpers_are_gone_when_they_are_let_go() -> None:
    async with Helpers(most=1) as helpers:
        helper = await helpers.run(os.getpid)
        task = asyncio.create_task(helpers.run(time.sleep, 60))
        await asyncio.sleep(0.05)
    assert not alive(helper)
    with pytest.raises((HelperLost, asyncio.CancelledError)):
        await task


def test_no_helper_outlives_a_program_that_is_killed(tmp_path: Path) -> None:
    noted = tmp_path / "helper"
    script = f"""
import asyncio, os, pathlib
from reader.services.helpers import Helpers
async def main():
    async with Helpers(most=1) as helpers:
        pathlib.Path({str(noted)!r}).write_text(str(await helpers.run(os.getpid)))
        await asyncio.sleep(60)
asyncio.run(main())
"""
    with subprocess.Popen([sys.executable, "-c", script]) as program:
        end = time.monotonic() + 20
        while not (noted.exists() and noted.read_text()):
            assert time.monotonic() < end
            time.sleep(0.02)
        program.send_signal(signal.SIGKILL)
    helper = int(noted.read_text())
    while alive(helper):
        assert time.monotonic() < end
        time.sleep(0.02)


async def test_a_few_feeds_start_no_process() -> None:
    async with Desk() as desk, Understanding(desk, Unwanted()) as understanding:
        feeds = await asyncio.gather(
            *(understanding.feed(page()) for _ in range(A_FEW))
        )
    assert {feed.title for feed in feeds} == {"Paper"}


async def test_many_feeds_are_read_where_no_process_can_be_started() -> None:
    async with Desk() as desk, Understanding(desk, Nowhere()) as understanding:
        feeds = await asyncio.gather(
            *(understanding.feed(page()) for _ in range(4 * A_FEW))
        )
    assert {feed.title for feed in feeds} == {"Paper"}


async def test_a_feed_that_ends_its_helper_twice_is_not_tried_at_the_desk() -> None:
    async with Desk() as desk, Understanding(desk, Fatal()) as understanding:
        feeds = await asyncio.gather(
            *(understanding.feed(page()) for _ in range(A_FEW + 1)),
            return_exceptions=True,
        )
    assert isinstance(feeds[-1], CannotUnderstand)
    assert "takes too much" in str(feeds[-1])


class Unwanted(Helpers):
    async def run(self, *_: object, **__: object) -> None:  # type: ignore[override]
        raise AssertionError


class Nowhere(Helpers):
    async def run(self, *_: object, **__: object) -> None:  # type: ignore[override]
        raise PermissionError


class Fatal(Helpers):
    async def run(self, *_: object, **__: object) -> None:  # type: ignore[override]
        raise HelperLost


def alive(process: int) -> bool:
    """Whether a process runs; one that has ended and waits to be buried does not."""
    try:
        status = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


async def test_a_helper_without_work_ends_and_gives_its_memory_back() -> None:
    async with Helpers(most=1, idle=0.05) as helpers:
        first = await helpers.run(os.getpid)
        with suppress(ProcessLookupError):
            while True:
                os.kill(first, 0)
                await asyncio.sleep(0.02)
        assert await helpers.run(os.getpid) != first


async def test_a_helper_at_work_does_not_end() -> None:
    async with Helpers(most=1, idle=0.05) as helpers:
        first = await helpers.run(os.getpid)
        await helpers.run(time.sleep, 0.3)
        assert await helpers.run(os.getpid) == first
