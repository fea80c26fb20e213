"""What parts of the screen tell each other of changes."""

from __future__ import annotations

from textual.message import Message


class Changed(Message):
    """Something was changed that other parts of the screen may show too."""
