"""The line of keys that work here and now."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
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
        width = self.content_size.width
        shown: dict[str, tuple[str, str]] = {}
        for active in as_declared(self.screen.active_bindings.values()):
            binding = active.binding
            if binding.show and active.enabled:
                key = self.app.get_key_display(binding)
                shown.setdefault(binding.action, (key, binding.description))
        last = shown.pop(LAST, None)
        end = _hint(*last) if last is not None else Content("")
        line = Content("")
        for key, words in shown.values():
            longer = Content.assemble(line, _BETWEEN if line else "", _hint(key, words))
            if longer.cell_length + len(_BETWEEN) + end.cell_length <= width:
                line = longer
        return Content.assemble(line, _BETWEEN if line and end else "", end)


def _hint(key: str, words: str) -> Content:
    return Content.assemble((key, f".{KEY}"), f" {words.lower()}")
