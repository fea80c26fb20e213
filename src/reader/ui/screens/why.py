"""Why a source fails: since when, what it is, what can be done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar
from urllib.parse import urlsplit

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from reader.domain.source import Source
from reader.domain.trouble import Trouble, remedy
from reader.ui.cells import plain
from reader.ui.styles import sheets
from reader.ui.widgets.dialog import Dialog


class WhyScreen(Dialog[None]):
    """Says in plain words why a source could not be fetched."""

    CSS_PATH = sheets("dialogs")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape,enter,h,left,v", "close", "Close", id="why.close"),
    ]

    def __init__(self, source: Source, now: datetime) -> None:
        """Make the screen.

        Args:
            source: One that fails.
            now: The present moment.
        """
        super().__init__()
        self._source = source
        self._now = now

    def compose(self) -> ComposeResult:
        """Compose the title and the sentences."""
        with Vertical(id="why"):
            yield Static(Content(f"{plain(self._source.name)} fails"), id="why-title")
            for words in sentences(self._source, self._now):
                yield Static(Content(plain(words)), classes="why-words")
            yield Static(Content(plain(self._source.url)), id="why-address")

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


def sentences(source: Source, now: datetime) -> Iterator[str]:
    """What there is to say about a source that fails, a paragraph at a time."""
    if source.failure is not None:
        yield source.failure
    if source.failing_since is not None:
        often = f", {source.failures} times in a row" if source.failures > 1 else ""
        yield f"It has failed since {_moment(source.failing_since)}{often}."
    if source.trouble is not None:
        yield remedy(source.trouble, urlsplit(source.url).netloc)
    if source.due is None or source.due <= now or source.gone:
        return
    until = _moment(source.due)
    if source.trouble is Trouble.BUSY:
        yield f"That is until {until}."
    else:
        yield f"Unless you ask, it is left alone until {until}; r asks now."


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone():%-d %B %Y, %H:%M}"
