"""Where articles come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reader.domain.dates import Published
from reader.domain.rhythm import ANY_TIME, Rhythm
from reader.domain.trouble import Trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A feed, a site or a page that articles come from."""

    id: int
    url: str
    """The address that is fetched."""

    name: str
    site: str | None = None
    """The address a person would visit."""

    is_page: bool = False
    """Whether it is a web page whose links are the articles, for want of a feed."""

    tags: tuple[str, ...] = ()
    unread: int = 0
    articles: int = 0
    checked: datetime | None = None
    """When it was last asked, or None."""

    failing_since: datetime | None = None
    failures: int = 0
    """How often it has failed in a row."""

    failure: str | None = None
    """What went wrong the last time, in a sentence, or None."""

    trouble: Trouble | None = None
    """What kind of failure that was, or None."""

    due: datetime | None = None
    """When it is asked again if nobody asks for it before, or None."""

    @property
    def gone(self) -> bool:
        """Whether it said that it is gone for good, and is asked no more."""
        return self.trouble is Trouble.GONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A source as a list of subscriptions names it, before anything is fetched."""

    url: str
    name: str | None = None
    site: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article as a feed lists it, before anything is kept."""

    guid: str
    """What the feed tells it apart by; its address or a digest where it gives none."""

    url: str | None
    title: str
    byline: str | None = None
    published: Published | None = None
    updated: Published | None = None
    html: str = ""
    """What the feed carries of it: the whole, an excerpt, or nothing. Not yet sanitised markup."""

    summary: bool = False
    """Whether `html` is an excerpt rather than the whole."""

    tags: tuple[str, ...] = ()
    comment_count: int | None = None
    comments_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed said, understood."""

    title: str
    entries: tuple[Entry, ...]
    """In the feed's own order."""

    site: str | None = None
    language: str | None = None
    rhythm: Rhythm = ANY_TIME


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """An article as a line in a list."""

    id: int
    guid: str
    url: str | None
    title: str
    byline: str | None = None
    source: str | None = None
    """The name of its source, or None for one opened by its address."""

    source_id: int | None = None
    published: Published | None = None
    updated: Published | None = None
    sort: float = 0.0
    """What lists are ordered by, newest first: seconds since 1970, of publication
    or, where the feed gives none or one in the future, of arrival."""

    read: bool = False
    starred: bool = False
    tags: tuple[str, ...] = ()
    comment_count: int | None = None
    words: int | None = None
    """How long it is, or None until its text was looked through."""

    quoted: bool = False
    """Whether quotations were found in it."""
