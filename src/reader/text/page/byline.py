"""Who wrote an article, as its page says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from reader.text.dates import date_in
from reader.text.markup.tree import hint_of, text_of
from reader.text.page.declared import Declared, words
from reader.text.page.margins import is_elsewhere

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST_NAME = 120
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
        if marked and not is_elsewhere(element):
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
