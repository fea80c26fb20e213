"""Comments that a page only embeds, and that their own site tells to everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs, urldefrag, urlencode, urljoin, urlsplit

from reader.domain.comment import Comment
from reader.domain.errors import CannotUnderstand
from reader.domain.exchange import Page
from reader.sites.comments import answers
from reader.sites.comments.addresses import address_of, http_address
from reader.sites.comments.prose import prose_of
from reader.sites.comments.system import Told, Way, Whereabouts
from reader.text.markup.tree import drop, fragment_tree, text_of, tree_of
from reader.text.sanitize import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_SCRIPT: Final = 200_000
"""Of a page's own scripts only this many characters are read."""

_STATUS: Final = re.compile(
    r"^(https?://[^/\s]+)/(?:@[^/\s]+|users/[^/\s]+/statuses)/(\d{5,25})/?$"
)
_REPLY_NUMBER: Final = re.compile(r"post-(\d{1,19})")
_DAY_IN_FULL: Final = "%B %d, %Y %I:%M%p"


def script_of(root: HtmlElement) -> str:
    """What a page's own scripts say, up to a limit."""
    return "".join(one.text or "" for one in root.iter("script"))[:MOST_SCRIPT]


def forum_of(root: HtmlElement, page: str) -> tuple[str, str | None] | None:
    """The address of the Discourse forum that a page embeds, and its topic there."""
    script = script_of(root)
    forum = re.search(r"discourseUrl\s*:\s*[\"']([^\"']{1,300})[\"']", script)
    if forum is None:
        return None
    address = http_address(page, f"{forum[1].rstrip('/')}/")
    topic = re.search(r"topicId\s*:\s*[\"']?(\d{1,12})", script)
    return None if address is None else (address, topic[1] if topic else None)


def in_discourse(root: HtmlElement, url: str) -> Whereabouts | None:
    """Where a page that embeds Discourse has its comments: on the forum's own frame."""
    found = forum_of(root, url)
    if found is None or root.find(".//*[@id='discourse-comments']") is None:
        return None
    forum, topic = found
    page = re.search(
        r"discourseEmbedUrl\s*:\s*[\"']([^\"']{1,500})[\"']", script_of(root)
    )
    of_page = page[1] if page else urldefrag(address_of(root, url)).url
    asked = {"topic_id": topic} if topic is not None else {"embed_url": of_page}
    address = f"{forum}embed/comments?{urlencode(asked)}"
    return Whereabouts(ways=(Way(url=address, read=_told_by_discourse),), deepest=0)


def in_blogger(root: HtmlElement, url: str) -> Whereabouts | None:
    """Where a post on Blogger has its comments: in a feed of its own."""
    for one in root.iter("a", "iframe"):
        if one.get("id") not in ("comment-editor-src", "comment-editor"):
            continue
        frame = http_address(url, one.get("href") or one.get("src") or "")
        query = parse_qs(urlsplit(frame or "").query)
        post = (query.get("po") or query.get("postID") or [""])[0]
        if not post.isdecimal():
            return None
        asked = urlencode({"alt": "json", "max-results": 500})
        address = urljoin(url, f"/feeds/{post}/comments/default?{asked}")
        return Whereabouts(ways=(Way(url=address, read=_told_by_blogger),), deepest=0)
    return None


def status_of(root: HtmlElement) -> str | None:
    """The address of the Mastodon status whose answers a page shows as its comments."""
    for one in root.iter("a", "div", "section", "mastodon-comments"):
        said = [value for name, value in one.attrib.items() if "mastodon" in name]
        marked = "mastodon" in f"{one.get('class', '')} {one.get('id', '')}".lower()
        if marked and one.get("href"):
            said.append(one.get("href", ""))
        for value in said:
            if _STATUS.match(value):
                return str(value)
        host, user, number = (
            one.get("data-host") or one.get("host") or "",
            one.get("data-user") or one.get("user") or "",
            one.get("data-tootid") or one.get("tootid") or one.get("tootId") or "",
        )
        if host and number.isdecimal():
            return f"https://{host}/@{user.removeprefix('@') or 'i'}/{number}"
    return None


def in_mastodon(root: HtmlElement, url: str) -> Whereabouts | None:
    """Where a page has its comments that shows the answers to a Mastodon status."""
    del url
    status = status_of(root)
    parts = None if status is None else _STATUS.match(status)
    if parts is None:
        return None
    address = f"{parts[1]}/api/v1/statuses/{parts[2]}/context"
    way = Way(url=address, read=_told_by_mastodon)
    return Whereabouts(ways=(way,), deepest=0)


def _told_by_discourse(page: Page) -> Told:
    root = tree_of(answers.text_of_page(page))
    if root is None or root.find(".//header") is None:
        raise CannotUnderstand("The forum's answer holds no comments.")
    comments = tuple(_posts(root))
    more = any(
        "replies" in one.get("class", "").split()
        for one in root.iterfind(".//footer//span")
    )
    return Told(comments=comments, whole=not more)


def _posts(root: HtmlElement) -> Iterator[Comment]:
    for post in root.iter("article"):
        number = _REPLY_NUMBER.fullmatch(post.get("id", ""))
        cooked = post.find(".//div[@class='cooked']")
        if number is None or cooked is None:
            continue
        heading = cooked.find(".//h3")
        link = None if heading is None else heading.find(".//a")
        author = "" if link is None else text_of(link)
        for aside in [heading, *cooked.xpath(".//a[contains(@class, 'post-replies')]")]:
            if aside is not None:
                drop(aside)
        answered = post.find(".//a[@data-link-to-post]")
        day = post.find(".//a[@class='post-date']")
        yield Comment(
            id=number[1],
            text=prose_of(cooked),
            author=author,
            published=None if day is None else _day(day.get("title", "")),
            parent=None if answered is None else answered.get("data-link-to-post"),
            url=None if day is None else http_address("", day.get("href", "")),
        )


def _told_by_blogger(page: Page) -> Told:
    feed = answers.object_in(page.body).get("feed")
    if not isinstance(feed, dict):
        raise CannotUnderstand("The blog's answer holds no comments.")
    rows = feed.get("entry", [])
    total = _text(feed.get("openSearch$totalResults"))
    comments = tuple(
        _from_blogger(row) for row in rows[: answers.MOST_ROWS] if isinstance(row, dict)
    )
    whole = not total.isdecimal() or int(total) <= len(comments)
    return Told(comments=tuple(reversed(comments)), whole=whole)


def _from_blogger(row: dict[str, Any]) -> Comment:
    """Read a comment of Blogger's feed, in which each link has its kind."""
    links = {
        one.get("rel"): str(one.get("href", ""))
        for one in row.get("link", [])
        if isinstance(one, dict)
    }
    authors = row.get("author", [])
    author = authors[0].get("name") if authors and isinstance(authors[0], dict) else {}
    answered = links.get("related", "").rpartition("/")[2]
    return Comment(
        id=_text(row.get("id")).rpartition("-")[2],
        text=prose_of(fragment_tree(_text(row.get("content")))),
        author=clean_line(_text(author)),
        published=_moment(_text(row.get("published"))),
        parent=answered or None,
        url=http_address("", links.get("alternate", "")),
    )


def _told_by_mastodon(page: Page) -> Told:
    rows = answers.object_in(page.body).get("descendants")
    if not isinstance(rows, list):
        raise CannotUnderstand("The answer of the site's Mastodon holds no answers.")
    return Told(
        comments=tuple(
            _from_mastodon(row)
            for row in rows[: answers.MOST_ROWS]
            if isinstance(row, dict)
        )
    )


def _from_mastodon(row: dict[str, Any]) -> Comment:
    account = row.get("account")
    who: dict[str, Any] = account if isinstance(account, dict) else {}
    return Comment(
        id=clean_line(str(row.get("id"))),
        text=prose_of(fragment_tree(str(row.get("content") or ""))),
        author=clean_line(str(who.get("display_name") or who.get("acct") or "")),
        published=_moment(str(row.get("created_at") or "")),
        parent=clean_line(str(row.get("in_reply_to_id") or "")) or None,
        url=http_address("", str(row.get("url") or "")),
    )


def _text(value: object) -> str:
    """What a value of Blogger's JSON says: it stands under `$t`."""
    return str(value.get("$t", "")) if isinstance(value, dict) else ""


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _day(text: str) -> datetime | None:
    """A moment as the forum's frame writes it, in its own time: `June 17, 2020 3:04pm`."""
    try:
        return datetime.strptime(" ".join(text.split()), _DAY_IN_FULL).replace(
            tzinfo=UTC
        )
    except ValueError:
        return None
