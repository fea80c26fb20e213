"""When an article was published, as its page says."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from reader.domain.dates import Published
from reader.text.dates import date_in, date_in_address, read_date, read_stamp
from reader.text.markup.tree import hint_of, tag_of, text_of
from reader.text.page.declared import Declared
from reader.text.page.margins import is_elsewhere
from reader.text.page.shown_date import shown_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DATE_METAS = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "published-date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "published_time_telegram",
    "cxenseparse:recs:publishtime",
    "og:article:published_time",
    "rnews:datepublished",
    "article_date_original",
    "citation_publication_date",
    "citation_date",
    "datecreated",
    "shareaholic:article_published_time",
    "bt:pubdate",
    "originalpublicationdate",
    "prism.publicationdate",
    "timestamp",
    "dc.created",
    "article:post_date",
    "release_date",
)
_LATER_METAS = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "revised",
    "dc.date.modified",
)
_DATE_HINT = re.compile(
    r"publish|pubdate|entry-date|post-date|posted|post-meta|entry-meta|article-date|article__date|date|byline|meta|dateline|timestamp|datum|zeit|time|created|info|fecha|stand"
)
_SURE_HINT = re.compile(
    r"\s(?:entry-date|published|post-date|pubdate|article-date|article__date|date-published|publish-date|posted-on|wp-block-post-date|dt-published)\s|datepublished"
)
_MAY_HOLD_DATE = (
    *("time", "abbr", "span", "p", "div", "li", "dd", "td", "a", "em", "small"),
    *("b", "i", "strong", "h2", "h3", "h4", "h5", "h6"),
)
_DATELINE = 60
"""A date that opens a paragraph stands in so many first characters."""


def published_in(
    root: HtmlElement,
    declared: Declared,
    url: str | None,
    language: str | None,
    title: str = "",
) -> Published | None:
    """When it was published, as exactly as the page says anywhere.

    What a page tells machines is more exact, but what it shows its readers
    beside the title is what it means: the two differ where a site keeps its
    clocks in UTC, or has published an old article again.
    """
    said = _said_anywhere(root, declared, url, language)
    shown = shown_date(root, title, language)
    if shown is None or not _is_possible(shown):
        return said
    if said is not None and (said.day == shown.day or _is_turned(said, shown)):
        return said
    return shown


def _is_turned(said: Published, shown: Published) -> bool:
    """Whether one has the day where the other has the month: 4/6 and 6/4."""
    one, other = said.day, shown.day
    return (one.year, one.month, one.day) == (other.year, other.day, other.month)


def _is_possible(stamp: Published) -> bool:
    return 1990 <= stamp.day.year <= 2100


def _said_anywhere(
    root: HtmlElement, declared: Declared, url: str | None, language: str | None
) -> Published | None:
    day: Published | None = None
    for stamp in _stamps(root, declared, language):
        if stamp is None or not _is_possible(stamp):
            continue
        if day is None:
            if stamp.has_time:
                return stamp
            day = stamp
        elif stamp.has_time and stamp.day == day.day:
            return stamp
    if day is not None:
        return day
    if named := date_in_address(url):
        return named
    if guessed := _guessed(root, url):
        return guessed
    later = [
        declared.article.get("dateModified"),
        *(declared.metas.get(name) for name in _LATER_METAS),
    ]
    return next(
        (stamp for one in later if isinstance(one, str) and (stamp := read_stamp(one))),
        None,
    )


def _guessed(root: HtmlElement, url: str | None) -> Published | None:
    """The date that a library made for guessing finds in a page without one in sight."""
    from htmldate import find_date

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = find_date(
            deepcopy(root), extensive_search=False, original_date=True, url=url
        )
    except (ValueError, TypeError, OverflowError, RecursionError):
        return None
    return read_stamp(found) if found else None


def _stamps(
    root: HtmlElement, declared: Declared, language: str | None
) -> Iterator[Published | None]:
    """Every place where a page may give its date, the surest first."""
    for node in (declared.article, declared.page):
        for name in ("datePublished", "dateCreated", "uploadDate"):
            value = node.get(name)
            if isinstance(value, str):
                yield read_stamp(value, language)
    for name in _DATE_METAS:
        if value := declared.metas.get(name):
            yield read_stamp(value, language)
    for element in root.iter():
        if (element.get("itemprop") or "").lower() in ("datepublished", "datecreated"):
            value = (
                element.get("content") or element.get("datetime") or text_of(element)
            )
            yield read_stamp(value, language)
    places = [one for one in root.iter(*_MAY_HOLD_DATE) if not is_elsewhere(one)]
    for element in places:
        if tag_of(element) == "time" and (
            element.get("pubdate") is not None or _SURE_HINT.search(hint_of(element))
        ):
            yield read_stamp(element.get("datetime") or "", language) or date_in(
                text_of(element), language
            )
    for element in places:
        if _SURE_HINT.search(hint_of(element)):
            yield _said_in(element, language)
    for element in places:
        if tag_of(element) == "time":
            yield read_stamp(element.get("datetime") or "", language) or date_in(
                text_of(element), language
            )
    for element in places:
        if _DATE_HINT.search(hint_of(element)):
            yield _said_in(element, language)
    for words_alone in _short_texts(places):
        yield read_date(words_alone, language)
    for words_alone in _short_texts(places):
        yield date_in(words_alone, language)
    for element in places:
        yield date_in((element.text or "")[:_DATELINE], language)


def _short_texts(places: Iterable[HtmlElement]) -> Iterator[str]:
    """Short texts that stand by themselves, as a date over an article does."""
    for element in places:
        for text in (element.text, element.tail):
            bare = (text or "").strip()
            if 5 < len(bare) < 60 and any(one.isdecimal() for one in bare):
                yield bare


def _said_in(element: HtmlElement, language: str | None) -> Published | None:
    stamp = element.get("title") or element.get("content") or ""
    text = text_of(element)
    if len(text) > 250:
        return None
    return (
        read_stamp(stamp)
        if re.match(r"\d{4}-\d\d-\d\d", stamp)
        else date_in(text, language)
    )
