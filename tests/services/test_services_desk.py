"""One thread, one piece of work at a time."""

from __future__ import annotations

import asyncio
import threading

import pytest

from reader.domain.errors import CannotUnderstand
from reader.services.desk import Desk


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
