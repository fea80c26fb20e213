"""The library screen."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.events import AppBlur, AppFocus, Key
from textual.geometry import Offset

from reader.domain.preferences import Preferences
from reader.domain.selection import Selection
from reader.ui.app import ReaderApp
from reader.ui.rooms import Rooms
from reader.ui.screens.library import LibraryScreen
from ui.house import open_rooms
from ui.patience import sees, shown, types, until
from ui.town import POSTS, Post, Town

LATEST = Post(
    "/night-bus/",
    "Night bus comes back",
    "2020-06-27T08:00:00+02:00",
    ("The night bus runs again from Friday.",),
)


def library(app: ReaderApp) -> LibraryScreen:
    """The library screen of a program that shows it."""
    screen = app.screen
    assert isinstance(screen, LibraryScreen)
    return screen


async def test_it_opens_on_all_articles_newest_first(app: ReaderApp) -> None:
    """The five articles of the town stand there, the newest under the cursor."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "All articles  5 · 5 unread")
        current = library(app).article_list.current
        assert current is not None
        assert current.title == POSTS[0].title


async def test_brackets_in_a_title_are_shown_as_they_are(app: ReaderApp) -> None:
    """A title is never read as markup."""
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        await pilot.resize_terminal(99, 24)
        await sees(pilot, "found [and what they did")


async def test_opening_an_article_shows_it_and_marks_it_read(app: ReaderApp) -> None:
    """Below 100 columns the article takes the list's place."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("j", "enter")
        await sees(pilot, "It is the quietest day")
        await pilot.press("h")
        await sees(pilot, "5 · 4 unread")


async def test_the_article_under_the_cursor_stands_beside_the_list(
    app: ReaderApp,
) -> None:
    """From 100 columns one reads along while walking the list, and nothing is marked read."""
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await sees(pilot, "Nobody asked the crews,” said Ada Moreno")
        await pilot.press("j", "j")
        await sees(pilot, "According to the auditors")
        assert "5 unread" in shown(pilot)


async def test_sources_stand_on_the_left_from_150_columns(app: ReaderApp) -> None:
    """There, a source's articles are shown by going to it."""
    async with app.run_test(size=(160, 40), notifications=True) as pilot:
        await sees(pilot, "Sources")
        await pilot.press("h", "j")
        await sees(pilot, "Unread  5")
        await pilot.press("j")
        await sees(pilot, "Starred  0")


async def test_sources_are_one_key_away_below_150_columns(app: ReaderApp) -> None:
    """`h` from the list goes to them, and Enter back to the articles of one."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("h")
        await sees(pilot, "Town News")
        await pilot.press("G", "enter")
        await sees(pilot, "Town News  5 · 5 unread")


async def test_read_and_star_are_undone_with_u(app: ReaderApp, rooms: Rooms) -> None:
    """Each `u` takes back one change, the last one first."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("m")
        await sees(pilot, "4 unread")
        await pilot.press("s")
        await sees(pilot, "★")
        await pilot.press("u")
        await until(pilot, lambda: "★" not in shown(pilot), "no star")
        await pilot.press("u")
        await sees(pilot, "5 unread")
        assert (await rooms.listing.counts(Selection(starred=True))).all == 0


async def test_what_is_selected_is_marked_together(app: ReaderApp) -> None:
    """`x` selects one, `X` up to the cursor; `m` then means all of them."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "5 unread")
        await pilot.press("x", "j", "X")
        await sees(pilot, "3 selected")
        await pilot.press("m")
        await sees(pilot, "2 unread")
        await pilot.press("u")
        await sees(pilot, "5 unread")


async def test_all_read_is_undone_with_u(app: ReaderApp) -> None:
    """`A` marks everything that is listed."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("A")
        await sees(pilot, "5 marked read")
        await pilot.press("u")
        await sees(pilot, "5 unread")


async def test_n_goes_to_the_next_unread_article(app: ReaderApp, rooms: Rooms) -> None:
    """What is read is passed over."""
    rows = await rooms.listing.rows(Selection(), 0, 5)
    await rooms.reading.mark([rows[1].id, rows[2].id], read=True)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("n")
        await sees(pilot, "4 of 5")
        await pilot.press("N")
        await sees(pilot, "1 of 5")


async def test_finding_narrows_the_list_while_typing(app: ReaderApp) -> None:
    """`/` asks for words; `q` shows all again."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("slash")
        await types(pilot, "flood")
        await sees(pilot, "All articles  / flood  1")
        await pilot.press("enter")
        assert "Flood wall" in shown(pilot)
        await pilot.press("q")
        await sees(pilot, "All articles  5")


async def test_n_goes_to_the_next_match_while_a_search_is_on(
    app: ReaderApp, rooms: Rooms
) -> None:
    """Whether it is read or not."""
    rows = await rooms.listing.rows(Selection(), 0, 5)
    await rooms.reading.mark([row.id for row in rows], read=True)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("slash")
        await types(pilot, "auditors")
        await sees(pilot, "All articles  / auditors  2")
        await pilot.press("enter", "n")
        await sees(pilot, "2 of 2")
        await pilot.press("N")
        await sees(pilot, "1 of 2")


async def test_escape_lets_go_of_what_is_selected(app: ReaderApp) -> None:
    """Before it ends a search."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("x", "x")
        await sees(pilot, "2 selected")
        await pilot.press("escape")
        await until(pilot, lambda: "selected" not in shown(pilot), "nothing selected")


async def test_the_prompt_takes_the_very_next_key(app: ReaderApp) -> None:
    """Who knows the way does not wait for the line to appear."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "5 unread")
        for key in ("slash", *"flood"):
            app.post_message(Key(key, key if len(key) == 1 else "/"))
            # As fast as the fastest type.
            await asyncio.sleep(0.03)
        await sees(pilot, "Find: flood")


async def test_the_cursor_stays_on_its_article_when_news_comes(
    app: ReaderApp, town: Town
) -> None:
    """A refresh that adds a row above moves the numbers, not the reader."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("j", "j")
        await sees(pilot, "3 of 5")
        town.posts = (LATEST, *town.posts)
        await pilot.press("R")
        await sees(pilot, "1 new article")
        await sees(pilot, "4 of 6")
        current = library(app).article_list.current
        assert current is not None
        assert current.title == POSTS[2].title


async def test_a_failing_source_says_why(app: ReaderApp, town: Town) -> None:
    """It is marked, `e` goes to it, and `v` says what happened in words."""
    async with app.run_test(size=(160, 40), notifications=True) as pilot:
        town.failing = True
        await pilot.press("R")
        await sees(pilot, "could not be fetched")
        await pilot.press("e", "v")
        await sees(pilot, "Town News fails")
        await sees(pilot, "! Town News")


async def test_an_empty_library_says_how_to_add_a_site(
    empty_rooms: Rooms, town: Town
) -> None:
    """The way from nothing to the first article is on the screen."""
    app = ReaderApp(empty_rooms)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "add a site")
        await pilot.press("plus")
        await types(pilot, town.address)
        await pilot.press("enter")
        await sees(pilot, "All articles  5 · 5 unread")


async def test_what_waits_in_the_outbox_is_told(app: ReaderApp, rooms: Rooms) -> None:
    """The badge stands in the status line."""
    draft = await rooms.commenting.draft_for("http://town.example/", "A post")
    await rooms.commenting.queue(replace(draft, text="Hello"))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "1 waiting")


async def test_space_reads_on_into_the_next_unread_article(app: ReaderApp) -> None:
    """At the end of an article Space opens the next unread one."""
    async with app.run_test(size=(80, 40), notifications=True) as pilot:
        await pilot.press("enter")
        await sees(pilot, "The council votes on the timetable")
        await pilot.press("space")
        await sees(pilot, "It is the quietest day")


async def test_of_several_feeds_the_reader_chooses(
    empty_rooms: Rooms, town: Town
) -> None:
    """A site that has more than one asks which."""
    town.several = True
    app = ReaderApp(empty_rooms)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("plus")
        await types(pilot, town.address)
        await pilot.press("enter")
        await sees(pilot, "Which feed?")
        await pilot.press("enter")
        await sees(pilot, "All articles  5 · 5 unread")


async def test_it_asks_for_news_at_the_start_only_if_it_is_set_to(
    town: Town, tmp_path: Path
) -> None:
    """The news is there without a key."""
    wanted = Preferences(refresh_at_start=True)
    async with open_rooms(tmp_path / "library.sqlite3", preferences=wanted) as rooms:
        await rooms.subscribing.add(town.address)
        town.posts = (LATEST, *town.posts)
        app = ReaderApp(rooms)
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await sees(pilot, "All articles  6")


async def test_who_hears_the_screen_has_one_pane_of_words(
    town: Town, tmp_path: Path
) -> None:
    """However wide it is; the terminal's cursor follows ours."""
    wanted = Preferences(plain=True)
    async with open_rooms(tmp_path / "library.sqlite3", preferences=wanted) as rooms:
        await rooms.subscribing.add(town.address)
        app = ReaderApp(rooms)
        async with app.run_test(size=(200, 24)) as pilot:
            await sees(pilot, ", unread, ")
            view = library(app).article_view
            assert view is None or not view.pane.region
            before = app.cursor_position
            await pilot.press("j")
            assert app.cursor_position == before + Offset(0, 1)


async def test_keys_work_in_a_program_that_was_started_behind_another_window(
    app: ReaderApp,
) -> None:
    """The terminal's focus was elsewhere from the first moment; then it comes."""
    app.post_message(AppBlur())
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "All articles  5 · 5 unread")
        app.post_message(AppFocus())
        await pilot.press("j")
        await sees(pilot, "2 of 5")


async def test_what_a_key_did_takes_the_place_of_what_the_last_one_did(
    app: ReaderApp,
) -> None:
    """Answers do not pile up over the page, and each takes the row it needs."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "5 unread")
        await pilot.press("y")
        await sees(pilot, "Link copied.")
        await pilot.press("v")
        await sees(pilot, "Nothing failed here.")
        rows = shown(pilot).splitlines()
        assert [row for row in rows if "Link copied" in row] == []
        (toast,) = app.screen.query("Toast")
        assert toast.region.height == 1


async def test_alone_the_article_has_no_line_beside_it(app: ReaderApp) -> None:
    """`z` takes away the line that parts it from the list, too."""
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await sees(pilot, "“Nobody asked the crews,” said")
        await pilot.press("z")
        await until(pilot, lambda: "All articles" not in shown(pilot), "the page alone")
        assert [row for row in shown(pilot).splitlines() if row[:1].strip()] == []


async def test_a_step_made_while_the_list_is_looked_up_is_not_taken_back(
    app: ReaderApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list is shown again beside the keys, whenever something has come."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "1 of 5")
        articles = library(app).articles
        rows = type(app.rooms.listing).rows

        async def rows_slowly(*arguments: Any) -> Any:
            articles.list.cursor += 1
            return await rows(*arguments)

        monkeypatch.setattr(type(app.rooms.listing), "rows", rows_slowly)
        await articles.show_again()
        assert articles.list.cursor == 1
