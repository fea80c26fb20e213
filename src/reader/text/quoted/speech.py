"""Whether words between marks are spoken, or only held at arm's length."""

from __future__ import annotations

import re

from reader.text.cues.table import Cues, words_of
from reader.text.naming.mentions import VEIL
from reader.text.naming.wording import INDEFINITE
from reader.text.quoted.marks import Family, Marked
from reader.text.saying import Attribution, How

FEWEST_WORDS_UNATTRIBUTED = 5
"""A fragment that nobody is said to have spoken is taken for speech from here on."""

MOST_WORDS_OF_EXAMPLE = 4
"""Words of what is only meant, in brackets."""

FARTHEST_TELLING = 400
"""Characters before a fragment in which speech may be spoken of."""

FARTHEST_MOOD = 60
"""Characters on either side in which a verb shows that words are reported."""

FEWEST_WORDS_OF_PREDICATE = 4
"""Words of a fragment that are no name any more, if they begin with a small letter."""

MOST_WORDS_OF_TITLE = 8
MOST_WORDS_BEFORE_WORK = 4
FARTHEST_WORK = 70
"""Characters behind a title in which it may be said what it is the title of."""

FARTHEST_NOUN = 40
"""Characters before a fragment that hold the noun it may belong to."""

LONGEST_NAME = 40
"""Characters of what stands between marks as a name."""

_QUOTATIVE = re.compile("と|って|라고|라며|이라|고 ")
"""Particles that say in Japanese and Korean that words were spoken."""

_ACRONYM_FOLLOWS = re.compile(r" \([A-ZÄÖÜ][A-ZÄÖÜa-z]{0,3}[A-ZÄÖÜ]{1,5}\)")
"""What follows the name of a body: “Food and Farming Union” (FFU)."""

_PART_FOLLOWS = re.compile(r"-[^\W\d_]")
"""What goes on with a word that begins with a name: „Rettet den Hai“-Kampagne."""

_SO_CALLED = re.compile(r",? so (?:heißt|hieß|heißen) (?!es\b)")
_NAMED_BEFORE = (_ACRONYM_FOLLOWS, _PART_FOLLOWS, _SO_CALLED)
_READS = frozenset(("lautet", "lautete", "lauten", "lauteten"))
_CALLS = frozenset(("nennt", "nannte", "nennen", "nannten"))

_IN_BRACKETS = re.compile(r" \([^()\n]{2,60}\)")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_APPOSED = re.compile(r", ([^.,;:\n\x00]{4,60})")
"""What may say of a title that it is one: “Les Heures plates” (1987), “El año”, su novela."""

_TITLES_BEHIND = words_of(
    "dans avec sur pour en con in met em per su tra van voor over na no entre parmi sous onder dopo après tras après após depois na"
)
"""Prepositions behind which no speech begins with a capital: « Dans “Les Heures plates” »."""

_LONE_VERB = re.compile(r", [^\W\d_A-Z]{3,}(?:-se)?[.,]")
"""A verb without its subject behind a quotation: «”Adiar não é perder”, minimizou.»"""

_ADDRESS = re.compile(r"(?:https?://\S+|(?:[\w-]+\.)+[a-z]{2,4}(?:/\S*)?)")
"""What is an address on the web: “reader.example”."""

_WORD = re.compile(r"\w(?:[\w’'-]*\w)?")
_SPEECH_END = frozenset(".,!?…—–-;:。！？，،؟؛")
_SENTENCE_END = frozenset(".!?…。！？؟")
_COMMAS = frozenset(",，،")
_INDEFINITE = words_of("ein eine einen einem einer eines kein keine keinen")
_THE = words_of("the der die das le la les il el los las o os de het")
_SUCH_AS = words_of("wie like als namens")
_SMALL = words_of(
    """
    a an the of in on at to for and or but with from by as is it de la le el et y und der die das von zu im am zur zum des dem den für vom
    du des les un une pour dans sur di del della con por para da do das dos e
    """
)

_STANDS_IN = words_of("it is es")
"""What no title follows: “called it ‘a mess’”."""


class Speech:
    """Tells speech from titles, terms and scare quotes in one text."""

    def __init__(self, text: str, veiled: str, cues: Cues) -> None:
        self._text = text
        self._veiled = veiled
        self._cues = cues

    def is_spoken(
        self,
        mark: Marked,
        attribution: Attribution | None,
        *,
        alone: bool,
        heard: bool = False,
    ) -> bool:
        """Whether a stretch between marks is somebody's words.

        Args:
            mark: The stretch.
            attribution: What the sentence says of who speaks, if anything.
            alone: Whether the stretch makes up its whole paragraph.
            heard: Whether somebody has spoken in its paragraph already.
        """
        inner = self._text[mark.start : mark.end]
        words = _WORD.findall(inner)
        if not any(one.isalnum() for one in inner) or self._is_code(mark):
            return False
        if _ADDRESS.fullmatch(inner):
            return False
        following = self._text[mark.closing : mark.closing + 2]
        if mark.family is Family.DASH or _QUOTATIVE.match(following):
            return True
        if mark.family is Family.WHITE_CORNER:
            return attribution is not None and attribution.beside
        if self._is_reply(mark) or self._is_whole_sentence(mark):
            return True
        if self.is_named_thing(mark) and not (
            attribution is not None
            and attribution.how is How.AFTER
            and attribution.beside
            and self._ends_as_speech(mark)
            and not self._is_title(mark, words)
            and (
                not self._cues.adjectives_follow
                or self._cues.verb.fullmatch(attribution.cue or "") is not None
            )
        ):
            return self._is_predicate(mark, words, attribution)
        if self._is_work(mark, words, attribution):
            return False
        if attribution is not None and (
            attribution.beside
            or attribution.speaker is not None
            or (self._cues.drops_pronouns and attribution.cue is not None)
        ):
            said = self._is_said(mark, words, attribution)
            if said is not None:
                return said
        return self._stands_alone(mark, words, alone=alone, heard=heard)

    def may_name(self, mark: Marked) -> bool:
        """Whether a stretch may be a paper's or a body's name: „die ‚Post‘“."""
        inner = self._text[mark.start : mark.end]
        before = self._veiled[max(0, mark.opening - 24) : mark.opening].split()
        return (
            len(inner) <= LONGEST_NAME
            and inner[0].isupper()
            and inner[-1] not in _SPEECH_END
            and bool(before)
            and before[-1] in _THE | self._cues.words["groups"]
            and self._text[mark.closing : mark.closing + 1] not in _COMMAS
        )

    def _is_said(
        self, mark: Marked, words: list[str], attribution: Attribution
    ) -> bool | None:
        """Whether a sentence that speaks of speech means these words.

        Returns:
            None if it says nothing of who speaks.
        """
        ends = self._ends_as_speech(mark)
        titled = self._is_title(mark, words)
        if attribution.beside:
            if attribution.how is How.AFTER and (ends or len(words) > 1):
                return not (titled and self._is_embedded(mark))
            if attribution.how is How.LABEL:
                return len(words) > 1 or ends
            if self._is_led_up_to(mark):
                return True
        if attribution.speaker is None:
            goes_on = self._cues.drops_pronouns and attribution.how is How.LOOSE
            small = self._text[mark.start].islower() and len(words) > 1
            return True if goes_on and small else None
        if titled:
            if self._cues.nouns_are_capitalised and self._is_one_of_many(mark):
                return attribution.cue is not None
            return self._describes(attribution) and (
                len(words) == 1 or self._is_called(mark)
            )
        if len(words) == 1 and not self._cues.nouns_are_capitalised:
            return attribution.beside or self._is_judgement(mark, attribution)
        begins_small = not self._cues.has_capitals or self._text[mark.start].islower()
        return begins_small or len(words) > 2 or ends

    def _is_judgement(self, mark: Marked, attribution: Attribution) -> bool:
        """Whether one word says what somebody thinks: « dénonce une grève “injuste” ».

        Behind a noun that is known already it may be its name: « le plan “vélo” ».
        """
        words = self._cues.words
        if not self._text[mark.start].islower() or not self._cues.verb_second:
            return False
        before = self._veiled[max(0, mark.opening - FARTHEST_NOUN) : mark.opening]
        lows = [word.lower() for word in _WORD.findall(before)]
        if not words["copulas"].isdisjoint(lows[-4:]):
            return attribution.speaker is not None and attribution.cue is not None
        if attribution.how is How.AFTER or attribution.cue is None:
            return False
        cue = attribution.cue.lower()
        if cue in words["predicating"]:
            return True
        return attribution.describes and not any(
            low in words["articles"] and low not in INDEFINITE for low in lows[-2:-1]
        )

    def _is_predicate(
        self, mark: Marked, words: list[str], attribution: Attribution | None
    ) -> bool:
        """Whether what stands behind a noun goes on with the sentence somebody says.

        «Selon lui, le projet “mènera la ville à la faillite”»
        """
        return (
            self._cues.verb_second
            and not self._cues.nouns_are_capitalised
            and attribution is not None
            and attribution.speaker is not None
            and attribution.cue is not None
            and len(words) >= FEWEST_WORDS_OF_PREDICATE - attribution.describes
            and self._text[mark.start].islower()
        )

    def _is_work(
        self, mark: Marked, words: list[str], attribution: Attribution | None
    ) -> bool:
        """Whether a stretch is a book, a film or a play by what stands around it.

        « Dans “Les Heures plates” (éditions du Môle) », «“El año”, su primera novela».
        """
        last = self._text[mark.end - 1]
        if (
            not self._cues.verb_second
            or self._cues.nouns_are_capitalised
            or not self._text[mark.start].isupper()
            or len(words) > MOST_WORDS_OF_TITLE
            or last in ".,;"
        ):
            return False
        works = self._cues.words["works"]
        behind = self._veiled[mark.closing : mark.closing + FARTHEST_WORK]
        if bracket := _IN_BRACKETS.match(behind):
            inside = {word.lower() for word in _WORD.findall(bracket.group())}
            if _YEAR.search(bracket.group()) or not works.isdisjoint(inside):
                return True
        if apposed := _APPOSED.match(behind):
            lows = [word.lower() for word in _WORD.findall(apposed.group(1))]
            if not self._cues.verb.search(apposed.group(1)) and not works.isdisjoint(
                lows[:MOST_WORDS_BEFORE_WORK]
            ):
                return True
        if attribution is not None and attribution.how is not How.AFTER:
            return False
        before = self._veiled[max(0, mark.opening - 12) : mark.opening]
        lows = [word.lower() for word in _WORD.findall(before)]
        beside = before[-1:].isspace() and before.rstrip()[-1:].isalnum()
        return beside and bool(lows) and lows[-1] in _TITLES_BEHIND

    def _stands_alone(
        self, mark: Marked, words: list[str], *, alone: bool, heard: bool
    ) -> bool:
        """Whether words that nobody is said to have spoken are speech all the same."""
        first, last = self._text[mark.start], self._text[mark.end - 1]
        several = len(words) > 1
        is_sentence = last in _SENTENCE_END
        if self._is_title(mark, words) and not (alone and is_sentence):
            return False
        if alone:
            return several or is_sentence
        if self._opens_headline(mark):
            return len(words) > 2
        if mark.family is Family.SINGLE:
            return self._ends_as_speech(mark) and len(words) > 2
        if self._is_embedded(mark) and last in ".,":
            return len(words) >= FEWEST_WORDS_UNATTRIBUTED
        if last in _SPEECH_END and not first.islower():
            return several or is_sentence
        if self._is_sentence(mark) and len(words) > 2:
            return True
        if (
            self._cues.drops_pronouns
            and len(words) > 2
            and first.isupper()
            and _LONE_VERB.match(self._veiled, mark.closing)
        ):
            return True
        if self._cues.nouns_are_capitalised and first.islower():
            return (
                len(words) > 2
                or (several and (heard or self._is_told(mark)))
                or self._is_reported(mark)
            )
        return len(words) >= FEWEST_WORDS_UNATTRIBUTED

    def _is_told(self, mark: Marked) -> bool:
        """Whether the sentences before a stretch speak of speech."""
        least = max(0, mark.opening - FARTHEST_TELLING)
        least = max(least, self._veiled.rfind("\n", least, mark.opening))
        return self._cues.verb.search(self._veiled, least, mark.opening) is not None

    def _is_reported(self, mark: Marked) -> bool:
        """Whether a sentence is in the mood of reported speech: „das sei ‚absurd‘“."""
        reported = self._cues.reported
        return any(
            reported.search(self._veiled, max(0, start), end)
            for start, end in (
                (mark.opening - FARTHEST_MOOD, mark.opening),
                (mark.closing, mark.closing + FARTHEST_MOOD),
            )
        )

    def _opens_headline(self, mark: Marked) -> bool:
        """Whether a paragraph begins with a stretch and a colon: ‘I ran’: a survivor speaks."""
        before = self._text[max(0, mark.opening - 1) : mark.opening]
        return not before.strip() and self._text.startswith(":", mark.closing)

    def _ends_as_speech(self, mark: Marked) -> bool:
        """Whether a stretch ends with a mark of speech, or a comma follows it."""
        following = self._text[mark.closing : mark.closing + 1]
        return self._text[mark.end - 1] in _SPEECH_END or following in _COMMAS

    def _is_one_of_many(self, mark: Marked) -> bool:
        """Whether an indefinite article stands right before a stretch: „ein ‚Papiertiger‘“.

        A name has none.
        """
        before = self._veiled[max(0, mark.opening - 8) : mark.opening].split()
        return bool(before) and before[-1] in _INDEFINITE

    def _is_called(self, mark: Marked) -> bool:
        """Whether a stretch says what something is called by whoever describes it."""
        before = self._veiled[max(0, mark.opening - 16) : mark.opening].split()
        return bool(before) and before[-1] in ("als", "einen", "eine", "ein")

    def _describes(self, attribution: Attribution) -> bool:
        """Whether a verb takes a single noun: „nannte es einen ‚Putsch‘“."""
        return (
            self._cues.nouns_are_capitalised
            and attribution.cue is not None
            and attribution.cue.lower() in self._cues.words["describing"]
        )

    def _is_whole_sentence(self, mark: Marked) -> bool:
        """Whether a stretch stands between two full stops, its own within it."""
        before = self._veiled[max(0, mark.opening - 2) : mark.opening]
        after = self._veiled[mark.closing : mark.closing + 2]
        return (
            self._text[mark.end - 1] in _SENTENCE_END
            and before[:1] in _SENTENCE_END
            and before[1:].isspace()
            and (not after.strip() or after[1:].isupper())
        )

    def _is_sentence(self, mark: Marked) -> bool:
        """Whether a stretch is a sentence whose full stop stands outside."""
        before = self._veiled[max(0, mark.opening - 2) : mark.opening].rstrip(" \u00a0")
        return (
            self._text[mark.start].isupper()
            and self._text[mark.closing : mark.closing + 1] in (".", "!", "?")
            and before[-1:] in ("", "\n", ".", "!", "?", ":")
        )

    def _is_embedded(self, mark: Marked) -> bool:
        """Whether a determiner or a preposition stands before the opening mark."""
        before = self._veiled[max(0, mark.opening - 20) : mark.opening]
        words = _WORD.findall(before)
        return (
            bool(words)
            and before[-1:].isspace()
            and before.rstrip()[-1:].isalnum()
            and words[-1].lower()
            in self._cues.words["determiners"] | self._cues.words["linking"]
        )

    def _is_code(self, mark: Marked) -> bool:
        """Whether straight marks belong to a setting or to data: `key="value"`."""
        if self._text[mark.opening] != '"':
            return False
        before = self._text[max(0, mark.opening - 3) : mark.opening]
        return before[-1:] in ("=", '"') or before.rstrip().endswith('":')

    def _is_reply(self, mark: Marked) -> bool:
        """Whether a stretch that ends as speech does stands beside another."""
        if self._text[mark.end - 1] not in _SPEECH_END:
            return False
        before = self._veiled[max(0, mark.opening - 2) : mark.opening]
        after = self._veiled[mark.closing : mark.closing + 2]
        return (before == f"{VEIL} " or after == f" {VEIL}") and before[-1:] != "("

    def _is_led_up_to(self, mark: Marked) -> bool:
        """Whether a colon or a comma stands before the opening mark."""
        before = self._veiled[max(0, mark.opening - 3) : mark.opening].rstrip()
        return before[-1:] in (":", ",", "：", "，", "،")

    def is_named_thing(self, mark: Marked) -> bool:
        """Whether what stands beside a stretch says that it is a title or a name."""
        before = self._veiled[max(0, mark.opening - 48) : mark.opening]
        words = [word.lower() for word in _WORD.findall(before)][-4:]
        if self._is_name_by_what_follows(mark, words) or self._is_example(mark):
            return True
        works = self._cues.words["works"]
        if not _READS.isdisjoint(words) and not works.isdisjoint(words):
            # „der Name lautet also ‚Frohe Fahrt‘“
            return True
        words = words[-2:]
        last = before.rstrip(" \u00a0(")[-1:]
        if words and last == ":" and self._cues.nouns_are_capitalised:
            return words[-1] in works
        if not words or not last.isalnum():
            return False
        if self._is_verb_of_words(before):
            return False
        if self._cues.nouns_are_capitalised and self._text[mark.start].isupper():
            # „die Zeitschrift ‚Sport‘“: a noun right before it is what it names.
            spelled = _WORD.findall(before)[-1]
            low = spelled.lower()
            if low in self._cues.words["words_of"]:
                return False
            if spelled[0].isupper() and low not in self._cues.words["not_names"]:
                return True
        return words[-1] in works or (
            len(words) > 1
            and words[-2] in works
            and words[-1] in (_SMALL - _STANDS_IN) | _SUCH_AS
        )

    def _is_verb_of_words(self, before: str) -> bool:
        """Whether a verb of several words ends what stands before: «ha detto», not «detto»."""
        last = [*self._cues.verb.finditer(before.rstrip())][-1:]
        return any(
            one.end() == len(before.rstrip()) and " " in one.group() for one in last
        )

    def _is_example(self, mark: Marked) -> bool:
        """Whether a short stretch in brackets says what is meant: cuts (“Plan B”)."""
        inner = self._text[mark.start : mark.end]
        return (
            self._veiled[mark.opening - 1 : mark.opening] == "("
            and inner[-1] not in _SPEECH_END
            and inner.count(" ") < MOST_WORDS_OF_EXAMPLE
        )

    def _is_name_by_what_follows(self, mark: Marked, before: list[str]) -> bool:
        """Whether what stands behind a stretch shows that it names something.

        „die ‚Post‘ berichtete“, „das früher ‚Post‘ hieß“, „die ‚Union der Post‘ (UDP)“.
        """
        if self._text[mark.end - 1] in _SENTENCE_END:
            return False
        behind = self._veiled[mark.closing : mark.closing + 24]
        if any(one.match(behind) for one in _NAMED_BEFORE):
            return True
        if before[-1:] == ["sich"] and any(one in _CALLS for one in before):
            return True
        first = behind[1:].split(maxsplit=1)[:1] if behind[:1] == " " else []
        if not first:
            return False
        word = first[0].strip(".,;:")
        if word in self._cues.words["named_after"]:
            return True
        is_subject = before[-1:] == ["wie"] or (
            before[-1:] != []
            and before[-1] in _THE
            and self._text[mark.start].isupper()
        )
        follows = self._cues.verb.match(self._veiled, mark.closing + 1)
        return is_subject and follows is not None

    def _is_title(self, mark: Marked, words: list[str]) -> bool:
        """Whether words are written as a title is."""
        if len(words) > 9 or self._text[mark.end - 1] in "!?":
            return False
        weighty = [word for word in words if word.lower() not in _SMALL]
        if self._cues.nouns_are_capitalised:
            return all(word[0].isupper() or word[0].isdigit() for word in weighty)
        return bool(weighty) and all(
            word[0].isupper() or word[0].isdigit() for word in weighty
        )
