"""Asking sites for news from the screen, and seeing what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import aclosing
from time import monotonic
from typing import ClassVar, Literal

from textual import work
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.reactive import reactive
from textual.worker import Worker

from reader.domain.errors import ReaderError
from reader.domain.source import Source
from reader.ui.cells import plain
from reader.ui.rooms import Rooms
from reader.ui.screens.base import ReaderScreen
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.source_list import SourceList
from reader.ui.widgets.status_line import StatusLine

Pane = Literal["sources", "articles", "article"]

BAR = 10
"""Cells of the bar that shows how far a refresh is."""

TOLD_EVERY = 0.25
SHOWN_EVERY = 3.0
"""Seconds between two words on how far it is, and between two looks at what has
come. Each is work for the screen, and would keep keys and sources waiting."""

MINUTE = 60.0
"""Seconds."""


class RefreshingScreen(ReaderScreen):
    """A screen with sources and articles, whose sites can be asked for news."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "refresh_source", "Refresh this", show=False, id="list.refresh"),
        Binding("R", "refresh_all", "Refresh all", id="list.refresh-all"),
        Binding("v", "why", "Why it failed", show=False, id="list.why"),
        Binding("V", "quiet", "Quiet sources", show=False, id="list.quiet"),
        Binding("e", "failing(1)", "Failing source", show=False, id="list.failing"),
        Binding(
            "E", "failing(-1)", "Failing before", show=False, id="list.failing-before"
        ),
    ]

    front: reactive[Pane] = reactive("articles", init=False)
    """The pane one is in."""

    source_list = query_one(SourceList)
    article_list = query_one(ArticleList)
    status = query_one(StatusLine)

    def __init__(self, rooms: Rooms, *, classes: str) -> None:
        super().__init__(classes=classes)
        self._rooms = rooms
        self._refresh: Worker[None] | None = None

    def refresh_by_itself(self) -> None:
        """Begin to refresh at the interval that the reader has set, if one is."""
        minutes = self._rooms.preferences.refresh_every
        if minutes:
            self.set_interval(minutes * MINUTE, self._refresh_what_is_due)

    def action_refresh_source(self) -> None:
        """Ask the site of the source, or of the article one is at, for news."""
        source = self.source_list.source
        if self.front == "articles" and source is None:
            row = self.article_list.current
            at = None if row is None else row.source_id
        else:
            at = None if source is None else source.id
        self._begin(None if at is None else [at])

    def action_refresh_all(self) -> None:
        """Ask every site for news."""
        self._begin(None)

    @property
    def refreshing(self) -> bool:
        """Whether somebody is being asked for news."""
        return self._refresh is not None and not self._refresh.is_finished

    def stop_refreshing(self) -> bool:
        """Ask nobody else for news; what has come is kept.

        Returns:
            Whether anybody was being asked.
        """
        if self._refresh is None or not self.refreshing:
            return False
        self._refresh.cancel()
        self.reader.show_again()
        self.say("Stopped. What has come is kept.")
        return True

    def _begin(self, ids: Sequence[int] | None) -> None:
        self._refresh = self.refresh_sources(ids)

    def _refresh_what_is_due(self) -> None:
        """Ask whoever is due, unless somebody is being asked already."""
        if not self.refreshing:
            self._refresh = self.refresh_sources(None, only_due=True)

    @work(exclusive=True, group="refresh")
    async def refresh_sources(
        self, ids: Sequence[int] | None, *, only_due: bool = False
    ) -> None:
        """Ask some sites for news, or all, and show what comes as it comes.

        Args:
            ids: Which sources, or None for all.
            only_due: Whether nobody has asked for it: then only those are asked
                whose time has come, and nothing is said but in the status line.
        """
        refreshing = self._rooms.refreshing
        new = 0
        done: list[Source] = []
        failures: list[str] = []
        put_off: list[str] = []
        merged: list[str] = []
        told = shown = 0.0
        # Until it is over, when there is more to look through.
        self.reader.index_later()
        try:
            total = await refreshing.how_many(ids, only_due=only_due)
            self._tell("Asking…" if total else "")
            async with aclosing(refreshing.refresh(ids, only_due=only_due)) as news:
                async for one in news:
                    done.append(one.source)
                    new += one.new
                    if one.failure is not None:
                        failures.append(one.failure)
                    if one.put_off is not None:
                        put_off.append(one.put_off)
                    if one.merged is not None:
                        merged.append(f"{one.source.name}: {one.merged}")
                    now = monotonic()
                    if now - told > TOLD_EVERY or len(done) == total:
                        told = now
                        self._tell(progress(len(done), total, new, one.source.name))
                    if one.new and now - shown > SHOWN_EVERY:
                        shown = now
                        self.reader.show_again()
        except ReaderError as error:
            self.complain(error, title="Not refreshed")
        finally:
            self._tell("")
        if not self.is_open:
            return
        await self.show_again()
        self.reader.index_soon()
        if ids is None:
            self.reader.follow()
        if not only_due:
            for words in merged:
                self.say(words)
            self._report(len(done), new, failures, put_off)

    def _tell(self, words: str) -> None:
        """Say in the status line how far it is; it may have ended with the program."""
        if self.is_open:
            self.status.busy = words

    def _report(
        self, asked: int, new: int, failures: Sequence[str], put_off: Sequence[str]
    ) -> None:
        """Say what came of a refresh that somebody asked for."""
        if failures:
            several = "e goes to each, v says why."
            words = failures[0] if len(failures) == 1 else several
            title = f"{len(failures)} of {asked} could not be fetched"
            self.complain(words, title=title)
        elif asked == 1 and put_off:
            self.say(put_off[0])
        else:
            self.say("1 new article." if new == 1 else f"{new} new articles.")

    def action_why(self) -> None:
        """Say why a source could not be fetched."""
        from reader.ui.screens.why import WhyScreen

        source = self._source_meant()
        if source is None or source.failure is None:
            self.say("Nothing failed here.")
        else:
            self.app.push_screen(WhyScreen(source, self._rooms.now()))

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

    @work(exclusive=True, group="quiet")
    async def action_quiet(self) -> None:
        """List the sources that are quiet for longer than is their habit."""
        now = self._rooms.now()
        try:
            silences = await self._rooms.listing.silences(now)
        except ReaderError as error:
            self.complain(error, title="The library cannot be read")
            return
        quiet = [one for one in self.source_list.sources if one.id in silences]
        if not quiet:
            self.say("No source is quiet for longer than is its habit.")
            return
        quiet.sort(key=lambda one: silences[one.id].since)
        lines = [
            (f"{plain(one.name)} — {(now - silences[one.id].since).days} days", 0)
            for one in quiet
        ]
        title = "Quiet for longer than is their habit"
        from reader.ui.widgets.choice import Choice

        at = await self.app.push_screen_wait(Choice(title, lines))
        if at is not None and self.source_list.go_to(quiet[at].id):
            self.front = "sources"


def progress(done: int, total: int, new: int, name: str) -> str:
    """How far a refresh is: a bar, how many are done, what is new, who was the last."""
    filled = BAR * done // max(total, 1)
    bar = "━" * filled + "─" * (BAR - filled)
    return f"{bar} {done}/{total} · {new} new · {plain(name)}"
