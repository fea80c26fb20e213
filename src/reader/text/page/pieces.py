"""A page in pieces: each paragraph, heading, item or cell by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from reader.text.markup.tree import BLOCKS, tag_of, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_PIECES = 20_000
"""So many pieces of a page are looked at."""

_NO_LOOSE_TEXT = frozenset(("html", "head", "pre"))
_ONE_PARAGRAPH = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6"))
_LOOSE_IN = {"ul": "li", "ol": "li", "dl": "dd", "tr": "td"}
"""What loose text becomes where a paragraph may not stand."""

_NOT_WORD = re.compile(r"[\W_]+")
_STOP = re.compile(r"(?<![.…])[.!?。！？؟][”\"’'»)\]]*$")
_RUNS_ON = 3
"""So many words behind a link are no longer its label's."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a page that is kept or left out as a whole."""

    element: HtmlElement
    text: str
    key: str
    """Its letters and digits alone, case folded, to compare by."""

    linked: float
    """The share of its text that is links, from 0 to 1."""


def key_of(text: str) -> str:
    """A text's letters and digits alone, case folded."""
    return _NOT_WORD.sub("", text).casefold()


def is_sentence(piece: Piece) -> bool:
    """Whether a piece is a sentence, rather than a label and what it links to.

    “See also the [report].” is one; “Read more: [The report has the numbers.]” is not.
    """
    return _STOP.search(_behind_links(piece).rstrip()) is not None


def runs_on(piece: Piece) -> bool:
    """Whether a piece goes on behind its last link: “Read more: [report] has the numbers”."""
    behind = _behind_links(piece)
    return behind != piece.text and len(behind.split()) >= _RUNS_ON


def _behind_links(piece: Piece) -> str:
    """What stands behind a piece's last link; all of it if it has none."""
    links = [text for one in piece.element.iter("a") if (text := text_of(one))]
    return piece.text.rpartition(links[-1])[2] if links else piece.text


def pieces_of(root: HtmlElement) -> list[Piece]:
    """Cut a page into pieces, in order.

    Loose text between blocks is put into paragraphs of its own first, so that
    every piece is an element. The tree is changed by that, but reads the same.
    """
    for element in [one for one in root.iter() if _parts_paragraphs(one)]:
        _wrap_loose_text(element)
    pieces = (_piece(element) for element in root.iter() if _is_leaf(element))
    return list(islice((piece for piece in pieces if piece.text), MOST_PIECES))


def _piece(element: HtmlElement) -> Piece:
    text = text_of(element)
    linked = sum(
        len(text_of(link)) for link in element.iter("a") if link is not element
    )
    return Piece(element, text, key_of(text), min(1.0, linked / max(1, len(text))))


def _is_leaf(element: HtmlElement) -> bool:
    tag = tag_of(element)
    if tag == "pre":
        return True
    if tag not in BLOCKS or tag in ("br", "hr"):
        return False
    if any(tag_of(around) == "pre" for around in element.iterancestors("pre")):
        return False
    return all(
        tag_of(inner) not in BLOCKS or tag_of(inner) in ("br", "hr")
        for inner in element.iterdescendants()
    )


def _wrap_loose_text(element: HtmlElement) -> None:
    """Put text and inline elements that stand between blocks into paragraphs."""
    nodes: list[HtmlElement | str | None] = [element.text]
    for child in element:
        nodes += [child, child.tail]
        child.tail = None
    element.text = None
    del element[:]
    run: list[HtmlElement | str] = []
    for node in nodes:
        if node is None:
            continue
        if not isinstance(node, str) and _is_block(node):
            _end(run, element)
            element.append(node)
        elif not isinstance(node, str) and tag_of(node) == "br":
            if run and _is_break(run[-1]):
                _end(run, element)
            elif run:
                run.append(node)
        elif not isinstance(node, str) or node.strip():
            run.append(node)
        elif run and not _is_break(run[-1]):
            run.append(" ")
    _end(run, element)


def _end(run: list[HtmlElement | str], parent: HtmlElement) -> None:
    """Close a run of text and inline elements as a paragraph of its own."""
    from lxml.html import Element

    while run and (_is_break(run[-1]) or run[-1] == " "):
        run.pop()
    if run:
        paragraph = Element(_LOOSE_IN.get(tag_of(parent), "p"))
        for node in run:
            if not isinstance(node, str):
                paragraph.append(node)
            elif len(paragraph):
                paragraph[-1].tail = (paragraph[-1].tail or "") + node
            else:
                paragraph.text = (paragraph.text or "") + node
        parent.append(paragraph)
        run.clear()


def _is_break(node: HtmlElement | str) -> bool:
    return not isinstance(node, str) and tag_of(node) == "br"


def _is_block(element: HtmlElement) -> bool:
    tag = tag_of(element)
    return (tag in BLOCKS and tag != "br") or any(
        tag_of(inner) in BLOCKS and tag_of(inner) != "br"
        for inner in element.iterdescendants()
    )


def _parts_paragraphs(element: HtmlElement) -> bool:
    """Whether blocks, or two line breaks in a row, part the text in an element."""
    tag = tag_of(element)
    if not tag or tag in _NO_LOOSE_TEXT:
        return False
    may_break = tag in BLOCKS and tag not in _ONE_PARAGRAPH
    breaks = 0
    for child in element:
        if tag_of(child) != "br":
            if _is_block(child):
                return True
            breaks = 0
            continue
        breaks += 1
        if may_break and breaks > 1:
            return True
        if (child.tail or "").strip():
            breaks = 0
    return False
