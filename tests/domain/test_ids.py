"""Ids kept as runs are the same ids."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.ids import Ids

some = st.sets(st.integers(1, 40))


@given(some, some)
def test_they_are_what_sets_are(one: set[int], other: set[int]) -> None:
    """In rising order, each once."""
    a, b = Ids.of(one), Ids.of(list(other) * 2)
    assert list(a) == sorted(one)
    assert len(b) == len(other)
    assert [number for number in range(50) if number in a] == sorted(one)
    assert a | b == Ids.of(one | other)
    assert a & b == Ids.of(one & other)
    assert a - b == Ids.of(one - other)


@given(some, st.integers(1, 7))
def test_parts_are_the_whole_in_order(ids: set[int], most: int) -> None:
    """None is larger than asked for."""
    parts = list(Ids.of(ids).parts(most))
    assert [number for part in parts for number in part] == sorted(ids)
    assert all(0 < len(part) <= most for part in parts)


def test_a_whole_library_is_one_run() -> None:
    """Whatever its size."""
    assert Ids.rising(range(1, 1_000_001)).runs == ((1, 1_000_000),)


def test_what_is_no_id_is_not_among_them() -> None:
    """A collection may be asked for anything."""
    what: object = "1"
    assert what not in Ids.of([1])


@pytest.mark.parametrize("runs", [((2, 1),), ((1, 2), (3, 4)), ((5, 6), (1, 2))])
def test_what_is_no_row_of_runs_is_refused(runs: tuple[tuple[int, int], ...]) -> None:
    """They rise, and those that touch are one."""
    with pytest.raises(ValueError, match="run"):
        Ids(runs)
