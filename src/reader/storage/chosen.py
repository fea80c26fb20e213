"""A selection of articles as SQL: where they are looked for, and in which order."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, replace
from typing import Any, Final

from reader.domain.selection import Selection
from reader.storage.query import Query, query_in
from reader.storage.search_rows import first_row

MOST_FOUND: Final = 10_000
"""Of what a search finds no more than this are counted and shown: a common word stands
in a million articles, and they would have to be gone through at each letter typed."""

FEW: Final = 5_000
"""So many articles can all be looked at before a screen is drawn."""

SEARCHED: Final = """
    search CROSS JOIN search_rows ON search_rows.row = search.rowid
    CROSS JOIN statuses ON statuses.article_id = search_rows.article
"""

_WITHOUT: Final = """
    statuses.article_id NOT IN (SELECT search_rows.article FROM search
        CROSS JOIN search_rows ON search_rows.row = search.rowid
        WHERE search MATCH :without)
"""
"""Found once and kept: to ask the index about each article in turn takes a hundred
times as long as to go through it."""

_CHOSEN: Final = """
    json_each(:only) AS chosen CROSS JOIN statuses ON statuses.article_id = chosen.value
"""


Key = dict[str, Any]
"""What an article of a selection is ordered by, as values for SQL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Some:
    """A selection as SQL."""

    where: str
    values: dict[str, Any]
    kept: str | None
    """The column of `days` that counts exactly these, or None."""

    falling: bool
    """Whether their keys fall along the list: newest first."""

    tables: str = "statuses"
    keys: tuple[str, ...] = ("sort", "article_id")
    """What they are ordered by."""

    one: str = "article_id = :id"
    """Which of them is a certain article."""

    bounded: bool = False
    """Whether so many may have to be gone through that they are not all counted."""

    named: bool = False
    """Whether they are no more than `FEW`, and named in one of the conditions."""

    def order(self, step: int = 1) -> str:
        """The clause that puts them in order: the list's own, or from its end if -1."""
        falling = " DESC" if self.falling is (step > 0) else ""
        return "ORDER BY " + ", ".join(f"{key}{falling}" for key in self.keys)

    def beyond(self, step: int, name: str = "key", *, with_it: bool = False) -> str:
        """The clause for those on one side of a key.

        Args:
            step: 1 for those further down the list, -1 for those further up.
            name: What the values of the key are called.
            with_it: Whether the one that has the key is among them.
        """
        sign = "<" if self.falling is (step > 0) else ">"
        named = ", ".join(f":{name}{number}" for number in range(len(self.keys)))
        return f"({', '.join(self.keys)}) {sign}{'=' if with_it else ''} ({named})"

    def key_of(self, db: sqlite3.Connection, article_id: int) -> Key | None:
        """The values of its key, or None if an article is not among them."""
        row = db.execute(
            f"""
            SELECT {", ".join(self.keys)} FROM {self.tables}
            WHERE {self.one} AND ({self.where})
            """,
            self.values | {"id": article_id},
        ).fetchone()
        return None if row is None else key_in(row)


def chosen(db: sqlite3.Connection, selection: Selection) -> Some:
    """A selection as SQL, whatever it asks for."""
    if selection.only is not None:
        # What was found is known for certain: it is not looked for once more.
        some = filtered(db, replace(selection, words=""), Query())
        return replace(
            some,
            values=some.values | {"only": json.dumps(selection.only)},
            kept=None,
            falling=False,
            tables=_CHOSEN,
            keys=("chosen.key",),
        )
    query = query_in(selection.words)
    some = filtered(db, selection, query)
    if not query.wanted and not query.unwanted:
        return some
    from reader.storage import matching

    match = matching.expression(db, query)
    if match is not None:
        return in_index(some, match, query)
    return replace(
        some,
        where=f"({some.where}) AND {_WITHOUT}",
        values=some.values | {"without": matching.exclusion(db, query)},
        kept=None,
        bounded=True,
    )


def filtered(db: sqlite3.Connection, selection: Selection, query: Query) -> Some:
    """What a selection asks for besides words.

    Args:
        db: The library.
        selection: The selection.
        query: Its search, taken apart.
    """
    parts: list[str] = []
    values: dict[str, Any] = {}
    kept: str | None = "articles"
    starred = selection.starred or query.starred
    if starred:
        parts.append("starred = 1")
        kept = "starred"
    if selection.unread or query.unread:
        # Of the two indexes it is the one of the starred, the fewer, that helps.
        parts.append("+read = 0" if starred else "read = 0")
        kept = None if starred else "unread"
    if selection.source is not None:
        parts.append("source_id = :source")
        values["source"] = selection.source
        kept = None
    if selection.tag is not None:
        parts.append(_tagged(db, selection.tag))
        values["tag"] = selection.tag
        kept = None
    if selection.before is not None:
        parts.append("sort < :before_moment")
        values["before_moment"] = selection.before
        kept = None
    if query.where:
        parts += query.where
        values |= query.values
        kept = None
    named = _few_members(db, query)
    parts += named
    return Some(
        where=" AND ".join(parts) or "TRUE",
        values=values,
        kept=kept,
        falling=not selection.oldest_first,
        bounded=bool(query.where),
        named=bool(named),
    )


def in_index(some: Some, match: str, query: Query) -> Some:
    """Those of some articles that the full-text index finds.

    Args:
        some: The articles.
        match: What the index is asked.
        query: The search, for its dates: the index goes by them.
    """
    parts = ["search MATCH :match", some.where]
    values = some.values | {"match": match}
    if query.since is not None:
        parts.append("search.rowid >= :since_row")
        values["since_row"] = first_row(query.since)
    if query.until is not None:
        parts.append("search.rowid < :until_row")
        values["until_row"] = first_row(query.until + 1)
    return replace(
        some,
        where=" AND ".join(parts),
        values=values,
        kept=None,
        tables=SEARCHED,
        keys=("search.rowid",),
        one="search.rowid = (SELECT row FROM search_rows WHERE article = :id)",
        bounded=True,
    )


def are_few(db: sqlite3.Connection, some: Some) -> bool:
    """Whether some articles, chosen by no words, are known to be no more than `FEW`."""
    if some.named:
        return True
    numbers = [
        f"(SELECT sum({column}) FROM days)"
        for column, condition in (("unread", "read = 0"), ("starred", "starred = 1"))
        if condition in some.where
    ]
    if "source" in some.values:
        numbers.append("(SELECT articles FROM sources WHERE id = :source)")
    if not numbers:
        return False
    found = db.execute(f"SELECT {', '.join(numbers)}", some.values).fetchone()
    return min(number or 0 for number in found) <= FEW


def _few_members(db: sqlite3.Connection, query: Query) -> list[str]:
    """Conditions that name the articles, where they are few."""
    few = []
    for members in query.members:
        (number,) = db.execute(
            f"SELECT count(*) FROM (SELECT DISTINCT * FROM ({members}) LIMIT {FEW + 1})",
            query.values,
        ).fetchone()
        if number <= FEW:
            few.append(f"statuses.article_id IN ({members})")
    return few


def _tagged(db: sqlite3.Connection, tag: str) -> str:
    """Articles with a tag, or of a source with it, by the cheaper of two ways.

    A tag that few articles have is gone through by source and put in order; one
    that many have is met soon enough along the order itself.
    """
    (many,) = db.execute(
        """
        SELECT coalesce(sum(articles), 0) * 20 > (SELECT sum(articles) FROM days)
        FROM sources WHERE id IN (SELECT source_id FROM source_tags WHERE tag = ?)
        """,
        (tag,),
    ).fetchone()
    if many:
        return """(+source_id IN (SELECT source_id FROM source_tags WHERE tag = :tag)
            OR +article_id IN (SELECT article_id FROM article_tags WHERE tag = :tag))"""
    return """article_id IN (
        SELECT article_id FROM article_tags WHERE tag = :tag
        UNION SELECT tagged.article_id FROM source_tags
        JOIN statuses AS tagged ON tagged.source_id = source_tags.source_id
        WHERE source_tags.tag = :tag)"""


def key_in(row: tuple[Any, ...]) -> Key:
    """The values of a key out of a row that has them and nothing else."""
    return {f"key{number}": value for number, value in enumerate(row)}
