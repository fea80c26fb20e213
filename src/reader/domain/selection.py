"""Which articles a list shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Some of the library's articles, in an order."""

    source: int | None = None
    """Only those of this source, by its id."""

    tag: str | None = None
    """Only those with this tag, or of a source with it."""

    unread: bool = False
    starred: bool = False
    words: str = ""
    """Only those a search finds, in the language of `reader search`."""

    before: float | None = None
    """Only those listed under an earlier moment, in seconds since 1970."""

    only: tuple[int, ...] | None = None
    """Only these, by id, in this order; what else is asked holds of them."""

    oldest_first: bool = False
    """Whether the oldest come first rather than the newest."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles a selection holds."""

    all: int
    unread: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a search has found, as far as it has looked."""

    ids: tuple[int, ...]
    """The articles, in the order of the list they are for."""

    unread: int
    """How many of them are."""

    ended: bool
    """Whether everything was looked at, or as much was found as is wanted."""

    more: bool
    """Whether there are others, which are not wanted."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A part of a search that was not understood; the rest was searched for."""

    start: int
    """Where it begins in what was typed, in characters."""

    end: int
    words: str
    """What is wrong with it: “before: wants a date”."""

    @property
    def sentence(self) -> str:
        """What is wrong, as a sentence without its full stop."""
        return self.words[:1].upper() + self.words[1:]


@dataclass(frozen=True, slots=True)
class Term:
    """Something that a search looks for in articles."""

    text: str
    begins: bool
    """Whether words that only begin so are meant too."""

    field: str = ""
    """`title` or `author` if it is looked for nowhere else."""


@dataclass(frozen=True, slots=True)
class Search:
    """What was understood of a search."""

    terms: tuple[Term, ...]
    """What it looks for in articles."""

    troubles: tuple[Trouble, ...]
    """What was not understood of it."""
