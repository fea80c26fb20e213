"""Putting right what can be put right in a library."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from reader.domain.errors import CannotKeep
from reader.storage import backups, beginnings, copies, schema
from reader.storage.database import PATIENCE, connect
from reader.storage.refusals import kind, refusal


def repair(path: Path) -> tuple[str, ...]:
    """Put right what can be put right, after a copy was made.

    Indexes are made again, kept numbers are counted again, and what belongs to
    nothing is let go of.

    Returns:
        What was done, a line each.

    Raises:
        CannotKeep: The library would not take it; nothing was changed.
    """
    copy = path.with_name(f"{path.name}.before-repair")
    try:
        with closing(connect(path, "rw", PATIENCE)) as db:
            schema.prepare(db, path)
            with closing(sqlite3.connect(copy)) as backup:
                db.backup(backup)
            copy.chmod(0o600)
            db.execute("PRAGMA foreign_keys = OFF")
            db.execute("BEGIN IMMEDIATE")
            db.execute("REINDEX")
            strays = without_strays(db)
            miscounted = recount(db)
            db.execute("COMMIT")
    except sqlite3.DatabaseError as error:
        raise refused(error, path) from error
    done = [f"a copy of it as it was is {copy}", "its indexes were made again"]
    if strays:
        done.append(f"{strays:,} rows that belonged to nothing were let go of")
    if miscounted:
        done.append("its numbers of articles were counted again")
    return tuple(done)


def remove_copies(path: Path, now: datetime) -> tuple[str, ...]:
    """Remove the copies from before a library was brought up to date, if it is well.

    Args:
        path: The library.
        now: The present moment. The last copy stays for a day.

    Returns:
        What was done, a line each.

    Raises:
        CannotKeep: The library is damaged; its copies were kept.
    """
    found = copies.dispensable(path, now)
    if not found:
        return ()
    with closing(connect(path, "ro", PATIENCE)) as db:
        harm = backups.damage(db)
    if harm:
        raise CannotKeep(f"{path} is damaged ({harm}); its copies are kept.")
    return tuple(
        f"removed {copy.path}, {copies.megabytes(copy.size)}"
        for copy in copies.remove(found)
    )


def without_strays(db: sqlite3.Connection) -> int:
    """Let go of rows that belong to something that is not there.

    Returns:
        How many there were.
    """
    gone = 0
    while strays := db.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, *_ in strays:
            if rowid is not None:
                db.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
                gone += 1
                continue
            # A table without row ids is known by what it points to.
            for row in db.execute(f"PRAGMA foreign_key_list({table})").fetchall():
                of, column, key = row[2:5]
                known = f"SELECT {key or _key_of(db, of)} FROM {of}"
                gone += db.execute(
                    f"DELETE FROM {table} WHERE {column} NOT IN ({known})"
                ).rowcount
    return gone


def recount(db: sqlite3.Connection) -> bool:
    """Count again how many articles there are of each day and of each source.

    Returns:
        Whether the numbers were wrong.
    """
    before = _numbers(db)
    db.execute("DELETE FROM days")
    db.execute(
        """
        INSERT INTO days (day, articles, unread, starred)
        SELECT CAST(sort AS INTEGER) / 86400, count(*), sum(read = 0), sum(starred)
        FROM statuses GROUP BY 1
        """
    )
    db.execute(
        """
        UPDATE sources SET
            articles = (SELECT count(*) FROM statuses WHERE source_id = sources.id),
            unread = (SELECT count(*) FROM statuses
                WHERE source_id = sources.id AND read = 0)
        """
    )
    return _numbers(db) != before


def _numbers(db: sqlite3.Connection) -> tuple[list[tuple[int, ...]], ...]:
    return (
        db.execute(
            "SELECT day, articles, unread, starred FROM days WHERE articles ORDER BY day"
        ).fetchall(),
        db.execute("SELECT id, articles, unread FROM sources ORDER BY id").fetchall(),
    )


def _key_of(db: sqlite3.Connection, table: str) -> str:
    (key,) = [row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[5]]
    return str(key)


def refused(error: sqlite3.Error, path: Path) -> CannotKeep:
    """What SQLite says against changing a library, in words that say what can be done."""
    if kind(error) in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        gone = beginnings.is_gone(error)
        return CannotKeep(" ".join(beginnings.advice(path, gone=gone)))
    said = refusal(error, path)
    return said if isinstance(said, CannotKeep) else CannotKeep(f"{path}: {error}.")
