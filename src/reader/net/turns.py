"""Manners: how many connections a host gets at once, and who asked us to wait."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from typing import Final

AT_ONCE: Final = 2
"""Connections to one host at the same time."""

LONGEST_WAIT: Final = timedelta(days=1)
"""A site that asks for more than this is treated as if it asked for this."""


class Turns:
    """Who may ask which host now. It belongs to one event loop.

    A host is its name and port.
    """

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._at_once = at_once
        self._gates: dict[str, asyncio.Semaphore] = {}
        self._inside: dict[str, int] = {}
        self._closed_until: dict[str, float] = {}

    @asynccontextmanager
    async def at(self, host: str) -> AsyncIterator[None]:
        """Wait for a turn at a host, and hold it."""
        gate = self._gates.setdefault(host, asyncio.Semaphore(self._at_once))
        self._inside[host] = self._inside.get(host, 0) + 1
        try:
            async with gate:
                yield
        finally:
            self._inside[host] -= 1
            if not self._inside[host]:
                del self._inside[host], self._gates[host]

    def close(self, host: str, seconds: float) -> None:
        """Leave a host alone for as long as it asked us to."""
        self._closed_until[host] = asyncio.get_running_loop().time() + seconds

    def closed_for(self, host: str) -> float:
        """How many seconds a host is still to be left alone; 0 if it is not."""
        until = self._closed_until.get(host)
        if until is None:
            return 0.0
        left = until - asyncio.get_running_loop().time()
        if left <= 0:
            del self._closed_until[host]
            return 0.0
        return left


def wait_asked_for(retry_after: str, now: datetime) -> timedelta:
    """Read a `Retry-After` header.

    The header holds either a number of seconds or an HTTP date; both become
    a wait counted from `now`.

    Args:
        retry_after: The header's value, as received.
        now: The present moment, timezone-aware.

    Returns:
        A wait between zero and `LONGEST_WAIT`. A moment already past is zero.

    Raises:
        ValueError: The value is neither whole seconds nor an HTTP date.
    """
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        # Longer than any wait, and int() refuses thousands of digits.
        if len(text) > 9:
            return LONGEST_WAIT
        wait = timedelta(seconds=int(text))
    else:
        from email.utils import parsedate_to_datetime

        moment = parsedate_to_datetime(text)
        if moment.tzinfo is None:
            raise ValueError(f"not an HTTP date: {text!r}")
        wait = moment - now
    return min(max(wait, timedelta(0)), LONGEST_WAIT)
