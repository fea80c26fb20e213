"""What a text costs grows no faster than the text."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from reader.text.quotations import quotations_in

LANGUAGES = ("en", "de")
"""One whose clauses are read by the order of words, and one by case."""

STORY = (
    "Ada Moreno, the mayor, spoke on Monday. “We lost the roof,” said Moreno. The council met.\n\n"
    "“It is over,” she told reporters.\n\nTom Reid of the Dockers' Union called it “a shame” and left.\n\n"
)
NOVEL = (
    "She shut the door behind her, and the old man looked at her over the lamp. “Tom,” said Ada, “I am Ada Vane.”\n\n"
    "“So you say.”\n\n“My name is Vane, sir,” she said, and the girl laughed, and he took up his cup. “Go on.”\n\n"
)
HARD: dict[str, Callable[[int], str]] = {
    "an article": lambda size: STORY * (size // 20),
    "one paragraph": lambda size: STORY.replace("\n\n", " ") * (size // 20),
    "a novel": lambda size: NOVEL * (size // 20),
    "a novel run together": lambda size: NOVEL.replace("\n\n", " ") * (size // 20),
    "a dialogue of nobody": lambda size: "He sat. “Yes.” “No.” " * (size // 4),
    "dashes run together": lambda size: (
        "He sat there. — Yes, Bo said. He rose. — No? " * (size // 4)
    ),
    "descriptions": lambda size: "the old man and the girl " * size + "“so it is”",
    "people who are called": lambda size: (
        "She sat. “Come, Tom,” he said. " * (size // 4)
    ),
    "unmatched curly marks": lambda size: "“word said " * size,
    "unmatched straight marks": lambda size: '"word said ' * (size + 1),
    "unmatched apostrophes": lambda size: "'word said " * size,
    "unclosed paragraphs": lambda size: "“word said Bo.\n\n" * size,
    "cues in one sentence": lambda size: "he said she said, " * size + "“so it is”",
    "fragments in one sentence": lambda size: (
        "he called it “a mess” and " * (size // 4)
    ),
    "capitals": lambda size: "Word " * size + "“so it is”",
    "people of one name": lambda size: "".join(
        f"{chr(65 + i % 26)}{chr(97 + i // 26 % 26)} Moreno said “so it is”. "
        for i in range(size // 4)
    ),
    "a chain of nouns": lambda size: "the man of " * size + "said “so it is”",
    "lines of dialogue": lambda size: "— Word, — said Anna. — Yes.\n" * (size // 4),
    "angles": lambda size: "> a\n" * size + "<blockquote>" * size,
    "genitives": lambda size: "der Mann des Rates " * size + "sagte: „so ist es“",
    "clauses": lambda size: "als der Rat kam, " * size + "sagte er: „so ist es“",
    "nouns": lambda size: "Rat Haus " * size + "sagte: „so ist es“",
    "white space": lambda size: " " * size + "\n" * size + "“so it is”",
}


def steps(text: str, language: str) -> int:
    """How many functions are called while a text is read."""
    count = 0

    def step(_frame: FrameType, event: str, _arg: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(step)
    try:
        quotations_in(text, language=language)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", HARD)
def test_twice_the_text_takes_about_twice_the_steps(name: str, language: str) -> None:
    make = HARD[name]
    quotations_in(make(40), language=language)
    once, twice = steps(make(400), language), steps(make(800), language)
    assert twice <= 2.4 * once + 200


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", HARD)
def test_eight_times_the_text_takes_no_more_than_it_should(
    name: str, language: str
) -> None:
    """What a pattern does inside counts as one step, so the clock is asked too, generously."""
    make = HARD[name]

    def seconds(size: int) -> float:
        text = make(size)
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            quotations_in(text, language=language)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(3200) <= 30 * seconds(400) + 0.05
