"""Throwing articles away, and getting them back.

A deleted article keeps its row, by which the next refresh knows it, and loses
its status, by which every list has it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

KEPT_FOR: Final = timedelta(days=1)
"""How long the text of a deleted article is kept, so that it can be brought back whole."""

_HOLDING: Final = (
    ("bodies", "article_id"),
    ("former_bodies", "article_id"),
    ("article_tags", "article_id"),
    ("places", "article_id"),
    ("quotations", "article_id"),
    ("examined", "article_id"),
    ("corrections", "article_id"),
    ("highlights", "article_id"),
    ("threads", "article_id"),
    ("search_rows", "article"),
    ("search_waiting", "article"),
)
"""The tables that hold something of an article, and what they call it."""


def delete(
    db: sqlite3.Connection, ids: Iterable[int], now: datetime
) -> tuple[int, ...]:
    """Throw articles away; no refresh brings them back.

    Args:
        db: The library.
        ids: The articles.
        now: The present moment.

    Returns:
        Those that were there, in the order given, so that it can be undone.
    """
    _empty(db, now - KEPT_FOR)
    wanted = tuple(ids)
    values = {"now": now.timestamp(), "ids": json.dumps(wanted)}
    db.execute(
        """
        INSERT INTO deleted (article_id, deleted, sort, read, starred)
        SELECT article_id, :now, sort, read, starred
        FROM statuses WHERE article_id IN (SELECT value FROM json_each(:ids))
        """,
        values,
    )
    deleted = db.execute(
        """
        DELETE FROM statuses WHERE article_id IN (SELECT value FROM json_each(:ids))
        RETURNING article_id
        """,
        values,
    )
    gone = {row[0] for row in deleted}
    return tuple(each for each in wanted if each in gone)


def restore(db: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Bring deleted articles back as they were; what is not deleted stays as it is."""
    for article_id in ids:
        db.execute(
            """
            INSERT INTO statuses (article_id, source_id, sort, read, starred)
            SELECT id, source_id, sort, read, starred
            FROM deleted JOIN articles ON id = article_id WHERE article_id = ?
            """,
            (article_id,),
        )
        db.execute("DELETE FROM deleted WHERE article_id = ?", (article_id,))
        # Whatever was to be indexed while it was away was passed over.
        db.execute(
            """
            INSERT OR IGNORE INTO search_waiting (article)
            SELECT DISTINCT article_id FROM bodies WHERE article_id = :id
            AND NOT EXISTS (SELECT 1 FROM search_rows WHERE article = :id)
            """,
            {"id": article_id},
        )


def _empty(db: sqlite3.Connection, before: datetime) -> None:
    """Let go of the texts of what was deleted before a moment."""
    lately = "emptied = 0 AND deleted < ?"
    moment = (before.timestamp(),)
    for table, column in _HOLDING:
        db.execute(
            f"""
            DELETE FROM {table}
            WHERE {column} IN (SELECT article_id FROM deleted WHERE {lately})
            """,
            moment,
        )
    db.execute(f"UPDATE deleted SET emptied = 1 WHERE {lately}", moment)
    # Of no source, nothing can bring it back, and nothing has to be known of it.
    db.execute(
        """
        DELETE FROM articles WHERE source_id IS NULL
        AND id IN (SELECT article_id FROM deleted WHERE emptied = 1)
        """
    )
