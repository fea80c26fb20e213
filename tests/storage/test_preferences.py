"""Settings are read with care, and what is odd is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.domain.preferences import Preferences
from reader.storage.preferences import load


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path / "config.toml") == (Preferences(), ())


def test_what_is_set_holds(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('measure = 60\nmarks = false\n[identity]\nname = "Ada"\n')
    preferences, warnings = load(path)
    assert preferences.measure == 60
    assert not preferences.marks
    assert preferences.identity.name == "Ada"
    assert warnings == ()


@pytest.mark.parametrize(
    ("written", "warning"),
    [
        (
            "theme = 'x'\nmeasur = 60\n",
            "line 2: “measur” is no setting; did you mean “measure”.",
        ),
        ("measure = 'wide'\n", "line 1: “measure” takes a whole number."),
        ("measure = 5\n", "line 1: “measure” takes 30 to 200 cells."),
        ("marks = 1\n", "line 1: “marks” takes true or false."),
        (
            "[identity]\nmail = 'a'\n",
            "line 2: “mail” is no setting; did you mean “email”.",
        ),
        ("identity = 3\n", "line 1: “identity” is a table: [identity]."),
    ],
)
def test_what_is_odd_is_named_with_its_line(
    tmp_path: Path, written: str, warning: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(written)
    preferences, warnings = load(path)
    assert preferences.measure == Preferences().measure
    assert warnings == (f"{path}, {warning}",)


@pytest.mark.parametrize("written", [b"a = = b", b"\xff\xfe", b"x = '\x1b]0;y\x07'"])
def test_a_file_that_cannot_be_read_changes_nothing(
    tmp_path: Path, written: bytes
) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(written)
    preferences, (warning,) = load(path)
    assert preferences == Preferences()
    assert "none of it holds" in warning
    assert "\x1b" not in warning
