"""Proper names, by how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reader.text.cues.table import Cues, words_of
from reader.text.given_names import MEN, WOMEN

MOST_WORDS = 12
"""Of a name; a longer run of capitals is a headline."""

LONGEST_CAPITALS = 24
"""Characters of a name that is written in capitals alone."""

_UPPER = "A-ZÀ-ÖØ-Þ" + "".join(
    chr(code) for code in range(0x100, 0x590) if chr(code).isupper()
)
_WORD = re.compile(r"\w(?:[\w&]|[’'.\-](?=\w))*\.?")


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name as it stands in a text, its titles included."""

    start: int
    end: int


@cache
def _name_pattern(cues: Cues) -> re.Pattern[str]:
    abbreviated = "|".join(
        sorted(
            (
                re.escape(one[:-1].capitalize())
                for field in ("titles", "titles_of_men", "titles_of_women")
                for one in cues.words[field]
                if one.endswith(".")
            ),
            key=len,
            reverse=True,
        )
    )
    dotted = rf"(?:{abbreviated or 'Dr'})\.(?=\s)|(?:[{_UPPER}]\.)+(?=[ ]?[{_UPPER}])"
    plain = (
        rf"(?:(?:[AaEe][lnstd]|[Aa]sh)-|[dDlL]['’])?[{_UPPER}]\w*"
        rf"(?:(?:['’](?![sS]\b)|-|&)\w+)*"
    )
    word = rf"(?:{dotted}|{plain})"
    particles = "|".join(map(re.escape, cues.particles.split()))
    groups = "|".join(
        re.escape(one.capitalize()) for one in sorted(cues.words["groups"])
    )
    between = rf"(?:['’]s?[ \u00a0](?=(?:{groups or '(?!)'})\b)|[ \u00a0]&[ \u00a0]|[ \u00a0](?:[“\"‘'][^\W\d_][\w ]{{0,20}}[”\"’'][ \u00a0])?|(?<=\.))"
    small = rf"(?:(?:{particles})[ \u00a0]|d['’])" if particles else "(?!)"
    after = r"(?:,? (?:Jr|Sr)\b\.?)?"
    return re.compile(
        rf"(?<![\w&])(?:(?:{particles})[ \u00a0](?=[{_UPPER}]))?{word}(?:{between}{small}{{0,2}}{word}){{0,{MOST_WORDS - 1}}}{after}"
    )


def names_in(text: str, cues: Cues, start: int, end: int) -> Iterator[Name]:
    """Find the runs of capitalised words in a stretch, in order.

    Words that only begin a sentence are left out of a name's beginning.
    """
    not_names = cues.words["not_names"]
    groups, titles = cues.words["groups"], cues.words["titles"]
    roles = cues.people
    at = start
    pattern = _name_pattern(cues)
    while run := pattern.search(text, at, end):
        first, last = run.span()
        at = last
        particle, _, rest_of_run = run.group().partition(" ")
        if particle.islower() and " " in rest_of_run:
            # “von Jan Maas” is said of Jan Maas; “van Dijk” is a name.
            first += len(particle) + 1
        while word := _WORD.match(text, first, last):
            low = word.group().lower().rstrip(".")
            # “Shopkeeper Dan Hale” has a capital only where a sentence begins.
            is_role = (
                low in roles
                and low not in titles
                and word.end() < last
                and (
                    first < 2 or text[first - 1] == "\n" or text[first - 2] in ".!?\x00"
                )
            )
            if low not in not_names and not is_role:
                break
            first = word.end()
            while first < last and not text[first].isalnum():
                first += 1
        if cues.nouns_are_capitalised and (linked := _NOBLE.search(text, first, last)):
            owner = _last_word(text, first, linked.start()).lower()
            if owner not in MEN and owner not in WOMEN:
                last = at = linked.start()
        if first >= last or (
            (low := text[first:last].lower()) in titles or low in roles
        ):
            continue
        if (low := _last_word(text, first, last).lower()) in groups or low in _HEADS:
            of = _OF.match(text, last, end)
            if of and (rest := pattern.match(text, of.end(), end)):
                last = at = rest.end()
        if last - first > LONGEST_CAPITALS and text[first:last].isupper():
            continue
        if text[max(0, first - 4) : first].lower() == "the " and (
            owned := _OWNED.match(text, last, end)
        ):
            rest = pattern.match(text, owned.end(), end)
            if rest is not None:
                last = at = rest.end()
        yield Name(first, last)


_OF = re.compile(r" (?:of|for|de|du|des|der|für|von) (?:the |la |el )?")
_OWNED = re.compile(r"['’]s ")
"""What joins “the People’s Daily”."""

_NOBLE = re.compile(r" (?:von|vom|zu|zum|zur|van|der|den|und zu) ")
"""What is part of a name only behind a given name: not in “Team von Karl Ott”."""

_HEADS = words_of(
    """
    university ministry bank house institute court duke duchess prince princess king queen bishop archbishop centre
    center chamber society secretary office department council city royal universität universidad université ministerio
    ministère
    """
)


def _last_word(text: str, start: int, end: int) -> str:
    return text[max(text.rfind(" ", start, end) + 1, start) : end]


def words_in(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The words of a stretch, a trailing full stop included where it has one."""
    return list(_WORD.finditer(text, start, end))
