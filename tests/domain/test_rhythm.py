"""When a source is asked again without anybody asking for it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from reader.domain.rhythm import Rhythm, next_look, wait_after

NOON = datetime(2026, 3, 2, 12, 30, tzinfo=UTC)  # a Monday
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("rhythm", "fresh_for", "interval", "expected"),
    [
        (Rhythm(), None, None, None),
        (Rhythm(every=HOUR), None, None, NOON + HOUR),
        (Rhythm(every=HOUR), 2 * HOUR, None, NOON + 2 * HOUR),
        (Rhythm(every=2 * HOUR), HOUR, None, NOON + 2 * HOUR),
        (Rhythm(), timedelta(0), None, None),
        (Rhythm(every=timedelta(days=365)), None, None, NOON + timedelta(days=1)),
        (
            Rhythm(every=HOUR, skip_hours=frozenset({13, 14})),
            None,
            None,
            NOON.replace(hour=15, minute=0),
        ),
        (
            Rhythm(skip_days=frozenset({0, 1})),
            None,
            None,
            datetime(2026, 3, 4, tzinfo=UTC),
        ),
        (Rhythm(skip_hours=frozenset(range(24))), None, None, NOON),
        (
            Rhythm(every=timedelta(hours=6), skip_hours=frozenset({13})),
            12 * HOUR,
            timedelta(minutes=30),
            NOON + timedelta(minutes=30),
        ),
    ],
)
def test_the_next_look(
    rhythm: Rhythm,
    fresh_for: timedelta | None,
    interval: timedelta | None,
    expected: datetime | None,
) -> None:
    assert next_look(NOON, rhythm, fresh_for=fresh_for, interval=interval) == expected


def test_what_fails_is_left_alone_for_longer_each_time() -> None:
    waits = [wait_after(failures, 0.5) for failures in range(1, 40)]
    assert waits[:3] == [timedelta(minutes=each) for each in (15, 30, 60)]
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(days=1)


def test_what_failed_together_is_not_asked_together() -> None:
    assert wait_after(1, 0.0) < wait_after(1, 1.0) < 2 * wait_after(1, 0.0)
