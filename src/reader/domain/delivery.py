"""A comment on its way to a site, and how far it has come.

    QUEUED ──claim──▶ SENDING ──▶ ACCEPTED   the site took it
      ▲                  ├──────▶ HELD       the site took it, a person there decides
      │                  ├──────▶ REFUSED    the site said no, in its own words
      ├──nothing left────┤
      └──found absent── UNSURE   something left, and nobody knows what became of it

A comment is not idempotent, and others see a duplicate: nothing goes from
UNSURE back to QUEUED but a look at the site that settles it, or a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from reader.domain.comment import Draft


class State(StrEnum):
    """How far a delivery has come."""

    QUEUED = "queued"
    SENDING = "sending"
    ACCEPTED = "accepted"
    HELD = "held"
    REFUSED = "refused"
    UNSURE = "unsure"


class Seen(StrEnum):
    """Where a comment that was taken was last seen."""

    PUBLIC = "public"
    HELD = "held"
    GONE = "gone"


SETTLED = frozenset({State.ACCEPTED, State.HELD})
"""States in which the site has the comment."""

WAITING = frozenset({State.QUEUED, State.SENDING, State.UNSURE})
"""States in which something remains to be done by us."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one attempt came to."""

    state: State
    words: str = ""
    """The site's own words, or ours where it has none; sanitised, one paragraph."""

    permalink: str | None = None
    """Where the comment stands, if the site says so."""

    comment_id: str | None = None
    wait: float | None = None
    """Seconds until a next try makes sense, for one that goes back to QUEUED."""

    seen: Seen | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A comment that was handed over for sending."""

    id: int
    draft: Draft
    """What was handed over, with the form it was checked against."""

    state: State
    words: str = ""
    tries: int = 0
    """How often bytes may have left for the site."""

    doubtful: bool = False
    """Whether an earlier try may have arrived: its answer was lost."""

    next: datetime | None = None
    """When it may be tried again, or None for at once."""

    asked: bool = False
    """Whether it is the site that asked for that wait."""

    seen: Seen | None = None
    permalink: str | None = None
    comment_id: str | None = None
    queued: datetime
    changed: datetime
