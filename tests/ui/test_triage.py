"""Tags, deleting, and taking back."""

from __future__ import annotations

from pathlib import Path

from reader.domain.selection import Counts, Selection
from reader.ui.app import ReaderApp
from reader.ui.rooms import Rooms
from reader.ui.tagging import tags_in
from ui.house import open_rooms
from ui.patience import sees, shown, types, until
from ui.town import POSTS, Post, Town

LINKED = Post(
    "/tide-tables/",
    "Tide tables are out",
    "2020-06-27T08:00:00+02:00",
    (
        'The harbour office has printed <a href="/first/">the tables</a> again.',
        'As every year it hangs <a href="/second/">a copy</a> in its window.',
        "They are free for everybody who has a boat, and cost two coins for others.",
    ),
)


def test_tags_are_parted_by_spaces_or_commas() -> None:
    """With or without the sign before them, and each once."""
    assert tags_in(" coast, #boats coast,, # ") == ("coast", "boats")


async def test_an_article_is_tagged_in_the_list(app: ReaderApp, rooms: Rooms) -> None:
    """`t` asks; the row shows the tags, and `u` takes them off."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "5 unread")
        await pilot.press("t")
        await types(pilot, "coast #boats")
        await pilot.press("enter")
        await sees(pilot, "#boats #coast")
        assert (await rooms.listing.counts(Selection(tag="coast"))).all == 1
        await pilot.press("u")
        await until(pilot, lambda: "#boats" not in shown(pilot), "no tag")


async def test_tags_that_all_have_stand_in_the_line(
    app: ReaderApp, rooms: Rooms
) -> None:
    """What is left out there is taken off; what only one has stays."""
    first, second = await rooms.listing.rows(Selection(), 0, 2)
    await rooms.reading.tag([first.id, second.id], add=["coast"])
    await rooms.reading.tag([first.id], add=["boats"])
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "#coast")
        await pilot.press("x", "x", "t")
        await sees(pilot, "Tags: coast")
        await pilot.press("ctrl+u")
        await types(pilot, "news")
        await pilot.press("enter")
        await sees(pilot, "#boats #news")
        rows = await rooms.listing.rows(Selection(), 0, 2)
        assert [row.tags for row in rows] == [("boats", "news"), ("news",)]


async def test_a_tag_given_in_the_article_stands_under_it(app: ReaderApp) -> None:
    """The status line names it."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("enter")
        await sees(pilot, "said Ada Moreno")
        await pilot.press("t")
        await types(pilot, "ferry")
        await pilot.press("enter")
        await sees(pilot, "% · #ferry")


async def test_what_is_deleted_stays_away(app: ReaderApp, town: Town) -> None:
    """A refresh that brings something else does not bring it back."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "5 unread")
        await pilot.press("j", "D")
        await sees(pilot, "4 · 4 unread")
        town.posts = (LINKED, *town.posts)
        await pilot.press("R")
        await sees(pilot, "5 · 5 unread")
        await sees(pilot, LINKED.title)
        assert POSTS[1].title not in shown(pilot)


async def test_what_is_deleted_comes_back_with_u(app: ReaderApp) -> None:
    """All of it, in its place."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "5 unread")
        await pilot.press("s", "x", "x", "D")
        await sees(pilot, "3 · 3 unread")
        assert "★" not in shown(pilot)
        await pilot.press("u")
        await sees(pilot, "5 · 5 unread")
        assert "★" in shown(pilot)


async def test_the_article_beside_the_list_goes_with_its_row(app: ReaderApp) -> None:
    """The next one is shown in its place."""
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await sees(pilot, "said Ada Moreno")
        await pilot.press("D")
        await sees(pilot, "said the committee’s chair")
        assert "said Ada Moreno" not in shown(pilot)


async def test_being_read_by_opening_is_undone(app: ReaderApp, rooms: Rooms) -> None:
    """Each opening is a step of its own."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("enter")
        await sees(pilot, "said Ada Moreno")
        await pilot.press("h")
        await sees(pilot, "4 unread")
        await pilot.press("j", "enter")
        await sees(pilot, "It is the quietest day")
        await pilot.press("h")
        await sees(pilot, "3 unread")
        await pilot.press("u")
        await sees(pilot, "4 unread")
        await pilot.press("u")
        await sees(pilot, "5 unread")
        assert await rooms.listing.counts(Selection()) == Counts(5, 5)


async def test_what_was_done_before_reading_is_soon_taken_back(
    app: ReaderApp, rooms: Rooms
) -> None:
    """The last opening, those before it, then the star; what is next is named."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("s")
        await sees(pilot, "★")
        for left in (4, 3, 2):
            await pilot.press("enter")
            await sees(pilot, "Space read on")
            await pilot.press("h", "j")
            await sees(pilot, f"{left} unread")
        await pilot.press("u")
        await sees(pilot, "3 unread")
        await sees(pilot, "Before that:")
        await pilot.press("u")
        await sees(pilot, "5 · 5 unread")
        assert "★" in shown(pilot)
        await pilot.press("u")
        await until(pilot, lambda: "★" not in shown(pilot), "no star")
        assert await rooms.listing.counts(Selection()) == Counts(5, 5)


async def test_what_was_done_is_undone_after_a_restart(
    tmp_path: Path, town: Town
) -> None:
    """Step by step, in the order of the last run."""
    library = tmp_path / "restarted.sqlite3"
    async with open_rooms(library) as rooms:
        await rooms.subscribing.add(town.address)
        app = ReaderApp(rooms)
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await sees(pilot, "5 unread")
            await pilot.press("s", "j", "D")
            await sees(pilot, "4 · 4 unread")
    async with open_rooms(library) as rooms:
        app = ReaderApp(rooms)
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await sees(pilot, "4 · 4 unread")
            await pilot.press("u")
            await sees(pilot, "Undone: deleted “")
            await sees(pilot, "5 · 5 unread")
            assert "★" in shown(pilot)
            await pilot.press("u")
            await until(pilot, lambda: "★" not in shown(pilot), "no star")


async def test_what_another_program_does_is_seen(
    app: ReaderApp, tmp_path: Path
) -> None:
    """Two screens over one library show the same."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "5 unread")
        app._look_elsewhere()
        await pilot.pause(0.1)
        async with open_rooms(tmp_path / "library.sqlite3") as others:
            (first,) = await others.listing.rows(Selection(), 0, 1)
            await others.reading.mark([first.id], read=True, starred=True)
        app._look_elsewhere()
        await sees(pilot, "4 unread")
        assert "★" in shown(pilot)


async def test_only_the_page_is_seen_with_z(app: ReaderApp) -> None:
    """Neither list nor lines; leaving the article brings them back."""
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("enter")
        await sees(pilot, "Library to close on Mondays")
        await pilot.press("z")
        await until(pilot, lambda: "All articles" not in shown(pilot), "the page")
        assert "help" not in shown(pilot)
        assert "said Ada Moreno" in shown(pilot)
        await pilot.press("h")
        await sees(pilot, "All articles")
        await sees(pilot, "help")


async def test_links_are_copied_by_number_beside_the_list(
    app: ReaderApp, town: Town
) -> None:
    """Without a number it is the article's own address."""
    town.posts = (LINKED, *town.posts)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("R")
        await sees(pilot, "6 unread")
        await pilot.press("g", "enter")
        await sees(pilot, "The harbour office has printed")
        await pilot.press("2")
        await sees(pilot, "link 2")
        await pilot.press("y")
        await until(pilot, lambda: app.clipboard, "the link")
        assert app.clipboard == f"{town.address}/second/"
        await pilot.press("y")
        own = f"{town.address}{LINKED.path}"
        await until(pilot, lambda: app.clipboard == own, "its own address")
