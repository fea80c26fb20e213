"""Why SQLite would not do something, in plain words."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from shutil import disk_usage
from typing import Final

from reader.domain.errors import CannotKeep

_ROOM: Final = 64 * 1024
"""Bytes; what SQLite wants beside a library at the least."""


def kind(error: sqlite3.Error) -> int:
    """What kind of failure it is; the low byte says that, what stands above it the variety."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def refusal(error: sqlite3.Error | OSError, path: Path) -> Exception:
    """Say in plain words why the library could not be used.

    Returns:
        A CannotKeep; or the error itself if it is a fault of ours.
    """
    if isinstance(error, OSError):
        return CannotKeep(
            f"The library {path} could not be opened: {error.strerror or error}."
        )
    match kind(error):
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_IOERR if _is_full(path):
            return CannotKeep(
                f"The disk with the library {path} is full; nothing was changed."
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return CannotKeep(
                f"Another program is writing to the library {path}; nothing was changed. Try again in a moment."
            )
        case sqlite3.SQLITE_FULL:
            return CannotKeep(
                f"The disk with the library {path} is full; nothing was changed."
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return CannotKeep(
                f"The library {path} can only be read; nothing was changed."
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return CannotKeep(
                f"The library {path} is damaged; “reader doctor” says what can be saved."
            )
        case sqlite3.SQLITE_CANTOPEN:
            return CannotKeep(f"The library {path} could not be opened.")
        case sqlite3.SQLITE_IOERR:
            return CannotKeep(
                f"The disk with the library {path} failed; nothing was changed."
            )
        case sqlite3.SQLITE_TOOBIG | sqlite3.SQLITE_NOMEM:
            return CannotKeep("That is too large for the library; nothing was changed.")
    return error


def _is_full(path: Path) -> bool:
    """Whether the library could be written, if only there were room."""
    try:
        return os.access(path, os.W_OK) and disk_usage(path.parent).free < _ROOM
    except OSError:
        return False
