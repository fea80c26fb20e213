"""What stands around each quotation of a story that says who speaks it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.text.cues.fiction import Fiction
from reader.text.naming.mentions import VEIL, Kind, Mention
from reader.text.naming.reading import Reading, Spoken
from reader.text.quoted.marks import Family, Marked
from reader.text.saying import Attribution, How
from reader.text.story.addressing import Addressed, addressed_in
from reader.text.story.dialogue import Link

ANOTHER_SCENE = 3000
"""Characters between two quotations from which on another scene is told."""

LONGEST_BEAT = 400
"""Characters beside a quotation that say what its speaker does."""

# What it weighs that somebody does something beside a quotation.
ACTS_BEFORE = 3.5
ACTS_IN_ANOTHER_PARAGRAPH = 1.0
ACTS_BEHIND = 1.0
ACTS_BEHIND_IN_THE_PARAGRAPH = 2.5
IS_SAID_FAR_OFF = 2.0
IS_THE_NEXT = 0.8

_DASHES = "—–―"
_BLANK = " \u00a0"
_ENDS_SENTENCE = (".", "!", "?", "…")
_LEADS_UP = (":", ",", "-", "—", "–")
_INVERTED = re.compile(r"[a-z]{2,}ed(?:,? [a-z ]{0,12}[a-z]+ly)?,? (?=\S)")
"""A verb in the past before its subject: “yawned Tom”."""

_CLAUSE = re.compile(r" (?:that|to|how|why|whether) ")
"""What begins what somebody says in the narrator's words."""


@dataclass(slots=True)
class Said:
    """One quotation, and what stands around it."""

    spoken: Spoken
    link: Link
    addressed: Addressed
    explicit: Mention | None = None
    """Who the sentence around it says to speak."""

    beats: list[tuple[Mention, float]] = field(default_factory=list)
    """Who does something beside it, and what that weighs."""


class Evidence:
    """Reads what stands around the quotations of one story."""

    def __init__(
        self, reading: Reading, fiction: Fiction, found: Sequence[Spoken]
    ) -> None:
        """Read a story's quotations.

        Args:
            reading: The story.
            fiction: The words by which its language tells stories.
            found: Its quotations, in order.
        """
        self._reading = reading
        self._text = reading.text
        self._veiled = reading.veiled
        self._fiction = fiction
        self._found = self._without_phrases(found)
        self._is_run_together = self._are_run_together()

    def all(self) -> list[Said]:
        """What stands around each quotation, in order."""
        said: list[Said] = []
        found = self._found
        for index, spoken in enumerate(found):
            last = said[-1] if said else None
            behind = found[index + 1].mark if index + 1 < len(found) else None
            one = Said(
                spoken,
                self._link(last, spoken.mark),
                addressed_in(self._reading.words_of(spoken.mark), self._fiction),
            )
            self._attribute(one, behind)
            self._add_beats(one, last)
            if not self._is_run_together:
                self._add_beat_behind(one, behind)
            said.append(one)
        return said

    def _without_phrases(self, found: Sequence[Spoken]) -> list[Spoken]:
        """Leave out what is no speech but somebody's way of putting it: the “old salt”.

        In a story words without a capital are spoken only where their sentence
        says so, or where they go on from what was spoken before.
        """
        kept: list[Spoken] = []
        for one in found:
            begun = kept[-1].mark.closing if kept else 0
            said = one.attribution is not None and one.attribution.beside
            small = self._text[one.mark.start].islower()
            goes_on = begun and not self._sentences(begun, one.mark.opening)
            if said or not small or goes_on:
                kept.append(one)
        return kept

    def _are_run_together(self) -> bool:
        """Whether paragraphs were lost: quotations that answer one another share one."""
        between = [
            self._veiled[one.mark.closing : other.mark.opening]
            for one, other in zip(self._found, self._found[1:], strict=False)
        ]
        adjacent = sum(not one.strip(f"{_BLANK}{_DASHES}") for one in between)
        return 2 * adjacent > sum("\n" in one for one in between)

    def _link(self, last: Said | None, mark: Marked) -> Link:
        """How a quotation goes on from the one before."""
        if last is None:
            return Link.APART
        start, end = last.spoken.mark.closing, mark.opening
        if end - start > ANOTHER_SCENE:
            return Link.APART
        between = self._veiled[start:end]
        if self._reading.paragraphs.start_at(end) > start:
            told = between.rstrip(f" \n{VEIL}").count("\n") > 2
            return Link.OPEN if told else Link.TURN
        bare = between.strip(f"{_BLANK}{VEIL}")
        sentences = self._sentences(start, end)
        if mark.family is Family.DASH and bare.endswith((*_DASHES,)):
            only_cued = last.explicit is not None and len(sentences) < 2
            bare = bare.strip(f"{_BLANK}{_DASHES}.,;:!?…")
            return Link.OPEN if bare and not only_cued else Link.TURN
        goes_on = not sentences
        if not self._is_run_together:
            breaks_in = goes_on and not bare.endswith(_ENDS_SENTENCE)
            return Link.SAME if breaks_in else Link.GOES_ON
        if not bare:
            return Link.TURN
        if not bare.endswith(_ENDS_SENTENCE):
            return Link.SAME if goes_on else Link.OPEN
        if goes_on and last.explicit is not None and last.explicit.start >= start:
            asks = self._text[last.spoken.mark.end - 1] == "?"
            return Link.ASKED if asks else Link.MAY_GO_ON
        return Link.OPEN

    def _sentences(self, start: int, end: int) -> list[int]:
        """Where sentences start between two offsets."""
        return self._reading.sentences.between(start, end)

    def _attribute(self, one: Said, behind: Marked | None) -> None:
        """Take in what the sentence around a quotation says of who speaks."""
        mark, found = one.spoken.mark, one.spoken.attribution
        if found is None or found.speaker is None:
            found = self._said_otherwise(mark, behind)
        if found is None or found.speaker is None:
            return
        if self._is_of_the_next(mark, found, behind):
            one.beats.append((found.speaker, IS_THE_NEXT))
        elif self._leads_to(mark, found):
            one.explicit = found.speaker
        else:
            one.beats.append((found.speaker, IS_SAID_FAR_OFF))

    def _leads_to(self, mark: Marked, found: Attribution) -> bool:
        """Whether what says who speaks stands right beside what is spoken."""
        if found.how is not How.BEFORE:
            return found.beside and found.how is not How.LOOSE
        lead = self._veiled[max(0, mark.opening - 4) : mark.opening].rstrip()
        return lead.endswith(_LEADS_UP) or not lead.endswith(_ENDS_SENTENCE)

    def _said_otherwise(
        self, mark: Marked, behind: Marked | None
    ) -> Attribution | None:
        """A clause that goes on from a quotation with a verb that need not be of speech.

        “Oh,” yawned Tom; “I see,” she glowed.
        """
        last = self._text[mark.end - 1]
        if last not in ",!?":
            return None
        at = mark.closing
        while self._veiled[at : at + 1] in (*_BLANK,):
            at += 1
        end = self._reading.paragraphs.end_at(mark.closing)
        if behind is not None:
            end = min(end, behind.opening)
        end = min(self._reading.sentences.end_after(at, end), at + LONGEST_BEAT)
        verb = _INVERTED.match(self._veiled, at, end)
        attributor = self._reading.attributor
        if verb is not None:
            subject = attributor.phrases.after(verb.end(), end)
        elif last == ",":
            subject = attributor.beat(at, end)
            if subject is not None and subject.start > at + 1:
                return None
        else:
            return None
        cue = None if verb is None else verb.group().strip()
        return Attribution(How.AFTER, subject, cue, start=at)

    def _is_of_the_next(
        self, mark: Marked, found: Attribution, behind: Marked | None
    ) -> bool:
        """Whether a sentence is about the next speaker: Tom, in “Go!” Tom nodded. “Yes.”."""
        assert found.speaker is not None
        if (
            found.how is not How.AFTER
            or behind is None
            or not self._is_run_together
            or self._text[mark.end - 1] == ","
            or self._reading.paragraphs.start_at(behind.opening) > mark.closing
        ):
            return False
        begins = self._veiled[mark.closing : mark.closing + 2].strip()[:1]
        cue = found.cue or ""
        acts = (
            cue.lower() in self._fiction.words["silent"]
            or cue.lower() in self._reading.cues.words["addressing"]
            or _CLAUSE.match(self._veiled, found.start + len(cue)) is not None
        )
        return acts and begins.isupper() and found.speaker.start < found.start

    def _add_beats(self, one: Said, last: Said | None) -> None:
        """Take in who does something in the sentence before a quotation."""
        if one.link in (Link.SAME, Link.GOES_ON, Link.MAY_GO_ON, Link.ASKED):
            return
        end = one.spoken.mark.opening
        begun = last.spoken.mark.closing if last is not None else 0
        least = max(begun, end - LONGEST_BEAT)
        starts = self._sentences(least, end)
        if not starts and self._veiled[least:end].strip()[:1].islower():
            return
        start = starts[-1] if starts else least
        if not self._veiled[start:end].strip(f" {VEIL}\n"):
            start = starts[-2] if len(starts) > 1 else least
        subject = self._reading.attributor.beat(start, end)
        if subject is None:
            return
        if one.explicit is None or one.explicit.kind is Kind.PRONOUN:
            here = start >= self._reading.paragraphs.start_at(end)
            weight = ACTS_BEFORE if here else ACTS_IN_ANOTHER_PARAGRAPH
            one.beats.append((subject, weight))
        if last is not None and last.explicit is None and start >= begun:
            behind = self._sentences(begun, end)
            if not behind or start == behind[0]:
                last.beats.append((subject, ACTS_BEHIND))

    def _add_beat_behind(self, one: Said, behind: Marked | None) -> None:
        """Take in who does something in the rest of a quotation's own paragraph."""
        mark = one.spoken.mark
        end = self._reading.paragraphs.end_at(mark.closing)
        if behind is not None:
            end = min(end, behind.opening)
        end = min(end, mark.closing + LONGEST_BEAT)
        if one.explicit is not None or not self._veiled[mark.closing : end].strip():
            return
        subject = self._reading.attributor.beat(mark.closing, end)
        if subject is not None:
            one.beats.append((subject, ACTS_BEHIND_IN_THE_PARAGRAPH))
