"""How it is written down when a source wants to be asked: as JSON, in the library only."""

from __future__ import annotations

import json
from datetime import timedelta

from reader.domain.rhythm import ANY_TIME, Rhythm


def rhythm_to_json(rhythm: Rhythm) -> str | None:
    """Write down what a feed says of when to ask; None if it says nothing."""
    if rhythm == ANY_TIME:
        return None
    return json.dumps(
        {
            "every": None if rhythm.every is None else rhythm.every.total_seconds(),
            "skip_hours": sorted(rhythm.skip_hours),
            "skip_days": sorted(rhythm.skip_days),
        }
    )


def rhythm_from_json(text: str | None) -> Rhythm:
    """Read what a feed said of when to ask."""
    if text is None:
        return ANY_TIME
    shape = json.loads(text)
    seconds = shape["every"]
    return Rhythm(
        every=None if seconds is None else timedelta(seconds=seconds),
        skip_hours=frozenset(shape["skip_hours"]),
        skip_days=frozenset(shape["skip_days"]),
    )
