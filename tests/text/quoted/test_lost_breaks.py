"""Speech after dashes where the paragraphs were run together."""

from __future__ import annotations

import pytest

from reader.text.quotations import quotations_in

RUN_TOGETHER = (
    "The box at Marsh End had been built for a line that was going to the sea, and the line had stopped "
    "four miles short of it, in a field. It had twelve levers, of which five were joined to anything. "
    "Nora Quill stood at the window of the signal box with her coat on and watched the rain come in. She had "
    "not slept, and she had not meant to. The kettle was cold. Below her the line ran out towards the marsh, "
    "and the lamps along it had been lit since three. Then a step sounded on the stair, and she turned. "
    "— Is it late? Bram asked. — Two minutes. She rubbed the glass with her sleeve. — It will be three, said "
    "Bram. They never hurry for us. He hung his cap upon the nail. — Have you eaten? — No. — Nor I. She "
    "laughed at that, and took the loaf out of the tin. — Cut it thick, Bram said. They heard a whistle far off, "
    "and stopped where they were. — There, she said softly. That is the mail. He counted under his "
    "breath until the lamp had gone by, and wrote a number in the book, and blotted it with his thumb. She "
    "looked at the number for a long time, and he saw that she had begun to cry, and he put the pen down and "
    "went and shut the door, which had been open all that while, and let the cold in, and the noise of it. "
    "— You never told me, Bram said."
)


def found(text: str) -> list[tuple[str, str | None]]:
    return [
        (text[one.start : one.end], one.speaker)
        for one in quotations_in(text, language="en")
    ]


def test_what_the_narrator_says_up_to_the_next_dash_is_left_out() -> None:
    words = [words.rstrip(".,?") for words, _ in found(RUN_TOGETHER)]
    assert words == [
        "Is it late",
        "Two minutes",
        "It will be three",
        "They never hurry for us",
        "Have you eaten",
        "No",
        "Nor I",
        "Cut it thick",
        "There",
        "That is the mail",
        "You never told me",
    ]


def test_those_who_speak_after_dashes_take_turns() -> None:
    speakers = [speaker for _, speaker in found(RUN_TOGETHER)]
    assert speakers[:4] == ["Bram", "Nora Quill", "Bram", "Bram"]
    assert speakers[-1] == "Bram"


@pytest.mark.parametrize(
    "text",
    [
        "It closed in May. — Reuters. It opened in June. — AFP. Nobody knew. — AP.",
        "Four rules. — Wash. — Dry. — Fold. — Iron. — Stack. — Leave. — Lock up.",
        "“Go,” he said. — Ada. — Bea. — Cleo. — Dora. — Effie. — Flora. — Gwen went.",
    ],
    ids=["agencies", "a list", "marks"],
)
def test_dashes_that_nobody_speaks_after_are_no_speech(text: str) -> None:
    assert not [words for words, _ in found(text) if words != "Go,"]
