"""JSON Feed 1.0 and 1.1."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any, Final

from reader.domain.dates import Published
from reader.domain.errors import CannotUnderstand
from reader.domain.exchange import Page
from reader.domain.source import Entry, Feed
from reader.sites.entries import Enclosed, digest, links_to
from reader.text.dates import read_stamp
from reader.text.links import absolute
from reader.text.sanitize import clean_line

_VERSION: Final = "jsonfeed.org/version/"
_MOST_ENTRIES: Final = 10_000
_LONGEST: Final = 1000
_LONGEST_LASTING: Final = 1_000_000
"""Seconds."""


def looks_like_one(start: str) -> bool:
    """Whether a text begins as a JSON Feed does."""
    bare = start.lstrip()
    return bare.startswith("{") and (
        _VERSION in bare.replace("\\/", "/")
        or ('"items"' in bare and '"version"' in bare)
    )


def feed_in(page: Page) -> Feed:
    """Read a JSON Feed.

    Raises:
        CannotUnderstand: It is not one, or is cut short.
    """
    try:
        said = json.loads(page.body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise CannotUnderstand("This is a JSON Feed that cannot be read.") from error
    items = said.get("items") if isinstance(said, dict) else None
    if not isinstance(items, list):
        raise CannotUnderstand("This is JSON, but no feed.")
    base = page.url or None
    site = absolute(_string(said, "home_page_url"), base)
    return Feed(
        title=_line(said, "title"),
        entries=tuple(
            _entry(item, site or base)
            for item in items[:_MOST_ENTRIES]
            if isinstance(item, dict)
        ),
        site=site,
        language=_line(said, "language") or None,
    )


def _entry(item: Mapping[str, Any], base: str | None) -> Entry:
    url = absolute(_string(item, "url") or _string(item, "external_url"), base)
    text, html = _string(item, "content_text"), _string(item, "content_html")
    excerpt = not (text or html)
    published, updated = _moment(item, "date_published"), _moment(item, "date_modified")
    body = html or _paragraphs(text or _string(item, "summary"))
    body += links_to(_attached(item, base), body)
    title = _line(item, "title")
    return Entry(
        guid=_line(item, "id") or url or digest(title, body),
        url=url,
        title=title,
        byline=_byline(item),
        published=published or updated,
        updated=None if published is None else updated,
        html=body,
        summary=excerpt,
        tags=_tags(item),
    )


def _attached(item: Mapping[str, Any], base: str | None) -> Iterator[Enclosed]:
    """What is to be heard or seen with an item."""
    attachments = item.get("attachments")
    for each in attachments if isinstance(attachments, list) else ():
        if isinstance(each, dict):
            seconds = each.get("duration_in_seconds")
            lasts = ""
            if isinstance(seconds, (int, float)) and 0 < seconds < _LONGEST_LASTING:
                minutes, seconds = divmod(round(seconds), 60)
                lasts = f"{minutes}:{seconds:02}"
            url = absolute(_string(each, "url"), base)
            yield Enclosed(url, _line(each, "mime_type"), lasts)


def _byline(item: Mapping[str, Any]) -> str | None:
    authors = item.get("authors")
    # Version 1.0 had one `author`.
    listed = authors if isinstance(authors, list) else [item.get("author")]
    names = [_line(each, "name") for each in listed if isinstance(each, dict)]
    return ", ".join(name for name in names if name)[:_LONGEST] or None


def _tags(item: Mapping[str, Any]) -> tuple[str, ...]:
    tags = item.get("tags")
    if not isinstance(tags, list):
        return ()
    clean = (clean_line(tag)[:100] for tag in tags[:50] if isinstance(tag, str))
    return tuple(dict.fromkeys(tag for tag in clean if tag))


def _moment(item: Mapping[str, Any], name: str) -> Published | None:
    return read_stamp(_line(item, name))


def _paragraphs(text: str) -> str:
    parts = [part.strip() for part in text.split("\n\n") if part.strip()]
    return "".join(f"<p>{escape(part, quote=False)}</p>" for part in parts)


def _line(of: Mapping[str, Any], name: str) -> str:
    return clean_line(_string(of, name))[:_LONGEST]


def _string(of: Mapping[str, Any], name: str) -> str:
    value = of.get(name)
    # An id may be a number, though it should not.
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else ""
