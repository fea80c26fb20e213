"""The real program in a real terminal, driven by keys: tmux, on a socket of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

from servers.packages import need

PATIENCE = 20.0
"""Seconds to wait for what must appear; generous, for machines with much to do."""

_EVERY = 0.03
"""Seconds between two looks at the screen."""


class NotShown(AssertionError):
    """What was waited for did not appear; the message holds the screen."""


class Terminal:
    """A terminal with one program in it.

    Args:
        folder: Where its socket and the program's exit code are kept. Short: a
            socket's path may not be long.
        size: Columns and lines.
    """

    def __init__(self, folder: Path, size: tuple[int, int] = (120, 40)) -> None:
        need("tmux")
        self._folder = folder
        self._socket = folder / "0"
        self._status = folder / "status"
        self._size = size

    def __enter__(self) -> Self:
        """Open it; nothing runs in it yet."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """End whatever runs in it; another program can be run in it after."""
        if self._socket.exists():
            self._tmux("kill-server", check=False)

    def run(self, command: Sequence[str], environment: Mapping[str, str]) -> Self:
        """Start a program in it.

        Args:
            command: The program and its arguments.
            environment: The whole environment it gets, but for `TERM`.
        """
        self._status.unlink(missing_ok=True)
        # A server that is told to end still holds its socket for a moment.
        self._socket = self._folder / str(int(self._socket.name) + 1)
        columns, lines = self._size
        # tmux forgets the exit code, so a shell around the program writes it down.
        wrapper = (
            'echo $$ >"$READER_STATUS.pid"; "$@"; echo $? >"$READER_STATUS"; sleep 3600'
        )
        self._tmux(
            "-f",
            "/dev/null",
            "new-session",
            "-d",
            "-x",
            str(columns),
            "-y",
            str(lines),
            "env",
            "-i",
            *(f"{name}={value}" for name, value in environment.items()),
            "TERM=screen-256color",
            f"READER_STATUS={self._status}",
            "sh",
            "-c",
            wrapper,
            "sh",
            *command,
        )
        return self

    def press(self, *keys: str) -> Self:
        """Press keys, named as tmux names them: `j`, `Enter`, `C-t`, `Escape`."""
        for key in keys:
            self._tmux("send-keys", "--", key)
        return self

    def write(self, text: str) -> Self:
        """Type a text as it is."""
        self._tmux("send-keys", "-l", "--", text)
        return self

    @property
    def screen(self) -> str:
        """What is on it, without colours."""
        return self._tmux("capture-pane", "-p").rstrip()

    def wait_for(self, what: str, seconds: float = PATIENCE) -> str:
        """Wait until something stands on the screen.

        Args:
            what: A regular expression; a space in it stands for any white space.
            seconds: How long to wait at the most.

        Returns:
            The screen that shows it.

        Raises:
            NotShown: It did not appear.
        """
        pattern = re.compile(what.replace(" ", r"\s+"))
        deadline = time.monotonic() + seconds
        while True:
            screen = self.screen
            if pattern.search(screen):
                return screen
            if time.monotonic() > deadline:
                raise NotShown(f"“{what}” is not on the screen:\n{screen}")
            time.sleep(_EVERY)

    def wait_until_gone(self, what: str, seconds: float = PATIENCE) -> str:
        """Wait until something stands on the screen no longer.

        Raises:
            NotShown: It stayed.
        """
        pattern = re.compile(what.replace(" ", r"\s+"))
        deadline = time.monotonic() + seconds
        while pattern.search(screen := self.screen):
            if time.monotonic() > deadline:
                raise NotShown(f"“{what}” is still on the screen:\n{screen}")
            time.sleep(_EVERY)
        return screen

    def wait_for_the_end(self, seconds: float = PATIENCE) -> int:
        """Wait until the program has ended.

        Returns:
            Its exit code, as a shell tells it.

        Raises:
            NotShown: It runs on.
        """
        deadline = time.monotonic() + seconds
        while not self._status.exists() or not self._status.read_text("ascii"):
            if time.monotonic() > deadline:
                raise NotShown(f"The program runs on:\n{self.screen}")
            time.sleep(_EVERY)
        return int(self._status.read_text("ascii"))

    def send(self, which: signal.Signals) -> Self:
        """Send the program itself a signal."""
        for process in self.processes:
            os.kill(process, which)
        return self

    @property
    def processes(self) -> list[int]:
        """The program's own process, by its id; none if it has ended."""
        shell = int(Path(f"{self._status}.pid").read_text("ascii"))
        children = Path(f"/proc/{shell}/task/{shell}/children").read_text("ascii")
        return [int(child) for child in children.split()]

    def _tmux(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            ["tmux", "-S", str(self._socket), *arguments],
            capture_output=True,
            text=True,
            check=False,
        )
        if check and done.returncode:
            raise RuntimeError(f"tmux {arguments[0]}: {done.stderr.strip()}")
        return done.stdout
