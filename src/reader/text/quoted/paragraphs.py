"""Where a plain text's paragraphs are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

_BREAK = re.compile(r"[ \t]*\n[ \t\n]*")
_GOES_ON = re.compile(r"[\w,;(-]")
_NARROWEST_WRAP = 50
"""A line shorter than this was not broken because it was full."""


def paragraphs_of(
    text: str, apart: Sequence[tuple[int, int]] = ()
) -> list[tuple[int, int]]:
    """Find the paragraphs of a text.

    A blank line parts paragraphs, and so does a line break, unless it stands
    in the middle of a sentence of hard-wrapped text.

    Args:
        text: A plain text.
        apart: Stretches that are no prose, in order; they part paragraphs and
            belong to none.

    Returns:
        Half-open spans without white space at their ends, in order.
    """
    found: list[tuple[int, int]] = []
    at = 0
    for start, end in (*apart, (len(text), len(text))):
        _add_paragraphs(text, at, max(at, start), found)
        at = max(at, end)
    return found


def _add_paragraphs(
    text: str, start: int, end: int, found: list[tuple[int, int]]
) -> None:
    at = start
    for gap in _BREAK.finditer(text, start, end):
        if gap.group().count("\n") == 1 and _is_wrapped(text, at, gap):
            continue
        _add_trimmed(text, at, gap.start(), found)
        at = gap.end()
    _add_trimmed(text, at, end, found)


def _add_trimmed(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


def _is_wrapped(text: str, paragraph: int, gap: re.Match[str]) -> bool:
    """Whether a lone line break stands inside a sentence."""
    line = max(text.rfind("\n", paragraph, gap.start()) + 1, paragraph)
    last = text[gap.start() - 1 : gap.start()]
    following = text[gap.end() : gap.end() + 1]
    return (
        gap.start() - line >= _NARROWEST_WRAP
        and _GOES_ON.match(last) is not None
        and (following.islower() or last.islower())
    )


class Paragraphs:
    """Says which paragraph an offset is in."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def start_at(self, offset: int) -> int:
        """Where the last paragraph starts that starts at or before an offset."""
        index = bisect_right(self._starts, offset) - 1
        return self._starts[index] if index >= 0 else 0

    def end_at(self, offset: int) -> int:
        """Where the paragraph ends that an offset is in; the offset itself if in none."""
        index = bisect_right(self._starts, offset) - 1
        return max(self._ends[index], offset) if index >= 0 else offset
