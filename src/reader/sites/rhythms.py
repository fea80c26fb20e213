"""How often a feed says that it has news: ttl, skipHours, skipDays, updatePeriod."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from reader.domain.rhythm import Rhythm

_PERIODS: Final = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(weeks=1),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}
_DAYS: Final = (
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
)
_SKIPPED: Final = re.compile(rb"<(skipHours|skipDays)>(.{0,2000}?)</\1>", re.DOTALL)
_HOUR: Final = re.compile(rb"<hour>\s*(\d{1,2})\s*</hour>")
_DAY: Final = re.compile(rb"<day>\s*(\w{6,9})\s*</day>")


def rhythm_of(about: Mapping[str, Any], body: bytes) -> Rhythm:
    """Read what a feed says of when it is to be asked.

    Args:
        about: What a parser says of the feed as a whole.
        body: The feed itself: no parser keeps more than one of several hours.
    """
    skipped = dict(_SKIPPED.findall(body)) if b"<skip" in body else {}
    hours = (int(each) for each in _HOUR.findall(skipped.get(b"skipHours", b"")))
    days = (
        each.decode("ascii", "replace").lower()
        for each in _DAY.findall(skipped.get(b"skipDays", b""))
    )
    return Rhythm(
        every=_every(about),
        # Midnight is 0, and was 24 in the first version.
        skip_hours=frozenset(each % 24 for each in hours if each <= 24),
        skip_days=frozenset(_DAYS.index(each) for each in days if each in _DAYS),
    )


def _every(about: Mapping[str, Any]) -> timedelta | None:
    """The shortest time between two looks that the feed finds of use."""
    minutes = _number(about.get("ttl"))
    if minutes:
        return timedelta(minutes=minutes)
    period = _PERIODS.get(str(about.get("sy_updateperiod") or "").strip().lower())
    if period is None:
        return None
    return period / (_number(about.get("sy_updatefrequency")) or 1)


def _number(value: object) -> int:
    text = str(value or "").strip()
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else 0
