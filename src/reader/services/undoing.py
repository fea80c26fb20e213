"""Taking back what was done, the last first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from reader.domain.change import Change
from reader.storage import changes
from reader.storage.database import Database


class Undoing:
    """Takes back what the reader did, in this run of the program or one before.

    Args:
        database: The library.
        now: Says what time it is, in UTC.
    """

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def last(self) -> Change | None:
        """What would be taken back, or None."""
        return await self._database.look(changes.last, self._now())

    async def take_back(self) -> Change | None:
        """Take back the last change that is not a day old.

        Returns:
            The change, or None if none is left.

        Raises:
            CannotKeep: The library would not take it.
        """
        # A comment out of the bin must outlive a power cut as any other.
        return await self._database.run_safely(changes.take_back, self._now())
