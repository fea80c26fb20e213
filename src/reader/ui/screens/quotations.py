"""Who said what in an article, over the article itself."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from reader.domain.annotation import Passage
from reader.domain.article import Article
from reader.domain.quotation import Quotation
from reader.ui.styles import sheets
from reader.ui.widgets.dialog import Dialog
from reader.ui.widgets.quotation_list import Place, QuotationList


class QuotationsScreen(Dialog[Place | None]):
    """Lists speakers with their words, and highlights; gives back what is chosen, or None."""

    CSS_PATH = sheets("article", "dialogs")

    quotations = query_one(QuotationList)

    def __init__(
        self,
        article: Article,
        current: Quotation | None,
        passages: tuple[Passage, ...] = (),
    ) -> None:
        """Make the screen.

        Args:
            article: Whose quotations are listed.
            current: The one the reader is at.
            passages: What the reader highlighted in it.
        """
        super().__init__()
        self._article = article
        self._current = current
        self._passages = passages

    def compose(self) -> ComposeResult:
        """Compose the list in its frame."""
        with Vertical(id="quotations"):
            yield Static(Content("Who said what"), id="quotations-title")
            yield QuotationList()
            yield Static(
                Content("Enter goes there   Up Down choose   Esc closes"),
                id="quotations-foot",
            )

    def on_mount(self) -> None:
        """Show the quotations, the one the reader is at first."""
        self.quotations.current = self._current
        self.quotations.passages = self._passages
        self.quotations.article = self._article
        self.quotations.focus_field()

    def on_quotation_list_chosen(self, event: QuotationList.Chosen) -> None:
        """Give back what was chosen."""
        event.stop()
        self.dismiss(event.place)

    def on_quotation_list_left(self, event: QuotationList.Left) -> None:
        """Give back nothing."""
        event.stop()
        self.dismiss(None)
