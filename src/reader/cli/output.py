"""Results go to standard output, messages to standard error."""

from __future__ import annotations

import json
import sys
from typing import Any

from reader.text.sanitize import clean_line

DONE = 0
FAILED = 1
USAGE = 2
TRY_AGAIN = 75
"""EX_TEMPFAIL of sysexits.h: something stays to be tried again."""

INTERRUPTED = 130


def say(words: str) -> None:
    """Tell the person something, on standard error."""
    print(f"reader: {clean_line(words)}", file=sys.stderr)


def put(text: str) -> None:
    """Print a result."""
    print(text)


def put_json(value: Any) -> None:
    """Print a result as one JSON value, to be read by eye as well."""
    print(dumps(value, indent=2))


def dumps(value: Any, *, indent: int | None = None) -> str:
    """Write JSON that any stream can take.

    Letters stay letters; but half a surrogate pair, which UTF-8 has no bytes
    for, makes everything beyond ASCII an escape.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, indent=indent)
    return text
