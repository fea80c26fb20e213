"""The full-text index: what waits for it, and what goes in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from reader.storage import bodies
from reader.storage.bodies import Origin
from reader.storage.search_rows import row_for
from reader.text.findable import findable, length_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An article as it is now, which the index has not seen."""

    id: int
    title: str
    byline: str
    html: str
    notes: str = ""
    """What the reader says of it: notes on passages, and whom they named."""


def waiting(db: sqlite3.Connection, most: int) -> tuple[Waiting, ...]:
    """What waits to be indexed, what came last first.

    Args:
        db: The library.
        most: How many are wanted at the most.
    """
    rows = db.execute(
        """
        SELECT id, title, coalesce(byline, '') FROM search_waiting
        JOIN articles ON articles.id = search_waiting.article
        ORDER BY search_waiting.article DESC LIMIT ?
        """,
        (most,),
    ).fetchall()
    return tuple(
        Waiting(
            id=article_id,
            title=title,
            byline=byline,
            html=bodies.html_of(db, article_id, Origin.PAGE)
            or bodies.html_of(db, article_id, Origin.FEED)
            or "",
            notes=_notes(db, article_id),
        )
        for article_id, title, byline in rows
    )


def index(db: sqlite3.Connection, articles: Iterable[tuple[Waiting, str]]) -> None:
    """Put articles into the index.

    Args:
        db: The library.
        articles: Each with its plain text.
    """
    placed = [(_row_for(db, article.id), article, text) for article, text in articles]
    # In the order of their rows: the index is slow to go back.
    placed.sort(key=lambda each: each[0] or 0)
    for row, article, text in placed:
        db.execute("DELETE FROM search_waiting WHERE article = ?", (article.id,))
        if row is None:
            continue
        db.execute("DELETE FROM search_rows WHERE article = ?", (article.id,))
        db.execute("INSERT INTO search_rows VALUES (?, ?)", (row, article.id))
        said = (article.title, article.byline, f"{text}\n\n{article.notes}")
        db.execute(
            "INSERT INTO search (rowid, title, author, text) VALUES (?, ?, ?, ?)",
            (row, *map(findable, said)),
        )
        db.execute(
            "UPDATE articles SET words = :words WHERE id = :id AND words IS NOT :words",
            {"id": article.id, "words": length_in_words(text)},
        )


def _notes(db: sqlite3.Connection, article_id: int) -> str:
    notes = db.execute(
        """
        SELECT note FROM highlights WHERE article_id = :id AND note <> ''
        UNION ALL SELECT speaker FROM corrections
        WHERE article_id = :id AND speaker IS NOT NULL
        """,
        {"id": article_id},
    )
    return "\n".join(row[0] for row in notes)


def _row_for(db: sqlite3.Connection, article_id: int) -> int | None:
    """A row for an article in the order of the lists, not used before.

    Returns:
        The row, or None if the article is gone.
    """
    known = db.execute(
        """
        SELECT CAST(sort AS INTEGER), row FROM statuses
        LEFT JOIN search_rows ON article = article_id WHERE article_id = ?
        """,
        (article_id,),
    ).fetchone()
    if known is None:
        return None
    return row_for(known[0], article_id, before=known[1])
