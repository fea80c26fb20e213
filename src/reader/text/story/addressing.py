"""What the words of a dialogue say of who speaks and who listens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from reader.text.cues.fiction import Fiction
from reader.text.naming.given_names import MEN, WOMEN
from reader.text.story.descriptions import any_of

_WORD = r"[A-ZÀ-Þ][\w’'-]+"


@dataclass(frozen=True, slots=True)
class Addressed:
    """What somebody's own words say of the people in a dialogue."""

    names: tuple[str, ...] = ()
    """What may be the names by which a listener is called."""

    kinds: tuple[str, ...] = ()
    """What else a listener is called, lower case: “mother”."""

    own_name: str | None = None
    """The name that whoever speaks says is theirs."""


def addressed_in(words: str, fiction: Fiction) -> Addressed:
    """Read who is spoken to, and whether the speaker says who they are.

    Args:
        words: What stands between marks.
        fiction: The words by which its language tells stories.
    """
    own = _self_naming(fiction).search(words)
    called = _called(fiction).finditer(words)
    kinds = (one["kind"].lower() for one in _called_by_kind(fiction).finditer(words))
    return Addressed(
        tuple(dict.fromkeys(one["name"] for one in called)),
        tuple(dict.fromkeys(fiction.full_forms.get(one, one) for one in kinds)),
        own["name"] if own else None,
    )


def is_given(name: str) -> bool:
    """Whether a name begins or ends as people's names do."""
    words = name.lower().split()
    return any(word in MEN or word in WOMEN for word in (words[0], words[-1]))


@cache
def _called(fiction: Fiction) -> re.Pattern[str]:
    """Finds a name that stands as one does by which somebody is called."""
    endearing = any_of(fiction.words["endearing"])
    return re.compile(
        rf"(?:^|[!?.—,;] |— ?|\b(?i:{endearing}),? )"
        rf"(?P<name>(?:(?:{any_of(fiction.honorifics.split())})\.? )?{_WORD}(?: {_WORD})?)"
        rf"(?=[,.!?;]|$)"
    )


@cache
def _called_by_kind(fiction: Fiction) -> re.Pattern[str]:
    """Finds “sir” or “mother” where somebody is called so."""
    endearing = any_of(fiction.words["endearing"] | fiction.words["mine"])
    return re.compile(
        rf"(?:^|[!?,] |\b(?:{endearing}),? )(?P<kind>{any_of(fiction.words['called'])})(?=[,.!?;]|$)",
        re.IGNORECASE,
    )


@cache
def _self_naming(fiction: Fiction) -> re.Pattern[str]:
    """Finds “my name is Ada Moreno”."""
    lead = any_of(one.replace("_", " ") for one in fiction.self_naming.split())
    honorifics = any_of(fiction.honorifics.split())
    return re.compile(
        rf"\b(?i:{lead})(?: [a-z]+)? (?P<name>(?:(?:{honorifics})\.? )?{_WORD}(?: {_WORD}){{0,2}})"
    )
