"""Taking the text of articles from their pages, where feeds carry excerpts."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final

from reader.domain.errors import CannotReach, CannotUnderstand, NotFound
from reader.domain.source import Source
from reader.services.gathering import Gathering
from reader.storage import articles
from reader.storage.database import Database

AT_ONCE: Final = 20
"""Pages asked for in one refresh of a source; the next one goes on."""

_FOR: Final = timedelta(days=3)
"""A page that is not to be had is tried for so long after its article came."""

_PATIENCE: Final = 3
"""Failures in a row that end it for this time."""


class Completing:
    """Keeps the page's own text of the articles that a source has brought.

    Args:
        database: The library.
        gathering: Makes articles of addresses.
        now: Says what time it is, in UTC.
    """

    def __init__(
        self, database: Database, gathering: Gathering, now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._gathering = gathering
        self._now = now

    async def complete(self, source: Source) -> None:
        """Fetch the pages of what has come lately, newest first.

        What cannot be had is left with what the feed carries of it.

        Raises:
            CannotKeep: The library would not take it.
        """
        wanted = await self._database.look(
            articles.without_page, source.id, self._now() - _FOR, AT_ONCE
        )
        failed = 0
        for article_id, url in wanted:
            try:
                article = await self._gathering.article(url, source)
            except CannotReach:
                failed += 1
                if failed == _PATIENCE:
                    return
                continue
            except CannotUnderstand:
                continue
            failed = 0
            # It may have been deleted meanwhile.
            with suppress(NotFound):
                await self._database.run(
                    articles.keep_page, article_id, article, self._now()
                )
