"""Taking back what was done, the last first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from reader.domain.change import Change
from reader.services.undertaking import Progress, taken_back, unheard
from reader.storage import changes, undertakings
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

    async def take_back(self, progress: Progress = unheard) -> Change | None:
        """Take back the last change that is not a day old.

        Args:
            progress: Told how many articles are done, if they are many. What is
                broken off meanwhile goes on when this is asked for again.

        Returns:
            The change, or None if none is left.

        Raises:
            CannotKeep: The library would not take it, or no more of it.
        """
        # A comment out of the bin must outlive a power cut as any other.
        undertaking = await self._database.run_safely(
            undertakings.begin_taking_back, self._now()
        )
        if undertaking is None:
            return None
        await taken_back(self._database, undertaking, progress)
        return undertaking.change
