"""`reader refresh`."""

from __future__ import annotations

import asyncio
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import aclosing, suppress
from typing import Final

from reader.cli.house import house
from reader.cli.naming import named
from reader.cli.output import DONE, TRY_AGAIN, Progress, put, say
from reader.domain.errors import CannotKeep
from reader.services.refreshing import Refreshed
from reader.ui.rooms import Rooms

LOOKING_THROUGH: Final = 5.0
"""Seconds that a refresh goes on for to find quotations in what it brought."""


def run_refresh(options: Namespace) -> int:
    """Fetch what is new, and say what failed."""
    return asyncio.run(_refresh(options.sources, only_due=options.due))


async def _refresh(names: Sequence[str], *, only_due: bool) -> int:
    async with house() as rooms:
        ids = None
        if names:
            ids = [(await rooms.subscribing.find(named(name))).id for name in names]
        elif not await rooms.listing.sources():
            say("There are no subscriptions yet; `reader add ADDRESS` makes one.")
            return DONE
        done: list[Refreshed] = []
        try:
            await _ask(rooms, ids, done, only_due=only_due)
        finally:
            # Interrupted as well: what has come by then is kept.
            failed = _report(done)
        await _look_through(rooms)
    return TRY_AGAIN if failed else DONE


async def _ask(
    rooms: Rooms, ids: Sequence[int] | None, done: list[Refreshed], *, only_due: bool
) -> None:
    """Ask the sources, one by one into `done`."""
    expected = await rooms.refreshing.how_many(ids, only_due=only_due)
    with Progress(expected) as progress:
        news = rooms.refreshing.refresh(ids, only_due=only_due)
        async with aclosing(news) as results:
            async for one in results:
                done.append(one)
                progress.step(one.source.name)


def _report(done: Sequence[Refreshed]) -> int:
    """Say what came, and what failed.

    Returns:
        How many failed.
    """
    failures = [one for one in done if one.failure is not None]
    for one in done:
        words = one.failure or one.put_off or one.merged
        if words is not None:
            say(f"{one.source.name}: {words}")
    new = sum(one.new for one in done)
    articles = "new article" if new == 1 else "new articles"
    sources = "source" if len(done) == 1 else "sources"
    put(f"{new} {articles} from {len(done)} {sources}, {len(failures)} failed")
    sys.stdout.flush()
    return len(failures)


async def _look_through(rooms: Rooms) -> None:
    """Find out who says what in what has come, as far as it takes only a moment.

    The rest is found when the library is open on the screen, or asked for quotations.
    """
    with suppress(TimeoutError, CannotKeep):
        async with asyncio.timeout(LOOKING_THROUGH):
            await rooms.quoting.examine()
