"""One line in the order it stands in, where it is not the order it is read in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.text.typeset.bidi import (
    NO_SIGN,
    has_leftward,
    levels_of,
    mirrored,
    reads_leftward,
    shaped,
    visual_order,
)
from reader.text.typeset.wrapping import SOFT_HYPHEN, graphemes


def standing(text: str, levels: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Walk a row's characters as they stand from the left.

    Args:
        text: The row, in the order it is read in.
        levels: How deeply each character is embedded.

    Returns:
        Each character's place in the text, and how it looks there.
    """
    clusters = list(graphemes(text))
    for number in visual_order([levels[start] for start, _ in clusters]):
        start, end = clusters[number]
        turned = levels[start] % 2
        for at in range(start, end):
            yield at, mirrored(text[at]) if turned else text[at]


def in_order(text: str) -> str:
    """One line of text as it stands from the left; the spaces around it stay where they are."""
    words = text.strip(" ")
    if not has_leftward(words):
        return text
    levels = levels_of(words, leftward=reads_leftward(words))
    forms = shaped(words.replace("\t", " "))
    places = [at for at, one in enumerate(words) if one != SOFT_HYPHEN]
    shown = "".join(forms[at] for at in places)
    turned = "".join(one for _, one in standing(shown, [levels[at] for at in places]))
    turned = turned.replace(NO_SIGN, "")
    before = len(text) - len(text.lstrip(" "))
    return text[:before] + turned + " " * (len(text) - before - len(words))
