"""Looking for a comment at a WordPress site: on its page, and in what its API tells."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urldefrag, urlencode, urljoin

from reader.domain.comment import Draft
from reader.domain.delivery import Delivery, Seen
from reader.domain.errors import CannotReach
from reader.domain.exchange import Page
from reader.sites.comments import answers
from reader.sites.comments.filling import is_ticked
from reader.sites.comments.sighting import among
from reader.sites.comments.system import Look, Sighting, form_of
from reader.sites.comments.wordpress_thread import (
    API_FIELDS,
    link_of,
    thread_in,
    thread_on,
)
from reader.text.markup.tree import tree_of


def looks_for(delivery: Delivery) -> tuple[Look, ...]:
    """Where to look for a comment: its page, then the site's API."""
    form = form_of(delivery.draft)
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
        "_fields": API_FIELDS,
    }
    return (
        Look(
            url=f"{api}&{urlencode(query)}", find=partial(_in_list, delivery=delivery)
        ),
        Look(url=form.page, find=partial(_on_page, delivery=delivery)),
    )


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
    return told_of(answers.object_in(answer.body), delivery)


def told_of(row: dict[str, Any], delivery: Delivery) -> Sighting:
    """Read what the API tells of one comment by its number."""
    if str(row.get("id")) != delivery.comment_id:
        return Sighting()
    return Sighting(
        seen=Seen.PUBLIC if row.get("status") == "approved" else Seen.HELD,
        permalink=link_of(row),
        comment_id=delivery.comment_id,
    )


def _lets_set_cookies(draft: Draft) -> bool:
    return any(
        is_ticked(one, draft.value_of(one))
        for one in form_of(draft).visible
        if one.name == "wp-comment-cookies-consent"
    )


def _in_list(answer: Page | CannotReach, *, delivery: Delivery) -> Sighting:
    """Look for a comment among those the API lists."""
    if isinstance(answer, CannotReach):
        return Sighting()
    return among(thread_in(answer), delivery)


def _on_page(answer: Page | CannotReach, *, delivery: Delivery) -> Sighting:
    """Look for a comment on its article's page, by its number or by its words."""
    if isinstance(answer, CannotReach):
        return Sighting()
    root = tree_of(answers.text_of_page(answer))
    if root is None:
        return Sighting()
    return among(thread_on(root, answer.url), delivery)
