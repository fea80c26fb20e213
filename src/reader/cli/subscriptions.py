"""`reader add`, `remove`, `rename`, `tag` and `import`."""

from __future__ import annotations

import asyncio
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from reader.cli.asking import choice_of_feed
from reader.cli.house import house, now
from reader.cli.naming import named
from reader.cli.output import DONE, FAILED, put, say
from reader.domain.errors import CannotUnderstand, ReaderError
from reader.domain.source import Source
from reader.storage import backups, places

_LARGEST_LIST: Final = 20 * 1024 * 1024
"""Bytes; what is larger is no list of sources."""


def run_add(options: Namespace) -> int:
    """Subscribe to feeds and sites."""
    return asyncio.run(_add(options.sources))


def run_remove(options: Namespace) -> int:
    """End subscriptions."""
    return asyncio.run(_remove(options.sources))


def run_rename(options: Namespace) -> int:
    """Give a subscription another name."""

    async def rename() -> None:
        async with house() as rooms:
            source = await rooms.subscribing.rename(named(options.source), options.name)
        put(_line(source))

    asyncio.run(rename())
    return DONE


def run_tag(options: Namespace) -> int:
    """Tag a subscription."""

    async def tag() -> None:
        async with house() as rooms:
            source = await rooms.subscribing.tag(named(options.source), options.tags)
        put(_line(source))

    asyncio.run(tag())
    return DONE


def run_import(options: Namespace) -> int:
    """Subscribe to everything in a list of sources, or restore a copy of a library.

    Nothing is fetched yet.
    """
    if options.file != "-" and _is_library(options.file):
        return _restore(Path(options.file).expanduser())
    return asyncio.run(_import(options.file))


async def _add(addresses: Sequence[str]) -> int:
    code = DONE
    async with house() as rooms:
        for address in addresses:
            try:
                source = await rooms.subscribing.add(address, choice_of_feed())
            except ReaderError as error:
                say(str(error))
                code = FAILED
            else:
                put(_line(source))
    return code


async def _remove(names: Sequence[str]) -> int:
    code = DONE
    async with house() as rooms:
        for name in names:
            try:
                source = await rooms.subscribing.remove(named(name))
            except ReaderError as error:
                say(str(error))
                code = FAILED
            else:
                put(f"Removed {_line(source)}")
    return code


async def _import(name: str) -> int:
    body = _bytes_of(name)
    async with house() as rooms:
        imported = await rooms.subscribing.import_list(body)
    for words in imported.left_out:
        say(words)
    put(f"{len(imported.added)} added, {imported.known} already there")
    return FAILED if imported.left_out and not imported.added else DONE


def _restore(copy: Path) -> int:
    """Make the library what a copy of one is, if it is still empty."""
    has = backups.restore(copy, places.library_file(), now())
    put(f"Restored: {', '.join(has) or 'nothing; the copy is empty'}")
    return DONE


def _is_library(name: str) -> bool:
    """Whether a file is a copy of a library; it may be far too large to read.

    What is no file, such as a pipe, gives its bytes only once, and is not asked.
    """
    path = Path(name).expanduser()
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return backups.is_library(file.read(backups.HEADER))
    except (OSError, ValueError):
        return False


def _bytes_of(name: str) -> bytes:
    try:
        if name == "-":
            body = sys.stdin.buffer.read(_LARGEST_LIST + 1)
        else:
            with Path(name).expanduser().open("rb") as file:
                body = file.read(_LARGEST_LIST + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise CannotUnderstand(f"{name} cannot be read: {reason}.") from error
    if backups.is_library(body[: backups.HEADER]):
        raise CannotUnderstand(
            "A library is restored from a file: `reader import FILE`."
        )
    if len(body) > _LARGEST_LIST:
        raise CannotUnderstand(
            f"{name} is larger than {_LARGEST_LIST // 1024**2} MB; that is no list of sources."
        )
    return body


def _line(source: Source) -> str:
    tags = f" [{', '.join(source.tags)}]" if source.tags else ""
    return f"{source.id:>4} {source.name}{tags} <{source.url}>"
