"""Putting what has come into the full-text index, in the background."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader.services.desk import Desk
from reader.storage import search
from reader.storage.database import Database
from reader.storage.search import Waiting

_AT_ONCE: Final = 50
"""Articles a turn: few enough that whoever waits for the desk is not kept long."""


class Indexing:
    """Makes articles findable by their words.

    A refresh does not wait for it: what came waits in the library, whatever
    becomes of the program, until `work_through` is called.

    Args:
        database: The library.
        desk: Where pages are understood.
    """

    def __init__(self, database: Database, desk: Desk) -> None:
        self._database = database
        self._desk = desk

    async def work_through(self, at_most: int | None = None) -> int:
        """Index what waits, what came last first.

        It may be cancelled at any time; what is done is kept.

        Args:
            at_most: How many articles, or None for all.

        Returns:
            How many were indexed; none if the library can only be read.

        Raises:
            CannotKeep: The library would not take it.
        """
        done = 0
        if self._database.read_only:
            return done
        while at_most is None or done < at_most:
            most = _AT_ONCE if at_most is None else min(_AT_ONCE, at_most - done)
            waiting = await self._database.look(search.waiting, most)
            if not waiting:
                break
            texts = await self._desk.run(_texts, waiting)
            await self._database.run(
                search.index, tuple(zip(waiting, texts, strict=True))
            )
            done += len(waiting)
        return done


def _texts(articles: Sequence[Waiting]) -> tuple[str, ...]:
    from reader.text.markup.tree import fragment_tree, text_of

    return tuple(text_of(fragment_tree(article.html)) for article in articles)
