"""Sitemaps: what a site without a feed says of its pages, newest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urljoin, urlsplit

from reader.domain.dates import Published
from reader.domain.errors import CannotUnderstand
from reader.domain.exchange import Page
from reader.domain.source import Entry, Feed
from reader.text.dates import date_in_address, read_stamp
from reader.text.links import absolute
from reader.text.sanitize import clean_line

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_ENTRIES: Final = 200
"""The newest; a sitemap lists everything a site has ever had."""

_MOST_READ: Final = 50_000
"""What the format allows in one file."""

_LONGEST_TITLE: Final = 1000
_ROOT: Final = re.compile(r"<(?:[\w.-]+:)?(urlset|sitemapindex)[\s>]", re.IGNORECASE)
_OF_ARTICLES: Final = re.compile(
    r"news|post|article|artikel|blog|stor(?:y|ies)", re.IGNORECASE
)
_OF_LISTS: Final = re.compile(
    r"categor|tag|author|user|image|video|page|taxonom|product", re.IGNORECASE
)
_NAMED: Final = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_USUAL: Final = (
    "/wp-sitemap.xml",
    "/sitemap.xml",
    "/sitemap_index.xml",
    "/sitemap-news.xml",
)
_NO_ARTICLE: Final = re.compile(
    r"^/?$|/(?:tag|tags|category|categories|author|authors|page|about|contact|imprint|impressum|privacy|login|search|terms|shop|cart)(?:/|$)"
    r"|\.(?:jpe?g|png|gif|webp|svg|pdf|zip|mp[34]|xml|css|js)$",
    re.IGNORECASE,
)


def looks_like_sitemap(start: str) -> bool:
    """Whether a text begins as a sitemap, or a list of them, does."""
    found = _ROOT.search(start[:2000])
    return found is not None and "<html" not in start[: found.start()].lower()


def is_index(page: Page) -> bool:
    """Whether an answer is a list of sitemaps."""
    found = _ROOT.search(page.body[:2000].decode("utf-8", "replace"))
    return found is not None and found[1].lower() == "sitemapindex"


def sitemaps_of(site: str, robots: str) -> tuple[str, ...]:
    """Where a site's sitemaps may be, those that it names itself first.

    Args:
        site: The site's address.
        robots: What its `robots.txt` says, or nothing.
    """
    named = (absolute(one, site) for one in _NAMED.findall(robots)[:20])
    kept = sorted((one for one in named if one), key=_order)
    return tuple(dict.fromkeys((*kept, *(urljoin(site, path) for path in _USUAL))))


def best_of(page: Page) -> str | None:
    """Of a list of sitemaps the one with the newest articles, or None.

    Where it has no dates, that is the one whose name has the greatest number:
    they are counted up, or named for months.
    """
    listed = [
        (-_order(url), date.iso if date else "", _numbers_in(url), url)
        for url, date, _ in _listed(page, "sitemap")
    ]
    return max(listed)[-1] if listed else None


def feed_in(page: Page) -> Feed:
    """Read a sitemap as a feed.

    Raises:
        CannotUnderstand: It is none, or lists no pages that may be articles.
    """
    entries = [
        Entry(
            guid=url,
            url=url,
            title=title or _title_of(url),
            published=published,
            summary=True,
        )
        for url, published, title in _listed(page, "url")
        if not _NO_ARTICLE.search(urlsplit(url).path)
    ]
    if not entries:
        raise CannotUnderstand("This sitemap lists no articles.")
    entries.sort(
        key=lambda one: "" if one.published is None else one.published.iso, reverse=True
    )
    return Feed(
        title=(urlsplit(page.url).hostname or "").removeprefix("www."),
        entries=tuple(entries[:MOST_ENTRIES]),
        site=urljoin(page.url, "/") if page.url else None,
    )


def _listed(page: Page, what: str) -> Iterator[tuple[str, Published | None, str]]:
    """Address, day and title of everything that a sitemap lists."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, recover=True, load_dtd=False
    )
    try:
        root = etree.fromstring(page.body, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise CannotUnderstand("This sitemap cannot be read.")
    for number, one in enumerate(root.iter(f"{{*}}{what}")):
        if number >= _MOST_READ:
            return
        url = absolute(_said(one, "loc"), page.url or None)
        if url is not None:
            stamp = _said(one, "publication_date") or _said(one, "lastmod")
            day = read_stamp(stamp) or date_in_address(url)
            yield url, day, clean_line(_said(one, "title"))[:_LONGEST_TITLE]


def _said(one: _Element, name: str) -> str:
    found = next(one.iter(f"{{*}}{name}"), None)
    return "" if found is None else (found.text or "").strip()


def _title_of(url: str) -> str:
    """What an address says its page is about: its last words."""
    last = unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2])
    words = re.sub(r"\.\w{3,5}$|^\d+-|-\d+$", "", last)
    words = clean_line(re.sub(r"[-_+]+", " ", words))
    return words[:1].upper() + words[1:] if words else url


def _numbers_in(url: str) -> list[int]:
    path = urlsplit(url).path
    return [int(digits) for digits in re.findall(r"[0-9]{1,9}", path)]


def _order(url: str) -> int:
    """How likely a sitemap is to list articles, likeliest first."""
    name = urlsplit(url).path
    if _OF_ARTICLES.search(name):
        return 0
    return 2 if _OF_LISTS.search(name) else 1
