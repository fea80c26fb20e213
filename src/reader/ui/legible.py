"""Text that is legible in every theme, with whatever colours the terminal has."""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import BLACK, WHITE, Color
from textual.filter import LineFilter

from reader.ui.contrast import ENOUGH, contrast

_SIXTEEN = (
    *((0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0)),
    *((0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229)),
    *((127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0)),
    *((92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255)),
)
"""What xterm shows the 16 colours as; others are near it."""

_STEPS = 12


class Legible(LineFilter):
    """Makes text stand out from its ground as the terminal will show both.

    A theme may have been made without measuring, and a brown that is well told
    from paper white is a yellow among 16 colours, which is not.

    Args:
        system: The colours that the terminal has.
    """

    def __init__(self, system: ColorSystem) -> None:
        super().__init__()
        self._system = system

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Change the colour of what would not be told from its ground."""
        del background
        return [self._legible(segment) for segment in segments]

    def _legible(self, segment: Segment) -> Segment:
        text, style, control = segment
        if control or style is None or style.color is None or style.bgcolor is None:
            return segment
        colour = legible_among(self._system, style.color, style.bgcolor)
        # Bars and frames are no text.
        if colour is style.color or not any(map(str.isalnum, text)):
            return segment
        return Segment(text, style + Style(color=colour))


@lru_cache(maxsize=1000)
def legible_among(system: ColorSystem, text: RichColor, ground: RichColor) -> RichColor:
    """The colour itself, or one near it whose nearest is told from the ground's.

    Args:
        system: The colours there are.
        text: What the text is painted in.
        ground: What it is painted on.
    """
    if text.is_default or ground.is_default:
        return text
    if system is ColorSystem.TRUECOLOR and not (text.triplet and ground.triplet):
        # The terminal's own colours, which nobody here knows.
        return text
    behind = as_shown(system, ground)
    if contrast(as_shown(system, text), behind) >= ENOUGH:
        return text
    towards = max(BLACK, WHITE, key=lambda extreme: contrast(extreme, behind))
    colour = Color.from_rich_color(text)
    better = text
    for step in range(1, _STEPS + 1):
        better = colour.blend(towards, step / _STEPS, alpha=1).rich_color
        if contrast(as_shown(system, better), behind) >= ENOUGH:
            break
    return better


def as_shown(system: ColorSystem, colour: RichColor) -> Color:
    """What a terminal of so many colours makes of one."""
    nearest = colour.downgrade(system)
    if nearest.number is not None and nearest.number < len(_SIXTEEN):
        return Color(*_SIXTEEN[nearest.number])
    return Color.from_rich_color(nearest)
