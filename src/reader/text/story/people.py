"""By what name everybody goes whom a story's quotations speak of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reader.text.cues.fiction import Fiction
from reader.text.naming.mentions import VEIL, Kind, Mention
from reader.text.naming.person import Gender
from reader.text.naming.reading import Reading
from reader.text.story.addressing import is_given
from reader.text.story.character import Character
from reader.text.story.characters import Characters
from reader.text.story.descriptions import gender_of
from reader.text.story.dialogue import Link, Weighed
from reader.text.story.evidence import Said

SURE_ENOUGH = 1.5
"""By how much somebody must outweigh the others to go by what they call themselves."""

NEAREST_LISTENER = 4
"""How many quotations away somebody is sought who is spoken to."""

_VOICE_OF = re.compile(r"the voice of (?=[A-ZÀ-Þ])")

_Votes = dict[Character, Counter[Character]]


class StoryPeople:
    """Everybody a story speaks of, and those whom only its quotations name."""

    def __init__(self, reading: Reading, fiction: Fiction) -> None:
        """Meet everybody in a story.

        Args:
            reading: The story.
            fiction: The words by which its language tells stories.
        """
        self._cues = reading.cues
        self._cast = reading.cast
        self.characters = Characters(
            reading.veiled, reading.cast, reading.cues, fiction
        )
        self._strangers: dict[str, Character] = {}
        self._meant: dict[Mention, Character | None] = {}

    def meant_by(self, mention: Mention | None) -> Character | None:
        """Whom the words beside a quotation mean; None for a pronoun but “I”."""
        if mention is None:
            return None
        if mention not in self._meant:
            self._meant[mention] = self._meaning_of(mention)
        meant = self._meant[mention]
        return None if meant is None else meant.root()

    def _meaning_of(self, mention: Mention) -> Character | None:
        if voice := _VOICE_OF.match(mention.text):
            at = mention.start + voice.end()
            mention = Mention(at, mention.end, Kind.NAME, mention.text[voice.end() :])
        known = self.characters.at(mention)
        if known is None and mention.kind is not Kind.PRONOUN:
            name = " ".join(mention.text.replace(VEIL, " ").split())
            known = self._strangers.setdefault(
                name.lower(), Character(name, self._gender_in(name))
            )
        if known is not None:
            known.is_likely = True
        return known

    def _gender_in(self, description: str) -> Gender | None:
        genders = (
            gender_of(word, self._cues)
            for word in reversed(description.lower().split())
        )
        return next((one for one in genders if one is not None), None)

    def called_in(self, one: Said) -> list[Character]:
        """Whoever a quotation calls by a name that is known."""
        called = []
        for name in one.addressed.names:
            person = self._cast.called(name, one.spoken.mark.start)
            if person is not None:
                called.append(self.characters.named(person))
            elif name.lower() in self._strangers:
                called.append(self._strangers[name.lower()].root())
        return called

    def known_as(self, name: str, one: Said) -> Character:
        """Whoever goes by a name that is said in a quotation."""
        person = self._cast.called(name, one.spoken.mark.start)
        if person is None and " " in name:
            given, _, _ = name.partition(" ")
            person = self._cast.called(given, one.spoken.mark.start)
            if person is not None and len(person.words) > 1:
                person = None
        if person is None:
            return self._strangers.setdefault(
                name.lower(), Character(name, is_named=True)
            ).root()
        known = self.characters.named(person)
        if len(name.split()) > len(known.name.split()):
            known.name = name
        return known

    def name_the_narrator(self, said: Sequence[Said]) -> None:
        """Name a narrator by what others call them.

        Whoever else is called by name is spoken of by the narrator too.
        """
        names = Counter(
            name
            for one in said
            for name in one.addressed.names
            if is_given(name) and self._cast.called(name, one.spoken.mark.start) is None
        )
        for name, _ in names.most_common(1):
            self.known_as(name, said[0]).become(self.characters.narrator)

    def name_the_unnamed(self, said: Sequence[Said], heard: Sequence[Weighed]) -> bool:
        """Name those who are only described by what they are called.

        Args:
            said: The story's quotations.
            heard: Who speaks each, as far as is known.

        Returns:
            Whether anybody has got a name.
        """
        votes = self._by_their_own_words(said, heard)
        votes = votes or self._by_what_others_call_them(said, heard)
        changed = False
        for who, names in votes.items():
            (named, _), *_ = names.most_common(1)
            named = named.root()
            fits = named.gender is None or who.gender in (None, named.gender)
            if named is not who.root() and fits:
                named.become(who.root())
                changed = True
        return changed

    def _by_their_own_words(
        self, said: Sequence[Said], heard: Sequence[Weighed]
    ) -> _Votes:
        """The names that people without one say they have: “I am Parson Orr”."""
        votes: _Votes = {}
        for one, weighed in zip(said, heard, strict=True):
            name, who = one.addressed.own_name, weighed.who
            if not name or who is None or who.is_named or weighed.margin < SURE_ENOUGH:
                continue
            fits = not who.heads.isdisjoint(name.lower().split())
            votes.setdefault(who, Counter())[self.known_as(name, one)] += 1 + 2 * fits
        return votes

    def _by_what_others_call_them(
        self, said: Sequence[Said], heard: Sequence[Weighed]
    ) -> _Votes:
        """The names by which people without one are called."""
        speaks = {
            who for one in said if (who := self.meant_by(one.explicit)) is not None
        }
        votes: _Votes = {}
        for index, one in enumerate(said):
            listener = _listener(said, heard, index)
            if listener is None or listener.is_named:
                continue
            for name in one.addressed.names:
                named = self.known_as(name, one)
                if named not in speaks and (named.is_likely or is_given(name)):
                    votes.setdefault(listener, Counter())[named] += 1
        return votes


def _listener(
    said: Sequence[Said], heard: Sequence[Weighed], index: int
) -> Character | None:
    """Whom a quotation is most likely said to: whoever answers it, or spoke before."""
    for step in (1, -1):
        for other in range(index + step, index + NEAREST_LISTENER * step, step):
            if not 0 <= other < len(said):
                break
            if said[max(other, other - step)].link is Link.APART:
                break
            if heard[other].who is not heard[index].who:
                return heard[other].who
    return None
