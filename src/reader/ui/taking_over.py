"""Handing the screen over, from the hand-drawn first frame to the framework and back."""

from __future__ import annotations

from typing import Any

from rich.style import Style
from textual.drivers.linux_driver import LinuxDriver
from textual.strip import Strip
from textual.widget import Widget

from reader.ui.app import ReaderApp
from reader.ui.article_row import FAINT, MARK, READ, STAR, UNREAD
from reader.ui.screens.library import LibraryScreen
from reader.ui.stencil import ENTER, Stencil, paint_name
from reader.ui.widgets.line_list import CURSOR

_GAP = "\0"


class TakingOver(LinuxDriver):
    """Starts on a screen that something has been drawn on already."""

    before: list[Any] | None = None
    """How the terminal was set before anything was drawn."""

    _first = True

    def start_application_mode(self) -> None:
        """Start; in the end the terminal is set as it was before the first frame."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self.attrs_before = self.before

    def write(self, data: str) -> None:
        """Write, but do not enter the screen we are on: some terminals would clear it."""
        if data == ENTER and self._first:
            self._first = False
            return
        super().write(data)


def driver_after(before: list[Any]) -> type[LinuxDriver]:
    """The driver of a program whose first frame was drawn by hand.

    Args:
        before: How the terminal was set before that, as `termios` tells it.
    """
    return type("TakingOver", (TakingOver,), {"before": before})


def stencil_of(app: ReaderApp, key: str) -> Stencil | None:
    """The frame that now stands on the screen, without what changes.

    Returns:
        The stencil; or None if the reader is somewhere else than where the
        program starts.
    """
    screen = app.screen
    if app.no_color or not isinstance(screen, LibraryScreen):
        return None
    articles = screen.article_list
    if not (articles.has_focus and articles.lines) or screen.query("Toast"):
        return None
    strips = screen._compositor.render_strips()  # noqa: SLF001
    for widget in (
        screen.source_list,
        articles,
        screen.article_view,
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
        paints=paints,
    )


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
