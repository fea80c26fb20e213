"""The tags a reader gives articles."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from reader.domain.ids import Ids
from reader.storage import some
from reader.storage.some import among, each

Tags = Mapping[int, tuple[str, ...]]
"""The tags of some articles, by id, each in alphabetical order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retagging:
    """Which articles get which tags, and which lose which."""

    added: Mapping[str, Ids]
    """Articles that do not have it and get it, by tag."""

    removed: Mapping[str, Ids]
    """Articles that have it and lose it, by tag."""

    @property
    def ids(self) -> Ids:
        """The articles whose tags become others."""
        found = Ids()
        for ids in (*self.added.values(), *self.removed.values()):
            found |= ids
        return found

    @property
    def back(self) -> Retagging:
        """What takes it back."""
        return Retagging(added=self.removed, removed=self.added)

    def of(self, ids: Ids) -> Retagging:
        """What it is for some of the articles."""
        return Retagging(
            added={tag: have & ids for tag, have in self.added.items()},
            removed={tag: have & ids for tag, have in self.removed.items()},
        )


def of(db: sqlite3.Connection, article_id: int) -> tuple[str, ...]:
    """The tags of an article, in alphabetical order."""
    found = db.execute(
        "SELECT tag FROM article_tags WHERE article_id = ? ORDER BY tag", (article_id,)
    )
    return tuple(row[0] for row in found)


def common(db: sqlite3.Connection, ids: Iterable[int]) -> tuple[str, ...]:
    """The tags that all of some articles have, in alphabetical order."""
    wanted = Ids.of(ids)
    have = Counter[str]()
    sql = "SELECT tag, count(*) FROM article_tags WHERE article_id {which} GROUP BY tag"
    for found in each(db, sql, wanted):
        have.update(dict(found))
    return tuple(sorted(tag for tag, number in have.items() if number == len(wanted)))


def to_change(
    db: sqlite3.Connection,
    ids: Iterable[int],
    *,
    add: Collection[str] = (),
    remove: Collection[str] = (),
) -> Retagging:
    """What `change` would change, if it were asked."""
    there = among(db, "articles", Ids.of(ids), key="id")
    have = {
        tag: among(db, "article_tags", there, "tag = ?", (tag,))
        for tag in {*add, *remove}
    }
    added = {tag: there - have[tag] for tag in add}
    removed = {tag: have[tag] for tag in remove if tag not in add}
    return Retagging(
        added={tag: lacking for tag, lacking in added.items() if lacking},
        removed={tag: having for tag, having in removed.items() if having},
    )


def carry_out(db: sqlite3.Connection, retagging: Retagging) -> None:
    """Give articles tags, and take others off; what is gone meanwhile is passed over."""
    for tag, ids in retagging.removed.items():
        some.change(
            db,
            "DELETE FROM article_tags WHERE tag = ? AND article_id {which}",
            ids,
            (tag,),
        )
    for tag, ids in retagging.added.items():
        some.change(
            db,
            """
            INSERT OR IGNORE INTO article_tags (article_id, tag)
            SELECT id, ? FROM articles WHERE id {which}
            """,
            ids,
            (tag,),
        )


def change(
    db: sqlite3.Connection,
    ids: Iterable[int],
    *,
    add: Collection[str] = (),
    remove: Collection[str] = (),
) -> Retagging:
    """Give articles tags, and take others off.

    Returns:
        What was changed, and what takes it back.
    """
    retagging = to_change(db, ids, add=add, remove=remove)
    carry_out(db, retagging)
    return retagging


def put_back(db: sqlite3.Connection, before: Tags) -> None:
    """Give articles the tags they had."""
    for article_id, had in before.items():
        now = of(db, article_id)
        change(
            db,
            [article_id],
            add=set(had) - set(now),
            remove=set(now) - set(had),
        )
