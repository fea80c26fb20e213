"""Quotation marks, and what stands between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Family(Enum):
    """Marks that pair with one another."""

    DOUBLE = auto()
    GUILLEMET = auto()
    CORNER = auto()
    WHITE_CORNER = auto()
    SINGLE = auto()
    ANGLE = auto()
    DASH = auto()
    """A dash opens it, and nothing closes it."""

    BLOCK = auto()
    """No mark at all: a block quotation."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between an opening and a closing mark.

    It may be somebody's words, a title or a word held at arm's length.
    """

    opening: int
    """Offset of the opening mark."""

    start: int
    """Offset of the first character between the marks that is no white space."""

    end: int
    """Offset just past the last one."""

    closing: int
    """Offset just past the closing mark; `end` if there is none."""

    family: Family
    closed: bool = True
    """Whether there is a closing mark."""


MARKS = {
    Family.DOUBLE: '“”„‟"〝〞＂',
    Family.GUILLEMET: "«»",
    Family.CORNER: "「」",
    Family.WHITE_CORNER: "『』",
    Family.SINGLE: "‘’‚'`",
    Family.ANGLE: "‹›",
}
"""The marks of each family."""
