"""An article's title, without the name of its site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from reader.text.markup.tree import hint_of, tag_of, text_of
from reader.text.page.declared import Declared, words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST = 400
"""A heading with more characters is not a title."""

_MOST_HEADINGS = 200
_SEPARATOR = re.compile(
    r"\s+(?:[|–—‒•·›»«‹/~:]|-{1,2}|::|//|\\|\|\||&mdash;)\s+|\s*[|»«›‹•]\s*|\s::\s|:\s+(?=[A-Z])"
)
_NOT_WORD = re.compile(r"\W+")
_TITLE_CLASS = re.compile(
    r"(?:entry|post|article|story|headline|page|content|single|wp-block-post|news|blog)[-_]*(?:title|headline|header|heading)|[\s_-](?:headline|title)[\s_-]"
)
_KICKER = re.compile(
    r"kicker|overline|topline|preline|eyebrow|roofline|dachzeile|spitzmarke|supertitle|pretitle|pre-title|subject|label|category|rubri|vorspann|volanta|strapline"
)
_WEIGHT = {"h1": 3.0, "h2": 1.5, "h3": 0.5}
_LESS = re.compile(
    r"comment|respond|related|sidebar|widget|footer|nav|menu|site-title|site-header|logo|breadcrumb|teaser|recommend|newsletter|share|cookie|modal|popup"
)


def headline_of(
    root: HtmlElement, declared: Declared, site: str | None, url: str | None
) -> str:
    """The title that a page's article goes by.

    The page's `title` and metas say roughly what it is called, often with the
    site's name; a heading on the page that agrees with them is what it is
    called exactly.

    Returns:
        One line; empty if the page gives nothing like a title.
    """
    said = _said(root, declared)
    names = _site_names(declared, site, url)
    headings = list(_headings(root, url))
    if found := _agreed(headings, said, names):
        return found
    if found := _alike(headings, said, names):
        return found
    first = [
        one.text for one in headings if one.first and _plain(one.text) not in names
    ]
    if len(first) == 1:
        return first[0]
    for one in said:
        if bare := without_site(one, names):
            return bare
    return first[0] if first else next(iter(said), "")


def without_site(title: str, names: frozenset[str]) -> str:
    """A title without the site's name before or behind it.

    Args:
        title: As the page's `title` or a feed has it.
        names: What the site is called, in plain form.

    Returns:
        The rest; empty if nothing but the site's name is there.
    """
    parts = title_parts(title)
    kept = [part for part in parts if _plain(part) not in names]
    if len(kept) == len(parts) and len(parts) > 1:
        # Nobody says which part names the site; it is short and stands last.
        last = parts[-1]
        if len(last.split()) <= 4 and len(last) < len(title) / 2:
            kept = parts[:-1]
    if not kept:
        return ""
    start = title.find(kept[0])
    end = title.rfind(kept[-1]) + len(kept[-1])
    return title[start:end].strip() if 0 <= start < end else " ".join(kept)


def _plain(text: str) -> str:
    return _NOT_WORD.sub(" ", text.casefold()).strip()


def title_parts(title: str) -> list[str]:
    """A title in its parts: the article's, and often its section's and its site's."""
    return [part for part in map(str.strip, _SEPARATOR.split(title)) if part]


def _said(root: HtmlElement, declared: Declared) -> list[str]:
    """What the page says it is called, most exact first."""
    title = root.find(".//title")
    candidates = [
        words(declared.article.get("headline")),
        declared.meta("og:title"),
        declared.meta(
            "twitter:title",
            "dc.title",
            "dcterms.title",
            "sailthru.title",
            "parsely-title",
        ),
        words(declared.article.get("name")),
        None if title is None else words(title.text_content()),
    ]
    return [one[:_LONGEST] for one in candidates if one]


def _site_names(
    declared: Declared, site: str | None, url: str | None
) -> frozenset[str]:
    names = {site or "", declared.meta("og:site_name", "application-name") or ""}
    publisher = words(declared.node(declared.article.get("publisher")))
    names.add(publisher or "")
    host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    if host:
        names |= {host, host.rpartition(".")[0], host.split(".")[0]}
    plain = {_plain(name) for name in names}
    plain |= {name.replace(" ", "") for name in plain}
    return frozenset(name for name in plain if name)


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading of the page, and how much it looks like its title."""

    text: str
    weight: float
    first: bool
    """Whether it is of the highest level and nothing says it belongs elsewhere."""


def _headings(root: HtmlElement, url: str | None) -> Iterator[_Heading]:
    """The page's headings in order, but those that name the site or stand in its margin."""
    found = 0
    for element in root.iter("h1", "h2", "h3", "p", "div", "span"):
        tag, hint = tag_of(element), hint_of(element)
        marked = element.get("itemprop") == "headline" or bool(
            _TITLE_CLASS.search(hint)
        )
        if (tag in ("p", "div", "span") and not marked) or _LESS.search(hint):
            continue
        if found >= _MOST_HEADINGS or leads_home(element, url):
            continue
        text = _without_kicker(element)
        if not text or len(text) > _LONGEST:
            continue
        found += 1
        weight = _WEIGHT.get(tag, 0.0) + (0.8 if marked else 0.0)
        aside = any(
            tag_of(around) in ("nav", "footer", "aside")
            or around.get("role") in ("banner", "navigation")
            or _LESS.search(hint_of(around))
            for around in islice(element.iterancestors(), 3)
        )
        yield _Heading(text, weight - (2 if aside else 0), tag == "h1" and not aside)


def _without_kicker(heading: HtmlElement) -> str:
    """A heading's text without the line that stands above it in smaller type."""
    whole = text_of(heading)
    for inner in heading.iter("span", "small", "strong", "em", "div", "p"):
        if _KICKER.search(hint_of(inner)):
            kicker = text_of(inner)
            if kicker and whole.startswith(kicker) and len(whole) > len(kicker):
                return whole.removeprefix(kicker).lstrip(" :|–—-")
    return whole


def leads_home(heading: HtmlElement, url: str | None) -> bool:
    """Whether a heading, or any element, is a link to the site's front page, as the site's name is."""
    links = [*islice(heading.iterancestors("a"), 1), *islice(heading.iter("a"), 2)]
    for link in links:
        try:
            target = urlsplit(urljoin(url or "", (link.get("href") or "").strip()))
        except ValueError:
            continue
        if link.get("rel") == "home":
            return True
        if (
            link.get("href")
            and not target.query
            and target.path in ("", "/", "/index.html", "/index.php")
        ):
            return not target.fragment and urlsplit(url or "").path.strip("/") != ""
    return False


def _agreed(headings: list[_Heading], said: list[str], names: frozenset[str]) -> str:
    """The heading that the page calls itself by, to the word."""
    plain_said = [_plain(one) for one in said]
    parts = {_plain(part) for one in said for part in title_parts(one)}
    best, best_score = "", 2.0
    for heading in headings:
        plain = _plain(heading.text)
        if not plain or plain in names:
            continue
        agreement = 0.0
        for one in plain_said:
            if plain == one:
                agreement = max(agreement, 3.0)
            elif f" {plain} " in f" {one} " and (plain in parts or len(plain) > 20):
                agreement = max(agreement, 1.0 + 1.5 * len(plain) / len(one))
        score = agreement + heading.weight * 0.5 if agreement else 0.0
        if score > best_score:
            best, best_score = heading.text, score
    return best


def _alike(headings: list[_Heading], said: list[str], names: frozenset[str]) -> str:
    """The heading that shares most of its words with what the page calls itself."""
    best, best_score = "", 0.55
    bare = [_plain(without_site(one, names) or one) for one in said]
    for heading in headings[:40]:
        plain = _plain(heading.text)
        if heading.weight < 2 or not plain or plain in names:
            continue
        for one in bare:
            if one and plain.endswith(f" {one}") and len(one) > len(plain) / 3:
                # A line above the title, in the same element.
                return heading.text[-_length_of_end(heading.text, one) :].strip()
            score = _likeness(plain, one) + heading.weight * 0.02
            if score > best_score:
                best, best_score = heading.text, score
    return best


def _length_of_end(text: str, plain_end: str) -> int:
    """How many characters at the end of a text are one plain text."""
    for length in range(len(plain_end), len(text) + 1):
        if _plain(text[-length:]) == plain_end:
            marks = len(text[:-length]) - len(text[:-length].rstrip("“\"„«‘'(["))
            return length + marks
    return len(text)


def _likeness(one: str, other: str) -> float:
    """How much two titles share: 1 for the same words in the same order."""
    a, b = one.split(), other.split()
    if not a or not b:
        return 0.0
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    shorter, longer = sorted((len(a), len(b)))
    return float(same / shorter * (shorter / longer) ** 0.5)
