"""The list of sources, with what is unread in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.message import Message

from reader.domain.search import SavedSearch, Tally
from reader.domain.selection import Counts, Selection
from reader.domain.source import Source
from reader.ui.cells import cut, fit_right
from reader.ui.telling import EVERYTHING
from reader.ui.widgets.line_list import LineList, Piece

NAME = "source-list--name"
UNREAD = "source-list--unread"
FAINT = "source-list--faint"
FAILING = "source-list--failing"
MARK = "source-list--mark"

FIXED = (
    (EVERYTHING, Selection()),
    ("Unread", Selection(unread=True)),
    ("Starred", Selection(starred=True)),
)
"""What stands over the sources."""

SEARCH, ACTING = "/ ", "» "
"""What tells a saved search, and one that does something with what arrives."""

NOT_COUNTED = Tally(0, whole=True)


class SourceList(LineList):
    """All articles, unread and starred ones, saved searches, then a line a source."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("D", "remove", "Remove", show=False, id="list.remove"),
        Binding("t", "tag", "Tag the source", show=False, id="list.tag-source"),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {NAME, UNREAD, FAINT, FAILING, MARK}
    """
    | Class | Styles |
    | :- | :- |
    | `source-list--name` | A source with nothing unread. |
    | `source-list--unread` | A source with something unread, and how much. |
    | `source-list--faint` | What tells a saved search. |
    | `source-list--failing` | A source that could not be fetched. |
    | `source-list--mark` | The mark at the cursor. |
    """

    @dataclass
    class RemoveAsked(Message):
        """The reader wants the line under the cursor gone."""

        list: SourceList

        @property
        def control(self) -> SourceList:
            """The list it happened in."""
            return self.list

    @dataclass
    class TagAsked(Message):
        """The reader wants to say which tags the source under the cursor has."""

        list: SourceList

        @property
        def control(self) -> SourceList:
            """The list it happened in."""
            return self.list

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.sources: tuple[Source, ...] = ()
        self.searches: tuple[SavedSearch, ...] = ()
        self.tallies: Mapping[int, Tally] = {}
        """How much is unread of what each saved search finds, as far as it is known."""

        self._all = Counts(0, 0)

    def show(
        self,
        sources: Sequence[Source],
        counts: Counts,
        searches: Sequence[SavedSearch],
    ) -> None:
        """Show the sources, the cursor staying on the one it is on."""
        source, search = self.source, self.search
        self.sources, self.searches = tuple(sources), tuple(searches)
        self._all = counts
        with self.prevent(LineList.Reached):
            self.lines = self._above + len(self.sources)
            if source is not None:
                self.go_to_source(source.id)
            elif search is not None:
                self.go_to_search(search.id)
        self.refresh()

    def show_tallies(self, tallies: Mapping[int, Tally]) -> None:
        """Show how much is unread of what each saved search finds."""
        self.tallies = tallies
        self.refresh()

    @property
    def _above(self) -> int:
        """How many lines stand over the sources."""
        return len(FIXED) + len(self.searches)

    def go_to_source(self, source_id: int) -> None:
        """Move to a source, if it is there."""
        ids = [source.id for source in self.sources]
        if source_id in ids:
            self.cursor = self._above + ids.index(source_id)

    def go_to_search(self, search_id: int) -> None:
        """Move to a saved search, if it is there."""
        ids = [search.id for search in self.searches]
        if search_id in ids:
            self.cursor = len(FIXED) + ids.index(search_id)

    @property
    def source(self) -> Source | None:
        """The source under the cursor, or None if none is."""
        at = self.cursor - self._above
        return self.sources[at] if 0 <= at < len(self.sources) else None

    @property
    def search(self) -> SavedSearch | None:
        """The saved search under the cursor, or None if none is."""
        at = self.cursor - len(FIXED)
        return self.searches[at] if 0 <= at < len(self.searches) else None

    @property
    def selection(self) -> Selection:
        """The articles that the line under the cursor stands for."""
        if self.source is not None:
            return Selection(source=self.source.id)
        if self.search is not None:
            return Selection(words=self.search.words)
        return FIXED[min(self.cursor, len(FIXED) - 1)][1]

    @property
    def title(self) -> str:
        """What the line under the cursor is called."""
        named = self.source or self.search
        return (
            FIXED[min(self.cursor, len(FIXED) - 1)][0] if named is None else named.name
        )

    def go_to(self, source_id: int) -> bool:
        """Move to a source.

        Returns:
            Whether it is there.
        """
        ids = [source.id for source in self.sources]
        if source_id not in ids:
            return False
        self.cursor = len(FIXED) + ids.index(source_id)
        return True

    def go_to_failing(self, step: int) -> bool:
        """Move to the next failing source, or the one before.

        Returns:
            Whether there is one.
        """
        failing = [
            self._above + at
            for at, source in enumerate(self.sources)
            if source.failure is not None
        ]
        if step < 0:
            failing.reverse()
        if not failing:
            return False
        ahead = [line for line in failing if (line - self.cursor) * step > 0]
        self.cursor = (ahead or failing)[0]
        return True

    def go_to_unread(self, step: int) -> bool:
        """Move to the next source in which something is unread, or the one before.

        Returns:
            Whether there is one; over the sources everything is shown already.
        """
        if self.source is None:
            return False
        lines = range(
            self.cursor + step, self.lines if step > 0 else self._above - 1, step
        )
        for line in lines:
            if self.sources[line - self._above].unread:
                self.cursor = line
                return True
        return False

    def action_remove(self) -> None:
        """Ask for the line under the cursor to be gone."""
        self.post_message(self.RemoveAsked(self))

    def action_tag(self) -> None:
        """Ask for the tags of the source under the cursor to be others."""
        self.post_message(self.TagAsked(self))

    def pieces(self, line: int, width: int) -> Iterator[Piece]:
        """Draw one line."""
        here = line == self.cursor
        yield self.mark(here=here), MARK
        sign, style, count = "  ", FAINT, ""
        if line < len(FIXED):
            name = FIXED[line][0]
            count = _number(self._all.unread) if line < 2 else ""
        elif line < self._above:
            search = self.searches[line - len(FIXED)]
            name, sign = search.name, ACTING if search.deed else SEARCH
            tally = self.tallies.get(search.id, NOT_COUNTED)
            count = _number(tally.number) + ("" if tally.whole else "+")
        else:
            source = self.sources[line - self._above]
            name, count = source.name, _number(source.unread)
            if source.failure is not None:
                sign, style = "! ", FAILING
        room = width - len(count) - 5
        yield sign, style
        shown = cut(name, room)
        yield shown, FAILING if style == FAILING else UNREAD if count else NAME
        yield " " * (room - cell_len(shown)), None
        yield " " + fit_right(count, len(count)) + " ", UNREAD


def _number(unread: int) -> str:
    return str(unread) if unread else ""
