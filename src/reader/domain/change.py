"""What a reader did, and can take back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something the reader did."""

    words: str
    """What was done, as the undoing names it: “marked 3 articles read”."""

    article: int | None = None
    """The id of an article whose text is shown otherwise since, or None."""
