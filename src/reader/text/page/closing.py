"""What closes an article: the note that says where its news comes from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.domain.article import Block, BlockKind

_LONGEST = 300
_LAST = 4
"""A source note is one of so many last blocks."""

_WORDS = (
    r"sources?|via|quellen?(?:angaben?|nachweis)?|fuentes?|fontes?|fonti|fonte|bron(?:nen)?"
    r"|المصدر|المصادر|källa|kilde|źródło|kaynak|источник|источники|מקור|出典|出所|来源|來源|출처"
    r"|with (?:material|reporting) from|reporting by"
)
_NOTE = re.compile(
    rf"^[\s(\[（【]*(?:(?:{_WORDS})\s*[:：]|\((?:{_WORDS})\b)\s*(?P<says>.+?)[\s)\]）】.]*$",
    re.IGNORECASE | re.DOTALL,
)


def source_note_in(blocks: Sequence[Block]) -> str | None:
    """What a closing “(Source: …)” says, without the word and the brackets.

    Args:
        blocks: The article's blocks.

    Returns:
        Such as “Harbour council”, or None if the article closes without one.
    """
    spoken = [
        block for block in blocks if block.text and block.kind is not BlockKind.PICTURE
    ]
    for block in reversed(spoken[-_LAST:]):
        if block.kind in (BlockKind.CODE, BlockKind.TABLE, BlockKind.CAPTION):
            continue
        if note := source_note_of(block.text):
            return note
    return None


def source_note_of(text: str) -> str | None:
    """What a line says if it is a source note, or None.

    Args:
        text: One paragraph; a note may close it on a line of its own.
    """
    if len(text) > _LONGEST:
        text = text.rpartition("\n")[2]
    for line in (text, text.rpartition("\n")[2]):
        found = _NOTE.match(line.strip())
        if found is not None and len(line) <= _LONGEST:
            return found["says"].strip()
    return None
