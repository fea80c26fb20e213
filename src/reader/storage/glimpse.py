"""A first look at the library, without waiting for anything."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from reader.domain.selection import Selection
from reader.domain.source import Listed
from reader.storage import lists, schema


def newest(path: Path, count: int) -> tuple[tuple[Listed, ...], int]:
    """The newest articles, if they are to be had at once.

    Nothing is written, made or brought up to date, and nobody is waited for.

    Args:
        path: The library file; it need not exist.
        count: How many articles at the most.

    Returns:
        The articles, newest first, and how many there are in all; none if the
        library is not there, is not of today's format, or is not to be read now.
    """
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    try:
        with closing(
            sqlite3.connect(address, uri=True, timeout=0, isolation_level=None)
        ) as db:
            (version,) = db.execute("PRAGMA user_version").fetchone()
            (application,) = db.execute("PRAGMA application_id").fetchone()
            if (application, version) != (schema.APPLICATION, len(schema.STEPS)):
                return (), 0
            everything = Selection()
            total = lists.counts(db, everything).all
            return lists.rows(db, everything, 0, count), total
    except (sqlite3.Error, OSError):
        return (), 0
