"""Proper names, by how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reader.text.cues.table import Cues, words_of
from reader.text.naming.given_names import MEN, WOMEN

MOST_WORDS = 12
"""Of a name; a longer run of capitals is a headline."""

LONGEST_CAPITALS = 24
"""Characters of a name that is written in capitals alone."""

_UPPER = "A-ZÀ-ÖØ-Þ" + "".join(
    chr(code) for code in range(0x100, 0x590) if chr(code).isupper()
)
_WORD = re.compile(
    r"(?:[lLdD]|(?:[dnsDN]?[aeuAE]|[qQ]ue)ll)(?=[’']\w)|\w(?:[\w&]|[’'.\-](?=\w))*\.?"
)


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
    groups, titles = cues.words["groups"], cues.all_titles
    roles = cues.people
    at = start
    pattern = _name_pattern(cues)
    while run := pattern.search(text, at, end):
        first, last = run.span()
        at = last
        particle, _, rest_of_run = run.group().partition(" ")
        if particle.islower() and (
            " " in rest_of_run
            or (
                cues.adjectives_follow
                and particle in cues.words["linking"]
                and _last_word(text, 0, max(first - 1, 0)).lower() in roles
            )
        ):
            # “von Jan Maas” is said of Jan Maas; “van Dijk” is a name.
            first += len(particle) + 1
        if text[first : first + 3].isupper() and (
            heading := _HEADING.match(text, first, last)
        ):
            first = heading.end()
        while word := _WORD.match(text, first, last):
            low = word.group().lower().rstrip(".")
            # “Shopkeeper Dan Hale” has a capital only where a sentence begins.
            is_role = (
                not cues.nouns_are_capitalised
                and low not in titles
                and word.end() < last
                and (
                    first < 2 or text[first - 1] == "\n" or text[first - 2] in ".!?\x00"
                )
                and (
                    low.partition("-")[0] in roles
                    or (
                        _ROLE.fullmatch(low) is not None
                        and _is_given(text, word.end() + 1, last)
                    )
                )
            )
            is_given = word.end() < last and (low in MEN or low in WOMEN)
            if (low not in not_names or is_given) and not is_role:
                break
            first = word.end()
            while first < last and not text[first].isalnum():
                first += 1
        if cues.nouns_are_capitalised and (linked := _NOBLE.search(text, first, last)):
            owner = _last_word(text, first, linked.start()).lower()
            if owner not in MEN and owner not in WOMEN:
                last = at = linked.start()
        if cues.nouns_are_capitalised:
            # „legte beim Gericht Berufung ein“: no name ends so.
            while (
                text.endswith(_ABSTRACT, first, last)
                and " " in text[first:last]
                and cues.part_of(_last_word(text, first, last).lower()) is None
            ):
                last = at = text.rfind(" ", first, last)
        if (
            text[max(0, first - 4) : first].lower() == "the "
            and (owned := _OWNED.match(text, last, end))
            and (rest := pattern.match(text, owned.end(), end))
        ):
            last = at = rest.end()
        if (low := _last_word(text, first, last).lower()) in groups or low in _HEADS:
            of = _OF.match(text, last, end)
            if (
                of
                and (rest := pattern.match(text, of.end(), end))
                and rest.group().lower() not in not_names
                and not _holds_given(rest.group())
            ):
                last = at = rest.end()
        if cues.verb_second and not cues.nouns_are_capitalised:
            first = _behind_office(text, first, last, cues)
        if text[first : first + 1].islower() and text[first - 1 : first] in ("'", "’"):
            # « L’idée » has its capital from the sentence it begins.
            at = max(first, run.start() + 1)
            continue
        if first >= last or (
            (low := text[first:last].lower()) in cues.all_titles or low in roles
        ):
            continue
        last = at = _joined_end(text, Name(first, last), end, pattern, groups)
        if last - first > LONGEST_CAPITALS and text[first:last].isupper():
            continue
        yield Name(first, last)


_ROLE = re.compile(r"(?:\w+-)*\w{2,}(?:er|or|ist|ian|ant|ent|man|woman|ee|ess|tute)")
"""How a noun for somebody may end."""

_ABSTRACT = ("ung", "ungen", "heit", "heiten", "keit", "keiten", "ismus")
"""How nouns end that nothing is called by."""

_HEADING = re.compile(
    r"(?:[A-ZÀ-Þ]+\W+)+(?=(?:The|A|An|When|In|On|At|It|There|As|If|He|She|My|His|Her)\b)"
)
"""A heading in capitals that a sentence runs on from."""

_OF = re.compile(r" (?:of|for|on|de|du|des|der|für|von) (?:the |la |el )?")
_AND = re.compile(r",? (?:and|&) ")
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


def _behind_office(text: str, start: int, end: int, cues: Cues) -> int:
    """Where somebody’s own name begins behind their office: «ministro dell’Economia Ada Orr».

    Returns:
        The end, if no name is left: « la secrétaire d’État ».
    """
    compound, _, rest = text[start:end].partition(" ")
    given = rest.partition(" ")[0].lower()
    if rest and (
        compound.rpartition("-")[2] in cues.people
        or (
            compound.lower() in cues.words["callings"]
            and (given in MEN or given in WOMEN)
        )
    ):
        # “D66-Kamerlid Ada Orr”, “Antwerpenaar Ada Orr”
        return end - len(rest)
    elided = text[start : start + 2] in ("d'", "d’")
    lead = [word.group().lower() for word in words_in(text, max(0, start - 40), start)]
    if (
        compound.isupper()
        and lead[-1:]
        and (not cues.people.isdisjoint(lead[-1:]) or lead[-1] in cues.words["groups"])
    ):
        # « la déléguée CGT Ada Orr »
        return end - len(rest) if given in MEN or given in WOMEN else start
    if not elided and (lead[-1:] == [] or lead[-1] not in cues.words["linking"]):
        return start
    if cues.people.isdisjoint(lead[-3:]):
        return start
    words = words_in(text, start, end)
    if words[-1].group() != words[0].group() and (
        words[0].group().lower() in cues.words["groups"]
    ):
        return start
    for word in words[1:-1]:
        if (low := word.group().lower()) in MEN or low in WOMEN:
            return word.start()
    if not elided or lead[-1] not in cues.people:
        return start
    return words[2].start() if len(words) > 2 else end


def _joined_end(
    text: str,
    name: Name,
    end: int,
    pattern: re.Pattern[str],
    groups: frozenset[str],
) -> int:
    """Where a body's name ends that goes on: “the Food and Drug Administration”."""
    first, last = name.start, name.end
    if text[max(0, first - 4) : first].lower() != "the ":
        return last
    joined = _AND.match(text, last, end)
    rest = pattern.match(text, joined.end(), end) if joined else None
    if rest is None or _last_word(text, first, last).lower() in groups | _HEADS:
        return last
    head = _last_word(text, rest.start(), rest.end()).lower()
    return rest.end() if head in groups or head in _HEADS or head in _TAILS else last


_TAILS = words_of("administration protection service services affairs rights")
"""Nouns that end a body's name of two parts."""


def _is_given(text: str, start: int, end: int) -> bool:
    """Whether the word at an offset is a given name, with another word behind it."""
    word, parted, _ = text[start:end].lower().partition(" ")
    return bool(parted) and (word in MEN or word in WOMEN)


def _holds_given(name: str) -> bool:
    """Whether a human being is named: “the team of Ada Bone”."""
    words = name.lower().split()
    return len(words) > 1 and any(one in MEN or one in WOMEN for one in words[:-1])


def _last_word(text: str, start: int, end: int) -> str:
    return text[max(text.rfind(" ", start, end) + 1, start) : end]


def words_in(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The words of a stretch, a trailing full stop included where it has one."""
    return list(_WORD.finditer(text, start, end))
