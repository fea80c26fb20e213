"""What the reader did with articles: read, starred, left in the middle."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from reader.domain.selection import Selection
from reader.storage import lists


def mark(
    db: sqlite3.Connection,
    ids: Iterable[int],
    *,
    read: bool | None = None,
    starred: bool | None = None,
) -> tuple[int, ...]:
    """Mark articles as read or unread, starred or not; None leaves it.

    Returns:
        Those that were changed, in the order given, so that it can be undone.
    """
    changed: set[int] = set()
    wanted = tuple(ids)
    for column, value in (("read", read), ("starred", starred)):
        if value is None:
            continue
        marked = db.execute(
            f"""
            UPDATE statuses SET {column} = :value
            WHERE article_id IN (SELECT value FROM json_each(:ids)) AND {column} <> :value
            RETURNING article_id
            """,
            {"value": value, "ids": json.dumps(wanted)},
        )
        changed.update(row[0] for row in marked)
    return tuple(each for each in wanted if each in changed)


def all_are(
    db: sqlite3.Connection,
    ids: Iterable[int],
    *,
    read: bool | None = None,
    starred: bool | None = None,
) -> bool:
    """Whether every one of some articles is marked so; None asks for nothing."""
    row = db.execute(
        """
        SELECT 1 FROM statuses WHERE article_id IN (SELECT value FROM json_each(:ids))
        AND ((:read IS NOT NULL AND read <> :read)
            OR (:starred IS NOT NULL AND starred <> :starred)) LIMIT 1
        """,
        {"ids": json.dumps(tuple(ids)), "read": read, "starred": starred},
    ).fetchone()
    return row is None


def mark_all_read(db: sqlite3.Connection, selection: Selection) -> tuple[int, ...]:
    """Mark everything in a selection as read.

    Returns:
        Those that were unread, so that it can be undone.
    """
    return mark(db, lists.ids(db, replace(selection, unread=True)), read=True)


def keep_place(db: sqlite3.Connection, article_id: int, place: int) -> None:
    """Remember where the reader left an article, if it is still there.

    Args:
        db: The library.
        article_id: The article.
        place: An offset into its plain text; 0 forgets it.
    """
    if place <= 0:
        db.execute("DELETE FROM places WHERE article_id = ?", (article_id,))
        return
    db.execute(
        """
        INSERT INTO places (article_id, place)
        SELECT id, :place FROM articles WHERE id = :id
        ON CONFLICT (article_id) DO UPDATE SET place = excluded.place
        """,
        {"id": article_id, "place": place},
    )
