"""A source is quiet when it is so for longer than is its habit."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from reader.domain.habit import silence

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days_ago", "quiet"),
    [
        ([1, 2, 3, 4, 5], False),
        ([3, 4, 5, 6, 7], True),
        ([3, 4, 5, 8, 9], False),
        ([7, 8, 9, 12, 13], True),
        ([60, 90, 120, 150, 180], False),
        ([61, 91, 121, 151, 181], True),
        # Too few to tell.
        ([300, 301, 302, 303], False),
        # All at once, as of a feed without dates.
        ([1, 1, 1, 1, 1], False),
        ([3, 3, 3, 3, 3], True),
        # What it did long ago is no habit.
        ([*range(10, 31), 400], True),
    ],
)
def test_it_is_told_from_the_last_articles(days_ago: list[int], quiet: bool) -> None:  # noqa: FBT001
    moments = [NOW - timedelta(days=day) for day in days_ago]
    found = silence(moments, NOW)
    assert (found is not None) is quiet
    if found is not None:
        assert found.since == moments[0]
