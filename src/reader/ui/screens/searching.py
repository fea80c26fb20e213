"""What the library screen does with searches: finding, keeping, letting them act."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.getters import query_one

from reader.domain.errors import ReaderError
from reader.domain.search import Deed, SavedSearch, Tally
from reader.domain.selection import Selection
from reader.domain.source import Source
from reader.ui.cells import plain
from reader.ui.screens.asking import AskingScreen
from reader.ui.widgets.articles import Articles
from reader.ui.widgets.source_list import SourceList

COUNT_AFTER = 0.3
"""Seconds that counting for saved searches keeps out of the way of what was asked for."""


class SearchingScreen(AskingScreen):
    """A screen whose articles can be searched, and whose searches can be kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", "Find", id="list.find"),
        Binding(
            "S", "keep_search", "Keep the search", show=False, id="list.keep-search"
        ),
        Binding(
            "W", "on_arrival", "When such arrives", show=False, id="list.on-arrival"
        ),
    ]

    articles = query_one(Articles)

    typed: str = ""
    """What is searched for in what the sources' line stands for; empty for no search."""

    async def action_find(self) -> None:
        """Show the articles with some words in them, as they are typed."""
        from reader.ui.widgets.prompt import Prompt

        self.reader.index_soon(asked=True)
        before = self.typed

        def found(words: str | None) -> None:
            self.find(before if words is None else words)
            self.count_searches()

        prompt = Prompt(
            "Find:",
            text=before,
            changed=self.find,
            troubles=lambda words: self._rooms.listing.search(words).troubles,
        )
        await prompt.ask(self.app, found)

    def find(self, words: str) -> None:
        """Show what some words find in what the sources' line stands for."""
        # They would take turns with it at the processor.
        self.workers.cancel_group(self, "tallies")
        self.typed = words.strip()
        articles = self.articles
        articles.looked_for = self.typed
        words = f"{self.source_list.selection.words} {self.typed}".strip()
        articles.selection = replace(articles.selection, words=words, only=None)

    async def action_keep_search(self) -> None:
        """Keep what is searched for under a name; a saved search or a source gets another."""
        search, source = self.source_list.search, self.source_list.source
        if search is not None and not self.typed:
            await self._ask_for_name(
                search.name, partial(self.rename_search, search.id)
            )
            return
        if source is not None and not self.typed and self.front == "sources":
            await self._ask_for_name(
                source.name, partial(self.rename_source, source.id)
            )
            return
        words = _in_words(self.articles.selection, self.source_list)
        if not self.typed:
            self.say("Nothing is searched for; / searches.")
            return
        from reader.ui.widgets.prompt import Prompt

        def answered(name: str | None) -> None:
            if name and name.strip():
                self.keep_search(plain(name).strip(), words)

        name = "" if search is None else search.name
        prompt = Prompt("Keep the search as:", text=name, example="Harbour news")
        await prompt.ask(self.app, answered)

    async def _ask_for_name(self, now: str, rename: Callable[[str], object]) -> None:
        from reader.ui.widgets.prompt import Prompt

        def answered(name: str | None) -> None:
            if name and name.strip() and name != now:
                rename(plain(name).strip())

        await Prompt("Name:", text=now).ask(self.app, answered)

    @work(group="searches")
    async def rename_source(self, source_id: int, name: str) -> None:
        """Call a source otherwise."""
        try:
            await self._rooms.subscribing.rename(source_id, name)
        except ReaderError as error:
            self.complain(error, title="Not renamed")
            return
        await self.show_again()
        self.source_list.go_to(source_id)
        self.articles.heading = self.source_list.title
        self.articles.show_title()

    @on(SourceList.TagAsked)
    async def _ask_for_tags(self, event: SourceList.TagAsked) -> None:
        event.stop()
        source = self.source_list.source
        if source is None:
            self.say("Only a source has tags here.")
            return
        from reader.ui.tagging import tags_in, written
        from reader.ui.widgets.prompt import Prompt

        def answered(words: str | None) -> None:
            if words is not None:
                self.tag_source(source.id, tags_in(words))

        prompt = Prompt("Tags:", text=written(source.tags), example="coast boats")
        await prompt.ask(self.app, answered)

    @work(group="searches")
    async def tag_source(self, source_id: int, tags: Sequence[str]) -> None:
        """Give a source these tags and no others; its articles are found by them."""
        try:
            source = await self._rooms.subscribing.tag(source_id, tags)
        except ReaderError as error:
            self.complain(error, title="Not tagged")
            return
        await self.show_again()
        tagged = " ".join(f"#{tag}" for tag in source.tags)
        self.say(f"{plain(source.name)}: {plain(tagged) or 'no tags'}")

    @work(group="searches")
    async def keep_search(self, name: str, words: str) -> None:
        """Keep a search, and go to it among the sources."""
        try:
            search = await self._rooms.searches.keep(name, words)
        except ReaderError as error:
            self.complain(error, title="Not kept")
            return
        await self.show_again()
        self.source_list.go_to_search(search.id)
        self.typed = ""
        self.say(f"{name} stands among the sources. W lets it act on what arrives.")

    @work(group="searches")
    async def rename_search(self, search_id: int, name: str) -> None:
        """Call a saved search otherwise."""
        try:
            await self._rooms.searches.rename(search_id, name)
        except ReaderError as error:
            self.complain(error, title="Not renamed")
            return
        await self.show_again()
        self.articles.heading = self.source_list.title
        self.articles.show_title()

    @on(SourceList.RemoveAsked)
    def _remove(self, event: SourceList.RemoveAsked) -> None:
        event.stop()
        search, source = self.source_list.search, self.source_list.source
        if search is not None:
            self.remove_search(search)
        elif source is not None:
            self.remove_source(source)
        else:
            self.say("This line always stands here.")

    @work(group="searches")
    async def remove_source(self, source: Source) -> None:
        """Take out a source with its articles."""
        try:
            await self._rooms.subscribing.remove(source.id)
        except ReaderError as error:
            self.complain(error, title="Not removed")
            return
        self.source_list.cursor -= 1
        await self.show_again()
        self.say(
            f"{plain(source.name)} is removed, but for what you starred, tagged or"
            " wrote on. u brings it back."
        )

    @work(group="searches")
    async def remove_search(self, search: SavedSearch) -> None:
        """Forget a saved search."""
        try:
            await self._rooms.searches.remove(search.id)
        except ReaderError as error:
            self.complain(error, title="Not removed")
            return
        self.source_list.cursor -= 1
        await self.show_again()
        self.say(f"{plain(search.name)} is removed. u brings it back.")

    async def action_on_arrival(self) -> None:
        """Say what a saved search does with what arrives; the list shows what it finds."""
        search = self.source_list.search
        if search is None or self.typed:
            self.say("Only a saved search can act: S keeps this one, then W.")
            return
        from reader.ui.deeds import deed_in, in_words
        from reader.ui.widgets.prompt import Prompt

        found = self.article_list.lines

        def answered(words: str | None) -> None:
            if words is not None:
                self.let_act(search.id, deed_in(words))

        prompt = Prompt(
            f"It finds {found:,} here. Whatever such arrives:",
            text=in_words(search.deed),
            example="read star #tag",
        )
        await prompt.ask(self.app, answered)

    @work(group="searches")
    async def let_act(self, search_id: int, deed: Deed) -> None:
        """Let a saved search do something with what arrives from now on."""
        try:
            await self._rooms.searches.on_arrival(search_id, deed)
        except ReaderError as error:
            self.complain(error, title="Not kept")
            return
        await self.show_again()
        if deed:
            self.say(
                "It acts on what arrives from now on; what is here stays as it is."
            )
        else:
            self.say("It leaves what arrives as it is.")

    @work(exclusive=True, group="tallies")
    async def count_searches(self) -> None:
        """Count what is unread in each saved search, for a moment each."""
        # The screen may be closed while nothing is counted yet.
        source_list = self.source_list
        await asyncio.sleep(COUNT_AFTER)
        tallies: dict[int, Tally] = {}
        try:
            for search in source_list.searches:
                tallies[search.id] = await self._rooms.searches.unread(search)
        except ReaderError as error:
            self.complain(error, title="The searches cannot be counted")
            return
        source_list.show_tallies(tallies)


def _in_words(selection: Selection, source_list: SourceList) -> str:
    """A selection in the language of search alone."""
    source = source_list.source
    parts = [
        "is:unread" if selection.unread else "",
        "is:starred" if selection.starred else "",
        "" if source is None else f'source:"{source.name.replace(chr(34), " ")}"',
        selection.words,
    ]
    return " ".join(part for part in parts if part)
