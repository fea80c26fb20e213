"""The list of sources, with what is unread in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len

from reader.domain.selection import Counts, Selection
from reader.domain.source import Source
from reader.ui.cells import cut, fit_right
from reader.ui.widgets.line_list import LineList, Piece

NAME = "source-list--name"
UNREAD = "source-list--unread"
FAINT = "source-list--faint"
FAILING = "source-list--failing"
MARK = "source-list--mark"

FIXED = (
    ("All articles", Selection()),
    ("Unread", Selection(unread=True)),
    ("Starred", Selection(starred=True)),
)
"""What stands over the sources."""


class SourceList(LineList):
    """All articles, then unread and starred ones, then a line a source."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {NAME, UNREAD, FAINT, FAILING, MARK}
    """
    | Class | Styles |
    | :- | :- |
    | `source-list--name` | A source with nothing unread. |
    | `source-list--unread` | A source with something unread, and how much. |
    | `source-list--faint` | The line between the fixed lines and the sources. |
    | `source-list--failing` | A source that could not be fetched. |
    | `source-list--mark` | The mark at the cursor. |
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.sources: tuple[Source, ...] = ()
        self._all = Counts(0, 0)

    def show(self, sources: Sequence[Source], counts: Counts) -> None:
        """Show the sources, the cursor staying on the one it is on."""
        current = self.source
        self.sources = tuple(sources)
        self._all = counts
        with self.prevent(LineList.Reached):
            self.lines = len(FIXED) + len(self.sources)
            if current is not None:
                ids = [source.id for source in self.sources]
                if current.id in ids:
                    self.cursor = len(FIXED) + ids.index(current.id)
        self.refresh()

    @property
    def source(self) -> Source | None:
        """The source under the cursor, or None on one of the fixed lines."""
        at = self.cursor - len(FIXED)
        return self.sources[at] if 0 <= at < len(self.sources) else None

    @property
    def selection(self) -> Selection:
        """The articles that the line under the cursor stands for."""
        if self.source is not None:
            return Selection(source=self.source.id)
        return FIXED[self.cursor][1]

    @property
    def title(self) -> str:
        """What the line under the cursor is called."""
        return self.source.name if self.source is not None else FIXED[self.cursor][0]

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
            len(FIXED) + at
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

    def pieces(self, line: int, width: int) -> Iterator[Piece]:
        """Draw one source."""
        here = line == self.cursor
        yield ("▌" if here and self.has_focus else "▏" if here else " "), MARK
        if line < len(FIXED):
            name = FIXED[line][0]
            unread = self._all.unread if line < 2 else 0
            failing = False
        else:
            source = self.sources[line - len(FIXED)]
            name, unread = source.name, source.unread
            failing = source.failure is not None
        count = f"{unread}" if unread else ""
        room = width - len(count) - 5
        style = UNREAD if unread else NAME
        yield ("! " if failing else "  "), FAILING
        shown = cut(name, room)
        yield shown, FAILING if failing else style
        yield " " * (room - cell_len(shown)), None
        yield " " + fit_right(count, len(count)) + " ", UNREAD
