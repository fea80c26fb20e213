"""From a site's address to its feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin, urlsplit

from reader.domain.exchange import Page
from reader.sites.feeds import FEED_TYPES
from reader.text.links import absolute
from reader.text.markup.tree import tree_of
from reader.text.sanitize import clean_line

_MOST: Final = 50

_USUAL: Final = (
    "feed/",
    "feed.xml",
    "rss.xml",
    "atom.xml",
    "index.xml",
    "rss/",
    "feed.json",
)
"""Where sites that do not say keep their feeds."""

_OF_COMMENTS: Final = re.compile(
    r"/comments/(?:feed|default)|[?&]feed=comments|"
    r"\b(?:comments?|kommentar\w*|commentaires?|comentarios?|comentários?|commenti|reacties)\b",
    re.IGNORECASE,
)
_FORMAT: Final = re.compile(
    r"\b(?:rss|atom|rdf|json)(?:[ .]?\d(?:\.\d+)?)?\b|[()»]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed that a page names."""

    url: str
    title: str = ""
    type: str = ""


def feeds_in(page: Page) -> tuple[FeedLink, ...]:
    """The feeds of articles that a page names, in its order.

    Feeds of comments are left out, and of several formats of one feed it is
    the first.

    Args:
        page: A web page.
    """
    found: dict[str, FeedLink] = {}
    for link in (*_in_headers(page), *_in_markup(page)):
        found.setdefault(link.url, link)
    articles = [link for link in found.values() if not _is_of_comments(link)]
    return _one_of_each(articles)[:_MOST]


def usual_addresses(url: str, page: Page | None = None) -> tuple[str, ...]:
    """Where the feed of a site may be that names none, the likeliest first.

    Args:
        url: The site's address.
        page: What it answered; one that names its WordPress has its feed there.
    """
    bases = [link for link, rel, _ in page.links if rel == _WORDPRESS] if page else []
    likely = [urljoin(base.partition("wp-json")[0], "feed/") for base in bases]
    if urlsplit(url).path.startswith("/@"):
        # Mastodon and its kin
        likely.append(url.partition("?")[0].rstrip("/") + ".rss")
    folder = urljoin(url, ".")
    for base in dict.fromkeys((folder, urljoin(url, "/"))):
        likely += (urljoin(base, path) for path in _USUAL)
    return tuple(dict.fromkeys(likely))


_WORDPRESS: Final = "https://api.w.org/"


def _in_headers(page: Page) -> Iterator[FeedLink]:
    for url, relation, media in page.links:
        if relation.lower() == "alternate" and media in FEED_TYPES:
            yield FeedLink(url, "", media)


def _in_markup(page: Page) -> Iterator[FeedLink]:
    # The head is at the front; a page that is longer than this has said it.
    root = tree_of(page.body[:1_000_000].decode(_charset(page), "replace"))
    if root is None:
        return
    base = page.url
    for element in root.iter("base"):
        base = absolute(element.get("href"), page.url) or base
        break
    for element in root.iter("link", "a"):
        relations = (element.get("rel") or "").lower().split()
        media = (element.get("type") or "").partition(";")[0].strip().lower()
        if media not in FEED_TYPES or not {"alternate", "feed"}.intersection(relations):
            continue
        url = absolute(element.get("href"), base)
        if url is not None:
            yield FeedLink(url, clean_line(element.get("title") or "")[:200], media)


def _charset(page: Page) -> str:
    try:
        "".encode(page.charset or "utf-8")
    except LookupError:
        return "utf-8"
    return page.charset or "utf-8"


def _is_of_comments(link: FeedLink) -> bool:
    parts = urlsplit(link.url)
    where = f"{parts.path}?{parts.query}"
    return bool(_OF_COMMENTS.search(link.title) or _OF_COMMENTS.search(where))


def _one_of_each(links: Sequence[FeedLink]) -> tuple[FeedLink, ...]:
    """Of feeds that differ in nothing but their format, the first."""
    kept: dict[tuple[str, str], FeedLink] = {}
    for link in links:
        name = _FORMAT.sub("", link.title).strip().lower()
        where = _FORMAT.sub("", link.url).lower()
        # A title says what is in it; without one, the address has to.
        kept.setdefault((name, "" if name else where), link)
    return tuple(kept.values())
