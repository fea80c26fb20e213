"""What the reader marked in the article shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import reactive

from reader.domain.annotation import Passage
from reader.domain.article import Opened
from reader.domain.quotation import Quotation
from reader.text.walking import block_at, first_touching, touches
from reader.ui.page import Overlay
from reader.ui.widgets.pane.quoting import Quoting
from reader.ui.widgets.pane.shown import Said


class Highlighting(Quoting):
    """Shows the reader's highlights, and knows which one the reader is at."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "highlight", "Highlight", show=False, id="article.highlight"),
    ]

    passage: reactive[Passage | None] = reactive(None, init=False)
    """The highlight the reader is at: the one gone to, or the first in sight."""

    _held: Passage | None = None
    """The one gone to."""

    @dataclass
    class HighlightAsked(Said):
        """The reader wants to mark a stretch of the text, or change its note."""

        opened: Opened
        start: int
        end: int

    def article_changed(self, before: Opened | None) -> None:
        """Stay at the highlight gone to while the highlights are the same."""
        super().article_changed(before)
        opened = self.opened
        if before is None or opened is None or before.passages != opened.passages:
            self._held = None

    def passages_changed(self) -> None:
        """Find out anew which one the reader is at."""
        super().passages_changed()
        self._held = None
        self._find_passage()

    def overlay(self) -> Overlay:
        """Lay the highlights over the text."""
        passages = () if self.opened is None else self.opened.passages
        return super().overlay()._replace(passages=passages)

    def sight_changed(self) -> None:
        """Find out which one the reader is at."""
        super().sight_changed()
        self._find_passage()

    def reach(self, quotation: Quotation) -> None:
        """Go to a quotation, and to the highlight of its words if there is one."""
        self._held = None
        super().reach(quotation)
        self._find_passage()

    def reach_passage(self, passage: Passage) -> None:
        """Go to a highlight, and stay at it until the reader lets go."""
        self._held = passage
        self.go_to(passage.start, passage.end)
        self._find_passage()
        self.refresh_bindings()

    @property
    def at_passage(self) -> bool:
        """Whether a highlight was gone to."""
        return self._held is not None

    def leave_passage(self) -> None:
        """Stay at no highlight."""
        self._held = None
        self._find_passage()
        self.refresh_bindings()

    def _find_passage(self) -> None:
        """Find out which highlight the reader is at."""
        passages = () if self.opened is None else self.opened.passages
        if not passages:
            self.passage = None
            return
        seen = [one for one in passages if touches(one, *self.in_sight())]
        if self._held in seen:
            self.passage = self._held
            return
        at = self.current
        if at is not None and touches(at, *self.in_sight()):
            # A note on other words is not shown as if it were on these.
            self.passage = first_touching(seen, at.start, at.end)
        else:
            self.passage = seen[0] if seen else None

    def action_highlight(self) -> None:
        """Ask for a stretch to be marked.

        It is what is selected, else the highlight gone to, else the quotation
        the reader is at, else the paragraph on top.
        """
        opened, current = self.opened, self.current
        if opened is None:
            return
        span = self.selected_span()
        if span is None and self._held is not None and self._held is self.passage:
            span = self._held.start, self._held.end
        if span is None and current is not None and touches(current, *self.in_sight()):
            span = current.start, current.end
        if span is None:
            span = block_at(opened.article, self.place)
        if span is not None:
            self.post_message(self.HighlightAsked(self, opened, *span))
