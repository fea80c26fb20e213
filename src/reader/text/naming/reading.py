"""A text as those read it who look for speakers in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.text.attribution import Attributor
from reader.text.cues.table import Cues
from reader.text.naming.mentions import VEIL
from reader.text.naming.names import names_in
from reader.text.naming.people import Cast
from reader.text.naming.sentences import Sentences
from reader.text.quoted.marks import Marked
from reader.text.quoted.paragraphs import Paragraphs
from reader.text.saying import Attribution

LONG = 400
"""Characters of a quotation's either end in which somebody may be addressed."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words and who speaks them."""

    mark: Marked
    speaker: str | None
    cue: str | None
    confidence: float
    attribution: Attribution | None = None
    """What the sentence around them says of who speaks."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, what stands between its marks, and everybody it names."""

    text: str
    veiled: str
    """The text, whatever stands between marks made unreadable; of the same length."""

    marks: Sequence[Marked]
    paragraphs: Paragraphs
    sentences: Sentences
    attributor: Attributor
    cast: Cast
    cues: Cues

    @classmethod
    def of(
        cls,
        text: str,
        *,
        marks: Sequence[Marked],
        paragraphs: Sequence[tuple[int, int]],
        cues: Cues,
    ) -> Reading:
        """Read a text.

        Args:
            text: The text, marks `unified`.
            marks: Whatever may be a quotation, in order.
            paragraphs: Its paragraphs, in order.
            cues: The words of its language.
        """
        veiled = veil(text, marks)
        sentences = Sentences(text, veiled, cues)
        names = [*names_in(veiled, cues, 0, len(veiled))]
        return cls(
            text,
            veiled,
            marks,
            Paragraphs(paragraphs),
            sentences,
            Attributor(veiled, cues, sentences, names),
            Cast(veiled, cues, names),
            cues,
        )

    def words_of(self, mark: Marked) -> str:
        """What stands between marks, its beginning and its end if it is long."""
        words = self.text[mark.start : mark.end]
        return words if len(words) < LONG else f"{words[:LONG]} {words[-LONG:]}"


_DATELINE = re.compile(
    r"^[A-ZÀ-Þ][A-ZÀ-Þ.'’/-]{2,}(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’/-]+){0,3}(?:, [A-ZÀ-Þ][\w. ]{1,24})?"
    rf"(?: \([A-Z][\w /-]{{1,24}}\))?(?:(?: ?[—–] ?| -{{1,2}} |\.? ?[-—–] )(?=[A-ZÀ-Þ{VEIL}])|: (?=[A-Z]))"
    rf"|^[A-ZÀ-Þ][\w .'’-]{{2,30}}(?:, \d{{1,2}} \w+\.?(?: \d{{4}})?)? \([A-Z][\w /-]{{1,24}}\) ?\.? ?[-—–]+ (?=[A-ZÀ-Þ{VEIL}])",
    re.MULTILINE,
)
"""The place that an agency’s report begins with, and that says nothing: “WASHINGTON (AP) — The”."""


def veil(text: str, marks: Sequence[Marked]) -> str:
    """The text with whatever stands between marks made unreadable, and datelines blank.

    Returns:
        A text of the same length.
    """
    parts: list[str] = []
    at = 0
    for mark in marks:
        parts.append(text[at : mark.opening])
        parts.append(VEIL * (mark.closing - mark.opening))
        at = mark.closing
    parts.append(text[at:])
    return _DATELINE.sub(_blank, "".join(parts))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
