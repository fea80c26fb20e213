"""Reading the thread of a real site, and answering in it, by keys."""

from __future__ import annotations

from pathlib import Path

from reader.ui.app import ReaderApp
from servers.wordpress import WordPress
from ui.house import open_rooms
from ui.patience import sees, shown, types, until


async def test_an_answer_stands_under_what_it_answers(
    tmp_path: Path, each_wordpress: WordPress
) -> None:
    url = each_wordpress.article("before")
    async with open_rooms(tmp_path / "library.sqlite3") as rooms:
        app = ReaderApp(rooms, url)
        async with app.run_test(size=(120, 40), notifications=True) as pilot:
            await sees(pilot, "We counted every tile")
            await pilot.press("c")
            await sees(pilot, "3 comments on")
            await sees(pilot, "But I take the point.")
            await pilot.press("j", "r")
            await sees(pilot, "In answer to Rosa Whitcombe")
            await types(pilot, "And a swimmer has no shed.")
            for value in ("Ada", "ada@example.org"):
                await pilot.press("tab")
                await types(pilot, value)
            await pilot.press("escape", "v")
            await sees(pilot, "To be sent to")
            await pilot.press("y")
            await sees(pilot, "The site took your comment")
            await pilot.press("R")
            await sees(pilot, "4 comments on")
            assert "Ada · now · yours" in shown(pilot)
    stored = each_wordpress.comments("before")
    answered = next(one for one in stored if one["author"] == "Rosa Whitcombe")
    assert stored[-1]["text"] == "And a swimmer has no shed."
    assert stored[-1]["parent"] == answered["id"]


async def test_a_held_answer_is_shown_where_it_will_stand(
    tmp_path: Path, wordpress: WordPress
) -> None:
    wordpress.reset(comment_moderation=1)
    url = wordpress.article("before")
    async with open_rooms(tmp_path / "library.sqlite3") as rooms:
        app = ReaderApp(rooms, url)
        async with app.run_test(size=(120, 40), notifications=True) as pilot:
            await sees(pilot, "We counted every tile")
            await pilot.press("c")
            await sees(pilot, "3 comments on")
            await pilot.press("r")
            await sees(pilot, "In answer to Tom Fairley")
            await types(pilot, "Which shed?")
            for value in ("Ada", "ada@example.org"):
                await pilot.press("tab")
                await types(pilot, value)
            await pilot.press("escape", "v")
            await sees(pilot, "To be sent to")
            await pilot.press("y")
            await sees(pilot, "holds your comment for approval")
            # It is there without the site being asked again.
            await until(
                pilot, lambda: "waits for approval" in shown(pilot), "the comment"
            )
            assert "Which shed?" in shown(pilot)
