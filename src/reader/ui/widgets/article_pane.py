"""The reading pane: one article as a well-set page."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Self

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset

from reader.domain.article import Neighbour
from reader.domain.preferences import Preferences
from reader.text.typeset.lines import Line
from reader.text.typeset.plan import Reference
from reader.ui.manner import manner_of
from reader.ui.means import are_wanted
from reader.ui.page import (
    MARK,
    MARK_CURRENT,
    MARK_HIGHLIGHT,
    SPEAKER,
    SPEAKER_CURRENT,
    Page,
)
from reader.ui.painting import CLASSES
from reader.ui.widgets.pane.colouring import Colouring
from reader.ui.widgets.pane.finding import Finding
from reader.ui.widgets.pane.footnoting import Footnoting
from reader.ui.widgets.pane.highlighting import Highlighting
from reader.ui.widgets.pane.linking import HINT
from reader.ui.widgets.pane.outlining import Outlining
from reader.ui.widgets.pane.picturing import Picturing
from reader.ui.widgets.pane.shown import Said


class ArticlePane(
    Finding,
    Footnoting,
    Outlining,
    Highlighting,
    Picturing,
    Colouring,
    can_focus=True,
):
    """Shows an article, and walks through it.

    The pane knows nothing of where articles come from. It is given one
    through `opened`, and says what the reader did through its messages. Each of
    the classes it is made of does one thing with the article shown.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "less_than_sign",
            "neighbour(-1)",
            "Previous article",
            show=False,
            id="article.previous",
        ),
        Binding(
            "greater_than_sign",
            "neighbour(1)",
            "Next article",
            show=False,
            id="article.next",
        ),
        Binding("escape", "let_go", "Let go", show=False, id="article.let-go"),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *CLASSES,
        SPEAKER,
        SPEAKER_CURRENT,
        MARK,
        MARK_CURRENT,
        MARK_HIGHLIGHT,
        HINT,
    }
    """
    | Class | Styles |
    | :- | :- |
    | `article-pane--quotation`, `-current` | Quotations, and the one the reader is at. |
    | `article-pane--mark`, `-mark-current` | The bars beside them. |
    | `article-pane--highlight`, `-mark-highlight` | What the reader marked, and the sign after it. |
    | `article-pane--speaker`, `-speaker-current` | The names in the margin. |
    | `article-pane--link`, `-number` | Links, and their numbers. |
    | `article-pane--match`, `-found` | What a search found, and the match one is at. |
    | `article-pane--hint` | The letters on links. |
    | `article-pane--title`, `-meta`, `-heading`, … | As `reader.text.typeset.lines.Look` names them. |
    """

    @dataclass
    class NeighbourChosen(Said):
        """The reader wants the article before or after this one."""

        neighbour: Neighbour

    @classmethod
    def preferred(cls, preferences: Preferences) -> Self:
        """Make a pane as the reader's settings want it."""
        pane = cls()
        pane.set_reactive(ArticlePane.measure, preferences.measure)
        pane.set_reactive(ArticlePane.marks, preferences.marks)
        pane.set_reactive(ArticlePane.manner, manner_of(preferences))
        pane.set_reactive(ArticlePane.pictures, are_wanted(preferences, os.environ))
        return pane

    def action_neighbour(self, step: int) -> None:
        """Ask for the next article of the site, or the one before."""
        article = self.article
        if article is not None:
            neighbour = article.next if step > 0 else article.previous
            which = "next" if step > 0 else "previous"
            if neighbour is not None:
                self.post_message(self.NeighbourChosen(self, neighbour))
            else:
                self.say_nothing_is_there(f"The page names no {which} article.")

    # Letting go

    def action_let_go(self) -> None:
        """Let go of what was begun: a number, letters on links, a search, a quotation."""
        let_go = next(self._begun(), None)
        if let_go is not None:
            let_go()

    def _begun(self) -> Iterator[Callable[[], None]]:
        """How to let go of each thing that was begun, in the order in which it is done."""
        if self.typed:
            yield self.forget_number
        if self.lettered:
            yield self.take_letters_off
        if self.searching:
            yield self.end_search
        if self.notes_open:
            yield self.close_notes
        if self.at_passage:
            yield self.leave_passage
        if self.current is not None:
            yield self.leave_quotation

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to let go of what was begun."""
        if action == "let_go":
            return next(self._begun(), None) is not None
        return super().check_action(action, parameters)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Follow a link, a picture, a neighbour, or go to the quotation clicked on."""
        if event.chain > 1:
            # The framework would select all of the article, then all of the screen.
            event.prevent_default()
            event.stop()
        page = self._page
        at = event.get_content_offset(self)
        if page is None or at is None:
            return
        y = self.scroll_offset.y + at.y
        if y >= page.layout.height:
            return
        if event.chain > 1:
            self.select_at(Offset(at.x, y), event.chain)
            return
        if self.text_selection is not None:
            return
        line = page.layout.line(y)
        picture = page.picture_under(line, at.x)
        if picture is not None:
            self.post_message(self.LinkChosen(self, picture))
            return
        run, offset = page.under(line, at.x)
        if run is not None and run.link is not None:
            self.follow(run.link)
        elif offset is not None and (noted := _reference_at(page, line, offset)):
            self.follow(noted)
            return
        elif line.neighbour is not None:
            self.post_message(self.NeighbourChosen(self, line.neighbour))
        elif self.marks:
            beside = at.x < page.frame.text
            for one in page.quoted_in(line):
                if beside or (offset is not None and one.start <= offset < one.end):
                    self.reach(one)
                    return
        for passage in page.highlighted_in(line):
            if offset is None or passage.start <= offset < passage.end:
                self.reach_passage(passage)
                return


def _reference_at(page: Page, line: Line, offset: int) -> Reference | None:
    return next(
        (one for one in page.references_in(line) if one.start <= offset < one.end),
        None,
    )
