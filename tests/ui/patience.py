"""Waiting for what a person would wait for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic

from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.strip import Strip

LONGEST = 10.0
"""Seconds after which a test gives up."""


async def until(pilot: Pilot[None], holds: Callable[[], object], what: str) -> None:
    """Wait until something holds.

    Args:
        pilot: The pilot of the program.
        holds: Whether it does.
        what: What is waited for, for the message if it never comes.
    """
    end = monotonic() + LONGEST
    while True:
        await pilot.pause()
        if holds():
            return
        assert monotonic() < end, f"{what} did not come; the screen:\n{shown(pilot)}"
        await asyncio.sleep(0.02)


def shown(pilot: Pilot[None]) -> str:
    """What stands on the screen, as plain text."""
    app = pilot.app
    strips: list[Strip] = app.screen._compositor.render_strips(app.size)
    return "\n".join(strip.text.rstrip() for strip in strips)


async def sees(pilot: Pilot[None], words: str) -> None:
    """Wait until some words stand on the screen."""
    await until(pilot, lambda: words in shown(pilot), f"“{words}”")


async def types(pilot: Pilot[None], text: str) -> None:
    """Type a text, a key a character."""
    for character in text:
        await pilot.press(_character_to_key(character))
