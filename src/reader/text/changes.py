"""What was changed in a text."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Final

GONE: Final = "− "
"""Stands before a paragraph that is gone."""

CAME: Final = "+ "
"""Stands before a paragraph that came."""

_MOST: Final = 2000
"""Paragraphs that are compared; comparing takes quadratic time."""


def compared(former: str, present: str) -> str:
    """A former text, with what is gone from it and what came instead marked.

    Args:
        former: Its paragraphs, parted by blank lines.
        present: Those of the text that took its place.
    """
    before, after = former.split("\n\n"), present.split("\n\n")
    if len(before) + len(after) > _MOST:
        return former
    said: list[str] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, start, end, start_after, end_after in matcher.get_opcodes():
        if what == "equal":
            said += before[start:end]
        else:
            said += (GONE + each for each in before[start:end])
            said += (CAME + each for each in after[start_after:end_after])
    return "\n\n".join(said)
