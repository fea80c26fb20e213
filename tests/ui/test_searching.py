"""Searching, keeping searches, and letting them act; finding one's way in a list."""

from __future__ import annotations

import sqlite3
import threading

import pytest
from textual.widgets import Input

from reader.cli.house import House
from reader.domain.search import Deed
from reader.domain.selection import Found, Selection
from reader.domain.source import Entry
from reader.storage import articles, finding, sources
from reader.ui.app import ReaderApp
from reader.ui.deeds import deed_in, in_words
from reader.ui.rooms import Rooms
from reader.ui.widgets.article_pane import ArticlePane
from ui.patience import sees, shown, types, until
from ui.town import POSTS, Post, Town

NEWS = Post(
    "/tide-tables/",
    "Tide tables are out",
    "2020-06-27T08:00:00+02:00",
    ("The harbour office has printed the tables again, free for everybody.",),
)


async def test_what_is_not_understood_is_named_while_typing(app: ReaderApp) -> None:
    """Where it is, what would be right; and the rest is searched for."""
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        await pilot.press("slash")
        await types(pilot, "flood is:unred")
        await sees(pilot, "“is:” wants one of unread, read, starred")
        await sees(pilot, "/ flood is:unred  1")
        line = app.screen.query_one(Input)
        assert any(span.start == 6 and span.end == 14 for span in line._value.spans)
        await pilot.press("backspace", "backspace")
        await types(pilot, "ead")
        await until(pilot, lambda: "wants one of" not in shown(pilot), "no trouble")


async def test_a_word_is_found_before_it_is_typed_to_its_end(app: ReaderApp) -> None:
    """Where no whole word is what was typed; what is seen is what one keeps."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("slash")
        await types(pilot, "audit")
        await sees(pilot, "/ audit  2 · 2 unread")
        await pilot.press("enter")
        await sees(pilot, "1 of 2")
        await sees(pilot, "/ audit  2 · 2 unread")


async def test_nothing_is_said_not_to_be_there_before_it_was_looked_for(
    app: ReaderApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A search that takes long says that it looks, and shows what it found so far."""
    go_on = threading.Event()
    find = finding.find

    def slowly(
        db: sqlite3.Connection,
        selection: Selection,
        most: int = 300,
        seconds: float | None = None,
    ) -> Found:
        if seconds is not None:
            return Found(ids=(), unread=0, ended=False, more=False)
        go_on.wait(10)
        return find(db, selection, most)

    monkeypatch.setattr(finding, "find", slowly)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("slash")
        await types(pilot, "auditors")
        await sees(pilot, "/ auditors  0 · looking…")
        await sees(pilot, "Nothing so far; it is still looked for…")
        assert "Nothing found" not in shown(pilot)
        go_on.set()
        await sees(pilot, "/ auditors  2 · 2 unread")


async def test_a_word_that_is_begun_is_found_however_long_it_takes(
    app: ReaderApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a moment does not even tell that nothing says the word as it is."""
    find = finding.find

    def slowly(
        db: sqlite3.Connection,
        selection: Selection,
        most: int = 300,
        seconds: float | None = None,
    ) -> Found:
        if seconds is not None:
            return Found(ids=(), unread=0, ended=False, more=False)
        return find(db, selection, most)

    monkeypatch.setattr(finding, "find", slowly)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("slash")
        await types(pilot, "audit")
        await sees(pilot, "/ audit  2 · 2 unread")


async def test_the_next_letter_breaks_off_the_search_before(
    app: ReaderApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or it would be waited for."""
    broken_off = threading.Event()
    find = finding.find

    def endlessly(
        db: sqlite3.Connection,
        selection: Selection,
        most: int = 300,
        seconds: float | None = None,
    ) -> Found:
        if selection.words.startswith("audito"):
            return find(db, selection, most, seconds)
        try:
            db.execute(
                """
                WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)
                SELECT count(*) FROM n
                """
            )
        except sqlite3.OperationalError:
            broken_off.set()
            raise
        raise AssertionError

    monkeypatch.setattr(finding, "find", endlessly)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("slash")
        await types(pilot, "audit")
        await sees(pilot, "looking…")
        await types(pilot, "ors")
        await sees(pilot, "/ auditors  2 · 2 unread")
        assert broken_off.is_set()


async def test_what_is_searched_for_is_marked_in_the_article(app: ReaderApp) -> None:
    """Wherever it says it, until the search ends."""
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await sees(pilot, "said Ada Moreno")
        await pilot.press("slash")
        await types(pilot, "committee")
        await pilot.press("enter", "enter")
        await sees(pilot, "committee decided on")
        pane = app.screen.query_one(ArticlePane)
        assert pane.article is not None
        found = {pane.article.text[start:end].lower() for start, end in pane._sought}
        assert found == {"committee"}
        await pilot.press("h", "escape")
        await until(pilot, lambda: not pane._sought, "no marks")


async def test_a_search_is_kept_among_the_sources(app: ReaderApp, rooms: Rooms) -> None:
    """With what is unread in it; `D` removes it, and `u` brings it back."""
    async with app.run_test(size=(160, 40), notifications=True) as pilot:
        await sees(pilot, "5 unread")
        await pilot.press("slash")
        await types(pilot, "auditors")
        await pilot.press("enter", "S")
        await types(pilot, "Audits")
        await pilot.press("enter")
        await sees(pilot, "/ Audits")
        await sees(pilot, "Audits  2 · 2 unread")
        (kept,) = await rooms.searches.every()
        assert (kept.name, kept.words) == ("Audits", "auditors")
        await pilot.press("h", "D")
        await until(pilot, lambda: "/ Audits" not in shown(pilot), "no search")
        await pilot.press("u")
        await sees(pilot, "/ Audits")


async def test_a_source_is_removed_and_brought_back(
    app: ReaderApp, rooms: Rooms
) -> None:
    """`D` in the list of sources; what is starred stays."""
    async with app.run_test(size=(160, 40), notifications=True) as pilot:
        await sees(pilot, "5 unread")
        await pilot.press("s", "h", "j", "j", "j", "D")
        await sees(pilot, "Town News is removed")
        assert await rooms.listing.sources() == ()
        await pilot.press("u")
        await sees(pilot, "Undone: removed Town News")
        (source,) = await rooms.listing.sources()
        assert (source.name, source.articles, source.unread) == ("Town News", 5, 5)


async def test_a_source_gets_another_name_and_its_own_back(
    app: ReaderApp, rooms: Rooms
) -> None:
    """`S` in the list of sources; its feed may name it again after `u`."""
    async with app.run_test(size=(160, 40), notifications=True) as pilot:
        await sees(pilot, "5 unread")
        await pilot.press("h", "j", "j", "j", "S")
        await sees(pilot, "Name: Town News")
        await pilot.press("ctrl+u")
        await types(pilot, "Harbour")
        await pilot.press("enter")
        await sees(pilot, "Harbour  5 · 5 unread")
        await pilot.press("u")
        await sees(pilot, "Undone: renamed Town News to Harbour")
        (source,) = await rooms.listing.sources()
        assert source.name == "Town News"


async def test_a_source_is_tagged_on_the_screen(app: ReaderApp, rooms: Rooms) -> None:
    """`t` in the list of sources; `u` takes the tags off again."""
    async with app.run_test(size=(160, 40), notifications=True) as pilot:
        await sees(pilot, "5 unread")
        await pilot.press("h", "j", "j", "j", "t")
        await sees(pilot, "Tags:")
        await types(pilot, "coast #boats")
        await pilot.press("enter")
        await sees(pilot, "Town News: #boats #coast")
        assert (await rooms.listing.counts(Selection(tag="coast"))).all == 5
        await pilot.press("u")
        await sees(pilot, "Undone: changed the tags of Town News")
        (source,) = await rooms.listing.sources()
        assert source.tags == ()


async def test_a_search_acts_on_what_arrives(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    """Its list shows what it would have done it to; `W` says what."""
    await rooms.searches.keep("Tide", "tide")
    async with app.run_test(size=(160, 40), notifications=True) as pilot:
        await sees(pilot, "/ Tide")
        await pilot.press("h", "j", "j", "j")
        await sees(pilot, "Tide  0")
        await pilot.press("W")
        await sees(pilot, "It finds 0 here.")
        await types(pilot, "star #sea")
        await pilot.press("enter")
        await sees(pilot, "» Tide")
        town.posts = (NEWS, *town.posts)
        await pilot.press("R")
        await sees(pilot, "★")
        (row,) = await rooms.listing.rows(Selection(starred=True), 0, 5)
        assert (row.title, row.tags, row.read) == (NEWS.title, ("sea",), False)


@pytest.mark.parametrize(
    ("words", "deed"),
    [
        ("read", Deed(read=True)),
        ("star, #later", Deed(starred=True, tags=("later",))),
        ("#read news", Deed(tags=("read", "news"))),
        ("", Deed()),
    ],
)
def test_what_a_search_does_is_written_in_words(words: str, deed: Deed) -> None:
    """And is read back as it was meant."""
    assert deed_in(words) == deed
    assert deed_in(in_words(deed)) == deed


async def test_the_next_unread_is_in_the_next_source(
    app: ReaderApp, rooms: Rooms
) -> None:
    """Once nothing more is unread in this one; sources without any are passed over."""

    def add(db: sqlite3.Connection, name: str, titles: tuple[str, ...]) -> None:
        source = sources.add(db, f"https://{name}.example/feed", name)
        entries = [Entry(guid=title, url=None, title=title) for title in titles]
        articles.arrive(db, source.id, entries, rooms.now())

    assert isinstance(rooms, House)
    await rooms._database.run(add, "Untold", ())
    await rooms._database.run(add, "Valley", ("First of all", "Second"))
    async with app.run_test(size=(160, 40), notifications=True) as pilot:
        await sees(pilot, "7 unread")
        await pilot.press("h", "j", "j", "j", "l")
        await sees(pilot, "Town News  5")
        await pilot.press("G", "n")
        await sees(pilot, "Valley  2")
        await sees(pilot, "1 of 2")
        await pilot.press("n", "n")
        await sees(pilot, "Nothing unread further on.")
        await pilot.press("g", "N")
        await sees(pilot, "Town News  5")
        await sees(pilot, "5 of 5")


async def test_a_part_of_the_list_is_marked_read(app: ReaderApp) -> None:
    """What stands below the cursor; `u` takes it back."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "5 unread")
        await pilot.press("j", "M")
        await sees(pilot, "those below the cursor")
        await pilot.press("j", "enter")
        await sees(pilot, "3 marked read.")
        await sees(pilot, "5 · 2 unread")
        await pilot.press("u")
        await sees(pilot, "5 · 5 unread")


async def test_one_goes_to_a_date_or_a_number(app: ReaderApp) -> None:
    """Of a line, or among the unread."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "5 unread")
        await pilot.press("J")
        await types(pilot, "4")
        await pilot.press("enter")
        await sees(pilot, "4 of 5")
        await pilot.press("J")
        await types(pilot, "2020-06-24")
        await pilot.press("enter")
        await sees(pilot, "3 of 5")
        await pilot.press("g", "m", "J")
        await types(pilot, "unread 2")
        await pilot.press("enter")
        await sees(pilot, "3 of 5")


async def test_the_list_is_turned_round(app: ReaderApp) -> None:
    """And only what is unread is shown, the cursor staying where it was."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "5 unread")
        await pilot.press("m", "O")
        await sees(pilot, "1 of 5 · oldest first")
        lines = [line for line in shown(pilot).splitlines() if "Town News" in line]
        assert POSTS[-1].title[:10] in lines[0]
        await pilot.press("G", "f")
        await sees(pilot, "4 of 4 · only unread · oldest first")
        await pilot.press("f", "O")
        await sees(pilot, "5 · 4 unread")


async def test_a_range_reaches_over_what_is_not_at_hand(
    app: ReaderApp, rooms: Rooms
) -> None:
    """Every command acts on all of it."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "5 unread")
        await pilot.press("x", "G", "X")
        await sees(pilot, "5 selected")
        await pilot.press("s")
        await until(pilot, lambda: shown(pilot).count("★") == 5, "five stars")
        await pilot.press("D")
        await sees(pilot, "Deleted 5 articles")
        await pilot.press("u")
        await sees(pilot, "5 · 5 unread")
        assert (await rooms.listing.counts(Selection(starred=True))).all == 5


async def test_a_search_of_which_nothing_is_understood_says_what_is_wrong(
    app: ReaderApp,
) -> None:
    """It finds nothing, rather than everything, and no rest is spoken of."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "5 unread")
        await pilot.press("slash")
        await types(pilot, "is:nonsense")
        await sees(pilot, "“is:” wants one of")
        assert "The rest" not in shown(pilot)
        await sees(pilot, "Nothing found for “is:nonsense”.")
