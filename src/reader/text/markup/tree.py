"""Markup as a tree: read once, bounded, with nothing in it that acts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from reader.text.sanitize import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_PAGE = 8_000_000
"""Of a longer page only this many characters are read."""

DEEPEST = 200
"""Elements nested deeper than this are taken as if they stood at this depth."""

MOST_ELEMENTS = 100_000
"""Of a page with more elements only so many are read; articles have hundreds."""

_BLOCK_NAMES = (
    "address article aside blockquote body br center dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li"
    " main menu nav ol p pre section summary table tbody td tfoot th thead tr ul"
)
BLOCKS = frozenset(_BLOCK_NAMES.split())
"""The elements that end a line."""

_UNREAD_NAMES = (
    "script style template noscript iframe object embed applet canvas svg math head"
    " select option textarea button input datalist audio video map frame frameset"
    " dialog title link meta base"
)
UNREAD = frozenset(_UNREAD_NAMES.split())
"""The elements whose content nobody reads as text."""

MOST_ATTRIBUTES = 2000
"""An element that has more loses them all: a parser takes quadratic time over them."""

_OPENING_TAG = re.compile(
    # What is never closed runs to the end, so that nothing is read twice.
    r"""<(?:script|style)\b(?:(?!</(?:script|style)).)*+|<!--(?:(?!-->).)*+"""
    r"""|<[a-zA-Z](?:[^=>]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?)*+""",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED = re.compile(r"""=\s*(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))""")
_NO_TAG = re.compile(r"<(?:script|style|!--)", re.IGNORECASE)
_TAG_NAME = re.compile(r"<[a-zA-Z0-9:-]+")
_REFERENCE = re.compile(
    r"&#(?:x0*(?P<hex>[0-9a-f]{1,2})(?![0-9a-f])|0*(?P<decimal>\d{1,3})(?!\d));?",
    re.IGNORECASE,
)
_SEQUENCE = re.compile(
    # What a terminal would obey, whole; but no tag is ever swallowed by one.
    r"\x1b(?:[\]PX^_][^\x07\x1b\n<>]*(?:\x07|\x1b\\)|\[[0-;=?]*[ -/]*[@-~])"
)
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ufdd0-\ufdef]")


def tree_of(html: str) -> HtmlElement | None:
    """Parse a page or a fragment of one.

    What a parser cannot take (control characters, nesting without end) is
    dealt with here, so that everything behind may walk the tree as it likes.

    Returns:
        The root `html` element, or None if there is nothing in it.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    markup = _REFERENCE.sub(_as_browsers_read, html[:LONGEST_PAGE])
    markup = _CONTROLS.sub("", _SEQUENCE.sub("", markup))
    if not markup.strip():
        return None
    markup = _OPENING_TAG.sub(_with_few_attributes, markup)
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    cut_short(root, MOST_ELEMENTS)
    _flatten(root)
    return root


def fragment_tree(fragment: str) -> HtmlElement:
    """Parse a fragment into one `div` that holds it, empty if nothing is in it."""
    from lxml.html import Element

    root = tree_of(f"<!doctype html><body><div>{fragment}</div>")
    if root is None:
        return Element("div")
    body = root.find("body")
    if body is None:
        return root
    # A fragment that closes more than it opens stands partly outside its `div`.
    is_whole = len(body) == 1 and not (body.text or "").strip()
    return body[0] if is_whole and not (body[0].tail or "").strip() else body


def tag_of(element: HtmlElement) -> str:
    """An element's name, lower case; empty for a comment or a processing instruction."""
    tag = element.tag
    return tag.lower() if isinstance(tag, str) else ""


def text_of(element: HtmlElement) -> str:
    """What is read of an element, as one line; blocks are parted by a space."""
    return clean_line("".join(_strings(element)))


def hint_of(element: HtmlElement) -> str:
    """Its classes and its id, lower case, with a space around each."""
    return f" {element.get('class', '')} {element.get('id', '')} ".lower()


def drop(element: HtmlElement) -> None:
    """Take an element out of its tree; the text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail
    if tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + tail
        else:
            before.tail = (before.tail or "") + tail
    element.tail = None
    parent.remove(element)


def drop_all(elements: Iterable[HtmlElement]) -> None:
    """Take elements out of their tree; the text behind each of them stays.

    Dropped one by one, a paragraph of many would have the text before the next
    written again for each.
    """
    _drop(elements, keep_words=False)


def unwrap_all(elements: Iterable[HtmlElement]) -> None:
    """Put nothing but their words in the place of elements, none of which stands in another."""
    _drop(elements, keep_words=True)


def _drop(elements: Iterable[HtmlElement], *, keep_words: bool) -> None:
    doomed = set(elements)
    parents = {element.getparent(): None for element in doomed}
    for parent in parents:
        if parent is not None:
            _drop_from(parent, doomed, keep_words=keep_words)


def _drop_from(
    parent: HtmlElement, doomed: set[HtmlElement], *, keep_words: bool
) -> None:
    """Take children out of one element."""
    before: HtmlElement | None = None
    words = [parent.text or ""]
    for child in [*parent, None]:
        if child is not None and child in doomed:
            if keep_words:
                words.extend(child.itertext())
            words.append(child.tail or "")
            child.tail = None
            parent.remove(child)
            continue
        if len(words) > 1:
            joined = "".join(words)
            if before is None:
                parent.text = joined
            else:
                before.tail = joined
        if child is not None:
            before, words = child, [child.tail or ""]


def inner_html(root: HtmlElement) -> str:
    """What stands in an element, as markup."""
    from html import escape

    from lxml.html import tostring

    inside = (str(tostring(child, encoding="unicode")) for child in root)
    return "".join((escape(root.text or "", quote=False), *inside))


def cut_short(root: HtmlElement, most: int) -> None:
    """Take out what stands behind so many elements, counted in reading order."""
    beyond = list(islice(root.iter(), most, None))
    doomed = set(beyond)
    drop_all(one for one in beyond if one.getparent() not in doomed)


def _as_browsers_read(reference: re.Match[str]) -> str:
    """A reference to a control character, as itself or as windows-1252 has it."""
    from html import unescape

    code = int(reference["hex"] or reference["decimal"], 16 if reference["hex"] else 10)
    if 128 <= code < 160:
        meant = unescape(f"&#{code};")
        return "" if len(meant) == 1 and 128 <= ord(meant) < 160 else meant
    return chr(code) if code < 32 or code == 127 else reference.group()


def _with_few_attributes(tag: re.Match[str]) -> str:
    """An opening tag, without its attributes if they are more than a page ever has."""
    whole = tag.group()
    if len(whole) < 2 * MOST_ATTRIBUTES or _NO_TAG.match(whole):
        return whole
    bare = _QUOTED.sub(" ", whole).replace("/", " ")
    if len(bare.split(maxsplit=MOST_ATTRIBUTES)) < MOST_ATTRIBUTES:
        return whole
    name = _TAG_NAME.match(whole)
    return whole if name is None else name.group()


def _strings(element: HtmlElement) -> Iterator[str]:
    """The strings of an element in order, without those nobody reads."""
    stack: list[HtmlElement | str] = [element]
    first = True
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            yield one
            continue
        tag = tag_of(one)
        if not first and one.tail:
            stack.append(one.tail)
        first = False
        if not tag or tag in UNREAD or tag in ("rt", "rp"):
            continue
        if tag in BLOCKS:
            yield " "
            stack.append(" ")
        stack.extend(reversed(one))
        if one.text:
            stack.append(one.text)


def _flatten(root: HtmlElement) -> None:
    """Bring what is nested too deep up to the deepest level allowed."""
    too_deep: list[HtmlElement] = []
    stack: list[tuple[HtmlElement, int]] = [(root, 0)]
    while stack:
        element, depth = stack.pop()
        if depth == DEEPEST:
            too_deep.append(element)
            continue
        stack.extend((child, depth + 1) for child in element)
    for element in too_deep:
        words = text_of(element)
        for child in list(element):
            element.remove(child)
        element.text = words
