"""WordPress with an application password: a member's comment, through the site's API."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from reader.domain.comment import CommentForm, Field, FieldKind, Role
from reader.domain.delivery import Delivery, Seen, State, Verdict
from reader.domain.errors import CannotReach
from reader.domain.exchange import Page, Reply, Submission
from reader.sites.comments import answers, outright
from reader.sites.comments.filling import as_json
from reader.sites.comments.likeness import is_like
from reader.sites.comments.system import Gate, Look, Sighting, form_of
from reader.sites.comments.wordpress import (
    LONGEST_COMMENT,
    SPACING,
    as_stored,
    plain_message,
)
from reader.sites.comments.wordpress_sight import told_of
from reader.sites.comments.wordpress_thread import (
    API_FIELDS,
    link_of,
    place_in_api,
    thread_in,
)

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NAME: Final = "wordpress-api"
NOT_TAKEN: Final = "The site takes no application passwords on this connection."
_COMMENTS: Final = "wp/v2/comments"
_POST: Final = "post"


def member_form_in(
    root: HtmlElement, page: str, form: CommentForm | None
) -> CommentForm | None:
    """The form that a page has for those with an account at its site, or None.

    Args:
        root: The page.
        page: Its address.
        form: The form it has for everybody, whose words for a comment are the
            site's own.
    """
    place = place_in_api(root, page)
    if place is None:
        return None
    api, post = place
    own = None if form is None else form.by_role(Role.COMMENT)
    return CommentForm(
        action=f"{api}{_COMMENTS}",
        system=NAME,
        page=page,
        fields=(
            Field(
                name="content",
                label="Comment" if own is None else own.label,
                kind=FieldKind.LONG_TEXT,
                role=Role.COMMENT,
                required=True,
                limit=LONGEST_COMMENT,
            ),
            Field(name=_POST, kind=FieldKind.HIDDEN, value=post),
        ),
    )


def gate(form: CommentForm) -> Gate:
    """Where the API says whether it takes application passwords on this connection."""
    api = form.action.removesuffix(_COMMENTS)
    joint = "&" if "?" in api else "?"
    return Gate(url=f"{api}{joint}_fields=authentication", refusal=_refusal)


def submission_for(delivery: Delivery) -> Submission:
    """Write a comment as the API takes it. Whose it is goes along elsewhere."""
    form = form_of(delivery.draft)
    values: dict[str, Any] = {
        one.name: int(one.value)
        for one in form.fields
        if one.name == _POST and one.value.isdecimal()
    }
    values["content"] = as_stored(delivery.draft.text)
    answered = delivery.draft.reply_to
    if answered is not None and answered.isdecimal():
        values["parent"] = int(answered)
    return as_json(form.action, values)


def verdict_on(delivery: Delivery, reply: Reply) -> Verdict:
    """Say what the API made of a comment: 201 if it took it, else a code with its words."""
    said = answers.object_in(reply.body)
    if reply.status == 201 and said.get("id") is not None:
        return _taken(said)
    code = said.get("code")
    if not isinstance(code, str):
        return outright.unclear(reply)
    words = plain_message(str(said.get("message") or ""))
    if code == "comment_duplicate" and delivery.doubtful:
        return Verdict(
            state=State.ACCEPTED,
            words="The site has it already: the earlier try got through.",
        )
    if code == "comment_flood" or reply.status == 429:
        return outright.too_soon(reply, words, least=SPACING)
    if reply.status >= 500:
        return Verdict(
            state=State.UNSURE,
            words=f"The site failed while it took the comment ({reply.status}: {words}).",
        )
    if reply.status == 401:
        words = f"The site did not take the application password. {words}".rstrip()
    return outright.refused(reply, words)


def looks_for(delivery: Delivery) -> tuple[Look, ...]:
    """Where to look for a comment: among those the API lists, or by its number."""
    form = form_of(delivery.draft)
    joint = "&" if "?" in form.action else "?"
    if delivery.comment_id is not None:
        api, _, query = form.action.partition("?")
        url = (
            f"{api}?{query}/{delivery.comment_id}"
            if query
            else f"{api}/{delivery.comment_id}"
        )
        return (Look(url=url, find=partial(_by_number, delivery=delivery)),)
    post = next((one.value for one in form.fields if one.name == _POST), "")
    asked = {"post": post, "per_page": 100, "order": "desc", "_fields": API_FIELDS}
    url = f"{form.action}{joint}{urlencode(asked)}"
    return (Look(url=url, find=partial(_in_list, delivery=delivery)),)


def _refusal(index: Page) -> str | None:
    ways = answers.object_in(index.body).get("authentication")
    takes = isinstance(ways, dict) and ways.get("application-passwords")
    return None if takes else NOT_TAKEN


def _taken(said: dict[str, Any]) -> Verdict:
    number, status = str(said["id"]), said.get("status")
    if status == "approved":
        return Verdict(
            state=State.ACCEPTED,
            permalink=link_of(said),
            comment_id=number,
            seen=Seen.PUBLIC,
        )
    if status == "hold":
        return Verdict(
            state=State.HELD,
            words="The site holds it until somebody there approves it.",
            comment_id=number,
            seen=Seen.HELD,
        )
    return Verdict(
        state=State.ACCEPTED,
        words="The site took it, but does not show it.",
        comment_id=number,
    )


def _by_number(answer: Page | CannotReach, *, delivery: Delivery) -> Sighting:
    if isinstance(answer, CannotReach):
        if answer.status in (404, 410):
            return Sighting(seen=Seen.GONE)
        # It tells nobody of what is not public, and this one was not at first.
        waits = answer.status in (401, 403) and delivery.seen is Seen.HELD
        return Sighting(seen=Seen.HELD if waits else None)
    return told_of(answers.object_in(answer.body), delivery)


def _in_list(answer: Page | CannotReach, *, delivery: Delivery) -> Sighting:
    if isinstance(answer, CannotReach):
        return Sighting()
    for one in thread_in(answer):
        if is_like(one.text, delivery.draft.text):
            return Sighting(seen=Seen.PUBLIC, permalink=one.url, comment_id=one.id)
    return Sighting()
