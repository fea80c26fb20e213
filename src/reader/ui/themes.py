"""Themes made for reading: quiet grounds, and text that is easily told from them."""

from __future__ import annotations

from difflib import get_close_matches

from textual.theme import BUILTIN_THEMES, Theme

from reader.text.sanitize import clean_line

READER_DARK = Theme(
    name="reader-dark",
    primary="#8fb4d9",
    secondary="#9fb3a6",
    accent="#e0b36a",
    warning="#e0b36a",
    error="#e88a80",
    success="#93c48b",
    foreground="#d8d5cd",
    background="#16181b",
    surface="#1b1e22",
    panel="#24282d",
    dark=True,
    variables={
        "text-muted": "#a09d95",
        "text-primary": "#a9c7e6",
        "text-accent": "#e8c487",
        "footer-key-foreground": "#e0b36a",
        "border": "#8fb4d9",
        "border-blurred": "#33383e",
        "scrollbar": "#3a4047",
        "scrollbar-hover": "#4a525b",
        "scrollbar-active": "#8fb4d9",
        "scrollbar-background": "#1b1e22",
        "scrollbar-background-hover": "#1b1e22",
        "scrollbar-background-active": "#1b1e22",
        "block-cursor-foreground": "#16181b",
        "input-selection-background": "#8fb4d9 35%",
    },
)

READER_LIGHT = Theme(
    name="reader-light",
    primary="#1f5c93",
    secondary="#4b6357",
    accent="#8a4b08",
    warning="#8a4b08",
    error="#a3261c",
    success="#2b6a2f",
    foreground="#22252a",
    background="#f3f4f5",
    surface="#fbfbfa",
    panel="#e8eaec",
    dark=False,
    variables={
        "text-muted": "#5a5f66",
        "text-primary": "#1a4f80",
        "text-accent": "#7c4307",
        "footer-key-foreground": "#1f5c93",
        "border": "#1f5c93",
        "border-blurred": "#cfd3d7",
        "scrollbar": "#c3c8cd",
        "scrollbar-hover": "#a9b0b7",
        "scrollbar-active": "#1f5c93",
        "scrollbar-background": "#fbfbfa",
        "scrollbar-background-hover": "#fbfbfa",
        "scrollbar-background-active": "#fbfbfa",
        "block-cursor-foreground": "#ffffff",
        "input-selection-background": "#1f5c93 25%",
    },
)

READER_PAPER = Theme(
    name="reader-paper",
    primary="#6b4a1f",
    secondary="#5f5d3a",
    accent="#8c3b1b",
    warning="#8a4b08",
    error="#9b2318",
    success="#3f6212",
    foreground="#3a2f22",
    background="#efe6d2",
    surface="#f6efdf",
    panel="#e6dbc3",
    dark=False,
    variables={
        "text-muted": "#6b5c47",
        "text-primary": "#5c3f1a",
        "text-accent": "#833617",
        "footer-key-foreground": "#8c3b1b",
        "border": "#6b4a1f",
        "border-blurred": "#d3c5a8",
        "scrollbar": "#cdbd9c",
        "scrollbar-hover": "#b9a680",
        "scrollbar-active": "#6b4a1f",
        "scrollbar-background": "#f6efdf",
        "scrollbar-background-hover": "#f6efdf",
        "scrollbar-background-active": "#f6efdf",
        "block-cursor-foreground": "#f6efdf",
        "input-selection-background": "#6b4a1f 25%",
    },
)

READER_CONTRAST = Theme(
    name="reader-contrast",
    primary="#6fd3ff",
    secondary="#b7f0b1",
    accent="#ffd75f",
    warning="#ffd75f",
    error="#ff9d9d",
    success="#9df59d",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    dark=True,
    variables={
        "text-muted": "#d0d0d0",
        "text-primary": "#8fdcff",
        "text-accent": "#ffe082",
        "footer-key-foreground": "#ffd75f",
        "border": "#6fd3ff",
        "border-blurred": "#8a8a8a",
        "scrollbar": "#8a8a8a",
        "scrollbar-hover": "#bcbcbc",
        "scrollbar-active": "#6fd3ff",
        "scrollbar-background": "#000000",
        "scrollbar-background-hover": "#000000",
        "scrollbar-background-active": "#000000",
        "block-cursor-foreground": "#000000",
        "input-selection-background": "#6fd3ff 40%",
    },
)

THEMES = (READER_DARK, READER_LIGHT, READER_PAPER, READER_CONTRAST)
"""Our own, the first one being what is shown if nothing else is asked for."""


def doubt(name: str) -> str | None:
    """What is wrong with a theme's name, in a sentence, or None."""
    known = {*BUILTIN_THEMES, *(theme.name for theme in THEMES)}
    if name in known:
        return None
    near = next(iter(get_close_matches(name, known, n=1)), None)
    meant = f" Is “{near}” meant?" if near else ""
    return f"There is no theme “{clean_line(name)}”.{meant}"
