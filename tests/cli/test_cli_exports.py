"""What goes out of the library from a shell, and comes back."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest

from cli.conftest import Reader
from reader.domain.annotation import Anchor
from reader.domain.dates import Published
from reader.domain.identity import Identity
from reader.domain.source import Entry
from reader.storage import (
    articles,
    drafts,
    outbox,
    quotations,
    schema,
    sources,
    statuses,
)
from reader.storage.database import connect
from reader.storage.outbox import Destination

NOW = datetime(2026, 2, 1, 12, tzinfo=UTC)
HTML = (
    "<p>“It is late,” said Ada Moreno. “It is,” Tom Reid agreed.</p>"
    "<p>See <a href='https://ada:secret@a.example/more'>more</a> &amp; on.</p>"
)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with two articles, a highlight and a comment."""
    path = tmp_path / "data" / "reader" / "library.sqlite3"
    path.parent.mkdir(parents=True)
    with closing(connect(path)) as db:
        schema.prepare(db, path)
        source = sources.add(
            db, "https://a.example/feed", "The Harbour", tags=["coast", "news"]
        )
        entries = [
            Entry(
                guid=str(number),
                url=f"https://a.example/{number}",
                title=f"Title {number}: “yes” & no",
                published=Published(f"2026-01-0{number}"),
                html=HTML,
            )
            for number in (2, 1)
        ]
        articles.arrive(db, source.id, entries, NOW)
        statuses.mark(db, [1], starred=True)
        quotations.highlight(db, 1, Anchor(exact="more"), "Where?", NOW)
        draft = drafts.begin(
            db,
            url="https://a.example/1",
            article="Title 1",
            now=NOW,
            form=None,
            identity=Identity(name="Ada", email="ada@example.org"),
            reply_to=None,
        )
        outbox.put(db, draft, Destination("a.example", timedelta()), NOW)
        db.execute("UPDATE outbox SET state = 'accepted'")
    return path


@pytest.mark.usefixtures("library")
def test_subscriptions_go_out_and_in(reader: Reader, tmp_path: Path) -> None:
    out = tmp_path / "mine.opml"
    assert reader("export", "opml", str(out)).code == 0
    assert '<outline text="coast" title="coast">' in reader("export", "opml").out
    assert reader("remove", "1").code == 0
    ran = reader("import", "-", given=out.read_bytes())
    assert (ran.code, ran.out) == (0, "1 added, 0 already there\n")
    assert reader("import", str(out)).out == "0 added, 1 already there\n"


@pytest.mark.usefixtures("library")
def test_articles_go_out_as_json_lines(reader: Reader) -> None:
    ran = reader("export", "articles")
    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert [line["title"] for line in lines] == [
        "Title 2: “yes” & no",
        "Title 1: “yes” & no",
    ]
    assert lines[0]["source"] == "The Harbour"
    assert lines[1]["starred"] is True
    first, second = lines[1]["quotations"]
    assert (first["speaker"], second["speaker"]) == ("Ada Moreno", "Tom Reid")
    assert lines[1]["text"][first["start"] : first["end"]] == "It is late,"
    assert "secret" not in ran.out


@pytest.mark.usefixtures("library")
def test_some_articles_are_chosen(reader: Reader) -> None:
    for words, number in (
        (["--starred"], 1),
        (["--limit", "1"], 1),
        (["--source", "The Harbour"], 2),
        (["--tag", "nothing"], 0),
        (["--unread"], 2),
        (["--search", "title:1 late"], 1),
    ):
        ran = reader("export", "articles", *words)
        assert len(ran.out.splitlines()) == number, words


@pytest.mark.usefixtures("library")
def test_articles_go_out_as_files_of_markdown(reader: Reader, tmp_path: Path) -> None:
    folder = tmp_path / "out" / "articles"
    ran = reader("export", "articles", str(folder))
    assert (ran.code, ran.out) == (0, "")
    assert "2 articles written" in ran.err
    names = sorted(file.name for file in folder.iterdir())
    assert names == ["2026-01-01-title-1-yes-no-1.md", "2026-01-02-title-2-yes-no-2.md"]
    text = (folder / names[0]).read_text()
    assert 'title: "Title 1: “yes” & no"\n' in text
    assert "“It is late,” said Ada Moreno." in text
    assert "[more](https://a.example/more)" in text


@pytest.mark.usefixtures("library")
def test_only_files_that_an_export_wrote_are_written_anew(
    reader: Reader, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    reader("export", "articles", str(folder))
    older = folder / "2026-01-01-title-1-yes-no-1.md"
    older.write_text(older.read_text() + "old")
    assert reader("export", "articles", str(folder)).code == 0
    assert not older.read_text().endswith("old")
    older.write_text("my own words")
    ran = reader("export", "articles", str(folder))
    assert ran.code == 1
    assert "is there already; --force replaces it" in ran.err
    assert older.read_text() == "my own words"
    assert reader("export", "articles", "--force", str(folder)).code == 0
    assert older.read_text() != "my own words"


@pytest.mark.usefixtures("library")
def test_articles_go_out_as_a_book(reader: Reader, tmp_path: Path) -> None:
    out = tmp_path / "mine.epub"
    assert reader("export", "articles", str(out), "--title", "Mine").code == 0
    book = ZipFile(out)
    assert book.testzip() is None
    assert book.namelist()[0] == "mimetype"
    assert "<dc:title>Mine</dc:title>" in book.read("EPUB/package.opf").decode()
    assert "Title 2" in book.read("EPUB/article-1.xhtml").decode()


def test_a_book_of_nothing_is_none(reader: Reader, tmp_path: Path) -> None:
    out = tmp_path / "mine.epub"
    ran = reader("export", "articles", str(out))
    assert ran.code == 1
    assert "no article" in ran.err
    assert not out.exists()


@pytest.mark.usefixtures("library")
def test_quotes_go_out_with_highlights(reader: Reader) -> None:
    said = json.loads(reader("export", "quotes").out)
    assert [(one["kind"], one["text"]) for one in said] == [
        ("direct", "It is late,"),
        ("direct", "It is,"),
        ("direct", "It is late,"),
        ("direct", "It is,"),
        ("highlight", "more"),
    ]
    assert said[0]["speaker"] == "Ada Moreno"
    assert said[0]["article"]["title"] == "Title 2: “yes” & no"
    assert said[4]["note"] == "Where?"
    lines = reader("export", "quotes", "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == said
    markdown = reader("export", "quotes", "--format", "markdown").out
    assert "> It is late,\n>\n> — Ada Moreno, [Title 2" in markdown
    assert markdown.endswith("\nWhere?\n\n")


@pytest.mark.usefixtures("library")
def test_comments_go_out(reader: Reader, tmp_path: Path) -> None:
    (one,) = json.loads(reader("export", "comments").out)
    assert (one["article"], one["state"]) == ("Title 1", "accepted")
    assert one["queued"] == "2026-02-01T12:00:00+00:00"
    out = tmp_path / "mine.md"
    assert reader("export", "comments", str(out)).code == 0
    assert out.read_text().startswith("## [Title 1](<https://a.example/1>)")
    assert out.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("what", ["quotes", "comments"])
def test_of_an_empty_library_a_list_is_empty(reader: Reader, what: str) -> None:
    assert json.loads(reader("export", what).out) == []


def test_the_whole_library_comes_back(
    reader: Reader, library: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    asked = (("list", "--json"), ("comments", "--mine", "--json"), ("export", "quotes"))
    before = [reader(*words).out for words in asked]
    assert reader("export", "library", str(copy)).code == 0
    for file in library.parent.iterdir():
        file.unlink()
    assert reader("list").out == ""
    ran = reader("import", str(copy))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Restored: 1 source, 2 articles, 1 draft, 1 comment\n"
    assert [reader(*words).out for words in asked] == before


def test_a_library_in_use_is_not_replaced(
    reader: Reader, library: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    assert reader("export", "library", str(copy)).code == 0
    ran = reader("import", str(copy))
    assert ran.code == 1
    assert "into an empty one only" in ran.err
    for words in (("library",), ("opml",)):
        ran = reader("export", *words, str(library), "--force")
        assert ran.code == 1
        assert "is the library itself" in ran.err
    assert len(reader("list").out.splitlines()) == 2
    ran = reader("import", "-", given=copy.read_bytes())
    assert (ran.code, "from a file" in ran.err) == (1, True)


@pytest.mark.usefixtures("library")
def test_a_file_that_is_there_is_not_replaced_unasked(
    reader: Reader, tmp_path: Path
) -> None:
    out = tmp_path / "mine"
    for what in ("opml", "quotes", "comments", "library"):
        out.write_text("something of mine")
        ran = reader("export", what, str(out))
        assert (ran.code, ran.out) == (1, "")
        assert "--force" in ran.err
        assert out.read_text() == "something of mine"
        assert reader("export", what, str(out), "--force").code == 0
    assert [file.name for file in tmp_path.glob("*mine*")] == ["mine"]


@pytest.mark.parametrize(
    "words",
    [
        ("quotes", "--format", "epub"),
        ("articles", "--format", "json"),
        ("articles", "--format", "markdown"),
        ("opml", "--format", "json"),
        ("opml", "--starred"),
        ("comments", "--limit", "3"),
        ("library",),
        ("everything",),
    ],
)
def test_what_cannot_be_written_so_is_wrong_usage(
    reader: Reader, words: tuple[str, ...]
) -> None:
    ran = reader("export", *words)
    assert (ran.code, ran.out) == (2, "")


def test_a_place_that_takes_nothing_is_named(reader: Reader, tmp_path: Path) -> None:
    ran = reader("export", "opml", str(tmp_path / "no" / "such.opml"))
    assert ran.code == 1
    assert "No such file or directory" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("name", ["no such file", "."])
def test_a_list_that_cannot_be_read_is_named(reader: Reader, name: str) -> None:
    ran = reader("import", name)
    assert ran.code == 1
    assert "cannot be read" in ran.err
    assert "Traceback" not in ran.err


def test_bookmarks_come_in(reader: Reader) -> None:
    ran = reader(
        "import",
        "-",
        given="<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><H3>News</H3><DL>"
        "<DT><A HREF='https://a.example/'>A</A><DT><A HREF='javascript:x'>B</A></DL></DL>",
    )
    assert ran.out == "1 added, 0 already there\n"
    assert "javascript:x is no web address" in ran.err
    assert 'text="News"' in reader("export", "opml").out


def test_a_list_comes_in_through_a_pipe(reader: Reader, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    listed = b"https://a.example/feed coast\n# " + b"x" * 200
    writer = threading.Thread(target=pipe.write_bytes, args=(listed,), daemon=True)
    writer.start()
    assert reader("import", str(pipe)).out == "1 added, 0 already there\n"
    writer.join()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_export_that_is_stopped_leaves_nothing_behind(
    library: Path, tmp_path: Path, number: signal.Signals
) -> None:
    with closing(connect(library)) as db:
        entries = [
            Entry(guid=f"x{each}", url=None, title="T", html=HTML * 50)
            for each in range(300)
        ]
        articles.arrive(db, 1, entries, NOW)
    folder = tmp_path / "out"
    folder.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "export", "articles", folder / "mine.epub"],
        env=os.environ | {"READER_LIBRARY": str(library)},
        stderr=subprocess.PIPE,
    )
    until = time.monotonic() + 30
    while not any(folder.iterdir()) and time.monotonic() < until:
        time.sleep(0.01)
    process.send_signal(number)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 128 + number
    assert said == b""
    assert list(folder.iterdir()) == []
