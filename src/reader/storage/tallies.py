"""The numbers that are kept, not counted: how many articles a day and a source have.

Triggers keep them article by article. Where many are changed at once, that would
be most of the work: then they are counted together.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final, Literal

from reader.domain.ids import Ids
from reader.storage.some import each

MANY: Final = 500
"""From so many articles on it is less work to count them together."""

Number = Literal["articles", "unread", "starred"]

EVERY: Final[tuple[Number, ...]] = ("articles", "unread", "starred")

_COUNTED: Final[dict[Number, str]] = {
    "articles": "count(*)",
    "unread": "sum(read = 0)",
    "starred": "sum(starred)",
}

_TRIGGERS: Final = ("status_added", "status_removed", "status_read", "status_starred")

_DAY: Final = "CAST(sort AS INTEGER) / 86400"


@contextmanager
def kept(
    db: sqlite3.Connection, ids: Ids, numbers: Sequence[Number], *, counts: bool
) -> Iterator[None]:
    """Have the numbers stay right while something is done with these articles.

    Args:
        db: The library, in a transaction.
        ids: The articles: all that is changed, and each of them is.
        numbers: Which numbers that touches.
        counts: Whether they count in these numbers afterwards; else they have
            until now.
    """
    if len(ids) < MANY:
        yield
        return
    triggers = db.execute(
        f"""
        SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'
        AND name IN ({", ".join("?" * len(_TRIGGERS))})
        """,
        _TRIGGERS,
    ).fetchall()
    # Part of the transaction as everything else: whoever dies in it leaves them.
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    if not counts:
        _add(db, ids, numbers, -1)
    yield
    if counts:
        _add(db, ids, numbers, 1)
    for _, sql in triggers:
        db.execute(sql)


def _add(
    db: sqlite3.Connection, ids: Ids, numbers: Sequence[Number], sign: int
) -> None:
    of_days = _tally(db, ids, _DAY, numbers)
    db.executemany(
        """
        INSERT OR IGNORE INTO days (day, articles, unread, starred)
        VALUES (?, 0, 0, 0)
        """,
        ((day,) for *_, day in of_days),
    )
    changed = ", ".join(f"{name} = {name} + ({sign:d} * ?)" for name in numbers)
    db.executemany(f"UPDATE days SET {changed} WHERE day = ?", of_days)
    of_a_source: list[Number] = [name for name in numbers if name != "starred"]
    if of_a_source:
        changed = ", ".join(f"{name} = {name} + ({sign:d} * ?)" for name in of_a_source)
        db.executemany(
            f"UPDATE sources SET {changed} WHERE id = ?",
            _tally(db, ids, "source_id", of_a_source),
        )


def _tally(
    db: sqlite3.Connection, ids: Ids, key: str, numbers: Sequence[Number]
) -> list[tuple[int, ...]]:
    """What some articles count in each day or source, which stands behind the numbers."""
    sums = ", ".join(_COUNTED[name] for name in numbers)
    sql = f"SELECT {key}, {sums} FROM statuses WHERE article_id {{which}} GROUP BY 1"
    found: dict[int, list[int]] = {}
    for rows in each(db, sql, ids):
        for one, *counted in rows:
            so_far = found.setdefault(one, [0] * len(numbers))
            found[one] = [a + b for a, b in zip(so_far, counted, strict=True)]
    return [(*counted, one) for one, counted in found.items()]
