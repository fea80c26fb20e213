"""How much memory an hour of reading takes, from stage to stage.

    python tests/benchmarks/memory.py FOLDER [ARTICLES...]

pages, searches, opens and answers in libraries of so many articles (a thousand,
a hundred thousand, a million; made in FOLDER if they are not there), with two
hundred more sources on a server of its own, beside a Textual program that shows
one line, and beside newsboat if it is there. The library is copied first.

*Peak* and *now* are the resident memory of the program while a stage lasts and after
it, *own* what of it nobody else uses: libraries in memory that several programs use
count there for none, in *now* for each. *Helpers* are the processes the program starts
beside itself: the most they had together, their number, and what they still have.
Megabytes of 2^20 bytes.
"""

from __future__ import annotations

import argparse
import compileall
import re
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple, Self

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.papers import ENTRIES, serving
from benchmarks.terminal import Terminal
from reader.domain.source import Subscription
from reader.storage import sources
from reader.storage.database import connect

READER = (sys.executable, "-m", "reader")

FEEDS: Final = 200
SEARCHES: Final = (
    "harbour",
    "council vote",
    '"every seat"',
    "tramway",
    "coun*",
    "図書",
    "title:harbour is:unread",
    "before:2026 has:comment",
    "speaker:Moreno",
    "-council",
)
KEPT: Final = 50
FETCHED: Final = 10

QUIET: Final = 0.15
"""Seconds without a byte after which a key is answered."""

SLOW: Final = ("\x1b", *"HO?:Pc")
"""Keys that bring a screen, or take one away: what follows is meant for the next."""

LONGEST: Final = 2.0
"""Seconds after which it is, whatever still comes."""

LOOKED_AT_EVERY: Final = 0.05
"""Seconds between two looks at the helpers."""

LEFT_ALONE: Final = 30.0
"""Seconds that the program has to tidy up in the end."""


class Held(NamedTuple):
    """The memory of a program, in megabytes."""

    now: float
    own: float


class Watched:
    """What a program's helpers take, looked at every few milliseconds.

    Args:
        pid: The program.
    """

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self.most = 0.0
        """Their own memory together at most, since this was set to 0."""

        self.number = 0
        """How many there were at most."""

    def __enter__(self) -> Self:
        """Begin to look."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Look no more."""
        self._stop.set()
        self._thread.join()

    def now(self) -> float:
        """Their own memory together."""
        return sum(held(pid).own for pid in children_of(self._pid))

    def _look(self) -> None:
        while not self._stop.wait(LOOKED_AT_EVERY):
            helpers = children_of(self._pid)
            self.number = max(self.number, len(helpers))
            self.most = max(self.most, sum(held(pid).own for pid in helpers))


def children_of(pid: int) -> list[int]:
    """The processes that a process has started."""
    found: list[int] = []
    with suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            children = task / "children"
            found += map(int, children.read_text(encoding="ascii").split())
    return found


def held(pid: int) -> Held:
    """The memory of a process; none if it has ended."""
    try:
        words = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return Held(0, 0)
    size = {name: int(number) for name, number in re.findall(r"(\w+):\s+(\d+)", words)}
    own = size.get("Private_Dirty", 0) + size.get("Private_Clean", 0)
    return Held(size.get("Rss", 0) / 1024, own / 1024)


def forget_peak(pid: int) -> None:
    """Have the highest memory of a process be that of now."""
    Path(f"/proc/{pid}/clear_refs").write_text("5", encoding="ascii")


def press(shown: Terminal, *keys: str) -> None:
    """Press keys, each when the one before is answered."""
    for key in keys:
        shown.send(key)
        end = time.monotonic() + LONGEST
        while shown.read(QUIET) is not None and time.monotonic() < end:
            pass
        if key in SLOW:
            wait(shown, 0.7)


def wait(shown: Terminal, seconds: float) -> None:
    """Wait, whether anything is written or not: a cursor may blink."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        shown.read(left)


def start(shown: Terminal) -> None:
    """Wait for the first frame, and for what is loaded after it."""
    from benchmarks.libraries import NEWEST

    shown.sees(NEWEST)
    wait(shown, 3)


def page_through(shown: Terminal) -> None:
    """Down and up, to the end, and to many a place between."""
    press(shown, *" " * 100, "G", *"b" * 100, "g")
    for number in range(1, 31):
        press(shown, "J")
        shown.send(str(number * 33))
        press(shown, "\r")
    press(shown, "g")


def search(shown: Terminal) -> None:
    """Search, look at what is found, and let it be."""
    for words in SEARCHES:
        press(shown, "/")
        for letter in words:
            shown.send(letter)
            shown.rest(0.03, 0.2)
        wait(shown, 0.5)
        press(shown, "\r", *"jjj", "\x1b", "\x1b")


def open_kept(shown: Terminal) -> None:
    """Open articles whose site does not answer, one after the other, and page through."""
    press(shown, "g", "l")
    for _ in range(KEPT):
        press(shown, "\r", " ", "]", "]", "h", "j", "j")


def look_around(shown: Terminal) -> None:
    """Who said what, the outline, help, the palette, the outbox, the comments."""
    press(shown, "\r", "]", "H", "\x1b", "O", "\x1b", "?", "\x1b", ":", "m", "a")
    # The first takes away what was typed.
    press(shown, "\x1b", "\x1b", "P", "\x1b", "c", "\x1b", "h")


def refresh(shown: Terminal) -> None:
    """Ask all who are not put off for news, and let all that comes be looked through."""
    # Out of the article, and out of the list: there it asks for everything.
    press(shown, "h", "h")
    shown.send("R")
    shown.sees(f"{FEEDS * ENTRIES} new", 300)
    while shown.rest(4, 4):
        pass


def open_from_site(shown: Terminal) -> None:
    """Open articles whose site answers with the whole page."""
    press(shown, "l", "g")
    for _ in range(FETCHED):
        press(shown, "\r")
        wait(shown, 1)
        press(shown, " ", "]", "h", "j")


def comment(shown: Terminal) -> None:
    """Write a comment, look at it, and keep it."""
    press(shown, "\r")
    wait(shown, 1)
    press(shown, "C")
    wait(shown, 1)
    for letter in "It is the tide that keeps the time here.":
        shown.send(letter)
        shown.rest(0.03, 0.2)
    press(shown, "\x12")
    wait(shown, 1)
    press(shown, "e", "\x1b", "q", "h")


def leave_alone(shown: Terminal) -> None:
    """Press nothing."""
    wait(shown, LEFT_ALONE)


Stage = tuple[str, Callable[[Terminal], None]]

HOUR: Final[Sequence[Stage]] = (
    ("started", start),
    ("paging through", page_through),
    (f"{len(SEARCHES)} searches", search),
    (f"{KEPT} kept articles", open_kept),
    ("quotations, help, palette", look_around),
    (f"refresh of {FEEDS} feeds", refresh),
    (f"{FETCHED} from their sites", open_from_site),
    ("a comment", comment),
    ("left alone", leave_alone),
)


def prepared(path: Path, urls: Sequence[str]) -> None:
    """Have a library be asked for news of our own server alone, and hold nothing new to it."""
    from benchmarks.libraries import look_through
    from reader.text.quotations import FINDER_VERSION

    now = datetime.now(UTC)
    with closing(connect(path, "rw")) as db:
        look_through(db)
        db.execute("BEGIN")
        db.execute("UPDATE examined SET finder = ?", (FINDER_VERSION,))
        for one in sources.every(db):
            sources.put_off(db, one.id, now + timedelta(days=1))
        sources.add_all(db, [Subscription(url=url) for url in urls])
        db.execute("COMMIT")


def told(
    name: str, shown: Terminal, stages: Sequence[Stage], watched: Watched
) -> Iterator[str]:
    """Go through some stages, a line for each."""
    yield f"{name:<28}{'peak':>7}{'now':>7}{'own':>7}{'helpers':>10}{'':>4}{'now':>7}"
    for stage, do in stages:
        watched.most, watched.number = 0, 0
        do(shown)
        after, peak = held(shown.pid), shown.peak()
        beside = (
            f"{watched.most:>10.0f}{f'({watched.number})':>4}{watched.now():>7.0f}"
            if watched.number
            else ""
        )
        forget_peak(shown.pid)
        yield f"  {stage:<26}{peak:>7.1f}{after.now:>7.1f}{after.own:>7.1f}{beside}"


def others(folder: Path, columns: int, rows: int) -> Iterator[str]:
    """What the least Textual program takes, and newsboat."""
    from benchmarks.start import NEWSBOAT_ARTICLES, newsboat

    one_line = str(Path(__file__).with_name("minimal.py"))
    with Terminal([sys.executable, one_line], columns, rows) as shown:
        shown.sees("Ready")
        press(shown, "j")
        yield _alone("one line (Textual)", shown)
    for size in NEWSBOAT_ARTICLES:
        theirs = newsboat(folder, size)
        if theirs is None:
            continue
        with Terminal(theirs.command, columns, rows) as shown:
            shown.sees(theirs.first)
            yield _alone(f"newsboat, {size:,}: started", shown)
            for _ in range(min(KEPT, size // 100)):
                press(shown, "\r", "\r", " ", "q", "q", "j")
            yield _alone(f"newsboat, {size:,}: {KEPT} opened", shown)


def _alone(name: str, shown: Terminal) -> str:
    now = held(shown.pid)
    return f"{name:<28}{shown.peak():>7.1f}{now.now:>7.1f}{now.own:>7.1f}"


def measure(
    folder: Path, size: int, columns: int, rows: int, urls: Sequence[str]
) -> None:
    """Read for an hour in a copy of a library of a size, and print what that took."""
    from benchmarks.libraries import library

    with TemporaryDirectory(dir=folder) as place:
        path = Path(place) / "library.sqlite3"
        shutil.copyfile(library(folder, size), path)
        prepared(path, urls)
        environment = {
            "READER_LIBRARY": str(path),
            "XDG_CONFIG_HOME": place,
            "XDG_STATE_HOME": place,
        }
        with (
            Terminal(READER, columns, rows, environment) as shown,
            Watched(shown.pid) as watched,
        ):
            for line in told(f"\nreader, {size:,}", shown, HOUR, watched):
                print(line, flush=True)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Measure an hour's memory.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("sizes", type=int, nargs="*", metavar="articles")
    parser.add_argument("--columns", type=int, default=120)
    parser.add_argument("--rows", type=int, default=40)
    asked = parser.parse_args()
    from benchmarks.libraries import SIZES

    # As an installation does it.
    compileall.compile_dir(ROOT.parent / "src", quiet=1)
    folder = asked.folder.resolve()
    print(f"{asked.columns}×{asked.rows}; megabytes")
    for line in others(folder, asked.columns, asked.rows):
        print(line, flush=True)
    for size in asked.sizes or SIZES:
        # Each anew: what was asked once is not news.
        with serving(FEEDS) as urls:
            measure(folder, size, asked.columns, asked.rows, urls)


if __name__ == "__main__":
    main()
