"""How long a site may ask us to wait."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from reader.net.turns import LONGEST_WAIT, Turns, wait_asked_for

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0),
        (" 120 ", 120),
        ("Sun, 01 Mar 2026 12:01:00 GMT", 60),
        ("Sun, 01 Mar 2026 11:00:00 GMT", 0),
    ],
)
def test_a_wait_is_seconds_or_a_date(value: str, seconds: int) -> None:
    assert wait_asked_for(value, NOW) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "value", ["999999999", "9" * 5000, "Fri, 31 Dec 9999 23:59:59 GMT"]
)
def test_a_wait_has_an_end(value: str) -> None:
    assert wait_asked_for(value, NOW) == LONGEST_WAIT


@pytest.mark.parametrize(
    "value", ["", "soon", "-5", "1.5", "١٢", "Sun, 01 Mar 2026 12:00:00"]
)
def test_what_is_no_wait_is_refused(value: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        wait_asked_for(value, NOW)


async def test_a_host_is_open_again_after_its_wait() -> None:
    turns = Turns()
    turns.close("a:80", 0.001)
    turns.close("b:80", 100)
    while turns.closed_for("a:80"):
        pass
    assert turns.closed_for("b:80") > 99
    assert turns.closed_for("c:80") == 0


async def test_a_host_without_visitors_is_forgotten() -> None:
    turns = Turns()
    async with turns.at("a:80"), turns.at("a:80"):
        pass
    assert turns._gates == {}
