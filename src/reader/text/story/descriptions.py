"""“The old lady”: how a story describes people, and what that says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from reader.text.cues.fiction import Fiction
from reader.text.cues.table import Cues
from reader.text.naming.person import Gender
from reader.text.story.character import Age, Character

_FOLLOWING = re.compile(r"[\w’'-]+")


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
    words = fiction.words
    heads = cues.people - words["no_people"]
    for found in _determined(cues).finditer(text):
        determiner = found[1].lower()
        if determiner in words["nobody"]:
            continue
        before = text[max(0, found.start() - 12) : found.start()].split()
        if (
            determiner in words["indefinite"]
            and before
            and before[-1].lower() in words["said_of"]
        ):
            continue
        phrase = _phrase(found, cues, heads)
        if phrase is None:
            continue
        head, adjectives, end = phrase
        yield Description(
            found.start(),
            end,
            text[found.start() : end],
            determiner,
            head,
            gender_of(head, cues),
            _age_of(head, adjectives, fiction),
            head in words["plurals"]
            or (head.endswith("s") and head[:-1] in cues.people),
            determiner in cues.words["she"] | words["his"],
        )


def _phrase(
    found: re.Match[str], cues: Cues, heads: frozenset[str]
) -> tuple[str, frozenset[str], int] | None:
    """The noun for somebody behind a determiner, what stands between, and its end."""
    grammar = cues.words
    following = [
        (one.group().lower(), one.end() + found.start(2))
        for one in _FOLLOWING.finditer(found[2])
    ]
    adjectives: list[str] = []
    for index, (word, end) in enumerate(following):
        then = following[index + 1][0] if index + 1 < len(following) else ""
        if word in heads and then not in heads:
            return word, frozenset(adjectives), end
        if (
            word in grammar["determiners"]
            or word in grammar["opening"]
            or word in grammar["linking"]
            or word in grammar["relatives"]
        ):
            return None
        adjectives.append(word)
    return None


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
def _determined(cues: Cues) -> re.Pattern[str]:
    """Finds a determiner with the words behind it."""
    return re.compile(
        rf"\b({any_of(cues.words['determiners'])})(?=((?:\s+[\w’'-]+,?){{1,4}}))",
        re.IGNORECASE,
    )


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or "(?!)"
