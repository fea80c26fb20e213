"""The articles' texts, as they came from feeds and from pages."""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from html import unescape
from typing import Any, Final

from reader.domain.article import Article, Neighbour
from reader.domain.dates import Published
from reader.domain.source import Entry
from reader.storage import tags
from reader.storage.moments import moment
from reader.storage.shapes import discussion_from_json, discussion_to_json

_LEVEL: Final = 6
"""Of compression: a typical article takes a tenth of a millisecond and 45 % of its room."""

MOST_FORMER: Final = 20
"""Versions of one text that are kept beside the present one."""

_TAG: Final = re.compile(r"<[^>]*+>")


class Origin(StrEnum):
    """Where a text came from."""

    FEED = "feed"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """The library's copy of an article, as it is kept."""

    id: int
    kept: datetime
    what: Article | Entry
    """An article of a page, without what is made from its HTML; or what a feed
    carries of it."""

    base: str | None
    """What a feed's relative addresses are relative to."""

    site: str | None
    """The name of its source."""

    language: str | None
    """The language its source declares."""

    place: int
    read: bool
    starred: bool
    tags: tuple[str, ...]
    """The reader's own, in alphabetical order."""

    edited: bool
    """Whether it said something else before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """What an article said before its site changed it."""

    kept: datetime
    """Since when it was known to say so."""

    title: str
    html: str


def keep_entry(
    db: sqlite3.Connection, article_id: int, entry: Entry, now: datetime
) -> None:
    """Keep what a feed carries of an article, in place of what it carried before."""
    extras = {"tags": entry.tags, "comments_url": entry.comments_url}
    _keep(
        db,
        article_id,
        Origin.FEED,
        now,
        whole=not entry.summary,
        html=entry.html,
        extras=extras,
    )


def keep_page(
    db: sqlite3.Connection, article_id: int, article: Article, now: datetime
) -> None:
    """Keep the page's own text of an article, in place of an older copy."""
    was = _kept_with_page(db, article_id)
    # By another rule the same page reads otherwise, and nobody has changed it.
    if was is not None and was.get("rule", article.rule) == article.rule:
        put_aside(
            db,
            article_id,
            Origin.PAGE,
            was=was["title"],
            title=article.title,
            html=article.html,
        )
    extras = {
        "url": article.url,
        "title": article.title,
        "byline": article.byline,
        "site": article.site,
        "published": _iso(article.published),
        "language": article.language,
        "rule": article.rule,
        "previous": _neighbour_shape(article.previous),
        "next": _neighbour_shape(article.next),
        "discussion": discussion_to_json(article.discussion),
    }
    _keep(
        db,
        article_id,
        Origin.PAGE,
        now,
        whole=True,
        html=article.html,
        extras=extras,
    )


def put_aside(
    db: sqlite3.Connection,
    article_id: int,
    origin: Origin,
    *,
    was: str,
    title: str,
    html: str,
) -> None:
    """Keep what an article said before its words are replaced by others.

    Markup alone, white space and pictures are not words.

    Args:
        db: The library.
        article_id: The article.
        origin: Whose text it is.
        was: Its title until now.
        title: Its title from now on.
        html: Its text from now on.
    """
    row = db.execute(
        "SELECT kept, html FROM bodies WHERE article_id = ? AND origin = ?",
        (article_id, origin),
    ).fetchone()
    if row is None:
        return
    former = _unpacked(row[1])
    if not _words(former) or (was, _words(former)) == (title, _words(html)):
        return
    db.execute(
        """
        INSERT OR REPLACE INTO former_bodies (article_id, origin, kept, title, html)
        VALUES (?, ?, ?, ?, ?)
        """,
        (article_id, origin, row[0], was, row[1]),
    )
    db.execute(
        """
        DELETE FROM former_bodies WHERE article_id = :id AND origin = :origin
            AND kept NOT IN (
                SELECT kept FROM former_bodies
                WHERE article_id = :id AND origin = :origin
                ORDER BY kept DESC LIMIT :most)
        """,
        {"id": article_id, "origin": origin, "most": MOST_FORMER},
    )


def former(
    db: sqlite3.Connection, article_id: int, origin: Origin
) -> tuple[Former, ...]:
    """What an article said before, the last first."""
    rows = db.execute(
        """
        SELECT kept, title, html FROM former_bodies
        WHERE article_id = ? AND origin = ? ORDER BY kept DESC
        """,
        (article_id, origin),
    )
    return tuple(
        Former(kept=moment(float(kept)), title=title, html=_unpacked(html))
        for kept, title, html in rows
    )


def html_of(db: sqlite3.Connection, article_id: int, origin: Origin) -> str | None:
    """The HTML that is kept, or None."""
    row = db.execute(
        "SELECT html FROM bodies WHERE article_id = ? AND origin = ?",
        (article_id, origin),
    ).fetchone()
    return None if row is None else _unpacked(row[0])


def copy_of(
    db: sqlite3.Connection, article_id: int, *, prefer: Origin = Origin.PAGE
) -> Copy | None:
    """The copy of an article.

    Args:
        db: The library.
        article_id: The article.
        prefer: Which text is wanted, where there are two.

    Returns:
        The copy, or None if there is no such article or no text of it.
    """
    row = db.execute(
        """
        SELECT body.origin, body.kept, body.whole, body.html, body.extras,
            article.guid, article.url, article.title, article.byline,
            article.published, article.updated, article.comment_count,
            source.site, source.name, source.language, coalesce(places.place, 0),
            status.read, status.starred, source.url,
            EXISTS (SELECT 1 FROM former_bodies AS former
                WHERE former.article_id = body.article_id
                AND former.origin = body.origin)
        FROM bodies AS body
        JOIN articles AS article ON article.id = body.article_id
        JOIN statuses AS status ON status.article_id = article.id
        LEFT JOIN sources AS source ON source.id = article.source_id
        LEFT JOIN places ON places.article_id = article.id
        WHERE body.article_id = ?
        ORDER BY body.origin = ? DESC LIMIT 1
        """,
        (article_id, prefer),
    ).fetchone()
    if row is None:
        return None
    html = _unpacked(row[3])
    extras = json.loads(_unpacked(row[4]))
    what = (
        _article(html, extras)
        if row[0] == Origin.PAGE
        else Entry(
            guid=row[5],
            url=row[6],
            title=row[7],
            byline=row[8],
            published=_published(row[9]),
            updated=_published(row[10]),
            comment_count=row[11],
            html=html,
            summary=not row[2],
            tags=tuple(extras["tags"]),
            comments_url=extras["comments_url"],
        )
    )
    kept = moment(row[1])
    assert kept is not None
    return Copy(
        id=article_id,
        kept=kept,
        what=what,
        base=row[6] or row[12] or row[18],
        site=row[13],
        language=row[14],
        place=row[15],
        read=bool(row[16]),
        starred=bool(row[17]),
        tags=tags.of(db, article_id),
        edited=bool(row[19]),
    )


def _keep(
    db: sqlite3.Connection,
    article_id: int,
    origin: Origin,
    now: datetime,
    *,
    whole: bool,
    html: str,
    extras: Mapping[str, Any],
) -> None:
    db.execute(
        """
        INSERT OR REPLACE INTO bodies (article_id, origin, kept, whole, html, extras)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        (
            article_id,
            origin,
            now.timestamp(),
            whole,
            _packed(html),
            _packed(json.dumps(extras, ensure_ascii=False, separators=(",", ":"))),
        ),
    )


def _kept_with_page(
    db: sqlite3.Connection, article_id: int
) -> Mapping[str, Any] | None:
    """What is kept beside the page's own text, or None if that is not kept."""
    row = db.execute(
        "SELECT extras FROM bodies WHERE article_id = ? AND origin = ?",
        (article_id, Origin.PAGE),
    ).fetchone()
    return None if row is None else json.loads(_unpacked(row[0]))


def _words(html: str) -> str:
    """What a text says, as far as it takes to tell whether two say the same."""
    return "".join(unescape(_TAG.sub("", html)).split())


def _packed(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def _unpacked(packed: bytes) -> str:
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def _article(html: str, extras: Mapping[str, Any]) -> Article:
    return Article(
        url=extras["url"],
        title=extras["title"],
        blocks=(),
        byline=extras["byline"],
        site=extras["site"],
        published=_published(extras["published"]),
        language=extras["language"],
        # An older reader did not write it down.
        rule=extras.get("rule"),
        html=html,
        previous=_neighbour(extras["previous"]),
        next=_neighbour(extras["next"]),
        discussion=discussion_from_json(extras["discussion"]),
    )


def _neighbour_shape(neighbour: Neighbour | None) -> Mapping[str, Any] | None:
    if neighbour is None:
        return None
    return {
        "title": neighbour.title,
        "url": neighbour.url,
        "published": _iso(neighbour.published),
    }


def _neighbour(shape: Mapping[str, Any] | None) -> Neighbour | None:
    if shape is None:
        return None
    return Neighbour(
        title=shape["title"],
        url=shape["url"],
        published=_published(shape["published"]),
    )


def _iso(published: Published | None) -> str | None:
    return None if published is None else published.iso


def _published(iso: str | None) -> Published | None:
    return None if iso is None else Published(iso)
