"""Some articles, as SQL is told of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any, Final

from reader.domain.ids import Ids

_LONG: Final = 16
"""From so many ids on a run is a statement of its own; shorter ones go together."""

_TOGETHER: Final = 10_000
"""Ids of short runs in one statement."""


def each(
    db: sqlite3.Connection, sql: str, ids: Ids, values: tuple[Any, ...] = ()
) -> Iterator[sqlite3.Cursor]:
    """Carry out a statement for some articles, by as few executions as may be.

    Args:
        db: The library.
        sql: The statement. `{which}` in it stands for the condition behind an id,
            and comes after every `?`.
        ids: The articles.
        values: What stands for each `?`.

    Returns:
        What each execution gave. It must be gone through: only then it is done.
    """
    short: list[int] = []
    between = sql.format(which="BETWEEN ? AND ?")
    for first, last in ids.runs:
        if last - first + 1 >= _LONG:
            yield db.execute(between, (*values, first, last))
            continue
        short.extend(range(first, last + 1))
        if len(short) >= _TOGETHER:
            yield _listed(db, sql, values, short)
            short = []
    if short:
        yield _listed(db, sql, values, short)


def change(
    db: sqlite3.Connection, sql: str, ids: Ids, values: tuple[Any, ...] = ()
) -> None:
    """Carry out a statement that tells nothing, as `each` does."""
    for _ in each(db, sql, ids, values):
        pass


def among(
    db: sqlite3.Connection,
    table: str,
    ids: Ids,
    condition: str = "TRUE",
    values: tuple[Any, ...] = (),
    *,
    key: str = "article_id",
) -> Ids:
    """Those of some articles that stand in a table under a condition.

    Args:
        db: The library.
        table: The table.
        ids: The articles.
        condition: SQL, with `?` for each of its values.
        values: What stands there.
        key: The column that says which article a row is of; an index begins with it.
    """
    sql = f"SELECT {key} FROM {table} WHERE {condition} AND {key} {{which}}"
    sql += f" ORDER BY {key}"
    # Found piece by piece, each in order, and those of short runs behind the rest.
    return Ids.of([row[0] for found in each(db, sql, ids, values) for row in found])


def _listed(
    db: sqlite3.Connection, sql: str, values: tuple[Any, ...], ids: list[int]
) -> sqlite3.Cursor:
    which = "IN (SELECT value FROM json_each(?))"
    return db.execute(sql.format(which=which), (*values, json.dumps(ids)))
