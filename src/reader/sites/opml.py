"""OPML 2.0: lists of subscriptions, both ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING, Final

from reader.domain.errors import CannotUnderstand
from reader.domain.source import Source
from reader.sites.listed import DEEPEST, Gathering, Subscriptions
from reader.text.links import without_secrets
from reader.text.sanitize import clean_line

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST: Final = 1000

_LONG_TAG: Final = re.compile(
    rb"""<[a-zA-Z](?=.{20000})(?:[^<>"']++|"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))*+""",
    re.DOTALL,
)
_QUOTED: Final = re.compile(rb"""=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))""")
_MOST_ATTRIBUTES: Final = 2000
"""A parser takes quadratic time over them."""


def opml_of(sources: Iterable[Source], made: datetime) -> str:
    """Write sources as OPML 2.0.

    A source stands in the folder of its first tag, as other readers want it;
    its other tags are categories of its outline. No password is written.

    Args:
        sources: What to write, in this order within each folder.
        made: When the list is made.
    """
    from lxml import etree

    opml = etree.Element("opml", version="2.0")
    head = etree.SubElement(opml, "head")
    etree.SubElement(head, "title").text = "Subscriptions"
    etree.SubElement(head, "dateCreated").text = format_datetime(made)
    body = etree.SubElement(opml, "body")
    folders: dict[str, _Element] = {}
    for source in sources:
        first, *others = [clean_line(tag) for tag in source.tags] or [""]
        if first and first not in folders:
            folders[first] = etree.SubElement(body, "outline", text=first, title=first)
        said = {
            "type": "rss",
            "text": clean_line(source.name),
            "title": clean_line(source.name),
            "xmlUrl": without_secrets(source.url),
        }
        if source.site:
            said["htmlUrl"] = without_secrets(source.site)
        if others:
            # A comma parts categories, and there is no other way to write one.
            said["category"] = ",".join(tag.replace(",", " ") for tag in others)
        etree.SubElement(folders.get(first, body), "outline", said)
    written: bytes = etree.tostring(
        opml, encoding="utf-8", xml_declaration=True, pretty_print=True
    )
    return written.decode()


def opml_in(body: bytes) -> Subscriptions:
    """Read OPML, whole or cut short; folders and categories are tags.

    Raises:
        CannotUnderstand: It is no OPML.
    """
    from lxml import etree

    if any(_has_no_end(tag[0]) for tag in _LONG_TAG.finditer(body.replace(b"\0", b""))):
        raise CannotUnderstand("This list cannot be read: a tag in it has no end.")
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False
    )
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or etree.QName(root).localname.lower() != "opml":
        raise CannotUnderstand("This is no list of subscriptions: it is not OPML.")
    found = Gathering()
    for outline, folders in _outlines(root):
        address = _said(outline, "xmlUrl")
        if found.full:
            break
        if address:
            categories = _said(outline, "category").split(",")
            found.take(
                address,
                name=_said(outline, "title") or _said(outline, "text"),
                site=_said(outline, "htmlUrl"),
                tags=(*folders, *(each.strip("/ ") for each in categories)),
            )
    return found.result()


def _has_no_end(tag: bytes) -> bool:
    """Whether a tag has more attributes than anybody writes."""
    return len(_QUOTED.findall(tag)) > _MOST_ATTRIBUTES


def _outlines(root: _Element) -> Iterator[tuple[_Element, tuple[str, ...]]]:
    """Every outline in order, with the folders that it stands in."""
    waiting: list[tuple[_Element, tuple[str, ...]]] = [(root, ())]
    while waiting:
        element, folders = waiting.pop()
        if not isinstance(element.tag, str):
            continue
        inside = folders
        if element.tag.lower().endswith("outline"):
            yield element, folders
            name = _said(element, "text") or _said(element, "title")
            if name and not _said(element, "xmlUrl") and len(folders) < DEEPEST:
                inside = (*folders, name)
        waiting.extend((child, inside) for child in reversed(element))


def _said(element: _Element, name: str) -> str:
    """An attribute, whatever the case of its name."""
    value = element.get(name) or next(
        (each for key, each in element.items() if str(key).lower() == name.lower()), ""
    )
    return clean_line(str(value))[:_LONGEST]
