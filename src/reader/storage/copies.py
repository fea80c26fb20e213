"""The whole copy of a library that is made before its format changes.

It stands beside the library as `NAME.before-N`, N being the new format. Only the
last one is kept, and that for a month; see `outlived`.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import disk_usage
from time import time
from typing import Final

from reader.domain.errors import CannotKeep
from reader.storage.instances import is_process

KEPT_FOR: Final = timedelta(days=30)
"""How long the last copy is kept."""

PROVED_AFTER: Final = timedelta(days=1)
"""How long the new format is in use before copies from before older ones go."""

PAGES_AT_ONCE: Final = 2000
"""How much is copied between two words on how far it is."""

Progress = Callable[[float], object]
"""Told how much is copied, from 0 to 1."""

_BESIDES: Final = 0.25
"""How much more room than for the copy a change of the format may take, as a share of it."""

_UNFINISHED: Final = "unfinished"

_LONGEST_COPYING: Final = 86_400
"""Seconds after which nobody can still be copying."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A library as it was."""

    path: Path
    size: int
    """In bytes."""

    made: datetime
    """In UTC."""

    @property
    def kept_until(self) -> datetime:
        """When it goes, if the library is well then."""
        return self.made + KEPT_FOR


def beside(library: Path) -> tuple[Copy, ...]:
    """The copies of a library from before its formats, the newest format's first."""
    found: list[tuple[int, Copy]] = []
    for path in library.parent.glob(f"{library.name}.before-*"):
        number = path.name.removeprefix(f"{library.name}.before-")
        with contextlib.suppress(OSError):
            if number.isdecimal():
                about = path.stat()
                made = datetime.fromtimestamp(about.st_mtime, UTC)
                found.append((int(number), Copy(path, about.st_size, made)))
    return tuple(copy for _, copy in sorted(found, key=lambda one: -one[0]))


def outlived(library: Path, now: datetime) -> tuple[Copy, ...]:
    """The copies that nobody needs any more, if the library is well.

    Those are the ones from before older formats, once the last is a day old, and
    the last itself after a month.

    Args:
        library: Its file, which is of the newest format.
        now: The present moment.
    """
    copies = dispensable(library, now)
    return copies if copies and now >= copies[0].kept_until else copies[1:]


def dispensable(library: Path, now: datetime) -> tuple[Copy, ...]:
    """The copies that a library can do without, if it is well: all, a day after the last."""
    copies = beside(library)
    return copies if copies and now >= copies[0].made + PROVED_AFTER else ()


def remove(unneeded: Iterable[Copy]) -> tuple[Copy, ...]:
    """Remove copies.

    Returns:
        Those that could be removed.
    """
    removed: list[Copy] = []
    for copy in unneeded:
        with contextlib.suppress(OSError):
            copy.path.unlink()
            removed.append(copy)
    return tuple(removed)


def make(
    db: sqlite3.Connection,
    library: Path,
    number: int,
    progress: Progress | None = None,
) -> Path:
    """Write a whole copy of a library as it is before it gets a format, or none.

    Args:
        db: The library.
        library: Its file.
        number: The format it is about to get.
        progress: Told again and again how far it is, if there is much to copy.
            What it raises breaks the copying off.

    Returns:
        Where the copy stands, unless another program was faster and has made it.

    Raises:
        CannotKeep: The disk has no room for it; nothing was changed.
        OSError: It cannot be written.
        sqlite3.Error: SQLite refused.
    """
    import tempfile

    _sweep(library)
    path = library.with_name(f"{library.name}.before-{number}")
    if _was_made_for_this(db, path):
        return path
    _have_room(db, library)
    descriptor, name = tempfile.mkstemp(
        prefix=f"{library.name}.{_UNFINISHED}-{os.getpid()}-", dir=library.parent
    )
    unfinished = Path(name)
    try:
        with contextlib.closing(sqlite3.connect(unfinished)) as copy:
            # Half of it is nothing: it is thrown away, and the whole is seen to be kept.
            copy.execute("PRAGMA journal_mode = OFF")
            copy.execute("PRAGMA synchronous = OFF")
            as_it_was = _copy_into(db, copy, progress)
        if as_it_was:
            os.fsync(descriptor)
            unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
        os.close(descriptor)
    return path


def _was_made_for_this(db: sqlite3.Connection, path: Path) -> bool:
    """Whether the change was begun lately, and this is the library from before it.

    It was broken off then between two steps: a copy of what it left would be of a
    format that no reader ever had.
    """
    try:
        lately = time() - path.stat().st_mtime < PROVED_AFTER.total_seconds()
        with contextlib.closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        ) as copy:
            older = _version(copy) < _version(db)
    except (OSError, sqlite3.Error):
        return False
    return lately and older


def _version(db: sqlite3.Connection) -> int:
    (number,) = db.execute("PRAGMA user_version").fetchone()
    return int(number)


def _copy_into(
    db: sqlite3.Connection, copy: sqlite3.Connection, progress: Progress | None
) -> bool:
    """Copy all of a library.

    Returns:
        Whether no other program has given it another format meanwhile.
    """

    def tell(_status: int, left: int, total: int) -> None:
        if progress is not None and total > PAGES_AT_ONCE:
            progress(1 - left / total)

    before = _version(db)
    # One snapshot to its end: whoever writes meanwhile would have it begin again.
    db.execute("BEGIN")
    try:
        _version(db)
        db.backup(copy, pages=PAGES_AT_ONCE, progress=tell)
    finally:
        db.execute("COMMIT")
    return before == _version(copy)


def _sweep(library: Path) -> None:
    """Take away what copying left that was killed."""
    for path in library.parent.glob(f"{library.name}.{_UNFINISHED}-*"):
        with contextlib.suppress(OSError, ValueError):
            process = int(path.name.partition(f"{_UNFINISHED}-")[2].split("-")[0])
            # A number is given again: what is old is nobody's, whoever has it now.
            old = time() - path.stat().st_mtime > _LONGEST_COPYING
            if old or not is_process(process):
                path.unlink()


def _have_room(db: sqlite3.Connection, library: Path) -> None:
    """See that the disk has room for a copy, and for the change of the format after it."""
    (size,) = db.execute(
        "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
    ).fetchone()
    needed = int(size * (1 + _BESIDES))
    free = disk_usage(library.parent).free
    if free < needed:
        raise CannotKeep(
            f"The library {library} is of an older reader. Bringing it up to date takes"
            f" {megabytes(needed)} on its disk, for a copy and for what is new; there are"
            f" {megabytes(free)}. Nothing was changed."
        )


def megabytes(size: int) -> str:
    """A size in bytes, as a person reads it."""
    return f"{max(size, 0) / 1024**2:,.1f} MB"
