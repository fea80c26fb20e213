"""Tracing the frame that the framework has drawn, for the next start to draw by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from rich.segment import Segment
from rich.style import Style
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.content import Content
from textual.events import Key
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.visual import RichVisual, Visual
from textual.widget import Widget
from textual.widgets import Static

from reader.domain.selection import Selection
from reader.ui.app import ReaderApp
from reader.ui.article_row import FAINT, MARK, READ, STAR, UNREAD
from reader.ui.manner import is_ordered_here
from reader.ui.screens.library import LibraryScreen
from reader.ui.stencil import (
    BADGE,
    HEADING,
    STATUS,
    THUMB,
    THUMB_END,
    THUMB_TOP,
    TITLE,
    TITLE_GROUND,
    TRACK,
    Stencil,
    paint_name,
)
from reader.ui.widgets.line_list import CURSOR
from reader.ui.widgets.status_line import BADGE as BADGE_STYLE

_MOVING: Final = "move(", "page(", "end("
"""The actions of the list that only move its cursor."""

_NEXT_UNREAD: Final = "unread("
"""The action of the screen that does."""

_PRINTED: Final = range(ord(" "), ord("~") + 1)
"""Characters that have a key."""

_BEGINNINGS: Final = "[O"
"""What a terminal sends more after, once it has sent an escape and this."""

_TRACKED: Final[Mapping[str, Any]] = {
    "virtual_size": 10,
    "window_size": 4,
    "position": 2,
}
"""A scroll bar of four lines whose thumb begins and ends within one."""


def stencil_of(app: ReaderApp, key: str) -> Stencil | None:
    """The frame that now stands on the screen, without what changes.

    Returns:
        The stencil; or None if the reader is somewhere else than where the
        program starts.
    """
    screen = app.screen
    if app.rooms.preferences.plain or not isinstance(screen, LibraryScreen):
        return None
    articles, status = screen.article_list, screen.status
    if screen.articles.selection != Selection() or screen.query("Toast, ArticleView"):
        return None
    if not (articles.has_focus and articles.lines):
        return None
    title = screen.query_one("#articles-title", Static)
    palette = _Palette(app)
    strips = screen._compositor.render_strips()  # noqa: SLF001
    for lines in (screen.source_list, articles):
        palette.blank(strips, lines, lines.region, lines.style_of(None, None))
    for line in (status, title):
        ground = Style.from_color(bgcolor=line.rich_style.bgcolor)
        palette.blank(strips, line, line.content_region, ground)
    for name in (None, UNREAD, READ, STAR, FAINT, MARK):
        for here in (False, True):
            style = articles.style_of(name, CURSOR if here else None)
            piece = Strip([Segment("x", style)])
            palette.add(articles, [piece], paint_name(name, here=here))
    heading = Content.assemble(("x", "bold"), "x")
    palette.add(title, _drawn(title, heading, 2), HEADING, TITLE)
    rest = Strip.blank(1, Style.from_color(bgcolor=title.rich_style.bgcolor))
    palette.add(title, [rest], TITLE_GROUND)
    words = Content.assemble("x", ("x", f".{BADGE_STYLE}"))
    palette.add(status, _drawn(status, words, 2), STATUS, BADGE)
    bar = articles.vertical_scrollbar
    track = _drawn(bar, RichVisual(bar, _track(bar)), 1, height=4)
    palette.add(bar, track, THUMB_TOP, THUMB, THUMB_END, TRACK)
    inner = articles.content_region
    return Stencil(
        key=key,
        lines=tuple(palette.told(strip) for strip in strips),
        left=inner.x,
        top=inner.y,
        width=inner.width,
        height=inner.height,
        bar=articles.styles.scrollbar_size_vertical,
        dates=articles.dates,
        ordered=is_ordered_here(app.rooms.preferences),
        title=_place_of(title),
        status=_place_of(status),
        paints=tuple(palette.paints),
        signs=tuple(palette.signs),
        looks=palette.looks,
        keys=_keys_of(screen),
    )


class _Palette:
    """The colours of a frame, as this terminal is told them.

    Args:
        app: The program that has drawn the frame.
    """

    def __init__(self, app: ReaderApp) -> None:
        self._system = app.console._color_system  # noqa: SLF001
        self._known: dict[Style, int] = {}
        self.paints: list[str] = []
        self.signs: list[str] = []
        self.looks: dict[str, int] = {}

    def add(self, widget: Widget, strips: Iterable[Strip], *names: str) -> None:
        """Take the looks of something drawn on a widget.

        Args:
            widget: What it is drawn on.
            strips: What is drawn, before the framework's filters.
            names: What the looks are called, one a cell.
        """
        looks = [style for strip in strips for text, style, _ in strip for _ in text]
        for name, look in zip(names, looks, strict=True):
            style = look or Style.null()
            if style not in self._known:
                self._known[style] = len(self.paints)
                self.paints.append(self._paint(widget, style, "x"))
                self.signs.append(self._paint(widget, style, "|"))
            self.looks[name] = self._known[style]

    def blank(
        self, strips: list[Strip], widget: Widget, region: Region, ground: Style
    ) -> None:
        """Leave nothing of a widget but its ground.

        Args:
            strips: The lines of the screen.
            widget: The widget.
            region: The part of it that goes.
            ground: What stays.
        """
        gap = self._filtered(widget, Strip.blank(region.width, ground))
        for y in range(region.y, min(region.bottom, len(strips))):
            strip = strips[y]
            before = strip.crop(0, region.x)
            after = strip.crop(region.right, strip.cell_length)
            strips[y] = Strip.join([before, gap, after])

    def told(self, strip: Strip) -> str:
        """A line that has been through the filters, as the terminal is told it."""
        return "".join(
            style.render(text, color_system=self._system) if style else text
            for text, style, _ in strip
        )

    def _paint(self, widget: Widget, style: Style, text: str) -> str:
        """The colours of some text on a widget."""
        shown = self._filtered(widget, Strip([Segment(text, style)]))
        return self.told(shown).partition(text)[0]

    def _filtered(self, widget: Widget, strip: Strip) -> Strip:
        """Something drawn on a widget, after the framework's filters."""
        _, background = widget.background_colors
        for line_filter in widget.get_line_filters():
            strip = strip.apply_filter(line_filter, background)
        return strip


def _drawn(
    widget: Widget, visual: Visual, width: int, *, height: int = 1
) -> list[Strip]:
    """Something as it would be drawn in a widget."""
    return Visual.to_strips(widget, visual, width, height, widget.visual_style)


def _track(bar: ScrollBar) -> ScrollBarRender:
    """A scroll bar in the colours of one, that shows each of its parts."""
    drawn = bar.render()
    assert isinstance(drawn, ScrollBarRender)
    return ScrollBarRender(style=drawn.style, **_TRACKED)


def _place_of(widget: Widget) -> tuple[int, int, int]:
    """Where a widget of one line has its words, and how many cells there are for them."""
    x, y, width, _ = widget.content_region
    return x, y, width


def _keys_of(screen: LibraryScreen) -> dict[str, str]:
    """What a terminal sends for the keys that move the list's cursor, with their actions."""
    actions = {
        key: active.binding.action
        for key, active in screen.active_bindings.items()
        if (
            active.node is screen.article_list
            and active.binding.action.startswith(_MOVING)
        )
        or (active.node is screen and active.binding.action.startswith(_NEXT_UNREAD))
    }
    keys = {
        sent: key
        for sent in (*ANSI_SEQUENCES_KEYS, *map(chr, _PRINTED), *actions)
        if (key := _key_sent_by(sent))
    }
    for sent, key in [*keys.items()]:
        if len(sent) == len(key) == 1 and sent not in _BEGINNINGS:
            # With Alt held, a terminal sends an escape before the character.
            shifted = f"shift+{key.lower()}" if key.isupper() else key
            keys.setdefault(f"\x1b{sent}", f"alt+{shifted}")
    return {sent: actions[key] for sent, key in keys.items() if key in actions}


def _key_sent_by(sent: str) -> str | None:
    """The key that a terminal says was pressed, or None if it says less or more."""
    events = list(XTermParser().feed(sent))
    if len(events) == 1 and isinstance(events[0], Key):
        return events[0].key
    return None
