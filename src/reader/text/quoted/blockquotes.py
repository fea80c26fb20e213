"""Block quotations, in whatever way a text sets them apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST_SIGNATURE = 120
"""Characters of a last line that may say who is quoted."""

_QUOTED_LINES = re.compile(r"(?:^[ \t]*>[^\n]*(?:\n|\Z))+", re.MULTILINE)
_BEGINS = re.compile(r"<blockquote\b[^<>]{0,200}>", re.IGNORECASE)
_TAGS = re.compile(r"\s*</?[a-z][^<>]{0,200}>\s*", re.IGNORECASE)
_CLOSING_TAGS = re.compile(r"(?:\s*</[a-z]+>)+\s*\Z")
_PREFIX = re.compile(r"[ \t]*(?:>[ \t]?)+")
_SIGNATURE = re.compile(
    r"\n[ \t>]*(?:—|–|--|-)[ \t]*(?P<who>[^\n(,|]{2,60}?)[ \t]*(?:[(,|][^\n]*)?\s*\Z"
)


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """A block quotation as its page sets it apart."""

    start: int
    end: int
    cite: str | None = None
    """Who is cited, in the page's words, or None."""


def signed(text: str, quote: BlockQuote) -> BlockQuote:
    """Part a block quotation from a signature in its last line.

    “— Kit Moran (@kitm)” names the speaker and is not part of the words.
    """
    least = max(quote.start, quote.end - LONGEST_SIGNATURE)
    found = _SIGNATURE.search(text, least, quote.end)
    if found is None or found.start() <= quote.start:
        return quote
    return BlockQuote(quote.start, found.start(), quote.cite or found["who"].strip())


def blockquotes_in(text: str) -> list[BlockQuote]:
    """Find the block quotations that a plain text marks itself.

    Lines that begin with `>`, as in mail and Markdown, and the element of a
    page that was not taken apart.

    Returns:
        Block quotations in order, signatures parted from them.
    """
    found: list[BlockQuote] = []
    if ">" not in text:
        return found
    for lines in _QUOTED_LINES.finditer(text):
        prefix = _PREFIX.match(text, lines.start())
        start = prefix.end() if prefix else lines.start()
        end = lines.start() + len(lines.group().rstrip())
        if start < end:
            found.append(signed(text, BlockQuote(start, end)))
    at = 0
    while begins := _BEGINS.search(text, at):
        end = text.find("</blockquote>", begins.end())
        if end < 0:
            break
        at = end
        start = begins.end()
        if leading := _TAGS.match(text, start, end):
            start = leading.end()
        end = start + len(_CLOSING_TAGS.sub("", text[start:end]))
        if start < end:
            found.append(BlockQuote(start, end))
    return sorted(found, key=lambda one: one.start)
