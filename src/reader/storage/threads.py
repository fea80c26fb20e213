"""The comments under articles, as their sites told them last."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from reader.domain.comment import Comment
from reader.domain.delivery import Delivery
from reader.domain.thread import Answer, Thread
from reader.storage import articles, outbox
from reader.storage.moments import moment, stored

SOONEST: Final = timedelta(minutes=15)
"""What has just been written is not looked for again sooner."""

PATIENCE: Final = 8
"""A comment is looked for again after an eighth of its age: the older, the rarer."""

LONGEST: Final = timedelta(days=60)
"""What is older is followed only where the reader looks by themselves."""

_FIELDS: Final = "comment_id, text, author, published, parent, url, held"


def find(db: sqlite3.Connection, what: int | str) -> Thread | None:
    """Read the thread under an article, or None if its site was never asked.

    Args:
        db: The library.
        what: The article's id, or an address it is known by.
    """
    article_id = articles.find(db, what)
    row = db.execute(
        "SELECT fetched, looked, deepest, whole FROM threads"
        " WHERE article_id = ? AND fetched IS NOT NULL",
        (article_id,),
    ).fetchone()
    if row is None:
        return None
    fetched, looked, deepest, whole = row
    rows = db.execute(
        f"SELECT {_FIELDS}, first FROM thread_comments"
        " WHERE article_id = ? ORDER BY place",
        (article_id,),
    ).fetchall()
    return Thread(
        comments=tuple(_comment(one[:-1]) for one in rows),
        fetched=moment(fetched),
        new=frozenset(one[0] for one in rows if one[-1] > looked),
        deepest=deepest,
        whole=bool(whole),
    )


def keep(
    db: sqlite3.Connection, article_id: int, thread: Thread, now: datetime
) -> None:
    """Keep a thread as its site tells it now.

    What was not there the last time is new until the reader looks. What
    answers the reader's own comments waits to be told.

    Args:
        db: The library.
        article_id: The article it stands under.
        thread: The thread; its `own` says which answers are the reader's.
        now: The present moment.
    """
    at = now.timestamp()
    known = {
        number: (first, told)
        for number, first, told in db.execute(
            "SELECT comment_id, first, told FROM thread_comments WHERE article_id = ?",
            (article_id,),
        )
    }
    db.execute("DELETE FROM thread_comments WHERE article_id = ?", (article_id,))
    db.execute(
        """
        INSERT INTO threads (article_id, asked, fetched, looked, deepest, whole)
        VALUES (:id, :now, :now, :now, :deepest, :whole)
        ON CONFLICT (article_id) DO UPDATE SET
            asked = excluded.asked, looked = coalesce(looked, excluded.looked),
            fetched = excluded.fetched, deepest = excluded.deepest, whole = excluded.whole
        """,
        {"id": article_id, "now": at, "deepest": thread.deepest, "whole": thread.whole},
    )
    db.executemany(
        f"INSERT INTO thread_comments (article_id, place, {_FIELDS}, first, told)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                article_id,
                place,
                one.id,
                one.text,
                one.author,
                stored(one.published),
                one.parent,
                one.url,
                one.held,
                *known.get(
                    one.id,
                    (at, None if _answers_us(one, thread) else at),
                ),
            )
            for place, one in enumerate(thread.comments)
        ),
    )
    if thread.whole:
        db.execute(
            "UPDATE articles SET comment_count = ? WHERE id = ?",
            (sum(not one.held for one in thread.comments), article_id),
        )


def asked(db: sqlite3.Connection, article_id: int, now: datetime) -> None:
    """Write down that a site was asked for a thread, whatever it answered."""
    db.execute(
        "INSERT INTO threads (article_id, asked) VALUES (?, ?)"
        " ON CONFLICT (article_id) DO UPDATE SET asked = excluded.asked",
        (article_id, now.timestamp()),
    )


def looked(db: sqlite3.Connection, article_id: int, thread: Thread) -> None:
    """Write down that the reader has seen a thread, with the answers in it."""
    at = thread.fetched.timestamp()
    db.execute(
        "UPDATE threads SET looked = max(looked, ?) WHERE article_id = ?",
        (at, article_id),
    )
    db.execute(
        "UPDATE thread_comments SET told = ?"
        " WHERE article_id = ? AND first <= ? AND told IS NULL",
        (at, article_id, at),
    )


def tell_answers(db: sqlite3.Connection, now: datetime) -> tuple[Answer, ...]:
    """Take the answers that the reader has not been told of; each is given once."""
    rows = db.execute(
        f"""
        SELECT article_id, (SELECT title FROM articles WHERE id = article_id), {_FIELDS}
        FROM thread_comments
        WHERE told IS NULL ORDER BY first, article_id, place
        """
    ).fetchall()
    if rows:
        db.execute(
            "UPDATE thread_comments SET told = ? WHERE told IS NULL", (now.timestamp(),)
        )
    return tuple(
        Answer(article_id=row[0], title=row[1], comment=_comment(row[2:]))
        for row in rows
    )


def handed_over(db: sqlite3.Connection, what: int | str) -> tuple[Delivery, ...]:
    """The comments that were handed over under an article, the oldest first.

    Args:
        db: The library.
        what: The article's id, or an address of it.
    """
    article_id = articles.find(db, what)
    address = None if article_id is None else articles.address_of(db, article_id)

    def is_under(url: str) -> bool:
        return url in (what, address) or (
            article_id is not None and articles.find(db, url) == article_id
        )

    return tuple(one for one in reversed(outbox.every(db)) if is_under(one.draft.url))


def to_follow(db: sqlite3.Connection, now: datetime, most: int) -> tuple[int, ...]:
    """The articles under which the reader's own comments are to be looked for again.

    Args:
        db: The library.
        now: The present moment.
        most: How many articles at the most.

    Returns:
        Their ids, those that were asked longest ago first.
    """
    rows = db.execute(
        """
        SELECT json_extract(draft, '$.url'), max(queued) FROM outbox
        WHERE state IN ('accepted', 'held') AND discarded IS NULL
            AND seen IS NOT 'gone' AND queued > ?
        GROUP BY 1
        """,
        ((now - LONGEST).timestamp(),),
    ).fetchall()
    due: dict[int, float] = {}
    for url, queued in rows:
        article_id = articles.find(db, url)
        if article_id is None:
            continue
        row = db.execute(
            "SELECT asked FROM threads WHERE article_id = ?", (article_id,)
        ).fetchone()
        last = max(queued, queued if row is None else row[0])
        wait = max(SOONEST.total_seconds(), (now.timestamp() - queued) / PATIENCE)
        if now.timestamp() - last >= wait:
            due[article_id] = last
    return tuple(sorted(due, key=due.__getitem__)[:most])


def _answers_us(one: Comment, thread: Thread) -> bool:
    return one.parent in thread.own and one.id not in thread.own and not one.held


def _comment(row: Sequence[str | float | None]) -> Comment:
    number, text, author, published, parent, url, held = row
    return Comment(
        id=str(number),
        text=str(text),
        author=str(author),
        published=moment(None if published is None else float(published)),
        parent=None if parent is None else str(parent),
        url=None if url is None else str(url),
        held=bool(held),
    )
