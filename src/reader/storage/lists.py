"""Windows of lists, at a cost that does not grow with the library.

Nothing here counts or skips through a million articles: `days` has kept
counts, so that the place of a day in the list is a sum over the days after it,
and only within one day articles are skipped one by one, along an index.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from reader.domain.dates import Published
from reader.domain.ids import Ids
from reader.domain.selection import Counts, Selection
from reader.domain.source import Listed
from reader.storage.chosen import MOST_FOUND, SEARCHED, Key, Some, chosen, key_in

DAY: Final = 86_400
"""Seconds."""

_TITLE_WEIGHS: Final = 4
"""How often a word in the text would have to be said to weigh as much."""

_LISTED: Final = """
    SELECT article.id, article.guid, article.url, article.title, article.byline,
        source.name, article.source_id, article.published, article.updated,
        status.sort, status.read, status.starred, article.comment_count,
        (SELECT group_concat(tag, char(31)) FROM article_tags
         WHERE article_id = article.id),
        article.words,
        EXISTS (SELECT 1 FROM quotations WHERE article_id = article.id)
    FROM statuses AS status
    JOIN articles AS article ON article.id = status.article_id
    LEFT JOIN sources AS source ON source.id = article.source_id
"""


def counts(db: sqlite3.Connection, selection: Selection) -> Counts:
    """How many articles a selection holds; of a search at most `MOST_FOUND`."""
    unread = chosen(db, replace(selection, unread=True))
    return Counts(
        all=_count(db, chosen(db, selection), MOST_FOUND),
        unread=_count(db, unread, MOST_FOUND),
    )


def best(
    db: sqlite3.Connection, selection: Selection, most: int
) -> tuple[int, ...] | None:
    """What fits a search best, first: rare words, and words that are said often.

    Args:
        db: The library.
        selection: With the search. In a large library a common word takes seconds.
        most: How many are wanted.

    Returns:
        Their ids, or None if no words are looked for.
    """
    some = chosen(db, replace(selection, only=None))
    if some.tables is not SEARCHED:
        return None
    found = db.execute(
        f"""
        SELECT article_id FROM {some.tables} WHERE {some.where}
        ORDER BY bm25(search, {_TITLE_WEIGHS}, 1, 1) LIMIT :most
        """,
        some.values | {"most": most},
    )
    return tuple(row[0] for row in found)


def rows(
    db: sqlite3.Connection, selection: Selection, start: int, count: int
) -> tuple[Listed, ...]:
    """A window of a selection, in its order.

    Args:
        db: The library.
        selection: Which articles.
        start: The position of the first one wanted.
        count: How many are wanted at the most.
    """
    some = chosen(db, selection)
    from_there, edge, skipped = _day_of_position(db, some, max(start, 0))
    wanted = db.execute(
        f"""
        SELECT article_id FROM {some.tables} WHERE ({some.where}) AND {from_there}
        {some.order()} LIMIT :count OFFSET :skipped
        """,
        some.values
        | {
            "edge": edge,
            "count": max(count, 0),
            "skipped": max(start, 0) - skipped,
        },
    ).fetchall()
    return _rows(db, [row[0] for row in wanted])


def below(
    db: sqlite3.Connection, selection: Selection, key: Key | None, count: int
) -> tuple[tuple[Listed, ...], Key | None]:
    """A window for going through a whole selection, in its order.

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
    some = chosen(db, selection)
    side = "TRUE" if key is None else some.beyond(1)
    wanted = db.execute(
        f"""
        SELECT article_id, {", ".join(some.keys)} FROM {some.tables}
        WHERE ({some.where}) AND {side} {some.order()} LIMIT :count
        """,
        some.values | (key or {}) | {"count": count},
    ).fetchall()
    end = key_in(wanted[-1][1:]) if wanted else None
    return _rows(db, [row[0] for row in wanted]), end


def these(db: sqlite3.Connection, ids: Sequence[int]) -> tuple[Listed, ...]:
    """Some articles as lines in a list, in this order; of those that are there."""
    return _rows(db, ids)


def listed(db: sqlite3.Connection, article_id: int) -> Listed | None:
    """One article as a line in a list, or None if there is no such article."""
    row = db.execute(f"{_LISTED} WHERE status.article_id = ?", (article_id,)).fetchone()
    return None if row is None else _listed(row)


def position(
    db: sqlite3.Connection, selection: Selection, article_id: int
) -> int | None:
    """Where an article stands in a selection, or None if it is not in it."""
    some = chosen(db, selection)
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
    some = chosen(db, selection)
    unread = chosen(db, replace(selection, unread=True))
    side: str = "TRUE"
    key: Key | None = {}
    if after >= 0:
        here = rows(db, selection, after, 1)
        key = some.key_of(db, here[0].id) if here else None
        side = some.beyond(step)
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
    return None if row is None else _position(db, some, key_in(row))


def nth_unread(db: sqlite3.Connection, selection: Selection, number: int) -> int | None:
    """The position of a selection's nth unread article, counted from 1.

    Returns:
        Its position in the selection, or that of the last if there are fewer;
        None if nothing is unread.
    """
    unread = replace(selection, unread=True)
    found = rows(db, unread, max(number, 1) - 1, 1)
    if not found:
        some = chosen(db, unread)
        last = db.execute(
            f"""
            SELECT article_id FROM {some.tables} WHERE {some.where}
            {some.order(-1)} LIMIT 1
            """,
            some.values,
        ).fetchone()
        return None if last is None else position(db, selection, last[0])
    return position(db, selection, found[0].id)


def at_moment(db: sqlite3.Connection, selection: Selection, moment: float) -> int:
    """The position of the first article of a moment, or of the next one after it.

    In a list that begins with the newest that is the newest of those from
    before the moment, in one that begins with the oldest the first from then on.

    Args:
        db: The library.
        selection: Which articles; of a search, those found are gone through.
        moment: Seconds since 1970.
    """
    some = chosen(db, selection)
    before = f"sort {'>=' if some.falling else '<'} :moment"
    return _counted_before(db, some, moment, before, {"moment": moment})


def each(db: sqlite3.Connection, selection: Selection) -> Iterator[int]:
    """The articles of a selection one by one, for as long as somebody asks."""
    some = chosen(db, selection)
    for row in db.execute(
        f"SELECT article_id FROM {some.tables} WHERE {some.where} {some.order()}",
        some.values,
    ):
        yield row[0]


def ids(db: sqlite3.Connection, selection: Selection) -> Ids:
    """Every article of a selection; for marking, not for showing."""
    return _ids(db, chosen(db, selection), "TRUE", {})


def ids_beyond(
    db: sqlite3.Connection, selection: Selection, article_id: int, step: int
) -> Ids:
    """The articles of a selection further down than one of it, or further up.

    Args:
        db: The library.
        selection: Which articles; one may have left it.
        article_id: The one; it is not among them.
        step: 1 for those below it, -1 for those above.
    """
    some = chosen(db, selection)
    key = chosen(db, replace(selection, unread=False)).key_of(db, article_id)
    return Ids() if key is None else _ids(db, some, some.beyond(step), key)


def ids_between(
    db: sqlite3.Connection, selection: Selection, one: int, other: int
) -> Ids:
    """The articles of a selection from one to another, with both.

    Returns:
        Their ids; none if one of the two is not in the selection.
    """
    some = chosen(db, selection)
    keys = some.key_of(db, one), some.key_of(db, other)
    if keys[0] is None or keys[1] is None:
        return Ids()
    first, last = sorted(
        keys, key=lambda key: tuple(key.values()) if key else (), reverse=some.falling
    )
    assert first is not None
    assert last is not None
    sides = f"{some.beyond(1, with_it=True)} AND {some.beyond(-1, 'end', with_it=True)}"
    ends = {name.replace("key", "end"): value for name, value in last.items()}
    return _ids(db, some, sides, first | ends)


def _ids(db: sqlite3.Connection, some: Some, which: str, values: Key) -> Ids:
    # Put in order by SQLite: sorting a million numbers here would have keys wait.
    found = db.execute(
        f"""
        SELECT article_id FROM {some.tables}
        WHERE ({some.where}) AND {which} ORDER BY article_id
        """,
        some.values | values,
    )
    return Ids.rising(row[0] for row in found)


def _count(db: sqlite3.Connection, some: Some, at_most: int) -> int:
    if some.kept is not None:
        sql = f"SELECT coalesce(sum({some.kept}), 0) FROM days"
    elif some.tables == "statuses" and some.where == "source_id = :source":
        sql = "SELECT articles FROM sources WHERE id = :source"
    elif some.tables == "statuses" and some.where == "read = 0 AND source_id = :source":
        sql = "SELECT unread FROM sources WHERE id = :source"
    else:
        most = f"LIMIT {at_most:d}" if some.bounded else ""
        sql = f"""
            SELECT count(*) FROM
            (SELECT 1 FROM {some.tables} WHERE {some.where} {most})
        """
    row = db.execute(sql, some.values).fetchone()
    return 0 if row is None else int(row[0])


def _day_of_position(
    db: sqlite3.Connection, some: Some, start: int
) -> tuple[str, float, int]:
    """Where to begin skipping.

    Returns:
        The clause for the articles from there on, the moment `:edge` in it, and
        how many of the selection stand before.
    """
    skipped = 0
    if some.kept is None or start == 0:
        return "TRUE", 0.0, 0
    from_there, order = (
        ("sort < :edge", "DESC") if some.falling else ("sort >= :edge", "ASC")
    )
    for day, number in db.execute(
        f"SELECT day, {some.kept} FROM days ORDER BY day {order}"
    ):
        if skipped + number > start:
            edge = day + 1 if some.falling else day
            return from_there, float(edge * DAY), skipped
        skipped += number
    return "FALSE", 0.0, start


def _position(db: sqlite3.Connection, some: Some, key: dict[str, Any]) -> int:
    """How many of a selection stand before a key."""
    return _counted_before(db, some, key["key0"], some.beyond(-1), key)


def _counted_before(
    db: sqlite3.Connection, some: Some, sort: float, before: str, values: Key
) -> int:
    """How many of a selection stand before something in it.

    Args:
        db: The library.
        some: The selection.
        sort: What it is listed by: where numbers of whole days are kept, only its
            own day is counted.
        before: The clause for those before it.
        values: What stands in the clause.
    """
    above, same_day, edge = 0, "TRUE", 0.0
    if some.kept is not None:
        day = int(sort) // DAY
        side = ">" if some.falling else "<"
        (above,) = db.execute(
            f"SELECT coalesce(sum({some.kept}), 0) FROM days WHERE day {side} ?", (day,)
        ).fetchone()
        same_day = "sort < :edge" if some.falling else "sort >= :edge"
        edge = float((day + 1 if some.falling else day) * DAY)
    (within,) = db.execute(
        f"""
        SELECT count(*) FROM {some.tables}
        WHERE ({some.where}) AND {same_day} AND {before}
        """,
        some.values | values | {"edge": edge},
    ).fetchone()
    return int(above) + int(within)


def _rows(db: sqlite3.Connection, ids: Sequence[int]) -> tuple[Listed, ...]:
    """Articles as lines in a list, in this order."""
    found = {
        row[0]: _listed(row)
        for row in db.execute(
            f"{_LISTED} WHERE status.article_id IN (SELECT value FROM json_each(?))",
            (json.dumps(ids),),
        )
    }
    return tuple(found[article_id] for article_id in ids if article_id in found)


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
        words=row[14],
        quoted=bool(row[15]),
    )
