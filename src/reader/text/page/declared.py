"""What a page declares about itself for machines: its metas and its JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reader.text.links import absolute
from reader.text.sanitize import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST_SCRIPT = 1_000_000
"""A longer script of data is left unread; in characters."""

MOST_NODES = 3000
"""So many objects of a page's data are looked at."""

ARTICLE_TYPES = re.compile(
    r"(?:^|/)(?:\w*Article|\w*Posting|Report|Review|Recipe|HowTo|Question|DiscussionForumPosting)$"
)
_CONTROL = re.compile("[\x00-\x1f]+")
_MARKUP = re.compile(r"<[^<>]{1,200}>")


@dataclass(frozen=True, slots=True)
class Declared:
    """A page's own words about itself."""

    metas: Mapping[str, str] = field(default_factory=dict)
    """Contents by lower-case name, property or itemprop; the first of each."""

    nodes: tuple[Mapping[str, Any], ...] = ()
    """The objects of its JSON-LD, outermost first."""

    def meta(self, *names: str) -> str | None:
        """The first of some metas that says anything."""
        return next((self.metas[name] for name in names if self.metas.get(name)), None)

    @property
    def article(self) -> Mapping[str, Any]:
        """The object that describes the article, empty if there is none."""
        for node in self.nodes:
            if any(ARTICLE_TYPES.search(kind) for kind in kinds_of(node)):
                return node
        return {}

    @property
    def page(self) -> Mapping[str, Any]:
        """The object that describes the page as a page, empty if there is none."""
        for node in self.nodes:
            if any(kind.endswith("WebPage") for kind in kinds_of(node)):
                return node
        return {}

    def node(self, value: Any) -> Any:
        """Follow a reference (`{"@id": …}`) to what it refers to."""
        if isinstance(value, dict) and set(value) == {"@id"}:
            for node in self.nodes:
                if node.get("@id") == value["@id"] and len(node) > 1:
                    return node
        return value


def address_in(root: HtmlElement) -> str | None:
    """The address that a page names as its own, or None.

    A page that was saved to a file knows no other.
    """
    for link in root.iterfind(".//link[@rel][@href]"):
        if link.get("rel", "").strip().lower() == "canonical":
            return absolute(link.get("href"), None)
    return absolute(declared_in(root).meta("og:url"), None)


def declared_in(root: HtmlElement) -> Declared:
    """Read a page's metas and its JSON-LD; what is broken is passed over."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        content = clean_line((meta.get("content") or "")[:10_000])
        for attribute in ("property", "name", "itemprop"):
            name = (meta.get(attribute) or "").strip().lower()
            if name and content:
                metas.setdefault(name, content)
    nodes: list[Mapping[str, Any]] = []
    for script in root.iter("script"):
        kind = (script.get("type") or "").lower()
        if "ld+json" in kind and script.text and len(nodes) < MOST_NODES:
            nodes.extend(_nodes(_loaded(script.text), MOST_NODES - len(nodes)))
    return Declared(metas, tuple(nodes))


def kinds_of(node: Mapping[str, Any]) -> Sequence[str]:
    """The types an object says it is of."""
    kind = node.get("@type")
    if isinstance(kind, str):
        return (kind,)
    return (
        [one for one in kind if isinstance(one, str)] if isinstance(kind, list) else ()
    )


def words(value: Any) -> str | None:
    """A value as one line without markup, or None if it is none."""
    if isinstance(value, list):
        value = next((one for one in value if words(one)), None)
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value")
    if not isinstance(value, str):
        return None
    import html

    return clean_line(_MARKUP.sub("", html.unescape(value[:10_000]))) or None


def _loaded(script: str) -> Any:
    if len(script) > LONGEST_SCRIPT:
        return None
    bare = script.strip().removeprefix("<!--").removesuffix("-->")
    bare = bare.replace("<![CDATA[", "").replace("]]>", "").strip().rstrip(";")
    for attempt in (bare, _CONTROL.sub(" ", bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any, most: int) -> Iterator[Mapping[str, Any]]:
    """Every object in a value, outermost first and each level in order."""
    level, depth, found = [value], 0, 0
    while level and depth < 12:
        below: list[Any] = []
        for one in level:
            if isinstance(one, dict):
                found += 1
                if found > most:
                    return
                yield one
                below.extend(one.values())
            elif isinstance(one, list):
                below.extend(one)
        level, depth = below, depth + 1
