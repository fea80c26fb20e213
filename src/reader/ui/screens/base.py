"""What every screen of ours can be asked to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.events import ScreenResume
from textual.screen import Screen

from reader.domain.errors import CannotReach, ReaderError
from reader.text.sanitize import clean, clean_line
from reader.ui.undo import Changed
from reader.ui.widgets.even import Even

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp
    from reader.ui.widgets.annotating import Annotating
    from reader.ui.widgets.pane.picturing import Picturing


PAINTED_AFTER = 0.008
"""Seconds after a screen has come to the front before it is painted: by then everything has
found its place, and a key that was typed ahead is answered. The framework would take sixteen
thousandths, and most of them do nothing."""


class ReaderScreen(Screen[None], Even):
    """A screen that can save what is unsaved and show again what has changed."""

    _was_shown = False

    _painting = False
    """Whether it is time to paint."""

    _unpainted = False
    """Whether something has come meanwhile that is to be painted now."""

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
        return self.app.is_running and self in self.app.screen_stack

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Have no style worked out again on a screen that was mounted a moment ago."""
        event.refresh_styles = event.refresh_styles and self._was_shown
        self._was_shown = True
        self.set_timer(PAINTED_AFTER, self._on_timer_update)

    @property
    def is_arriving(self) -> bool:
        """Whether what was asked for last is not to be seen yet; keys wait a moment for it."""
        return False

    def _on_timer_update(self) -> None:
        """Paint what has changed, once.

        The framework paints whenever something has found its place, and what is to
        be painted anew after that, so that a screen that opens is painted
        four times over, and the first key waits for it.
        """
        self._painting = True
        try:
            super()._on_timer_update()
        finally:
            self._painting = False
        if self._unpainted:
            self._unpainted = False
            super()._compositor_refresh()

    def _compositor_refresh(self) -> None:
        """Paint when it is time to."""
        if self._painting:
            self._unpainted = True
        else:
            self._repaint_required = True
            self.check_idle()

    async def keep(self) -> None:
        """Save whatever would be lost if the program ended now.

        Raises:
            ReaderError: It could not be saved.
        """

    async def show_again(self) -> None:
        """Show what the library has now, after something was changed elsewhere."""

    def take_back(self) -> str | None:
        """Take back the last thing done here that the library knows nothing of.

        Returns:
            What has come of it, in a sentence; None where the library's last
            change is what a reader sees and means.
        """
        return None

    def show_busy(self, words: str) -> None:
        """Say what is going on, where there is a place for it; nothing once it is over."""

    async def read_again(self, article_id: int) -> None:
        """Show an article's text anew, if it is the one shown.

        Raises:
            CannotKeep: The library cannot be read.
        """

    def on_text_selected(self) -> None:
        """Copy what was selected with the mouse, as a terminal does by itself."""
        words = clean(self.get_selected_text() or "")
        if words.strip():
            self.app.copy_to_clipboard(words)
            self.say("Copied.")

    @on(Changed)
    def _take_note(self, event: Changed) -> None:
        event.stop()
        self.reader.show_again()

    def on_annotating_annotated(self, event: Annotating.Annotated) -> None:
        """Look through an article again that was written on."""
        event.stop()
        self.reader.index_soon()

    def on_picturing_picture_in_sight(self, event: Picturing.PictureInSight) -> None:
        """Show an article's picture that the reader has come to."""
        event.stop()
        self.show_picture(event.pane, event.url)

    @work(group="pictures")
    async def show_picture(self, pane: Picturing, url: str) -> None:
        """Fetch a picture, and show it, or say why there is none to show."""
        means = await self.reader.curator.means()
        if means is None:
            pane.pictures = False
            return
        try:
            picture = await self.reader.rooms.picturing.picture(url)
        except ReaderError as error:
            pane.show_why_not(url, _reason(error))
        else:
            if picture is not None:
                pane.show_picture(url, picture, means)

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


def _reason(error: ReaderError) -> str:
    """Why something failed, without the address that it failed at."""
    reason = error.reason if isinstance(error, CannotReach) else str(error)
    return clean_line(reason)
