"""What the looks of a text are painted with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from rich.segment import Segment
from rich.style import Style
from textual.widget import Widget

from reader.text.links import absolute
from reader.text.sanitize import for_terminal
from reader.text.typeset.lines import Look, Run
from reader.ui.contrast import legible
from reader.ui.one_link import one_link

PREFIX = "article-pane--"

ORDER = tuple(look for look in Look if look)
"""Looks from the one that gives way to the one that prevails."""


def class_of(look: Look) -> str:
    """The component class that styles one look."""
    name = (look.name or "").lower().replace("_", "-")
    return PREFIX + name


CLASSES = frozenset(class_of(look) for look in ORDER)
"""The component classes a widget needs that paints text."""


class Painter:
    """Paints runs in a widget's own styles.

    Make a new one when the styles have changed.

    Args:
        widget: A widget with `CLASSES` among its component classes.
        links: Where the numbered links lead.
    """

    def __init__(self, widget: Widget, links: Sequence[str]) -> None:
        self._widget = widget
        self._links = links
        self._styles: dict[tuple[Look, int | None], Style] = {}
        self._components: dict[tuple[str, ...], Style] = {}

    @cached_property
    def plain(self) -> Style:
        """The style of text that has no look."""
        return legible(self._widget.rich_style)

    def style(self, look: Look, link: int | None = None) -> Style:
        """The style of a look, in full.

        Args:
            look: One look or several.
            link: The number of the link it belongs to, for terminals that
                follow links.
        """
        style = self._styles.get((look, link))
        if style is None:
            style = self._styles[look, link] = self._made(look, link)
        return style

    def component(self, *names: str) -> Style:
        """The style of component classes laid over each other.

        Colours are the last one's that has any; bold, italic and their like
        add up.
        """
        style = self._components.get(names)
        if style is None:
            style = self._widget.get_component_rich_style(*names)
            for name in names:
                style += self._widget.get_component_styles(name).text_style
            style = self._components[names] = legible(style)
        return style

    def segments(self, runs: Iterable[Run]) -> list[Segment]:
        """Paint runs, nothing in them but text."""
        return [
            Segment(for_terminal(run.text), self.style(run.look, run.link))
            for run in runs
            if run.text
        ]

    def _made(self, look: Look, link: int | None) -> Style:
        names = [class_of(one) for one in ORDER if one in look]
        style = self.component(*names) if names else self.plain
        url = None if link is None else absolute(self._links[link - 1])
        return one_link(style + Style(link=url), f"reader-{link}") if url else style
