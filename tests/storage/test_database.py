"""One file, one writer, and what may happen to both."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from reader.domain.errors import CannotKeep
from reader.storage import database as databases
from reader.storage import schema, sources
from reader.storage.database import Database
from reader.storage.health import examine


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "made" / "library.sqlite3"


@pytest.fixture
async def database(file: Path) -> AsyncIterator[Database]:
    opened = await Database.open(file, patience=0.1)
    yield opened
    await opened.close()


def add(db: sqlite3.Connection, name: str = "A") -> None:
    sources.add(db, f"https://{name}.example.org/feed", name)


def names(db: sqlite3.Connection) -> list[str]:
    return [source.name for source in sources.every(db)]


def pragma(db: sqlite3.Connection, name: str) -> str | int:
    (value,) = db.execute(f"PRAGMA {name}").fetchone()
    assert isinstance(value, str | int)
    return value


async def test_what_was_run_is_there_for_a_look(database: Database) -> None:
    await database.run(add)
    assert await database.look(names) == ["A"]


async def test_it_is_as_it_should_be(database: Database) -> None:
    assert await database.run(pragma, "journal_mode") == "wal"
    assert await database.run(pragma, "foreign_keys") == 1
    assert await database.run(pragma, "synchronous") == 1
    assert await database.run_safely(pragma, "synchronous") == 2
    assert await database.run(pragma, "synchronous") == 1


async def test_nobody_else_on_the_machine_can_read_it(
    database: Database, file: Path
) -> None:
    await database.run(add)
    for made in (file, file.parent):
        assert stat.S_IMODE(made.stat().st_mode) & 0o077 == 0


async def test_a_failure_changes_nothing(database: Database) -> None:
    def half(db: sqlite3.Connection) -> None:
        add(db)
        raise KeyError

    with pytest.raises(KeyError):
        await database.run(half)
    assert await database.look(names) == []
    await database.run(add)
    assert await database.look(names) == ["A"]


async def test_a_fault_of_ours_is_no_excuse(database: Database) -> None:
    with pytest.raises(sqlite3.OperationalError):
        await database.run(lambda db: db.execute("SELECT nonsense"))


async def test_a_look_changes_nothing(database: Database) -> None:
    with pytest.raises(CannotKeep, match="only be read"):
        await database.look(add)
    assert await database.look(names) == []


async def test_a_look_is_not_kept_waiting_by_a_writer(database: Database) -> None:
    writing, written = threading.Event(), threading.Event()

    def slow(db: sqlite3.Connection) -> None:
        add(db)
        writing.set()
        assert written.wait(10)

    task = asyncio.create_task(database.run(slow))
    await asyncio.to_thread(writing.wait)
    assert await database.look(names) == []
    written.set()
    await task
    assert await database.look(names) == ["A"]


async def test_a_cancelled_caller_leaves_the_whole_change(database: Database) -> None:
    writing, go_on = threading.Event(), threading.Event()

    def slow(db: sqlite3.Connection) -> None:
        add(db)
        writing.set()
        assert go_on.wait(10)
        add(db, "B")

    task = asyncio.create_task(database.run(slow))
    waiting = asyncio.create_task(database.run(add, "C"))
    await asyncio.to_thread(writing.wait)
    task.cancel()
    waiting.cancel()
    for each in (task, waiting):
        with pytest.raises(asyncio.CancelledError):
            await each
    go_on.set()
    # What had not begun when its caller went is not done at all.
    assert await database.run(names) == ["A", "B"]


async def test_a_library_in_use_is_waited_for(database: Database, file: Path) -> None:
    other = databases.connect(file, "rw")
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(CannotKeep, match="Another program is writing"):
        await database.run(add)
    assert await database.look(names) == []
    other.execute("COMMIT")
    other.close()
    await database.run(add)


async def test_a_second_instance_sees_and_writes_the_same(
    database: Database, file: Path
) -> None:
    other = await Database.open(file)
    await other.run(add)
    assert await database.look(names) == ["A"]
    await database.run(add, "B")
    assert await other.look(names) == ["A", "B"]
    await other.close()


async def test_a_full_disk_changes_nothing(database: Database) -> None:
    await database.run(add)
    await database.run(lambda db: db.execute("PRAGMA max_page_count = 1").fetchone())

    def much(db: sqlite3.Connection) -> None:
        for number in range(1000):
            add(db, f"source {number} " + "x" * 1000)

    with pytest.raises(CannotKeep, match="is full"):
        await database.run(much)
    with pytest.raises(CannotKeep, match="is full"):
        await database.run_safely(much)
    assert await database.look(names) == ["A"]


async def test_a_library_opened_to_read_takes_no_change(file: Path) -> None:
    first = await Database.open(file)
    await first.run(add)
    await first.close()
    before = file.read_bytes()
    database = await Database.open(file, read_only=True)
    assert database.read_only
    assert await database.look(names) == ["A"]
    for run in (database.run, database.run_safely):
        with pytest.raises(CannotKeep, match="only be read"):
            await run(add, "B")
    assert await database.run(names) == ["A"]
    await database.close()
    assert file.read_bytes() == before


async def test_a_file_that_cannot_be_written_is_opened_to_read(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = await Database.open(file)
    await first.run(add)
    await first.close()
    # Root may write anything, whatever its mode says.
    monkeypatch.setattr(os, "access", lambda *_: False)
    database = await Database.open(file)
    assert database.read_only
    assert await database.look(names) == ["A"]
    await database.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, which only root can have."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)]
    if (
        os.geteuid()
        or subprocess.run(mount, check=False, capture_output=True).returncode
    ):
        pytest.skip("only root can mount a disk, and not everywhere")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


async def test_a_library_on_a_disk_that_takes_nothing_is_read(small_disk: Path) -> None:
    file = small_disk / "library.sqlite3"
    first = await Database.open(file)
    await first.run(add)
    await first.close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    database = await Database.open(file)
    assert database.read_only
    assert await database.look(names) == ["A"]
    with pytest.raises(CannotKeep, match="only be read"):
        await database.run(add, "B")
    await database.close()
    assert not examine(file).troubles


async def test_a_library_on_a_full_disk_is_read(small_disk: Path) -> None:
    file = small_disk / "library.sqlite3"
    first = await Database.open(file)
    await first.run(add)
    await first.close()
    fill(small_disk / "rest")
    database = await Database.open(file)
    assert await database.look(names) == ["A"]
    with pytest.raises(CannotKeep, match="is full"):
        await database.run(add, "B")
    await database.close()
    (small_disk / "rest").unlink()
    database = await Database.open(file)
    assert not database.read_only
    await database.run(add, "B")
    assert await database.look(names) == ["A", "B"]
    await database.close()


def fill(file: Path) -> None:
    """Leave no room on a disk."""
    with contextlib.suppress(OSError), file.open("wb", buffering=0) as rest:
        while rest.write(bytes(4096)):
            pass


async def test_an_older_library_that_can_only_be_read_says_so(file: Path) -> None:
    first = await Database.open(file)
    await first.run(lambda db: db.execute("PRAGMA user_version = 1"))
    await first.close()
    with pytest.raises(CannotKeep, match="older reader"):
        await Database.open(file, read_only=True)


async def test_there_is_nothing_to_read_where_there_is_no_file(file: Path) -> None:
    with pytest.raises(CannotKeep, match="no library"):
        await Database.open(file, read_only=True)
    assert not file.exists()


async def test_a_damaged_file_names_who_can_help(
    database: Database, file: Path
) -> None:
    for each in range(100):
        await database.run(add, f"source {each}" + "x" * 1000)
    await database.close()
    with file.open("r+b") as bytes_:
        bytes_.seek(4096)
        bytes_.write(os.urandom(file.stat().st_size - 4096))
    async with contextlib.AsyncExitStack() as stack:
        stack.enter_context(pytest.raises(CannotKeep, match="reader doctor"))
        again = await Database.open(file)
        stack.push_async_callback(again.close)
        await again.run(names)


@pytest.mark.parametrize("body", [b"not a database at all" * 100, b"\0" * 5000])
async def test_a_file_that_is_no_database_is_left_alone(
    tmp_path: Path, body: bytes
) -> None:
    file = tmp_path / "notes.txt"
    file.write_bytes(body)
    with pytest.raises(CannotKeep, match=r"damaged|not a library"):
        await Database.open(file)
    assert file.read_bytes() == body


async def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "other.sqlite3"
    with contextlib.closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE theirs (x)")
    with pytest.raises(CannotKeep, match="not a library"):
        await Database.open(file)
    with contextlib.closing(sqlite3.connect(file)) as other:
        tables = other.execute("SELECT name FROM sqlite_schema").fetchall()
        assert tables == [("theirs",)]


async def test_a_newer_library_is_left_alone(database: Database, file: Path) -> None:
    newer = len(schema.STEPS) + 1
    await database.run(add)
    await database.run(lambda db: db.execute(f"PRAGMA user_version = {newer}"))
    await database.close()
    for read_only in (False, True):
        with pytest.raises(CannotKeep, match="newer reader"):
            await Database.open(file, read_only=read_only)


@pytest.mark.parametrize("name", ["with space", "per%cent", "que?stion", "ha#sh", "ü“"])
async def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    database = await Database.open(tmp_path / name)
    await database.run(add)
    await database.close()
    assert (tmp_path / name).exists()


async def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotKeep, match="could not be opened"):
        await Database.open(tmp_path / "file" / "library.sqlite3")


async def test_killed_in_the_middle_it_has_all_or_nothing(file: Path) -> None:
    program = f"""
import asyncio, os, signal
from pathlib import Path
from reader.storage import sources
from reader.storage.database import Database
from reader.storage.health import examine

def half(db):
    sources.add(db, "https://b.example.org/feed", "B")
    os.kill(os.getpid(), signal.SIGKILL)

async def main():
    database = await Database.open(Path({str(file)!r}))
    await database.run(sources.add, "https://a.example.org/feed", "A")
    await database.run(half)

asyncio.run(main())
"""
    killed = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", program], check=False
    )
    assert killed.returncode == -9
    database = await Database.open(file)
    assert await database.look(names) == ["A"]
    await database.close()
