"""What is done in steps is taken back whole, wherever it ended."""

from __future__ import annotations

import contextlib
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.dates import Published
from reader.domain.ids import Ids
from reader.domain.selection import Selection
from reader.domain.source import Entry
from reader.storage import (
    articles,
    changes,
    deleting,
    doing,
    health,
    lists,
    schema,
    sources,
    statuses,
    tags,
    tallies,
    undertakings,
)
from reader.storage.database import connect
from reader.storage.undertakings import Undertaking
from storage.in_memory import empty_library

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
NUMBER = 60
ALL = Ids.of(range(1, NUMBER + 1))
State = list[list[tuple[object, ...]]]


def fill(db: sqlite3.Connection) -> None:
    """Two sources with thirty articles each, some of them read, starred, tagged."""
    for number in range(2):
        source = sources.add(db, f"https://{number}.example/feed", f"Source {number}")
        news = [
            Entry(
                guid=f"{number}-{each}",
                url=f"https://{number}.example/{each}",
                title=f"Title {each}",
                published=Published((NOW - timedelta(hours=7 * each)).isoformat()),
            )
            for each in range(NUMBER // 2)
        ]
        articles.arrive(db, source.id, news, NOW)
    statuses.mark(db, range(1, NUMBER, 3), read=True)
    statuses.mark(db, range(2, NUMBER, 7), starred=True)
    tags.change(db, range(1, NUMBER, 5), add=["coast"])


@pytest.fixture(autouse=True)
def _small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seven articles a step, and numbers counted together as for many."""
    monkeypatch.setattr(undertakings, "AT_ONCE", 7)
    monkeypatch.setattr(tallies, "MANY", 2)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A library on the disk."""
    path = tmp_path / "library.sqlite3"
    with contextlib.closing(connect(path)) as db:
        schema.prepare(db, path)
        fill(db)
    return path


@pytest.fixture
def db(file: Path) -> Iterator[sqlite3.Connection]:
    """A program that uses it."""
    with contextlib.closing(connect(file, "rw")) as opened:
        yield opened


def state(db: sqlite3.Connection) -> State:
    """Everything that the reader did with articles, and the numbers that are kept of it."""
    assert health._miscounts(db) == []
    return [
        db.execute(sql).fetchall()
        for sql in (
            "SELECT * FROM statuses ORDER BY article_id",
            "SELECT * FROM article_tags ORDER BY article_id, tag",
            "SELECT * FROM days WHERE articles ORDER BY day",
            "SELECT id, articles, unread FROM sources",
            "SELECT article_id FROM deleted",
        )
    ]


Beginning = Callable[[sqlite3.Connection], Undertaking | None]

BEGINNINGS: dict[str, Beginning] = {
    "mark": lambda db: doing.begin_toggling_read(db, ALL, NOW)[0],
    "star": lambda db: doing.begin_toggling_starred(db, ALL, NOW)[0],
    "mark all read": lambda db: doing.begin_marking_all_read(db, Selection(), NOW),
    "mark what is below": lambda db: doing.begin_marking_read_beyond(
        db, Selection(), next(lists.each(db, Selection())), 1, NOW
    ),
    "tag": lambda db: doing.begin_tagging(
        db, ALL, NOW, add=["boats", "ferry"], remove=["coast"]
    ),
    "delete": lambda db: doing.begin_deleting(db, ALL, NOW),
}


@pytest.fixture(params=BEGINNINGS)
def begin(request: pytest.FixtureRequest) -> Beginning:
    """Each thing that is done in steps."""
    return BEGINNINGS[request.param]


def take(db: sqlite3.Connection, undertaking: Undertaking | None, steps: int) -> None:
    """Take some steps, each in a transaction of its own."""
    assert undertaking is not None
    for _, part in zip(range(steps), undertaking.parts(), strict=False):
        db.execute("BEGIN IMMEDIATE")
        assert undertakings.go_on(db, undertaking, part)
        db.execute("COMMIT")


def undo(db: sqlite3.Connection) -> None:
    """Take back the last change in steps."""
    undertaking = undertakings.begin_taking_back(db, NOW)
    assert undertaking is not None
    if undertaking.deed:
        take(db, undertaking, NUMBER)
        undertakings.end(db, undertaking)


def test_step_by_step_it_is_as_at_once(
    db: sqlite3.Connection, begin: Beginning
) -> None:
    """And as much is taken back."""
    before = state(db)
    at_once = empty_library()
    fill(at_once)
    undertakings.finish(at_once, begin(at_once))
    undertaking = begin(db)
    assert undertaking is not None
    assert len(list(undertaking.parts())) > 4
    take(db, undertaking, NUMBER)
    assert state(db) == state(at_once) != before
    undo(db)
    assert state(db) == before
    assert changes.last(db, NOW) is None
    changes.take_back(at_once, NOW)
    assert state(at_once) == before


@pytest.mark.parametrize("steps", [0, 1, 3])
def test_what_died_between_two_steps_is_taken_back_whole(
    db: sqlite3.Connection, begin: Beginning, steps: int
) -> None:
    """However far it was, the next start can take it back."""
    before = state(db)
    take(db, begin(db), steps)
    undo(db)
    assert state(db) == before


@pytest.mark.parametrize("steps", [0, 2])
def test_an_undoing_that_died_goes_on(
    db: sqlite3.Connection, begin: Beginning, steps: int
) -> None:
    """It stays the last change until all of it is taken back."""
    before = state(db)
    take(db, begin(db), NUMBER)
    take(db, undertakings.begin_taking_back(db, NOW), steps)
    undo(db)
    assert state(db) == before
    assert changes.last(db, NOW) is None


def test_what_is_cut_short_is_called_what_it_is(
    db: sqlite3.Connection, begin: Beginning
) -> None:
    """Undoing takes back the part, and names its size."""
    before = state(db)
    undertaking = begin(db)
    assert undertaking is not None
    parts = list(undertaking.parts())[:2]
    take(db, undertaking, 2)
    undertakings.cut_short(db, undertaking, parts)
    change = changes.last(db, NOW)
    assert change is not None
    assert "14 articles" in change.words
    undo(db)
    assert state(db) == before


def test_cut_short_before_anything_was_done_it_was_nothing(
    db: sqlite3.Connection, begin: Beginning
) -> None:
    """There is nothing to take back."""
    undertaking = begin(db)
    assert undertaking is not None
    undertakings.cut_short(db, undertaking, [])
    assert changes.last(db, NOW) is None


def test_taken_back_by_another_program_it_stops(
    db: sqlite3.Connection, file: Path, begin: Beginning
) -> None:
    """No step is taken that nothing would take back."""
    before = state(db)
    undertaking = begin(db)
    take(db, undertaking, 2)
    assert undertaking is not None
    with contextlib.closing(connect(file, "rw")) as other:
        back = undertakings.begin_taking_back(other, NOW)
        part = list(undertaking.parts())[2]
        assert not undertakings.go_on(db, undertaking, part)
        take(other, back, NUMBER)
        assert back is not None
        undertakings.end(other, back)
    assert not undertakings.go_on(db, undertaking, part)
    assert state(db) == before


@pytest.mark.parametrize("name", [name for name in BEGINNINGS if name != "delete"])
def test_between_two_steps_others_write(
    db: sqlite3.Connection, file: Path, name: str
) -> None:
    """What they did is taken back first, and apart."""
    before = state(db)
    undertaking = BEGINNINGS[name](db)
    take(db, undertaking, 2)
    with contextlib.closing(connect(file, "rw", patience=0.01)) as other:
        doing.mark(other, [1, NUMBER], NOW, read=False)
        doing.mark(other, [2, NUMBER], NOW, starred=True)
    assert undertaking is not None
    for part in list(undertaking.parts())[2:]:
        undertakings.go_on(db, undertaking, part)
    while changes.last(db, NOW) is not None:
        undo(db)
    assert state(db) == before


def test_killed_in_a_step_the_rest_is_taken_back(file: Path, begin: Beginning) -> None:
    """A transaction that did not end was not; the numbers are right all the same."""
    name = next(name for name, one in BEGINNINGS.items() if one is begin)
    program = f"""
import os, signal
from pathlib import Path
from storage import test_undertakings as these
from reader.storage import tallies, undertakings
from reader.storage.database import connect

undertakings.AT_ONCE, tallies.MANY = 7, 2
db = connect(Path({str(file)!r}), "rw")
undertaking = these.BEGINNINGS[{name!r}](db)
these.take(db, undertaking, 2)
db.execute("BEGIN IMMEDIATE")
undertakings.go_on(db, undertaking, list(undertaking.parts())[2])
os.kill(os.getpid(), signal.SIGKILL)
"""
    with contextlib.closing(connect(file, "rw")) as db:
        before = state(db)
    killed = subprocess.run(
        [sys.executable, "-c", program], check=False, cwd=Path(__file__).parent.parent
    )
    assert killed.returncode == -signal.SIGKILL
    with contextlib.closing(connect(file, "rw")) as db:
        assert state(db) != before
        undo(db)
        assert state(db) == before


def test_what_others_do_to_what_is_about_to_go_goes_with_it(
    db: sqlite3.Connection, file: Path
) -> None:
    """Starred between two steps, an article comes back starred."""
    undertaking = doing.begin_deleting(db, ALL, NOW)
    take(db, undertaking, 2)
    with contextlib.closing(connect(file, "rw", patience=0.01)) as other:
        doing.mark(other, [NUMBER], NOW, starred=True)
    assert undertaking is not None
    for part in list(undertaking.parts())[2:]:
        undertakings.go_on(db, undertaking, part)
    while changes.last(db, NOW) is not None:
        undo(db)
    row = lists.listed(db, NUMBER)
    assert row is not None
    assert row.starred


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.sets(st.integers(1, NUMBER)), st.booleans()),
        max_size=8,
    )
)
def test_kept_numbers_stay_true_whatever_is_done_to_many(
    deeds: list[tuple[int, set[int], bool]],
) -> None:
    """Counted together as well as one by one."""
    db = empty_library()
    fill(db)
    for deed, ids, value in deeds:
        match deed:
            case 0:
                statuses.mark(db, ids, read=value)
            case 1:
                statuses.mark(db, ids, starred=value)
            case 2:
                deleting.delete(db, ids, NOW)
            case _:
                deleting.restore(db, ids)
        assert health._miscounts(db) == []
        (starred,) = db.execute("SELECT sum(starred) FROM days").fetchone()
        assert starred == len(lists.ids(db, Selection(starred=True)))


def test_the_triggers_are_there_again(db: sqlite3.Connection) -> None:
    """Whoever marks a single article relies on them."""
    names = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"
    before = db.execute(names).fetchall()
    doing.delete(db, ALL, NOW)
    assert db.execute(names).fetchall() == before
