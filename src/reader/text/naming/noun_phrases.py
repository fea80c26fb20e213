"""Noun phrases: “a spokesman for the company”, “the council's leader”."""

from __future__ import annotations

import re
from functools import cached_property

from reader.text.cues.table import words_of
from reader.text.naming.mentions import Kind, Mention
from reader.text.naming.names import Name, names_in, words_in
from reader.text.naming.proper_names import ProperNames
from reader.text.naming.wording import CONJUNCTIONS, INDEFINITE

MOST_ADJECTIVES = 2
"""Words between an office and the name of whoever holds it: « le capitaine rennais X »."""

LONGEST_DESCRIPTION = 12
"""Words of a noun phrase that are looked at."""

ADVERBIAL = words_of(
    "in on at with to from by im am en em num numa sur dans su op al nel nella alla ao à aux au con com avec met tra durante devant ante davanti entre tussen parmi"
)
"""Prepositions that say when or how rather than whose, after “said the mayor”."""

_OF = words_of(
    "of for de du des del d di della dello dell dei degli delle do da dos das van voor pour alla allo all"
)
"""Prepositions behind a role that say whose it is."""

_JOINED = (" and", " und", " et", " y", " e", " en")


class NounPhrases(ProperNames):
    """Finds where a text's noun phrases begin and end."""

    @cached_property
    def _ends_with_noun(self) -> bool:
        """Whether a phrase's noun follows its adjectives, and nothing follows it."""
        cues = self._cues
        return (
            cues.verb_second
            and cues.has_capitals
            and not (cues.adjectives_follow or cues.nouns_are_capitalised)
        )

    @cached_property
    def _known_people(self) -> frozenset[str]:
        return self._cues.people | self._cues.words["callings"]

    def at_end(self, start: int, end: int) -> Mention | None:
        """Find the noun phrase that a stretch without commas ends with."""
        words = words_in(self._text, start, end)[-LONGEST_DESCRIPTION:]
        if not words:
            return None
        last = words[-1].group().lower()
        if last in self._pronouns:
            if self._is_one_of(words):
                return self._mention(words[-3].start(), end, Kind.DESCRIPTION)
            return self._mention(words[-1].start(), words[-1].end(), Kind.PRONOUN)
        name = self._name_at_end(start, end)
        if name is not None and not self._is_dependent(words, name.start):
            return name
        found = self._description_at_end(words, start, end)
        return found and (self._joined_with(start, found) or found)

    def _is_one_of(self, words: list[re.Match[str]]) -> bool:
        """Whether a pronoun only says of whom somebody is one: «Uno de ellos»."""
        if not self._cues.verb_second or len(words) < 3:
            return False
        one, of = (word.group().lower() for word in words[-3:-1])
        return of in self._linking and (one in INDEFINITE or one in self._somebody)

    def _joined_with(self, start: int, found: Mention) -> Mention | None:
        """The name that “and his team” goes with."""
        before = self._text[start : found.start].rstrip()
        for conjunction in _JOINED:
            if before.endswith(conjunction):
                return self._name_at_end(start, start + len(before) - len(conjunction))
        return None

    def _description_at_end(
        self, words: list[re.Match[str]], start: int, end: int
    ) -> Mention | None:
        """A phrase such as “a spokesman for the company” at a stretch's end."""
        first = len(words) - 1
        found: int | None = None
        while first >= 0:
            word = words[first].group()
            low = word.lower()
            if low in self._determiners or self._is_possessive(word):
                found = first
                if self._is_possessive(word):
                    found = first = self._owner(words, first)
                before = words[found - 1].group() if found else ""
                links = before.lower() in self._linking
                genitive = (
                    low in self._linking
                    and (before[:1].isupper() or self._cues.adjectives_follow)
                    and before.lower() not in self._not_names
                )
                if not links and not genitive:
                    break
                first = found - (1 if links else 0)
            elif (
                low in self._opening and low not in self._linking
            ) or low in self._relatives:
                break
            elif low in self._linking and first:
                found = None
            first -= 1
        if (
            found is not None
            and found > 1
            and self._cues.adjectives_follow
            and words[found - 1].group().lower() in self._linking
            and words[found - 2].group().lower() in self._people
        ):
            # «Fuentes de la investigación»
            found -= 2
        if found is None:
            return self._bare(words, start)
        a = words[found].start()
        if self._cues.nouns_are_capitalised is False:
            for name in names_in(self._text, self._cues, a, end):
                if name.start == a:
                    text = self._of(name)
                    if self._is_modifier(words, name):
                        break
                    if not self._is_possessive(words[found].group()):
                        return Mention(a, name.end, Kind.NAME, text)
        return self._mention(a, words[-1].end(), Kind.DESCRIPTION)

    def _bare(self, words: list[re.Match[str]], start: int) -> Mention | None:
        """A phrase without a determiner: “police”, “officials at the ministry”."""
        first = 0
        for index, word in enumerate(words):
            low = word.group().lower()
            if low in self._opening and low not in self._linking:
                first = index + 1
        while (
            first < len(words)
            and words[first].group().lower()
            in (self._not_names | self._linking | self._fillers) - self._people
        ):
            first += 1
        rest = words[first:]
        if not rest:
            return None
        for name in names_in(self._text, self._cues, rest[0].start(), words[-1].end()):
            begins = name.start == rest[0].start() and not self._is_modifier(rest, name)
            if begins and not self._cues.nouns_are_capitalised:
                return self._named(name)
            break
        whole = rest[0].start() == start and len(rest) <= 6
        known = any(word.group().lower() in self._people for word in rest)
        if known and len(rest) <= 6:
            return self._mention(rest[0].start(), words[-1].end(), Kind.DESCRIPTION)
        linked = len(rest) > 2 and rest[1].group().lower() in self._linking
        if whole and linked and self._is_plural(rest[0].group()):
            return self._mention(rest[0].start(), words[-1].end(), Kind.DESCRIPTION)
        if whole and len(rest) <= 2 and rest[0].group()[0].isupper():
            return self._mention(rest[0].start(), words[-1].end(), Kind.DESCRIPTION)
        if words[-1].group().lower() in self._people:
            return self._mention(words[-1].start(), words[-1].end(), Kind.DESCRIPTION)
        return None

    def _owner(self, words: list[re.Match[str]], index: int) -> int:
        """The index where a possessive's own phrase begins."""
        for back in range(index - 1, max(-1, index - 4), -1):
            low = words[back].group().lower()
            if low in self._determiners:
                return back
            if low in self._linking or low in self._opening or low in self._fillers:
                break
        while index and (
            words[index - 1].group()[0].isupper()
            or words[index - 1].group().lower() in self._determiners
        ):
            index -= 1
            if words[index].group().lower() in self._determiners:
                break
        return index

    def _determined(
        self, words: list[re.Match[str]], names: list[Name], start: int
    ) -> Mention | None:
        """A phrase at a sentence's start that begins with a determiner."""
        alone = len(words) == 2 or self._cues.adjectives_follow
        if alone and words[1:] and words[1].group().lower() in self._somebody:
            return self._mention(start, words[1].end(), Kind.DESCRIPTION)
        for index, word in enumerate(words[1:7], 1):
            low = word.group().lower()
            if words[index - 1].group().lower() in self._people:
                for name in names:
                    if name.start == word.start():
                        return self._named(name)
            if low in self._people:
                following = words[index + 1] if index + 1 < len(words) else None
                if following is not None and following.group().lower() in self._people:
                    continue
                for name in names:
                    if following is not None and name.start == following.start():
                        return self._named(name)
                end = self._owner_end(words, index)
                if self._cues.adjectives_follow and (
                    held := self._office_holder(words, names, index, end)
                ):
                    return held
                return self._mention(start, end, Kind.DESCRIPTION)
            if low in self._opening or low in self._fillers:
                break
        if (
            names
            and names[0].start - start < 30
            and self._plain_between(words, start, names[0].start)
        ):
            if self._cues.nouns_are_capitalised:
                return self._mention(start, names[0].end, Kind.DESCRIPTION)
            return self._named(names[0])
        return None

    def _office_holder(
        self, words: list[re.Match[str]], names: list[Name], index: int, end: int
    ) -> Mention | None:
        """Who holds an office: « le capitaine rennais X », «il ministro dell'Economia X»."""
        for name in names:
            owner = self._text[words[index].end() : name.start].split()
            if name.end == end and len(owner) > 1 and " " in self._of(name):
                return self._named(name)
            between = [
                word.group()
                for word in words[index + 1 :]
                if end <= word.start() < name.start
            ]
            most = MOST_ADJECTIVES if end == words[index].end() else 0
            if name.start >= end and len(between) <= most:
                plain = all(
                    one.islower()
                    and one not in self._linking | self._opening
                    and one not in self._fillers
                    for one in between
                )
                beside = self._text[end : name.start].replace(" ", "").isalpha()
                if plain and (beside or name.start == end + 1):
                    return self._named(name)
                break
        return None

    def _owner_end(self, words: list[re.Match[str]], index: int) -> int:
        """Where a role ends with whose it is: “a spokesman for the council”."""
        at = index + 1
        if at >= len(words) or words[at].group().lower() not in _OF:
            return words[index].end()
        at += 1
        while at < len(words) and words[at].group().lower() in self._determiners:
            at += 1
        if at >= len(words) or self._text[words[index].end()] != " ":
            return words[index].end()
        last = at
        while (
            words[last].group()[0].isupper()
            and last + 1 < len(words)
            and words[last + 1].group()[0].isupper()
        ):
            last += 1
        return words[last].end()

    def _description_end(self, words: list[re.Match[str]]) -> int:
        """Where a description that begins with the first word stops."""
        last = words[0].end()
        for index, word in enumerate(words[1:LONGEST_DESCRIPTION], 1):
            low = word.group().lower()
            if low in self._linking or low in self._determiners:
                after = words[index + 1] if index + 1 < len(words) else None
                if after is None or low in ADVERBIAL:
                    break
                if low in self._determiners and low not in self._linking:
                    last = word.end()
                continue
            if low in self._opening or low in self._relatives or self._is_filler(low):
                break
            last = word.end()
            if self._ends_with_noun and low in self._known_people:
                following = words[index + 1 : index + 2]
                if not following or following[0].group() not in ("van", "der", "des"):
                    break
        return last

    def _is_dependent(self, words: list[re.Match[str]], start: int) -> bool:
        """Whether a name only belongs to the noun before it: “a spokesman for Acme”."""
        index = next(
            (i for i, word in enumerate(words) if word.start() >= start), len(words)
        )
        if not index:
            return False
        before = words[index - 1].group().lower()
        if before in self._opening and before not in self._determiners:
            return before not in CONJUNCTIONS
        if before in self._determiners and index > 1:
            if before in self._linking and words[index - 2].group()[0].isupper():
                return True
            before = words[index - 2].group().lower()
        return before in self._linking or self._is_apposed(words, index)

    def _is_apposed(self, words: list[re.Match[str]], index: int) -> bool:
        """Whether a name explains a noun that is no subject: “in the journal X”."""
        at = index - 1
        while at > max(0, index - 4) and words[at].group()[0].islower():
            low = words[at].group().lower()
            if low in self._determiners:
                before = words[at - 1].group().lower()
                return at > 1 and before in self._opening | self._linking
            if low in self._opening or low in self._linking:
                return False
            at -= 1
        return False

    def _plain_between(self, words: list[re.Match[str]], start: int, end: int) -> bool:
        """Whether only words of a role stand between two offsets."""
        return all(
            (low := word.group().lower()) not in self._linking
            and (low not in self._opening)
            and (low not in self._fillers)
            for word in words
            if start < word.start() < end
        )
