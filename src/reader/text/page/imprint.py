"""Who published an article, where and when, as its page says."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.domain.dates import Published
from reader.text import language as languages
from reader.text.dates import date_in, date_in_address, read_date, read_stamp
from reader.text.markup.tree import hint_of, tag_of, text_of
from reader.text.page.declared import Declared, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST_NAME = 120
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
_ELSEWHERE = re.compile(
    r"\b(?:comments?|comment-\w+|respond|related|sidebar|widget|recommend\w*|teasers?|popular|latest|recent|archives?|calendar|events?|ticker|most-read)\b"
)
_AUTHOR_HINT = re.compile(
    r"\s(?:author|byline|by-line|entry-author|post-author|article-author|author-name|byline__name|vcard|p-author|author__name|c-byline|autor|wp-block-post-author__name|wp-block-post-author-name)\s|itemprop-author"
)
_BY = re.compile(
    r"^(?:(?:written|posted|published|geschrieben|veröffentlicht|publié|escrito|scritto|geschreven|di|von|per)?\s*(?:by|von|par|por|di|da|door|autor|author|authors|text|text:|بقلم|كتب|מאת)\b\s*:?\s*)+",
    re.IGNORECASE,
)
_BEHIND_NAME = re.compile(r"[|,·•–—]|\s-\s|\s(?:on|am|le|el|em|il|op)\s")
_NO_NAME = re.compile(
    r"https?://|@|\bfollow\b|\bshare\b|^(?:admin|administrator|webmaster|redaktion|staff|n/a|none|null)$",
    re.IGNORECASE,
)
_MAY_HOLD_DATE = (
    *("time", "abbr", "span", "p", "div", "li", "dd", "td", "a", "em", "small"),
    *("b", "i", "strong", "h2", "h3", "h4", "h5", "h6"),
)
_DATELINE = 60
"""A date that opens a paragraph stands in so many first characters."""


def byline_in(root: HtmlElement, declared: Declared) -> str | None:
    """Who wrote it: the names, parted by commas, or None."""
    said = declared.node(declared.article.get("author"))
    names = [
        words(declared.node(one))
        for one in (said if isinstance(said, list) else [said])
    ]
    if found := _joined(names):
        return found
    meta = declared.meta(
        "author",
        "article:author",
        "dc.creator",
        "parsely-author",
        "sailthru.author",
        "citation_author",
        "byl",
    )
    if meta and (found := _joined([meta])):
        return found
    return _joined(islice(_marked_names(root), 3))


def site_in(declared: Declared, root: HtmlElement, url: str | None) -> str | None:
    """What the site calls itself, or its host, or None."""
    named = declared.meta(
        "og:site_name", "application-name", "apple-mobile-web-app-title"
    )
    if named and not named.startswith("http"):
        return named
    for node in (declared.article, declared.page):
        publisher = words(declared.node(node.get("publisher")))
        if publisher:
            return publisher
    for element in root.iter("p", "h1", "h2", "div", "span", "a"):
        if " site-title " in hint_of(element) or " wp-block-site-title " in hint_of(
            element
        ):
            name = text_of(element)
            if 0 < len(name) <= _LONGEST_NAME:
                return name
    host = urlsplit(url or "").hostname if url else None
    return host.removeprefix("www.") if host else None


def language_in(root: HtmlElement, declared: Declared, text: str) -> str | None:
    """The language of a page, as it says, or as its text sounds.

    A page whose words say otherwise than its mark-up is believed for its words.
    """
    said = languages.tag(
        root.get("lang")
        or root.get("{http://www.w3.org/XML/1998/namespace}lang")
        or root.get("xml:lang")
        or declared.meta(
            "content-language", "og:locale", "dc.language", "language", "inlanguage"
        )
        or words(declared.article.get("inLanguage"))
    )
    heard = languages.detect(text) if len(text) > 400 or said is None else None
    if said is None or (
        heard is not None and heard != said.partition("-")[0] and _sure(heard, said)
    ):
        return heard or said
    return said


def published_in(
    root: HtmlElement, declared: Declared, url: str | None, language: str | None
) -> Published | None:
    """When it was published, as exactly as the page says anywhere."""
    day: Published | None = None
    for stamp in _stamps(root, declared, language):
        if stamp is None or not 1990 <= stamp.day.year <= 2100:
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
    places = [one for one in root.iter(*_MAY_HOLD_DATE) if not _is_elsewhere(one)]
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


def _is_elsewhere(element: HtmlElement) -> bool:
    """Whether a place belongs to comments, other articles or the page's margin."""
    for around in islice(_with_ancestors(element), 6):
        tag = tag_of(around)
        if tag in ("body", "html", "article", "main"):
            return False
        if tag in ("aside", "nav") or _ELSEWHERE.search(hint_of(around)):
            return True
        if (
            tag == "footer"
            and next(around.iterancestors("article", "main"), None) is None
        ):
            return True
    return False


def _with_ancestors(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()


def _marked_names(root: HtmlElement) -> Iterator[str]:
    """Names that the page's markup says are its author's."""
    for element in root.iter(
        "a", "span", "p", "div", "address", "li", "em", "b", "strong"
    ):
        rel = (element.get("rel") or "").split()
        marked = (
            "author" in rel
            or element.get("itemprop") == "author"
            or _AUTHOR_HINT.search(hint_of(element))
        )
        if marked and not _is_elsewhere(element):
            inner = next(
                (one for one in element.iter() if one.get("itemprop") == "name"), None
            )
            text = text_of(element if inner is None else inner)
            if 2 < len(text) <= _LONGEST_NAME:
                yield text
                return


def _joined(names: Iterable[str | None]) -> str | None:
    kept: list[str] = []
    for name in names:
        bare = _BY.sub("", name or "").strip(" ,;:|–—-·•")
        if date_in(bare) is not None:
            bare = _BEHIND_NAME.split(bare)[0].strip()
        if (
            bare
            and len(bare) <= _LONGEST_NAME
            and not _NO_NAME.search(bare)
            and bare not in kept
        ):
            kept.append(bare)
    return ", ".join(kept[:8]) or None


def _sure(heard: str, said: str) -> bool:
    """Whether a language heard can be trusted against the one declared."""
    own = said.partition("-")[0]
    close = (
        {"nb", "da", "nn", "no", "sv"},
        {"ru", "uk", "bg", "sr"},
        {"ar", "fa", "ur"},
    )
    return own in languages.KNOWN and not any({heard, own} <= group for group in close)
