"""Opening articles: the library's copy, the site's, or a file's."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from reader.domain.article import Article, Opened
from reader.domain.source import Feed
from reader.net.web import Web
from reader.services.desk import Desk
from reader.storage.database import Database


class Reading:
    """Opens articles, and remembers what was done with them.

    Args:
        database: The library.
        web: The way to the sites.
        desk: Where pages are understood.
        now: Says what time it is, in UTC.
    """

    def __init__(
        self,
        database: Database,
        web: Web,
        desk: Desk,
        now: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._web = web
        self._desk = desk
        self._now = now

    async def kept(self, what: int | str, *, from_feed: bool = False) -> Opened | None:
        """The library's copy of an article; nothing is asked of any site.

        Args:
            what: Its id, or an address it is known by.
            from_feed: Whether the feed's text is wanted even where the page's
                own is kept.

        Returns:
            The copy, or None if the library has no text of it.
        """
        raise NotImplementedError

    async def fetch(self, what: int | str) -> Opened:
        """Ask the site for an article, keep it with its comment form, and open it.

        Args:
            what: Its id, or its address.

        Raises:
            CannotReach: The site did not answer.
            CannotUnderstand: There is no article in what it answered.
            NotFound: There is no such id, or it has no address.
            CannotKeep: The library would not take it.
        """
        raise NotImplementedError

    async def take(self, address: str) -> Article:
        """Read an article and keep nothing.

        Args:
            address: An http or https address, or the path of a file (HTML,
                plain text, Markdown, or a feed, whose first article it is).

        Raises:
            CannotReach: The site did not answer.
            CannotUnderstand: It cannot be read, or there is no article in it.
        """
        raise NotImplementedError

    async def take_bytes(self, body: bytes, name: str | None = None) -> Article:
        """Read an article out of bytes, such as standard input, and keep nothing.

        Args:
            body: The bytes.
            name: A file's name, which hints at what it is.

        Raises:
            CannotUnderstand: There is no article in it.
        """
        raise NotImplementedError

    async def feed(self, address: str) -> Feed:
        """Read a feed, from an address or a file, and keep nothing.

        Raises:
            CannotReach: The site did not answer.
            CannotUnderstand: It is no feed.
        """
        raise NotImplementedError

    async def feed_bytes(self, body: bytes, name: str | None = None) -> Feed:
        """Read a feed out of bytes, such as standard input, and keep nothing.

        Raises:
            CannotUnderstand: It is no feed.
        """
        raise NotImplementedError

    async def keep_place(self, article_id: int, offset: int) -> None:
        """Remember where the reader left an article.

        Args:
            article_id: The article.
            offset: Into its plain text, in characters.
        """
        raise NotImplementedError

    async def mark(
        self,
        ids: Iterable[int],
        *,
        read: bool | None = None,
        starred: bool | None = None,
    ) -> tuple[int, ...]:
        """Mark articles as read or unread, starred or not; None leaves it.

        Returns:
            Those that were changed, so that it can be undone.
        """
        raise NotImplementedError
