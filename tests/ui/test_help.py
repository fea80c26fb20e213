"""Keys and commands."""

from __future__ import annotations

from reader.ui.app import ReaderApp
from reader.ui.keymap import commands
from ui.patience import sees, shown, types, until


async def test_help_lists_the_keys_that_work_here(app: ReaderApp) -> None:
    """Those of the list in a list, and those of everywhere."""
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("question_mark")
        await sees(pilot, "Next unread")
        words = shown(pilot)
        assert "Everywhere" in words
        assert "Next quotation" not in words


async def test_help_in_an_article_lists_other_keys(app: ReaderApp) -> None:
    """What is live there is what is listed."""
    async with app.run_test(size=(80, 60)) as pilot:
        await sees(pilot, "5 unread")
        await pilot.press("enter")
        await sees(pilot, "said Ada Moreno")
        await pilot.press("question_mark")
        await sees(pilot, "Next quotation")


async def test_typing_narrows_help_down(app: ReaderApp) -> None:
    """By words of what a key does."""
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("question_mark")
        await sees(pilot, "Keys")
        await types(pilot, "star")
        await until(pilot, lambda: "Half a page down" not in shown(pilot), "fewer")
        assert "Star" in shown(pilot)


async def test_a_command_is_carried_out_where_it_belongs(app: ReaderApp) -> None:
    """Enter does what is under the cursor."""
    async with app.run_test(size=(80, 40)) as pilot:
        await sees(pilot, "5 unread")
        await pilot.press("colon")
        await sees(pilot, "Commands")
        await types(pilot, "star")
        await pilot.press("enter")
        await sees(pilot, "★")


async def test_a_theme_is_chosen_among_the_commands(app: ReaderApp) -> None:
    """What has no key is there too."""
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("colon")
        await sees(pilot, "Commands")
        await types(pilot, "reader-light")
        await pilot.press("enter")
        await until(pilot, lambda: app.theme == "reader-light", "the light theme")


def test_no_command_lives_on_a_function_or_control_key_alone() -> None:
    """But for those of text fields, and of the terminal itself."""
    terminal = {"app.suspend", "app.redraw", "app.interrupt"}
    for name, keys in commands().items():
        place = name.partition(".")[0]
        if name in terminal or place in {"field", "help", "quotations"}:
            continue
        if "half" in name:
            # Half a page has its Ctrl keys by name in the keys table.
            continue
        assert any(
            "ctrl" not in key and not (key[:1] == "f" and key[1:].isdigit())
            for key in keys.split(",")
        ), f"{name} is on {keys} alone"


async def test_what_matches_nothing_says_so(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("colon")
        await sees(pilot, "Commands")
        await types(pilot, "xyzzy")
        await sees(pilot, "Nothing is called that.")
        await pilot.press("ctrl+u")
        await sees(pilot, "Half a page down")
        assert "Nothing is called that." not in shown(pilot)


async def test_an_example_is_told_from_what_is_typed(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await sees(pilot, "5 unread")
        await pilot.press("t")
        await sees(pilot, "Tags: e.g. coast boats")
