"""What a comment says, as plain text that keeps its paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.text.markup.tree import BLOCKS, UNREAD, tag_of
from reader.text.sanitize import clean, clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST: Final = 100_000
"""Characters of a comment that are kept."""

QUOTED: Final = "> "
"""What stands before each line of a quotation, as in a letter."""

_DEEPEST_QUOTATION: Final = 8
_LONGEST_PICTURE: Final = 20
"""Characters of what a small picture stands for: a smile."""

_ASIDE: Final = frozenset(
    {
        "comment-author",
        "comment-awaiting-moderation",
        "comment-meta",
        "comment-metadata",
        "comment-reply-link",
        "reply",
    }
)
"""What stands among a comment's paragraphs and is not the author's."""

_SPACES: Final = re.compile(r"[ \t\r\n\f]+")
_NO_ADDRESS: Final = re.compile(r"[<>\s]")
_AROUND_A_BREAK: Final = re.compile(r" ?\n ?")


def prose_of(element: HtmlElement) -> str:
    """The text of a comment, sanitised.

    Paragraphs are parted by a blank line, lines of a quotation begin with
    `> `, an item of a list with `•`. A link is its words, and behind them its
    address in angle brackets unless the words are the address.
    """
    from lxml import etree

    writing = _Writing()
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, one in walk:
        tag = tag_of(one)
        aside = one is not element and _is_aside(one, tag)
        if event == "start" and aside:
            writing.write(_picture(one) if tag == "img" else "")
            walk.skip_subtree()
        elif event == "start":
            writing.begin(tag)
            writing.write(one.text or "")
        else:
            if not aside:
                writing.end(tag, one.get("href", ""))
            if one is not element:
                writing.write(one.tail or "")
        if writing.length > LONGEST:
            break
    return writing.text()


class _Writing:
    """A text in the making."""

    def __init__(self) -> None:
        self.length = 0
        self._paragraphs: list[tuple[str, bool]] = []
        self._pieces: list[str] = []
        self._links: list[int] = []
        self._quoted = 0
        self._kept_as_is = 0
        self._item = False

    def write(self, text: str) -> None:
        """Add some text as the page has it."""
        self._pieces.append(text if self._kept_as_is else _SPACES.sub(" ", text))
        self.length += len(text)

    def begin(self, tag: str) -> None:
        """Begin an element."""
        if tag == "br":
            self._pieces.append("\n")
        elif tag == "a":
            self._links.append(len(self._pieces))
        elif tag in BLOCKS:
            self._close_paragraph()
        if tag == "li":
            self._item = True
        elif tag == "blockquote":
            self._quoted += 1
        elif tag == "pre":
            self._kept_as_is += 1

    def end(self, tag: str, target: str) -> None:
        """End an element, which may be a link to somewhere."""
        if tag == "a" and self._links:
            begun = self._links.pop()
            words = "".join(self._pieces[begun:])
            self._pieces[begun:] = [_link(words, target)]
        elif tag in BLOCKS and tag != "br":
            self._close_paragraph()
        if tag == "blockquote":
            self._quoted -= 1
        elif tag == "pre":
            self._kept_as_is -= 1

    def text(self) -> str:
        """All that was written."""
        self._close_paragraph()
        parts: list[str] = []
        for at, (paragraph, item) in enumerate(self._paragraphs):
            if at:
                together = item and self._paragraphs[at - 1][1]
                parts.append("\n" if together else "\n\n")
            parts.append(paragraph)
        return "".join(parts)[:LONGEST].rstrip()

    def _close_paragraph(self) -> None:
        self._links.clear()
        text = clean("".join(self._pieces)).replace("\t", " ")
        self._pieces.clear()
        if self._kept_as_is:
            text = text.strip("\n").rstrip()
        else:
            text = _AROUND_A_BREAK.sub("\n", text).strip()
        if not text.strip():
            return
        item, self._item = self._item, False
        if item:
            text = f"• {text}"
        quoted = QUOTED * min(self._quoted, _DEEPEST_QUOTATION)
        if quoted:
            text = "\n".join(quoted + line for line in text.split("\n"))
        self._paragraphs.append((text, item))


def _link(words: str, target: str) -> str:
    """How a link is written: its words, and where it leads if they do not say so."""
    address = clean_line(target)
    if not address.startswith(("http://", "https://")) or _NO_ADDRESS.search(address):
        return words
    # A long address is shown cut, and often without its beginning.
    shown = words.strip().rpartition("://")[2].rstrip("/")
    bare = shown.rstrip("…./")
    if "." in bare and address.partition("://")[2].startswith(bare):
        return words if bare == shown else address
    return f"{words} <{address}>"


def _is_aside(element: HtmlElement, tag: str) -> bool:
    return (
        not tag
        or tag in UNREAD
        or tag == "img"
        or not _ASIDE.isdisjoint(element.get("class", "").split())
    )


def _picture(element: HtmlElement) -> str:
    """What a picture that stands for a character stands for."""
    words: str = element.get("alt", "")
    return words if len(words) <= _LONGEST_PICTURE else ""
