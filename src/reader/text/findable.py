"""Texts as a full-text index is given them, and as it is asked.

The index knows words by what stands between them. Scripts that are written
without spaces become pairs of characters that overlap, so that any part of a
sentence is found; Arabic and Hebrew lose the marks that a writer may leave out.
Nothing else is touched: what it costs is borne by the texts that need it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import category, normalize

_UNSPACED: Final = re.compile(
    "["
    "\u0e00-\u0eff"  # Thai, Lao
    "\u1000-\u109f\u1780-\u17ff"  # Burmese, Khmer
    "\u1100-\u11ff\uac00-\ud7af"  # Korean: it has spaces, and glues endings to its words
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # Japanese
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese characters
    "]+"
)
_MARKED: Final = re.compile(
    "[\u0591-\u05f4\u0610-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+"
)
_SURELY_SPELLED: Final = re.compile(
    "[0-\u01df\u01e2-\u037e\u0380-\u0527\u0531-\u13ef\u2e80-\ua4cf\uac00-\ud7ff]"
)
"""Letters whose small forms have not changed since SQLite learned them."""

_PART: Final = 8_000
"""Characters that are looked through in about a millisecond."""

_TATWEEL: Final = "\u0640"
_LIKE: Final = str.maketrans({"ى": "ي", "ی": "ي", "ک": "ك", _TATWEEL: None})
"""Letters that are one letter, written otherwise in Persian or at the end of a word."""


def findable(text: str) -> str:
    """A text as the index is given it."""
    if text.isascii():
        return text
    return "".join(
        _UNSPACED.sub(_pairs, _MARKED.sub(_bare, part)) for part in _parts(text)
    )


def sought(text: str) -> tuple[str, bool]:
    """Words that are looked for, as the index is asked for them.

    Returns:
        The words, and whether the last is only the beginning of one: a single
        character of a script without spaces begins pairs.
    """
    spread = findable(text)
    runs = _UNSPACED.findall(normalize("NFKC", text)) if spread != text else []
    if not runs or not text.rstrip().endswith(runs[-1][-1]):
        return spread, False
    words = spread.split()
    # Each run ends with its last character alone, which is no pair yet.
    if len(words) > 1 and len(words[-1]) == 1 and words[-2].endswith(words[-1]):
        return " ".join(words[:-1]), False
    return " ".join(words), True


def spelled(word: str) -> str | None:
    """A single word as the index spells it: in small letters, and Latin ones without marks.

    Returns:
        The word, or None where that cannot be told for certain.
    """
    if word.isascii():
        return word.lower() if word.isalnum() else None
    letters = [_letter(one) for one in word]
    return None if None in letters else "".join(filter(None, letters))


def _letter(one: str) -> str | None:
    small = one.lower()
    if not one.isalnum() or len(small) > 1 or not _SURELY_SPELLED.match(one):
        return None
    folded = small.casefold()
    if len(folded) == 1:
        small = folded
    parted = normalize("NFD", small)
    latin = parted[0].isascii() and all(category(mark) == "Mn" for mark in parted[1:])
    return parted[0] if latin else small


def length_in_words(text: str) -> int:
    """How long a text takes to read, in words; two characters count as one without spaces."""
    if text.isascii():
        return len(text.split())
    words = unspaced = 0
    for part in _parts(text):
        unspaced += sum(map(len, _UNSPACED.findall(part)))
        words += len(_UNSPACED.sub(" ", part).split())
    return words + unspaced // 2


def _parts(text: str) -> Iterator[str]:
    """A text cut at spaces, so that looking through it lets a key in between."""
    at = 0
    while at < len(text):
        end = text.find(" ", at + _PART) + 1 or len(text)
        yield text[at:end]
        at = end


def _bare(found: re.Match[str]) -> str:
    decomposed = normalize("NFKD", found[0]).translate(_LIKE)
    return "".join(one for one in decomposed if category(one) != "Mn")


def _pairs(found: re.Match[str]) -> str:
    # Signs above and below would part a word for the index.
    run = "".join(one for one in normalize("NFKC", found[0]) if category(one)[0] != "M")
    pairs = [run[at : at + 2] for at in range(len(run))]
    return f" {' '.join(pairs)} "
