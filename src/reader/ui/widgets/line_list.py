"""A list that draws only the lines in view, however many there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.events import Click, Resize
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.ui.cells import stretches
from reader.ui.contrast import legible

CURSOR = "line-list--cursor"
BLURRED = "line-list--blurred"

Piece = tuple[str, str | None]
"""Some text of a line, and the component class it is styled with (or None)."""


class LineList(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines under a cursor, drawn when they come into view.

    A subclass says how many lines there are (`lines`) and what stands on one
    (`pieces`). It keeps no line, so a million cost what ten do.
    """

    AT_ONCE: ClassVar[bool] = False
    """Whether one click opens any line, as in a menu."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Down", show=False, id="list.down"),
        Binding("k,up", "move(-1)", "Up", show=False, id="list.up"),
        Binding("space,pagedown", "page(1)", "Page down", show=False, id="list.page"),
        Binding("b,pageup", "page(-1)", "Page up", show=False, id="list.page-back"),
        Binding(
            "ctrl+d", "page(0.5)", "Half a page down", show=False, id="list.half-page"
        ),
        Binding(
            "ctrl+u",
            "page(-0.5)",
            "Half a page up",
            show=False,
            id="list.half-page-back",
        ),
        Binding("g,home", "end(-1)", "First", show=False, id="list.first"),
        Binding("G,end", "end(1)", "Last", show=False, id="list.last"),
        Binding("enter,l,right", "choose", "Open", id="list.open"),
        Binding("h,left", "leave", "Out", show=False, id="list.out"),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {CURSOR, BLURRED}
    """
    | Class | Styles |
    | :- | :- |
    | `line-list--cursor` | The line under the cursor, while the list has the focus. |
    | `line-list--blurred` | The same line, while it has not. |
    """

    lines: reactive[int] = reactive(0, repaint=False)
    """How many lines there are."""

    cursor: reactive[int] = reactive(0, repaint=False)
    """Which line the cursor is on, from 0; 0 in an empty list."""

    @dataclass
    class Reached(Message):
        """The cursor came to another line."""

        list: LineList
        line: int

        @property
        def control(self) -> LineList:
            """The list it happened in."""
            return self.list

    @dataclass
    class Chosen(Message):
        """The line under the cursor is to be opened."""

        list: LineList
        line: int

        @property
        def control(self) -> LineList:
            """The list it happened in."""
            return self.list

    @dataclass
    class Left(Message):
        """The reader wants out of the list."""

        list: LineList

        @property
        def control(self) -> LineList:
            """The list it happened in."""
            return self.list

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._styles: dict[tuple[str | None, str | None], Style] = {}

    def pieces(self, line: int, width: int) -> Iterable[Piece]:
        """What stands on a line.

        Args:
            line: Which one, from 0.
            width: How many cells there are. What is left over stays empty,
                what is too much is cut.
        """
        raise NotImplementedError

    def mark(self, *, here: bool) -> str:
        """The cell before a line: a bar where the cursor is, unless the screen is heard."""
        if not here or self.app.has_class("-plain"):
            return " "
        return "▌" if self.has_focus else "▏"

    def render_line(self, y: int) -> Strip:
        """Draw the line that stands `y` lines below the top of the view."""
        line = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        if not 0 <= line < self.lines:
            return Strip.blank(width, self.style_of(None, None))
        state = None
        if line == self.cursor:
            state = CURSOR if self.has_focus else BLURRED
        plain = self.style_of(None, state)
        pieces = (
            (text, self.style_of(name, state))
            for text, name in self.pieces(line, width)
        )
        return Strip([Segment(*one) for one in stretches(pieces, width, plain)], width)

    _clicked_open = False
    """Whether the click before has opened a line."""

    def style_of(self, name: str | None, state: str | None) -> Style:
        """The style of a component on a line in a state, its translucent colour blended."""
        if (name, state) not in self._styles:
            base = (
                self.rich_style
                if state is None
                else self.get_component_rich_style(state)
            )
            if name is not None:
                component = self.get_component_styles(name)
                if component.has_rule("color") and base.bgcolor is not None:
                    ground = Color.from_rich_color(base.bgcolor)
                    color = (
                        ground.get_contrast_text(component.color.a)
                        if component.auto_color
                        else component.color
                    )
                    base += Style.from_color((ground + color).rich_color)
                base += component.text_style
            self._styles[name, state] = legible(base)
        return self._styles[name, state]

    def notify_style_update(self) -> None:
        """Forget the styles that were worked out from the old theme."""
        super().notify_style_update()
        self._styles.clear()

    def on_focus(self) -> None:
        """Show that the cursor's line answers to keys."""
        self.refresh_line(self.cursor)
        self._point()

    def _point(self) -> None:
        """Have the terminal's cursor on our cursor's line, for whoever follows that one."""
        if self.has_focus:
            x, y = self.content_region.offset
            self.app.cursor_position = Offset(x, y + self.cursor - self.scroll_offset.y)

    def on_blur(self) -> None:
        """Show that it no longer does."""
        self.refresh_line(self.cursor)

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a line."""
        return min(max(cursor, 0), max(self.lines - 1, 0))

    def watch_lines(self, lines: int) -> None:
        """Let the scroll bar know, and keep the cursor on a line."""
        if not self.size and lines > self.app.size.height:
            # More than there will be room for: laid out without a bar, it would
            # have to be laid out and painted once more before the first key.
            self.show_vertical_scrollbar = True
        self.virtual_size = Size(0, lines)
        self.cursor = self.validate_cursor(self.cursor)
        self.refresh()

    def watch_cursor(self, old: int, new: int) -> None:
        """Redraw two lines, bring the new one into view, and tell."""
        self.refresh_line(old)
        self.refresh_line(new)
        self.show_line(new)
        self._point()
        if self.lines:
            self.post_message(self.Reached(self, new))

    def show_line(self, line: int) -> None:
        """Scroll as little as brings a line into view."""
        height = self.scrollable_content_region.height
        if height < 1:
            return
        top = self.scroll_offset.y
        if line < top:
            self.scroll_to(y=line, animate=False)
        elif line >= top + height:
            self.scroll_to(y=line - height + 1, animate=False)

    def line_of_view(self, line: int) -> int:
        """On which line of the view a line stands once `show_line` has shown it."""
        height = max(self.scrollable_content_region.height, 1)
        return min(max(line - self.scroll_offset.y, 0), height - 1)

    def refresh_line(self, y: int) -> None:
        """Redraw one line, if it is in view."""
        self.refresh(Region(0, y - self.scroll_offset.y, self.size.width, 1))

    def action_move(self, step: int) -> None:
        """Move the cursor by some lines."""
        self.cursor += step

    def action_page(self, pages: float) -> None:
        """Move by a share of what is in view, the view moving along."""
        height = max(self.scrollable_content_region.height, 1)
        step = round(height * pages) or (1 if pages > 0 else -1)
        self.scroll_relative(y=step, animate=False)
        self.cursor += step

    def action_end(self, direction: int) -> None:
        """Move to the first line or the last."""
        self.cursor = 0 if direction < 0 else self.lines - 1

    def action_choose(self) -> None:
        """Open the line under the cursor."""
        if self.lines:
            self.post_message(self.Chosen(self, self.cursor))

    def action_leave(self) -> None:
        """Leave the list."""
        self.post_message(self.Left(self))

    def on_click(self, event: Click) -> None:
        """Move the cursor to the line clicked; open it if it is there already.

        So a double click opens a line, and once only.
        """
        offset = event.get_content_offset(self)
        if offset is None:
            return
        line = self.scroll_offset.y + offset.y
        if line >= self.lines or (event.chain > 1 and self._clicked_open):
            return
        self._clicked_open = self.AT_ONCE or line == self.cursor
        self.cursor = line
        if self._clicked_open:
            self.action_choose()

    def on_resize(self, _event: Resize) -> None:
        """Keep the cursor's line in view."""
        self.show_line(self.cursor)
        self._point()
