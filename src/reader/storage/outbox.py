"""Comments handed over for sending: none lost, none sent twice.

A delivery is *reserved* by the program that will send it, so that a second
one leaves it alone while its form is fetched; it is *claimed* just before a
byte leaves; and it is *settled* by what the site answered. A program that
died in between leaves a claim behind, which `mark_interrupted` finds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from reader.domain.comment import Draft
from reader.domain.delivery import Delivery, Seen, State, Verdict
from reader.domain.errors import CannotSend, NotFound
from reader.storage import drafts, shapes
from reader.storage.instances import is_running, this_instance
from reader.storage.moments import moment

LONGEST_ATTEMPT: Final = timedelta(minutes=10)
"""No attempt takes longer, so an older claim is left over even if its program runs."""

LONGEST_WAIT: Final = timedelta(days=1)
"""A moment further away than this was written by a clock that was wrong."""

INTERRUPTED: Final = "The program ended while this was being sent; it may have arrived."

RESTORED: Final = (
    "This waited when the library was copied; it may have been sent since."
)

_SELECT: Final = (
    "SELECT id, draft, state, words, tries, doubtful, next, asked, seen,"
    " permalink, comment_id, queued, changed FROM outbox WHERE "
)


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a comment goes, as far as it concerns when."""

    host: str
    spacing: timedelta
    """The time a site of this kind wants between two comments."""


def put(
    db: sqlite3.Connection, draft: Draft, destination: Destination, now: datetime
) -> Delivery:
    """Hand a draft over for sending.

    A draft that is on its way, or has arrived, is not handed over again; one
    that was refused starts anew.

    Returns:
        The delivery, as it then stands.

    Raises:
        NotFound: There is no such draft.
    """
    drafts.hand_over(db, draft)
    # Whether a lost try got through is a question only as long as the words
    # are the same.
    db.execute(
        """
        INSERT INTO outbox (draft_id, draft, state, host, spacing, queued, changed)
        VALUES (:draft_id, :draft, :queued, :host, :spacing, :now, :now)
        ON CONFLICT (draft_id) DO UPDATE SET
            draft = excluded.draft,
            state = excluded.state,
            words = '',
            doubtful = doubtful AND json_extract(draft, '$.text')
                = json_extract(excluded.draft, '$.text'),
            failures = 0,
            next = NULL,
            host = excluded.host,
            spacing = excluded.spacing,
            queued = excluded.queued,
            changed = excluded.changed,
            owner = NULL,
            discarded = NULL
        WHERE state IN (:queued, :refused)
        """,
        {
            "draft_id": draft.id,
            "draft": shapes.draft_to_json(draft),
            "queued": State.QUEUED.value,
            "refused": State.REFUSED.value,
            "host": destination.host,
            "spacing": destination.spacing.total_seconds(),
            "now": now.timestamp(),
        },
    )
    return _one(db, "draft_id = ?", draft.id)


def find(db: sqlite3.Connection, delivery_id: int) -> Delivery:
    """Read one delivery, discarded or not.

    Raises:
        NotFound: There is no delivery with this id.
    """
    return _one(db, "id = ?", delivery_id)


def every(db: sqlite3.Connection) -> tuple[Delivery, ...]:
    """List what was ever handed over and not discarded, the last first."""
    return _all(db, "discarded IS NULL ORDER BY queued DESC, id DESC")


def discarded(db: sqlite3.Connection) -> tuple[Delivery, ...]:
    """List what was discarded, the last first.

    What came back as a draft is not among it: its words are there.
    """
    return _all(
        db,
        "discarded IS NOT NULL AND state <> ? ORDER BY discarded DESC, id DESC",
        State.REFUSED.value,
    )


def in_state(db: sqlite3.Connection, state: State) -> tuple[Delivery, ...]:
    """List the deliveries in one state, the oldest first."""
    return _all(db, "state = ? AND discarded IS NULL ORDER BY queued, id", state.value)


def reserve(
    db: sqlite3.Connection,
    now: datetime,
    *,
    only: int | None = None,
    but: frozenset[int] = frozenset(),
    impatient: bool = False,
) -> Delivery | None:
    """Take the oldest delivery that is due, so that nobody else takes it.

    It stays QUEUED: nothing has left yet, and if this program ends, the
    reservation ends with it.

    Args:
        db: The library.
        now: The present moment.
        only: The one delivery to take, by its id.
        but: Those to leave for another time.
        impatient: Whether a person is asking, who need not wait until we
            would try again by ourselves; what the site asked for still holds.

    Returns:
        The delivery, or None when none is due.
    """
    for number, due in _schedule(db, now, impatient=impatient):
        if due <= now.timestamp() and only in (None, number) and number not in but:
            db.execute(
                "UPDATE outbox SET owner = ?, since = ? WHERE id = ?",
                (this_instance(), now.timestamp(), number),
            )
            return find(db, number)
    return None


def next_due(
    db: sqlite3.Connection,
    now: datetime,
    *,
    only: int | None = None,
    but: frozenset[int] = frozenset(),
    impatient: bool = False,
) -> datetime | None:
    """When `reserve` would next find one that is due, or None if none waits."""
    dues = [
        due
        for number, due in _schedule(db, now, impatient=impatient)
        if only in (None, number) and number not in but
    ]
    return moment(min(dues, default=None))


def claim(
    db: sqlite3.Connection,
    delivery_id: int,
    draft: Draft,
    destination: Destination,
    now: datetime,
) -> Delivery | None:
    """Write down that a reserved delivery is about to leave.

    The claim is on disk before a byte is on the wire. Should we die in
    between, `mark_interrupted` finds the row still SENDING and knows that the
    comment may have arrived.

    Args:
        db: The library.
        delivery_id: Which.
        draft: What is sent, with the form as it is now.
        destination: Where it goes.
        now: The present moment.

    Returns:
        The delivery, now SENDING; or None if it is no longer ours to send:
        discarded, taken back, or taken over by another program.
    """
    claimed = db.execute(
        """
        UPDATE outbox SET state = :sending, tries = tries + 1, draft = :draft,
            host = :host, spacing = :spacing, sent = :now, since = :now, changed = :now
        WHERE id = :id AND state = :queued AND owner = :owner AND discarded IS NULL
        """,
        {
            "sending": State.SENDING.value,
            "queued": State.QUEUED.value,
            "draft": shapes.draft_to_json(draft),
            "host": destination.host,
            "spacing": destination.spacing.total_seconds(),
            "id": delivery_id,
            "owner": this_instance(),
            "now": now.timestamp(),
        },
    )
    return find(db, delivery_id) if claimed.rowcount else None


def settle(
    db: sqlite3.Connection, delivery_id: int, verdict: Verdict, now: datetime
) -> Delivery:
    """Write down what an attempt came to, and let go of the delivery.

    A delivery that is refused lets its draft be written on; one that goes
    back to QUEUED because the site asked for patience waits as long.
    """
    wait = verdict.wait if verdict.state is State.QUEUED else None
    db.execute(
        """
        UPDATE outbox SET state = :state, words = :words, failures = 0,
            doubtful = doubtful OR :state = 'unsure',
            next = :next, asked = :next IS NOT NULL,
            seen = :seen, owner = NULL, since = NULL, changed = :now,
            permalink = coalesce(:permalink, permalink),
            comment_id = coalesce(:comment_id, comment_id)
        WHERE id = :id
        """,
        {
            "id": delivery_id,
            "state": verdict.state.value,
            "words": verdict.words,
            "next": None if wait is None else now.timestamp() + wait,
            "seen": None if verdict.seen is None else verdict.seen.value,
            "permalink": verdict.permalink,
            "comment_id": verdict.comment_id,
            "now": now.timestamp(),
        },
    )
    delivery = find(db, delivery_id)
    if verdict.state is State.REFUSED:
        drafts.restore(db, delivery.draft.id)
    return delivery


def come_back(
    db: sqlite3.Connection, delivery_id: int, draft: Draft, words: str, now: datetime
) -> Delivery:
    """Refuse a delivery ourselves, before anything left, and give its draft back.

    Args:
        db: The library.
        delivery_id: Which.
        draft: The draft, with the form as it is now.
        words: Why.
        now: The present moment.
    """
    drafts.restore(db, draft.id)
    drafts.save(db, draft, now)
    db.execute(
        "UPDATE outbox SET draft = ? WHERE id = ?",
        (shapes.draft_to_json(draft), delivery_id),
    )
    verdict = Verdict(state=State.REFUSED, words=words)
    return settle(db, delivery_id, verdict, now)


def postpone(
    db: sqlite3.Connection,
    delivery_id: int,
    words: str,
    now: datetime,
    *,
    back_off: Callable[[int], timedelta],
    asked: timedelta | None = None,
) -> Delivery:
    """Put a delivery back that nothing of has left this machine.

    Args:
        db: The library.
        delivery_id: Which.
        words: Why the site could not be reached.
        now: The present moment.
        back_off: How long to wait after so many failures in a row.
        asked: How long the site asked us to wait, if it did.
    """
    row = db.execute(
        "SELECT failures, state FROM outbox WHERE id = ?", (delivery_id,)
    ).fetchone()
    if row is None:
        raise NotFound(f"There is no delivery {delivery_id}.")
    failures, state = row
    wait = back_off(failures + 1) if asked is None else asked
    db.execute(
        """
        UPDATE outbox SET state = 'queued', words = :words, failures = :failures,
            tries = tries - :claimed, next = :next, asked = :asked,
            owner = NULL, since = NULL, changed = :now
        WHERE id = :id
        """,
        {
            "id": delivery_id,
            "words": words,
            "failures": failures + 1,
            "claimed": state == State.SENDING.value,
            "next": (now + min(wait, LONGEST_WAIT)).timestamp(),
            "asked": asked is not None,
            "now": now.timestamp(),
        },
    )
    return find(db, delivery_id)


def let_go(db: sqlite3.Connection, delivery_id: int) -> None:
    """Give up a reservation, whatever became of the delivery."""
    db.execute(
        "UPDATE outbox SET owner = NULL, since = NULL"
        " WHERE id = ? AND state = 'queued' AND owner = ?",
        (delivery_id, this_instance()),
    )


def mark_interrupted(db: sqlite3.Connection, now: datetime) -> tuple[Delivery, ...]:
    """Make UNSURE what a program that is gone was sending.

    Returns:
        The deliveries that are now UNSURE, the oldest first.
    """
    rows = db.execute(
        "SELECT id, owner, since FROM outbox WHERE state = ? ORDER BY id",
        (State.SENDING.value,),
    ).fetchall()
    left = [number for number, owner, since in rows if not _held(owner, since, now)]
    verdict = Verdict(state=State.UNSURE, words=INTERRUPTED)
    return tuple(settle(db, number, verdict, now) for number in left)


def doubt_what_waits(db: sqlite3.Connection, now: datetime) -> None:
    """Make UNSURE whatever waited when this library was copied.

    It may have been sent since, from the library that the copy was made of.
    """
    waited = db.execute(
        "SELECT id FROM outbox WHERE state IN (?, ?)",
        (State.QUEUED.value, State.SENDING.value),
    ).fetchall()
    verdict = Verdict(state=State.UNSURE, words=RESTORED)
    for (number,) in waited:
        settle(db, number, verdict, now)


def retry(db: sqlite3.Connection, delivery_id: int, now: datetime) -> Delivery:
    """Queue a delivery again because a person says so.

    Raises:
        CannotSend: It is being sent, or the site has it already.
    """
    delivery = find(db, delivery_id)
    if delivery.state is State.SENDING:
        raise CannotSend("This comment is being sent right now.")
    if delivery.state in (State.ACCEPTED, State.HELD):
        raise CannotSend("The site has this comment already.")
    if delivery.state is State.REFUSED:
        # Its draft came back, and may have been written on since.
        return put(
            db, drafts.find(db, delivery.draft.id), _destination(db, delivery_id), now
        )
    db.execute(
        "UPDATE outbox SET state = 'queued', failures = 0, changed = :now,"
        " discarded = NULL, next = CASE WHEN asked THEN next END WHERE id = :id",
        {"id": delivery_id, "now": now.timestamp()},
    )
    return find(db, delivery_id)


def take_back(db: sqlite3.Connection, delivery_id: int, now: datetime) -> Draft:
    """Take a comment out of the outbox to write on.

    One that the site has, or may have, stays where it is, and what is written
    on is a copy.

    Raises:
        CannotSend: It is being sent.
    """
    delivery = find(db, delivery_id)
    match delivery.state:
        case State.SENDING:
            raise CannotSend("This comment is being sent right now.")
        case State.QUEUED | State.REFUSED:
            db.execute(
                "UPDATE outbox SET state = 'refused', words = '', owner = NULL,"
                " discarded = ? WHERE id = ?",
                (now.timestamp(), delivery_id),
            )
            return drafts.restore(db, delivery.draft.id)
    return drafts.save(db, replace(delivery.draft, id=0), now)


def discard(db: sqlite3.Connection, delivery_id: int, now: datetime) -> None:
    """Put a delivery in the bin; one that was queued is not sent.

    The draft of one that was refused came back before, and stays where it is.

    Raises:
        CannotSend: It is being sent.
    """
    if find(db, delivery_id).state is State.SENDING:
        raise CannotSend("This comment is being sent right now.")
    db.execute(
        "UPDATE outbox SET discarded = ? WHERE id = ?", (now.timestamp(), delivery_id)
    )


def restore(db: sqlite3.Connection, delivery_id: int) -> Delivery:
    """Take a delivery out of the bin, in the state it was in."""
    db.execute("UPDATE outbox SET discarded = NULL WHERE id = ?", (delivery_id,))
    return find(db, delivery_id)


def _schedule(
    db: sqlite3.Connection, now: datetime, *, impatient: bool
) -> Iterator[tuple[int, float]]:
    """Say when each queued delivery is due, the oldest first.

    What another running program has its hands on is left out, and so is
    everything else for the same host: there is one sender at a time.
    """
    at = now.timestamp()
    busy = {
        host
        for host, owner, since in db.execute(
            "SELECT host, owner, since FROM outbox WHERE owner IS NOT NULL"
        )
        if owner != this_instance() and _held(owner, since, now)
    }
    free = dict(
        # A moment far in the future was written by a clock that has been set since.
        db.execute(
            "SELECT host, max(sent + spacing) FROM outbox"
            " WHERE sent <= :now + spacing GROUP BY host",
            {"now": at},
        ).fetchall()
    )
    for number, host, due, asked in db.execute(
        "SELECT id, host, next, asked FROM outbox"
        " WHERE state = 'queued' AND discarded IS NULL ORDER BY queued, id"
    ).fetchall():
        if host in busy:
            continue
        waits = due is not None and (asked or not impatient)
        if waits and due - at > LONGEST_WAIT.total_seconds():
            waits = False
        yield number, max(due if waits else 0.0, free.get(host, 0.0))


def _held(owner: str | None, since: float | None, now: datetime) -> bool:
    """Whether a running program has its hands on a delivery."""
    if owner is None or since is None:
        return False
    age = abs(now.timestamp() - since)
    return age < LONGEST_ATTEMPT.total_seconds() and is_running(owner)


def _destination(db: sqlite3.Connection, delivery_id: int) -> Destination:
    host, spacing = db.execute(
        "SELECT host, spacing FROM outbox WHERE id = ?", (delivery_id,)
    ).fetchone()
    return Destination(host, timedelta(seconds=spacing))


def _one(db: sqlite3.Connection, condition: str, number: int) -> Delivery:
    row = db.execute(_SELECT + condition, (number,)).fetchone()
    if row is None:
        raise NotFound(f"There is no comment {number} in the outbox.")
    return _delivery(row)


def _all(db: sqlite3.Connection, which: str, *values: str) -> tuple[Delivery, ...]:
    rows = db.execute(_SELECT + which, values)
    return tuple(_delivery(row) for row in rows)


def _delivery(row: tuple[Any, ...]) -> Delivery:
    (
        number,
        draft,
        state,
        words,
        tries,
        doubtful,
        due,
        asked,
        seen,
        permalink,
        comment_id,
        queued,
        changed,
    ) = row
    return Delivery(
        id=number,
        draft=shapes.draft_from_json(draft),
        state=State(state),
        words=words,
        tries=tries,
        doubtful=bool(doubtful),
        next=moment(due),
        asked=bool(asked),
        seen=None if seen is None else Seen(seen),
        permalink=permalink,
        comment_id=comment_id,
        queued=moment(queued),
        changed=moment(changed),
    )
