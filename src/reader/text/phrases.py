"""Who a clause is about: the noun phrase beside a verb."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from reader.text.cues.table import Cues
from reader.text.given_names import MEN, WOMEN
from reader.text.names import Name, names_in, words_in

VEIL = "\x00"
"""What a quotation's characters are replaced by, so that nobody is sought in it."""

LONGEST_DESCRIPTION = 12
"""Words of a noun phrase that are looked at."""


class Kind(Enum):
    """How somebody is spoken of."""

    NAME = auto()
    PRONOUN = auto()
    DESCRIPTION = auto()


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody spoken of, as the text does it."""

    start: int
    end: int
    kind: Kind
    text: str


_CHUNK_BREAK = re.compile(r"[,;:()\[\]\x00…]|\s[—–-]+\s|[—–]|\s-|-\s")
_WEAK_BREAK = re.compile(r"\s+(?:and|und|et|y|e|en)\s*$")
_CAPITAL_INSIDE = re.compile(r"(?<=[^\W\d_A-Z] )[A-ZÀ-Þ]\w+|(?<=, )[A-ZÀ-Þ]\w+")
_COMMA = re.compile(r"[,;:()\[\]…]|\s[—–-]+\s|[—–]|\s-|-\s")
"""Where a clause is cut if a quotation in it is a part of it."""

_CONJUNCTIONS = frozenset(
    "and but then so yet und aber doch et mais y pero e mas ma en maar".split()
)
_ADVERBIAL = frozenset("in on at with to from by im am".split())
"""Prepositions that say when or how rather than whose, after “said the mayor”."""

_POSSESSIVE = re.compile(r"['’]s$|s['’]$")


def chunks_of(
    text: str, start: int, end: int, at_breaks: re.Pattern[str] = _CHUNK_BREAK
) -> list[tuple[int, int]]:
    """Cut a clause at its commas, brackets, dashes and quotations."""
    chunks, at = [], start
    for found in at_breaks.finditer(text, start, end):
        chunks.append((at, found.start()))
        at = found.end()
    chunks.append((at, end))
    return chunks


class Phrases:
    """Finds noun phrases in one text, in one language."""

    def __init__(self, text: str, cues: Cues) -> None:
        """Look for phrases in a text.

        Args:
            text: The text, quotations veiled.
            cues: The words of its language.
        """
        self._text = text
        self._cues = cues
        words = cues.words
        self._pronouns = (
            words["he"] | words["she"] | words["they"] | words["first_person"]
        )
        self._determiners = words["determiners"]
        self._oblique = words["oblique"]
        self._subjects = words["inverted_pronouns"]
        self._no_subject = words["times"] | words["determiners"] | words["relatives"]
        self._linking = words["linking"]
        self._opening = words["opening"]
        self._fillers = words["fillers"]
        self._relatives = words["relatives"]
        self._groups = words["groups"]
        self._people = words["roles"] | words["groups"] | words["men"] | words["women"]
        self._not_names = words["not_names"]

    def before(self, start: int, end: int) -> Mention | None:
        """Find the subject of a verb that stands after it.

        Args:
            start: Where the clause starts.
            end: Where the verb starts.

        Returns:
            The subject if it stands right before the verb, with nothing but
            appositions, relative clauses and adverbs between.
        """
        veil = self._text.rfind(VEIL, start, end) + 1
        if veil and not self._text[veil:end].strip(" ,.;:\u00a0"):
            return None
        chunks = chunks_of(self._text, start, end, _COMMA)
        if (named := self._introduced_by_name(chunks)) is not None:
            return named
        a, b = self._without_fillers(*chunks[-1])
        if a < b:
            if self._last_word(a, b) in _CONJUNCTIONS:
                return None
            return self._nominative(self.at_end(a, b))
        skipped: Mention | None = None
        for index in range(len(chunks) - 2, max(-1, len(chunks) - 7), -1):
            a, b = chunks[index]
            in_brackets = self._text[max(0, a - 1) : a] in ("(", "[")
            a, b = self._trimmed(a, b)
            if a >= b or in_brackets:
                continue
            first = self._first_word(a, b)
            if first in self._pronouns and self._is_one_word(a, b):
                return self._mention(a, b, Kind.PRONOUN)
            if first[:1].isdigit() or first in self._relatives:
                continue
            name = self._name_at_end(a, b)
            if name is not None and self._is_whole_subject(a, name):
                apart = self._spokesman_of(*chunks[index - 1], name) if index else None
                return apart or name
            if first in self._opening | self._linking or first.endswith("ing"):
                continue
            found = self.at_end(a, b)
            if found is None:
                continue
            if found.kind is Kind.NAME and " " in found.text:
                return found
            if skipped is None:
                skipped = found
        return self._nominative(skipped)

    def _introduced_by_name(self, chunks: list[tuple[int, int]]) -> Mention | None:
        """The name a clause begins with, if all between it and the verb explains it.

        “Dylan Nelson, a fellow at the Institute for Physics in Munich, Germany,”
        """
        if len(chunks) < 3 or self._trimmed(*chunks[-1])[0] < chunks[-1][1]:
            return None
        a, b = self._trimmed(*chunks[0])
        name = self._name_at_end(a, b)
        if name is None or " " not in name.text:
            return None
        roles = words_in(self._text, a, name.start)
        if len(roles) > 5 or not all(self._is_role_word(word) for word in roles):
            return None
        first = self._first_word(*self._trimmed(*chunks[1]))
        if not roles:
            return name
        explains = (
            first in self._determiners
            or first in self._relatives
            or first in self._people
            or first[:1].isdigit()
        )
        return name if explains else None

    def _is_role_word(self, word: re.Match[str]) -> bool:
        """Whether a word may be part of a role before a name: “lead author”."""
        low = word.group().lower()
        return low not in self._opening and low not in self._linking

    def may_speak(self, mention: Mention) -> bool:
        """Whether a phrase may be about somebody: a name, a pronoun, a role."""
        if mention.kind is not Kind.DESCRIPTION:
            return True
        words = words_in(mention.text, 0, len(mention.text))
        return any(word.group().lower() in self._people for word in words)

    def _nominative(self, mention: Mention | None) -> Mention | None:
        """The phrase, unless its determiner shows that it is no subject."""
        if mention is None or mention.kind is not Kind.DESCRIPTION:
            return mention
        words = mention.text.lower().split()
        if words[0] in self._oblique or words[-1] in self._no_subject:
            return None
        return mention

    def _spokesman_of(self, start: int, end: int, name: Mention) -> Mention | None:
        """Whoever speaks for a body that is named behind them.

        In “a spokeswoman for the operator, SouthLine,” nobody is called SouthLine.
        """
        a, b = self._trimmed(start, end)
        words = words_in(self._text, a, b)
        if " " in name.text or not words or words[-1].group().lower() not in self._groups:
            return None
        if not any(word.group().lower() in self._linking for word in words):
            return None
        found = self.at_end(a, b)
        return found if found and found.kind is Kind.DESCRIPTION else None

    def after(self, start: int, end: int) -> Mention | None:
        """Find the subject of a verb that stands before it.

        Args:
            start: Where the verb ends.
            end: Where the clause ends.
        """
        start = self._past_fillers(start, end)
        chunks = chunks_of(self._text, start, end)
        a, b = self._trimmed(*chunks[0])
        if a >= b:
            return None
        words = words_in(self._text, a, b)
        if not words or words[0].start() != a:
            return None
        first = words[0].group().lower()
        if first in self._pronouns:
            return self._mention(a, words[0].end(), Kind.PRONOUN)
        names = list(names_in(self._text, self._cues, a, b))
        if names and names[0].start == a and self._is_name(self._of(names[0])):
            if not self._is_modifier(words, names[0]):
                return self._named(names[0])
        if first in self._oblique:
            return None
        determined = first in self._determiners or self._is_possessive(first)
        if not determined and (first in self._opening or first in self._fillers):
            return None
        stop = self._description_end(words, b)
        for name in names:
            if name.start >= stop and name.start > a:
                break
            if self._is_modifier(words, name):
                continue
            if self._cues.nouns_are_capitalised and " " not in self._of(name):
                continue
            if self._plain_between(words, a, name.start):
                return self._named(name)
            break
        if len(chunks) > 1 and (beside := self._apposed_name(chunks[1], stop, b)):
            return beside
        if determined or first in self._people or self._is_plural(first):
            return self._mention(a, stop, Kind.DESCRIPTION)
        return None

    def pronoun_after(self, start: int, end: int) -> Mention | None:
        """The pronoun right behind a verb that ends its clause: “Said she: ‘…’”."""
        words = words_in(self._text, start, min(end, start + 12))
        if not words or words[0].group() not in self._subjects:
            return None
        rest = self._text[words[0].end() : end].strip()
        if rest[:1] not in (",", ":"):
            return None
        return self._mention(words[0].start(), words[0].end(), Kind.PRONOUN)

    def main(self, start: int, end: int) -> Mention | None:
        """Find the subject that a sentence most likely has, its verb unknown."""
        chunks = chunks_of(self._text, start, end)[:5]
        for index, (a, b) in enumerate(chunks[:4]):
            a, b = self._trimmed(a, b)
            words = words_in(self._text, a, b)
            if not words:
                continue
            first = words[0].group().lower()
            if first in _CONJUNCTIONS and len(words) > 1:
                words = words[1:]
                a, first = words[0].start(), words[0].group().lower()
            if first in self._pronouns:
                return self._mention(a, words[0].end(), Kind.PRONOUN)
            names = list(names_in(self._text, self._cues, a, b))
            apposed = self._name_between_commas(chunks, index)
            if names and names[0].start == a:
                owns = self._is_possessive(self._text[a : names[0].end + 2])
                if owns or self._is_common(words[1:], names[0]):
                    return apposed or self._determined(words, names, a)
                if not self._cues.nouns_are_capitalised or " " in self._of(names[0]):
                    if self._is_likely_name(names[0]):
                        return self._named(names[0])
                    continue
                if not self._is_name(self._of(names[0])):
                    continue
                return self._mention(a, names[0].end, Kind.NAME)
            if first in self._determiners or self._is_possessive(words[0].group()):
                found = self._determined(words, names, a)
                if apposed is not None and (
                    found is None or found.kind is Kind.DESCRIPTION
                ):
                    return apposed
                if found is not None:
                    return found
                continue
            if first in self._people:
                return self._determined(words, names, a) or self._mention(
                    a, words[0].end(), Kind.DESCRIPTION
                )
            if first in self._opening or first.endswith("ing") or not names:
                continue
            if names[0].start - a < 40 and self._plain_between(
                words, a, names[0].start
            ):
                return self._named(names[0])
        return None

    def _name_between_commas(
        self, chunks: list[tuple[int, int]], index: int
    ) -> Mention | None:
        """The name that makes up the whole of the next chunk, with another after it."""
        if index + 2 >= len(chunks):
            return None
        a, b = self._trimmed(*chunks[index + 1])
        name = self._name_at_end(a, b)
        return name if name is not None and name.start == a else None

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

    def at_end(self, start: int, end: int) -> Mention | None:
        """Find the noun phrase that a stretch without commas ends with."""
        words = words_in(self._text, start, end)[-LONGEST_DESCRIPTION:]
        if not words:
            return None
        last = words[-1].group().lower()
        if last in self._pronouns:
            return self._mention(words[-1].start(), words[-1].end(), Kind.PRONOUN)
        name = self._name_at_end(start, end)
        if name is not None and not self._is_dependent(words, name.start):
            return name
        found = self._description_at_end(words, start, end)
        return found and (self._joined_with(start, found) or found)

    def _joined_with(self, start: int, found: Mention) -> Mention | None:
        """The name that “and his team” goes with."""
        before = self._text[start : found.start].rstrip()
        for conjunction in (" and", " und", " et", " y", " e", " en"):
            if before.endswith(conjunction):
                return self._name_at_end(start, start + len(before) - len(conjunction))
        return None

    def _determined(
        self, words: list[re.Match[str]], names: list[Name], start: int
    ) -> Mention | None:
        """A phrase at a sentence's start that begins with a determiner."""
        for index, word in enumerate(words[1:7], 1):
            low = word.group().lower()
            if low in self._people:
                following = words[index + 1] if index + 1 < len(words) else None
                if following is not None and following.group().lower() in self._people:
                    continue
                for name in names:
                    if following is not None and name.start == following.start():
                        return self._named(name)
                return self._mention(start, word.end(), Kind.DESCRIPTION)
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
                    and before[:1].isupper()
                    and before.lower() not in self._not_names
                )
                if not links and not genitive:
                    break
                first = found - (1 if links else 0)
            elif low in self._opening and low not in self._linking:
                break
            elif low in self._relatives:
                break
            elif low in self._linking and first:
                found = None
            first -= 1
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
            if name.start == rest[0].start() and not self._cues.nouns_are_capitalised:
                if not self._is_modifier(rest, name):
                    return self._named(name)
            break
        whole = rest[0].start() == start and len(rest) <= 6
        known = any(word.group().lower() in self._people for word in rest)
        if known and len(rest) <= 6:
            return self._mention(rest[0].start(), words[-1].end(), Kind.DESCRIPTION)
        if whole and len(rest) <= 2 and rest[0].group()[0].isupper():
            return self._mention(rest[0].start(), words[-1].end(), Kind.DESCRIPTION)
        if words[-1].group().lower() in self._people:
            return self._mention(words[-1].start(), words[-1].end(), Kind.DESCRIPTION)
        return None

    def _is_modifier(self, words: list[re.Match[str]], name: Name) -> bool:
        """Whether a name only says what kind of somebody follows: “a WeWork spokesman”."""
        for word in words:
            if word.start() == name.end + 1:
                low = word.group().lower()
                outside = (
                    self._opening | self._linking | self._fillers | self._relatives
                )
                return word.group()[0].islower() and low not in outside
        return False

    def _owner(self, words: list[re.Match[str]], index: int) -> int:
        """The index where a possessive's own phrase begins."""
        while index and (
            words[index - 1].group()[0].isupper()
            or words[index - 1].group().lower() in self._determiners
        ):
            index -= 1
            if words[index].group().lower() in self._determiners:
                break
        return index

    def _name_at_end(self, start: int, end: int) -> Mention | None:
        last: Name | None = None
        for last in names_in(self._text, self._cues, start, end):
            pass
        if last is None or last.end != end:
            return None
        named = self._named(last)
        return named if self._is_name(named.text) or named.start < last.start else None

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """The last words of all names of several words in the text."""
        every = names_in(self._text, self._cues, 0, len(self._text))
        return frozenset(
            self._of(name).rpartition(" ")[2] for name in every if " " in self._of(name)
        )

    @cached_property
    def _inside_sentences(self) -> frozenset[str]:
        """Words with a capital where no sentence begins."""
        return frozenset(_CAPITAL_INSIDE.findall(self._text))

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

    def _is_name(self, word: str) -> bool:
        """Whether a capitalised word is a name and not just a noun."""
        if " " in word or not self._cues.nouns_are_capitalised:
            return True
        low = word.lower()
        return (
            word in self._surnames or word.isupper() or low in MEN or low in WOMEN
        )

    def _named(self, name: Name) -> Mention:
        """A mention by a name; in German, one with its determiner is a description."""
        start = name.start
        if self._cues.nouns_are_capitalised and " " not in self._of(name):
            words = words_in(self._text, max(0, start - 40), start)
            if words and words[-1].group().lower() in self._determiners:
                return self._mention(words[-1].start(), name.end, Kind.DESCRIPTION)
        return Mention(start, name.end, Kind.NAME, self._of(name))

    def _apposed_name(
        self, chunk: tuple[int, int], stop: int, end: int
    ) -> Mention | None:
        """The name that follows a description after its comma."""
        if self._trimmed(stop, end) != (end, end):
            return None
        a, b = self._trimmed(*chunk)
        for name in names_in(self._text, self._cues, a, b):
            if name.start == a and " " in self._of(name):
                return self._named(name)
            break
        return None

    def _is_dependent(self, words: list[re.Match[str]], start: int) -> bool:
        """Whether a name only belongs to the noun before it: “a spokesman for Acme”."""
        index = next(
            (i for i, word in enumerate(words) if word.start() >= start), len(words)
        )
        if not index:
            return False
        before = words[index - 1].group().lower()
        if before in self._opening and before not in self._determiners:
            return before not in _CONJUNCTIONS
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

    def _is_whole_subject(self, start: int, name: Mention) -> bool:
        """Whether nothing but a role or an introduction stands before a name."""
        words = words_in(self._text, start, name.start)
        return not words or not self._is_dependent(
            words_in(self._text, start, name.end), name.start
        )

    def _description_end(self, words: list[re.Match[str]], end: int) -> int:
        """Where a description that begins with the first word stops."""
        last = words[0].end()
        for index, word in enumerate(words[1:LONGEST_DESCRIPTION], 1):
            low = word.group().lower()
            if low in self._linking or low in self._determiners:
                after = words[index + 1] if index + 1 < len(words) else None
                if after is None or low in _ADVERBIAL:
                    break
                if low in self._determiners and low not in self._linking:
                    last = word.end()
                continue
            if low in self._opening or low in self._relatives or low in self._fillers:
                break
            last = word.end()
        return last

    def _plain_between(self, words: list[re.Match[str]], start: int, end: int) -> bool:
        """Whether only words of a role stand between two offsets."""
        return all(
            (low := word.group().lower()) not in self._linking
            and (low not in self._opening)
            and (low not in self._fillers)
            for word in words
            if start < word.start() < end
        )

    def _without_fillers(self, start: int, end: int) -> tuple[int, int]:
        """Leave adverbs and auxiliaries off a stretch's end."""
        start, end = self._trimmed(start, end)
        words = words_in(self._text, start, end)
        while words and self._is_filler(words[-1].group().lower()):
            words.pop()
            end = words[-1].end() if words else start
        if words and not words[-1].group().endswith(".") and end < len(self._text):
            end = words[-1].end()
        return self._trimmed(start, end)

    def _past_fillers(self, start: int, end: int) -> int:
        while start < end and not (self._text[start].isalnum()):
            if self._text[start] in ",;:.\x00":
                return start
            start += 1
        for word in words_in(self._text, start, min(end, start + 60)):
            if word.start() != start:
                break
            low = word.group().lower()
            if low in self._pronouns or not self._is_filler(low):
                break
            if low in self._opening:
                break
            start = word.end()
            while start < end and self._text[start] == " ":
                start += 1
        return start

    def _is_filler(self, word: str) -> bool:
        return word in self._fillers or (
            word.endswith("ly")
            and self._cues.language == "en"
            and word not in self._people
        )

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        while start < end and not (self._text[start].isalnum()):
            start += 1
        while end > start and not (
            self._text[end - 1].isalnum() or self._text[end - 1] in ".’'"
        ):
            end -= 1
        if end > start and self._text[end - 1] == "." and not self._is_initial(end):
            end -= 1
        return start, end

    def _is_initial(self, end: int) -> bool:
        return (
            end >= 2
            and self._text[end - 2].isupper()
            or self._text[max(0, end - 3) : end] in ("Jr.", "Sr.")
        )

    def _last_word(self, start: int, end: int) -> str:
        return self._text[max(self._text.rfind(" ", start, end) + 1, start) : end].lower()

    def _first_word(self, start: int, end: int) -> str:
        words = words_in(self._text, start, min(end, start + 40))
        return words[0].group().lower() if words else ""

    def _is_one_word(self, start: int, end: int) -> bool:
        return " " not in self._text[start:end]

    @staticmethod
    def _is_possessive(word: str) -> bool:
        return _POSSESSIVE.search(word) is not None

    @staticmethod
    def _is_plural(word: str) -> bool:
        return word.endswith("s") and len(word) > 4

    def _of(self, name: Name) -> str:
        return self._text[name.start : name.end]

    def _mention(self, start: int, end: int, kind: Kind) -> Mention:
        return Mention(start, end, kind, self._text[start:end])
