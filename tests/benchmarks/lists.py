"""What a window of a list costs, by the size of the library.

    python tests/benchmarks/lists.py FOLDER [ARTICLES...]

takes libraries of those sizes out of a folder (they are made if they are not
there), and reports in milliseconds the median and the worst of some tries at the
top, the middle and the end of each kind of list; beside them what plain OFFSET and
counting take.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.libraries import SIZES, library, look_through
from reader.domain.selection import Selection
from reader.domain.source import Listed
from reader.storage import finding, lists, search, sources
from reader.storage.chosen import MOST_FOUND
from reader.storage.database import connect

WINDOW: Final = 50
TRIES: Final = 7
SEARCHED: Final = 100_000
"""Of a larger library the search is measured only if its index was made before."""

KINDS: Final = {
    "all": Selection(),
    "oldest first": Selection(oldest_first=True),
    "unread": Selection(unread=True),
    "starred": Selection(starred=True),
    "unread, starred": Selection(unread=True, starred=True),
    "one source": Selection(source=5),
}
SEARCHES: Final = (
    "council",
    "council vote",
    '"every seat"',
    "tramway",
    "coun*",
    "図書",
    "图书馆",
    "title:harbour is:unread",
    "before:2026 has:comment",
    "has:quotation",
    "-council",
)


def main(folder: Path, sizes: list[int]) -> None:
    """Measure, and print a table a size."""
    for size in sizes:
        with closing(connect(library(folder, size), "rw")) as db:
            print(f"\n{size:,} articles")
            _windows(db)
            if size <= SEARCHED or not search.waiting(db, 1):
                _searches(db)


def _windows(db: sqlite3.Connection) -> None:
    for name, selection in KINDS.items():
        many = lists.counts(db, selection).all
        _tell(f"{name}: count", partial(lists.counts, db, selection))
        for place, start in (
            ("top", 0),
            ("middle", many // 2),
            ("end", max(many - WINDOW, 0)),
        ):
            window = lists.rows(db, selection, start, WINDOW)
            if not window:
                continue
            _tell(
                f"{name}: {WINDOW} rows at the {place}",
                partial(lists.rows, db, selection, start, WINDOW),
            )
            _tell(
                f"{name}: place of one at the {place}",
                partial(lists.position, db, selection, window[0].id),
            )
        _tell(
            f"{name}: the middle unread one",
            partial(lists.nth_unread, db, selection, many // 20),
        )
        _tell(
            f"{name}: a month ago",
            partial(lists.at_moment, db, selection, time.time() - 30 * lists.DAY),
        )
    ends = [row.id for at in (0, -1) for row in _row_at(db, at)]
    _tell(
        "all: a range over everything",
        partial(lists.ids_between, db, Selection(), ends[0], ends[1]),
    )
    _tell("every source", partial(sources.every, db))
    (many,) = db.execute("SELECT count(*) FROM articles").fetchone()
    _tell(
        "baseline: OFFSET to the end, whole rows",
        lambda: db.execute(
            "SELECT * FROM statuses JOIN articles ON id = article_id"
            " ORDER BY sort DESC LIMIT 50 OFFSET ?",
            (many - WINDOW,),
        ).fetchall(),
    )
    _tell(
        "baseline: unread by source, counted",
        lambda: db.execute(
            "SELECT source_id, count(*) FROM statuses WHERE read = 0 GROUP BY 1"
        ).fetchall(),
    )


def _row_at(db: sqlite3.Connection, at: int) -> tuple[Listed, ...]:
    """The first article of all, or the last."""
    many = lists.counts(db, Selection()).all
    return lists.rows(db, Selection(), at % many, 1)


def _searches(db: sqlite3.Connection) -> None:
    begun, indexed = time.perf_counter(), look_through(db)
    if indexed:
        rate = indexed / (time.perf_counter() - begun)
        print(f"  {'indexed':45} {rate:9,.0f} a second")
    for words in SEARCHES:
        selection = Selection(words=words)
        _tell(f"{words}: the first", partial(finding.find, db, selection, WINDOW))
        _tell(f"{words}: {MOST_FOUND:,}", partial(finding.find, db, selection))
        _tell(f"{words}: best first", partial(lists.best, db, selection, 1_000))
    _tell(
        "baseline: LIKE over titles",
        lambda: db.execute(
            "SELECT id FROM articles WHERE title LIKE '%tramway%'"
        ).fetchall(),
    )


def _tell(name: str, work: Callable[[], object]) -> None:
    took = []
    for _ in range(TRIES):
        begun = time.perf_counter()
        work()
        took.append((time.perf_counter() - begun) * 1000)
    print(f"  {name:45} {median(took):9.2f} ms, at worst {max(took):.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(one) for one in sys.argv[2:]] or list(SIZES))
