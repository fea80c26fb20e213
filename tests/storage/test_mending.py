"""A library that is damaged, miscounted or too large is put right as far as can be."""

from __future__ import annotations

import secrets
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.domain.errors import CannotKeep
from reader.domain.selection import Counts, Selection
from reader.domain.source import Entry
from reader.storage import (
    articles,
    compacting,
    doing,
    health,
    lists,
    mending,
    salvage,
    schema,
    search,
    sources,
)
from reader.storage.database import connect

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
MANY = 200


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of many articles, in one file without a log."""
    path = tmp_path / "library.sqlite3"
    path.touch()
    with closing(connect(path, "rw")) as db:
        schema.prepare(db, path)
        sources.add(db, "https://example.org/feed", "Example", tags=["coast"])
        entries = [
            Entry(
                guid=str(each),
                url=f"https://example.org/{each}",
                title=f"Title {each}",
                html=f"<p>{secrets.token_hex(1_000)}</p>",
            )
            for each in range(MANY)
        ]
        articles.arrive(db, 1, entries, NOW)
        doing.mark(db, [3], NOW, starred=True)
        doing.tag(db, [4], NOW, add=["boats"])
        doing.keep_search(db, "Coast", "coast", NOW)
        db.execute("PRAGMA journal_mode = DELETE")
    return path


def damage(path: Path, table: str) -> None:
    """Overwrite a page in the middle of a table."""
    with closing(sqlite3.connect(path)) as db:
        (page,) = db.execute(
            "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'"
            " ORDER BY path LIMIT 1 OFFSET 20",
            (table,),
        ).fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(secrets.token_bytes(size))


def test_a_sound_library_says_what_takes_its_room(library: Path) -> None:
    """And that nothing is wrong with it."""
    report = health.examine(library)
    assert report.troubles == ()
    assert any(line.startswith("texts: ") for line in report.lines)
    assert any(line.startswith("lists: ") for line in report.lines)


def test_a_damaged_library_says_what_can_be_saved(library: Path) -> None:
    """Before anybody does something about it."""
    damage(library, "bodies")
    report = health.examine(library)
    assert f"articles: {MANY} can be read" in report.troubles
    assert any("--salvage" in line for line in report.troubles)


def test_what_can_be_read_is_saved(library: Path, tmp_path: Path) -> None:
    """All but what stood on the page that is damaged; the numbers are right again."""
    damage(library, "bodies")
    saved = tmp_path / "saved.sqlite3"
    lines = salvage.save(library, saved)
    assert f"articles: {MANY} saved" in lines
    assert health.examine(saved).troubles == ()
    with closing(connect(saved, "rw")) as db:
        assert lists.counts(db, Selection()) == Counts(MANY, MANY)
        assert lists.counts(db, Selection(starred=True)).all == 1
        assert lists.counts(db, Selection(tag="boats")).all == 1
        assert [one.name for one in sources.every(db)] == ["Example"]
        (texts,) = db.execute("SELECT count(*) FROM bodies").fetchone()
        (waiting,) = db.execute("SELECT count(*) FROM search_waiting").fetchone()
    assert MANY - 10 <= texts < MANY
    assert waiting == texts


def test_what_belongs_to_something_lost_is_let_go_of(
    library: Path, tmp_path: Path
) -> None:
    """So that what is saved is sound."""
    with closing(sqlite3.connect(library)) as db:
        db.execute("DELETE FROM articles WHERE id = 4")
        db.commit()
    saved = tmp_path / "saved.sqlite3"
    assert any("belonged to something" in one for one in salvage.save(library, saved))
    assert health.examine(saved).troubles == ()


def test_nothing_is_written_over_when_saving(library: Path, tmp_path: Path) -> None:
    """Nor is anything made of what is no library."""
    with pytest.raises(CannotKeep, match="already"):
        salvage.save(library, library)
    other = tmp_path / "other"
    other.write_bytes(b"no library" * 1_000)
    with pytest.raises(CannotKeep, match="Nothing could be saved"):
        salvage.save(other, tmp_path / "saved.sqlite3")


def test_wrong_numbers_are_counted_again(library: Path) -> None:
    """With a copy of the library as it was beside it."""
    with closing(sqlite3.connect(library)) as db:
        db.execute("UPDATE sources SET unread = 7")
        db.execute("UPDATE days SET articles = articles + 1")
        db.execute("DELETE FROM statuses WHERE article_id = 9")
        db.execute("DELETE FROM articles WHERE id = 4")
        db.commit()
    assert health.examine(library).troubles
    done = mending.repair(library)
    assert any("counted again" in line for line in done)
    assert any("belonged to nothing" in line for line in done)
    assert health.examine(library).troubles == ()
    assert library.with_name("library.sqlite3.before-repair").exists()


def test_room_is_given_back(library: Path) -> None:
    """What was deleted takes no room any more."""
    with closing(connect(library, "rw")) as db:
        db.execute("DELETE FROM articles WHERE id > 20")
    before, after = compacting.compact(library)
    assert after.file <= before.file / 2
    assert health.examine(library).troubles == ()


def test_copies_from_before_updates_go_if_the_library_is_well(library: Path) -> None:
    """Not within a day of the last; what a repair kept stays."""
    now = datetime.now(UTC)
    for number in ("3", "12", "repair"):
        library.with_name(f"{library.name}.before-{number}").write_bytes(b"copy")
    said = " ".join(health.examine(library).lines)
    assert f"{library.name}.before-12: 0 KB, as it was on" in said
    assert mending.remove_copies(library, now) == ()
    done = mending.remove_copies(library, now + timedelta(days=2))
    assert [line.split(",")[0].rpartition(".")[2] for line in done] == [
        "before-12",
        "before-3",
    ]
    assert [one.suffix for one in library.parent.glob("*.before-*")] == [
        ".before-repair"
    ]
    assert mending.remove_copies(library, now + timedelta(days=2)) == ()


def test_a_damaged_library_keeps_its_copies(library: Path) -> None:
    """They may be all there is."""
    library.with_name(f"{library.name}.before-12").write_bytes(b"copy")
    with library.open("r+b") as file:
        file.seek(8192)
        file.write(secrets.token_bytes(30_000))
    with pytest.raises(CannotKeep, match=r"copies are kept|damaged"):
        mending.remove_copies(library, datetime.now(UTC) + timedelta(days=2))
    assert library.with_name(f"{library.name}.before-12").exists()


@pytest.mark.parametrize("changes", [0, 2])
def test_what_a_search_looks_through_is_put_in_order(
    library: Path, changes: int
) -> None:
    """One tree instead of many, without what articles said once; and how far it is told."""
    with closing(connect(library, "rw")) as db:
        for number in range(changes + 1):
            db.execute("INSERT OR IGNORE INTO search_waiting SELECT id FROM articles")
            while waiting := search.waiting(db, 20):
                search.index(
                    db, [(one, f"{one.html} round{number}") for one in waiting]
                )
    told: list[tuple[float, str]] = []
    before, after = compacting.compact(
        library, lambda share, words: told.append((share, words))
    )
    assert after.index < before.index or not changes
    with closing(connect(library, "rw")) as db:
        trees = "SELECT count(DISTINCT segid) FROM search_idx"
        assert db.execute(trees).fetchone() == (1,)
        assert db.execute("SELECT count(*) FROM search_waiting").fetchone() == (0,)
        assert len(lists.ids(db, Selection(words="title"))) == MANY
        old = db.execute("SELECT count(*) FROM search WHERE search MATCH 'round0'")
        assert old.fetchone() == (0 if changes else MANY,)
    works = [words for _, words in told]
    assert any("put in order" in words for words in works)
    assert any("made anew" in words for words in works) is bool(changes)
    assert all(0 <= share <= 1 for share, _ in told)
    assert health.examine(library).troubles == ()


@pytest.mark.parametrize("work", [mending.repair, compacting.compact])
def test_a_library_in_use_is_left_alone(
    library: Path, work: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And says so."""
    for module in ("mending", "compacting"):
        monkeypatch.setattr(f"reader.storage.{module}.PATIENCE", 0.05)
    assert callable(work)
    with closing(connect(library, "rw")) as db:
        db.execute("BEGIN IMMEDIATE")
        with pytest.raises(CannotKeep, match="Another program"):
            work(library)


@pytest.mark.parametrize("length", [16, 100, 4096])
def test_a_library_without_its_beginning_is_saved(
    library: Path, tmp_path: Path, length: int
) -> None:
    """Nothing sends from one command to the other and back; copies are named."""
    copy = library.with_name(f"{library.name}.before-repair")
    mending.repair(library)
    assert copy.exists()
    with library.open("r+b") as file:
        file.write(secrets.token_bytes(length))
    troubles = " ".join(health.examine(library).troubles)
    assert "The beginning of" in troubles
    assert "--salvage" in troubles
    assert str(copy) in troubles
    with pytest.raises(CannotKeep, match="--salvage") as refused:
        mending.repair(library)
    assert "reader doctor” says" not in str(refused.value)
    assert str(copy) in str(refused.value)
    before = library.read_bytes()
    saved = tmp_path / "saved.sqlite3"
    assert f"articles: {MANY} saved" in salvage.save(library, saved)
    assert health.examine(saved).troubles == ()
    assert library.read_bytes() == before
