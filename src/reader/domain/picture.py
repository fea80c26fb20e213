"""A picture that an article shows."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture small enough for a terminal."""

    width: int
    """Pixels."""

    height: int
    png: bytes = field(repr=False)
    """The picture as a PNG file."""
