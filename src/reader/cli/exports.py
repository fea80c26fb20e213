"""`reader export`."""

from __future__ import annotations

import asyncio
import shutil
import signal
import sys
import tempfile
from argparse import Namespace
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import AsyncExitStack, aclosing, asynccontextmanager
from pathlib import Path
from types import FrameType
from typing import IO, Final

from reader.cli.house import now
from reader.cli.naming import named
from reader.cli.output import DONE, USAGE, dumps, say
from reader.cli.sayings import shape as saying_shape
from reader.cli.shapes import (
    Shape,
    article_shape,
    delivery_shape,
    highlight_shape,
    listed_shape,
)
from reader.domain.errors import CannotKeep
from reader.domain.selection import Selection
from reader.services.exporting import Exporting, Sayings
from reader.storage import places
from reader.storage.whole_files import whole_file
from reader.text.links import without_secrets

FORMATS: Final = {
    "opml": ("opml",),
    "articles": ("markdown", "jsonl", "epub"),
    "quotes": ("json", "jsonl", "markdown"),
    "comments": ("json", "jsonl", "markdown"),
    "library": ("library",),
}
"""What can be written, and how; the first is meant where nothing is said."""

_CHOOSABLE: Final = ("articles", "quotes")
"""What some of can be written."""

_BY_ENDING: Final = {
    ".epub": "epub",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "markdown",
    ".markdown": "markdown",
}
_STDOUT: Final = "-"


def run_export(options: Namespace) -> int:
    """Write sources, articles, quotations, comments or the whole library."""
    how = _format(options)
    if how not in FORMATS[options.what]:
        say(f"{options.what} can be written as {' or '.join(FORMATS[options.what])}.")
        return USAGE
    into_folder = options.what == "articles" and how == "markdown"
    if options.file == _STDOUT and (into_folder or options.what == "library"):
        kind = "folder" if into_folder else "file"
        say(f"Into which {kind}? `reader export {options.what} {kind.upper()}`")
        return USAGE
    if options.file == _STDOUT and how == "epub" and sys.stdout.isatty():
        say("A book is no text for a terminal: `reader export articles FILE.epub`")
        return USAGE
    if options.what not in _CHOOSABLE and _chosen(options):
        say("Only articles and quotes can be chosen from; the rest is exported whole.")
        return USAGE
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)
    return asyncio.run(_export(options, how))


def _end(number: int, _frame: FrameType | None) -> None:
    """End as the signal wants it, but take unfinished files away first."""
    raise SystemExit(128 + number)


async def _export(options: Namespace, how: str) -> int:
    path = _place(options.file)
    async with _exporting(options) as exporting:
        match options.what, how:
            case "library", _:
                with whole_file(path, force=options.force, private=True) as unfinished:
                    await exporting.library(unfinished)
            case "articles", "markdown":
                await _articles_into_folder(exporting, options, path)
            case "articles", "epub":
                await _book(exporting, options, path)
            case _:
                await _text(_pieces(exporting, options, how), options, path)
    return DONE


@asynccontextmanager
async def _exporting(options: Namespace) -> AsyncIterator[Exporting]:
    """Open the library alone: an export asks no site for anything."""
    from reader.services.desk import Desk
    from reader.services.indexing import Indexing
    from reader.services.quoting import Quoting
    from reader.storage.database import Database

    async with AsyncExitStack() as stack:
        database = await Database.open(places.library_file())
        stack.push_async_callback(database.close)
        desk = await stack.enter_async_context(Desk())
        # What a refresh has brought and nobody has looked through yet counts too.
        if options.search is not None:
            await Indexing(database, desk).work_through()
        if options.what == "quotes" and not database.read_only:
            await Quoting(database, desk, now).examine()
        yield Exporting(database, desk, now)


async def _text(
    pieces: AsyncGenerator[str, None], options: Namespace, path: Path
) -> None:
    """Write pieces of text, one after the other, to a file or standard output."""
    async with aclosing(pieces):
        if options.file == _STDOUT:
            # UTF-8 whatever the terminal's encoding: it is what these formats are in.
            async for piece in pieces:
                sys.stdout.buffer.write(piece.encode("utf-8", "replace"))
            return
        with (
            whole_file(
                path, force=options.force, private=options.what == "comments"
            ) as unfinished,
            unfinished.open("w", encoding="utf-8", errors="replace") as file,
        ):
            async for piece in pieces:
                file.write(piece)


async def _pieces(
    exporting: Exporting, options: Namespace, how: str
) -> AsyncGenerator[str, None]:
    """What is asked for, as text, a piece at a time."""
    if options.what == "opml":
        yield await exporting.opml()
    elif how == "markdown":
        async with aclosing(_markdown(exporting, options)) as parts:
            async for part in parts:
                yield part
    else:
        async with aclosing(_shapes(exporting, options)) as shapes:
            first = True
            async for shape in shapes:
                line = without_secrets(dumps(shape))
                yield (
                    line + "\n"
                    if how == "jsonl"
                    else f"{'[' if first else ','}\n{line}"
                )
                first = False
        if how == "json":
            yield "[]\n" if first else "\n]\n"


async def _markdown(
    exporting: Exporting, options: Namespace
) -> AsyncGenerator[str, None]:
    from reader.sites.exports import markdown

    if options.what == "comments":
        for one in await exporting.comments():
            yield markdown.comment(one)
        return
    selection = await _selection(exporting, options)
    async with aclosing(exporting.sayings(selection)) as every:
        async for said in every:
            yield markdown.sayings(said.listed, said.found, said.highlights)


async def _shapes(
    exporting: Exporting, options: Namespace
) -> AsyncGenerator[Shape, None]:
    if options.what == "comments":
        for delivery in await exporting.comments():
            yield delivery_shape(delivery) | {
                "queued": delivery.queued.isoformat(timespec="seconds"),
                "permalink": delivery.permalink,
                "comment_id": delivery.comment_id,
            }
        return
    selection = await _selection(exporting, options)
    if options.what == "articles":
        async with aclosing(exporting.articles(selection, options.limit)) as every:
            async for one in every:
                yield article_shape(one.article) | listed_shape(one.listed)
        return
    async with aclosing(exporting.sayings(selection)) as sayings:
        async for said in sayings:
            for shape in _said(said):
                yield shape


def _said(said: Sayings) -> list[Shape]:
    """What is quoted and what is marked in an article."""
    quoted = [
        saying_shape(one) | {"corrected": one.quotation.corrected} for one in said.found
    ]
    return quoted + [highlight_shape(said.listed, mark) for mark in said.highlights]


async def _articles_into_folder(
    exporting: Exporting, options: Namespace, folder: Path
) -> None:
    """Write each article into a file of its own.

    A file that an export wrote before is written anew; any other that has the
    name of one stays.
    """
    from reader.sites.exports.markdown import article_file, file_name

    _make(folder)
    number = 0
    selection = await _selection(exporting, options)
    async with aclosing(exporting.articles(selection, options.limit)) as every:
        async for one in every:
            path = folder / file_name(one.listed)
            text = article_file(one.listed, one.article)
            force = options.force or _is_ours(path)
            with whole_file(path, force=force) as unfinished:
                unfinished.write_text(text, encoding="utf-8", errors="replace")
            number += 1
    say(f"{number:,} {'article' if number == 1 else 'articles'} written to {folder}")


async def _book(exporting: Exporting, options: Namespace, path: Path) -> None:
    """Write articles as one EPUB."""
    if options.file == _STDOUT:
        with tempfile.TemporaryFile() as file:
            await _fill_book(exporting, options, file)
            file.seek(0)
            shutil.copyfileobj(file, sys.stdout.buffer)
        return
    with (
        whole_file(path, force=options.force) as unfinished,
        unfinished.open("wb") as file,
    ):
        await _fill_book(exporting, options, file)


async def _fill_book(exporting: Exporting, options: Namespace, file: IO[bytes]) -> None:
    from reader.sites.exports.epub import MOST_CHAPTERS, Book

    made = now()
    title = options.title or f"Articles, {made.astimezone():%Y-%m-%d}"
    number = 0
    selection = await _selection(exporting, options)
    async with aclosing(exporting.articles(selection, options.limit)) as every:
        with Book(file, title, made) as book:
            async for one in every:
                number += 1
                if number > MOST_CHAPTERS:
                    raise CannotKeep(
                        f"These are more than {MOST_CHAPTERS:,} articles, which no reading "
                        "device opens. Choose some: --starred, --source, --tag, --limit."
                    )
                book.add(one.article)
            if not number:
                raise CannotKeep("There is no article to put into a book.")


async def _selection(exporting: Exporting, options: Namespace) -> Selection:
    source = None
    if options.only_source is not None:
        source = await exporting.find_source(named(options.only_source))
    return Selection(
        source=source,
        tag=options.tag,
        unread=options.unread,
        starred=options.starred,
        words=options.search or "",
    )


def _chosen(options: Namespace) -> bool:
    """Whether only some of what there is was asked for."""
    words = (options.only_source, options.tag, options.search, options.limit)
    return options.unread or options.starred or any(word is not None for word in words)


def _format(options: Namespace) -> str:
    """What is to be written: as said, or as the file's ending says."""
    known = FORMATS[options.what]
    if options.format is not None:
        return str(options.format)
    by_ending = _BY_ENDING.get(Path(options.file).suffix.lower())
    if by_ending in known:
        return str(by_ending)
    # Of the formats of articles this is the one that is one stream.
    return "jsonl" if known[0] == "markdown" and options.file == _STDOUT else known[0]


def _is_ours(path: Path) -> bool:
    """Whether an export wrote this file."""
    from reader.sites.exports.markdown import FIRST_LINES

    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(FIRST_LINES)) == FIRST_LINES.encode()
    except OSError:
        return False


def _place(name: str) -> Path:
    """Where to write.

    Raises:
        CannotKeep: It is the library itself, which is no place for a copy of it.
    """
    path = Path(name).expanduser()
    library = places.library_file()
    if name != _STDOUT and path.exists() and library.exists():
        beside = [Path(f"{library}{end}") for end in ("", "-wal", "-shm")]
        if any(one.exists() and path.samefile(one) for one in beside):
            raise CannotKeep(f"{path} is the library itself.")
    return path


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotKeep(f"{folder} is no folder: {error.strerror}.") from error
