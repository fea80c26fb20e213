"""The line of keys that work here and now."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import ActiveBinding
from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.widget import Widget

from reader.ui.live_bindings import as_declared

KEY = "hints--key"
LAST = "help"
"""The action whose hint always has its room, at the end."""

_BETWEEN = "  "


class Hints(Widget):
    """As many of the live bindings as fit, made from the bindings themselves."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {KEY}
    """
    | Class | Styles |
    | :- | :- |
    | `hints--key` | A key. |
    """

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._places: list[tuple[range, ActiveBinding]] = []
        """The columns of each hint, and what it stands for."""

    def on_mount(self) -> None:
        """Follow the bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def on_unmount(self) -> None:
        """Stop following them."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def _changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """Draw the line; what does not fit is left out whole."""
        shown: dict[str, ActiveBinding] = {}
        for active in as_declared(self.screen.active_bindings.values()):
            if active.binding.show and active.enabled:
                shown.setdefault(active.binding.action, active)
        last = shown.pop(LAST, None)
        left = self.content_size.width
        if last is not None:
            left -= self._hint(last).cell_length + len(_BETWEEN)
        self._places = []
        hints: list[Content] = []
        x = 0
        for active in (*shown.values(), *((last,) if last is not None else ())):
            hint = self._hint(active)
            end = x + hint.cell_length
            if end <= left or active is last:
                self._places.append((range(x, end), active))
                hints.append(hint)
                x = end + len(_BETWEEN)
        return Content(_BETWEEN).join(hints)

    def _hint(self, active: ActiveBinding) -> Content:
        binding = active.binding
        key = self.app.get_key_display(binding)
        return Content.assemble((key, f".{KEY}"), f" {binding.description.lower()}")

    async def on_click(self, event: Click) -> None:
        """Do what the hint clicked on says."""
        at = event.get_content_offset(self)
        for place, active in self._places:
            if at is not None and at.x in place:
                await self.app.run_action(active.binding.action, active.node)
                return
