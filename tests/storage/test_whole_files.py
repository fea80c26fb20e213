"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from reader.domain.errors import CannotKeep
from reader.storage.whole_files import whole_file


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_file_is_there_when_it_is_whole(tmp_path: Path) -> None:
    with whole_file(tmp_path / "out") as unfinished:
        unfinished.write_text("whole")
        assert "out" not in names(tmp_path)
    assert (tmp_path / "out").read_text() == "whole"
    assert names(tmp_path) == ["out"]


def test_a_file_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    def fail() -> None:
        with whole_file(tmp_path / "out") as unfinished:
            unfinished.write_text("half")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert names(tmp_path) == []


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with (
        pytest.raises(CannotKeep, match="there already; --force"),
        whole_file(tmp_path / "out"),
    ):
        raise AssertionError
    assert (tmp_path / "out").read_text() == "mine"


def test_a_file_that_appears_meanwhile_stays(tmp_path: Path) -> None:
    def be_late() -> None:
        with whole_file(tmp_path / "out") as unfinished:
            unfinished.write_text("ours")
            (tmp_path / "out").write_text("theirs")

    with pytest.raises(CannotKeep, match="there already"):
        be_late()
    assert (tmp_path / "out").read_text() == "theirs"
    assert names(tmp_path) == ["out"]


def test_force_replaces_a_file_only_when_the_new_one_is_whole(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("old")
    with pytest.raises(KeyError), whole_file(tmp_path / "out", force=True):
        raise KeyError
    assert (tmp_path / "out").read_text() == "old"
    with whole_file(tmp_path / "out", force=True) as unfinished:
        unfinished.write_text("new")
    assert (tmp_path / "out").read_text() == "new"


def test_a_link_goes_on_leading_where_it_led(tmp_path: Path) -> None:
    (tmp_path / "there").write_text("old")
    (tmp_path / "link").symlink_to("there")
    with whole_file(tmp_path / "link", force=True) as unfinished:
        unfinished.write_text("new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there").read_text() == "new"


@pytest.mark.parametrize("force", [True, False])
def test_only_a_file_is_ever_replaced(tmp_path: Path, *, force: bool) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path, tmp_path / "pipe", Path("/dev/null")):
        with (
            pytest.raises(CannotKeep, match="no file"),
            whole_file(place, force=force),
        ):
            raise AssertionError


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(CannotKeep, match="No such file"),
        whole_file(tmp_path / "gone" / "out"),
    ):
        raise AssertionError


def test_what_is_private_nobody_else_reads(tmp_path: Path) -> None:
    with whole_file(tmp_path / "out", private=True) as unfinished:
        unfinished.write_text("x")
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o600
