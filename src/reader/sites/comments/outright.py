"""What an answer's status alone says of a comment, where a system has codes for it."""

from __future__ import annotations

from typing import Final

from reader.domain.delivery import State, Verdict
from reader.domain.exchange import Reply
from reader.sites.comments.answers import wait_asked_for

PATIENCE: Final = 30.0
"""Seconds that are waited at least where a site asks for time."""


def judge(reply: Reply, words: str, *, least: float = PATIENCE) -> Verdict:
    """Judge a comment that a site did not take.

    Args:
        reply: What it answered, with a status that is no success.
        words: The reason it gives, or nothing.
        least: Seconds that are waited at least where it asks for time.

    Returns:
        Queued where it asks for time (429), refused at any other fault that it
        finds with the comment (4xx), and unsure at all else.
    """
    if reply.status == 429:
        return too_soon(reply, words, least=least)
    if 400 <= reply.status < 500:
        return refused(reply, words)
    return unclear(reply)


def too_soon(reply: Reply, words: str, *, least: float = PATIENCE) -> Verdict:
    """The site asks for time: as much as it says, and at least so many seconds."""
    return Verdict(
        state=State.QUEUED,
        words=words or "The site asks for more time between comments.",
        wait=max(least, wait_asked_for(reply)),
    )


def refused(reply: Reply, words: str) -> Verdict:
    """The site will not have it."""
    return Verdict(
        state=State.REFUSED, words=words or f"The site refused it ({reply.status})."
    )


def unclear(reply: Reply) -> Verdict:
    """Nobody can tell what became of it."""
    return Verdict(
        state=State.UNSURE,
        words=f"The site's answer does not say what became of it ({reply.status}).",
    )
