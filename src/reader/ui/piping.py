"""Handing a text to a command of the reader's."""

from __future__ import annotations

import shlex
import signal
import subprocess
import sys
from contextlib import suppress
from typing import Any

from textual.app import App, SuspendNotSupported

from reader.domain.errors import ReaderError
from reader.text.sanitize import clean, clean_line
from reader.ui.lending import lent


def pipe(app: App[Any], text: str, command: str) -> None:
    """Run a command with a text on its standard input.

    The command gets the terminal, and what it writes stands until the reader
    goes back. It is split as a shell would split it, but no shell runs it, and
    nothing of the text becomes part of it.

    Args:
        app: The program, which steps aside meanwhile.
        text: What the command reads.
        command: What the reader typed.

    Raises:
        ReaderError: It cannot be understood or started.
    """
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise ReaderError(f"The command cannot be understood: {error}.") from error
    if not words:
        raise ReaderError("There is no command in it.")
    try:
        with lent(app):
            # An error that left this block would leave us aside for good.
            failure = _run(words, f"{clean(text)}\n")
    except SuspendNotSupported as error:
        raise ReaderError("This terminal cannot be lent to a command.") from error
    if failure is not None:
        raise failure


def _run(words: list[str], text: str) -> ReaderError | None:
    """Run it to its end; what kept it from starting is given back, not raised."""
    try:
        ended = subprocess.run(words, input=text.encode(), check=False)  # noqa: S603 (the reader's own command)
    except OSError as error:
        name = clean_line(words[0])
        return ReaderError(f"{name} could not be started: {error.strerror}.")
    except ValueError as error:
        return ReaderError(f"The command could not be started: {error}.")
    _wait(ended.returncode)
    return None


def _wait(code: int) -> None:
    """Leave what the command wrote where it is, until the reader has seen it."""
    how = f"It ended with {code}. " if code else ""
    sys.stdout.write(f"\n{how}Enter goes back to reader.")
    sys.stdout.flush()
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with suppress(KeyboardInterrupt):
            sys.stdin.readline()
    finally:
        signal.signal(signal.SIGINT, before)
