"""Words that are found again after the page around them has changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.domain.annotation import Anchor, Correction
from reader.domain.quotation import Quotation

AROUND = 32
"""Characters kept of what stands before and after."""

_MOST_PLACES = 1000
"""Of one wording in one article; beyond, the first ones must do."""


def anchor_of(text: str, start: int, end: int) -> Anchor:
    """Anchor a stretch of a text by its words.

    Args:
        text: The text.
        start: Where it starts, in characters.
        end: Where it ends; past `start`.
    """
    return Anchor(
        exact=text[start:end],
        prefix=text[max(start - AROUND, 0) : start],
        suffix=text[end : end + AROUND],
    )


def find_anchor(text: str, anchor: Anchor) -> tuple[int, int] | None:
    """Find an anchored stretch in a text that may have changed.

    Where its words stand more than once, it is the place whose surroundings
    are most like those remembered. Line breaks and spaces may have changed.

    Returns:
        Half-open offsets, or None if the words are gone.
    """
    words = [re.escape(word) for word in anchor.exact.split()]
    if not words:
        return None
    best: tuple[int, tuple[int, int]] | None = None
    for count, match in enumerate(re.finditer(r"\s+".join(words), text)):
        if count == _MOST_PLACES:
            break
        likeness = _common(reversed(anchor.prefix), _before(text, match.start()))
        likeness += _common(anchor.suffix, text[match.end() : match.end() + AROUND])
        if best is None or likeness > best[0]:
            best = likeness, match.span()
    return None if best is None else best[1]


def correct(
    text: str, found: Sequence[Quotation], corrections: Iterable[Correction]
) -> tuple[Quotation, ...]:
    """Put the reader's word above the program's.

    Args:
        text: The article's text.
        found: What the program found in it.
        corrections: What the reader said of quotations in it.

    Returns:
        The quotations as the reader has them, in order; those that the reader
        spoke of are `corrected`, and stay even where the program finds none.
    """
    by_span = {(one.start, one.end): one for one in found}
    for correction in corrections:
        span = find_anchor(text, correction.anchor)
        if span is None:
            continue
        touched = [one for one in by_span.values() if _overlap(one, span)]
        if correction.dismissed:
            for one in touched:
                del by_span[one.start, one.end]
            continue
        for one in touched or [Quotation(start=span[0], end=span[1])]:
            by_span[one.start, one.end] = replace(
                one, speaker=correction.speaker, confidence=1.0, corrected=True
            )
    return tuple(sorted(by_span.values(), key=lambda one: (one.start, one.end)))


def _overlap(quotation: Quotation, span: tuple[int, int]) -> bool:
    return quotation.start < span[1] and span[0] < quotation.end


def _before(text: str, start: int) -> Iterable[str]:
    return reversed(text[max(start - AROUND, 0) : start])


def _common(one: Iterable[str], other: Iterable[str]) -> int:
    """How many characters two texts share from their start."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
