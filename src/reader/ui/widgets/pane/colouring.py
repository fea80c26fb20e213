"""The colours of the code in the article shown."""

from __future__ import annotations

import asyncio

from textual import work

from reader.domain.article import Article, Opened
from reader.text.typeset.lines import Stretch
from reader.text.typeset.plan import Piece
from reader.ui.page import Overlay
from reader.ui.widgets.pane.shown import ShownArticle


class Colouring(ShownArticle):
    """Colours code once it is in sight, or about to be."""

    def __init__(self) -> None:
        super().__init__()
        self._colours: dict[int, tuple[Stretch, ...]] = {}

    def article_changed(self, before: Opened | None) -> None:
        """Colour anew."""
        super().article_changed(before)
        self._colours = {}

    def overlay(self) -> Overlay:
        """Lay the colours over the code."""
        return super().overlay()._replace(colours=self._colours)

    def sight_changed(self) -> None:
        """Find out what the words of the code in sight are, and on the page after."""
        super().sight_changed()
        page, top = self._page, self.scroll_offset.y
        if page is not None:
            bottom = top + 2 * max(self.size.height, 1)
            for piece in page.code_between(top, bottom):
                if piece.offset not in self._colours:
                    self._colours[piece.offset] = ()
                    self._colour(page.plan.article, piece)

    @work(group="colour")
    async def _colour(self, article: Article, piece: Piece) -> None:
        """Find out what the words of some code are, and show it."""
        from reader.text.colouring import coloured

        block = article.blocks[piece.block]
        code, language = block.text[piece.start : piece.end], block.language or ""
        stretches = await asyncio.to_thread(coloured, code, language, piece.offset)
        if stretches and article is self.article and self._page is not None:
            self._colours[piece.offset] = stretches
            self._page.forget_piece(piece)
            self.refresh()
            self.call_after_refresh(self.paint_ahead, 1)
