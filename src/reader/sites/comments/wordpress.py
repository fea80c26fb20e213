"""WordPress: the form under its posts, and what its site answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from html import escape
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs, urldefrag, urlencode, urljoin, urlsplit

from reader.domain.comment import (
    Comment,
    CommentForm,
    Discussion,
    Draft,
    Problem,
    Role,
)
from reader.domain.delivery import Delivery, Seen, State, Verdict
from reader.domain.errors import CannotReach
from reader.domain.exchange import Page, Reply, Submission
from reader.sites.comments import answers
from reader.sites.comments.controls import (
    address_of,
    fill_in,
    has_puzzle,
    http_address,
    is_ticked,
    read_form,
)
from reader.sites.comments.form import PUZZLE
from reader.sites.comments.likeness import is_like
from reader.sites.comments.system import Look, Sighting
from reader.text.sanitize import clean, clean_line
from reader.text.tree import drop, tag_of, text_of, tree_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NAME: Final = "wordpress"
SPACING: Final = 15.0
"""Seconds that WordPress wants between two comments from one address."""

LONGEST_COMMENT: Final = 65_525
"""Bytes of a comment as it is stored, whatever the form says."""

ROLES: Final = MappingProxyType(
    {
        "comment": Role.COMMENT,
        "author": Role.NAME,
        "email": Role.EMAIL,
        "url": Role.WEBSITE,
    }
)
ALLOWED: Final = "a|abbr|acronym|b|blockquote|cite|code|del|em|i|q|s|strike|strong"
"""The elements that a visitor's comment may hold."""

_PAIR: Final = re.compile(
    r"<(?P<name>" + ALLOWED + r")"
    r"(?P<attributes>(?:\s+(?:href|title|cite|datetime)=(?:\"[^\"<>]*\"|'[^'<>]*'))*)\s*>"
    r"|</(?P<closed>" + ALLOWED + r")\s*>",
    re.IGNORECASE,
)
_COMMENT_ID: Final = re.compile(r"comment-(\d{1,19})")
_COUNT: Final = re.compile(r"\d[\d.,\u00a0\u202f’' ]*")
_ON_A_POST: Final = re.compile(r"\b(?:postid|page-id|attachmentid)-\d+\b")


def discussion_in(root: HtmlElement, url: str | None) -> Discussion | None:
    """Read what a WordPress page says about its comments."""
    page = address_of(root, url)
    form = _form_element(root)
    if form is not None:
        if has_puzzle(form):
            return Discussion(
                count=_count(root),
                open=True,
                system=NAME,
                why_not=PUZZLE,
                browser=_respond(page),
            )
        found = read_form(form, root, url, system=NAME, roles=ROLES)
        if found is not None:
            return Discussion(count=_count(root), open=True, system=NAME, form=found)
    for one in root.iter("p", "div"):
        if "must-log-in" in one.get("class", "").split():
            return Discussion(
                count=_count(root),
                open=True,
                system=NAME,
                why_not=text_of(one),
                browser=_respond(page),
            )
    body = root.find("body")
    if body is None or not _ON_A_POST.search(body.get("class", "")):
        return None
    return Discussion(
        count=_count(root), open=False, system=NAME, why_not=_closed(root)
    )


def submission_for(delivery: Delivery) -> Submission:
    """Write a comment as WordPress takes it."""
    draft = delivery.draft
    form = _form_of(draft)
    return Submission(
        url=form.action,
        fields=fill_in(
            form,
            draft,
            text=as_stored(draft.text),
            instead={}
            if draft.reply_to is None
            else {"comment_parent": draft.reply_to},
        ),
        headers={"Accept": "application/json", "Referer": form.page},
    )


def further_problem(form: CommentForm, draft: Draft) -> Problem | None:
    """WordPress counts bytes where its form says characters."""
    one = form.by_role(Role.COMMENT)
    over = len(as_stored(draft.text).encode()) - LONGEST_COMMENT
    if one is None or over <= 0:
        return None
    label = one.label or one.name
    words = f"{label} is {over} bytes over what WordPress stores; letters beyond plain English count for two or more."
    return Problem(one.name, label, words)


def as_stored(text: str) -> str:
    """Write a comment's text so that WordPress stores what was meant.

    It reads `<` and `&` as markup and drops what it does not know, in the
    middle of a sum or a line of code. What it allows stays markup if it is
    written whole: `<em>so</em>`, `<blockquote>`; everything else is escaped.
    """
    tags = list(_PAIR.finditer(text))
    opened: list[tuple[int, str]] = []
    waiting: Counter[str] = Counter()
    kept: set[int] = set()
    for number, tag in enumerate(tags):
        if tag["name"]:
            name = tag["name"].lower()
            opened.append((number, name))
            waiting[name] += 1
        elif waiting[name := tag["closed"].lower()]:
            # What was opened inside and never closed is no markup.
            while True:
                start, other = opened.pop()
                waiting[other] -= 1
                if other == name:
                    break
            kept |= {start, number}
    parts, at = [], 0
    for number in sorted(kept):
        tag = tags[number]
        parts += [_escaped(text[at : tag.start()]), tag[0].replace("&", "&amp;")]
        at = tag.end()
    return "".join((*parts, _escaped(text[at:])))


def verdict_on(delivery: Delivery, reply: Reply) -> Verdict:
    """Say what WordPress made of a comment.

    A redirect is a yes, wherever it leads on the same site; everything else
    is decided by the status, because the words are in the site's language.
    """
    if 300 <= reply.status < 400:
        return _redirected(reply)
    message = _message(reply)
    said = message or answers.title_of(reply)
    match reply.status:
        case 409 if delivery.doubtful:
            return Verdict(
                state=State.ACCEPTED,
                words="The site has it already: the earlier try got through.",
            )
        case 429:
            return Verdict(
                state=State.QUEUED,
                words=said or "The site asks for more time between comments.",
                wait=max(SPACING, answers.wait_asked_for(reply)),
            )
        case 200 if not reply.body.strip():
            return Verdict(
                state=State.REFUSED,
                words="The site answered with an empty page, as it does when the article takes no comments.",
            )
        case 200 if message is None:
            # Not a page of WordPress's own: a sign-in page of the network, or
            # a plugin's. It may have been taken.
            return Verdict(
                state=State.UNSURE,
                words=f"The site answered with a page that does not say what became of it{f': {said}' if said else '.'}",
            )
        case 503 if message is not None:
            return Verdict(
                state=State.QUEUED,
                words=message,
                wait=max(60.0, answers.wait_asked_for(reply)),
            )
        case status if status >= 500:
            return Verdict(
                state=State.UNSURE,
                words=f"The site failed while it took the comment ({status}{f': {said}' if said else ''}).",
            )
    return Verdict(
        state=State.REFUSED, words=said or f"The site refused it ({reply.status})."
    )


def looks_for(delivery: Delivery) -> tuple[Look, ...]:
    """Where to look for a comment: its page, then the site's API."""
    form = _form_of(delivery.draft)
    api = urljoin(form.action, "./?rest_route=/wp/v2/comments")
    number = delivery.comment_id
    if number is not None:
        page = urldefrag(delivery.permalink or form.page).url
        return (
            Look(url=page, find=partial(_on_page, delivery=delivery)),
            Look(url=f"{api}/{number}", find=partial(_by_number, delivery=delivery)),
        )
    query = {
        "post": next(
            (one.value for one in form.fields if one.name == "comment_post_ID"), ""
        ),
        "per_page": "100",
        "order": "desc",
        "_fields": "id,parent,author_name,date_gmt,content,link,status",
    }
    return (
        Look(
            url=f"{api}&{urlencode(query)}", find=partial(_in_list, delivery=delivery)
        ),
        Look(url=form.page, find=partial(_on_page, delivery=delivery)),
    )


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
    return tuple(_from_api(row) for row in rows if isinstance(row, dict))


def _form_of(draft: Draft) -> CommentForm:
    if draft.form is None:
        raise ValueError("a comment without its form cannot be sent")
    return draft.form


def _form_element(root: HtmlElement) -> HtmlElement | None:
    forms = list(root.iter("form"))
    for one in forms:
        if "wp-comments-post.php" in one.get("action", ""):
            return one
    # Some sites give the script another name.
    for one in forms:
        if one.get("id") == "commentform" and any(
            control.get("name") == "comment_post_ID" for control in one.iter("input")
        ):
            return one
    return None


def _respond(page: str) -> str | None:
    return f"{urldefrag(page).url}#respond" if page else None


def _closed(root: HtmlElement) -> str | None:
    for one in root.iter("p"):
        if "no-comments" in one.get("class", "").split():
            return text_of(one) or None
    return None


def _count(root: HtmlElement) -> int | None:
    """How many comments there are: what the title says, or as many as stand there."""
    standing = sum(
        1
        for one in root.iter("li", "div", "article")
        if _COMMENT_ID.fullmatch(one.get("id", ""))
    )
    for one in root.iter("h1", "h2", "h3", "h4"):
        if not {"comments-title", "wp-block-comments-title"}.isdisjoint(
            one.get("class", "").split()
        ):
            said = _COUNT.match(text_of(one))
            digits = re.sub(r"\D", "", said[0]) if said else ""
            # More are on other pages of the thread.
            if digits and len(digits) < 8:
                return max(standing, int(digits))
    return standing


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _redirected(reply: Reply) -> Verdict:
    """Read a redirect: where to, and whether the comment was taken before it."""
    place = answers.place_of(reply)
    if place is None:
        return Verdict(
            state=State.UNSURE, words="The site answered with a redirect to nowhere."
        )
    there, asked = urlsplit(place), urlsplit(reply.url)
    shown = clean_line(f"{there.scheme}://{there.netloc}")[:200]
    # A form that has moved is one that took nothing: the same script elsewhere,
    # or a redirect that wants the whole comment sent again.
    if reply.status in (307, 308) or (
        there.path == asked.path and not there.fragment and not there.query
    ):
        return Verdict(
            state=State.REFUSED,
            words=f"The site wants the comment sent to {shown} instead; nothing was sent there.",
        )
    waiting = parse_qs(there.query).get("unapproved")
    number = _COMMENT_ID.fullmatch(there.fragment)
    comment_id = number[1] if number else None
    if waiting and waiting[0].isdecimal():
        return Verdict(
            state=State.HELD,
            words="The site holds it until somebody there approves it.",
            permalink=clean(place),
            comment_id=waiting[0],
            seen=Seen.HELD,
        )
    if comment_id is not None:
        return Verdict(
            state=State.ACCEPTED, permalink=clean(place), comment_id=comment_id
        )
    if reply.headers.get("x-redirect-by", "") == "WordPress" and _same_site(
        there.hostname, asked.hostname
    ):
        return Verdict(state=State.ACCEPTED)
    return Verdict(
        state=State.UNSURE,
        words=f"The site answered with a redirect to {shown} that does not say what became of it.",
    )


def _same_site(one: str | None, other: str | None) -> bool:
    return (one or "").removeprefix("www.") == (other or "").removeprefix("www.")


def _message(reply: Reply) -> str | None:
    """What WordPress itself says on an error page, or None if it is not WordPress speaking."""
    answer = answers.json_in(reply.body)
    if isinstance(answer, dict):
        message = answer.get("message")
        return _plain(message) if isinstance(message, str) else None
    root = tree_of(answers.text_of_body(reply))
    if root is None:
        return None
    for one in root.iter("div", "p"):
        if "wp-die-message" in one.get("class", "").split():
            return _plain_words(one)
    body = root.find("body")
    if body is not None and body.get("id") == "error-page":
        return _plain_words(body)
    return None


def _plain(message: str) -> str:
    root = tree_of(f"<body>{message}</body>")
    return "" if root is None else _plain_words(root)


def _plain_words(element: HtmlElement) -> str:
    """The words of an error page, without the way back."""
    for link in list(element.iter("a")):
        if link.get("href", "").startswith("javascript:"):
            drop(link)
    return text_of(element)[: answers.LONGEST_WORDS]


def _by_number(answer: Page | CannotReach, *, delivery: Delivery) -> Sighting:
    """Read what the API says of one comment.

    It tells nobody of a comment that is not public. WordPress gives the
    address of one that waits for approval to those who let it set no cookie;
    to the others it says the same as for one that is public, so for them what
    is not public waits.
    """
    if isinstance(answer, CannotReach):
        if answer.status in (404, 410):
            return Sighting(seen=Seen.GONE)
        waits = answer.status in (401, 403) and _lets_set_cookies(delivery.draft)
        return Sighting(seen=Seen.HELD if waits else None)
    row = answers.json_in(answer.body)
    if isinstance(row, dict) and str(row.get("id")) == delivery.comment_id:
        return Sighting(
            seen=Seen.PUBLIC if row.get("status") == "approved" else Seen.HELD,
            permalink=_link(row),
            comment_id=delivery.comment_id,
        )
    return Sighting()


def _lets_set_cookies(draft: Draft) -> bool:
    return any(
        is_ticked(one, draft.value_of(one))
        for one in _form_of(draft).visible
        if one.name == "wp-comment-cookies-consent"
    )


def _in_list(answer: Page | CannotReach, *, delivery: Delivery) -> Sighting:
    """Look for a comment among those the API lists."""
    if isinstance(answer, CannotReach):
        return Sighting()
    return _among(thread_in(answer), delivery)


def _on_page(answer: Page | CannotReach, *, delivery: Delivery) -> Sighting:
    """Look for a comment on its article's page, by its number or by its words."""
    if isinstance(answer, CannotReach):
        return Sighting()
    root = tree_of(answers.text_of_page(answer))
    if root is None:
        return Sighting()
    return _among(thread_on(root, answer.url), delivery)


def _among(comments: tuple[Comment, ...], delivery: Delivery) -> Sighting:
    draft = delivery.draft
    for one in comments:
        if delivery.comment_id is not None:
            same = one.id == delivery.comment_id
        else:
            same = is_like(one.text, draft.text) and is_like(
                one.author, draft.identity.name or one.author
            )
        if same:
            return Sighting(
                seen=Seen.HELD if one.held else Seen.PUBLIC,
                permalink=one.url,
                comment_id=one.id,
            )
    return Sighting()


def _from_api(row: dict[str, Any]) -> Comment:
    content = row.get("content")
    rendered = content.get("rendered") if isinstance(content, dict) else None
    root = tree_of(rendered) if isinstance(rendered, str) else None
    parent = row.get("parent")
    return Comment(
        id=str(row.get("id")),
        text="" if root is None else _paragraphs(root),
        author=_plain(str(row.get("author_name") or "")),
        published=_moment(str(row.get("date_gmt") or "")),
        parent=str(parent) if parent else None,
        url=_link(row),
        held=row.get("status") not in (None, "approved"),
    )


def _link(row: dict[str, Any]) -> str | None:
    link = row.get("link")
    return http_address("", link) if isinstance(link, str) else None


def _comments(root: HtmlElement, url: str) -> Iterator[Comment]:
    """Read the comments of a page, whichever theme it has."""
    standing = [
        one
        for one in root.iter("li", "div", "article")
        if _COMMENT_ID.fullmatch(one.get("id", ""))
    ]
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
