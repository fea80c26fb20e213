"""What is done to more articles than one transaction should hold: in steps.

What takes it all back is written down before the first step. Whoever breaks off
between two steps, or dies, leaves a part done that one undoing takes back, and
an undoing that died goes on where it was. Between two steps everybody else can
write.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from reader.domain.change import Change
from reader.domain.ids import Ids
from reader.storage import changes, deleting, statuses, tags
from reader.storage.changes import Given
from reader.storage.moments import moment
from reader.storage.tags import Retagging
from reader.text.titles import titled

AT_ONCE: Final = 20_000
"""How many articles a step changes at the most: some hundredths of a second's work."""


LONGEST_TITLE: Final = 40
"""Letters of an article's title in the words for a change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """Something that is done, or taken back, in steps."""

    change: Change
    """What was done, in words."""

    ids: Ids
    """The articles it is done to."""

    number: int
    """The change's number; once that is gone, nothing more is to be done."""

    saying: str
    """The change's words, with `{}` for how many articles."""

    deed: str
    """The name of what is done, one of `DEEDS`; none if all is done already."""

    given: Given
    """What that is given, but for the articles."""

    inverse: str
    """The name of what takes it back; none if this is a taking back."""

    given_back: Given
    """What that is given, but for the articles."""

    def parts(self) -> Iterator[Ids]:
        """The articles that each step is about; none if all is done already."""
        return self.ids.parts(AT_ONCE) if self.deed else iter(())


def begin(
    db: sqlite3.Connection,
    ids: Ids,
    now: datetime,
    *,
    saying: str,
    deed: str,
    given: Given,
    inverse: str,
    given_back: Given,
) -> Undertaking | None:
    """Write down what takes something back; and do it, if it is no more than a step.

    Args:
        db: The library.
        ids: The articles: those that it changes, and no others.
        now: The present moment.
        saying: What is done, in words, with `{}` for how many articles.
        deed: The name of what is done.
        given: What that is given, but for the articles.
        inverse: The name of what takes it back.
        given_back: What that is given, but for the articles.

    Returns:
        What is left to be done, or None if it changes nothing.
    """
    if not ids:
        return None
    words = saying.format(_articles(db, ids))
    undo = DEEDS[inverse].shape(given_back, ids)
    undertaking = Undertaking(
        change=Change(words=words),
        ids=ids,
        number=changes.remember(db, words, inverse, undo, now),
        saying=saying,
        deed=deed,
        given=given,
        inverse=inverse,
        given_back=given_back,
    )
    if len(ids) > AT_ONCE:
        return undertaking
    DEEDS[deed].do(db, given, ids)
    return replace(undertaking, deed="")


def begin_taking_back(db: sqlite3.Connection, now: datetime) -> Undertaking | None:
    """Begin to take back the latest change; and do it, if it is no more than a step.

    Returns:
        What is left to be done, or None if there is nothing to take back.
    """
    found = changes.whole(db, now)
    if found is None:
        return None
    number, change, deed, given = found
    ids = DEEDS[deed].ids(given) if deed in DEEDS else Ids()
    if len(ids) > AT_ONCE:
        number = changes.renumber(db, number)
    else:
        changes.take_back(db, now)
        deed = ""
    return Undertaking(
        change=change,
        ids=ids,
        number=number,
        saying="",
        deed=deed,
        given=given,
        inverse="",
        given_back={},
    )


def go_on(db: sqlite3.Connection, undertaking: Undertaking, part: Ids) -> bool:
    """Take one step.

    Returns:
        Whether it was taken; not if the change was taken back meanwhile.
    """
    if not changes.is_there(db, undertaking.number):
        return False
    DEEDS[undertaking.deed].do(db, undertaking.given, part)
    return True


def end(db: sqlite3.Connection, undertaking: Undertaking) -> None:
    """Write down that all of a taking back is done."""
    changes.forget(db, undertaking.number)


def cut_short(
    db: sqlite3.Connection, undertaking: Undertaking, parts: Sequence[Ids]
) -> None:
    """Write down that no more than these parts were done; undoing takes back just them."""
    done = Ids()
    for part in parts:
        done |= part
    if not done:
        changes.forget(db, undertaking.number)
        return
    changes.rewrite(
        db,
        undertaking.number,
        undertaking.saying.format(_articles(db, done)),
        undertaking.inverse,
        DEEDS[undertaking.inverse].shape(undertaking.given_back, done),
    )


def finish(db: sqlite3.Connection, undertaking: Undertaking | None) -> Ids:
    """Do all that is left of something, in the transaction it was begun in.

    Returns:
        The articles it was done to.
    """
    if undertaking is None:
        return Ids()
    for part in undertaking.parts():
        DEEDS[undertaking.deed].do(db, undertaking.given, part)
    return undertaking.ids


@dataclass(frozen=True, slots=True)
class _Deed:
    """Something that can be done to a part of the articles first, and then to the rest."""

    do: Callable[[sqlite3.Connection, Given, Ids], object]
    shape: Callable[[Given, Ids], Given]
    """What `changes` keeps of it."""

    ids: Callable[[Given], Ids]
    """The articles in what `changes` keeps."""


def _mark(db: sqlite3.Connection, given: Given, ids: Ids) -> None:
    statuses.mark(db, ids, read=given["read"], starred=given["starred"])


def _retag(db: sqlite3.Connection, given: Given, ids: Ids) -> None:
    tags.carry_out(db, _retagging(given).of(ids))


def _delete(db: sqlite3.Connection, given: Given, ids: Ids) -> None:
    deleting.delete(db, ids, moment(given["when"]))


def _restore(db: sqlite3.Connection, _given: Given, ids: Ids) -> None:
    deleting.restore(db, ids)


def _with_ids(given: Given, ids: Ids) -> Given:
    return {**given, "ids": ids}


def _ids_of(given: Given) -> Ids:
    return Ids.of(given["ids"])


def _tags_of_some(given: Given, ids: Ids) -> Given:
    some = _retagging(given).of(ids)
    return {"added": some.added, "removed": some.removed}


def _retagging(given: Given) -> Retagging:
    return Retagging(added=given["added"], removed=given["removed"])


DEEDS: Final[Mapping[str, _Deed]] = {
    "mark": _Deed(_mark, _with_ids, _ids_of),
    "retag": _Deed(_retag, _tags_of_some, lambda given: _retagging(given).ids),
    "delete": _Deed(_delete, _with_ids, _ids_of),
    "restore": _Deed(_restore, _with_ids, _ids_of),
}
"""What can be done in steps, by the names that `changes` has for it."""


def named(db: sqlite3.Connection, article_id: int) -> str:
    """What an article is called where there is little room."""
    row = db.execute(
        "SELECT title FROM articles WHERE id = ?", (article_id,)
    ).fetchone()
    title = "" if row is None else str(row[0])
    if len(title) > LONGEST_TITLE:
        title = f"{title[: LONGEST_TITLE - 1].rstrip()}…"
    return titled(title) if title else "one article"


def _articles(db: sqlite3.Connection, ids: Ids) -> str:
    return named(db, next(iter(ids))) if len(ids) == 1 else f"{len(ids):,} articles"
