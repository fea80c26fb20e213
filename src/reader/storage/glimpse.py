"""A first look at the library, without waiting for anything."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final, Self
from urllib.parse import quote

from reader.domain.selection import Selection
from reader.domain.source import Listed
from reader.storage import lists, schema, waiting

_EVERYTHING: Final = Selection()


class Glimpse:
    """All articles, newest first, as they stood when the library was opened.

    Nothing is written, made or brought up to date, and nobody is waited for.
    Once somebody else has changed the library, or it cannot be read at once, there is
    nothing more to be seen: what was shown would not fit what comes.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._version = self._changes()
        counts = lists.counts(db, _EVERYTHING)
        self.total = counts.all
        """How many articles there are."""

        self.unread = counts.unread
        """How many of them are unread."""

        self.waiting = waiting.deliveries(db)
        """How many comments wait in the outbox for something to be done."""

    @classmethod
    def of(cls, path: Path) -> Self | None:
        """Open a library; it is looked at from one thread at a time.

        Args:
            path: The library file; it need not exist.

        Returns:
            What is seen of it, or None if it is not there, is not of today's format,
            or is not to be read now.
        """
        address = f"file:{quote(str(path.absolute()))}?mode=ro"
        db = None
        try:
            db = sqlite3.connect(
                address,
                uri=True,
                timeout=0,
                isolation_level=None,
                check_same_thread=False,
            )
            (version,) = db.execute("PRAGMA user_version").fetchone()
            (application,) = db.execute("PRAGMA application_id").fetchone()
            if (application, version) == (schema.APPLICATION, len(schema.STEPS)):
                return cls(db)
        except (sqlite3.Error, OSError):
            pass
        if db is not None:
            db.close()
        return None

    def rows(self, start: int, count: int) -> tuple[Listed, ...]:
        """A window of the articles.

        Args:
            start: The position of the first one wanted, from 0.
            count: How many are wanted at the most.

        Returns:
            The articles; none if there is nothing more to be seen.
        """
        try:
            rows = lists.rows(self._db, _EVERYTHING, start, count)
            return rows if self._changes() == self._version else ()
        except sqlite3.Error:
            return ()

    def next_unread(self, after: int, step: int) -> int | None:
        """The position of the next unread article.

        Args:
            after: The position to start from.
            step: 1 to look down the list, -1 to look up.

        Returns:
            Its position; None if there is none, or nothing more to be seen.
        """
        try:
            at = lists.next_unread(self._db, _EVERYTHING, after, step)
            return at if self._changes() == self._version else None
        except sqlite3.Error:
            return None

    def close(self) -> None:
        """Let go of the library; again is harmless."""
        self._db.close()

    def _changes(self) -> int:
        """What is another number as soon as somebody else has changed the library."""
        (version,) = self._db.execute("PRAGMA data_version").fetchone()
        return int(version)
