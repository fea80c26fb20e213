"""The bindings that are live, in the order in which they were declared."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import ActiveBinding
from textual.dom import DOMNode


def as_declared(live: Iterable[ActiveBinding]) -> list[ActiveBinding]:
    """Put commands whose keys were moved back into their place.

    The framework takes a binding that is moved out of its place, and adds it at
    the end of those of its widget.

    Args:
        live: The bindings, those of one widget together.
    """
    widgets: dict[DOMNode, tuple[int, dict[str | None, int]]] = {}
    live = list(live)
    for one in live:
        if one.node not in widgets:
            declared = [binding.id for _, binding in one.node._bindings]  # noqa: SLF001
            places = {name: declared.index(name) for name in declared}
            widgets[one.node] = len(widgets), places

    def place(one: ActiveBinding) -> tuple[int, int]:
        number, places = widgets[one.node]
        return number, places.get(one.binding.id, len(places))

    return sorted(live, key=place)
