"""A comment as WordPress will show it: paragraphs, what markup it allows, and typographic marks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from reader.sites.comments.preview import in_paragraphs
from reader.sites.comments.wordpress import as_stored

_TAG: Final = re.compile(r"(<[^<>]*>)")
_LEFT_ALONE: Final = re.compile(r"<(/?)(?:code|a)\b", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"(?<![\w\"'=/@])https?://[^\s<>\"']+[^\s<>\"'.,;:!?)]")
_BLOCK: Final = re.compile(r"\s*(</?blockquote\b[^<>]*>)\s*", re.IGNORECASE)

_OPENS, _CLOSES, _OPENS_WITHIN, _CLOSES_WITHIN, _APOSTROPHE = (
    "\ue000\ue001\ue002\ue003\ue004"
)
"""What stands for a mark of the site's language until all are found."""

_STAND_FOR: Final = _OPENS, _CLOSES, _OPENS_WITHIN, _CLOSES_WITHIN, _APOSTROPHE

_ENGLISH: Final = "“", "”", "‘", "’", "’"
_QUOTES: Final[Mapping[str, tuple[str, str, str, str, str]]] = {
    "en": _ENGLISH,
    "cs": ("„", "“", "‚", "‘", "’"),
    "de": ("„", "“", "‚", "‘", "’"),
    "el": ("«", "»", "“", "”", "’"),
    "fi": ("”", "”", "’", "’", "’"),
    "fr": ("«\xa0", "\xa0»", "‘", "’", "’"),
    "it": _ENGLISH,
    "pl": ("„", "”", "‚", "’", "’"),
    "ru": ("«", "»", "‘", "’", "’"),
    "sv": ("”", "”", "’", "’", "’"),
}
"""The quotation marks of WordPress's translations, as far as we know them."""

_AS_TYPED: Final = '"', '"', "'", "'", "'"
"""Where we do not know them."""

_MARKS: Final = tuple(
    (re.compile(pattern), mark)
    for pattern, mark in (
        (r"\.\.\.", "…"),
        (r"---", "—"),
        (r"(?:\A|(?<=\s))--(?=\s)", "—"),
        (r"(?<!xn)--", "–"),
        (r"(?:\A|(?<=\s))-(?=\s)", "–"),
        (r"``", _OPENS),
        (r"''", _CLOSES),
        (r"'(?=\d\d(?:\D|$))", _APOSTROPHE),
        (rf"(?:\A|(?<=[\s(\[{{\"“{_OPENS}—–-]))'(?=\S)", _OPENS_WITHIN),
        (r"(?<=\S)'(?=[^\s.,:;!?\"'(){}\[\]-])", _APOSTROPHE),
        (r"'", _CLOSES_WITHIN),
        (rf'(?:\A|(?<=[\s(\[{{‘{_OPENS_WITHIN}—–-]))"(?=\S)', _OPENS),
        (r'"', _CLOSES),
        (r"(?<=\d)x(?=\d)", "×"),
        (r"\(tm\)", "™"),
    )
)
"""What is typed on a typewriter, and the mark that WordPress makes of it, in its order."""


def as_html(text: str, language: str | None) -> str:
    """Write a comment as a WordPress without plugins shows it.

    Args:
        text: What was written.
        language: The site's, if it says so; other languages have other quotation
            marks. Those of a language we know nothing of stay as they were typed.
    """
    kept = _BLOCK.sub(r"\n\n\1\n\n", as_stored(text))
    html = in_paragraphs(_with_marks(_linked(kept)), blocks="blockquote")
    marks = _QUOTES.get((language or "en")[:2].lower(), _AS_TYPED)
    return html.translate(
        {ord(one): mark for one, mark in zip(_STAND_FOR, marks, strict=True)}
    )


def _linked(html: str) -> str:
    """Make links of bare addresses, but not inside of links."""
    return "".join(
        part
        if is_tag or untouched
        else _ADDRESS.sub(
            lambda found: f'<a href="{found[0]}">{found[0]}</a>',
            part,
        )
        for part, is_tag, untouched in _parts(html)
    )


def _with_marks(html: str) -> str:
    """Put typographic marks in place of typewriters', but not in code or addresses."""
    parts = []
    for part, is_tag, untouched in _parts(html):
        words = part
        if not is_tag and not untouched:
            for pattern, mark in _MARKS:
                words = pattern.sub(mark, words)
        parts.append(words)
    return "".join(parts)


def _parts(html: str) -> list[tuple[str, bool, bool]]:
    """Cut into tags and what stands between them.

    With each goes whether it is a tag, and whether it stands where nothing is
    touched.
    """
    parts, within = [], 0
    for at, part in enumerate(_TAG.split(html)):
        is_tag = at % 2 == 1
        parts.append((part, is_tag, within > 0))
        if is_tag and (alone := _LEFT_ALONE.match(part)):
            within = max(within + (-1 if alone[1] else 1), 0)
    return parts
