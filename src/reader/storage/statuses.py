"""What the reader did with articles: read, starred, left in the middle."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from reader.domain.ids import Ids
from reader.storage import tallies
from reader.storage.some import among, change, each
from reader.storage.tallies import Number


def mark(
    db: sqlite3.Connection,
    ids: Iterable[int],
    *,
    read: bool | None = None,
    starred: bool | None = None,
) -> Ids:
    """Mark articles as read or unread, starred or not; None leaves it.

    Returns:
        Those that were changed.
    """
    changed = Ids()
    for column, value in (("read", read), ("starred", starred)):
        if value is not None:
            unlike = _unlike(db, Ids.of(ids), column, value)
            _set(db, unlike, column, value)
            changed |= unlike
    return changed


def to_change(
    db: sqlite3.Connection,
    ids: Iterable[int],
    *,
    read: bool | None = None,
    starred: bool | None = None,
) -> Ids:
    """Those that `mark` would change, if it were asked."""
    changed = Ids()
    for column, value in (("read", read), ("starred", starred)):
        if value is not None:
            changed |= _unlike(db, Ids.of(ids), column, value)
    return changed


def all_are(
    db: sqlite3.Connection,
    ids: Iterable[int],
    *,
    read: bool | None = None,
    starred: bool | None = None,
) -> bool:
    """Whether every one of some articles is marked so; None asks for nothing."""
    sql = """
        SELECT 1 FROM statuses
        WHERE (read <> ? OR starred <> ?) AND article_id {which} LIMIT 1
    """
    # What is NULL is like everything.
    found = each(db, sql, Ids.of(ids), (read, starred))
    return all(one.fetchone() is None for one in found)


def _unlike(db: sqlite3.Connection, ids: Ids, column: str, value: bool) -> Ids:  # noqa: FBT001
    """Those that are marked otherwise."""
    return among(db, "statuses", ids, f"{column} <> {value:d}")


def _set(db: sqlite3.Connection, ids: Ids, column: str, value: bool) -> None:  # noqa: FBT001
    """Mark articles that are all marked otherwise."""
    number: Number = "unread" if column == "read" else "starred"
    counts = value is (column == "starred")
    with tallies.kept(db, ids, (number,), counts=counts):
        change(
            db,
            f"UPDATE statuses SET {column} = {value:d} WHERE article_id {{which}}",
            ids,
        )


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
