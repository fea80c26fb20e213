"""The language of search: what a person types, as SQLite understands it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from reader.domain.dates import span_of
from reader.domain.selection import Term, Trouble
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
}
_COMMENTED: Final = """
    SELECT id FROM articles WHERE url IN (SELECT url FROM drafts WHERE handed_over)
    UNION ALL SELECT article_id FROM aliases
    WHERE url IN (SELECT url FROM drafts WHERE handed_over)
"""
_HOLDINGS: Final[dict[str, tuple[str, str | None]]] = {
    "quotation": (
        "SELECT article_id FROM quotations",
        "EXISTS (SELECT 1 FROM quotations WHERE article_id = statuses.article_id)",
    ),
    "comment": (
        "SELECT id FROM articles WHERE comment_count > 0",
        """EXISTS (SELECT 1 FROM articles
            WHERE id = statuses.article_id AND comment_count > 0)""",
    ),
    "highlight": ("SELECT article_id FROM highlights", None),
    "note": ("SELECT article_id FROM highlights WHERE note <> ''", None),
    "tag": (
        "SELECT article_id FROM article_tags",
        "EXISTS (SELECT 1 FROM article_tags WHERE article_id = statuses.article_id)",
    ),
}
"""The ids of the articles that hold something, and how to tell of one, where the
former may be many."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Words side by side that the full-text index is asked for."""

    words: str
    begins: bool = False
    """Whether words that only begin like the last are meant too."""

    column: str = ""
    """Where alone they are looked for, or nothing."""

    def __str__(self) -> str:
        """The words in the language of the index."""
        return self.among(f'"{self.words}"' + ("*" if self.begins else ""))

    def among(self, expression: str) -> str:
        """An expression that is looked for where these words are."""
        return f"{self.column} : {expression}" if self.column else expression


@dataclass(slots=True)
class Query:
    """A search, taken apart."""

    wanted: list[Sought] = field(default_factory=list)
    """What the full-text index has to find, all of it."""

    unwanted: list[Sought] = field(default_factory=list)
    """What it must not find."""

    where: list[str] = field(default_factory=list)
    """Further conditions on `statuses`."""

    members: list[str] = field(default_factory=list)
    """Queries for the ids of the articles that such a condition holds of, which are
    of use where these are few."""

    since: float | None = None
    """The moment from which on articles are wanted; it stands in `where` as well."""

    until: float | None = None
    """The moment before which they are."""

    values: dict[str, Any] = field(default_factory=dict)
    unread: bool = False
    """Whether only what is unread is wanted; it stands in no condition."""

    starred: bool = False
    """Whether only what is starred is wanted; it stands in no condition."""

    terms: list[Term] = field(default_factory=list)
    """The words that are looked for in articles."""

    troubles: list[Trouble] = field(default_factory=list)
    """What was not understood; the rest is searched for."""

    @property
    def match(self) -> str | None:
        """What the full-text index is asked, or None if no word is looked for."""
        wanted = " ".join(map(str, self.wanted))
        if self.wanted and self.unwanted:
            return f"({wanted}) NOT ({' OR '.join(map(str, self.unwanted))})"
        return wanted or None

    @property
    def without(self) -> str | None:
        """What the index must not find, if it is asked for nothing else; or None."""
        return None if self.wanted else " OR ".join(map(str, self.unwanted)) or None


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
            (query.unwanted if found["not"] else query.wanted).append(term)
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
    query.where.append(f"NOT ({said.where})" if found["not"] else said.where)
    query.values |= said.values
    if found["not"]:
        return
    if said.members is not None:
        query.members.append(said.members)
    if said.since is not None:
        query.since = max(said.since, query.since or said.since)
    if said.until is not None:
        query.until = min(said.until, query.until or said.until)


def _match(query: Query, found: re.Match[str], name: str, text: str) -> Sought | None:
    """One term as the index is asked for it, or None if it holds nothing to find."""
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
    # It knows the letters of many scripts, and most lists are no search.
    from reader.text.findable import sought

    written, only_begun = sought(text)
    return Sought(written, begins or only_begun, _COLUMNS.get(name, ""))


def _near(name: str) -> str | None:
    """The field that somebody meant who wrote this, or None."""
    from difflib import get_close_matches

    near = get_close_matches(name, [*_COLUMNS, *_CONDITIONS], n=1, cutoff=0.75)
    return near[0] if near else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Condition:
    """What a term asks of articles."""

    where: str
    values: dict[str, Any] = field(default_factory=dict)
    members: str | None = None
    since: float | None = None
    until: float | None = None


def _being_one_of(members: str, values: dict[str, Any] | None = None) -> _Condition:
    """To be among the articles whose ids a query finds."""
    where = f"statuses.article_id IN ({members})"
    return _Condition(where=where, values=values or {}, members=members)


def _is(text: str, _: str) -> _Condition | None:
    state = text.lower()
    if state == "commented":
        return _being_one_of(_COMMENTED)
    sql = _STATES.get(state)
    return None if sql is None else _Condition(where=sql)


def _tag(text: str, name: str) -> _Condition:
    by_source = f"SELECT source_id FROM source_tags WHERE tag = :{name} COLLATE NOCASE"
    by_hand = f"SELECT article_id FROM article_tags WHERE tag = :{name} COLLATE NOCASE"
    return _Condition(
        where=f"(+statuses.source_id IN ({by_source}) OR +statuses.article_id IN ({by_hand}))",
        values={name: text},
        members=f"""{by_hand} UNION ALL SELECT tagged.article_id FROM statuses AS tagged
            WHERE tagged.source_id IN ({by_source})""",
    )


def _source(text: str, name: str) -> _Condition:
    those = f"""SELECT id FROM sources
        WHERE name LIKE :{name} ESCAPE '\\' OR url LIKE :{name} ESCAPE '\\'"""
    return _Condition(
        where=f"+statuses.source_id IN ({those})",
        values={name: f"%{_as_it_is(text)}%"},
        members=f"""SELECT theirs.article_id FROM statuses AS theirs
            WHERE theirs.source_id IN ({those})""",
    )


def _as_it_is(text: str) -> str:
    """A text as a pattern that nothing else is like."""
    return re.sub(r"([%_\\])", r"\\\1", text)


def _speaker(text: str, name: str) -> _Condition:
    return _being_one_of(
        f"""SELECT article_id FROM quotations WHERE speaker IN
            (SELECT name FROM speakers WHERE name LIKE :{name} ESCAPE '\\')""",
        {name: f"%{_as_it_is(text)}%"},
    )


def _has(text: str, _: str) -> _Condition | None:
    held = text.lower()
    held = held if held in _HOLDINGS else held.removesuffix("s")
    if held not in _HOLDINGS:
        return None
    members, where = _HOLDINGS[held]
    if where is None:
        return _being_one_of(members)
    return _Condition(where=where, members=members)


def _before(text: str, name: str) -> _Condition | None:
    span = span_of(text)
    if span is None:
        return None
    until = span[0].timestamp()
    return _Condition(
        where=f"statuses.sort < :{name}", values={name: until}, until=until
    )


def _after(text: str, name: str) -> _Condition | None:
    span = span_of(text)
    if span is None:
        return None
    since = span[1].timestamp()
    return _Condition(
        where=f"statuses.sort >= :{name}", values={name: since}, since=since
    )


_A_DATE: Final = "a date: 2020, 2020-06 or 2020-06-26"

_CONDITIONS: Final[dict[str, tuple[str, Callable[[str, str], _Condition | None]]]] = {
    "is": (f"one of {', '.join((*_STATES, 'commented'))}", _is),
    "tag": ("a tag", _tag),
    "source": ("a part of a source’s name", _source),
    "speaker": ("a part of a name", _speaker),
    "has": (f"one of {', '.join(_HOLDINGS)}", _has),
    "before": (_A_DATE, _before),
    "after": (_A_DATE, _after),
}
"""What each condition wants, in words, and what it makes of it."""
