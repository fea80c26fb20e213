"""When something was published, as exactly as its page says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

_DAY: Final = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


class Dates(StrEnum):
    """How lists say when something was published."""

    RELATIVE = "relative"
    """By its age: `3h`, `2d`."""

    ABSOLUTE = "absolute"
    """By its day: `2020-06-26`."""


@dataclass(frozen=True, slots=True)
class Published:
    """A day, or a moment, as exact as the page is.

    A page that gives a day is not given an hour, and a page that gives an
    offset from UTC keeps it.
    """

    iso: str
    """ISO 8601: `2020-06-26`, or `2020-06-26T10:00:00+02:00`."""

    def __post_init__(self) -> None:
        datetime.fromisoformat(self.iso)

    @property
    def day(self) -> date:
        """The calendar day, where the article was published."""
        return datetime.fromisoformat(self.iso).date()

    @property
    def has_time(self) -> bool:
        """Whether the page says more than the day."""
        return "T" in self.iso

    @property
    def moment(self) -> datetime:
        """A moment in UTC to sort by.

        A day counts from its first second; a time without an offset is taken
        as UTC.
        """
        if not self.has_time:
            return datetime.combine(self.day, time(), UTC)
        moment = datetime.fromisoformat(self.iso)
        return (
            moment.replace(tzinfo=UTC)
            if moment.tzinfo is None
            else moment.astimezone(UTC)
        )


def span_of(text: str) -> tuple[datetime, datetime] | None:
    """When a year, a month or a day begins, and when the next one does.

    They are those of the reader's own clock, as dates are shown.

    Args:
        text: `2020`, `2020-06` or `2020-06-26`.

    Returns:
        Both, or None if it is no date.
    """
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        begin = datetime(year, month or 1, day or 1)  # noqa: DTZ001
        if day is not None:
            end = begin + timedelta(days=1)
        elif month is not None:
            end = begin.replace(year=year + month // 12, month=month % 12 + 1)
        else:
            end = begin.replace(year=year + 1)
        return begin.astimezone(), end.astimezone()
    except (ValueError, OverflowError):
        return None
