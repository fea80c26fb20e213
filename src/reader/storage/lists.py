"""Windows of lists, at a cost that does not grow with the library.

Nothing here counts or skips through a million articles: `days` has kept
counts, so that the place of a day in the list is a sum over the days after it,
and only within one day articles are skipped one by one, along an index.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from typing import Any, Final

from reader.domain.dates import Published
from reader.domain.selection import Counts, Selection
from reader.domain.source import Listed

DAY: Final = 86_400
"""Seconds."""

_NEWEST_FIRST: Final = "ORDER BY sort DESC, article_id DESC"

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


@dataclass(frozen=True, slots=True)
class _Some:
    """A selection as SQL over `statuses`."""

    where: str
    values: dict[str, Any]
    kept: str | None
    """The column of `days` that counts exactly these, or None."""


def counts(db: sqlite3.Connection, selection: Selection) -> Counts:
    """How many articles a selection holds."""
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
    found = db.execute(
        f"""
        {_LISTED} WHERE status.article_id IN (
            SELECT article_id FROM statuses WHERE ({some.where}) AND sort < :below
            {_NEWEST_FIRST} LIMIT :count OFFSET :skipped
        ) {_NEWEST_FIRST}
        """,
        some.values
        | {
            "below": below,
            "count": max(count, 0),
            "skipped": max(start, 0) - skipped,
        },
    )
    return tuple(_listed(row) for row in found)


def listed(db: sqlite3.Connection, article_id: int) -> Listed | None:
    """One article as a line in a list, or None if there is no such article."""
    row = db.execute(f"{_LISTED} WHERE status.article_id = ?", (article_id,)).fetchone()
    return None if row is None else _listed(row)


def position(
    db: sqlite3.Connection, selection: Selection, article_id: int
) -> int | None:
    """Where an article stands in a selection, or None if it is not in it."""
    some = _some(db, selection)
    row = db.execute(
        f"SELECT sort FROM statuses WHERE article_id = :id AND ({some.where})",
        some.values | {"id": article_id},
    ).fetchone()
    return None if row is None else _position(db, some, row[0], article_id)


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
    side, key = "", {}
    if after >= 0:
        here = rows(db, selection, after, 1)
        if not here:
            return None
        side = f"AND (sort, article_id) {'<' if step > 0 else '>'} (:sort, :id)"
        key = {"sort": here[0].sort, "id": here[0].id}
    elif step < 0:
        return None
    order = _NEWEST_FIRST if step > 0 else "ORDER BY sort, article_id"
    row = db.execute(
        f"""
        SELECT sort, article_id FROM statuses WHERE ({unread.where}) {side}
        {order} LIMIT 1
        """,
        unread.values | key,
    ).fetchone()
    return None if row is None else _position(db, some, row[0], row[1])


def ids(db: sqlite3.Connection, selection: Selection) -> tuple[int, ...]:
    """Every article of a selection, newest first; for marking, not for showing."""
    some = _some(db, selection)
    found = db.execute(
        f"SELECT article_id FROM statuses WHERE {some.where} {_NEWEST_FIRST}",
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
    return _Some(" AND ".join(parts) or "TRUE", values, kept)


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
        sql = f"SELECT count(*) FROM statuses WHERE {some.where}"
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


def _position(db: sqlite3.Connection, some: _Some, sort: float, article_id: int) -> int:
    """How many of a selection stand before an article."""
    above = 0
    before = float("inf")
    if some.kept is not None:
        day = int(sort) // DAY
        (above,) = db.execute(
            f"SELECT coalesce(sum({some.kept}), 0) FROM days WHERE day > ?", (day,)
        ).fetchone()
        before = float((day + 1) * DAY)
    (within,) = db.execute(
        f"""
        SELECT count(*) FROM statuses WHERE ({some.where}) AND sort < :before
        AND (sort, article_id) > (:sort, :id)
        """,
        some.values | {"before": before, "sort": sort, "id": article_id},
    ).fetchone()
    return int(above) + int(within)


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
