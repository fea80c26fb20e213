"""Who speaks in a story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.text.cues.fiction import Fiction
from reader.text.naming.mentions import Kind, Mention
from reader.text.naming.person import Gender
from reader.text.naming.reading import Reading, Spoken
from reader.text.quoted.marks import Family
from reader.text.story.character import Character
from reader.text.story.dialogue import NEVER, Line, Weighed, speakers_of
from reader.text.story.evidence import Evidence, Said
from reader.text.story.people import StoryPeople

IN_A_STORY = 0.8
"""How much of the certainty holds in a novel that there is in the news."""

# How sure we are of a speaker. The figures are what the stories that were
# measured show.
BY_NAME = 0.76
TAKEN_BACK = 0.68
LEAST = 0.4
EACH_WEIGHT = 0.12
MOST_WEIGHED = 0.74
NOBODY = 0.4

LONG_AGO = 12_000
"""Characters after which nobody is sought any more who was not met again."""

MET_LATELY = 6
"""How many of the people met last may speak next."""

LINES_AROUND = 24
"""How many quotations before and behind one are searched for who speaks in them."""

SPEAKERS_AROUND = 3
"""How many speakers on either side may speak a quotation between them."""

NARRATES = 0.008
"""Share of a narrator's words that are “I”, from which on they are in the story."""

LOOKED_AT = 40_000
"""Characters of a story's beginning that say whether its narrator is in it."""

MOST_READINGS = 3
"""How often a story is read again once somebody in it has got a name."""

# What speaks for somebody, and against them.
MET_BEFORE_OTHERS = 0.2
CALLS_THEMSELVES = -5.0
HAS_THE_TITLE = 5.0
HAS_NOT_THE_TITLE = -2.0
HAS_ANOTHER_NAME = -6.0
OF_UNKNOWN_SEX = -2.0
PRONOUN_ACTS = 0.4
TELLS_OF_IT = -0.5

_WORD = re.compile(r"\w+")


def less_sure(spoken: Spoken) -> Spoken:
    """What an article's rules find, as sure as they are in a story."""
    return replace(spoken, confidence=round(spoken.confidence * IN_A_STORY, 2))


class Telling:
    """Reads the quotations of one story."""

    def __init__(self, reading: Reading, fiction: Fiction) -> None:
        """Read a story.

        Args:
            reading: Its text and everybody it names.
            fiction: The words by which its language tells stories.
        """
        self._reading = reading
        self._fiction = fiction
        self._words = reading.cues.words
        self._people = StoryPeople(reading, fiction)
        self._narrator_is_in_it = self._is_narrator_in_it()

    def retold(self, found: Sequence[Spoken]) -> list[Spoken]:
        """Say again who speaks each quotation, all of them weighed together.

        Args:
            found: The story's quotations, in order, as an article's are read.

        Returns:
            Those of them that are speech.
        """
        said = Evidence(self._reading, self._fiction, found).all()
        if self._narrator_is_in_it:
            self._people.name_the_narrator(said)
        heard = speakers_of(self._lines(said))
        for _ in range(MOST_READINGS):
            if not self._people.name_the_unnamed(said, heard):
                break
            heard = speakers_of(self._lines(said))
        return [
            self._as_spoken(one, weighed)
            for one, weighed in zip(said, heard, strict=True)
        ]

    def _as_spoken(self, one: Said, weighed: Weighed) -> Spoken:
        spoken, who = one.spoken, weighed.who
        if spoken.mark.family is Family.BLOCK:
            return less_sure(spoken)
        if who is None:
            return replace(spoken, speaker=None, confidence=NOBODY)
        if one.explicit is not None and self._people.meant_by(one.explicit) is who:
            # A name stands there, or all that is ever known of whoever speaks.
            plain = one.explicit.kind is Kind.NAME or not who.is_named
            sure = BY_NAME if plain else TAKEN_BACK
        else:
            sure = min(LEAST + EACH_WEIGHT * max(weighed.margin, 0.0), MOST_WEIGHED)
        return replace(spoken, speaker=who.name, confidence=round(sure, 2))

    def _is_narrator_in_it(self) -> bool:
        """Whether the narrator is one of the characters."""
        words = _WORD.findall(self._reading.veiled[:LOOKED_AT].lower())
        first = self._words["first_person"]
        return sum(one in first for one in words) >= NARRATES * max(len(words), 1)

    def _lines(self, said: Sequence[Said]) -> list[Line]:
        return [self._line(said, index) for index in range(len(said))]

    def _line(self, said: Sequence[Said], index: int) -> Line:
        """Weigh who may speak a quotation."""
        one = said[index]
        candidates = self._candidates(said, index)
        called = self._people.called_in(one)
        calls = frozenset(called) | {
            who for who in candidates if self._is_called_by_kind(one, who)
        }
        meant = self._people.meant_by(one.explicit)
        if meant is not None:
            return Line(one.link, {meant: 0.0}, calls)
        weights = {
            who: self._weight(one, who, called) - MET_BEFORE_OTHERS * rank
            for rank, who in enumerate(candidates)
        }
        return Line(
            one.link,
            {who: weight for who, weight in weights.items() if weight > NEVER},
            calls,
        )

    def _candidates(self, said: Sequence[Said], index: int) -> list[Character]:
        """Who may speak a quotation, those met last first."""
        mark = said[index].spoken.mark
        near: dict[Character, None] = {}
        for met in self._people.characters.before(mark.opening):
            if mark.opening - met.start > LONG_AGO or len(near) >= MET_LATELY:
                break
            who = met.who.root()
            if who.is_likely and not who.is_several:
                near.setdefault(who)
        for step in (-1, 1):
            heard = 0
            for other in range(index + step, index + LINES_AROUND * step, step):
                if not 0 <= other < len(said) or heard == SPEAKERS_AROUND:
                    break
                meant = self._people.meant_by(said[other].explicit)
                if meant is not None and meant not in near:
                    near[meant] = None
                    heard += 1
        if self._narrator_is_in_it:
            near.setdefault(self._people.characters.narrator)
        for mention, _ in said[index].beats:
            acting = self._people.characters.at(mention)
            if acting is not None and not acting.name.isupper():
                acting.is_likely = True
                near.setdefault(acting)
        return [*near]

    def _weight(self, one: Said, who: Character, called: Sequence[Character]) -> float:
        """What all that stands around a quotation weighs for somebody."""
        narrates = who is self._people.characters.narrator
        weight = TELLS_OF_IT if narrates else 0.0
        if one.explicit is not None and one.explicit.kind is Kind.PRONOUN:
            fits = self._fits(one.explicit, who)
            if fits is None:
                return NEVER
            weight += fits
        if one.addressed.own_name and not narrates:
            weight += self._goes_by(one.addressed.own_name, who, one)
        for mention, counts in one.beats:
            if mention.kind is Kind.PRONOUN:
                fits = self._fits(mention, who)
                weight += counts * (-PRONOUN_ACTS if fits is None else PRONOUN_ACTS)
            elif self._people.characters.at(mention) is who:
                weight += counts
        if who in called or self._is_called_by_kind(one, who):
            weight += CALLS_THEMSELVES
        return weight

    def _goes_by(self, name: str, who: Character, one: Said) -> float:
        """What it weighs for somebody that a speaker says what they are called."""
        has_title = not who.heads.isdisjoint(name.lower().split())
        weight = HAS_THE_TITLE if has_title else HAS_NOT_THE_TITLE
        if who.is_named and self._people.known_as(name, one) is not who:
            weight += HAS_ANOTHER_NAME
        return weight

    def _fits(self, pronoun: Mention, who: Character) -> float | None:
        """What a pronoun weighs for somebody, None if they cannot be meant."""
        low = pronoun.text.lower()
        narrates = who is self._people.characters.narrator
        if low in self._words["first_person"]:
            return 0.0 if narrates else None
        he, she = low in self._words["he"], low in self._words["she"]
        if narrates:
            return None
        if he is she:
            return 0.0
        if who.is_several:
            return None
        if who.gender is None:
            return OF_UNKNOWN_SEX
        return 0.0 if who.gender is (Gender.HE if he else Gender.SHE) else None

    @staticmethod
    def _is_called_by_kind(one: Said, who: Character) -> bool:
        return not who.heads.isdisjoint(one.addressed.kinds)
