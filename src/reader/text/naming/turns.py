"""Who speaks each quotation of an article, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from reader.text.naming.coreference import Coreference, Resolved
from reader.text.naming.mentions import VEIL, Kind, Mention
from reader.text.naming.own_sentences import OwnSentences
from reader.text.naming.person import Person
from reader.text.naming.reading import Reading, Spoken
from reader.text.quoted.echoes import Echoes
from reader.text.quoted.marks import Family, Marked
from reader.text.quoted.speech import Speech
from reader.text.saying import Attribution, How

SENTENCES_LOOKED_BACK = 4
"""How many sentences before a quotation may introduce its speaker."""

EACH_PARAGRAPH = 0.92
"""How much of the certainty is left when a speaker is carried on to another paragraph."""

LEAST_SURE = 0.35
"""A speaker is carried on no further once we are less sure than this."""

SPEAKERS_REMEMBERED = 6
"""How many of the last speakers “the company” may mean."""

FARTHEST_INTRODUCTION = 700
"""Characters before a quotation in which its speaker may be introduced."""


# How sure we are of a speaker, by how they were found. The figures are what
# the articles and corpora that were measured show, news more than novels.
CITED = 0.95
LED_UP_TO = 0.9
GOES_ON = 0.92
BEFORE_LAST = 0.75
EACH_SENTENCE = 0.15
NAMED_LATER = 0.5
IN_TURN = 0.4
NOBODY = 0.5
ECHOED = 0.9
SAID_SURELY = 0.82
UNRESOLVED = 0.3
"""How sure we are of whom a pronoun means that nobody in the text fits."""
_CONFIDENCE = {
    How.AFTER: 0.96,
    How.BEFORE: 0.95,
    How.LABEL: 0.75,
    How.LOOSE: 0.7,
    How.BEAT: 0.45,
}


_ENDS = frozenset(".!?…")
_LISTED = re.compile(
    r"(?:,|,? (?:and|or|und|oder|sowie|et|ou|y|o|e|en|of))(?: (?:the|der|die|das|von \w+ \w+,?))? "
)
"""What parts the members of a list."""

_OWN_CLAUSE = re.compile(r",[ \u00a0][^\W\d_A-Z]{3,}[ \u00a0]\w")
"""What follows a quotation that its own sentence goes on from."""

_BEHIND = re.compile(rf"(?<={VEIL})[ \u00a0]+(?=\w)")


class Turns:
    """Goes through an article's marks in order and remembers who spoke."""

    def __init__(self, reading: Reading, *, cited: Mapping[int, str]) -> None:
        """Go through an article.

        Args:
            reading: The article.
            cited: Whom a block quotation cites, by where it starts.
        """
        self._reading = reading
        self._text = reading.veiled
        self._marks = reading.marks
        self._cited = cited
        self._paragraphs = reading.paragraphs
        self._sentences = reading.sentences
        self._attributor = reading.attributor
        self._speech = Speech(reading.text, reading.veiled, reading.cues)
        self._own = OwnSentences(reading, self._speech)
        self._cast = reading.cast
        self._coreference = Coreference(reading.cast, reading.cues)
        self._continuing = reading.cues.words["continuing"]
        self._lately: list[Person] = []
        self._turns: list[str | None] = []
        self._last: Spoken | None = None
        self._listed: set[int] = set()

    def all(self) -> list[Spoken]:
        """Find every quotation and its speaker, in order."""
        found: list[Spoken] = []
        for index, mark in enumerate(self._marks):
            spoken = self._one(index, mark)
            if spoken is not None:
                found.append(spoken)
                self._last = spoken
        return self._echoed(found)

    def _echoed(self, found: list[Spoken]) -> list[Spoken]:
        """Give a headline's words to whoever says them further down."""
        echoes = Echoes()
        words = [self._sentences.text[one.mark.start : one.mark.end] for one in found]
        for index, one in enumerate(found):
            if one.speaker and one.confidence >= SAID_SURELY:
                echoes.add(words[index], index)
        given = [
            echoes.of(words[index], index) if one.confidence < SAID_SURELY else None
            for index, one in enumerate(found)
        ]
        return [
            one
            if at is None
            else replace(one, speaker=found[at].speaker, confidence=ECHOED)
            for one, at in zip(found, given, strict=True)
        ]

    def _one(self, index: int, mark: Marked) -> Spoken | None:
        if mark.family is Family.BLOCK:
            return self._block(index, mark)
        attribution = self._own.attribution(index, mark)
        alone = self._own.is_alone(mark)
        said = attribution is not None and attribution.how is How.AFTER
        if not said and self._is_listed(index, mark):
            self._listed.add(mark.opening)
            return None
        paragraph = self._paragraphs.start_at(mark.opening)
        heard = self._last is not None and self._last.mark.closing > paragraph
        if not self._speech.is_spoken(mark, attribution, alone=alone, heard=heard):
            return None
        if attribution is None or attribution.speaker is None:
            found = self._unattributed(index, mark, attribution)
        else:
            found = self._spoken(
                mark, attribution.speaker, attribution.cue, self._sureness(attribution)
            )
        return replace(found, attribution=attribution)

    def _is_listed(self, index: int, mark: Marked) -> bool:
        """Whether a stretch goes on with a list of what is nobody's words: ‘A’, ‘B’ and ‘C’."""
        if not index:
            return False
        previous = self._marks[index - 1]
        if self._last is not None and self._last.mark is previous:
            return False
        between = self._text[previous.closing : mark.opening]
        return _LISTED.fullmatch(between) is not None and (
            self._speech.is_named_thing(previous) or previous.opening in self._listed
        )

    def _block(self, index: int, mark: Marked) -> Spoken:
        """A block quotation: by whom it cites, or by whom a sentence leads up to it."""
        if cite := self._cited.get(mark.start):
            mention = Mention(mark.start, mark.start, Kind.NAME, cite)
            return self._spoken(mark, mention, None, CITED)
        since = self._marks[index - 1].closing if index else 0
        since = max(since, mark.opening - FARTHEST_INTRODUCTION)
        lead = self._text[since : mark.opening].rstrip(" >\n")
        if lead.endswith(":"):
            introduced = self._introduced(since, mark, since)
            if introduced is not None:
                return introduced
        return self._nobody(mark, None)

    def _sureness(self, attribution: Attribution) -> float:
        sure = _CONFIDENCE[attribution.how]
        return sure if attribution.beside else min(sure, _CONFIDENCE[How.LOOSE])

    def _unattributed(
        self, index: int, mark: Marked, attribution: Attribution | None
    ) -> Spoken:
        """A quotation whose own sentence names nobody."""
        cue = attribution.cue if attribution else None
        previous = self._marks[index - 1] if index else None
        since = previous.closing if previous is not None else 0
        between = self._text[since : mark.opening]
        paragraph = self._paragraphs.start_at(mark.opening)
        last = self._last
        if (
            last is not None
            and last.mark is previous
            and not between.strip()
            and since > paragraph
        ):
            return self._answer(mark, cue)
        if last is not None and last.mark is previous and since > paragraph:
            # What stands right behind the last quotation has been read already.
            since = self._sentences.end_after(since, mark.opening)
            if not self._text[since : mark.opening].strip() and last.speaker:
                return self._carried_on(mark, last, cue, GOES_ON)
        since = max(since, mark.opening - FARTHEST_INTRODUCTION)
        introduced = self._introduced(since, mark, paragraph)
        if introduced is not None:
            return introduced
        if (
            not (self._reading.cues.drops_pronouns and cue is not None)
            and mark.opening == paragraph
            and _OWN_CLAUSE.match(self._text, mark.closing)
        ):
            # “Never again!”, it rang through the hall.
            return self._nobody(mark, cue)
        if last is None or last.speaker is None:
            if (dropped := self._dropped(mark, attribution)) is not None:
                return dropped
            if (later := self._named_later(index, mark)) is not None:
                return later
            return self._nobody(mark, cue)
        if (
            mark.opening == paragraph
            and self._sentences.text[last.mark.end - 1] == "?"
            and last.mark.closing < paragraph
        ):
            return self._answer(mark, cue)
        sure = last.confidence
        if last.mark.closing < paragraph:
            sure = min(sure * EACH_PARAGRAPH, 0.8)
        if mark.opening - last.mark.closing > FARTHEST_INTRODUCTION:
            sure = min(sure * EACH_PARAGRAPH, 0.5)
        if sure < LEAST_SURE:
            return self._nobody(mark, cue)
        return self._carried_on(mark, last, cue, round(sure, 2))

    def _dropped(self, mark: Marked, attribution: Attribution | None) -> Spoken | None:
        """Who speaks where a language leaves “she” out and nobody has spoken yet."""
        if not self._reading.cues.drops_pronouns or attribution is None:
            return None
        if attribution.cue is None or attribution.how is not How.AFTER:
            return None
        near = self._cast.sightings.nearest(mark.opening)
        if near is None:
            return None
        self._lately.insert(0, near)
        self._turns.append(near.name)
        return Spoken(mark, near.name, attribution.cue, NAMED_LATER)

    def _carried_on(
        self, mark: Marked, last: Spoken, cue: str | None, sure: float
    ) -> Spoken:
        """The speaker of the quotation before goes on."""
        self._turns.append(last.speaker)
        return Spoken(mark, last.speaker, cue or last.cue, min(sure, last.confidence))

    def _answer(self, mark: Marked, cue: str | None) -> Spoken:
        """The other of two who speak in turn."""
        last = self._last
        assert last is not None
        asked = self._cast.addressed_in(self._reading.words_of(last.mark))
        if asked is not None and asked.name != last.speaker:
            self._turns.append(asked.name)
            return Spoken(mark, asked.name, cue, IN_TURN)
        called = self._cast.addressed_in(self._reading.words_of(mark))
        for person in self._turns[-2:-6:-1]:
            if (
                person is not None
                and person != last.speaker
                and (called is None or person != called.name)
            ):
                self._turns.append(person)
                return Spoken(mark, person, cue, IN_TURN)
        return self._nobody(mark, cue)

    def _behind_quotations(self, start: int, end: int) -> list[int]:
        """Where a new sentence begins behind a quotation: “I did.” Ada nodded."""
        return [
            found.end()
            for found in _BEHIND.finditer(self._text, start, end)
            if not _ENDS.isdisjoint(
                self._sentences.text[found.start() - 2 : found.start()]
            )
            and self._text[found.end()].isupper()
        ]

    def _introduced(self, since: int, mark: Marked, paragraph: int) -> Spoken | None:
        """A quotation whose speaker a sentence before it introduces."""
        end = mark.opening
        starts = [since, *self._sentences.between(since, end)]
        for distance, start in enumerate(reversed(starts[-SENTENCES_LOOKED_BACK:])):
            stop, end = end, start
            if not self._text[start:stop].strip(f"{VEIL} >\n"):
                continue
            attribution = self._attributor.before(start, stop)
            if (
                attribution is not None
                and attribution.speaker is not None
                and attribution.cue is not None
            ):
                leads_up = self._text[start:stop].rstrip().endswith(":")
                sure = LED_UP_TO if leads_up else BEFORE_LAST - EACH_SENTENCE * distance
                return self._spoken(mark, attribution.speaker, attribution.cue, sure)
            if distance == 0 and (
                start >= paragraph or self._text[start:stop].rstrip().endswith(":")
            ):
                subject = self._attributor.beat(start, stop)
                if subject is not None and (
                    self._attributor.reads_cases or self._is_somebody(subject)
                ):
                    return self._spoken(mark, subject, None, _CONFIDENCE[How.BEAT])
            if distance == 1 and start == paragraph:
                # A paragraph that begins with somebody is about them.
                subject = self._attributor.beat(start, stop)
                if subject is not None and self._cast.is_likely_person(subject):
                    sure = _CONFIDENCE[How.BEAT] - EACH_SENTENCE / 2
                    return self._spoken(mark, subject, None, sure)
        return None

    def _is_somebody(self, mention: Mention) -> bool:
        if mention.kind is Kind.DESCRIPTION:
            return self._coreference.is_somebody(mention)
        return mention.kind is Kind.PRONOUN or self._cast.is_likely_person(mention)

    def _named_later(self, index: int, mark: Marked) -> Spoken | None:
        """An opening quotation whose speaker the next sentence names."""
        end = min(
            self._own.search_end(index, mark), mark.closing + FARTHEST_INTRODUCTION
        )
        starts = [*self._sentences.between(mark.closing, end), end]
        at = mark.closing
        opens = mark.opening == self._paragraphs.start_at(mark.opening)
        for start in starts[:2]:
            if self._text[at:start].strip(" .\n"):
                attribution = self._attributor.before(at, start)
                if attribution is not None and attribution.speaker is not None:
                    return self._spoken(
                        mark, attribution.speaker, attribution.cue, NAMED_LATER
                    )
                if opens:
                    # «Non ho mai sognato di recitare». Nadia Ferrante ride.
                    subject = self._attributor.beat(at, start)
                    if subject is not None and self._cast.is_likely_person(subject):
                        return self._spoken(mark, subject, None, NAMED_LATER)
                    opens = False
            at = start
        return None

    def _nobody(self, mark: Marked, cue: str | None) -> Spoken:
        self._turns.append(None)
        return Spoken(mark, None, cue, NOBODY)

    def _spoken(
        self, mark: Marked, mention: Mention, cue: str | None, sure: float
    ) -> Spoken:
        resolved = self._resolved(mention)
        person = resolved.person
        if self._goes_on(mention, cue, person):
            person, sure = self._lately[0], min(sure, BEFORE_LAST)
        if mention.kind is Kind.PRONOUN and resolved.certainty <= UNRESOLVED:
            introduced = self._coreference.introduced_behind(mention)
            if introduced is None:
                return self._nobody(mark, cue)
            resolved = Resolved(introduced, NAMED_LATER)
            person = introduced
        if person in self._lately:
            self._lately.remove(person)
        self._lately.insert(0, person)
        del self._lately[SPEAKERS_REMEMBERED:]
        self._turns.append(person.name)
        return Spoken(mark, person.name, cue, round(sure * resolved.certainty, 2))

    def _goes_on(self, mention: Mention, cue: str | None, person: Person) -> bool:
        """Whether “the officer added” is said of the officer who has just spoken."""
        last = self._last
        return (
            mention.kind is Kind.DESCRIPTION
            and cue is not None
            and cue.lower() in self._continuing
            and person.seen == [mention.start]
            and self._coreference.is_somebody(mention)
            and self._coreference.is_definite(mention)
            and last is not None
            and last.speaker is not None
            and self._lately[:1] != []
            and self._lately[0].name == last.speaker
            and self._lately[0].is_person
        )

    def _resolved(self, mention: Mention) -> Resolved:
        return self._coreference.resolve(
            mention, self._lately, self._subjects_before(mention.start)
        )

    def _subjects_before(self, offset: int) -> Iterator[Mention]:
        """What the sentences before an offset's own are about, the latest first."""
        end = self._sentences.start_before(offset, 0)
        for _ in range(SENTENCES_LOOKED_BACK):
            if not end:
                return
            start = self._sentences.start_before(end - 1, 0) or 0
            start = max(start, end - FARTHEST_INTRODUCTION)
            for first in reversed([start, *self._behind_quotations(start, end)]):
                subject = self._attributor.subject(first, end)
                if subject is not None:
                    yield subject
                end = first
