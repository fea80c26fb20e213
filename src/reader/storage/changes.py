"""What the reader did, written down with what takes it back.

It outlives the program: who ends it, and is sorry afterwards, starts it again
and takes back what they did before.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from array import array
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from itertools import chain
from typing import Any, Final

from reader.domain.change import Change
from reader.domain.errors import NotFound
from reader.domain.ids import Ids
from reader.storage import (
    deleting,
    drafts,
    outbox,
    quotations,
    searches,
    sources,
    statuses,
    tags,
)
from reader.storage.moments import moment
from reader.storage.tags import Retagging

KEPT_FOR: Final = timedelta(days=1)
"""How long a change can be taken back."""

MOST: Final = 1_000
"""How many changes can be taken back."""

Given = Mapping[str, Any]
"""What an operation is given: what JSON has, and `Ids`."""

IN_PASSING: Final = "close"
"""What takes back that an article was read because it was opened."""

_RUNS: Final = "runs"
"""What `Ids` are written under."""


def remember(
    db: sqlite3.Connection,
    words: str,
    inverse: str,
    given: Given,
    now: datetime,
    *,
    article: int | None = None,
) -> int:
    """Write a change down, in the transaction that makes it.

    Args:
        db: The library.
        words: What was done.
        inverse: The name of what takes it back, one of `INVERSES`.
        given: What that is given; `Ids` may stand in it.
        now: The present moment.
        article: The article whose text is shown otherwise from now on, or None.

    Returns:
        Its number.
    """
    row = db.execute(
        """
        INSERT INTO changes (made, words, article, inverse) VALUES (?, ?, ?, ?)
        RETURNING id
        """,
        (now.timestamp(), words, article, _packed([inverse, given])),
    ).fetchone()
    db.execute(
        "DELETE FROM changes WHERE made < ? OR id <= (SELECT max(id) FROM changes) - ?",
        ((now - KEPT_FOR).timestamp(), MOST),
    )
    return int(row[0])


def remember_in_passing(
    db: sqlite3.Connection, words: str, article_id: int, now: datetime
) -> None:
    """Write down that an article was read because it was opened.

    The last one is a step of undoing for itself. Those before it, which nobody
    asked for, are one together: who goes back to what they did before they read
    is there at once.

    Args:
        db: The library.
        words: What was done.
        article_id: The article.
        now: The present moment.
    """
    latest = _latest(db, now, 2)
    if [inverse for _, _, inverse, _ in latest] == [IN_PASSING, IN_PASSING]:
        (number, _, _, given), (earlier, _, _, given_earlier) = latest
        ids = given["ids"] | given_earlier["ids"]
        rewrite(
            db,
            earlier,
            f"read {len(ids):,} articles by opening them",
            IN_PASSING,
            {"ids": ids},
        )
        db.execute(
            "UPDATE changes SET made = ? WHERE id = ?", (now.timestamp(), earlier)
        )
        forget(db, number)
    remember(db, words, IN_PASSING, {"ids": Ids.of([article_id])}, now)


def last(db: sqlite3.Connection, now: datetime) -> Change | None:
    """The latest change that can be taken back, or None."""
    row = db.execute(
        "SELECT words, article FROM changes WHERE made >= ? ORDER BY id DESC LIMIT 1",
        ((now - KEPT_FOR).timestamp(),),
    ).fetchone()
    return None if row is None else Change(words=row[0], article=row[1])


def take_back(db: sqlite3.Connection, now: datetime) -> Change | None:
    """Take back the latest change, however much it is.

    What it was made to may be gone by now; then there is nothing to take back
    of it, and it is forgotten all the same.

    Returns:
        The change, or None if none is left.
    """
    found = whole(db, now)
    if found is None:
        return None
    number, change, inverse, given = found
    with suppress(NotFound):
        INVERSES[inverse](db, given)
    forget(db, number)
    return change


def renumber(db: sqlite3.Connection, number: int) -> int:
    """Give the latest change a new number: whoever is still at it finds the old one gone.

    Returns:
        The new one.
    """
    (new,) = db.execute(
        """
        INSERT INTO changes (made, words, article, inverse)
        SELECT made, words, article, inverse FROM changes WHERE id = ? RETURNING id
        """,
        (number,),
    ).fetchone()
    forget(db, number)
    return int(new)


def is_there(db: sqlite3.Connection, number: int) -> bool:
    """Whether a change can still be taken back."""
    row = db.execute("SELECT 1 FROM changes WHERE id = ?", (number,)).fetchone()
    return row is not None


def rewrite(
    db: sqlite3.Connection, number: int, words: str, inverse: str, given: Given
) -> None:
    """Say otherwise what a change was, and what takes it back."""
    db.execute(
        "UPDATE changes SET words = ?, inverse = ? WHERE id = ?",
        (words, _packed([inverse, given]), number),
    )


def forget(db: sqlite3.Connection, number: int) -> None:
    """Let go of a change that is taken back."""
    db.execute("DELETE FROM changes WHERE id = ?", (number,))


def whole(
    db: sqlite3.Connection, now: datetime
) -> tuple[int, Change, str, Given] | None:
    """The latest change, or None.

    Returns:
        Its number, the change, and what takes it back with what that is given.
    """
    latest = _latest(db, now, 1)
    return latest[0] if latest else None


def _latest(
    db: sqlite3.Connection, now: datetime, most: int
) -> list[tuple[int, Change, str, Given]]:
    """The latest changes, the last first, as `whole` tells one."""
    rows = db.execute(
        """
        SELECT id, words, article, inverse FROM changes
        WHERE made >= ? ORDER BY id DESC LIMIT ?
        """,
        ((now - KEPT_FOR).timestamp(), most),
    )
    return [
        (number, Change(words=words, article=article), *_unpacked(inverse))
        for number, words, article, inverse in rows
    ]


def _unpacked(inverse: bytes) -> tuple[str, Given]:
    name, given = json.loads(zlib.decompress(inverse), object_hook=_ids_in)
    return name, given


def _packed(value: Any) -> bytes:
    text = json.dumps(value, separators=(",", ":"), default=_stored)
    return zlib.compress(text.encode(), 1)


def _stored(value: object) -> Mapping[str, str]:
    """Ids as JSON has them: their runs' ends, eight bytes each, as text."""
    if not isinstance(value, Ids):
        raise TypeError(f"not to be written down: {value!r}")
    ends = array("q", chain.from_iterable(value.runs))
    return {_RUNS: b64encode(ends.tobytes()).decode("ascii")}


def _ids_in(value: dict[str, Any]) -> Any:
    """What `_stored` made JSON."""
    if value.keys() != {_RUNS}:
        return value
    ends = array("q", b64decode(value[_RUNS]))
    return Ids(tuple(zip(ends[::2], ends[1::2], strict=True)))


def _mark(db: sqlite3.Connection, given: Given) -> None:
    statuses.mark(db, given["ids"], read=given["read"], starred=given["starred"])


def _close(db: sqlite3.Connection, given: Given) -> None:
    statuses.mark(db, given["ids"], read=False)


def _retag(db: sqlite3.Connection, given: Given) -> None:
    tags.carry_out(db, Retagging(added=given["added"], removed=given["removed"]))


def _put_tags_back(db: sqlite3.Connection, given: Given) -> None:
    tags.put_back(db, {int(number): tuple(had) for number, had in given["had"]})


def _restore(db: sqlite3.Connection, given: Given) -> None:
    deleting.restore(db, given["ids"])


def _withdraw(db: sqlite3.Connection, given: Given) -> None:
    quotations.withdraw(db, given["id"])


def _remove_highlight(db: sqlite3.Connection, given: Given) -> None:
    quotations.remove_highlight(db, given["id"])


def _restore_highlight(db: sqlite3.Connection, given: Given) -> None:
    quotations.restore_highlight(db, given["row"])


def _annotate(db: sqlite3.Connection, given: Given) -> None:
    quotations.annotate(db, given["id"], given["note"])


def _restore_draft(db: sqlite3.Connection, given: Given) -> None:
    drafts.out_of_the_bin(db, given["id"])


def _restore_comment(db: sqlite3.Connection, given: Given) -> None:
    outbox.restore(db, given["id"])


def _discard_draft(db: sqlite3.Connection, given: Given) -> None:
    drafts.discard(db, given["id"], moment(given["when"]))


def _discard_comment(db: sqlite3.Connection, given: Given) -> None:
    outbox.discard(db, given["id"], moment(given["when"]))


def _put_draft_back(db: sqlite3.Connection, given: Given) -> None:
    drafts.put_back(db, given["id"], given["text"], moment(given["when"]))


def _remove_source(db: sqlite3.Connection, given: Given) -> None:
    sources.remove(db, given["id"])


def _remove_sources(db: sqlite3.Connection, given: Given) -> None:
    for source_id in given["ids"]:
        sources.remove(db, source_id)


def _name_source(db: sqlite3.Connection, given: Given) -> None:
    sources.rename(db, given["id"], given["name"], named=given["named"])


def _tag_source(db: sqlite3.Connection, given: Given) -> None:
    sources.tag(db, given["id"], given["tags"])


def _bring_source_back(db: sqlite3.Connection, given: Given) -> None:
    sources.bring_back(db, given["aside"])


def _remove_search(db: sqlite3.Connection, given: Given) -> None:
    searches.remove(db, given["id"])


def _put_search(db: sqlite3.Connection, given: Given) -> None:
    searches.put(db, given["row"])


INVERSES: Final[Mapping[str, Callable[[sqlite3.Connection, Given], None]]] = {
    "mark": _mark,
    IN_PASSING: _close,
    "retag": _retag,
    "tags": _put_tags_back,
    "restore": _restore,
    "withdraw": _withdraw,
    "remove highlight": _remove_highlight,
    "restore highlight": _restore_highlight,
    "annotate": _annotate,
    "restore draft": _restore_draft,
    "restore comment": _restore_comment,
    "remove source": _remove_source,
    "remove sources": _remove_sources,
    "name source": _name_source,
    "tag source": _tag_source,
    "discard draft": _discard_draft,
    "discard comment": _discard_comment,
    "put draft back": _put_draft_back,
    "bring source back": _bring_source_back,
    "remove search": _remove_search,
    "put search": _put_search,
}
"""What takes changes back, by the names the library has for it: a name is not changed."""
