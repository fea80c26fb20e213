"""The program in a terminal of its own."""

from __future__ import annotations

import os
import pty
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fcntl import ioctl
from pathlib import Path
from time import monotonic
from typing import IO


class Terminal:
    """The program in a pseudo-terminal of its own."""

    def __init__(
        self,
        *arguments: str,
        folder: Path,
        messages: IO[str] | None = None,
        **environment: str,
    ) -> None:
        self.master, slave = pty.openpty()
        ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reader", *arguments],
            stdin=slave,
            stdout=slave,
            stderr=messages or slave,
            env={
                **os.environ,
                "READER_LIBRARY": str(folder / "library.sqlite3"),
                "XDG_CONFIG_HOME": str(folder),
                "TERM": "xterm-256color",
                **environment,
            },
            start_new_session=True,
        )
        os.close(slave)
        self.seen = ""

    def press(self, keys: str) -> None:
        """Press some keys."""
        os.write(self.master, keys.encode())

    def wait_for(self, words: str, seconds: float = 20.0) -> None:
        """Wait until some words have been written to the terminal."""
        end = monotonic() + seconds
        while words not in self.seen:
            assert monotonic() < end, f"“{words}” did not come: {self.seen[-2000:]!r}"
            self.read(0.1)

    def wait_for_silence(self) -> None:
        """Take in all that has been written, until nothing more comes for a moment."""
        before = None
        while before != self.seen:
            before = self.seen
            self.read(0.3)

    def read(self, seconds: float) -> None:
        """Take in what has been written."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        if ready:
            with suppress(OSError):
                self.seen += os.read(self.master, 65536).decode("utf-8", "replace")

    def ended(self) -> int:
        """Wait until the program has ended, and say how."""
        end = monotonic() + 20
        while self.process.poll() is None:
            assert monotonic() < end, "it did not end"
            self.read(0.05)
        return self.process.returncode


@contextmanager
def running(
    *arguments: str,
    folder: Path,
    messages: IO[str] | None = None,
    **environment: str,
) -> Iterator[Terminal]:
    """Run the program until the block ends, whatever it does then."""
    terminal = Terminal(*arguments, folder=folder, messages=messages, **environment)
    try:
        yield terminal
    finally:
        terminal.process.kill()
        terminal.process.wait()
        with suppress(OSError):
            os.close(terminal.master)
