"""A page's HTML: its article, and what the page says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING

from reader.domain.article import Neighbour
from reader.domain.dates import Published
from reader.domain.preferences import NO_RULE, Rule
from reader.text.links import absolute
from reader.text.markup.tree import drop, drop_all, tag_of, text_of
from reader.text.page.byline import byline_in
from reader.text.page.cleaning import strip_page, tidy_fragment
from reader.text.page.content import article_pieces, comments_in
from reader.text.page.dating import published_in
from reader.text.page.declared import Declared, declared_in
from reader.text.page.extracting import extracted
from reader.text.page.headline import headline_of
from reader.text.page.imprint import language_in, site_in
from reader.text.page.neighbours import neighbours_in
from reader.text.page.noted import with_footnotes
from reader.text.page.omitted import with_omitted, with_whole_tables
from reader.text.page.pieces import Piece, key_of, pieces_of
from reader.text.page.selecting import selected
from reader.text.page.standfirst import with_standfirst
from reader.text.page.trimming import trimmed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARKUP = re.compile(r"</?(?:p|div|h2|ul|em|strong|a)[\s>]|<br", re.IGNORECASE)
_LONG_DATA = 400
"""Data with fewer letters is a summary rather than the article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A page's article as markup, and what the page says of it."""

    title: str
    html: str
    """The article's own fragment of the page, safe to keep; empty if there is none."""

    byline: str | None = None
    site: str | None = None
    published: Published | None = None
    language: str | None = None
    previous: Neighbour | None = None
    next: Neighbour | None = None


def body_of(root: HtmlElement, url: str | None, rule: Rule = NO_RULE) -> Body:
    """Find the article in a page.

    Args:
        root: The page; it is left as it is.
        url: Its address, which relative addresses count from; None for a file.
        rule: What the reader says of the site's pages.
    """
    declared = declared_in(root)
    base = _base_of(root, url)
    language = language_in(root, declared, text_of(root)[:20_000])
    site = site_in(declared, root, url)
    title = headline_of(root, declared, site, url)
    byline = byline_in(root, declared)
    previous, following = neighbours_in(root, base, language)
    return Body(
        title=title,
        html=_by_rule(root, rule, base)
        or _article(_without(root, rule.remove), declared, title, byline, base),
        byline=byline,
        site=site,
        published=published_in(root, declared, url, language, title),
        language=language,
        previous=previous,
        next=following,
    )


def _base_of(root: HtmlElement, url: str | None) -> str | None:
    base = root.find(".//base")
    return absolute(None if base is None else base.get("href"), url) or url


def _by_rule(root: HtmlElement, rule: Rule, base: str | None) -> str:
    """What the reader says is the article, or nothing."""
    from lxml.html import tostring

    if not rule.article:
        return ""
    page = _without(root, rule.remove)
    parts = selected(page, rule.article)
    for part in parts:
        strip_page(part)
        tidy_fragment(part, base)
        part.tail = None
    return "".join(str(tostring(part, encoding="unicode")) for part in parts)


def _without(root: HtmlElement, selectors: Sequence[str]) -> HtmlElement:
    """A page without what selectors find; the page itself if there are none."""
    if not selectors:
        return root
    page = deepcopy(root)
    drop_all(selected(page, selectors))
    return page


def _article(
    root: HtmlElement,
    declared: Declared,
    title: str,
    byline: str | None,
    base: str | None,
) -> str:
    """The article's own fragment of a page."""
    from lxml.html import tostring

    page = deepcopy(root)
    drop_all(comments_in(page))
    chosen = extracted(page)
    strip_page(page)
    pieces = pieces_of(page)
    kept = article_pieces(page, pieces, chosen)
    as_data = _carried_as_data(declared, chosen, sum(len(one.key) for one in kept))
    if as_data is not None:
        return as_data
    description = declared.meta("description", "og:description", "twitter:description")
    kept = with_standfirst(pieces, kept, title=title, description=description or "")
    kept = trimmed(with_omitted(pieces, kept), title, byline)
    kept = with_footnotes(page, pieces, with_whole_tables(pieces, kept))
    if not kept:
        return ""
    fragment = _cut_out(pieces, kept)
    tidy_fragment(fragment, base)
    fragment.tail = None
    return str(tostring(fragment, encoding="unicode"))


def _carried_as_data(declared: Declared, chosen: str, seen: int) -> str | None:
    """The article of a page that carries it as data, for a script to put in place.

    Args:
        declared: What the page declares.
        chosen: The text the extractor found, in data too.
        seen: How many letters of the article stand in the page itself.
    """
    body = declared.article.get("articleBody")
    if isinstance(body, str) and len(key_of(body)) > max(_LONG_DATA, 3 * seen):
        body = unescape(body) if "&lt;" in body else body
        return body if _MARKUP.search(body) else _paragraphs(body)
    if len(key_of(chosen)) > max(_LONG_DATA, 2.5 * seen):
        return _paragraphs(chosen)
    return None


def _cut_out(pieces: Sequence[Piece], kept: Sequence[Piece]) -> HtmlElement:
    """The smallest element that holds all kept pieces, without the other pieces."""
    wanted = {piece.element for piece in kept}
    around = _common(kept)
    left_out = [piece.element for piece in pieces if piece.element not in wanted]
    holding: set[HtmlElement] = set()
    for element in wanted:
        for outer in element.iterancestors():
            if outer in holding:
                break
            holding.add(outer)
    inside = set(around.iter())
    for picture in _pictures_behind(kept[-1].element, around):
        drop(picture)
    for element in left_out:
        if element not in inside:
            continue
        # A container with nothing in it that is kept goes as a whole, pictures included.
        top = element
        while (
            (outer := top.getparent()) is not None
            and outer is not around
            and outer not in holding
        ):
            top = outer
        if top in holding or top in wanted:
            drop(element)
        elif top.getparent() is not None:
            drop(top)
    return around


def _pictures_behind(last: HtmlElement, around: HtmlElement) -> list[HtmlElement]:
    """Pictures under the last piece: what is read next, and who wrote it."""
    figure = next(last.iterancestors("figure"), last)
    behind = False
    found: list[HtmlElement] = []
    for element in around.iter():
        behind = behind or element is last
        if (
            behind
            and tag_of(element) == "img"
            and figure not in element.iterancestors()
        ):
            found.append(element)
    return found


def _common(kept: Sequence[Piece]) -> HtmlElement:
    """The smallest element around all pieces."""
    first = kept[0].element
    line = [first, *first.iterancestors()]
    if len(kept) == 1:
        parent = first.getparent()
        return (
            first
            if parent is None or tag_of(first) not in ("li", "td", "th", "dd")
            else parent
        )
    at = 0
    for piece in kept[1:]:
        others = {piece.element, *piece.element.iterancestors()}
        while line[at] not in others:
            at += 1
    return line[at]


def _paragraphs(text: str) -> str:
    """Plain text as paragraphs of HTML."""
    return "".join(f"<p>{escape(one)}</p>" for one in text.split("\n") if one.strip())
