"""The one thread on which pages are understood, and the process beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, ParamSpec, Self, TypeVar

from reader.domain.errors import CannotUnderstand

if TYPE_CHECKING:
    from reader.services.helpers import Helpers

P = ParamSpec("P")
T = TypeVar("T")


class Desk:
    """Where parsing is done, beside the event loop and one piece at a time.

    One thread, not a pool: parsing holds the interpreter, and several threads
    at it keep the screen waiting for longer.

    Args:
        beside: Who does what takes much memory; None is the thread itself.
    """

    def __init__(self, beside: Helpers | None = None) -> None:
        self._beside = beside
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

    async def run_beside(
        self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Do one piece of work that loads much: its memory is given back some time after.

        The function can be imported by its name, and what it takes, gives and
        raises can be pickled.

        Raises:
            CannotUnderstand: It takes too long, or more memory than there is.
        """
        if self._beside is not None:
            from reader.services.helpers import HelperLost

            try:
                return await self._beside.run(work, *args, **kwargs)
            except HelperLost as lost:
                # On the thread it would take the whole program along.
                raise CannotUnderstand(
                    "This cannot be read: it takes too much to do so."
                ) from lost
            except (OSError, ImportError, SyntaxError):
                # No process is to be had, or only one of a program that is just
                # being replaced by another version.
                pass
        return await self.run(work, *args, **kwargs)

    def close(self) -> None:
        """Take on nothing more."""
        self._thread.shutdown(wait=False, cancel_futures=True)
