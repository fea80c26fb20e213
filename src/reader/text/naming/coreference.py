"""Whom a pronoun, a surname or “the council” means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.text.cues.table import Cues, words_of
from reader.text.naming.given_names import MEN, WOMEN
from reader.text.naming.mentions import Kind, Mention
from reader.text.naming.names import words_in
from reader.text.naming.people import Cast, gender_by_article
from reader.text.naming.person import Gender, Person, latest
from reader.text.naming.wording import INDEFINITE

_PERSON_ENDING = re.compile(
    r".{2,}(?:er|or|ist|ian|ant|man|woman|ee|year-old|jährige[rn]?)$"
)


_ANYBODY = {
    **dict.fromkeys(["man", "mann", "homme", "hombre", "uomo", "homem"], Gender.HE),
    **dict.fromkeys(
        ["woman", "frau", "femme", "mujer", "donna", "mulher", "vrouw"], Gender.SHE
    ),
}
"""Nouns by which somebody is meant again who has been spoken of: “the man”."""


_GIVEN = MEN | WOMEN
_ADJECTIVES = words_of(
    "jeune ancien ancienne ex joven antiguo antigua giovane vecchio vecchia jovem antigo antiga jonge oud voormalig voormalige"
)
"""What may stand before the noun that a phrase is about."""

_MEMBER = re.compile(r"['’]er$")
"""How one ends who is of a party: “de CDA’er”."""

_ADVOCATES = words_of("avocat abogado avvocato advogado advocaat")
_DEMONSTRATIVES = words_of(
    "ce cette cet este esta ese esa questo questa quel quella essa esse deze die dit"
)
_POSSESSIVES = words_of(
    "son sa ses leur leurs su sus suo sua suoi sue seu seus suas zijn haar hun mijn"
)
"""Determiners of somebody’s brother or neighbour, who is not whoever was named last."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who is meant, and how sure that is."""

    person: Person
    certainty: float


class Coreference:
    """Takes whoever is spoken of back to whoever the article names."""

    def __init__(self, cast: Cast, cues: Cues) -> None:
        """Resolve the mentions of one text.

        Args:
            cast: Everybody it names.
            cues: The words of its language.
        """
        self._cast = cast
        self._cues = cues
        self._words = cues.words
        self._goes_by_callings = (
            cues.verb_second and cues.has_capitals and not cues.nouns_are_capitalised
        )
        self._nouns = (
            cues.people
            | self._words["callings"]
            | self._words["groups"]
            | self._words["documents"]
            | _ANYBODY.keys()
        )
        self._indefinite = INDEFINITE - self._words["definite"]
        self._nouns_are_capitalised = cues.nouns_are_capitalised
        self._kinds = [
            self._words[name] for name in ("officials", "companies", "societies")
        ]

    def resolve(
        self,
        mention: Mention,
        lately: Sequence[Person],
        subjects: Iterable[Mention],
    ) -> Resolved:
        """Find out who a mention means.

        Args:
            mention: Somebody spoken of.
            lately: Who has spoken, the latest first.
            subjects: What the sentences before it are about, the latest first.

        Returns:
            Whoever is meant, under their first full naming; somebody under the
            mention's own words if the article names nobody.
        """
        low = mention.text.lower()
        if mention.kind is Kind.NAME and (
            low in self._words["callings"] or _MEMBER.search(low)
        ):
            # “The Spaniard” has a capital, and is nobody’s name.
            article = self._cast.word_before(mention.start)
            if not self._goes_by_callings:
                article = "the"
            if article in self._words["articles"]:
                text = f"{article} {low}"
                called = replace(mention, kind=Kind.DESCRIPTION, text=text)
                return self._by_description(called, lately, subjects)
        if mention.kind is Kind.NAME:
            return Resolved(self._cast.named(mention), 1.0)
        if mention.kind is Kind.NAMES:
            return Resolved(self._cast.both(mention), 1.0)
        if mention.kind is Kind.DESCRIPTION:
            surname = mention.text.rpartition(" ")[2]
            if (
                surname[0].isupper()
                and surname.isalpha()
                and (
                    surname == mention.text
                    or (self._goes_by_callings and mention.text.count(" ") == 1)
                )
            ):
                # “Prins” is somebody’s surname, too, and so is “De Boer”.
                surnamed = self._cast.called(surname, mention.start)
                if surnamed is not None and len(surnamed.words) > 1:
                    return Resolved(surnamed, 0.9)
            return self._by_description(mention, lately, subjects, speaks=True)
        if low in self._words["first_person"]:
            return Resolved(Person(mention.text), 0.6)
        he, she = low in self._words["he"], low in self._words["she"]
        if low in self._words["they"] and not he and not self._is_singular(low):
            return self._by_plural(mention, lately, subjects)
        gender = Gender.SHE if she else Gender.HE
        return self._by_pronoun(mention, gender, lately, subjects)

    def introduced_behind(self, pronoun: Mention) -> Person | None:
        """Whoever is named for the first time after “‘Look,’ he said, pointing”."""
        low = pronoun.text.lower()
        he, she = low in self._words["he"], low in self._words["she"]
        if he is she:
            return None
        return self._cast.sightings.next_named(
            pronoun.end, Gender.SHE if she else Gender.HE
        )

    def _is_singular(self, pronoun: str) -> bool:
        """Whether a pronoun may also mean one person: German “sie”."""
        return pronoun in self._words["she"]

    def _by_pronoun(
        self,
        mention: Mention,
        gender: Gender,
        lately: Sequence[Person],
        subjects: Iterable[Mention],
    ) -> Resolved:
        likely: Person | None = None
        sentence = mention.start
        for distance, subject in enumerate(subjects):
            sentence = subject.start if distance == 0 else sentence
            person = self._subject(subject)
            if person is None or person.is_group:
                continue
            if person.gender not in (None, gender):
                continue
            if person.is_person or (
                distance == 0 and self._may_be_person(person, lately)
            ):
                if distance:
                    near = self._named_since(
                        self._cast.sightings.sentence_end(subject.end), mention, gender
                    )
                    person = near or person
                person.gender = gender
                person.is_person = True
                rival = self._cast.sightings.has_rival(person, mention.start, gender)
                return Resolved(person, 0.75 if rival else 0.9)
            if self._may_be_person(person, lately):
                likely = likely or person
        recent = self._cast.sightings.recent(mention.start, gender, lately)
        if recent is None or (recent.gender is not gender and likely is not None):
            recent = likely
        if recent is None:
            return Resolved(Person(mention.text), 0.3)
        recent.gender = gender
        goes_on = recent is next(iter(lately), None)
        alone = not self._cast.sightings.has_rival(recent, mention.start, gender)
        return Resolved(recent, 0.8 if goes_on and alone else 0.65)

    def _named_since(
        self, offset: int, pronoun: Mention, gender: Gender
    ) -> Person | None:
        """Whoever fits a pronoun and is named between an offset and it.

        The last sentence may be about something else: “The call was taken by
        Jo Orr. ‘I was alone,’ she said.”
        """
        near = self._cast.sightings.nearest(pronoun.start, gender)
        if near is None or near.last_seen(pronoun.start) < offset:
            return None
        return near

    def _may_be_person(self, person: Person, lately: Sequence[Person]) -> bool:
        """Whether somebody may be one human being, though nothing else says so."""
        if not person.words or person.name.lower() in self._words["first_person"]:
            return False
        return len(person.words) > 1 or person in lately or len(person.seen) > 1

    def _by_plural(
        self,
        mention: Mention,
        lately: Sequence[Person],
        subjects: Iterable[Mention],
    ) -> Resolved:
        """Whom “they” or “it” means: a body of people."""
        for subject in subjects:
            person = self._subject(subject)
            if person is None:
                continue
            described = (
                subject.kind is Kind.DESCRIPTION and mention.text.lower() == "it"
            )
            if described or not person.is_person:
                person.is_group = True
                return Resolved(person, 0.85)
        for person in lately[:3]:
            if not person.is_person:
                return Resolved(person, 0.6)
        return Resolved(Person(mention.text), 0.3)

    def _by_description(
        self,
        mention: Mention,
        lately: Sequence[Person],
        subjects: Iterable[Mention],
        *,
        speaks: bool = False,
    ) -> Resolved:
        words = [
            one.group().lower().rstrip(".")
            for one in words_in(mention.text, 0, len(mention.text))
        ]
        if self._goes_by_callings and len(words) > 2 and words[1] in _ADJECTIVES:
            # «la giovane bergamasca»
            del words[1]
        head, _, of = self._head(words).partition("-of-")
        part = self._cues.part_of(head) or head
        definite = (
            words[0] in self._words["determiners"] and words[0] not in self._indefinite
        )
        if definite and (one := self._in_office(mention, words)) is not None:
            return one
        is_group = part in self._words["groups"]
        short = len(words) <= 2
        if head in self._words["documents"]:
            author = self._cast.author_of(mention)
            if author is not None:
                return Resolved(author, 0.9)
        if definite and is_group:
            named = [
                one
                for one in self._cast.groups_called(head)
                if self._may_be_said_of(mention, one)
            ]
            if named:
                return Resolved(latest(named, mention.start), 0.95)
        if definite and len(words) <= 3:
            held = self._cast.holders_of(head)
            if self._goes_by_callings:
                shown = self._gender_shown(mention.text.lower(), head)
                held = [one for one in held if shown in (None, one.gender or shown)]
            if held:
                return Resolved(latest(held, mention.start), 0.85)
        if definite and short and head in _ANYBODY:
            anybody = self._last_of(_ANYBODY[head], subjects)
            if anybody is not None:
                return Resolved(anybody, 0.8)
        if definite and (one := self._by_calling(mention, words, head, lately)):
            return one
        known = self._cast.described(head) if definite else None
        if known is not None and self._may_be_said_of(mention, known):
            return Resolved(known, 0.9)
        if definite and short and is_group:
            for subject in subjects:
                person = self._subject(subject)
                if person is not None and self._may_be_called(head, person):
                    person.is_group = True
                    return Resolved(person, 0.85)
            for person in lately[:3]:
                if self._may_be_called(head, person):
                    return Resolved(person, 0.7)
        elif definite and short:
            for subject in subjects:
                if subject.kind is Kind.DESCRIPTION:
                    person = self._by_description(subject, (), ()).person
                    if self._head(person.name.lower().split()) == head:
                        return Resolved(person, 0.85)
            # “The dad-of-three”, “the singer”: whoever is named beside.
            is_calling = of != "" or head in self._words["callings"]
            is_role = head in self._words["roles"]
            if is_calling or (not is_role and _PERSON_ENDING.match(head)):
                gender = self._gender_shown(mention.text.lower(), head)
                near = self._cast.sightings.nearest(mention.start, gender)
                if near is None and lately and lately[0].is_person:
                    fits = gender is None or lately[0].gender in (None, gender)
                    near = lately[0] if fits else None
                if near is not None:
                    return Resolved(near, 0.75)
        if definite and speaks and (one := self._by_epithet(mention, words, lately)):
            return one
        # Whoever is only “the mother” may well be named somewhere else.
        sure = not definite or is_group or head in self._words["documents"]
        described = self._cast.describe(mention, head, is_group=is_group)
        return Resolved(described, 0.9 if sure else 0.8)

    def _in_office(self, mention: Mention, words: Sequence[str]) -> Resolved | None:
        """Whoever an office belongs to that has more than one name: « l'édile », the mayor."""
        office = mention.text.lower().replace("’", "'")[len(words[0]) :].strip(" '.")
        alike = self._cues.same_offices.get(office)
        if alike is None:
            return None
        shown = self._gender_shown(mention.text.lower(), office)
        fitting = (None, shown) if shown else (None, *Gender)
        held = [
            person
            for noun in alike
            for person in self._cast.holders_of(noun)
            if person.gender in fitting
        ]
        if held:
            return Resolved(latest(held, mention.start), 0.85)
        found = self._cast.in_office(alike, mention.start)
        if found is None or found.gender not in fitting:
            return None
        is_named = bool(found.words)
        if not is_named and office in self._words["callings"]:
            return None
        return Resolved(found, 0.8)

    def _by_epithet(
        self, mention: Mention, words: Sequence[str], lately: Sequence[Person]
    ) -> Resolved | None:
        """Whoever speaks and goes by a noun that no table has: «la triestina», “de 38-jarige”.

        What speaks is somebody, and if nobody of the kind has been met, it is whoever
        was named last and fits.
        """
        if not self._goes_by_callings or not 2 <= len(words) <= 3:
            return None
        if words[0] in _POSSESSIVES or not words[-1][-1].isalpha():
            return None
        known = self._nouns | self._words["works"] | self._words["remarks"]
        if not known.isdisjoint(words[1:]) or words[-1].endswith(("s", "x")):
            return None
        gender = self._gender_shown(mention.text.lower(), words[1])
        if gender is None and self._cues.adjectives_follow:
            return None
        near = self._cast.sightings.nearest(mention.start, gender, may_be_either=True)
        if near is None:
            near = next((one for one in lately if self._may_be(one, gender)), None)
        return None if near is None else Resolved(near, 0.65)

    def _by_calling(
        self,
        mention: Mention,
        words: Sequence[str],
        head: str,
        lately: Sequence[Person],
    ) -> Resolved | None:
        """Whoever was named last and may go by a noun: « l'élue », “la dirigente sindical”.

        Where articles or endings show the sex, it must fit.
        """
        first, _, rest = mention.text.lower().partition(" ")
        points = first in _DEMONSTRATIVES and head in self._cues.people
        if (
            not self._goes_by_callings
            or not (points or head in self._words["callings"] - self._words["groups"])
            or first in _POSSESSIVES
            or (not self._cues.adjectives_follow and rest.count(" ") > 1)
            or (not points and self._is_related(mention, words, head))
        ):
            return None
        gender = self._gender_shown(mention.text.lower(), head)
        near = self._cast.sightings.nearest(mention.start, gender, may_be_either=True)
        if near is None or (gender and near.gender is None):
            spoke = [one for one in lately if one.is_person and one.gender is gender]
            spoke += [one for one in lately if self._may_be(one, gender)]
            near = next(iter(spoke), near)
        if near is None:
            return None
        return Resolved(near, 0.75)

    @staticmethod
    def _may_be(one: Person, gender: Gender | None) -> bool:
        """Whether somebody who has spoken may be one human being of a gender."""
        fits = gender is None or one.gender in (None, gender)
        return fits and not one.is_group and (one.is_person or len(one.words) > 1)

    def _is_related(self, mention: Mention, words: Sequence[str], head: str) -> bool:
        """Whether somebody is only somebody else’s: «el abogado de uno de los detenidos».

        An age, a place or a body behind a noun says no such thing: « l'élue de
        l'opposition », «o técnico do Lousã».
        """
        behind = words[words.index(head) + 1 :] if head in words else []
        linked = [
            index for index, word in enumerate(behind) if word in self._words["linking"]
        ]
        if not linked:
            return False
        of = behind[linked[0] + 1 :]
        if any(word.isdigit() for word in of[:1]):
            return False
        if not _ADVOCATES.isdisjoint(self._cues.same_offices.get(head, ())):
            return True
        last = mention.text.rpartition(" ")[2]
        is_place = last[0].isupper() and last.lower() not in _GIVEN
        return not is_place and self._words["groups"].isdisjoint(of)

    def _gender_shown(self, description: str, head: str) -> Gender | None:
        """The gender that a description's article shows, in languages where one does."""
        if self._nouns_are_capitalised:
            return gender_by_article(description, head)
        article = description.replace("’", " ").replace("'", " ").partition(" ")[0]
        if head in self._words["women"] or self._cues.feminine.search(head):
            return Gender.SHE
        if article in self._words["articles_of_men"] or head in self._words["men"]:
            return Gender.HE
        return Gender.SHE if article in self._words["articles_of_women"] else None

    def _last_of(self, gender: Gender, subjects: Iterable[Mention]) -> Person | None:
        """The human being of a gender whom one of the last sentences is about."""
        for subject in subjects:
            if subject.kind is Kind.PRONOUN:
                continue
            person = self._subject(subject)
            if person is not None and person.is_person and person.gender is gender:
                return person
        return None

    def _may_be_said_of(self, mention: Mention, body: Person) -> bool:
        """Whether no name in a description speaks against somebody.

        “The French ministry” is not “Russia’s ministry”.
        """
        said = {
            word.lower().removesuffix("’s").removesuffix("'s")
            for word in mention.text.split()[1:]
            if word[:1].isupper()
        }
        if self._nouns_are_capitalised or not said:
            return True
        return said <= set(re.findall(r"\w+", body.name.lower()))

    def _may_be_called(self, noun: str, body: Person) -> bool:
        """Whether a body may go by a noun that its name does not hold.

        “The firm” may be Acme Holdings or Lund’s Bank, and no Harbour Office;
        “the council” is nobody who is not called so.
        """
        if body.is_person or not (body.words or body.is_group):
            return False
        kinds = [kind for kind in self._kinds if noun in kind]
        if not any(self._kinds):
            return body.is_group
        if not body.words and not self._cues.adjectives_follow:
            return False
        called = self._words["groups"].intersection(
            body.words or body.name.lower().split()
        )
        if self._cues.adjectives_follow and not called and len(body.words) < 2:
            # «L'azienda» is not Torino, nor «la autoridad» the family.
            return body.is_group and bool(body.words)
        return any(called & kind for kind in kinds) if called else bool(kinds)

    def _subject(self, mention: Mention) -> Person | None:
        """Who a sentence is about, unless that is another pronoun."""
        if mention.kind is Kind.PRONOUN:
            return None
        if mention.kind is Kind.NAME:
            return self._cast.named(mention)
        if mention.kind is Kind.NAMES:
            return self._cast.both(mention)
        return self._by_description(mention, (), ()).person

    def is_definite(self, description: Mention) -> bool:
        """Whether somebody is meant who is known already: “the officer”, not “an officer”."""
        first = description.text.split()[0].lower()
        return first in self._words["determiners"] and first not in self._indefinite

    def is_somebody(self, description: Mention) -> bool:
        """Whether a description means one human being: “the old pedestrian”."""
        words = [one.lower() for one in description.text.split()]
        head = self._head(words)
        head = self._cues.part_of(head) or head
        people = self._cues.people | self._words["callings"]
        return head not in self._words["groups"] and (
            head in people or _PERSON_ENDING.match(head) is not None
        )

    def _head(self, words: Sequence[str]) -> str:
        """The noun a description is about."""
        if self._cues.adjectives_follow:
            for word in words[1:]:
                if word in self._nouns:
                    return word
                if word in self._words["linking"]:
                    break
        for index, word in enumerate(words[1:], 1):
            if word in self._words["linking"]:
                return words[index - 1]
        return words[-1]
