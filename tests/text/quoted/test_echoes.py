"""Words that an article quotes twice."""

from __future__ import annotations

from reader.text.quoted.echoes import OPENING, Echoes


def test_the_same_words_are_the_same_whatever_their_marks_and_case() -> None:
    echoes = Echoes()
    echoes.add("I saw nobody, nobody at all.", 7)
    assert echoes.of("“i saw nobody – nobody at all”", OPENING) == 7


def test_only_the_first_quotations_may_be_a_part_of_another() -> None:
    echoes = Echoes()
    echoes.add("I saw nobody, nobody at all.", 7)
    assert echoes.of("nobody at all", 0) == 7
    assert echoes.of("nobody at all", OPENING) is None


def test_a_part_begins_and_ends_with_whole_words() -> None:
    echoes = Echoes()
    echoes.add("I saw nobody at all.", 7)
    assert echoes.of("body at all", 0) is None


def test_a_few_words_may_be_said_by_two() -> None:
    echoes = Echoes()
    echoes.add("No, never.", 7)
    assert echoes.of("No, never.", 0) is None


def test_who_said_it_first_keeps_it() -> None:
    echoes = Echoes()
    echoes.add("We are ready now.", 2)
    echoes.add("We are ready now!", 5)
    assert echoes.of("we are ready now", 9) == 2
