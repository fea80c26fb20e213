"""What is taken of a list of subscriptions, line by line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from reader.domain.source import Subscription
from reader.text.links import absolute, without_secrets
from reader.text.sanitize import clean_line

MOST: Final = 100_000
"""Of a longer list only this many sources are read."""

MOST_LEFT_OUT: Final = 200
"""Of what is left out, no more than this is named one by one."""

DEEPEST: Final = 20
"""Folders nested deeper than this give no tags."""

_LONGEST: Final = 1000
_SHOWN: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscriptions:
    """What a list of subscriptions holds."""

    sources: tuple[Subscription, ...]
    left_out: tuple[str, ...]
    """A sentence for each line that was not taken, and why."""


class Gathering:
    """Takes in the lines of a list, and names those that cannot be taken.

    An address that is there twice is one source, with the tags of both.
    """

    def __init__(self) -> None:
        self._sources: dict[str, Subscription] = {}
        self._left_out: list[str] = []
        self._more = 0

    @property
    def full(self) -> bool:
        """Whether no more is taken."""
        return len(self._sources) >= MOST

    def take(
        self,
        address: str,
        *,
        name: str = "",
        site: str = "",
        tags: Iterable[str] = (),
        where: str = "",
    ) -> None:
        """Take a source, or say why not.

        Args:
            address: What the list has as its address.
            name: What the list calls it.
            site: The address of its site.
            tags: What it is filed under.
            where: What stands before the sentence if it is left out: `Line 3: `.
        """
        url = absolute(address)
        if url is None:
            self.leave_out(f"{where}{_shown(address)} is no web address.")
            return
        if without_secrets(url) != url:
            self.leave_out(
                f"{where}{_shown(address)} has a name and a password in it, which are not kept."
            )
            return
        known = self._sources.get(url)
        if known is None:
            known = Subscription(url=url)
        clean = (clean_line(tag)[:_LONGEST] for tag in tags)
        self._sources[url] = Subscription(
            url=url,
            name=known.name or clean_line(name)[:_LONGEST] or None,
            site=known.site or _without_secret(absolute(site)),
            tags=tuple(dict.fromkeys((*known.tags, *filter(None, clean)))),
        )

    def leave_out(self, words: str) -> None:
        """Say that something is not taken, and why."""
        if len(self._left_out) < MOST_LEFT_OUT:
            self._left_out.append(words)
        else:
            self._more += 1

    def result(self) -> Subscriptions:
        """What was gathered, in the list's order."""
        more = (f"{self._more} more were left out.",) if self._more else ()
        return Subscriptions(
            sources=tuple(self._sources.values()), left_out=(*self._left_out, *more)
        )


def _shown(address: str) -> str:
    return without_secrets(clean_line(address))[:_SHOWN] or "An empty address"


def _without_secret(address: str | None) -> str | None:
    return None if address is None else without_secrets(address)
