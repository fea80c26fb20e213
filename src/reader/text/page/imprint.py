"""Which site published an article, and in which language, as its page says."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.text import language as languages
from reader.text.markup.tree import hint_of, text_of
from reader.text.page.declared import Declared, words
from reader.text.page.headline import leads_home, title_parts
from reader.text.sanitize import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST_NAME = 120


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
    if in_title := _name_in_title(root, url):
        return in_title
    host = urlsplit(url or "").hostname if url else None
    return host.removeprefix("www.") if host else None


def _name_in_title(root: HtmlElement, url: str | None) -> str | None:
    """The end of the page's title, if its masthead or its feed says it names the site."""
    parts = title_parts(clean_line(root.findtext(".//title") or ""))
    if len(parts) < 2 or len(parts[-1]) > _LONGEST_NAME:
        return None
    name = parts[-1]
    mastheads = {text_of(link) for link in root.iter("a") if leads_home(link, url)}
    feeds = {
        part
        for link in root.iter("link")
        if "alternate" in (link.get("rel") or "").lower()
        for part in title_parts(clean_line(link.get("title") or ""))[:1]
    }
    said = {one.casefold() for one in mastheads | feeds}
    return name if name.casefold() in said else None


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


def _sure(heard: str, said: str) -> bool:
    """Whether a language heard can be trusted against the one declared."""
    own = said.partition("-")[0]
    close = (
        {"nb", "da", "nn", "no", "sv"},
        {"ru", "uk", "bg", "sr"},
        {"ar", "fa", "ur"},
    )
    return own in languages.KNOWN and not any({heard, own} <= group for group in close)
