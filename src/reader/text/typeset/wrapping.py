"""Where a text is broken into lines.

Most paragraphs hold nothing but characters of one cell each; one regular
expression breaks those. The others are walked a grapheme at a time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

Cells = Callable[[str], int]
"""How many cells of a terminal a text takes."""

SOFT_HYPHEN = "\u00ad"

_ONE_CELL_EACH = re.compile(
    "[\t\n -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a"
    "\u0390-\u03a1\u03a3-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e"
    "\u2070\u2074-\u2079\u20a0-\u20bf\u2190-\u21ff\u2200-\u22ff\u2500-\u25fc]*"
)
_BREAKS_AFTER = "/?&=._#%:+~,;@-"
"""Where a word too long for a line, which is mostly an address, is best broken."""


class Row(NamedTuple):
    """A row of a wrapped text: `text[start:end]`, white space at its end left out."""

    start: int
    end: int
    hyphen: bool = False
    """Whether the soft hyphen at `end` shows."""


def wrap(text: str, width: int, cells: Cells) -> list[Row]:
    """Break a text into rows.

    A line feed always breaks. Otherwise a row breaks at a space, after a hyphen or a
    dash inside a word, at a soft hyphen, and between ideographs, but never at
    a no-break space, and never inside what is seen as one character. A word longer than a row
    is broken where an address would be, or where the row ends.

    Args:
        text: The text.
        width: Cells a row may take, at least 2.
        cells: What measures a text.

    Returns:
        At least one row. Only white space, and soft hyphens, stand between
        the end of a row and the start of the next.
    """
    if _ONE_CELL_EACH.fullmatch(text):
        rows = _wrap_simple(text, width)
    else:
        rows = list(_wrap_graphemes(text, width, cells))
    return rows or [Row(0, 0)]


def chop(text: str, width: int, cells: Cells) -> list[Row]:
    """Cut one line of text into rows where they are full, for text that keeps its shape.

    Args:
        text: The text, without line feeds.
        width: Cells a row may take, at least 2.
        cells: What measures a text.
    """
    if _ONE_CELL_EACH.fullmatch(text):
        starts = range(0, max(1, len(text)), width)
        return [Row(at, min(at + width, len(text))) for at in starts]
    rows, start, used = [], 0, 0
    for at, end in graphemes(text):
        wide = cells(text[at:end])
        if used + wide > width and at > start:
            rows.append(Row(start, at))
            start, used = at, 0
        used += wide
    rows.append(Row(start, len(text)))
    return rows


def graphemes(text: str) -> Iterator[tuple[int, int]]:
    """Walk what is seen as one character each.

    A base with its combining marks, an emoji sequence, a flag, a syllable of
    conjoining jamo.

    Returns:
        Half-open spans that cover the text.
    """
    start, at, length = 0, 0, len(text)
    while at < length:
        kind = _KINDS[text[at]]
        at += 1
        if kind == _FLAG and at < length and _KINDS[text[at]] == _FLAG:
            at += 1
        while at < length:
            if text[at - 1] != _JOINER and _KINDS[text[at]] != _EXTEND:
                break
            at += 1
        yield start, at
        start = at


def is_extending(character: str) -> bool:
    """Whether a character belongs to the one before it."""
    return _KINDS[character] == _EXTEND


@lru_cache(maxsize=64)
def _rows_of(width: int) -> re.Pattern[str]:
    """One row of at most `width` characters of one cell each, and what it drops."""
    inside = r"(?<=\w-)(?=[^\W\d])|(?<=[—–])(?=\w)|(?<=\w/)(?=\w)"
    address = re.escape(_BREAKS_AFTER)
    return re.compile(
        rf"([^\n]{{1,{width}}})(?:(?=[ \t\n]|\Z)|{inside})[ \t]*\n?"
        rf"|([^\n]{{{max(1, width // 2)},{width}}})(?<=[{address}])[ \t]*\n?"
        rf"|([^\n]{{1,{width}}})[ \t]*\n?"
        r"|\n"
    )


def _wrap_simple(text: str, width: int) -> list[Row]:
    rows = []
    for match in _rows_of(width).finditer(text):
        start = match.start()
        end = match.end(match.lastindex or 0) if match.lastindex else start
        while end > start and text[end - 1] in " \t":
            end -= 1
        rows.append(Row(start, end))
    return rows


class _Break(NamedTuple):
    """A place where the row may end."""

    end: int
    next: int
    used: int
    """Cells from the row's start to `next`."""

    hyphen: bool = False


def _wrap_graphemes(text: str, width: int, cells: Cells) -> Iterator[Row]:
    start = used = 0
    fallback: _Break | None = None
    best: _Break | None = None
    before = ""
    widths: dict[str, int] = {}
    for at, end in graphemes(text):
        shown = text[at:end]
        if shown == "\n":
            yield Row(start, _without_space(text, start, at))
            start, used, best, fallback, before = end, 0, None, None, ""
            continue
        wide = widths.get(shown)
        if wide is None:
            wide = widths[shown] = (
                1 if shown == "\t" else 0 if shown == SOFT_HYPHEN else cells(shown)
            )
        if shown in " \t":
            used += wide
            best = _Break(_without_space(text, start, at), end, used)
            before = shown
            continue
        if before and before not in " \t" and _may_break(before[0], shown[0], text, at):
            best = _Break(at, at, used)
        while used + wide > width and at > start:
            chosen = best or fallback or _Break(at, at, used)
            if chosen.next <= start:
                chosen = _Break(at, at, used)
            yield Row(start, chosen.end, chosen.hyphen)
            start, used = chosen.next, used - chosen.used
            best = None
            if fallback is not None:
                fallback = (
                    fallback._replace(used=fallback.used - chosen.used)
                    if fallback.next > start
                    else None
                )
        used += wide
        if shown == SOFT_HYPHEN and used < width:
            best = _Break(at, end, used, hyphen=True)
        elif shown in _BREAKS_AFTER and used * 2 >= width:
            fallback = _Break(end, end, used)
        before = shown
    if start < len(text) or not text or text.endswith("\n"):
        end = _without_space(text, start, len(text))
        if end > start:
            yield Row(start, end)


def _without_space(text: str, start: int, end: int) -> int:
    """The end of a row without the white space it ends with."""
    while end > start and text[end - 1] in " \t":
        end -= 1
    return end


_JOINER = "\u200d"
_NEVER_FIRST = frozenset(
    "、。，．・：；？！ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ…‥〜～％"
)
"""What may not begin a row of Chinese or Japanese."""


# What a character means to whoever breaks lines. Numbers rather than an Enum:
# they are looked at once a character.
_LETTER = 0
_IDEOGRAPH = 1
_OPENING = 2
_CLOSING = 4
_WIDE = 8
"""With `_OPENING` or `_CLOSING`: as wide as an ideograph, and set like one."""
_GLUE = 16
_EXTEND = 32
_FLAG = 64
_ZERO_SPACE = 128


def _kind_of(character: str) -> int:
    code = ord(character)
    category = unicodedata.category(character)
    if character == _JOINER or category[0] == "M" or 0x1F3FB <= code <= 0x1F3FF:
        return _EXTEND
    if 0x1160 <= code <= 0x11FF:
        return _EXTEND
    if 0x1F1E6 <= code <= 0x1F1FF:
        return _FLAG
    if character in "\u00a0\u202f\u2060\u2007\u2011":
        return _GLUE
    if character == "\u200b":
        return _ZERO_SPACE
    wide = _WIDE if unicodedata.east_asian_width(character) in "WF" else 0
    if category in {"Ps", "Pi"}:
        return _OPENING | wide
    if category in {"Pe", "Pf"} or character in _NEVER_FIRST:
        return _CLOSING | wide
    if wide and not 0xAC00 <= code <= 0xD7A3:
        return _IDEOGRAPH
    return _LETTER


class _Kinds(dict[str, int]):
    """The kind of every character met so far."""

    def __missing__(self, character: str) -> int:
        kind = self[character] = _kind_of(character)
        return kind


_KINDS = _Kinds()


def _may_break(before: str, after: str, text: str, at: int) -> bool:
    """Whether a row may end between two characters that are no spaces."""
    left, right = _KINDS[before], _KINDS[after]
    if left & _ZERO_SPACE:
        return True
    if left & (_OPENING | _GLUE) or right & (_CLOSING | _GLUE):
        return False
    if (left | right) & (_IDEOGRAPH | _WIDE | _FLAG):
        return True
    if before == "-":
        return at > 1 and text[at - 2].isalnum() and after.isalpha()
    if before in "—–":
        return after.isalnum()
    if before == "/":
        return at > 1 and text[at - 2].isalnum() and after.isalnum()
    return False
