"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.domain.errors import CannotKeep


@contextmanager
def whole_file(
    path: Path, *, force: bool = False, private: bool = False
) -> Iterator[Path]:
    """Give an empty file beside another one, and put it in that one's place.

    Until then, and for ever if anything goes wrong, what stands at `path` is
    what stood there before.

    Args:
        path: Where the file is to be.
        force: Whether a file that is there already may be replaced.
        private: Whether nobody else on this machine may read it.

    Yields:
        What is to be written.

    Raises:
        CannotKeep: It is there already, or it cannot be written.
    """
    place = path.expanduser().resolve()
    must_be_free(place, force=force)
    unfinished = place.with_name(f".{place.name[:100]}.{secrets.token_hex(4)}")
    try:
        mode = 0o600 if private else 0o666
        os.close(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode))
        yield unfinished
        _to_disk(unfinished)
        must_be_free(place, force=force)
        unfinished.replace(place)
        _to_disk(place.parent)
    except OSError as error:
        raise CannotKeep(f"{path} cannot be written: {error.strerror}.") from error
    finally:
        unfinished.unlink(missing_ok=True)


def must_be_free(path: Path, *, force: bool) -> None:
    """See to it that no file is replaced unasked, and nothing but a file ever.

    Raises:
        CannotKeep: Something is there that must stay.
    """
    if path.exists() and not path.is_file():
        raise CannotKeep(f"{path} is no file; - writes to standard output.")
    if path.exists() and not force:
        raise CannotKeep(f"{path} is there already; --force replaces it.")


def _to_disk(path: Path) -> None:
    """Wait until the disk itself has a file, or a folder's list of files."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
