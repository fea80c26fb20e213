"""What German says of who speaks in ways that other languages do not."""

from __future__ import annotations

import re

from reader.text.naming.mentions import Mention
from reader.text.quoted.marks import Marked
from reader.text.saying import FARTHEST_CUE, Attribution, How, Sayings

_TALKED_OF = re.compile(r" die Rede\b")
_TAKES_UP = re.compile(r"(?:Das|Dies|So|Damit) (?=(\w+))")
"""How a sentence begins that says who spoke the one before it."""

_ENDS_SENTENCE = frozenset(".!?…")


class CaseSayings(Sayings):
    """Reads passives, „Das sagte Max Ott“ and „ist die Rede“ by case."""

    def _subject_by_case(
        self, start: int, end: int, cue: re.Match[str], verb: int
    ) -> Mention | None:
        """The subject of a verb, or whom it quotes, wherever in its clause that stands."""
        assert self._clauses is not None
        if cue.group() in self._cues.words["impersonal"]:
            if not self._clauses.is_impersonal(cue.start(), cue.end()):
                return None
            return self._clauses.impersonal(start, end, verb)
        if self._is_passive(start, end, cue):
            return self._clauses.agent(start, end, verb)
        if cue.group() in self._cues.words["quoting"]:
            return self._clauses.quoted(start, end, verb)
        return self._clauses.subject(start, end, verb)

    def _is_passive(self, start: int, end: int, cue: re.Match[str]) -> bool:
        """Whether a participle says what is said of its subject: „wird … bezeichnet“."""
        if cue.group() not in self._cues.words["done_to"]:
            return False
        passive = self._cues.passive_auxiliary
        return passive.search(self._text, start, min(end, cue.end() + 8)) is not None

    def _talked_of(self, mark: Marked) -> Attribution | None:
        """Where something is talked of: „in dem Brief ist von einer ‚Farce‘ die Rede“."""
        cue = _TALKED_OF.match(self._text, mark.closing)
        if cue is None or self._clauses is None:
            return None
        least = max(0, mark.opening - FARTHEST_CUE)
        start = self._sentences.start_before(mark.opening, least) or least
        speaker = self._clauses.impersonal(start, mark.opening, start)
        return self._spoken(How.AFTER, speaker, cue) if speaker else None

    def _done_by(self, mark: Marked, cue: re.Match[str]) -> Attribution | None:
        """Who speaks in a passive that ends with its participle: „wird vom Rat ‚Farce‘ genannt“."""
        least = max(0, mark.opening - FARTHEST_CUE)
        start = self._sentences.start_before(mark.opening, least) or least
        if self._clauses is None or not self._is_passive(start, cue.end(), cue):
            return None
        agent = self._clauses.agent(start, mark.opening, mark.opening - 1)
        return self._spoken(How.AFTER, agent, cue) if agent else None

    def _taken_up(self, at: int, end: int) -> Attribution | None:
        """What the next sentence says of the one before: „Das sagte Max Ott“."""
        taken_up = _TAKES_UP.match(self._text, at, end)
        if taken_up is None or self._clauses is None:
            return None
        for cue in self._cues.verb.finditer(self._text, taken_up.end(), end):
            low = taken_up.group(1).lower()
            if cue.start() > taken_up.end() and low not in self._cues.words["finite"]:
                return None
            speaker = self._clauses.subject(taken_up.end(), end, cue.start())
            if speaker is not None:
                return self._spoken(How.AFTER, speaker, cue)
        return None

    def _ends_sentence(self, mark: Marked) -> bool:
        return self._sentences.text[mark.end - 1] in _ENDS_SENTENCE
