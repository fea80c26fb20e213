"""The tags a reader gives articles."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping

Tags = Mapping[int, tuple[str, ...]]
"""The tags of some articles, by id, each in alphabetical order."""


def of(db: sqlite3.Connection, article_id: int) -> tuple[str, ...]:
    """The tags of an article, in alphabetical order."""
    found = db.execute(
        "SELECT tag FROM article_tags WHERE article_id = ? ORDER BY tag", (article_id,)
    )
    return tuple(row[0] for row in found)


def common(db: sqlite3.Connection, ids: Collection[int]) -> tuple[str, ...]:
    """The tags that all of some articles have, in alphabetical order."""
    found = db.execute(
        """
        SELECT tag FROM article_tags
        WHERE article_id IN (SELECT value FROM json_each(:ids))
        GROUP BY tag HAVING count(*) = :number ORDER BY tag
        """,
        {"ids": json.dumps(list(ids)), "number": len(ids)},
    )
    return tuple(row[0] for row in found)


def change(
    db: sqlite3.Connection,
    ids: Iterable[int],
    *,
    add: Collection[str] = (),
    remove: Collection[str] = (),
) -> Tags:
    """Give articles tags, and take others off.

    Returns:
        What the tags of those that were changed were before, for `put_back`.
    """
    before: dict[int, tuple[str, ...]] = {}
    for article_id in ids:
        tags = of(db, article_id)
        wanted = (set(tags) - set(remove)) | set(add)
        if wanted != set(tags) and _is_there(db, article_id):
            before[article_id] = tags
            _set(db, article_id, wanted)
    return before


def put_back(db: sqlite3.Connection, before: Tags) -> None:
    """Give articles the tags they had."""
    for article_id, tags in before.items():
        if _is_there(db, article_id):
            _set(db, article_id, tags)


def _is_there(db: sqlite3.Connection, article_id: int) -> bool:
    row = db.execute("SELECT 1 FROM articles WHERE id = ?", (article_id,)).fetchone()
    return row is not None


def _set(db: sqlite3.Connection, article_id: int, tags: Iterable[str]) -> None:
    db.execute("DELETE FROM article_tags WHERE article_id = ?", (article_id,))
    db.executemany(
        "INSERT INTO article_tags (article_id, tag) VALUES (?, ?)",
        ((article_id, tag) for tag in tags),
    )
