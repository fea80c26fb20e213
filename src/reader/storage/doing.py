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
from reader.domain.ids import Ids
from reader.domain.search import Deed, SavedSearch
from reader.domain.selection import Selection
from reader.domain.source import Feed, Source, Subscription
from reader.storage import (
    changes,
    drafts,
    lists,
    outbox,
    quotations,
    refreshes,
    searches,
    sources,
    statuses,
    undertakings,
)
from reader.storage import (
    tags as tagging,
)
from reader.storage.some import among
from reader.storage.undertakings import Undertaking, finish


def mark(
    db: sqlite3.Connection,
    ids: Iterable[int],
    now: datetime,
    *,
    read: bool | None = None,
    starred: bool | None = None,
) -> Ids:
    """Mark articles as read or unread, starred or not; None leaves it.

    Both are a step of undoing each.

    Returns:
        Those that were changed.
    """
    meant, changed = Ids.of(ids), Ids()
    if read is not None:
        changed |= finish(db, begin_marking(db, meant, now, read=read))
    if starred is not None:
        changed |= finish(db, begin_marking(db, meant, now, starred=starred))
    return changed


def begin_marking(
    db: sqlite3.Connection,
    ids: Iterable[int],
    now: datetime,
    *,
    read: bool | None = None,
    starred: bool | None = None,
) -> Undertaking | None:
    """Begin to mark articles as read or unread, or as starred or not: one of the two."""
    if read is not None:
        saying = f"marked {{}} {'read' if read else 'unread'}"
    else:
        saying = "starred {}" if starred else "took the star off {}"
    return undertakings.begin(
        db,
        statuses.to_change(db, ids, read=read, starred=starred),
        now,
        saying=saying,
        deed="mark",
        given={"read": read, "starred": starred},
        inverse="mark",
        given_back={
            "read": None if read is None else not read,
            "starred": None if starred is None else not starred,
        },
    )


def read_by_opening(db: sqlite3.Connection, article_id: int, now: datetime) -> bool:
    """Mark an article as read because it was opened.

    Nobody asked for it: see `changes.remember_in_passing`.

    Returns:
        Whether it was unread.
    """
    read = bool(statuses.mark(db, [article_id], read=True))
    if read:
        words = f"read {undertakings.named(db, article_id)} by opening it"
        changes.remember_in_passing(db, words, article_id, now)
    return read


def mark_all_read(db: sqlite3.Connection, selection: Selection, now: datetime) -> Ids:
    """Mark everything in a selection as read.

    Returns:
        Those that were unread.
    """
    return finish(db, begin_marking_all_read(db, selection, now))


def begin_marking_all_read(
    db: sqlite3.Connection, selection: Selection, now: datetime
) -> Undertaking | None:
    """Begin to mark everything in a selection as read."""
    ids = lists.ids(db, replace(selection, unread=True))
    return begin_marking(db, ids, now, read=True)


def begin_marking_read_beyond(
    db: sqlite3.Connection,
    selection: Selection,
    article_id: int,
    step: int,
    now: datetime,
) -> Undertaking | None:
    """Begin to mark as read what stands below an article (step 1), or above it (-1)."""
    unread = replace(selection, unread=True)
    ids = lists.ids_beyond(db, unread, article_id, step)
    return begin_marking(db, ids, now, read=True)


def begin_toggling_read(
    db: sqlite3.Connection, ids: Iterable[int], now: datetime
) -> tuple[Undertaking | None, bool]:
    """Begin to mark articles as read; if all of them are, as unread.

    Returns:
        What is left to be done, and whether they are read then.
    """
    read = not statuses.all_are(db, ids, read=True)
    return begin_marking(db, ids, now, read=read), read


def begin_toggling_starred(
    db: sqlite3.Connection, ids: Iterable[int], now: datetime
) -> tuple[Undertaking | None, bool]:
    """Begin to star articles; if all of them are starred, to take the stars off.

    Returns:
        What is left to be done, and whether they are starred then.
    """
    starred = not statuses.all_are(db, ids, starred=True)
    return begin_marking(db, ids, now, starred=starred), starred


def tag(
    db: sqlite3.Connection,
    ids: Iterable[int],
    now: datetime,
    *,
    add: Collection[str] = (),
    remove: Collection[str] = (),
) -> Ids:
    """Give articles tags, and take others off.

    Returns:
        Those that were changed.
    """
    return finish(db, begin_tagging(db, ids, now, add=add, remove=remove))


def begin_tagging(
    db: sqlite3.Connection,
    ids: Iterable[int],
    now: datetime,
    *,
    add: Collection[str] = (),
    remove: Collection[str] = (),
) -> Undertaking | None:
    """Begin to give articles tags, and to take others off."""
    retagging = tagging.to_change(db, ids, add=add, remove=remove)
    return undertakings.begin(
        db,
        retagging.ids,
        now,
        saying="changed the tags of {}",
        deed="retag",
        given={"added": retagging.added, "removed": retagging.removed},
        inverse="retag",
        given_back={"added": retagging.removed, "removed": retagging.added},
    )


def delete(db: sqlite3.Connection, ids: Iterable[int], now: datetime) -> Ids:
    """Throw articles away; no refresh brings them back.

    Returns:
        Those that were there.
    """
    return finish(db, begin_deleting(db, ids, now))


def begin_deleting(
    db: sqlite3.Connection, ids: Iterable[int], now: datetime
) -> Undertaking | None:
    """Begin to throw articles away; no refresh brings them back."""
    return undertakings.begin(
        db,
        among(db, "statuses", Ids.of(ids)),
        now,
        saying="deleted {}",
        deed="delete",
        given={"when": now.timestamp()},
        inverse="restore",
        given_back={},
    )


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


def add_sources(
    db: sqlite3.Connection, listed: Iterable[Subscription], now: datetime
) -> tuple[tuple[Source, ...], int]:
    """Add every source of a list that is not there yet; see `sources.add_all`.

    Returns:
        Those that were added, and how many were there already.
    """
    added, known = sources.add_all(db, listed)
    if added:
        words = (
            f"added {'one source' if len(added) == 1 else f'{len(added):,} sources'}"
        )
        given = {"ids": [source.id for source in added]}
        changes.remember(db, words, "remove sources", given, now)
    return added, known


def rename_source(
    db: sqlite3.Connection, source_id: int, name: str, now: datetime
) -> Source:
    """Call a source what a person wants it called.

    Raises:
        NotFound: There is none.
    """
    before = sources.find(db, source_id)
    given = {
        "id": source_id,
        "name": before.name,
        "named": sources.is_named(db, source_id),
    }
    source = sources.rename(db, source_id, name)
    if source.name != before.name:
        words = f"renamed {before.name} to {name}"
        changes.remember(db, words, "name source", given, now)
    return source


def tag_source(
    db: sqlite3.Connection, source_id: int, tags: Iterable[str], now: datetime
) -> Source:
    """Give a source these tags and no others.

    Raises:
        NotFound: There is none.
    """
    before = sources.find(db, source_id)
    source = sources.tag(db, source_id, tags)
    if source.tags != before.tags:
        given = {"id": source_id, "tags": before.tags}
        words = f"changed the tags of {source.name}"
        changes.remember(db, words, "tag source", given, now)
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
