"""The real program, in a home of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from end_to_end.terminal import Terminal

PROGRAM = [sys.executable, "-m", "reader"]


class Home:
    """A home folder that only one test knows, and the program run in it.

    Args:
        folder: Where it is.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def environment(self) -> dict[str, str]:
        """What the program is told; nothing of the person who runs the tests."""
        return {
            "HOME": str(self.folder),
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "XDG_DATA_HOME": str(self.folder / "data"),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "XDG_STATE_HOME": str(self.folder / "state"),
        }

    def open(self, terminal: Terminal, *arguments: str) -> Terminal:
        """Start the program on a terminal."""
        return terminal.run([*PROGRAM, *arguments], self.environment)

    def run(self, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command of the program to its end."""
        return subprocess.run(
            [*PROGRAM, *arguments],
            env=self.environment,
            input=text,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def killed(self, *arguments: str, after: float) -> None:
        """Start a command, and kill it some seconds later if it still runs."""
        program = subprocess.Popen(
            [*PROGRAM, *arguments],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        with suppress(subprocess.TimeoutExpired):
            program.wait(after)
        program.kill()
        program.wait()

    def read(self, *arguments: str) -> Any:
        """Run a command, and read the JSON it prints."""
        done = self.run(*arguments, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


def texts(rows: Sequence[dict[str, Any]]) -> list[str]:
    """The text of each of some drafts or comments."""
    return [row["text"] for row in rows]
