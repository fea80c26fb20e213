"""Where the reader's files are."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.storage import places


@pytest.fixture(autouse=True)
def _machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name, folder in (
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_STATE_HOME", "state"),
    ):
        monkeypatch.setenv(name, str(tmp_path / folder))
    monkeypatch.delenv("READER_LIBRARY", raising=False)


def test_files_are_where_the_desktop_puts_them(tmp_path: Path) -> None:
    assert places.library_file() == tmp_path / "data" / "reader" / "library.sqlite3"
    assert places.config_file() == tmp_path / "config" / "reader" / "config.toml"
    assert places.keymap_file() == tmp_path / "config" / "reader" / "keymap.toml"
    assert places.state_folder() == tmp_path / "state" / "reader"


def test_asking_makes_nothing(tmp_path: Path) -> None:
    places.library_file()
    places.config_file()
    assert list(tmp_path.iterdir()) == []


def test_another_library_can_be_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("READER_LIBRARY", "~/other.sqlite3")
    assert places.library_file() == tmp_path / "other.sqlite3"
