"""An article as one would say it: a text a paragraph, with who speaks behind each quotation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.domain.article import Article, BlockKind
from reader.domain.quotation import Quotation
from reader.text.layout import Layout
from reader.text.typeset.lines import Manner
from reader.text.typeset.plan import plan

_ENDLESS = 1_000_000
"""Characters of a line: what is heard is not wrapped."""

_MANNER = Manner(plain=True, told=True)


class Part(NamedTuple):
    """What is told at one go."""

    text: str
    start: int
    """Where it begins in the article's text."""


def parts_of(article: Article) -> tuple[Part, ...]:
    """An article in the parts it is told in: its head, its paragraphs, its neighbours."""
    planned = plan(article)
    layout = Layout(planned, _ENDLESS, len, _MANNER)
    parts = []
    for number, start in enumerate(planned.starts):
        lines = (line.text.strip() for line in layout.lines(number))
        text = "\n".join(line for line in lines if line)
        if text:
            parts.append(Part(text, start))
    return tuple(parts)


def links_of(article: Article) -> tuple[str, ...]:
    """Where its links lead, in the order of the numbers they are told with."""
    return plan(article).links


def headings_of(article: Article) -> Iterator[int]:
    """Where each heading begins in the article's text."""
    at = 0
    for block in article.blocks:
        if block.kind is BlockKind.HEADING:
            yield at
        at += len(block.text) + 2


def saying(article: Article, quotation: Quotation) -> str:
    """A quotation with its number and its speaker."""
    number = article.quotations.index(quotation) + 1
    speaker = quotation.speaker or "Nobody named"
    words = article.text[quotation.start : quotation.end]
    return f"{number} of {len(article.quotations)}. {speaker}: “{words}”"
