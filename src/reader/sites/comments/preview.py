"""What a site will make of a comment, as HTML: what every system shares."""

from __future__ import annotations

import re
from html import escape
from typing import Final

_APART: Final = re.compile(r"\n\s*\n")


def as_typed(text: str, _language: str | None) -> str:
    """A comment as a site shows it that takes no markup: its own lines and paragraphs."""
    return in_paragraphs(escape(text, quote=False))


def in_paragraphs(html: str, *, blocks: str = "") -> str:
    """Put paragraphs and line breaks where blank lines and line ends are.

    Args:
        html: HTML of one level.
        blocks: The names of elements, parted by `|`, whose tags stand in
            paragraphs of their own and are no paragraphs.
    """
    alone = re.compile(rf"</?(?:{blocks})\b[^<>]*>", re.IGNORECASE) if blocks else None
    parts = []
    for part in _APART.split(html):
        words = part.strip()
        if not words:
            continue
        if alone is not None and alone.fullmatch(words):
            parts.append(words)
        else:
            parts.append(f"<p>{words}</p>".replace("\n", "<br>\n"))
    return "".join(parts)
