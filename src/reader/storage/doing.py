"""What a reader does, each written down with what takes it back.

The change and the way back from it are one transaction: whatever becomes of the
program, nothing was done that cannot be undone, and nothing can be undone that
was not done.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from reader.domain.annotation import Anchor, Correction, Highlight
from reader.domain.comment import Draft
from reader.domain.delivery import Delivery
from reader.domain.errors import NotFound
from reader.domain.exchange import Freshness
from reader.domain.search import Deed, SavedSearch
from reader.domain.selection import Selection
from reader.domain.source import Feed, Source
from reader.storage import (
    changes,
    deleting,
    drafts,
    lists,
    outbox,
    quotations,
    refreshes,
    searches,
    sources,
    statuses,
)
from reader.storage import (
    tags as tagging,
)
from reader.storage.tags import Tags


def mark(
    db: sqlite3.Connection,
    ids: Iterable[int],
    now: datetime,
    *,
    read: bool | None = None,
    starred: bool | None = None,
) -> tuple[int, ...]:
    """Mark articles as read or unread, starred or not; None leaves it.

    Returns:
        Those that were changed, in the order given.
    """
    changed = statuses.mark(db, ids, read=read, starred=starred)
    _remember_marking(db, changed, now, read=read, starred=starred)
    return changed


def mark_all_read(
    db: sqlite3.Connection, selection: Selection, now: datetime
) -> tuple[int, ...]:
    """Mark everything in a selection as read.

    Returns:
        Those that were unread.
    """
    changed = statuses.mark_all_read(db, selection)
    _remember_marking(db, changed, now, read=True, starred=None)
    return changed


def mark_read_beyond(
    db: sqlite3.Connection,
    selection: Selection,
    article_id: int,
    step: int,
    now: datetime,
) -> tuple[int, ...]:
    """Mark as read what stands below an article of a selection (step 1), or above it (-1).

    Returns:
        Those that were unread.
    """
    unread = replace(selection, unread=True)
    ids = lists.ids_beyond(db, unread, article_id, step)
    return mark(db, ids, now, read=True)


def toggle_read(
    db: sqlite3.Connection, ids: Collection[int], now: datetime
) -> tuple[tuple[int, ...], bool]:
    """Mark articles as read; if all of them are, as unread.

    Returns:
        Those that were changed, and whether they are read now.
    """
    read = not statuses.all_are(db, ids, read=True)
    return mark(db, ids, now, read=read), read


def toggle_starred(
    db: sqlite3.Connection, ids: Collection[int], now: datetime
) -> tuple[tuple[int, ...], bool]:
    """Star articles; if all of them are starred, take the stars off.

    Returns:
        Those that were changed, and whether they are starred now.
    """
    starred = not statuses.all_are(db, ids, starred=True)
    return mark(db, ids, now, starred=starred), starred


def tag(
    db: sqlite3.Connection,
    ids: Iterable[int],
    now: datetime,
    *,
    add: Collection[str] = (),
    remove: Collection[str] = (),
) -> Tags:
    """Give articles tags, and take others off.

    Returns:
        What the tags of those that were changed were before.
    """
    had = tagging.change(db, ids, add=add, remove=remove)
    if had:
        words = f"changed the tags of {_articles(len(had))}"
        changes.remember(db, words, "tags", {"had": list(had.items())}, now)
    return had


def delete(
    db: sqlite3.Connection, ids: Iterable[int], now: datetime
) -> tuple[int, ...]:
    """Throw articles away; no refresh brings them back.

    Returns:
        Those that were there, in the order given.
    """
    gone = deleting.delete(db, ids, now)
    if gone:
        words = f"deleted {_articles(len(gone))}"
        changes.remember(db, words, "restore", {"ids": gone}, now)
    return gone


def correct(
    db: sqlite3.Connection, article_id: int, correction: Correction, now: datetime
) -> None:
    """Keep what the reader says of a quotation."""
    number = quotations.correct(db, article_id, correction, now)
    words = (
        "said that something is no quotation"
        if correction.dismissed
        else "corrected a speaker"
    )
    changes.remember(db, words, "withdraw", {"id": number}, now, article=article_id)


def highlight(
    db: sqlite3.Connection, article_id: int, anchor: Anchor, note: str, now: datetime
) -> Highlight:
    """Keep a passage that the reader marked."""
    made = quotations.highlight(db, article_id, anchor, note, now)
    changes.remember(
        db,
        "highlighted a passage",
        "remove highlight",
        {"id": made.id},
        now,
        article=article_id,
    )
    return made


def annotate(
    db: sqlite3.Connection, highlight_id: int, note: str, now: datetime
) -> None:
    """Keep another note on a highlight.

    Raises:
        NotFound: There is no such highlight.
    """
    article_id, before = quotations.annotate(db, highlight_id, note)
    changes.remember(
        db,
        "changed a note",
        "annotate",
        {"id": highlight_id, "note": before},
        now,
        article=article_id,
    )


def remove_highlight(db: sqlite3.Connection, highlight_id: int, now: datetime) -> None:
    """Take a mark away.

    Raises:
        NotFound: There is no such highlight.
    """
    row = quotations.remove_highlight(db, highlight_id)
    changes.remember(
        db,
        "took a highlight away",
        "restore highlight",
        {"row": row},
        now,
        article=row["article_id"],
    )


def discard_draft(db: sqlite3.Connection, draft_id: int, now: datetime) -> None:
    """Put a draft in the bin.

    Raises:
        NotFound: There is no draft with this id.
    """
    drafts.discard(db, draft_id, now)
    changes.remember(db, "discarded a draft", "restore draft", {"id": draft_id}, now)


def discard_comment(db: sqlite3.Connection, delivery_id: int, now: datetime) -> None:
    """Put a delivery in the bin; one that was queued is not sent.

    Raises:
        CannotSend: It is being sent.
    """
    outbox.discard(db, delivery_id, now)
    changes.remember(
        db, "discarded a comment", "restore comment", {"id": delivery_id}, now
    )


def restore_draft(db: sqlite3.Connection, draft_id: int, now: datetime) -> Draft:
    """Take a draft out of the bin.

    Raises:
        NotFound: There is no draft with this id.
    """
    draft = drafts.restore(db, draft_id)
    given = {"id": draft_id, "when": now.timestamp()}
    changes.remember(db, "restored a draft", "discard draft", given, now)
    return draft


def restore_comment(
    db: sqlite3.Connection, delivery_id: int, now: datetime
) -> Delivery:
    """Take a delivery out of the bin, in the state it was in."""
    delivery = outbox.restore(db, delivery_id)
    given = {"id": delivery_id, "when": now.timestamp()}
    changes.remember(db, "restored a comment", "discard comment", given, now)
    return delivery


def put_draft_back(
    db: sqlite3.Connection, draft_id: int, text: str, now: datetime
) -> Draft:
    """Let a draft's text be what it was before.

    Raises:
        NotFound: There is no draft with this id.
    """
    before = drafts.find(db, draft_id).text
    draft = drafts.put_back(db, draft_id, text, now)
    given = {"id": draft_id, "text": before, "when": now.timestamp()}
    changes.remember(db, "took back a version", "put draft back", given, now)
    return draft


def keep_search(
    db: sqlite3.Connection, name: str, words: str, now: datetime
) -> SavedSearch:
    """Give a search a name; one that has it already looks for these words from now on."""
    try:
        known = searches.find(db, name)
    except NotFound:
        kept = searches.keep(db, name, words)
        what = f"kept the search {kept.name}"
        changes.remember(db, what, "remove search", {"id": kept.id}, now)
        return kept
    if known.words != words:
        before = searches.row_of(db, known.id)
        searches.change(db, known.id, words=words)
        what = f"changed the search {known.name}"
        changes.remember(db, what, "put search", {"row": before}, now)
    return searches.find(db, known.id)


def rename_search(
    db: sqlite3.Connection, search_id: int, name: str, now: datetime
) -> None:
    """Call a search otherwise.

    Raises:
        NotFound: There is none.
        CannotKeep: Another one has that name.
    """
    before = searches.row_of(db, search_id)
    searches.change(db, search_id, name=name)
    what = f"renamed the search {before['name']}"
    changes.remember(db, what, "put search", {"row": before}, now)


def let_search_act(
    db: sqlite3.Connection, search_id: int, deed: Deed, now: datetime
) -> None:
    """Say what a search does with what arrives from now on.

    Raises:
        NotFound: There is none.
    """
    before = searches.row_of(db, search_id)
    searches.change(db, search_id, deed=deed)
    what = f"changed what {before['name']} does"
    changes.remember(db, what, "put search", {"row": before}, now)


def remove_search(db: sqlite3.Connection, search_id: int, now: datetime) -> None:
    """Forget a search; what it finds stays as it is.

    Raises:
        NotFound: There is none.
    """
    before = searches.row_of(db, search_id)
    searches.remove(db, search_id)
    what = f"removed the search {before['name']}"
    changes.remember(db, what, "put search", {"row": before}, now)


def subscribe(
    db: sqlite3.Connection,
    url: str,
    feed: Feed,
    now: datetime,
    *,
    freshness: Freshness,
    body_hash: bytes,
    name: str | None = None,
    tags: Iterable[str] = (),
    is_page: bool = False,
) -> Source:
    """Add a source together with what its feed has; see `refreshes.subscribe`.

    Raises:
        CannotKeep: The address is a source already.
    """
    source = refreshes.subscribe(
        db,
        url,
        feed,
        now,
        freshness=freshness,
        body_hash=body_hash,
        name=name,
        tags=tags,
        is_page=is_page,
    )
    words = f"added {source.name}"
    changes.remember(db, words, "remove source", {"id": source.id}, now)
    return source


def remove_source(db: sqlite3.Connection, source_id: int, now: datetime) -> None:
    """Take out a source with its articles; what the reader did something with stays.

    Raises:
        NotFound: There is none.
    """
    source = sources.find(db, source_id)
    aside = sources.set_aside(db, source_id, now)
    changes.remember(
        db, f"removed {source.name}", "bring source back", {"aside": aside}, now
    )


def _remember_marking(
    db: sqlite3.Connection,
    ids: tuple[int, ...],
    now: datetime,
    *,
    read: bool | None,
    starred: bool | None,
) -> None:
    if not ids:
        return
    what = _articles(len(ids))
    if read is not None:
        words = f"marked {what} {'read' if read else 'unread'}"
    else:
        words = f"starred {what}" if starred else f"took the star off {what}"
    before = {
        "ids": ids,
        "read": None if read is None else not read,
        "starred": None if starred is None else not starred,
    }
    changes.remember(db, words, "mark", before, now)


def _articles(number: int) -> str:
    return "one article" if number == 1 else f"{number:,} articles"
