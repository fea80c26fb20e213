"""A library file whose beginning is gone, which says where everything in it is."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from reader.storage import schema
from reader.storage.backups import HEADER, is_library
from reader.storage.database import connect, connect_to_read
from reader.storage.refusals import kind

_SIZE: Final = slice(28, 32)
_FREE_PAGES: Final = slice(32, 40)
"""Where the header says how many pages there are, and which are free."""

_CERTAIN: Final = frozenset({"sources", "articles", "statuses", "bodies", "drafts"})
"""Tables that every library has had."""


def is_gone(error: sqlite3.Error) -> bool:
    """Whether SQLite refused a file because it does not begin as a library does."""
    return kind(error) == sqlite3.SQLITE_NOTADB


def copies_beside(path: Path) -> tuple[Path, ...]:
    """The copies that were made of a library before it was changed, the last first."""
    found = [
        one for one in path.parent.glob(f"{path.name}.before-*") if _is_library(one)
    ]
    return tuple(sorted(found, key=lambda one: one.stat().st_mtime, reverse=True))


def _is_library(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return is_library(file.read(HEADER))
    except OSError:
        return False


def advice(path: Path, *, gone: bool = True) -> tuple[str, ...]:
    """What can be done for a library that cannot be put right, a sentence each.

    Args:
        path: The library.
        gone: Whether its beginning is gone, or only something in it damaged.
    """
    what = f"The beginning of {path} is gone" if gone else f"{path} is damaged"
    salvage = "`reader doctor --salvage FILE` writes what can still be read into a new library"
    said = [f"{what}, which --repair cannot put right; {salvage}."]
    copies = copies_beside(path)
    if copies:
        named = ", ".join(
            f"{one} of {datetime.fromtimestamp(one.stat().st_mtime).astimezone():%Y-%m-%d %H:%M}"
            for one in copies
        )
        said.append(
            f"What it was before stands in {named}. "
            "Once the library is moved away, `reader import COPY` restores it."
        )
    return tuple(said)


@contextlib.contextmanager
def put_back(path: Path, folder: Path) -> Iterator[Path | None]:
    """A copy of a library with a new beginning, for as long as it is used.

    Every library begins alike where it was made by the same steps; what is taken
    from a new one is believed if it leads to the tables that must be there.

    Args:
        path: The library. It is left as it is.
        folder: Where there is room for a copy.

    Yields:
        The copy, or None if no beginning fits.

    Raises:
        OSError: There is no room, or it cannot be read.
        sqlite3.Error: No new library could be made.
    """
    with tempfile.TemporaryDirectory(dir=folder) as name:
        copy = Path(name) / path.name
        first = _first_page(Path(name) / "new")
        shutil.copyfile(path, copy)
        log = path.with_name(f"{path.name}-wal")
        if log.exists():
            shutil.copyfile(log, copy.with_name(log.name))
        pages = path.stat().st_size // len(first)
        first[_SIZE] = pages.to_bytes(4)
        first[_FREE_PAGES] = bytes(8)
        # What stands behind the header may be whole.
        for length in (HEADER, len(first)):
            with copy.open("r+b") as file:
                file.write(first[:length])
            if _leads_to_tables(copy):
                yield copy
                return
        yield None


def _first_page(path: Path) -> bytearray:
    """The first page of a new library."""
    path.touch()
    with contextlib.closing(connect(path, "rw")) as db:
        schema.prepare(db, path)
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (size,) = db.execute("PRAGMA page_size").fetchone()
    with path.open("rb") as file:
        return bytearray(file.read(size))


def _leads_to_tables(path: Path) -> bool:
    try:
        with contextlib.closing(connect_to_read(path)) as db:
            rows = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            return {name for (name,) in rows} >= _CERTAIN
    except sqlite3.Error:
        return False
