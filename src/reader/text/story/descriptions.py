"""“The old lady”: how a story describes people, and what that says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from reader.text.cues.fiction import Fiction
from reader.text.cues.table import Cues
from reader.text.naming.people import Gender
from reader.text.story.character import Age, Character


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase for somebody."""

    start: int
    end: int
    text: str
    determiner: str
    head: str
    gender: Gender | None
    age: Age | None
    is_several: bool
    is_owned: bool
    """Whether it is somebody's relative, who need not be there: “his father”."""

    def as_character(self) -> Character:
        """Somebody who is known by this description alone."""
        return Character(
            " ".join(self.text.split()),
            self.gender,
            self.age,
            since=self.start,
            is_likely=not self.is_owned,
            is_several=self.is_several,
        )


def descriptions_in(text: str, cues: Cues, fiction: Fiction) -> Iterator[Description]:
    """Find whom a text describes, in order.

    What only says what somebody is (“he was a quiet man”) is left out.
    """
    for found in _described(cues, fiction).finditer(text):
        determiner, head = found["determiner"].lower(), found["head"].lower()
        if determiner in fiction.words["nobody"]:
            continue
        before = text[max(0, found.start() - 12) : found.start()].split()
        if (
            determiner in fiction.words["indefinite"]
            and before
            and before[-1].lower() in fiction.words["said_of"]
        ):
            continue
        adjectives = frozenset((found["adjectives"] or "").lower().split())
        yield Description(
            found.start(),
            found.end(),
            found.group(),
            determiner,
            head,
            gender_of(head, cues),
            _age_of(head, adjectives, fiction),
            head in fiction.words["plurals"]
            or (head.endswith("s") and head[:-1] in cues.people),
            determiner in cues.words["she"] | fiction.words["his"],
        )


def gender_of(noun: str, cues: Cues) -> Gender | None:
    """What a noun says of somebody's sex."""
    if noun in cues.words["men"]:
        return Gender.HE
    return Gender.SHE if noun in cues.words["women"] else None


def _age_of(head: str, adjectives: frozenset[str], fiction: Fiction) -> Age | None:
    words = fiction.words
    if adjectives & words["old"]:
        return Age.OLD
    if adjectives & words["young"] or head in words["children"]:
        return Age.YOUNG
    return Age.GROWN if head in words["grown"] else None


@cache
def _described(cues: Cues, fiction: Fiction) -> re.Pattern[str]:
    """Finds a determiner, a few adjectives, and a noun for somebody."""
    words = cues.words
    heads = any_of(cues.people - fiction.words["no_people"])
    no_adjectives = any_of(
        words["determiners"] | words["opening"] | words["linking"] | words["relatives"]
    )
    return re.compile(
        rf"\b(?P<determiner>{any_of(words['determiners'])})\s+"
        rf"(?P<adjectives>(?:(?!(?:{no_adjectives})\b)[\w-]+,?\s+){{0,3}}?)"
        rf"(?P<head>{heads})\b(?!['’-])(?!\s+(?:{heads})\b)",
        re.IGNORECASE,
    )


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"
