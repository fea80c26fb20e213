"""The JSON that scripts read. These shapes are kept stable."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reader.domain.annotation import Highlight
from reader.domain.article import Article, Neighbour
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
from reader.domain.dates import Published
from reader.domain.delivery import Delivery
from reader.domain.quotation import Quotation
from reader.domain.source import Entry, Listed

Shape = dict[str, Any]
"""A JSON object."""


def article_shape(article: Article) -> Shape:
    """The object of `reader show --json`."""
    return {
        "url": article.url,
        "title": article.title,
        "byline": article.byline,
        "site": article.site,
        "published": iso(article.published),
        "language": article.language,
        "text": article.text,
        "markdown": article.markdown,
        "quotations": [
            quotation_shape(quotation, article.text) for quotation in article.quotations
        ],
        "source_note": article.source_note,
        "previous": _neighbour(article.previous),
        "next": _neighbour(article.next),
        "comments": discussion_shape(article.discussion),
    }


def quotation_shape(quotation: Quotation, text: str) -> Shape:
    """One quotation of a text.

    Args:
        quotation: The quotation.
        text: The text its offsets count in.
    """
    return quoted_shape(quotation, text[quotation.start : quotation.end])


def quoted_shape(quotation: Quotation, words: str) -> Shape:
    """One quotation, with the words that are quoted."""
    return {
        "start": quotation.start,
        "end": quotation.end,
        "text": words,
        "speaker": quotation.speaker,
        "cue": quotation.cue,
        "kind": quotation.kind.value,
        "confidence": round(quotation.confidence, 2),
    }


def highlight_shape(listed: Listed, mark: Highlight) -> Shape:
    """A passage that the reader marked, with its article."""
    return {
        "article": {
            "id": listed.id,
            "url": listed.url,
            "title": listed.title,
            "site": listed.source,
            "published": iso(listed.published),
        },
        "kind": "highlight",
        "text": mark.anchor.exact,
        "prefix": mark.anchor.prefix,
        "suffix": mark.anchor.suffix,
        "note": mark.note or None,
        "made": _moment(mark.made),
    }


def discussion_shape(discussion: Discussion) -> Shape:
    """What is known of the comments under an article."""
    return {
        "count": discussion.count,
        "open": discussion.open,
        "system": discussion.system,
        "form": None if discussion.form is None else form_shape(discussion.form),
    }


def form_shape(form: CommentForm) -> Shape:
    """A comment form: every named control but its buttons."""
    return {
        "action": form.action,
        "title": form.title,
        "notes": list(form.notes),
        "fields": [_field(one) for one in form.fields],
    }


def entry_shape(entry: Entry, *, source: str) -> Shape:
    """An article as a feed lists it that is not in the library."""
    return {
        "id": None,
        "guid": entry.guid,
        "url": entry.url,
        "title": entry.title,
        "byline": entry.byline,
        "source": source,
        "published": iso(entry.published),
        "updated": iso(entry.updated),
        "read": False,
        "starred": False,
        "tags": list(entry.tags),
        "comment_count": entry.comment_count,
    }


def listed_shape(listed: Listed) -> Shape:
    """An article as a line in a list."""
    return {
        "id": listed.id,
        "guid": listed.guid,
        "url": listed.url,
        "title": listed.title,
        "byline": listed.byline,
        "source": listed.source,
        "published": iso(listed.published),
        "updated": iso(listed.updated),
        "read": listed.read,
        "starred": listed.starred,
        "tags": list(listed.tags),
        "comment_count": listed.comment_count,
    }


def draft_shape(draft: Draft, problems: Sequence[Problem]) -> Shape:
    """A draft, and what keeps it from being sent.

    `fields` holds what a person fills in, by the names of the form's fields;
    for a form that has not been seen, by role. `missing` names what is
    required and empty.
    """
    return {
        "id": draft.id,
        "url": draft.url,
        "article": draft.article,
        "text": draft.text,
        "fields": _values(draft),
        "reply_to": draft.reply_to,
        "changed": _moment(draft.changed),
        "missing": [problem.field for problem in problems if problem.missing],
    }


def delivery_shape(delivery: Delivery) -> Shape:
    """A comment in the outbox."""
    return draft_shape(delivery.draft, ()) | {
        "id": delivery.id,
        "changed": _moment(delivery.changed),
        "state": delivery.state.value,
        "words": delivery.words,
        "tries": delivery.tries,
        "next": None if delivery.next is None else _moment(delivery.next),
        "seen": None if delivery.seen is None else delivery.seen.value,
    }


def comment_shape(comment: Comment) -> Shape:
    """A comment under an article."""
    return {
        "id": comment.id,
        "parent": comment.parent,
        "author": comment.author,
        "published": None if comment.published is None else _moment(comment.published),
        "text": comment.text,
        "url": comment.url,
        "held": comment.held,
    }


def _values(draft: Draft) -> dict[str, str]:
    if draft.form is None:
        who = draft.identity
        by_role = {
            Role.NAME.value: who.name,
            Role.EMAIL.value: who.email,
            Role.WEBSITE.value: who.website,
        }
        return {name: value for name, value in by_role.items() if value} | dict(
            draft.fields
        )
    return {
        one.name: draft.value_of(one)
        for one in draft.form.fields
        if one.kind is not FieldKind.HIDDEN and one.role is not Role.COMMENT
    }


def _field(one: Field) -> Shape:
    return {
        "name": one.name,
        "label": one.label,
        "kind": one.kind.value,
        "role": None if one.role is None else one.role.value,
        "required": one.required,
        "limit": one.limit,
        "value": one.value,
        "options": [
            {"value": option.value, "label": option.label} for option in one.options
        ],
        "note": one.note,
    }


def _neighbour(neighbour: Neighbour | None) -> Shape | None:
    if neighbour is None:
        return None
    return {
        "title": neighbour.title,
        "url": neighbour.url,
        "published": iso(neighbour.published),
    }


def iso(published: Published | None) -> str | None:
    """A date as exact as its page gave it."""
    return None if published is None else published.iso


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
