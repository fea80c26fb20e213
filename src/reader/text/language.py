"""Which language a text is in: as its page says, or by its commonest words."""

from __future__ import annotations

import re
from collections import Counter

_SAMPLE = 5000
"""So many characters are enough to tell; in characters."""

_FEWEST = 3
"""Fewer common words than this tell nothing."""

_TAG = re.compile(
    r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?:[-_.@].*)?$"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’](?=\w))?")

_COMMON = {
    "en": "the of and to in is that for it was with as on are be by this from at have has not he his she they which would were an who will had their",
    "de": "der die und das den von zu mit ist im nicht ein eine auch auf für dem sich des als es wird aus hat wie bei nach sie er wir über einen am dass werden",
    "fr": "le la les et des est en un une du que dans qui pour au sur pas plus par ce il avec ne se sont aux mais cette ses été ont nous elle l’ d’ qu’",
    "es": "el la los las de que y en un una por con no se para del su al es lo como más pero sus le ha este sí porque esta entre cuando muy sin sobre también han",
    "pt": "o a os as de que e do da em um uma para com não se na por mais dos no como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está também são pelo pela",
    "it": "il la di che e un una per non in del della sono è con si da le i gli nel alla dei al più anche ha come ma lo dal delle questo nella suo l’ dell’ all’ un’",
    "nl": "de het een van en in is dat op te zijn voor met niet aan er ook als maar bij om naar door uit nog werd heeft hij ze wordt over dit worden hebben deze",
    "sv": "och att det som en på är av för med den till i inte har om ett men var jag sig så från vi kan de när år under också efter eller nu",
    "da": "og at det er en til på med for af den som de i ikke der har et var han fra men vi ved kan om efter så også blev eller hvor nu",
    "nb": "og å det er en til på med for av den som i ikke har et var han fra men vi ved kan om etter så også ble eller hvor nå jeg være",
    "pl": "i w na z że się do nie to jest o jak ale za po od przez dla są co czy tym tego być już oraz jego może był także",
    "tr": "ve bir bu için ile da de çok olarak daha olan en gibi sonra kadar ne ancak ise var değil göre",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}

_SCRIPTS = (
    # Kana before Han, as Japanese writes both.
    ("ja", re.compile("[\u3041-\u309f\u30a0-\u30fa]"), 0.05),
    ("ko", re.compile("[\uac00-\ud7af\u1100-\u11ff]"), 0.3),
    ("zh", re.compile("[\u4e00-\u9fff\u3400-\u4dbf]"), 0.3),
    ("he", re.compile("[\u05d0-\u05ea]"), 0.4),
    ("fa", re.compile("[پچژگ]"), 0.02),
    ("ar", re.compile("[\u0620-\u06ff]"), 0.4),
    ("uk", re.compile("[іїєґІЇЄҐ]"), 0.02),
    ("ru", re.compile("[\u0400-\u04ff]"), 0.4),
    ("el", re.compile("[\u0370-\u03ff]"), 0.4),
    ("th", re.compile("[\u0e01-\u0e5b]"), 0.4),
    ("hi", re.compile("[\u0900-\u097f]"), 0.4),
)
KNOWN = frozenset(_WORDS) | {language for language, _, _ in _SCRIPTS}
"""The languages that `detect` can tell."""

_LETTER = re.compile(r"[^\W\d_]")


def tag(value: str | None) -> str | None:
    """A language tag as a page writes it, as it should be written.

    Args:
        value: Such as `en`, `en_US` or `pt-br`.

    Returns:
        Such as `en`, `en-US` or `pt-BR`; None if it names no language.
    """
    found = _TAG.match((value or "").strip())
    if found is None:
        return None
    name, script, region = found.groups()
    if name.lower() in ("und", "mul", "zxx"):
        return None
    parts = [name.lower(), script and script.title(), region and region.upper()]
    return "-".join(part for part in parts if part)


def detect(text: str) -> str | None:
    """Tell the language of a text by its script or its commonest words.

    Args:
        text: A paragraph or more; of a long text only the beginning is looked at.

    Returns:
        A tag such as `en`, or None if it could be anything.
    """
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if letters == 0:
        return None
    for language, script, share in _SCRIPTS:
        if len(script.findall(sample)) / letters >= share:
            return language
    words = Counter(word.replace("'", "’") for word in _WORD.findall(sample.lower()))
    hits = {
        language: sum(count for word, count in words.items() if word in common)
        for language, common in _WORDS.items()
    }
    best, second = Counter(hits).most_common(2)
    return best[0] if best[1] >= _FEWEST and best[1] > second[1] else None
