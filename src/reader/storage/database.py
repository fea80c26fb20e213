"""The library file: one writer on one thread, one reader for the screen."""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from threading import Event
from typing import Concatenate, Final, ParamSpec, Self, TypeVar
from urllib.parse import quote

from reader.domain.errors import CannotKeep
from reader.storage import schema
from reader.storage.refusals import kind, refusal

P = ParamSpec("P")
T = TypeVar("T")

PATIENCE: Final = 5.0
"""Seconds to wait for another program that is writing to the same library."""

_NOTHING_BESIDE: Final = (
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
)
"""What SQLite says where it can make no file beside the library."""


class Database:
    """The library file.

    Operations are plain functions over a connection; each runs as one
    transaction. `run` and `run_safely` write, one at a time, on one thread;
    `look` only reads, on a second connection, and is never kept waiting by a
    writer; `seek` and `study` read on others, what may take long.
    """

    def __init__(
        self, path: Path, writing: _Lane, looking: _Lane, patience: float
    ) -> None:
        self.path = path
        self._writing = writing
        self._looking = looking
        self._aside_lanes: dict[str, _Lane] = {}
        self._patience = patience
        self._version: int | None = None

    @property
    def read_only(self) -> bool:
        """Whether nothing can be kept: the file, or its disk, takes no writing."""
        return self._writing.read_only

    @classmethod
    async def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        patience: float = PATIENCE,
        progress: schema.Progress | None = None,
    ) -> Self:
        """Open a library, made new or brought up to date if need be.

        Args:
            path: The file. Its folder is made if it is missing.
            read_only: Whether to leave it as it is. A file that cannot be
                written is opened so in any case.
            patience: Seconds to wait for another program that is writing.
            progress: Told, on another thread, how far it is, where the library is
                brought up to date and there is much of it. Cancelled meanwhile, it
                is broken off, and what is done of it goes on the next time.

        Raises:
            CannotKeep: It cannot be opened; the message says why.
        """
        writing = _Lane("library", path, patience)
        looking = _Lane("library-look", path, patience)
        given_up = Event()

        def tell(words: str, share: float) -> None:
            if given_up.is_set():
                raise CannotKeep("Broken off; the library can be used as before.")
            if progress is not None:
                progress(words, share)

        try:
            await writing.start(
                _open_to_read if read_only else partial(_open_to_write, progress=tell),
                read_only=read_only,
            )
            await looking.start(
                _open_to_read if writing.read_only else _open_to_look, read_only=True
            )
        except BaseException:
            given_up.set()
            await writing.close()
            await looking.close()
            raise
        return cls(path, writing, looking, patience)

    async def run(
        self,
        operation: Callable[Concatenate[sqlite3.Connection, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run one operation in one transaction.

        If the caller is cancelled while waiting, the operation runs to its
        end or not at all: a closed screen never leaves half a change behind.

        Raises:
            CannotKeep: The database refused; nothing was changed.
        """
        return await self._writing.run(lambda db: operation(db, *args, **kwargs))

    async def run_safely(
        self,
        operation: Callable[Concatenate[sqlite3.Connection, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run one operation as `run` does, for what must outlive a power cut.

        It returns when the disk itself has the change, which costs a wait for
        the disk. Drafts and the outbox are kept this way; articles can be
        fetched again.

        Raises:
            CannotKeep: The database refused; nothing was changed.
        """
        return await self._writing.run(
            lambda db: operation(db, *args, **kwargs), synchronous="FULL"
        )

    async def look(
        self,
        operation: Callable[Concatenate[sqlite3.Connection, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run one operation that only reads, beside whatever is being written.

        It sees the library as it was when it began.

        Raises:
            CannotKeep: The database refused.
        """
        return await self._looking.run(lambda db: operation(db, *args, **kwargs))

    async def seek(
        self,
        operation: Callable[Concatenate[sqlite3.Connection, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run one operation that somebody waits for, but not the screen, nor a writer.

        If the caller is cancelled, it is broken off.

        Raises:
            CannotKeep: The database refused.
        """
        return await self._aside(
            "library-seek", lambda db: operation(db, *args, **kwargs)
        )

    async def study(
        self,
        operation: Callable[Concatenate[sqlite3.Connection, P], T],
        /,
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run one operation that reads for long, and keeps nothing else waiting.

        If the caller is cancelled, it is broken off.

        Raises:
            CannotKeep: The database refused.
        """
        return await self._aside(
            "library-study", lambda db: operation(db, *args, **kwargs)
        )

    async def _aside(
        self, name: str, operation: Callable[[sqlite3.Connection], T]
    ) -> T:
        """Run an operation on a connection that is opened when it is first needed."""
        lane = self._aside_lanes.get(name)
        if lane is None:
            lane = self._aside_lanes[name] = _Lane(name, self.path, self._patience)
            await lane.start(
                _open_to_read if self.read_only else _open_to_look, read_only=True
            )
        while True:
            try:
                return await lane.run(operation)
            except asyncio.CancelledError:
                lane.break_off()
                raise
            except sqlite3.OperationalError as error:
                # Somebody else who studied was cancelled before their turn had come.
                if kind(error) != sqlite3.SQLITE_INTERRUPT or lane.closed:
                    raise

    async def changed_elsewhere(self) -> bool:
        """Whether another program has changed the library since this was last asked.

        The first time it is asked nothing has.

        Raises:
            CannotKeep: The database refused.
        """
        before, self._version = self._version, await self._writing.version()
        return before is not None and before != self._version

    async def close(self) -> None:
        """Finish what is running and close the file."""
        for lane in self._aside_lanes.values():
            lane.break_off()
            await lane.close()
        await self._looking.close()
        await self._writing.close()


class _Lane:
    """A connection, and the one thread that uses it."""

    def __init__(self, name: str, path: Path, patience: float) -> None:
        self._path = path
        self._patience = patience
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._connection: sqlite3.Connection | None = None
        self._begin = "BEGIN"
        self.closed = False
        self.read_only = True

    async def start(
        self,
        opening: Callable[[Path, float], tuple[sqlite3.Connection, bool]],
        *,
        read_only: bool,
    ) -> None:
        """Open the connection on its thread."""

        def start() -> None:
            try:
                self._connection, writable = opening(self._path, self._patience)
            except (sqlite3.Error, OSError) as error:
                raise refusal(error, self._path) from error
            self.read_only = read_only or not writable
            self._begin = "BEGIN" if self.read_only else "BEGIN IMMEDIATE"

        await asyncio.get_running_loop().run_in_executor(self._thread, start)

    async def run(
        self, operation: Callable[[sqlite3.Connection], T], *, synchronous: str = ""
    ) -> T:
        """Run an operation in one transaction on the thread."""

        def in_transaction() -> T:
            db = self._connection
            if db is None:
                raise RuntimeError("the library is closed")
            try:
                if synchronous:
                    db.execute(f"PRAGMA synchronous = {synchronous}")
                db.execute(self._begin)
                result = operation(db)
                db.execute("COMMIT")
            except sqlite3.Error as error:
                raise refusal(error, self._path) from error
            else:
                return result
            finally:
                # Some failures (a full disk) have rolled back by themselves.
                if db.in_transaction:
                    db.rollback()
                if synchronous:
                    db.execute("PRAGMA synchronous = NORMAL")

        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, in_transaction)

    async def version(self) -> int:
        """A number that is another one once somebody else has changed the file."""

        def version() -> int:
            if self._connection is None:
                raise RuntimeError("the library is closed")
            try:
                (number,) = self._connection.execute("PRAGMA data_version").fetchone()
            except sqlite3.Error as error:
                raise refusal(error, self._path) from error
            return int(number)

        return await asyncio.get_running_loop().run_in_executor(self._thread, version)

    def break_off(self) -> None:
        """Have the operation that is running fail."""
        if self._connection is not None:
            self._connection.interrupt()

    async def close(self) -> None:
        """Finish what is running and close the connection; again is harmless."""
        if self.closed:
            return
        self.closed = True

        def close() -> None:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

        await asyncio.get_running_loop().run_in_executor(self._thread, close)
        self._thread.shutdown(wait=False)


def connect(
    path: Path, mode: str = "rwc", patience: float = PATIENCE
) -> sqlite3.Connection:
    """Connect to a library file, with the settings every connection has.

    Args:
        path: The file.
        mode: SQLite's own word: `ro`, `rw` or `rwc`.
        patience: Seconds to wait for another program that is writing.

    Raises:
        sqlite3.Error: SQLite refused.
    """
    how = mode if mode != "immutable" else "ro&immutable=1"
    db = sqlite3.connect(
        f"file:{quote(str(path.absolute()))}?mode={how}",
        uri=True,
        # Transactions are begun and ended by hand: `sqlite3` begins none
        # before a change of the schema.
        isolation_level=None,
        timeout=patience,
        cached_statements=256,
    )
    try:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA temp_store = MEMORY")
        # Kilobytes, of each of several connections. With more, nothing here became
        # faster in a library of a million: the system keeps the file at hand.
        db.execute("PRAGMA cache_size = -2048")
    except BaseException:
        db.close()
        raise
    return db


def connect_to_read(path: Path, patience: float = PATIENCE) -> sqlite3.Connection:
    """Connect to a library file that is there, changing nothing.

    Raises:
        sqlite3.Error: SQLite refused.
    """
    try:
        return _looked_into(path, "ro", patience)
    except sqlite3.OperationalError as error:
        # The write-ahead log needs a file beside the library; on a disk that
        # takes none, the library cannot be changing either.
        if kind(error) not in _NOTHING_BESIDE or _has_log(path):
            raise
        return _looked_into(path, "immutable", patience)


def _looked_into(path: Path, mode: str, patience: float) -> sqlite3.Connection:
    """A connection that has read something: only then SQLite really opens the file."""
    db = connect(path, mode, patience)
    try:
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except BaseException:
        db.close()
        raise
    return db


def _open_to_write(
    path: Path, patience: float, progress: schema.Progress | None
) -> tuple[sqlite3.Connection, bool]:
    """Open the file for writing; or, if it is there but cannot be written, for reading."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.exists() and not os.access(path, os.W_OK):
        return _open_to_read(path, patience)
    # Made by ourselves, so that nobody else on the machine can read drafts.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    try:
        return _prepared(path, patience, progress), True
    except sqlite3.OperationalError as error:
        # A full disk has no room for what SQLite keeps beside the library, and
        # what is in the library can be read all the same.
        if kind(error) != sqlite3.SQLITE_IOERR or not path.stat().st_size:
            raise
        return _open_to_read(path, patience)


def _prepared(
    path: Path, patience: float, progress: schema.Progress | None
) -> sqlite3.Connection:
    """A connection to a library that is up to date."""
    db = connect(path, "rw", patience)
    try:
        schema.prepare(db, path, progress=progress)
    except BaseException:
        db.close()
        raise
    return db


def _open_to_look(path: Path, patience: float) -> tuple[sqlite3.Connection, bool]:
    """Open the file for the screen, beside a connection that writes."""
    db = connect(path, "rw", patience)
    db.execute("PRAGMA query_only = ON")
    return db, False


def _open_to_read(path: Path, patience: float) -> tuple[sqlite3.Connection, bool]:
    """Open the file as it is, changing nothing."""
    if not path.exists():
        raise CannotKeep(f"There is no library at {path}.")
    db = connect_to_read(path, patience)
    try:
        lacking = schema.check(db, path)
    except BaseException:
        db.close()
        raise
    if lacking:
        db.close()
        raise CannotKeep(
            f"The library {path} was written by an older reader, and has to be"
            " brought up to date; but it can only be read."
        )
    return db, False


def _has_log(path: Path) -> bool:
    """Whether there are changes that have not come into the library file itself yet."""
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0
