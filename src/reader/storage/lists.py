"""Windows of lists, at a cost that does not grow with the library.

Nothing here counts or skips through a million articles: `days` has kept
counts, so that the place of a day in the list is a sum over the days after it,
and only within one day articles are skipped one by one, along an index.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from reader.domain.dates import Published
from reader.domain.ids import Ids
from reader.domain.selection import Counts, Selection
from reader.domain.source import Listed
from reader.storage.query import query_in

DAY: Final = 86_400
"""Seconds."""

MOST_COUNTED: Final = 10_000
"""Of what a search finds no more than this are counted: a common word stands in a
million articles, and they would have to be gone through at each letter typed."""
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


_SEARCHED: Final = """
    search CROSS JOIN search_rows ON search_rows.row = search.rowid
    CROSS JOIN statuses ON statuses.article_id = search_rows.article
"""

_WITHOUT: Final = """
    NOT EXISTS (SELECT 1 FROM search_rows CROSS JOIN search ON search.rowid = search_rows.row
        WHERE search_rows.article = statuses.article_id AND search MATCH :without)
"""
"""Asked of each article in turn: a common word stands in too many to list them first."""

_CHOSEN: Final = """
    json_each(:only) AS chosen CROSS JOIN statuses ON statuses.article_id = chosen.value
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

    falling: bool
    """Whether their keys fall along the list: newest first."""

    tables: str = "statuses"
    keys: tuple[str, ...] = ("sort", "article_id")
    """What they are ordered by."""

    one: str = "article_id = :id"
    """Which of them is a certain article."""

    bounded: bool = False
    """Whether so many may have to be gone through that they are not all counted."""

    def order(self, step: int = 1) -> str:
        """The clause that puts them in order: the list's own, or from its end if -1."""
        falling = " DESC" if self.falling is (step > 0) else ""
        return "ORDER BY " + ", ".join(f"{key}{falling}" for key in self.keys)

    def beyond(self, step: int, name: str = "key", *, with_it: bool = False) -> str:
        """The clause for those on one side of a key.

        Args:
            step: 1 for those further down the list, -1 for those further up.
            name: What the values of the key are called.
            with_it: Whether the one that has the key is among them.
        """
        sign = "<" if self.falling is (step > 0) else ">"
        named = ", ".join(f":{name}{number}" for number in range(len(self.keys)))
        return f"({', '.join(self.keys)}) {sign}{'=' if with_it else ''} ({named})"

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
    unread = _some(db, replace(selection, unread=True))
    return Counts(
        all=_count(db, _some(db, selection), MOST_COUNTED),
        unread=_count(db, unread, MOST_COUNTED),
    )


def counts_at_once(db: sqlite3.Connection, selection: Selection, most: int) -> Counts:
    """What `counts` tells; of a search only as many as are shown first, unread or not."""
    some = _some(db, selection)
    if not some.bounded:
        return counts(db, selection)
    return Counts(all=_count(db, some, most), unread=0)


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
    some = _some(db, replace(selection, only=None))
    if some.tables is not _SEARCHED:
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
    some = _some(db, selection)
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
    some = _some(db, selection)
    side = "TRUE" if key is None else some.beyond(1)
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
    return None if row is None else _position(db, some, _key(row))


def nth_unread(db: sqlite3.Connection, selection: Selection, number: int) -> int | None:
    """The position of a selection's nth unread article, counted from 1.

    Returns:
        Its position in the selection, or that of the last if there are fewer;
        None if nothing is unread.
    """
    unread = replace(selection, unread=True)
    found = rows(db, unread, max(number, 1) - 1, 1)
    if not found:
        some = _some(db, unread)
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
    some = _some(db, selection)
    before = f"sort {'>=' if some.falling else '<'} :moment"
    return _counted_before(db, some, moment, before, {"moment": moment})


def each(db: sqlite3.Connection, selection: Selection) -> Iterator[int]:
    """The articles of a selection one by one, for as long as somebody asks."""
    some = _some(db, selection)
    for row in db.execute(
        f"SELECT article_id FROM {some.tables} WHERE {some.where} {some.order()}",
        some.values,
    ):
        yield row[0]


def ids(db: sqlite3.Connection, selection: Selection) -> Ids:
    """Every article of a selection; for marking, not for showing."""
    return _ids(db, _some(db, selection), "TRUE", {})


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
    some = _some(db, selection)
    key = _some(db, replace(selection, unread=False)).key_of(db, article_id)
    return Ids() if key is None else _ids(db, some, some.beyond(step), key)


def ids_between(
    db: sqlite3.Connection, selection: Selection, one: int, other: int
) -> Ids:
    """The articles of a selection from one to another, with both.

    Returns:
        Their ids; none if one of the two is not in the selection.
    """
    some = _some(db, selection)
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


def _ids(db: sqlite3.Connection, some: _Some, which: str, values: Key) -> Ids:
    # Put in order by SQLite: sorting a million numbers here would have keys wait.
    found = db.execute(
        f"""
        SELECT article_id FROM {some.tables}
        WHERE ({some.where}) AND {which} ORDER BY article_id
        """,
        some.values | values,
    )
    return Ids.rising(row[0] for row in found)


def _some(db: sqlite3.Connection, selection: Selection) -> _Some:
    parts: list[str] = []
    values: dict[str, Any] = {}
    kept: str | None = "articles"
    # What was found is known for certain: it is not looked for once more.
    query = query_in("" if selection.only is not None else selection.words)
    starred = selection.starred or query.starred
    if starred:
        parts.append("starred = 1")
        kept = "starred"
    if selection.unread or query.unread:
        # Of the two indexes it is the one of the starred, the fewer, that helps.
        parts.append("+read = 0" if starred else "read = 0")
        kept = None if starred else "unread"
    if selection.source is not None:
        parts.append("source_id = :source")
        values["source"] = selection.source
        kept = None
    if selection.tag is not None:
        parts.append(_tagged(db, selection.tag))
        values["tag"] = selection.tag
        kept = None
    if selection.before is not None:
        parts.append("sort < :before_moment")
        values["before_moment"] = selection.before
        kept = None
    if query.where:
        parts += query.where
        values |= query.values
        kept = None
    if query.without is not None:
        parts.append(_WITHOUT)
        values["without"] = query.without
        kept = None
    bounded = query.without is not None or bool(query.where) or query.match is not None
    falling = not selection.oldest_first
    if selection.only is not None:
        return _Some(
            where=" AND ".join(parts) or "TRUE",
            values=values | {"only": json.dumps(selection.only)},
            kept=None,
            falling=False,
            tables=_CHOSEN,
            keys=("chosen.key",),
        )
    if query.match is None:
        return _Some(
            where=" AND ".join(parts) or "TRUE",
            values=values,
            kept=kept,
            falling=falling,
            bounded=bounded,
        )
    return _Some(
        where=" AND ".join(["search MATCH :match", *parts]),
        values=values | {"match": query.match},
        kept=None,
        falling=falling,
        tables=_SEARCHED,
        keys=("search.rowid",),
        one="search.rowid = (SELECT row FROM search_rows WHERE article = :id)",
        bounded=True,
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


def _count(db: sqlite3.Connection, some: _Some, at_most: int) -> int:
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
    db: sqlite3.Connection, some: _Some, start: int
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


def _position(db: sqlite3.Connection, some: _Some, key: dict[str, Any]) -> int:
    """How many of a selection stand before a key."""
    return _counted_before(db, some, key["key0"], some.beyond(-1), key)


def _counted_before(
    db: sqlite3.Connection, some: _Some, sort: float, before: str, values: Key
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
        words=row[14],
        quoted=bool(row[15]),
    )
