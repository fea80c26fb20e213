"""Which words around a quotation say who speaks.

Only what stands in the text is looked at here; whom a pronoun or a short
name means is `coreference`'s business.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reader.text.case_sayings import CaseSayings
from reader.text.cues.table import words_of
from reader.text.naming.mentions import VEIL, Kind, Mention, chunks_of
from reader.text.naming.names import words_in
from reader.text.naming.wording import CONJUNCTIONS
from reader.text.quoted.marks import Marked
from reader.text.saying import FARTHEST_CUE, Attribution, How

_BESIDE = re.compile(
    r"\s*(?:that|dass|daß|que|qu['’]|che|dat|how|why|als|as|wie folgt|so|de|d['’]|di|como|come|comme|em|van)?[\s,:—–-]*(?:a|an|the|ein|eine|einen|un|una|une|eine[mr]?|der|die|das|den|el|la|le)?\s*"
)
_LEADS_UP = re.compile(rf"(?:,[^,.;:{VEIL}]{{1,60}})?[\s:]*")
"""What may stand between an author and a quotation: « son grand-père, ancien mineur : »."""

_FOR = words_of("pour para per voor")
"""Sources that mean “for” right behind a quotation: « un coup dur » pour son groupe."""

_ENDS_SENTENCE = frozenset(".!?…")
FARTHEST_RELATIVE = 24
"""Characters behind “according to” in which “whom” may stand."""

LONGEST_MARKED = 48
"""Characters of a paper's name and the noun before it."""

_MARKED = re.compile(rf"(\w+) ({VEIL}{{3,40}})\s*$")
_MARKED_BEHIND = re.compile(rf"(?: \w+)?? (\w+) ({VEIL}{{3,40}})(?!{VEIL})")
_SKIPPED = re.compile(r"[\s,;.،—–)\]-]*")
_SIGNATURE = re.compile(r"\s*(?:—|–|--|-)\s*(?=\S)")
_INVERTED_PRONOUN = re.compile(
    r"[-‑](?:t[-‑])?(il|elle|ils|elles|on|je|ele|ela)\b", re.IGNORECASE
)


def inverted_pronoun(text: str, at: int, end: int) -> Mention | None:
    """The pronoun that hangs on a verb: the “-il” of « dit-il »."""
    found = _INVERTED_PRONOUN.match(text, at, end)
    if found is None:
        return None
    return Mention(found.start(1), found.end(1), Kind.PRONOUN, found.group(1))


class Attributor(CaseSayings):
    """Reads the attributions of one text."""

    def before(self, start: int, opening: int) -> Attribution | None:
        """Read the clause that leads up to a quotation.

        Args:
            start: Where the sentence starts.
            opening: Where the quotation's mark is.
        """
        start = max(start, opening - FARTHEST_CUE)
        if not self._text[start:opening].strip(f"{VEIL} \t\n\u00a0"):
            return None
        found = [*self._cues.verb.finditer(self._text, start, opening)]
        said = self._said_before(start, opening, found[-5:])
        if said is not None and said.beside:
            return said
        if said is not None and self._clauses is not None:
            own = self._clauses.beside_quotation(said.start, opening)
            if own is not None:
                return Attribution(How.LOOSE, own, None, beside=False, start=own.start)
        # “Moreno said the roof, according to the council, was ‘gone’.”
        since = said.start if said is not None else start
        if sourced := self._sourced_before(start, since, opening):
            return sourced
        if said is not None:
            return said
        if self._cues.nouns_too:
            found = [one for one in found if not self._is_no_verb(start, one)]
        if found:
            speaker = self._phrases.main(start, found[-1].start())
            cue = found[-1]
            if speaker is not None or self._is_beside(cue.end(), opening):
                return self._spoken(
                    How.BEFORE,
                    speaker,
                    cue,
                    beside=self._is_beside(cue.end(), opening),
                )
            if self._cues.drops_pronouns and not self._is_manner(cue):
                return self._spoken(How.LOOSE, None, cue, beside=False)
        if thought := self._cues.own_source.search(self._text, start, opening):
            return self._spoken(How.LOOSE, None, thought, beside=False)
        if self._text[start:opening].rstrip().endswith(":"):
            speaker = self._author(start, opening) or self._phrases.main(start, opening)
            if speaker is not None and not self._phrases.may_speak(speaker):
                speaker = None
            speaker = speaker or self._named_at_end(start, opening)
            return Attribution(How.LABEL, speaker, None, start=start)
        return None

    def _named_at_end(self, start: int, opening: int) -> Mention | None:
        """Whoever stands right before a colon: «Al suo fianco la collega Mara: “…”»."""
        if not self._cues.adjectives_follow:
            return None
        end = start + len(self._text[start:opening].rstrip(" :\u00a0"))
        chunk = chunks_of(self._text, start, end)[-1]
        named = self._phrases.at_end(*chunk)
        if named is None or not self._phrases.may_speak(named):
            return None
        before = self._text[chunk[0] : named.start].lower().split()[-1:]
        governed = self._cues.words["opening"] | self._cues.words["linking"]
        return None if governed.intersection(before) else named

    def _author(self, start: int, opening: int) -> Mention | None:
        """Whoever a document is by that a colon opens: “a letter from Ada Moreno: ‘…’”."""
        said = self._cues.words["documents"] | self._cues.words["remarks"]
        words = words_in(self._text, start, opening)
        for document, by in pairwise(words):
            if (
                document.group().lower() in said
                and by.group().lower() in self._cues.words["linking"]
            ):
                author = self._phrases.after(by.end(), opening, is_subject=False)
                if author and _LEADS_UP.fullmatch(self._text, author.end, opening):
                    return author
        return None

    def _said_before(
        self, start: int, opening: int, found: Sequence[re.Match[str]]
    ) -> Attribution | None:
        """Who is the subject of the last verb of saying before a quotation."""
        for cue in reversed(found):
            if self._is_no_verb(start, cue) or (
                cue.group().endswith(self._cues.participle_ending)
                and self._text[start : cue.start()].rstrip()[-1:] in (",", VEIL)
            ):
                continue
            if not self._is_beside(cue.end(), opening) and self._is_manner(cue):
                continue
            speaker = self._subject(start, cue, opening)
            if speaker is None:
                continue
            return self._spoken(
                How.BEFORE,
                self._issuer(start, speaker, cue) or speaker,
                cue,
                beside=self._is_beside(cue.end(), opening),
            )
        return None

    def _sourced_before(
        self, start: int, since: int, opening: int
    ) -> Attribution | None:
        """Whom a sentence names behind “according to”, or in its like."""
        found = [*self._cues.source_beside.finditer(self._text, since, opening)]
        for cue in reversed(found):
            set_apart = self._text[start : cue.start()].rstrip().endswith(",")
            if not set_apart and self._cues.source.fullmatch(cue.group()) is None:
                continue
            if self._is_relative(cue.end()):
                # «Luca Zanetti, secondo cui …»
                speaker = self._phrases.before(start, cue.start())
            else:
                speaker = self._phrases.after(cue.end(), opening, is_subject=False)
            if speaker is not None:
                return self._spoken(How.LOOSE, speaker, cue)
        for cue in self._cues.source_after.finditer(self._text, since, opening):
            speaker = self._phrases.at_end(start, cue.start())
            if speaker is not None:
                return self._spoken(How.LOOSE, speaker, cue)
        return None

    def _is_relative(self, at: int) -> bool:
        """Whether a relative pronoun follows, with or without an article: «il quale»."""
        words = words_in(self._text, at, at + FARTHEST_RELATIVE)[:2]
        lows = [word.group().lower() for word in words]
        if lows and lows[0] in self._cues.words["determiners"]:
            lows = lows[1:]
        return bool(lows) and lows[0] in self._cues.words["relatives"]

    def after(self, mark: Marked, end: int) -> Attribution | None:
        """Read the clause that follows a quotation.

        Args:
            mark: The quotation.
            end: Where the next quotation or the paragraph ends the search.
        """
        text, closing = self._text, mark.closing
        end = min(end, closing + FARTHEST_CUE)
        if text.startswith(":", closing):
            speaker = self._phrases.after(closing + 1, end)
            return (
                Attribution(How.LABEL, speaker, None, start=closing)
                if speaker
                else None
            )
        if signed := _SIGNATURE.match(text, closing, end):
            speaker = self._phrases.after(signed.end(), end)
            if (
                speaker is not None
                and speaker.kind is Kind.NAME
                and speaker.start == signed.end()
            ):
                rest = text[speaker.end : end]
                if not self._cues.verb.search(rest[:60]):
                    return Attribution(How.LABEL, speaker, None, start=closing)
        skipped = _SKIPPED.match(text, closing, end)
        at = skipped.end() if skipped else closing
        if at >= end:
            return None
        stopped = "." in text[closing:at]
        end = self._sentences.end_after(at, end)
        if stopped or self._ends_sentence(mark):
            taken_up = self._taken_up(at, end)
            if taken_up is not None:
                return taken_up
        if (cue := self._cues.source_beside.match(text, at, end)) and (
            cue.group() not in _FOR or "," in text[closing:at]
        ):
            speaker = self._phrases.after(cue.end(), end, is_subject=False)
            if speaker is not None:
                return self._spoken(How.AFTER, speaker, cue)
        if talked_of := self._talked_of(mark):
            return talked_of
        if cue := self._cues.verb.match(text, at, end):
            if passive := self._done_by(mark, cue):
                return passive
            inverted = self._inverted(cue, end)
            if inverted.speaker is not None:
                return inverted
            return self._following(cue.end(), end) or inverted
        if stopped or (self._ends_with_stop(mark) and text[at].isupper()):
            return None
        return self._following(at, end) or self._by_any_verb(mark, at, end)

    def beat(self, start: int, end: int) -> Mention | None:
        """The subject of a sentence beside a quotation that says nothing of speech."""
        if self._clauses is None:
            return self._phrases.main(start, end)
        if self._cues.reported.search(self._text, start, end):
            # „Die Stadt habe ‚versagt‘“: somebody else says so.
            return None
        subject = self._clauses.main(start, end)
        return subject if subject and self._clauses.may_speak(subject) else None

    def subject(self, start: int, end: int) -> Mention | None:
        """Whoever a sentence says to speak, or else what it is about."""
        spoken = self.before(start, end)
        if spoken is not None and spoken.speaker is not None:
            return spoken.speaker
        return self._phrases.main(start, end)

    def _inverted(self, cue: re.Match[str], end: int) -> Attribution:
        """“…,” said Ada Moreno."""
        speaker: Mention | None
        if pronoun := _INVERTED_PRONOUN.search(cue.group()):
            a, b = (cue.start() + one for one in pronoun.span(1))
            speaker = Mention(a, b, Kind.PRONOUN, pronoun.group(1))
            speaker = self._where_said(speaker, end) or speaker
        elif speaker := inverted_pronoun(self._text, cue.end(), end):
            speaker = self._where_said(speaker, end) or speaker
        elif cue.group().lower() in self._cues.words["addressing"]:
            speaker = None
        elif self._clauses is None and (
            speaker := self._marked_name(_MARKED_BEHIND.match(self._text, cue.end()))
        ):
            pass
        elif self._clauses is not None:
            speaker = self._subject_by_case(cue.start(), end, cue, cue.start())
        else:
            speaker = self._phrases.after(cue.end(), end)
        return self._spoken(How.AFTER, speaker, cue)

    def _following(self, at: int, end: int) -> Attribution | None:
        """“…,” Ada Moreno said."""
        for cue in (*self._cues.verb.finditer(self._text, at, end),)[:3]:
            if self._is_no_verb(at, cue):
                continue
            speaker = (
                self._subject_by_case(at, end, cue, cue.start())
                if self._clauses is not None
                else self._phrases.before(at, cue.start())
            )
            if speaker is None and self._text[at : cue.start()].rstrip().endswith(","):
                speaker = self._phrases.after(cue.end(), end)
            if speaker is None:
                continue
            beside = self._leads(at, speaker.start)
            if not beside and self._is_manner(cue):
                continue
            return self._spoken(
                How.AFTER if beside else How.LOOSE, speaker, cue, beside=beside
            )
        for cue in self._cues.source.finditer(self._text, at, end):
            speaker = self._phrases.after(cue.end(), end, is_subject=False)
            if speaker is not None:
                return self._spoken(How.LOOSE, speaker, cue, beside=False)
        for cue in self._cues.source_after.finditer(self._text, at, end):
            speaker = self._phrases.at_end(at, cue.start())
            if speaker is not None:
                return self._spoken(How.LOOSE, speaker, cue, beside=False)
        return None

    def _is_manner(self, cue: re.Match[str]) -> bool:
        """Whether a verb speaks of speech only beside a quotation: “smiled”."""
        return cue.group() in self._cues.words["manners"]

    def _is_no_verb(self, start: int, cue: re.Match[str]) -> bool:
        """Whether a word is a noun or an infinitive: “their claims”, “to explain”."""
        before = self._text[max(start, cue.start() - 16) : cue.start()].split()
        behind = self._text[cue.end() : cue.end() + 8].split()
        words = self._cues.words
        return (
            bool(before)
            and (
                before[-1].lower() in words["no_verb_after"]
                or (
                    cue.group() in words["nouns_too"]
                    and before[-1].lower() in words["determiners"] | words["linking"]
                )
                or before[-1].endswith(("’s", "'s"))
                or (
                    before[-1].lower() in words["passive_before"]
                    and not cue.group().endswith(self._cues.participle_ending)
                )
            )
        ) or (bool(behind) and behind[0].strip(",.") in words["no_verb_before"])

    def _subject(self, start: int, cue: re.Match[str], end: int) -> Mention | None:
        """The subject of a verb before a quotation, on either side of the verb."""
        if pronoun := inverted_pronoun(self._text, cue.end(), end):
            return pronoun
        verb = cue
        if cue.group().lower() in self._cues.words["passives"]:
            verb = self._cues.auxiliary.search(self._text, start, cue.start()) or cue
        if self._cues.inverted_pronouns and (
            pronoun := self._phrases.pronoun_after(verb.end(), end)
        ):
            return pronoun
        if self._clauses is not None:
            return self._subject_by_case(start, end, cue, verb.start())
        if cue.group() in self._cues.words["impersonal"]:
            return self._phrases.at_end(start, cue.start())
        if named := self._named_between_marks(start, verb.start()):
            return named
        subject = self._phrases.before(start, verb.start())
        if subject is not None and self._is_anybody(subject):
            return self._body_behind(start, subject.start) or subject
        if subject is not None and self._has_insertion(subject, verb.start()):
            return subject
        if not self._may_invert(start, cue):
            return subject
        stop = end if verb is cue else cue.start()
        behind = self._phrases.after(verb.end(), stop)
        if behind is None and not self._cues.has_capitals:
            return self._phrases.unmarked_before(start, verb.start())
        if behind is None:
            return subject
        if subject is None and (behind.kind is Kind.PRONOUN or self._cues.verb_second):
            goes_on = self._goes_on(start, verb.start())
            if goes_on and behind.kind is Kind.PRONOUN:
                return self._phrases.main(start, verb.start())
            shared = self._shared(start, cue, behind, goes_on=goes_on)
            if shared is not None:
                return shared
        if not self._cues.verb_second and (
            self._text[start : cue.start()].rstrip().endswith(",")
        ):
            # “It may help, says Ada Moreno.”
            follows = self._text[behind.end : end].lstrip()[:1]
            is_last = follows in ("", ".", ",") and subject is not behind
            return behind if is_last and not self._is_named(subject) else subject
        if self._opens_with_circumstance(start, cue.start()):
            if not self._cues.adjectives_follow:
                return behind
            if subject is not None and (
                self._text[start : subject.start].rstrip().endswith(",")
            ):
                return subject
            if not self._phrases.may_speak(behind):
                body = self._body_behind(start, verb.start())
                return body or (subject and behind)
        if subject is None:
            return behind
        lone = " " not in subject.text and subject.kind is Kind.DESCRIPTION
        if lone and behind.kind is Kind.NAME:
            return behind
        return subject

    def _is_anybody(self, mention: Mention) -> bool:
        """Whether a pronoun means whoever is in a place: « on ».

        It says no more than that somebody there does something.
        """
        return mention.text.lower() in self._cues.words["anybody"]

    def _where_said(self, pronoun: Mention, end: int) -> Mention | None:
        """The body in which “one” says something: « reconnaît-on au ministère »."""
        if not self._is_anybody(pronoun):
            return None
        return self._body_behind(pronoun.end, end)

    def _body_behind(self, start: int, end: int) -> Mention | None:
        """The body that a clause begins with: «En la Casa Rosada minimizaron las críticas»."""
        words = words_in(self._text, start, end)
        outside = self._cues.words["opening"] | self._cues.words["linking"]
        if not words or words[0].group().lower() not in outside:
            return None
        body = self._phrases.after(words[0].end(), end, is_subject=False)
        return body if body is not None and self._phrases.may_speak(body) else None

    def _shared(
        self, start: int, cue: re.Match[str], behind: Mention, *, goes_on: bool
    ) -> Mention | None:
        """The subject that a verb shares with the one before it, in a sentence with both.

        What stands behind the verb is then its object: «Il ministro chiude e avverte
        gli alleati».
        """
        if not self._cues.verb_second or behind.kind is Kind.NAME:
            return None
        takes_object = cue.group() in (
            self._cues.words["describing"] | self._cues.words["addressing"]
        )
        lead = self._text[start : cue.start()].rstrip()
        if not goes_on and not (takes_object and lead.endswith(",")):
            return None
        main = self._phrases.main(start, cue.start())
        return main if main is not None and self._phrases.may_speak(main) else None

    def _has_insertion(self, subject: Mention, end: int) -> bool:
        """Whether commas part a subject from its verb: “The owners, who fled, thanked”."""
        between = self._text[subject.end : end].strip()
        return len(between) > 1 and between[0] == between[-1] == ","

    @staticmethod
    def _is_named(mention: Mention | None) -> bool:
        """Whether a mention is a name of several words."""
        return mention is not None and mention.kind is Kind.NAME and " " in mention.text

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether a verb shares the subject of the one before: “rose and said”."""
        words = self._text[max(start, end - 8) : end].split()
        return bool(words) and words[-1].lower() in CONJUNCTIONS

    def _named_between_marks(self, start: int, end: int) -> Mention | None:
        """The paper that is named between marks right before a verb: „die ‚Post‘ schrieb“."""
        marked = _MARKED.search(self._text, max(start, end - LONGEST_MARKED), end)
        return self._marked_name(marked)

    def _marked_name(self, marked: re.Match[str] | None) -> Mention | None:
        if marked is None or not self._phrases.may_be_named(marked.group(1)):
            return None
        a, b = marked.start(2) + 1, marked.end(2) - 1
        inside = self._sentences.text[a:b]
        if not inside[:1].isupper() or inside[-1:] in _ENDS_SENTENCE or a >= b:
            return None
        return Mention(a, b, Kind.NAME, inside)

    def _issuer(
        self, start: int, speaker: Mention, cue: re.Match[str]
    ) -> Mention | None:
        """Whoever “issued a statement warning that …”."""
        if speaker.kind is not Kind.DESCRIPTION or not cue.group().endswith(
            self._cues.participle_ending
        ):
            return None
        if speaker.text.lower().split()[-1] not in self._cues.words["documents"]:
            return None
        return self._phrases.main(start, speaker.start)

    def _may_invert(self, start: int, cue: re.Match[str]) -> bool:
        if cue.group().lower() in self._cues.words["addressing"]:
            return False
        if self._cues.verb_second:
            return True
        before = self._text[start : cue.start()].strip(f"{VEIL} \n")
        return before.endswith(",") or not before.strip(",")

    def _opens_with_circumstance(self, start: int, end: int) -> bool:
        """Whether what stands before a verb is “in a letter”, not its subject."""
        words = self._text[start:end].split(maxsplit=1)
        outside = self._cues.words["opening"] | self._cues.words["fillers"]
        if self._cues.adjectives_follow:
            outside -= self._cues.words["articles"]
        return bool(words) and words[0].strip(",").lower() in outside

    def _leads(self, at: int, start: int) -> bool:
        """Whether a clause's subject stands at its start, or after its title."""
        between = self._text[at:start]
        if start - at > 120:
            return False
        words = re.findall(r"\w+", between.lower())
        outside = self._cues.words["opening"] | self._cues.words["fillers"]
        return not words or words[0] not in outside - self._cues.words["determiners"]

    def _is_beside(self, cue_end: int, opening: int) -> bool:
        between = self._text[cue_end:opening]
        return between.rstrip().endswith(":") or _BESIDE.fullmatch(between) is not None

    def _ends_with_stop(self, mark: Marked) -> bool:
        return self._sentences.text[mark.end - 1] == "."
