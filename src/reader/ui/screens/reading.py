"""One article, the width of the screen."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.reactive import reactive

from reader.domain.article import Article
from reader.domain.errors import ReaderError
from reader.ui.rooms import Rooms
from reader.ui.screens.base import ReaderScreen
from reader.ui.styles import sheets
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.hints import Hints
from reader.ui.widgets.status_line import StatusLine


class ReadingScreen(ReaderScreen):
    """Opens an article by its address, a file, or its id, and shows nothing else."""

    CSS_PATH = sheets("article")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("L", "library", "Library", id="reading.library"),
    ]

    zen: reactive[bool] = reactive(False, init=False)
    """Whether only the page is shown."""

    article_view = query_one(ArticleView)
    status = query_one(StatusLine)

    def __init__(self, rooms: Rooms, start: int | str | Article) -> None:
        """Make the screen.

        Args:
            rooms: The services.
            start: The article's id, its address, a file's path, or the
                article itself, of which nothing is kept.
        """
        super().__init__()
        self._rooms = rooms
        self._start = start

    def compose(self) -> ComposeResult:
        """Compose the pane, the status line and the hints."""
        yield ArticleView(self._rooms)
        yield StatusLine()
        yield Hints()

    def on_mount(self) -> None:
        """Open the article."""
        self.article_view.focus_pane()
        if isinstance(self._start, Article):
            self.article_view.show_article(self._start)
        else:
            self.article_view.open(self._start)

    @property
    def is_arriving(self) -> bool:
        """Whether an article was asked for of which nothing is to be seen or said yet."""
        return self.article_view.arriving

    def take_back(self) -> str | None:
        """Take back what was said of an article that is not in the library."""
        return self.article_view.take_back()

    async def keep(self) -> None:
        """Save where in the article one is."""
        await self.article_view.keep_place()

    async def read_again(self, article_id: int) -> None:
        """Show an article's text anew, if it is the one shown."""
        await self.article_view.read_again(article_id)

    async def show_again(self) -> None:
        """Show what has become of the article."""
        try:
            await self.article_view.look_again()
        except ReaderError as error:
            self.complain(error, title="The library cannot be shown")

    @on(ArticleView.ZenAsked)
    def _change_zen(self, event: ArticleView.ZenAsked) -> None:
        event.stop()
        self.zen = not self.zen

    def watch_zen(self) -> None:
        """Show only the page, or the rest again."""
        self.status.display = self.query_one(Hints).display = not self.zen

    @on(ArticleView.Where)
    def _say_where(self, event: ArticleView.Where) -> None:
        event.stop()
        self.status.words = self.article_view.where

    @on(ArticleView.Left)
    def _leave(self, event: ArticleView.Left) -> None:
        event.stop()
        self.action_library()

    @on(ArticleView.NextUnread)
    def _read_on(self, event: ArticleView.NextUnread) -> None:
        event.stop()
        self.say("This is its end. L goes to the library.")

    def action_library(self) -> None:
        """Go to the library."""
        from reader.ui.screens.library import LibraryScreen

        self.app.push_screen(LibraryScreen(self._rooms, self.size.width))
