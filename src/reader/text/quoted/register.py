"""Whether a text tells a story or brings news."""

from __future__ import annotations

import re

from reader.text.cues.table import Cues

LOOKED_AT = 20_000
"""Characters of a text's beginning that say what it is."""

FEWEST_WORDS = 200
"""Of a narrator, from which on their way of writing can be told."""

PRONOUNS_OF_A_STORY = 0.006
"""Share of a narrator's words that mean somebody without a name."""

WORDS_OF_NEWS = 0.015
"""Share of a text's words from which on it is no story: figures, days, and the
councils, companies and reports that news is about."""

MANY_PRONOUNS = 0.035
FEW_FIGURES = 0.006
"""The same shares where it is not known what news is about."""

_WORD = re.compile(r"\w+")


def is_story(veiled: str, cues: Cues) -> bool:
    """Tell a novel from an article, by its pronouns and by what it is about.

    In a story people are known to the reader, and one pronoun may mean any of
    them; news names whoever it quotes, and says when and how much.

    Args:
        veiled: The text, quotations veiled.
        cues: The words of its language.
    """
    beginning = veiled[:LOOKED_AT].lower()
    if len(beginning.split()) < FEWEST_WORDS:
        return False
    every = _WORD.findall(beginning)
    words = cues.words
    pronouns = words["he"] | words["she"] | words["first_person"]
    meant = sum(word in pronouns for word in every) / len(every)
    if cues.fiction is None:
        figures = sum(word[0].isdigit() for word in every) / len(every)
        return meant >= MANY_PRONOUNS and figures < FEW_FIGURES
    public = words["groups"] | words["officials"] | words["companies"]
    public |= words["documents"] | cues.fiction.words["days"]
    news = sum(word in public or word[0].isdigit() for word in every) / len(every)
    return meant >= PRONOUNS_OF_A_STORY and news < WORDS_OF_NEWS
