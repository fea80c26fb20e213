"""Writing in the reader's own editor."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from reader.domain.errors import ReaderError
from reader.ui.lending import lent


def edit(app: App[Any], path: Path) -> None:
    """Let the reader change a file in `$VISUAL` or `$EDITOR`.

    The editor gets the terminal, and everything else waits until it ends.

    Args:
        app: The program, which steps aside meanwhile.
        path: The file.

    Raises:
        ReaderError: There is no such editor, or it failed; what it wrote
            until then is in the file.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise ReaderError(f"$EDITOR cannot be understood: {command}") from error
    try:
        with lent(app):
            # An error that left this block would leave us aside for good.
            failure = _run([*words, str(path)])
    except SuspendNotSupported as error:
        raise ReaderError("This terminal cannot be lent to an editor.") from error
    if failure is not None:
        raise failure


def _run(words: list[str]) -> ReaderError | None:
    """Run the editor to its end; what went wrong is given back, not raised."""
    try:
        ended = subprocess.run(words, check=False)  # noqa: S603 (the reader's own command)
    except OSError as error:
        return ReaderError(
            f"The editor {words[0]} could not be started: {error.strerror}."
        )
    if ended.returncode < 0:
        return ReaderError(f"The editor was ended by signal {-ended.returncode}.")
    if ended.returncode != 0:
        return ReaderError(f"The editor ended with {ended.returncode}.")
    return None
