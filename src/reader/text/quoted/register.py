"""Whether a text tells a story or brings news."""

from __future__ import annotations

import re

from reader.text.cues.table import Cues

LOOKED_AT = 20_000
"""Characters of a text's beginning that say what it is."""

FEWEST_WORDS = 200
"""Of a narrator, from which on their way of writing can be told."""

LEAST_TOLD = 0.008
"""By how much what stories are made of must outweigh what news is made of."""

MOST_NEWS = 0.02
"""Share of a text's words from which on it is no story: figures, days, councils."""

EACH_WORD_OF_NEWS = 2.0
EACH_NAME = 0.5
"""How much they weigh against a pronoun or a verb in the past."""

MANY_PRONOUNS = 0.035
FEW_FIGURES = 0.006
"""Shares of a text's words that tell a story where its language's are not known."""

_WORD = re.compile(r"\w+")
_NAME = re.compile(r"(?<=[a-z,;] )[A-ZÀ-Þ][\w’'-]+")
"""A capital inside a sentence."""


def is_story(veiled: str, cues: Cues) -> bool:
    """Tell a novel from an article, by what it is made of.

    A story has pronouns and the past, as its people are known to the reader
    and what they did is over. News has names, figures, days and public bodies.

    Args:
        veiled: The text, quotations veiled.
        cues: The words of its language.
    """
    beginning = veiled[:LOOKED_AT]
    if len(beginning.split()) < FEWEST_WORDS:
        return False
    every = _WORD.findall(beginning.lower())
    words = cues.words
    pronouns = words["he"] | words["she"] | words["first_person"]
    meant = sum(word in pronouns for word in every) / len(every)
    if cues.fiction is None:
        figures = sum(word[0].isdigit() for word in every) / len(every)
        return meant >= MANY_PRONOUNS and figures < FEW_FIGURES
    fiction = cues.fiction.words
    public = words["groups"] | words["officials"] | words["companies"]
    public |= words["documents"] | fiction["days"]
    public -= fiction["in_stories_too"]
    news = sum(word in public or word[0].isdigit() for word in every) / len(every)
    if news >= MOST_NEWS:
        return False
    over = sum(word in fiction["over"] for word in every) / len(every)
    names = len(_NAME.findall(beginning)) / len(every)
    told: float = meant + over - EACH_WORD_OF_NEWS * news - EACH_NAME * names
    return told >= LEAST_TOLD
