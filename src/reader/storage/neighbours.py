"""The articles before and after one in its source."""

from __future__ import annotations

import sqlite3
from typing import Final
from urllib.parse import urlsplit

from reader.domain.article import Neighbour
from reader.domain.dates import Published

_LOOKED_AT: Final = 10
"""Some sources list articles of many sites: so many are passed over at most."""


def around(
    db: sqlite3.Connection, article_id: int
) -> tuple[Neighbour | None, Neighbour | None]:
    """What its source has before and after an article, of the same site.

    Args:
        db: The library.
        article_id: The article.

    Returns:
        The previous and the next article; None where there is none, or the
        article is of no source.
    """
    row = db.execute(
        """
        SELECT statuses.source_id, statuses.sort, articles.url
        FROM statuses JOIN articles ON articles.id = statuses.article_id
        WHERE statuses.article_id = ? AND statuses.source_id IS NOT NULL
            AND articles.url IS NOT NULL
        """,
        (article_id,),
    ).fetchone()
    if row is None:
        return None, None
    source_id, sort, url = row
    at = {"source": source_id, "sort": sort, "id": article_id, "most": _LOOKED_AT}
    return _beside(db, "<", "DESC", at, url), _beside(db, ">", "ASC", at, url)


def _beside(
    db: sqlite3.Connection, side: str, order: str, at: dict[str, float], url: str
) -> Neighbour | None:
    rows = db.execute(
        f"""
        SELECT articles.url, articles.title, articles.published
        FROM statuses JOIN articles ON articles.id = statuses.article_id
        WHERE statuses.source_id = :source
            AND (statuses.sort, statuses.article_id) {side} (:sort, :id)
        ORDER BY statuses.sort {order}, statuses.article_id {order} LIMIT :most
        """,
        at,
    )
    for other, title, published in rows:
        if other is not None and other != url and _host(other) == _host(url):
            when = None if published is None else Published(published)
            return Neighbour(title=title, url=other, published=when)
    return None


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
