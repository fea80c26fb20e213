"""The first frame, drawn before the framework is there."""

from __future__ import annotations

import fcntl
import json
import os
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.terminal import Terminal
from reader.domain.dates import Dates, Published
from reader.domain.source import Entry, Listed
from reader.storage import articles, glimpse, schema, sources
from reader.storage.database import connect
from reader.ui.app import ReaderApp
from reader.ui.article_row import FAINT, MARK, READ, STAR, UNREAD
from reader.ui.screens.library import LibraryScreen
from reader.ui.sketch import Sketch, Standing
from reader.ui.stencil import STATUS, Stencil, paint_name
from reader.ui.taking_over import stencil_of
from ui.house import open_rooms
from ui.patience import sees

NEWEST = "Ferry timetable"
NOON = datetime(2020, 6, 27, 12, tzinfo=UTC)


def library(folder: Path) -> Path:
    """A library of fifty articles."""
    path = folder / "library.sqlite3"
    path.touch()
    with closing(connect(path, "rw")) as db:
        schema.prepare(db, path)
        source = sources.add(db, "http://127.0.0.1:9/feed", "Harbour Gazette")
        entries = [
            Entry(
                guid=str(at),
                url=f"http://127.0.0.1:9/{at}",
                title=NEWEST if at == 0 else f"Older news {at}",
                published=Published(f"2020-06-27T{(50 - at) // 5:02}:00:00+00:00"),
            )
            for at in range(50)
        ]
        articles.arrive(db, source.id, entries, NOON)
    return path


def environment(folder: Path) -> dict[str, str]:
    """Where the program finds everything."""
    return {
        "READER_LIBRARY": str(folder / "library.sqlite3"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_STATE_HOME": str(folder / "state"),
    }


@contextmanager
def program(folder: Path, columns: int) -> Iterator[Terminal]:
    """The program in a terminal."""
    command = [sys.executable, "-m", "reader"]
    with Terminal(command, columns, 24, environment(folder)) as shown:
        yield shown


def started_once(folder: Path, columns: int) -> None:
    """Start the program, and wait until it has kept its first frame."""
    kept = folder / "state" / "reader" / "first-frame.json"
    with program(folder, columns) as shown:
        shown.sees("1 of 50")
        for _ in range(100):
            shown.read(0.1)
            if kept.exists():
                break
        assert kept.exists(), shown.screen.text
        shown.send("Q")
        while not shown.ended:
            shown.read(1)


@pytest.mark.parametrize("columns", [80, 120, 160])
def test_the_list_stands_from_the_first_frame_on(tmp_path: Path, columns: int) -> None:
    """The framework takes the screen over with no blank frame between, and gives it back."""
    library(tmp_path)
    started_once(tmp_path, columns)
    with program(tmp_path, columns) as shown:
        settings = termios.tcgetattr(shown.descriptor)
        entered = 0
        stood = []

        def look(_moment: float, data: bytes) -> None:
            nonlocal entered
            entered += data.count(b"\x1b[?1049h")
            stood.append(NEWEST in shown.screen.text)

        shown.watchers.append(look)
        shown.sees("1 of 50")
        shown.send("j")
        shown.sees("2 of 50")
        shown.rest(0.5)
        assert all(stood[stood.index(True) :])
        assert stood.index(True) < len(stood) // 2
        assert entered == 1
        shown.send("Q")
        while not shown.ended:
            shown.read(1)
            if not shown.screen.alternate:
                break
        assert termios.tcgetattr(shown.descriptor)[3] == settings[3]


def test_keys_typed_before_the_framework_is_there_count(tmp_path: Path) -> None:
    """They are neither lost nor printed into the frame."""
    library(tmp_path)
    started_once(tmp_path, 80)
    with program(tmp_path, 80) as shown:
        shown.sees(NEWEST)
        shown.send("jjj")
        shown.sees("4 of 50")
        assert "jjj" not in shown.screen.text


def test_the_framework_goes_on_where_the_keys_have_led(tmp_path: Path) -> None:
    """The rows stay where they are, and a key that is not the hand's finds its article."""
    library(tmp_path)
    started_once(tmp_path, 80)
    with program(tmp_path, 80) as shown:
        shown.sees(NEWEST)
        shown.send(" jj\x1b[A")
        shown.sees("23 of 50")
        titles = re.findall(r"Older news \d+", shown.screen.text)
        shown.send("m")
        shown.sees("49 unread")
        assert re.findall(r"Older news \d+", shown.screen.text) == titles
    with closing(connect(tmp_path / "library.sqlite3", "ro")) as db:
        read = db.execute(
            "SELECT title FROM articles JOIN statuses ON id = article_id WHERE read"
        ).fetchall()
    assert read == [("Older news 22",)]


def test_a_terminal_that_changes_its_size_is_left_to_the_framework(
    tmp_path: Path,
) -> None:
    """What was drawn for one size fits no other."""
    library(tmp_path)
    started_once(tmp_path, 80)
    with program(tmp_path, 80) as shown:
        shown.sees(NEWEST)
        size = struct.pack("HHHH", 20, 60, 0, 0)
        fcntl.ioctl(shown.descriptor, termios.TIOCSWINSZ, size)
        shown.send("jj")
        shown.sees("3 of 50")
        shown.rest(0.5)
        assert "3 of 50" in shown.screen.line(18)


async def test_the_hand_moves_as_the_framework_does(tmp_path: Path) -> None:
    """Key by key, the same article is under the cursor, on the same line of the view."""
    path = library(tmp_path)
    async with open_rooms(path) as rooms:
        app = ReaderApp(rooms)
        async with app.run_test(size=(80, 24)) as pilot:
            await sees(pilot, "1 of 50")
            stencil = stencil_of(app, "a terminal")
            screen = app.screen
            assert stencil is not None
            assert isinstance(screen, LibraryScreen)
            rows, total = glimpse.newest(path, stencil.height)
            sketch = Sketch(
                stencil, rows, total, NOON, lambda count: glimpse.newest(path, count)[0]
            )
            articles = screen.article_list
            for key, sent in KEYS:
                await pilot.press(key)
                await pilot.pause()
                assert sketch.obey(stencil.keys[sent]) is not None
                assert articles.current is not None
                at = articles.current.id, articles.cursor - articles.scroll_offset.y
                assert (sketch.standing.article, sketch.standing.below_top) == at, key


KEYS = [
    *[("j", "j"), ("down", "\x1b[B"), ("k", "k"), ("up", "\x1b[A"), ("up", "\x1b[A")],
    *[("space", " "), ("j", "j"), ("ctrl+d", "\x04"), ("k", "k"), ("b", "b")],
    *[("pagedown", "\x1b[6~"), ("space", " "), ("space", " "), ("j", "j")],
    *[("ctrl+u", "\x15"), *[("k", "k")] * 15, ("pageup", "\x1b[5~"), ("g", "g")],
]
"""Keys, and what a terminal sends for them."""


def test_what_is_not_the_hands_changes_nothing() -> None:
    """It waits for the framework, and so does the end of a list too long to have at hand."""
    rows = tuple(Listed(id=at, guid=str(at), url=None, title="A") for at in range(3))
    sketch = Sketch(STENCIL, rows, 1000, NOON, lambda _count: rows)
    for action in ("end(1)", "choose", "select", "page(5)", "move(3)"):
        assert sketch.obey(action) is None
        assert sketch.standing == Standing(0, 0)
    assert sketch.obey("move(2)") is not None
    assert sketch.standing == Standing(2, 0)


def test_the_first_frame_needs_no_framework(tmp_path: Path) -> None:
    """What costs most of the start is imported after it."""
    library(tmp_path)
    code = (
        "import sys, json\n"
        "from reader.cli.first_frame import FirstFrame\n"
        "import reader.cli.main, reader.cli.screen, reader.ui.stencil\n"
        "FirstFrame().draw()\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(json.loads(ran.stdout))
    assert loaded.isdisjoint(
        {"textual", "asyncio", "ssl", "reader.domain.comment", "tomllib"}
    )


STENCIL = Stencil(
    key="a terminal",
    lines=("\x1b[1mAll articles\x1b[0m", " " * 40),
    left=0,
    top=1,
    width=40,
    height=1,
    dates=Dates.RELATIVE,
    status=(0, 1, 40),
    paints={
        STATUS: "",
        **{
            paint_name(name, here=here): "\x1b[1m" if here else ""
            for name in (None, UNREAD, READ, STAR, FAINT, MARK)
            for here in (False, True)
        },
    },
    keys={"j": "move(1)"},
)


def test_a_stencil_is_kept_for_one_key(tmp_path: Path) -> None:
    """Another terminal, other settings or another version start without it."""
    path = tmp_path / "frame.json"
    STENCIL.keep(path)
    assert Stencil.read(path, "a terminal") == STENCIL
    assert Stencil.read(path, "another") is None


@pytest.mark.parametrize(
    "kept", ["", "[]", "{}", '{"key": "a terminal"}', "\udcff", '{"lines": 3}']
)
def test_a_spoilt_stencil_is_none(tmp_path: Path, kept: str) -> None:
    """It costs a first frame, not the program."""
    path = tmp_path / "frame.json"
    path.write_text(kept, encoding="utf-8", errors="surrogateescape")
    assert Stencil.read(path, "a terminal") is None


def test_a_stencil_that_would_tell_the_terminal_more_is_none(tmp_path: Path) -> None:
    """Only text and colours go through."""
    path = tmp_path / "frame.json"
    STENCIL.keep(path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("All", "\\u001b]52;c;eA==\\u0007"), encoding="utf-8")
    assert Stencil.read(path, "a terminal") is None


def test_a_hostile_title_is_drawn_clean() -> None:
    """The hand that draws is as careful as the framework's."""
    row = Listed(id=1, guid="1", url=None, title="A\x1b]0;owned\x07\x9b2Jb\u202e")
    drawn = STENCIL.row(0, row, NOON, here=True)
    assert "\x07" not in drawn
    assert "\x9b" not in drawn
    assert "\x1b]" not in drawn
    assert "\u202e" not in drawn


NOTHING: tuple[tuple[Listed, ...], int] = ((), 0)


def test_nothing_is_glimpsed_of_a_library_of_another_format(tmp_path: Path) -> None:
    """It is for the program to say what is the matter."""
    path = library(tmp_path)
    rows, total = glimpse.newest(path, 10)
    assert (len(rows), total) == (10, 50)
    with closing(connect(path, "rw")) as db:
        db.execute("PRAGMA user_version = 999")
    assert glimpse.newest(path, 10) == NOTHING
    path.write_bytes(b"no library")
    assert glimpse.newest(path, 10) == NOTHING
    assert glimpse.newest(tmp_path / "none", 10) == NOTHING
    assert not (tmp_path / "none").exists()
