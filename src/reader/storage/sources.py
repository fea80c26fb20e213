"""Where articles come from, and how asking there went."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from reader.domain.errors import CannotKeep, NotFound
from reader.domain.rhythm import ANY_TIME, Rhythm
from reader.domain.source import Source, Subscription
from reader.domain.trouble import Trouble
from reader.storage import deleting
from reader.storage.cherished import CHERISHED
from reader.storage.moments import moment, stored
from reader.storage.rhythms import rhythm_from_json, rhythm_to_json

if TYPE_CHECKING:
    from reader.domain.exchange import Freshness

_COLUMNS: Final = """
    id, url, name, site, articles, unread, checked, failing_since, failure,
    failures, trouble, max(coalesce(due, 0), coalesce(wait_until, 0)),
    (SELECT group_concat(tag, char(31)) FROM source_tags WHERE source_id = id),
    is_page
"""

Aside = dict[str, Any]
"""A source that was taken out, as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A source as a refresh needs it."""

    source: Source
    freshness: Freshness
    body_hash: bytes | None
    """The digest of what it last answered, or None."""

    rhythm: Rhythm
    """What its feed last said of when to ask."""


def every(db: sqlite3.Connection) -> tuple[Source, ...]:
    """Every source, by name."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM sources ORDER BY name COLLATE NOCASE")
    return tuple(_source(row) for row in rows)


def find(db: sqlite3.Connection, what: int | str) -> Source:
    """One source.

    Args:
        db: The library.
        what: Its id; or its address, its site's address, or its name.

    Raises:
        NotFound: There is none, or a name that several have.
    """
    values: dict[str, int | str] = {"what": what}
    if isinstance(what, int):
        where = "id = :what"
    else:
        exact = db.execute("SELECT id FROM sources WHERE url = ?", (what,)).fetchone()
        if exact is not None:
            return find(db, int(exact[0]))
        where = "site IN (:what, :folder) OR name = :what COLLATE NOCASE"
        values["folder"] = what.rstrip("/") + "/"
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM sources WHERE {where} LIMIT 2", values
    ).fetchall()
    if not rows:
        raise NotFound(f"There is no source {what} in the library.")
    if len(rows) > 1:
        raise NotFound(f"Several sources are called {what}; give the feed's address.")
    return _source(rows[0])


def of_article(db: sqlite3.Connection, what: int | str) -> Source | None:
    """The source that an article comes from, or None.

    Args:
        db: The library.
        what: The article's id, or its address.
    """
    which = "id" if isinstance(what, int) else "url"
    row = db.execute(
        f"""
        SELECT source_id FROM articles WHERE {which} = ? AND source_id IS NOT NULL
        ORDER BY id DESC LIMIT 1
        """,
        (what,),
    ).fetchone()
    return None if row is None else find(db, int(row[0]))


def add(
    db: sqlite3.Connection,
    url: str,
    name: str,
    *,
    site: str | None = None,
    tags: Iterable[str] = (),
    named: bool = False,
    is_page: bool = False,
) -> Source:
    """Add a source.

    Args:
        db: The library.
        url: The address that is fetched.
        name: What it is called.
        site: The address a person would visit.
        tags: Its tags.
        named: Whether a person gave the name.
        is_page: Whether it is a web page whose links are the articles.

    Raises:
        CannotKeep: The address is a source already.
    """
    try:
        row = db.execute(
            """
            INSERT INTO sources (url, name, site, named, is_page)
            VALUES (?, ?, ?, ?, ?) RETURNING id
            """,
            (url, name, site, named, is_page),
        ).fetchone()
    except sqlite3.IntegrityError as error:
        known = find(db, url)
        raise CannotKeep(f"{known.name} is already among the sources.") from error
    tag(db, row[0], tags)
    return find(db, int(row[0]))


def add_all(
    db: sqlite3.Connection, listed: Iterable[Subscription]
) -> tuple[tuple[Source, ...], int]:
    """Add every source of a list that is not there yet.

    A site is there where its feed is, whose articles are the site's.

    Returns:
        Those that were added, and how many were there already.
    """
    added: list[Source] = []
    known = 0
    for one in listed:
        if _is_there(db, one.url):
            known += 1
            continue
        added.append(
            add(
                db,
                one.url,
                one.name or one.url,
                site=one.site,
                tags=one.tags,
                named=one.name is not None,
            )
        )
    return tuple(added), known


def _is_there(db: sqlite3.Connection, url: str) -> bool:
    """Whether an address is a source, or the site of one, however it is written."""
    bare = url.partition("://")[2].rstrip("/")
    written = [
        f"{scheme}://{bare}{end}" for scheme in ("https", "http") for end in ("", "/")
    ]
    row = db.execute(
        """
        SELECT 1 FROM sources WHERE url = :url
            OR (url <> site AND site IN (SELECT value FROM json_each(:written)))
        """,
        {"url": url, "written": json.dumps(written)},
    ).fetchone()
    return row is not None


def merge(db: sqlite3.Connection, source_id: int, into: int) -> None:
    """Take out a source without articles that is another one, which gets its tags."""
    db.execute(
        """
        INSERT OR IGNORE INTO source_tags (source_id, tag)
        SELECT ?, tag FROM source_tags WHERE source_id = ?
        """,
        (into, source_id),
    )
    remove(db, source_id)


def remove(db: sqlite3.Connection, source_id: int) -> None:
    """Take a source out, with its articles.

    What the reader starred, tagged, wrote on or commented on stays; it belongs
    to no source from then on.
    """
    cherished = f"source_id = :id AND {CHERISHED}"
    db.execute(
        f"""
        UPDATE articles SET source_id = NULL
        WHERE id IN (SELECT article_id FROM statuses WHERE {cherished})
        """,
        {"id": source_id},
    )
    db.execute(
        f"UPDATE statuses SET source_id = NULL WHERE {cherished}", {"id": source_id}
    )
    db.execute("DELETE FROM sources WHERE id = ?", (source_id,))


def set_aside(db: sqlite3.Connection, source_id: int, now: datetime) -> Aside:
    """Take a source out as `remove` does, so that it can be brought back for a while.

    Args:
        db: The library.
        source_id: The source.
        now: The present moment; the texts of its articles go a day later.

    Returns:
        All that `bring_back` needs, as JSON can hold it.
    """
    values = {"id": source_id}
    cursor = db.execute("SELECT * FROM sources WHERE id = :id", values)
    names = [column[0] for column in cursor.description]
    row = dict(zip(names, cursor.fetchone(), strict=True))
    # Asked for everything again: what tells what has changed is no JSON.
    row |= {"etag": None, "last_modified": None, "body_hash": None}
    tags = db.execute("SELECT tag FROM source_tags WHERE source_id = :id", values)
    known = db.execute("SELECT id FROM articles WHERE source_id = :id", values)
    aside = {
        "row": row,
        "tags": [tag for (tag,) in tags],
        "articles": [number for (number,) in known],
    }
    gone = db.execute(
        f"SELECT article_id FROM statuses WHERE source_id = :id AND NOT {CHERISHED}",
        values,
    )
    ids = [number for (number,) in gone]
    aside["gone"] = deleting.delete(db, ids, now)
    db.execute("UPDATE articles SET source_id = NULL WHERE source_id = :id", values)
    db.execute("UPDATE statuses SET source_id = NULL WHERE source_id = :id", values)
    db.execute("DELETE FROM sources WHERE id = :id", values)
    return aside


def bring_back(db: sqlite3.Connection, aside: Aside) -> None:
    """Bring back a source that was set aside, with its articles.

    If its address is a source again meanwhile, that one gets those it lacks.
    """
    row = aside["row"] | {"articles": 0, "unread": 0}
    taken = db.execute("SELECT 1 FROM sources WHERE id = ?", (row["id"],)).fetchone()
    columns = [name for name in row if taken is None or name != "id"]
    db.execute(
        f"""
        INSERT OR IGNORE INTO sources ({", ".join(columns)})
        VALUES ({", ".join(f":{name}" for name in columns)})
        """,
        row,
    )
    (source_id,) = db.execute(
        "SELECT id FROM sources WHERE url = ?", (row["url"],)
    ).fetchone()
    db.executemany(
        "INSERT OR IGNORE INTO source_tags (source_id, tag) VALUES (?, ?)",
        ((source_id, tag) for tag in aside["tags"]),
    )
    values = {"source": source_id, "ids": json.dumps(aside["articles"])}
    db.execute(
        """
        UPDATE OR IGNORE articles SET source_id = :source
        WHERE id IN (SELECT value FROM json_each(:ids)) AND source_id IS NULL
        """,
        values,
    )
    deleting.restore(db, aside["gone"])
    db.execute(
        """
        UPDATE statuses SET source_id = :source
        WHERE article_id IN (SELECT value FROM json_each(:ids))
            AND article_id IN (SELECT id FROM articles WHERE source_id = :source)
        """,
        values,
    )
    db.execute(
        """
        UPDATE sources SET
            articles = (SELECT count(*) FROM statuses WHERE source_id = :source),
            unread = (SELECT count(*) FROM statuses
                WHERE source_id = :source AND read = 0)
        WHERE id = :source
        """,
        values,
    )


def rename(
    db: sqlite3.Connection, source_id: int, name: str, *, named: bool = True
) -> Source:
    """Call a source what a person wants it called.

    Args:
        db: The library.
        source_id: The source.
        name: What it is called from now on.
        named: Whether a person gave the name; else its feed's next one replaces it.

    Raises:
        NotFound: There is none.
    """
    db.execute(
        "UPDATE sources SET name = ?, named = ? WHERE id = ?", (name, named, source_id)
    )
    return find(db, source_id)


def is_named(db: sqlite3.Connection, source_id: int) -> bool:
    """Whether a person gave a source its name."""
    row = db.execute("SELECT named FROM sources WHERE id = ?", (source_id,)).fetchone()
    return row is not None and bool(row[0])


def tag(db: sqlite3.Connection, source_id: int, tags: Iterable[str]) -> Source:
    """Give a source these tags and no others.

    Raises:
        NotFound: There is none.
    """
    find(db, source_id)
    db.execute("DELETE FROM source_tags WHERE source_id = ?", (source_id,))
    db.executemany(
        "INSERT OR IGNORE INTO source_tags (source_id, tag) VALUES (?, ?)",
        ((source_id, each) for each in tags),
    )
    return find(db, source_id)


def due(
    db: sqlite3.Connection,
    now: datetime,
    ids: Collection[int] | None = None,
    *,
    only_due: bool = False,
) -> tuple[Due, ...]:
    """The sources to ask now: those that work first, the longest not asked first.

    Args:
        db: The library.
        now: The present moment.
        ids: The ones a person named, asked whatever they answered before; or
            None for all but those that are gone or asked us to wait.
        only_due: Of all, only those whose time has come.
    """
    from reader.domain.exchange import Freshness

    rows = db.execute(
        f"""
        SELECT {_COLUMNS}, etag, last_modified, body_hash, rhythm FROM sources
        WHERE :named OR (gone = 0 AND NOT (
            -- What a clock that was ahead has put off is put off no longer.
            coalesce(checked, 0) <= :now AND (
                coalesce(wait_until, 0) > :now
                OR (:only_due AND coalesce(due, 0) > :now))))
        ORDER BY failures > 0, checked, id
        """,
        {"named": ids is not None, "only_due": only_due, "now": now.timestamp()},
    )
    return tuple(
        Due(
            source=_source(row),
            freshness=Freshness(etag=row[-4], last_modified=row[-3]),
            body_hash=row[-2],
            rhythm=rhythm_from_json(row[-1]),
        )
        for row in rows
        if ids is None or row[0] in ids
    )


def last_articles(
    db: sqlite3.Connection, source_id: int, most: int
) -> tuple[datetime, ...]:
    """When the last articles of a source came out, the newest first.

    Args:
        db: The library.
        source_id: The source.
        most: How many are looked at.
    """
    rows = db.execute(
        "SELECT sort FROM statuses WHERE source_id = ? ORDER BY sort DESC LIMIT ?",
        (source_id, most),
    )
    return tuple(moment(float(sort)) for (sort,) in rows)


def answered(
    db: sqlite3.Connection,
    source_id: int,
    now: datetime,
    *,
    due: datetime | None = None,
    freshness: Freshness | None = None,
    body_hash: bytes | None = None,
) -> None:
    """Write down that a source answered as it should.

    Args:
        db: The library.
        source_id: The source.
        now: The present moment.
        due: When it is to be asked again, if anybody says so.
        freshness: What came with its answer; None if nothing had changed.
        body_hash: The digest of its answer; None if nothing had changed.
    """
    db.execute(
        """
        UPDATE sources SET checked = :now, failing_since = NULL, failure = NULL,
            trouble = NULL, failures = 0, wait_until = NULL, gone = 0, due = :due
        WHERE id = :id
        """,
        {"now": now.timestamp(), "due": stored(due), "id": source_id},
    )
    if freshness is not None:
        db.execute(
            "UPDATE sources SET etag = ?, last_modified = ?, body_hash = ? WHERE id = ?",
            (freshness.etag, freshness.last_modified, body_hash, source_id),
        )


def described(
    db: sqlite3.Connection,
    source_id: int,
    *,
    name: str,
    site: str | None,
    language: str | None,
    rhythm: Rhythm = ANY_TIME,
) -> None:
    """Take over what a feed says of itself; a name that a person gave stays."""
    db.execute(
        """
        UPDATE sources SET
            name = CASE WHEN named OR :name = '' THEN name ELSE :name END,
            site = coalesce(:site, site),
            language = coalesce(:language, language),
            rhythm = :rhythm
        WHERE id = :id
        """,
        {
            "name": name,
            "site": site,
            "language": language,
            "rhythm": rhythm_to_json(rhythm),
            "id": source_id,
        },
    )


def put_off(db: sqlite3.Connection, source_id: int, until: datetime) -> None:
    """Leave a source alone for a while, as its host has asked."""
    db.execute(
        "UPDATE sources SET wait_until = ? WHERE id = ?", (until.timestamp(), source_id)
    )


def failed(
    db: sqlite3.Connection,
    source_id: int,
    now: datetime,
    reason: str,
    *,
    trouble: Trouble,
    due: datetime | None = None,
    wait_until: datetime | None = None,
) -> None:
    """Write down that a source could not be read.

    Args:
        db: The library.
        source_id: The source.
        now: The present moment.
        reason: One sentence for a person.
        trouble: What kind of failure it is.
        due: When it is to be tried again without anybody asking for it.
        wait_until: When it may be asked again, if it said.
    """
    db.execute(
        """
        UPDATE sources SET checked = :now, failure = :reason,
            failing_since = coalesce(failing_since, :now),
            failures = failures + 1, trouble = :trouble,
            due = :due, wait_until = :wait_until, gone = :gone
        WHERE id = :id
        """,
        {
            "now": now.timestamp(),
            "reason": reason,
            "due": stored(due),
            "wait_until": stored(wait_until),
            "trouble": trouble,
            "gone": trouble is Trouble.GONE,
            "id": source_id,
        },
    )


def read_as_page(db: sqlite3.Connection, source_id: int) -> None:
    """Write down that a source is a web page whose links are the articles."""
    db.execute("UPDATE sources SET is_page = 1 WHERE id = ?", (source_id,))


def moved(db: sqlite3.Connection, source_id: int, url: str) -> bool:
    """Follow a source to its new address.

    Returns:
        Whether it was moved; not if another source has that address.
    """
    moving = db.execute(
        "UPDATE OR IGNORE sources SET url = ? WHERE id = ?", (url, source_id)
    )
    return moving.rowcount == 1


def _source(row: tuple[Any, ...]) -> Source:
    tags = row[12]
    return Source(
        id=row[0],
        url=row[1],
        name=row[2],
        site=row[3],
        articles=row[4],
        unread=row[5],
        checked=moment(row[6]),
        failing_since=moment(row[7]),
        failure=row[8],
        failures=row[9],
        trouble=None if row[10] is None else Trouble(row[10]),
        due=moment(row[11] or None),
        tags=tuple(sorted(tags.split("\x1f"))) if tags else (),
        is_page=bool(row[13]),
    )
