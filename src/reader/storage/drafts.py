"""Comments being written: each kept, none overwritten by another."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from reader.domain.comment import CommentForm, Draft
from reader.domain.errors import NotFound
from reader.domain.identity import Identity
from reader.storage import shapes
from reader.storage.moments import moment

BETWEEN_VERSIONS: Final = timedelta(minutes=2)
"""What was written is kept as a version of its own once it is this old."""

VERSIONS: Final = 100
"""How many earlier versions of one draft are kept."""

_SELECT: Final = (
    "SELECT id, url, article, text, name, email, website, fields, reply_to, form, changed"
    " FROM drafts WHERE "
)


def begin(
    db: sqlite3.Connection,
    *,
    url: str,
    article: str,
    now: datetime,
    form: CommentForm | None = None,
    identity: Identity | None = None,
    reply_to: str | None = None,
) -> Draft:
    """Start an empty draft. Others that were opened and never written in go."""
    db.execute(
        "DELETE FROM drafts WHERE trim(text, char(9, 10, 13, 32)) = '' AND fields = '{}' AND changed < ?"
        " AND id NOT IN (SELECT draft_id FROM outbox)"
        " AND id NOT IN (SELECT draft_id FROM draft_versions)",
        ((now - timedelta(days=1)).timestamp(),),
    )
    draft = Draft(
        id=0,
        url=url,
        article=article,
        identity=identity or Identity(),
        reply_to=reply_to,
        changed=now,
        form=form,
    )
    return _insert(db, draft)


def save(db: sqlite3.Connection, draft: Draft, now: datetime) -> Draft:
    """Keep a draft as it now stands; what it was before stays in its history.

    Args:
        db: The library.
        draft: The draft. One that could not be kept until now has the id 0.
        now: The moment of the change.

    Returns:
        The draft as it is kept.
    """
    draft = replace(draft, changed=now)
    before = db.execute(
        "SELECT text, changed FROM drafts WHERE id = ?", (draft.id,)
    ).fetchone()
    if before is None:
        return _insert(db, draft)
    text, changed = before
    if text != draft.text and text.strip():
        _remember(db, draft, text, changed)
    db.execute(
        "UPDATE drafts SET url = :url, article = :article, text = :text, name = :name,"
        " email = :email, website = :website, fields = :fields, reply_to = :reply_to,"
        " form = :form, changed = :changed WHERE id = :id",
        _row(draft),
    )
    return draft


def put_back(db: sqlite3.Connection, draft_id: int, text: str, now: datetime) -> Draft:
    """Let a draft's text be what it was before; what it is now stays in its history.

    Raises:
        NotFound: There is no draft with this id.
    """
    draft = find(db, draft_id)
    if draft.text.strip():
        _keep_version(db, draft_id, draft.text, draft.changed.timestamp())
    return save(db, replace(draft, text=text), now)


def find(db: sqlite3.Connection, draft_id: int) -> Draft:
    """Read one draft, discarded or not.

    Raises:
        NotFound: There is no draft with this id.
    """
    row = db.execute(_SELECT + "id = ?", (draft_id,)).fetchone()
    if row is None:
        raise NotFound(f"There is no draft {draft_id}.")
    return _draft(row)


def latest(db: sqlite3.Connection, url: str, reply_to: str | None) -> Draft | None:
    """Find the draft of an article that was written in last, or None.

    Args:
        db: The library.
        url: The article's address.
        reply_to: The comment it answers; a draft that answers another does
            not count.
    """
    row = db.execute(
        _SELECT + "url = ? AND reply_to IS ? AND discarded IS NULL AND NOT handed_over"
        " ORDER BY changed DESC, id DESC LIMIT 1",
        (url, reply_to),
    ).fetchone()
    return None if row is None else _draft(row)


def every(db: sqlite3.Connection, *, discarded: bool = False) -> tuple[Draft, ...]:
    """List the drafts that something was written in, the last changed first.

    Args:
        db: The library.
        discarded: Whether to list what is in the bin instead.
    """
    rows = db.execute(
        _SELECT + "(trim(text, char(9, 10, 13, 32)) <> '' OR fields <> '{}')"
        " AND NOT handed_over AND (discarded IS NOT NULL) = ?"
        " ORDER BY changed DESC, id DESC",
        (discarded,),
    )
    return tuple(_draft(row) for row in rows)


def discard(db: sqlite3.Connection, draft_id: int, now: datetime) -> None:
    """Put a draft in the bin.

    Raises:
        NotFound: There is no draft with this id.
    """
    _found(
        draft_id,
        db.execute(
            "UPDATE drafts SET discarded = ? WHERE id = ?", (now.timestamp(), draft_id)
        ),
    )


def restore(db: sqlite3.Connection, draft_id: int) -> Draft:
    """Take a draft out of the bin, or back from the outbox.

    Raises:
        NotFound: There is no draft with this id.
    """
    _found(
        draft_id,
        db.execute(
            "UPDATE drafts SET discarded = NULL, handed_over = 0 WHERE id = ?",
            (draft_id,),
        ),
    )
    return find(db, draft_id)


def out_of_the_bin(db: sqlite3.Connection, draft_id: int) -> None:
    """Take a draft out of the bin, if it is still there."""
    db.execute("UPDATE drafts SET discarded = NULL WHERE id = ?", (draft_id,))


def hand_over(db: sqlite3.Connection, draft: Draft) -> None:
    """Let the outbox have a draft: it is no longer listed among those being written.

    Raises:
        NotFound: There is no draft with this id.
    """
    _found(
        draft.id,
        db.execute(
            "UPDATE drafts SET discarded = NULL, handed_over = 1 WHERE id = ?",
            (draft.id,),
        ),
    )


def history(db: sqlite3.Connection, draft_id: int) -> tuple[tuple[datetime, str], ...]:
    """List what a draft was before, the last first, each with when it was so."""
    rows = db.execute(
        "SELECT changed, text FROM draft_versions WHERE draft_id = ?"
        " ORDER BY changed DESC",
        (draft_id,),
    )
    return tuple((moment(at), text) for at, text in rows)


def _remember(db: sqlite3.Connection, draft: Draft, text: str, at: float) -> None:
    """Keep a draft's last text as a version if the one before is old enough, or if more than half is gone."""
    (last,) = db.execute(
        "SELECT coalesce(max(versions.changed), drafts.begun)"
        " FROM drafts LEFT JOIN draft_versions AS versions ON draft_id = drafts.id"
        " WHERE drafts.id = ?",
        (draft.id,),
    ).fetchone()
    # A clock that was set back must not stop the history.
    soon = abs(draft.changed.timestamp() - last) < BETWEEN_VERSIONS.total_seconds()
    if soon and len(draft.text) >= len(text) / 2:
        return
    _keep_version(db, draft.id, text, at)


def _keep_version(db: sqlite3.Connection, draft_id: int, text: str, at: float) -> None:
    db.execute(
        "INSERT OR REPLACE INTO draft_versions (draft_id, changed, text) VALUES (?, ?, ?)",
        (draft_id, at, text),
    )
    db.execute(
        "DELETE FROM draft_versions WHERE draft_id = :id AND changed NOT IN"
        " (SELECT changed FROM draft_versions WHERE draft_id = :id"
        "  ORDER BY changed DESC LIMIT :most)",
        {"id": draft_id, "most": VERSIONS},
    )


def _insert(db: sqlite3.Connection, draft: Draft) -> Draft:
    row = _row(draft) | {"id": draft.id or None}
    cursor = db.execute(
        "INSERT INTO drafts (id, url, article, text, name, email, website, fields,"
        " reply_to, form, begun, changed) VALUES (:id, :url, :article, :text, :name,"
        " :email, :website, :fields, :reply_to, :form, :changed, :changed)",
        row,
    )
    return replace(draft, id=int(cursor.lastrowid or 0))


def _found(draft_id: int, change: sqlite3.Cursor) -> None:
    if not change.rowcount:
        raise NotFound(f"There is no draft {draft_id}.")


def _row(draft: Draft) -> dict[str, Any]:
    return {
        "id": draft.id,
        "url": draft.url,
        "article": draft.article,
        "text": draft.text,
        "name": draft.identity.name,
        "email": draft.identity.email,
        "website": draft.identity.website,
        "fields": shapes.values_to_json(draft.fields),
        "reply_to": draft.reply_to,
        "form": None if draft.form is None else shapes.form_to_json(draft.form),
        "changed": draft.changed.timestamp(),
    }


def _draft(row: tuple[Any, ...]) -> Draft:
    (
        number,
        url,
        article,
        text,
        name,
        email,
        website,
        fields,
        reply_to,
        form,
        changed,
    ) = row
    return Draft(
        id=number,
        url=url,
        article=article,
        text=text,
        identity=Identity(name=name, email=email, website=website),
        fields=shapes.values_from_json(fields),
        reply_to=reply_to,
        changed=moment(changed),
        form=None if form is None else shapes.form_from_json(form),
    )
