"""WordPress: the form under its posts, and what its site answers."""

from __future__ import annotations

import re
from collections import Counter
from html import escape
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urldefrag, urlsplit

from reader.domain.comment import (
    CommentForm,
    Discussion,
    Draft,
    Problem,
    Role,
)
from reader.domain.delivery import Delivery, Seen, State, Verdict
from reader.domain.exchange import Reply, Submission
from reader.sites.comments import answers, outright
from reader.sites.comments.addresses import address_of
from reader.sites.comments.controls import has_puzzle, read_form
from reader.sites.comments.filling import fill_in
from reader.sites.comments.form import PUZZLE
from reader.sites.comments.system import form_of
from reader.sites.comments.wordpress_thread import COMMENT_ID, numbered
from reader.text.markup.tree import drop, text_of, tree_of
from reader.text.sanitize import clean, clean_line

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
    locked = _locked(root)
    if locked is not None:
        return Discussion(open=True, system=NAME, why_not=locked, browser=page or None)
    body = root.find("body")
    if body is None or not _ON_A_POST.search(body.get("class", "")):
        return None
    return Discussion(
        count=_count(root), open=False, system=NAME, why_not=_closed(root)
    )


def submission_for(delivery: Delivery) -> Submission:
    """Write a comment as WordPress takes it."""
    draft = delivery.draft
    form = form_of(draft)
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
            return outright.too_soon(reply, said, least=SPACING)
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


def _locked(root: HtmlElement) -> str | None:
    """What a post says that opens to a password alone, in the site's words."""
    for one in root.iter("form"):
        if "post-password-form" in one.get("class", "").split():
            # A theme of its own says it before the form.
            said = root.find(".//p[@class='post-password-message']")
            first = one.find(".//p") if said is None else said
            return text_of(one if first is None else first) or None
    return None


def _closed(root: HtmlElement) -> str | None:
    for one in root.iter("p"):
        if "no-comments" in one.get("class", "").split():
            return text_of(one) or None
    return None


def _count(root: HtmlElement) -> int | None:
    """How many comments there are: what the title says, or as many as stand there."""
    standing = len(numbered(root))
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
    number = COMMENT_ID.fullmatch(there.fragment)
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
        # A plugin that sends comments by script may say thank you in JSON.
        spoken = isinstance(message, str) and isinstance(answer.get("code"), str)
        return plain_message(str(message)) if spoken else None
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


def plain_message(message: str) -> str:
    """The words of a message in HTML, without the way back."""
    root = tree_of(f"<body>{message}</body>")
    return "" if root is None else _plain_words(root)


def _plain_words(element: HtmlElement) -> str:
    """The words of an error page, without the way back."""
    for link in list(element.iter("a")):
        if link.get("href", "").startswith("javascript:"):
            drop(link)
    return text_of(element)[: answers.LONGEST_WORDS]
