"""The copy of a library before its format changes: whole or not there, and not for ever."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import NamedTuple

import pytest

from reader.domain.errors import CannotKeep
from reader.storage import copies, schema
from reader.storage.database import Database, connect

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Usage(NamedTuple):
    """Of a disk, in bytes."""

    total: int
    used: int
    free: int


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of the format before the last, with 400 KB in it."""
    path = tmp_path / "library.sqlite3"
    with contextlib.closing(connect(path)) as db:
        schema.prepare(db, path, schema.STEPS[:-1])
        db.executemany(
            "INSERT INTO sources (url, name) VALUES (?, ?)",
            [(str(each), "x" * 4000) for each in range(100)],
        )
    return path


def version(path: Path) -> int:
    """The format of a library."""
    with contextlib.closing(sqlite3.connect(path)) as db:
        (number,) = db.execute("PRAGMA user_version").fetchone()
        return int(number)


def unfinished(library: Path) -> list[Path]:
    """What copying has left."""
    return list(library.parent.glob("*.unfinished-*"))


def put(library: Path, number: str, age: timedelta) -> Path:
    """A copy of a certain age."""
    path = library.with_name(f"{library.name}.before-{number}")
    path.write_bytes(b"copy")
    moment = (NOW - age).timestamp()
    os.utime(path, (moment, moment))
    return path


def test_copies_are_told_from_what_else_stands_there(tmp_path: Path) -> None:
    """The newest format's first; what a repair kept is none of them."""
    library = tmp_path / "library.sqlite3"
    for number in ("9", "10", "repair", "12abcd"):
        put(library, number, timedelta(0))
    put(tmp_path / "other.sqlite3", "11", timedelta(0))
    found = copies.beside(library)
    assert [one.path.suffix for one in found] == [".before-10", ".before-9"]
    assert (found[0].size, found[0].made) == (4, NOW)
    assert found[0].kept_until == NOW + copies.KEPT_FOR


@pytest.mark.parametrize(
    ("newest", "gone"),
    [
        (timedelta(hours=23), set()),
        (timedelta(days=2), {"10", "9"}),
        (timedelta(days=29), {"10", "9"}),
        (timedelta(days=31), {"12", "10", "9"}),
    ],
)
def test_the_last_is_kept_for_a_month_and_the_others_until_it_is_proved(
    tmp_path: Path, newest: timedelta, gone: set[str]
) -> None:
    """How old the others are does not matter."""
    library = tmp_path / "library.sqlite3"
    assert copies.outlived(library, NOW) == ()
    put(library, "9", timedelta(days=500))
    put(library, "10", timedelta(days=40))
    put(library, "12", newest)
    found = copies.outlived(library, NOW)
    assert {one.path.name.rpartition("-")[2] for one in found} == gone


def test_a_disk_without_room_is_told_before_anything_is_done(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In numbers: what it takes, and what there is."""
    monkeypatch.setattr(copies, "disk_usage", lambda _: Usage(9, 9, 300 * 1024))
    with (
        contextlib.closing(connect(library, "rw")) as db,
        pytest.raises(CannotKeep, match=r"takes 0\.\d MB.*there are 0\.3 MB"),
    ):
        schema.prepare(db, library)
    assert version(library) == len(schema.STEPS) - 1
    assert copies.beside(library) == ()
    assert unfinished(library) == []


def test_killed_while_it_copies_the_library_is_as_before(library: Path) -> None:
    """What it left is swept away by the next start, and nothing else is."""
    program = f"""
import os, signal
from pathlib import Path
from reader.storage import copies, schema
from reader.storage.database import connect

copies.PAGES_AT_ONCE = 10
file = Path({str(library)!r})
schema.prepare(connect(file, "rw"), file,
    progress=lambda words, share: share > 0.5 and os.kill(os.getpid(), signal.SIGKILL))
"""
    killed = subprocess.run([sys.executable, "-c", program], check=False)
    assert killed.returncode == -signal.SIGKILL
    assert version(library) == len(schema.STEPS) - 1
    assert len(unfinished(library)) == 1
    assert copies.beside(library) == ()
    other = library.with_name(f"{library.name}.unfinished-{os.getppid()}-x")
    other.write_bytes(b"somebody is at it")
    with contextlib.closing(connect(library, "rw")) as db:
        schema.prepare(db, library)
    assert version(library) == len(schema.STEPS)
    assert unfinished(library) == [other]
    (copy,) = copies.beside(library)
    assert version(copy.path) == len(schema.STEPS) - 1


async def test_cancelled_while_it_copies_nothing_is_left_of_it(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever presses Ctrl-C does not wait for the end."""
    monkeypatch.setattr(copies, "PAGES_AT_ONCE", 10)
    begun, go_on = Event(), Event()

    def progress(_words: str, _share: float) -> None:
        begun.set()
        go_on.wait(10)

    opening = asyncio.ensure_future(Database.open(library, progress=progress))
    await asyncio.to_thread(begun.wait, 10)
    opening.cancel()
    await asyncio.sleep(0)
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await opening
    assert version(library) == len(schema.STEPS) - 1
    assert unfinished(library) == []
    assert copies.beside(library) == ()
    database = await Database.open(library)
    await database.close()
    assert version(library) == len(schema.STEPS)
