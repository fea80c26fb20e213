"""Understanding feeds: a few at the desk, many in processes beside it."""

from __future__ import annotations

from types import TracebackType
from typing import Final, Self

from reader.domain.errors import CannotUnderstand
from reader.domain.exchange import Page
from reader.domain.source import Feed
from reader.services.desk import Desk
from reader.services.helpers import HelperLost, Helpers

A_FEW: Final = 4
"""So many feeds at a time are read at the desk, before any process is started."""

_TRIES: Final = 2
"""A helper may be ended for something that is not its feed's fault."""


class Understanding:
    """Reads the feeds of one refresh.

    A refresh that brings little is read at the desk. One that brings much is
    read by helpers, on every processor, and the screen is kept waiting for less.

    Args:
        desk: Where a few are read.
        helpers: Who read the others.
    """

    def __init__(self, desk: Desk, helpers: Helpers | None = None) -> None:
        self._desk = desk
        self._helpers = helpers or Helpers()
        self._under_way = 0
        self._helped = False

    async def __aenter__(self) -> Self:
        """Nothing is started yet."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Let the helpers go."""
        await self._helpers.__aexit__(kind, error, traceback)

    async def feed(self, page: Page) -> Feed:
        """Read a feed.

        Raises:
            CannotUnderstand: It is none, or reading it takes too long.
        """
        self._under_way += 1
        try:
            if self._helped or self._under_way > A_FEW:
                return await self._by_helper(page)
            return await self._desk.run(understood, page)
        finally:
            self._under_way -= 1

    async def _by_helper(self, page: Page) -> Feed:
        self._helped = True
        for _ in range(_TRIES):
            try:
                return await self._helpers.run(understood, page)
            except HelperLost as lost:
                if isinstance(lost.__cause__, TimeoutError):
                    break
            except (OSError, ImportError, SyntaxError):
                # No process is to be had, or only one of a program that is just
                # being replaced by another version.
                self._helped = False
                return await self._desk.run(understood, page)
        # At the desk it would take the whole program along.
        raise CannotUnderstand("This feed cannot be read: it takes too much to do so.")


def understood(page: Page, *, is_page: bool = False) -> Feed:
    """The feed in an answer.

    Args:
        page: The answer.
        is_page: Whether it is a web page whose links are the articles.

    Raises:
        CannotUnderstand: It is none.
    """
    if is_page:
        from reader.sites import front_page

        return front_page.feed_in(page)
    from reader.sites.feeds import feed_in

    return feed_in(page)
