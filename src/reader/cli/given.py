"""What is given on standard input."""

from __future__ import annotations

import sys

from reader.domain.errors import CannotUnderstand
from reader.services.taking import LARGEST_FILE


def given() -> bytes:
    """Read standard input to its end.

    Raises:
        CannotUnderstand: It is larger than any article.
    """
    body = sys.stdin.buffer.read(LARGEST_FILE + 1)
    if len(body) > LARGEST_FILE:
        raise CannotUnderstand(
            f"What was given is larger than {LARGEST_FILE // 1024**2} MB; that is no article."
        )
    return body
