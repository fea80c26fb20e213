"""Asking the person at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.cli.output import say

if TYPE_CHECKING:
    from reader.services.seeking import Choose
    from reader.sites.discovery import FeedLink


def choice_of_feed() -> Choose | None:
    """What asks which of several feeds is meant; None if there is nobody to ask."""
    return ask_which if sys.stdin.isatty() and sys.stderr.isatty() else None


def ask_which(feeds: Sequence[FeedLink]) -> FeedLink | None:
    """Ask for the number of a feed; an empty line, or the end of the input, is none."""
    for number, feed in enumerate(feeds, 1):
        say(f"{number}: {feed.title or 'Feed'}, {feed.url}")
    while True:
        say(f"Which one? A number from 1 to {len(feeds)}, or nothing for none of them.")
        answer = sys.stdin.readline().strip()
        if not answer:
            return None
        if answer.isdecimal() and 1 <= int(answer) <= len(feeds):
            return feeds[int(answer) - 1]
