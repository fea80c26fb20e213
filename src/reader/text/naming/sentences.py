"""Where sentences end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from reader.text.cues.table import Cues, words_of

_END = re.compile(
    r"[.!?…]+[\"”’»)\]]*\s+(?=\S)|\n\s*|(?<=[^\W\d_A-Z]{3})[.!?](?=[A-ZÄÖÜ][^\W\d_A-Z]+ )"
)
"""A sentence's end; a blank may be missing behind its full stop."""
_ABBREVIATIONS = words_of(
    "st vs jr sr co inc corp ltd bzw ca z.b u.a d.h nr usw jan feb aug sept oct nov dec"
)
_ON_X = re.compile(r"\b(?:on|sur|su|en|em|no|op|auf|bei|via|social|sociale) X$")
"""What ends a sentence that tells where something was posted: no initial of a name."""

_LAST_WORD_LENGTH = 14


class Sentences:
    """The sentences of a text's narration.

    What stands between quotation marks is veiled, so that no sentence is
    sought in it.
    """

    def __init__(self, text: str, veiled: str, cues: Cues) -> None:
        """Find a text's sentences when they are first asked for.

        Args:
            text: The text.
            veiled: The text, quotations veiled; of the same length.
            cues: The words of its language.
        """
        self.text = text
        self._veiled = veiled
        self._has_ordinal_dates = cues.nouns_are_capitalised
        self._abbreviations = _ABBREVIATIONS | {
            title[:-1] for title in cues.all_titles if title.endswith(".")
        }

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Where a sentence starts, in order; the text's own start is left out."""
        return [
            end.end() for end in _END.finditer(self._veiled) if not self._is_inside(end)
        ]

    def start_before(self, offset: int, least: int) -> int | None:
        """Where the sentence at an offset starts, if that is at `least` or after it."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or self._starts[index] < least:
            return None
        return self._starts[index]

    def end_after(self, offset: int, most: int) -> int:
        """Where the sentence at an offset ends, at `most` at the latest."""
        index = bisect_right(self._starts, offset)
        if index == len(self._starts):
            return most
        return min(self._starts[index], most)

    def between(self, start: int, end: int) -> list[int]:
        """Where sentences start after `start` and before `end`."""
        return list(
            self._starts[
                bisect_right(self._starts, start) : bisect_left(self._starts, end)
            ]
        )

    def _is_inside(self, end: re.Match[str]) -> bool:
        """Whether a full stop ends a short form rather than a sentence."""
        if not end.group().startswith("."):
            return False
        at = end.start()
        following = self._veiled[end.end() : end.end() + 1]
        if following.islower():
            return True
        word = self._veiled[max(0, at - _LAST_WORD_LENGTH) : at].rpartition(" ")[2]
        word = word.lstrip("(\x00“„\"'")
        if len(word) == 1 and word.isupper():
            return (
                _ON_X.search(self._veiled, max(0, at - _LAST_WORD_LENGTH), at) is None
            )
        if self._has_ordinal_dates and word.isdigit() and len(word) <= 2:
            # “am 4. Juni”
            return "\n" not in end.group()
        return word.lower() in self._abbreviations
