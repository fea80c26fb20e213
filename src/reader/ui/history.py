"""What was opened one after the other, and where in that row one is."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class History(Generic[T]):
    """The way back, and forward again."""

    def __init__(self) -> None:
        self._visited: list[T] = []
        self._at = -1

    @property
    def here(self) -> T | None:
        """What one is at, or None before anything was opened."""
        return self._visited[self._at] if self._visited else None

    def go_on_to(self, what: T) -> None:
        """Open something; what lay forward from here is forgotten."""
        del self._visited[self._at + 1 :]
        self._visited.append(what)
        self._at = len(self._visited) - 1

    def step(self, step: int) -> T | None:
        """Go so many steps forward, or back.

        Returns:
            What is there; None, and one stays, if the row does not go so far.
        """
        if not 0 <= self._at + step < len(self._visited):
            return None
        self._at += step
        return self._visited[self._at]
