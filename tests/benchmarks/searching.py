"""What a search costs beside SQL's LIKE, what its index weighs, and how fast articles come in.

    python tests/benchmarks/searching.py FOLDER [ARTICLES...]

takes libraries of those sizes out of a folder (a thousand, a hundred thousand, a
million; made and indexed if they are not, which takes minutes) and reports for each:

*Searches*, in milliseconds, the better of two tries: the newest 50, everything a list
shows of it (up to 10,000), and the newest 50 that are LIKE it in title or text on the
same file, broken off after two seconds. A few articles are given tags and quotations
for it, and have lost them afterwards.

*Room*: bytes an article by part, and the index as a share of the texts.

*Coming in*: articles stored in a second, feed by feed, by another program while the
library is open on a screen, and with no screen; and how long the screen took to answer
a key meanwhile, beside the same screen while nothing came in. On a copy.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Final

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks import libraries
from benchmarks.keys import presser
from benchmarks.libraries import SIZES, TODAY, library, look_through
from benchmarks.terminal import Terminal
from reader.domain.selection import Selection
from reader.storage import articles, bodies, finding, schema
from reader.storage.bodies import Origin
from reader.storage.database import connect
from reader.text.markup.tree import fragment_tree, text_of

NEWEST: Final = 50
TRIES: Final = 2
LIKE_PATIENCE: Final = 2.0
"""Seconds."""

WEIGHED: Final = 1_000
"""Articles whose texts are weighed."""

A_FEED: Final = 50
"""Entries of a feed that is stored at once."""

COMING_IN: Final = 6.0
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A search, and what it would be for LIKE."""

    name: str
    words: str
    like: str | None
    """A condition on `said`, an article's title and text; None where it is none."""


KINDS: Final = (
    Kind("a rare word", "617", "said LIKE '% 617.%'"),
    Kind("a common word", "council", "said LIKE '%council%'"),
    Kind("two words", "council vote", "said LIKE '%council%' AND said LIKE '%vote%'"),
    Kind("a word that is nowhere", "tramway", "said LIKE '%tramway%'"),
    Kind("a phrase", '"every seat"', "said LIKE '%every seat%'"),
    Kind("a phrase that is nowhere", '"seat every"', "said LIKE '%seat every%'"),
    Kind("a common beginning", "coun*", "said LIKE '% coun%'"),
    Kind("a very common beginning", "th*", "said LIKE '% th%'"),
    Kind("a beginning of many words", "1*", "said LIKE '% 1%'"),
    Kind("a negation", "-council", "said NOT LIKE '%council%'"),
    Kind(
        "a word and a negation",
        "council -vote",
        "said LIKE '%council%' AND said NOT LIKE '%vote%'",
    ),
    Kind("has:quotation (one in 100)", "has:quotation", None),
    Kind("has:note (none has)", "has:note", None),
    Kind("has:note and a word", "has:note council", None),
    Kind("speaker:", "speaker:moreno", None),
    Kind("tag: (one in 1,000)", "tag:boats", None),
    Kind("tag: and a word", "tag:boats council", None),
    Kind("is:starred and a word", "is:starred council", None),
    Kind("before: and a word", "before:2022 council", None),
    Kind("Chinese", "图书馆", "said LIKE '%图书馆%'"),
    Kind("Japanese", "来月", "said LIKE '%来月%'"),
    Kind("Korean", "시장", "said LIKE '%시장%'"),
    Kind("Arabic", "الميناء", "said LIKE '%الميناء%'"),
)

PARTS: Final = {
    "search": "index",
    "bodies": "texts",
    "sqlite_autoindex_bodies": "texts",
    "articles": "rows",
    "sqlite_autoindex_articles": "rows",
    "statuses": "rows",
}
"""What the tables and indexes that begin so hold."""


def searches(db: sqlite3.Connection) -> None:
    """Measure each kind of search, and print a line each."""
    print(
        f"{'':28}{f'newest {NEWEST}':>10}{'all shown':>11}{'found':>9}{'LIKE':>9}{'×':>9}"
    )
    with _tagged_and_quoted(db):
        for kind in KINDS:
            selection = Selection(words=kind.words)
            newest = _took(partial(finding.find, db, selection, NEWEST))
            shown = _took(partial(finding.find, db, selection))
            found = finding.find(db, selection)
            number = f"{len(found.ids):,}{'+' if found.more else ''}"
            line = f"{kind.name:28}{newest:>10.2f}{shown:>11.1f}{number:>9}"
            if kind.like is not None:
                took, ended = _like(db, kind.like)
                beside = took / max(newest, 0.01)
                least = "" if ended else ">"
                line += f"{f'{least}{took:,.0f}':>9}{f'{least}{beside:,.0f}':>9}"
            print(line, flush=True)


@contextmanager
def _tagged_and_quoted(db: sqlite3.Connection) -> Iterator[None]:
    """Tag one article in a thousand, and quote somebody in one in a hundred, for a while."""
    db.execute("BEGIN")
    try:
        db.execute(
            "INSERT INTO article_tags SELECT id, 'boats' FROM articles WHERE id % 1000 = 3"
        )
        db.execute(
            """
            INSERT INTO quotations
            SELECT id, 1, 9, 'a promise', 'Ada Moreno', 'said', 'direct', 0.9, 0
            FROM articles WHERE id % 100 = 7
            """
        )
        yield
    finally:
        db.execute("ROLLBACK")


def _took(work: Callable[[], object]) -> float:
    """Milliseconds, of the better of some tries."""
    took = []
    for _ in range(TRIES):
        begun = time.perf_counter()
        work()
        took.append(time.perf_counter() - begun)
    return 1000 * min(took)


def _like(db: sqlite3.Connection, condition: str) -> tuple[float, bool]:
    """Milliseconds that LIKE takes, and whether it came to its end."""
    begun = time.perf_counter()
    end = begun + LIKE_PATIENCE
    db.set_progress_handler(lambda: time.perf_counter() > end, 10_000)
    try:
        db.execute(
            f"""
            SELECT id FROM
            (SELECT id, title || ' ' || coalesce(plain(html), '') AS said FROM statuses
            JOIN articles ON articles.id = statuses.article_id
            LEFT JOIN bodies ON bodies.article_id = articles.id AND origin = 'feed'
            ORDER BY sort DESC)
            WHERE {condition} LIMIT {NEWEST}
            """
        ).fetchall()
    except sqlite3.OperationalError:
        return 1000 * (time.perf_counter() - begun), False
    finally:
        db.set_progress_handler(None, 0)
    return 1000 * (time.perf_counter() - begun), True


def _plain(html: bytes | None) -> str:
    """A kept text, with its marks: LIKE is spared taking them out."""
    return "" if html is None else zlib.decompress(html).decode()


def room(db: sqlite3.Connection) -> None:
    """Weigh the file by part, and print a line."""
    (many,) = db.execute("SELECT count(*) FROM articles").fetchone()
    weights = dict.fromkeys((*PARTS.values(), "the rest"), 0)
    for name, size in db.execute("SELECT name, pgsize FROM dbstat WHERE aggregate = 1"):
        part = next((of for start, of in PARTS.items() if name.startswith(start)), None)
        weights[part or "the rest"] += size
    ids = db.execute(
        "SELECT id FROM articles WHERE id % ? = 0 LIMIT ?",
        # Odd: every eighth article is a long one.
        (many // WEIGHED | 1, WEIGHED),
    ).fetchall()
    texts = [
        text_of(fragment_tree(bodies.html_of(db, id_, Origin.FEED) or ""))
        for (id_,) in ids
    ]
    text = sum(len(one.encode()) for one in texts) / len(texts)
    each = " · ".join(f"{part} {size / many:,.0f}" for part, size in weights.items())
    print(
        f"bytes an article: {sum(weights.values()) / many:,.0f} = {each};"
        f" its text has {text:,.0f}, the index is {weights['index'] / many / text:.0%} of it"
    )


def coming_in(path: Path) -> None:
    """Store articles beside an open screen and beside none, and print what both took."""
    with TemporaryDirectory(dir=path.parent) as folder:
        copy = Path(folder) / path.name
        shutil.copyfile(path, copy)
        alone, _ = _stored(copy, None)
        environment = {
            "READER_LIBRARY": str(copy),
            "XDG_CONFIG_HOME": folder,
            "XDG_STATE_HOME": folder,
        }
        with Terminal(
            [sys.executable, "-m", "reader"], environment=environment
        ) as shown:
            shown.sees(libraries.OPENING)
            shown.rest(0.5, 5)
            end = time.perf_counter() + COMING_IN / 2
            idle = list(_answers(shown, lambda: time.perf_counter() > end))
            beside, late = _stored(copy, shown)
    print(
        f"articles stored in a second: {alone:,.0f} with no screen, {beside:,.0f} beside"
        f" one ({beside / alone:.0%}); a key answered after {_spread(late)} ms meanwhile,"
        f" {_spread(idle)} while nothing came"
    )


def _stored(library: Path, shown: Terminal | None) -> tuple[float, list[float]]:
    """Store articles for a while, in another process as a refresh from cron does.

    Returns:
        How many a second, and how long the screen took to answer each key meanwhile.
    """
    command = [sys.executable, __file__, "--store", str(library)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as storing:
        late = []
        if shown is not None:
            late = list(_answers(shown, lambda: storing.poll() is not None))
        rate, _ = storing.communicate()
    return float(rate), late


def _answers(shown: Terminal, ended: Callable[[], bool]) -> Iterator[float]:
    """Walk in the list until something has ended, and tell how long each key took."""
    presses = [presser(shown, key) for key in "jk"]
    for number in count():
        if ended():
            return
        yield presses[number // 20 % 2]()[0]


def _spread(times: list[float]) -> str:
    """The middle, the 99th percentile and the worst of some times."""
    worst = quantiles(times, n=100)[-1]
    return f"{median(times):.0f} (99 %: {worst:.0f}, at worst {max(times):.0f})"


def store(path: Path) -> None:
    """Store feeds for a while, each in a transaction, and print how many articles a second."""
    chance = Random(1)
    with closing(connect(path, "rw")) as db:
        (sources,) = db.execute("SELECT count(*) FROM sources").fetchone()
        begun = time.perf_counter()
        stored = 0
        spent = 0.0
        while time.perf_counter() < begun + COMING_IN:
            entries = [
                libraries.entry(chance, -number - 1, TODAY + timedelta(seconds=number))
                for number in range(stored, stored + A_FEED)
            ]
            at = time.perf_counter()
            db.execute("BEGIN IMMEDIATE")
            articles.arrive(db, stored // A_FEED % sources + 1, entries, TODAY)
            db.execute("COMMIT")
            spent += time.perf_counter() - at
            stored += A_FEED
    print(stored / spent)


def measure(folder: Path, size: int) -> None:
    """Measure a library of a size, and print tables."""
    path = library(folder, size)
    with closing(connect(path, "rw")) as db:
        schema.prepare(db, path)
        begun = time.perf_counter()
        indexed = look_through(db)
        if indexed:
            rate = indexed / (time.perf_counter() - begun)
            print(f"indexed {indexed:,} articles, {rate:,.0f} a second")
        db.create_function("plain", 1, _plain, deterministic=True)
        print(f"\n{size:,} articles; milliseconds")
        searches(db)
        room(db)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    coming_in(path)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--store"]:
        store(Path(sys.argv[2]))
    else:
        for size in [int(one) for one in sys.argv[2:]] or SIZES:
            measure(Path(sys.argv[1]).resolve(), size)
