"""Every quotation of an article, and who it is said to be by."""

from __future__ import annotations

from collections.abc import Sequence

from reader.domain.article import BETWEEN_BLOCKS, Block, BlockKind
from reader.domain.quotation import Quotation, QuotationKind
from reader.text.cues.lookup import cues_for
from reader.text.cues.table import Cues
from reader.text.language import detect
from reader.text.naming.reading import Reading
from reader.text.naming.turns import Turns
from reader.text.quoted.between_marks import marked_in
from reader.text.quoted.blockquotes import BlockQuote, blockquotes_in, signed
from reader.text.quoted.dialogue import spoken_after_dashes
from reader.text.quoted.incises import without_incises
from reader.text.quoted.lost_breaks import spoken_in_lost_turns
from reader.text.quoted.marks import Family, Marked
from reader.text.quoted.paragraphs import paragraphs_of
from reader.text.quoted.register import is_story
from reader.text.quoted.typography import unified
from reader.text.story.telling import Telling, less_sure

FINDER_VERSION = 13
"""Raised whenever the same text may give other quotations than before."""


def quotations_in(
    text: str,
    *,
    language: str | None = None,
    quoted: Sequence[BlockQuote] = (),
    apart: Sequence[tuple[int, int]] = (),
) -> tuple[Quotation, ...]:
    """Find what a text quotes, and from whom.

    Args:
        text: A plain text, paragraphs parted by blank lines or line breaks.
        language: A BCP 47 tag, or None to tell it from the text.
        quoted: Its block quotations, in order.
        apart: Stretches that are no prose and hold no quotations (code, tables), in order.

    Returns:
        Quotations in order of their start; none overlaps another.
    """
    plain = unified(text)
    cues = cues_for(language or detect(text) or "en")
    blocks = [signed(text, one) for one in quoted] if quoted else blockquotes_in(text)
    outside = sorted([*apart, *((one.start, one.end) for one in blocks)])
    spans = paragraphs_of(plain, outside)
    marks = _marks(plain, spans, blocks, cues)
    if not marks:
        return ()
    cited = {one.start: one.cite for one in blocks if one.cite}
    reading = Reading.of(plain, marks=marks, paragraphs=spans, cues=cues)
    told = is_story(reading.veiled, cues)
    # A story's people are met before an article's rules guess at anybody's sex.
    story = Telling(reading, cues.fiction) if told and cues.fiction else None
    found = Turns(reading, cited=cited).all()
    if story is not None:
        found = story.retold(found)
    elif told:
        found = [less_sure(one) for one in found]
    return tuple(
        Quotation(
            start=one.mark.start,
            end=one.mark.end,
            speaker=one.speaker,
            cue=one.cue,
            kind=_KINDS.get(one.mark.family, QuotationKind.DIRECT),
            confidence=one.confidence,
        )
        for one in found
    )


def quotations_of(
    blocks: Sequence[Block], *, language: str | None
) -> tuple[Quotation, ...]:
    """Find what an article's blocks quote, and from whom.

    Args:
        blocks: The article's blocks.
        language: A BCP 47 tag, or None to tell it from the text.

    Returns:
        Quotations whose offsets count in the article's text.
    """
    quoted: list[BlockQuote] = []
    apart: list[tuple[int, int]] = []
    texts: list[str] = []
    at = 0
    depth = 0
    for block in blocks:
        if not block.text:
            continue
        end = at + len(block.text)
        if block.kind in _NO_PROSE:
            apart.append((at, end))
        elif block.quoted:
            if depth == block.quoted and quoted and quoted[-1].cite is None:
                quoted[-1] = BlockQuote(quoted[-1].start, end, block.cite)
            else:
                quoted.append(BlockQuote(at, end, block.cite))
        depth = block.quoted
        texts.append(block.text)
        at = end + len(BETWEEN_BLOCKS)
    return quotations_in(
        BETWEEN_BLOCKS.join(texts), language=language, quoted=quoted, apart=apart
    )


_KINDS = {Family.BLOCK: QuotationKind.BLOCK}
_NO_PROSE = frozenset((BlockKind.CODE, BlockKind.TABLE, BlockKind.PICTURE))


def _marks(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    blocks: Sequence[BlockQuote],
    cues: Cues,
) -> list[Marked]:
    """Everything in a text that may be a quotation, in order."""
    between = [
        one for one in marked_in(text, paragraphs) if not _is_nickname(text, one)
    ]
    between = without_incises(text, between, cues)
    dashed = spoken_after_dashes(text, paragraphs, cues)
    dashed = dashed or spoken_in_lost_turns(text, paragraphs, cues)
    taken = [
        Marked(one.start, one.start, one.end, one.end, Family.BLOCK, closed=False)
        for one in blocks
    ]
    kept: list[Marked] = []
    for mark in sorted([*between, *dashed, *taken], key=lambda one: one.opening):
        if not kept or mark.opening >= kept[-1].closing:
            kept.append(mark)
    return kept


def _is_nickname(text: str, mark: Marked) -> bool:
    """Whether marks stand around a name's middle: Robert “Bobby” Lund."""
    before = text[max(0, mark.opening - 24) : mark.opening].split()
    inside = text[mark.start : mark.end]
    return (
        bool(before)
        and before[-1][0].isupper()
        and before[-1][-1].isalpha()
        and len(inside) <= 20
        and inside.count(" ") <= 1
        and inside[:1].isupper()
        and inside[-1].isalnum()
        and text[mark.opening - 1 : mark.opening] == " "
        and text[mark.closing : mark.closing + 1] == " "
        and text[mark.closing + 1 : mark.closing + 2].isupper()
    )
