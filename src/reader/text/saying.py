"""What a text says of who speaks, and the verbs that no table has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from reader.text.cues.table import Cues, words_of
from reader.text.naming.clauses import Clauses
from reader.text.naming.mentions import Kind, Mention
from reader.text.naming.names import Name, words_in
from reader.text.naming.phrases import Phrases
from reader.text.naming.sentences import Sentences
from reader.text.naming.wording import INDEFINITE
from reader.text.quoted.marks import Marked

FARTHEST_CUE = 400
"""Characters of a sentence that are searched beside a quotation."""

_VERB_AND_PRONOUN = re.compile(
    r"[^\W\d_]+[-‑](?:t[-‑])?(il|elle|ils|elles|ele|ela)\b(?: [^\W\d_]+)?"
)
"""A verb that a pronoun hangs on: « a-t-il promis »."""

FARTHEST_SUBJECT = 40
"""Characters between a verb that no table has and its subject."""

MOST_WORDS_OF_OFFICE = 5
"""Words of an office between an unknown verb and a name."""

_BY = words_of("par por pelo pela dal dalla dallo dai dagli dalle door")
"""What says by whom something is done, and nobody speaks: «condotta dalla polizia»."""

_TO = words_of("a al à au aux ai agli alle ao aos às")
"""What says to whom something is said: «despachó a los periodistas»."""

MOST_WORDS_OF_VERB = 4
"""Words of such a verb: “ha ripetuto”."""


class How(Enum):
    """How an attribution was found."""

    AFTER = auto()
    """“…,” she said."""

    BEFORE = auto()
    """She said: “…”"""

    LOOSE = auto()
    """A verb of saying elsewhere in the sentence."""

    LABEL = auto()
    """Ada Moreno: “…”, or “…” — Ada Moreno."""

    BEAT = auto()
    """Ada Moreno shook her head. “…”"""


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a text says of who speaks a quotation."""

    how: How
    speaker: Mention | None
    """The phrase that says who; None if a verb says only that somebody does."""

    cue: str | None
    """The attributing words as written."""

    beside: bool = True
    """Whether it stands right beside the quotation."""

    start: int = 0
    """Where the attributing words stand."""

    is_source: bool = False
    """Whether the words are no verb: “according to”."""

    describes: bool = False
    """Whether the verb takes a fragment as its object: “called it ‘a mess’”."""


class Sayings:
    """What the attributions of one text are read with."""

    def __init__(
        self,
        veiled: str,
        cues: Cues,
        sentences: Sentences,
        names: Sequence[Name],
    ) -> None:
        """Look for attributions in a text.

        Args:
            veiled: The text, what stands between marks veiled.
            cues: The words of its language.
            sentences: The text's sentences.
            names: Its names, in order.
        """
        self._text = veiled
        self._cues = cues
        self._clauses = (
            Clauses(veiled, cues, sentences.text, names)
            if cues.nouns_are_capitalised
            else None
        )
        self._phrases: Phrases = self._clauses or Phrases(veiled, cues)
        self._sentences = sentences

    @property
    def phrases(self) -> Phrases:
        """What finds the noun phrases of the text."""
        return self._phrases

    @property
    def reads_cases(self) -> bool:
        """Whether a subject is known by its case, so that it needs no verb of saying."""
        return self._clauses is not None

    def _spoken(
        self,
        how: How,
        speaker: Mention | None,
        cue: re.Match[str],
        *,
        beside: bool = True,
    ) -> Attribution:
        words = " ".join(self._text[cue.start() : cue.end()].split())
        low = words.lower()
        return Attribution(
            how,
            speaker,
            words,
            beside,
            cue.start(),
            is_source=low in self._cues.words["sources"],
            describes=low in self._cues.words["describing"]
            or f"{low.partition(' ')[0]} {low.rpartition(' ')[2]}"
            in self._cues.words["describing"],
        )

    def _by_any_verb(self, mark: Marked, at: int, end: int) -> Attribution | None:
        """“…,” quips the coach: a verb that no table has, and somebody right behind it."""
        if not self._cues.verb_second or not self._is_set_off(mark, at):
            return None
        if pronoun := _VERB_AND_PRONOUN.match(self._text, at, end):
            a, b = pronoun.span(1)
            said_by = Mention(a, b, Kind.PRONOUN, pronoun.group(1))
            return Attribution(How.AFTER, said_by, pronoun.group(), start=at)
        stop = at
        for word in words_in(self._text, at, min(end, at + FARTHEST_SUBJECT))[
            :MOST_WORDS_OF_VERB
        ]:
            if (
                not word.group().islower()
                or (stop == at and self._phrases.is_known(word.group()))
                or word.group() in _BY
                or (stop != at and self._is_dative(word, end))
            ):
                return None
            stop = word.end()
            speaker = self._phrases.after(stop, end)
            if speaker is not None and self._may_be_said_by(stop, speaker):
                verb = " ".join(self._text[at:stop].split())
                return Attribution(How.AFTER, speaker, verb, start=at)
        return None

    def _is_dative(self, word: re.Match[str], end: int) -> bool:
        """Whether a word begins whom something is said to: «a los periodistas»."""
        if word.group() not in _TO & self._cues.words["opening"]:
            return False
        behind = words_in(self._text, word.end(), min(end, word.end() + 16))[:1]
        return len(word.group()) > 1 or any(
            one.group().lower() in self._cues.words["articles"] for one in behind
        )

    def _is_set_off(self, mark: Marked, at: int) -> bool:
        """Whether a comma, a question or a cry parts a quotation from what follows."""
        between = self._text[mark.closing : at]
        ends = self._sentences.text[mark.end - 1]
        return "." not in between and ("," in between or ends in ",!?…")

    def _may_be_said_by(self, at: int, speaker: Mention) -> bool:
        """Whether a subject right behind an unknown verb is surely somebody."""
        if self._clauses is not None:
            return (
                self._clauses.may_speak(speaker)
                and speaker.start - at <= FARTHEST_SUBJECT
            )
        if self._text[at : speaker.start].strip():
            return speaker.kind is Kind.NAME and self._has_office(at, speaker.start)
        if speaker.kind is Kind.NAME:
            parted = self._text[speaker.end : speaker.end + 1] in (",", ".", "", "\n")
            return " " in speaker.text or parted or self._phrases.is_given(speaker.text)
        return speaker.kind is Kind.DESCRIPTION and (
            self._phrases.may_speak(speaker)
            or speaker.text.partition(" ")[0].lower() in INDEFINITE
        )

    def _has_office(self, start: int, end: int) -> bool:
        """Whether an office stands in a stretch, and little else: “the new coach,”."""
        words = words_in(self._text, start, end)
        return len(words) <= MOST_WORDS_OF_OFFICE and any(
            self._phrases.is_of_office(word.group()) for word in words
        )
