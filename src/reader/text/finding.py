"""Where words stand in a text."""

from __future__ import annotations

import re

from reader.text.anchors import anchor_of, find_anchor

_WORDS = 60
"""Characters after a place by which it is known again."""


def places_of(words: str, text: str, *, most: int) -> list[tuple[int, int]]:
    """Find every place where words stand in a row.

    Upper and lower case are the same, and so is all white space.

    Args:
        words: What to look for.
        text: What to look in.
        most: How many places are enough.

    Returns:
        Half-open spans, in order; none for no words.
    """
    parts = words.split()
    if not parts:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, parts)), re.IGNORECASE)
    places = []
    for match in pattern.finditer(text):
        places.append(match.span())
        if len(places) == most:
            break
    return places


def moved(offset: int, old: str, new: str) -> int:
    """Where a place in one text is in a changed one.

    Args:
        offset: Into `old`.
        old: The text as it was.
        new: The text as it is.

    Returns:
        The offset of the same words, or of what stands as far into the text.
    """
    if old[:offset] != new[:offset]:
        end = min(offset + _WORDS, len(old))
        found = find_anchor(new, anchor_of(old, offset, end))
        if found is not None:
            return found[0]
    return min(offset, len(new))
