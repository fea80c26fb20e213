"""Bytes out, bytes in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from reader.domain.exchange import Freshness, Page, Reply, Submission, Unchanged


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a site may cost us. Times are in seconds."""

    body: int = 20 * 1024 * 1024
    """Bytes of an answer, decompressed."""

    redirects: int = 10
    connect: float = 10.0
    silence: float = 20.0
    """Between two pieces of an answer."""

    whole: float = 60.0
    """For everything: redirects, waiting for a turn at the host, the body."""


class Web:
    """The way to the sites: an async context manager, born and closed on one loop.

    Only http and https. Proxies and `SSL_CERT_FILE` are honoured as the
    environment sets them. No cookies are kept.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()

    async def __aenter__(self) -> Self:
        """Open it; nothing is connected until something is asked."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close every connection."""

    async def fetch(
        self, url: str, freshness: Freshness | None = None
    ) -> Page | Unchanged:
        """Ask for an address, following redirects.

        Args:
            url: http or https; a user name and a password in it are sent as
                basic authentication, and never shown.
            freshness: What came with the copy we have, if we have one.

        Returns:
            The page; or Unchanged, if `freshness` was given and still holds.

        Raises:
            CannotReach: No answer, or one that is a failure; in plain words.
        """
        raise NotImplementedError

    async def send(self, submission: Submission) -> Reply:
        """Send a comment, once; redirects are not followed, nothing is tried again.

        Returns:
            Whatever the site answered; a failure too.

        Raises:
            CannotReach: Nothing left this machine.
            AnswerLost: Something left, and no answer came.
        """
        raise NotImplementedError
