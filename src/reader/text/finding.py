"""Where words stand in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from unicodedata import combining, normalize

from reader.domain.selection import Term
from reader.text.anchors import anchor_of, find_anchor
from reader.text.findable import findable

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


def places_of_terms(
    terms: Sequence[Term], text: str, *, most: int = 1_000
) -> list[tuple[int, int]]:
    """Find every place where something stands that a search looks for.

    As in the search, neither case nor accents matter, and only whole words are
    found, but for scripts that have no spaces and where a word is only begun.

    Args:
        terms: What the search looks for.
        text: What to look in.
        most: How many places are enough.

    Returns:
        Half-open spans, in order, that do not overlap; none for no terms.
    """
    if not terms:
        return []
    plain, offsets = _folded(text)
    places: list[tuple[int, int]] = []
    for term in terms:
        words = re.findall(r"\w+", _folded(term.text)[0])
        if not words:
            continue
        pattern = r"\W+".join(map(re.escape, words))
        if not findable(words[0]).startswith(" "):
            pattern = rf"(?<!\w){pattern}"
        if not term.begins and not findable(words[-1]).endswith(" "):
            pattern = rf"{pattern}(?!\w)"
        for match in re.finditer(pattern, plain):
            places.append((offsets[match.start()], offsets[match.end()]))
            if len(places) == most:
                break
    apart: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """A text without case and accents, and where each character of it comes from."""
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    # Nearly every text has few different characters, and each becomes one.
    table = {ord(one): _bare(one) for one in set(text)}
    if all(len(one) == 1 for one in table.values()):
        return text.translate(table), range(len(text) + 1)
    folded: list[str] = []
    offsets: list[int] = []
    for at, character in enumerate(text):
        for one in table[ord(character)]:
            folded.append(one)
            offsets.append(at)
    offsets.append(len(text))
    return "".join(folded), offsets


def _bare(character: str) -> str:
    """A character without case and accents; nothing if it is an accent itself."""
    decomposed = normalize("NFKD", character).casefold()
    return "".join(one for one in decomposed if not combining(one))


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
