"""Everybody an article names, and what it says of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.text.cues.table import Cues, words_of
from reader.text.naming.given_names import MEN, WOMEN
from reader.text.naming.learning import Learning
from reader.text.naming.mentions import Kind, Mention
from reader.text.naming.names import Name, names_in, words_in
from reader.text.naming.person import Gender, Person, latest
from reader.text.naming.sightings import Sightings

MOST_NAMESAKES = 16
"""Of how many people with one name the right one is sought."""

_VOCATIVE = re.compile(r"(?:^|, |[!?—] |— ?)([A-ZÀ-Þ][\w’'-]+)(?=[,.!?;])")
_OF = re.compile(r" (?:of|for) (?:the )?")
_FROM = re.compile(r" (?:from|(?:\w+ ){0,4}by) (?:the )?")
_ACRONYM = re.compile(r"[A-ZÀ-ÖØ-Þ]{2,8}")
_IN_BRACKETS = re.compile(r" \(([^\W\d_]{2,10})\)")
_BESIDE_OFFICE = re.compile(
    r"(?: (?:de|du|des|del|della|di|do|da|van|for|of)\b[^,.;:\x00\n]{1,40})?,? "
)
"""What parts an office from the name of whoever holds it."""

_AGED = re.compile(r"(?:year-old|jährige[rn]?)$")
_INCORPORATED = words_of(
    "corp inc ltd llc plc gmbh ag kg co holdings partners & sa spa nv bv ab oy"
)
"""What ends a business's name."""

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii"))


class Cast:
    """Everybody an article speaks of."""

    def __init__(self, veiled: str, cues: Cues, names: Sequence[Name]) -> None:
        """Read everybody's name in a text.

        Args:
            veiled: The text, quotations veiled.
            cues: The words of its language.
            names: Its names, in order.
        """
        self._text = veiled
        self._cues = cues
        self._words = cues.words
        self._titles = cues.all_titles
        self._by_word: dict[str, list[Person]] = {}
        self._by_acronym: dict[str, Person] = {}
        self._by_role: dict[str, list[Person]] = {}
        self._described: dict[str, Person] = {}
        self._learning = Learning(veiled, cues, self._by_word, self._by_role)
        self._seen: list[tuple[int, Person]] = []
        self._read(names)
        self.sightings = Sightings(veiled, self._seen, self._words["first_person"])

    @property
    def seen(self) -> Sequence[tuple[int, Person]]:
        """Where the article names whom, in order."""
        return self._seen

    def called(self, name: str, offset: int) -> Person | None:
        """The human being whom somebody calls by a name, if the article names them."""
        person = self._known(self._bare(name), offset, self._gender_of(name))
        return None if person is None or person.is_group else person

    def groups_called(self, word: str) -> list[Person]:
        """The bodies whose name holds a noun: “council”, “club”."""
        return [one for one in self._by_word.get(word, ()) if one.is_group]

    def holders_of(self, role: str) -> list[Person]:
        """The people who are said to be a mayor, or a captain."""
        return [one for one in self._by_role.get(role, ()) if not one.is_group]

    def in_office(self, nouns: Sequence[str], offset: int) -> Person | None:
        """Whoever a text has said to hold an office before an offset.

        Args:
            nouns: What the office goes by.
            offset: Where its holder is meant.

        Returns:
            Whoever is named beside it, or else whoever was known by it first.
        """
        spelled = "|".join(map(re.escape, sorted(nouns, key=len, reverse=True)))
        office = re.compile(rf"(?:(\w+)[ ’'])?\b(?:{spelled})\b", re.IGNORECASE)
        first: re.Match[str] | None = None
        for found in office.finditer(self._text, 0, offset):
            for name in names_in(self._text, self._cues, found.end(), found.end() + 80):
                between = self._text[found.end() : name.start]
                if _BESIDE_OFFICE.fullmatch(between):
                    text = self._text[name.start : name.end]
                    return self.named(Mention(name.start, name.end, Kind.NAME, text))
                break
            first = first or found
        if first is None:
            return None
        text = self._text[first.start() : first.end()]
        mention = Mention(first.start(), first.end(), Kind.DESCRIPTION, text)
        head = text.lower().split()[-1]
        return self.described(head) or self.describe(mention, head, is_group=False)

    def described(self, head: str) -> Person | None:
        """Whoever a description with a noun was first used for."""
        return self._described.get(head)

    def named(self, mention: Mention) -> Person:
        """Whoever a name is short for, or whoever it names for the first time."""
        words = self._bare(mention.text)
        person = self._known(
            words,
            mention.start,
            self._gender_of(mention.text),
            has_article=self._has_article(mention.start),
        )
        if person is None:
            person = Person(_tidy(mention.text), words, seen=[mention.start])
            self._index(person)
        return person

    def word_before(self, start: int) -> str:
        """The word right before a name, in lower case, or nothing."""
        words = self._text[max(0, start - 8) : start].split()
        return words[-1].lower() if words and self._text[start - 1] == " " else ""

    def author_of(self, mention: Mention) -> Person | None:
        """Whoever a document is said to be by: “a report from Acme Bank”, “Acme’s letter”."""
        behind = _FROM.match(self._text, mention.end)
        start, end = mention.start, mention.end
        if behind:
            start, end = behind.end(), behind.end() + 80
        for name in names_in(self._text, self._cues, start, end):
            spelled = self._text[name.start : name.end]
            owns = behind or self._text.startswith(("’s ", "'s "), name.end)
            if name.start > start + 4 or not owns:
                break
            return self.named(Mention(name.start, name.end, Kind.NAME, spelled))
        return self._writer(behind) if behind else None

    def _writer(self, behind: re.Match[str]) -> Person | None:
        """Whoever writes without being named: “a letter from the mayor of Soria”."""
        the = len("the ") if behind.group().endswith(" the ") else 0
        start = behind.end() - the
        for word in words_in(self._text, behind.end(), behind.end() + 40)[:4]:
            head = word.group().lower()
            if head not in self._cues.people:
                continue
            end = word.end()
            if of := _OF.match(self._text, end):
                for name in names_in(self._text, self._cues, of.end(), of.end() + 60):
                    end = name.end if name.start == of.end() else end
                    break
            text = self._text[start:end]
            mention = Mention(start, end, Kind.DESCRIPTION, text)
            return self.describe(mention, head, is_group=False)
        return None

    def both(self, mention: Mention) -> Person:
        """Two who are named together, each under their first full naming."""
        names = [*names_in(mention.text, self._cues, 0, len(mention.text))]
        first, last = names[0], names[-1]
        between = mention.text[first.end : last.start]
        name = between.join(
            self.named(
                Mention(
                    mention.start + one.start,
                    mention.start + one.end,
                    Kind.NAME,
                    mention.text[one.start : one.end],
                )
            ).name
            for one in (first, last)
        )
        person = self._described.get(name.lower())
        if person is None:
            person = Person(name, seen=[mention.start], is_group=True)
            self._described[name.lower()] = person
        return person

    def describe(self, mention: Mention, head: str, *, is_group: bool) -> Person:
        """Somebody who is known by a description alone."""
        name = _tidy(mention.text)
        key = name.lower()
        person = self._described.get(key)
        if person is None:
            people = self._words["roles"] | self._words["men"] | self._words["women"]
            plural = (
                _is_german_plural(key, head)
                if self._cues.nouns_are_capitalised
                else head.endswith("s") and not head.endswith("ss")
            )
            person = Person(name, seen=[mention.start])
            part = self._cues.part_of(head) or head
            person.is_group = is_group or plural
            aged = _AGED.search(head) is not None
            person.is_person = (part in people or aged) and not person.is_group
            if person.is_person and self._cues.nouns_are_capitalised:
                person.gender = gender_by_article(key, head)
            elif head in self._words["men"]:
                person.gender = Gender.HE
            elif head in self._words["women"]:
                person.gender = Gender.SHE
            self._described[key] = person
            self._described.setdefault(head, person)
        return person

    def is_likely_person(self, mention: Mention) -> bool:
        """Whether a name is known to be a human being's."""
        return mention.kind is Kind.NAME and self.named(mention).is_person

    def addressed_in(self, text: str) -> Person | None:
        """Whoever is called by name in what somebody says: “Come, Tom!”."""
        for called in _VOCATIVE.finditer(text):
            for person in self._by_word.get(called.group(1).lower(), ())[:1]:
                if not person.is_group:
                    return person
        return None

    def _known(
        self,
        words: tuple[str, ...],
        offset: int,
        gender: Gender | None = None,
        *,
        has_article: bool = False,
    ) -> Person | None:
        """The naming that some words are short for."""
        if len(words) == 1 and (one := self._by_acronym.get(words[0])):
            return one
        fitting: list[Person] = []
        for person in self._by_word.get(words[-1], ())[:MOST_NAMESAKES]:
            if person.words == words and len(words) > 1:
                return person
            if gender is not None and person.gender not in (None, gender):
                continue
            if len(words) == 1:
                if not has_article or person.is_group:
                    fitting.append(person)
            elif person.words[-1] == words[-1] and _one_in_the_other(
                words, person.words
            ):
                fitting.append(person)
        surnamed = [one for one in fitting if one.words[-1] == words[-1]]
        surnamed.sort(key=lambda one: len(one.words) == 1)
        if surnamed:
            return surnamed[0]
        return latest(fitting, offset) if fitting else None

    def _bare(self, name: str) -> tuple[str, ...]:
        """A name's words without titles and nicknames."""
        every = tuple(
            one.group().lower().rstrip(".") for one in words_in(name, 0, len(name))
        )
        behind = self._behind_title(every)
        last = len(behind) - 1
        bare = tuple(
            one
            for index, one in enumerate(behind)
            # “Saskia Prins” is no prince.
            if (one not in self._titles or 0 < index == last)
            and one not in self._words["determiners"]
            and one not in _SUFFIXES
        )
        return bare or every

    def _behind_title(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """A person's own words, without the office before: “Bank Director Ada Bone”."""
        for index in range(len(words) - 3, -1, -1):
            if words[index] in self._titles:
                behind = words[index + 1 :]
                return behind[2:] if behind[0] == "of" and len(behind) > 3 else behind
        return words

    def _has_article(self, start: int) -> bool:
        """Whether “the” stands before a name, as before no person's: “the Pentagon”."""
        return self._text[max(0, start - 4) : start].lower() == "the "

    def _gender_of(self, name: str) -> Gender | None:
        """The gender that a name's title says."""
        words = name.lower().split()
        for word in words[: min(2, len(words) - 1)] or words:
            if word.rstrip(".") in self._words["titles_of_men"]:
                return Gender.HE
            if word.rstrip(".") in self._words["titles_of_women"]:
                return Gender.SHE
        return None

    def _read(self, names: Sequence[Name]) -> None:
        """Read every name, first those of several words that others are short for."""
        shorts: list[tuple[Name, str, tuple[str, ...]]] = []
        for name in names:
            spelled = self._text[name.start : name.end]
            is_lone = self._cues.nouns_are_capitalised and " " not in spelled
            words = (spelled.lower(),) if is_lone else self._bare(spelled)
            if len(words) == 1:
                if not self._is_common_noun(words[0]):
                    shorts.append((name, spelled, words))
                continue
            person = self._known(words, name.start)
            if person is None:
                person = Person(_tidy(spelled), words)
                self._introduce(person, name)
            self._meet(person, name, spelled)
        for name, spelled, words in shorts:
            person = self._known(
                words,
                name.start,
                self._gender_of(spelled),
                has_article=self._has_article(name.start),
            )
            if person is None:
                if self._is_noun(words[0], spelled):
                    continue
                person = Person(_tidy(spelled), words)
                self._introduce(person, name)
            self._meet(person, name, spelled)
        self._seen.sort(key=lambda one: one[0])
        for _, person in self._seen:
            person.seen.clear()
        for at, person in self._seen:
            person.seen.append(at)

    def _is_common_noun(self, word: str) -> bool:
        """Whether a capital says nothing of a word, as in „die Stadt“."""
        return self._cues.nouns_are_capitalised and self._cues.part_of(word) is not None

    def _is_noun(self, word: str, spelled: str) -> bool:
        """Whether a word that names nobody yet has its capital as any noun has.

        If somebody is called so after all, they are met where they speak.
        """
        return (
            self._cues.nouns_are_capitalised
            and " " not in spelled
            and not spelled.isupper()
            and word not in MEN
            and word not in WOMEN
        )

    def _introduce(self, person: Person, name: Name) -> None:
        groups = self._words["groups"]
        person.is_group = (
            not (groups | _INCORPORATED).isdisjoint(person.words)
            or _ACRONYM.fullmatch(person.name) is not None
        )
        acronym = _IN_BRACKETS.match(self._text, name.end)
        is_party = self._cues.adjectives_follow and (
            # «Adilson Brum (PL)»
            person.words[0] in MEN
            or person.words[0] in WOMEN
            or person.name[0] != _initial(acronym)
        )
        if (
            acronym
            and not is_party
            and len(person.words) > 1
            and acronym.group(1).isupper()
        ):
            self._by_acronym.setdefault(acronym.group(1).lower(), person)
            person.is_group = True
        self._index(person)

    def _index(self, person: Person) -> None:
        words = person.words
        groups = self._words["groups"] & {
            self._cues.part_of(word) or word for word in words
        }
        for word in dict.fromkeys((words[-1], words[0], *words[1:-1], *groups)):
            self._by_word.setdefault(word, []).append(person)

    def _meet(self, person: Person, name: Name, spelled: str) -> None:
        """Take in what stands in and beside a name: titles, roles, an age."""
        person.seen.append(name.start)
        self._seen.append((name.start, person))
        if person.name.isupper() and not spelled.isupper():
            # A headline in capitals is not how somebody writes their name.
            person.name = _tidy(spelled)
        if person.is_group:
            return
        self._learning.meet(person, name, spelled, self._gender_of(spelled))


def _is_german_plural(description: str, head: str) -> bool:
    """Whether several are meant: „die Beamten“, „mehrere Forscher“."""
    several = description.startswith(("die ", "mehrere ", "viele ", "einige ", "alle "))
    return several and not head.endswith(("in", "e"))


def gender_by_article(description: str, head: str) -> Gender | None:
    """The gender that a German article shows: „der Betroffene“, „eine Betroffene“."""
    if description.startswith(("der ", "ein ")):
        return Gender.HE
    singular = description.startswith("eine ") or head.endswith(("in", "jährige"))
    return Gender.SHE if singular else None


def _initial(acronym: re.Match[str] | None) -> str:
    """The letter that an acronym behind a name begins with."""
    return acronym.group(1)[0] if acronym else ""


def _one_in_the_other(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether all words of one name are in the other."""
    return set(some) <= set(others) or set(others) <= set(some)


def _tidy(name: str) -> str:
    """A name on one line."""
    return " ".join(name.replace("\x00", " ").split())
