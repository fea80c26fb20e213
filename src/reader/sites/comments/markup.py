"""Comments that stand on a page, whichever program wrote it: by what they are marked as."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, urldefrag, urlsplit

from reader.domain.comment import Comment, Discussion
from reader.domain.exchange import Page
from reader.sites.comments import answers
from reader.sites.comments.prose import prose_of
from reader.sites.comments.system import Told, Way, Whereabouts
from reader.text.markup.tree import hint_of, tag_of, text_of, tree_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ID: Final = re.compile(r"(?:comment|cmt|c)[-_]?(\d{1,19})")
_PAGER: Final = re.compile(r"(?:^|&)page=\d")
_HOLDERS: Final = frozenset({"article", "div", "li", "section"})
_PARTS: Final = MappingProxyType(
    {
        "comment__content": "around",
        "comment-body": "around",
        "comment-content": "text",
        "comment-text": "text",
        "field--name-comment-body": "text",
        "field-name-comment-body": "text",
        "author": "author",
        "comment__author": "author",
        "comment-author": "author",
        "fn": "author",
        "username": "author",
    }
)
"""What a part of a comment is, by its class."""

_PROPERTIES: Final = MappingProxyType(
    {
        "author": "author",
        "creator": "author",
        "commenttext": "text",
        "text": "text",
        "datecreated": "time",
        "datepublished": "time",
    }
)
"""What a part of a comment is, by its property in schema.org."""

_MOMENTS: Final = ("datetime", "content", "title")
"""Where a moment is written so that a machine can read it."""


def whereabouts_in(root: HtmlElement, discussion: Discussion) -> Whereabouts | None:
    """Where the comments under a page are told: on the page itself, if at all.

    Args:
        root: The page.
        discussion: What it says about its comments.
    """
    here = discussion.form is not None and discussion.system != "isso"
    if not here and next(_marked(root), None) is None:
        return None
    return Whereabouts(ways=(Way(read=told_on),))


def told_on(page: Page) -> Told:
    """Read the comments that stand on a page, in its order."""
    root = tree_of(answers.text_of_page(page))
    if root is None:
        return Told(comments=())
    return Told(
        comments=tuple(_comments(root, page.url)), whole=not _goes_on(root, page.url)
    )


def _goes_on(root: HtmlElement, url: str) -> bool:
    """Whether the comments go on at other pages of the same article."""
    here = urlsplit(url).path
    for one in root.iter("a"):
        there = _target(one)
        if there.path in ("", here) and _PAGER.search(there.query):
            return True
    return False


def _comments(root: HtmlElement, url: str) -> Iterator[Comment]:
    found = list(_marked(root))
    owners = {id(element): number for element, number, _ in found}
    known: set[str] = set()
    for element, number, around in found:
        parts = _own_parts(element, owners)
        text = parts.get("text")
        if text is None or number in known:
            continue
        known.add(number)
        answered = _answered(element, parts, owners)
        time = parts.get("time")
        author = parts.get("author")
        yield Comment(
            id=number,
            text=prose_of(text),
            author="" if author is None else text_of(author),
            published=None if time is None else _moment(time),
            parent=answered if answered in known else around,
            url=f"{urldefrag(url).url}#{_anchor(element, number)}",
        )


def _marked(root: HtmlElement) -> Iterator[tuple[HtmlElement, str, str | None]]:
    """The elements that are comments, each with its number and that of the one around it.

    A comment stands in the one it answers, or in an indented part after it.
    """
    from lxml import etree

    around: list[str | None] = [None]
    last: list[str | None] = [None]
    for event, one in etree.iterwalk(root, events=("start", "end")):
        if tag_of(one) not in _HOLDERS:
            continue
        number = _number(one)
        indented = number is None and " indented " in hint_of(one)
        if number is None and not indented:
            continue
        if event == "end":
            around.pop()
            last.pop()
            if number is not None:
                last[-1] = number
        else:
            if number is not None:
                yield one, number, around[-1]
            around.append(last[-1] if indented else number)
            last.append(None)


def _number(element: HtmlElement) -> str | None:
    """The number of a comment, or None if the element is none."""
    named = _ID.fullmatch(element.get("id", ""))
    if named is not None:
        return named[1]
    kind = f"{element.get('itemtype', '')} {element.get('typeof', '')}".lower()
    if "schema.org/comment" not in kind and "schema:comment" not in kind:
        classes = element.get("class", "").split()
        if "js-comment" not in classes:
            return None
    before = element.getprevious()
    if before is not None and tag_of(before) == "a":
        named = _ID.fullmatch(before.get("id", ""))
    for one in () if named is not None else element.iter("a"):
        named = _ID.fullmatch(_target(one).fragment)
        if named is not None:
            break
    return None if named is None else named[1]


def _anchor(element: HtmlElement, number: str) -> str:
    own: str = element.get("id", "")
    return own if _ID.fullmatch(own) else f"comment-{number}"


def _own_parts(element: HtmlElement, owners: dict[int, str]) -> dict[str, HtmlElement]:
    """The parts of one comment, those of its replies left out."""
    parts: dict[str, HtmlElement] = {}
    left = list(reversed(element))
    while left:
        one = left.pop()
        if id(one) in owners:
            continue
        part = _part(one)
        if part is not None and part not in parts:
            parts[part] = one
        if part != "text":
            left.extend(reversed(one))
    # Where the text itself is not marked, what is around it is the text.
    if "text" not in parts and "around" in parts:
        parts["text"] = parts["around"]
    return parts


def _part(element: HtmlElement) -> str | None:
    tag = tag_of(element)
    if tag == "time" or (tag == "abbr" and "published" in element.get("class", "")):
        return "time"
    property_ = element.get("itemprop") or element.get("property") or ""
    part = _PROPERTIES.get(property_.rpartition(":")[2].lower())
    if part is not None:
        return part
    found = (_PARTS.get(name) for name in element.get("class", "").split())
    return next((one for one in found if one is not None), None)


def _answered(
    element: HtmlElement, parts: dict[str, HtmlElement], owners: dict[int, str]
) -> str | None:
    """The comment that a comment says it answers, by a link over its text."""
    text = parts.get("text")
    left = list(reversed(element))
    while left:
        one = left.pop()
        if id(one) in owners or one is text:
            continue
        if tag_of(one) == "a":
            named = _ID.fullmatch(_target(one).fragment)
            if named is not None and named[1] != owners[id(element)]:
                return named[1]
        left.extend(reversed(one))
    return None


def _target(link: HtmlElement) -> SplitResult:
    target: str = link.get("href", "")
    try:
        return urlsplit(target)
    except ValueError:
        return urlsplit("")


def _moment(element: HtmlElement) -> datetime | None:
    for name in _MOMENTS:
        try:
            moment = datetime.fromisoformat(element.get(name, "").strip())
        except ValueError:
            continue
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return None
