"""Processes beside this one that understand things, one at a time each."""

from __future__ import annotations

import asyncio
import os
import pickle
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import Callable
from contextlib import suppress
from subprocess import DEVNULL, PIPE
from typing import Final, ParamSpec, Self, TypeVar

from reader.services.helper import LENGTH

P = ParamSpec("P")
T = TypeVar("T")

LONGEST: Final = 60.0
"""Seconds a piece of work may take."""

_MOST: Final = 4
"""Helpers; more would wait for the event loop and the library."""


class HelperLost(Exception):
    """A helper ended before its work was done; or was ended, as it took too long."""


class Helpers:
    """A few processes, each a Python of its own, started when there is work for them.

    They inherit nothing: no open file, no terminal, no signal that is meant for
    this program. Each ends when its input does, so that none outlives this
    process, however it ends.

    Args:
        most: How many there may be; one a processor if None.
        longest: Seconds a piece of work may take.
        idle: Seconds without work after which they end, and give back what memory
            they have; None is to wait for more.
    """

    def __init__(
        self,
        most: int | None = None,
        longest: float = LONGEST,
        *,
        idle: float | None = None,
    ) -> None:
        self._turns = asyncio.Semaphore(most or min(_processors(), _MOST))
        self._longest = longest
        self._idle: list[Process] = []
        self._all: set[Process] = set()
        self._rest = idle
        self._resting: asyncio.TimerHandle | None = None
        self._ending: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        """Nothing is started yet."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """End them all; what they were at is lost."""
        self._stop_resting()
        for helper in self._all:
            _kill(helper)
        # Whoever asked a helper for something sees to its end.
        at_work = self._all.difference(self._idle)
        await asyncio.gather(
            *map(self._end, self._idle), *(helper.wait() for helper in at_work)
        )

    async def run(
        self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Have a piece of work done by a function that can be imported by its name.

        What it takes, gives and raises is pickled.

        Raises:
            HelperLost: It took too long, or the process ended over it.
            OSError: No process could be started.
        """
        asked = pickle.dumps((work, args, kwargs), pickle.HIGHEST_PROTOCOL)
        async with self._turns:
            self._stop_resting()
            helper = self._idle.pop() if self._idle else await self._start()
            try:
                async with asyncio.timeout(self._longest):
                    answer = await _ask(helper, asked)
            except (TimeoutError, EOFError, OSError) as error:
                await self._end(helper)
                raise HelperLost from error
            except BaseException:
                # What it answers now would be taken for the answer to the next.
                await self._end(helper)
                raise
            self._idle.append(helper)
            self._begin_to_rest()
        done, value = pickle.loads(answer)  # noqa: S301 (by our own program)
        if not done:
            raise value
        return value  # type: ignore[no-any-return]

    def _begin_to_rest(self) -> None:
        if self._rest is not None:
            self._stop_resting()
            loop = asyncio.get_running_loop()
            self._resting = loop.call_later(self._rest, self._let_go)

    def _stop_resting(self) -> None:
        if self._resting is not None:
            self._resting.cancel()
            self._resting = None

    def _let_go(self) -> None:
        """Have those end that have nothing to do."""
        idle, self._idle = self._idle, []
        self._ending = asyncio.ensure_future(self._end_all(idle))

    async def _end_all(self, idle: list[Process]) -> None:
        await asyncio.gather(*map(self._end, idle))

    async def _start(self) -> Process:
        helper = await asyncio.create_subprocess_exec(
            sys.executable,
            # Nothing is imported from the folder one happens to stand in.
            "-P",
            "-m",
            "reader.services.helper",
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            start_new_session=True,
        )
        self._all.add(helper)
        return helper

    async def _end(self, helper: Process) -> None:
        _kill(helper)
        self._all.discard(helper)
        # Reads what is left, which closes the pipe.
        await helper.communicate()


def _kill(helper: Process) -> None:
    """End a process, and leave it to the event loop to hear of that.

    Its own `kill` would first look whether it has ended, and if so take the news
    from under the loop, which complains of it on standard error.
    """
    if helper.returncode is None:
        with suppress(ProcessLookupError):
            os.kill(helper.pid, signal.SIGKILL)


async def _ask(helper: Process, asked: bytes) -> bytes:
    assert helper.stdin is not None
    assert helper.stdout is not None
    helper.stdin.write(LENGTH.pack(len(asked)))
    helper.stdin.write(asked)
    await helper.stdin.drain()
    (length,) = LENGTH.unpack(await helper.stdout.readexactly(LENGTH.size))
    return await helper.stdout.readexactly(length)


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
