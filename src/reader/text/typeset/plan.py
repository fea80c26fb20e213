"""An article cut into the pieces that are set at one go, its links numbered.

A *piece* is a block, or some four thousand characters of a longer one, so that
no block is too long to be opened at its end.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import NamedTuple

from reader.domain.article import Article, Block, BlockKind, Mark
from reader.text.typeset.tables import Column
from reader.text.typeset.wrapping import is_extending

LONGEST_PIECE = 4000
"""Characters set at one go."""

ROWS_IN_A_PIECE = 60
"""Rows of a table, or lines of code, set at one go."""

HEAD = -1
"""Stands for a block's number in the piece above the text."""

TAIL = -2
"""Stands for a block's number in the piece below it."""

_TIGHT = frozenset({BlockKind.ITEM, BlockKind.FOOTNOTE})
"""Blocks that stand together without an empty row between them."""


class Piece(NamedTuple):
    """Part of an article that is set at one go."""

    block: int
    """The number of its block; `HEAD` or `TAIL` for what stands around the text."""

    start: int
    """Where it begins in its block's text."""

    end: int
    offset: int
    """Where it begins in the article's text."""

    above: int
    """Empty rows above it."""

    aside: bool = False
    """Whether it is a footnote shown once more, under what refers to it."""


class Reference(NamedTuple):
    """A place in the text that refers to a footnote."""

    start: int
    end: int
    note: int
    """The number of the footnote's first block."""


@dataclass(frozen=True, slots=True)
class Plan:
    """An article cut into pieces, its links numbered; good for every width."""

    article: Article
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]
    """Where each piece begins in the article's text."""

    links: tuple[str, ...]
    """Where the links lead, in the order of their numbers."""

    numbers: dict[str, int] = field(repr=False)
    """The number of each link, from 1."""

    references: tuple[Reference, ...] = ()
    """Where the text refers to its footnotes, in order."""

    columns: dict[int, Sequence[Column]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """The natural columns of the tables that were set so far, by the number of their block."""

    def with_notes(self, open_ones: Collection[Reference]) -> Plan:
        """The same plan with some footnotes shown under the blocks that refer to them."""
        if not open_ones:
            return self
        under: dict[int, list[Piece]] = {}
        starts = self.article.starts
        for one in sorted(open_ones):
            block = bisect_right(starts, one.start) - 1
            end = starts[block] + len(self.article.blocks[block].text)
            under.setdefault(block, []).extend(self._aside(one, end))
        pieces: list[Piece] = []
        for piece, after in zip_longest(self.pieces, self.pieces[1:]):
            pieces.append(piece)
            if piece.block in under and (after is None or after.block != piece.block):
                pieces.extend(under[piece.block])
        offsets = tuple(piece.offset for piece in pieces)
        return replace(self, pieces=tuple(pieces), starts=offsets)

    def _aside(self, reference: Reference, offset: int) -> Iterator[Piece]:
        blocks = self.article.blocks
        marker = blocks[reference.note].marker
        for number in range(reference.note, len(blocks)):
            block = blocks[number]
            goes_on = block.marker in {None, marker} or number == reference.note
            if block.kind is not BlockKind.FOOTNOTE or not goes_on:
                return
            first = number == reference.note
            yield Piece(number, 0, len(block.text), offset, int(first), aside=True)


def plan(article: Article) -> Plan:
    """Cut an article into pieces and number its links.

    An address that is linked to twice has one number.
    """
    pieces = [Piece(HEAD, 0, 0, 0, 1)]
    numbers: dict[str, int] = {}
    before: Block | None = None
    for index, block in enumerate(article.blocks):
        for target in _targets(block):
            numbers.setdefault(target, len(numbers) + 1)
        offset, above = article.starts[index], _space_between(before, block)
        start = 0
        for end in _cuts(block):
            pieces.append(Piece(index, start, end, offset + start, above))
            start, above = end, 0
        before = block
    pieces.append(Piece(TAIL, 0, 0, len(article.text), 1))
    return Plan(
        article,
        tuple(pieces),
        tuple(piece.offset for piece in pieces),
        tuple(numbers),
        numbers,
        tuple(_references(article)),
    )


def _references(article: Article) -> Iterator[Reference]:
    """Where the text says `[1]` and there is a footnote 1."""
    notes: dict[str, int] = {}
    for number, block in enumerate(article.blocks):
        if block.kind is BlockKind.FOOTNOTE and block.marker:
            notes.setdefault(block.marker, number)
    if not notes:
        return
    said = re.compile("|".join(re.escape(f"[{marker}]") for marker in notes))
    for number, (block, start) in enumerate(
        zip(article.blocks, article.starts, strict=True)
    ):
        if block.kind in {BlockKind.CODE, BlockKind.FOOTNOTE}:
            continue
        for match in said.finditer(block.text):
            note = notes[match[0][1:-1]]
            if number < note:
                yield Reference(start + match.start(), start + match.end(), note)


def _targets(block: Block) -> Iterator[str]:
    """The addresses a block leads to, in the order of its text."""
    if block.spans:
        for span in sorted(block.spans, key=lambda one: one.start):
            if span.mark is Mark.LINK and span.target:
                yield span.target
    if block.kind is BlockKind.PICTURE and block.target:
        yield block.target


def _space_between(before: Block | None, block: Block) -> int:
    """How many empty rows part two blocks."""
    if before is None:
        return 1
    if block.kind is BlockKind.PARAGRAPH:
        return 1
    if block.kind is before.kind and block.kind in _TIGHT:
        return 0
    if block.kind is BlockKind.CAPTION:
        return 0
    if block.kind is BlockKind.HEADING and block.level <= 2:
        return 2
    return 1


def _cuts(block: Block) -> Iterator[int]:
    """Where the pieces of a block end."""
    text, length = block.text, len(block.text)
    at = 0
    if block.kind in {BlockKind.CODE, BlockKind.TABLE}:
        while length - at > LONGEST_PIECE or text.count("\n", at) > ROWS_IN_A_PIECE:
            end = at
            for _ in range(ROWS_IN_A_PIECE):
                end = text.find("\n", end) + 1
                if not 0 < end <= at + 4 * LONGEST_PIECE:
                    break
            if not at < end <= at + 4 * LONGEST_PIECE:
                end = text.find("\n", at) + 1 if block.kind is BlockKind.TABLE else 0
                end = end or min(at + LONGEST_PIECE, length)
            if end >= length:
                break
            yield end
            at = end
        yield length
        return
    while length - at > LONGEST_PIECE * 3 // 2:
        end = text.find(" ", at + LONGEST_PIECE, at + LONGEST_PIECE + 500) + 1
        if not end:
            end = at + LONGEST_PIECE
            while (
                end < length
                and end < at + LONGEST_PIECE + 500
                and (is_extending(text[end]) or is_extending(text[end - 1]))
            ):
                end += 1
        yield end
        at = end
    yield length
