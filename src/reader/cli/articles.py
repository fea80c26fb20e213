"""`reader show` and `reader quotes`."""

from __future__ import annotations

import asyncio
import shutil
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from reader.cli import batch, sayings
from reader.cli.given import given
from reader.cli.naming import named
from reader.cli.output import DONE, FAILED, USAGE, put, put_json, say
from reader.cli.shapes import article_shape
from reader.domain.article import Article
from reader.domain.dates import Published
from reader.domain.errors import CannotReach, NotFound, ReaderError
from reader.domain.quotation import Found

WIDEST = 72
"""Cells; a comfortable line on a terminal."""


def run_show(options: Namespace) -> int:
    """Print one article, or a batch of pages."""
    if options.format == "jsonl":
        batch.answer_stdin(batch.show)
        return DONE
    if options.source is None:
        say("Which article? Give an address, a file, an ID, or - for standard input.")
        return USAGE
    article = asyncio.run(take(options.source))
    match options.format:
        case "json":
            put_json(article_shape(article))
        case "markdown":
            put(article.markdown.rstrip("\n"))
        case _:
            from rich.cells import cell_len

            from reader.cli.plain import plain_page

            put(plain_page(article, width=_width(options.width), cells=cell_len))
    return DONE


def run_quotes(options: Namespace) -> int:
    """Print who said what: in some articles, in a batch of texts, or everywhere."""
    if options.format == "jsonl":
        batch.answer_stdin(batch.quotes)
        return DONE
    since = None if options.since is None else Published(options.since)
    found: Sequence[Found]
    code = DONE
    if options.sources:
        found, code = asyncio.run(_quoted(options.sources, since))
    else:
        found = asyncio.run(_quoted_everywhere(since))
    if options.format == "json":
        if options.by_speaker:
            put_json(
                [
                    {
                        "speaker": said[0].quotation.speaker,
                        "quotations": [sayings.shape(one) for one in said],
                    }
                    for _, said in sayings.grouped(found)
                ]
            )
        else:
            put_json([sayings.shape(one) for one in found])
        return code
    write = sayings.markdown if options.format == "markdown" else sayings.plain
    for piece in write(found, by_speaker=options.by_speaker):
        put(piece)
    return code


async def _quoted(
    sources: Sequence[str], since: Published | None
) -> tuple[list[Found], int]:
    """The quotations of some articles, or of all articles of some subscriptions."""
    found: list[Found] = []
    code = DONE
    for source in sources:
        try:
            said = await _quoted_in_subscription(source, since)
            if said is None:
                said = await _quoted_in_article(source, since)
        except ReaderError as error:
            say(str(error))
            code = FAILED
        else:
            found.extend(said)
    return found, code


async def _quoted_in_article(source: str, since: Published | None) -> Sequence[Found]:
    from reader.text.citing import found_in

    article = await take(source)
    if since is None or (
        article.published is not None and article.published.day >= since.day
    ):
        return found_in(article)
    return ()


async def _quoted_in_subscription(
    name: str, since: Published | None
) -> Sequence[Found] | None:
    """The quotations of all articles of a subscription.

    A number names an article, as everywhere, and a subscription only where
    there is no such article.

    Returns:
        None if no subscription is called that.
    """
    from reader.cli.house import house
    from reader.storage import places

    what = named(name)
    if _is_at_hand(name) or not places.library_file().exists():
        return None
    async with house() as rooms:
        if isinstance(what, int) and await rooms.reading.kept(what) is not None:
            return None
        try:
            source = await rooms.subscribing.find(what)
        except NotFound:
            return None
        await rooms.quoting.examine()
        return await rooms.quoting.every(
            source=source.id, since=None if since is None else since.moment
        )


def _is_at_hand(name: str) -> bool:
    """Whether a name is that of standard input, or of a file."""
    return name == "-" or Path(name).is_file()


async def _quoted_everywhere(since: Published | None) -> tuple[Found, ...]:
    from reader.cli.house import house

    async with house() as rooms:
        await rooms.quoting.examine()
        return await rooms.quoting.every(since=None if since is None else since.moment)


async def take(source: str) -> Article:
    """Read what a SOURCE names, and keep nothing.

    Args:
        source: An address, a file, `-`, or the ID of an article in the library.

    Raises:
        ReaderError: It cannot be had.
    """
    from reader.cli.house import taking_as_set

    what = named(source)
    if isinstance(what, int):
        return await _kept(what)
    async with taking_as_set() as taking:
        if source == "-":
            return await taking.article_in(given())
        try:
            return await taking.article(source)
        except CannotReach as error:
            try:
                article = await _kept(source)
            except NotFound:
                raise error from None
            say(f"{error} This is the copy in the library.")
            return article


async def _kept(what: int | str) -> Article:
    from reader.cli.house import house

    async with house() as rooms:
        opened = await rooms.reading.kept(what)
    if opened is None:
        raise NotFound(f"The library has no article {what}; `reader list` shows them.")
    return opened.article


def _width(asked: int | None) -> int | None:
    """How wide plain text is to be, in cells; None is not wrapped."""
    if asked is not None:
        return asked or None
    if sys.stdout.isatty():
        return min(WIDEST, shutil.get_terminal_size().columns)
    return None
