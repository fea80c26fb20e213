"""`reader searches`: saved searches, and what they do with what arrives."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from typing import TYPE_CHECKING

from reader.cli.house import house
from reader.cli.naming import named
from reader.cli.output import DONE, put, put_json, say
from reader.domain.selection import Selection

if TYPE_CHECKING:
    from reader.cli.shapes import Shape
    from reader.domain.search import SavedSearch, Tally
    from reader.ui.rooms import Rooms

_SHOWN = 10
"""Articles that a trial shows."""


def run_searches(options: Namespace) -> int:
    """List saved searches; keep, rename, remove one; say what it does on arrival."""
    return asyncio.run(_searches(options))


async def _searches(options: Namespace) -> int:
    async with house() as rooms:
        match options.action, options.words:
            case "list", []:
                await _list(rooms, as_json=options.format == "json")
            case "keep", [name, *words] if words:
                query = " ".join(words)
                for trouble in rooms.listing.search(query).troubles:
                    say(f"{trouble.words}: {query[trouble.start : trouble.end]}")
                put(_line(await rooms.searches.keep(name, query)))
            case "rename", [name, new]:
                search = await rooms.searches.find(named(name))
                await rooms.searches.rename(search.id, new)
                put(_line(await rooms.searches.find(search.id)))
            case "remove", [name]:
                search = await rooms.searches.find(named(name))
                await rooms.searches.remove(search.id)
                put(f"Removed {_line(search)}")
            case "on-arrival", [name, *words]:
                await _act(rooms, name, words, dry_run=options.dry_run)
            case _:
                say(_USAGE)
                return 2
    return DONE


_USAGE = (
    "reader searches [list] | keep NAME QUERY | rename NAME NEW | remove NAME"
    " | on-arrival NAME [read] [star] [#TAG]... [--dry-run]"
)


async def _list(rooms: Rooms, *, as_json: bool) -> None:
    found = [
        (search, await rooms.searches.unread(search))
        for search in await rooms.searches.every()
    ]
    if as_json:
        put_json([_shape(search, tally) for search, tally in found])
        return
    for search, tally in found:
        put(f"{_line(search)} ({tally.number}{'' if tally.whole else '+'} unread)")


async def _act(rooms: Rooms, name: str, words: list[str], *, dry_run: bool) -> None:
    """Show what a search finds here, and let it do so with what arrives from now on."""
    from reader.ui.deeds import deed_in

    search = await rooms.searches.find(named(name))
    await rooms.indexing.work_through()
    selection = Selection(words=search.words)
    found = (await rooms.listing.counts(selection)).all
    for row in await rooms.listing.rows(selection, 0, _SHOWN):
        put(f"{row.id:>6} {row.title}")
    if found > _SHOWN:
        put(f"       … and {found - _SHOWN:,} more")
    if dry_run:
        say("Nothing was changed; such articles would be what it acts on.")
        return
    await rooms.searches.on_arrival(search.id, deed_in(" ".join(words)))
    put(_line(await rooms.searches.find(search.id)))
    say("It acts on what arrives from now on; what is here stays as it is.")


def _line(search: SavedSearch) -> str:
    from reader.ui.deeds import in_words

    acts = f" → {in_words(search.deed).strip()}" if search.deed else ""
    return f"{search.id:>4} {search.name}: {search.words}{acts}"


def _shape(search: SavedSearch, tally: Tally) -> Shape:
    return {
        "id": search.id,
        "name": search.name,
        "query": search.words,
        "unread": tally.number,
        "read": search.deed.read,
        "star": search.deed.starred,
        "tags": list(search.deed.tags),
    }
