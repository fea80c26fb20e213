"""The comments under a WordPress post, as its pages and its API show them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urldefrag, urlencode, urlsplit

from reader.domain.comment import Comment
from reader.domain.errors import CannotUnderstand
from reader.domain.exchange import Page
from reader.domain.source import Entry
from reader.sites.comments import answers
from reader.sites.comments.addresses import http_address
from reader.sites.comments.prose import prose_of
from reader.sites.comments.system import Told, Way, Whereabouts
from reader.text.markup.tree import drop, fragment_tree, tag_of, text_of, tree_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

COMMENT_ID: Final = re.compile(r"comment-(\d{1,19})")
"""The id of a comment's element, and the fragment of its address."""

API_FIELDS: Final = "id,parent,author_name,date_gmt,content,link,status"
"""What the API is asked to tell of a comment."""

PART: Final = 100
"""Comments that the API tells at once, at the most."""

MOST_PAGES: Final = 50
"""Pages of comments that are found on one page."""

_POST_ID: Final = re.compile(r"\b(?:postid|page-id|attachmentid)-(\d{1,19})\b")
_PAGE_OF_COMMENTS: Final = re.compile(
    r"/comment-page-\d{1,5}/?$|[?&]cpage=\d{1,5}(?:&|$)"
)
_PINGS: Final = frozenset({"pingback", "trackback"})
_LEVEL: Final = re.compile(r"\bdepth-(\d{1,3})\b")


def whereabouts_in(root: HtmlElement, url: str) -> Whereabouts | None:
    """Where the comments under a post are told: by the site's API, on the page, in a feed."""
    body = root.find("body")
    classes = "" if body is None else body.get("class", "")
    post = _POST_ID.search(classes)
    standing = numbered(root)
    if (
        post is None
        and root.find(".//*[@id='commentform']") is None
        and not any(_LEVEL.search(one.get("class", "")) for one in standing)
    ):
        return None
    ways = []
    api = _linked(root, url, "https://api.w.org/")
    if api is not None and post is not None:
        # A site without pretty addresses has its API behind a question mark.
        joint = "&" if "?" in api else "?"
        asked = urlencode(
            {"post": post[1], "order": "asc", "per_page": PART, "_fields": API_FIELDS}
        )
        ways.append(Way(url=f"{api}wp/v2/comments{joint}{asked}", read=_told_by_api))
    ways.append(Way(read=_told_on_page))
    feed = _feed_in(root, url)
    if feed is not None:
        ways.append(Way(url=feed, read=_told_in_feed, spare=True))
    return Whereabouts(ways=tuple(ways), deepest=_deepest(root, standing))


def place_in_api(root: HtmlElement, url: str) -> tuple[str, str] | None:
    """The address of the site's API and the number of a page's post in it, or None."""
    body = root.find("body")
    post = _POST_ID.search("" if body is None else body.get("class", ""))
    api = _linked(root, url, "https://api.w.org/")
    return None if api is None or post is None else (api, post[1])


def _told_by_api(page: Page) -> Told:
    if not isinstance(answers.json_in(page.body), list):
        raise CannotUnderstand("The answer of the site's API is no list of comments.")
    further = (there for there, rel, _ in page.links if rel == "next")
    return Told(comments=thread_in(page), further=tuple(further)[:1])


def _told_on_page(page: Page) -> Told:
    root = tree_of(answers.text_of_page(page))
    if root is None:
        return Told(comments=())
    here = urldefrag(page.url).url
    links = (http_address(page.url, one.get("href", "")) for one in root.iter("a"))
    # Sorted out by host too: a commenter's website may end like a page of comments.
    pages = (
        urldefrag(one).url
        for one in links
        if one is not None and urlsplit(one).netloc == urlsplit(here).netloc
    )
    further = dict.fromkeys(
        one for one in pages if one != here and _PAGE_OF_COMMENTS.search(one)
    )
    return Told(
        comments=thread_on(root, page.url),
        further=tuple(islice(further, MOST_PAGES)),
    )


def _told_in_feed(page: Page) -> Told:
    """Read the feed of a post's comments, which has the newest of them."""
    from reader.sites.feeds import feed_in

    found = (_from_feed(entry) for entry in feed_in(page).entries)
    comments = [one for one in found if one is not None]
    return Told(comments=tuple(reversed(comments)), whole=False)


def _from_feed(entry: Entry) -> Comment | None:
    number = COMMENT_ID.fullmatch(urlsplit(entry.url or "").fragment)
    if number is None:
        return None
    content = fragment_tree(entry.html)
    parent = None
    first = next(iter(content), None)
    if first is not None and tag_of(first) == "p":
        # “In reply to Tomás.”, in the language of the site.
        link = next(first.iter("a"), None)
        target = "" if link is None else link.get("href", "")
        above = COMMENT_ID.fullmatch(urldefrag(http_address("", target) or "").fragment)
        if above is not None:
            parent = above[1]
            drop(first)
    return Comment(
        id=number[1],
        text=prose_of(content),
        author=entry.byline or "",
        published=None if entry.published is None else entry.published.moment,
        parent=parent,
        url=entry.url,
    )


def _feed_in(root: HtmlElement, url: str) -> str | None:
    """The address of the feed of a post's comments."""
    here = urldefrag(url).url
    for one in root.iter("link"):
        if one.get("type") != "application/rss+xml":
            continue
        there = http_address(url, one.get("href", ""))
        if there is None:
            continue
        plain = "feed=" in there and "?p=" in here and here.partition("?p=")[2] in there
        if plain or (there != here and there.startswith(here.rstrip("/") + "/feed")):
            return there
    return None


def _linked(root: HtmlElement, url: str, rel: str) -> str | None:
    found = (one.get("href", "") for one in root.iter("link") if one.get("rel") == rel)
    return next((http_address(url, href) for href in found), None)


def _deepest(root: HtmlElement, standing: list[HtmlElement]) -> int | None:
    """How deep answers may stand: at that level, no comment can be answered."""
    if root.find(".//*[@id='commentform']") is None:
        return None
    answered = {
        one.get("data-commentid") or one.get("href", "").rpartition("replytocom=")[2]
        for one in root.iter("a")
        if "comment-reply-link" in one.get("class", "").split()
    }
    numbers = {one.partition("#")[0] for one in answered}
    linked: set[int] = set()
    unlinked: set[int] = set()
    for one in standing:
        classes = one.get("class", "")
        level = _LEVEL.search(classes)
        # What another site sent cannot be answered at any level.
        if level is not None and not _PINGS.intersection(classes.split()):
            (linked if _number(one) in numbers else unlinked).add(int(level[1]))
    if not linked:
        return 0 if unlinked else None
    return min((one for one in unlinked if one > max(linked)), default=None)


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
        text="" if root is None else prose_of(root),
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
            text=prose_of(text),
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


def _moment(text: str) -> datetime | None:
    """A time the site gives; without an offset it is UTC, as in the API."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
