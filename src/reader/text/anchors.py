"""Words that are found again after the page around them has changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from reader.domain.annotation import Anchor, Correction, Highlight, Passage
from reader.domain.quotation import Quotation

AROUND = 32
"""Characters kept of what stands before and after."""

_MOST_PLACES = 1000
"""Of one wording in one article; beyond, the first ones must do."""

_LEAST_AROUND = 12
"""Characters; what is shorter stands in too many places to find words by."""

_STILL_THE_SAME = 0.5
"""The share of its words a passage has to keep to be known by what is around it."""


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
    are most like those remembered. Line breaks and spaces may have changed. A
    stretch some of whose own words were changed is known by what still stands
    before and after it.

    Returns:
        Half-open offsets, or None if the words are gone.
    """
    best: tuple[int, tuple[int, int]] | None = None
    for match in _places(anchor.exact, text):
        likeness = _common(reversed(anchor.prefix), _before(text, match.start()))
        likeness += _common(anchor.suffix, text[match.end() : match.end() + AROUND])
        if best is None or likeness > best[0]:
            best = likeness, match.span()
    return _between(text, anchor) if best is None else best[1]


def passages(text: str, highlights: Iterable[Highlight]) -> tuple[Passage, ...]:
    """Find in a text what the reader highlighted, in its order; what is gone is left out."""
    found = []
    for one in highlights:
        span = find_anchor(text, one.anchor)
        if span is not None:
            found.append(Passage(start=span[0], end=span[1], highlight=one))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


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


def _places(words: str, text: str) -> Iterator[re.Match[str]]:
    """Where some words stand, whatever space is between them."""
    parts = [re.escape(word) for word in words.split()]
    if parts:
        yield from islice(re.finditer(r"\s+".join(parts), text), _MOST_PLACES)


def _between(text: str, anchor: Anchor) -> tuple[int, int] | None:
    """Find a stretch that was changed by what stands around it."""
    before, after = anchor.prefix.strip(), anchor.suffix.strip()
    if min(len(before), len(after)) < _LEAST_AROUND:
        return None
    longest = 2 * len(anchor.exact) + AROUND
    for place in _places(before, text):
        until = place.end() + longest + 2 * len(after)
        behind = next(_places(after, text[place.end() : until]), None)
        if behind is None:
            continue
        between = text[place.end() : place.end() + behind.start()]
        if between.strip() and _likeness(anchor.exact, between) >= _STILL_THE_SAME:
            start = place.end() + len(between) - len(between.lstrip())
            return start, place.end() + len(between.rstrip())
    return None


def _likeness(one: str, other: str) -> float:
    """The share of the words of the longer that the other has too."""
    left, right = set(one.casefold().split()), set(other.casefold().split())
    return len(left & right) / max(len(left), len(right), 1)


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
