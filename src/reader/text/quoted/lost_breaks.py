"""Speech that dashes open in the middle of paragraphs whose breaks were lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reader.text.cues.fiction import Fiction
from reader.text.cues.table import Cues
from reader.text.naming.phrases import Phrases
from reader.text.quoted.dialogue import LONGEST_TURN, spoken, stretches_in
from reader.text.quoted.marks import Marked

FEWEST_TURNS = 6
"""Dashes between sentences of one paragraph from which on they may be a dialogue's."""

ONE_IN = 4
"""Of so many turns one must say who speaks, or the dashes mean something else."""

_CAPITAL = r"(?=[^\W\d_a-zß-ÿ])"
_NEXT_TURN = re.compile(rf"(?<=[.!?…:])[ \u00a0][—–―][ \u00a0]?{_CAPITAL}")
_ANY_MARK = re.compile(r"[“”\"«»„]")
_SENTENCE = re.compile(rf"[.!?…]\s+{_CAPITAL}")


def spoken_in_lost_turns(
    text: str, paragraphs: Sequence[tuple[int, int]], cues: Cues
) -> list[Marked]:
    """Find speech after dashes that follow a sentence of the same paragraph.

    What the narrator says up to the next dash is left out as far as it can be
    told from speech.

    Args:
        text: A text whose marks are `unified`.
        paragraphs: Its paragraphs, in order.
        cues: The words of its language.

    Returns:
        The stretches, in order; none where quotation marks stand, where few
        dashes do, or where nobody is said to speak.
    """
    if cues.fiction is None:
        return []
    phrases = Phrases(text, cues)
    told = _told(cues.fiction)
    found: list[Marked] = []
    for start, end in paragraphs:
        dashes = [*_NEXT_TURN.finditer(text, start, end)]
        if len(dashes) < FEWEST_TURNS or _ANY_MARK.search(text, start, end):
            continue
        turns: list[Marked] = []
        asides = 0
        stops = [*(one.start() for one in dashes[1:]), end]
        for dash, stop in zip(dashes, stops, strict=True):
            begins = dash.end()
            last = min(stop, begins + LONGEST_TURN)
            stretches, narrated = stretches_in(text, begins, last, cues, phrases)
            asides += narrated
            turns += _without_telling(text, stretches, begins, told)
        if asides * ONE_IN >= len(dashes):
            found += turns
    return found


def _without_telling(
    text: str,
    stretches: Sequence[tuple[int, int]],
    begins: int,
    told: re.Pattern[str],
) -> Iterator[Marked]:
    """A turn's stretches up to where the narrator goes on for good."""
    for start, end in stretches:
        sentences = [one.end() for one in _SENTENCE.finditer(text, start, end)]
        if start > begins:
            sentences.insert(0, start)
        telling = next((at for at in sentences if told.match(text, at, end)), None)
        stop = end if telling is None else telling
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if start < stop:
            yield spoken(start, stop)
        if telling is not None:
            return


@cache
def _told(fiction: Fiction) -> re.Pattern[str]:
    """Finds a sentence of a narrator's: somebody, and what they did.

    A question, an exclamation and a sentence that says “I” or “you” is none.
    """
    past = rf"(?:\w+{fiction.past_ending}|{'|'.join(fiction.past.split())})"
    speech = "|".join(fiction.of_speech.split())
    somebody = rf"(?i:{'|'.join(fiction.third_person.split())})|[A-ZÀ-Þ][\w’']+(?: [A-ZÀ-Þ][\w’']+)?"
    opening = rf"\w+ing\b[^.!?]{{0,60}}, |\w+{fiction.past_ending}, |\w+ly,? |Then,? "
    return re.compile(
        rf"(?![^.!?…]*\b(?i:{speech})\b)(?![^.!?…]*[!?])"
        rf"(?:{opening})?(?:{somebody})(?: \w+ly)? {past}\b"
    )
