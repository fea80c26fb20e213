"""Keys that a person has moved."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App

from reader.ui.app import ReaderApp
from reader.ui.key_names import can_be_pressed
from reader.ui.keymap import commands, conflicts, doubts, read_keymap
from reader.ui.presets import PRESETS
from ui.house import open_rooms
from ui.patience import sees, shown, until
from ui.town import Town


def written(folder: Path, text: str) -> Path:
    """A keymap file."""
    path = folder / "keymap.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "keymap"),
    [
        ('"list.open" = "o"', {"list.open": "o"}),
        ('list.open = ["o", "ctrl+o"]', {"list.open": "o,ctrl+o"}),
        ('[list]\nopen = "o"', {"list.open": "o"}),
        ("", {}),
    ],
)
def test_a_command_is_named_by_its_id(
    tmp_path: Path, text: str, keymap: dict[str, str]
) -> None:
    """Dotted names and tables mean the same."""
    assert read_keymap(written(tmp_path, text)) == (keymap, ())


def test_a_file_that_is_not_there_moves_nothing(tmp_path: Path) -> None:
    """Nobody needs a keymap."""
    assert read_keymap(tmp_path / "none.toml") == ({}, ())


@pytest.mark.parametrize("text", ["list.open = ", '"list.open" = 3', "\udcff"])
def test_what_cannot_be_read_is_said(tmp_path: Path, text: str) -> None:
    """And the rest holds."""
    path = tmp_path / "keymap.toml"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    keymap, warnings = read_keymap(path)
    assert keymap == {}
    assert len(warnings) == 1


def test_a_command_there_is_not_is_named_with_the_nearest() -> None:
    """A slip of the pen is told."""
    (words,) = doubts({"list.opne": "o"})
    assert words == "There is no command “list.opne”. Is “list.open” meant?"


def test_a_key_taken_twice_in_one_place_is_named() -> None:
    """With both commands."""
    known = {"list.open": "enter", "list.star": "s"}
    (words,) = conflicts({"list.open": "s"}, known)
    assert words == "The key s is taken by “list.open” and “list.star”."


def test_keys_that_change_places_are_no_conflict() -> None:
    """What was moved away is free."""
    known = {"list.open": "o", "list.star": "s"}
    assert not list(conflicts({"list.open": "s", "list.star": "o"}, known))


def test_the_same_key_in_two_places_is_no_conflict() -> None:
    """In an article a key may mean something else than in a list."""
    known = {"list.open": "o", "article.browser": "b"}
    assert not list(conflicts({"article.browser": "o"}, known))


def test_every_command_of_the_program_has_an_id_with_a_place() -> None:
    """So that each can be moved."""
    found = commands()
    assert len(found) > 100
    assert all("." in name for name in found)


async def test_a_moved_key_works_and_the_old_one_does_not(
    tmp_path: Path, town: Town
) -> None:
    """The hints show the new one."""
    keymap = written(tmp_path, 'list.star = "ctrl+s"\n"app.help" = "f1"')
    async with open_rooms(tmp_path / "library.sqlite3", keymap=keymap) as rooms:
        await rooms.subscribing.add(town.address)
        app: App[None] = ReaderApp(rooms)
        async with app.run_test(size=(140, 24), notifications=True) as pilot:
            await sees(pilot, "^s star")
            await pilot.press("s")
            await pilot.press("ctrl+s")
            await sees(pilot, "★")


async def test_a_conflict_is_told_on_the_screen(tmp_path: Path) -> None:
    """The program starts all the same."""
    keymap = written(tmp_path, 'list.star = "m"')
    async with open_rooms(tmp_path / "library.sqlite3", keymap=keymap) as rooms:
        app = ReaderApp(rooms)
        async with app.run_test(size=(100, 24), notifications=True) as pilot:
            await sees(pilot, "The key m is taken by")
            await until(pilot, lambda: "library.add" in commands(), "commands")


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_moves_commands_there_are_to_keys_that_are_free(name: str) -> None:
    assert doubts(PRESETS[name]) == ()


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_takes_no_key_away_that_another_does_not_need(name: str) -> None:
    """What the hand has learned here goes on working."""
    known = commands()
    given = {key for keys in PRESETS[name].values() for key in keys.split(",")}
    for command, keys in PRESETS[name].items():
        lost = set(known[command].split(",")) - set(keys.split(","))
        assert lost <= given


def test_lines_under_a_preset_change_it(tmp_path: Path) -> None:
    keymap, warnings = read_keymap(
        written(tmp_path, 'preset = "emacs"\n"list.down" = "ctrl+j"\n')
    )
    assert warnings == ()
    assert keymap["list.down"] == "ctrl+j"
    assert keymap["list.up"] == "k,up,ctrl+p"


def test_a_preset_there_is_not_is_named(tmp_path: Path) -> None:
    keymap, (words,) = read_keymap(written(tmp_path, 'preset = "ed"\n'))
    assert keymap == {}
    assert words == "There is no preset “ed”; there are “vim” and “emacs”."


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("foo_bar", ""),
        ("ctrl+shift+alt+9", " Is “alt+ctrl+shift+9” meant?"),
        ("Ctrl+o", " Is “ctrl+o” meant?"),
        ("shift+a", " Is “A” meant?"),
        ("C-x", ""),
        ("ctrl+", ""),
    ],
)
def test_a_key_there_is_not_is_named(tmp_path: Path, key: str, hint: str) -> None:
    """And the others hold; with none left the command keeps those it has."""
    path = written(tmp_path, f'"list.open" = ["o", "{key}"]\n"list.star" = "{key}"')
    keymap, warnings = read_keymap(path)
    assert keymap == {"list.open": "o"}
    assert warnings == tuple(
        f"There is no key “{key}”.{hint} “{name}” does without it."
        for name in ("list.open", "list.star")
    )


def test_keys_there_are_are_taken() -> None:
    """By their characters and by their names, with whatever is held beside them."""
    keys = "? question_mark A ctrl+a alt+x alt+shift+x f12 shift+tab ctrl+shift+up é ,"
    assert all(map(can_be_pressed, keys.split()))
    ours = {key for keys in commands().values() for key in keys.split(",")}
    assert all(map(can_be_pressed, ours))


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_has_keys_there_are(name: str) -> None:
    assert all(
        can_be_pressed(key) for one in PRESETS[name].values() for key in one.split(",")
    )


async def test_a_moved_command_keeps_its_place_and_its_distance(tmp_path: Path) -> None:
    """However long the names of its keys are."""
    keys = "ctrl+shift+pageup,ctrl+shift+pagedown"
    keymap = written(tmp_path, f'"list.down" = "{keys}"')
    async with open_rooms(tmp_path / "library.sqlite3", keymap=keymap) as rooms:
        app = ReaderApp(rooms)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("question_mark")
            await sees(pilot, "Half a page down")
            rows = shown(pilot).splitlines()
            (first,) = [at for at, row in enumerate(rows) if "Lists" in row]
            assert " Down " in rows[first]
            assert " Up " in rows[first + 1]
