"""`reader comments`: the thread under an article, or everything one ever posted."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from textwrap import indent
from typing import Final

from reader.cli.given import given
from reader.cli.house import house
from reader.cli.naming import named
from reader.cli.output import DONE, USAGE, put, put_json, say
from reader.cli.shapes import comment_shape, delivery_shape
from reader.domain.comment import Comment
from reader.domain.delivery import Seen
from reader.domain.errors import CannotReach, NotFound
from reader.domain.thread import Thread
from reader.services.taking import is_address
from reader.ui.rooms import Rooms

_DEEPEST: Final = 8
"""Answers to answers are not moved further to the right than this often."""


def run_comments(options: Namespace) -> int:
    """Print the comments under an article, or one's own."""
    if not options.mine and options.source is None:
        say("Whose? `reader comments SOURCE` or `reader comments --mine [WORDS]`.")
        return USAGE
    return asyncio.run(_mine(options) if options.mine else _thread(options))


async def _thread(options: Namespace) -> int:
    """Print the comments under an article, each under the one it answers."""
    async with house() as rooms:
        thread = await _told(rooms, await _what(rooms, options.source))
    if thread.not_kept is not None:
        say(f"These comments are not kept. {thread.not_kept}")
    if options.format == "json":
        put_json(
            [
                comment_shape(one)
                | {"own": one.id in thread.own, "new": one.id in thread.new}
                for one in thread.comments
            ]
        )
        return DONE
    for one, depth in zip(thread.comments, thread.depths, strict=True):
        margin = "    " * min(depth, _DEEPEST)
        put(f"{margin}{one.id} {' · '.join(_facts(one, thread))}")
        put(f"{indent(one.text, f'{margin}    ')}\n")
    if not thread.comments:
        say("Nobody has commented there yet.")
    if not thread.whole:
        say("There are more comments than these.")
    return DONE


async def _told(rooms: Rooms, what: int | str) -> Thread:
    """The thread as its site tells it, or the library's copy while it does not answer."""
    try:
        return await rooms.threads.fetch(what)
    except CannotReach as error:
        kept = await rooms.threads.kept(what)
        if kept is None:
            raise
        when = f"{kept.fetched.astimezone():%-d %B %Y, %H:%M}"
        say(f"{error} This is the library's copy of {when}.")
        return kept


async def _what(rooms: Rooms, source: str) -> int | str:
    """The article that is meant: its id or its address.

    Raises:
        NotFound: It has no address, so no comments that could be asked for.
    """
    what = named(source)
    if isinstance(what, int):
        opened = await rooms.reading.kept(what)
        if opened is not None and opened.article.url is not None:
            return what
    elif is_address(what):
        return what
    else:
        taking = rooms.taking
        article = await (
            taking.article_in(given()) if what == "-" else taking.article(what)
        )
        if article.url is not None:
            return article.url
    raise NotFound(f"{source} is no article with an address.")


async def _mine(options: Namespace) -> int:
    async with house() as rooms:
        deliveries = await rooms.delivering.said(options.source or "")
    if options.format == "json":
        put_json([delivery_shape(one) for one in deliveries])
        return DONE
    for one in deliveries:
        seen = "" if one.seen in (None, Seen.HELD) else f" ({one.seen})"
        put(
            f"{one.id:>4} {one.state.value:8}{seen} {one.draft.article} <{one.draft.url}>"
        )
        put(f"{one.draft.text.strip()}\n")
    return DONE


def _facts(one: Comment, thread: Thread) -> list[str]:
    facts = [one.author or "Anonymous"]
    if one.published is not None:
        facts.append(f"{one.published.date()}")
    if one.id in thread.own:
        facts.append("yours")
    if one.held:
        facts.append("waits for approval")
    if one.id in thread.new:
        facts.append("new")
    return facts
