"""How long it takes from the command to the first frame, and to the first key answered.

    python tests/benchmarks/start.py FOLDER [ARTICLES...]

starts the program over libraries of so many articles (a thousand, a hundred
thousand, a million; made in FOLDER if they are not there), beside a Textual
program that shows one line, and beside newsboat if it is there. All take turns,
so that what else the machine does slows them alike: compare within one run.

*Paint* is when the newest article's title stands on the screen (one line, one
feed's name); a key is pressed that moment, and *key* is when it is answered: `j`
and `G`, like all that move in the list, by the hand that draws the first frame;
`x`, which selects an article, by the framework, once that is there; `?` and Enter
by the screen and the article that have to be loaded for them besides.
Peak memory is read after that. Times are medians, counted from the command,
beside their ratio to the one line's. *Imports* is the share of the time to the
key that is spent in imports.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

READER = (sys.executable, "-m", "reader")
MINIMAL = "one line (Textual)"
NEWSBOAT_ARTICLES = (1_000, 10_000)
"""At a hundred thousand it takes a minute to start, and longer to fetch."""


class Sample(NamedTuple):
    """One start."""

    paint: float
    key: float
    peak: float
    cpu: float
    """Of the processor, until the key was answered; it says more than the clock
    where other programs want it too."""


@dataclass(frozen=True)
class Program:
    """Something to be started."""

    name: str
    command: Sequence[str]
    first: str
    """What stands on the screen first."""

    answer: str
    """What stands there once `key` is answered."""

    key: str = "j"
    environment: Mapping[str, str] = field(default_factory=dict)


def run_counting_imports(file: str, what: Sequence[str]) -> None:
    """Run a Python program, noting what time its imports take.

    Args:
        file: Where the moments and durations go.
        what: `-m` and a module, or a script, and arguments.
    """
    import importlib
    import runpy

    machinery: Any = importlib._bootstrap
    find_and_load = machinery._find_and_load
    out = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    depth = 0

    def timed(*arguments: Any) -> Any:
        nonlocal depth
        begun = time.perf_counter()
        depth += 1
        try:
            return find_and_load(*arguments)
        finally:
            depth -= 1
            if not depth:
                took = time.perf_counter() - begun
                os.write(out, f"[{begun}, {took}]\n".encode())

    machinery._find_and_load = timed
    if what[0] == "-m":
        sys.argv = list(what[1:])
        runpy.run_module(what[1], run_name="__main__", alter_sys=True)
    else:
        sys.argv = list(what)
        runpy.run_path(what[0], run_name="__main__")


def start(program: Program, columns: int, rows: int) -> Sample:
    """Start a program once."""
    from benchmarks.terminal import Terminal

    environment = program.environment
    with Terminal(program.command, columns, rows, environment) as shown:
        paint = shown.sees(program.first)
        shown.send(program.key)
        key = shown.sees(program.answer)
        cpu = shown.processor()
        shown.rest(0.2, 0.2)
        peak = shown.peak()
        begun = shown.begun
    return Sample(1000 * (paint - begun), 1000 * (key - begun), peak, 1000 * cpu)


def share_of_imports(program: Program, columns: int, rows: int) -> float:
    """Start a Python program once, and say what share of the time imports took."""
    from benchmarks.terminal import Terminal

    with tempfile.NamedTemporaryFile("r", encoding="ascii") as file:
        counted = [program.command[0], __file__, "--count-imports", file.name]
        command = [*counted, *program.command[1:]]
        with Terminal(command, columns, rows, program.environment) as shown:
            shown.sees(program.first)
            shown.send(program.key)
            key = shown.sees(program.answer)
            begun = shown.begun
            imports = [json.loads(line) for line in file]
    spent = sum(float(took) for at, took in imports if at + took < key)
    return spent / (key - begun)


def readers(folder: Path, sizes: Iterable[int], empty: Path) -> list[Program]:
    """The program over libraries of some sizes."""
    from benchmarks.libraries import NEWEST, OPENING, library

    found = []
    for size in sizes:
        environment = {
            "READER_LIBRARY": str(library(folder, size)),
            "XDG_CONFIG_HOME": str(empty),
            "XDG_STATE_HOME": str(empty),
        }
        name = f"reader, {size:,}"
        found += [
            Program(f"{name}: {called}", READER, NEWEST, answer, key, environment)
            for called, key, answer in (
                ("j", "j", f"2 of {size:,}"),
                ("G", "G", f"{size:,} of {size:,}"),
                ("x", "x", "✓"),
                ("?", "?", "Half a page down"),
                ("Enter", "\r", OPENING),
            )
        ]
    return found


def newsboat(folder: Path, size: int) -> Program | None:
    """Newsboat with so many articles in a cache it has written itself."""
    path = shutil.which("newsboat")
    if path is None:
        return None
    folder = folder / f"newsboat-{size}"
    urls, cache = folder / "urls", folder / "cache.db"
    config = folder / "config"
    command = [path, "-u", str(urls), "-c", str(cache), "-C", str(config)]
    if not cache.exists():
        folder.mkdir(parents=True, exist_ok=True)
        config.write_text("prepopulate-query-feeds no\n", encoding="ascii")
        feeds = [_feed(folder, number) for number in range(size // 100)]
        urls.write_text("".join(f"file://{feed}\n" for feed in feeds), encoding="ascii")
        subprocess.run([*command, "-x", "reload"], check=True)
    return Program(f"newsboat, {size:,}", command, "Feed 0", "Help\nENTER", "?")


def _feed(folder: Path, number: int) -> Path:
    """A feed of a hundred articles."""
    items = "".join(
        f"<item><guid>{number}-{item}</guid><title>Article {item} of feed {number}</title>"
        f"<link>http://127.0.0.1:9/{number}/{item}</link>"
        f"<description>{'The council heard the plan on Thursday. ' * 8}</description></item>"
        for item in range(100)
    )
    path = folder / f"feed-{number}.xml"
    path.write_text(
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Feed {number}</title>'
        f"<link>http://127.0.0.1:9/</link><description>-</description>{items}</channel></rss>",
        encoding="utf-8",
    )
    return path


def measure(
    folder: Path, sizes: Sequence[int], rounds: int, columns: int, rows: int
) -> None:
    """Start everything in turn, and print what it took."""
    # As an installation does it.
    compileall.compile_dir(ROOT.parent / "src", quiet=1)
    empty = folder / "empty"
    empty.mkdir(parents=True, exist_ok=True)
    one_line = str(Path(__file__).with_name("minimal.py"))
    minimal = Program(MINIMAL, (sys.executable, one_line), "Ready", "Answered")
    ours = readers(folder, sizes, empty)
    theirs = [newsboat(folder, size) for size in NEWSBOAT_ARTICLES]
    programs = [minimal, *ours, *(one for one in theirs if one is not None)]
    samples: dict[str, list[Sample]] = defaultdict(list)
    for turn in range(rounds + 1):
        for program in programs:
            sample = start(program, columns, rows)
            if turn:  # The first one reads the files into memory, for all alike.
                samples[program.name].append(sample)
    shares = {
        one.name: median(share_of_imports(one, columns, rows) for _ in range(3))
        for one in (minimal, *ours)
    }
    base = [median(column) for column in zip(*samples[MINIMAL], strict=True)]
    print(f"{columns}×{rows}, medians of {rounds}; milliseconds, megabytes")
    print(
        f"{'':<24}{'paint':>8}{'×':>6}{'key':>8}{'×':>6}{'worst':>8}{'CPU':>8}{'×':>6}{'peak':>8}{'imports':>9}"
    )
    for name, taken in samples.items():
        paint, key, peak, cpu = (median(column) for column in zip(*taken, strict=True))
        worst = max(one.key for one in taken)
        share = f"{shares[name]:>9.0%}" if name in shares else ""
        print(
            f"{name:<24}{paint:>8.0f}{paint / base[0]:>6.2f}{key:>8.0f}{key / base[1]:>6.2f}"
            f"{worst:>8.0f}{cpu:>8.0f}{cpu / base[3]:>6.2f}{peak:>8.0f}{share}"
        )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Measure the start.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("sizes", type=int, nargs="*", metavar="articles")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--columns", type=int, default=120)
    parser.add_argument("--rows", type=int, default=40)
    asked = parser.parse_args()
    from benchmarks.libraries import SIZES

    sizes = asked.sizes or SIZES
    measure(asked.folder.resolve(), sizes, asked.rounds, asked.columns, asked.rows)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--count-imports"]:
        run_counting_imports(sys.argv[2], sys.argv[3:])
    else:
        main()
