"""Whether the library file is well."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reader.domain.errors import CannotKeep
from reader.storage import schema
from reader.storage.database import connect_to_read

_MOST_TROUBLES: Final = 20

_COUNTED: Final = (
    ("sources", "SELECT count(*) FROM sources"),
    ("articles", "SELECT count(*) FROM articles"),
    (
        "drafts",
        "SELECT count(*) FROM drafts WHERE discarded IS NULL AND handed_over = 0",
    ),
    ("comments in the outbox", "SELECT count(*) FROM outbox WHERE discarded IS NULL"),
)


@dataclass(frozen=True, slots=True)
class Report:
    """What was found."""

    lines: tuple[str, ...]
    """What there is."""

    troubles: tuple[str, ...]
    """What is wrong, and what to do about it; none if all is well."""


def examine(path: Path) -> Report:
    """Check a library file, and change nothing.

    Args:
        path: The file.
    """
    if not path.exists():
        return Report((f"{path}: not there yet; it is made when it is needed",), ())
    lines = [f"{path}: {_size(path)}"]
    try:
        db = connect_to_read(path)
    except sqlite3.Error as error:
        return Report(tuple(lines), (f"It cannot be opened: {error}.", _advice(path)))
    try:
        lacking = schema.check(db, path)
        if lacking:
            lines.append("written by an older reader; it is brought up to date on use")
        troubles = _damage(db) + _strays(db)
        if not lacking:
            lines += [f"{name}: {_number(db, query):,}" for name, query in _COUNTED]
    except CannotKeep as error:
        # Nothing is wrong with it; it is only not ours to use.
        return Report(tuple(lines), (str(error),))
    except sqlite3.DatabaseError as error:
        troubles = [f"It cannot be read: {error}."]
    finally:
        db.close()
    if troubles:
        troubles.append(_advice(path))
    else:
        lines.append("nothing is wrong with it")
    return Report(tuple(lines), tuple(troubles))


def _advice(path: Path) -> str:
    return (
        f"Copy {path} somewhere safe first. `reader export` writes out what can "
        "still be read; moved aside, the file is made anew."
    )


def _damage(db: sqlite3.Connection) -> list[str]:
    found = [
        str(row[0]) for row in db.execute(f"PRAGMA integrity_check({_MOST_TROUBLES})")
    ]
    return [] if found == ["ok"] else found


def _strays(db: sqlite3.Connection) -> list[str]:
    stray = db.execute("PRAGMA foreign_key_check").fetchmany(_MOST_TROUBLES)
    return [f"A row of {table} belongs to nothing." for table, *_ in stray]


def _number(db: sqlite3.Connection, query: str) -> int:
    (number,) = db.execute(query).fetchone()
    return int(number)


def _size(path: Path) -> str:
    size = path.stat().st_size
    return f"{size / 1024**2:,.1f} MB" if size >= 1024**2 else f"{size / 1024:,.0f} KB"
