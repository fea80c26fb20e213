"""A library that is gone with its test."""

from __future__ import annotations

import sqlite3

from reader.storage import schema


def empty_library() -> sqlite3.Connection:
    """A library with nothing in it."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.execute("PRAGMA foreign_keys = ON")
    for step in schema.STEPS:
        db.executescript(step)
    return db
