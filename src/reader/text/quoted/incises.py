"""What a narrator says inside the marks: « Je pars, dit-elle, mais… »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.text.attribution import inverted_pronoun
from reader.text.cues.table import Cues
from reader.text.naming.mentions import Kind
from reader.text.naming.phrases import Phrases
from reader.text.quoted.marks import Marked

LONGEST_SUBJECT = 60


def without_incises(text: str, marks: Sequence[Marked], cues: Cues) -> list[Marked]:
    """Cut stretches at what the narrator says in them.

    Args:
        text: The text.
        marks: What stands between marks, in order.
        cues: The words of its language.

    Returns:
        The stretches, those with an incise in two or more parts.
    """
    if not cues.has_incises:
        return list(marks)
    phrases = Phrases(text, cues)
    return [part for mark in marks for part in _parts(text, mark, cues, phrases)]


def _parts(text: str, mark: Marked, cues: Cues, phrases: Phrases) -> Iterator[Marked]:
    opening, start = mark.opening, mark.start
    for cue in cues.verb.finditer(text, mark.start, mark.end):
        before = text[max(start, cue.start() - 2) : cue.start()]
        if cue.start() <= start or before[-2:] not in (", ", "? ", "! "):
            continue
        end = _subject_end(text, cue.end(), mark.end, phrases)
        if end is None or text[end : end + 1] not in (",", "."):
            continue
        yield replace(
            mark,
            opening=opening,
            start=start,
            end=cue.start() - 1,
            closing=cue.start() - 1,
            closed=False,
        )
        opening = end
        start = end + 1
        while start < mark.end and text[start].isspace():
            start += 1
    if start < mark.end:
        yield replace(mark, opening=opening, start=start)


def _subject_end(text: str, at: int, end: int, phrases: Phrases) -> int | None:
    """Where the subject behind an incise's verb ends, or None if there is none."""
    if pronoun := inverted_pronoun(text, at, end):
        return pronoun.end
    if text[at : at + 1] in (",", "."):
        return at if "-" in text[max(0, at - 12) : at] else None
    subject = phrases.after(at, min(end, at + LONGEST_SUBJECT))
    if subject is None or subject.kind is not Kind.NAME:
        return None
    return subject.end
