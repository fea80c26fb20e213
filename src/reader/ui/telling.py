"""What the library's screen says of itself, in words."""

from __future__ import annotations

from typing import Final

EVERYTHING: Final = "All articles"
"""What is shown at first."""


def whereabouts(cursor: int, total: int) -> str:
    """Where in a list one is.

    Args:
        cursor: The line one is on, from 0.
        total: How many lines there are.
    """
    return f"{cursor + 1:,} of {total:,}"


def how_many(total: int, unread: int) -> str:
    """How many articles a list shows, and how many of them are unread."""
    return f"{total:,} · {unread:,} unread" if unread else f"{total:,}"


def waiting_for(comments: int) -> str:
    """How many comments wait in the outbox, or nothing if none does."""
    return f"✉ {comments} waiting" if comments else ""
