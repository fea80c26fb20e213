"""Finding articles by their words."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.annotation import Anchor, Correction
from reader.domain.article import Article
from reader.domain.comment import Draft
from reader.domain.dates import Published
from reader.domain.identity import Identity
from reader.domain.selection import Counts, Selection
from reader.domain.source import Entry
from reader.services.desk import Desk
from reader.services.indexing import Indexing
from reader.services.listing import Listing
from reader.services.quoting import Quoting
from reader.storage import (
    articles,
    drafts,
    lists,
    quotations,
    sources,
    statuses,
    tags,
)
from reader.storage.database import Database
from storage.in_memory import empty_library

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)

TEXTS = [
    ("The tide gauge is back", "“It was never meant to leave,” said Ada Moreno.", "Ada Moreno"),
    ("Dredging again", "The tide brings sand; the council pays. Re:invent it.", "Tom Reid"),
    ("Über die Brücke", "Die Fähre fährt wieder, Tide hin oder her.", None),
    ("A quiet week", "Nothing happened, “not one thing”, the harbour says.", None),
    ("Council votes", "<p>The coun<b>cil</b> voted on tidewater rules.</p><script>hidden</script>", "Ada Moreno"),
]  # fmt: skip


def fill(db: sqlite3.Connection) -> None:
    for name in ("The Harbour", "Other 100% news"):
        sources.add(db, f"https://{name[0].lower()}.example/feed", name)
    sources.tag(db, 2, ["Coast"])
    for source, numbers in ((1, (0, 1, 2)), (2, (3, 4))):
        entries = [
            Entry(
                guid=str(number),
                url=f"https://x.example/{number}",
                title=TEXTS[number][0],
                byline=TEXTS[number][2],
                html=TEXTS[number][1],
                published=Published(
                    (NOW - timedelta(days=40 * number)).date().isoformat()
                ),
            )
            for number in numbers
        ]
        articles.arrive(db, source, entries, NOW)
    first = next(lists.each(db, Selection()))
    statuses.mark(db, [first], read=True, starred=True)


class Rooms:
    def __init__(self, database: Database, desk: Desk) -> None:
        self.database = database
        self.indexing = Indexing(database, desk)
        self.listing = Listing(database)

    async def found(self, words: str) -> list[int]:
        rows = await self.listing.rows(Selection(words=words), 0, 50)
        return [int(row.guid) for row in rows]


@pytest.fixture
async def rooms(tmp_path: Path) -> AsyncIterator[Rooms]:
    database = await Database.open(tmp_path / "library.sqlite3")
    async with Desk() as desk:
        rooms = Rooms(database, desk)
        await database.run(fill)
        yield rooms
    await database.close()


@pytest.fixture
async def indexed(rooms: Rooms) -> Rooms:
    assert await rooms.indexing.work_through() == 5
    return rooms


async def test_what_has_come_is_found_once_it_is_indexed(rooms: Rooms) -> None:
    assert await rooms.found("tide") == []
    assert await rooms.indexing.work_through(2) == 2
    assert await rooms.indexing.work_through() == 3
    assert await rooms.indexing.work_through() == 0
    assert await rooms.found("tide") == [0, 1, 2]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("tide", [0, 1, 2]),
        ("TIDE", [0, 1, 2]),
        ("tide*", [0, 1, 2, 4]),
        ("tid*", [0, 1, 2, 4]),
        ("tide council", [1]),
        ('"tide gauge"', [0]),
        ('"gauge tide"', []),
        ('"tide gau', []),
        ("tide -council", [0, 2]),
        ("-council", [0, 2, 3]),
        ("council", [1, 4]),
        ("hidden", []),
        ("bruecke", []),
        ("brucke", [2]),
        ("fähre", [2]),
        ("title:council", [4]),
        ("author:moreno", [0, 4]),
        ('author:"Tom Reid"', [1]),
        ("author:ada tide*", [0, 4]),
        ("re:invent", [1]),
        ("source:harbour", [0, 1, 2]),
        ("source:100%", [3, 4]),
        ("source:_", []),
        ("tide source:other", []),
        ("tag:coast", [3, 4]),
        ("-tag:coast", [0, 1, 2]),
        ("is:unread", [1, 2, 3, 4]),
        ("tide is:unread", [1, 2]),
        ("is:starred", [0]),
        ("-is:starred council", [1, 4]),
        ("before:2026", [2, 3, 4]),
        ("after:2025-12", [0, 1]),
        ("after:2025", [0, 1]),
        ("before:2026-01-20", [2, 3, 4]),
        ("tide after:2026-01", [0]),
        ("before:whenever", []),
        ("before:whenever council", [1, 4]),
        ("", [0, 1, 2, 3, 4]),
        ("  ", [0, 1, 2, 3, 4]),
        ('" - *', []),
        # An operator of other search boxes: named, and not looked for.
        ("never AND meant", [0]),
        ("“not one thing”", [3]),
    ],
)
async def test_a_search_finds(indexed: Rooms, words: str, found: list[int]) -> None:
    assert await indexed.found(words) == found


async def test_a_search_is_a_list_like_any_other(indexed: Rooms) -> None:
    tide = Selection(words="tide")
    assert await indexed.listing.counts(tide) == Counts(3, 2)
    (row,) = await indexed.listing.rows(tide, 1, 1)
    assert row.guid == "1"
    assert await indexed.listing.position(tide, row.id) == 1
    assert await indexed.listing.position(Selection(words="quiet"), row.id) is None
    assert await indexed.listing.next_unread(tide, -1) == 1
    assert await indexed.listing.next_unread(tide, 1) == 2
    assert await indexed.listing.next_unread(tide, 2) is None
    assert await indexed.listing.next_unread(tide, 2, step=-1) == 1
    in_source = Selection(words="council", source=2)
    assert await indexed.listing.counts(in_source) == Counts(1, 1)


async def test_an_article_that_changed_is_found_by_its_new_words(
    indexed: Rooms,
) -> None:
    def change(db: sqlite3.Connection) -> int:
        article = Article(
            url="https://x.example/0",
            title="The tide gauge is back",
            blocks=(),
            html="<p>It floats now.</p>",
        )
        return articles.keep_page(db, "https://x.example/0", article, NOW)

    for _ in range(20):
        await indexed.database.run(change)
        assert await indexed.indexing.work_through() == 1
    assert await indexed.found("floats") == [0]
    assert await indexed.found("leave") == []
    assert await indexed.found("gauge") == [0]


async def test_an_article_that_is_gone_is_not_found(indexed: Rooms) -> None:
    await indexed.database.run(sources.remove, 1)
    assert await indexed.found("tide") == [0]
    await indexed.database.run(sources.remove, 2)
    assert await indexed.found("council") == []
    assert await indexed.listing.counts(Selection(words="council")) == Counts(0, 0)


typed = st.sampled_from(
    [
        '"',
        "-",
        "*",
        "(",
        ")",
        ":",
        "tide",
        "AND",
        "OR",
        "NOT",
        "NEAR",
        "title:",
        "is:",
        "is:unread",
        "tag:",
        "^",
        "+",
        "\x00",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(typed, st.text(max_size=5)), max_size=12))
def test_whatever_is_typed_is_a_search(parts: list[str]) -> None:
    lists.counts(LIBRARY, Selection(words="".join(parts)))
    lists.rows(LIBRARY, Selection(words=" ".join(parts)), 0, 3)


LIBRARY = empty_library()
fill(LIBRARY)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("speaker:moreno", [3]),
        ('speaker:"Ada Moreno" tide', [3]),
        ("-speaker:moreno has:quotation", [5]),
        ("has:quotation", [3, 5]),
        ("has:highlight", [5]),
        ("speaker:100%", []),
    ],
)
async def test_articles_are_found_by_who_is_quoted(
    indexed: Rooms, words: str, found: list[int]
) -> None:
    """And by whether anybody is, or anything is highlighted."""
    async with Desk() as desk:
        quoting = Quoting(indexed.database, desk, lambda: NOW)
        await quoting.examine()
        await quoting.highlight(5, "Council votes", 0, 7)
    rows = await indexed.listing.rows(Selection(words=words), 0, 9)
    assert [row.id for row in rows] == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("plumber", [5]),
        ('"ask the plumber"', [5]),
        ("okafor", [3]),
        ("speaker:okafor", [3]),
        ("has:note", [5]),
        ("has:tag", [4]),
        ("has:comment", [2]),
        ("has:comments -has:note", [2]),
        ("is:commented", [1]),
    ],
)
async def test_what_the_reader_says_of_articles_is_found(
    indexed: Rooms, words: str, found: list[int]
) -> None:
    """Notes, corrected speakers, tags, and comments of their own."""

    def say(db: sqlite3.Connection) -> None:
        anchor = Anchor(exact="It was never meant to leave,")
        quotations.highlight(db, 5, Anchor(exact="Council"), "Ask the plumber", NOW)
        quotations.correct(db, 3, Correction(anchor=anchor, speaker="Lena Okafor"), NOW)
        tags.change(db, [4], add=["boats"])
        db.execute("UPDATE articles SET comment_count = 3 WHERE id = 2")
        (url,) = db.execute("SELECT url FROM articles WHERE id = 1").fetchone()
        draft = Draft(
            id=0, url=url, article="", text="Mine.", identity=Identity(), changed=NOW
        )
        drafts.hand_over(db, drafts.save(db, draft, NOW))

    await indexed.database.run(say)
    await indexed.indexing.work_through()
    async with Desk() as desk:
        await Quoting(indexed.database, desk, lambda: NOW).examine()
    rows = await indexed.listing.rows(Selection(words=words), 0, 9)
    assert [row.id for row in rows] == found


async def test_a_note_that_is_taken_back_is_not_found(indexed: Rooms) -> None:
    """Nor what a speaker was called for a while."""
    made = await indexed.database.run(
        quotations.highlight, 5, Anchor(exact="Council"), "Ask the plumber", NOW
    )
    await indexed.indexing.work_through()
    assert len(await indexed.found("plumber")) == 1
    await indexed.database.run(quotations.remove_highlight, made.id)
    await indexed.indexing.work_through()
    assert await indexed.found("plumber") == []


async def test_scripts_without_spaces_and_with_marks_are_found(
    indexed: Rooms,
) -> None:
    """Inside a sentence, in titles and texts, with other words."""

    def arrive(db: sqlite3.Connection) -> None:
        entries = [
            Entry(
                guid="91",
                url=None,
                title="港の橋、来月から通行止め",
                html="<p>News.</p>",
            ),
            Entry(
                guid="92", url=None, title="Library", html="<p>图书馆周一将不再开放</p>"
            ),
            Entry(guid="93", url=None, title="الْمِينَاءُ يفتح", html="<p>x</p>"),
        ]
        articles.arrive(db, 1, entries, NOW)

    await indexed.database.run(arrive)
    await indexed.indexing.work_through()
    assert await indexed.found("来月") == [91]
    assert await indexed.found("title:の橋 news") == [91]
    assert await indexed.found('"将不再开"') == [92]
    assert await indexed.found("library 图书馆") == [92]
    assert await indexed.found("الميناء") == [93]


async def test_what_fits_best_comes_first(indexed: Rooms) -> None:
    """What says it in its title before what says it in passing."""
    best = await indexed.listing.best(Selection(words="tide"))
    assert best is not None
    rows = await indexed.listing.rows(Selection(words="tide", only=best), 0, 9)
    assert rows[0].guid == "0"
    assert sorted(int(row.guid) for row in rows) == [0, 1, 2]
    assert await indexed.listing.best(Selection(words="is:unread")) is None
