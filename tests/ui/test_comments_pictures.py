"""The thread under an article, as it looks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.domain.delivery import Seen, State, Verdict
from reader.domain.preferences import Preferences
from reader.domain.selection import Selection
from reader.storage import outbox
from reader.ui.app import ReaderApp
from reader.ui.rooms import Rooms
from reader.ui.screens.comments import CommentsScreen
from ui.house import NOON, open_rooms
from ui.patience import sees
from ui.test_comments_screen import a_thread_in_the_library
from ui.test_screen_pictures import ADA, SIZES, THEMES, draft_of, furnish

Compare = Callable[..., bool]


@pytest.fixture(params=THEMES)
def app(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ReaderApp]:
    """The program over a furnished library, in a theme."""
    # Nothing begins by itself, and nobody is asked, while a picture is taken.
    monkeypatch.setattr("reader.ui.app.SETTLED_AFTER", 3600.0)
    monkeypatch.setattr(CommentsScreen, "action_fetch", lambda _: None)
    library = tmp_path / "library.sqlite3"
    loop = asyncio.new_event_loop()
    loop.run_until_complete(furnish(library))
    rooms = open_rooms(library, preferences=Preferences(theme=request.param))
    yield ReaderApp(loop.run_until_complete(rooms.__aenter__()))
    loop.run_until_complete(rooms.__aexit__(None, None, None))
    loop.close()


async def a_comment_of_ones_own(rooms: Rooms, number: str, state: State) -> None:
    """A comment that was handed over, and that the site has."""
    base = await draft_of(rooms)
    draft = await rooms.commenting.draft_for(
        base.url, base.article, base.form, new=True
    )
    delivery = await rooms.commenting.queue(
        replace(draft, text="So do I.", identity=ADA)
    )
    verdict = Verdict(
        state=state,
        comment_id=number,
        seen=Seen.HELD if state is State.HELD else Seen.PUBLIC,
    )
    await rooms.threads._database.run(outbox.settle, delivery.id, verdict, NOON)


async def open_thread(pilot: Pilot[None]) -> None:
    """Show the thread, its site being away."""
    await sees(pilot, "All articles  5")
    reader = pilot.app
    assert isinstance(reader, ReaderApp)
    rooms = reader.rooms
    await a_comment_of_ones_own(rooms, "6", State.ACCEPTED)
    await a_comment_of_ones_own(rooms, "7", State.HELD)
    article = await a_thread_in_the_library(rooms)
    (row,) = await rooms.listing.rows(Selection(), 0, 1)
    await reader.push_screen(CommentsScreen(rooms, article, row.title))
    await sees(pilot, "7 comments, 1 new")


@pytest.mark.parametrize("size", SIZES)
def test_the_thread(
    app: ReaderApp, snap_compare: Compare, size: tuple[int, int]
) -> None:
    """Who answers whom; one that is new, one's own, one that waits for approval."""

    async def steps(pilot: Pilot[None]) -> None:
        await open_thread(pilot)
        await pilot.press("j")
        await sees(pilot, "answers Rosa")

    assert snap_compare(app, run_before=steps, terminal_size=size)


def test_a_folded_thread(app: ReaderApp, snap_compare: Compare) -> None:
    """The first comment is a line with the number of its answers."""

    async def steps(pilot: Pilot[None]) -> None:
        await open_thread(pilot)
        await pilot.press("h")
        await sees(pilot, "3 answers")

    assert snap_compare(app, run_before=steps, terminal_size=(80, 24))
