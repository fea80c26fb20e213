"""Everything in a text that stands between quotation marks.

Each family of marks is paired by itself; then what is nested in something
else is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.text.quoted.marks import MARKS, Family, Marked
from reader.text.quoted.pairing import Directed, Doubles, Guillemets, Pairing, Singles

_FAMILY_OF = {mark: family for family, marks in MARKS.items() for mark in marks}
_ANY_MARK = re.compile("[" + "".join(_FAMILY_OF) + "]")
_SENTENCE_PUNCTUATION = frozenset(".,!?…;:—–-")
_PAIRING: dict[Family, type[Pairing]] = {
    Family.DOUBLE: Doubles,
    Family.GUILLEMET: Guillemets,
    Family.CORNER: Directed,
    Family.WHITE_CORNER: Directed,
    Family.SINGLE: Singles,
    Family.ANGLE: Directed,
}


def marked_in(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Marked]:
    """Find what stands between quotation marks, outermost only.

    A stretch that goes on over several paragraphs, each of which opens it
    anew, is one. A mark whose partner is missing costs no more than its own
    paragraph.

    Args:
        text: A text whose marks are `unified`.
        paragraphs: Its paragraphs, in order.

    Returns:
        The stretches in order; none overlaps another.
    """
    tokens = _tokens(text, paragraphs)
    found: list[Marked] = []
    for family, pairs in _PAIRING.items():
        if any(mark in text for mark in MARKS[family]):
            pairing = pairs(text, family)
            for (start, end), marks in zip(paragraphs, tokens, strict=True):
                pairing.read(start, end, marks.get(family, []))
            pairing.finish()
            found += pairing.found
    return _outermost(text, found)


def _tokens(
    text: str, paragraphs: Sequence[tuple[int, int]]
) -> list[dict[Family, list[int]]]:
    """The offsets of each family's marks, a paragraph at a time."""
    tokens: list[dict[Family, list[int]]] = []
    for start, end in paragraphs:
        here: dict[Family, list[int]] = {}
        for mark in _ANY_MARK.finditer(text, start, end):
            here.setdefault(_FAMILY_OF[mark.group()], []).append(mark.start())
        tokens.append(here)
    return tokens


def _outermost(text: str, found: list[Marked]) -> list[Marked]:
    """Drop what is nested, and of two that cross the one that is less sure."""
    found.sort(key=lambda one: (one.opening, -one.closing))
    kept: list[Marked] = []
    for one in found:
        last = kept[-1] if kept else None
        if last is None or one.opening >= last.closing:
            kept.append(one)
        elif _yields(text, last, one):
            kept[-1] = one
    return kept


def _yields(text: str, outer: Marked, inner: Marked) -> bool:
    """Whether a stretch gives way to one that begins inside it."""
    if not outer.closed and inner.closed and inner.family is not Family.SINGLE:
        return inner.closing > outer.closing
    if outer.family is not Family.SINGLE or inner.family is Family.SINGLE:
        return False
    # Single marks around double ones are believed only if they close as a
    # quotation does; otherwise two apostrophes have caught a quotation.
    ends_well = text[outer.end - 1] in _SENTENCE_PUNCTUATION or text[
        outer.closing : outer.closing + 1
    ] in (",", ".", "", "\n")
    return inner.closing > outer.closing or not ends_well
