"""Throwing articles away, and getting them back.

A deleted article keeps its row, by which the next refresh knows it, and loses
its status, by which every list has it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from reader.domain.ids import Ids
from reader.storage import tallies
from reader.storage.some import among, change

KEPT_FOR: Final = timedelta(days=1)
"""How long the text of a deleted article is kept, so that it can be brought back whole."""

EMPTIED_AT_ONCE: Final = 500
"""Of how many articles the texts are let go of in one transaction."""

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


def delete(db: sqlite3.Connection, ids: Iterable[int], now: datetime) -> Ids:
    """Throw articles away; no refresh brings them back.

    Args:
        db: The library.
        ids: The articles.
        now: The present moment.

    Returns:
        Those that were there, so that it can be undone.
    """
    gone = among(db, "statuses", Ids.of(ids))
    with tallies.kept(db, gone, tallies.EVERY, counts=False):
        change(
            db,
            """
            INSERT INTO deleted (article_id, deleted, sort, read, starred)
            SELECT article_id, ?, sort, read, starred
            FROM statuses WHERE article_id {which}
            """,
            gone,
            (now.timestamp(),),
        )
        change(db, "DELETE FROM statuses WHERE article_id {which}", gone)
    return gone


def restore(db: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Bring deleted articles back as they were; what is not deleted stays as it is."""
    back = among(db, "deleted", Ids.of(ids))
    with tallies.kept(db, back, tallies.EVERY, counts=True):
        change(
            db,
            """
            INSERT INTO statuses (article_id, source_id, sort, read, starred)
            SELECT id, source_id, sort, read, starred
            FROM deleted JOIN articles ON id = article_id WHERE article_id {which}
            """,
            back,
        )
        change(db, "DELETE FROM deleted WHERE article_id {which}", back)
    # Whatever was to be indexed while it was away was passed over.
    change(
        db,
        """
        INSERT OR IGNORE INTO search_waiting (article)
        SELECT article_id FROM bodies
        WHERE NOT EXISTS (SELECT 1 FROM search_rows WHERE article = article_id)
        AND article_id {which}
        """,
        back,
    )


def let_go(db: sqlite3.Connection, now: datetime) -> bool:
    """Let go of texts of what was deleted more than a day ago; of so many at once.

    Returns:
        Whether there may be more of them.
    """
    old = db.execute(
        """
        SELECT article_id FROM deleted WHERE emptied = 0 AND deleted < ?
        ORDER BY deleted LIMIT ?
        """,
        ((now - KEPT_FOR).timestamp(), EMPTIED_AT_ONCE),
    ).fetchall()
    ids = Ids.of(number for (number,) in old)
    for table, column in _HOLDING:
        change(db, f"DELETE FROM {table} WHERE {column} {{which}}", ids)
    change(db, "UPDATE deleted SET emptied = 1 WHERE article_id {which}", ids)
    # Of no source, nothing can bring it back, and nothing has to be known of it.
    gone = db.execute(
        """
        DELETE FROM articles WHERE id IN (
            SELECT id FROM articles WHERE source_id IS NULL
            AND EXISTS (SELECT 1 FROM deleted WHERE article_id = id AND emptied = 1)
            LIMIT ?)
        """,
        (EMPTIED_AT_ONCE,),
    ).rowcount
    return EMPTIED_AT_ONCE in (len(old), gone)
