"""A browser's bookmarks, as every browser writes them to a file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from reader.domain.errors import CannotUnderstand
from reader.sites.listed import DEEPEST, Gathering, Subscriptions
from reader.text.markup.tree import tag_of, text_of, tree_of
from reader.text.sanitize import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FIRST_LINE: Final = re.compile(
    rb"\s*<!doctype\s+netscape-bookmark-file", re.IGNORECASE
)

_ALL: Final = frozenset({"personal_toolbar_folder", "unfiled_bookmarks_folder"})
"""What marks a folder that is the browser's own and says nothing of what is in it."""


def looks_like_bookmarks(body: bytes) -> bool:
    """Whether these bytes begin as a bookmarks file does."""
    return _FIRST_LINE.match(body.removeprefix(b"\xef\xbb\xbf")) is not None


def bookmarks_in(body: bytes) -> Subscriptions:
    """Read a bookmarks file; the folders a bookmark stands in are its tags.

    Args:
        body: The “Netscape bookmark file”: headings for folders, a list in each.

    Raises:
        CannotUnderstand: No bookmark in it leads to a web page.
    """
    root = tree_of(body.decode("utf-8-sig", "replace"))
    found = Gathering()
    if root is not None:
        _walk(root, found)
    read = found.result()
    if not read.sources:
        raise CannotUnderstand("No bookmark in this file leads to a web page.")
    return read


def _walk(root: HtmlElement, found: Gathering) -> None:
    """Take every bookmark. A heading names the next list, and all within it."""
    waiting: list[tuple[HtmlElement, tuple[str, ...]]] = [(root, ())]
    named: tuple[str, ...] = ()
    while waiting and not found.full:
        element, folders = waiting.pop()
        inside = folders
        match tag_of(element):
            case "h3":
                own = any(name in element.attrib for name in _ALL)
                name = "" if own else text_of(element)
                named = (name,) if name and len(folders) < DEEPEST else ()
                continue
            case "dl":
                inside, named = (*folders, *named), ()
            case "a":
                _take(element, folders, found)
                continue
        waiting.extend((child, inside) for child in reversed(element))


def _take(link: HtmlElement, folders: tuple[str, ...], found: Gathering) -> None:
    address = link.get("feedurl") or link.get("href") or ""
    tags = (clean_line(tag) for tag in (link.get("tags") or "").split(","))
    # What leads into the browser itself, such as a saved search, is no page.
    if address.startswith("place:"):
        return
    found.take(
        address,
        name=text_of(link),
        site=link.get("href") or "",
        tags=(*folders, *tags),
    )
