"""Where in a list somebody wants to go."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from reader.ui.jumping import Line, Time, Unread, target_in

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "first", "after"),
    [
        ("2026-01-31", date(2026, 1, 31), date(2026, 2, 1)),
        ("2025-12", date(2025, 12, 1), date(2026, 1, 1)),
        ("2025", date(2025, 1, 1), date(2026, 1, 1)),
        ("today", date(2026, 3, 1), date(2026, 3, 2)),
        ("Yesterday", date(2026, 2, 28), date(2026, 3, 1)),
        ("2w", date(2026, 2, 15), date(2026, 2, 16)),
        ("3 days ago", date(2026, 2, 26), date(2026, 2, 27)),
    ],
)
def test_a_day_a_month_or_a_year_is_understood(
    words: str, first: date, after: date
) -> None:
    """From its first moment to the first one after it."""
    target = target_in(words, NOW)
    assert isinstance(target, Time)
    assert (target.begin.date(), target.end.date()) == (first, after)


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("120", Line(120)),
        ("#2026", Line(2026)),
        ("1,000,000", Line(1_000_000)),
        ("unread 5", Unread(5)),
        ("u5", Unread(5)),
        ("5th unread", Unread(5)),
        ("2026-13", None),
        ("whenever", None),
        ("99999999999999999999", None),
        ("99999999999y", None),
    ],
)
def test_a_number_is_understood(words: str, target: Line | Unread | None) -> None:
    """Of a line, or of an unread article; what is neither is nothing."""
    assert target_in(words, NOW) == target
