"""What the library screen asks of sites: news, and new sources."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import aclosing
from typing import ClassVar, Literal

from textual import work
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.reactive import reactive

from reader.domain.errors import ReaderError
from reader.domain.source import Source
from reader.ui.cells import cut, plain
from reader.ui.rooms import Rooms
from reader.ui.screens.base import ReaderScreen
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.choice import Choice
from reader.ui.widgets.prompt import Prompt
from reader.ui.widgets.source_list import SourceList
from reader.ui.widgets.status_line import StatusLine

Pane = Literal["sources", "articles", "article"]


class AskingScreen(ReaderScreen):
    """A screen with sources and articles, whose sites can be asked for news."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "refresh_source", "Refresh this", show=False, id="list.refresh"),
        Binding("R", "refresh_all", "Refresh all", id="list.refresh-all"),
        Binding("v", "why", "Why it failed", show=False, id="list.why"),
        Binding("e", "failing(1)", "Failing source", show=False, id="list.failing"),
        Binding(
            "E", "failing(-1)", "Failing before", show=False, id="list.failing-before"
        ),
        Binding("plus", "add", "Add a site", show=False, id="library.add"),
    ]

    front: reactive[Pane] = reactive("articles", init=False)
    """The pane one is in."""

    source_list = query_one(SourceList)
    article_list = query_one(ArticleList)
    status = query_one(StatusLine)

    def __init__(self, rooms: Rooms, *, classes: str) -> None:
        super().__init__(classes=classes)
        self._rooms = rooms

    def action_refresh_source(self) -> None:
        """Ask the site of the source, or of the article one is at, for news."""
        source = self.source_list.source
        if self.front == "articles" and source is None:
            row = self.article_list.current
            at = None if row is None else row.source_id
        else:
            at = None if source is None else source.id
        if at is None:
            self.refresh_sources(None)
        else:
            self.refresh_sources([at])

    def action_refresh_all(self) -> None:
        """Ask every site for news."""
        self.refresh_sources(None)

    def action_why(self) -> None:
        """Say why a source could not be fetched."""
        source = self._source_meant()
        if source is None or source.failure is None:
            self.say("Nothing failed here.")
            return
        since = source.failing_since
        when = f", since {since.astimezone():%-d %B, %H:%M}" if since else ""
        self.complain(source.failure, title=f"{plain(source.name)} fails{when}")

    def _source_meant(self) -> Source | None:
        """The source under the cursor, or that of the article under it."""
        if self.front == "sources" or self.source_list.source is not None:
            return self.source_list.source
        row = self.article_list.current
        if row is None:
            return None
        found = (one for one in self.source_list.sources if one.id == row.source_id)
        return next(found, None)

    def action_failing(self, step: int) -> None:
        """Go to the next failing source, or the one before."""
        if self.source_list.go_to_failing(step):
            self.front = "sources"
        else:
            self.say("No source fails.")

    @work(exclusive=True, group="refresh")
    async def refresh_sources(self, sources: Sequence[int] | None) -> None:
        """Ask some sites for news, or all, and show what comes as it comes."""
        asked = new = 0
        failed: list[str] = []
        total = len(self.source_list.sources) if sources is None else len(sources)
        self.status.busy = "Asking…"
        try:
            async with aclosing(self._rooms.refreshing.refresh(sources)) as news:
                async for one in news:
                    asked += 1
                    new += one.new
                    if one.failure is not None:
                        failed.append(one.failure)
                    self.status.busy = f"{asked} of {total} asked · {new} new"
                    if one.new:
                        self.reader.show_again()
        except ReaderError as error:
            self.complain(error, title="Not refreshed")
        finally:
            self.status.busy = ""
        await self.show_again()
        self.reader.index_soon()
        if failed:
            words = failed[0] if len(failed) == 1 else "e goes to each, v says why."
            self.complain(words, title=f"{len(failed)} of {asked} could not be fetched")
        else:
            self.say("1 new article." if new == 1 else f"{new} new articles.")

    async def action_add(self) -> None:
        """Ask for a site's address, and subscribe to it."""
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
        from reader.services.subscribing import SeveralFeeds

        try:
            return await self._rooms.subscribing.add(address)
        except SeveralFeeds as several:
            feeds = several.feeds
        lines = [(feed.title or feed.url, 0) for feed in feeds]
        at = await self.app.push_screen_wait(Choice("Which feed?", lines))
        return None if at is None else await self._rooms.subscribing.add(feeds[at].url)
