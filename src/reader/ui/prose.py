"""Blocks of a comment as content: what is emphasised is, what is quoted has its bar."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from reader.domain.article import Block, BlockKind, Mark
from reader.text.sanitize import clean

LOOKS = {
    Mark.EMPHASIS: "italic",
    Mark.STRONG: "bold",
    Mark.STRIKE: "strike",
    Mark.LINK: "underline",
    Mark.CODE: "dim",
}
BAR = "▏ "
"""What stands before a line that is quoted."""


def content_of(blocks: Iterable[Block]) -> Content:
    """Write blocks below each other, an empty line between two."""
    return Content("\n\n").join([_block(one) for one in blocks])


def _block(block: Block) -> Content:
    # Cleaning what was cleaned where it came in changes no offset.
    words = Content(clean(block.text))
    for span in block.spans:
        words = words.stylize(LOOKS[span.mark], span.start, span.end)
    if block.kind is BlockKind.HEADING:
        words = words.stylize("bold")
    elif block.kind is BlockKind.ITEM:
        marker = f"{'  ' * (block.level - 1)}{block.marker or '•'} "
        words = Content.assemble(marker, words)
    elif block.kind is BlockKind.RULE:
        words = Content("─────")
    if block.cite:
        words = Content.assemble(words, f"\n— {clean(block.cite)}")
    if not block.quoted:
        return words
    bar = BAR * block.quoted
    return Content("\n").join([Content.assemble(bar, line) for line in words.split()])
