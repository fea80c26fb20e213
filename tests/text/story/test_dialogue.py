"""Who speaks each line of a dialogue, all of them weighed together."""

from __future__ import annotations

from reader.text.story.character import Character
from reader.text.story.dialogue import Line, Link, speakers_of

ADA, TOM, EVE = (Character(name, is_named=True) for name in ("Ada", "Tom", "Eve"))
EITHER = {ADA: 0.0, TOM: 0.0}


def names(lines: list[Line]) -> list[str | None]:
    return [one.who.name if one.who else None for one in speakers_of(lines)]


def test_two_speak_in_turn_from_the_one_who_is_named() -> None:
    lines = [Line(Link.APART, {ADA: 0.0}), *(Line(Link.TURN, EITHER) for _ in range(3))]
    assert names(lines) == ["Ada", "Tom", "Ada", "Tom"]


def test_a_name_further_down_settles_who_spoke_before() -> None:
    lines = [
        Line(Link.APART, EITHER),
        Line(Link.TURN, EITHER),
        Line(Link.TURN, {TOM: 0.0}),
    ]
    assert names(lines) == ["Tom", "Ada", "Tom"]


def test_what_goes_on_in_the_same_sentence_has_one_speaker() -> None:
    lines = [Line(Link.APART, {ADA: 0.0}), Line(Link.SAME, {ADA: -5.0, TOM: 0.0})]
    assert names(lines) == ["Ada", "Ada"]


def test_whoever_is_called_by_name_answers() -> None:
    anybody = {ADA: 0.0, TOM: 0.0, EVE: 0.0}
    lines = [
        Line(Link.APART, {ADA: 0.0}, frozenset({EVE})),
        Line(Link.TURN, anybody),
    ]
    assert names(lines) == ["Ada", "Eve"]


def test_the_next_line_of_whoever_called_is_no_answer() -> None:
    lines = [
        Line(Link.APART, {ADA: 0.0}, frozenset({TOM})),
        Line(Link.GOES_ON, EITHER),
        Line(Link.TURN, EITHER),
    ]
    assert names(lines) == ["Ada", "Ada", "Tom"]


def test_a_line_that_nobody_can_have_said_is_nobodys() -> None:
    lines = [
        Line(Link.APART, {ADA: 0.0}),
        Line(Link.TURN, {}),
        Line(Link.TURN, {TOM: 0.0}),
    ]
    assert names(lines) == ["Ada", None, "Tom"]


def test_nothing_said_is_nothing_heard() -> None:
    assert speakers_of([]) == []


def test_who_is_named_outweighs_who_only_may_have_spoken() -> None:
    named, guessed = speakers_of(
        [Line(Link.APART, {ADA: 0.0}), Line(Link.OPEN, EITHER)]
    )
    assert named.margin > guessed.margin
