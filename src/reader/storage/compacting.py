"""Making a library smaller, and what a search looks through quick to look through."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reader.storage import schema, search
from reader.storage.database import PATIENCE, connect
from reader.storage.mending import refused

Tell = Callable[[float, str], object]
"""Told how much of a piece of work is done, from 0 to 1, and what it is."""

_PAGES_AT_ONCE: Final = 500
_ARTICLES_AT_ONCE: Final = 500

_MOST_STALE: Final = 0.2
"""So much of the index may say what articles said once; then it is made anew."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes."""

    file: int
    index: int
    """What a search looks through; it is a part of the file."""


def compact(
    path: Path, tell: Tell = lambda _share, _words: None
) -> tuple[Sizes, Sizes]:
    """Give back to the disk what the library does not need, and put its index in order.

    If it is broken off nothing is lost: what is not in the index any more or not
    yet is put there as what has just come is.

    Args:
        path: The library.
        tell: Told how far it is.

    Returns:
        Its sizes before and after.

    Raises:
        CannotKeep: The library would not take it, or there is no room for a copy.
    """
    try:
        with closing(connect(path, "rw", PATIENCE)) as db:
            schema.prepare(db, path)
            before = _sizes(db, path)
            if _stale(db) > _MOST_STALE:
                _index_anew(db, tell)
            _merge(db, tell)
            tell(0, "The file is written anew")
            db.execute("VACUUM")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return before, _sizes(db, path)
    except sqlite3.DatabaseError as error:
        raise refused(error, path) from error


def _stale(db: sqlite3.Connection) -> float:
    """How much of the index is what articles said once: nothing is ever taken out of it."""
    rows = _rows(db)
    (named,) = db.execute("SELECT count(*) FROM search_rows").fetchone()
    return 1 - named / rows if rows else 0.0


def _rows(db: sqlite3.Connection) -> int:
    """How many rows the index has: what FTS5 keeps of it begins with their number."""
    averages = db.execute("SELECT block FROM search_data WHERE id = 1").fetchone()
    number = 0
    for byte in averages[0] if averages else b"":
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return number


def _index_anew(db: sqlite3.Connection, tell: Tell) -> None:
    """Empty the index, and put everything into it again."""
    from reader.text.markup.tree import fragment_tree, text_of

    db.execute("BEGIN IMMEDIATE")
    db.execute("INSERT OR IGNORE INTO search_waiting SELECT article FROM search_rows")
    db.execute("DELETE FROM search_rows")
    db.execute("INSERT INTO search (search) VALUES ('delete-all')")
    db.execute("COMMIT")
    (many,) = db.execute("SELECT count(*) FROM search_waiting").fetchone()
    done = 0
    while waiting := search.waiting(db, _ARTICLES_AT_ONCE):
        texts = [(one, text_of(fragment_tree(one.html))) for one in waiting]
        db.execute("BEGIN IMMEDIATE")
        search.index(db, texts)
        db.execute("COMMIT")
        done += len(waiting)
        tell(done / many, "What a search looks through is made anew")


def _merge(db: sqlite3.Connection, tell: Tell) -> None:
    """Make one tree of the many that the index has grown, as FTS5's `optimize` at one go."""
    (pages,) = db.execute("SELECT count(*) FROM search_data").fetchone()
    done, words = 0, "What a search looks through is put in order"
    tell(0, words)
    # Below zero it begins with everything, above it goes on with what was begun.
    asked = -_PAGES_AT_ONCE
    while True:
        before = db.total_changes
        db.execute("INSERT INTO search (search, rank) VALUES ('merge', ?)", (asked,))
        if db.total_changes - before < 2:
            return
        done += _PAGES_AT_ONCE
        asked = _PAGES_AT_ONCE
        tell(min(done / pages, 1.0), words)


def _sizes(db: sqlite3.Connection, path: Path) -> Sizes:
    (index,) = db.execute(
        "SELECT coalesce(sum(length(block)), 0) FROM search_data"
    ).fetchone()
    log = path.with_name(f"{path.name}-wal")
    beside = log.stat().st_size if log.exists() else 0
    return Sizes(file=path.stat().st_size + beside, index=int(index))
