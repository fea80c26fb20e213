"""What parts of the screen tell each other of changes."""

from __future__ import annotations

from typing import Final

from textual.message import Message

TOLD_EVERY: Final = 0.1
"""Seconds between two words on how far a change of many articles is."""


class Changed(Message):
    """Something was changed that other parts of the screen may show too."""
