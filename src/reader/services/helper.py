"""One of the helpers: a process that does what it is asked on its standard input.

A question is a pickled function with its arguments; the answer, on standard
output, is whether it was done and what it gave or raised. Each goes behind its
length. The end of the input is the end.
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
from typing import Any, BinaryIO, Final

LENGTH: Final = struct.Struct("!Q")
"""How the length of a question or an answer is written, in bytes."""


def main() -> None:
    """Answer questions until there are no more."""
    asked = sys.stdin.buffer
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answers:
        # A library that prints something must not do it between two answers.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        while question := _read(asked):
            answer = _answer(question)
            answers.write(LENGTH.pack(len(answer)))
            answers.write(answer)
            answers.flush()


def _read(asked: BinaryIO) -> bytes:
    """The next question; empty if there is none, or only a part of one."""
    length = asked.read(LENGTH.size)
    if len(length) < LENGTH.size:
        return b""
    (size,) = LENGTH.unpack(length)
    question = asked.read(size)
    return question if len(question) == size else b""


def _answer(question: bytes) -> bytes:
    answer: tuple[bool, Any]
    try:
        work, args, kwargs = pickle.loads(question)  # noqa: S301 (by our own program)
        answer = True, work(*args, **kwargs)
    except Exception as error:  # noqa: BLE001
        # Raised again where it was asked.
        answer = False, error
    return pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    main()
