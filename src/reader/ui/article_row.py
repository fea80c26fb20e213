"""An article as one line of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from rich.cells import cell_len

from reader.domain.dates import Dates
from reader.domain.selection import Term
from reader.domain.source import Listed
from reader.ui.cells import WHEN_WIDTH, cut, fit, fit_right, reading_time, when

UNREAD = "article-list--unread"
READ = "article-list--read"
STAR = "article-list--star"
FAINT = "article-list--faint"
MARK = "article-list--mark"
MATCH = "article-list--match"

_COMMENTS = 5
_MINUTES = 5
_WITH_SOURCE = 56
"""From this width on, a row names its source."""

_WITH_MINUTES = 60
"""From this width on, a row says how long the article takes to read."""

_WITH_TAGS = 40
"""From this much room for the title on, the reader's tags share it."""


def pieces_of(
    row: Listed,
    width: int,
    now: datetime,
    *,
    dates: Dates = Dates.RELATIVE,
    plain: bool = False,
    here: bool = False,
    focused: bool = False,
    selected: bool = False,
    terms: Sequence[Term] = (),
) -> Iterator[tuple[str, str | None]]:
    """What stands on the line, with the name of each piece's style.

    Args:
        row: The article.
        width: How many cells there are.
        now: The moment ages are counted from.
        dates: How it is said when the article was published.
        plain: Whether it is told in words, for somebody who hears it.
        here: Whether the cursor is on the line.
        focused: Whether the list has the focus.
        selected: Whether the article is selected.
        terms: What a search looks for; the title shows where it stands.
    """
    if plain:
        yield fit(in_words(row, now, dates, selected=selected), width), None
        return
    yield ("▌" if here and focused else "▏" if here else " "), MARK
    yield ("✓" if selected else " "), MARK
    yield (" " if row.read else "●"), UNREAD
    yield ("★" if row.starred else " "), STAR
    width -= 4
    with_comments = width > 40
    if with_comments:
        yield ("”" if row.quoted else " "), FAINT
        width -= 1
    yield " ", None
    width -= 1
    right = WHEN_WIDTH[dates] + 1
    with_minutes = width >= _WITH_MINUTES
    if with_comments:
        right += _COMMENTS + 1
    if with_minutes:
        right += _MINUTES
    if width >= _WITH_SOURCE and row.source is not None:
        column = min(max(width // 6, 10), 20)
        yield fit(row.source, column), FAINT
        yield "  ", None
        width -= column + 2
    title = row.title or row.url or "Untitled"
    room = max(width - right - 1, 4)
    tags = ""
    if room >= _WITH_TAGS:
        tags = cut(" ".join(f"#{tag}" for tag in row.tags), room // 3)
    if tags:
        room -= cell_len(tags) + 1
    yield from _found_in(fit(title, room), READ if row.read else UNREAD, terms)
    if tags:
        yield f" {tags}", FAINT
    yield " ", None
    if with_minutes:
        yield fit_right(reading_time(row.words), _MINUTES), FAINT
    if with_comments:
        count = f"({row.comment_count})" if row.comment_count else ""
        yield f"{fit_right(count, _COMMENTS)} ", FAINT
    yield fit_right(when(row.published, now, dates), WHEN_WIDTH[dates]), FAINT
    yield " ", None


def _found_in(
    title: str, style: str, terms: Sequence[Term]
) -> Iterator[tuple[str, str | None]]:
    """A title, in pieces where a search found something in it."""
    if not terms:
        yield title, style
        return
    from reader.text.finding import places_of_terms

    at = 0
    for start, end in places_of_terms(terms, title):
        yield title[at:start], style
        yield title[start:end], MATCH
        at = end
    yield title[at:], style


def in_words(
    row: Listed, now: datetime, dates: Dates, *, selected: bool = False
) -> str:
    """An article as one would say it: what it is called first, then what there is to know."""
    comments = row.comment_count
    facts = (
        "selected" if selected else "",
        "" if row.read else "unread",
        "starred" if row.starred else "",
        row.source or "",
        when(row.published, now, dates),
        f"{comments} comments" if comments else "",
        *(f"tag {tag}" for tag in row.tags),
    )
    return ", ".join((row.title or row.url or "Untitled", *filter(None, facts)))
