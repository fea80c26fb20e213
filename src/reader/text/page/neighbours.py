"""The articles before and after this one, where a page links to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.domain.article import Neighbour
from reader.domain.dates import Published
from reader.text.dates import date_in, date_in_address, read_date, read_stamp
from reader.text.links import absolute, same_page
from reader.text.markup.tree import hint_of, tag_of, text_of
from reader.text.page.labels import ARROWS, Way, labelled
from reader.text.page.spoken import spoken

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PREVIOUS_HINT = re.compile(
    r"\s(?:nav-previous|previous-post|prev-post|post-previous|post-navigation-link-previous|wp-post-nav-prev|prevpost|prev-article|article-prev|post-nav-prev|nav-prev|alignleft prev)\s|td-post-prev-post|post-navigation__prev|pagination-previous|navigation-previous"
)
_NEXT_HINT = re.compile(
    r"\s(?:nav-next|next-post|post-next|post-navigation-link-next|wp-post-nav-next|nextpost|next-article|article-next|post-nav-next)\s|td-post-next-post|post-navigation__next|pagination-next|navigation-next"
)
_COMMENTS = re.compile(r"comment|replies")
_PAGES = re.compile(
    r"pagenav|page-links|page-numbers|wp-pagenavi|paginat|image-nav|attachment"
)
_PART = re.compile(
    r"[/?#&]?(?:page[=/-]?|p=|seite[=/-]?|paged=|part[=/-]?|start=)?\d*/?(?:[?#].*)?",
    re.IGNORECASE,
)
_TITLE_HINT = re.compile(r"title|name|headline")
_LABEL_HINT = re.compile(
    r"meta-nav|label|screen-reader|subtitle|nav-subtitle|arrow|icon"
)
_DATE_HINT = re.compile(r"date|time|meta")


def neighbours_in(
    root: HtmlElement, url: str | None, language: str | None
) -> tuple[Neighbour | None, Neighbour | None]:
    """Find the previous and the next article.

    Links between the pages of one article, or of its comments, lead to no
    other article and are passed over.

    Args:
        root: The page, before anything is taken out of it.
        url: Its address.
        language: Its language, to read the neighbours' dates by.

    Returns:
        The previous and the next, each None if the page names none.
    """
    links: dict[str, HtmlElement] = {}
    for link, way in _candidates(root):
        address = absolute(link.get("href"), url)
        if way not in links and address and not _same_article(address, url):
            links[way] = link
    for link, said in () if len(links) == 2 else spoken(root):
        way = "prev" if said is Way.PREVIOUS else "next"
        address = absolute(link.get("href"), url)
        if (
            way not in links
            and link not in links.values()
            and address
            and _same_site(address, url)
            and not _same_article(address, url)
            and not _is_elsewhere(link)
        ):
            links[way] = link
    found = {
        way: _neighbour(link, url, language, others=links)
        for way, link in links.items()
    }
    return found.get("prev"), found.get("next")


def _candidates(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Links that say they lead to a neighbour, the surest first."""
    for link in root.iter("a", "link"):
        rels = (link.get("rel") or "").lower().split()
        named = {"prev", "previous", "next"}.intersection(rels)
        if named and not _is_elsewhere(link):
            yield link, "next" if "next" in named else "prev"
    for link in root.iter("a"):
        around = " ".join(hint_of(one) for one in islice(_with_ancestors(link), 4))
        for pattern, way in ((_PREVIOUS_HINT, "prev"), (_NEXT_HINT, "next")):
            if pattern.search(around) and not _is_elsewhere(link):
                yield link, way


def _with_ancestors(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    yield from element.iterancestors()


def _is_elsewhere(link: HtmlElement) -> bool:
    """Whether a link leads through comments, or through the pages of a list."""
    for around in islice(_with_ancestors(link), 4):
        hint = hint_of(around)
        if tag_of(around) in ("body", "html"):
            break
        if (_COMMENTS.search(hint) and "navigation" in hint) or "comment-nav" in hint:
            return True
        if _PAGES.search(hint) and not (
            _PREVIOUS_HINT.search(hint) or _NEXT_HINT.search(hint)
        ):
            return "link" not in tag_of(link) and not text_of(link).strip(
                ARROWS + "0123456789"
            )
    return "comment-page" in (link.get("href") or "") or "cpage=" in (
        link.get("href") or ""
    )


def _same_article(address: str, url: str | None) -> bool:
    """Whether an address is the article itself or another part of it."""
    if url is None:
        return False
    if same_page(address, url):
        return True
    own = _bare(url)
    rest = _bare(address)
    return (
        bool(own) and rest.startswith(own) and bool(_PART.fullmatch(rest[len(own) :]))
    )


def _same_site(address: str, url: str | None) -> bool:
    return (
        url is None or _bare(address).partition("/")[0] == _bare(url).partition("/")[0]
    )


def _bare(address: str) -> str:
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return f"{host}{parts.path.rstrip('/')}{query}"


def _neighbour(
    link: HtmlElement,
    url: str | None,
    language: str | None,
    others: dict[str, HtmlElement],
) -> Neighbour | None:
    around = _own_place(link, set(others.values()))
    address = absolute(link.get("href"), url)
    return Neighbour(
        title=_title_of(link, around),
        url=address,
        published=_date_in(around, language) or date_in_address(address),
    )


def _own_place(link: HtmlElement, links: set[HtmlElement]) -> HtmlElement:
    """The largest element around a link, within reason, that belongs to it alone."""
    place = link
    for around in islice(link.iterancestors(), 3):
        if (
            tag_of(around) in ("body", "html", "head", "main", "article")
            or len(text_of(around)) > 500
        ):
            break
        if any(other is not link and other in links for other in around.iter("a")):
            break
        place = around
    return place


def _title_of(link: HtmlElement, around: HtmlElement) -> str:
    for inside in (link, around):
        for element in inside.iterdescendants():
            hint = (element.get("class") or "").lower()
            is_title = _TITLE_HINT.search(hint) and not _LABEL_HINT.search(hint)
            if is_title and (words := _unlabelled(text_of(element))):
                return words
        for heading in inside.iter("h2", "h3", "h4", "h5", "strong"):
            if (words := _unlabelled(text_of(heading))) and read_date(words) is None:
                return words
    words = _unlabelled(text_of(link))
    spoken = link.get("title") or link.get("aria-label") or ""
    return words or _unlabelled(spoken) or text_of(link).strip(ARROWS) or spoken


def _unlabelled(text: str) -> str:
    """A link's text without “Previous post:” and arrows."""
    return labelled(text)[1]


def _date_in(around: HtmlElement, language: str | None) -> Published | None:
    for moment in around.iter("time"):
        stamp = read_stamp(moment.get("datetime") or "") or read_date(
            text_of(moment), language
        )
        if stamp is not None:
            return stamp
    for element in around.iterdescendants():
        words = text_of(element)
        if words and len(words) < 60 and (found := read_date(words, language)):
            return found
        if (
            _DATE_HINT.search(hint_of(element))
            and len(words) < 80
            and (found := date_in(words, language))
        ):
            return found
    return None
