"""How long the screen takes to answer a key.

    python tests/benchmarks/keys.py FOLDER [ARTICLES...]

walks, pages, jumps, filters and opens in libraries of so many articles (a
thousand, a hundred thousand, a million; made in FOLDER if they are not there),
beside a Textual widget that scrolls and shows nothing. The two take turns, so
that what else the machine does slows them alike: compare within one run.

*Half* and *99 %* count to the first byte of the frame that answers (of an
article, to its text); × and + compare them with the widget's. *Whole* counts to
the last byte of whatever follows from the key: the status line comes a frame later.
"""

from __future__ import annotations

import argparse
import compileall
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.terminal import Terminal
from reader.storage.database import connect

QUIET = 0.04
"""Seconds without a byte after which nothing more follows from a key."""

WIDTH = 48
"""Cells of the list's title that stand before the article beside it."""

AT_REST = 0.5
"""Seconds without a byte after which nothing more comes by itself either."""

BLINKING = 0.3
"""Seconds without a byte where a cursor blinks."""

EMPTY = "a widget that shows nothing"

Times = tuple[float, float]
"""Milliseconds from a key to the first byte that answers it, and to the last."""

Press = Callable[[], Times]
"""Presses a key, and says how long its answer took."""


def show_nothing() -> None:
    """Scroll through a million empty lines."""
    from textual.app import App, ComposeResult
    from textual.geometry import Size
    from textual.scroll_view import ScrollView
    from textual.strip import Strip

    class Nothing(ScrollView, can_focus=True):
        def on_mount(self) -> None:
            self.virtual_size = Size(0, 1_000_000)

        def render_line(self, _y: int) -> Strip:
            return Strip.blank(self.size.width)

        def key_space(self) -> None:
            self.scroll_relative(y=self.size.height, animate=False)

    class EmptyApp(App[None]):
        def compose(self) -> ComposeResult:
            yield Nothing()

    EmptyApp().run()


def presser(shown: Terminal, key: str) -> Press:
    """Something that presses a key."""

    def press() -> Times:
        # What is still to come of the key before is no answer to this one.
        shown.rest(0, 0)
        sent = shown.send(key)
        first = shown.read(5)
        if first is None:
            raise RuntimeError(f"{key!r} was not answered:\n{shown.screen.text}")
        last = shown.rest(QUIET, QUIET) or first
        return 1000 * (first - sent), 1000 * (last - sent)

    return press


def alternating(shown: Terminal, keys: Sequence[str]) -> Press:
    """Something that presses one key after the other, and begins again."""
    presses = [presser(shown, key) for key in keys]
    turn = 0

    def press() -> Times:
        nonlocal turn
        turn += 1
        return presses[(turn - 1) % len(presses)]()

    return press


def opening(shown: Terminal) -> Press:
    """Something that opens the next article: until its text stands there."""
    from benchmarks.libraries import OPENING

    number = re.compile(rf"{OPENING} (\d+)")

    def press() -> Times:
        before = number.findall(shown.screen.text)
        # On at once, before the next one is shown beside the list by itself.
        shown.send("hj")
        shown.rest(QUIET, 1)
        sent = shown.send("\r")
        seen = shown.until(
            lambda screen: number.findall(screen.text) not in ([], before), 10
        )
        last = shown.rest(AT_REST, AT_REST) or seen
        return 1000 * (seen - sent), 1000 * (last - sent)

    return press


def scenes(shown: Terminal) -> Iterator[tuple[str, int, Press]]:
    """What is pressed, how often; each goes on where the one before has left."""
    yield "one row down", 120, presser(shown, "j")
    yield "a page down, a page up", 120, alternating(shown, " " * 8 + "b" * 8)
    yield "to the end, to the top", 60, alternating(shown, "Gg")
    shown.send("gh")
    shown.rest(AT_REST, 5)
    yield "all, unread, starred", 60, alternating(shown, "jjkk")
    yield from searches(shown)
    # Into an article: each is left for the next one.
    shown.send("gl\r")
    shown.rest(2, 5)
    yield "open the next article", 30, opening(shown)


def searches(shown: Terminal) -> Iterator[tuple[str, int, Press]]:
    """A search, letter by letter: to the letter itself, and to what it finds."""
    words = "harbour council"
    keys = [*words, *["\x7f"] * len(words)]
    shown.send("kkl/")
    shown.rest(BLINKING, 5)
    yield "a letter of a search", 2 * len(keys), alternating(shown, keys)
    # What is still to come of these letters is no answer to the next ones.
    shown.until(lambda screen: "/" not in screen.line(0)[:WIDTH])
    shown.rest(BLINKING, 5)
    yield "to what it finds", 2 * len(keys), finding(shown, keys)
    # Out of the field, out of the search, and to the sources.
    for key in ("\x1b", "\x1b", "h"):
        shown.send(key)
        shown.rest(BLINKING, 5)


def finding(shown: Terminal, keys: Sequence[str]) -> Press:
    """Something that types a search: until the title tells what those words have found."""
    turn = 0
    typed = ""

    def press() -> Times:
        nonlocal turn, typed
        key = keys[turn % len(keys)]
        turn += 1
        typed = typed[:-1] if key == "\x7f" else typed + key
        told = re.compile(
            rf"/ {re.escape(typed.strip())}  \d(?!.*looking)" if typed else "^[^/]*$"
        )
        shown.rest(0, 0)
        sent = shown.send(key)
        seen = shown.until(
            lambda screen: told.search(screen.line(0)[:WIDTH]) is not None, 10
        )
        last = shown.rest(QUIET, QUIET) or seen
        return 1000 * (seen - sent), 1000 * (last - sent)

    return press


def row(name: str, times: Iterable[Times], base: Sequence[Times]) -> str:
    """One line of the table."""
    first, whole = (sorted(column) for column in zip(*times, strict=True))
    beside = [one for one, _ in base]
    last = quantiles(first, n=100)[-1]
    return (
        f"{name:<28}{median(first):>8.1f}{last:>8.1f}"
        f"{median(first) / median(beside):>8.2f}"
        f"{last - quantiles(beside, n=100)[-1]:>+8.1f}"
        f"{median(whole):>9.1f}{quantiles(whole, n=100)[-1]:>8.1f}"
    )


def measure(folder: Path, size: int, columns: int, rows: int) -> None:
    """Press the keys over a library of a size, and print what they took."""
    from benchmarks.libraries import NEWEST, library, look_through

    with closing(connect(library(folder, size), "rw")) as db:
        look_through(db)
    command = [sys.executable, "-m", "reader"]
    nothing = [sys.executable, __file__, "--nothing"]
    with ExitStack() as stack:
        # Nothing is remembered of the time before: it would open on another list.
        empty = stack.enter_context(TemporaryDirectory())
        environment = {
            "READER_LIBRARY": str(library(folder, size)),
            "XDG_CONFIG_HOME": empty,
            "XDG_STATE_HOME": empty,
        }
        beside = stack.enter_context(Terminal(nothing, columns, rows))
        beside.rest(AT_REST, 5)
        shown = stack.enter_context(Terminal(command, columns, rows, environment))
        shown.sees(NEWEST)
        shown.rest(3, 10)
        print(
            f"\n{size:,} articles, {columns}×{rows}; milliseconds\n"
            f"{'':<28}{'half':>8}{'99 %':>8}{'×':>8}{'99 % +':>8}{'whole':>9}{'99 %':>8}"
        )
        page = presser(beside, " ")
        idle: list[Times] = []
        for name, times, press in scenes(shown):
            taken = []
            base = []
            for _ in range(times):
                taken.append(press())
                base.append(page())
            idle += base
            print(row(name, taken, base), flush=True)
        print(row(EMPTY, idle, idle))
        print(f"{'peak memory, MB':<28}{shown.peak():>8.0f}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Measure what keys cost.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("sizes", type=int, nargs="*", metavar="articles")
    parser.add_argument("--columns", type=int, default=120)
    parser.add_argument("--rows", type=int, default=40)
    asked = parser.parse_args()
    from benchmarks.libraries import SIZES

    # As an installation does it.
    compileall.compile_dir(ROOT.parent / "src", quiet=1)
    for size in asked.sizes or SIZES:
        measure(asked.folder.resolve(), size, asked.columns, asked.rows)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--nothing"]:
        show_nothing()
    else:
        main()
