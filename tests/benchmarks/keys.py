"""How long the screen takes to answer a key, from the key to the last byte of the frame.

    python tests/benchmarks/keys.py FOLDER [ARTICLES...]

walks, pages, jumps, filters and reads in libraries of so many articles (a
thousand, a hundred thousand, a million; made in FOLDER if they are not there),
beside a Textual widget that scrolls and shows nothing. The two take turns, so
that what else the machine does slows them alike: compare within one run.
"""

from __future__ import annotations

import argparse
import compileall
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.terminal import Terminal  # noqa: E402

QUIET = 0.04
"""Seconds without a byte after which a frame is whole."""

AT_REST = 0.5
"""Seconds without a byte after which nothing more will come by itself."""

EMPTY = "a widget that shows nothing"

Press = Callable[[], float]
"""Presses a key, and says how many milliseconds its answer took."""


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

    def press() -> float:
        sent = shown.send(key)
        last = shown.rest(QUIET, 5)
        if shown.ended:
            raise RuntimeError(f"the program has ended:\n{shown.screen.text}")
        return 1000 * ((sent + 5 if last is None else last) - sent)

    return press


def alternating(shown: Terminal, keys: Sequence[str]) -> Press:
    """Something that presses one key after the other, and begins again."""
    presses = [presser(shown, key) for key in keys]
    turn = 0

    def press() -> float:
        nonlocal turn
        turn += 1
        return presses[(turn - 1) % len(presses)]()

    return press


def opening(shown: Terminal) -> Press:
    """Something that opens the next article: until its text stands there."""
    from benchmarks.libraries import OPENING

    number = re.compile(rf"{OPENING} (\d+)")

    def press() -> float:
        before = number.findall(shown.screen.text)
        # On at once, before the next one is shown beside the list by itself.
        shown.send("hj")
        shown.rest(QUIET, 1)
        sent = shown.send("\r")
        seen = shown.until(
            lambda screen: number.findall(screen.text) not in ([], before), 10
        )
        shown.rest(AT_REST, 1)
        return 1000 * (seen - sent)

    return press


def scenes(shown: Terminal) -> Iterator[tuple[str, int, Press]]:
    """What is pressed, how often; each goes on where the one before has left."""
    yield "one row down", 200, presser(shown, "j")
    yield "a page down", 200, presser(shown, " ")
    yield "to the end, to the top", 60, alternating(shown, "Gg")
    shown.send("gh")
    shown.rest(AT_REST, 5)
    yield "all, unread, starred", 60, alternating(shown, "jjkk")
    shown.send("gl")
    shown.rest(AT_REST, 5)
    yield "open the next article", 30, opening(shown)
    yield "a page in it", 60, alternating(shown, " b")


def row(name: str, times: Iterable[float], base: Sequence[float]) -> str:
    """One line of the table."""
    taken = sorted(times)
    half, last = median(taken), quantiles(taken, n=100)[-1]
    return (
        f"{name:<28}{half:>8.1f}{last:>8.1f}{taken[-1]:>8.1f}"
        f"{half / median(base):>8.2f}{last - quantiles(base, n=100)[-1]:>+9.1f}"
    )


def measure(folder: Path, size: int, columns: int, rows: int) -> None:
    """Press the keys over a library of a size, and print what they took."""
    from benchmarks.libraries import NEWEST, library

    empty = folder / "empty"
    empty.mkdir(parents=True, exist_ok=True)
    environment = {
        "READER_LIBRARY": str(library(folder, size)),
        "XDG_CONFIG_HOME": str(empty),
        "XDG_STATE_HOME": str(empty),
    }
    command = [sys.executable, "-m", "reader"]
    nothing = [sys.executable, __file__, "--nothing"]
    with ExitStack() as stack:
        beside = stack.enter_context(Terminal(nothing, columns, rows))
        beside.rest(AT_REST, 5)
        shown = stack.enter_context(Terminal(command, columns, rows, environment))
        shown.sees(NEWEST)
        shown.rest(3, 10)
        print(  # noqa: T201
            f"\n{size:,} articles, {columns}×{rows}; milliseconds\n"
            f"{'':<28}{'half':>8}{'99 %':>8}{'worst':>8}{'× half':>8}{'99 % +':>9}"
        )
        page = presser(beside, " ")
        idle: list[float] = []
        lines = []
        for name, times, press in scenes(shown):
            taken = []
            base = []
            for _ in range(times):
                taken.append(press())
                base.append(page())
            idle += base
            lines.append(row(name, taken, base))
        print(row(EMPTY, idle, idle))  # noqa: T201
        print("\n".join(lines))  # noqa: T201
        print(f"{'peak memory, MB':<28}{shown.peak():>8.0f}")  # noqa: T201


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
