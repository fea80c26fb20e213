"""Which capitalised words name somebody."""

from __future__ import annotations

import re
from functools import cached_property

from reader.text.naming.given_names import MEN, WOMEN
from reader.text.naming.mentions import Kind, Mention
from reader.text.naming.names import Name, names_in, words_in
from reader.text.naming.wording import Wording

_AND = re.compile(r" (?:and|und|et|y|e|en) ")
_CAPITAL_INSIDE = re.compile(r"(?<=[^\W\d_A-Z] )[A-ZÀ-Þ]\w+|(?<=, )[A-ZÀ-Þ]\w+")


class ProperNames(Wording):
    """A text's names, told from nouns and from words that begin a sentence."""

    def _name_at_end(self, start: int, end: int) -> Mention | None:
        """The name that a stretch ends with."""
        names = list(names_in(self._text, self._cues, start, end))
        if not names or names[-1].end != end:
            return None
        last = names[-1]
        named = self._named(last)
        return named if self._is_name(named.text) or named.start < last.start else None

    def _named(self, name: Name) -> Mention:
        """A mention by a name; in German, one with its determiner is a description."""
        start = name.start
        if self._cues.nouns_are_capitalised and " " not in self._of(name):
            words = words_in(self._text, max(0, start - 40), start)
            if words and words[-1].group().lower() in self._determiners:
                return self._mention(words[-1].start(), name.end, Kind.DESCRIPTION)
        return Mention(start, name.end, Kind.NAME, self._of(name))

    def _both(self, start: int, second: Mention) -> Mention:
        """The two names that a stretch consists of, or else the second alone."""
        if second.kind is not Kind.NAME or second.start <= start:
            return second
        joined = _AND.search(self._text, start, second.start)
        if joined is None or joined.end() != second.start:
            return second
        first = next(names_in(self._text, self._cues, start, joined.start()), None)
        if first is None or (first.start, first.end) != (start, joined.start()):
            return second
        return self._mention(start, second.end, Kind.NAMES)

    def _is_name(self, word: str) -> bool:
        """Whether a capitalised word is a name and not just a noun."""
        if " " in word or not self._cues.nouns_are_capitalised:
            return True
        low = word.lower()
        return word in self._surnames or word.isupper() or low in MEN or low in WOMEN

    def _is_likely_name(self, name: Name) -> bool:
        """Whether a lone word at a sentence's start is more than a capital."""
        word = self._of(name)
        low = word.lower()
        return (
            " " in word
            or word in self._inside_sentences
            or word.isupper()
            or low in MEN
            or low in WOMEN
        )

    def _is_common(self, rest: list[re.Match[str]], name: Name) -> bool:
        """Whether a sentence only begins with a capital: “Local residents”."""
        if " " in self._of(name) or self._cues.nouns_are_capitalised:
            return False
        following = next((word for word in rest if word.start() > name.end), None)
        return (
            following is not None
            and following.start() == name.end + 1
            and following.group() in self._people
        )

    def _is_modifier(self, words: list[re.Match[str]], name: Name) -> bool:
        """Whether a name only says what kind of somebody follows: “a WeWork spokesman”."""
        for word in words:
            if word.start() == name.end + 1:
                low = word.group().lower()
                outside = (
                    self._opening | self._linking | self._fillers | self._relatives
                )
                return (
                    word.group()[0].islower()
                    and low not in outside
                    and not self._is_filler(low)
                )
        return False

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The last words of all names of several words in the text."""
        every = (
            names_in(self._text, self._cues, 0, len(self._text))
            if self._names is None
            else self._names
        )
        return frozenset(
            self._of(name).rpartition(" ")[2] for name in every if " " in self._of(name)
        )

    @cached_property
    def _inside_sentences(self) -> frozenset[str]:
        """Words with a capital where no sentence begins."""
        return frozenset(_CAPITAL_INSIDE.findall(self._text))

    def _of(self, name: Name) -> str:
        return self._text[name.start : name.end]
