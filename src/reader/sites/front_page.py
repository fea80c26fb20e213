"""A site without a feed: the articles that its front page leads to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from reader.domain.dates import Published
from reader.domain.errors import CannotUnderstand
from reader.domain.exchange import Page
from reader.domain.source import Entry, Feed
from reader.text.dates import date_in, date_in_address, read_stamp
from reader.text.links import absolute, same_page
from reader.text.markup.tree import hint_of, tag_of, text_of, tree_of
from reader.text.page.declared import declared_in
from reader.text.page.decoding import decode
from reader.text.page.imprint import language_in, site_in

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FEWEST: Final = 3
"""A page that leads to fewer articles is no front page: an error, or a sign-in."""

MOST: Final = 100
_MOST_LINKS: Final = 3000
_LONGEST_TITLE: Final = 300
_WORDS: Final = 4
"""Links of fewer words are sections and buttons."""

_FARTHEST: Final = 5
_APART: Final = frozenset(("nav", "footer", "aside", "form"))
_APART_HINT: Final = re.compile(
    r"\b(?:nav|menu|footer|sidebar|widget|cookie|breadcrumbs?|social|login|newsletter|comments?)\b"
)
_NO_ARTICLE: Final = re.compile(
    r"/(?:tags?|categor(?:y|ies)|authors?|page|about|contact|imprint|impressum|privacy|login|sign-?(?:in|up)|register|search"
    r"|terms|shop|cart|subscribe|abo|account|newsletters?|rss|feeds?|jobs?|advertis\w*)(?:/|$)"
    r"|\.(?:jpe?g|png|gif|webp|svg|pdf|zip|mp[34]|xml|css|js)$",
    re.IGNORECASE,
)
_LIKE_ARTICLE: Final = re.compile(r"\w+[-_]\w+[-_]\w+|\d{4}/\d\d|\d{4,}|\.html?$")


def feed_in(page: Page) -> Feed:
    """Read a front page as a feed: the links that look like articles, from the top.

    Raises:
        CannotUnderstand: It leads to hardly any.
    """
    root = tree_of(decode(page.body, page.charset))
    entries = {} if root is None else _entries(root, page.url)
    if root is None or len(entries) < FEWEST:
        raise CannotUnderstand("This page names no feed, and lists no articles.")
    declared = declared_in(root)
    return Feed(
        title=site_in(declared, root, page.url) or "",
        entries=tuple(entries.values())[:MOST],
        site=page.url,
        language=language_in(root, declared, text_of(root)[:20_000]),
    )


def _entries(root: HtmlElement, url: str) -> dict[str, Entry]:
    """By address; of several links to one article the one with the longest words."""
    base = url
    for element in root.iter("base"):
        base = absolute(element.get("href"), url) or url
        break
    found: dict[str, Entry] = {}
    for number, link in enumerate(root.iter("a")):
        if number >= _MOST_LINKS:
            break
        address = (absolute(link.get("href"), base) or "").partition("#")[0]
        if not _may_be_article(address, url) or _stands_apart(link):
            continue
        title = _title_of(link)
        known = found.get(address)
        if len(title.split()) < _WORDS or (
            known is not None and len(known.title) >= len(title)
        ):
            continue
        found[address] = Entry(
            guid=address,
            url=address,
            title=title,
            published=_date_at(link) or date_in_address(address),
            summary=True,
        )
    return found


def _may_be_article(address: str, url: str) -> bool:
    """Whether an address is a page below this one's site, and no list or file."""
    if not address or same_page(address, url):
        return False
    own, other = urlsplit(url), urlsplit(address)
    host = (own.hostname or "").removeprefix("www.")
    if (other.hostname or "").removeprefix("www.") != host:
        return False
    path = other.path
    if path.strip("/") == "" and not other.query:
        return False
    return not _NO_ARTICLE.search(path) and (
        _LIKE_ARTICLE.search(f"{path}?{other.query}") is not None
        or path.strip("/").count("/") >= 1
    )


def _stands_apart(link: HtmlElement) -> bool:
    for at, around in enumerate(link.iterancestors()):
        tag = tag_of(around)
        if tag in ("body", "html"):
            return False
        if tag in _APART or (at < _FARTHEST and _APART_HINT.search(hint_of(around))):
            return True
    return False


def _title_of(link: HtmlElement) -> str:
    """The heading in a link, or around it; or what the link itself says."""
    heading = next(link.iter("h1", "h2", "h3", "h4"), None)
    text = text_of(link if heading is None else heading)
    return text[:_LONGEST_TITLE]


def _date_at(link: HtmlElement) -> Published | None:
    """The date that stands beside a link, in its own place of the list."""
    for at, around in enumerate(link.iterancestors()):
        if at >= _FARTHEST:
            return None
        moment = next(around.iter("time"), None)
        if moment is not None:
            return read_stamp(moment.get("datetime") or "") or date_in(
                text_of(moment), None
            )
        if tag_of(around) in ("article", "li"):
            return None
    return None
