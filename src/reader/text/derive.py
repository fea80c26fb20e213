"""What is made of an article's HTML, and can be made again by a better program."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from reader.domain.article import Block
from reader.domain.quotation import Quotation
from reader.text import markdown
from reader.text.markup.tree import drop, fragment_tree, inner_html, text_of
from reader.text.page.cleaning import tidy_fragment
from reader.text.page.closing import source_note_in
from reader.text.page.pieces import key_of
from reader.text.quotations import quotations_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """What a reader sees of an article."""

    html: str
    """The fragment as it is kept: absolute addresses, nothing that acts."""

    markdown: str
    blocks: tuple[Block, ...]
    quotations: tuple[Quotation, ...]
    source_note: str | None


def derive(
    fragment: str, *, url: str | None, language: str | None, title: str
) -> Derived:
    """Read an article's fragment.

    Args:
        fragment: HTML of the article alone, from a page or a feed.
        url: What relative addresses count from, or None.
        language: The article's language, or None to tell it from the text.
        title: The article's title; a heading that says it again is left out.
    """
    root = fragment_tree(fragment)
    tidy_fragment(root, url)
    _leave_out_title(root, title)
    root.tail = None
    kept = inner_html(root)
    read = markdown.read(root)
    blocks = read.blocks
    return Derived(
        html=kept,
        markdown=read.markdown,
        blocks=blocks,
        quotations=quotations_of(blocks, language=language),
        source_note=source_note_in(blocks),
    )


def _leave_out_title(root: HtmlElement, title: str) -> None:
    """Drop the first heading if it says the title again."""
    key = key_of(title)
    for heading in islice(root.iter("h1", "h2", "h3"), 2):
        if key and key_of(text_of(heading)) == key:
            drop(heading)
            return
