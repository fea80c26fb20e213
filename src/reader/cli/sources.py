"""`reader sources`."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from collections.abc import Mapping
from datetime import UTC

from reader.cli.house import house
from reader.cli.output import DONE, put, put_json
from reader.cli.shapes import Shape
from reader.domain.habit import Silence
from reader.domain.source import Source


def run_sources(options: Namespace) -> int:
    """List the subscriptions; only those that fail, or are unusually quiet, if asked."""
    sources, silences = asyncio.run(_sources())
    if options.only == "failing":
        sources = tuple(one for one in sources if one.failure is not None)
    elif options.only == "quiet":
        sources = tuple(one for one in sources if one.id in silences)
    if options.format == "json":
        put_json([_shape(one, silences.get(one.id)) for one in sources])
        return DONE
    for one in sources:
        for line in _lines(one, silences.get(one.id)):
            put(line)
    return DONE


async def _sources() -> tuple[tuple[Source, ...], Mapping[int, Silence]]:
    async with house() as rooms:
        sources = await rooms.listing.sources()
        return sources, await rooms.listing.silences(rooms.now())


def _lines(source: Source, silence: Silence | None) -> list[str]:
    """A source as a line, and what is odd about it as another."""
    tags = f" [{', '.join(source.tags)}]" if source.tags else ""
    lines = [f"{source.id:>4} {source.name}{tags} <{source.url}>"]
    if source.failure is not None:
        since = source.failing_since
        when = f"since {since.astimezone():%Y-%m-%d %H:%M}: " if since else ""
        lines.append(f"     fails {when}{source.failure}")
    if silence is not None:
        lines.append(f"     quiet since {silence.since.astimezone():%Y-%m-%d}")
    return lines


def _shape(source: Source, silence: Silence | None) -> Shape:
    moments = {
        "checked": source.checked,
        "due": source.due,
        "failing_since": source.failing_since,
        "quiet_since": silence and silence.since,
    }
    return {
        "id": source.id,
        "url": source.url,
        "name": source.name,
        "site": source.site,
        "tags": list(source.tags),
        "articles": source.articles,
        "unread": source.unread,
        "failure": source.failure,
        "failures": source.failures,
        "trouble": source.trouble,
    } | {
        name: moment and moment.astimezone(UTC).isoformat(timespec="seconds")
        for name, moment in moments.items()
    }
