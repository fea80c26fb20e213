"""What something was before, to look through and to take one version back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from reader.text.sanitize import clean
from reader.ui.cells import fit
from reader.ui.styles import sheets
from reader.ui.widgets.dialog import Dialog
from reader.ui.widgets.line_list import LineList, Piece
from reader.ui.widgets.outbox_list import moment

Version = tuple[datetime, str]
"""When it was so, and its words."""


class VersionList(LineList):
    """The versions, the last first: when, how long, how it began."""

    def __init__(self, versions: Sequence[Version], now: datetime) -> None:
        super().__init__()
        self._versions = versions
        self._now = now

    def on_mount(self) -> None:
        """Say how many there are."""
        self.lines = len(self._versions)

    def pieces(self, line: int, width: int) -> Iterator[Piece]:
        """Draw one version."""
        when, text = self._versions[line]
        count = len(text.split())
        yield fit(f" {moment(when, self._now)}", 15), None
        yield fit("1 word" if count == 1 else f"{count:,} words", 14), None
        yield fit(" ".join(text.split()), max(width - 29, 0)), None


class HistoryScreen(Dialog[str | None]):
    """Shows each version whole; gives back the one that is taken back, or None."""

    CSS_PATH = sheets("dialogs")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape", "close", "Close", id="history.close"),
        # Before the list's own: it is the words that are long.
        Binding(
            "space,pagedown", "page(1)", "Page on", priority=True, id="history.page"
        ),
        Binding(
            "b,pageup", "page(-1)", "Page back", priority=True, id="history.page-back"
        ),
    ]

    versions = query_one(VersionList)

    def __init__(
        self,
        versions: Sequence[Version],
        now: datetime,
        *,
        title: str = "What this draft was",
        enter: str = "takes it back",
    ) -> None:
        """Make the screen.

        Args:
            versions: What it was, the last first; at least one.
            now: The present moment.
            title: What stands over them.
            enter: What Enter does with one.
        """
        super().__init__()
        self._title = title
        self._enter = enter
        self._versions = versions
        self._now = now

    def compose(self) -> ComposeResult:
        """Compose the list over one version's words."""
        with Vertical(id="history"):
            yield Static(Content(self._title), id="history-title")
            yield VersionList(self._versions, self._now)
            with VerticalScroll(id="history-words", can_focus=False):
                yield Static(id="history-text")
            yield Static(
                Content(
                    f"Enter {self._enter}   j k choose   Space reads on   q closes"
                ),
                id="history-foot",
            )

    def on_mount(self) -> None:
        """Show the last version."""
        self.versions.focus()
        self._show()

    @on(LineList.Reached)
    def _show(self) -> None:
        _, text = self._versions[self.versions.cursor]
        self.query_one("#history-text", Static).update(Content(clean(text)))
        self.query_one("#history-words").scroll_home(animate=False)

    @on(LineList.Chosen)
    def _choose(self, event: LineList.Chosen) -> None:
        event.stop()
        self.dismiss(self._versions[event.line][1])

    def action_page(self, step: int) -> None:
        """Turn the pages of the version shown."""
        words = self.query_one("#history-words", VerticalScroll)
        if step > 0:
            words.scroll_page_down(animate=False)
        else:
            words.scroll_page_up(animate=False)

    def action_close(self) -> None:
        """Give back nothing."""
        self.dismiss(None)
