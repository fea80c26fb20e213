"""What the finder knows of a language: a table of words.

Words are parted by white space; a cue of several words is joined by
underscores (`according_to`). Nothing here is a rule: the rules are in
`attribution` and its neighbours, and hold for every table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reader.text.cues.fiction import Fiction

NOUNS_REMEMBERED = 4096
"""Nouns of which is remembered what they end in."""

SHORTEST_PART = 4
"""Letters of a noun that is recognised at another's end."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Cues:
    """The words by which a language says who speaks, and who that is."""

    language: str
    """The table's language, as BCP 47 writes it."""

    fiction: Fiction | None = None
    """How it tells stories; None if that is not known of it."""

    verbs: str
    """Verbs of saying, in every form an article uses."""

    verb_forms: tuple[tuple[str, ...], ...] = ()
    """More of them by their parts: stems and endings, auxiliaries, `_` and participles."""

    manners: str = ""
    """Verbs that attribute only right beside a quotation: “smiled”, “went on”."""

    continuing: str = ""
    """Verbs of whoever has spoken just before: “the officer added”."""

    describing: str = ""
    """Verbs that take a quoted fragment: “called it ‘a farce’”."""

    predicating: str = ""
    """Those of them behind whose object the fragment says what that is: “call it”."""

    copulas: str = ""
    """Verbs right before what is said of their subject: “is”, “was”."""

    sources: str = ""
    """What stands before a speaker without a verb: “according to”."""

    own_sources: str = ""
    """What stands before what somebody thinks who has been named: «a su juicio»."""

    sources_beside: str = ""
    """The same, but only right behind a quotation: „…“, so Ada Moreno."""

    passives: str = ""
    """Participles whose subject stands beside their auxiliary: „wird … zitiert“."""

    auxiliaries: str = ""
    """Those auxiliaries."""

    done_to: str = ""
    """Participles whose subject is spoken of in the passive: „wird … bezeichnet“."""

    passive_auxiliaries: str = ""
    """The auxiliaries of that passive."""

    quoting: str = ""
    """Verbs whose object is who speaks: „die Zeitung zitiert Ada Orr“."""

    impersonal: str = ""
    """Verbs whose “subject” is where it is written: „in dem Brief heißt es“."""

    prefixed: str = ""
    """Prepositions that are written together with the word they govern."""

    governed_starts: str = ""
    """How a word begins that holds such a preposition and an article."""

    sources_after: str = ""
    """What stands after a speaker without a verb: “zufolge”."""

    determiners: str
    """What a noun phrase begins with."""

    articles: str = ""
    """Those of them that nobody goes by alone: “the”."""

    articles_of_men: str = ""
    """Those that show that a man is meant: « le chanteur »."""

    articles_of_women: str = ""

    definite: str = ""
    """Those of them that mean somebody known, where another language's do not: “a”."""

    oblique: str = ""
    """Determiners that no subject has: “dem”, “einem”."""

    prepositions: str = ""
    """Prepositions, in a language whose clauses are read by case."""

    subordinating: str = ""
    """Words that begin a clause whose verb comes last, in such a language."""

    nominatives: str = ""
    """Pronouns that can only be a subject, or may be, in such a language."""

    finite: str = ""
    """Those of the fillers that are verbs: “has”."""

    reporting: str = ""
    """Verbs in the mood of reported speech: „er habe“, „es sei“."""

    feminine_endings: str = ""
    """How nouns end that are feminine, or plural and so written: “-ung”."""

    linking: str
    """Prepositions inside a noun phrase: “of”, “for”."""

    opening: str = ""
    """Words that begin a phrase that is no subject: prepositions, conjunctions."""

    presenting: str = ""
    """Verbs behind which their subject stands once a phrase has opened the
    sentence: “Among them was”."""

    fillers: str = ""
    """What may stand between a subject and its verb: “has”, “also”."""

    relatives: str = ""
    """Relative pronouns."""

    anybody: str = ""
    """Pronouns for whoever is somewhere: « on »."""

    somebody: str = ""
    """Determiners that may stand for a person alone: “another”."""

    he: str = ""
    she: str = ""
    they: str = ""
    first_person: str = ""
    inverted_pronouns: str = ""
    """Pronouns that may stand behind a verb before a quotation: “Said she: ‘…’”."""

    no_verb_before: str = ""
    """Words before which a verb's form is a noun: “think tank”."""

    nouns_too: str = ""
    """Verbs' forms that are nouns behind a determiner: « la critique »."""

    inside: str = ""
    """What may stand between an auxiliary and its participle: « a aussitôt ajouté »."""

    passive_before: str = ""
    """Auxiliaries that make a verb say what is done to its subject: “was told”."""

    no_verb_after: str = ""
    """Words after which a verb's form is a noun or an infinitive: “their claims”."""

    titles_of_men: str = ""
    titles_of_women: str = ""
    titles: str = ""
    """Titles of either: “Dr”, “Councillor”."""

    men: str = ""
    """Nouns for men: “spokesman”."""

    women: str = ""
    roles: str = ""
    """Nouns for people by what they do or are, and plurals of such."""

    callings: str = ""
    """Nouns that an article uses in place of a name it has given: “the singer”."""

    offices: tuple[str, ...] = ()
    """Nouns for one office each, of which an article uses now this, now that: “maire édile”."""

    documents: str = ""
    """Nouns for what is written, and may be quoted like people: “letter”."""

    remarks: str = ""
    """Nouns for what somebody says: “the answer of”, «il commento di»."""

    groups: str = ""
    """Nouns for bodies of people: “council”, “company”."""

    words_of: str = ""
    """Nouns after which words follow rather than a name: “mit den Worten”."""

    times: str = ""
    """Nouns that say when, and are nobody: “earlier this month”."""

    works: str = ""
    """Nouns and verbs before the title of a work or a word that is only named."""

    named_after: str = ""
    """Verbs right behind the name of something: „das früher ‚Post‘ hieß“."""

    officials: str = ""
    """Nouns for offices of a state, any of which may stand for another: “agency”."""

    companies: str = ""
    """Nouns for businesses, any of which may stand for another: “firm”."""

    societies: str = ""
    """Nouns for bodies of people who have joined: “charity”."""

    particles: str = "de da do dos das del della des di du la le van von der den ter ten zu zum af al el bin ibn ben ap y e"
    """Small words inside a name."""

    not_names: str = ""
    """Words that a sentence may begin with and no name does."""

    addressing: str = ""
    """Verbs whose object is a listener, so that what follows is no subject: “told”."""

    adverb_ending: str = "\0"
    """How an adverb ends that may begin a sentence: “Famously”."""

    no_adverbs: str = ""
    """Words that end so and are none: “elderly”."""

    participle_ending: str = "\0"
    """How a verb ends that shares another's subject: “…, adding”."""

    verb_second: bool = False
    """Whether a subject may stand behind its verb anywhere, not only after a quotation."""

    drops_pronouns: bool = False
    """Whether a verb needs no subject: «Me voy”, recuerda.»"""

    has_incises: bool = False
    """Whether a narrator may break in between the marks: « Je pars, dit-il, … »."""

    has_capitals: bool = True
    """Whether names are written with capital letters."""

    has_compounds: bool = False
    """Whether nouns are written together: „Regierungssprecher“."""

    adjectives_follow: bool = False
    """Whether a phrase’s first noun is what it is about: « la dirigeante syndicale »."""

    nouns_are_capitalised: bool = False
    """Whether a capital letter says nothing about a noun, as in German."""

    @cached_property
    def verb(self) -> re.Pattern[str]:
        """Finds a verb of saying, one of manner, or one that describes."""
        words = f"{self.verbs} {self.manners} {self.describing}"
        return _pattern(words, self.verb_forms, lower_case=True, inside=self.inside)

    @cached_property
    def source(self) -> re.Pattern[str]:
        """Finds what stands before a speaker without a verb."""
        return _pattern(self.sources)

    @cached_property
    def source_beside(self) -> re.Pattern[str]:
        """Finds what stands before a speaker right behind a quotation."""
        return _pattern(f"{self.sources} {self.sources_beside}")

    @cached_property
    def own_source(self) -> re.Pattern[str]:
        """Finds what says that somebody thinks so who has been named."""
        return _pattern(self.own_sources)

    @cached_property
    def auxiliary(self) -> re.Pattern[str]:
        """Finds an auxiliary of the passive."""
        return _pattern(self.auxiliaries)

    @cached_property
    def passive_auxiliary(self) -> re.Pattern[str]:
        """Finds an auxiliary of the passive."""
        return _pattern(self.passive_auxiliaries)

    @cached_property
    def source_after(self) -> re.Pattern[str]:
        """Finds what stands after a speaker without a verb."""
        return _pattern(self.sources_after)

    @cached_property
    def people(self) -> frozenset[str]:
        """Nouns for people, by role or sex."""
        return self.words["roles"] | self.words["men"] | self.words["women"]

    @cached_property
    def same_offices(self) -> dict[str, tuple[str, ...]]:
        """Every noun for an office, with all the nouns for the same."""
        alike = [
            tuple(noun.replace("_", " ") for noun in one.lower().split())
            for one in self.offices
        ]
        return {
            noun: tuple(other for nouns in alike if noun in nouns for other in nouns)
            for noun in {noun for nouns in alike for noun in nouns}
        }

    @cached_property
    def feminine(self) -> re.Pattern[str]:
        """Finds a feminine noun by its ending."""
        endings = "|".join(map(re.escape, self.feminine_endings.split()))
        return re.compile(rf"(?:{endings})$") if endings else _NEVER

    @cached_property
    def part_of(self) -> Callable[[str], str | None]:
        """Finds the noun for people, a body or a document that a noun is or ends in.

        A „regierungssprecher“ is a „sprecher“ where nouns are written together;
        nouns are in lower case.
        """
        speaking = self.people | self.words["groups"] | self.words["documents"]
        if not self.has_compounds:
            return {noun: noun for noun in speaking}.get

        def longest(noun: str) -> str | None:
            if noun in speaking:
                return noun
            parts = (noun[at:] for at in range(1, len(noun) - SHORTEST_PART + 1))
            return next((part for part in parts if part in speaking), None)

        return lru_cache(NOUNS_REMEMBERED)(longest)

    @cached_property
    def reported(self) -> re.Pattern[str]:
        """Finds a verb of the mood in which somebody else's words are reported."""
        return _pattern(self.reporting)

    @cached_property
    def all_titles(self) -> frozenset[str]:
        """Titles of men, of women and of either."""
        words = self.words
        return words["titles"] | words["titles_of_men"] | words["titles_of_women"]

    @cached_property
    def words(self) -> dict[str, frozenset[str]]:
        """Each field's words, lower case."""
        return {
            name: frozenset(word.replace("_", " ") for word in value.lower().split())
            for name, value in vars(self).items()
            if isinstance(value, str)
        }


def words_of(spelled: str) -> frozenset[str]:
    """A set of words that are written one after the other."""
    return frozenset(spelled.split())


_NEVER = re.compile(r"(?!)")


def _pattern(
    words: str,
    forms: Sequence[Sequence[str]] = (),
    *,
    lower_case: bool = False,
    inside: str = "",
) -> re.Pattern[str]:
    """A pattern for any of some words, the longest first.

    Args:
        words: The words.
        forms: More of them, each in parts any of whose words may follow one
            another; `_` for a blank, `-` for nothing.
        lower_case: Whether no capital may stand in them.
        inside: Words one of which may stand inside a cue of several words.
    """
    every = {word.replace("_", " ") for word in words.split()}
    if not every:
        return _NEVER
    between = "|".join(re.escape(one.replace("_", " ")) for one in inside.split())
    blank = rf"\s+(?:(?:{between})\s+)?" if between else r"\s+"
    compound = [one for one in forms if "_" in one]
    simple = [one for one in forms if "_" not in one]
    either = "|".join(
        (
            _any_of(every, r"\s+"),
            *(_in_parts(one, blank) for one in compound),
            *(_in_parts(one, blank) for one in simple),
        )
    )
    flags = re.NOFLAG if lower_case else re.IGNORECASE
    return re.compile(rf"(?<![\w’'])(?:{either})(?!\w)", flags)


def _in_parts(parts: Sequence[str], blank: str) -> str:
    """What matches words that are spelled in parts."""
    return "".join(
        blank if part == "_" else f"(?:{_any_of(_spelled(part), blank)})"
        for part in parts
    )


def _spelled(part: str) -> set[str]:
    return {"" if word == "-" else word.replace("_", " ") for word in part.split()}


def _any_of(words: Collection[str], blank: str) -> str:
    """What matches any of some words, each beginning once that several share.

    A text is searched for some thousand words as fast as for a few.
    """
    by_first: dict[str, list[str]] = {}
    for word in sorted(words):
        if word:
            by_first.setdefault(word[0], []).append(word[1:])
    branches = []
    for first, rests in by_first.items():
        spelled = {" ": blank, "'": "['’]"}.get(first) or re.escape(first)
        branches.append(spelled + _any_of(rests, blank))
    if not branches:
        return ""
    either = "|".join(branches)
    if "" in words:
        return f"(?:{either})?"
    return f"(?:{either})" if len(branches) > 1 else either
