"""Taking everything out of the library, at a cost that does not grow with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from reader.domain.annotation import Highlight
from reader.domain.article import Article
from reader.domain.delivery import Delivery
from reader.domain.errors import CannotUnderstand
from reader.domain.quotation import Found
from reader.domain.selection import Selection
from reader.domain.source import Listed
from reader.services.desk import Desk
from reader.services.making import made_again
from reader.storage import articles, backups, lists, outbox, quotations, sources
from reader.storage.bodies import Copy
from reader.storage.chosen import Key
from reader.storage.database import Database
from reader.text.links import without_secrets

_AT_A_TIME: Final = 200
"""Articles looked up at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """An article with what the library knows of it."""

    listed: Listed
    article: Article
    """Without blocks if the library has no text of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sayings:
    """What is quoted in an article, and what the reader marked in it."""

    listed: Listed
    found: tuple[Found, ...]
    highlights: tuple[Highlight, ...]


class Exporting:
    """Hands out what is kept, a piece at a time, and never a password.

    What is going on beside it, a refresh or somebody reading, goes on; an
    article that arrives meanwhile may or may not be among what is handed out.

    Args:
        database: The library.
        desk: Where texts are understood.
        now: Says what time it is, in UTC.
    """

    def __init__(
        self, database: Database, desk: Desk, now: Callable[[], datetime]
    ) -> None:
        self._database = database
        self._desk = desk
        self._now = now

    async def opml(self) -> str:
        """Every source, as OPML 2.0."""
        from reader.sites.opml import opml_of

        every = await self._database.look(sources.every)
        return await self._desk.run(opml_of, every, self._now())

    async def find_source(self, what: int | str) -> int:
        """The id of a source, by its id, its address or its name.

        Raises:
            NotFound: There is none, or a name that several have.
        """
        return (await self._database.look(sources.find, what)).id

    async def articles(
        self, selection: Selection, limit: int | None = None
    ) -> AsyncGenerator[Exported, None]:
        """The articles of a selection, newest first, each as it is read.

        Use it with `contextlib.aclosing`.

        Args:
            selection: Which articles.
            limit: How many at the most.
        """
        left = limit
        async for window in self._windows(selection):
            for listed in window if left is None else window[:left]:
                yield Exported(listed=listed, article=await self._article(listed))
            if left is not None:
                left -= len(window)
                if left <= 0:
                    return

    async def sayings(self, selection: Selection) -> AsyncGenerator[Sayings, None]:
        """What was found quoted and what was marked, the newest article's first.

        Articles in which there is neither are left out. Use it with
        `contextlib.aclosing`.
        """
        async for window in self._windows(selection):
            ids = [listed.id for listed in window]
            found: dict[int, list[Found]] = defaultdict(list)
            for one in await self._database.look(quotations.in_articles, ids):
                found[one.article_id].append(one)
            marked: dict[int, list[Highlight]] = defaultdict(list)
            for article_id, mark in await self._database.look(
                quotations.highlights_in, ids
            ):
                marked[article_id].append(mark)
            for listed in window:
                if listed.id in found or listed.id in marked:
                    yield Sayings(
                        listed=listed,
                        found=tuple(found[listed.id]),
                        highlights=tuple(marked[listed.id]),
                    )

    async def comments(self) -> tuple[Delivery, ...]:
        """Every comment that was ever handed over, the last first."""
        return await self._database.look(outbox.every)

    async def library(self, path: Path) -> None:
        """Write a whole copy of the library into an empty file.

        Raises:
            CannotKeep: It could not be written.
        """
        await self._database.look(backups.write, path)

    async def _windows(
        self, selection: Selection
    ) -> AsyncGenerator[tuple[Listed, ...], None]:
        key: Key | None = None
        while True:
            window, key = await self._database.look(
                lists.below, selection, key, _AT_A_TIME
            )
            if key is None:
                return
            yield window

    async def _article(self, listed: Listed) -> Article:
        copy = await self._database.look(articles.copy_of, listed.id)
        if copy is not None:
            said = await self._database.look(quotations.corrections, listed.id)
            try:
                return await self._desk.run(made_again, _without_secrets(copy), said)
            except CannotUnderstand:
                # It was kept, so its title and its address are worth having.
                pass
        return Article(
            url=listed.url,
            title=listed.title,
            blocks=(),
            byline=listed.byline,
            published=listed.published,
        )


def _without_secrets(copy: Copy) -> Copy:
    """A copy in whose text and addresses no passwords stand.

    It is done before quotations are found in it, so that their offsets count
    in the text that is handed out.
    """
    what = replace(copy.what, html=without_secrets(copy.what.html))
    base = None if copy.base is None else without_secrets(copy.base)
    return replace(copy, what=what, base=base)
