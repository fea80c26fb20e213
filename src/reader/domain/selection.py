"""Which articles a list shows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Some of the library's articles, newest first."""

    source: int | None = None
    """Only those of this source, by its id."""

    tag: str | None = None
    """Only those with this tag, or of a source with it."""

    unread: bool = False
    starred: bool = False
    words: str = ""
    """Only those a search finds, in the language of `reader search`."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles a selection holds."""

    all: int
    unread: int
