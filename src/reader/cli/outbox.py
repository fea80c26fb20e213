"""`reader outbox`."""

from __future__ import annotations

import asyncio
from argparse import Namespace
from textwrap import shorten
from typing import Final

from reader.cli.house import house
from reader.cli.output import DONE, FAILED, TRY_AGAIN, USAGE, put, put_json, say
from reader.cli.shapes import delivery_shape
from reader.domain.delivery import WAITING, Delivery, State
from reader.domain.thread import Answer
from reader.services.delivering import Waiting
from reader.text.sanitize import clean_line

_FIRST_WORDS: Final = 120
"""Characters of an answer that say what it is about."""


def run_outbox(options: Namespace) -> int:
    """List, send, retry or discard comments that were handed over."""
    if options.action in ("retry", "discard") and options.id is None:
        say(
            f"Which one? `reader outbox {options.action} ID`; `reader outbox` lists them."
        )
        return USAGE
    if options.action == "list":
        return asyncio.run(_list(options))
    if options.action == "send":
        return asyncio.run(_send(options))
    if options.action == "retry":
        return asyncio.run(_retry(options))
    return asyncio.run(_discard(options.id))


async def _list(options: Namespace) -> int:
    async with house() as rooms:
        deliveries = await rooms.delivering.outbox()
    _put(deliveries, options)
    return DONE


async def _send(options: Namespace) -> int:
    """Send all that waits; what an earlier run left unsure is looked for first."""
    async with house() as rooms:
        await rooms.delivering.recover()
        tried = await rooms.delivering.send_all(only=options.id, progress=_tell)
        # What the site took before is followed: is it there, was it answered?
        answers = await rooms.threads.follow() if options.id is None else ()
        left = await rooms.delivering.outbox()
    for answer in answers:
        _tell_answer(answer)
    if options.format == "json":
        _put(tried, options)
    waiting = [one for one in left if one.state in WAITING]
    spoken_of = {one.id for one in tried}
    for one in waiting:
        if one.state is not State.UNSURE and one.id not in spoken_of:
            say(_why_not_tried(one))
        elif one.state is State.UNSURE:
            say(
                f"{one.id}: nobody knows whether it arrived. Look at {one.draft.url}, "
                f"then `reader outbox retry {one.id}` or `discard {one.id}`."
            )
    if waiting:
        return TRY_AGAIN
    refused = any(one.state is State.REFUSED for one in tried)
    return FAILED if refused else DONE


async def _retry(options: Namespace) -> int:
    async with house() as rooms:
        delivery = await rooms.delivering.send(options.id, progress=_tell)
    if options.format == "json":
        put_json(delivery_shape(delivery))
    if delivery.state in WAITING:
        return TRY_AGAIN
    return FAILED if delivery.state is State.REFUSED else DONE


async def _discard(delivery_id: int) -> int:
    async with house() as rooms:
        await rooms.delivering.discard(delivery_id)
    put(f"{delivery_id}: discarded")
    return DONE


def _why_not_tried(one: Delivery) -> str:
    """Why a comment that waits was left alone this time."""
    if one.next is not None:
        when = one.next.astimezone()
        return f"{one.id}: to be tried again after {when:%H:%M:%S}."
    return (
        f"{one.id}: another reader had begun to send it. If that one was ended, it is"
        " tried again in a minute."
    )


def _tell(what: Delivery | Waiting) -> None:
    if isinstance(what, Waiting):
        say(
            f"Waiting {what.seconds:.0f} s, as long as the site wants between comments."
        )
    else:
        say(_line(what))


def _tell_answer(answer: Answer) -> None:
    """Tell of an answer to a comment of the reader's own; it is told once."""
    one = answer.comment
    words = shorten(clean_line(one.text), _FIRST_WORDS, placeholder="…")
    where = "" if one.url is None else f" ({one.url})"
    say(f"{one.author or 'Somebody'} answered you on “{answer.title}”: {words}{where}")


def _put(deliveries: tuple[Delivery, ...], options: Namespace) -> None:
    if options.format == "json":
        put_json([delivery_shape(one) for one in deliveries])
        return
    for one in deliveries:
        put(_line(one))


def _line(one: Delivery) -> str:
    words = f": {one.words}" if one.words else ""
    return f"{one.id:>4} {one.state.value:8} {one.draft.article}{words}"
