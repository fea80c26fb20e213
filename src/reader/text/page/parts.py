"""An article in several parts: where the next one is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from reader.text.links import absolute
from reader.text.markup.tree import hint_of, tag_of
from reader.text.page.declared import declared_in

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_IN_PATH: Final = re.compile(
    r"(?:/|[/_,.-](?:page|seite|pagina|pagina-|part|p)[-_/]?|[-_,])(?P<number>\d{1,2})(?P<ending>/?|\.[a-z]{3,5})$",
    re.IGNORECASE,
)
_IN_QUERY: Final = re.compile(
    r"(?:^|&)(?:page|paged|seite|pagina|part|pg|page_number)=(?P<number>\d{1,2})(?=&|$)",
    re.IGNORECASE,
)
_NAMES_PARTS: Final = re.compile(
    r"page-links|post-page-numbers|wp-link-pages|link-pages|article-?pag|story-?pag|content-?pag|multi-?page|pagelink"
)
_OF_A_LIST: Final = re.compile(r"/page/\d+/?$|comment-page|[?&]cpage=", re.IGNORECASE)


def part_number(url: str) -> int:
    """Which part an address names; 1 where it names none."""
    return _numbered(url)[1]


def first_part(root: HtmlElement, url: str) -> str | None:
    """The address of the first part, where a page is a later one and leads there."""
    bare, number = _numbered(url)
    if number < 2:
        return None
    for address, _ in _links(root, url):
        if _numbered(address) == (bare, 1):
            return address
    return None


def next_part(root: HtmlElement, url: str) -> str | None:
    """The address of the part behind this one, or None.

    Lists, and the comments under an article, have pages too. A link leads to
    another part if the element around it says so, or if the page declares to be
    an article; and if its address is this one with the next number.

    Args:
        root: The page.
        url: Its address.
    """
    if urlsplit(url).path in ("", "/") and not urlsplit(url).query:
        return None
    bare, number = _numbered(url)
    is_article: bool | None = None
    for address, link in _links(root, url):
        other, place = _numbered(address)
        if place != number + 1 or other not in (bare, _plain(url)):
            continue
        if _OF_A_LIST.search(address):
            continue
        if _is_among_parts(link):
            return address
        if is_article is None:
            is_article = _is_article(root)
        if is_article:
            return address
    return None


def _links(root: HtmlElement, url: str) -> Iterator[tuple[str, HtmlElement]]:
    for link in root.iter("a", "link"):
        if tag_of(link) == "link" and "next" not in (link.get("rel") or "").lower():
            continue
        address = absolute(link.get("href"), url)
        if address is not None:
            yield address.partition("#")[0], link


def _numbered(address: str) -> tuple[str, int]:
    """An address without the number of its part, and that number; 1 without one."""
    parts = urlsplit(address.partition("#")[0])
    query, number = parts.query, 1
    if found := _IN_QUERY.search(query):
        number = int(found["number"])
        query = (query[: found.start()] + query[found.end() :]).strip("&")
    path = parts.path
    if number == 1 and (found := _IN_PATH.search(path)):
        number = int(found["number"])
        path = path[: found.start()] + found["ending"].strip("/")
    return _joined(parts.netloc, path, query), number


def _plain(address: str) -> str:
    """An address as a first part's, whatever numbers stand in it."""
    parts = urlsplit(address.partition("#")[0])
    return _joined(parts.netloc, parts.path, parts.query)


def _joined(host: str, path: str, query: str) -> str:
    bare = path.rstrip("/")
    return f"{host.removeprefix('www.')}{bare}{'?' if query else ''}{query}"


def _is_among_parts(link: HtmlElement) -> bool:
    around = (link, *islice(link.iterancestors(), 4))
    return any(_NAMES_PARTS.search(hint_of(one)) for one in around)


def _is_article(root: HtmlElement) -> bool:
    """Whether a page declares to be an article rather than a list of them."""
    declared = declared_in(root)
    body = root.find("body")
    classes = "" if body is None else hint_of(body)
    return (
        (declared.meta("og:type") or "").lower() == "article"
        or bool(declared.article)
        or " single " in classes
        or " single-post " in classes
    )
