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
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from benchmarks.terminal import CAN_SYNCHRONISE, Cell, Terminal
from reader.domain.dates import Dates, Published
from reader.domain.source import Entry, Listed
from reader.storage import articles, schema, sources
from reader.storage.database import connect
from reader.storage.glimpse import Glimpse
from reader.ui.app import ReaderApp
from reader.ui.article_row import FAINT, MARK, READ, STAR, UNREAD
from reader.ui.screens.library import LibraryScreen
from reader.ui.sketch import Sketch, Standing
from reader.ui.stencil import (
    BADGE,
    HEADING,
    STATUS,
    THUMB,
    THUMB_END,
    THUMB_TOP,
    TITLE,
    TITLE_GROUND,
    TRACK,
    Stencil,
    paint_name,
)
from reader.ui.tracing import stencil_of
from ui.house import open_rooms
from ui.patience import sees

NEWEST = "Ferry timetable"
NOON = datetime(2020, 6, 27, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


TITLES = [
    NEWEST,
    "שלום עולם (2024) and what the harbour says of it",
    "Ferry מחר: שעות חדשות",
    "مرحبا بالعالم، ١٢٣ news",
    "港の新しい時刻表、来週から全便で変更",
    "Café Ålesund — “now” open… and a title so long that no list has any room for it",
]
"""The newest, one a way of writing."""


OF = "article_id IN (SELECT id FROM articles WHERE"


def library(folder: Path, count: int = 50) -> Path:
    """A library of so many articles, every third of them read."""
    path = folder / "library.sqlite3"
    path.touch()
    with closing(connect(path, "rw")) as db:
        schema.prepare(db, path)
        source = sources.add(db, "http://127.0.0.1:9/feed", "Harbour Gazette")
        entries = [
            Entry(
                guid=str(at),
                url=f"http://127.0.0.1:9/{at}",
                title=TITLES[at] if at < len(TITLES) else f"Older news {at}",
                published=Published((NOON - at * HOUR).isoformat()),
            )
            for at in range(count)
        ]
        articles.arrive(db, source.id, entries, NOON)
        with db:
            db.execute(f"UPDATE statuses SET read = 1 WHERE {OF} guid % 3 = 2)")
            db.execute(f"UPDATE statuses SET starred = 1 WHERE {OF} guid % 5 = 2)")
    return path


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Where the program finds everything, and what it is told of the terminal."""
    return {
        "READER_LIBRARY": str(folder / "library.sqlite3"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_STATE_HOME": str(folder / "state"),
        **more,
    }


@contextmanager
def program(
    folder: Path, columns: int, rows: int = 24, **more: str
) -> Iterator[Terminal]:
    """The program in a terminal."""
    command = [sys.executable, "-m", "reader"]
    with Terminal(command, columns, rows, environment(folder, **more)) as shown:
        yield shown


@contextmanager
def hand_alone(
    folder: Path, columns: int, rows: int = 24, **more: str
) -> Iterator[Terminal]:
    """The hand that draws the first frame, whose framework never comes."""
    code = (
        "import signal\n"
        "from reader.cli.first_frame import FirstFrame\n"
        "FirstFrame().draw()\n"
        "signal.pause()"
    )
    command = [sys.executable, "-c", code]
    with Terminal(command, columns, rows, environment(folder, **more)) as shown:
        yield shown


def started_once(
    folder: Path, columns: int, rows: int = 24, **more: str
) -> list[list[Cell]]:
    """Start the program, and wait until it has kept its first frame.

    Returns:
        The frame.
    """
    kept = folder / "state" / "reader" / "first-frame.json"
    with program(folder, columns, rows, **more) as shown:
        shown.sees("1 of ")
        for _ in range(100):
            shown.read(0.1)
            if kept.exists():
                break
        assert kept.exists(), shown.screen.text
        frame = [list(row) for row in shown.screen.cells]
        shown.send("Q")
        while not shown.ended:
            shown.read(1)
    return frame


TERMINALS: dict[str, dict[str, str]] = {
    "true colour": {},
    "256 colours": {"COLORTERM": ""},
    "16 colours": {"COLORTERM": "", "TERM": "xterm"},
    "no colour": {"NO_COLOR": "1"},
    "ordering by itself": {"KONSOLE_VERSION": "220401"},
}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("terminal", TERMINALS)
def test_the_hand_draws_what_the_framework_would(
    tmp_path: Path, terminal: str, size: tuple[int, int]
) -> None:
    """Cell by cell and colour by colour: letters in order, few colours, the scroll bar."""
    library(tmp_path)
    more = TERMINALS[terminal]
    theirs = started_once(tmp_path, size[0], size[1], **more)
    with hand_alone(tmp_path, size[0], size[1], **more) as shown:
        shown.sees("1 of 50")
        shown.rest(patience=0.2)
        assert [*differences(shown.screen.cells, theirs)] == []


def differences(
    ones: list[list[Cell]], others: list[list[Cell]]
) -> Iterator[tuple[int, int, Cell, Cell]]:
    """Where two frames are not the same, across and down, and what each has there."""
    for y, (one_row, other_row) in enumerate(zip(ones, others, strict=bool(ones))):
        for x, (one, other) in enumerate(zip(one_row, other_row, strict=True)):
            if one != other:
                yield x, y, one, other


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


def test_a_key_for_the_framework_waits_until_there_is_something_it_can_be_for(
    tmp_path: Path,
) -> None:
    """Typed before the framework is there, it is for the article that it was typed at."""
    library(tmp_path)
    started_once(tmp_path, 80)
    with program(tmp_path, 80) as shown:
        shown.sees(NEWEST)
        shown.send("jxj")
        shown.sees("4 of 50 · 1 selected")
        assert "✓" in shown.screen.line(2)


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
        shown.sees("33 unread")
        assert re.findall(r"Older news \d+", shown.screen.text) == titles
    with closing(connect(tmp_path / "library.sqlite3", "ro")) as db:
        read = db.execute(
            "SELECT title FROM articles JOIN statuses ON id = article_id WHERE read"
        ).fetchall()
    assert len(read) == 17
    assert ("Older news 22",) in read


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_the_framework_takes_over_far_down_without_a_flicker(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Not one cell changes between the hand's last answer and the next key."""
    library(tmp_path, LONG)
    started_once(tmp_path, *size)
    with program(tmp_path, *size) as shown:
        told = b""
        stood: list[list[Cell]] = []
        strayed: list[tuple[int, int, Cell, Cell]] = []

        def look(_moment: float, data: bytes) -> None:
            nonlocal told
            told += data
            strayed.extend(differences(stood, shown.screen.cells))

        shown.watchers.append(look)
        shown.sees(NEWEST)
        shown.send("Gbk\x1b[F\x1b[Ak")
        shown.sees(f"{LONG - 2} of {LONG}")
        shown.rest(0.01, 0.01)
        assert CAN_SYNCHRONISE not in told
        stood += [list(row) for row in shown.screen.cells]
        told = b""
        shown.until(lambda _: CAN_SYNCHRONISE in told)
        shown.rest(0.3)
        assert strayed == []
        # The framework's one whole frame, and nothing of it twice.
        assert told.count(f"Older news {LONG - 3}".encode()) == 1
        shown.send("k")
        shown.sees(f"{LONG - 3} of {LONG}")


def test_no_key_is_lost_or_answered_twice_while_the_screen_is_handed_over(
    tmp_path: Path,
) -> None:
    """Whoever holds a key down comes as far as the key was sent."""
    library(tmp_path, LONG)
    started_once(tmp_path, 80)
    with program(tmp_path, 80) as shown:
        shown.sees(NEWEST)
        sent = 0
        while sent < 300:
            shown.send("j" if sent % 2 else "\x1b[B")
            sent += 1
            shown.read(0.005)
        shown.sees(f"{sent + 1} of {LONG}")
        shown.rest(0.3)
        assert f"{sent + 1} of {LONG}" in shown.screen.text


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


LONG = 700
"""Articles of a list that is longer than what the framework has at hand."""


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_hand_moves_as_the_framework_does(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    """Key by key, the same article is under the cursor, on the same line of the view."""
    path = library(tmp_path, LONG)
    pressed = [key for key, _ in KEYS]
    stencil, standings = await moved_by_the_framework(path, size, pressed)
    sketch = Sketch(stencil, seen(path), NOON)
    for (key, sent), standing in zip(KEYS, standings, strict=True):
        assert sketch.obey(stencil.keys[sent]) is not None, key
        assert sketch.standing == standing, key


async def moved_by_the_framework(
    path: Path, size: tuple[int, int], keys: Iterable[str]
) -> tuple[Stencil, list[Standing]]:
    """The stencil of a library, and where each of some keys leads."""
    standings = []
    async with open_rooms(path) as rooms:
        app = ReaderApp(rooms)
        async with app.run_test(size=size) as pilot:
            await sees(pilot, f"1 of {LONG}")
            stencil = stencil_of(app, "a terminal")
            screen = app.screen
            assert stencil is not None
            assert isinstance(screen, LibraryScreen)
            articles = screen.article_list
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
                await app.workers.wait_for_complete()
                await pilot.pause()
                assert articles.current is not None
                below_top = articles.cursor - articles.scroll_offset.y
                standings.append(Standing(articles.current.id, below_top))
    return stencil, standings


def seen(path: Path) -> Glimpse:
    """A library, as the hand sees it."""
    glimpse = Glimpse.of(path)
    assert glimpse is not None
    return glimpse


KEYS = [
    *[("j", "j"), ("down", "\x1b[B"), ("k", "k"), ("up", "\x1b[A"), ("up", "\x1bOA")],
    *[("space", " "), ("j", "j"), ("ctrl+d", "\x04"), ("k", "k"), ("b", "b")],
    *[("n", "n"), ("n", "n"), ("N", "N"), ("pagedown", "\x1b[6~")],
    *[("space", " "), ("space", " "), ("j", "j"), ("n", "n"), ("N", "N")],
    *[("ctrl+u", "\x15"), *[("k", "k")] * 15, ("pageup", "\x1b[5~"), ("g", "g")],
    *[("G", "G"), ("N", "N"), ("N", "N"), ("k", "k"), ("b", "b"), ("home", "\x1b[H")],
    *[("end", "\x1b[F"), ("ctrl+u", "\x15"), ("home", "\x1b[1~"), ("j", "j")],
]
"""Keys, and what a terminal sends for them."""


async def test_the_next_unread_article_is_found_however_far_it_is(
    tmp_path: Path,
) -> None:
    """Beyond what either has at hand, they find the same one, in the same place."""
    path = library(tmp_path, LONG)
    with closing(connect(path, "rw")) as db, db:
        db.execute(f"UPDATE statuses SET read = NOT {OF} guid IN (1, 600, 603))")
    keys = "nnnNN"
    stencil, standings = await moved_by_the_framework(path, (80, 24), keys)
    sketch = Sketch(stencil, seen(path), NOON)
    for key, standing in zip(keys, standings, strict=True):
        assert sketch.obey(stencil.keys[key]) is not None
        assert sketch.standing == standing
    assert sketch.obey(stencil.keys["N"]) is None


@pytest.mark.parametrize(
    ("keymap", "sent", "action"),
    [
        ('preset = "emacs"', "\x0e", "move(1)"),
        ('preset = "emacs"', "\x1bv", "page(-1)"),
        ('preset = "vim"', "\x06", "page(1)"),
        ('"list.last" = "ctrl+right_square_bracket"', "\x1d", "end(1)"),
        ('"list.next-unread" = "comma"', ",", "unread(1)"),
        ('"list.first" = "ä"', "ä", "end(-1)"),
        ('"list.down" = "alt+shift+down"', "\x1b[1;4B", "move(1)"),
        ('"list.down" = "f5"', "\x1b[15~", "move(1)"),
    ],
)
async def test_moved_keys_are_the_hands_too(
    tmp_path: Path, keymap: str, sent: str, action: str
) -> None:
    """Whatever the reader has set, the hand knows what a terminal sends for it."""
    keys = tmp_path / "keymap.toml"
    keys.write_text(keymap, encoding="utf-8")
    async with open_rooms(library(tmp_path), keymap=keys) as rooms:
        app = ReaderApp(rooms)
        async with app.run_test(size=(80, 24)) as pilot:
            await sees(pilot, "1 of 50")
            stencil = stencil_of(app, "a terminal")
    assert stencil is not None
    assert stencil.keys.get(sent) == action


@dataclass
class Shelved:
    """Three articles of a thousand that are at hand."""

    total: int = 1000
    unread: int = 0
    waiting: int = 0

    def rows(self, start: int, count: int) -> tuple[Listed, ...]:
        """What is at hand of them."""
        return THREE[start : start + count]

    def next_unread(self, after: int, step: int) -> int | None:
        """None is known of."""

    def close(self) -> None:
        """They stay at hand."""


THREE = tuple(Listed(id=at, guid=str(at), url=None, title="A") for at in range(3))


def test_what_is_not_the_hands_changes_nothing() -> None:
    """It waits for the framework, and so does what cannot be looked up at once."""
    sketch = Sketch(STENCIL, Shelved(), NOON)
    for action in ("end(1)", "choose", "select", "page(5)", "move(3)", "unread(1)"):
        assert sketch.obey(action) is None
        assert sketch.standing == Standing(0, 0)
    assert sketch.obey("move(2)") is not None
    assert sketch.standing == Standing(2, 0)


def test_a_library_that_changes_is_left_to_the_framework(tmp_path: Path) -> None:
    """What comes would not fit what stands on the screen."""
    path = library(tmp_path)
    glimpse = seen(path)
    assert len(glimpse.rows(0, 10)) == 10
    assert glimpse.next_unread(1, 1) == 3
    with closing(connect(path, "rw")) as db, db:
        db.execute("UPDATE statuses SET read = 1")
    assert glimpse.rows(0, 10) == ()
    assert glimpse.next_unread(0, 1) is None
    glimpse.close()


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


NAMES = [
    paint_name(name, here=here)
    for name in (None, UNREAD, READ, STAR, FAINT, MARK)
    for here in (False, True)
]

STENCIL = Stencil(
    key="a terminal",
    lines=("\x1b[1mAll articles\x1b[0m", " " * 40),
    left=0,
    top=1,
    width=40,
    height=1,
    bar=1,
    dates=Dates.RELATIVE,
    ordered=True,
    title=(0, 0, 40),
    status=(0, 1, 40),
    paints=("", "\x1b[1m"),
    signs=("", ""),
    looks={
        **dict.fromkeys([HEADING, TITLE, TITLE_GROUND, STATUS, BADGE], 0),
        **dict.fromkeys([THUMB_TOP, THUMB, THUMB_END, TRACK], 1),
        **{name: int(name.endswith("here")) for name in NAMES},
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
    drawn = STENCIL.row(0, row, NOON, total=1, here=True)
    assert "\x07" not in drawn
    assert "\x9b" not in drawn
    assert "\x1b]" not in drawn
    assert "\u202e" not in drawn


def test_nothing_is_glimpsed_of_a_library_of_another_format(tmp_path: Path) -> None:
    """It is for the program to say what is the matter."""
    path = library(tmp_path)
    glimpse = seen(path)
    assert (len(glimpse.rows(0, 10)), glimpse.total) == (10, 50)
    glimpse.close()
    with closing(connect(path, "rw")) as db:
        db.execute("PRAGMA user_version = 999")
    assert Glimpse.of(path) is None
    path.write_bytes(b"no library")
    assert Glimpse.of(path) is None
    assert Glimpse.of(tmp_path / "none") is None
    assert not (tmp_path / "none").exists()


def test_what_is_pasted_into_the_first_frame_does_nothing(tmp_path: Path) -> None:
    """The terminal is asked to tell it from keys: `D` would discard an article."""
    library(tmp_path)
    started_once(tmp_path, 80)
    kept = json.loads((tmp_path / "state/reader/first-frame.json").read_text("utf-8"))
    assert "\x1b[?2004h" in Stencil(**kept).ground()
    with program(tmp_path, 80) as shown:
        shown.sees("1 of 50")
        shown.send("\x1b[200~DAQ\rj\x1b[201~")
        shown.rest()
        shown.send("j")
        shown.sees("2 of 50")
