"""Articles: what a feed lists, and what was opened by its address."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from reader.domain.article import Article
from reader.domain.dates import Published
from reader.domain.errors import NotFound
from reader.domain.ids import Ids
from reader.domain.source import Entry
from reader.storage import bodies
from reader.storage.bodies import Copy, Origin
from reader.storage.some import each
from reader.text.links import spellings

_EARLIEST: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Arrived:
    """What a feed brought."""

    new: int
    changed: int
    ids: tuple[int, ...] = field(default=(), compare=False)
    """Those that are new, in the feed's order."""


def arrive(
    db: sqlite3.Connection, source_id: int, entries: Sequence[Entry], now: datetime
) -> Arrived:
    """Take in what a feed lists.

    An entry is known by its guid. One with a new guid whose address or title is
    that of an article that the feed lists no more is that article: some sites
    change all their guids at once.

    Args:
        db: The library.
        source_id: The feed's source.
        entries: What it lists, in its own order, newest first as a rule.
        now: The present moment; what it gives an article without a date.
    """
    changed = 0
    new: list[int] = []
    listed = _Listed(
        frozenset(entry.guid for entry in entries),
        Counter(entry.url for entry in entries),
    )
    # Nothing of a source that has none yet is looked for.
    has_some = (
        db.execute(
            "SELECT 1 FROM articles WHERE source_id = ? LIMIT 1", (source_id,)
        ).fetchone()
        is not None
    )
    # The last first, so that ids grow the way dates do.
    for entry in reversed(entries):
        known = _known(db, source_id, entry, listed) if has_some else None
        if known is None:
            new.append(_add(db, source_id, entry, now))
        elif _update(db, known, entry, now):
            changed += 1
    return Arrived(len(new), changed, tuple(reversed(new)))


def find(db: sqlite3.Connection, what: int | str) -> int | None:
    """The id of an article, or None if there is none, or it was deleted.

    Args:
        db: The library.
        what: Its id, or an address it is known by. Of several articles with one
            address it is the one that was kept last.
    """
    if isinstance(what, int):
        row = db.execute(
            "SELECT article_id FROM statuses WHERE article_id = ?", (what,)
        ).fetchone()
    else:
        row = db.execute(
            """
            SELECT article_id FROM statuses WHERE article_id IN (
                SELECT id FROM articles WHERE url = :url
                UNION ALL SELECT article_id FROM aliases WHERE url = :url
            ) ORDER BY article_id DESC LIMIT 1
            """,
            {"url": what},
        ).fetchone()
    return None if row is None else int(row[0])


def copy_of(
    db: sqlite3.Connection, what: int | str, prefer: Origin = Origin.PAGE
) -> Copy | None:
    """The kept text of an article, by its id or an address; or None.

    Args:
        db: The library.
        what: Its id, or an address it is known by.
        prefer: Which text is wanted, where there are two.
    """
    article_id = find(db, what)
    return None if article_id is None else bodies.copy_of(db, article_id, prefer=prefer)


def address_of(db: sqlite3.Connection, article_id: int) -> str | None:
    """An article's address, or None if it has none or is not there."""
    row = db.execute("SELECT url FROM articles WHERE id = ?", (article_id,)).fetchone()
    return None if row is None else row[0]


def addresses_of(db: sqlite3.Connection, ids: Iterable[int]) -> tuple[str, ...]:
    """The addresses of some articles, newest first; of those that have one."""
    sql = """
        SELECT sort, article_id, url FROM statuses JOIN articles ON id = article_id
        WHERE url IS NOT NULL AND article_id {which}
    """
    found = [row for rows in each(db, sql, Ids.of(ids)) for row in rows]
    return tuple(url for _, _, url in sorted(found, reverse=True))


def without_page(
    db: sqlite3.Connection, source_id: int, since: datetime, most: int
) -> tuple[tuple[int, str], ...]:
    """Articles of a source of which only the feed's text is kept, newest first.

    Args:
        db: The library.
        source_id: The source.
        since: Only those whose text has come from the feed after this.
        most: How many at most.

    Returns:
        Their ids and addresses.
    """
    rows = db.execute(
        """
        SELECT articles.id, articles.url
        FROM statuses JOIN articles ON articles.id = statuses.article_id
        JOIN bodies ON bodies.article_id = articles.id AND bodies.origin = :feed
        WHERE statuses.source_id = :source AND articles.url IS NOT NULL
            AND bodies.kept >= :since
            AND NOT EXISTS (SELECT 1 FROM bodies AS page
                WHERE page.article_id = articles.id AND page.origin = :page)
        ORDER BY statuses.sort DESC, articles.id DESC LIMIT :most
        """,
        {
            "source": source_id,
            "since": since.timestamp(),
            "most": most,
            "feed": Origin.FEED,
            "page": Origin.PAGE,
        },
    )
    return tuple(rows)


def keep_page(
    db: sqlite3.Connection, what: int | str, article: Article, now: datetime
) -> int:
    """Keep an article as its page has it.

    An article that is not in the library yet is added, of no source. What a feed
    says of one stays as it is, but for what the feed does not say.

    Args:
        db: The library.
        what: The id of the article, or the address that was asked.
        article: What came.
        now: The present moment.

    Returns:
        Its id.

    Raises:
        NotFound: There is no article with this id.
    """
    asked = what if isinstance(what, str) else None
    article_id = find(db, what)
    if article_id is None and article.url is not None:
        article_id = find(db, article.url)
    if article_id is None:
        if asked is None:
            raise NotFound(f"There is no article {what} in the library.")
        article_id = _add_opened(db, article.url or asked, article, now)
    else:
        _complete(db, article_id, article)
    for url in (asked, article.url):
        if url is not None:
            _also_known_as(db, article_id, url)
    bodies.keep_page(db, article_id, article, now)
    return article_id


def sort_key(published: Published | None, now: datetime) -> float:
    """What lists order an article by: seconds since 1970.

    Without a date, or with one in the future, it is the moment of arrival.
    """
    if published is None:
        return now.timestamp()
    return max(min(published.moment, now), _EARLIEST).timestamp()


def _add(db: sqlite3.Connection, source_id: int, entry: Entry, now: datetime) -> int:
    """Add an entry that is new, and tell its id."""
    row = db.execute(
        """
        INSERT INTO articles
            (source_id, guid, url, title, byline, published, updated, comment_count)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
        """,
        (source_id, entry.guid, *_facts(entry)),
    ).fetchone()
    article_id = int(row[0])
    _add_status(db, article_id, source_id, sort_key(entry.published, now))
    bodies.keep_entry(db, article_id, entry, now)
    return article_id


def _update(
    db: sqlite3.Connection, article_id: int, entry: Entry, now: datetime
) -> bool:
    """Take over what has changed in an entry that is known; nothing of one deleted.

    Returns:
        Whether its words have: its title or its text.
    """
    known = db.execute(
        """
        SELECT guid, url, title, byline, published, updated, comment_count
        FROM articles WHERE id = ? AND id NOT IN (SELECT article_id FROM deleted)
        """,
        (article_id,),
    ).fetchone()
    if known is None:
        return False
    # What the feed does not say may have come from the page.
    said = (entry.guid, *_facts(entry))
    facts = tuple(
        old if new is None else new for new, old in zip(said, known, strict=True)
    )
    bodies.put_aside(
        db,
        article_id,
        Origin.FEED,
        was=known[2],
        title=entry.title,
        html=entry.html,
    )
    if known != facts:
        db.execute(
            """
            UPDATE articles SET guid = ?, url = ?, title = ?, byline = ?,
                published = ?, updated = ?, comment_count = ?
            WHERE id = ?
            """,
            (*facts, article_id),
        )
    same_text = bodies.html_of(db, article_id, Origin.FEED) == entry.html
    if not same_text:
        bodies.keep_entry(db, article_id, entry, now)
    return known[2] != entry.title or not same_text


def _known(
    db: sqlite3.Connection, source_id: int, entry: Entry, listed: _Listed
) -> int | None:
    """The article that an entry is, or None if it is a new one."""
    row = db.execute(
        "SELECT id FROM articles WHERE source_id = ? AND guid = ?",
        (source_id, entry.guid),
    ).fetchone()
    if row is not None:
        return int(row[0])
    return _under_another_guid(db, source_id, entry, listed)


def _under_another_guid(
    db: sqlite3.Connection, source_id: int, entry: Entry, listed: _Listed
) -> int | None:
    """The article that an entry was before its guid changed, or None.

    It has the entry's address, whatever its scheme, and its title; or its address
    alone, if no other article and no other entry has it. Without an address it is
    the title alone.
    """
    addresses = [] if entry.url is None else list(spellings(entry.url))
    where = "url IS NULL AND title = ?"
    if addresses:
        where = f"url IN ({', '.join('?' * len(addresses))})"
    rows = db.execute(
        f"""
        SELECT id, guid, title FROM articles
        WHERE {where} AND source_id = ? ORDER BY id DESC LIMIT 10
        """,
        (*(addresses or [entry.title]), source_id),
    ).fetchall()
    known = [(int(row[0]), row[2]) for row in rows if row[1] not in listed.guids]
    for article_id, title in known:
        if title == entry.title:
            return article_id
    alone = len(rows) == len(known) == 1 and listed.addresses[entry.url] == 1
    return known[0][0] if alone else None


@dataclass(frozen=True, slots=True)
class _Listed:
    """What a feed lists, for telling its entries apart."""

    guids: frozenset[str]
    addresses: Counter[str | None]


def _facts(entry: Entry) -> tuple[str | int | None, ...]:
    return (
        entry.url,
        entry.title,
        entry.byline,
        None if entry.published is None else entry.published.iso,
        None if entry.updated is None else entry.updated.iso,
        entry.comment_count,
    )


def _add_status(
    db: sqlite3.Connection, article_id: int, source_id: int | None, sort: float
) -> None:
    db.execute(
        "INSERT INTO statuses (article_id, source_id, sort) VALUES (?, ?, ?)",
        (article_id, source_id, sort),
    )


def _add_opened(
    db: sqlite3.Connection, url: str, article: Article, now: datetime
) -> int:
    """Add an article that was opened by its address."""
    row = db.execute(
        """
        INSERT INTO articles (guid, url, title, byline, published, comment_count)
        VALUES (:url, :url, :title, :byline, :published, :comment_count)
        RETURNING id
        """,
        {"url": url, "title": article.title, **_page_facts(article)},
    ).fetchone()
    article_id = int(row[0])
    _add_status(db, article_id, None, sort_key(article.published, now))
    return article_id


def _complete(db: sqlite3.Connection, article_id: int, article: Article) -> None:
    """Add what the page knows better: the comments' number, and what was not known.

    An article of no source has only its page to go by.
    """
    db.execute(
        """
        UPDATE articles SET
            title = CASE WHEN source_id IS NULL THEN :title ELSE title END,
            byline = coalesce(byline, :byline),
            published = coalesce(published, :published),
            comment_count = coalesce(:comment_count, comment_count)
        WHERE id = :id
        """,
        {"id": article_id, "title": article.title, **_page_facts(article)},
    )


def _page_facts(article: Article) -> dict[str, str | int | None]:
    published = article.published
    return {
        "byline": article.byline,
        "published": None if published is None else published.iso,
        "comment_count": article.discussion.count,
    }


def _also_known_as(db: sqlite3.Connection, article_id: int, url: str) -> None:
    """Remember another address that led to an article."""
    db.execute(
        """
        INSERT INTO aliases (url, article_id)
        SELECT :url, id FROM articles WHERE id = :id AND url IS NOT :url
        ON CONFLICT (url) DO UPDATE SET article_id = excluded.article_id
        """,
        {"url": url, "id": article_id},
    )
