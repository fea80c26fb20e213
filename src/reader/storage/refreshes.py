"""What a feed brought, taken in as one change."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from reader.domain.exchange import Freshness
from reader.domain.source import Feed, Source
from reader.storage import articles, searches, sources
from reader.storage.articles import Arrived


def take_in(
    db: sqlite3.Connection,
    source_id: int,
    feed: Feed,
    now: datetime,
    *,
    freshness: Freshness,
    body_hash: bytes,
    due: datetime | None = None,
    moved: str | None = None,
) -> Arrived:
    """Take in a feed's answer: its articles, what it says of itself, where it is.

    All of it or nothing: what would tell the next refresh that nothing has
    changed is only kept together with the articles.

    Args:
        db: The library.
        source_id: The feed's source.
        feed: What it said.
        now: The present moment.
        freshness: What came with the answer.
        body_hash: The digest of the answer.
        due: When it is to be asked again, if anybody says so.
        moved: Where it has moved for good, or None.
    """
    arrived = articles.arrive(db, source_id, feed.entries, now)
    searches.act(db, arrived.ids)
    sources.described(
        db,
        source_id,
        name=feed.title,
        site=feed.site,
        language=feed.language,
        rhythm=feed.rhythm,
    )
    sources.answered(
        db, source_id, now, due=due, freshness=freshness, body_hash=body_hash
    )
    if moved is not None:
        sources.moved(db, source_id, moved)
    return arrived


def subscribe(
    db: sqlite3.Connection,
    url: str,
    feed: Feed,
    now: datetime,
    *,
    freshness: Freshness,
    body_hash: bytes,
    name: str | None = None,
    tags: Iterable[str] = (),
    is_page: bool = False,
) -> Source:
    """Add a source together with what its feed has.

    Args:
        db: The library.
        url: The feed's address.
        feed: What it said.
        now: The present moment.
        freshness: What came with the answer.
        body_hash: The digest of the answer.
        name: What a person calls it, or None.
        tags: Its tags.
        is_page: Whether it is a web page whose links are the articles.

    Raises:
        CannotKeep: The address is a source already.
    """
    source = sources.add(
        db,
        url,
        name or feed.title or url,
        tags=tags,
        named=name is not None,
        is_page=is_page,
    )
    take_in(db, source.id, feed, now, freshness=freshness, body_hash=body_hash)
    return sources.find(db, source.id)
