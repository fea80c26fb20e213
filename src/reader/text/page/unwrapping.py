"""Lines as they were before a mail program quoted and wrapped them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from reader.text.dates import read_date

LONGEST_TEXT = 5_000_000
"""Of a longer text only so many characters are read."""

_WIDEST = 90
"""A text whose lines are longer than this has not been wrapped; in characters."""

_NARROWEST = 50
_FULL = 0.6
"""In a wrapped text this share of the lines that break off are full."""

_HEAD = 12
"""A title is said first in so many first lines."""

_ENDS_SENTENCE = re.compile(r"[.!?…:;][”\"’'»)\]]*$")

_QUOTED = re.compile(r"^\s?(?:>\s?)+")
_SPACES = re.compile(r"[^\S\n]+")
_BULLET = re.compile(r"^(?:[•·▪◦‣*]|[-–—]\s|\d{1,3}[.)]\s)")


def lines_of(text: str) -> list[str]:
    """A text's lines: stripped, unquoted, one a paragraph if it was wrapped.

    Args:
        text: A plain text, already clean.

    Returns:
        Its lines; an empty one for each blank line or run of them.
    """
    rows = [
        _SPACES.sub(" ", row).strip(" \u200b")
        for row in text[:LONGEST_TEXT].split("\n")
    ]
    rows = _unquoted(rows)
    width = _width(rows)
    return _without_runs(rows if width is None else _joined(rows, width))


def _unquoted(rows: Sequence[str]) -> list[str]:
    """Take off a mail's `>` if nearly every line bears one."""
    spoken = [row for row in rows if row]
    quoted = sum(row.startswith(">") for row in spoken)
    if not spoken or quoted < 0.8 * len(spoken):
        return list(rows)
    return [
        _QUOTED.sub("", row).strip() for row in rows if row.startswith(">") or not row
    ]


def _width(rows: Sequence[str]) -> int | None:
    """The width a text was wrapped at, or None if it was not.

    A text was wrapped if no line is long, and if nearly every line that
    breaks off in mid-sentence had no room for the next line's first word.
    """
    widest = max((len(row) for row in rows if "://" not in row), default=0)
    if not _NARROWEST <= widest <= _WIDEST:
        return None
    broken = [
        (before, row)
        for before, row in pairwise(rows)
        if before and _goes_on(before, row)
    ]
    full = sum(_overflows(before, row, widest) for before, row in broken)
    return widest if broken and full >= _FULL * len(broken) else None


def _goes_on(before: str, row: str) -> bool:
    """Whether a line breaks off in mid-sentence and the next goes on."""
    return bool(row) and row[0].islower() and _ENDS_SENTENCE.search(before) is None


def _joined(rows: Sequence[str], width: int) -> list[str]:
    """Join the lines that were one before they were wrapped."""
    times = Counter(row for row in rows if row)
    # A title said again, or the lines of one
    titles = {row for row in rows[:_HEAD] if times[row] > 1}
    dates = {row for row in times if read_date(row)}
    lines: list[list[str]] = []
    goes_on = False
    for at, row in enumerate(rows):
        before = rows[at - 1] if at else ""
        alone = (
            not row
            or row in titles
            or row in dates
            or (at + 1 < len(rows) and rows[at + 1] in dates)
            or _BULLET.match(row)
        )
        if goes_on and not alone and _overflows(before, row, width):
            lines[-1].append(row)
        else:
            lines.append([row])
        goes_on = bool(row) and row not in titles and row not in dates
    return [" ".join(parts) for parts in lines]


def _overflows(before: str, row: str, width: int) -> bool:
    """Whether a line's first word would not have found room on the line before."""
    return len(before) + 1 + len(row.split(" ", 1)[0]) > width - 1


def _without_runs(lines: Sequence[str]) -> list[str]:
    """Make one blank line of several, and none of those at the ends."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return kept
