"""Searches with a name: a list of their own, and what is done with what arrives."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from reader.domain.errors import CannotKeep, NotFound
from reader.domain.search import Deed, SavedSearch, Tally
from reader.domain.selection import Selection
from reader.storage import finding, statuses, tags
from reader.storage.query import query_in

Row = Mapping[str, Any]
"""A search as the library has it, for putting it back."""

_COLUMNS: Final = ("id", "name", "words", "read", "starred", "tags")


def every(db: sqlite3.Connection) -> tuple[SavedSearch, ...]:
    """Every saved search, by name."""
    rows = db.execute(f"SELECT {', '.join(_COLUMNS)} FROM searches ORDER BY name")
    return tuple(map(_search, rows))


def find(db: sqlite3.Connection, what: int | str) -> SavedSearch:
    """One saved search, by its id or its name.

    Raises:
        NotFound: There is none.
    """
    column = "id" if isinstance(what, int) else "name"
    row = db.execute(
        f"SELECT {', '.join(_COLUMNS)} FROM searches WHERE {column} = ?", (what,)
    ).fetchone()
    if row is None:
        raise NotFound(f"There is no saved search {what}.")
    return _search(row)


def row_of(db: sqlite3.Connection, search_id: int) -> Row:
    """A search as the library has it, for `put`.

    Raises:
        NotFound: There is none.
    """
    row = db.execute(
        f"SELECT {', '.join(_COLUMNS)} FROM searches WHERE id = ?", (search_id,)
    ).fetchone()
    if row is None:
        raise NotFound(f"There is no saved search {search_id}.")
    return dict(zip(_COLUMNS, row, strict=True))


def put(db: sqlite3.Connection, row: Row) -> None:
    """Make a search what it was.

    Another one that was given its name meanwhile keeps it.
    """
    db.execute(
        f"""
        INSERT INTO searches ({", ".join(_COLUMNS)})
        VALUES ({", ".join(f":{name}" for name in _COLUMNS)})
        ON CONFLICT (id) DO UPDATE SET
            {", ".join(f"{name} = excluded.{name}" for name in _COLUMNS[2:])}
        ON CONFLICT (name) DO NOTHING
        """,
        dict(row),
    )
    db.execute(
        "UPDATE OR IGNORE searches SET name = :name WHERE id = :id",
        {"id": row["id"], "name": row["name"]},
    )


def keep(db: sqlite3.Connection, name: str, words: str) -> SavedSearch:
    """Give a search a name.

    Raises:
        CannotKeep: Another one has that name.
    """
    try:
        row = db.execute(
            "INSERT INTO searches (name, words) VALUES (?, ?) RETURNING id",
            (name, words),
        ).fetchone()
    except sqlite3.IntegrityError as error:
        raise CannotKeep(f"There is a saved search {name} already.") from error
    return find(db, int(row[0]))


def change(
    db: sqlite3.Connection,
    search_id: int,
    *,
    name: str | None = None,
    words: str | None = None,
    deed: Deed | None = None,
) -> None:
    """Change a search; None leaves it.

    Raises:
        CannotKeep: Another one has that name.
    """
    if name is not None:
        try:
            db.execute("UPDATE searches SET name = ? WHERE id = ?", (name, search_id))
        except sqlite3.IntegrityError as error:
            raise CannotKeep(f"There is a saved search {name} already.") from error
    if words is not None:
        db.execute("UPDATE searches SET words = ? WHERE id = ?", (words, search_id))
    if deed is not None:
        db.execute(
            "UPDATE searches SET read = ?, starred = ?, tags = ? WHERE id = ?",
            (deed.read, deed.starred, " ".join(deed.tags), search_id),
        )


def remove(db: sqlite3.Connection, search_id: int) -> None:
    """Forget a search; what it finds stays as it is."""
    db.execute("DELETE FROM searches WHERE id = ?", (search_id,))


def unread(db: sqlite3.Connection, words: str, seconds: float) -> Tally:
    """Count what a search finds that is unread, for so long and no longer.

    Args:
        db: The library, on a connection that nobody else uses meanwhile.
        words: The search.
        seconds: How long it may take.
    """
    found = finding.find(db, Selection(words=words, unread=True), seconds=seconds)
    return Tally(len(found.ids), whole=found.ended and not found.more)


def acting(db: sqlite3.Connection) -> tuple[SavedSearch, ...]:
    """The searches that do something with what arrives, by name."""
    return tuple(search for search in every(db) if search.deed)


def act(db: sqlite3.Connection, arrived: Sequence[int]) -> None:
    """Do with what has just come what the saved searches say.

    What is found out of an article only later, such as who speaks in it, is not
    known yet, and so not found.

    Args:
        db: The library; the articles are in its lists already.
        arrived: The ids of what has come; it is in no index yet.
    """
    wanted = acting(db) if arrived else ()
    if not wanted:
        return
    from reader.text.findable import findable

    db.execute(
        """
        CREATE VIRTUAL TABLE temp.arriving USING fts5 (
            title, author, text, tokenize = 'unicode61 remove_diacritics 2')
        """
    )
    try:
        db.executemany(
            "INSERT INTO arriving (rowid, title, author, text) VALUES (?, ?, ?, ?)",
            ((number, *map(findable, said)) for number, *said in _words(db, arrived)),
        )
        ids = json.dumps(arrived)
        for search in wanted:
            found = _arrived(db, search.words, ids)
            deed = search.deed
            statuses.mark(
                db, found, read=deed.read or None, starred=deed.starred or None
            )
            tags.change(db, found, add=deed.tags)
    finally:
        db.execute("DROP TABLE temp.arriving")


def _words(
    db: sqlite3.Connection, arrived: Sequence[int]
) -> Iterator[tuple[int, str, str, str]]:
    """The id, title, author and text of what has come."""
    from reader.storage import bodies
    from reader.storage.bodies import Origin
    from reader.text.markup.tree import fragment_tree, text_of

    rows = db.execute(
        """
        SELECT id, title, coalesce(byline, '') FROM articles
        WHERE id IN (SELECT value FROM json_each(?))
        """,
        (json.dumps(arrived),),
    ).fetchall()
    for number, title, byline in rows:
        html = bodies.html_of(db, number, Origin.FEED) or ""
        yield number, title, byline, text_of(fragment_tree(html))


def _arrived(db: sqlite3.Connection, words: str, ids: str) -> tuple[int, ...]:
    """Which articles out of `arriving` a search finds."""
    query = query_in(words)
    parts = [*query.where]
    values = query.values | {"ids": ids}
    for name, match, which in (
        ("match", query.match, "IN"),
        ("without", query.without, "NOT IN"),
    ):
        if match is not None:
            parts.append(
                f"article_id {which} (SELECT rowid FROM arriving WHERE arriving MATCH :{name})"
            )
            values[name] = match
    if query.unread:
        parts.append("read = 0")
    if query.starred:
        parts.append("starred = 1")
    if not parts:
        return ()
    found = db.execute(
        f"""
        SELECT article_id FROM statuses
        WHERE article_id IN (SELECT value FROM json_each(:ids))
            AND {" AND ".join(parts)}
        """,
        values,
    )
    return tuple(row[0] for row in found)


def _search(row: tuple[Any, ...]) -> SavedSearch:
    return SavedSearch(
        id=row[0],
        name=row[1],
        words=row[2],
        deed=Deed(read=bool(row[3]), starred=bool(row[4]), tags=tuple(row[5].split())),
    )
