"""A home and a terminal for the real program."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from end_to_end.program import Home
from end_to_end.terminal import Terminal
from servers.fixtures import say_why_not
from servers.packages import CannotStart


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A home folder with nothing in it."""
    return Home(tmp_path)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """A terminal; its folder's path is short, as a socket's must be."""
    with tempfile.TemporaryDirectory(prefix="reader-") as folder:
        try:
            opened = Terminal(Path(folder))
        except CannotStart as error:
            say_why_not(error)
            raise
        with opened:
            yield opened
