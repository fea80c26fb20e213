"""What is shown of a block's text, and which character of it each cell stands for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from operator import attrgetter
from typing import NamedTuple

from reader.domain.article import Block, BlockKind, Mark, Span
from reader.text.typeset.bidi import (
    has_leftward,
    levels_of,
    reads_leftward,
    shaped,
)
from reader.text.typeset.lines import Look, Run
from reader.text.typeset.ordering import standing
from reader.text.typeset.wrapping import SOFT_HYPHEN, Row

TAB = 4
"""Cells between the tab stops of code."""

_LOOKS = {
    Mark.EMPHASIS: Look.EMPHASIS,
    Mark.STRONG: Look.STRONG,
    Mark.CODE: Look.CODE,
    Mark.STRIKE: Look.STRIKE,
    Mark.LINK: Look.LINK,
}


class _Atom(NamedTuple):
    """A stretch of what is shown that stands for the text one to one, or for none of it."""

    at: int
    text: int | None
    """The offset into the article's text, or None for what is put in."""

    look: Look
    link: int | None


class Inline:
    """What is shown of a block, and what each character of it stands for."""

    def __init__(self, shown: str, atoms: list[_Atom]) -> None:
        self.shown = shown
        self._atoms = atoms
        self._starts = [atom.at for atom in atoms]

    def with_words(self, words: Iterable[tuple[int, str]], look: Look) -> Inline:
        """The same with words put in.

        Args:
            words: Offsets into the article's text, in order, each with what stands
                behind the character before it.
            look: What the words look like.
        """
        parts: list[Run] = []
        todo = list(words)
        for atom, end in zip(
            self._atoms, [*self._starts[1:], len(self.shown)], strict=True
        ):
            run = Run(self.shown[atom.at : end], atom.text, atom.look, atom.link)
            while todo and run.start is not None and run.start < todo[0][0] <= run.end:
                at, told = todo.pop(0)
                cut = at - run.start
                parts += [run._replace(text=run.text[:cut]), Run(told, None, look)]
                run = run._replace(text=run.text[cut:], start=at)
            if run.text:
                parts.append(run)
        return joined(parts)

    @cached_property
    def leftward(self) -> bool:
        """Whether it begins, and so is set, from the right."""
        return reads_leftward(self.shown)

    @cached_property
    def _levels(self) -> list[int]:
        return levels_of(self.shown, leftward=self.leftward)

    @cached_property
    def _shaped(self) -> str:
        return shaped(self.shown)

    def offset_at(self, at: int) -> int:
        """The offset of a shown character; where it stands, for one that is put in."""
        index = max(bisect_right(self._starts, at) - 1, 0)
        atom = self._atoms[index]
        if atom.text is not None:
            return atom.text + at - atom.at
        for before in range(index - 1, -1, -1):
            earlier = self._atoms[before]
            if earlier.text is not None:
                return earlier.text + self._starts[before + 1] - earlier.at
        later = (one.text for one in self._atoms[index:] if one.text is not None)
        return next(later, 0)

    def runs(self, row: Row) -> tuple[Run, ...]:
        """The runs of one row."""
        runs: list[Run] = []
        index = max(bisect_right(self._starts, row.start) - 1, 0)
        at = row.start
        while at < row.end:
            atom = self._atoms[index]
            more = index + 1 < len(self._starts)
            end = min(self._starts[index + 1], row.end) if more else row.end
            text = self.shown[at:end]
            start = None if atom.text is None else atom.text + at - atom.at
            if SOFT_HYPHEN in text:
                runs.extend(_without_soft_hyphens(text, start, atom))
            elif text:
                runs.append(Run(_shown(text), start, atom.look, atom.link))
            at, index = end, index + 1
        if row.hyphen:
            runs.append(
                Run(
                    "-",
                    self.offset_at(row.end),
                    look=runs[-1].look if runs else Look.PLAIN,
                )
            )
        return tuple(runs)

    def runs_in_order(self, row: Row) -> tuple[Run, ...]:
        """The runs of one row as they stand from the left, for a terminal that orders nothing.

        What is read from the right is cut into runs of one character each, so that each
        still knows what it stands for.
        """
        if not has_leftward(self.shown):
            return self.runs(row)
        places = [
            at for at in range(row.start, row.end) if self.shown[at] != SOFT_HYPHEN
        ]
        characters = [
            Run(one, None if run.start is None else run.start + at, run.look, run.link)
            for run in self.runs(row)
            for at, one in enumerate(run.text)
        ]
        for at, place in enumerate(places):
            form = self._shaped[place]
            if form != self.shown[place]:
                characters[at] = characters[at]._replace(text=form)
        text = "".join(one.text for one in characters)
        levels = [self._levels[place] for place in places]
        levels += [int(self.leftward)] * (len(characters) - len(places))
        ordered: list[Run] = []
        for at, shown in standing(text, levels):
            _append(ordered, characters[at]._replace(text=shown))
        return tuple(ordered)


def _append(runs: list[Run], run: Run) -> None:
    """Add a run, as part of the last one if it goes on with it."""
    if runs:
        last = runs[-1]
        goes_on = run.start == (None if last.start is None else last.end)
        if goes_on and (last.look, last.link) == (run.look, run.link):
            runs[-1] = last._replace(text=last.text + run.text)
            return
    runs.append(run)


def _shown(text: str) -> str:
    return text.replace("\t", " ")


def _without_soft_hyphens(text: str, start: int | None, atom: _Atom) -> Iterator[Run]:
    at = 0
    for part in text.split(SOFT_HYPHEN):
        if part:
            begins = None if start is None else start + at
            yield Run(_shown(part), begins, atom.look, atom.link)
        at += len(part) + 1


def number_of(number: int) -> Run:
    """A link's number as text browsers write it: raised, it would be an exponent or a footnote."""
    return Run(f"[{number}]", None, Look.NUMBER, number)


class Spans:
    """The spans of one block, found by where they lie.

    Args:
        spans: In any order; they may lie over each other.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=attrgetter("start"))
        self._starts = [one.start for one in self._spans]
        self._reach = list(accumulate((one.end for one in self._spans), max))

    def between(self, start: int, end: int) -> list[Span]:
        """Those that lie over some of a stretch, in the order in which they begin."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [one for one in self._spans[first:last] if one.end > start]


def mark_up(
    block: Block,
    start: int,
    end: int,
    *,
    spans: Spans,
    shift: int,
    numbers: Mapping[str, int],
    look: Look = Look.PLAIN,
    sign: str = "▣ ",
) -> Inline:
    """Mark up part of a block's text, a link's number after each link.

    Args:
        block: The block.
        start: Where the part begins in the block's text.
        end: Where it ends.
        spans: Those of the block.
        shift: Where the block's text begins in the article's.
        numbers: The number of each link.
        look: What all of it looks like.
        sign: What stands before what a picture shows.
    """
    if block.kind is BlockKind.PICTURE:
        number = numbers.get(block.target or "")
        words = Run(block.text[start:end], shift + start, look, number)
        parts = [Run(sign, None, look, number), words]
        if number is not None and end == len(block.text):
            parts.append(number_of(number))
        return joined(parts)
    here = spans.between(start, end)
    if not here:
        return Inline(block.text[start:end], [_Atom(0, shift + start, look, None)])
    parts = []
    for at, until, over in _segments(here, start, end):
        seen, link, ends = look, None, None
        for span in over:
            seen |= _LOOKS[span.mark]
            if span.mark is Mark.LINK and span.target:
                link = numbers.get(span.target)
                if span.end == until:
                    ends = link
        parts.append(Run(block.text[at:until], shift + at, seen, link))
        if ends is not None:
            parts.append(number_of(ends))
    return joined(parts)


def joined(parts: Sequence[Run]) -> Inline:
    """Runs in a row, before they are broken into lines."""
    atoms, at = [], 0
    for run in parts:
        atoms.append(_Atom(at, run.start, run.look, run.link))
        at += len(run.text)
    return Inline("".join(run.text for run in parts), atoms)


def _segments(
    spans: Sequence[Span], start: int, end: int
) -> Iterator[tuple[int, int, list[Span]]]:
    """Cut a stretch wherever a span begins or ends.

    Args:
        spans: Those over it, in the order in which they begin.
        start: Where it begins.
        end: Where it ends.

    Returns:
        Each cut with the spans that lie over it.
    """
    cuts = {start, end}
    for span in spans:
        cuts.update(cut for cut in (span.start, span.end) if start < cut < end)
    edges = sorted(cuts)
    over: list[Span] = []
    taken = 0
    for at, until in pairwise(edges):
        while taken < len(spans) and spans[taken].start <= at:
            over.append(spans[taken])
            taken += 1
        over = [span for span in over if span.end > at]
        yield at, until, over


def expanded(source: str, offset: int) -> Inline:
    """A line of code with its tabs made into spaces, the first of which is the tab."""
    look = Look.CODE_BLOCK
    if "\t" not in source:
        return Inline(source, [_Atom(0, offset, look, None)])
    parts: list[Run] = []
    column = at = 0
    for piece in re.split("(\t)", source):
        if piece == "\t":
            parts.append(Run(" ", offset + at, look))
            more = TAB - column % TAB - 1
            if more:
                parts.append(Run(" " * more, None, look))
            column += more + 1
        elif piece:
            parts.append(Run(piece, offset + at, look))
            column += len(piece)
        at += len(piece)
    return joined(parts)
