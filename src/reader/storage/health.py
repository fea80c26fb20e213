"""Whether the library file is well."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reader.domain.errors import CannotKeep
from reader.storage import beginnings, copies, salvage, schema
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

_ROOMS: Final = {
    "bodies": "texts",
    "former_bodies": "texts",
    "search": "what a search looks through",
    "quotations": "who said what",
    "statuses": "lists",
    "articles": "lists",
    "sqlite_autoindex_articles": "lists",
}
"""What the tables and indexes that begin so hold."""

_OTHER: Final = "the rest"


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
        if beginnings.is_gone(error):
            return Report(tuple(lines), beginnings.advice(path))
        return Report(tuple(lines), (f"It cannot be opened: {error}.", _advice(path)))
    try:
        lacking = schema.check(db, path)
        if lacking:
            lines.append("written by an older reader; it is brought up to date on use")
        troubles = _damage(db) + _strays(db)
        if not lacking:
            lines += [f"{name}: {_number(db, query):,}" for name, query in _COUNTED]
            lines += _sizes(db)
            troubles += _miscounts(db)
    except CannotKeep as error:
        # Nothing is wrong with it; it is only not ours to use.
        return Report(tuple(lines), (str(error),))
    except sqlite3.DatabaseError as error:
        troubles = [f"It cannot be read: {error}."]
    finally:
        db.close()
    if troubles:
        troubles += salvage.tell(path)
        troubles.append(_advice(path))
    else:
        lines.append("nothing is wrong with it")
    lines += _copies(path)
    return Report(tuple(lines), tuple(troubles))


def _copies(path: Path) -> list[str]:
    """What stands beside it from before it was brought up to date."""
    found = copies.beside(path)
    lines = []
    for number, copy in enumerate(found):
        until = f"goes after {copy.kept_until.astimezone():%Y-%m-%d}"
        lines.append(
            f"{copy.path}: {_bytes(copy.size)}, as it was on "
            f"{copy.made.astimezone():%Y-%m-%d}; {until if not number else 'goes soon'}"
        )
    if found:
        lines.append("--compact removes these copies, but not within a day of the last")
    return lines


def _advice(path: Path) -> str:
    return (
        f"Copy {path} somewhere safe first. `reader doctor --repair` puts right what "
        "can be; `reader doctor --salvage FILE` writes what can be read into a new library."
    )


def _damage(db: sqlite3.Connection) -> list[str]:
    found = [
        str(row[0]) for row in db.execute(f"PRAGMA integrity_check({_MOST_TROUBLES})")
    ]
    return [] if found == ["ok"] else found


def _strays(db: sqlite3.Connection) -> list[str]:
    stray = db.execute("PRAGMA foreign_key_check").fetchmany(_MOST_TROUBLES)
    return [f"A row of {table} belongs to nothing." for table, *_ in stray]


def _miscounts(db: sqlite3.Connection) -> list[str]:
    """Whether the numbers that are kept, not counted, are what counting finds."""
    kept = db.execute(
        "SELECT coalesce(sum(articles), 0), coalesce(sum(unread), 0) FROM days"
    ).fetchone()
    counted = db.execute(
        "SELECT count(*), coalesce(sum(read = 0), 0) FROM statuses"
    ).fetchone()
    wrong = db.execute(
        """
        SELECT 1 FROM sources LEFT JOIN (
            SELECT source_id, count(*) AS number, sum(read = 0) AS unread
            FROM statuses GROUP BY source_id) AS found ON found.source_id = sources.id
        WHERE articles <> coalesce(number, 0)
            OR sources.unread <> coalesce(found.unread, 0) LIMIT 1
        """
    ).fetchone()
    if kept == counted and wrong is None:
        return []
    return ["The numbers of articles that it keeps are not those that it has."]


def _sizes(db: sqlite3.Connection) -> list[str]:
    """What takes how much room."""
    try:
        pages = db.execute(
            "SELECT name, sum(pgsize) FROM dbstat GROUP BY name"
        ).fetchall()
    except sqlite3.OperationalError:
        # Not every SQLite is built with it.
        return []
    rooms: dict[str, int] = dict.fromkeys((*_ROOMS.values(), _OTHER), 0)
    for name, size in pages:
        kind = next(
            (of for start, of in _ROOMS.items() if name.startswith(start)), _OTHER
        )
        rooms[kind] += size
    (free,) = db.execute(
        "SELECT freelist_count * page_size FROM pragma_freelist_count, pragma_page_size"
    ).fetchone()
    rooms["to be had back by --compact"] = free
    return [f"{kind}: {_bytes(size)}" for kind, size in rooms.items() if size]


def _number(db: sqlite3.Connection, query: str) -> int:
    (number,) = db.execute(query).fetchone()
    return int(number)


def _size(path: Path) -> str:
    return _bytes(path.stat().st_size)


def _bytes(size: int) -> str:
    return f"{size / 1024**2:,.1f} MB" if size >= 1024**2 else f"{size / 1024:,.0f} KB"
