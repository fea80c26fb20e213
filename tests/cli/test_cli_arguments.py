"""What may be said on the command line, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import Reader
from reader import __version__


def test_the_version_is_told(reader: Reader) -> None:
    assert reader("--version").out == f"reader {__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        ("add",),
        ("list", "--limit", "0"),
        ("list", "--limit", "many"),
        ("show", "x", "--json", "--plain"),
        ("comment", "x"),
        ("comment", "x", "--text-file", "y", "--set", "name"),
        ("outbox", "burn"),
        ("outbox", "retry"),
        ("--no-such-option",),
    ],
)
def test_wrong_usage_is_code_two(reader: Reader, words: tuple[str, ...]) -> None:
    ran = reader(*words)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err


def test_every_command_has_help(reader: Reader) -> None:
    ran = reader("comment", "--help")
    assert ran.code == 0
    assert "--set FIELD=VALUE" in ran.out


def test_an_empty_library_lists_nothing(reader: Reader) -> None:
    assert json.loads(reader("list", "--json").out) == []
    assert reader("list").out == ""
    assert json.loads(reader("drafts", "--json").out) == []
    assert json.loads(reader("outbox", "--json").out) == []


def test_a_library_that_is_none_is_named(reader: Reader, tmp_path: Path) -> None:
    library = tmp_path / "data" / "reader" / "library.sqlite3"
    library.parent.mkdir(parents=True)
    library.write_bytes(b"this was a shopping list" * 100)
    ran = reader("list")
    assert ran.code == 1
    assert str(library) in ran.err
    assert "Traceback" not in ran.err


def test_an_odd_setting_is_told_and_changes_nothing(
    reader: Reader, tmp_path: Path
) -> None:
    config = tmp_path / "config" / "reader" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("them = 'reader-dark'\n")
    ran = reader("config", "check")
    assert ran.code == 1
    assert f"{config}, line 1: “them” is no setting. Is “theme” meant?" in ran.err
    assert reader("list").code == 0


def test_the_doctor_finds_nothing_wrong(reader: Reader) -> None:
    reader("list")
    ran = reader("doctor")
    assert ran.code == 0
    assert "nothing is wrong with it" in ran.out


def test_without_a_terminal_an_article_is_printed(
    reader: Reader, tmp_path: Path
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("A short note\n\nThe pier is open.\n")
    ran = reader(str(note))
    assert ran.code == 0
    assert "The pier is open." in ran.out


def test_what_is_odd_about_the_settings_is_told_at_length_where_one_asks(
    reader: Reader, tmp_path: Path
) -> None:
    """In the order of the lines; every other command says in one line that there is something."""
    config = tmp_path / "config" / "reader" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("them = 1\nmeasure = 'wide'\n[identity]\nnmae = 'Ada'\n")
    checked = reader("config", "check").err.splitlines()
    assert [line.partition(", line ")[2][:1] for line in checked] == ["1", "2", "4"]
    (said,) = reader("list").err.splitlines()
    assert said.endswith("`reader config check` names them.")


@pytest.mark.parametrize("words", [("config", "path"), ("config", "check"), ("paths",)])
def test_where_settings_are_written_there_is_a_folder(
    reader: Reader, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """An editor that is given the file's name can write it."""
    assert reader(*words).code == 0
    assert (tmp_path / "config" / "reader").is_dir()


def test_a_site_is_named_once_where_there_is_none(reader: Reader) -> None:
    assert reader("add", "no.such.invalid").err.count("no.such.invalid") == 1
