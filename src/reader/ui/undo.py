"""Changes that can be taken back, the last one first."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from textual.message import Message

REMEMBERED = 200
"""How many changes can be taken back."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that was changed, and how to take it back."""

    words: str
    """What was done, as the undoing names it: “marked 3 articles read”."""

    take_back: Callable[[], Awaitable[object]]


@dataclass
class Changed(Message):
    """Something was changed that other parts of the screen may show too."""

    change: Change


class Undo:
    """The changes of a run of the program."""

    def __init__(self) -> None:
        self._changes: deque[Change] = deque(maxlen=REMEMBERED)

    def remember(self, change: Change) -> None:
        """Put a change on top."""
        self._changes.append(change)

    def last(self) -> Change | None:
        """Take the latest change off, or None if none is left."""
        return self._changes.pop() if self._changes else None
