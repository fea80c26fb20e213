"""Words that somebody is quoted with."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.domain.dates import Published


class QuotationKind(StrEnum):
    """How an article sets a quotation apart."""

    DIRECT = "direct"
    """Between quotation marks, or after a dialogue dash."""

    BLOCK = "block"
    """A block of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words that an article puts in somebody's mouth.

    Offsets count characters (Unicode code points) of the article's text and
    are half open, so `text[start:end]` is the quotation without its outer
    marks. They are neither bytes nor terminal cells. A quotation that runs
    over several paragraphs is one, from its first opening mark to its last
    closing mark; what is quoted inside it is part of it.
    """

    start: int
    """Offset just past the opening mark."""

    end: int
    """Offset of the closing mark."""

    speaker: str | None = None
    """The speaker as the article first names them, or None if nobody is named."""

    cue: str | None = None
    """The word that attributes it (“said”, “added”), as written, or None."""

    kind: QuotationKind = QuotationKind.DIRECT
    """How the article sets it apart."""

    confidence: float = 0.5
    """How sure we are that the words are this speaker's, from 0 to 1."""

    corrected: bool = False
    """Whether the reader has set the speaker, rather than the program."""

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"not a confidence: {self.confidence}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A quotation with its words, and with the article it stands in."""

    article_id: int
    """The article's id in the library; 0 for one that is not in it."""

    title: str
    url: str | None
    site: str | None
    published: Published | None
    text: str
    """The quoted words."""

    quotation: Quotation
