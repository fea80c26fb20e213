"""Who signs comments."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who signs a comment."""

    name: str = ""
    email: str = ""
    website: str = ""
