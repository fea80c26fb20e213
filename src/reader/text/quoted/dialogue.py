"""Speech that a dash opens, as novels and many languages' papers set it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.text.cues.table import Cues
from reader.text.naming.mentions import Kind
from reader.text.naming.phrases import Phrases
from reader.text.quoted.marks import Family, Marked

_OPENS = re.compile(r"[—–―][ \u00a0\u202f]?(?=[^\W\d_]|[¿¡…])")
_ASIDE = re.compile(r"\s+[—–―]\s*|[—–―](?=[.,;:!?…])\s*")
_RESUMES = re.compile(r"[.,;:!?…]?\s*[—–―][.,;:!?…]?\s*")
_LIKELY_CUE = re.compile(
    r"[^\W\d_]+(?:[ \u00a0][^\W\d_]+){0,2}[ \u00a0][^\W\d_a-zß-ÿ][\w’'-]*"
)
_SENTENCE_END = frozenset('.!?…,:;»”"')
FARTHEST_CUE = 60
LONGEST_TURN = 3000
"""Characters of a paragraph that somebody may speak after one dash."""


def spoken_after_dashes(
    text: str, paragraphs: Sequence[tuple[int, int]], cues: Cues
) -> list[Marked]:
    """Find the speech in paragraphs that begin with a dash.

    What the narrator says between is left out: “—Me voy —dijo Ana—. Mañana
    vuelvo.” is two stretches.

    Args:
        text: A text whose marks are `unified`.
        paragraphs: Its paragraphs, in order.
        cues: The words of its language.

    Returns:
        The stretches, in order. There are none if the dashes make a list.
    """
    opened = [
        (opening, end)
        for start, end in paragraphs
        if (opening := _OPENS.match(text, start, end))
        and not text[opening.end()].islower()
        and text[end - 1] in _SENTENCE_END
        and end - start <= LONGEST_TURN
    ]
    phrases = Phrases(text, cues)
    found: list[Marked] = []
    attributed = False
    for opening, end in opened:
        stretches, narrated = stretches_in(text, opening.end(), end, cues, phrases)
        attributed = attributed or narrated
        found += [spoken(a, b) for a, b in stretches]
    return found if attributed or len(opened) > 2 else []


def spoken(start: int, end: int) -> Marked:
    """A stretch of speech that no mark closes."""
    return Marked(start, start, end, end, Family.DASH, closed=False)


def stretches_in(
    text: str, start: int, end: int, cues: Cues, phrases: Phrases
) -> tuple[list[tuple[int, int]], bool]:
    """Part speech from what the narrator says, and say whether there was any."""
    stretches: list[tuple[int, int]] = []
    narrated = False
    at = start
    while at < end:
        aside = _next_aside(text, at, end, cues, phrases)
        stop, resume = aside or (end, end)
        narrated = narrated or aside is not None
        a, b = at, stop
        while a < b and (text[a].isspace() or text[a] in ".,;"):
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if a < b:
            stretches.append((a, b))
        at = resume
    return stretches, narrated


def _next_aside(
    text: str, at: int, end: int, cues: Cues, phrases: Phrases
) -> tuple[int, int] | None:
    """Where the narrator next breaks in, and where speech goes on."""
    for dash in _ASIDE.finditer(text, at, end):
        cue = cues.verb.search(text, dash.end(), min(end, dash.end() + FARTHEST_CUE))
        likely = text[dash.end() : dash.end() + 1].islower() and (
            cue is not None or _LIKELY_CUE.match(text, dash.end(), end)
        )
        if likely:
            for resumed in _RESUMES.finditer(text, dash.end(), end):
                return dash.start(), resumed.end()
            return dash.start(), end
    for cue in cues.verb.finditer(text, at, end):
        before = text[at : cue.start()].rstrip()
        if before.endswith((",", "?", "!", "…")):
            subject = phrases.after(cue.end(), min(end, cue.end() + FARTHEST_CUE))
            if subject is None or subject.kind is Kind.DESCRIPTION:
                continue
            return at + len(before), _sentence_end(text, subject.end, end)
        subject = phrases.before(max(at, cue.start() - FARTHEST_CUE), cue.start())
        if subject is not None and subject.kind is not Kind.DESCRIPTION:
            before = text[at : subject.start].rstrip()
            if before.endswith((",", "?", "!", "…")):
                return at + len(before), _sentence_end(text, cue.end(), end)
    return None


def _sentence_end(text: str, at: int, end: int) -> int:
    found = re.compile(r"[.!?…]\s+|,\s+(?=[—–])").search(text, at, end)
    return found.end() if found else end
