"""The whole library to a file, and back."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.domain.annotation import Anchor, Correction
from reader.domain.comment import CommentForm, Field, Role
from reader.domain.delivery import State
from reader.domain.errors import CannotKeep
from reader.domain.identity import Identity
from reader.domain.source import Entry
from reader.storage import (
    articles,
    backups,
    drafts,
    outbox,
    quotations,
    schema,
    sources,
    statuses,
)
from reader.storage.database import connect
from reader.storage.outbox import Destination

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
LATER = NOW + timedelta(days=7)
FORM = CommentForm(
    action="https://a.example/wp-comments-post.php",
    system="wordpress",
    page="https://a.example/1",
    fields=(Field(name="comment", role=Role.COMMENT, required=True),),
)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with something of everything in it."""
    path = tmp_path / "library.sqlite3"
    with opened(path) as db:
        schema.prepare(db, path)
        source = sources.add(db, "https://a.example/feed", "A", tags=["coast", "news"])
        entries = [
            Entry(
                guid=str(number),
                url=f"https://a.example/{number}",
                title=f"Title {number} ’",
                html=f"<p>“Text {number},” said Ada.</p>" * 50,
            )
            for number in range(30)
        ]
        articles.arrive(db, source.id, entries, NOW)
        statuses.mark(db, [1, 2, 3], read=True)
        statuses.mark(db, [3, 4], starred=True)
        statuses.keep_place(db, 5, 120)
        anchor = Anchor(exact="Text 1", prefix="“", suffix=",”")
        quotations.highlight(db, 1, anchor, "A note", NOW)
        quotations.correct(db, 1, Correction(anchor=anchor, speaker="Tom"), NOW)
        for text in ("a draft", "queued", "accepted"):
            draft = drafts.begin(
                db,
                url="https://a.example/1",
                article="Title 1",
                now=NOW,
                form=FORM,
                identity=Identity(name="Ada", email="ada@example.org"),
                reply_to=None,
            )
            drafts.save(db, draft, NOW)
            if text != "a draft":
                outbox.put(db, draft, Destination("a.example", timedelta()), NOW)
        db.execute("UPDATE outbox SET state = 'accepted' WHERE id = 2")
    return path


@contextlib.contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(connect(path)) as db:
        yield db


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with opened(path) as db:
        tables = [
            name
            for (name,) in db.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table'"
                # What a virtual table holds stands in tables of its own.
                " AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
            )
        ]
        return {
            table: sorted(db.execute(f"SELECT * FROM {table}"), key=repr)
            for table in tables
        }


def back_up(library: Path, copy: Path) -> Path:
    copy.touch()
    with opened(library) as db:
        db.execute("BEGIN")
        backups.write(db, copy)
        db.execute("COMMIT")
    return copy


def test_what_is_restored_is_what_was_there(library: Path, tmp_path: Path) -> None:
    with opened(library) as db:
        db.execute("UPDATE outbox SET state = 'held' WHERE state = 'queued'")
    before = everything(library)
    copy = back_up(library, tmp_path / "copy")
    for file in tmp_path.glob("library.sqlite3*"):
        file.unlink()
    told = backups.restore(copy, library, LATER)
    assert told == ("1 source", "30 articles", "3 drafts", "2 comments")
    assert everything(library) == before


def test_a_copy_is_one_file_that_says_what_it_is(library: Path, tmp_path: Path) -> None:
    copy = back_up(library, tmp_path / "copies")
    with opened(copy) as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert [file.name for file in tmp_path.glob("copies*")] == ["copies"]
    assert backups.is_library(copy.read_bytes()[: backups.HEADER])


def test_a_restored_library_is_written_as_every_other(
    library: Path, tmp_path: Path
) -> None:
    copy = back_up(library, tmp_path / "copy")
    other = tmp_path / "other" / "library.sqlite3"
    backups.restore(copy, other, LATER)
    with opened(other) as db:
        assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert other.stat().st_mode & 0o077 == 0


def test_what_waited_in_a_copy_is_unsure_once_it_is_restored(
    library: Path, tmp_path: Path
) -> None:
    copy = back_up(library, tmp_path / "copy")
    backups.restore(copy, tmp_path / "other.sqlite3", LATER)
    with opened(tmp_path / "other.sqlite3") as db:
        states = {one.id: one.state for one in outbox.every(db)}
        assert states == {1: State.UNSURE, 2: State.ACCEPTED}
        assert outbox.find(db, 1).doubtful
        assert outbox.reserve(db, LATER + timedelta(days=1), impatient=True) is None


def test_a_library_with_something_in_it_stays_as_it_is(
    library: Path, tmp_path: Path
) -> None:
    copy = back_up(library, tmp_path / "copy")
    other = tmp_path / "other.sqlite3"
    with opened(other) as db:
        schema.prepare(db, other)
        sources.add(db, "https://b.example/feed", "B")
    before = everything(other)
    with pytest.raises(CannotKeep, match=r"has 1 source\. .*READER_LIBRARY"):
        backups.restore(copy, other, LATER)
    assert everything(other) == before


def damaged(copy: Path) -> None:
    body = bytearray(copy.read_bytes())
    body[len(body) // 2 : len(body) // 2 + 20_000] = bytes(20_000)
    copy.write_bytes(body)


def newer(copy: Path) -> None:
    with opened(copy) as db:
        db.execute("PRAGMA user_version = 99")


def another(copy: Path) -> None:
    copy.unlink()
    with opened(copy) as db:
        db.execute("CREATE TABLE other (x)")


def cut(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:10_000])


@pytest.mark.parametrize("harm", [damaged, newer, another, cut, Path.unlink])
def test_what_is_no_sound_copy_is_not_restored(
    library: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    copy = back_up(library, tmp_path / "copy")
    harm(copy)
    other = tmp_path / "other.sqlite3"
    with pytest.raises(CannotKeep):
        backups.restore(copy, other, LATER)
    assert not other.exists()


def test_a_library_somebody_is_writing_to_is_copied_all_the_same(
    library: Path, tmp_path: Path
) -> None:
    with opened(library) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE sources SET name = 'not yet'")
        copy = back_up(library, tmp_path / "copy")
        writer.execute("ROLLBACK")
    with opened(copy) as db:
        assert [source.name for source in sources.every(db)] == ["A"]


def test_a_copy_that_finds_no_room_says_so(library: Path) -> None:
    with (
        opened(library) as db,
        pytest.raises(CannotKeep, match="copy could not be written"),
    ):
        backups.write(db, Path("/dev/full"))


def test_a_damaged_library_is_not_copied(library: Path, tmp_path: Path) -> None:
    with opened(library) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        page = db.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'articles_by_url'"
        ).fetchone()[0]
        size = db.execute("PRAGMA page_size").fetchone()[0]
    body = bytearray(library.read_bytes())
    body[(page - 1) * size + 200 : page * size] = b"\xff" * (size - 200)
    library.write_bytes(body)
    with pytest.raises(CannotKeep, match="The library is damaged"):
        back_up(library, tmp_path / "copy")


@pytest.mark.parametrize(
    "header",
    [b"", b"SQLite format 3\0", b"SQLite format 3\0" + bytes(84), b"<opml>" * 20],
)
def test_other_files_are_no_library(header: bytes) -> None:
    assert not backups.is_library(header)
