from __future__ import annotations

import pytest

from reader.text.finding import moved, places_of


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("library", [(4, 11), (23, 30)]),
        ("the  LIBRARY", [(0, 11)]),
        ("library\nagain", [(23, 36)]),
        (".", []),
        ("  ", []),
    ],
)
def test_words_are_found_whatever_their_case_and_spaces(
    words: str, places: list[tuple[int, int]]
) -> None:
    text = "The library stays; our Library\nagain"
    assert places_of(words, text, most=10) == places


def test_no_more_places_are_looked_for_than_are_enough() -> None:
    assert len(places_of("a", "a" * 100, most=7)) == 7


@pytest.mark.parametrize(
    ("old", "new", "offset", "expected"),
    [
        ("one two three", "one two three", 4, 4),
        ("one two three", "zero one two three", 4, 9),
        ("one two three", "one", 8, 3),
        ("one two three", "", 8, 0),
    ],
)
def test_a_place_moves_with_its_words(
    old: str, new: str, offset: int, expected: int
) -> None:
    assert moved(offset, old, new) == expected
