"""The steps to today's tables, and what interrupts them."""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.domain.errors import CannotKeep
from reader.storage import copies, schema
from reader.storage.database import connect

ONE = "CREATE TABLE one (x);\nINSERT INTO one VALUES ('kept');\n"
TWO = """
CREATE TABLE two (y);
CREATE TRIGGER busy AFTER INSERT ON one BEGIN
    INSERT INTO two VALUES (1);
    INSERT INTO two VALUES (2);
END;
INSERT INTO one VALUES ('new');
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite3"


@pytest.fixture
def db(file: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(connect(file, patience=5)) as opened:
        yield opened


def ones(db: sqlite3.Connection) -> list[str]:
    return [row[0] for row in db.execute("SELECT x FROM one")]


def version(db: sqlite3.Connection) -> int:
    (number,) = db.execute("PRAGMA user_version").fetchone()
    return int(number)


def test_a_new_file_takes_every_step(db: sqlite3.Connection, file: Path) -> None:
    assert schema.prepare(db, file, (ONE, TWO)) is None
    assert version(db) == 2
    assert ones(db) == ["kept", "new"]
    assert db.execute("SELECT y FROM two").fetchall() == [(1,), (2,)]


def test_a_large_copy_says_how_far_it_is_and_is_of_one_moment(
    db: sqlite3.Connection, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another program writes meanwhile neither comes into it nor delays it."""
    monkeypatch.setattr(copies, "PAGES_AT_ONCE", 4)
    schema.prepare(db, file, (ONE,))
    db.executemany("INSERT INTO one VALUES (?)", [("x" * 4000,)] * 40)
    heard: list[float] = []

    def meanwhile(words: str, share: float) -> None:
        assert words == schema.COPIED
        heard.append(share)
        with contextlib.closing(connect(file, patience=5)) as other:
            other.execute("INSERT INTO one VALUES ('meanwhile')")

    copy = schema.prepare(db, file, (ONE, TWO), meanwhile)
    assert copy is not None
    assert heard == sorted(heard)
    assert 10 <= len(heard) <= 20
    assert heard[-1] == 1
    with contextlib.closing(sqlite3.connect(copy)) as before:
        assert version(before) == 1
        assert len(ones(before)) == 41
    assert ones(db).count("meanwhile") == len(heard)


SLOW = """
CREATE TABLE much (x);
INSERT INTO much WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 9000)
    SELECT i FROM n;
"""


def test_a_step_says_which_it_is_for_as_long_as_it_takes(
    db: sqlite3.Connection, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How much of it is done nobody knows; the steps before it are."""
    monkeypatch.setattr(schema, "_LOOKS", 1000)
    schema.prepare(db, file, (ONE,))
    heard: list[tuple[str, float]] = []
    schema.prepare(db, file, (ONE, TWO, SLOW), lambda *far: heard.append(far))
    assert len(heard) > 5
    assert set(heard) == {(schema.BROUGHT_UP.format(2, 2, 0), 1 / 2)}


def test_broken_off_in_a_step_it_goes_on_with_that_step(
    db: sqlite3.Connection, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The steps before it are kept, and so is the copy from before them all."""
    monkeypatch.setattr(schema, "_LOOKS", 1000)
    schema.prepare(db, file, (ONE,))

    def enough(_words: str, _share: float) -> None:
        raise CannotKeep("enough")

    with pytest.raises(CannotKeep, match="enough"):
        schema.prepare(db, file, (ONE, TWO, SLOW), enough)
    assert version(db) == 2
    copy = schema.prepare(db, file, (ONE, TWO, SLOW))
    assert copy is not None
    with contextlib.closing(sqlite3.connect(copy)) as before:
        assert version(before) == 1
    assert db.execute("SELECT count(*) FROM much").fetchone() == (9000,)


def test_what_is_up_to_date_is_left_alone(db: sqlite3.Connection, file: Path) -> None:
    schema.prepare(db, file, (ONE,))
    assert schema.prepare(db, file, (ONE,)) is None
    assert list(file.parent.glob("*.before-*")) == []


def test_a_copy_is_made_before_a_library_is_changed(
    db: sqlite3.Connection, file: Path
) -> None:
    schema.prepare(db, file, (ONE,))
    copy = schema.prepare(db, file, (ONE, TWO))
    assert copy is not None
    assert copy.name == "library.sqlite3.before-2"
    assert copy.stat().st_mode & 0o077 == 0
    with contextlib.closing(sqlite3.connect(copy)) as before:
        assert version(before) == 1
        assert ones(before) == ["kept"]


def test_a_step_that_fails_leaves_the_one_before(
    db: sqlite3.Connection, file: Path
) -> None:
    schema.prepare(db, file, (ONE,))
    with pytest.raises(sqlite3.OperationalError):
        schema.prepare(db, file, (ONE, TWO + "SELECT nonsense;\n"))
    assert version(db) == 1
    assert ones(db) == ["kept"]
    assert schema.prepare(db, file, (ONE, TWO)) is not None
    assert ones(db) == ["kept", "new"]


@pytest.mark.parametrize("first", [True, False])
def test_killed_inside_a_step_it_is_as_before(file: Path, *, first: bool) -> None:
    if not first:
        with contextlib.closing(connect(file)) as db:
            schema.prepare(db, file, (ONE,))
    program = f"""
import os, signal
from pathlib import Path
from reader.storage import schema
from reader.storage.database import connect

file = Path({str(file)!r})
db = connect(file)
db.create_function("die", 0, lambda: os.kill(os.getpid(), signal.SIGKILL))
schema.prepare(db, file, ({ONE!r}, {TWO!r} + "SELECT die();\\n"))
"""
    killed = subprocess.run([sys.executable, "-c", program], check=False)
    assert killed.returncode == -signal.SIGKILL
    with contextlib.closing(connect(file)) as db:
        assert version(db) == 1
        assert ones(db) == ["kept"]
        schema.prepare(db, file, (ONE, TWO))
        assert ones(db) == ["kept", "new"]


def test_a_disk_that_is_full_before_the_copy_changes_nothing(
    db: sqlite3.Connection, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schema.prepare(db, file, (ONE,))

    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="space"):
        schema.prepare(db, file, (ONE, TWO))
    assert version(db) == 1


def test_two_that_start_at_once_take_each_step_once(file: Path) -> None:
    with contextlib.closing(connect(file)) as db:
        schema.prepare(db, file, (ONE,))
    together = threading.Barrier(4)
    failures: list[Exception] = []

    def start() -> None:
        with contextlib.closing(connect(file, patience=10)) as db:
            together.wait()
            try:
                schema.prepare(db, file, (ONE, TWO))
            except (sqlite3.Error, OSError, CannotKeep) as error:
                failures.append(error)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with contextlib.closing(connect(file)) as db:
        assert ones(db) == ["kept", "new"]
    with contextlib.closing(sqlite3.connect(f"{file}.before-2")) as before:
        assert ones(before) == ["kept"]


def test_two_that_start_on_a_new_file_make_one_library(file: Path) -> None:
    together = threading.Barrier(4)
    failures: list[Exception] = []

    def start() -> None:
        with contextlib.closing(connect(file, patience=10)) as db:
            together.wait()
            try:
                schema.prepare(db, file)
            except (sqlite3.Error, OSError, CannotKeep) as error:
                failures.append(error)

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
