"""Where in a list somebody wants to go."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from reader.domain.dates import span_of

_NUMBER: Final = re.compile(r"(?:#|line\s+)?(\d{1,3}(?:,\d{3})+|\d+)")
_UNREAD: Final = re.compile(r"u(?:nread)?\s*(\d+)|(\d+)\w*\s+unread")
_AGO: Final = re.compile(r"(\d+)\s*(d|day|w|week|mo|month|y|year)s?(?:\s+ago)?")
_EARLIEST: Final = 1970
_DAYS: Final = {
    "d": 1,
    "day": 1,
    "w": 7,
    "week": 7,
    "mo": 30,
    "month": 30,
    "y": 365,
    "year": 365,
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Unread:
    """An unread article, from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Time:
    """A day, a month or a year of the reader's own calendar."""

    begin: datetime
    end: datetime


def target_in(words: str, now: datetime) -> Line | Unread | Time | None:
    """Understand where somebody wants to go.

    Args:
        words: `2026-01-31`, `2026-01`, `2026`, `today`, `yesterday`, `3w`, `2 months ago`;
            `120` or `#2026` for a line; `unread 5` or `5th unread`.
        now: The present moment.

    Returns:
        What is meant, or None if that cannot be said. Four digits are a year.
    """
    words = words.strip().lower()
    today = now.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
    if words in ("today", "yesterday"):
        day = today - timedelta(days=words == "yesterday")
        return Time(day, day + timedelta(days=1))
    if ago := _AGO.fullmatch(words):
        try:
            day = today - timedelta(days=int(ago[1]) * _DAYS[ago[2]])
        except OverflowError:
            return None
        return Time(day, day + timedelta(days=1))
    if unread := _UNREAD.fullmatch(words):
        return Unread(int(unread[1] or unread[2]))
    span = span_of(words)
    if span is not None and span[0].year >= _EARLIEST:
        return Time(*span)
    number = _NUMBER.fullmatch(words)
    if number is None or len(words) > 12:
        return None
    return Line(int(number[1].replace(",", "")))
