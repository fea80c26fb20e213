"""Who a clause is about: the noun phrase beside a verb."""

from __future__ import annotations

import re

from reader.text.cues.table import words_of
from reader.text.naming.given_names import MEN, WOMEN
from reader.text.naming.mentions import AT_COMMAS, VEIL, Kind, Mention, chunks_of
from reader.text.naming.names import Name, names_in, words_in
from reader.text.naming.noun_phrases import (
    ADVERBIAL,
    LONGEST_DESCRIPTION,
    NounPhrases,
)
from reader.text.naming.wording import CONJUNCTIONS, INDEFINITE

_TO = words_of("a à ad al")
_TO_THEM = words_of("le les se gli lhe lhes")
"""Pronouns that take up whom a verb is about: «A Ana Ruiz le tiembla la voz»."""

MOST_WORDS_OF_OFFICE = 3
"""Words between a body's name and the noun for its officer."""

MOST_WORDS_OF_PLACE = 5
"""Words that say where something is said, before who says it."""

LONGEST_UNMARKED_NAME = 4
"""Words behind a verb that may be a name in a script without capitals."""


class Phrases(NounPhrases):
    """Finds the subjects of verbs in one text, in one language."""

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
        chunks = chunks_of(self._text, start, end, AT_COMMAS)
        if (named := self._introduced_by_name(chunks)) is not None:
            return named
        a, b = self._without_fillers(*chunks[-1])
        if a < b:
            if self._last_word(a, b) in CONJUNCTIONS:
                return None
            if self._cues.verb_second and self._last_word(a, b) in self._relatives:
                return self._meant_by_relative(chunks, a, b)
            found = self.at_end(a, b)
            if self._cues.verb_second and (found is None or not self.may_speak(found)):
                first = self._first_word(a, b)
                if len(chunks) > 1 and first in self._relatives:
                    # «il sindacato, che da mesi denuncia»
                    meant = self._meant_by_relative(chunks, a, a + len(first))
                    found = meant or found
            if found is not None and self._cues.adjectives_follow:
                found = self._first_of(a, found) or found
            return self._nominative(found and self._both(a, found))
        skipped: Mention | None = None
        for index in range(len(chunks) - 2, max(-1, len(chunks) - 7), -1):
            a, b = chunks[index]
            in_brackets = self._text[max(0, a - 1) : a] in ("(", "[")
            a, b = self._trimmed(a, b)
            if a >= b or in_brackets:
                continue
            first = self._first_word(a, b)
            if first in CONJUNCTIONS and self._cues.verb_second:
                a, b = self._trimmed(a + len(first), b)
                first = self._first_word(a, b)
            if first in self._pronouns and self._is_one_word(a, b):
                if index and self._cues.verb_second:
                    # « Son voisin, lui, »
                    continue
                return self._mention(a, b, Kind.PRONOUN)
            b = self._before_relative(a, b)
            if first[:1].isdigit() or first in self._relatives:
                continue
            name = self._name_at_end(a, b)
            if index and self._is_office_of(first, *chunks[index - 1]):
                continue
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
            if skipped is None or self._explains(skipped, found):
                skipped = found
        return self._nominative(skipped)

    def _meant_by_relative(
        self, chunks: list[tuple[int, int]], start: int, end: int
    ) -> Mention | None:
        """Whom the relative pronoun means that a stretch ends with: « le maire, qui ».

        Args:
            chunks: The clause in pieces, the last one ends with the pronoun.
            start: Where the last piece starts.
            end: Where it ends.
        """
        words = words_in(self._text, start, end)
        if len(words) > 1:
            found = self.at_end(*self._trimmed(start, words[-1].start()))
        elif len(chunks) > 1:
            found = self.before(chunks[0][0], chunks[-1][0])
        else:
            return None
        return found if found is not None and self.may_speak(found) else None

    def _first_of(self, start: int, found: Mention) -> Mention | None:
        """Who a stretch begins with, if what was found stands behind a preposition.

        «Una donna con due bambini»
        """
        before = words_in(self._text, start, found.start)
        if len(before) < 3 or before[-1].group().lower() not in ADVERBIAL | {
            "por",
            "par",
        }:
            return None
        first = self.main(start, found.start)
        if first is None or first.start > before[1].start():
            return None
        return first if self.may_speak(first) else None

    def _before_relative(self, start: int, end: int) -> int:
        """Where a phrase ends that a relative clause follows: “een agent die net komt”."""
        if not self._cues.verb_second:
            return end
        words = words_in(self._text, start, end)
        for index, word in enumerate(words[2:], 2):
            low = word.group().lower()
            if low in self._relatives and words[index - 1].group().lower() not in (
                self._linking | self._opening
            ):
                return words[index - 1].end()
        return end

    @staticmethod
    def _explains(behind: Mention, before: Mention) -> bool:
        """Whether a phrase only says more of the one before it: “the captain, a Dane,”."""
        return (
            before.kind is behind.kind is Kind.DESCRIPTION
            and behind.text.partition(" ")[0].lower() in INDEFINITE
        )

    def _is_office_of(self, first: str, start: int, end: int) -> bool:
        """Whether a piece says what the one named before it is: “Jo Orr, currently Controller”."""
        if not self._is_filler(first):
            return False
        a, b = self._trimmed(start, end)
        named = self._name_at_end(a, b)
        return named is not None and self.is_given(named.text.partition(" ")[0])

    def _spokesman_of(self, start: int, end: int, name: Mention) -> Mention | None:
        """Whoever speaks for a body that is named behind them.

        In “a spokeswoman for the operator, SouthLine,” nobody is called SouthLine.
        """
        a, b = self._trimmed(start, end)
        words = words_in(self._text, a, b)
        if (
            " " in name.text
            or not words
            or words[-1].group().lower() not in self._groups
        ):
            return None
        if not any(word.group().lower() in self._linking for word in words):
            return None
        found = self.at_end(a, b)
        return found if found and found.kind is Kind.DESCRIPTION else None

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
            return None if self._is_title_of(name, chunks[1]) else name
        explains = (
            first in self._determiners
            or first in self._relatives
            or first in self._people
            or first[:1].isdigit()
        )
        return name if explains else None

    def _is_title_of(self, name: Mention, chunk: tuple[int, int]) -> bool:
        """Whether what looks like a name is another's office: “Chief Executive, Jo Orr,”."""
        a, b = self._trimmed(*chunk)
        beside = self._name_at_end(a, b)
        if beside is None or beside.start != a or " " not in beside.text:
            return False
        last = name.text.rpartition(" ")[2].lower()
        given = beside.text.partition(" ")[0].lower()
        return (
            last in self._people
            or last in self._cues.all_titles
            or given in MEN
            or given in WOMEN
        )

    def _is_role_word(self, word: re.Match[str]) -> bool:
        """Whether a word may be part of a role before a name: “lead author”."""
        low = word.group().lower()
        return low not in self._opening and low not in self._linking

    def _is_whole_subject(self, start: int, name: Mention) -> bool:
        """Whether nothing but a role or an introduction stands before a name."""
        words = words_in(self._text, start, name.start)
        return not words or not self._is_dependent(
            words_in(self._text, start, name.end), name.start
        )

    def _nominative(self, mention: Mention | None) -> Mention | None:
        """The phrase, unless its determiner shows that it is no subject."""
        if mention is None or mention.kind is not Kind.DESCRIPTION:
            return mention
        words = mention.text.lower().split()
        if words[0] in self._oblique:
            return None
        if words[-1] in self._no_subject:
            stands_alone = len(words) == 1 and words[0] in self._somebody
            return mention if stands_alone else None
        return mention

    def is_known(self, word: str) -> bool:
        """Whether a word is one of grammar's, and so no verb that may be unknown."""
        return (
            word in self._opening
            or word in self._linking
            or word in self._determiners
            or word in self._relatives
            or word in CONJUNCTIONS
            or word in self._cues.words["not_names"]
        )

    def is_given(self, name: str) -> bool:
        """Whether a single word is somebody's given name."""
        return name.lower() in MEN or name.lower() in WOMEN

    def is_of_office(self, word: str) -> bool:
        """Whether a word may belong to an office before a name: “the coach”."""
        low = word.lower()
        return low in self._people or low in self._cues.all_titles

    def may_be_named(self, noun: str) -> bool:
        """Whether a paper or a body may be named right behind a word: “die”, “Zeitung”."""
        low = noun.lower()
        return (
            low in self._determiners
            or low in self._groups
            or low in self._cues.words["works"]
        )

    def may_speak(self, mention: Mention) -> bool:
        """Whether a phrase may be about somebody: a name, a pronoun, a role."""
        if mention.kind is not Kind.DESCRIPTION:
            return True
        words = words_in(mention.text, 0, len(mention.text))
        return any(word.group().lower() in self._people for word in words)

    def after(self, start: int, end: int, *, is_subject: bool = True) -> Mention | None:
        """Find the phrase right behind a verb or a preposition.

        Args:
            start: Where the verb ends.
            end: Where the clause ends.
            is_subject: Whether it must be able to be a verb's subject.
        """
        start = self._past_fillers(start, end)
        if not self._cues.has_capitals:
            return self._unmarked_name(start, end, is_subject=is_subject)
        chunks = chunks_of(self._text, start, end)
        a, b = self._trimmed(*chunks[0])
        if a >= b:
            return None
        words = words_in(self._text, a, b)
        if not words or words[0].start() != a:
            return None
        first = words[0].group().lower()
        if (bare := first.rstrip(".")) in self._pronouns and not (
            self._owns(words) and (is_subject or self._owns_somebody(words))
        ):
            return self._mention(a, a + len(bare), Kind.PRONOUN)
        names = list(names_in(self._text, self._cues, a, b))
        if (
            names
            and names[0].start == a
            and self._is_name(self._of(names[0]))
            and not self._says_whose(words, names[0])
        ):
            if len(names) > 1 and not self._is_modifier(words, names[1]):
                both = self._both(a, self._named(names[1]))
                if both.kind is Kind.NAMES:
                    return both
            return self._named(names[0])
        if is_subject and first in self._oblique:
            return None
        determined = first in self._determiners or self._is_possessive(first)
        if not determined and (first in self._opening or first in self._fillers):
            return self._name_behind_place(words, names) if is_subject else None
        stop = self._description_end(words)
        for name in names:
            if name.start >= stop and name.start > a:
                break
            if self._says_whose(words, name):
                continue
            if self._cues.nouns_are_capitalised and " " not in self._of(name):
                continue
            if self._plain_between(words, a, name.start):
                return self._named(name)
            break
        if len(chunks) > 1 and (beside := self._apposed_name(chunks[1], stop, b)):
            return beside
        if stop == words[0].end() and first in self._bare_determiners:
            return None
        if determined or first in self._people or self._is_plural(first):
            return self._mention(a, stop, Kind.DESCRIPTION)
        return None

    def _name_behind_place(
        self, words: list[re.Match[str]], names: list[Name]
    ) -> Mention | None:
        """The name behind where something is said: « a dit à la barre Jean Morel »."""
        if not self._cues.verb_second or words[0].group().lower() not in ADVERBIAL:
            return None
        if self._cues.adjectives_follow:
            for index in range(2, min(len(words) - 1, MOST_WORDS_OF_PLACE)):
                article, noun = (
                    word.group().lower() for word in words[index : index + 2]
                )
                before = words[index - 1].group().lower()
                if (
                    article in self._bare_determiners
                    and noun in self._people
                    and before not in self._linking | self._opening
                    and before not in self._determiners
                ):
                    # « a écrit au préfet le député »
                    return self.after(words[index].start(), words[-1].end())
        for name in names:
            index = next(i for i, word in enumerate(words) if word.end() > name.start)
            if " " in self._of(name) and self._is_initial_given(name):
                stands_near = 1 < index <= MOST_WORDS_OF_PLACE
                depends = self._is_dependent(words, name.start)
                return self._named(name) if stands_near and not depends else None
        return None

    def _is_initial_given(self, name: Name) -> bool:
        """Whether a name begins with somebody's given name."""
        return self.is_given(self._of(name).partition(" ")[0])

    def _says_whose(self, words: list[re.Match[str]], name: Name) -> bool:
        """Whether a name behind a verb only says whose officer follows.

        “said WeWork’s new spokesman”, not “said Moreno flatly”.
        """
        if not self._is_modifier(words, name):
            return False
        behind = [word.group() for word in words if word.start() > name.end]
        if self._cues.verb_second:
            return any(one in self._people for one in behind[:MOST_WORDS_OF_OFFICE])
        return not behind[0].endswith(self._cues.adverb_ending)

    def _owns(self, words: list[re.Match[str]]) -> bool:
        """Whether a pronoun is a determiner here: “her brother”, not “told her”."""
        if words[0].group().lower() not in self._bare_determiners or len(words) < 2:
            return False
        behind = words[1].group().lower()
        known = self._opening | self._linking | self._fillers | self._relatives
        return behind not in known - self._people

    def _owns_somebody(self, words: list[re.Match[str]]) -> bool:
        """Whether a noun for people stands behind a pronoun: not in “volgens haar maakten”."""
        return not self._cues.verb_second or any(
            word.group().lower() in self._people for word in words[1:3]
        )

    def _unmarked_name(
        self, start: int, end: int, *, is_subject: bool = True
    ) -> Mention | None:
        """The words behind a verb up to a comma, where no capitals mark a name."""
        a, b = self._trimmed(*chunks_of(self._text, start, end)[0])
        words = words_in(self._text, a, b)[:LONGEST_UNMARKED_NAME]
        for index, word in enumerate(words):
            outside = self._opening | self._relatives | self._fillers
            if word.group() in outside or (index and self._is_governed(word.group())):
                words = words[:index]
                break
        if not words:
            return None
        a = words[0].start()
        prefixes = tuple(self._cues.words["prefixed"])
        if not is_subject and prefixes and self._text.startswith(prefixes, a):
            a += 1
        return self._mention(a, words[-1].end(), Kind.NAME)

    def _is_governed(self, word: str) -> bool:
        """Whether a word is written together with a preposition and its article."""
        return word.startswith(tuple(self._cues.words["governed_starts"]))

    def unmarked_before(self, start: int, end: int) -> Mention | None:
        """The words before a verb from a comma on, where no capitals mark a name."""
        a, b = self._trimmed(*chunks_of(self._text, start, end)[-1])
        words = words_in(self._text, a, b)
        outside = self._opening | self._fillers
        for index, word in enumerate(words):
            if word.group() in outside:
                words = words[index + 1 :] or words[:index]
                break
        if not words:
            return None
        return self._unmarked_name(words[0].start(), b)

    def pronoun_after(self, start: int, end: int) -> Mention | None:
        """The pronoun right behind a verb that ends its clause: “Said she: ‘…’”."""
        words = words_in(self._text, start, min(end, start + 12))
        if not words or words[0].group() not in self._subjects:
            return None
        rest = self._text[words[0].end() : end].strip()
        if rest[:1] not in (",", ":"):
            return None
        return self._mention(words[0].start(), words[0].end(), Kind.PRONOUN)

    def _apposed_name(
        self, chunk: tuple[int, int], stop: int, end: int
    ) -> Mention | None:
        """The name that follows a description after its comma."""
        if self._trimmed(stop, end) != (end, end):
            return None
        a, b = self._trimmed(*chunk)
        for name in names_in(self._text, self._cues, a, b):
            if name.start == a and (" " in self._of(name) or name.end == b):
                return self._named(name)
            if " " in self._of(name) and self._is_titled(a, name.start):
                return self._named(name)
            break
        return None

    def main(self, start: int, end: int) -> Mention | None:
        """Find the subject that a sentence most likely has, its verb unknown."""
        chunks = chunks_of(self._text, start, end)[:5]
        for index, chunk in enumerate(chunks[:4]):
            a, b = self._trimmed(*chunk)
            words = words_in(self._text, a, b)
            if not words:
                continue
            first = words[0].group().lower()
            leads_in = first in CONJUNCTIONS or (
                first.endswith(self._cues.adverb_ending) and self._is_filler(first)
            )
            if leads_in and len(words) > 1:
                words = words[1:]
                first = words[0].group().lower()
            a = words[0].start()
            if first in self._pronouns and not self._owns(words):
                return self._mention(a, words[0].end(), Kind.PRONOUN)
            if (
                self._cues.adjectives_follow
                and len(words) == 1
                and first in self._somebody
            ):
                return self._mention(a, words[0].end(), Kind.DESCRIPTION)
            names = list(names_in(self._text, self._cues, a, b))
            begins = self._cues.adjectives_follow and first in self._opening
            if (
                len(words) > 1
                and names
                and not begins
                and self._only_begins(names[0], a)
            ):
                # “Più scettico il professor Meli”
                words = words[1:]
                a, first = words[0].start(), words[0].group().lower()
                governed = False
                while words and (governed or not self._begins_subject(words[0])):
                    low = words[0].group().lower()
                    governed = self._cues.adjectives_follow and low in ADVERBIAL
                    words = words[1:]
                if not words:
                    continue
                a, first = words[0].start(), words[0].group().lower()
                names = [name for name in names if name.start >= a]
            if (felt := self._experiencer(words, names)) is not None:
                return felt
            if first in self._opening | self._somebody and (
                presented := self._presented(words, names)
            ):
                return presented
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
        return self._possessor(start, end)

    def _possessor(self, start: int, end: int) -> Mention | None:
        """Whoever a sentence that has no subject names as an owner.

        “More from the prime minister’s statement.”
        """
        words = words_in(self._text, start, end)[:LONGEST_DESCRIPTION]
        for index, word in enumerate(words):
            owner = word.group()[:-2]
            if self._is_possessive(word.group()) and owner.lower() in self._people:
                first = self._owner(words, index)
                if first < index:
                    return self._mention(
                        words[first].start(), word.end() - 2, Kind.DESCRIPTION
                    )
        return None

    def _only_begins(self, name: Name, start: int) -> bool:
        """Whether a lone word has its capital from the sentence it begins."""
        return (
            self._cues.verb_second
            and name.start == start
            and not self._is_likely_name(name)
            and self._of(name).lower() not in self._people
        )

    def _begins_subject(self, word: re.Match[str]) -> bool:
        """Whether a subject may begin with a word: a determiner, or a capital."""
        low = word.group().lower()
        return low in self._determiners or word.group()[0].isupper()

    def _presented(
        self, words: list[re.Match[str]], names: list[Name]
    ) -> Mention | None:
        """The name at a clause’s end behind a verb that presents it: “Among them was Jo Orr”."""
        for name in names[-1:]:
            before = [word.group() for word in words if word.end() <= name.start]
            if before and before[-1] in self._cues.words["presenting"]:
                return self._named(name)
        return None

    def _experiencer(
        self, words: list[re.Match[str]], names: list[Name]
    ) -> Mention | None:
        """Whom a sentence is about that begins with them: «A Ana Ruiz le tiembla la voz»."""
        if not names or words[0].group().lower() not in _TO or len(words) < 3:
            return None
        named = names[0]
        behind = next((one.group() for one in words if one.start() > named.end), "")
        if named.start != words[1].start() or behind not in _TO_THEM:
            return None
        return self._named(named)

    def _name_between_commas(
        self, chunks: list[tuple[int, int]], index: int
    ) -> Mention | None:
        """The name that makes up the whole of the next chunk, with another after it."""
        if index + 2 >= len(chunks):
            return None
        a, b = self._trimmed(*chunks[index + 1])
        name = self._name_at_end(a, b)
        begins = name is not None and (
            name.start == a or self._is_titled(a, name.start)
        )
        return name if begins else None

    def _is_titled(self, start: int, end: int) -> bool:
        """Whether only an office stands in a stretch: «el guitarrista»."""
        words = [one.group().lower() for one in words_in(self._text, start, end)]
        return (
            self._cues.verb_second
            and len(words) <= MOST_WORDS_OF_OFFICE
            and not self._known_people.isdisjoint(words)
            and (self._opening | self._linking).isdisjoint(words)
        )
