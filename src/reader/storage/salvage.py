"""Reading what can still be read of a damaged library."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from reader.domain.errors import CannotKeep
from reader.storage import beginnings, schema
from reader.storage.database import connect, connect_to_read

TABLES: Final = (
    "sources",
    "source_tags",
    "articles",
    "aliases",
    "statuses",
    "bodies",
    "former_bodies",
    "article_tags",
    "places",
    "drafts",
    "draft_versions",
    "outbox",
    "corrections",
    "highlights",
    "threads",
    "thread_comments",
    "deleted",
    "searches",
)
"""What nobody else has, each after what it belongs to. The rest is made of it again."""

_TOLD: Final = ("sources", "articles", "drafts", "outbox", "highlights", "searches")
"""What a person would ask after."""


def tell(path: Path) -> tuple[str, ...]:
    """Say what could be saved of a damaged file, a line a kind."""
    try:
        with closing(connect_to_read(path)) as db:
            found = {table: _number(db, table) for table in _TOLD}
    except sqlite3.Error:
        return ()
    return tuple(f"{table}: {number:,} can be read" for table, number in found.items())


def _number(db: sqlite3.Connection, table: str) -> int:
    """How many rows of a table can be read, each counted once."""
    keys = _keys(db, table)
    return len(set(_rows(db, table, keys))) if keys else 0


def save(path: Path, into: Path) -> tuple[str, ...]:
    """Write what can still be read of a library into a new one.

    Args:
        path: The damaged library. It is left as it is.
        into: A file that is not there yet.

    Returns:
        What was saved, a line a table.

    Raises:
        CannotKeep: Nothing can be read, or the new file cannot be written.
    """
    if into.exists():
        raise CannotKeep(f"There is a file {into} already.")
    try:
        try:
            return _save(path, into)
        except sqlite3.DatabaseError as error:
            if not beginnings.is_gone(error):
                raise
            with beginnings.put_back(path, into.absolute().parent) as begun:
                if begun is None:
                    raise
                return ("a new beginning was put before a copy", *_save(begun, into))
    except (sqlite3.Error, OSError) as error:
        raise CannotKeep(f"Nothing could be saved from {path}: {error}.") from error


def _save(path: Path, into: Path) -> tuple[str, ...]:
    with closing(connect_to_read(path)) as db:
        into.touch(mode=0o600)
        with closing(connect(into, "rw")) as new:
            schema.prepare(new, into)
            return _copy(db, new)


def _copy(db: sqlite3.Connection, new: sqlite3.Connection) -> tuple[str, ...]:
    from reader.storage.mending import recount, without_strays

    # What belongs to something that is lost is let go of in the end.
    new.execute("PRAGMA foreign_keys = OFF")
    saved = []
    new.execute("BEGIN")
    for table in TABLES:
        known = _columns(new, table)
        columns = [name for name in _columns(db, table) if name in known]
        if not columns:
            continue
        number = 0
        for row in _rows(db, table, columns):
            inserted = new.execute(
                f"""
                INSERT OR IGNORE INTO {table} ({", ".join(map(_quoted, columns))})
                VALUES ({", ".join("?" * len(columns))})
                """,
                row,
            )
            number += max(inserted.rowcount, 0)
        saved.append(f"{table}: {number:,} saved")
    lost = without_strays(new)
    if lost:
        saved.append(f"{lost:,} more belonged to something that is lost")
    recount(new)
    new.execute("COMMIT")
    return tuple(saved)


def _rows(
    db: sqlite3.Connection, table: str, columns: list[str] | None = None
) -> Iterator[tuple[Any, ...]]:
    """The rows of a table from both ends, as far as each way leads.

    A row may come twice. Where one page is damaged, only what stands on it is
    missing.
    """
    columns = columns or _columns(db, table)
    keys = _keys(db, table) or ["rowid"]
    for direction in ("ASC", "DESC"):
        order = ", ".join(f"{_quoted(key)} {direction}" for key in keys)
        selected = ", ".join(map(_quoted, columns))
        try:
            yield from db.execute(f"SELECT {selected} FROM {table} ORDER BY {order}")
        except sqlite3.DatabaseError:
            continue
        return


def _columns(db: sqlite3.Connection, table: str) -> list[str]:
    try:
        return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
    except sqlite3.DatabaseError:
        return []


def _keys(db: sqlite3.Connection, table: str) -> list[str]:
    """The columns of a table's primary key, in its order."""
    found = [(row[5], row[1]) for row in db.execute(f"PRAGMA table_info({table})")]
    return [name for number, name in sorted(found) if number]


def _quoted(name: str) -> str:
    return f'"{name}"'
