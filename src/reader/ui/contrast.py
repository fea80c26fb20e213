"""How well a colour is told from another, as WCAG counts it."""

from __future__ import annotations

from textual.color import Color

ENOUGH = 4.5
"""The contrast that text needs (WCAG 2, level AA)."""


def contrast(one: Color, other: Color) -> float:
    """How well two colours are told apart, as WCAG counts it: from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    channels = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return sum(
        weight * part
        for weight, part in zip((0.2126, 0.7152, 0.0722), channels, strict=True)
    )
