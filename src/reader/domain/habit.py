"""Whether a source has been quiet for longer than is its habit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

LAST: Final = 21
"""Articles that a habit is read from."""

_ENOUGH: Final = 5
"""Articles; of a source with fewer nobody can tell."""

_TWICE: Final = 2
_SHORTEST: Final = timedelta(days=2)
"""A silence shorter than this is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A source's silence, longer than any that is its habit."""

    since: datetime
    """When its newest article came out."""

    longest: timedelta
    """The longest of its last silences before."""


def silence(moments: Sequence[datetime], now: datetime) -> Silence | None:
    """Tell whether a source is quiet.

    It is when it has said nothing for twice as long as it ever did between its
    last articles.

    Args:
        moments: When its last articles came out, the newest first.
        now: The present moment.
    """
    if len(moments) < _ENOUGH:
        return None
    longest = max(later - earlier for later, earlier in pairwise(moments[:LAST]))
    if now - moments[0] <= max(_TWICE * longest, _SHORTEST):
        return None
    return Silence(since=moments[0], longest=longest)
