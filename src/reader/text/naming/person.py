"""Somebody an article names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto


class Gender(Enum):
    """What a pronoun says of a person."""

    HE = auto()
    SHE = auto()


@dataclass(slots=True, eq=False)
class Person:
    """Somebody, or a body of people, that an article speaks of."""

    name: str
    """As the article first names them in full."""

    words: tuple[str, ...] = ()
    """The name's words, titles left out, lower case."""

    gender: Gender | None = None
    is_group: bool = False
    is_person: bool = False
    """Whether anything but the name says that it is one human being."""

    roles: set[str] = field(default_factory=set)
    seen: list[int] = field(default_factory=list)
    """Where the article names them, in order."""

    def last_seen(self, offset: int) -> int:
        """Where the article last names them before an offset, or -1."""
        index = bisect_left(self.seen, offset)
        return self.seen[index - 1] if index else -1


def latest(persons: Sequence[Person], offset: int) -> Person:
    """Of several, who was named last before an offset; the first if none was."""
    return max(
        persons[:8], key=lambda one: (one.last_seen(offset), -persons.index(one))
    )
