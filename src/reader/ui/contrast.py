"""How well a colour is told from another, as WCAG counts it."""

from __future__ import annotations

from rich.style import Style
from textual.color import BLACK, WHITE, Color

ENOUGH = 4.5
"""The contrast that text needs (WCAG 2, level AA)."""

_STEPS = 20


def contrast(one: Color, other: Color) -> float:
    """How well two colours are told apart, as WCAG counts it: from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def legible(style: Style) -> Style:
    """Make a style's text stand out from its ground, whatever theme it comes from.

    Returns:
        The style itself if its contrast is `ENOUGH`, or if a colour of it is the terminal's
        own; else one whose text is just dark or light enough.
    """
    text, ground = style.color, style.bgcolor
    if text is None or ground is None or text.is_default or ground.is_default:
        return style
    colour, behind = Color.from_rich_color(text), Color.from_rich_color(ground)
    if contrast(colour, behind) >= ENOUGH:
        return style
    towards = max(BLACK, WHITE, key=lambda extreme: contrast(extreme, behind))
    for step in range(1, _STEPS + 1):
        better = colour.blend(towards, step / _STEPS, alpha=1)
        if contrast(better, behind) >= ENOUGH:
            break
    return style + Style(color=better.rich_color)


def _luminance(colour: Color) -> float:
    channels = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return sum(
        weight * part
        for weight, part in zip((0.2126, 0.7152, 0.0722), channels, strict=True)
    )
