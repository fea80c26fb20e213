"""The language of search: what a person types, as SQLite understands it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from reader.domain.dates import span_of
from reader.domain.selection import Term, Trouble
from reader.text.findable import sought
from reader.text.sanitize import clean_line

_TERM: Final = re.compile(
    r"""(?P<not>-)?(?:(?P<field>\w+):)?"""
    r"""(?:(?P<quote>")(?P<phrase>[^"]*)(?P<closed>")?|(?P<word>[^\s"]\S*))?(?P<open>\*)?"""
)
_LETTER: Final = re.compile(r"\w")
_WORD_AT_THE_END: Final = re.compile(r"(?:^|\s)(?:(?:title|author):)?\w{2,}$")
_MOST_TERMS: Final = 50

_OPERATORS: Final = frozenset({"AND", "OR", "NOT"})
"""What other search boxes know, in the capitals they want them in."""

_COLUMNS: Final = {"title": "title", "author": "author"}
_STATES: Final = {
    "unread": "statuses.read = 0",
    "read": "statuses.read = 1",
    "starred": "statuses.starred = 1",
    "commented": """statuses.article_id IN (
        SELECT id FROM articles WHERE url IN (SELECT url FROM drafts WHERE handed_over)
        UNION SELECT article_id FROM aliases
        WHERE url IN (SELECT url FROM drafts WHERE handed_over))""",
}
_HOLDINGS: Final = {
    "quotation": "EXISTS (SELECT 1 FROM quotations WHERE article_id = statuses.article_id)",
    "comment": """EXISTS (SELECT 1 FROM articles
        WHERE id = statuses.article_id AND comment_count > 0)""",
    "highlight": "statuses.article_id IN (SELECT article_id FROM highlights)",
    "note": "statuses.article_id IN (SELECT article_id FROM highlights WHERE note <> '')",
    "tag": "statuses.article_id IN (SELECT article_id FROM article_tags)",
}


@dataclass(slots=True)
class Query:
    """A search, taken apart."""

    match: str | None = None
    """What the full-text index is asked, or None if no word is looked for."""

    without: str | None = None
    """What the full-text index must not find, if it is asked for nothing else; or None."""

    where: list[str] = field(default_factory=list)
    """Further conditions on `statuses`."""

    values: dict[str, Any] = field(default_factory=dict)
    unread: bool = False
    """Whether only what is unread is wanted; it stands in no condition."""

    starred: bool = False
    """Whether only what is starred is wanted; it stands in no condition."""

    terms: list[Term] = field(default_factory=list)
    """The words that are looked for in articles."""

    troubles: list[Trouble] = field(default_factory=list)
    """What was not understood; the rest is searched for."""


def query_in(words: str) -> Query:
    """Take a search apart.

    All of its terms have to match: `word`, `begin*`, `"a phrase"`, `-not`,
    `title:` and `author:` with a word or a phrase, `source:`, `tag:`,
    `before:` and `after:` with a date (`2020`, `2020-06`, `2020-06-26`),
    `is:unread`, `is:read`, `is:starred`, `is:commented`, `speaker:` with a part of a
    name, `has:quotation`, `has:comment`, `has:highlight`, `has:note`, `has:tag`.
    What is none of this is a word. Where nothing of it is understood, nothing is found.

    Args:
        words: What a person typed.
    """
    query = Query()
    wanted: list[str] = []
    unwanted: list[str] = []
    line = clean_line(words)
    terms = (found for found in _TERM.finditer(line) if found[0])
    for number, found in enumerate(terms):
        if number == _MOST_TERMS:
            rest = f"Only the first {_MOST_TERMS} words are searched for."
            query.troubles.append(Trouble(found.start(), len(line), rest))
            break
        text = found["phrase"] if found["quote"] else found["word"] or ""
        name = (found["field"] or "").lower()
        if found["quote"] and not found["closed"]:
            query.troubles.append(
                Trouble(found.start("quote"), found.end(), "the phrase is not closed")
            )
        if found["word"] in _OPERATORS and not name and not found["not"]:
            what = f"“{found['word']}” means nothing here (all words have to match)"
            query.troubles.append(Trouble(found.start(), found.end(), what))
            continue
        if name in _CONDITIONS:
            _take_condition(query, found, name, text, f"term{number}")
            continue
        term = _match(query, found, name, text)
        if term is not None:
            (unwanted if found["not"] else wanted).append(term)
    query.match = " ".join(wanted) or None
    if unwanted:
        without = " OR ".join(unwanted)
        if query.match is not None:
            query.match = f"({query.match}) NOT ({without})"
        else:
            query.without = without
    if query.troubles and not _asks(query):
        # It would be everything, and a saved search may act on what it finds.
        query.where.append("0")
    return query


def _asks(query: Query) -> bool:
    """Whether anything is left to be searched for."""
    return bool(
        query.match or query.without or query.where or query.unread or query.starred
    )


def begun(words: str) -> str | None:
    """A search whose last word is only the beginning of one.

    Returns:
        The search, or None if it ends with something else than a word.
    """
    line = clean_line(words)
    ends_so = line.count('"') % 2 == 0 and _WORD_AT_THE_END.search(line)
    return f"{line}*" if ends_so else None


def _take_condition(
    query: Query, found: re.Match[str], name: str, text: str, value: str
) -> None:
    """Take a term that is no words but a condition."""
    wants, condition = _CONDITIONS[name]
    said = condition(text, value) if text else None
    if said is None:
        what = f"“{name}:” wants {wants}"
        query.troubles.append(Trouble(found.start(), found.end(), what))
        return
    if name == "is" and not found["not"] and text.lower() in ("unread", "starred"):
        setattr(query, text.lower(), True)
        return
    sql, values = said
    query.where.append(f"NOT ({sql})" if found["not"] else sql)
    query.values |= values


def _match(query: Query, found: re.Match[str], name: str, text: str) -> str | None:
    """One term in the language of the index, or None if it holds nothing to find."""
    begins = found["open"] is not None or (not found["quote"] and text.endswith("*"))
    if name and name not in _COLUMNS:
        # “re:invent” is two words side by side; “titel:” is meant otherwise.
        near = _near(name) if text else None
        if near is not None:
            end = found.start("field") + len(name) + 1
            what = f"“{name}:” is not known; “{near}:” is"
            query.troubles.append(Trouble(found.start(), end, what))
        text = f"{found['field']} {text}"
    text = text.rstrip("*").replace('"', " ")
    if _LETTER.search(text) is None:
        if found["not"] or name in _COLUMNS:
            what = f"“{found[0].strip()}” names no word"
            query.troubles.append(Trouble(found.start(), found.end(), what))
        return None
    if not found["not"]:
        query.terms.append(Term(text.strip(), begins, name if name in _COLUMNS else ""))
    written, only_begun = sought(text)
    quoted = f'"{written}"' + ("*" if begins or only_begun else "")
    return f"{_COLUMNS[name]} : {quoted}" if name in _COLUMNS else quoted


def _near(name: str) -> str | None:
    """The field that somebody meant who wrote this, or None."""
    from difflib import get_close_matches

    near = get_close_matches(name, [*_COLUMNS, *_CONDITIONS], n=1, cutoff=0.75)
    return near[0] if near else None


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
            WHERE speaker IN (SELECT name FROM speakers
                WHERE name LIKE :{name} ESCAPE '\\'))""",
        {name: f"%{_as_it_is(text)}%"},
    )


def _has(text: str, _: str) -> _Condition:
    held = text.lower()
    sql = _HOLDINGS.get(held) or _HOLDINGS.get(held.removesuffix("s"))
    return None if sql is None else (sql, {})


def _before(text: str, name: str) -> _Condition:
    span = span_of(text)
    return (
        None
        if span is None
        else (f"statuses.sort < :{name}", {name: span[0].timestamp()})
    )


def _after(text: str, name: str) -> _Condition:
    span = span_of(text)
    return (
        None
        if span is None
        else (f"statuses.sort >= :{name}", {name: span[1].timestamp()})
    )


_A_DATE: Final = "a date: 2020, 2020-06 or 2020-06-26"

_CONDITIONS: Final[dict[str, tuple[str, Callable[[str, str], _Condition]]]] = {
    "is": (f"one of {', '.join(_STATES)}", _is),
    "tag": ("a tag", _tag),
    "source": ("a part of a source’s name", _source),
    "speaker": ("a part of a name", _speaker),
    "has": (f"one of {', '.join(_HOLDINGS)}", _has),
    "before": (_A_DATE, _before),
    "after": (_A_DATE, _after),
}
"""What each condition wants, in words, and what it makes of it."""
