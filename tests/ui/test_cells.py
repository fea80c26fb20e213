"""Text cut to cells, and ages told in five of them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.domain.dates import Dates, Published
from reader.ui.cells import WHEN_WIDTH, age, cut, fit, fit_right, when

NOW = datetime(2020, 6, 27, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("published", "told"),
    [
        (None, ""),
        ("2020-06-27T11:59:30+00:00", "now"),
        ("2020-06-27T11:55:00+00:00", "5m"),
        ("2020-06-27T11:00:00+02:00", "3h"),
        ("2020-06-25T09:00:00+00:00", "2d"),
        ("2020-06-01T09:00:00+00:00", "3w"),
        ("2020-02-01T09:00:00+00:00", "4mo"),
        ("2018-01-01T00:00:00+00:00", "2y"),
        ("2021-01-01T00:00:00+00:00", "now"),
        ("2020-06-27", "today"),
        ("2020-06-26", "1d"),
        ("2020-06-28", "today"),
    ],
)
def test_an_age_is_told_in_the_largest_unit(published: str | None, told: str) -> None:
    """A page that gives a day is given no hours."""
    assert age(Published(published) if published else None, NOW) == told


@given(st.text(), st.integers(min_value=0, max_value=40))
def test_a_text_fits_to_the_cell(text: str, width: int) -> None:
    """Whatever it is made of: wide, combining, or controlling."""
    assert cell_len(fit(text, width)) == width
    assert cell_len(fit_right(text, width)) == width
    assert cell_len(cut(text, width)) <= width


def test_what_is_cut_says_so() -> None:
    """And a wide character is not halved."""
    assert cut("harbour", 5) == "harb…"
    assert cut("市場広場", 4) == "市…"


def test_a_day_is_told_where_days_are_wanted() -> None:
    published = Published("2020-06-20T10:00:00+02:00")
    told = when(published, NOW, Dates.ABSOLUTE)
    assert told == "2020-06-20"
    assert len(told) <= WHEN_WIDTH[Dates.ABSOLUTE]
    assert when(published, NOW, Dates.RELATIVE) == age(published, NOW)
    assert when(None, NOW, Dates.ABSOLUTE) == ""
