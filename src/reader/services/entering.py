"""Saying at a site who we are, and what lets us in."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable
from typing import Final

from reader.domain.errors import CannotReach
from reader.domain.exchange import Access
from reader.domain.preferences import NOTHING_SET, Preferences, SecretPlace
from reader.storage.secrets import NoSecret, secret_at
from reader.text.sanitize import clean_line

KEPT: Final = 600.0
"""Seconds a secret is kept in memory: a new one holds soon, and nobody is asked
for one twice in a refresh."""

COOKIE: Final = "cookie"
"""The account that a keyring keeps a cookie under."""


class Entering:
    """Finds what a reader has set for an address, its secrets included.

    Args:
        preferences: What the reader has set.
        secret: Has a secret, by its place and the account; it may take long.
    """

    def __init__(
        self,
        preferences: Preferences,
        secret: Callable[[SecretPlace, str], str] = secret_at,
    ) -> None:
        self._preferences = preferences
        self._secret = secret
        self._kept: dict[tuple[SecretPlace, str], tuple[str, float]] = {}
        self._asking: defaultdict[SecretPlace, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def access(self, url: str) -> Access | None:
        """How an address is asked, or None if nothing is set for it.

        Raises:
            CannotReach: A secret that it wants could not be had.
        """
        settings = self._preferences.for_source(url)
        if settings == NOTHING_SET:
            return None
        name, password, cookie = settings.username, None, None
        if settings.password is not None and name is not None:
            password = await self._had(url, "password", settings.password, name)
        if settings.cookie is not None:
            cookie = await self._had(url, "cookie", settings.cookie, COOKIE)
        return Access(
            user_agent=settings.user_agent,
            username=name,
            password=password,
            cookie=cookie,
        )

    async def account(self, url: str) -> Access | None:
        """What lets one comment at an address as a member, or None if nothing is set.

        Raises:
            CannotReach: The application password could not be had.
        """
        settings = self._preferences.for_source(url)
        name, place = settings.comment_as, settings.application_password
        if name is None or place is None:
            return None
        password = await self._had(url, "application password", place, name)
        return Access(username=name, password=password)

    async def _had(self, url: str, what: str, place: SecretPlace, account: str) -> str:
        clock = asyncio.get_running_loop().time
        async with self._asking[place]:
            secret, until = self._kept.get((place, account), ("", 0.0))
            if until <= clock():
                try:
                    secret = await asyncio.to_thread(self._secret, place, account)
                except NoSecret as error:
                    reason = f"The {what} for it {clean_line(str(error))}."
                    raise CannotReach(url, reason) from error
                self._kept[place, account] = secret, clock() + KEPT
        return secret
