"""`reader list` and `reader search`."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.cli import batch
from reader.cli.given import given
from reader.cli.naming import named
from reader.cli.output import DONE, put, put_json, say
from reader.cli.shapes import Shape, entry_shape, listed_shape
from reader.domain.errors import CannotKeep, NotFound
from reader.domain.selection import Selection
from reader.domain.source import Feed, Listed
from reader.services.listing import Listing

if TYPE_CHECKING:
    from reader.cli.house import House

_WINDOW = 1000
"""Articles looked up at a time."""


def run_list(options: Namespace) -> int:
    """List the library's articles, those of a feed, or a batch of feeds."""
    if options.format == "jsonl":
        batch.answer_stdin(batch.feed)
    elif options.source is not None:
        feed = asyncio.run(_feed(options.source))
        entries = feed.entries[: options.limit]
        _put([entry_shape(entry, source=feed.title) for entry in entries], options)
    else:
        _put(map(listed_shape, asyncio.run(_listed(options))), options)
    return DONE


def run_search(options: Namespace) -> int:
    """Find articles by their words."""
    _put(map(listed_shape, asyncio.run(_found(options))), options)
    return DONE


async def _listed(options: Namespace) -> tuple[Listed, ...]:
    from reader.cli.house import house

    async with house() as rooms:
        source, words = await _source(rooms, options.only_source)
        selection = Selection(
            source=source,
            words=words,
            tag=options.tag,
            unread=options.unread,
            starred=options.starred,
        )
        return await _rows(rooms.listing, selection, options.limit)


async def _source(rooms: House, name: str | None) -> tuple[int | None, str]:
    """What `--source` names: a subscription's id, or the words of a saved search.

    Raises:
        NotFound: It names neither.
    """
    if name is None:
        return None, ""
    try:
        return (await rooms.subscribing.find(named(name))).id, ""
    except NotFound as error:
        try:
            search = await rooms.searches.find(name)
        except NotFound:
            raise error from None
    await _look_through(rooms, search.words)
    return None, search.words


async def _found(options: Namespace) -> tuple[Listed, ...]:
    from reader.cli.house import house

    selection = Selection(words=" ".join(options.query))
    async with house() as rooms:
        for trouble in rooms.listing.search(selection.words).troubles:
            at = selection.words[trouble.start : trouble.end].strip()
            where = "." if at in trouble.words else f": {at}"
            say(f"{trouble.words}, and is not searched for{where}")
        await _look_through(rooms, selection.words)
        if options.best:
            best = await rooms.listing.best(selection)
            selection = replace(selection, only=best)
        return await _rows(rooms.listing, selection, options.limit)


async def _look_through(rooms: House, words: str) -> None:
    """Have found what a refresh has brought and nothing has looked through yet."""
    try:
        await rooms.indexing.work_through()
        if "speaker:" in words or "has:" in words:
            await rooms.quoting.examine()
    except CannotKeep as error:
        say(f"{error} Only what was looked through before is searched.")


async def _rows(
    listing: Listing, selection: Selection, limit: int | None
) -> tuple[Listed, ...]:
    found: list[Listed] = []
    while limit is None or len(found) < limit:
        wanted = _WINDOW if limit is None else min(limit - len(found), _WINDOW)
        rows = await listing.rows(selection, len(found), wanted)
        found.extend(rows)
        if len(rows) < wanted:
            break
    return tuple(found)


async def _feed(source: str) -> Feed:
    from reader.cli.house import taking_as_set

    async with taking_as_set() as taking:
        if source == "-":
            return await taking.feed_in(given())
        return await taking.feed(source)


def _put(articles: Iterable[Shape], options: Namespace) -> None:
    if options.format == "json":
        put_json(list(articles))
        return
    for article in articles:
        put(_line(article))


def _line(article: Shape) -> str:
    """One article as a line: ID, day, unread, starred, title, source."""
    day = (article["published"] or "")[:10]
    marks = ("•" if not article["read"] else " ") + ("*" if article["starred"] else " ")
    number = article["id"] or ""
    source = f" — {article['source']}" if article["source"] else ""
    return f"{number:>6} {day:10} {marks} {article['title']}{source}"
