"""Somebody in a story."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from reader.text.naming.person import Gender


class Age(Enum):
    """What a description says of how old somebody is."""

    YOUNG = auto()
    GROWN = auto()
    OLD = auto()


def agree(one: Age | None, other: Age | None) -> bool:
    """Whether what two descriptions say of an age may be true of one person."""
    if one is None or other is None or one is other:
        return True
    return Age.YOUNG not in (one, other)


@dataclass(slots=True, eq=False)
class Character:
    """Somebody in a story."""

    name: str
    """As the story first names them in full, or else first describes them."""

    gender: Gender | None = None
    age: Age | None = None
    since: int = -1
    """Where the story first speaks of them, or -1."""

    is_named: bool = False
    is_several: bool = False
    is_likely: bool = False
    """Whether anything shows that this is somebody who may speak."""

    heads: set[str] = field(default_factory=set)
    """The nouns they have been called by."""

    same_as: Character | None = None
    """Whoever they have turned out to be."""

    def root(self) -> Character:
        """Whoever this is in the end."""
        one = self
        while one.same_as is not None:
            one = one.same_as
        return one

    def become(self, other: Character) -> None:
        """Turn out to be somebody else, who is known by the better of both names.

        A name is better than a description, and the first better than the second.
        """
        earlier = 0 <= self.since < other.since
        if self.is_named > other.is_named or (
            self.is_named is other.is_named and earlier
        ):
            other.name, other.is_named = self.name, self.is_named
        other.gender = other.gender or self.gender
        other.age = other.age or self.age
        # Whoever has a name and is called a noun for somebody is somebody.
        named = self.is_named or other.is_named
        other.is_likely = other.is_likely or self.is_likely or named
        other.heads |= self.heads
        self.same_as = other
