"""Who a German clause is about, wherever in it the subject stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.text.cues.table import Cues
from reader.text.naming.mentions import AT_COMMAS, VEIL, Kind, Mention, chunks_of
from reader.text.naming.names import Name, names_in, words_in
from reader.text.naming.noun_groups import NounGroup, NounGroups
from reader.text.naming.phrases import Phrases

MOST_CHUNKS = 8
"""Pieces between commas before a verb in which its subject is sought."""

LONGEST_NAME_IN_MARKS = 40
_AGENTS = frozenset(("von", "vom", "durch"))
_SHARING = frozenset(("und", "sowie", "aber"))
"""Conjunctions behind which a verb has the subject of the one before."""

_PERSON_ENDING = re.compile(
    r"(?:\w{3}er|erin|ist|istin|ent|entin|[at]or|orin|mann|frau|leute|ende|[Jj]ährige[rn]?)$"
)
_JOINS = re.compile(r" (?:und|sowie|oder) ")
_NO_NAME = re.compile(r".*[.!?…]|[^A-ZÄÖÜ0-9].*", re.DOTALL)

Stretch = tuple[int, int]


class Clauses(Phrases):
    """Finds the subjects of verbs by case rather than by place."""

    def __init__(
        self, text: str, cues: Cues, plain: str, names: Sequence[Name]
    ) -> None:
        """Look for subjects in a text.

        Args:
            text: The text, quotations veiled.
            cues: The words of its language.
            plain: The text as it is.
            names: Its names, in order.
        """
        super().__init__(text, cues, names)
        self._plain = plain
        self._groups_of = NounGroups(text, cues, plain)
        self._subordinating = cues.words["subordinating"]

    def subject(self, start: int, end: int, verb: int) -> Mention | None:
        """Find the subject of a verb in a sentence.

        Args:
            start: Where the sentence starts.
            end: Where it ends, or what is quoted in it begins.
            verb: Where the verb stands.

        Returns:
            Whoever may be its subject by case; of several, who may speak.
        """
        chunks = chunks_of(self._text, start, end, AT_COMMAS)
        index = next((i for i, (_, b) in enumerate(chunks) if verb < b), -1)
        chunks = chunks[max(0, index - MOST_CHUNKS) :]
        index = min(index, MOST_CHUNKS)
        a, b = self._trimmed(*chunks[index])
        groups = self._groups_of.between(a, b)
        first = self._first_word(a, b)
        if index and first in self._relatives and not self._begins(groups, a):
            own = self._best([one for one in groups if one.start > a], surely=True)
            return self._as_mention(own) if own else self._antecedent(chunks[index - 1])
        found = self._best(groups)
        if first not in self._subordinating:
            lead = self._text[a:verb].lower().split()
            if all(self._is_filler(word) or word in _SHARING for word in lead):
                pending = self._pending(chunks[:index])
                if pending is not None:
                    return pending
                if lead and lead[0] in _SHARING:
                    return self.main(start, a)
            elif lead and lead[-1] in _SHARING and found is not None:
                # „und forderte“ goes on with the subject of the verb before.
                groups = [one for one in groups if one.start < verb]
                found = self._best(groups) or found
        if found is None:
            return self._pending(chunks[:index]) or self._noble(groups)
        return self._apposed(chunks, index, found) or self._as_mention(found)

    def main(self, start: int, end: int) -> Mention | None:
        """Find the subject that a sentence most likely has, its verb unknown."""
        chunks = chunks_of(self._text, start, end, AT_COMMAS)[:MOST_CHUNKS]
        fallback: Mention | None = None
        for index, chunk in enumerate(chunks):
            a, b = self._trimmed(*chunk)
            first = self._first_word(a, b)
            groups = self._groups_of.between(a, b)
            if a >= b or self._in_brackets(a):
                continue
            if first in self._subordinating or (
                index and first in self._relatives and not self._begins(groups, a)
            ):
                continue
            found = self._best(groups)
            if found is None:
                continue
            mention = self._apposed(chunks, index, found) or self._as_mention(found)
            if self._rank(found) < _OTHERS:
                return mention
            fallback = fallback or self._holder(found) or mention
        return fallback

    def beside_quotation(self, start: int, end: int) -> Mention | None:
        """Find the subject of a sentence's last clause, if another quotation parts it.

        „Orr nannte ihn ‚klug‘, Minister Ott lobte seinen ‚Mut‘.“
        """
        comma = self._text.rfind(",", start, end)
        if comma < 0 or VEIL not in self._text[start:comma]:
            return None
        groups = self._groups_of.between(comma + 1, end)
        a, _ = self._trimmed(comma + 1, end)
        if not self._begins(groups, a) or self._best(groups[:1]) is None:
            return None
        if self._rank(groups[0]) != _PEOPLE or self._cues.reported.search(
            self._text, comma, end
        ):
            return None
        return self._as_mention(groups[0])

    def after(self, start: int, end: int, *, is_subject: bool = True) -> Mention | None:
        """Find the group behind a verb or a preposition."""
        chunks = chunks_of(self._text, start, end, AT_COMMAS)
        a, b = chunks[0]
        if not self._text[a:b].strip() and len(chunks) > 1 and not is_subject:
            return None
        groups = self._groups_of.between(a, b)
        if not is_subject:
            chosen = groups[0] if groups else None
            if chosen is not None and not self._may_stand_between(a, chosen.start):
                return None
        else:
            chosen = self._best(groups)
        if chosen is None:
            return None
        return self._apposed(chunks, 0, chosen) or self._as_mention(chosen)

    def quoted(self, start: int, end: int, verb: int) -> Mention | None:
        """Find whom somebody quotes: „die ‚Post‘ zitiert Max Ott“, „Max Ott wird zitiert“."""
        chunks = chunks_of(self._text, start, end, AT_COMMAS)
        a, b = next((one for one in chunks if verb < one[1]), chunks[-1])
        groups = [one for one in self._groups_of.between(a, b) if not one.governed]
        if len(groups) < 2:
            return self.subject(start, end, verb)
        behind = [one for one in groups if one.start > verb]
        named = behind[-1] if behind else groups[-1]
        return self._as_mention(named)

    def at_end(self, start: int, end: int) -> Mention | None:
        """Find the group that a stretch ends with, in whatever case."""
        chunks = chunks_of(self._text, start, end, AT_COMMAS)
        groups = self._groups_of.between(*chunks[-1])
        return self._as_mention(groups[-1]) if groups else None

    def impersonal(self, start: int, end: int, verb: int) -> Mention | None:
        """Find where something “is written”: „in dem Brief heißt es“, „es hieß aus Paris“."""
        chunks = chunks_of(self._text, start, end, AT_COMMAS)
        index = next((i for i, (_, b) in enumerate(chunks) if verb < b), -1)
        a, b = chunks[index]
        groups = [one for one in self._groups_of.between(a, b) if one.governed]
        if not groups:
            return None
        found = next((one for one in groups if self._rank(one) < _OTHERS), groups[0])
        return self._as_mention(found)

    def is_impersonal(self, start: int, end: int) -> bool:
        """Whether a verb says that something is written: „heißt es“, „steht auf“.

        „Das Schiff heißt ‚Anna‘“ says nothing of speech.
        """
        if not self._text.startswith("h", start):
            return True
        around = self._text[max(0, start - 24) : start].split()[-3:]
        around += self._text[end : end + 24].split()[:3]
        return "es" in (word.strip(",.:") for word in around)

    def agent(self, start: int, end: int, verb: int) -> Mention | None:
        """Find by whom something is done: „wird vom Rat als ‚Farce‘ bezeichnet“."""
        chunks = chunks_of(self._text, start, end, AT_COMMAS)
        a, b = next((one for one in chunks if verb < one[1]), chunks[-1])
        for group in self._groups_of.between(a, b):
            inside = self._groups_of.between(group.noun_end, group.end)
            for one in (group, *inside):
                if one.preposition in _AGENTS and self._rank(one) < _OTHERS:
                    return self._as_mention(one)
        return None

    def is_known(self, word: str) -> bool:
        """Whether a word is one of grammar's, and so no verb that may be unknown."""
        return (
            super().is_known(word)
            or word in self._fillers
            or word in self._subordinating
            or word in self._cues.words["prepositions"]
        )

    def may_speak(self, mention: Mention) -> bool:
        """Whether a phrase may be about somebody: a name, a pronoun, a role, a body."""
        if mention.kind is not Kind.DESCRIPTION:
            return True
        groups = self._groups_of.between(mention.start, mention.end)
        return bool(groups) and self._rank(groups[0]) < _OTHERS

    def _begins(self, groups: list[NounGroup], start: int) -> bool:
        """Whether a stretch begins with a group, so that „die“ is no relative pronoun."""
        return bool(groups) and groups[0].start == start

    def _best(
        self, groups: list[NounGroup], *, surely: bool = False
    ) -> NounGroup | None:
        """Of some groups the one that may be a subject and is likeliest to speak."""
        possible = [one for one in groups if not one.governed and not one.oblique]
        if not possible:
            return None
        best = min(possible, key=self._rank)
        return None if surely and self._rank(best) >= _OTHERS else best

    def _rank(self, group: NounGroup) -> int:
        """How unlikely a group is to speak."""
        if group.is_pronoun:
            return _PEOPLE
        if any(self._cues.part_of(noun.lower()) for noun in group.nouns):
            return _PEOPLE
        if not group.nouns:
            return _PEOPLE if group.marked else _OTHERS
        last = group.nouns[-1]
        if last.lower() in self._cues.words["times"]:
            return _NOBODY
        if self._is_name(last) and not (len(group.nouns) == 1 and group.determiner):
            return _PEOPLE
        if last in self._surnames or (len(group.nouns) > 1 and not group.determiner):
            return _PEOPLE
        return _LIKELY if _PERSON_ENDING.search(last) else _OTHERS

    def _pending(self, chunks: list[Stretch]) -> Mention | None:
        """The subject that the pieces before a verb consist of.

        „Der Sprecher der Polizei, Max Ott,“; „Max Ott, ein Anwalt aus Köln,“.
        """
        named: Mention | None = None
        first: Mention | None = None
        for index in range(len(chunks) - 1, -1, -1):
            a, b = self._trimmed(*chunks[index])
            if a >= b or self._in_brackets(a):
                continue
            groups = self._groups_of.between(a, b)
            word = self._first_word(a, b)
            if (word in self._subordinating and word != "wie") or (
                word in self._relatives and not self._begins(groups, a)
            ):
                continue
            whole = self._is_whole(groups, a, b)
            found = self._best(groups[:1] if whole else groups[-1:])
            if found is None:
                break
            mention = self._as_mention(found)
            if not whole:
                # „wird Max Ott, Leiter des Amtes, zitiert“
                is_full = mention.kind is Kind.NAME and " " in mention.text
                return mention if first and is_full and found.end == b else first
            if self._rank(found) < _OTHERS or mention.kind is Kind.NAME:
                first = mention
            if mention.kind is Kind.NAME and " " in mention.text:
                named = mention
        return named or first

    def _is_whole(self, groups: list[NounGroup], start: int, end: int) -> bool:
        """Whether a stretch holds groups and nothing else but “also”."""
        at = start
        for one in [*groups, None]:
            stop = one.start if one else end
            for word in words_in(self._text, at, stop):
                low = word.group().lower()
                if low in _SHARING or low in self._cues.words["prepositions"]:
                    continue
                if not (self._is_filler(low) and low not in self._cues.words["finite"]):
                    return False
            at = one.end if one else end
        return bool(groups)

    def _holder(self, group: NounGroup) -> Mention | None:
        """Whose a thing is: „das Fazit von Max Ott“, „die Begründung des Gerichts“."""
        for held in self._groups_of.between(group.noun_end, group.end):
            if self._rank(held) < _OTHERS:
                return self._as_mention(held)
        return None

    def _may_stand_between(self, start: int, end: int) -> bool:
        """Whether a stretch holds nothing but a few adverbs and prepositions."""
        words = [one.group() for one in words_in(self._text, start, end)]
        verbs = self._cues.words["finite"] | self._cues.words["verbs"]
        return len(words) <= 3 and verbs.isdisjoint(words)

    def _noble(self, groups: list[NounGroup]) -> Mention | None:
        """The surname that a clause begins with: “Von der Leyen said”."""
        if not groups or not groups[0].governed or len(groups[0].nouns) != 1:
            return None
        if groups[0].nouns[0] not in self._surnames:
            return None
        return Mention(
            groups[0].noun, groups[0].noun_end, Kind.NAME, groups[0].nouns[0]
        )

    def _antecedent(self, chunk: Stretch) -> Mention | None:
        """Whom a relative clause is about: the last group before it."""
        groups = self._groups_of.between(*self._trimmed(*chunk))
        return self._as_mention(groups[-1]) if groups else None

    def _apposed(
        self, chunks: list[Stretch], index: int, found: NounGroup
    ) -> Mention | None:
        """The full name on the other side of the comma beside a description."""
        if len(found.nouns) != 1 or found.nouns[0] in self._surnames:
            return None
        if index + 1 < len(chunks):
            rest, end = self._trimmed(found.end, chunks[index][1])
            if rest >= end or self._in_brackets(chunks[index + 1][0]):
                beside = self._full_name(*chunks[index + 1])
                if beside is not None:
                    return beside
        if index and found.start == self._trimmed(*chunks[index])[0]:
            return self._full_name(*chunks[index - 1], whole=True)
        return None

    def _full_name(
        self, start: int, end: int, *, whole: bool = False
    ) -> Mention | None:
        """The name of several words that a stretch begins with, or consists of."""
        a, b = self._trimmed(start, end)
        groups = self._groups_of.between(a, b)
        if not groups or groups[0].start != a or groups[0].determiner:
            return None
        mention = self._as_mention(groups[0])
        if mention.kind is not Kind.NAME or " " not in mention.text:
            return None
        return mention if not whole or groups[0].end == b else None

    def _as_mention(self, group: NounGroup) -> Mention:
        """How a group names somebody: by name, or by what it says of them."""
        if group.is_pronoun:
            return self._mention(group.start, group.end, Kind.PRONOUN)
        if group.marked is not None and (named := self._in_marks(group)):
            return named
        if group.nouns:
            for name in names_in(
                self._text, self._cues, group.noun, group.noun_end + 40
            ):
                if name.start >= group.noun_end:
                    break
                spelled = self._text[name.start : name.end]
                alone = " " not in spelled
                if group.determiner and self._cues.part_of(group.nouns[-1].lower()):
                    # „der Kölner Trainer“
                    break
                described = group.determiner and not self._has_attribute(group)
                known = spelled in self._surnames and not described
                if (
                    not alone
                    or known
                    or (not group.determiner and self._is_name(spelled))
                ):
                    mention = Mention(name.start, name.end, Kind.NAME, spelled)
                    return self._with_partner(mention)
                break
        text = " ".join(self._plain[group.start : group.end].split())
        return Mention(group.start, group.end, Kind.DESCRIPTION, text)

    def _has_attribute(self, group: NounGroup) -> bool:
        """Whether more than a determiner stands before a noun: „der junge Maas“."""
        return self._text.count(" ", group.start, group.noun) > 1

    def _with_partner(self, mention: Mention) -> Mention:
        """Two names that are joined, if another follows a first."""
        joined = _JOINS.match(self._text, mention.end)
        if joined is None or " " not in mention.text:
            return mention
        second = next(
            names_in(self._text, self._cues, joined.end(), joined.end() + 60), None
        )
        if second is None or second.start != joined.end():
            return mention
        both = self._text[mention.start : second.end]
        if " " not in self._text[second.start : second.end]:
            return mention
        return Mention(mention.start, second.end, Kind.NAMES, both)

    def _in_marks(self, group: NounGroup) -> Mention | None:
        """The paper or the body that is named between marks: „die ‚Post‘“."""
        assert group.marked is not None
        if group.nouns and not self.may_be_named(group.nouns[-1]):
            return None
        a, b = group.marked[0] + 1, group.marked[1] - 1
        inside = self._plain[a:b]
        if (
            not inside
            or len(inside) > LONGEST_NAME_IN_MARKS
            or _NO_NAME.fullmatch(inside)
        ):
            return None
        return Mention(a, b, Kind.NAME, inside)

    def _in_brackets(self, start: int) -> bool:
        return self._text[max(0, start - 1) : start] in ("(", "[")


_PEOPLE, _LIKELY, _OTHERS, _NOBODY = range(4)
"""Ranks of noun groups: people and bodies of people, nouns that end as such, the rest, times."""
