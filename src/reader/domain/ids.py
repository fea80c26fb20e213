"""Some articles by their ids, however many."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from heapq import merge
from itertools import pairwise
from math import inf

Run = tuple[int, int]
"""The first and the last of ids that follow each other without a gap."""


@dataclass(frozen=True, slots=True)
class Ids(Collection[int]):
    """Ids, each once, in rising order.

    They are kept as runs, so that a million articles that came one after the
    other cost as little as one. Make them with `of` or `rising`.
    """

    runs: tuple[Run, ...] = ()
    """Rising, and no two of them touch."""

    _number: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if any(first > last for first, last in self.runs):
            raise ValueError("a run ends before it begins")
        if any(one[1] + 1 >= other[0] for one, other in pairwise(self.runs)):
            raise ValueError("runs that touch are one, and they rise")
        number = sum(last - first + 1 for first, last in self.runs)
        object.__setattr__(self, "_number", number)

    @classmethod
    def of(cls, ids: Iterable[int]) -> Ids:
        """These ids, in whatever order they come and however often."""
        return ids if isinstance(ids, Ids) else cls.rising(sorted(ids))

    @classmethod
    def rising(cls, ids: Iterable[int]) -> Ids:
        """These ids, which come in rising order."""
        runs: list[Run] = []
        rest = iter(ids)
        first = last = next(rest, None)
        if first is None or last is None:
            return cls()
        for one in rest:
            if one > last + 1:
                runs.append((first, last))
                first = one
            last = one
        runs.append((first, last))
        return cls(tuple(runs))

    def __len__(self) -> int:
        return self._number

    def __iter__(self) -> Iterator[int]:
        for first, last in self.runs:
            yield from range(first, last + 1)

    def __contains__(self, one: object) -> bool:
        if not isinstance(one, int):
            return False
        at = bisect_right(self.runs, (one, inf)) - 1
        return at >= 0 and one <= self.runs[at][1]

    def __or__(self, other: Ids) -> Ids:
        runs: list[Run] = []
        for first, last in merge(self.runs, other.runs):
            if runs and first <= runs[-1][1] + 1:
                runs[-1] = (runs[-1][0], max(runs[-1][1], last))
            else:
                runs.append((first, last))
        return Ids(tuple(runs))

    def __and__(self, other: Ids) -> Ids:
        if len(other.runs) < len(self.runs):
            return other & self
        runs: list[Run] = []
        for first, last in self.runs:
            at = max(bisect_right(other.runs, (first, inf)) - 1, 0)
            while at < len(other.runs) and other.runs[at][0] <= last:
                start, end = max(first, other.runs[at][0]), min(last, other.runs[at][1])
                if start <= end:
                    runs.append((start, end))
                at += 1
        return Ids(tuple(runs))

    def __sub__(self, other: Ids) -> Ids:
        runs: list[Run] = []
        for first, last in self.runs:
            start = first
            for gone, end in (Ids(((first, last),)) & other).runs:
                if start < gone:
                    runs.append((start, gone - 1))
                start = end + 1
            if start <= last:
                runs.append((start, last))
        return Ids(tuple(runs))

    def parts(self, most: int) -> Iterator[Ids]:
        """Cut them into parts, for doing something with one after the other.

        Args:
            most: How many ids a part has at the most.
        """
        part: list[Run] = []
        room = most
        for first, last in self.runs:
            start = first
            while start <= last:
                end = min(last, start + room - 1)
                part.append((start, end))
                room -= end - start + 1
                start = end + 1
                if not room:
                    yield Ids(tuple(part))
                    part, room = [], most
        if part:
            yield Ids(tuple(part))
