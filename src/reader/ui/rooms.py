"""What the screens are handed: the services, and what the reader has set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.domain.preferences import Preferences

if TYPE_CHECKING:
    from reader.services.commenting import Commenting
    from reader.services.delivering import Delivering
    from reader.services.indexing import Indexing
    from reader.services.listing import Listing
    from reader.services.quoting import Quoting
    from reader.services.reading import Reading
    from reader.services.refreshing import Refreshing
    from reader.services.subscribing import Subscribing
    from reader.services.taking import Taking


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """Everything a screen may ask for. Built once, where the program starts."""

    reading: Reading
    taking: Taking
    quoting: Quoting
    listing: Listing
    indexing: Indexing
    refreshing: Refreshing
    subscribing: Subscribing
    commenting: Commenting
    delivering: Delivering
    preferences: Preferences = field(default_factory=Preferences)
    keymap: Path | None = None
    """The file that moves keys, whether it exists or not; None to read none."""

    now: Callable[[], datetime] = utc_now
    """The clock that ages are told by."""
