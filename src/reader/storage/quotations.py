"""Who said what, across the library; and what the reader says of it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from reader.domain.annotation import Anchor, Correction, Highlight
from reader.domain.dates import Published
from reader.domain.errors import NotFound
from reader.domain.quotation import Found, Quotation, QuotationKind
from reader.storage.moments import moment

_HIGHLIGHT: Final = ("id", "article_id", "anchor", "note", "made")

_FOUND: Final = """
    SELECT q.article_id, a.title, a.url, s.name, a.published, q.text,
        q.start, q."end", q.speaker, q.cue, q.kind, q.confidence, q.corrected
    FROM quotations AS q
    JOIN statuses AS status ON status.article_id = q.article_id
    JOIN articles AS a ON a.id = q.article_id
    LEFT JOIN sources AS s ON s.id = a.source_id
"""


def unexamined(db: sqlite3.Connection, version: int, limit: int) -> tuple[int, ...]:
    """Articles in which quotations are still to be found, those kept last first.

    Args:
        db: The library.
        version: Of today's finder: what an older one examined is examined again.
        limit: How many are wanted.
    """
    return tuple(
        int(row[0])
        for row in db.execute(
            """
            SELECT article_id FROM examined WHERE finder < ?
            ORDER BY finder, article_id DESC LIMIT ?
            """,
            (version, limit),
        )
    )


def keep(
    db: sqlite3.Connection,
    article_id: int,
    text: str,
    quotations: Sequence[Quotation],
    *,
    version: int,
) -> None:
    """Keep what was found in an article, in place of what was found before.

    Args:
        db: The library.
        article_id: The article.
        text: The text that the quotations' offsets count in.
        quotations: What was found.
        version: Of the finder.
    """
    db.execute("DELETE FROM quotations WHERE article_id = ?", (article_id,))
    db.executemany(
        """
        INSERT INTO quotations (article_id, start, "end", text, speaker, cue, kind,
            confidence, corrected)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
            (
                article_id,
                one.start,
                one.end,
                text[one.start : one.end],
                one.speaker,
                one.cue,
                one.kind,
                one.confidence,
                one.corrected,
            )
            for one in quotations
        ],
    )
    db.execute(
        "UPDATE examined SET finder = ? WHERE article_id = ?", (version, article_id)
    )


def every(
    db: sqlite3.Connection,
    *,
    source: int | None = None,
    since: datetime | None = None,
    speaker: str | None = None,
) -> tuple[Found, ...]:
    """Every quotation that was found, the newest article's first.

    Args:
        db: The library.
        source: Only those of this source.
        since: Only those of articles not older than this.
        speaker: Only those of speakers with this in their name, in any case.
    """
    rows = db.execute(
        f"""
        {_FOUND}
        WHERE (:source IS NULL OR a.source_id = :source)
            AND (:since IS NULL OR status.sort >= :since)
            AND (:speaker IS NULL OR instr(lower(q.speaker), lower(:speaker)) > 0)
        ORDER BY status.sort DESC, q.article_id DESC, q.start
        """,
        {
            "source": source,
            "since": None if since is None else since.timestamp(),
            "speaker": speaker,
        },
    )
    return tuple(_found(row) for row in rows)


def in_articles(db: sqlite3.Connection, ids: Sequence[int]) -> tuple[Found, ...]:
    """The quotations that were found in some articles, in each in its order."""
    rows = db.execute(
        f"""
        {_FOUND} WHERE q.article_id IN (SELECT value FROM json_each(?))
        ORDER BY q.article_id, q.start
        """,
        (json.dumps(ids),),
    )
    return tuple(_found(row) for row in rows)


def corrections(db: sqlite3.Connection, article_id: int) -> tuple[Correction, ...]:
    """What the reader said of an article's quotations, oldest first."""
    rows = db.execute(
        """
        SELECT anchor, speaker, dismissed FROM corrections
        WHERE article_id = ? ORDER BY id
        """,
        (article_id,),
    )
    return tuple(
        Correction(anchor=_anchor(row[0]), speaker=row[1], dismissed=bool(row[2]))
        for row in rows
    )


def correct(
    db: sqlite3.Connection, article_id: int, correction: Correction, now: datetime
) -> int:
    """Keep what the reader says of a quotation.

    Returns:
        Its id, by which it can be withdrawn.
    """
    row = db.execute(
        """
        INSERT INTO corrections (article_id, anchor, speaker, dismissed, made)
        VALUES (?, ?, ?, ?, ?) RETURNING id
        """,
        (
            article_id,
            _anchor_json(correction.anchor),
            correction.speaker,
            correction.dismissed,
            now.timestamp(),
        ),
    ).fetchone()
    _examine_again(db, article_id)
    return int(row[0])


def withdraw(db: sqlite3.Connection, correction_id: int) -> None:
    """Take back what the reader said of a quotation.

    Raises:
        NotFound: There is no such correction.
    """
    row = db.execute(
        "DELETE FROM corrections WHERE id = ? RETURNING article_id", (correction_id,)
    ).fetchone()
    if row is None:
        raise NotFound(f"There is no correction {correction_id} to take back.")
    _examine_again(db, int(row[0]))


def highlights(db: sqlite3.Connection, article_id: int) -> tuple[Highlight, ...]:
    """The passages the reader marked in an article, oldest first."""
    rows = db.execute(
        """
        SELECT id, anchor, note, made FROM highlights
        WHERE article_id = ? ORDER BY id
        """,
        (article_id,),
    )
    return tuple(_highlight(row) for row in rows)


def highlights_in(
    db: sqlite3.Connection, ids: Sequence[int]
) -> tuple[tuple[int, Highlight], ...]:
    """The passages the reader marked in some articles, each with its article's id."""
    rows = db.execute(
        """
        SELECT article_id, id, anchor, note, made FROM highlights
        WHERE article_id IN (SELECT value FROM json_each(?)) ORDER BY id
        """,
        (json.dumps(ids),),
    )
    return tuple((int(row[0]), _highlight(row[1:])) for row in rows)


def highlight(
    db: sqlite3.Connection, article_id: int, anchor: Anchor, note: str, now: datetime
) -> Highlight:
    """Keep a passage that the reader marked."""
    row = db.execute(
        """
        INSERT INTO highlights (article_id, anchor, note, made)
        VALUES (?, ?, ?, ?) RETURNING id, anchor, note, made
        """,
        (article_id, _anchor_json(anchor), note, now.timestamp()),
    ).fetchone()
    return _highlight(row)


def annotate(db: sqlite3.Connection, highlight_id: int, note: str) -> tuple[int, str]:
    """Keep another note on a highlight.

    Returns:
        The article's id, and what the note was.

    Raises:
        NotFound: There is no such highlight.
    """
    row = db.execute(
        "SELECT article_id, note FROM highlights WHERE id = ?", (highlight_id,)
    ).fetchone()
    if row is None:
        raise NotFound(f"There is no highlight {highlight_id}.")
    db.execute("UPDATE highlights SET note = ? WHERE id = ?", (note, highlight_id))
    return int(row[0]), row[1]


def remove_highlight(db: sqlite3.Connection, highlight_id: int) -> dict[str, Any]:
    """Take a mark away again.

    Returns:
        All of it, for `restore_highlight`.

    Raises:
        NotFound: There is no such highlight.
    """
    row = db.execute(
        f"DELETE FROM highlights WHERE id = ? RETURNING {', '.join(_HIGHLIGHT)}",
        (highlight_id,),
    ).fetchone()
    if row is None:
        raise NotFound(f"There is no highlight {highlight_id}.")
    return dict(zip(_HIGHLIGHT, row, strict=True))


def restore_highlight(db: sqlite3.Connection, row: Mapping[str, Any]) -> None:
    """Bring back a highlight that was removed, if its article is still there."""
    db.execute(
        f"""
        INSERT OR IGNORE INTO highlights ({", ".join(_HIGHLIGHT)})
        SELECT :id, id, :anchor, :note, :made FROM articles WHERE id = :article_id
        """,
        dict(row),
    )


def _examine_again(db: sqlite3.Connection, article_id: int) -> None:
    db.execute("UPDATE examined SET finder = 0 WHERE article_id = ?", (article_id,))


def _anchor_json(anchor: Anchor) -> str:
    return json.dumps([anchor.prefix, anchor.exact, anchor.suffix])


def _anchor(text: str) -> Anchor:
    prefix, exact, suffix = json.loads(text)
    return Anchor(prefix=prefix, exact=exact, suffix=suffix)


def _highlight(row: tuple[Any, ...]) -> Highlight:
    return Highlight(
        id=row[0], anchor=_anchor(row[1]), note=row[2], made=moment(row[3])
    )


def _found(row: tuple[Any, ...]) -> Found:
    return Found(
        article_id=row[0],
        title=row[1],
        url=row[2],
        site=row[3],
        published=None if row[4] is None else Published(row[4]),
        text=row[5],
        quotation=Quotation(
            start=row[6],
            end=row[7],
            speaker=row[8],
            cue=row[9],
            kind=QuotationKind(row[10]),
            confidence=row[11],
            corrected=bool(row[12]),
        ),
    )
