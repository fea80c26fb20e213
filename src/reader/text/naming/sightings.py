"""Who was named where: whom a pronoun may mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from reader.text.naming.person import Gender, Person

FARTHEST_NAME = 40
"""How many names back somebody is sought that a pronoun means."""

NEAR_NAMES = 5
"""How many names back somebody else may be meant as well."""

LONG_AGO = 300
"""Characters after which “the striker” may no longer mean whoever was named last."""

_SENTENCE_END = re.compile(r"(?<=[\w)”’\"'])[.!?]\s|\n|\x00\s")


class Sightings:
    """Everybody an article names, in the order in which it does."""

    def __init__(
        self,
        text: str,
        seen: Sequence[tuple[int, Person]],
        first_person: frozenset[str],
    ) -> None:
        """Remember who was named where.

        Args:
            text: The text, quotations veiled.
            seen: Where it names whom, in order.
            first_person: Pronouns that nobody else means.
        """
        self._text = text
        self._seen = seen
        self._seen_at = [at for at, _ in seen]
        self._first_person = first_person

    def recent(
        self, offset: int, gender: Gender, lately: Sequence[Person]
    ) -> Person | None:
        """Whoever was named before an offset and fits a pronoun best."""
        index = bisect_left(self._seen_at, offset)
        best: Person | None = None
        best_score = 0.0
        near = self._seen[max(0, index - FARTHEST_NAME) : index]
        for distance, (_, person) in enumerate(reversed(near)):
            if person.is_group or person.gender not in (None, gender):
                continue
            score = 2.0 * person.is_person + 2.0 * (person.gender is gender)
            score += 2.0 * (person in lately[:1]) - 0.2 * distance
            if person.is_person and score > best_score:
                best, best_score = person, score
        if best is None:
            for person in lately:
                if self._may_be_third(person) and person.gender in (None, gender):
                    return person
        return best

    def _may_be_third(self, person: Person) -> bool:
        """Whether a pronoun of the third person may mean somebody."""
        named_i = person.name.lower() in self._first_person
        return not person.is_group and not named_i

    def nearest(
        self, offset: int, gender: Gender | None = None, *, may_be_either: bool = False
    ) -> Person | None:
        """The human being, of a gender if given, who was named last before an offset.

        Args:
            offset: Where they are meant.
            gender: What the words for them show.
            may_be_either: Whether somebody will do of whom no gender is known,
                if nobody fits better.

        Returns:
            None if that was long before.
        """
        index = bisect_left(self._seen_at, offset)
        unknown: Person | None = None
        maybe: Person | None = None
        for at, person in reversed(self._seen[max(0, index - 8) : index]):
            if offset - at > LONG_AGO:
                break
            if person.is_group:
                continue
            if person.is_person and (gender is None or person.gender is gender):
                return person
            if not may_be_either or person.gender is not None:
                continue
            if person.is_person:
                unknown = unknown or person
            elif len(person.words) > 1 and person.name[0].isupper():
                maybe = maybe or person
        return unknown or maybe

    def next_named(self, offset: int, gender: Gender) -> Person | None:
        """The first human being named behind an offset, if that is soon and they fit."""
        index = bisect_left(self._seen_at, offset)
        for at, person in self._seen[index : index + NEAR_NAMES]:
            if at - offset > LONG_AGO:
                break
            if person.is_person and not person.is_group:
                return person if person.gender in (None, gender) else None
        return None

    def sentence_end(self, offset: int) -> int:
        """Where the sentence around an offset seems to end."""
        end = _SENTENCE_END.search(self._text, offset, offset + LONG_AGO)
        return end.end() if end else offset

    def has_rival(self, person: Person, offset: int, gender: Gender) -> bool:
        """Whether somebody else was named lately whom a pronoun would fit as well."""
        index = bisect_left(self._seen_at, offset)
        return any(
            other is not person and other.is_person and other.gender in (None, gender)
            for _, other in self._seen[max(0, index - NEAR_NAMES) : index]
        )
