"""What every screen of ours can be asked to do."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.screen import Screen

from reader.domain.errors import ReaderError
from reader.text.sanitize import clean, clean_line
from reader.ui.undo import Change, Changed

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp
    from reader.ui.widgets.annotating import Annotating


class ReaderScreen(Screen[None]):
    """A screen that can save what is unsaved and show again what has changed."""

    @property
    def reader(self) -> ReaderApp:
        """The program this screen is part of."""
        from reader.ui.app import ReaderApp

        app = self.app
        assert isinstance(app, ReaderApp)
        return app

    @property
    def is_open(self) -> bool:
        """Whether it has not been closed: what one waits for may come too late."""
        return self in self.app.screen_stack

    async def keep(self) -> None:
        """Save whatever would be lost if the program ended now.

        Raises:
            ReaderError: It could not be saved.
        """

    async def show_again(self) -> None:
        """Show what the library has now, after something was changed elsewhere."""

    @on(Changed)
    def _take_note(self, event: Changed) -> None:
        event.stop()
        self.reader.changes.remember(event.change)
        self.reader.show_again()

    def remember(self, words: str, take_back: Callable[[], Awaitable[object]]) -> None:
        """Let the reader take back what was just done.

        Args:
            words: What was done: “starred one article”.
            take_back: Undoes it.
        """
        self.reader.changes.remember(Change(words, take_back))

    def on_annotating_annotated(self, event: Annotating.Annotated) -> None:
        """Let the reader take back what they wrote on an article, and look through it again."""
        event.stop()
        self.remember(event.words, event.take_back)
        self.reader.index_soon()

    def remember_marking(
        self,
        ids: Sequence[int],
        *,
        read: bool | None = None,
        starred: bool | None = None,
    ) -> None:
        """Let the reader take back that articles were marked."""
        reading = self.reader.rooms.reading
        what = "one article" if len(ids) == 1 else f"{len(ids)} articles"
        if read is not None:
            words = f"marked {what} {'read' if read else 'unread'}"
        else:
            words = f"starred {what}" if starred else f"took the star off {what}"
        self.remember(
            words,
            lambda: reading.mark(
                ids,
                read=None if read is None else not read,
                starred=None if starred is None else not starred,
            ),
        )

    def say(self, words: str, *, title: str = "") -> None:
        """Tell the reader something, for a moment."""
        self.notify(clean(words), title=clean_line(title), markup=False)

    def complain(self, error: ReaderError | str, *, title: str) -> None:
        """Tell the reader what could not be done, and why."""
        self.notify(
            clean(str(error)),
            title=clean_line(title),
            severity="error",
            timeout=8,
            markup=False,
        )
