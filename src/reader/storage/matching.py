"""What the full-text index is asked, said so that it answers soon."""

from __future__ import annotations

import sqlite3
from typing import Final

from reader.storage.query import Query, Sought
from reader.text.findable import spelled

_MOST_WORDS: Final = 400
"""So many words that begin alike are looked for by name."""

_PAST: Final = "\x01"
"""Sorts a word behind itself and before every longer one."""


def expression(db: sqlite3.Connection, query: Query) -> str | None:
    """What the index is asked for a search, or None if no word is looked for.

    Args:
        db: The library.
        query: The search.
    """
    wanted = " AND ".join(_written(db, one) for one in query.wanted)
    without = _any_of(db, query.unwanted)
    return f"({wanted}) NOT ({without})" if wanted and without else wanted or None


def exclusion(db: sqlite3.Connection, query: Query) -> str | None:
    """What the index must not find, if it is asked for nothing else; or None."""
    return None if query.wanted else _any_of(db, query.unwanted) or None


def _any_of(db: sqlite3.Connection, sought: list[Sought]) -> str:
    return " OR ".join(_written(db, one) for one in sought)


def _written(db: sqlite3.Connection, sought: Sought) -> str:
    """Words in the language of the index, one that is only begun by the words it may be.

    Of a word that is only begun, the index puts everything that begins so into one
    list before it tells the first: that takes long where much does. Of words that
    are named it tells the newest at once. Where they are too many to be named, most
    are rare, and the one list is short.
    """
    before, _, begun = sought.words.rpartition(" ")
    words = _beginning(db, begun) if sought.begins else []
    if not words:
        return str(sought)
    phrases = (f'"{before} {word}"' if before else f'"{word}"' for word in words)
    return sought.among(f"({' OR '.join(phrases)})")


def _beginning(db: sqlite3.Connection, begun: str) -> list[str]:
    """The words of the index that begin so; none if they cannot all be named."""
    beginning = spelled(begun)
    words: list[str] = []
    at = beginning
    while at is not None and len(words) <= _MOST_WORDS:
        # From word to word: a scan would go through all the places of each.
        row = db.execute(
            "SELECT term FROM search_words WHERE term >= ? LIMIT 1", (at,)
        ).fetchone()
        if row is None or not row[0].startswith(beginning):
            return words
        words.append(row[0])
        at = row[0] + _PAST
    return []
