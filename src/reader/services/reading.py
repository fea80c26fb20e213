"""Opening articles: the library's copy, and the site's."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import datetime
from urllib.parse import urldefrag

from reader.domain.article import Article, Opened
from reader.domain.errors import CannotKeep, CannotUnderstand, NotFound, NotKept
from reader.domain.ids import Ids
from reader.domain.preferences import Preferences
from reader.domain.selection import Selection
from reader.net.addresses import shown
from reader.net.web import Web
from reader.services.desk import Desk
from reader.services.gathering import Gathering
from reader.services.making import (
    beginning_of,
    changes_in,
    corrected,
    made_again,
    of_its_source,
    passages_in,
)
from reader.services.remaking import Remaking
from reader.services.undertaking import Progress, carried_out, unheard
from reader.storage import (
    articles,
    bodies,
    doing,
    neighbours,
    quotations,
    sources,
    statuses,
)
from reader.storage.bodies import Copy, Origin
from reader.storage.database import Database
from reader.text.titles import titled


class Reading:
    """Opens articles, and remembers what was done with them.

    Args:
        database: The library.
        web: The way to the sites.
        desk: Where pages are understood.
        now: Says what time it is, in UTC.
        preferences: What the reader has set.
    """

    def __init__(
        self,
        database: Database,
        web: Web,
        desk: Desk,
        now: Callable[[], datetime],
        preferences: Preferences | None = None,
    ) -> None:
        self._database = database
        self._gathering = Gathering(web, desk, preferences)
        self._desk = desk
        self._remaking = Remaking(desk)
        self._now = now

    async def kept(
        self,
        what: int | str,
        *,
        from_feed: bool = False,
        meanwhile: Callable[[Opened | None], None] | None = None,
    ) -> Opened | None:
        """The library's copy of an article; nothing is asked of any site.

        Args:
            what: Its id, or an address it is known by.
            from_feed: Whether the feed's text is wanted even where the page's
                own is kept.
            meanwhile: Called if reading the text takes a while: with the beginning of
                it, or with None if the reader left it further on.

        Returns:
            The copy, or None if the library has no text of it.
        """
        prefer = Origin.FEED if from_feed else Origin.PAGE
        copy = await self._database.look(articles.copy_of, _known_as(what), prefer)
        if copy is None:
            return None
        said = await self._database.look(quotations.corrections, copy.id)
        beginning = beginning_of(copy) if meanwhile is not None else None
        if meanwhile is not None and beginning is not None:
            first = await self._desk.run(made_again, beginning, said)
            seen = copy.place < len(first.text) // 2
            meanwhile(await self._opened(copy, first) if seen else None)
        article = await self._remaking.article(copy, said)
        if from_feed and not isinstance(copy.what, Article):
            article = await self._with_what_the_page_has(article, copy.id)
        return await self._opened(copy, article)

    async def _with_what_the_page_has(self, article: Article, kept: int) -> Article:
        """Add to a feed's text what stands around the page's: its comment form."""
        page = await self._database.look(articles.copy_of, kept, Origin.PAGE)
        if page is None or not isinstance(page.what, Article):
            return article
        return replace(
            article,
            previous=page.what.previous,
            next=page.what.next,
            discussion=page.what.discussion,
        )

    async def fetch(self, what: int | str) -> Opened:
        """Ask the site for an article, keep it with its comment form, and open it.

        Args:
            what: Its id, or its address.

        Raises:
            CannotReach: The site did not answer.
            CannotUnderstand: There is no article in what it answered.
            NotFound: There is no such id, or it has no address.
            NotKept: The library would not take it; the error carries it.
        """
        url = what if isinstance(what, str) else await self._address_of(what)
        source = await self._database.look(sources.of_article, _known_as(what))
        article = await self._gathering.article(url, source, with_neighbours=True)
        return await self._keep(what, article)

    async def keep(self, article: Article) -> Opened:
        """Keep an article that was taken from a file, under the address it names.

        Raises:
            CannotUnderstand: It names none.
            NotKept: The library would not take it; the error carries it.
        """
        if article.url is None:
            raise CannotUnderstand(
                f"{titled(article.title)} does not say its address, so it is not kept."
            )
        return await self._keep(article.url, article)

    async def known(self, address: str) -> int | None:
        """Which article of the library an address leads to.

        Returns:
            Its id, or None if no article is known by the address.

        Raises:
            CannotKeep: The library cannot be read.
        """
        return await self._database.look(articles.find, _known_as(address))

    async def former(self, opened: Opened) -> tuple[tuple[datetime, str], ...]:
        """What an article said before its site changed it, the last first.

        Returns:
            Since when each version was known, and its text: a paragraph that is
            not in the version after it stands behind a `−`, one that came instead
            behind a `+`.
        """
        origin = Origin.PAGE if opened.whole else Origin.FEED
        versions = await self._database.look(bodies.former, opened.id, origin)
        return await self._desk.run(changes_in, versions, opened.article)

    async def keep_place(self, article_id: int, offset: int) -> None:
        """Remember where the reader left an article.

        Args:
            article_id: The article.
            offset: Into its plain text, in characters.

        Raises:
            CannotKeep: The library would not take it.
        """
        await self._database.run(statuses.keep_place, article_id, offset)

    async def mark(
        self,
        ids: Iterable[int],
        *,
        read: bool | None = None,
        starred: bool | None = None,
    ) -> Ids:
        """Mark a few articles as read or unread, starred or not; None leaves it.

        Returns:
            Those that were changed.

        Raises:
            CannotKeep: The library would not take it.
        """
        return await self._database.run(
            doing.mark, Ids.of(ids), self._now(), read=read, starred=starred
        )

    async def opened(self, article_id: int) -> bool:
        """Mark an article as read because it was opened.

        Returns:
            Whether it was unread.

        Raises:
            CannotKeep: The library would not take it.
        """
        return await self._database.run(doing.read_by_opening, article_id, self._now())

    async def toggle_read(
        self, ids: Iterable[int], progress: Progress = unheard
    ) -> tuple[Ids, bool]:
        """Mark articles as read; if all of them are, as unread.

        Args:
            ids: The articles.
            progress: Told how many are done, if they are many.

        Returns:
            Those that were changed, and whether they are read now.

        Raises:
            CannotKeep: The library would not take it, or no more of it.
        """
        undertaking, read = await self._database.run(
            doing.begin_toggling_read, Ids.of(ids), self._now()
        )
        return await carried_out(self._database, undertaking, progress), read

    async def toggle_starred(
        self, ids: Iterable[int], progress: Progress = unheard
    ) -> tuple[Ids, bool]:
        """Star articles; if all of them are starred, take the stars off.

        Args:
            ids: The articles.
            progress: Told how many are done, if they are many.

        Returns:
            Those that were changed, and whether they are starred now.

        Raises:
            CannotKeep: The library would not take it, or no more of it.
        """
        undertaking, starred = await self._database.run(
            doing.begin_toggling_starred, Ids.of(ids), self._now()
        )
        return await carried_out(self._database, undertaking, progress), starred

    async def mark_read_beyond(
        self,
        selection: Selection,
        article_id: int,
        step: int,
        progress: Progress = unheard,
    ) -> Ids:
        """Mark as read what stands below an article of a selection, or above it.

        Args:
            selection: Which articles.
            article_id: The article; it stays as it is.
            step: 1 for those below, -1 for those above.
            progress: Told how many are done, if they are many.

        Returns:
            Those that were unread.

        Raises:
            CannotKeep: The library would not take it, or no more of it.
        """
        undertaking = await self._database.run(
            doing.begin_marking_read_beyond, selection, article_id, step, self._now()
        )
        return await carried_out(self._database, undertaking, progress)

    async def mark_all_read(
        self, selection: Selection, progress: Progress = unheard
    ) -> Ids:
        """Mark everything in a selection as read.

        Args:
            selection: Which articles.
            progress: Told how many are done, if they are many.

        Returns:
            Those that were unread.

        Raises:
            CannotKeep: The library would not take it, or no more of it.
        """
        undertaking = await self._database.run(
            doing.begin_marking_all_read, selection, self._now()
        )
        return await carried_out(self._database, undertaking, progress)

    async def tag(
        self,
        ids: Iterable[int],
        *,
        add: Collection[str] = (),
        remove: Collection[str] = (),
        progress: Progress = unheard,
    ) -> Ids:
        """Give articles tags, and take others off.

        Args:
            ids: The articles.
            add: The tags they get.
            remove: The tags they lose.
            progress: Told how many are done, if they are many.

        Returns:
            Those whose tags are others now.

        Raises:
            CannotKeep: The library would not take it, or no more of it.
        """
        undertaking = await self._database.run(
            doing.begin_tagging, Ids.of(ids), self._now(), add=add, remove=remove
        )
        return await carried_out(self._database, undertaking, progress)

    async def delete(self, ids: Iterable[int], progress: Progress = unheard) -> Ids:
        """Throw articles away; no refresh brings them back.

        Args:
            ids: The articles.
            progress: Told how many are done, if they are many.

        Returns:
            Those that were there.

        Raises:
            CannotKeep: The library would not take it, or no more of it.
        """
        undertaking = await self._database.run(
            doing.begin_deleting, Ids.of(ids), self._now()
        )
        return await carried_out(self._database, undertaking, progress)

    async def _keep(self, what: int | str, article: Article) -> Opened:
        try:
            article_id = await self._database.run(
                articles.keep_page, _known_as(what), article, self._now()
            )
        except CannotKeep as error:
            raise NotKept(article, str(error)) from error
        copy = await self._database.look(articles.copy_of, article_id)
        if copy is None:
            raise NotFound("The article was deleted while it was opened.")
        article = of_its_source(article, copy)
        said = await self._database.look(quotations.corrections, article_id)
        return await self._opened(copy, await self._desk.run(corrected, article, said))

    async def _opened(self, copy: Copy, article: Article) -> Opened:
        marked = await self._database.look(quotations.highlights, copy.id)
        passages = await self._desk.run(passages_in, article, marked) if marked else ()
        if article.previous is None or article.next is None:
            previous, following = await self._database.look(neighbours.around, copy.id)
            article = replace(
                article,
                previous=article.previous or previous,
                next=article.next or following,
            )
        return Opened(
            id=copy.id,
            article=article,
            kept=copy.kept,
            whole=isinstance(copy.what, Article),
            place=copy.place,
            read=copy.read,
            starred=copy.starred,
            tags=copy.tags,
            passages=passages,
            edited=copy.edited,
        )

    async def _address_of(self, article_id: int) -> str:
        url = await self._database.look(articles.address_of, article_id)
        if url is None:
            raise NotFound(f"Article {article_id} has no address to ask.")
        return url


def _known_as(what: int | str) -> int | str:
    """An address as the library has it: without a password, and the whole page."""
    return what if isinstance(what, int) else shown(urldefrag(what).url)
