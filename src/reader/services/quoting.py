"""Who said what, in one article and across the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from reader.domain.annotation import Correction, Highlight
from reader.domain.article import Article
from reader.domain.errors import CannotUnderstand
from reader.domain.quotation import Found, Quotation
from reader.services.desk import Desk
from reader.services.making import corrected
from reader.services.remaking import Remaking
from reader.storage import articles, doing, quotations
from reader.storage.database import Database

_AT_A_TIME: Final = 20
"""Articles looked up at once; what is opened meanwhile goes between them."""


class Quoting:
    """Finds quotations in what is kept, and keeps what the reader says of them.

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
        self._remaking = Remaking(desk)
        self._now = now

    async def examine(self, progress: Callable[[int], None] | None = None) -> int:
        """Find the quotations of every article in which they are still to be found.

        What was kept last comes first. It may be cancelled at any time: what
        was found by then is kept, and the rest is found the next time.

        Args:
            progress: Told after each article how many are done.

        Returns:
            How many articles were examined; none if the library can only be read.

        Raises:
            CannotKeep: The library would not take it.
        """
        from reader.text.quotations import FINDER_VERSION

        done = 0
        if self._database.read_only:
            return done
        while ids := await self._database.look(
            quotations.unexamined, FINDER_VERSION, _AT_A_TIME
        ):
            for article_id in ids:
                await self._examine(article_id, FINDER_VERSION)
                done += 1
                if progress is not None:
                    progress(done)
        return done

    async def every(
        self,
        *,
        source: int | None = None,
        since: datetime | None = None,
        speaker: str | None = None,
    ) -> tuple[Found, ...]:
        """Every quotation that was found, the newest article's first.

        Args:
            source: Only those of this source.
            since: Only those of articles not older than this.
            speaker: Only those of speakers with this in their name.
        """
        return await self._database.look(
            quotations.every, source=source, since=since, speaker=speaker
        )

    async def correct(
        self,
        article_id: int | None,
        article: Article,
        quotation: Quotation,
        *,
        speaker: str | None = None,
        dismissed: bool = False,
    ) -> Article:
        """Keep what the reader says of a quotation.

        Args:
            article_id: The article; None for one that is not in the library, of which
                nothing is kept.
            article: The copy of it that they say it of.
            quotation: The quotation.
            speaker: Who speaks, or None if nobody is named.
            dismissed: Whether it is no quotation at all.

        Returns:
            The article with the reader's word in it.

        Raises:
            CannotKeep: The library would not take it.
        """
        from reader.text.anchors import anchor_of

        said = Correction(
            anchor=anchor_of(article.text, quotation.start, quotation.end),
            speaker=speaker,
            dismissed=dismissed,
        )
        if article_id is not None:
            await self._database.run(doing.correct, article_id, said, self._now())
        return await self._desk.run(corrected, article, [said])

    async def highlight(
        self, article_id: int, text: str, start: int, end: int, note: str = ""
    ) -> Highlight:
        """Mark a passage, with a note.

        Raises:
            CannotKeep: The library would not take it.
        """
        from reader.text.anchors import anchor_of

        anchor = anchor_of(text, start, end)
        return await self._database.run(
            doing.highlight, article_id, anchor, note, self._now()
        )

    async def highlights(self, article_id: int) -> tuple[Highlight, ...]:
        """The passages the reader marked in an article, oldest first."""
        return await self._database.look(quotations.highlights, article_id)

    async def annotate(self, highlight_id: int, note: str) -> None:
        """Keep another note on a highlight.

        Raises:
            NotFound: There is no such highlight.
            CannotKeep: The library would not take it.
        """
        await self._database.run(doing.annotate, highlight_id, note, self._now())

    async def remove_highlight(self, highlight_id: int) -> None:
        """Take a mark away again.

        Raises:
            NotFound: There is no such highlight.
            CannotKeep: The library would not take it.
        """
        await self._database.run(doing.remove_highlight, highlight_id, self._now())

    async def _examine(self, article_id: int, version: int) -> None:
        text, found = await self._found_in(article_id)
        await self._database.run(
            quotations.keep, article_id, text, found, version=version
        )

    async def _found_in(self, article_id: int) -> tuple[str, Sequence[Quotation]]:
        copy = await self._database.look(articles.copy_of, article_id)
        if copy is None:
            return "", ()
        said = await self._database.look(quotations.corrections, article_id)
        try:
            article = await self._remaking.article(copy, said)
        except CannotUnderstand:
            return "", ()
        return article.text, article.quotations
