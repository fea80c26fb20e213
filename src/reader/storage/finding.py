"""Going through what a search finds, the first of it first.

What is looked for is found by the index of words or by what else is asked of an
article, whichever leaves less to be looked at: where few articles are starred,
the words are looked for in these, and not a star on each that has the words.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import Any, Final, TypeAlias

from reader.domain.selection import Found, Selection
from reader.storage.chosen import MOST_FOUND, Some, are_few, filtered, in_index, key_in
from reader.storage.query import query_in
from reader.storage.search_rows import first_row

_LOOKS: Final = 2_000
"""Steps of SQLite between two looks at the clock."""

_SOUGHT_ONE_BY_ONE: Final = 200
"""So many rows of the index are found faster than it is gone through."""

_FIRST_WINDOW: Final = 500
_WIDEST_WINDOW: Final = 50_000

One: TypeAlias = "tuple[int, int]"
"""An article's id, and whether it is read, as SQLite has it."""


def find(
    db: sqlite3.Connection,
    selection: Selection,
    most: int = MOST_FOUND,
    seconds: float | None = None,
) -> Found:
    """Find what a search finds, in the order of its list.

    Args:
        db: The library.
        selection: With the search.
        most: How many are wanted.
        seconds: How long may be looked; None is to the end.
    """
    found: list[One] = []
    ended = False
    with _no_longer_than(db, seconds):
        for one in _each(db, selection, None if seconds is not None else most + 1):
            if len(found) == most:
                break
            found.append(one)
        else:
            one = None
        ended = True
    return Found(
        ids=tuple(article for article, _ in found),
        unread=sum(not read for _, read in found),
        ended=ended,
        more=ended and one is not None,
    )


@contextmanager
def _no_longer_than(db: sqlite3.Connection, seconds: float | None) -> Iterator[None]:
    """Break off what takes longer, and go on behind it."""
    if seconds is None:
        yield
        return
    end = monotonic() + seconds
    db.set_progress_handler(lambda: monotonic() > end, _LOOKS)
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT or monotonic() <= end:
            raise
    finally:
        db.set_progress_handler(None, 0)


def _each(
    db: sqlite3.Connection, selection: Selection, at_once: int | None
) -> Iterator[One]:
    """What is found, in order.

    Args:
        db: The library.
        selection: With the search.
        at_once: So many may be found before the first is told; None is to tell each.
    """
    query = query_in(selection.words)
    some = filtered(db, selection, query)
    if query.wanted:
        from reader.storage import matching

        match = matching.expression(db, query) or ""
        if are_few(db, some):
            return _in_few(db, some, match)
        return _rows(db, in_index(some, match, query), at_once)
    if query.unwanted:
        from reader.storage import matching

        return _without(db, some, matching.exclusion(db, query) or "")
    return _rows(db, some, at_once)


def _rows(db: sqlite3.Connection, some: Some, at_once: int | None) -> Iterator[One]:
    those = f"""
        SELECT statuses.article_id, statuses.read FROM {some.tables}
        WHERE {some.where} {some.order()}
    """
    if at_once is None:
        return db.execute(those, some.values)
    # For each row that SQLite hands over it gives way to the screen's thread, and
    # waits for its turn again: ten thousand waits, while keys are answered.
    ids, reads = db.execute(
        f"""
        SELECT group_concat(article_id), group_concat(read) FROM ({those} LIMIT :at_once)
        """,
        some.values | {"at_once": at_once},
    ).fetchone()
    return zip(_numbers(ids), _numbers(reads), strict=True)


def _numbers(listed: str | None) -> Iterator[int]:
    return map(int, listed.split(",")) if listed else iter(())


def _in_few(db: sqlite3.Connection, some: Some, match: str) -> Iterator[One]:
    """Those of a few articles that have the words."""
    rows = db.execute(
        f"""
        SELECT search_rows.row, statuses.article_id, statuses.read FROM statuses
        CROSS JOIN search_rows ON search_rows.article = statuses.article_id
        WHERE {some.where}
        """,
        some.values,
    ).fetchall()
    rows.sort(reverse=some.falling)
    start, many = 0, _SOUGHT_ONE_BY_ONE
    while window := rows[start : start + many]:
        having = _having(db, match, [row for row, *_ in window])
        yield from ((article, read) for row, article, read in window if row in having)
        start += many
        many *= 5


def _having(db: sqlite3.Connection, match: str, rows: Sequence[int]) -> set[int]:
    """Which of some rows of the index have the words."""
    if len(rows) <= _SOUGHT_ONE_BY_ONE:
        among = "rowid IN (SELECT value FROM json_each(:rows))"
    else:
        among = """rowid BETWEEN :first AND :last
            AND +rowid IN (SELECT value FROM json_each(:rows))"""
    (found,) = db.execute(
        f"""
        SELECT group_concat(rowid) FROM search WHERE search MATCH :match AND {among}
        """,
        {
            "match": match,
            "rows": json.dumps(rows),
            "first": min(rows),
            "last": max(rows),
        },
    ).fetchone()
    return set(_numbers(found))


def _without(db: sqlite3.Connection, some: Some, without: str) -> Iterator[One]:
    """Those of some articles that have none of the words, window by window."""
    key: dict[str, Any] = {}
    many = _FIRST_WINDOW
    while window := db.execute(
        f"""
        SELECT sort, statuses.article_id, read, search_rows.row FROM statuses
        LEFT JOIN search_rows ON search_rows.article = statuses.article_id
        WHERE ({some.where}) AND {some.beyond(1) if key else "TRUE"}
        {some.order()} LIMIT :many
        """,
        some.values | key | {"many": many},
    ).fetchall():
        moments = window[0][0], window[-1][0]
        (found,) = db.execute(
            """
            SELECT group_concat(rowid) FROM search
            WHERE search MATCH ? AND rowid BETWEEN ? AND ?
            """,
            (without, first_row(min(moments)), first_row(max(moments) + 1)),
        ).fetchone()
        having = set(_numbers(found))
        yield from (
            (article, read) for _, article, read, row in window if row not in having
        )
        key = key_in(window[-1][:2])
        many = min(many * 4, _WIDEST_WINDOW)
