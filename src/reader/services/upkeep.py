"""Giving up what is kept for a while only, once that is over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from reader.services.desk import Desk
from reader.storage import backups, copies, deleting
from reader.storage.database import Database


class Upkeep:
    """Gives room back that the library took so that something could be taken back.

    Args:
        database: The library.
        desk: Where what is not of the library's own file is done.
        now: Says what time it is, in UTC.
    """

    def __init__(
        self, database: Database, desk: Desk, now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._desk = desk
        self._now = now

    async def empty_the_bin(self) -> None:
        """Give up the texts of articles that were deleted more than a day ago.

        It may be cancelled at any time.

        Raises:
            CannotKeep: The library would not take it.
        """
        if not self._database.read_only:
            while await self._database.run(deleting.let_go, self._now()):
                pass

    async def let_go_of_copies(self) -> str:
        """Remove the copies from before older formats that nobody needs any more.

        Before any of them goes, the whole library is looked through: a damaged
        one keeps them.

        Returns:
            What was removed, in a sentence; nothing if nothing was.

        Raises:
            CannotKeep: The library cannot be read.
        """
        if self._database.read_only:
            return ""
        library, now = self._database.path, self._now()
        old = await self._desk.run(copies.outlived, library, now)
        if not old or await self._database.study(backups.damage) is not None:
            return ""
        removed = await self._desk.run(copies.remove, old)
        if not removed:
            return ""
        what = "A copy" if len(removed) == 1 else f"{len(removed)} copies"
        size = copies.megabytes(sum(copy.size for copy in removed))
        return (
            f"{what} of the library from before it was brought up to date went"
            f" ({size}): it is well."
        )
