"""Letting go of what is old, where the reader has said how much is to be kept."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from datetime import datetime, timedelta

from reader.storage import deleting
from reader.storage.cherished import CHERISHED


def thin_out(
    db: sqlite3.Connection,
    source_id: int,
    now: datetime,
    *,
    age: timedelta | None = None,
    number: int | None = None,
    listed: Collection[str] | None = None,
) -> int:
    """Throw away a source's articles that are too old or too many, the oldest first.

    What the reader did something with stays, however old. What a feed still
    lists does not come back; it is forgotten for good once the feed lists it no
    more and its text has gone.

    Args:
        db: The library.
        source_id: The source.
        now: The present moment.
        age: How old an article may be, or None for any age.
        number: How many are kept, or None for all.
        listed: The guids its feed lists now, or None if it did not say.

    Returns:
        How many were thrown away.
    """
    deleting.let_go(db, now)
    gone = deleting.delete(db, _too_much(db, source_id, now, age, number), now)
    if listed is not None:
        db.execute(
            """
            DELETE FROM articles WHERE source_id = :source
            AND id IN (SELECT article_id FROM deleted WHERE emptied = 1)
            AND guid NOT IN (SELECT value FROM json_each(:listed))
            """,
            {"source": source_id, "listed": json.dumps(list(listed))},
        )
    return len(gone)


def _too_much(
    db: sqlite3.Connection,
    source_id: int,
    now: datetime,
    age: timedelta | None,
    number: int | None,
) -> tuple[int, ...]:
    edge = None if age is None else (now - age).timestamp()
    if number is not None:
        row = db.execute(
            """
            SELECT sort FROM statuses WHERE source_id = ?
            ORDER BY sort DESC LIMIT 1 OFFSET ?
            """,
            (source_id, number - 1),
        ).fetchone()
        if row is not None:
            edge = row[0] if edge is None else max(edge, row[0])
    if edge is None:
        return ()
    found = db.execute(
        f"""
        SELECT article_id FROM statuses
        WHERE source_id = ? AND sort < ? AND NOT {CHERISHED}
        """,
        (source_id, edge),
    )
    return tuple(row[0] for row in found)
