"""Posts as WordPress's own API gives them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final
from urllib.parse import quote, urljoin, urlsplit

from reader.domain.article import Article, Neighbour
from reader.domain.dates import Published
from reader.domain.errors import CannotUnderstand
from reader.domain.exchange import Page
from reader.domain.source import Entry, Feed
from reader.text.dates import read_stamp
from reader.text.links import absolute, same_page
from reader.text.markup.tree import fragment_tree, text_of, tree_of
from reader.text.sanitize import clean_line

_API: Final = "https://api.w.org/"
_NAMES_API: Final = re.compile(rb"api\.w\.org|/wp-json/", re.IGNORECASE)
_A_POST: Final = re.compile(r'\s*(?:\[\s*)?\{\s*"id"\s*:\s*\d+\s*,\s*"date"\s*:')
_FIELDS: Final = (
    "id,date,date_gmt,modified_gmt,link,title,content,excerpt,_links,_embedded"
)
_LONGEST: Final = 1000
_MOST: Final = 1000
"""Posts in one answer; the API itself gives a hundred."""


def looks_like_posts(start: str) -> bool:
    """Whether a text begins as the API's answer about posts does."""
    return _A_POST.match(start) is not None


def api_in(page: Page) -> str | None:
    """The address of a site's API, as its pages name it, or None.

    Returns:
        Such as `https://example.org/wp-json/`.
    """
    for url, relation, _ in page.links:
        if relation == _API:
            return url
    if not _NAMES_API.search(page.body[:500_000]):
        return None
    root = tree_of(page.body[:500_000].decode("utf-8", "replace"))
    for link in () if root is None else root.iter("link"):
        if (link.get("rel") or "").strip() == _API:
            return absolute(link.get("href"), page.url)
    return None


def posts_address(api: str) -> str:
    """Where a site's newest posts are listed."""
    return _asking(api, "per_page=50")


def post_address(api: str, url: str) -> str | None:
    """Where the API gives the post that a page shows, or None if it cannot be told.

    Args:
        api: The API's address.
        url: The page's.
    """
    parts = urlsplit(url)
    if found := re.search(r"(?:^|&)p=(\d+)(?:&|$)", parts.query):
        return _asking(api, f"include={found[1]}")
    slug = parts.path.rstrip("/").rpartition("/")[2].removesuffix(".html")
    return _asking(api, f"slug={quote(slug, safe='%')}") if slug else None


def around_address(api: str, published: Published, *, after: bool) -> str:
    """Where the API gives the post behind a moment, or the one before it."""
    moment = quote(published.iso)
    order = "order=asc&after" if after else "before"
    return _asking(api, f"per_page=2&{order}={moment}", "id,date,date_gmt,link,title")


def feed_in(page: Page) -> Feed:
    """Read the API's answer about posts as a feed.

    Raises:
        CannotUnderstand: It is none.
    """
    try:
        said = json.loads(page.body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise CannotUnderstand("This is JSON, but no list of posts.") from error
    posts = [said] if isinstance(said, dict) else said
    if not isinstance(posts, list):
        raise CannotUnderstand("This is JSON, but no list of posts.")
    site = urljoin(page.url, "/") if page.url else None
    entries = tuple(
        _entry(post, page.url) for post in posts[:_MOST] if isinstance(post, dict)
    )
    return Feed(
        title=(urlsplit(page.url).hostname or "").removeprefix("www."),
        entries=tuple(entry for entry in entries if entry is not None),
        site=site,
    )


def article_of_post(answer: Page, page: Page) -> Article:
    """Make an article of the API's answer about one post.

    Args:
        answer: What the API said.
        page: The post's page; its comment form and the site's name are taken from it.

    Raises:
        CannotUnderstand: It says nothing about the post.
    """
    from reader.sites.comments.systems import discussion_on
    from reader.sites.page import article_from_entry

    entries = feed_in(answer).entries
    if not entries or not entries[0].html:
        raise CannotUnderstand("The site's own interface has no text of it either.")
    article = article_from_entry(
        entries[0], base=page.url, site=feed_in(answer).title or None, language=None
    )
    discussion = replace(discussion_on(page), page_read=True)
    return replace(article, discussion=discussion)


def neighbour_in(answer: Page, url: str | None) -> Neighbour | None:
    """The post in the API's answer, unless it is the article itself.

    Raises:
        CannotUnderstand: It is no answer about posts.
    """
    for entry in feed_in(answer).entries:
        if not same_page(entry.url, url):
            return Neighbour(
                title=entry.title, url=entry.url, published=entry.published
            )
    return None


def _asking(api: str, what: str, fields: str = _FIELDS) -> str:
    separator = "&" if "?" in api else "?"
    base = api if api.endswith(("/", "=/")) else f"{api}/"
    embedded = "&_embed=author" if fields is _FIELDS else ""
    return f"{base}wp/v2/posts{separator}{what}{embedded}&_fields={fields}"


def _entry(post: Mapping[str, Any], base: str) -> Entry | None:
    url = absolute(_text(post.get("link")), base or None)
    if url is None:
        return None
    content, excerpt = _rendered(post, "content"), _rendered(post, "excerpt")
    return Entry(
        guid=url,
        url=url,
        title=clean_line(text_of(fragment_tree(_rendered(post, "title"))))[:_LONGEST],
        byline=_byline(post),
        published=_moment(post, "date_gmt") or read_stamp(_text(post.get("date"))),
        updated=_moment(post, "modified_gmt"),
        html=content or excerpt,
        summary=not content,
    )


def _moment(post: Mapping[str, Any], name: str) -> Published | None:
    stamp = _text(post.get(name))
    return read_stamp(f"{stamp}+00:00") if stamp else None


def _byline(post: Mapping[str, Any]) -> str | None:
    embedded = post.get("_embedded")
    authors = embedded.get("author") if isinstance(embedded, dict) else None
    names = [
        clean_line(_text(author.get("name")))[:_LONGEST]
        for author in (authors if isinstance(authors, list) else ())
        if isinstance(author, dict)
    ]
    return ", ".join(name for name in names if name) or None


def _rendered(post: Mapping[str, Any], name: str) -> str:
    value = post.get(name)
    return _text(value.get("rendered")) if isinstance(value, dict) else ""


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
