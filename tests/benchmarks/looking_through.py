"""How long the screen waits while quotations are found in the background.

    python tests/benchmarks/looking_through.py

keeps articles of 800 words, then one of 50,000, and looks through them while a task that sleeps
for 5 ms at a time notes in milliseconds how late it is woken: with the interpreter's own
patience between threads, and with the program's.
"""

from __future__ import annotations

import asyncio
import gc
import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from reader.cli.screen import GIVING_WAY
from reader.domain.source import Entry
from reader.services.desk import Desk
from reader.services.quoting import Quoting
from reader.storage import articles, sources
from reader.storage.database import Database

NOW: Final = datetime(2026, 3, 1, 12, tzinfo=UTC)
NAMES: Final = ("Ada Moreno", "Tom Reid", "Ines Halloran", "Peter Osei")
WORDS: Final = [
    "the",
    "harbour",
    "council",
    "voted",
    "on",
    "Thursday",
    "night",
    "to",
    "keep",
    "an",
    "old",
    "lending",
    "library",
    "open",
    "for",
    "another",
    "five",
    "years",
    "after",
    "four",
    "thousand",
    "residents",
    "had",
    "signed",
    "a",
    "petition",
]
NAP: Final = 0.005


def main() -> None:
    """Measure, and print a line a case."""
    for patience in (sys.getswitchinterval(), GIVING_WAY):
        for lengths in ([800] * 150, [50_000]):
            with _patient(patience):
                late, seconds = asyncio.run(_looked_through(lengths))
            late.sort()
            print(
                f"{patience * 1000:.0f} ms, {len(lengths):>3} × {lengths[0]:,} words:"
                f" {len(lengths) / seconds:5.1f} articles/s, late by"
                f" {median(late):.1f} in the middle, {late[len(late) * 99 // 100]:.1f} at"
                f" the 99th percentile, {late[-1]:.1f} at most"
            )


@contextmanager
def _patient(seconds: float) -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(seconds)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


async def _looked_through(lengths: list[int]) -> tuple[list[float], float]:
    """Look through articles of these lengths.

    Returns:
        How late each waking was, in milliseconds, and how many seconds it all took.
    """
    entries = [
        Entry(guid=str(at), url=f"https://a.example/{at}", title="A", html=_text(words))
        for at, words in enumerate([50, *lengths])
    ]
    with TemporaryDirectory() as folder:
        database = await Database.open(Path(folder) / "library.sqlite3")
        source = await database.run(sources.add, url="https://a.example/feed", name="A")
        async with Desk() as desk:
            quoting = Quoting(database, desk, lambda: NOW)
            # The first one loads what it takes to understand a page.
            await database.run(articles.arrive, source.id, entries[:1], NOW)
            await quoting.examine()
            await database.run(articles.arrive, source.id, entries[1:], NOW)
            gc.collect()
            gc.freeze()
            late: list[float] = []
            napping = asyncio.create_task(_nap(late))
            begun = perf_counter()
            await quoting.examine()
            seconds = perf_counter() - begun
            napping.cancel()
        await database.close()
    return late, seconds


async def _nap(late: list[float]) -> None:
    while True:
        begun = perf_counter()
        await asyncio.sleep(NAP)
        late.append((perf_counter() - begun - NAP) * 1000)


def _text(words: int) -> str:
    """An article of so many words, a quotation in every third paragraph."""
    chance = random.Random(words)
    parts: list[str] = []
    for number in range(words // 40):
        prose = " ".join(chance.choices(WORDS, k=25)).capitalize()
        said = " ".join(chance.choices(WORDS, k=15)).capitalize()
        quoted = f"“{said},” said {chance.choice(NAMES)}. " if number % 3 == 0 else ""
        parts.append(f"<p>{quoted}{prose}.</p>")
    return "".join(parts)


if __name__ == "__main__":
    main()
