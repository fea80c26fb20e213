"""Writing in the reader's own editor."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from textual.app import App, SuspendNotSupported

from reader.domain.errors import ReaderError
from reader.text.sanitize import clean


def edit(app: App[Any], text: str) -> str:
    """Let the reader change a text in `$VISUAL` or `$EDITOR`.

    The editor gets the terminal, and everything else waits until it ends.

    Args:
        app: The program, which steps aside meanwhile.
        text: The text as it is.

    Returns:
        The text as the editor left it.

    Raises:
        ReaderError: There is no such editor, or it failed; nothing changed.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise ReaderError(f"$EDITOR cannot be understood: {command}") from error
    with TemporaryDirectory(prefix="reader-") as folder:
        path = Path(folder, "comment.txt")
        path.write_text(text, encoding="utf-8")
        try:
            with app.suspend():
                # An error that left this block would leave us aside for good.
                failure = _run([*words, str(path)])
        except SuspendNotSupported as error:
            raise ReaderError("This terminal cannot be lent to an editor.") from error
        if failure is not None:
            raise failure
        edited = path.read_bytes().decode("utf-8", "replace")
    return clean(edited.removesuffix("\n") if not text.endswith("\n") else edited)


def _run(words: list[str]) -> ReaderError | None:
    """Run the editor to its end; what went wrong is given back, not raised."""
    try:
        ended = subprocess.run(words, check=False)  # noqa: S603 (the reader's own command)
    except OSError as error:
        return ReaderError(
            f"The editor {words[0]} could not be started: {error.strerror}."
        )
    if ended.returncode != 0:
        return ReaderError(
            f"The editor ended with {ended.returncode}; nothing was changed."
        )
    return None
