"""Remark42: comments that a page fetches from a server of their own, where anybody may write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs, urldefrag, urlencode, urljoin, urlsplit

from reader.domain.comment import (
    Comment,
    CommentForm,
    Discussion,
    Draft,
    Field,
    FieldKind,
    Problem,
    Role,
)
from reader.domain.delivery import Delivery, Seen, State, Verdict
from reader.domain.errors import CannotReach, CannotUnderstand
from reader.domain.exchange import Page, Reply, Submission
from reader.sites.comments import answers, outright
from reader.sites.comments.addresses import address_of, http_address
from reader.sites.comments.filling import as_json
from reader.sites.comments.prose import prose_of
from reader.sites.comments.sighting import among
from reader.sites.comments.system import (
    Admission,
    Gate,
    Look,
    Sighting,
    Told,
    Way,
    Whereabouts,
    form_of,
)
from reader.text.markup.tree import fragment_tree
from reader.text.sanitize import clean, clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NAME: Final = "remark42"
WHY_NOT: Final = (
    "This site lets only those comment who sign in, which only a browser can do."
)
PLACE: Final = "remark42"
"""The fragment of an article's address where the box stands."""

_API: Final = "api/v1/"
_SETTING: Final = r"\b%s\b[\"']?\s*:\s*[\"']([^\"'\s]{1,300})[\"']"
_NAME: Final = re.compile(r"[^\W_](?:[\w ]*\w)?")
_SHORTEST_NAME: Final = 3
_PASSES: Final = re.compile(r"(?:^|[,;\s])(JWT|XSRF-TOKEN)=([^;,\s]+)")
_MOST_SCRIPT: Final = 200_000
"""Of a page's own scripts only this many characters are read."""


def discussion_in(root: HtmlElement, url: str | None) -> Discussion | None:
    """Recognise a page whose comments are kept by Remark42.

    Whether anybody may write, only the server says: see `gate`. Until it has,
    the form is offered.
    """
    if not root.xpath("boolean(//*[@id='remark42'])"):
        return None
    page = address_of(root, url)
    browser = f"{urldefrag(page).url}#{PLACE}" if page else None
    script = "".join(one.text or "" for one in root.iter("script"))[:_MOST_SCRIPT]
    host, site = _set(script, "host"), _set(script, "site_id")
    server = http_address(page, f"{host.rstrip('/')}/") if host else None
    if server is None or site is None:
        return Discussion(open=True, system=NAME, why_not=WHY_NOT, browser=browser)
    where = {"site": site, "url": urldefrag(_set(script, "url") or page).url}
    form = CommentForm(
        action=f"{urljoin(server, _API)}comment?{urlencode(where)}",
        system=NAME,
        page=page,
        fields=(
            Field(
                name="text",
                label="Comment",
                kind=FieldKind.LONG_TEXT,
                role=Role.COMMENT,
                required=True,
            ),
            Field(name="user", label="Name", role=Role.NAME, required=True, limit=64),
        ),
    )
    return Discussion(
        open=True, system=NAME, form=form, why_not=WHY_NOT, browser=browser
    )


def gate(form: CommentForm) -> Gate:
    """Where the server says whether anybody may write."""
    query = urlencode({"site": _where(form)["site"]})
    return Gate(url=f"{_server(form)}{_API}config?{query}", refusal=_refusal)


def further_problem(form: CommentForm, draft: Draft) -> Problem | None:
    """Remark42 takes plain names alone."""
    name = draft.identity.name.strip()
    one = form.by_role(Role.NAME)
    fits = _NAME.fullmatch(name) and len(name) >= _SHORTEST_NAME
    if one is None or not name or fits:
        return None
    words = f"{one.label} takes letters, digits and spaces, at least {_SHORTEST_NAME} of them."
    return Problem(one.name, one.label, words)


def admission(delivery: Delivery) -> Admission:
    """What is asked before a comment is sent: a pass for the name it is signed with."""
    form = form_of(delivery.draft)
    asked = {
        "user": clean_line(delivery.draft.identity.name),
        "aud": _where(form)["site"],
    }
    return Admission(
        url=f"{_server(form)}auth/anonymous/login?{urlencode(asked)}",
        with_pass=_with_pass,
    )


def submission_for(delivery: Delivery) -> Submission:
    """Write a comment as Remark42 takes it."""
    form = form_of(delivery.draft)
    where = _where(form)
    values: dict[str, Any] = {"text": clean(delivery.draft.text), "locator": where}
    if delivery.draft.reply_to is not None:
        values["pid"] = delivery.draft.reply_to
    query = urlencode({"site": where["site"]})
    return as_json(f"{_server(form)}{_API}comment?{query}", values)


def verdict_on(delivery: Delivery, reply: Reply) -> Verdict:
    """Say what Remark42 made of a comment: 201 shown, else a reason in JSON."""
    del delivery
    said = answers.object_in(reply.body)
    if reply.status == 201 and said.get("id"):
        return Verdict(
            state=State.ACCEPTED, comment_id=str(said["id"]), seen=Seen.PUBLIC
        )
    reasons = (said.get("details"), said.get("error"))
    words = ": ".join(clean_line(one) for one in reasons if isinstance(one, str))
    return outright.judge(reply, words[: answers.LONGEST_WORDS])


def looks_for(delivery: Delivery) -> tuple[Look, ...]:
    """Where to look for a comment: its thread."""
    url = _thread_address(form_of(delivery.draft))
    return (Look(url=url, find=partial(_in_thread, delivery=delivery)),)


def whereabouts_in(root: HtmlElement, url: str) -> Whereabouts | None:
    """Where the comments under an article are told: by the server, all at once."""
    found = discussion_in(root, url)
    if found is None or found.form is None:
        return None
    return Whereabouts(ways=(Way(url=_thread_address(found.form), read=_told),))


def _refusal(answer: Page) -> str | None:
    providers = answers.object_in(answer.body).get("auth_providers")
    anybody = isinstance(providers, list) and "anonymous" in providers
    return None if anybody else WHY_NOT


def _with_pass(submission: Submission, reply: Reply) -> Submission | Verdict:
    """Put the pass into a submission; without one it is refused."""
    passes = dict(_PASSES.findall(reply.headers.get("set-cookie", "")))
    if reply.status != 200 or "JWT" not in passes:
        said = answers.object_in(reply.body)
        words = clean_line(str(said.get("error") or ""))[: answers.LONGEST_WORDS]
        return Verdict(
            state=State.REFUSED,
            words=f"The site lets nobody in by this name. {words}".strip(),
        )
    cookie = "; ".join(f"{name}={value}" for name, value in passes.items())
    headers = {
        **submission.headers,
        "Cookie": cookie,
        "X-XSRF-TOKEN": passes.get("XSRF-TOKEN", ""),
    }
    return replace(submission, headers=headers)


def _told(page: Page) -> Told:
    if not isinstance(answers.object_in(page.body).get("comments"), list):
        raise CannotUnderstand(
            "The answer of the site's Remark42 is no list of comments."
        )
    return Told(comments=_thread_in(page))


def _in_thread(answer: Page | CannotReach, *, delivery: Delivery) -> Sighting:
    if isinstance(answer, CannotReach):
        return Sighting()
    return among(_thread_in(answer), delivery)


def _thread_in(page: Page) -> tuple[Comment, ...]:
    return tuple(islice(_comments(answers.object_in(page.body)), answers.MOST_ROWS))


def _comments(shape: dict[str, Any]) -> Iterator[Comment]:
    """Read a tree of comments; replies follow what they answer."""
    left = list(reversed(answers.objects_in(shape.get("comments"))))
    while left:
        node = left.pop()
        left.extend(reversed(answers.objects_in(node.get("replies"))))
        row = node.get("comment")
        if isinstance(row, dict) and row.get("id") and not row.get("delete"):
            yield _comment(row)


def _comment(row: dict[str, Any]) -> Comment:
    user, html = row.get("user"), row.get("text")
    author = user.get("name") if isinstance(user, dict) else None
    return Comment(
        id=clean_line(str(row["id"])),
        text=prose_of(fragment_tree(html)) if isinstance(html, str) else "",
        author=clean_line(str(author or "")),
        published=_moment(row.get("time")),
        parent=clean_line(str(row.get("pid") or "")) or None,
    )


def _moment(value: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _set(script: str, name: str) -> str | None:
    found = re.search(_SETTING % name, script)
    return found[1] if found else None


def _server(form: CommentForm) -> str:
    return form.action.partition(_API)[0]


def _where(form: CommentForm) -> dict[str, str]:
    query = parse_qs(urlsplit(form.action).query)
    return {name: query.get(name, [""])[0] for name in ("site", "url")}


def _thread_address(form: CommentForm) -> str:
    query = urlencode({**_where(form), "sort": "time", "format": "tree"})
    return f"{_server(form)}{_API}find?{query}"
