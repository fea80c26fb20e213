"""Which quotation marks belong together.

Each family of marks is paired by itself, paragraph by paragraph, in one pass
from left to right; then what is nested in something else is dropped. A mark
is read by its shape and by what stands beside it: “ opens in English and
closes in German, ” opens in Swedish, and ' is most often no quotation mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

MOST_PARAGRAPHS_WITHOUT_A_MARK = 12
"""How many unmarked paragraphs a quotation may run through to its closing mark."""


class Family(Enum):
    """Marks that pair with one another."""

    DOUBLE = auto()
    GUILLEMET = auto()
    CORNER = auto()
    WHITE_CORNER = auto()
    SINGLE = auto()
    ANGLE = auto()
    DASH = auto()
    """A dash opens it, and nothing closes it."""

    BLOCK = auto()
    """No mark at all: a block quotation."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between an opening and a closing mark.

    It may be somebody's words, a title or a word held at arm's length.
    """

    opening: int
    """Offset of the opening mark."""

    start: int
    """Offset of the first character between the marks that is no white space."""

    end: int
    """Offset just past the last one."""

    closing: int
    """Offset just past the closing mark; `end` if there is none."""

    family: Family
    closed: bool = True
    """Whether there is a closing mark."""


class _Role(Enum):
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


_FAMILIES = {
    Family.DOUBLE: '“”„‟"〝〞＂',
    Family.GUILLEMET: "«»",
    Family.CORNER: "「」",
    Family.WHITE_CORNER: "『』",
    Family.SINGLE: "‘’‚'`",
    Family.ANGLE: "‹›",
}
_FAMILY_OF = {mark: family for family, marks in _FAMILIES.items() for mark in marks}
_ANY_MARK = re.compile("[" + "".join(_FAMILY_OF) + "]")
_OPENING_COMPANY = frozenset("([{<—–―-/¿¡:=\"'“„‘‚«»‹›「『*_>：，、。…")
_CLOSING_COMPANY = frozenset(")]}>—–―-/.,;:!?…\"'”“’‘«»‹›」』*_<：，、。；！？")
_SENTENCE_PUNCTUATION = frozenset(".,!?…;:—–-")
_ELISION = re.compile(
    r"(?:\d0s|\d\ds?\b(?!['’\w])|(?:n|em|tis|twas|twere|twill|til|till|cause|cos|bout|round|tude|burbs|hood|ere|nuff|fraid|s)\b)",
    re.IGNORECASE,
)
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def marked_in(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Marked]:
    """Find what stands between quotation marks, outermost only.

    A stretch that goes on over several paragraphs, each of which opens it
    anew, is one. A mark whose partner is missing costs no more than its own
    paragraph.

    Args:
        text: A text whose marks are `unified`.
        paragraphs: Its paragraphs, in order.

    Returns:
        The stretches in order; none overlaps another.
    """
    tokens = _tokens(text, paragraphs)
    found: list[Marked] = []
    for family in _PAIRING:
        if any(mark in text for mark in _FAMILIES[family]):
            pairing = _PAIRING[family](text, family)
            for (start, end), marks in zip(paragraphs, tokens, strict=True):
                pairing.read(start, end, marks.get(family, []))
            pairing.finish()
            found += pairing.found
    return _outermost(text, found)


def _tokens(
    text: str, paragraphs: Sequence[tuple[int, int]]
) -> list[dict[Family, list[int]]]:
    """The offsets of each family's marks, a paragraph at a time."""
    tokens: list[dict[Family, list[int]]] = []
    for start, end in paragraphs:
        here: dict[Family, list[int]] = {}
        for mark in _ANY_MARK.finditer(text, start, end):
            here.setdefault(_FAMILY_OF[mark.group()], []).append(mark.start())
        tokens.append(here)
    return tokens


class _Pairing:
    """Pairs the marks of one family, a paragraph after the other."""

    def __init__(self, text: str, family: Family) -> None:
        self.text = text
        self.family = family
        self.found: list[Marked] = []
        self.open: _Open | None = None

    def read(self, start: int, end: int, marks: list[int]) -> None:
        """Read the marks of one paragraph."""
        marks = [at for at in marks if not self.is_no_mark(at)]
        if self.open is not None:
            marks = self.go_on(start, end, marks)
        nests = self.nests(marks)
        for index, at in enumerate(marks):
            following = marks[index + 1] if index + 1 < len(marks) else None
            role = self.role(at, following)
            if role is _Role.OPENS:
                if self.open is None:
                    self.open = _Open(at, end, at == start)
                elif nests:
                    self.open.depth += 1
                else:
                    self.open = _Open(at, end, at == start)
            elif role is _Role.CLOSES and self.open is not None:
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
        if first == start and self.reopens(first):
            self.open.paragraph_end = end
            self.open.unmarked = self.open.depth = 0
            return marks[1:]
        following = marks[1] if len(marks) > 1 else None
        if self.only_closes(first) and self.role(first, following) is _Role.CLOSES:
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

    def is_no_mark(self, at: int) -> bool:
        """Whether a character is certainly no quotation mark where it stands."""
        return False

    def reopens(self, at: int) -> bool:
        """Whether the mark at a paragraph's start takes the open quotation up again."""
        return self.role(at, None) is _Role.OPENS

    def only_closes(self, at: int) -> bool:
        """Whether a mark cannot be taken for an opening one."""
        return True

    def nests(self, marks: list[int]) -> bool:
        """Whether an opening mark inside a quotation opens another in it."""
        return False

    def role(self, at: int, following: int | None) -> _Role:
        """What a mark does, given whether a quotation is open."""
        raise NotImplementedError

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
            before.isspace()
            or before in _OPENING_COMPANY
            or _UNSPACED.match(before) is not None
        )

    def looks_closing(self, at: int) -> bool:
        """Whether a mark stands as a closing one does."""
        before, after = self.before(at), self.after(at)
        return not before.isspace() and (
            after.isspace()
            or after in _CLOSING_COMPANY
            or _UNSPACED.match(after) is not None
        )


class _Doubles(_Pairing):
    """“ ” „ ‟ " in every national custom."""

    def is_no_mark(self, at: int) -> bool:
        before, after = self.before(at), self.after(at)
        if self.text[at] != '"':
            return False
        in_code = before == "(" and at > 1 and self.text[at - 2].isalnum()
        in_word = before.isalpha() and after.isalpha()
        return in_code or in_word

    def nests(self, marks: list[int]) -> bool:
        shapes = [self.text[at] for at in marks]
        low = "„" in shapes
        opening = shapes.count("„") if low else shapes.count("“")
        closing = shapes.count("”") + (shapes.count("“") if low else 0)
        held = 0 if self.open is None else 1
        return opening + held == closing

    def only_closes(self, at: int) -> bool:
        return not self.looks_opening(at)

    def role(self, at: int, following: int | None) -> _Role:
        mark, is_open = self.text[at], self.open is not None
        opening, closing = self.looks_opening(at), self.looks_closing(at)
        if mark in "„‟〝":
            return _Role.OPENS
        if mark == "“":
            ends = is_open and closing and not opening
            return _Role.CLOSES if ends else _Role.OPENS
        if mark in "”〞":
            begins = not is_open and opening and not closing
            return _Role.OPENS if begins else _Role.CLOSES
        if self.before(at).isdigit() and self.is_inch(at, following):
            return _Role.NEITHER
        if is_open:
            return _Role.OPENS if opening and not closing else _Role.CLOSES
        if opening:
            return _Role.OPENS
        return _Role.CLOSES if closing else _Role.OPENS

    def is_inch(self, at: int, following: int | None) -> bool:
        """Whether a straight mark behind a digit measures rather than closes."""
        if self.open is None:
            return True
        return following is not None and not self.looks_opening(following)


class _Guillemets(_Pairing):
    """« », » « and » », with or without spaces."""

    inward = False
    same = False

    def read(self, start: int, end: int, marks: list[int]) -> None:
        if marks and self.open is None:
            shapes = [self.text[at] for at in marks[:2]]
            begins = shapes[0] == "»" and (
                marks[0] == start or self.looks_opening(marks[0])
            )
            self.inward = begins and len(marks) > 1 and shapes[1] == "«"
            self.same = begins and len(marks) > 1 and shapes[1] == "»"
        super().read(start, end, marks)

    def reopens(self, at: int) -> bool:
        return True

    def nests(self, marks: list[int]) -> bool:
        opening = sum(self.text[at] == "«" for at in marks)
        return 2 * opening == len(marks) + (0 if self.open is None else -1)

    def role(self, at: int, following: int | None) -> _Role:
        if self.same and self.text[at] == "»":
            return _Role.OPENS if self.open is None else _Role.CLOSES
        opens = "»" if self.inward else "«"
        if self.text[at] != opens:
            return _Role.CLOSES
        if self.open is None or self.open.depth:
            return _Role.OPENS
        return _Role.OPENS


class _Directed(_Pairing):
    """Marks whose shape says all: 「 」 『 』 ‹ ›."""

    def nests(self, marks: list[int]) -> bool:
        return True

    def role(self, at: int, following: int | None) -> _Role:
        return _Role.OPENS if self.text[at] in "「『‹" else _Role.CLOSES


class _Singles(_Pairing):
    """‘ ’ ‚ ' `, which are apostrophes more often than not.

    A closing mark behind a letter and before a small word may be a plural's
    possessive or a dropped letter; it closes only if no better one follows.
    """

    def read(self, start: int, end: int, marks: list[int]) -> None:
        marks = [at for at in marks if not self.is_no_mark(at)]
        if self.open is not None:
            marks = self.go_on(start, end, marks)
        doubtful: int | None = None
        for at in marks:
            role = self.role(at, None)
            if role is _Role.OPENS:
                if self.open is not None and doubtful is not None:
                    self.close(doubtful)
                if self.open is None or doubtful is None:
                    self.open = _Open(at, end, at == start)
                doubtful = None
            elif role is _Role.CLOSES and self.open is not None:
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
        self.open = None

    finish = give_up

    def is_no_mark(self, at: int) -> bool:
        return self.before(at).isalnum() and self.after(at).isalnum()

    def role(self, at: int, following: int | None) -> _Role:
        mark = self.text[at]
        if mark == "‚":
            return _Role.OPENS
        low = self.open is not None and self.text[self.open.mark] == "‚"
        if mark == "‘" and low:
            return _Role.CLOSES
        before, after = self.before(at), self.after(at)
        opens = (
            mark != "’"
            and not before.isalnum()
            and not after.isspace()
            and (before not in _SENTENCE_PUNCTUATION or before in "—–-:")
        )
        if opens and after not in _CLOSING_COMPANY - _OPENING_COMPANY:
            elided = _ELISION.match(self.text, at + 1) is not None
            return _Role.NEITHER if elided else _Role.OPENS
        closes = mark not in "‘`" and not before.isspace() and not after.isalnum()
        return _Role.CLOSES if closes else _Role.NEITHER

    def is_doubtful(self, at: int) -> bool:
        """Whether a closing mark may be a possessive's or a dropped letter's."""
        following = self.text[at + 1 : at + 3]
        return self.before(at).isalnum() and (
            following[:1] == " " and following[1:].islower()
        )


_PAIRING: dict[Family, type[_Pairing]] = {
    Family.DOUBLE: _Doubles,
    Family.GUILLEMET: _Guillemets,
    Family.CORNER: _Directed,
    Family.WHITE_CORNER: _Directed,
    Family.SINGLE: _Singles,
    Family.ANGLE: _Directed,
}


def _outermost(text: str, found: list[Marked]) -> list[Marked]:
    """Drop what is nested, and of two that cross the one that is less sure."""
    found.sort(key=lambda one: (one.opening, -one.closing))
    kept: list[Marked] = []
    for one in found:
        last = kept[-1] if kept else None
        if last is None or one.opening >= last.closing:
            kept.append(one)
        elif _yields(text, last, one):
            kept[-1] = one
    return kept


def _yields(text: str, outer: Marked, inner: Marked) -> bool:
    """Whether a stretch gives way to one that begins inside it."""
    if not outer.closed and inner.closed and inner.family is not Family.SINGLE:
        return inner.closing > outer.closing
    if outer.family is not Family.SINGLE or inner.family is Family.SINGLE:
        return False
    # Single marks around double ones are believed only if they close as a
    # quotation does; otherwise two apostrophes have caught a quotation.
    ends_well = text[outer.end - 1] in _SENTENCE_PUNCTUATION or text[
        outer.closing : outer.closing + 1
    ] in (",", ".", "", "\n")
    return inner.closing > outer.closing or not ends_well
