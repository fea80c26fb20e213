"""Searches that were given a name, and what they do with what arrives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What is done with each article that arrives and that a search finds."""

    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.read or self.starred or bool(self.tags)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A search that stands among the sources."""

    id: int
    name: str
    words: str
    """In the language of `reader search`."""

    deed: Deed = Deed()


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were counted, as far as counting went."""

    number: int
    whole: bool
    """Whether all were counted."""
