"""Libraries of any size, for measuring: a small region's news, made up.

    python tests/benchmarks/libraries.py FOLDER [ARTICLES...]

writes one library for each number (a thousand, a hundred thousand, a million)
into a folder, the way they would have grown: feed by feed, day by day. What is
there already stays, so that it is done once.
"""

from __future__ import annotations

import random
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from reader.domain.dates import Published
from reader.domain.source import Entry
from reader.storage import articles, schema, search, sources, statuses
from reader.storage.database import connect
from reader.text.markup.tree import fragment_tree, text_of

SIZES: Final = (1_000, 100_000, 1_000_000)

TODAY: Final = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)

NEWEST: Final = "The newest of all"
"""The title of the newest article of every library."""

OPENING: Final = "The first words of the text"
"""How every article's text begins."""

PLACES = [
    "harbour",
    "market",
    "bridge",
    "library",
    "ferry",
    "school",
    "quay",
    "station",
    "mill",
    "canal",
]
TOWNS = [
    "Aldmouth",
    "Brackwater",
    "Corvin",
    "Dunreath",
    "Eastley",
    "Farrow",
    "Glenside",
    "Holm",
]
PEOPLE = [
    "Ada Moreno",
    "Tom Reid",
    "Ines Halloran",
    "Peter Osei",
    "Ruth Adeyemi",
    "Jonas Lindqvist",
    "Mei Tanaka",
    "Samir Haddad",
]
DEEDS = [
    "opens after two years of work",
    "will cost more than planned",
    "is closed until further notice",
    "gets a new roof, and a new argument",
    "stays where it is, council says",
    "turns out to be older than thought",
    "divides the committee again",
]
WIDE = [
    "港の橋、来月から通行止めに",
    "图书馆周一将不再开放",
    "시장 광장 공사 8월에 시작",
    "🎉 A hundred years of the tram 🎉",
    "الميناء يفتح أبوابه من جديد",
]
SENTENCES = [
    "The council heard the plan on Thursday evening, with every seat in the hall taken.",
    "“We would have told them what forty minutes mean for somebody who has to catch a train,” said {who}.",
    "Nobody could say what the work will cost in the end.",
    "{who} added: “A promise that cannot be kept is no service to anybody.”",
    "According to the auditors, “no single decision explains the delay.”",
    "The old timetable was never kept on more than two days of a week.",
    "A vote is expected before the summer, and the works would take until spring.",
    "“It stands, and that is what counts when the water comes,” {who} told reporters.",
]


def library(folder: Path, size: int) -> Path:
    """The library of a size in a folder, made if it is not there."""
    path = folder / f"{size}.sqlite3"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        for left in folder.glob(f"{unfinished.name}*"):
            left.unlink()
        _write(unfinished, size)
        unfinished.rename(path)
    return path


def _write(path: Path, size: int) -> None:
    """Fill a new library."""
    chance = random.Random(size)
    feeds = min(max(size // 100, 10), 1_000)
    path.touch()
    with closing(connect(path, "rw")) as db:
        schema.prepare(db, path)
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA cache_size = -400000")
        db.execute("BEGIN")
        ids = [
            sources.add(
                db,
                url=f"http://127.0.0.1:9/{number}/feed",
                name=f"{TOWNS[number % len(TOWNS)]} {_PAPERS[number % len(_PAPERS)]} {number}",
                site=f"http://127.0.0.1:9/{number}/",
            ).id
            for number in range(feeds)
        ]
        for source_id, entries in _rounds(chance, ids, size):
            articles.arrive(db, source_id, entries, TODAY)
        db.execute("COMMIT")
        db.execute("BEGIN")
        # An old library is read but for its last weeks, and a little starred.
        kept = [row for row in range(1, size + 1) if chance.random() < 0.9]
        statuses.mark(db, [one for one in kept if one < size - 300], read=True)
        statuses.mark(db, [one for one in kept if one % 200 == 0], starred=True)
        db.execute("COMMIT")


_PAPERS = ["Gazette", "Courier", "Echo", "Post", "Mercury", "Chronicle", "Observer"]


def _rounds(
    chance: random.Random, ids: list[int], size: int
) -> Iterator[tuple[int, list[Entry]]]:
    """What every feed brings, round by round, the oldest first."""
    per_round = 10
    rounds = size // (len(ids) * per_round)
    step = timedelta(minutes=6)
    left = size
    for _ in range(rounds):
        for source_id in ids:
            entries = []
            for _ in range(per_round):
                left -= 1
                entries.append(entry(chance, left, TODAY - step * left))
            entries.reverse()
            yield source_id, entries


def entry(chance: random.Random, left: int, published: datetime) -> Entry:
    """An article, by how many are newer."""
    who = chance.choice(PEOPLE)
    if left == 0:
        title = NEWEST
    elif left % 40 == 7:
        title = chance.choice(WIDE)
    elif left % 3:
        title = (
            f"{chance.choice(TOWNS)}’s {chance.choice(PLACES)} {chance.choice(DEEDS)}"
        )
    else:
        title = f"“Nobody asked us”: {who} on the {chance.choice(PLACES)} of {chance.choice(TOWNS)}"
    # One article in eight comes whole, the others as the feed's excerpt.
    length = 40 if left % 8 == 0 else 3
    texts = (chance.choice(SENTENCES) for _ in range(length))
    html = "".join(f"<p>{text.format(who=who)}</p>" for text in texts)
    return Entry(
        guid=f"{left}",
        url=f"http://127.0.0.1:9/article/{left}",
        title=title,
        byline=who,
        published=Published(published.isoformat()),
        html=f"<p>{OPENING} {left}.</p>{html}",
        summary=length == 3,
        comment_count=left % 17 or None,
    )


def look_through(db: sqlite3.Connection) -> int:
    """Make everything in a library findable, as the program does when it is not asked.

    Returns:
        How many articles were not before.
    """
    found = 0
    while waiting := search.waiting(db, 500):
        texts = [(one, text_of(fragment_tree(one.html))) for one in waiting]
        db.execute("BEGIN")
        search.index(db, texts)
        db.execute("COMMIT")
        found += len(waiting)
    return found


def main(folder: Path, sizes: list[int]) -> None:
    """Write libraries, and say how long it took."""
    for size in sizes:
        begun = time.perf_counter()
        path = library(folder, size)
        took = time.perf_counter() - begun
        megabytes = path.stat().st_size / 1e6
        print(f"{path}  {megabytes:,.0f} MB  {took:.1f} s")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(one) for one in sys.argv[2:]] or list(SIZES))
