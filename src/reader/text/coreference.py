"""Whom a pronoun, a surname or “the council” means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from reader.text.cues.table import Cues
from reader.text.given_names import MEN, WOMEN
from reader.text.names import names_in, words_in
from reader.text.phrases import Kind, Mention

FARTHEST_NAME = 60
"""How many names back somebody is sought that a pronoun means."""


class Gender(Enum):
    """What a pronoun says of a person."""

    HE = auto()
    SHE = auto()


@dataclass(slots=True)
class Person:
    """Somebody, or a body of people, that an article names."""

    name: str
    """As the article first names them in full."""

    start: int
    """Where it does."""

    words: tuple[str, ...]
    """The name's words, titles left out, lower case."""

    gender: Gender | None = None
    is_group: bool = False
    is_person: bool = False
    roles: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who is meant, and how sure that is."""

    name: str
    certainty: float
    person: Person | None = None


_ACRONYM = re.compile(r"[^\W\d_a-zß-ÿ]{2,8}")


class Cast:
    """Everybody an article names, in the order it does."""

    def __init__(self, veiled: str, cues: Cues) -> None:
        """Read everybody's name in a text.

        Args:
            veiled: The text, quotations veiled.
            cues: The words of its language.
        """
        self._text = veiled
        self._cues = cues
        self._words = cues.words
        self._titles = (
            self._words["titles"]
            | self._words["titles_of_men"]
            | self._words["titles_of_women"]
        )
        self._persons: list[Person] = []
        self._by_word: dict[str, list[Person]] = {}
        self._by_acronym: dict[str, Person] = {}
        self._by_role: dict[str, list[Person]] = {}
        self._seen: list[tuple[int, Person]] = []
        self._described: dict[str, str] = {}
        self._read()
        self._seen_at = [at for at, _ in self._seen]

    def resolve(
        self, mention: Mention, last: Person | None, lately: Sequence[Person] = ()
    ) -> Resolved:
        """Find out who a mention means.

        Args:
            mention: Somebody spoken of.
            last: Who spoke last, if known.
            lately: Who has spoken, the latest first.

        Returns:
            The first full naming; the mention's own words if there is none.
        """
        if mention.kind is Kind.NAME:
            return self._by_name(mention)
        if mention.kind is Kind.PRONOUN:
            return self._by_pronoun(mention, last, lately)
        return self._by_description(mention, last, lately)

    def _by_name(self, mention: Mention) -> Resolved:
        words = self._bare(mention.text)
        if not words:
            return Resolved(_tidy(mention.text), 0.8)
        person = self._known(words)
        if person is None:
            return Resolved(_tidy(mention.text), 0.9)
        return Resolved(person.name, 1.0, person)

    def _by_pronoun(
        self, mention: Mention, last: Person | None, lately: Sequence[Person]
    ) -> Resolved:
        low = mention.text.lower()
        if low in self._words["first_person"] and low not in self._words["they"]:
            return Resolved(mention.text, 0.6)
        if low in self._words["they"] and low not in self._words["she"]:
            for person in (*((last,) if last else ()), *lately[:3]):
                if person.is_group:
                    return Resolved(person.name, 0.75, person)
            person = self._recent(mention.start, None, groups=True)
            if person is not None:
                return Resolved(person.name, 0.5, person)
            return Resolved(mention.text, 0.3)
        gender = Gender.SHE if low in self._words["she"] else Gender.HE
        person = self._recent(mention.start, gender, last=last)
        if person is not None:
            person.gender = person.gender or gender
            return Resolved(person.name, 0.85, person)
        if last is not None:
            return Resolved(last.name, 0.4, last)
        return Resolved(mention.text, 0.3)

    def _by_description(
        self, mention: Mention, last: Person | None, lately: Sequence[Person]
    ) -> Resolved:
        words = [
            one.group().lower() for one in words_in(mention.text, 0, len(mention.text))
        ]
        first = words[0]
        definite = first in self._words["determiners"] and first not in _INDEFINITE
        head = self._head(words)
        if definite and head in self._words["groups"]:
            named = [one for one in self._by_word.get(head, ()) if one.is_group]
            if named:
                return Resolved(named[0].name, 0.9, named[0])
            generic = len(words) <= 2
            if generic:
                for person in (*((last,) if last else ()), *lately[:3]):
                    if person.is_group:
                        return Resolved(person.name, 0.7, person)
        if definite and len(words) <= 3:
            for person in self._by_role.get(head, ()):
                return Resolved(person.name, 0.8, person)
        key = (
            head
            if definite and len(words) <= 2
            else " ".join(words[1:] if definite else words)
        )
        if not definite:
            self._described.setdefault(head, _tidy(mention.text))
        name = self._described.setdefault(key, _tidy(mention.text))
        return Resolved(name, 0.85)

    def _head(self, words: Sequence[str]) -> str:
        """The noun a description is about."""
        for index, word in enumerate(words[1:], 1):
            if word in self._words["linking"]:
                return words[index - 1]
        return words[-1]

    def _recent(
        self,
        offset: int,
        gender: Gender | None,
        *,
        last: Person | None = None,
        groups: bool = False,
    ) -> Person | None:
        """Who was named most recently before an offset and fits a pronoun."""
        index = bisect_left(self._seen_at, offset)
        paragraph = self._text.rfind("\n", max(0, offset - 2000), offset) + 1
        fallback: Person | None = None
        for at, person in reversed(self._seen[max(0, index - FARTHEST_NAME) : index]):
            if groups is not person.is_group:
                continue
            if gender is not None:
                if person.gender not in (None, gender):
                    continue
                if not person.is_person:
                    continue
            if at < paragraph and last is not None and gender is not None:
                if last.gender in (None, gender) and not last.is_group:
                    return last
            if person.gender is gender:
                return person
            fallback = fallback or person
        if fallback is None and last is not None and not groups:
            if last.gender in (None, gender) and not last.is_group:
                return last
        return fallback

    def _known(self, words: tuple[str, ...]) -> Person | None:
        """The first naming that some words are short for."""
        if len(words) == 1 and (one := self._by_acronym.get(words[0])):
            return one
        for person in self._by_word.get(words[-1], ()):
            if len(words) == 1:
                return person
            if person.words[-1] == words[-1] and (
                set(words) & set(person.words[:-1]) or len(person.words) == 1
            ):
                return person
        return None

    def _bare(self, name: str) -> tuple[str, ...]:
        """A name's words without titles."""
        every = tuple(
            one.group().lower().rstrip(".") for one in words_in(name, 0, len(name))
        )
        bare = tuple(
            one
            for one in every
            if one not in self._titles and one not in self._words["determiners"]
        )
        return bare or every

    def _read(self) -> None:
        """Read every name, longest forms first where one is short for another."""
        shorts: list[tuple[int, str, tuple[str, ...]]] = []
        text = self._text
        for name in names_in(text, self._cues, 0, len(text)):
            spelled = text[name.start : name.end]
            words = self._bare(spelled)
            if not words:
                continue
            person = self._find_exact(words)
            if person is None:
                if len(words) == 1:
                    shorts.append((name.start, spelled, words))
                    continue
                person = self._introduce(name.start, spelled, words)
            self._learn(person, name.start, name.end, spelled)
            self._seen.append((name.start, person))
        for at, spelled, words in shorts:
            person = self._known(words)
            if person is None:
                person = self._introduce(at, spelled, words)
            self._learn(person, at, at + len(spelled), spelled)
            self._seen.append((at, person))
        self._seen.sort(key=lambda one: one[0])

    def _find_exact(self, words: tuple[str, ...]) -> Person | None:
        for person in self._by_word.get(words[-1], ()):
            if person.words == words:
                return person
        return None

    def _introduce(self, at: int, spelled: str, words: tuple[str, ...]) -> Person:
        person = Person(_tidy(spelled), at, words)
        groups = self._words["groups"]
        person.is_group = bool(groups & set(words)) or (
            _ACRONYM.fullmatch(spelled) is not None
        )
        person.is_person = not person.is_group and len(words) in (2, 3, 4)
        self._persons.append(person)
        for word in dict.fromkeys((words[-1], words[0], *(groups & set(words)))):
            self._by_word.setdefault(word, []).append(person)
        following = self._text[at + len(spelled) : at + len(spelled) + 16]
        acronym = re.match(r" \(([^\W\d_]{2,10})\)", following)
        if acronym and len(words) > 1:
            self._by_acronym.setdefault(acronym.group(1).lower(), person)
            person.is_group, person.is_person = True, False
        return person

    def _learn(self, person: Person, start: int, end: int, spelled: str) -> None:
        """Take in what stands beside a name: titles, roles, an age."""
        low = [
            one.group().lower().rstrip(".")
            for one in words_in(spelled, 0, len(spelled))
        ]
        for word in low[:2]:
            if word in self._words["titles_of_men"]:
                person.gender, person.is_person = Gender.HE, True
            elif word in self._words["titles_of_women"]:
                person.gender, person.is_person = Gender.SHE, True
            elif word in self._words["titles"]:
                person.is_person = True
                self._give_role(person, word)
        if person.gender is None and person.words and not person.is_group:
            if person.words[0] in WOMEN:
                person.gender, person.is_person = Gender.SHE, True
            elif person.words[0] in MEN:
                person.gender, person.is_person = Gender.HE, True
        for word in words_in(self._text, max(0, start - 30), start)[-2:]:
            self._learn_word(person, word.group().lower())
        if self._text.startswith(",", end):
            apposed = self._text[end + 1 : end + 80].partition(",")[0]
            if re.match(r" \d\d?\b", apposed):
                person.is_person = True
                apposed = self._text[end + 5 : end + 90].partition(",")[0]
            for word in words_in(apposed, 0, len(apposed))[:8]:
                self._learn_word(person, word.group().lower())
        before = self._text[max(0, start - 60) : start]
        if before.endswith(", "):
            apposed = before[:-2].rpartition(",")[2].rpartition(".")[2]
            for word in words_in(apposed, 0, len(apposed))[-6:]:
                self._learn_word(person, word.group().lower())

    def _learn_word(self, person: Person, word: str) -> None:
        if person.is_group:
            return
        if word in self._words["men"]:
            person.gender = person.gender or Gender.HE
            person.is_person = True
            self._give_role(person, word)
        elif word in self._words["women"]:
            person.gender = person.gender or Gender.SHE
            person.is_person = True
            self._give_role(person, word)
        elif word in self._words["roles"]:
            person.is_person = True
            self._give_role(person, word)

    def _give_role(self, person: Person, role: str) -> None:
        if role not in person.roles:
            person.roles.add(role)
            self._by_role.setdefault(role, []).append(person)


_INDEFINITE = frozenset(
    "a an one another some many most several both all each every no any two three four five six seven eight nine ten other "
    "ein eine einer einem einen un une des uno una unos unas um uma uns umas een".split()
)


def _tidy(name: str) -> str:
    """A name on one line."""
    return " ".join(name.replace("\x00", " ").split())
