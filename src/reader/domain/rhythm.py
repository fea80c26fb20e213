"""When a source is asked again without anybody asking for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Final

LONGEST_PAUSE: Final = timedelta(days=1)
"""A source that asks for a longer one is treated as if it asked for this."""

_FIRST_WAIT: Final = timedelta(minutes=15)
_LONGEST_WAIT: Final = timedelta(days=1)
_HOURS_OF_A_WEEK: Final = 7 * 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How often a feed says that it has news."""

    every: timedelta | None = None
    skip_hours: frozenset[int] = frozenset()
    """Hours of the day in UTC, 0 to 23, in which there are none."""

    skip_days: frozenset[int] = frozenset()
    """Days of the week in UTC, 0 is Monday, on which there are none."""


ANY_TIME: Final = Rhythm()


def next_look(
    now: datetime,
    rhythm: Rhythm = ANY_TIME,
    *,
    fresh_for: timedelta | None = None,
    interval: timedelta | None = None,
) -> datetime | None:
    """When a source that has answered is to be asked again.

    Args:
        now: When it answered.
        rhythm: What its feed says.
        fresh_for: How long its answer says that it stays as it is.
        interval: What the person says, who has the last word.

    Returns:
        The moment, or None if nobody says anything.
    """
    if interval is not None:
        return now + interval
    pauses = [each for each in (rhythm.every, fresh_for) if each]
    if not (pauses or rhythm.skip_hours or rhythm.skip_days):
        return None
    pause = max(pauses, default=timedelta(0))
    return _not_skipped(now + min(pause, LONGEST_PAUSE), rhythm)


def wait_after(failures: int, chance: float) -> timedelta:
    """How long a source that fails is left alone.

    Twice as long after each failure, and not the same for all: sources that
    failed together need not be asked together again.

    Args:
        failures: How often it has failed in a row, from 1.
        chance: A random number from 0 to 1.
    """
    doubled = _FIRST_WAIT * (1 << min(failures - 1, 10))
    return min(doubled, _LONGEST_WAIT) * (0.75 + chance / 2)


def _not_skipped(moment: datetime, rhythm: Rhythm) -> datetime:
    """The first moment from a moment on that a feed does not tell us to skip."""
    at = moment.astimezone(UTC)
    for _ in range(_HOURS_OF_A_WEEK):
        if at.hour not in rhythm.skip_hours and at.weekday() not in rhythm.skip_days:
            return at
        at = datetime.combine(at.date(), time(at.hour, tzinfo=UTC)) + timedelta(hours=1)
    # It skips every hour there is, which nobody can mean.
    return moment
