"""Making articles of kept texts again: short ones at the desk, long ones in a process beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.domain.annotation import Correction
from reader.domain.article import Article
from reader.services.desk import Desk
from reader.services.helpers import HelperLost, Helpers
from reader.services.making import LONG, made_again
from reader.storage.bodies import Copy

VERY_LONG: Final = 2 * LONG
"""Characters of HTML from which on the desk would hold the interpreter so long that keys
wait; a process takes half a second to begin."""


class Remaking:
    """Makes articles again.

    Args:
        desk: Where most are made.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def article(self, copy: Copy, corrections: Sequence[Correction]) -> Article:
        """Make an article of a kept text; whoever no longer waits for it ends the work.

        Args:
            copy: The library's copy.
            corrections: What the reader said of quotations in it.

        Raises:
            CannotUnderstand: There is none in it.
        """
        if len(copy.what.html) >= VERY_LONG:
            try:
                async with Helpers(most=1) as helpers:
                    return await helpers.run(made_again, copy, corrections)
            except (HelperLost, OSError, ImportError, SyntaxError):
                # No process is to be had, or not for long enough. It takes as long at
                # the desk, but it is done.
                pass
        return await self._desk.run(made_again, copy, corrections)
