"""What a text's words are to its grammar, by the table of its language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.text.cues.table import Cues, words_of
from reader.text.naming.given_names import MEN, WOMEN
from reader.text.naming.mentions import Kind, Mention
from reader.text.naming.names import Name, words_in

CONJUNCTIONS = words_of(
    """
    and but then so yet und aber doch et mais y pero e mas ma en maar
    """
)
"""Words that join a verb to the subject of the one before."""

INDEFINITE = words_of(
    """
    a an one another some many most several both all each every no any two three four five six seven eight nine ten
    other ein eine einer einem einen un une des uno una unos unas um uma uns umas een
    """
)
"""Determiners of somebody who is not known yet."""

_AFTERWARDS = words_of("después antes dopo prima depois après avant")
"""What follows a time that it is counted from: «horas después Ana Ruiz»."""

_POSSESSIVE = re.compile(r"['’]s$|s['’]$")
_NO_SUBJECT_FOLLOWS = frozenset(",;:.\x00")


class Wording:
    """A text, and which of its words are pronouns, prepositions or roles.

    Offsets count in the text; stretches are half open.
    """

    def __init__(
        self, text: str, cues: Cues, names: Sequence[Name] | None = None
    ) -> None:
        """Look for phrases in a text.

        Args:
            text: The text, quotations veiled.
            cues: The words of its language.
            names: Its names in order, if they have been read already.
        """
        self._text = text
        self._names = names
        self._cues = cues
        words = cues.words
        self._pronouns = (
            words["he"] | words["she"] | words["they"] | words["first_person"]
        )
        self._determiners = words["determiners"]
        self._bare_determiners = words["articles"]
        self._oblique = words["oblique"]
        self._subjects = words["inverted_pronouns"]
        self._no_subject = words["times"] | words["determiners"] | words["relatives"]
        self._somebody = words["somebody"]
        self._no_adverbs = words["no_adverbs"]
        self._linking = words["linking"]
        self._opening = words["opening"]
        self._fillers = words["fillers"]
        self._relatives = words["relatives"]
        self._groups = words["groups"]
        self._people = cues.people | words["groups"] | words["documents"]
        self._not_names = words["not_names"]

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
        return (end >= 2 and self._text[end - 2].isupper()) or self._text[
            max(0, end - 3) : end
        ] in ("Jr.", "Sr.")

    def _without_fillers(self, start: int, end: int) -> tuple[int, int]:
        """Leave adverbs and auxiliaries off a stretch's end."""
        start, end = self._trimmed(start, end)
        words = words_in(self._text, start, end)
        if self._cues.verb_second and len(words) > 1:
            # « la revue Onde l’a jugé »: a pronoun that looks like an article.
            clitic = words[-1].group()
            if clitic in self._bare_determiners and clitic not in self._relatives:
                words.pop()
                end = words[-1].end()
        while words and self._ends_filled([word.group() for word in words[-2:]]):
            words.pop()
            end = words[-1].end() if words else start
        if words and not words[-1].group().endswith(".") and end < len(self._text):
            end = words[-1].end()
        return self._trimmed(start, end)

    def _past_fillers(self, start: int, end: int) -> int:
        while start < end and not (self._text[start].isalnum()):
            if self._text[start] in _NO_SUBJECT_FOLLOWS:
                return start
            start += 1
        skipped = False
        for word in words_in(self._text, start, min(end, start + 60)):
            if word.start() != start:
                break
            low = word.group().lower()
            if low in self._pronouns or not self._is_filler(low):
                break
            if low in self._determiners:
                break
            if low in self._opening and (low not in _AFTERWARDS or not skipped):
                break
            skipped = True
            start = word.end()
            while start < end and self._text[start] == " ":
                start += 1
        return start

    def _ends_filled(self, last: list[str]) -> bool:
        """Whether the last of some words is a filler, and no name such as “the Daily”."""
        low = last[-1].lower()
        begins = len(last) == 1 or last[-1][0].islower()
        if not begins and self._cues.verb_second:
            # « Le Soir », not « hier soir »
            return False
        return low in self._fillers or (begins and self._is_filler(low))

    def _is_filler(self, word: str) -> bool:
        return word in self._fillers or (
            word.endswith(self._cues.adverb_ending)
            and word not in self._no_adverbs
            and word not in self._people
            and word not in WOMEN
            and word not in MEN
        )

    def _first_word(self, start: int, end: int) -> str:
        words = words_in(self._text, start, min(end, start + 40))
        return words[0].group().lower() if words else ""

    def _last_word(self, start: int, end: int) -> str:
        return self._text[
            max(self._text.rfind(" ", start, end) + 1, start) : end
        ].lower()

    def _is_one_word(self, start: int, end: int) -> bool:
        return " " not in self._text[start:end]

    @staticmethod
    def _is_possessive(word: str) -> bool:
        return _POSSESSIVE.search(word) is not None

    @staticmethod
    def _is_plural(word: str) -> bool:
        return word.endswith("s") and len(word) > 4

    def _mention(self, start: int, end: int, kind: Kind) -> Mention:
        return Mention(start, end, kind, self._text[start:end])
