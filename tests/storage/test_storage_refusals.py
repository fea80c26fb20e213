"""Every operation against a library that is locked, full, or only to be read."""

from __future__ import annotations

import contextlib
import secrets
import sqlite3
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from reader.domain.annotation import Anchor, Correction
from reader.domain.article import Article
from reader.domain.change import Change
from reader.domain.errors import CannotKeep
from reader.domain.exchange import Freshness
from reader.domain.ids import Ids
from reader.domain.search import Deed
from reader.domain.selection import Selection
from reader.domain.source import Entry, Feed, Subscription
from reader.domain.trouble import Trouble
from reader.storage import (
    articles,
    changes,
    deleting,
    doing,
    lists,
    refreshes,
    retention,
    search,
    searches,
    sources,
    statuses,
    tags,
    undertakings,
)
from reader.storage import (
    database as databases,
)
from reader.storage.database import Database
from reader.storage.undertakings import Undertaking

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
FRESH = Freshness(etag='"1"', last_modified="x")
Operation = Callable[[sqlite3.Connection], object]


def much() -> str:
    """More than fits into what is free, compressed or not."""
    return secrets.token_hex(100_000)


def entry(guid: str = "new") -> Entry:
    return Entry(guid=guid, url=f"https://a.example/{guid}", title="New", html=much())


def page(url: str) -> Article:
    return Article(url=url, title="Page", blocks=(), html=much())


GROWING: dict[str, Operation] = {
    "add a source": lambda db: sources.add(db, "https://b.example/", much()),
    "add many": lambda db: sources.add_all(
        db, [Subscription(url="https://c.example/"), Subscription(url=f"https://d/{much()}")]
    ),
    "tag": lambda db: doing.tag_source(db, 1, ["short", much()], NOW),
    "rename": lambda db: doing.rename_source(db, 1, much(), NOW),
    "import": lambda db: doing.add_sources(
        db, [Subscription(url=f"https://d/{much()}")], NOW
    ),
    "arrive": lambda db: articles.arrive(db, 1, [entry("0"), entry()], NOW),
    "keep a new page": lambda db: articles.keep_page(
        db, "https://n.example/", page("https://n.example/"), NOW
    ),
    "keep a known page": lambda db: articles.keep_page(db, 1, page("https://a.example/1"), NOW),
    "take in a feed": lambda db: refreshes.take_in(
        db, 1, Feed(title="T", entries=(entry(),)), NOW, freshness=FRESH, body_hash=b"1"
    ),
    "subscribe": lambda db: refreshes.subscribe(
        db, "https://e.example/", Feed(title="T", entries=(entry(),)), NOW,
        freshness=FRESH, body_hash=b"1",
    ),
    "index": lambda db: search.index(
        db, [(one, " ".join(secrets.token_hex(4) for _ in range(50_000)))
             for one in search.waiting(db, 2)]
    ),
    "fail": lambda db: sources.failed(db, 1, NOW, much(), trouble=Trouble.GONE, wait_until=NOW),
    "describe": lambda db: sources.described(db, 1, name=much(), site=None, language="de"),
    "move": lambda db: sources.moved(db, 1, f"https://moved.example/{much()}"),
    "keep a search": lambda db: doing.keep_search(db, "New", much(), NOW),
    "let a search act": lambda db: doing.let_search_act(db, 1, Deed(tags=(much(),)), NOW),
    "tag articles": lambda db: doing.tag(db, [1], NOW, add=[much()]),
    "highlight": lambda db: doing.highlight(db, 1, Anchor(exact="Kept"), much(), NOW),
    "correct": lambda db: doing.correct(
        db, 1, Correction(anchor=Anchor(exact=much()), speaker="Ada"), NOW
    ),
    "annotate": lambda db: doing.annotate(db, 1, much(), NOW),
    "answer": lambda db: sources.answered(
        db, 1, NOW, freshness=Freshness(etag=much()), body_hash=b"2"
    ),
}  # fmt: skip

STEADY: dict[str, Operation] = {
    "thin out": lambda db: retention.thin_out(
        db, 1, NOW + timedelta(days=9), age=timedelta(days=1), number=1, listed=()
    ),
    "rename a search": lambda db: doing.rename_search(db, 1, "Other", NOW),
    "remove a search": lambda db: doing.remove_search(db, 1, NOW),
    "toggle": lambda db: doing.begin_toggling_read(db, [1], NOW),
    "toggle the star": lambda db: doing.begin_toggling_starred(db, [1], NOW),
    "mark what is below": lambda db: doing.begin_marking_read_beyond(
        db, Selection(), 3, 1, NOW
    ),
    "read by opening": lambda db: doing.read_by_opening(db, 1, NOW),
    "let go of the deleted": lambda db: deleting.let_go(db, NOW + timedelta(days=2)),
    "begin a deletion": lambda db: doing.begin_deleting(db, [1, 3], NOW),
    "begin tagging": lambda db: doing.begin_tagging(db, [1, 3], NOW, add=["quay"]),
    "begin to undo": lambda db: undertakings.begin_taking_back(db, NOW),
    "a step": lambda db: undertakings.go_on(db, STEP, Ids.of([1, 3])),
    "the end of an undoing": lambda db: undertakings.end(db, STEP),
    "cut a deletion short": lambda db: undertakings.cut_short(db, STEP, [Ids.of([1])]),
    "mark and remember": lambda db: doing.mark(db, [1], NOW, read=True),
    "delete": lambda db: doing.delete(db, [1, 2], NOW),
    "remove a highlight": lambda db: doing.remove_highlight(db, 1, NOW),
    "undo": lambda db: changes.take_back(db, NOW),
    "mark read": lambda db: statuses.mark(db, [1, 2], read=True, starred=True),
    "mark all read": lambda db: doing.mark_all_read(db, Selection(), NOW),
    "keep a place": lambda db: statuses.keep_place(db, 1, 30),
    "forget a place": lambda db: statuses.keep_place(db, 2, 0),
    "take a source out": lambda db: doing.remove_source(db, 1, NOW),
    "remove a source": lambda db: sources.remove(db, 1),
}

STEP: Undertaking = Undertaking(
    change=Change(words="starred two"),
    ids=Ids.of([1, 3]),
    number=1,
    saying="starred {}",
    deed="mark",
    given={"read": None, "starred": True},
    inverse="mark",
    given_back={"read": None, "starred": False},
)
"""Something begun that goes on; in `fill`, the first change."""

LOOKING: dict[str, Operation] = {
    "sources": sources.every,
    "a source": lambda db: sources.find(db, 1),
    "what is due": lambda db: sources.due(db, NOW),
    "rows": lambda db: lists.rows(db, Selection(), 0, 10),
    "rows of a search": lambda db: lists.rows(db, Selection(words="kept"), 0, 10),
    "counts": lambda db: lists.counts(db, Selection(unread=True)),
    "position": lambda db: lists.position(db, Selection(), 1),
    "the next unread": lambda db: lists.next_unread(db, Selection(), -1),
    "one line": lambda db: lists.listed(db, 1),
    "everything": lambda db: lists.ids(db, Selection()),
    "a copy": lambda db: articles.copy_of(db, 1),
    "an address": lambda db: articles.address_of(db, 1),
    "saved searches": searches.every,
    "unread in a search": lambda db: searches.unread(db, "kept", 5),
    "what fits best": lambda db: lists.best(db, Selection(words="kept"), 5),
    "the nth unread": lambda db: lists.nth_unread(db, Selection(), 2),
    "a moment": lambda db: lists.at_moment(db, Selection(), NOW.timestamp()),
    "a stretch": lambda db: lists.ids_between(db, Selection(), 1, 3),
    "addresses": lambda db: articles.addresses_of(db, [1, 2]),
    "common tags": lambda db: tags.common(db, [1]),
    "what can be undone": lambda db: changes.last(db, NOW),
    "what waits for the index": lambda db: search.waiting(db, 10),
}


def fill(db: sqlite3.Connection) -> None:
    source = sources.add(db, "https://a.example/feed", "A", tags=["kept"])
    entries = [
        Entry(guid=str(each), url=f"https://a.example/{each}", title=f"Kept {each}")
        for each in range(3)
    ]
    articles.arrive(db, source.id, entries, NOW)
    search.index(db, [(one, "kept") for one in search.waiting(db, 1)])
    statuses.keep_place(db, 2, 10)
    doing.keep_search(db, "Kept", "kept", NOW)
    doing.highlight(db, 2, Anchor(exact="Kept"), "why?", NOW)
    doing.mark(db, [2], NOW, starred=True)


def everything(db: sqlite3.Connection) -> dict[str, list[Any]]:
    tables = db.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%'"
    ).fetchall()
    return {
        name: db.execute(f"SELECT * FROM {name}").fetchall()
        for (name,) in tables
        if name not in ("search", "sqlite_stat1")
    }


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite3"


@pytest.fixture
async def database(file: Path) -> AsyncIterator[Database]:
    opened = await Database.open(file, patience=0.01)
    await opened.run(fill)
    yield opened
    await opened.close()


@pytest.fixture(params=GROWING | STEADY)
def change(request: pytest.FixtureRequest) -> Operation:
    return (GROWING | STEADY)[request.param]


async def test_a_locked_library_refuses_and_keeps(
    database: Database, file: Path, change: Operation
) -> None:
    before = await database.look(everything)
    with contextlib.closing(databases.connect(file, "rw")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CannotKeep, match="Another program"):
            await database.run(change)
    assert await database.look(everything) == before
    await database.run(change)


async def test_a_library_to_be_read_refuses_and_keeps(
    database: Database, file: Path, change: Operation
) -> None:
    before = await database.look(everything)
    reading = await Database.open(file, read_only=True)
    with pytest.raises(CannotKeep, match="only be read"):
        await reading.run(change)
    await reading.close()
    assert await database.look(everything) == before


@pytest.mark.parametrize("name", GROWING)
async def test_a_full_disk_refuses_and_keeps(database: Database, name: str) -> None:
    before = await database.look(everything)
    await database.run(lambda db: db.execute("PRAGMA max_page_count = 1").fetchone())
    with pytest.raises(CannotKeep, match="is full"):
        await database.run(GROWING[name])
    assert await database.look(everything) == before


@pytest.mark.parametrize("name", LOOKING)
async def test_whoever_writes_a_look_is_answered(
    database: Database, file: Path, name: str
) -> None:
    answered = await database.look(LOOKING[name])
    with contextlib.closing(databases.connect(file, "rw")) as other:
        other.execute("BEGIN IMMEDIATE")
        assert await database.look(LOOKING[name]) == answered
    await database.run(lambda db: db.execute("PRAGMA max_page_count = 1").fetchone())
    assert await database.look(LOOKING[name]) == answered
    reading = await Database.open(file, read_only=True)
    assert await reading.look(LOOKING[name]) == answered
    await reading.close()
