"""What a form says: its title, its labels, its notes; never more than is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from reader.text.markup.tree import BLOCKS, UNREAD, tag_of
from reader.text.sanitize import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST: Final = 500
"""Characters of a label or a note."""

MOST_NOTES: Final = 20
LARGEST_NOTE: Final = 200
"""Elements; what holds more is no note."""

_CONTROLS: Final = frozenset({"input", "textarea", "select", "button", "label"})
_MARK_AT_END: Final = re.compile(r"[\s:*∗＊✱†]+$")
_HAS_MARK: Final = re.compile(r"[*∗＊✱][\s:]*$")


def words_of(element: HtmlElement) -> str:
    """The words of an element, up to a limit, as one line."""
    return _words(element, whole=True)


def label_of(element: HtmlElement) -> str:
    """The words of a label or title, without the mark of a required field."""
    return without_mark(_words(element, whole=False))


def without_mark(words: str) -> str:
    """A label's words without the mark of a required field."""
    return _MARK_AT_END.sub("", clean_line(words[:LONGEST]))


def marks_required(label: HtmlElement) -> bool:
    """Whether a label says that its field is required."""
    for one in islice(label.iter("span", "abbr", "em", "strong"), LARGEST_NOTE):
        if "required" in one.get("class", "").lower().split() and words_of(one):
            return True
    return bool(_HAS_MARK.search(words_of(label)))


def title_of(form: HtmlElement, root: HtmlElement) -> str:
    """What stands over a form: its legend, or the heading before it."""
    for one in root.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        if one.get("id") == "reply-title":
            return label_of(one)
    for one in form.iter("legend", "h2", "h3", "h4", "h5"):
        return label_of(one)
    around: HtmlElement | None = form
    for _ in range(3):
        if around is None:
            break
        for before in around.itersiblings(preceding=True):
            if tag_of(before) in ("h2", "h3", "h4", "h5"):
                return label_of(before)
        around = around.getparent()
    return ""


def notes_of(form: HtmlElement) -> tuple[str, ...]:
    """What a form says beside its fields, one sentence each."""
    return tuple(islice(_notes(form), MOST_NOTES))


def _notes(form: HtmlElement) -> Iterator[str]:
    for block in form.iter("p", "div", "small"):
        inside = list(islice(block.iter(), LARGEST_NOTE + 1))
        if (
            len(inside) > LARGEST_NOTE
            or any(tag_of(one) in _CONTROLS for one in inside)
            or (tag_of(block) == "div" and any(tag_of(one) in BLOCKS for one in block))
            or "none" in block.get("style", "")[:LONGEST]
        ):
            continue
        parts = [one for one in block if tag_of(one) == "span"]
        apart = parts and not any((one.tail or "").strip() for one in (*parts,))
        if apart and not (block.text or "").strip():
            texts = [words_of(one) for one in parts]
        else:
            texts = [words_of(block)]
        yield from (text for text in texts if text)


def _words(element: HtmlElement, *, whole: bool) -> str:
    """An element's words; all of them, or without what is no part of a label."""
    from lxml import etree

    pieces: list[str] = []
    length = 0
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, one in walk:
        tag = tag_of(one)
        if event == "start":
            piece = one.text or ""
            if tag in UNREAD or not (whole or _belongs(one, tag)):
                walk.skip_subtree()
                piece = ""
        else:
            piece = "" if one is element else one.tail or ""
        if tag in BLOCKS:
            pieces.append(" ")
        pieces.append(piece[: 2 * LONGEST])
        length += len(piece)
        if length > 2 * LONGEST:
            break
    return clean_line("".join(pieces))[:LONGEST]


def _belongs(element: HtmlElement, tag: str) -> bool:
    """Whether an element inside a label is part of what the label says."""
    if tag == "small":
        return False
    classes = element.get("class", "").lower().split()
    return tag not in ("span", "abbr", "em") or not {"required", "optional"} & set(
        classes
    )
