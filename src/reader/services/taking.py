"""Reading what is not in the library, and keeping nothing of it."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from reader.domain.article import Article
from reader.domain.errors import CannotUnderstand
from reader.domain.exchange import Page
from reader.domain.preferences import Preferences
from reader.domain.source import Feed
from reader.net.web import Web
from reader.services.desk import Desk
from reader.services.gathering import Gathering, article_of
from reader.text.sanitize import clean_line

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes; what is larger is no article."""


class Taking:
    """Takes articles and feeds from addresses, files and bytes.

    Args:
        web: The way to the sites.
        desk: Where pages are understood.
        preferences: What the reader has set.
    """

    def __init__(
        self, web: Web, desk: Desk, preferences: Preferences | None = None
    ) -> None:
        self._web = web
        self._desk = desk
        self._gathering = Gathering(web, desk, preferences)

    async def article(self, address: str) -> Article:
        """Read an article.

        Args:
            address: An http or https address, or the path of a file: HTML,
                plain text, Markdown, or a feed, whose first article it is.

        Raises:
            CannotReach: The site did not answer.
            CannotUnderstand: The file cannot be read, or there is no article in it.
        """
        if is_address(address):
            return await self._gathering.article(address, with_neighbours=True)
        page = await self._page(address)
        return await self._desk.run_beside(article_of, page, Path(address).name)

    async def article_in(self, body: bytes, name: str = "") -> Article:
        """Read an article out of bytes, such as standard input.

        Args:
            body: The bytes.
            name: A file's name, which hints at what it is.

        Raises:
            CannotUnderstand: There is no article in it.
        """
        return await self._desk.run_beside(article_of, _page_of(body, name), name)

    async def feed(self, address: str) -> Feed:
        """Read a feed from an address or a file.

        Raises:
            CannotReach: The site did not answer.
            CannotUnderstand: The file cannot be read, or it is no feed.
        """
        return await self._desk.run(_feed_in, await self._page(address), address)

    async def feed_in(self, body: bytes, name: str = "") -> Feed:
        """Read a feed out of bytes.

        Raises:
            CannotUnderstand: It is no feed.
        """
        return await self._desk.run(_feed_in, _page_of(body, name), name)

    async def _page(self, address: str) -> Page:
        if not is_address(address):
            return await self._desk.run(_file, address)
        return await self._web.fetch(address)


def is_address(source: str) -> bool:
    """Whether a source is a web address rather than a file."""
    return source.lower().startswith(("http://", "https://"))


def _file(name: str) -> Page:
    if not name:
        raise CannotUnderstand("An empty name is no file and no address.")
    shown = clean_line(name)
    path = Path(name).expanduser()
    try:
        if path.is_dir():
            raise CannotUnderstand(f"{shown} is a folder, not an article.")
        with path.open("rb") as file:
            body = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise CannotUnderstand(
            f"There is no file {shown}. An address starts with http:// or https://."
        ) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise CannotUnderstand(f"{shown} cannot be read: {reason}.") from error
    if len(body) > LARGEST_FILE:
        raise CannotUnderstand(
            f"{shown} is larger than {LARGEST_FILE // 1024**2} MB; that is no article."
        )
    return _page_of(body, path.name)


def _page_of(body: bytes, name: str) -> Page:
    guessed = mimetypes.guess_type(name, strict=False)[0] if name else None
    return Page(url="", body=body, content_type=guessed or "")


def _feed_in(page: Page, name: str) -> Feed:
    """The feed in a page, which is named when there is none in it."""
    from reader.sites.feeds import feed_in

    try:
        return feed_in(page)
    except CannotUnderstand as error:
        where = clean_line(page.url or name) or "standard input"
        raise CannotUnderstand(f"{error} ({where})") from error
