"""What stands in and beside a name, and what it says of whoever is named."""

from __future__ import annotations

import re

from reader.text.cues.table import Cues
from reader.text.naming.given_names import MEN, WOMEN
from reader.text.naming.names import Name, words_in
from reader.text.naming.person import Gender, Person

_AGE = re.compile(r" (?:aged |de )?\d\d?\b,?")

_CLAUSE_ENDS = re.compile(r"[.,;:!?\n\x00]")

LONGEST_OFFICE = 60
"""Characters before a name in which its office's article stands."""


class Learning:
    """Learns titles, roles, ages and sexes from the words around names."""

    def __init__(
        self,
        text: str,
        cues: Cues,
        by_word: dict[str, list[Person]],
        by_role: dict[str, list[Person]],
    ) -> None:
        """Learn from a text.

        Args:
            text: The text, quotations veiled.
            cues: The words of its language.
            by_word: Everybody by a word of their name; bodies go under what
                they are said to be, too.
            by_role: People by what they are said to be; those that are learned
                are added.
        """
        self._text = text
        self._cues = cues
        self._words = cues.words
        self._by_word = by_word
        self._by_role = by_role

    def meet(
        self, person: Person, name: Name, spelled: str, gender: Gender | None
    ) -> None:
        """Take in what stands in and beside one naming of a person.

        Args:
            person: Whoever is named.
            name: Where.
            spelled: As it is spelled there.
            gender: What the title in it says, if any.
        """
        if gender is not None:
            person.gender, person.is_person = gender, True
        for word in spelled.lower().split()[:3]:
            if word in self._words["titles"]:
                person.is_person = True
                self._give_role(person, word)
        if self._cues.has_compounds:
            for word in spelled.lower().split()[:-1]:
                self._learn(person, word)
        if person.gender is None:
            # “Young Tom Hale” is a man's name too.
            given = person.words[: max(1, len(person.words) - 1)][:2]
            if any(word in WOMEN for word in given):
                person.gender, person.is_person = Gender.SHE, True
            elif any(word in MEN for word in given):
                person.gender, person.is_person = Gender.HE, True
        start, end = name.start, name.end
        self._learn_before(person, start)
        self._learn_sex(person, start)
        if self._text.startswith(",", end):
            if age := _AGE.match(self._text, end + 1):
                person.is_person = True
                end = age.end() - 1
            self._learn_from(
                person, _CLAUSE_ENDS.split(self._text[end + 1 : end + 80])[0], 0, 8
            )
        lead = self._text[max(0, start - 60) : start]
        if lead.endswith(", "):
            apposed = lead[:-2].rpartition(",")[2].rpartition(".")[2]
            self._learn_from(person, apposed, -6, None)

    def _learn_before(self, person: Person, start: int) -> None:
        """Take in the role right before a name: “council leader Ada Bone”."""
        words = words_in(self._text, max(0, start - 30), start)[-2:]
        if not words or words[-1].end() != start - 1:
            return
        for word in reversed(words):
            low = word.group().lower()
            self._learn(person, low)
            if low not in self._words["roles"]:
                break

    def _learn_sex(self, person: Person, start: int) -> None:
        """Take in what the article of an office before a name shows: « la députée verte X »."""
        women, men = (self._words[f"articles_of_{sex}"] for sex in ("women", "men"))
        if not women or person.gender is not None:
            return
        article = self._text[max(0, start - 4) : start].split()[-1:]
        if person.words[0] in self._cues.people and article:
            # «o Presidente da República»
            low = article[0].lower()
            person.gender = Gender.SHE if low in women else None
            person.gender = Gender.HE if low in men else person.gender
            return
        known = self._cues.people | self._words["callings"]
        outside = self._words["opening"] | self._words["linking"]
        lead = self._text[max(0, start - LONGEST_OFFICE) : start].rstrip()
        is_apart = lead.endswith(",")
        lead = _CLAUSE_ENDS.split(lead.rstrip(","))[-1]
        words = [one.group() for one in words_in(lead, 0, len(lead))]
        office = ""
        for word in reversed(words):
            low = word.lower()
            if low in known:
                office = low
            elif office and low in women | men:
                is_woman = low in women or office in self._words["women"]
                person.is_person = True
                person.gender = Gender.SHE if is_woman else Gender.HE
                return
            elif (
                low in self._words["relatives"]
                or self._cues.verb.fullmatch(low)
                or (not is_apart and (word[0].isupper() or low in outside))
            ):
                break
        if office in self._words["women"] or self._cues.feminine.search(office):
            person.gender, person.is_person = Gender.SHE, True

    def _learn_from(
        self, person: Person, apposed: str, first: int, last: int | None
    ) -> None:
        """Take in what stands beside a name between commas, unless a new clause begins."""
        words = [
            one.group().lower()
            for one in words_in(apposed, 0, len(apposed))[first:last]
        ]
        outside = self._words["linking"] | self._words["relatives"]
        if words and words[0] in self._words["opening"] - self._words["determiners"]:
            return
        if said := self._cues.verb.search(apposed):
            if first >= 0:
                return
            # “said the spokeswoman of the strikers, Ada Bone”
            self._learn_from(person, apposed[said.end() :], 0, None)
            return
        stop = next((i for i, word in enumerate(words) if word in outside), len(words))
        for word in words[:stop]:
            if word not in self._words["groups"] or word == words[stop - 1]:
                self._learn(person, word)

    def _learn(self, person: Person, word: str) -> None:
        part = self._cues.part_of(word)
        if part is not None and part != word:
            # A „Bundestrainer“ is a „Trainer“ too.
            self._learn(person, part)
            if person.is_person:
                self._by_role.setdefault(word, []).append(person)
            return
        if word in self._words["men"]:
            person.gender = person.gender or Gender.HE
        elif word in self._words["women"]:
            person.gender = person.gender or Gender.SHE
        elif word in self._words["groups"] and not person.is_person:
            person.is_group = True
            self._by_word.setdefault(word, []).append(person)
            return
        elif word not in self._words["roles"] and word not in self._words["callings"]:
            return
        person.is_person = True
        self._give_role(person, word)

    def _give_role(self, person: Person, role: str) -> None:
        is_plural = role.endswith("s") and role[:-1] in self._words["roles"]
        if role not in person.roles and not is_plural:
            person.roles.add(role)
            self._by_role.setdefault(role, []).append(person)
