"""An article: blocks of text, and what is known about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from reader.domain.annotation import Passage
from reader.domain.comment import Discussion
from reader.domain.dates import Published
from reader.domain.quotation import Quotation

BETWEEN_BLOCKS = "\n\n"
"""What stands between two blocks in an article's plain text."""


class BlockKind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    CODE = "code"
    TABLE = "table"
    PICTURE = "picture"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    RULE = "rule"


class Mark(StrEnum):
    """What a stretch of a block's text is marked as."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    STRIKE = "strike"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Span:
    """A marked stretch of a block's text.

    Offsets count characters of the block's own text, half open.
    """

    start: int
    end: int
    mark: Mark
    target: str | None = None
    """Where a link leads (http or https, absolute), or None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, list item, code, table or picture of an article.

    A block quotation is not a block but a depth: the paragraphs, lists and
    code inside it are blocks with `quoted` greater than zero.
    """

    kind: BlockKind
    text: str
    """Its plain text; empty for a rule. A table has a line a row, its cells
    parted by tabs; a picture's text is what it is said to show."""

    spans: tuple[Span, ...] = ()
    level: int = 0
    """A heading's level (1 to 6), or how deep in lists an item is (1 for the outermost)."""

    marker: str | None = None
    """What stands before an item: `•`, `3.`; or a footnote's mark."""

    quoted: int = 0
    """How many block quotations it stands in."""

    cite: str | None = None
    """On the last block of a block quotation: who is cited, in the page's words."""

    language: str | None = None
    """The programming language of code, if the page names it."""

    target: str | None = None
    """A picture's address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """The article before or after this one on its site."""

    title: str
    url: str | None = None
    published: Published | None = None


@dataclass(frozen=True, kw_only=True)
class Article:
    """An article as it was understood.

    Its `html` is what is kept; blocks and quotations are made from it and can
    be made again. Everything in it has been through `text.sanitize`.
    """

    url: str | None
    """Its address; None for one read from stdin."""

    title: str
    blocks: tuple[Block, ...]
    quotations: tuple[Quotation, ...] = ()
    byline: str | None = None
    site: str | None = None
    published: Published | None = None
    language: str | None = None
    """A BCP 47 tag such as `en` or `pt-BR`, or None."""

    html: str = ""
    """The article's own fragment of the page."""

    markdown: str = ""
    rule: str | None = ""
    """The mark of what the reader says of its site's pages, by which it was read;
    None if that is not known."""

    source_note: str | None = None
    """What a closing “(Source: …)” says."""

    previous: Neighbour | None = None
    next: Neighbour | None = None
    discussion: Discussion = field(default_factory=Discussion)

    @cached_property
    def text(self) -> str:
        """The whole article as plain text, which all offsets count in."""
        return BETWEEN_BLOCKS.join(block.text for block in self.blocks if block.text)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each block starts in `text`; an empty block stands where the next one does."""
        starts, at = [], 0
        for block in self.blocks:
            starts.append(at)
            if block.text:
                at += len(block.text) + len(BETWEEN_BLOCKS)
        return tuple(starts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An article as the library has it, with what the library knows of it."""

    id: int
    """Its id in the library."""

    article: Article
    kept: datetime
    """When this copy came from its site."""

    whole: bool = True
    """Whether this is the page's own text rather than what a feed carries of it."""

    place: int = 0
    """Where the reader left it: an offset into the article's text."""

    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()
    """What the reader calls it by, in alphabetical order."""

    passages: tuple[Passage, ...] = ()
    """What the reader highlighted in it, in the order of the text."""

    edited: bool = False
    """Whether its site has changed its words since it was first kept."""
