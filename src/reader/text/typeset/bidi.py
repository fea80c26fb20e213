"""Arabic, Hebrew and Persian in the order they are read in, for terminals that draw from the left.

The Unicode Bidirectional Algorithm (UAX #9), less what concerns its explicit controls: those
are taken out of every text where it comes in. No library that has it tells where each
character went, and the page has to know.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff]")

_PAIRS = (
    "()[]{}⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌"
    "⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_OTHER_MIRRORED = "<>«»‹›≤≥≪≫≺≻⊂⊃⊆⊇∈∋⟵⟶＜＞"
_CLOSING = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_OTHERS = dict(zip(_OTHER_MIRRORED[::2], _OTHER_MIRRORED[1::2], strict=True))
_MIRRORED = {
    **_CLOSING,
    **_OPENING,
    **_OTHERS,
    **{other: one for one, other in _OTHERS.items()},
}
_DEEPEST_BRACKETS = 63
"""As many open brackets as the algorithm keeps in mind."""

_NEUTRAL = frozenset({"B", "S", "WS", "ON"})
_BETWEEN_NUMBERS = {"ES", "CS"}


def has_leftward(text: str) -> bool:
    """Whether any of a text is written from the right."""
    return not text.isascii() and _LEFTWARD.search(text) is not None


def reads_leftward(text: str) -> bool:
    """Whether a text begins, and so is set, from the right."""
    if not has_leftward(text):
        return False
    for character in text[:400]:
        match unicodedata.bidirectional(character):
            case "R" | "AL":
                return True
            case "L":
                return False
    return False


def levels_of(text: str, *, leftward: bool) -> list[int]:
    """How deeply each character is embedded: odd ones are read from the right.

    Args:
        text: Any text; a line feed parts paragraphs.
        leftward: Whether the text as a whole is.
    """
    levels: list[int] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            levels.append(int(leftward))
        levels.extend(_levels_of_line(line, int(leftward)))
    return levels


def visual_order(levels: Sequence[int]) -> list[int]:
    """In which order the characters of one row stand from the left, given their levels (L2)."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    for level in range(max(levels, default=0), min(odd, default=0) - 1, -1):
        if not level:
            break
        at = 0
        for deep, run in groupby(order, key=lambda one: levels[one] >= level):
            turned = list(run)
            if deep:
                order[at : at + len(turned)] = turned[::-1]
            at += len(turned)
    return order


def mirrored(character: str) -> str:
    """How a bracket or its like looks among what is read from the right."""
    return _MIRRORED.get(character, character)


def _levels_of_line(text: str, base: int) -> list[int]:
    classes = [unicodedata.bidirectional(one) or "L" for one in text]
    # What has no direction of its own goes with what stands before it (X9).
    kept = [at for at, one in enumerate(classes) if one != "BN"]
    types = [classes[at] for at in kept]
    outside = "R" if base else "L"
    _resolve_weak(types, outside)
    _resolve_brackets([text[at] for at in kept], types, outside)
    _resolve_neutral(types, outside)
    levels = [base] * len(text)
    for at, one in zip(kept, types, strict=True):
        if base % 2:
            levels[at] = base + (one != "R")
        else:
            levels[at] = base + {"L": 0, "R": 1}.get(one, 2)
    for at, one in enumerate(classes):
        if one == "BN" and at:
            levels[at] = levels[at - 1]
        elif one in "SB":
            levels[at] = base
    # White space at the end goes with the line (L1).
    for at in range(len(text) - 1, -1, -1):
        if classes[at] not in {"WS", "S", "BN"}:
            break
        levels[at] = base
    return levels


def _resolve_weak(types: list[str], outside: str) -> None:
    """Numbers, and what stands among them (W1 to W7)."""
    before = strong = outside
    for at, one in enumerate(types):
        if one == "NSM":
            one = types[at] = before  # noqa: PLW2901
        before = one
        if one in {"L", "R", "AL"}:
            strong = one
        elif one == "EN" and strong == "AL":
            types[at] = "AN"
    types[:] = ["R" if one == "AL" else one for one in types]
    for at in range(1, len(types) - 1):
        left, one, right = types[at - 1 : at + 2]
        if left == right and (
            (one in _BETWEEN_NUMBERS and left == "EN") or (one == "CS" and left == "AN")
        ):
            types[at] = left
    at = 0
    for one, run in groupby(list(types)):
        end = at + len(list(run))
        if one == "ET":
            beside = types[max(at - 1, 0) : at] + types[end : end + 1]
            types[at:end] = ["EN" if "EN" in beside else "ON"] * (end - at)
        elif one in _BETWEEN_NUMBERS:
            types[at:end] = ["ON"] * (end - at)
        at = end
    strong = outside
    for at, one in enumerate(types):
        if one in {"L", "R"}:
            strong = one
        elif one == "EN" and strong == "L":
            types[at] = "L"


def _resolve_brackets(text: Sequence[str], types: list[str], outside: str) -> None:
    """Two brackets go the same way, that of what stands between them (N0)."""
    for start, end in sorted(_pairs(text, types)):
        inside = {_way(one) for one in types[start + 1 : end]}
        way = None
        if outside in inside:
            way = outside
        elif inside & {"L", "R"}:
            before = (_way(one) for one in reversed(types[:start]))
            around = next((one for one in before if one is not None), outside)
            way = around if around in inside else outside
        if way is not None:
            types[start] = types[end] = way


def _pairs(text: Sequence[str], types: Sequence[str]) -> Iterator[tuple[int, int]]:
    open_ones: list[tuple[str, int]] = []
    for at, character in enumerate(text):
        if types[at] != "ON":
            continue
        if character in _CLOSING:
            if len(open_ones) == _DEEPEST_BRACKETS:
                return
            open_ones.append((_CLOSING[character], at))
        elif character in _OPENING:
            for depth in range(len(open_ones) - 1, -1, -1):
                closing, start = open_ones[depth]
                if closing == character:
                    del open_ones[depth:]
                    yield start, at
                    break


def _way(one: str) -> str | None:
    """The direction of a type; numbers go with what is read from the right."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(one)


def _resolve_neutral(types: list[str], outside: str) -> None:
    """Spaces and punctuation go with both their neighbours, or with the line (N1, N2)."""
    at = 0
    for neutral, run in groupby(list(types), key=_NEUTRAL.__contains__):
        end = at + len(list(run))
        if neutral:
            left = _way(types[at - 1]) if at else outside
            right = _way(types[end]) if end < len(types) else outside
            way = left if left == right and left is not None else outside
            types[at:end] = [way] * (end - at)
        at = end


class _Forms(NamedTuple):
    """How an Arabic letter looks by what it is joined to."""

    isolated: str
    final: str
    initial: str
    medial: str


_TATWEEL, _JOINER = "\u0640", "\u200d"
_LAM = "\u0644"
NO_SIGN = "\u034f"
"""Takes no cell, and is taken for a part of the letter before it."""


def shaped(text: str) -> str:
    """Write Arabic letters as they look beside each other.

    Returns:
        A text of the same length, for terminals that do not join letters. Lam and alef
        are one sign, and `NO_SIGN` behind it.
    """
    forms = _forms()
    written = list(text)
    before: str | None = None
    lam: int | None = None
    for at, character in enumerate(text):
        if character not in forms:
            if unicodedata.category(character) != "Mn":
                before = character
            continue
        one = forms[character]
        after = _next_letter(text, at + 1)
        joins_back = bool(one.final) and _joins_on(before)
        joins_on = bool(one.initial) and _joins_back(after)
        if joins_back:
            written[at] = one.medial if joins_on and one.medial else one.final
        else:
            written[at] = one.initial if joins_on else one.isolated or character
        together = _with_lam().get(character)
        if together is not None and before == _LAM and lam is not None:
            joined = written[lam] == forms[_LAM].medial
            written[lam] = together.final if joined else together.isolated
            written[at] = NO_SIGN
        lam = at if character == _LAM else None
        before = character
    return "".join(written)


def _next_letter(text: str, at: int) -> str | None:
    while at < len(text) and unicodedata.category(text[at]) == "Mn":
        at += 1
    return text[at] if at < len(text) else None


def _joins_on(character: str | None) -> bool:
    """Whether a character is joined to what follows it."""
    if character is None:
        return False
    one = _forms().get(character)
    return character in {_TATWEEL, _JOINER} or (one is not None and bool(one.initial))


def _joins_back(character: str | None) -> bool:
    """Whether a character is joined to what stands before it."""
    if character is None:
        return False
    one = _forms().get(character)
    return character in {_TATWEEL, _JOINER} or (one is not None and bool(one.final))


@cache
def _forms() -> dict[str, _Forms]:
    """The forms of every letter that has any, as Unicode lists them."""
    listed = _listed((*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEF5)))
    return {letters: forms for letters, forms in listed.items() if len(letters) == 1}


@cache
def _with_lam() -> dict[str, _Forms]:
    """The forms of lam and each kind of alef after it, by the alef."""
    return {
        letters[1]: forms for letters, forms in _listed(range(0xFEF5, 0xFEFD)).items()
    }


def _listed(codes: Iterable[int]) -> dict[str, _Forms]:
    """What some signs are forms of, and all the forms of that."""
    found: dict[str, dict[str, str]] = {}
    for code in codes:
        what, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if what:
            written = "".join(chr(int(letter, 16)) for letter in letters)
            found.setdefault(written, {})[what.strip("<>")] = chr(code)
    return {
        written: _Forms(*(forms.get(name, "") for name in _Forms._fields))
        for written, forms in found.items()
    }
