"""Asking for news from the screen: how far it is, how it stops, what fails."""

from __future__ import annotations

import socket
from datetime import timedelta
from pathlib import Path

import pytest

from reader.domain.preferences import Preferences
from reader.domain.source import Source
from reader.domain.trouble import Trouble, remedy
from reader.ui.app import ReaderApp
from reader.ui.rooms import Rooms
from reader.ui.screens import refreshing
from reader.ui.screens.refreshing import progress
from reader.ui.screens.why import WhyScreen, sentences
from ui.house import NOON, open_rooms
from ui.patience import sees, shown, until
from ui.town import Town


async def test_why_a_source_fails_stands_in_a_window(
    app: ReaderApp, town: Town
) -> None:
    """Since when, what it is, and what can be done, until a key is pressed."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        town.failing = True
        await pilot.press("R")
        await sees(pilot, "could not be fetched")
        await pilot.press("v")
        await sees(pilot, "Town News fails")
        await sees(pilot, "The site has trouble of its own (status 503).")
        await sees(pilot, "It has failed since 27 June 2020")
        await sees(pilot, "it is tried again, if less often")
        assert isinstance(app.screen, WhyScreen)
        await pilot.press("q")
        await until(pilot, lambda: not isinstance(app.screen, WhyScreen), "no window")


def test_what_is_gone_is_not_said_to_be_asked_again() -> None:
    source = Source(
        id=1,
        url="https://example.org/feed",
        name="Paper",
        failing_since=NOON,
        failures=1,
        failure="The page is gone for good.",
        trouble=Trouble.GONE,
        due=NOON + timedelta(hours=1),
    )
    assert not [words for words in sentences(source, NOON) if "left alone" in words]


@pytest.mark.parametrize("trouble", Trouble)
def test_there_is_a_way_out_of_every_trouble(trouble: Trouble) -> None:
    assert remedy(trouble, "example.org").endswith(".")


async def test_escape_stops_a_refresh(rooms: Rooms) -> None:
    """What has come is kept, and nobody is asked any more."""
    app = ReaderApp(rooms)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        await rooms.subscribing.import_list(f"http://127.0.0.1:{port}/".encode())
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await pilot.press("R")
            await sees(pilot, "1/2 · 0 new · Town News")
            await pilot.press("escape")
            await sees(pilot, "Stopped. What has come is kept.")
            await until(pilot, lambda: "1/2" not in shown(pilot), "nobody asked")


async def test_it_refreshes_by_itself_where_that_is_set(
    tmp_path: Path, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the interval, and without a word about what fails."""
    monkeypatch.setattr(refreshing, "MINUTE", 0.1)
    wanted = Preferences(refresh_every=1)
    library = tmp_path / "library.sqlite3"
    async with open_rooms(library, preferences=wanted) as own:
        await own.subscribing.add(town.address)
        town.failing = True
        app = ReaderApp(own)
        async with app.run_test(size=(160, 40), notifications=True) as pilot:
            await sees(pilot, "! Town News")
            assert "could not be fetched" not in shown(pilot)


async def test_what_an_article_said_before_is_shown(app: ReaderApp, town: Town) -> None:
    """The status line says that it was edited, and `W` what it said."""
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("enter")
        await sees(pilot, "Nobody asked the crews")
        await pilot.press("W")
        await sees(pilot, "Its words are those it was first kept with.")
        first, *others = town.posts
        said = ("Nobody asked them at all.", *first.paragraphs)
        town.posts = (first._replace(paragraphs=said), *others)
        await pilot.press("r")
        await sees(pilot, "edited; W shows how")
        await pilot.press("W")
        await sees(pilot, "What it said before")
        await sees(pilot, "+ Nobody asked them at all.")


def test_a_bar_says_how_far_it_is() -> None:
    assert progress(5, 10, 3, "Paper") == "━━━━━───── 5/10 · 3 new · Paper"
    assert progress(1, 0, 0, "[b]") == "━━━━━━━━━━ 1/0 · 0 new · [b]"
