"""The screen of a single article."""

from __future__ import annotations

from pathlib import Path
from urllib.request import urlopen

import pytest

from reader.cli.house import House
from reader.domain.selection import Selection
from reader.storage.database import Database
from reader.ui.app import ReaderApp
from reader.ui.rooms import Rooms
from reader.ui.widgets.article_pane import ArticlePane
from reader.ui.widgets.comment_form import CommentForm
from ui.house import NOON, open_rooms
from ui.patience import sees, shown, types, until
from ui.town import POSTS, Town


def address(town: Town, number: int = 0) -> str:
    """The address of one of the town's posts."""
    return f"{town.address}{POSTS[number].path}"


async def test_an_address_is_fetched_shown_and_kept(
    empty_rooms: Rooms, town: Town
) -> None:
    """Opening it on the screen puts it into the library, read."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(80, 24)) as pilot:
        await sees(pilot, "said Ada Moreno")
        await until(pilot, lambda: "Fetching" not in shown(pilot), "quiet")
        (row,) = await empty_rooms.listing.rows(Selection(), 0, 9)
        assert row.title == POSTS[0].title
        await until(pilot, lambda: "Fetching" not in shown(pilot), "quiet")


async def test_without_a_network_the_copy_is_shown_with_its_date(
    empty_rooms: Rooms, town: Town
) -> None:
    """And why there is no newer one."""
    await empty_rooms.reading.fetch(address(town))
    town.failing = True
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(100, 30)) as pilot:
        await sees(pilot, "said Ada Moreno")
        await sees(pilot, "This is the copy of 27 June 2020, 12:00")


async def test_what_cannot_be_had_is_said_in_words(
    empty_rooms: Rooms, town: Town
) -> None:
    """An address with nothing behind it leaves a sentence, and no crash."""
    app = ReaderApp(empty_rooms, f"{town.address}/nowhere/")
    async with app.run_test(size=(100, 24)) as pilot:
        await sees(pilot, "There is no such page.")


async def test_a_file_is_read_and_not_kept(empty_rooms: Rooms, tmp_path: Path) -> None:
    """A path is no address."""
    path = tmp_path / "post.txt"
    path.write_text(
        "A short post\n\n“We stay,” said Ada Moreno.\n\nSo they do.\n", encoding="utf-8"
    )
    app = ReaderApp(empty_rooms, str(path))
    async with app.run_test(size=(80, 24)) as pilot:
        await sees(pilot, "said Ada Moreno")
        assert (await empty_rooms.listing.counts(Selection())).all == 0


def saved(town: Town, folder: Path) -> Path:
    """A page as a browser saves it, which says where it came from."""
    with urlopen(address(town)) as answer:
        page = answer.read().decode()
    path = folder / "saved.html"
    link = f'<head><link rel="canonical" href="{address(town)}">'
    path.write_text(page.replace("<head>", link, 1), encoding="utf-8")
    return path


async def test_a_saved_page_that_says_its_address_is_kept_with_its_form(
    empty_rooms: Rooms, town: Town, tmp_path: Path
) -> None:
    """So it can be answered on the train."""
    path = saved(town, tmp_path)
    town.failing = True
    app = ReaderApp(empty_rooms, str(path))
    async with app.run_test(size=(80, 24)) as pilot:
        await sees(pilot, "said Ada Moreno")
        kept = await empty_rooms.reading.kept(address(town))
        assert kept is not None
        assert kept.article.discussion.form is not None
        await pilot.press("C")
        await until(pilot, lambda: len(app.screen_stack) == 2, "a form")


async def test_a_library_that_takes_nothing_keeps_nobody_from_reading(
    tmp_path: Path, town: Town
) -> None:
    """The article is shown, and why it is not kept."""
    library = tmp_path / "library.sqlite3"
    async with open_rooms(library) as rooms:
        await rooms.reading.fetch(address(town, 1))
    database = await Database.open(library, read_only=True)
    rooms = House(database, clock=lambda: NOON)
    try:
        for number, words in ((0, "said Ada Moreno"), (1, "It is the quietest day")):
            app = ReaderApp(rooms, address(town, number))
            async with app.run_test(size=(80, 24)) as pilot:
                await sees(pilot, "shown, but not kept")
                assert words in shown(pilot)
    finally:
        await rooms.close()


async def test_a_saved_page_is_shown_by_a_library_that_takes_nothing(
    tmp_path: Path, town: Town
) -> None:
    """And one is told."""
    library = tmp_path / "library.sqlite3"
    async with open_rooms(library):
        pass
    rooms = House(await Database.open(library, read_only=True), clock=lambda: NOON)
    try:
        app = ReaderApp(rooms, str(saved(town, tmp_path)))
        async with app.run_test(size=(80, 24)) as pilot:
            await sees(pilot, "shown, but not kept")
            assert "said Ada Moreno" in shown(pilot)
            told = app._notifications
            await pilot.press("s")
            await until(
                pilot,
                lambda: any("not in the library" in one.message for one in told),
                "why it cannot be starred",
            )
    finally:
        await rooms.close()


async def test_an_article_in_hand_is_shown(empty_rooms: Rooms, tmp_path: Path) -> None:
    """What came from standard input is an article already."""
    del tmp_path
    article = await empty_rooms.taking.article_in(b"# A title\n\nSome text.\n", "a.md")
    app = ReaderApp(empty_rooms, article)
    async with app.run_test(size=(80, 24)) as pilot:
        await sees(pilot, "Some text.")
        await pilot.press("C")
        await until(pilot, lambda: len(app.screen_stack) == 1, "no form")


async def test_a_page_without_a_form_offers_none(
    empty_rooms: Rooms, tmp_path: Path
) -> None:
    """What was read and has none is not one whose form was not seen yet."""
    page = tmp_path / "pier.html"
    page.write_text(
        """<!DOCTYPE html><html><head><title>The pier</title>
        <link rel="canonical" href="https://harbour.example/pier/"></head><body>
        <article><h1>The pier</h1><p>The pier stays open, said the harbour master
        after a meeting that had lasted until two in the morning.</p></article>
        </body></html>""",
        encoding="utf-8",
    )
    article = await empty_rooms.taking.article(str(page))
    assert article.url == "https://harbour.example/pier/"
    app = ReaderApp(empty_rooms, article)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "The pier stays open")
        await pilot.press("C")
        await sees(pilot, "This page has no comment form.")
        assert not app.screen.query(CommentForm)


async def test_an_article_opened_by_its_address_is_set_as_any_other(
    empty_rooms: Rooms, town: Town
) -> None:
    """Its quotations and its title stand out, though no other screen came before."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(80, 24)) as pilot:
        await sees(pilot, "said Ada Moreno")
        pane = pilot.app.screen.query_one(ArticlePane)
        plain = pane.rich_style
        assert pane.get_component_rich_style("article-pane--title").bold
        for part in ("quotation", "speaker", "mark"):
            style = pane.get_component_rich_style(f"article-pane--{part}")
            assert style.color != plain.color, part


async def test_the_neighbours_are_one_key_away(empty_rooms: Rooms, town: Town) -> None:
    """`<` goes to the post before, `(` back again, `)` forward."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(80, 24)) as pilot:
        await sees(pilot, "said Ada Moreno")
        await pilot.press("less_than_sign")
        await sees(pilot, "It is the quietest day")
        await pilot.press("left_parenthesis")
        await sees(pilot, "said Ada Moreno")
        await pilot.press("right_parenthesis")
        await sees(pilot, "It is the quietest day")


async def test_the_status_line_says_who_speaks(empty_rooms: Rooms, town: Town) -> None:
    """`]` walks the quotations."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(80, 24)) as pilot:
        await sees(pilot, "said Ada Moreno")
        heard = []
        for _ in range(4):
            await pilot.press("right_square_bracket")
            await pilot.pause()
            heard.append(shown(pilot).splitlines()[-2].partition(": ")[2])
        assert heard == ["Ada Moreno", "Ada Moreno", "Tom Reid", "Tom Reid"]


async def test_who_said_what_leads_to_a_quotation(
    empty_rooms: Rooms, town: Town
) -> None:
    """`H` lists them, what is typed narrows them down, Enter goes there."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(80, 24)) as pilot:
        await sees(pilot, "said Ada Moreno")
        await pilot.press("H")
        await sees(pilot, "Who said what")
        await types(pilot, "promise")
        await pilot.press("down", "enter")
        await sees(pilot, "4 of 6: Tom Reid")


async def test_a_quotation_is_copied_with_its_source(
    empty_rooms: Rooms, town: Town
) -> None:
    """Words, speaker, title, date and link."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(80, 24)) as pilot:
        await sees(pilot, "said Ada Moreno")
        await pilot.press("right_square_bracket", "Y")
        await until(pilot, lambda: app.clipboard, "something copied")
        for part in ("Nobody asked the crews,", "Ada Moreno", "26 June 2020"):
            assert part in app.clipboard
        assert address(town) in app.clipboard


async def test_finding_in_the_article_counts_the_matches(
    empty_rooms: Rooms, town: Town
) -> None:
    """As it is typed."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(80, 24)) as pilot:
        await sees(pilot, "said Ada Moreno")
        await pilot.press("slash")
        await types(pilot, "timetable")
        await pilot.press("enter")
        await sees(pilot, "“timetable” 1 of")


async def test_the_place_is_remembered(empty_rooms: Rooms, town: Town) -> None:
    """Leaving saves it; opening again goes there."""
    opened = await empty_rooms.reading.fetch(address(town))
    app = ReaderApp(empty_rooms, opened.id)
    async with app.run_test(size=(60, 12)) as pilot:
        await sees(pilot, "The harbour company")
        await pilot.press("G", "q")
    again = await empty_rooms.reading.kept(opened.id)
    assert again is not None
    assert again.place > 0


async def test_the_library_is_one_key_away(empty_rooms: Rooms, town: Town) -> None:
    """`L` goes there, `q` comes back."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(80, 24)) as pilot:
        await sees(pilot, "said Ada Moreno")
        await pilot.press("L")
        await sees(pilot, "All articles  1")
        await pilot.press("q")
        await sees(pilot, "said Ada Moreno")


@pytest.mark.parametrize("key", ["q", "Q", "ctrl+c"])
async def test_the_first_screen_is_left_by_quitting(
    empty_rooms: Rooms, town: Town, key: str
) -> None:
    """There is nothing behind it."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(80, 24)) as pilot:
        await sees(pilot, "said Ada Moreno")
        await pilot.press(key)
        await until(pilot, lambda: not app.is_running, "the end")
    assert app.return_code == 0


async def test_what_is_selected_with_the_mouse_is_copied(
    empty_rooms: Rooms, town: Town
) -> None:
    """As the terminal would do it, but without its rows and bars."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(80, 24)) as pilot:
        await sees(pilot, "said Ada Moreno")
        rows = shown(pilot).split("\n")
        y = next(at for at, row in enumerate(rows) if "The harbour company" in row)
        x = rows[y].index("harbour company")
        await pilot.mouse_down(offset=(x, y))
        await pilot.hover(offset=(x + len("harbour company"), y))
        await pilot.mouse_up(offset=(x + len("harbour company"), y))
        await until(pilot, lambda: bool(app.clipboard), "a copy")
        assert app.clipboard.startswith("harbour company")


LINKED = (
    '<a href="/library-hours/#respond">the hours of the library</a>',
    '<a href="/elsewhere/">the quay</a>',
)


@pytest.fixture
def gone(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a browser was asked to open."""
    gone: list[str] = []

    async def open_there(_app: object, url: str) -> bool:
        gone.append(url)
        return True

    monkeypatch.setattr("reader.ui.widgets.attending.open_in_browser", open_there)
    return gone


@pytest.mark.parametrize("keys", [("f", "a"), ("1", "enter")])
async def test_a_link_to_an_article_of_the_library_opens_it_here(
    rooms: Rooms, town: Town, gone: list[str], keys: tuple[str, ...]
) -> None:
    """And there is a way back; every other link is the browser's."""
    first = POSTS[0]._replace(paragraphs=(*POSTS[0].paragraphs[:1], *LINKED))
    town.posts = (first, *POSTS[1:])
    app = ReaderApp(rooms, address(town))
    async with app.run_test(size=(80, 24)) as pilot:
        await sees(pilot, "the hours of the library")
        await until(pilot, lambda: "Fetching" not in shown(pilot), "quiet")
        await pilot.press(*keys)
        await sees(pilot, "It is the quietest day")
        assert gone == []
        await pilot.press("left_parenthesis")
        await sees(pilot, "the hours of the library")
        await pilot.press("2", "o")
        await until(pilot, lambda: gone, "the browser")
        assert gone == [f"{town.address}/elsewhere/"]


async def test_what_a_letter_on_a_link_does_is_said(rooms: Rooms, town: Town) -> None:
    """For as long as there are any."""
    first = POSTS[0]._replace(paragraphs=(*POSTS[0].paragraphs[:1], *LINKED))
    town.posts = (first, *POSTS[1:])
    app = ReaderApp(rooms, address(town))
    async with app.run_test(size=(80, 24)) as pilot:
        await sees(pilot, "the hours of the library")
        await until(pilot, lambda: "Fetching" not in shown(pilot), "quiet")
        await pilot.press("f")
        await sees(pilot, "a letter opens the link · Esc lets go")
        await pilot.press("escape")
        await until(pilot, lambda: "a letter opens" not in shown(pilot), "letting go")
