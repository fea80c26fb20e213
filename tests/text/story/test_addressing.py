"""What the words of a dialogue say of who speaks and who listens."""

from __future__ import annotations

import pytest

from reader.text.cues.en_fiction import FICTION
from reader.text.story.addressing import addressed_in


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Come in, Tom.", ("Tom",)),
        ("Tom, come in.", ("Tom",)),
        ("My dear Mr. Hale, sit down", ("Mr. Hale",)),
        ("Oh, Ada! Look", ("Ada",)),
        ("I saw Tom yesterday.", ()),
        ("Tom says so.", ()),
    ],
)
def test_a_name_that_stands_apart_is_whom_somebody_calls(
    words: str, names: tuple[str, ...]
) -> None:
    called = addressed_in(words, FICTION).names
    assert [name for name in called if name not in ("Look", "Oh")] == [*names]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("Yes, sir.", ("sir",)),
        ("Can I have my dinner, mother?", ("mother",)),
        ("Isn't it strange, mamma?", ("mother",)),
        ("My mother is ill.", ()),
    ],
)
def test_a_listener_may_be_called_by_what_they_are(
    words: str, kinds: tuple[str, ...]
) -> None:
    assert addressed_in(words, FICTION).kinds == kinds


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("I am Parson Tringham, the antiquary.", "Parson Tringham"),
        ("My name is Amos Tull. Get in.", "Amos Tull"),
        ("I be plain Jack Durbeyfield.", "Jack Durbeyfield"),
        ("I am tired.", None),
    ],
)
def test_somebody_may_say_who_they_are(words: str, name: str | None) -> None:
    assert addressed_in(words, FICTION).own_name == name
