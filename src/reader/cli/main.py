"""Arguments in, exit code out."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.output import FAILED, INTERRUPTED, say
from reader.domain.errors import ReaderError

if TYPE_CHECKING:
    from argparse import Namespace

_HOMES = {
    None: "reader.cli.screen",
    "show": "reader.cli.articles",
    "quotes": "reader.cli.articles",
    "list": "reader.cli.lists",
    "search": "reader.cli.lists",
    "add": "reader.cli.subscriptions",
    "remove": "reader.cli.subscriptions",
    "rename": "reader.cli.subscriptions",
    "tag": "reader.cli.subscriptions",
    "refresh": "reader.cli.refresh",
    "sources": "reader.cli.sources",
    "searches": "reader.cli.searches",
    "import": "reader.cli.subscriptions",
    "export": "reader.cli.exports",
    "comment": "reader.cli.commenting",
    "drafts": "reader.cli.commenting",
    "outbox": "reader.cli.outbox",
    "comments": "reader.cli.threads",
    "config": "reader.cli.keeping",
    "paths": "reader.cli.keeping",
    "doctor": "reader.cli.keeping",
}
"""The module that carries out each command, imported when it is asked for."""

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def run(argv: Sequence[str]) -> int:
    """Run one command.

    Args:
        argv: The words after the program's name.

    Returns:
        The exit code.
    """
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        # A name no terminal can encode is no reason to fall over.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        code = _carry_out(argv)
        sys.stdout.flush()
    except ReaderError as error:
        say(str(error))
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # `reader list | head` has read enough. Python would complain once more
        # when it flushes at exit, so there must be somewhere to flush to.
        _write_no_more()
        return 128 + signal.SIGPIPE
    except OSError as error:
        if error.errno not in _NO_ROOM or error.filename is not None:
            raise
        _write_no_more()
        say(f"What was to be printed could not be written: {error.strerror}.")
        return FAILED
    return code


def _open_what_is_closed() -> None:
    """Let what is said to a closed stream (`reader list >&-`) go nowhere."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115


def _write_no_more() -> None:
    """Let what is still to be printed go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _carry_out(argv: Sequence[str]) -> int:
    if not argv:
        # The library: it stands on the screen before there is time to read options.
        from reader.cli.screen import show

        return show(None)
    from reader.cli.arguments import parse

    options = parse(argv)
    return _command(options)(options)


def _command(options: Namespace) -> Callable[[Namespace], int]:
    name = options.command
    module = import_module(_HOMES[name])
    found: Callable[[Namespace], int] = getattr(module, f"run_{name or 'screen'}")
    return found
