"""Somebody spoken of, and the clauses they are spoken of in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

VEIL = "\x00"
"""What a quotation's characters are replaced by, so that nobody is sought in it."""

AT_COMMAS = re.compile(r"[,;:()\[\]…،]|\s[—–-]+\s|[—–]|\s-|-\s")
"""Where a clause is cut if a quotation in it is a part of it."""

AT_BREAKS = re.compile(rf"{AT_COMMAS.pattern}|{VEIL}")
"""Where a clause is cut if a quotation ends it."""


class Kind(Enum):
    """How somebody is spoken of."""

    NAME = auto()
    PRONOUN = auto()
    DESCRIPTION = auto()
    NAMES = auto()
    """Two who speak as one: “Ada Bone and Tom Hale said”."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody spoken of, as the text does it."""

    start: int
    end: int
    kind: Kind
    text: str


def chunks_of(
    text: str, start: int, end: int, at_breaks: re.Pattern[str] = AT_BREAKS
) -> list[tuple[int, int]]:
    """Cut a clause at its commas, brackets, dashes and quotations."""
    chunks, at = [], start
    for found in at_breaks.finditer(text, start, end):
        chunks.append((at, found.start()))
        at = found.end()
    chunks.append((at, end))
    return chunks
