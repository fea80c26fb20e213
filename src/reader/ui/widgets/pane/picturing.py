"""The pictures of the article shown, asked for once they are in sight."""

from __future__ import annotations

from dataclasses import dataclass

from textual.reactive import var
from textual.timer import Timer

from reader.domain.article import Opened
from reader.domain.picture import Picture
from reader.ui.gallery import MOST, Means
from reader.ui.widgets.pane.shown import Said, ShownArticle

_LOOKED_AT = 0.3
"""Seconds for which a picture is in sight before it is asked for."""


_ENOUGH = f"An article shows {MOST} pictures at the most; a click opens this one."


class Picturing(ShownArticle):
    """Asks for pictures, and shows them where the terminal can."""

    pictures: var[bool] = var(False)
    """Whether pictures are asked for, and shown."""

    _looking: Timer | None = None

    @dataclass
    class PictureInSight(Said):
        """A picture is where it would be seen; `show_picture` shows it, or `show_why_not`."""

        url: str

    def __init__(self) -> None:
        super().__init__()
        self._asked: set[str] = set()

    def on_unmount(self) -> None:
        """Take them all from the terminal."""
        self._gallery.clear()

    def article_changed(self, before: Opened | None) -> None:
        """Take the pictures of another article from the terminal."""
        super().article_changed(before)
        if before is None:
            self._gallery.clear()
            self._asked.clear()

    def sight_changed(self) -> None:
        """Look for pictures once the reader stays a moment."""
        super().sight_changed()
        if self.pictures:
            if self._looking is None:
                self._looking = self.set_timer(_LOOKED_AT, self._look_for_pictures)
            else:
                self._looking.reset()

    def _look_for_pictures(self) -> None:
        """Ask for the pictures in sight, each once."""
        self._looking = None
        page, top = self._page, self.scroll_offset.y
        if page is None or not self.display:
            return
        seen = page.pictures_between(top, top + max(self.size.height, 1))
        for url in [url for url in seen if url not in self._asked]:
            self._asked.add(url)
            if len(self._asked) <= MOST:
                self.post_message(self.PictureInSight(self, url))
            else:
                self.show_why_not(url, _ENOUGH)

    def show_picture(self, url: str, picture: Picture, means: Means) -> None:
        """Show a picture that was asked for, and leave the first row where it is.

        Args:
            url: Its address. If it is none of this article's, or the reader has gone
                on to another, nothing happens.
            picture: The picture.
            means: How the terminal is shown it.
        """
        if self._is_missing(url):
            self._gallery.add(url, picture, means)
            self._make_room_for(url)

    def show_why_not(self, url: str, reason: str) -> None:
        """Say in the place of a picture that was asked for why it is not shown.

        Args:
            url: Its address, as for `show_picture`.
            reason: A sentence.
        """
        if self._is_missing(url):
            self._gallery.pictures[url] = reason
            self._make_room_for(url)

    def _is_missing(self, url: str) -> bool:
        return url in self._asked and url not in self._gallery.pictures

    def _make_room_for(self, url: str) -> None:
        page = self._page
        if page is not None:
            spot = page.layout.spot_at(self.scroll_offset.y)
            self.keep_row(page.add_picture(url, spot))
