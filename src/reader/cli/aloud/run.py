"""`reader --lines`: a conversation in place of a screen."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress

from reader.cli.aloud.article import ArticleAloud
from reader.cli.aloud.library import LibraryAloud
from reader.cli.aloud.voice import Voice
from reader.cli.house import house
from reader.cli.naming import named
from reader.cli.output import DONE
from reader.domain.errors import CannotUnderstand
from reader.services.taking import is_address


def run(source: str | None) -> int:
    """Converse about the library, or about one article first.

    Raises:
        CannotUnderstand: There is nobody at the keys.
    """
    if not sys.stdin.isatty():
        raise CannotUnderstand(
            "A conversation needs somebody at the keys; `reader show` prints."
        )
    # With it, input() lets a line be edited and brings former ones back.
    with suppress(ImportError):
        import readline  # noqa: F401
    return asyncio.run(_converse(source))


async def _converse(source: str | None) -> int:
    voice = Voice()
    async with house() as rooms:
        await rooms.delivering.recover()
        if source is not None:
            what = named(source)
            article = (
                await rooms.taking.article(what)
                if isinstance(what, str) and not is_address(what)
                else what
            )
            await ArticleAloud(rooms, voice).read(article)
        await LibraryAloud(rooms, voice).hold()
    return DONE
