"""Lists of subscriptions: OPML 2.0, both ways, and newsboat's `urls` file."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING, Final

from reader.domain.errors import CannotUnderstand
from reader.domain.source import Source, Subscription
from reader.text.links import absolute
from reader.text.sanitize import clean_line

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST: Final = 100_000
_DEEPEST: Final = 20
_LONGEST: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscriptions:
    """What a list of subscriptions holds."""

    sources: tuple[Subscription, ...]
    left_out: tuple[str, ...]
    """A sentence for each line that was not taken, and why."""


def subscriptions_in(body: bytes) -> Subscriptions:
    """Read a list of subscriptions, OPML or newsboat's.

    Nothing in it is ever run or fetched, and only http and https are taken.

    Raises:
        CannotUnderstand: It is neither.
    """
    if body.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0").startswith(b"<"):
        return _opml(body)
    if b"\0" in body:
        raise CannotUnderstand("This is no list of subscriptions.")
    return _newsboat(body.decode("utf-8-sig", "replace"))


def opml_of(sources: Iterable[Source], made: datetime) -> str:
    """Write sources as OPML 2.0; a tag is a category of its outline.

    Args:
        sources: What to write.
        made: When the list is made.
    """
    from lxml import etree

    opml = etree.Element("opml", version="2.0")
    head = etree.SubElement(opml, "head")
    etree.SubElement(head, "title").text = "Subscriptions"
    etree.SubElement(head, "dateCreated").text = format_datetime(made)
    outlines = etree.SubElement(opml, "body")
    for source in sources:
        said = {
            "type": "rss",
            "text": source.name,
            "title": source.name,
            "xmlUrl": source.url,
        }
        if source.site:
            said["htmlUrl"] = source.site
        if source.tags:
            said["category"] = ",".join(source.tags)
        etree.SubElement(outlines, "outline", said)
    written: bytes = etree.tostring(
        opml, encoding="utf-8", xml_declaration=True, pretty_print=True
    )
    return written.decode()


def _opml(body: bytes) -> Subscriptions:
    from lxml import etree

    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False
    )
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or etree.QName(root).localname.lower() != "opml":
        raise CannotUnderstand("This is no list of subscriptions: it is not OPML.")
    sources: list[Subscription] = []
    left_out: list[str] = []
    for outline, folders in _outlines(root):
        url = _said(outline, "xmlUrl")
        if not url:
            continue
        followed = absolute(url)
        if followed is None:
            left_out.append(f"{clean_line(url)[:200]} is no web address.")
            continue
        categories = (
            each.strip("/ ") for each in _said(outline, "category").split(",")
        )
        tags = dict.fromkeys((*folders, *(each for each in categories if each)))
        sources.append(
            Subscription(
                url=followed,
                name=_said(outline, "title") or _said(outline, "text") or None,
                site=absolute(_said(outline, "htmlUrl")),
                tags=tuple(tags),
            )
        )
        if len(sources) == _MOST:
            break
    return Subscriptions(sources=tuple(sources), left_out=tuple(left_out))


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
            if name and not _said(element, "xmlUrl") and len(folders) < _DEEPEST:
                inside = (*folders, name)
        waiting.extend((child, inside) for child in reversed(element))


def _said(element: _Element, name: str) -> str:
    """An attribute, whatever the case of its name."""
    value = element.get(name) or next(
        (each for key, each in element.items() if str(key).lower() == name.lower()), ""
    )
    return clean_line(str(value))[:_LONGEST]


def _newsboat(text: str) -> Subscriptions:
    sources: list[Subscription] = []
    left_out: list[str] = []
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        try:
            url, *tags = shlex.split(bare, comments=True)
        except ValueError:
            left_out.append(f"Line {number}: a quotation mark is not closed.")
            continue
        kind = re.match(r"(exec|filter|query):", url)
        if kind:
            left_out.append(
                f"Line {number}: “{kind[1]}:” runs a program or a search, and is left out."
            )
            continue
        followed = absolute(url)
        if followed is None:
            left_out.append(
                f"Line {number}: {clean_line(url)[:200]} is no web address."
            )
            continue
        names = [clean_line(tag[1:]) for tag in tags if tag.startswith("~")]
        sources.append(
            Subscription(
                url=followed,
                name=next(iter(names), None) or None,
                # “!” hides a source in newsboat's own list.
                tags=tuple(
                    dict.fromkeys(
                        clean_line(tag)
                        for tag in tags
                        if tag != "!" and not tag.startswith("~")
                    )
                ),
            )
        )
    if not sources and (left_out or not text.strip()):
        raise CannotUnderstand("No subscription was found in this list.")
    return Subscriptions(sources=tuple(sources), left_out=tuple(left_out))
