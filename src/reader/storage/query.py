"""The language of search: what a person types, as SQLite understands it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from reader.text.sanitize import clean_line

_TERM: Final = re.compile(
    r"""(?P<not>-)?(?:(?P<field>\w+):)?(?:"(?P<phrase>[^"]*)"?|(?P<word>\S+))(?P<open>\*)?"""
)
_LETTER: Final = re.compile(r"\w")
_DATE: Final = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
_MOST_TERMS: Final = 50

_COLUMNS: Final = {"title": "title", "author": "author"}
_STATES: Final = {
    "unread": "statuses.read = 0",
    "read": "statuses.read = 1",
    "starred": "statuses.starred = 1",
}
_QUOTED: Final = (
    "EXISTS (SELECT 1 FROM quotations WHERE article_id = statuses.article_id)"
)
_HIGHLIGHTED: Final = "statuses.article_id IN (SELECT article_id FROM highlights)"
_HOLDINGS: Final = {
    "quotation": _QUOTED,
    "quotations": _QUOTED,
    "highlight": _HIGHLIGHTED,
    "highlights": _HIGHLIGHTED,
}


@dataclass(frozen=True, slots=True)
class Query:
    """A search, taken apart."""

    match: str | None
    """What the full-text index is asked, or None if no word is looked for."""

    where: tuple[str, ...]
    """Further conditions on `statuses`."""

    values: dict[str, Any]


def query_in(words: str) -> Query:
    """Take a search apart.

    All of its terms have to match: `word`, `begin*`, `"a phrase"`, `-not`,
    `title:` and `author:` with a word or a phrase, `source:`, `tag:`,
    `before:` and `after:` with a date (`2020`, `2020-06`, `2020-06-26`),
    `is:unread`, `is:read`, `is:starred`, `speaker:` with a part of a name,
    `has:quotation`, `has:highlight`. What is none of this is a word.

    Args:
        words: What a person typed.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    where: list[str] = []
    values: dict[str, Any] = {}
    for number, found in enumerate(_TERM.finditer(clean_line(words))):
        if number == _MOST_TERMS:
            break
        text = found["phrase"] if found["phrase"] is not None else found["word"]
        field = (found["field"] or "").lower()
        condition = _CONDITIONS.get(field)
        name = f"term{number}"
        said = condition(text, name) if condition is not None and text else None
        if said is not None:
            sql, value = said
            where.append(f"NOT ({sql})" if found["not"] else sql)
            values |= value
            continue
        term = _match(found, field, text)
        if term is not None:
            (unwanted if found["not"] else wanted).append(term)
    match = " ".join(wanted) or None
    if match is not None and unwanted:
        match = f"({match}) NOT ({' OR '.join(unwanted)})"
    return Query(match, tuple(where), values)


def _match(found: re.Match[str], field: str, text: str) -> str | None:
    """One term in the language of the index, or None if it holds nothing to find."""
    begins = found["open"] is not None or (
        found["phrase"] is None and text.endswith("*")
    )
    if field and field not in _COLUMNS:
        # “re:invent” is two words side by side.
        text = f"{found['field']} {text}"
    if _LETTER.search(text) is None:
        return None
    quoted = '"' + text.rstrip("*").replace('"', " ") + '"' + ("*" if begins else "")
    return f"{_COLUMNS[field]} : {quoted}" if field in _COLUMNS else quoted


_Condition = tuple[str, dict[str, Any]] | None


def _is(text: str, _: str) -> _Condition:
    sql = _STATES.get(text.lower())
    return None if sql is None else (sql, {})


def _tag(text: str, name: str) -> _Condition:
    return (
        f"""(+statuses.source_id IN
            (SELECT source_id FROM source_tags WHERE tag = :{name} COLLATE NOCASE)
        OR +statuses.article_id IN
            (SELECT article_id FROM article_tags WHERE tag = :{name} COLLATE NOCASE))""",
        {name: text},
    )


def _source(text: str, name: str) -> _Condition:
    return (
        f"""statuses.source_id IN (SELECT id FROM sources
            WHERE name LIKE :{name} ESCAPE '\\' OR url LIKE :{name} ESCAPE '\\')""",
        {name: f"%{_as_it_is(text)}%"},
    )


def _as_it_is(text: str) -> str:
    """A text as a pattern that nothing else is like."""
    return re.sub(r"([%_\\])", r"\\\1", text)


def _speaker(text: str, name: str) -> _Condition:
    return (
        f"""statuses.article_id IN (SELECT article_id FROM quotations
            WHERE speaker LIKE :{name} ESCAPE '\\')""",
        {name: f"%{_as_it_is(text)}%"},
    )


def _has(text: str, _: str) -> _Condition:
    sql = _HOLDINGS.get(text.lower())
    return None if sql is None else (sql, {})


def _before(text: str, name: str) -> _Condition:
    span = _span(text)
    return None if span is None else (f"statuses.sort < :{name}", {name: span[0]})


def _after(text: str, name: str) -> _Condition:
    span = _span(text)
    return None if span is None else (f"statuses.sort >= :{name}", {name: span[1]})


_CONDITIONS: Final[dict[str, Callable[[str, str], _Condition]]] = {
    "is": _is,
    "tag": _tag,
    "source": _source,
    "speaker": _speaker,
    "has": _has,
    "before": _before,
    "after": _after,
}


def _span(text: str) -> tuple[float, float] | None:
    """When a year, a month or a day begins, and when the next one does."""
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        begin = datetime(year, month or 1, day or 1, tzinfo=UTC)
        if day is not None:
            end = begin + timedelta(days=1)
        elif month is not None:
            end = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC)
        else:
            end = datetime(year + 1, 1, 1, tzinfo=UTC)
        return begin.timestamp(), end.timestamp()
    except (ValueError, OverflowError):
        return None
