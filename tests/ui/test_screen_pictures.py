"""Every screen at three sizes, in the dark and in the light."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.domain.article import Opened
from reader.domain.comment import Draft
from reader.domain.delivery import State, Verdict
from reader.domain.exchange import Page
from reader.domain.identity import Identity
from reader.domain.preferences import Preferences
from reader.domain.selection import Selection
from reader.domain.trouble import Trouble
from reader.storage import articles, outbox, sources
from reader.storage.database import Database
from reader.ui.app import ReaderApp
from reader.ui.rooms import Rooms
from reader.ui.screens.comment import CommentScreen
from reader.ui.screens.history import HistoryScreen
from reader.ui.screens.library import LibraryScreen
from ui.house import NOON, open_rooms
from ui.patience import sees
from ui.town import Town

TOWN = Town("https://town.example")
SIZES = [(80, 24), (120, 40), (200, 60)]
THEMES = ["reader-dark", "reader-light"]
ADA = Identity(name="Ada", email="ada@example.org")

Compare = Callable[..., bool]


async def furnish(library: Path) -> None:
    """Fill a library with the town's news, drafts and comments, without a network."""
    from reader.sites.feeds import feed_in
    from reader.sites.page import article_in

    database = await Database.open(library)
    try:
        source = await database.run(sources.add, f"{TOWN.address}/feed/", "Town News")
        broken = await database.run(
            sources.add, "https://quay.example/feed/", "Quay Post"
        )
        await database.run(
            sources.failed,
            broken.id,
            NOON,
            "The site has trouble of its own.",
            trouble=Trouble.BROKEN,
        )
        feed = feed_in(Page(url=f"{TOWN.address}/feed/", body=TOWN.feed().encode()))
        await database.run(articles.arrive, source.id, feed.entries, NOON)
        for post in TOWN.posts[:2]:
            page = (TOWN.page(post.path) or "").encode()
            address = f"{TOWN.address}{post.path}"
            article = article_in(Page(url=address, body=page, content_type="text/html"))
            await database.run(articles.keep_page, address, article, NOON)
    finally:
        await database.close()
    async with open_rooms(library) as rooms:
        rows = await rooms.listing.rows(Selection(), 0, 5)
        await rooms.reading.mark([rows[1].id], read=True)
        await rooms.reading.mark([rows[2].id], starred=True)
        await rooms.commenting.save(
            replace(await draft_of(rooms), text="I ran for that ferry on Friday.")
        )


async def opened(rooms: Rooms) -> Opened:
    """The newest article, as the library has it."""
    rows = await rooms.listing.rows(Selection(), 0, 1)
    kept = await rooms.reading.kept(rows[0].id)
    assert kept is not None
    return kept


async def draft_of(rooms: Rooms) -> Draft:
    """The draft of the newest article."""
    article = (await opened(rooms)).article
    return await rooms.commenting.draft_for(
        article.url or "", article.title, article.discussion.form
    )


@pytest.fixture(params=THEMES)
def app(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ReaderApp]:
    """The program over a furnished library, in a theme."""
    # Nothing begins by itself while a picture is taken.
    monkeypatch.setattr("reader.ui.app.SETTLED_AFTER", 3600.0)
    library = tmp_path / "library.sqlite3"
    # The program runs on a loop of its own, which the pictures are taken on; this
    # one only opens and closes what the program is given.
    loop = asyncio.new_event_loop()
    loop.run_until_complete(furnish(library))
    rooms = open_rooms(library, preferences=Preferences(theme=request.param))
    yield ReaderApp(loop.run_until_complete(rooms.__aenter__()))
    loop.run_until_complete(rooms.__aexit__(None, None, None))
    loop.close()


@pytest.mark.parametrize("size", SIZES)
def test_the_library(
    app: ReaderApp, snap_compare: Compare, size: tuple[int, int]
) -> None:
    """Unread, read and starred articles; a failing source; the article beside the list."""

    async def steps(pilot: Pilot[None]) -> None:
        await sees(pilot, "All articles  5 · 4 unread")
        if size[0] >= 100:
            await sees(pilot, "said Ada Moreno")

    assert snap_compare(app, run_before=steps, terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_an_article_in_the_library(
    app: ReaderApp, snap_compare: Compare, size: tuple[int, int]
) -> None:
    """The second quotation is the current one, and the status line names its speaker."""

    async def steps(pilot: Pilot[None]) -> None:
        await sees(pilot, "All articles  5")
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        (await screen.bring_in_article()).show(await opened(screen.reader.rooms))
        screen.front = "article"
        await pilot.pause()
        await pilot.press("right_square_bracket", "right_square_bracket")
        await sees(pilot, "2 of 6: Ada Moreno")

    assert snap_compare(app, run_before=steps, terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_writing_a_comment(
    app: ReaderApp, snap_compare: Compare, size: tuple[int, int]
) -> None:
    """The article beside the site's form; one field with its problem under it."""

    async def steps(pilot: Pilot[None]) -> None:
        await sees(pilot, "All articles  5")
        reader = pilot.app
        assert isinstance(reader, ReaderApp)
        rooms = reader.rooms
        screen = CommentScreen(rooms, await draft_of(rooms), opened=await opened(rooms))
        await reader.push_screen(screen)
        await sees(pilot, "Leave a Reply")
        await pilot.press("tab", "tab")
        await sees(pilot, "Name is required.")

    assert snap_compare(app, run_before=steps, terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_reviewing_a_comment(
    app: ReaderApp, snap_compare: Compare, size: tuple[int, int]
) -> None:
    """What is sent, which of it is public, and what the page adds."""

    async def steps(pilot: Pilot[None]) -> None:
        await sees(pilot, "All articles  5")
        reader = pilot.app
        assert isinstance(reader, ReaderApp)
        draft = replace(await draft_of(reader.rooms), identity=ADA)
        await reader.push_screen(CommentScreen(reader.rooms, draft, review=True))
        await sees(pilot, "To be sent to")

    assert snap_compare(app, run_before=steps, terminal_size=size)


@pytest.mark.parametrize("size", SIZES[:2])
def test_what_a_draft_was(
    app: ReaderApp, snap_compare: Compare, size: tuple[int, int]
) -> None:
    """Each version with its time, its length and its beginning; the words of one."""

    async def steps(pilot: Pilot[None]) -> None:
        await sees(pilot, "All articles  5")
        if size[0] >= 100:
            await sees(pilot, "said Ada Moreno")
        versions = (
            (NOON - timedelta(hours=1), "I ran for that ferry on Friday.\n\nIt left."),
            (NOON - timedelta(days=3), "I ran for that ferry."),
        )
        await pilot.app.push_screen(HistoryScreen(versions, NOON))
        await sees(pilot, "It left.")

    assert snap_compare(app, run_before=steps, terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_the_outbox(
    app: ReaderApp, snap_compare: Compare, size: tuple[int, int]
) -> None:
    """A draft, and a comment in each state, the refused one with the site's words."""

    async def steps(pilot: Pilot[None]) -> None:
        await sees(pilot, "All articles  5")
        reader = pilot.app
        assert isinstance(reader, ReaderApp)
        rooms = reader.rooms
        base = replace(await draft_of(rooms), identity=ADA)
        for state in (State.ACCEPTED, State.HELD, State.UNSURE, State.REFUSED):
            draft = await rooms.commenting.draft_for(
                base.url, base.article, base.form, new=True
            )
            delivery = await rooms.commenting.queue(
                replace(draft, text=f"For {state}", identity=ADA)
            )
            await rooms.delivering._database.run(
                outbox.settle,
                delivery.id,
                Verdict(state=state, words="Duplicate comment detected.")
                if state is State.REFUSED
                else Verdict(state=state),
                NOON,
            )
        await pilot.press("P", "j", "j")
        await sees(pilot, "The answer: Duplicate")

    assert snap_compare(app, run_before=steps, terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_help(app: ReaderApp, snap_compare: Compare, size: tuple[int, int]) -> None:
    """The keys of the list, over the dimmed library."""

    async def steps(pilot: Pilot[None]) -> None:
        await sees(pilot, "All articles  5")
        if size[0] >= 100:
            await sees(pilot, "said Ada Moreno")
        await pilot.press("question_mark")
        await sees(pilot, "Select to here")

    assert snap_compare(app, run_before=steps, terminal_size=size)


def test_who_said_what(app: ReaderApp, snap_compare: Compare) -> None:
    """The speakers with their words, over the dimmed article."""

    async def steps(pilot: Pilot[None]) -> None:
        await sees(pilot, "All articles  5")
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        (await screen.bring_in_article()).show(await opened(screen.reader.rooms))
        screen.front = "article"
        await pilot.pause()
        await pilot.press("H")
        await sees(pilot, "Who said what")

    assert snap_compare(app, run_before=steps, terminal_size=(80, 24))


def test_saying_who_speaks(app: ReaderApp, snap_compare: Compare) -> None:
    """The words, a field, the article's speakers, and what else can be said of them."""

    async def steps(pilot: Pilot[None]) -> None:
        await sees(pilot, "All articles  5")
        screen = pilot.app.screen
        assert isinstance(screen, LibraryScreen)
        (await screen.bring_in_article()).show(await opened(screen.reader.rooms))
        screen.front = "article"
        await pilot.pause()
        await pilot.press("right_square_bracket", "equals_sign")
        await sees(pilot, "Who says this?")

    assert snap_compare(app, run_before=steps, terminal_size=(80, 24))


def test_without_colours(
    app: ReaderApp, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cursor, unread, star and the pane one is in are still told apart."""
    monkeypatch.setenv("NO_COLOR", "1")
    colourless = ReaderApp(app.rooms)

    async def steps(pilot: Pilot[None]) -> None:
        await sees(pilot, "All articles  5")

    assert snap_compare(colourless, run_before=steps, terminal_size=(80, 24))
