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


def how_many(total: int, unread: int, *, more: bool = False) -> str:
    """How many articles a list shows, and how many of them are unread.

    Args:
        total: How many it shows.
        unread: How many of these are unread.
        more: Whether there are others that it does not show.
    """
    and_more = "+" if more else ""
    told = f"{total:,}{and_more}"
    return f"{told} · {unread:,}{and_more} unread" if unread else told


def waiting_for(comments: int) -> str:
    """How many comments wait in the outbox, or nothing if none does."""
    return f"✉ {comments} waiting" if comments else ""
