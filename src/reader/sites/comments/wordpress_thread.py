"""The comments under a WordPress post, as its pages and its API show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urldefrag, urlencode

from reader.domain.comment import Comment
from reader.domain.exchange import Page
from reader.sites.comments import answers
from reader.sites.comments.addresses import http_address
from reader.sites.comments.system import Thread
from reader.text.tree import drop, tag_of, text_of, tree_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

COMMENT_ID: Final = re.compile(r"comment-(\d{1,19})")
"""The id of a comment's element, and the fragment of its address."""

API_FIELDS: Final = "id,parent,author_name,date_gmt,content,link,status"
"""What the API is asked to tell of a comment."""


PART: Final = 100
"""Comments that the API tells at once, at the most."""

_POST_ID: Final = re.compile(r"\b(?:postid|page-id)-(\d{1,19})\b")


def thread_of(root: HtmlElement, url: str) -> Thread | None:
    """Where the comments under a post are told: by the site's API, the oldest first."""
    api = next(
        (
            http_address(url, one.get("href", ""))
            for one in root.iter("link")
            if one.get("rel") == "https://api.w.org/"
        ),
        None,
    )
    body = root.find("body")
    post = None if body is None else _POST_ID.search(body.get("class", ""))
    if api is None or post is None:
        return None
    # A site without pretty addresses has its API behind a question mark.
    joint = "&" if "?" in api else "?"
    asked = urlencode(
        {"post": post[1], "order": "asc", "per_page": PART, "_fields": API_FIELDS}
    )
    return Thread(
        part=lambda number: f"{api}wp/v2/comments{joint}{asked}&page={number}",
        read=thread_in,
        size=PART,
        standing=thread_on(root, url),
    )


def plain_text(html: str) -> str:
    """The words of a piece of HTML, as one line."""
    root = tree_of(f"<body>{html}</body>")
    return "" if root is None else text_of(root)


def numbered(root: HtmlElement) -> list[HtmlElement]:
    """The elements of a page that are comments, whichever theme it has."""
    return [
        one
        for one in root.iter("li", "div", "article")
        if COMMENT_ID.fullmatch(one.get("id", ""))
    ]


def thread_on(root: HtmlElement, url: str) -> tuple[Comment, ...]:
    """Read the comments that stand on a page, in its order."""
    return tuple(_comments(root, url))


def thread_in(page: Page) -> tuple[Comment, ...]:
    """Read a list of comments out of an answer of the site's API.

    Returns:
        The comments, in the answer's order; none if it is no such answer.
    """
    rows = answers.json_in(page.body)
    if not isinstance(rows, list):
        return ()
    return tuple(
        _from_api(row) for row in rows[: answers.MOST_ROWS] if isinstance(row, dict)
    )


def _from_api(row: dict[str, Any]) -> Comment:
    content = row.get("content")
    rendered = content.get("rendered") if isinstance(content, dict) else None
    root = tree_of(rendered) if isinstance(rendered, str) else None
    parent = row.get("parent")
    return Comment(
        id=str(row.get("id")),
        text="" if root is None else _paragraphs(root),
        author=plain_text(str(row.get("author_name") or "")),
        published=_moment(str(row.get("date_gmt") or "")),
        parent=str(parent) if parent else None,
        url=link_of(row),
        held=row.get("status") not in (None, "approved"),
    )


def link_of(row: dict[str, Any]) -> str | None:
    """The address of a comment that the API tells of."""
    link = row.get("link")
    return http_address("", link) if isinstance(link, str) else None


def _comments(root: HtmlElement, url: str) -> Iterator[Comment]:
    """Read the comments of a page, whichever theme it has."""
    standing = numbered(root)
    owners = {id(one): _number(one) for one in standing}
    for element in standing:
        number = _number(element)
        around = (owners.get(id(one)) for one in element.iterancestors())
        parent = next((one for one in around if one is not None), None)
        own = _own_parts(element, owners)
        text = own.get("text")
        if text is None or number == parent:
            continue
        author = own.get("author")
        time = own.get("time")
        yield Comment(
            id=number,
            text=_paragraphs(text),
            author="" if author is None else text_of(author),
            published=None if time is None else _moment(time.get("datetime", "")),
            parent=parent,
            url=f"{urldefrag(url).url}#comment-{number}",
            held="held" in own,
        )


def _number(element: HtmlElement) -> str:
    number: str = element.get("id", "").rpartition("-")[2]
    return number


_PARTS: Final = MappingProxyType(
    {
        "comment-content": "text",
        "wp-block-comment-content": "text",
        "comment-body-text": "text",
        "comment-text": "text",
        "fn": "author",
        "wp-block-comment-author-name": "author",
        "comment-awaiting-moderation": "held",
    }
)


def _own_parts(element: HtmlElement, owners: dict[int, str]) -> dict[str, HtmlElement]:
    """The parts of one comment, those of its replies left out."""
    parts: dict[str, HtmlElement] = {}
    left = list(reversed(element))
    while left:
        one = left.pop()
        if id(one) in owners:
            continue
        if tag_of(one) == "time":
            parts.setdefault("time", one)
        for name in one.get("class", "").split():
            if name in _PARTS:
                parts.setdefault(_PARTS[name], one)
        left.extend(reversed(one))
    if "text" not in parts:
        # A theme of the old kind: the paragraphs stand among the rest.
        for one in element:
            if "comment-body" in one.get("class", "").split():
                parts["text"] = one
    return parts


def _paragraphs(element: HtmlElement) -> str:
    """An element's text; paragraphs are parted by a blank line."""
    for one in list(element.iter()):
        classes = one.get("class", "").split()
        if "comment-awaiting-moderation" in classes or "reply" in classes:
            drop(one)
    found = [text_of(one) for one in element.iter("p")]
    return "\n\n".join(one for one in found if one) or text_of(element)


def _moment(text: str) -> datetime | None:
    """A time the site gives; without an offset it is UTC, as in the API."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
