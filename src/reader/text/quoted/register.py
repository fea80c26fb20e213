"""Whether a text tells a story or brings news."""

from __future__ import annotations

import re

from reader.text.cues.table import Cues

LOOKED_AT = 20_000
"""Characters of a text's beginning that say what it is."""

FEWEST_WORDS = 80
"""Of a text that is told from the way it is written."""

PRONOUNS_OF_A_STORY = 0.035
"""Share of a narrator's words that mean somebody without a name."""

FIGURES_OF_NEWS = 0.006
"""Share of a text's words that are figures, from which on it is no story."""

_WORD = re.compile(r"\w+")


def is_story(veiled: str, cues: Cues) -> bool:
    """Tell a novel from an article, by its pronouns and its figures.

    In a story people are known to the reader, and one pronoun may mean any of
    them; news names whoever it quotes.

    Args:
        veiled: The text, quotations veiled.
        cues: The words of its language.
    """
    every = _WORD.findall(veiled[:LOOKED_AT].lower())
    if len(every) < FEWEST_WORDS:
        return False
    words = cues.words
    pronouns = words["he"] | words["she"] | words["first_person"]
    meant = sum(word in pronouns for word in every)
    figures = sum(word[0].isdigit() for word in every)
    return meant >= PRONOUNS_OF_A_STORY * len(
        every
    ) and figures < FIGURES_OF_NEWS * len(every)
