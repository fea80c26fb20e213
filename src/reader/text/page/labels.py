"""The words and arrows that say which neighbour a link leads to."""

from __future__ import annotations

import re
from enum import Enum

ARROWS = " \t\u00a0←→«»‹›<>|:–—-⟵⟶➜❮❯⇐⇒◀▶"
"""What stands around a neighbour's title and is none of it."""


_BARE_ARROWS = "".join(sign for sign in ARROWS if sign not in "«»‹›")
"""Those that are no quotation marks."""


class Way(Enum):
    """Which neighbour is meant."""

    PREVIOUS = "previous"
    NEXT = "next"


_POST = r"(?:\s(?:post|posts|article|entry|story|page|beitrag|artikel|eintrag|bericht|article|billet|entrada|artículo|noticia|artigo|notícia|articolo|الموضوع|المقال)(?:\sis)?)?"
_PREVIOUS_WORDS = (
    r"(?:previous|prev|older|earlier|vorherige[rs]?|vorige[rs]?|ältere[rs]?|zurück|précédent|anterior|precedente|vorige?|السابق|السابقة)"
    + _POST
    + r"|(?:article|billet|publication)\sprécédente?|(?:entrada|artículo|noticia|post|artigo|publicación)\santerior|(?:articolo|post)\sprecedente|(?:المقالة?|التدوينة|الخبر|الموضوع)\sالسابقة?"
)
_NEXT_WORDS = (
    r"(?:next|newer|later|nächste[rs]?|neuere[rs]?|weiter|suivant|siguiente|seguinte|próxim[oa]|successivo|volgende?|التالي|التالية)"
    + _POST
    + r"|(?:article|billet|publication)\ssuivante?|(?:entrada|artículo|noticia|publicación)\ssiguiente|(?:post|artigo)\sseguinte|(?:articolo|post)\ssuccessivo|(?:المقالة?|التدوينة|الخبر|الموضوع)\sالتالية?"
)
_AFTER = r"(?P<after>\s*[:：←→«»‹›<>|–—]+\s*|\s+(?=\S)|\s*$)"
_WORDS = {
    Way.PREVIOUS: re.compile(rf"(?P<words>{_PREVIOUS_WORDS}){_AFTER}", re.IGNORECASE),
    Way.NEXT: re.compile(rf"(?P<words>{_NEXT_WORDS}){_AFTER}", re.IGNORECASE),
}
_NAMES_A_POST = re.compile(
    r"\s(?:post|article|entry|story|beitrag|artikel|eintrag|bericht|précédente?|suivante?|siguiente|anterior|seguinte|precedente|successivo|السابقة?|التالية?)$",
    re.IGNORECASE,
)
_BACK = re.compile(r"^\s*(?:[←⟵❮⇐◀]|<{1,2}\s|<-|«(?!.*»)|‹(?!.*›))")
_ON = re.compile(r"(?:[→⟶➜❯⇒▶]|\s>{1,2}|->|»|›)\s*$")


def labelled(text: str) -> tuple[Way | None, str]:
    """Read a neighbour's line or link: which way it leads, and its bare title.

    “Next steps for the harbour” is a title; “Next: Harbour” and “Next post
    Harbour” are labels and titles. A label alone gives an empty title.
    """
    way = Way.PREVIOUS if _BACK.search(text) else None
    if way is None and _ON.search(text) and ("«" not in text and "‹" not in text):
        way = Way.NEXT
    quoted = ("«" in text and "»" in text) or ("‹" in text and "›" in text)
    arrows = _BARE_ARROWS if quoted else ARROWS
    bare = text.strip(arrows)
    for named, words in _WORDS.items():
        found = words.match(bare)
        if found is None:
            continue
        rest = bare[found.end() :].strip(arrows)
        marked = found["after"].strip() or _NAMES_A_POST.search(found["words"])
        if not rest or marked or way is named:
            return named, rest
    return way, bare


def names_a_post(text: str) -> bool:
    """Whether a line opens with a label that can mean nothing but a neighbour.

    “Previous post” and “Next article: Harbour” are such; “Next” and “Older”
    may lead through the pages of a list.
    """
    bare = text.strip(ARROWS)
    for words in _WORDS.values():
        found = words.match(bare)
        if found is not None and _NAMES_A_POST.search(found["words"]):
            return True
    return False
