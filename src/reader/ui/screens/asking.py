"""What the library screen asks of sites: new sources."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from reader.domain.errors import ReaderError
from reader.domain.source import Source
from reader.ui.cells import cut, plain
from reader.ui.screens.refreshing import RefreshingScreen


class AskingScreen(RefreshingScreen):
    """A screen on which new sources are added."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus", "add", "Add a site", show=False, id="library.add"),
    ]

    async def action_add(self) -> None:
        """Ask for a site's address, and subscribe to it."""
        from reader.ui.widgets.prompt import Prompt

        await Prompt("Add a site:", example="example.org").ask(self.app, self._add)

    def _add(self, address: str | None) -> None:
        if address and address.strip():
            self.add(address.strip())

    @work(group="add")
    async def add(self, address: str) -> None:
        """Subscribe to a site.

        Args:
            address: The site's, or a feed's.
        """
        self.status.busy = f"Looking for a feed at {cut(address, 40)}…"
        try:
            source = await self._subscribe(address)
        except ReaderError as error:
            self.complain(error, title="Not added")
            return
        finally:
            self.status.busy = ""
        if source is None:
            return
        self.reader.index_soon()
        self.say(f"{plain(source.name)} is added.")
        await self.show_again()

    async def _subscribe(self, address: str) -> Source | None:
        """Subscribe to a site, asking which of several feeds is meant."""
        from reader.services.seeking import SeveralFeeds

        try:
            return await self._rooms.subscribing.add(address)
        except SeveralFeeds as several:
            feeds = several.feeds
        lines = [(feed.title or feed.url, 0) for feed in feeds]
        from reader.ui.widgets.choice import Choice

        at = await self.app.push_screen_wait(Choice("Which feed?", lines))
        return None if at is None else await self._rooms.subscribing.add(feeds[at].url)
