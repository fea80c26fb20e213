"""What a saved search does with what arrives, as somebody writes it."""

from __future__ import annotations

from collections.abc import Sequence

from reader.domain.search import Deed
from reader.ui.tagging import tags_in, written


def deed_in(words: str) -> Deed:
    """What a search is to do, as somebody writes it: `read star #tag`."""
    wanted = tags_in(words)
    parts = {part.lower() for part in words.replace(",", " ").split()}
    return Deed(
        read="read" in parts,
        starred=bool({"star", "starred"} & parts),
        tags=tuple(
            tag
            for tag in wanted
            if f"#{tag}" in words or tag.lower() not in ("read", "star", "starred")
        ),
    )


def in_words(deed: Deed) -> str:
    """What a search does, as `deed_in` understands it."""
    parts: Sequence[str] = (
        *(["read"] if deed.read else []),
        *(["star"] if deed.starred else []),
        *(f"#{tag}" for tag in deed.tags),
    )
    return written(parts)
