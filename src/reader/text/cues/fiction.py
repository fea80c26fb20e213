"""What the finder knows of how a language tells stories: another table of words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Fiction:
    """The words by which a story speaks of people whom it need not name again."""

    days: str
    """What says when, in the news and hardly ever in a story: “Monday”."""

    over: str
    """Auxiliaries of the past, in which stories are told: “had”."""

    in_stories_too: str
    """Nouns of the news for bodies and documents that stories are full of: “letter”."""

    his: str
    """Pronouns, beyond those of subjects and objects, that mean a man."""

    indefinite: str
    """Determiners that bring in somebody new: “a”."""

    nobody: str
    """Determiners of nobody in particular: “any”."""

    said_of: str
    """Words behind which “a man” only says what somebody is."""

    mine: str
    """Determiners that the narrator owns: “my mother” is nobody's mother but theirs."""

    old: str
    young: str
    children: str
    grown: str
    kin: str
    """Nouns for relatives: “mother”."""

    by_sex: str
    """Nouns that say no more of somebody than their sex: “lady”."""

    plurals: str
    """Plurals that no ending shows: “men”."""

    no_people: str
    """Nouns for people in the news that are things in a story: “chair”."""

    alike: str
    """Nouns that may mean one and the same person, joined by commas: “parson,vicar”."""

    silent: str
    """Verbs that also say what somebody does who says nothing: “nodded”."""

    third_person: str
    """Pronouns of those whom a narrator tells of."""

    past_ending: str
    """How a verb ends in the past: “nodded”."""

    past: str
    """Verbs in the past that end otherwise: “stood”."""

    of_speech: str
    """Words that a narrator who is not in the story only quotes: “you”."""

    endearing: str
    """What stands before the name of somebody who is called: “dear”."""

    honorifics: str
    """What a name begins with by which somebody is called: “Mr.”."""

    called: str
    """What somebody is called who is not called by name: “sir”."""

    short_for: str
    """What those words are short for, joined by a colon: “mamma:mother”."""

    called_so: str
    """What stands between a description and a name: “a girl named Ann”."""

    self_naming: str
    """What one's own name follows, blanks written as underscores: “my_name_is”."""

    @cached_property
    def words(self) -> dict[str, frozenset[str]]:
        """Each field's words, lower case."""
        return {
            name: frozenset(value.lower().split())
            for name, value in vars(self).items()
            if isinstance(value, str)
        }

    @cached_property
    def full_forms(self) -> dict[str, str]:
        """What a word is short for by which somebody is called."""
        return dict(one.split(":") for one in self.short_for.split())

    @cached_property
    def groups_alike(self) -> dict[str, frozenset[str]]:
        """All nouns that may mean the same person as a noun."""
        groups = [frozenset(one.split(",")) for one in self.alike.split()]
        return {noun: group for group in groups for noun in group}
