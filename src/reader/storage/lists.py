"""Windows of lists, at a cost that does not grow with the library.

Nothing here counts or skips through a million articles: `days` has kept
counts, so that the place of a day in the list is a sum over the days after it,
and only within one day articles are skipped one by one, along an index.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, replace
from typing import Any, Final

from reader.domain.dates import Published
from reader.domain.selection import Counts, Selection
from reader.domain.source import Listed
from reader.storage.query import query_in

DAY: Final = 86_400
"""Seconds."""

MOST_COUNTED: Final = 10_000
"""Of what a search finds no more than this are counted: a common word stands in a
million articles, and they would have to be gone through at each letter typed."""

_LISTED: Final = """
    SELECT article.id, article.guid, article.url, article.title, article.byline,
        source.name, article.source_id, article.published, article.updated,
        status.sort, status.read, status.starred, article.comment_count,
        (SELECT group_concat(tag, char(31)) FROM article_tags
         WHERE article_id = article.id)
    FROM statuses AS status
    JOIN articles AS article ON article.id = status.article_id
    LEFT JOIN sources AS source ON source.id = article.source_id
"""


_SEARCHED: Final = """
    search CROSS JOIN search_rows ON search_rows.row = search.rowid
    CROSS JOIN statuses ON statuses.article_id = search_rows.article
"""


Key = dict[str, Any]
"""What an article of a selection is ordered by, as values for SQL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Some:
    """A selection as SQL."""

    where: str
    values: dict[str, Any]
    kept: str | None
    """The column of `days` that counts exactly these, or None."""

    tables: str = "statuses"
    keys: tuple[str, ...] = ("sort", "article_id")
    """What they are ordered by; falling is newest first."""

    one: str = "article_id = :id"
    """Which of them is a certain article."""

    def order(self, step: int = 1) -> str:
        """The clause that puts them in order, newest first if `step` is 1."""
        falling = " DESC" if step > 0 else ""
        return "ORDER BY " + ", ".join(f"{key}{falling}" for key in self.keys)

    def compared(self, sign: str) -> str:
        """The clause for those on one side of a key."""
        named = ", ".join(f":key{number}" for number in range(len(self.keys)))
        return f"({', '.join(self.keys)}) {sign} ({named})"

    def key_of(self, db: sqlite3.Connection, article_id: int) -> Key | None:
        """The values of its key, or None if an article is not among them."""
        row = db.execute(
            f"""
            SELECT {", ".join(self.keys)} FROM {self.tables}
            WHERE {self.one} AND ({self.where})
            """,
            self.values | {"id": article_id},
        ).fetchone()
        return None if row is None else _key(row)


def counts(db: sqlite3.Connection, selection: Selection) -> Counts:
    """How many articles a selection holds; of a search at most `MOST_COUNTED`."""
    return Counts(
        all=_count(db, _some(db, selection)),
        unread=_count(db, _some(db, replace(selection, unread=True))),
    )


def rows(
    db: sqlite3.Connection, selection: Selection, start: int, count: int
) -> tuple[Listed, ...]:
    """A window of a selection, newest first.

    Args:
        db: The library.
        selection: Which articles.
        start: The position of the first one wanted.
        count: How many are wanted at the most.
    """
    some = _some(db, selection)
    below, skipped = _day_of_position(db, some, max(start, 0))
    wanted = db.execute(
        f"""
        SELECT article_id FROM {some.tables} WHERE ({some.where}) AND sort < :below
        {some.order()} LIMIT :count OFFSET :skipped
        """,
        some.values
        | {
            "below": below,
            "count": max(count, 0),
            "skipped": max(start, 0) - skipped,
        },
    ).fetchall()
    return _rows(db, [row[0] for row in wanted])


def below(
    db: sqlite3.Connection, selection: Selection, key: Key | None, count: int
) -> tuple[tuple[Listed, ...], Key | None]:
    """A window for going through a whole selection, newest first.

    It starts at a key rather than at a position, so that no article comes
    twice or is missed because others came or went meanwhile.

    Args:
        db: The library.
        selection: Which articles.
        key: Where the window before ended, or None for the first.
        count: How many are wanted at the most.

    Returns:
        The articles, and where they end; None if none are left.
    """
    some = _some(db, selection)
    side = "TRUE" if key is None else some.compared("<")
    wanted = db.execute(
        f"""
        SELECT article_id, {", ".join(some.keys)} FROM {some.tables}
        WHERE ({some.where}) AND {side} {some.order()} LIMIT :count
        """,
        some.values | (key or {}) | {"count": count},
    ).fetchall()
    end = _key(wanted[-1][1:]) if wanted else None
    return _rows(db, [row[0] for row in wanted]), end


def listed(db: sqlite3.Connection, article_id: int) -> Listed | None:
    """One article as a line in a list, or None if there is no such article."""
    row = db.execute(f"{_LISTED} WHERE status.article_id = ?", (article_id,)).fetchone()
    return None if row is None else _listed(row)


def position(
    db: sqlite3.Connection, selection: Selection, article_id: int
) -> int | None:
    """Where an article stands in a selection, or None if it is not in it."""
    some = _some(db, selection)
    key = some.key_of(db, article_id)
    return None if key is None else _position(db, some, key)


def next_unread(
    db: sqlite3.Connection, selection: Selection, after: int, step: int = 1
) -> int | None:
    """The position of the next unread article in a selection.

    Args:
        db: The library.
        selection: Which articles.
        after: The position to start from; -1 stands above the first.
        step: 1 to look down the list, -1 to look up.

    Returns:
        Its position in the selection, or None if there is none.
    """
    some = _some(db, selection)
    unread = _some(db, replace(selection, unread=True))
    side: str = "TRUE"
    key: Key | None = {}
    if after >= 0:
        here = rows(db, selection, after, 1)
        key = some.key_of(db, here[0].id) if here else None
        side = some.compared("<" if step > 0 else ">")
    elif step < 0:
        key = None
    if key is None:
        return None
    row = db.execute(
        f"""
        SELECT {", ".join(some.keys)} FROM {unread.tables}
        WHERE ({unread.where}) AND {side} {some.order(step)} LIMIT 1
        """,
        unread.values | key,
    ).fetchone()
    return None if row is None else _position(db, some, _key(row))


def ids(db: sqlite3.Connection, selection: Selection) -> tuple[int, ...]:
    """Every article of a selection, newest first; for marking, not for showing."""
    some = _some(db, selection)
    found = db.execute(
        f"SELECT article_id FROM {some.tables} WHERE {some.where} {some.order()}",
        some.values,
    )
    return tuple(row[0] for row in found)


def _some(db: sqlite3.Connection, selection: Selection) -> _Some:
    parts: list[str] = []
    values: dict[str, Any] = {}
    kept: str | None = "articles"
    if selection.starred:
        parts.append("starred = 1")
        kept = "starred"
    if selection.unread:
        # Of the two indexes it is the one of the starred, the fewer, that helps.
        parts.append("+read = 0" if selection.starred else "read = 0")
        kept = None if selection.starred else "unread"
    if selection.source is not None:
        parts.append("source_id = :source")
        values["source"] = selection.source
        kept = None
    if selection.tag is not None:
        parts.append(_tagged(db, selection.tag))
        values["tag"] = selection.tag
        kept = None
    query = query_in(selection.words)
    if query.where:
        parts += query.where
        values |= query.values
        kept = None
    if query.match is None:
        return _Some(where=" AND ".join(parts) or "TRUE", values=values, kept=kept)
    return _Some(
        where=" AND ".join(["search MATCH :match", *parts]),
        values=values | {"match": query.match},
        kept=None,
        tables=_SEARCHED,
        keys=("search.rowid",),
        one="search.rowid = (SELECT row FROM search_rows WHERE article = :id)",
    )


def _tagged(db: sqlite3.Connection, tag: str) -> str:
    """Articles with a tag, or of a source with it, by the cheaper of two ways.

    A tag that few articles have is gone through by source and put in order; one
    that many have is met soon enough along the order itself.
    """
    (many,) = db.execute(
        """
        SELECT coalesce(sum(articles), 0) * 20 > (SELECT sum(articles) FROM days)
        FROM sources WHERE id IN (SELECT source_id FROM source_tags WHERE tag = ?)
        """,
        (tag,),
    ).fetchone()
    if many:
        return """(+source_id IN (SELECT source_id FROM source_tags WHERE tag = :tag)
            OR +article_id IN (SELECT article_id FROM article_tags WHERE tag = :tag))"""
    return """article_id IN (
        SELECT article_id FROM article_tags WHERE tag = :tag
        UNION SELECT tagged.article_id FROM source_tags
        JOIN statuses AS tagged ON tagged.source_id = source_tags.source_id
        WHERE source_tags.tag = :tag)"""


def _count(db: sqlite3.Connection, some: _Some) -> int:
    if some.kept is not None:
        sql = f"SELECT coalesce(sum({some.kept}), 0) FROM days"
    elif some.where == "source_id = :source":
        sql = "SELECT articles FROM sources WHERE id = :source"
    elif some.where == "read = 0 AND source_id = :source":
        sql = "SELECT unread FROM sources WHERE id = :source"
    else:
        most = "" if some.tables == "statuses" else f"LIMIT {MOST_COUNTED}"
        sql = f"""
            SELECT count(*) FROM
            (SELECT 1 FROM {some.tables} WHERE {some.where} {most})
        """
    row = db.execute(sql, some.values).fetchone()
    return 0 if row is None else int(row[0])


def _day_of_position(
    db: sqlite3.Connection, some: _Some, start: int
) -> tuple[float, int]:
    """Where to begin skipping.

    Returns:
        A moment that every article from there on is older than, and how many of
        the selection are not.
    """
    skipped = 0
    if some.kept is None or start == 0:
        return float("inf"), 0
    for day, number in db.execute(
        f"SELECT day, {some.kept} FROM days ORDER BY day DESC"
    ):
        if skipped + number > start:
            return float((day + 1) * DAY), skipped
        skipped += number
    return 0.0, start


def _position(db: sqlite3.Connection, some: _Some, key: dict[str, Any]) -> int:
    """How many of a selection stand before a key."""
    above = 0
    before = float("inf")
    if some.kept is not None:
        day = int(key["key0"]) // DAY
        (above,) = db.execute(
            f"SELECT coalesce(sum({some.kept}), 0) FROM days WHERE day > ?", (day,)
        ).fetchone()
        before = float((day + 1) * DAY)
    (within,) = db.execute(
        f"""
        SELECT count(*) FROM {some.tables}
        WHERE ({some.where}) AND sort < :before AND {some.compared(">")}
        """,
        some.values | key | {"before": before},
    ).fetchone()
    return int(above) + int(within)


def _rows(db: sqlite3.Connection, ids: list[int]) -> tuple[Listed, ...]:
    """Articles as lines in a list, in this order."""
    found = {
        row[0]: _listed(row)
        for row in db.execute(
            f"{_LISTED} WHERE status.article_id IN (SELECT value FROM json_each(?))",
            (json.dumps(ids),),
        )
    }
    return tuple(found[article_id] for article_id in ids)


def _key(row: tuple[Any, ...]) -> Key:
    return {f"key{number}": value for number, value in enumerate(row)}


def _listed(row: tuple[Any, ...]) -> Listed:
    return Listed(
        id=row[0],
        guid=row[1],
        url=row[2],
        title=row[3],
        byline=row[4],
        source=row[5],
        source_id=row[6],
        published=None if row[7] is None else Published(row[7]),
        updated=None if row[8] is None else Published(row[8]),
        sort=row[9],
        read=bool(row[10]),
        starred=bool(row[11]),
        comment_count=row[12],
        tags=tuple(sorted(row[13].split("\x1f"))) if row[13] else (),
    )
