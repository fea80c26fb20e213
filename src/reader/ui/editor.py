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
                ended = subprocess.run([*words, str(path)], check=False)  # noqa: S603 (the reader's own command)
        except SuspendNotSupported as error:
            raise ReaderError("This terminal cannot be lent to an editor.") from error
        except OSError as error:
            raise ReaderError(
                f"The editor {words[0]} could not be started: {error.strerror}."
            ) from error
        if ended.returncode != 0:
            raise ReaderError(
                f"The editor ended with {ended.returncode}; nothing was changed."
            )
        edited = path.read_bytes().decode("utf-8", "replace")
    return clean(edited.removesuffix("\n") if not text.endswith("\n") else edited)
