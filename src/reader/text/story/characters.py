"""Everybody a story speaks of, by name or by description."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reader.text.cues.fiction import Fiction
from reader.text.cues.table import Cues
from reader.text.naming.mentions import VEIL, Kind, Mention
from reader.text.naming.people import Cast
from reader.text.naming.person import Gender, Person
from reader.text.story.character import Character, agree
from reader.text.story.descriptions import Description, any_of, descriptions_in

LONG_AGO = 4000
"""Characters after which “the lady” is no longer whoever was last called a woman."""

NOT_LONG_AGO = 1500
"""Characters in which “the man” is rather somebody without a name."""

PEOPLE_REMEMBERED = 12
"""How many of the people met last “the lady” may mean."""

NEAR_PRONOUN = 160
"""Characters behind a name in which “she” says something of who bears it."""

_APPOSED = (", ", " himself, ", " herself, ")
"""What joins two descriptions of one person."""

_NEW_TURN = re.compile(rf"[\n{VEIL}]")
_TITLED = re.compile(r"([A-ZÀ-Þ][\w’'-]*\.?)\s+([A-ZÀ-Þ][\w’'-]*)")


@dataclass(frozen=True, slots=True)
class Met:
    """Where a story speaks of somebody."""

    start: int
    end: int
    who: Character
    by_name: bool


class Characters:
    """Everybody a story's narrator speaks of, in order."""

    def __init__(self, veiled: str, cast: Cast, cues: Cues, fiction: Fiction) -> None:
        """Meet everybody in a story.

        Args:
            veiled: The text, quotations veiled.
            cast: Everybody it names.
            cues: The words of its language.
            fiction: The words by which that language tells stories.
        """
        self._text = veiled
        self._cast = cast
        self._cues = cues
        self._fiction = fiction
        self._titles = cues.words["titles_of_women"] | cues.words["titles_of_men"]
        self._sayings_of_sex = fiction.words["by_sex"] | fiction.words["children"]
        self._of_person: dict[Person, Character] = {}
        self._lately: list[tuple[int, Character]] = []
        self._met: list[Met] = []
        self.narrator = Character(
            cues.first_person.split()[0].capitalize(), is_likely=True
        )
        called = any_of(fiction.words["called_so"])
        self._names = re.compile(
            rf"[^.;:!?\n]{{0,40}}\b(?:{called.replace('_', ' ')}) "
        )
        self._read()
        self._starts = [one.start for one in self._met]

    def named(self, person: Person) -> Character:
        """The character that a person of the cast is."""
        known = self._of_person.get(person)
        if known is None:
            known = Character(
                person.name,
                person.gender,
                since=person.seen[0] if person.seen else -1,
                is_named=True,
                is_likely=person.is_person,
                heads=person.roles - self._sayings_of_sex,
            )
            self._of_person[person] = known
        return known.root()

    def at(self, mention: Mention) -> Character | None:
        """Who a mention speaks of; None for a pronoun and for somebody not met."""
        if mention.kind is Kind.NAME:
            return self.named(self._cast.named(mention))
        if mention.kind is Kind.NAMES:
            return self.named(self._cast.both(mention))
        if mention.kind is Kind.PRONOUN:
            is_narrator = mention.text.lower() in self._cues.words["first_person"]
            return self.narrator if is_narrator else None
        index = bisect_left(self._starts, mention.start)
        while index < len(self._met) and self._met[index].start < mention.end:
            one = self._met[index]
            if one.end <= mention.end and not one.by_name:
                # A name in a description is another's: “Ada's companion”.
                return one.who.root()
            index += 1
        return None

    def before(self, offset: int) -> Iterator[Met]:
        """Whoever was met before an offset, the latest first."""
        for index in range(bisect_left(self._starts, offset) - 1, -1, -1):
            yield self._met[index]

    def _read(self) -> None:
        """Go through the story and meet everybody in turn."""
        votes: dict[Character, list[int]] = {}
        last: Met | None = None
        for start, end, what in self._places():
            if isinstance(what, Gender):
                if last is not None and self._may_mean(start, last):
                    vote = votes.setdefault(last.who, [0, 0])
                    vote[what is Gender.SHE] += 1
                continue
            if isinstance(what, Person):
                who = self.named(what)
                self._learn_title(who, start)
            else:
                who = self._described(what)
            if last is not None and self._is_apposed(last, start, who):
                who.root().become(last.who.root())
            last = Met(start, end, who.root(), isinstance(what, Person))
            self._met.append(last)
            self._lately.append((start, who))
            del self._lately[:-PEOPLE_REMEMBERED]
        for who, (men, women) in votes.items():
            if who.gender is None and max(men, women) >= 2 * min(men, women):
                who.gender = Gender.HE if men > women else Gender.SHE

    def _may_mean(self, pronoun: int, last: Met) -> bool:
        """Whether a pronoun says of whoever was met last what nothing else has said."""
        return (
            last.who.gender is None
            and pronoun - last.end < NEAR_PRONOUN
            and not _NEW_TURN.search(self._text, last.end, pronoun)
        )

    def _places(self) -> list[tuple[int, int, Person | Description | Gender]]:
        """Every name, description and pronoun, in order."""
        places: list[tuple[int, int, Person | Description | Gender]] = [
            (start, start + len(person.words[-1]) if person.words else start, person)
            for start, person in self._cast.seen
            if not person.is_group
        ]
        places += [
            (one.start, one.end, one)
            for one in descriptions_in(self._text, self._cues, self._fiction)
        ]
        she = self._cues.words["she"]
        places += [
            (
                found.start(),
                found.end(),
                Gender.SHE if found.group().lower() in she else Gender.HE,
            )
            for found in _pronouns(self._cues, self._fiction).finditer(self._text)
        ]
        return sorted(places, key=lambda one: one[0])

    def _learn_title(self, who: Character, start: int) -> None:
        """Take a lone name for short if it stands behind a title: “Aunt Polly”."""
        if " " in who.name:
            return
        titled = _TITLED.match(self._text, start)
        if titled and titled[1].lower() in self._titles and titled[2] == who.name:
            who.name = " ".join(titled.group().split())

    def _is_apposed(self, last: Met, start: int, who: Character) -> bool:
        """Whether a comma joins two descriptions of one: “his wife, the old lady,”."""
        one, other = last.who.root(), who.root()
        between = self._text[last.end : start]
        return (
            (between in _APPOSED or self._names.fullmatch(between) is not None)
            and one is not other
            and (one.gender is other.gender or None in (one.gender, other.gender))
            and bool(one.heads or other.heads)
            and not (one.is_named and other.is_named)
        )

    def _described(self, description: Description) -> Character:
        """Whoever a description means: somebody known, or somebody new."""
        known = None
        if description.determiner not in self._fiction.words["indefinite"]:
            known = self._known(description)
        if known is None:
            known = description.as_character()
        known.heads.add(description.head)
        known.gender = known.gender or description.gender
        known.age = known.age or description.age
        return known

    def _known(self, description: Description) -> Character | None:
        """Whoever was met lately and may be described so."""
        head, age, offset = description.head, description.age, description.start
        lately = [
            who.root() for at, who in reversed(self._lately) if offset - at < LONG_AGO
        ]
        near = {who.root() for at, who in self._lately if offset - at < NOT_LONG_AGO}
        alike = self._fiction.groups_alike.get(head, frozenset((head,)))
        called_so = [who for who in lately if not alike.isdisjoint(who.heads)]
        called_so.sort(
            key=lambda who: (
                who.is_named or who not in near,
                age not in (None, who.age),
            )
        )
        for who in called_so:
            if agree(age, who.age):
                return who
        return self._fitting(description, lately)

    def _fitting(
        self, description: Description, lately: list[Character]
    ) -> Character | None:
        """Whoever was met lately and fits by sex and age, if the noun says no more."""
        words, head = self._fiction.words, description.head
        kin = words["kin"]
        if (
            description.gender is None
            or description.determiner in words["mine"]
            or head not in self._sayings_of_sex | kin
        ):
            return None
        alike = [
            who for who in lately if who.is_likely and who.gender is description.gender
        ]
        if head in kin and alike and self._is_owned_by_alike(description):
            # “Her daughter” is not she whose daughter is meant.
            alike = [who for who in alike if who is not alike[0]]
        fitting = [
            who
            for who in alike
            if agree(description.age, who.age)
            and (head not in kin or (who.is_named and not who.heads & kin))
        ]
        age = description.age
        of_the_age = (who for who in fitting if age is not None and who.age is age)
        return next(of_the_age, fitting[0] if fitting else None)

    def _is_owned_by_alike(self, description: Description) -> bool:
        """Whether a relative is of the same sex as whose relative they are."""
        words = self._fiction.words
        if description.gender is Gender.HE:
            return description.determiner in words["his"]
        return description.determiner in self._cues.words["she"]


@cache
def _pronouns(cues: Cues, fiction: Fiction) -> re.Pattern[str]:
    """Finds the pronouns that say whether somebody is a man or a woman."""
    every = cues.words["he"] | cues.words["she"] | fiction.words["his"]
    return re.compile(rf"\b(?:{any_of(every)})\b", re.IGNORECASE)
