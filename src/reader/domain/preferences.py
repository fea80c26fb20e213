"""What a reader may set, and what holds if they do not."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.domain.comment import Identity


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """The settings, with their defaults."""

    theme: str = "reader-dark"
    measure: int = 72
    """The widest line of the reading pane, in cells."""

    marks: bool = True
    """Whether quotations are marked."""

    refresh_at_start: bool = False
    identity: Identity = field(default_factory=Identity)
