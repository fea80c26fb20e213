"""The one thread on which pages are understood."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, Self, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Desk:
    """Where parsing is done, beside the event loop and one piece at a time.

    One thread, not a pool: parsing holds the interpreter, and several threads
    at it keep the screen waiting for longer.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk")

    async def __aenter__(self) -> Self:
        """Open the desk."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close the desk."""
        self.close()

    async def run(
        self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Do one piece of work on the desk's thread.

        A caller that is cancelled takes back what was not begun; what was
        begun runs to its end, and its result is dropped.
        """
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, lambda: work(*args, **kwargs))

    def close(self) -> None:
        """Take on nothing more."""
        self._thread.shutdown(wait=False, cancel_futures=True)
