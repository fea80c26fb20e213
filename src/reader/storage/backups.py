"""Copies of the whole library, and the way back from one."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from reader.domain.errors import CannotKeep
from reader.storage import outbox, schema
from reader.storage.database import PATIENCE, connect

_SQLITE: Final = b"SQLite format 3\0"
_APPLICATION_AT: Final = 68
"""Where a SQLite file says which program it belongs to, in bytes."""

HEADER: Final = 100
"""Bytes of a file that say whether it is a library."""

_FILLED: Final = (
    ("source", "SELECT count(*) FROM sources"),
    ("article", "SELECT count(*) FROM articles"),
    ("draft", "SELECT count(*) FROM drafts"),
    ("comment", "SELECT count(*) FROM outbox"),
)


def is_library(header: bytes) -> bool:
    """Whether a file that begins with these bytes is a library."""
    application = header[_APPLICATION_AT : _APPLICATION_AT + 4]
    return header.startswith(_SQLITE) and application == schema.APPLICATION.to_bytes(4)


def write(db: sqlite3.Connection, path: Path) -> None:
    """Write a whole copy of the library, as it is now, into an empty file.

    The copy is one file that needs nothing beside it. Whoever writes to the
    library meanwhile is not kept waiting.

    Raises:
        CannotKeep: The copy could not be written, or would not be sound.
    """
    try:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as copy:
            db.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            harm = damage(copy)
    except sqlite3.Error as error:
        raise CannotKeep(f"The copy could not be written: {error}.") from error
    if harm:
        raise CannotKeep(
            f"The library is damaged, and so would be its copy ({harm}); "
            "“reader doctor” says what can be saved."
        )


def restore(backup: Path, library: Path, now: datetime) -> tuple[str, ...]:
    """Make an empty library what a copy of one is.

    A comment that waited when the copy was made may have been sent since. It
    is UNSURE now, so that the site is looked at before anything is sent.

    Args:
        backup: A copy that `write` made. It is left as it is.
        library: The library's file, with nothing in it or not there yet.
        now: The present moment.

    Returns:
        What it has now: `12 sources`, `1 draft`.

    Raises:
        CannotKeep: The library is not empty, or the copy is none; nothing was
            changed.
    """
    try:
        with _copy(backup) as kept, _empty(library) as db:
            kept.backup(db)
            db.execute("PRAGMA journal_mode = WAL")
            schema.prepare(db, library)
            db.execute("BEGIN IMMEDIATE")
            outbox.doubt_what_waits(db, now)
            db.execute("COMMIT")
            return _contents(db)
    except sqlite3.Error as error:
        raise CannotKeep(f"{backup} could not be restored: {error}.") from error


@contextlib.contextmanager
def _copy(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a copy, once it is known to be sound."""
    if not path.exists():
        raise CannotKeep(f"There is no file {path}.")
    with contextlib.closing(connect(path, "ro")) as db:
        schema.check(db, path)
        harm = damage(db)
        if harm:
            raise CannotKeep(f"{path} is damaged: {harm}.")
        yield db


@contextlib.contextmanager
def _empty(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a library for writing that has nothing in it."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    with contextlib.closing(connect(path, "rw", PATIENCE)) as db:
        schema.prepare(db, path)
        has = _contents(db)
        if has:
            raise CannotKeep(
                f"The library {path} has {', '.join(has)}. A copy is restored into an "
                "empty one only: move that file away, or name another with READER_LIBRARY."
            )
        yield db


def _contents(db: sqlite3.Connection) -> tuple[str, ...]:
    numbers = [(name, int(db.execute(query).fetchone()[0])) for name, query in _FILLED]
    return tuple(
        f"{number:,} {name}{'' if number == 1 else 's'}"
        for name, number in numbers
        if number
    )


def damage(db: sqlite3.Connection) -> str | None:
    """The first thing that is wrong with a file, or None."""
    (found,) = db.execute("PRAGMA quick_check(1)").fetchone()
    return None if found == "ok" else str(found)
