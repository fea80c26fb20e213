"""Lines of styled text, each character knowing where in the article it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Flag, auto
from itertools import pairwise
from typing import NamedTuple

from reader.domain.article import Neighbour
from reader.text.typeset.pictures import PictureRow


class Look(Flag):
    """What a stretch of a line is, which decides how it is painted."""

    PLAIN = 0
    EMPHASIS = auto()
    STRONG = auto()
    CODE = auto()
    STRIKE = auto()
    LINK = auto()
    NUMBER = auto()
    """A link's number, which is no part of the article's text."""

    TITLE = auto()
    META = auto()
    """Byline, site, date and reading time."""

    HEADING = auto()
    SUBHEADING = auto()
    CITE = auto()
    NOTE = auto()
    """Where the article came from, as it says itself."""

    CAPTION = auto()
    FOOTNOTE = auto()
    MARKER = auto()
    """What stands before a list's item or a footnote."""

    BAR = auto()
    """The line down the side of a block quotation."""

    RULE = auto()
    CODE_BLOCK = auto()
    KEYWORD = auto()
    """Of code, like the four that follow."""

    NAMED = auto()
    """What is named where it is made: a class, a function."""

    STRING = auto()
    NUMERAL = auto()
    COMMENT = auto()
    TABLE_HEAD = auto()
    KEY = auto()
    """A key to press."""

    REFERENCE = auto()
    """Of what refers to a footnote."""

    QUOTATION = auto()
    HIGHLIGHT = auto()
    """Of what the reader marked."""

    CURRENT = auto()
    """Of the quotation the reader is at."""

    MATCH = auto()
    FOUND = auto()
    """Of the match the reader is at."""


class Run(NamedTuple):
    """Some characters of a line that look alike."""

    text: str
    start: int | None = None
    """Offset into the article's text of the first character, or None for what is
    no part of it. Every further character stands for the next offset."""

    look: Look = Look.PLAIN
    link: int | None = None
    """The number of the link it belongs to, counted from 1."""

    @property
    def end(self) -> int:
        """The offset after the last character; 0 for what is no part of the text."""
        return 0 if self.start is None else self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the page."""

    runs: tuple[Run, ...]
    start: int
    """The offset it begins at; for a row without text, where its block stands."""

    end: int
    """The offset the next row begins at."""

    fill: Look = Look.PLAIN
    """What the rest of the row, up to the measure, looks like."""

    neighbour: Neighbour | None = None
    """The article this row leads to, below the text."""

    picture: PictureRow | None = None
    """What it shows of a picture, behind its runs."""

    @property
    def text(self) -> str:
        """What the row shows."""
        return "".join(run.text for run in self.runs)


class Manner(NamedTuple):
    """How a reader wants a page set, besides how wide."""

    open: bool = False
    """Whether an empty row stands between any two of a paragraph."""

    ordered: bool = False
    """Whether what is read from the right is put in order here, for a terminal that does
    not do it."""

    plain: bool = False
    """Whether the page is for somebody who hears it: words in place of bars and rules,
    one thing after the other."""

    told: bool = False
    """Whether it is said behind a quotation who speaks, rather than beside it."""


class Stretch(NamedTuple):
    """A part of the article's text that is to look different."""

    start: int
    end: int
    look: Look


def marked(line: Line, stretches: Iterable[Stretch]) -> Sequence[Run]:
    """Lay looks over a line.

    Exactly the characters inside a stretch take its look, and the links' numbers between
    them; what else is no part of the article's text takes none.

    Args:
        line: The line.
        stretches: In any order; they may overlap each other and the line's ends.

    Returns:
        The line's runs, cut where a stretch begins or ends.
    """
    over = [one for one in stretches if one.start < line.end and one.end > line.start]
    if not over:
        return line.runs
    marked: list[Run] = []
    at = line.start
    for run in line.runs:
        if run.start is None:
            inside = [one for one in over if one.start < at < one.end]
            marked.append(_over(run, inside) if run.look in _WITHIN_TEXT else run)
            continue
        at = run.end
        cuts = {run.start, run.end}
        for one in over:
            cuts.update(cut for cut in one[:2] if run.start < cut < run.end)
        for start, end in pairwise(sorted(cuts)):
            inside = [one for one in over if one.start <= start and end <= one.end]
            text = run.text[start - run.start : end - run.start]
            marked.append(_over(Run(text, start, run.look, run.link), inside))
    return marked


_WITHIN_TEXT = frozenset({Look.NUMBER})
"""What is put in between the words of a text, and is marked as they are."""


def _over(run: Run, stretches: Iterable[Stretch]) -> Run:
    look = run.look
    for one in stretches:
        look |= one.look
    return run._replace(look=look)
