"""RSS as nearly everybody writes it, read without forgiving anything.

A forgiving parser is slow, and most feeds have nothing to be forgiven. What is
here reads a well-formed RSS 2.0 feed in UTF-8 that uses only the elements named
below, into what feedparser would make of them, in a tenth of its time. Any other
feed it leaves to feedparser whole. A test holds the two to each other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from urllib.parse import urljoin

from reader.domain.exchange import Page
from reader.text.dates import read_stamp

if TYPE_CHECKING:
    from lxml.etree import _Element

Said: TypeAlias = "dict[str, Any]"
"""What is said of a feed or an entry, by feedparser's names."""

_CONTENT: Final = "{http://purl.org/rss/1.0/modules/content/}"
_DUBLIN_CORE: Final = "{http://purl.org/dc/elements/1.1/}"
_SLASH: Final = "{http://purl.org/rss/1.0/modules/slash/}"
_COMMENTS: Final = "{http://wellformedweb.org/CommentAPI/}"
_SYNDICATION: Final = "{http://purl.org/rss/1.0/modules/syndication/}"
_ATOM: Final = "{http://www.w3.org/2005/Atom}"

_WORDPRESS: Final = "{com-wordpress:feed-additions:1}"

_IN_CHANNEL: Final = {
    "title": "title",
    "link": "link",
    "language": "language",
    "ttl": "ttl",
    f"{_SYNDICATION}updatePeriod": "sy_updateperiod",
    f"{_SYNDICATION}updateFrequency": "sy_updatefrequency",
}
"""What we ask of a channel, by feedparser's names."""

_IN_ITEM: Final = {
    "title": "title",
    "link": "link",
    "pubDate": "published",
    "description": "summary",
    f"{_CONTENT}encoded": "content",
    f"{_SLASH}comments": "slash_comments",
    f"{_COMMENTS}commentRss": "wfw_commentrss",
}
"""What we ask of an item besides; its guid, authors, tags and enclosures are lists
or depend on each other."""

_OF_NO_USE: Final = frozenset(
    {
        "category",
        "comments",
        "copyright",
        "description",
        "docs",
        "generator",
        "lastBuildDate",
        "managingEditor",
        "pubDate",
        "webMaster",
        f"{_SYNDICATION}updateBase",
        f"{_WORDPRESS}site",
        f"{_WORDPRESS}post-id",
    }
)
"""What we do not ask, and feedparser makes nothing else of."""

_CREATOR: Final = f"{_DUBLIN_CORE}creator"
_ADDRESSES: Final = frozenset({"link", "wfw_commentrss"})
_OF_IMAGE: Final = frozenset({"url", "title", "link", "width", "height"})
_DECLARED: Final = re.compile(rb"\s*<\?xml[^>]*\?>")
_IN_UTF8: Final = re.compile(rb"encoding\s*=\s*[\"']utf-8[\"']", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"https?://[^/\s][^\s]*\Z")
_REFERENCE: Final = re.compile(r"&\w+;")
_C1: Final = re.compile("[\x80-\x9f]")
"""Where windows-1252 has letters: feedparser puts them right."""


class _NotPlain(Exception):
    """There is something in it that only feedparser knows what to make of."""


def plain_rss(page: Page) -> tuple[Said, list[Said]] | None:
    """Read a feed, if it is a plain one.

    Returns:
        What it says of itself and of each entry, as far as we ask for it; or
        None if it is not plain.
    """
    body = page.body
    if not _is_plain(page):
        return None
    from lxml.etree import XMLParser, XMLSyntaxError, fromstring

    parser = XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return _channel(fromstring(body, parser), page.url)
    except (XMLSyntaxError, _NotPlain, ValueError):
        return None


def _is_plain(page: Page) -> bool:
    """Whether a feed's bytes are such that there is only one way to take them."""
    body = page.body
    declared = _DECLARED.match(body)
    if declared and b"encoding" in declared[0] and not _IN_UTF8.search(declared[0]):
        return False
    try:
        body.decode()
    except UnicodeDecodeError:
        return False
    return (
        page.charset in (None, "utf-8")
        and b"<!DOCTYPE" not in body
        and b"xml:base" not in body
    )


def _channel(root: _Element, url: str) -> tuple[Said, list[Said]]:
    if root.tag != "rss" or root.attrib.items() != [("version", "2.0")]:
        raise _NotPlain
    if len(root) != 1:
        raise _NotPlain
    channel = root[0]
    if channel.tag != "channel" or channel.attrib:
        raise _NotPlain
    about: Said = {}
    items: list[Said] = []
    for element in channel:
        tag = str(element.tag)
        if tag == "item":
            items.append(_item(element, url))
        elif tag in _IN_CHANNEL:
            _put(about, _IN_CHANNEL[tag], _text(element), url)
        elif not _is_of_no_use(element):
            raise _NotPlain
    return about, items


def _item(item: _Element, url: str) -> Said:
    if item.attrib:
        raise _NotPlain
    said: Said = {}
    linked = False
    for element in item:
        tag = str(element.tag)
        if tag == "guid":
            leads = element.get("isPermaLink", "true") == "true"
            guid = _text(element, "isPermaLink")
            _put(said, "id", guid, url, is_address=leads)
            if leads:
                said.setdefault("link", said["id"])
        elif tag == "link":
            if linked:
                raise _NotPlain
            linked = True
            # Before a guid that leads there as well.
            said.pop("link", None)
            _put(said, "link", _text(element), url)
        elif tag in _IN_ITEM:
            _put(said, _IN_ITEM[tag], _text(element), url)
        elif tag == _CREATOR:
            _put_author(said, _text(element))
        elif tag == "category":
            said.setdefault("tags", []).append({"term": _text(element, "domain")})
        elif tag == "enclosure":
            said.setdefault("enclosures", []).append(_enclosure(element))
        elif not _is_of_no_use(element):
            raise _NotPlain
    return said


def _text(element: _Element, *attributes: str) -> str:
    """What an element says, if it is nothing but text.

    Args:
        element: The element.
        attributes: Those it may have.
    """
    if len(element) or not set(element.attrib) <= set(attributes):
        raise _NotPlain
    text = (element.text or "").strip()
    if not text.isascii() and (_C1.search(text) or _was_encoded_twice(text)):
        raise _NotPlain
    return text


def _put(
    said: Said, key: str, text: str, url: str, *, is_address: bool = False
) -> None:
    """Put down what is said once."""
    if key in said:
        raise _NotPlain
    if text and (is_address or key in _ADDRESSES):
        if not _ADDRESS.match(text) or _REFERENCE.search(text):
            raise _NotPlain
        text = urljoin(url, text)
    elif key == "title":
        said["title_detail"] = {"type": _type_of_title(text), "value": text}
    elif key == "summary":
        said["summary_detail"] = {"type": "text/html", "value": text}
    elif key == "published" and text and read_stamp(text) is None:
        raise _NotPlain
    said[key] = [{"type": "text/html", "value": text}] if key == "content" else text


def _put_author(said: Said, name: str) -> None:
    if "@" in name:
        raise _NotPlain
    said["author"] = name
    said.setdefault("authors", []).append({"name": name} if name else {})


def _enclosure(element: _Element) -> Said:
    if not set(element.attrib) <= {"url", "length", "type"}:
        raise _NotPlain
    return {"href": element.get("url"), "type": str(element.get("type", "")).lower()}


def _is_of_no_use(element: _Element) -> bool:
    """Whether an element says nothing that we ask for."""
    tag = str(element.tag)
    if tag == f"{_ATOM}link":
        return "href" in element.attrib and element.get("rel") in ("self", "hub")
    if tag in ("skipHours", "skipDays"):
        return not any(len(each) for each in element)
    if tag == "image":
        return not element.attrib and all(
            each.tag in _OF_IMAGE and not each.attrib and not len(each)
            for each in element
        )
    return tag in _OF_NO_USE and not element.attrib and not len(element)


def _type_of_title(text: str) -> str:
    """Whether a title is markup, which RSS does not say."""
    if "<" not in text and "&" not in text:
        return "text/plain"
    from feedparser.mixin import _FeedParserMixin

    is_markup = _FeedParserMixin.looks_like_html(text)
    return "text/html" if is_markup else "text/plain"


def _was_encoded_twice(text: str) -> bool:
    """Whether a text became UTF-8 once more when it was that already."""
    try:
        text.encode("iso-8859-1").decode()
    except ValueError:
        return False
    return True
