"""RSS, Atom and JSON Feed: bytes to entries."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape, unescape
from time import struct_time
from typing import Any, Final

from reader.domain.dates import Published
from reader.domain.errors import CannotUnderstand
from reader.domain.exchange import Page
from reader.domain.source import Entry, Feed
from reader.sites import json_feed, sitemap, wordpress_posts
from reader.sites.entries import Enclosed, digest, links_to
from reader.sites.plain_rss import plain_rss
from reader.sites.rhythms import rhythm_of
from reader.text.dates import read_stamp
from reader.text.links import absolute
from reader.text.markup.tree import fragment_tree, text_of
from reader.text.page.decoding import decode, is_mostly_utf8, is_wide
from reader.text.sanitize import clean_line

MOST_ENTRIES: Final = 10_000
"""Of a longer feed only so many are read."""

_LONGEST_TITLE: Final = 1000
_LONGEST_GUID: Final = 2000
_LONGEST_DATE: Final = 100
_LONGEST_DURATION: Final = 20
_MOST_TAGS: Final = 50
_AN_EXCERPT: Final = 600
"""A description shorter than this, in characters of text, is not taken for an article."""

FEED_TYPES: Final = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
    }
)
"""The media types that only feeds have."""

_PROLOGUE: Final = re.compile(
    r"(?:\s++|<\?[^>]*+>|<!--.*?-->|<!DOCTYPE\s+(?:rss|feed|rdf)[^>\[]*+(?:\[[^\]]*+\])?\s*+>)*+",
    re.DOTALL | re.IGNORECASE,
)
_ROOT: Final = re.compile(r"<(?:[\w.-]+:)?(?:rss|feed|rdf|channel)[\s>]", re.IGNORECASE)
_PAGE: Final = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_LONG_TAG: Final = re.compile(rb"<[^<>]{20000,}")
_MOST_ATTRIBUTES: Final = 2000
"""A parser takes quadratic time over them."""

_GOES_ON: Final = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|read more|continue reading|weiterlesen|lire la suite|leer más)\W*$",
    re.IGNORECASE,
)


def looks_like_feed(body: bytes, content_type: str = "") -> bool:
    """Whether bytes are a feed, as far as their beginning tells.

    Args:
        body: The bytes.
        content_type: What they are said to be. A web page that is said to be a
            feed is none.
    """
    start = _beginning(body)
    if _other_list(start) is not None:
        return True
    start = start[_PROLOGUE.match(start).end() :]  # type: ignore[union-attr]
    if _ROOT.match(start):
        return True
    return content_type in FEED_TYPES and _PAGE.match(start) is None


def feed_in(page: Page) -> Feed:
    """Read a feed.

    One that is cut short or not well-formed gives what can be read of it.

    Args:
        page: The answer.

    Returns:
        What it says. No two entries have one guid.

    Raises:
        CannotUnderstand: It is no feed.
    """
    start = _beginning(page.body)
    if not start.strip():
        raise CannotUnderstand("The feed is empty.")
    read = _other_list(start) or _xml_feed
    feed = read(page)
    return replace(feed, entries=tuple(_told_apart(feed.entries)))


def _other_list(start: str) -> Callable[[Page], Feed] | None:
    """What reads a list of articles that is no XML feed, told by its beginning."""
    if json_feed.looks_like_one(start):
        return json_feed.feed_in
    if wordpress_posts.looks_like_posts(start):
        return wordpress_posts.feed_in
    if sitemap.looks_like_sitemap(start):
        return sitemap.feed_in
    return None


def _xml_feed(page: Page) -> Feed:
    if any(
        tag[0].count(b"=") > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(page.body)
    ):
        raise CannotUnderstand("This feed cannot be read: a tag in it has no end.")
    about, items = plain_rss(page) or _forgiven(page)
    base = page.url or None
    site = absolute(about.get("link"), base)
    return Feed(
        title=_text(about.get("title_detail"), about.get("title")),
        entries=tuple(_entry(each, site or base) for each in items[:MOST_ENTRIES]),
        site=site,
        language=_language(about.get("language")),
        rhythm=rhythm_of(about, page.body),
    )


def _forgiven(
    page: Page,
) -> tuple[Mapping[str, Any], Sequence[Mapping[str, Any]]]:
    """What a feed says of itself and of its entries, whatever its faults."""
    import feedparser

    said = {"content-location": page.url} if page.url else {}
    body, charset = _in_known_charset(page)
    if charset:
        said["content-type"] = f"application/xml; charset={charset}"
    parsed = feedparser.parse(
        io.BytesIO(body),
        response_headers=said,
        # Addresses are made absolute, and markup is cleaned, when an article is
        # made of an entry: here it would take four times as long.
        resolve_relative_uris=b"xml:base" in page.body,
        sanitize_html=False,
    )
    items: list[Mapping[str, Any]] = parsed.entries
    if not parsed.version and not items:
        start = _beginning(page.body)
        if _PAGE.search(start):
            raise CannotUnderstand("This is a web page, not a feed.")
        raise CannotUnderstand("This is no feed.")
    if _breaks_off(page.body) and len(items) <= MOST_ENTRIES:
        # Half an article would stand beside the whole one ever after.
        items = items[:-1]
        if not items:
            raise CannotUnderstand(
                "This feed breaks off before its first article is complete."
            )
    return parsed.feed, items


_XML_SAYS: Final = re.compile(r"\s*<\?xml[^>]{0,200}\?>")


def _in_known_charset(page: Page) -> tuple[bytes, str | None]:
    """A feed's bytes and their charset, as far as it is known.

    What is in two or four bytes a letter, and what says that it is UTF-8 but for
    a few bytes, is put into UTF-8: the parser takes the one for no feed, and every
    letter of the other for several.
    """
    body = page.body
    if not is_wide(body):
        try:
            body.decode()
        except UnicodeDecodeError:
            if not is_mostly_utf8(body):
                return body, page.charset
        else:
            return body, page.charset
    text = _XML_SAYS.sub("", decode(body, page.charset), count=1)
    return text.encode("utf-8", "replace"), "utf-8"


_ITEM: Final = re.compile(rb"<(?:item|entry)[\s>]")
_END: Final = re.compile(rb"</(?:\w+:)?(?:rss|feed|rdf)\s*>\s*\Z", re.IGNORECASE)
_TAIL: Final = 200
"""Bytes in which a feed that is whole closes its outermost tag."""


def _breaks_off(body: bytes) -> bool:
    """Whether a feed ends in the middle of an article."""
    opened = max((each.start() for each in _ITEM.finditer(body)), default=-1)
    closed = max(body.rfind(b"</item"), body.rfind(b"</entry"))
    return closed < opened and _END.search(body[-_TAIL:]) is None


def _entry(item: Mapping[str, Any], base: str | None) -> Entry:
    html, excerpt = _body(item)
    html += links_to(_enclosed(item, base), html)
    url = absolute(item.get("feedburner_origlink") or item.get("link"), base)
    title = _text(item.get("title_detail"), item.get("title"))
    published = _moment(item, "published")
    updated = _moment(item, "updated")
    return Entry(
        guid=clean_line(str(item.get("id") or ""))[:_LONGEST_GUID]
        or url
        or digest(title, html),
        url=url,
        title=title[:_LONGEST_TITLE],
        byline=_byline(item),
        published=published or updated,
        updated=None if updated == published or published is None else updated,
        html=html,
        summary=excerpt,
        tags=_tags(item.get("tags") or ()),
        comment_count=_number(item.get("slash_comments") or item.get("thr_total")),
        comments_url=_comments_url(item, base),
    )


def _body(item: Mapping[str, Any]) -> tuple[str, bool]:
    """An entry's text as HTML, and whether it is an excerpt."""
    contents = [each for each in item.get("content") or () if each.get("value")]
    detail = item.get("summary_detail")
    if detail and any(key.startswith("media_") for key in item):
        # The parser takes what is said under a picture for the article's text.
        contents = [each for each in contents if _is_html(each)]
    if contents:
        best = max(contents, key=lambda each: (_is_html(each), len(each["value"])))
        return _as_html(best), False
    if not detail or not detail.get("value"):
        return "", True
    html = _as_html(detail)
    text = text_of(fragment_tree(html))
    return html, len(text) < _AN_EXCERPT or _GOES_ON.search(text[-40:]) is not None


def _enclosed(item: Mapping[str, Any], base: str | None) -> Iterator[Enclosed]:
    """What is to be heard or seen with an entry."""
    lasts = clean_line(str(item.get("itunes_duration") or ""))[:_LONGEST_DURATION]
    for each in item.get("enclosures") or ():
        kind = clean_line(str(each.get("type") or ""))
        yield Enclosed(absolute(each.get("href"), base), kind, lasts)


def _is_html(detail: Mapping[str, Any]) -> bool:
    return "html" in str(detail.get("type", ""))


def _as_html(detail: Mapping[str, Any]) -> str:
    value = str(detail["value"])
    if _is_html(detail):
        if "<" in value or "\n" not in value:
            return value
        # Some write plain text where markup belongs.
        return "".join(f"<p>{each}</p>" for each in re.split(r"\n\s*\n", value.strip()))
    paragraphs = re.split(r"\n\s*\n", value.strip())
    return "".join(f"<p>{escape(each, quote=False)}</p>" for each in paragraphs)


def _text(detail: Mapping[str, Any] | None, value: object) -> str:
    """A title as one line of plain text, whatever markup it came in."""
    text = str(value or "")
    if detail is None or _is_html(detail):
        text = text_of(fragment_tree(text)) if "<" in text else unescape(text)
    return clean_line(text)[:_LONGEST_TITLE]


def _byline(item: Mapping[str, Any]) -> str | None:
    names = [
        clean_line(str(each.get("name") or ""))
        for each in item.get("authors") or ()
        if isinstance(each, Mapping)
    ]
    said = ", ".join(dict.fromkeys(name for name in names if name))
    return (said or clean_line(str(item.get("author") or "")))[:_LONGEST_TITLE] or None


def _moment(item: Mapping[str, Any], name: str) -> Published | None:
    """A date with the offset its feed gives; in UTC where only a parser reads it."""
    # `get` on a feedparser dictionary makes `updated` out of `published`.
    if name not in item.keys():  # noqa: SIM118
        return None
    said = clean_line(str(item.get(name) or ""))
    found = read_stamp(said)
    if found is not None or len(said) > _LONGEST_DATE:
        return found
    parsed = item.get(f"{name}_parsed")
    if not isinstance(parsed, struct_time) or not 1000 <= parsed.tm_year <= 9999:
        return None
    return Published(
        f"{parsed.tm_year:04}-{parsed.tm_mon:02}-{parsed.tm_mday:02}"
        f"T{parsed.tm_hour:02}:{parsed.tm_min:02}:{min(parsed.tm_sec, 59):02}+00:00"
    )


def _tags(tags: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    found = (
        clean_line(str(each.get("label") or each.get("term") or "")) for each in tags
    )
    return tuple(dict.fromkeys(tag[:100] for tag in found if tag))[:_MOST_TAGS]


def _comments_url(item: Mapping[str, Any], base: str | None) -> str | None:
    """The address of the feed of an entry's comments."""
    replies = (
        link.get("href")
        for link in item.get("links") or ()
        if link.get("rel") == "replies" and "xml" in str(link.get("type", ""))
    )
    return absolute(item.get("wfw_commentrss") or next(replies, None), base)


def _number(value: object) -> int | None:
    text = str(value).strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _language(value: object) -> str | None:
    text = clean_line(str(value or "")).replace("_", "-")
    return text if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", text) else None


def _told_apart(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Give every entry a guid of its own; one that comes twice comes once."""
    seen: dict[str, Entry] = {}
    for entry in entries:
        guid = entry.guid
        first = seen.get(guid)
        if first is not None:
            if (first.url, first.title) == (entry.url, entry.title):
                continue
            guid = digest(guid, entry.url or "", entry.title)
            if guid in seen:
                continue
        seen[guid] = entry
        yield entry if guid == entry.guid else replace(entry, guid=guid)


def _beginning(body: bytes) -> str:
    """The first few thousand characters, whatever their encoding."""
    start = body[:4096]
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return start.decode("utf-16", "replace")
    if start[:1] == b"\0" and start[1:2] == b"<":
        return start.decode("utf-16-be", "replace")
    if start[:2] == b"<\0":
        return start.decode("utf-16-le", "replace")
    return start.decode("utf-8-sig", "replace")
