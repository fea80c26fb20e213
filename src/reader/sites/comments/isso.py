"""Isso: comments that a page fetches from a server of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit

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
from reader.sites.comments.sighting import among
from reader.sites.comments.system import Look, Sighting, Told, Way, Whereabouts, form_of
from reader.text.markup.tree import text_of, tree_of
from reader.text.sanitize import clean, clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NAME: Final = "isso"
SHORTEST: Final = 3
"""Characters of the shortest comment that it takes."""

PATIENCE: Final = 60.0
"""Seconds after which it counts the comments from one network anew."""


def discussion_in(root: HtmlElement, url: str | None) -> Discussion | None:
    """Recognise a page whose comments are kept by Isso.

    The page holds no form: the script that makes it is the same everywhere,
    and so are its fields.
    """
    page = address_of(root, url)
    script = next(
        (one for one in root.iter("script") if one.get("data-isso") is not None), None
    )
    if script is None:
        return None
    server = http_address(page, script.get("data-isso", "").rstrip("/") + "/")
    if server is None:
        return Discussion(open=True, system=NAME)
    thread = root.find(".//*[@id='isso-thread']")
    asked = {} if thread is None else thread.attrib
    uri = clean_line(str(asked.get("data-isso-id") or urlsplit(page).path or "/"))
    title = clean_line(str(asked.get("data-title") or _title(root)))
    form = CommentForm(
        action=f"{urljoin(server, 'new')}?{urlencode({'uri': uri})}",
        system=NAME,
        page=page,
        fields=(
            Field(
                name="text",
                label="Comment",
                kind=FieldKind.LONG_TEXT,
                role=Role.COMMENT,
                required=True,
                limit=65_535,
            ),
            Field(
                name="author",
                label="Name",
                role=Role.NAME,
                required=script.get("data-isso-require-author") == "true",
            ),
            Field(
                name="email",
                label="E-mail",
                kind=FieldKind.EMAIL,
                role=Role.EMAIL,
                required=script.get("data-isso-require-email") == "true",
                limit=254,
            ),
            Field(name="website", label="Website", role=Role.WEBSITE, limit=254),
            Field(name="title", kind=FieldKind.HIDDEN, value=title),
        ),
    )
    return Discussion(open=True, system=NAME, form=form)


def further_problem(form: CommentForm, draft: Draft) -> Problem | None:
    """Isso wants at least three characters."""
    one = form.by_role(Role.COMMENT)
    if one is None or len(draft.text.rstrip()) >= SHORTEST:
        return None
    return Problem(
        one.name, one.label, f"{one.label} needs at least {SHORTEST} characters."
    )


def submission_for(delivery: Delivery) -> Submission:
    """Write a comment as Isso takes it: JSON, and nothing for what is empty."""
    draft = delivery.draft
    form = form_of(draft)
    values: dict[str, str | int] = {}
    for one in form.fields:
        value = one.value if one.kind is FieldKind.HIDDEN else draft.value_of(one)
        if value.strip():
            values[one.name] = (
                clean(value) if one.role is Role.COMMENT else clean_line(value)
            )
    if draft.reply_to is not None and draft.reply_to.isdecimal():
        values["parent"] = int(draft.reply_to)
    return as_json(form.action, values)


def verdict_on(delivery: Delivery, reply: Reply) -> Verdict:
    """Say what Isso made of a comment: 201 shown, 202 held, else a reason in a paragraph."""
    del delivery
    if reply.status in (201, 202):
        number = answers.object_in(reply.body).get("id")
        held = reply.status == 202
        return Verdict(
            state=State.HELD if held else State.ACCEPTED,
            words="The site holds it until somebody there approves it." if held else "",
            comment_id=None if number is None else str(number),
            seen=Seen.HELD if held else Seen.PUBLIC,
        )
    words = _reason(reply)
    if "ratelimit" in words:
        return outright.too_soon(reply, words, least=PATIENCE)
    return outright.judge(reply, words, least=PATIENCE)


def looks_for(delivery: Delivery) -> tuple[Look, ...]:
    """Where to look for a comment: its thread."""
    url = _thread_address(form_of(delivery.draft))
    return (Look(url=url, find=partial(_in_thread, delivery=delivery)),)


def whereabouts_in(root: HtmlElement, url: str) -> Whereabouts | None:
    """Where the comments under an article are told: by the server, all at once."""
    found = discussion_in(root, url)
    if found is None or found.form is None:
        return None
    way = Way(url=_thread_address(found.form), read=_told)
    return Whereabouts(ways=(way,))


def _told(page: Page) -> Told:
    if not isinstance(answers.object_in(page.body).get("replies"), list):
        raise CannotUnderstand("The answer of the site's Isso is no list of comments.")
    return Told(comments=thread_in(page))


def thread_in(page: Page) -> tuple[Comment, ...]:
    """Read a thread out of the server's answer; replies follow what they answer."""
    return tuple(islice(_comments(answers.object_in(page.body)), answers.MOST_ROWS))


def _thread_address(form: CommentForm) -> str:
    uri = parse_qs(urlsplit(form.action).query).get("uri", ["/"])[0]
    query = urlencode({"uri": uri, "plain": "1"})
    return f"{urljoin(form.action, '.')}?{query}"


def _in_thread(answer: Page | CannotReach, *, delivery: Delivery) -> Sighting:
    if isinstance(answer, CannotReach):
        return Sighting()
    return among(thread_in(answer), delivery, unsigned="")


def _comments(shape: dict[str, Any]) -> Iterator[Comment]:
    left: list[tuple[dict[str, Any], str | None]] = [
        (row, None) for row in reversed(answers.objects_in(shape.get("replies")))
    ]
    while left:
        row, parent = left.pop()
        number = str(row.get("id"))
        text = row.get("text")
        created = row.get("created")
        yield Comment(
            id=number,
            text=clean(text) if isinstance(text, str) else "",
            author=clean_line(str(row.get("author") or "")),
            published=(
                datetime.fromtimestamp(created, UTC)
                if isinstance(created, int | float) and 0 <= created < 2**33
                else None
            ),
            parent=parent,
        )
        left.extend(
            (one, number) for one in reversed(answers.objects_in(row.get("replies")))
        )


def _reason(reply: Reply) -> str:
    root = tree_of(answers.text_of_body(reply))
    if root is None:
        return ""
    paragraph = root.find(".//p")
    return text_of(root if paragraph is None else paragraph)[: answers.LONGEST_WORDS]


def _title(root: HtmlElement) -> str:
    title = root.find(".//title")
    return "" if title is None else "".join(title.itertext())
