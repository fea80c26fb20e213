"""Handing the screen over, from the hand-drawn first frame to the framework and back."""

from __future__ import annotations

from time import sleep
from typing import Any, Protocol

from rich.style import Style
from textual import constants
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.strip import Strip
from textual.widget import Widget

from reader.domain.selection import Selection
from reader.ui.app import ReaderApp
from reader.ui.article_row import FAINT, MARK, READ, STAR, UNREAD
from reader.ui.screens.library import LibraryScreen
from reader.ui.stencil import ENTER, STATUS, Stencil, paint_name
from reader.ui.terminal import Terminal
from reader.ui.widgets.line_list import CURSOR

_GAP = "\0"

_SENT = {
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "home": "\x1b[H",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    **{f"ctrl+{letter}": chr(ord(letter) - ord("a") + 1) for letter in "dufbnp"},
}
"""What a terminal sends for keys that move a cursor, before it is asked for anything else."""


class Drawing(Protocol):
    """What draws until the framework is there."""

    def let_go(self) -> object:
        """Answer no more keys."""

    def unanswered(self) -> str:
        """Wait until it has let go; what was typed, and not answered."""


class TakingOver(Terminal):
    """Starts on a screen that something has been drawn on already."""

    before: list[Any]
    """How the terminal was set before anything was drawn."""

    hand: Drawing
    """What has drawn, and answers keys until it is told to let go."""

    _first = True

    def start_application_mode(self) -> None:
        """Start; in the end the terminal is set as it was before the first frame."""
        super().start_application_mode()
        self.attrs_before = self.before

    def run_input_thread(self) -> None:
        """Take keys once the hand has let go, and before them what it has not answered."""
        parser = XTermParser(self._debug)
        typed = self.hand.unanswered()
        for event in parser.feed(typed):
            self.process_message(event)
        if typed.endswith("\x1b"):
            # An escape that nothing follows is a key.
            sleep(constants.ESCAPE_DELAY)
            for event in parser.tick():
                self.process_message(event)
        super().run_input_thread()

    def disable_input(self) -> None:
        """Take no more keys, from the hand either."""
        self.hand.let_go()
        super().disable_input()

    def write(self, data: str) -> None:
        """Write, but do not enter the screen we are on: some terminals would clear it."""
        if data == ENTER and self._first:
            self._first = False
            return
        super().write(data)


def driver_after(before: list[Any], hand: Drawing) -> type[Driver]:
    """The driver of a program whose first frame was drawn by hand.

    Args:
        before: How the terminal was set before that, as `termios` tells it.
        hand: What has drawn it.
    """
    return type("TakingOver", (TakingOver,), {"before": before, "hand": hand})


def stencil_of(app: ReaderApp, key: str) -> Stencil | None:
    """The frame that now stands on the screen, without what changes.

    Returns:
        The stencil; or None if the reader is somewhere else than where the
        program starts.
    """
    screen = app.screen
    if (
        app.no_color
        or app.rooms.preferences.plain
        or not isinstance(screen, LibraryScreen)
    ):
        return None
    articles = screen.article_list
    if screen.articles.selection != Selection() or screen.query("Toast, ArticleView"):
        return None
    if not (articles.has_focus and articles.lines):
        return None
    strips = screen._compositor.render_strips()  # noqa: SLF001
    for widget in (
        screen.source_list,
        articles,
        screen.status,
        screen.query_one("#articles-title"),
    ):
        _blank(strips, widget)
    console = app.console

    def told(text: str, style: Style | None) -> str:
        return (
            style.render(text, color_system=console._color_system)  # noqa: SLF001
            if style
            else text
        )

    lines = ("".join(told(text, style) for text, style, _ in strip) for strip in strips)
    paints = {}
    for name in (None, UNREAD, READ, STAR, FAINT, MARK):
        for here in (False, True):
            style = articles.style_of(name, CURSOR if here else None)
            paints[paint_name(name, here=here)] = told(_GAP, style).partition(_GAP)[0]
    paints[STATUS] = told(_GAP, screen.status.rich_style).partition(_GAP)[0]
    status = screen.status.content_region
    region = articles.content_region
    inner = articles.scrollable_content_region
    return Stencil(
        key=key,
        lines=tuple(lines),
        left=region.x,
        top=region.y,
        width=inner.width,
        height=inner.height,
        dates=articles.dates,
        status=(status.x, status.y, status.width),
        paints=paints,
        keys=_keys_of(screen),
    )


def _keys_of(screen: LibraryScreen) -> dict[str, str]:
    """What a terminal sends for the keys that move the list's cursor, with their actions."""
    return {
        sent: active.binding.action
        for key, active in screen.active_bindings.items()
        if active.node is screen.article_list
        and active.binding.action.startswith(("move(", "page(", "end("))
        and (sent := _SENT.get(key, key if len(key) == 1 else ""))
    }


def _blank(strips: list[Strip], widget: Widget) -> None:
    """Leave nothing of a widget but its ground."""
    region = widget.region
    ground = Style.from_color(bgcolor=widget.rich_style.bgcolor)
    gap = Strip.blank(region.width, ground)
    for y in range(region.y, min(region.bottom, len(strips))):
        strip = strips[y]
        strips[y] = Strip.join(
            [strip.crop(0, region.x), gap, strip.crop(region.right, strip.cell_length)]
        )
