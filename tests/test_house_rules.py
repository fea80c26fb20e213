"""The rules of the house are run, not remembered."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent
TOOLS = Path(sys.executable).parent


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(("ruff", "check", "--no-cache"), id="ruff-check"),
        pytest.param(("ruff", "format", "--check", "--no-cache"), id="ruff-format"),
        pytest.param(("mypy",), id="mypy"),
        pytest.param(("lint-imports", "--no-cache"), id="import-contracts"),
    ],
)
def test_the_house_keeps_its_rules(rule: tuple[str, ...]) -> None:
    """Style, types and floors hold over the whole tree."""
    name, *arguments = rule
    ran = subprocess.run(
        [TOOLS / name, *arguments],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, f"{ran.stdout}\n{ran.stderr}"
