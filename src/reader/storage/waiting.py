"""How much waits for the reader: what the library's badge says from the first frame on."""

from __future__ import annotations

import sqlite3


def deliveries(db: sqlite3.Connection) -> int:
    """Count the deliveries about which something remains to be done."""
    (count,) = db.execute(
        "SELECT count(*) FROM outbox"
        " WHERE state IN ('queued', 'sending', 'unsure') AND discarded IS NULL"
    ).fetchone()
    return int(count)
