"""The real command, in a process and with files of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str


Reader = Callable[..., Ran]
"""Runs `reader` with these words, and with this on standard input."""


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    """The command, over a library that only this test has."""
    environment = os.environ | {
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "PYTHONUTF8": "1",
    }

    def run(*words: str, given: str | bytes = b"") -> Ran:
        ran = subprocess.run(
            [sys.executable, "-m", "reader", *words],
            input=given.encode() if isinstance(given, str) else given,
            capture_output=True,
            env=environment,
            timeout=60,
            check=False,
        )
        return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())

    return run
