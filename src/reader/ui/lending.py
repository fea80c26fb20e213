"""Lending the terminal to another program."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from textual.app import App

_ENOUGH = 4096
"""Bytes; a signal is one, and they come by hand."""


@contextmanager
def lent(app: App[Any]) -> Iterator[None]:
    """Step aside for a program that gets the terminal.

    Ctrl-C reaches both of us, and is meant for that program alone. What else
    asks us to end meanwhile does so once we are back.

    Args:
        app: The program that steps aside.

    Raises:
        SuspendNotSupported: The terminal cannot be lent.
    """
    told, tell = os.pipe()
    try:
        os.set_blocking(told, False)
        os.set_blocking(tell, False)
        with app.suspend():
            listening = signal.set_wakeup_fd(tell, warn_on_full_buffer=False)
            try:
                yield
            finally:
                signal.set_wakeup_fd(listening)
        for number in _signals(told):
            if number != signal.SIGINT:
                signal.raise_signal(number)
    finally:
        os.close(told)
        os.close(tell)


def _signals(told: int) -> bytes:
    try:
        return os.read(told, _ENOUGH)
    except BlockingIOError:
        return b""
