"""Moments on disk: seconds since 1970."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import overload


def stored(moment: datetime | None) -> float | None:
    """A moment as the library keeps it."""
    return None if moment is None else moment.timestamp()


@overload
def moment(seconds: float) -> datetime: ...


@overload
def moment(seconds: float | None) -> datetime | None: ...


def moment(seconds: float | None) -> datetime | None:
    """A moment as the library gave it."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
