"""Whether a text is told as a story or written as news."""

from __future__ import annotations

import pytest

from reader.text.cues.lookup import cues_for
from reader.text.quotations import quotations_in
from reader.text.quoted.register import is_story

STORY = (
    "She shut the door and he looked at her. He had seen her before, he thought, though she "
    "had been a child then and he had been a sailor. She took the lamp from him. "
) * 6
NEWS = (
    "The council voted 12 to 3 on Monday for the new pier, which will cost 4 million and open "
    "in 2031. Mara Orr, the harbour master, said the old one had 61 holes. "
) * 6


@pytest.mark.parametrize(
    ("text", "story"),
    [(STORY, True), (NEWS, False), (STORY + NEWS, False), ("", False)],
)
def test_a_story_is_told_by_its_pronouns_and_news_by_its_figures(
    text: str, *, story: bool
) -> None:
    assert is_story(text, cues_for("en")) is story


def test_nothing_is_as_sure_in_a_story_as_in_the_news() -> None:
    words = "\n\n“We came,” said Mara Orr."
    (told,) = quotations_in(STORY + words, language="en")
    (reported,) = quotations_in(NEWS + words, language="en")
    assert told.speaker == reported.speaker == "Mara Orr"
    assert told.confidence < reported.confidence
