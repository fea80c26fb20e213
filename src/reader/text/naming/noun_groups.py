"""Noun groups of a language that has cases and writes its nouns with capitals.

A group is a determiner, its adjectives, a noun or a name, and the genitives
that hang on it: „der neue Sprecher der Polizei“. German tells by them who may
be a verb's subject, wherever in the clause the subject stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from reader.text.cues.table import Cues, words_of
from reader.text.naming.given_names import MEN, WOMEN
from reader.text.naming.mentions import VEIL
from reader.text.naming.names import words_in

MOST_ADJECTIVES = 5
"""Words between a determiner and its noun."""

LONGEST_ATTRIBUTE = 9
"""Words of a participle's own phrase before a noun: „die in Köln geborene Autorin“."""

_ADJECTIVE = re.compile(r"[\w-]+(?:e|en|er|es|em)|\d[\d.,]*(?:-\w+e[nrs]?)?")
_PARTICIPLE = re.compile(r"\w+(?:end|et|iert|en|gt|kt|ht|bt|lt|nt|rt|st|zt)e[nrs]?")
_DEGREES = words_of("rund etwa mehr als sehr so nicht besonders über knapp fast")
_GENITIVES = words_of(
    """
    des der eines einer seines seiner ihres ihrer dieses dieser deren dessen unserer unseres meiner meines aller beider
    mehrerer vieler zweier
    """
)
_HANGING = words_of("von vom aus für")
"""Prepositions of phrases that belong to the noun before them."""

_ONES = words_of("einer eine eines keiner keine jeder")
_OF_THEM = words_of("der seiner ihrer dieser")
_SOMEBODY = words_of("ein eine mehrere viele einige zwei drei")
_UNITS = words_of("jahre monate wochen tage stunden meter zentimeter kilo kilogramm")
"""Nouns that a figure and an adjective stand around: „der 44 Jahre alte Mann“."""

_TWO_CASES = words_of("der dieser jeder jener")
"""Determiners of a man who acts, and of a woman whom something is done to."""


@dataclass(frozen=True, slots=True)
class NounGroup:
    """A noun with what belongs to it, or a pronoun.

    Offsets count in the text; `end` is that of the last thing that hangs on it.
    """

    start: int
    noun: int
    """Where its first capitalised word starts."""

    noun_end: int
    """Where its last capitalised word in a row ends."""

    end: int
    nouns: tuple[str, ...]
    """Its capitalised words, as written; none if only marks stand there."""

    determiner: str = ""
    preposition: str = ""
    """The preposition before it, if there is one."""

    oblique: bool = False
    """Whether its form shows that it is no subject."""

    is_pronoun: bool = False
    marked: tuple[int, int] | None = None
    """What stands between marks and names it: „die Zeitung ‚Post‘“."""

    @property
    def governed(self) -> bool:
        """Whether a preposition stands before it, so that it is no subject."""
        return self.preposition != ""


@dataclass(frozen=True, slots=True)
class _Words:
    """A language's words as this grammar needs them."""

    determiners: frozenset[str]
    oblique: frozenset[str]
    prepositions: frozenset[str]
    subordinating: frozenset[str]
    subjects: frozenset[str]
    particles: frozenset[str]
    verbs: frozenset[str]
    no_adjectives: frozenset[str]
    no_nouns: frozenset[str]


@cache
def _words(cues: Cues) -> _Words:
    words = cues.words
    verbs = words["verbs"] | words["manners"] | words["describing"]
    return _Words(
        determiners=words["determiners"],
        oblique=words["oblique"],
        prepositions=words["prepositions"],
        subordinating=words["subordinating"],
        subjects=words["nominatives"],
        particles=frozenset(cues.particles.split()),
        verbs=verbs,
        no_adjectives=verbs.union(
            *(
                words[field]
                for field in (
                    "prepositions",
                    "subordinating",
                    "finite",
                    "determiners",
                    "relatives",
                )
            ),
            words["fillers"] - _DEGREES,
        ),
        no_nouns=words["not_names"] | words["opening"] | words["fillers"],
    )


class NounGroups:
    """Reads the noun groups of one text."""

    def __init__(self, text: str, cues: Cues, plain: str) -> None:
        """Look for noun groups in a text.

        Args:
            text: The text, quotations veiled.
            cues: The words of its language.
            plain: The text as it is.
        """
        self._text = text
        self._plain = plain
        self._cues = cues
        self._words = _words(cues)

    def between(self, start: int, end: int) -> list[NounGroup]:
        """Find the noun groups of a stretch, in order."""
        words = words_in(self._text, start, end)
        found: list[NounGroup] = []
        index, preposition = 0, ""
        while index < len(words):
            low = words[index].group().lower()
            if low in self._words.prepositions:
                preposition = "" if self._begins_clause(words, index) else low
                index += 1
                continue
            group, following = self._with_attributes(words, index, end, preposition)
            if group is None:
                preposition = preposition if low in _DEGREES else ""
                index += 1
                continue
            found.append(group)
            index, preposition = following, ""
        return found

    def _begins_clause(self, words: list[re.Match[str]], index: int) -> bool:
        """Whether a word is a conjunction: „als der Rat tagte“, not „als Begründung“."""
        low = words[index].group().lower()
        if index or low not in self._words.subordinating:
            return False
        return low != "als" or len(words) < 2 or not self._is_noun(words[1])

    def _with_attributes(
        self, words: list[re.Match[str]], index: int, end: int, preposition: str
    ) -> tuple[NounGroup | None, int]:
        """The group that begins with a word, and the index behind it."""
        group, at = self._core(words, index, end, preposition)
        if group is None or group.is_pronoun:
            return group, at
        last = group.end
        while at < len(words) and self._text[last : words[at].start()] == " ":
            low = words[at].group().lower()
            if low in _GENITIVES and not (
                group.governed and not group.determiner and low == "der"
            ):
                attribute, following = self._core(words, at, end)
            elif low in _HANGING and not (
                low == "aus"
                and group.determiner not in _SOMEBODY
                and self._is_determined(words, at + 1)
            ):
                attribute, following = self._core(words, at + 1, end, low)
            else:
                break
            if attribute is None or attribute.is_pronoun:
                break
            at, last = following, attribute.end
        return replace(group, end=last), at

    def _is_determined(self, words: list[re.Match[str]], index: int) -> bool:
        """Whether a determiner stands somewhere: „aus der Scheune“, not „aus Köln“."""
        return (
            index < len(words)
            and words[index].group().lower() in self._words.determiners
        )

    def _core(
        self, words: list[re.Match[str]], index: int, end: int, preposition: str = ""
    ) -> tuple[NounGroup | None, int]:
        """The group that begins with a word, without what hangs on its noun."""
        if index >= len(words):
            return None, index
        first = words[index]
        low = first.group().lower()
        determiner = low if low in self._words.determiners else ""
        if low in self._words.subjects:
            a, b = first.span()
            return NounGroup(a, a, b, b, (), is_pronoun=True), index + 1
        at = index + (1 if determiner else 0)
        marked = self._marked(first.end(), end) if determiner else None
        if marked and self._plain[marked[0] + 1 : marked[0] + 2].isupper():
            return (
                NounGroup(
                    first.start(),
                    marked[0],
                    marked[0],
                    marked[1],
                    (),
                    determiner,
                    preposition,
                    determiner in self._words.oblique,
                    marked=marked,
                ),
                at,
            )
        if low in _ONES and at < len(words) and words[at].group() in _OF_THEM:
            # „einer der Anwälte“ is one of them.
            group, following = self._core(words, at, end, preposition)
            if group is None or group.is_pronoun:
                return None, index + 1
            return replace(
                group, start=first.start(), determiner="", oblique=False
            ), following
        noun = self._noun_index(words, at, is_begun=bool(determiner or preposition))
        if noun is None or (noun > index and not self._in_a_row(words, index, noun)):
            return None, index + 1
        last = self._last_noun(words, noun)
        nouns = tuple(word.group().rstrip(".") for word in words[noun : last + 1])
        stop = words[last].end()
        if self._text[stop - 1] == "." and len(nouns[-1]) > 2:
            stop -= 1
        marked = self._marked(stop, end)
        adjective = words[at].group().lower() if at < noun else ""
        return (
            NounGroup(
                first.start(),
                words[noun].start(),
                stop,
                marked[1] if marked else stop,
                nouns,
                determiner,
                preposition,
                self._is_oblique(determiner, adjective, nouns),
                marked=marked,
            ),
            last + 1,
        )

    def _noun_index(
        self, words: list[re.Match[str]], index: int, *, is_begun: bool
    ) -> int | None:
        """Where the noun stands behind a determiner and adjectives."""
        for at in range(index, min(index + MOST_ADJECTIVES, len(words))):
            if self._is_noun(words[at]) and not self._measures(words, at):
                return at
            if self._measures(words, at):
                continue
            if not self._is_adjective(words[at].group()):
                break
            if not is_begun and at > index:
                break
        if not is_begun:
            return None
        for at in range(index + 1, min(index + LONGEST_ATTRIBUTE, len(words) - 1)):
            low = words[at].group()
            if low in self._words.verbs:
                return None
            if (
                _PARTICIPLE.fullmatch(low)
                and low.islower()
                and self._is_noun(words[at + 1])
            ):
                return at + 1
        return None

    def _last_noun(self, words: list[re.Match[str]], noun: int) -> int:
        """Where a row of capitalised words ends: „Bundeskanzlerin Ada von Orr“."""
        last = noun
        while last + 1 < len(words) and self._in_a_row(words, last, last + 1):
            following = words[last + 1].group()
            if self._is_noun(words[last + 1]) or (
                len(following) > 1 and following.isupper()
            ):
                last += 1
                continue
            given = words[last].group().lower()
            at = last + 1
            while at < len(words) and words[at].group() in self._words.particles:
                at += 1
            if (
                at == last + 1
                or at >= len(words)
                or not (given in MEN or given in WOMEN)
                or not self._is_noun(words[at])
                or not self._in_a_row(words, last, at)
            ):
                break
            last = at
        return last

    def _measures(self, words: list[re.Match[str]], at: int) -> bool:
        """Whether a noun only says how much of an adjective: „44 Jahre alt“."""
        return (
            words[at].group().lower() in _UNITS
            and at > 0
            and words[at - 1].group()[0].isdigit()
            and at + 1 < len(words)
            and self._is_adjective(words[at + 1].group())
        )

    def _is_noun(self, word: re.Match[str]) -> bool:
        spelled = word.group()
        if not spelled[0].isupper():
            # „documenta-Homepage“
            return "-" in spelled and spelled.rpartition("-")[2][:1].isupper()
        return spelled.lower() not in self._words.no_nouns

    def _is_adjective(self, word: str) -> bool:
        if word in _DEGREES:
            return True
        return (
            not word[0].isupper()
            and word not in self._words.no_adjectives
            and _ADJECTIVE.fullmatch(word) is not None
        )

    def _in_a_row(self, words: list[re.Match[str]], first: int, last: int) -> bool:
        """Whether only blanks stand between words."""
        return all(
            self._text[words[at].end() : words[at + 1].start()].isspace()
            for at in range(first, last)
        )

    def _marked(self, at: int, end: int) -> tuple[int, int] | None:
        """What stands between marks right behind an offset."""
        if at + 1 >= end or not self._text.startswith(f" {VEIL}", at):
            return None
        stop = at + 1
        while stop < end and self._text[stop] == VEIL:
            stop += 1
        return (at + 1, stop)

    def _is_oblique(
        self, determiner: str, adjective: str, nouns: tuple[str, ...]
    ) -> bool:
        """Whether a group's form shows that it is no subject."""
        if determiner in self._words.oblique or adjective.endswith("em"):
            return True
        if not determiner:
            return adjective.endswith("en")
        if determiner not in _TWO_CASES:
            return False
        head = nouns[0].lower()
        return (
            adjective.endswith("en")
            or head.endswith("en")
            or self._cues.feminine.search(head) is not None
        )
