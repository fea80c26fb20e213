"""Doing what takes many steps, so that nobody else has to wait for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from reader.domain.errors import CannotKeep
from reader.domain.ids import Ids
from reader.storage import undertakings
from reader.storage.database import Database
from reader.storage.undertakings import Undertaking

Progress = Callable[[int, int], object]
"""Told how many articles are done, and how many there are."""


def unheard(_done: int, _all: int) -> None:
    """Progress that nobody wants to hear of."""


async def carried_out(
    database: Database, undertaking: Undertaking | None, progress: Progress = unheard
) -> Ids:
    """Do what is left of something, step by step; others can write between two.

    If the caller is cancelled, a part is done, and undoing takes back just that.

    Args:
        database: The library.
        undertaking: What was begun, or None if there is nothing to be done.
        progress: Told after each step, if there are several.

    Returns:
        The articles it was done to; none if it was taken back meanwhile.

    Raises:
        CannotKeep: The library would not take it, or no more of it; the message
            says how much was done.
    """
    if undertaking is None:
        return Ids()
    done: list[Ids] = []
    number = 0
    try:
        for part in undertaking.parts():
            progress(number, len(undertaking.ids))
            step = asyncio.ensure_future(
                database.run(undertakings.go_on, undertaking, part)
            )
            try:
                going_on = await asyncio.shield(step)
            except asyncio.CancelledError:
                done += [part] if await step else []
                await database.run(undertakings.cut_short, undertaking, done)
                raise
            if not going_on:
                return Ids()
            done.append(part)
            number += len(part)
    except CannotKeep as error:
        if not number:
            raise
        raise CannotKeep(
            f"Only {number:,} of {len(undertaking.ids):,} are done, which u takes back."
            f" The rest was refused: {error}"
        ) from error
    return undertaking.ids


async def taken_back(
    database: Database, undertaking: Undertaking, progress: Progress = unheard
) -> None:
    """Take back what is left of a change, step by step.

    If the caller is cancelled, or the library takes no more of it, the rest can
    be taken back later.

    Raises:
        CannotKeep: The library would not take it, or no more of it.
    """
    number = 0
    for part in undertaking.parts():
        progress(number, len(undertaking.ids))
        if not await database.run(undertakings.go_on, undertaking, part):
            return
        number += len(part)
    if number:
        await database.run(undertakings.end, undertaking)
