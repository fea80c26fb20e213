"""Which quotation marks of one family belong together.

A paragraph is read in one pass from left to right. A mark is read by its
shape and by what stands beside it: “ opens in English and closes in German, ”
opens in Swedish, and ' is most often no quotation mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import ClassVar

from reader.text.quoted.marks import Family, Marked

MOST_PARAGRAPHS_WITHOUT_A_MARK = 12
"""How many unmarked paragraphs a quotation may run through to its closing mark."""

_OPENING_COMPANY = frozenset("([{<—–―-/¿¡:=\"'“„‘‚«»‹›「『*_>：，、。…")
_CLOSING_COMPANY = frozenset(")]}>—–―-/.,;:!?…\"'”“’‘«»‹›」』*_<：，、。；！？")
_SENTENCE_PUNCTUATION = frozenset(".,!?…;:—–-")
_ELISION = re.compile(
    r"(?:\d0s|\d\ds?\b(?!['’\w])|(?:n|em|tis|twas|twere|twill|til|till|cause|cos|bout|round|tude|burbs|hood|ere|nuff|fraid|s)\b)",
    re.IGNORECASE,
)


def _is_unspaced(mark: str) -> bool:
    """Whether a character is of a script that writes no spaces beside marks."""
    return "\u3040" <= mark <= "\u9fff" or "\uac00" <= mark <= "\ud7af"


class Role(Enum):
    """What a mark does where it stands."""

    OPENS = auto()
    CLOSES = auto()
    NEITHER = auto()


@dataclass(slots=True)
class _Open:
    """A quotation that has begun and not ended."""

    mark: int
    paragraph_end: int
    """Where the last paragraph ends that is known to belong to it."""

    at_paragraph_start: bool
    depth: int = 0
    unmarked: int = 0
    """How many paragraphs without any mark have followed."""


class Pairing:
    """Pairs the marks of one family, a paragraph after the other."""

    opening_shapes: ClassVar[str] = ""
    """Marks that open by their shape alone."""

    shape_tells: ClassVar[bool] = True
    """Whether a mark's shape says what it does, wherever it stands."""

    def __init__(self, text: str, family: Family) -> None:
        self.text = text
        self.family = family
        self.found: list[Marked] = []
        self.open: _Open | None = None
        self.following: int | None = None
        """The next mark of the paragraph that is being read, or None."""

    def read(self, start: int, end: int, marks: list[int]) -> None:
        """Read the marks of one paragraph."""
        if self.open is not None:
            marks = self.go_on(start, end, marks)
        nests = self.nests(marks)
        for index, at in enumerate(marks):
            self.following = marks[index + 1] if index + 1 < len(marks) else None
            role = self.role(at)
            if role is Role.OPENS:
                if self.open is None:
                    self.open = _Open(at, end, at == start)
                elif nests:
                    self.open.depth += 1
                else:
                    self.open = _Open(at, end, at == start)
            elif role is Role.CLOSES and self.open is not None:
                if self.open.depth:
                    self.open.depth -= 1
                else:
                    self.close(at)

    def go_on(self, start: int, end: int, marks: list[int]) -> list[int]:
        """Decide whether an open quotation goes on into this paragraph.

        Returns:
            The marks still to be read.
        """
        assert self.open is not None
        if not marks:
            self.open.unmarked += 1
            if self.open.unmarked > MOST_PARAGRAPHS_WITHOUT_A_MARK:
                self.give_up()
            return marks
        first = marks[0]
        if first == start and not self.open.unmarked and self.reopens(first):
            self.open.paragraph_end = end
            self.open.unmarked = self.open.depth = 0
            return marks[1:]
        self.following = marks[1] if len(marks) > 1 else None
        if self.only_closes(first) and self.role(first) is Role.CLOSES:
            self.open.paragraph_end = end
            return marks
        self.give_up()
        return marks

    def close(self, at: int) -> None:
        """End the open quotation at a closing mark."""
        assert self.open is not None
        self.add(self.open.mark, at, closed=True)
        self.open = None

    def give_up(self) -> None:
        """End the open quotation with the last paragraph that is surely its own."""
        if self.open is not None and self.open.at_paragraph_start:
            self.add(self.open.mark, self.open.paragraph_end, closed=False)
        self.open = None

    finish = give_up

    def add(self, mark: int, end: int, *, closed: bool) -> None:
        """Keep what stands between two offsets, without white space at its ends."""
        start, closing = mark + 1, end + 1 if closed else end
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start < end:
            self.found.append(
                Marked(mark, start, end, closing, self.family, closed=closed)
            )

    def reopens(self, at: int) -> bool:
        """Whether the mark at a paragraph's start takes the open quotation up again."""
        return self.shape_tells or self.role(at) is Role.OPENS

    def only_closes(self, at: int) -> bool:
        """Whether a mark cannot be taken for an opening one."""
        return self.shape_tells or not self.looks_opening(at)

    def nests(self, marks: Sequence[int]) -> bool:
        """Whether a paragraph's opening and closing marks balance.

        Only then does an opening mark inside a quotation open another in it;
        otherwise a mark is missing, and it begins anew.
        """
        opening = sum(self.text[at] in self.opening_shapes for at in marks)
        held = 0 if self.open is None else 1
        return 2 * opening + held == len(marks)

    def role(self, at: int) -> Role:
        """What a mark does, given whether a quotation is open."""
        return Role.OPENS if self.text[at] in self.opening_shapes else Role.CLOSES

    def before(self, at: int) -> str:
        """The character before an offset, or a space."""
        return self.text[at - 1] if at else " "

    def after(self, at: int) -> str:
        """The character after an offset, or a space."""
        return self.text[at + 1] if at + 1 < len(self.text) else " "

    def looks_opening(self, at: int) -> bool:
        """Whether a mark stands as an opening one does."""
        before, after = self.before(at), self.after(at)
        return not after.isspace() and (
            before.isspace() or before in _OPENING_COMPANY or _is_unspaced(before)
        )

    def looks_closing(self, at: int) -> bool:
        """Whether a mark stands as a closing one does."""
        before, after = self.before(at), self.after(at)
        return not before.isspace() and (
            after.isspace() or after in _CLOSING_COMPANY or _is_unspaced(after)
        )


class Doubles(Pairing):
    """“ ” „ ‟ " in every national custom."""

    shape_tells = False

    def read(self, start: int, end: int, marks: list[int]) -> None:
        """Read the marks of one paragraph, those of code and acronyms left out."""
        super().read(start, end, [at for at in marks if not self.is_no_mark(at)])

    def is_no_mark(self, at: int) -> bool:
        """Whether a straight mark belongs to code or to an acronym."""
        before, after = self.before(at), self.after(at)
        if self.text[at] != '"':
            return False
        in_code = before == "(" and at > 1 and self.text[at - 2].isalnum()
        in_word = before.isalpha() and after.isalpha()
        return in_code or in_word

    def nests(self, marks: Sequence[int]) -> bool:
        """Whether a paragraph's opening and closing marks balance."""
        shapes = [self.text[at] for at in marks]
        low = "„" in shapes
        opening = shapes.count("„") if low else shapes.count("“")
        closing = shapes.count("”") + (shapes.count("“") if low else 0)
        held = 0 if self.open is None else 1
        return opening + held == closing

    def role(self, at: int) -> Role:
        """What a mark does, by its shape and by what stands beside it."""
        mark, is_open = self.text[at], self.open is not None
        opening, closing = self.looks_opening(at), self.looks_closing(at)
        if mark in "„‟〝":
            return Role.OPENS
        if mark == "“":
            ends = is_open and closing and not opening
            return Role.CLOSES if ends else Role.OPENS
        if mark in "”〞":
            begins = not is_open and opening and not closing
            return Role.OPENS if begins else Role.CLOSES
        if self.before(at).isdigit() and self.is_inch():
            return Role.NEITHER
        if is_open:
            return Role.OPENS if opening and not closing else Role.CLOSES
        if opening:
            return Role.OPENS
        return Role.CLOSES if closing else Role.OPENS

    def is_inch(self) -> bool:
        """Whether a straight mark behind a digit measures rather than closes."""
        if self.open is None:
            return True
        return self.following is not None and not self.looks_opening(self.following)


class Guillemets(Pairing):
    """« », » « and » », with or without spaces."""

    opening_shapes = "«"
    inward = False
    same = False

    def read(self, start: int, end: int, marks: list[int]) -> None:
        """Read the marks of one paragraph, in the custom that its first one shows."""
        if marks and self.open is None:
            shapes = [self.text[at] for at in marks[:2]]
            begins = shapes[0] == "»" and (
                marks[0] == start or self.looks_opening(marks[0])
            )
            self.inward = begins and shapes[1:] == ["«"]
            self.same = begins and shapes[1:] == ["»"]
        super().read(start, end, marks)

    def role(self, at: int) -> Role:
        """What a mark does in the paragraph's custom."""
        if self.same and self.text[at] == "»":
            return Role.OPENS if self.open is None else Role.CLOSES
        opens = "»" if self.inward else "«"
        return Role.OPENS if self.text[at] == opens else Role.CLOSES


class Directed(Pairing):
    """Marks whose shape says all: 「 」 『 』 ‹ ›."""

    opening_shapes = "「『‹"


class Singles(Pairing):
    """‘ ’ ‚ ' `, which are apostrophes more often than not.

    A closing mark behind a letter and before a small word may be a plural's
    possessive or a dropped letter; it closes only if no better one follows.
    """

    def read(self, start: int, end: int, marks: list[int]) -> None:
        """Read the marks of one paragraph."""
        marks = [at for at in marks if not self.is_no_mark(at)]
        if self.open is not None:
            marks = self.go_on(start, end, marks)
        doubtful: int | None = None
        for at in marks:
            role = self.role(at)
            if role is Role.OPENS:
                if self.open is not None and doubtful is not None:
                    self.close(doubtful)
                if self.open is None or doubtful is None:
                    self.open = _Open(at, end, at == start)
                doubtful = None
            elif role is Role.CLOSES and self.open is not None:
                if not self.is_doubtful(at):
                    self.close(at)
                    doubtful = None
                elif doubtful is None:
                    doubtful = at
        if self.open is not None and doubtful is not None:
            self.close(doubtful)
        if self.open is not None and self.text[self.open.mark] != "‘":
            self.open = None

    def give_up(self) -> None:
        """Take what was open for an apostrophe."""
        self.open = None

    finish = give_up

    def is_no_mark(self, at: int) -> bool:
        """Whether a mark stands inside a word."""
        return self.before(at).isalnum() and self.after(at).isalnum()

    def role(self, at: int) -> Role:
        """What a mark does, if it is one."""
        mark = self.text[at]
        if mark == "‚":
            return Role.OPENS
        low = self.open is not None and self.text[self.open.mark] == "‚"
        if mark == "‘" and low:
            return Role.CLOSES
        before, after = self.before(at), self.after(at)
        opens = (
            mark != "’"
            and not before.isalnum()
            and not after.isspace()
            and (before not in _SENTENCE_PUNCTUATION or before in "—–-:")
        )
        if opens and after not in _CLOSING_COMPANY - _OPENING_COMPANY:
            elided = _ELISION.match(self.text, at + 1) is not None
            return Role.NEITHER if elided else Role.OPENS
        closes = mark not in "‘`" and not before.isspace() and not after.isalnum()
        return Role.CLOSES if closes else Role.NEITHER

    def is_doubtful(self, at: int) -> bool:
        """Whether a closing mark may be a possessive's or a dropped letter's."""
        following = self.text[at + 1 : at + 3]
        return self.before(at).isalnum() and (
            following[:1] == " " and following[1:].islower()
        )
