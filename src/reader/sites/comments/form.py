"""A plain form that takes comments, whatever stands behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from urllib.parse import urldefrag, urlsplit

from reader.domain.comment import Discussion, FieldKind, Role
from reader.domain.delivery import Delivery, Seen, State, Verdict
from reader.domain.errors import CannotReach
from reader.domain.exchange import Page, Reply, Submission
from reader.sites.comments import answers
from reader.sites.comments.addresses import address_of
from reader.sites.comments.controls import has_puzzle, only_previews, read_form
from reader.sites.comments.filling import fill_in
from reader.sites.comments.likeness import is_within
from reader.sites.comments.system import Look, Sighting, form_of
from reader.text.markup.tree import tag_of, text_of, tree_of
from reader.text.sanitize import clean, clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

NAME: Final = "form"

PUZZLE: Final = "This site's form has a test that only a browser can pass."
PREVIEW: Final = "This site wants a comment previewed in a browser before it is sent."

_TAKES_COMMENTS: Final = re.compile(
    r"comment|komment|coment|opmerking|reactie|respond|\breply|antwort", re.IGNORECASE
)
_ANOTHER_PURPOSE: Final = re.compile(
    r"search|login|contact|subscri|newsletter|report|vote|delete|edit-comment",
    re.IGNORECASE,
)
_LAST_PART: Final = re.compile(r"[^\W_]+(?=\W*$)")
_ROLES: Final = MappingProxyType(
    {
        "author": Role.NAME,
        "name": Role.NAME,
        "nom": Role.NAME,
        "nombre": Role.NAME,
        "nome": Role.NAME,
        "username": Role.NAME,
        "email": Role.EMAIL,
        "mail": Role.EMAIL,
        "url": Role.WEBSITE,
        "website": Role.WEBSITE,
        "homepage": Role.WEBSITE,
        "site": Role.WEBSITE,
        "web": Role.WEBSITE,
        "comment": Role.COMMENT,
        "content": Role.COMMENT,
        "message": Role.COMMENT,
        "body": Role.COMMENT,
        "text": Role.COMMENT,
    }
)
_WRONG: Final = frozenset(
    [
        "messages--error",
        "error",
        "errors",
        "alert-danger",
        "form-error",
        "error-message",
        "comment-error",
        "serendipity_msg_important",
    ]
)
_STANDS_AT: Final = re.compile(r"(?:comment-?|c)(\d{1,19})")


def discussion_in(root: HtmlElement, url: str | None) -> Discussion | None:
    """Find a form that says of itself that it takes comments."""
    for form in root.iter("form"):
        said = " ".join(form.get(one, "") for one in ("id", "class", "name", "action"))
        if not _TAKES_COMMENTS.search(said) or _ANOTHER_PURPOSE.search(said):
            continue
        found = discussion_of(form, root, url, system=NAME)
        if found is not None:
            return found
    return None


def discussion_of(
    form: HtmlElement,
    root: HtmlElement,
    url: str | None,
    *,
    system: str,
    roles: Mapping[str, Role] | None = None,
) -> Discussion | None:
    """Read one form that takes comments.

    Args:
        form: The form element.
        root: The page it stands in.
        url: The page's address, if it has one.
        system: The comment system's name.
        roles: What its fields are for, by name; without it, as their names say.

    Returns:
        The discussion; None if the form is not one to write a comment in.
    """
    if form.get("method", "get").lower() != "post":
        return None
    if any(one.get("type", "").lower() == "password" for one in form.iter("input")):
        return None
    if roles is None:
        roles = _roles_of(form)
    read = read_form(form, root, url, system=system, roles=roles)
    if read is None or not any(one.kind is FieldKind.LONG_TEXT for one in read.visible):
        return None
    why_not = PUZZLE if has_puzzle(form) else PREVIEW if only_previews(form) else None
    if why_not is not None:
        return Discussion(
            open=True,
            system=system,
            why_not=why_not,
            browser=address_of(root, url) or None,
        )
    return Discussion(open=True, system=system, form=read)


def submission_for(delivery: Delivery) -> Submission:
    """Send the form as a browser would."""
    draft = delivery.draft
    form = form_of(draft)
    return Submission(
        url=form.action,
        fields=fill_in(form, draft),
        headers={"Referer": form.page},
    )


def verdict_on(delivery: Delivery, reply: Reply) -> Verdict:
    """Say what an unknown program made of a comment.

    Only what can mean nothing else is taken for a yes or a no; whatever is
    left, a look at the page may tell.
    """
    del delivery
    if 300 <= reply.status < 400:
        return _redirected(reply)
    said = answers.title_of(reply)
    if reply.status == 429:
        return Verdict(
            state=State.QUEUED,
            words=said or "The site asks for more time between comments.",
            wait=max(30.0, answers.wait_asked_for(reply)),
        )
    if 400 <= reply.status < 500:
        return Verdict(
            state=State.REFUSED,
            words=_wrong(reply) or said or f"The site refused it ({reply.status}).",
        )
    if reply.status >= 500:
        return Verdict(
            state=State.UNSURE,
            words=f"The site failed while it took the comment ({reply.status}{f': {said}' if said else ''}).",
        )
    wrong = _wrong(reply)
    if wrong:
        return Verdict(state=State.REFUSED, words=wrong)
    return Verdict(
        state=State.UNSURE,
        words=f"The site answered with a page that does not say what became of it{f': {said}' if said else '.'}",
    )


def looks_for(delivery: Delivery) -> tuple[Look, ...]:
    """Where to look for a comment: the page it was written under."""
    page = delivery.permalink or (
        delivery.draft.form.page if delivery.draft.form else delivery.draft.url
    )
    return (Look(url=urldefrag(page).url, find=partial(_on_page, delivery=delivery)),)


def _roles_of(form: HtmlElement) -> dict[str, Role]:
    """What a form's fields are for, by their names and types; each role once."""
    roles: dict[str, Role] = {}
    for one in form.iter("input", "textarea"):
        name = clean_line(one.get("name", ""))
        last = _LAST_PART.search(name.lower())
        part = last[0] if last else ""
        role = (
            _ROLES.get(part)
            or {"email": Role.EMAIL, "url": Role.WEBSITE}.get(one.get("type", ""))
            or (Role.EMAIL if "mail" in part else None)
        )
        is_long = tag_of(one) == "textarea"
        if role is None or is_long is not (role is Role.COMMENT):
            continue
        if role not in roles.values():
            roles[name] = role
    return roles


def _redirected(reply: Reply) -> Verdict:
    place = answers.place_of(reply)
    there = urlsplit(place or "")
    shown = clean_line(f"{there.scheme}://{there.netloc}")[:200]
    if reply.status in (307, 308):
        return Verdict(
            state=State.REFUSED,
            words=f"The site wants the comment sent to {shown} instead; nothing was sent there.",
        )
    stands = _STANDS_AT.fullmatch(there.fragment)
    if place is not None and stands is not None:
        return Verdict(
            state=State.ACCEPTED, permalink=clean(place), comment_id=stands[1]
        )
    return Verdict(
        state=State.UNSURE,
        words="The site answered with a redirect that does not say what became of it.",
    )


def _wrong(reply: Reply) -> str:
    """What an answer says is wrong, or nothing."""
    root = tree_of(answers.text_of_body(reply))
    if root is None:
        return ""
    for one in root.iter("div", "p", "ul", "span", "section"):
        marked = one.get("role") == "alert" or not _WRONG.isdisjoint(
            one.get("class", "").lower().split()
        )
        if marked and (words := text_of(one)):
            return words[: answers.LONGEST_WORDS]
    return ""


def _on_page(answer: Page | CannotReach, *, delivery: Delivery) -> Sighting:
    """Look for a comment's words on its page, outside of the form."""
    if isinstance(answer, CannotReach):
        return Sighting()
    root = tree_of(answers.text_of_page(answer))
    # What stands in the form's own fields is no text of the page.
    if root is not None and is_within(text_of(root), delivery.draft.text):
        return Sighting(seen=Seen.PUBLIC, permalink=delivery.permalink)
    return Sighting()
