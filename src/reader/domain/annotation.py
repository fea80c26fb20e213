"""What a reader wrote on an article: corrections of its quotations, and highlights."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A stretch of text that is known by its words, not by its offsets.

    A page changes: a paragraph is added above, a typing error is mended. What
    was said of these words is found again by them and by what stands around
    them (the TextQuoteSelector of the W3C's Web Annotation Data Model).
    """

    exact: str
    """The words themselves."""

    prefix: str = ""
    """What stands before them."""

    suffix: str = ""
    """What stands after them."""

    def __post_init__(self) -> None:
        if not self.exact:
            raise ValueError("an anchor needs words to hold on to")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a reader said of a quotation, against or beside the program."""

    anchor: Anchor
    speaker: str | None = None
    """Who speaks, or None if nobody is named."""

    dismissed: bool = False
    """Whether it is no quotation at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """A passage that a reader marked, with what they noted on it."""

    id: int
    anchor: Anchor
    note: str = ""
    made: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Where a highlight stands in an article as it is now.

    Offsets count characters of the article's text, half open.
    """

    start: int
    end: int
    highlight: Highlight

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")
