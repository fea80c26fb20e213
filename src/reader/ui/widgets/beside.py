"""The article beside what one writes about it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from reader.ui.widgets.article_pane import ArticlePane
from reader.ui.widgets.attending import Attending


class Beside(Attending):
    """An article that stays in view: all can be done with it but to leave it for another."""

    def compose(self) -> ComposeResult:
        """Compose the pane."""
        yield ArticlePane.preferred(self._rooms.preferences)

    @on(ArticlePane.NeighbourChosen)
    def _stay(self, event: ArticlePane.NeighbourChosen) -> None:
        event.stop()
        self.tell("Another article is opened once you have left what you write.")
