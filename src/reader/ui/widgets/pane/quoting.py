"""The quotations of the article shown: marked, walked, copied and corrected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import reactive

from reader.domain.article import Opened
from reader.domain.quotation import Quotation
from reader.text.citing import cite
from reader.text.walking import first_touching, quotation_after, same_in
from reader.ui.page import Overlay
from reader.ui.widgets.pane.shown import Said, ShownArticle


class Quoting(ShownArticle):
    """Marks the quotations, and walks through them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "right_square_bracket",
            "quotation(1)",
            "Next quotation",
            id="article.next-quotation",
        ),
        Binding(
            "left_square_bracket",
            "quotation(-1)",
            "Quotation before",
            id="article.prev-quotation",
        ),
        Binding("T", "toggle_marks", "Marks on or off", show=False, id="article.marks"),
        Binding(
            "Y",
            "copy_quotation",
            "Copy quotation",
            show=False,
            id="article.copy-quotation",
        ),
        Binding("H", "who_said_what", "Who said what", id="article.who-said-what"),
        Binding(
            "equals_sign",
            "correct_speaker",
            "Correct the speaker",
            show=False,
            id="article.correct-speaker",
        ),
    ]

    current: reactive[Quotation | None] = reactive(None, init=False)
    """The quotation the reader is at, or None before the first."""

    marks: reactive[bool] = reactive(True, init=False)
    """Whether quotations are marked."""

    @dataclass
    class QuotationReached(Said):
        """The reader moved to another quotation, or away from all of them."""

        quotation: Quotation | None

    class WhoSaidWhat(Said):
        """The reader wants the article's speakers with their quotations."""

    @dataclass
    class SpeakerAsked(Said):
        """The reader wants to say who speaks."""

        opened: Opened
        quotation: Quotation
        """What was found, or any words the reader has selected."""

    # What is shown

    def article_changed(self, before: Opened | None) -> None:
        """Stay at the quotation one is at, if the article still has it."""
        super().article_changed(before)
        kept, article = None, self.article
        if before is not None and article is not None:
            kept = same_in(self.current, before.article, article)
        self.set_reactive(Quoting.current, kept)

    def overlay(self) -> Overlay:
        """Lay the marks over the text."""
        return super().overlay()._replace(marks=self.marks, current=self.current)

    def watch_current(self) -> None:
        """Show which quotation the reader is at."""
        self.lay_over()

    def watch_marks(self) -> None:
        """Show or hide the marks, and the margin with the names."""
        self.lay_out()

    def action_toggle_marks(self) -> None:
        """Show or hide the marks of quotations."""
        self.marks = not self.marks

    # Walking

    def action_quotation(self, step: int) -> None:
        """Move by `step` quotations, stopping at the first and the last."""
        article = self.article
        if article is None:
            return
        if not article.quotations:
            self.say_nothing_is_there("Nobody is quoted in this article.")
        else:
            sight = self.in_sight()
            self.reach(
                quotation_after(
                    article.quotations, self.current, sight, self.place, step
                )
            )

    def reach(self, quotation: Quotation) -> None:
        """Go to a quotation."""
        self.current = quotation
        self.go_to(quotation.start, quotation.end)
        self.post_message(self.QuotationReached(self, quotation))

    def leave_quotation(self) -> None:
        """Be at none of the quotations."""
        self.current = None
        self.post_message(self.QuotationReached(self, None))

    # What can be done with one

    def action_copy_quotation(self) -> None:
        """Ask for a quotation to be copied with its source: the current, or the first in sight."""
        article, quotation = self.article, self._quotation_at_hand()
        if article is not None and quotation is not None:
            words = cite(quotation, article)
            self.post_message(self.CopyAsked(self, words, "Quotation"))
        else:
            self.say_nothing_is_there("No quotation begins in sight.")

    def _quotation_at_hand(self) -> Quotation | None:
        """The current quotation, or the first that begins in sight."""
        if self.current is not None or self._page is None:
            return self.current
        return next(iter(self._page.begun_between(*self.in_sight())), None)

    def action_correct_speaker(self) -> None:
        """Ask who says what is selected, or what the reader is at."""
        opened, span = self.opened, self.selected_span()
        if opened is None:
            return
        quotation = self._quotation_at_hand()
        if span is not None:
            start, end = span
            quotation = first_touching(opened.article.quotations, start, end)
            quotation = quotation or Quotation(start=start, end=end)
        if quotation is not None:
            self.post_message(self.SpeakerAsked(self, opened, quotation))

    def action_who_said_what(self) -> None:
        """Ask for the speakers and their quotations."""
        self.post_message(self.WhoSaidWhat(self))
