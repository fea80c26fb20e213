"""The program on the screen: `reader`, `reader SOURCE`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from reader.cli.naming import named
from reader.cli.output import DONE
from reader.domain.errors import CannotUnderstand
from reader.domain.selection import Selection

if TYPE_CHECKING:
    from argparse import Namespace

    from reader.cli.first_frame import FirstFrame
    from reader.domain.article import Article
    from reader.ui.rooms import Rooms

WELCOME: Final = Path(__file__).parent.parent / "welcome.html"
"""What a stranger reads first."""

GIVING_WAY: Final = 0.001
"""Seconds; a fifth of what the interpreter does by itself, at no cost that was measured."""


def run_screen(options: Namespace) -> int:
    """Carry out `reader` and `reader SOURCE`."""
    if options.lines:
        from reader.cli.aloud.run import run

        return run(options.source)
    return show(options.source, plain=options.plain)


def show(source: str | None, *, plain: bool = False) -> int:
    """Show the library, or one article, on the screen.

    A terminal that cannot be painted on, and a pipe, get it printed.

    Args:
        source: What to open; None opens the library.
        plain: Whether it is for somebody who hears it, whatever the settings say.
    """
    if os.environ.get("TERM") in (None, "", "dumb") or not sys.stdout.isatty():
        return _printed(source)
    if not sys.stderr.isatty():
        # The framework paints there. `reader 2> log` wants the messages, not the screen.
        sys.__stderr__ = sys.__stdout__  # type: ignore[misc]
    body = None
    if source == "-":
        from reader.cli.given import given

        body = given()
        _take_keys_from_the_terminal()
    elif not sys.stdin.isatty():
        _take_keys_from_the_terminal()
    first = None
    if source is None and not plain:
        from reader.cli.first_frame import FirstFrame

        first = FirstFrame()
        first.draw()
    try:
        return _run_program(source, body, first, plain=plain)
    except BaseException:
        if first is not None:
            first.give_up()
        raise


def _run_program(
    source: str | None, body: bytes | None, first: FirstFrame | None, *, plain: bool
) -> int:
    # It takes a while to import, and the first frame stands by now.
    import asyncio

    return asyncio.run(_run(source, body, first, plain=plain))


def _printed(source: str | None) -> int:
    from reader.cli.arguments import parse

    if source is None:
        from reader.cli.lists import run_list

        return run_list(parse(["list"]))
    from reader.cli.articles import run_show

    return run_show(parse(["show", source]))


async def _run(
    source: str | None, body: bytes | None, first: FirstFrame | None, *, plain: bool
) -> int:
    from reader.cli.house import house
    from reader.ui.start import program

    # What goes on beside the screen gives way to a key within so many seconds.
    sys.setswitchinterval(GIVING_WAY)
    async with house(lasting=True) as rooms:
        if plain:
            from dataclasses import replace

            rooms.preferences = replace(rooms.preferences, plain=True)
        start: int | str | Article | None = None
        if body is not None:
            start = await rooms.taking.article_in(body)
        elif source is not None:
            start = named(source)
        elif await _is_new(rooms):
            start = str(WELCOME)
        app = program()(rooms, start)
        if first is not None:
            first.hand_over(app)
        await app.run_async()
    return app.return_code or DONE


async def _is_new(rooms: Rooms) -> bool:
    """Whether nothing was ever put into this library."""
    counts = await rooms.listing.counts(Selection())
    return not counts.all and not await rooms.listing.sources()


def _take_keys_from_the_terminal() -> None:
    """Read keys from the terminal, because standard input is an article or a pipe.

    Raises:
        CannotUnderstand: There is no terminal.
    """
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError as error:
        raise CannotUnderstand(
            "There is no terminal to read keys from; `reader show` prints instead."
        ) from error
    os.dup2(terminal, 0)
    os.close(terminal)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
