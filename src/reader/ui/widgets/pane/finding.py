"""Words looked for in the article shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import reactive

from reader.domain.article import Opened
from reader.domain.selection import Term
from reader.text.finding import places_of_terms
from reader.text.searching import Search
from reader.ui.page import Overlay
from reader.ui.widgets.pane.shown import Said, ShownArticle


class Finding(ShownArticle):
    """Marks what is looked for, and goes from match to match."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", "Find", show=False, id="article.find"),
        Binding("n", "match(1)", "Next match", id="article.next-match"),
        Binding("N", "match(-1)", "Match before", id="article.prev-match"),
    ]

    terms: reactive[Sequence[Term]] = reactive((), init=False)
    """What the library is searched for, marked wherever the article says it."""

    _sought: Sequence[tuple[int, int]] = ()
    """Where it says it."""

    class FindAsked(Said):
        """The reader wants to search in the article; `find` does."""

    @dataclass
    class MatchReached(Said):
        """A search has been made, moved on, or ended."""

        words: str
        """What was searched for; empty once the search is over."""

        number: int
        """The match the reader is at, from 1; 0 if there is none."""

        count: int

    def __init__(self) -> None:
        super().__init__()
        self._search = Search()

    def article_changed(self, before: Opened | None) -> None:
        """End the search, and look for what the library is searched for."""
        super().article_changed(before)
        self.end_search()
        self._look_for_terms()

    def overlay(self) -> Overlay:
        """Lay the matches over the text."""
        search = self._search
        matches = search.matches if search else self._sought
        return super().overlay()._replace(matches=matches, match=search.at)

    def watch_terms(self) -> None:
        """Mark what the library is searched for."""
        self._look_for_terms()
        self.lay_over()

    def _look_for_terms(self) -> None:
        article = self.article
        self._sought = (
            [] if article is None else places_of_terms(self.terms, article.text)
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer matches while there is a search."""
        if action == "match":
            return self.searching
        return super().check_action(action, parameters)

    def action_find(self) -> None:
        """Ask for what to search for."""
        self.post_message(self.FindAsked(self))

    def find(self, words: str) -> int:
        """Mark every place where the words stand, and go to the first from here on.

        Upper and lower case are the same, and so is all white space. Words that are
        changed while they are searched for are looked for from where the search began; no
        words end it.

        Returns:
            How many places there are.
        """
        if not words.strip() or self.article is None:
            self.end_search()
            return 0
        self._search.look_for(words, self.article.text, self.place)
        self.refresh_bindings()
        self.action_match(1)
        return len(self._search.matches)

    def action_match(self, step: int) -> None:
        """Go to the next match, or the one before; after the last comes the first."""
        match = self._search.step(step)
        if match is not None:
            self.go_to(*match)
        self.lay_over()
        self._tell_match()

    def _tell_match(self) -> None:
        search = self._search
        number, count = search.at + 1, len(search.matches)
        self.post_message(self.MatchReached(self, search.words, number, count))

    @property
    def searching(self) -> bool:
        """Whether there is a search."""
        return bool(self._search)

    def end_search(self) -> None:
        """Mark no more matches."""
        if self._search:
            self._search.end()
            self.lay_over()
            self.refresh_bindings()
            self._tell_match()
