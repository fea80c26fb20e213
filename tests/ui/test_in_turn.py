"""Keys that are typed faster than they are answered."""

from __future__ import annotations

from textual.events import Key, Paste
from textual.keys import _character_to_key

from reader.ui.app import ReaderApp
from reader.ui.screens.comment import CommentScreen
from reader.ui.screens.library import LibraryScreen
from ui.patience import sees, until

ENTER, ESCAPE = "\r", "\x1b"
_NAMED = {ENTER: "enter", ESCAPE: "escape"}


def arrive(app: ReaderApp, typed: str) -> None:
    """Let keys arrive in one go, as over a slow line."""
    for character in typed:
        key = _NAMED.get(character) or _character_to_key(character)
        app.post_message(Key(key, character))


async def test_a_search_that_is_typed_ahead_is_searched(app: ReaderApp) -> None:
    """None of its letters is a command to the list, and the key after Enter is one."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "All articles  5")
        arrive(app, f"/wall{ENTER}{ENTER}")
        await sees(pilot, "The wall along the lower quay")
        assert isinstance(app.screen, LibraryScreen)
        assert app.screen.typed == "wall"


async def test_a_comment_that_is_typed_ahead_is_a_comment(app: ReaderApp) -> None:
    """The article and its form are waited for: `l` and `o` are letters, no commands."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "All articles  5")
        arrive(app, f"{ENTER}Chello")
        await until(pilot, lambda: isinstance(app.screen, CommentScreen), "the form")
        await sees(pilot, "hello")


async def test_a_comment_typed_ahead_is_on_the_article_that_was_opened(
    app: ReaderApp,
) -> None:
    """Not on the one that stood beside the list before."""
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await sees(pilot, "Nobody asked the crews,” said")
        arrive(app, f"j{ENTER}C")
        await until(pilot, lambda: isinstance(app.screen, CommentScreen), "the form")
        await sees(pilot, "On Library to close on Mondays")


async def test_what_is_pasted_waits_for_its_prompt(app: ReaderApp) -> None:
    """It stands in the line that the key before it asked for."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "All articles  5")
        app.post_message(Key("slash", "/"))
        app.post_message(Paste("flood"))
        await sees(pilot, "Find: flood")


async def test_what_is_pasted_into_the_list_does_nothing(app: ReaderApp) -> None:
    """A text is no row of commands."""
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "All articles  5")
        app.post_message(Paste("DAQ\nj"))
        await pilot.press("j")
        await sees(pilot, "2 of 5")
        await sees(pilot, "5 · 5 unread")
