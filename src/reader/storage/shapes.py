"""How drafts and forms are written down: as JSON, in the library only."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from reader.domain.comment import (
    CommentForm,
    Discussion,
    Draft,
    Field,
    FieldKind,
    Option,
    Role,
)
from reader.domain.identity import Identity

Shape = Mapping[str, Any]
"""A JSON object as it is read back."""


def discussion_to_json(discussion: Discussion) -> str:
    """Write down what a page says about its comments."""
    return _dump(
        {
            "count": discussion.count,
            "open": discussion.open,
            "system": discussion.system,
            "form": None if discussion.form is None else _form_shape(discussion.form),
            "member": None
            if discussion.member is None
            else _form_shape(discussion.member),
            "why_not": discussion.why_not,
            "browser": discussion.browser,
            "page_read": discussion.page_read,
        }
    )


def discussion_from_json(text: str) -> Discussion:
    """Read back what `discussion_to_json` wrote."""
    shape = json.loads(text)
    form = shape["form"]
    # What was written down before there was any has none.
    member = shape.get("member")
    return Discussion(
        count=shape["count"],
        open=shape["open"],
        system=shape["system"],
        form=None if form is None else _form(form),
        member=None if member is None else _form(member),
        why_not=shape["why_not"],
        browser=shape["browser"],
        # An older reader did not write it down; it kept texts pasted without
        # their form too, and knew of those that one can comment.
        page_read=shape.get("page_read", shape["open"] is not True),
    )


def form_to_json(form: CommentForm) -> str:
    """Write down a comment form."""
    return _dump(_form_shape(form))


def form_from_json(text: str) -> CommentForm:
    """Read back what `form_to_json` wrote."""
    return _form(json.loads(text))


def values_to_json(values: Mapping[str, str]) -> str:
    """Write down what was set in fields, by name."""
    return _dump(dict(values))


def values_from_json(text: str) -> Mapping[str, str]:
    """Read back what `values_to_json` wrote."""
    return MappingProxyType(json.loads(text))


def draft_to_json(draft: Draft) -> str:
    """Write down a draft with the form it was written for."""
    return _dump(
        {
            "id": draft.id,
            "url": draft.url,
            "article": draft.article,
            "text": draft.text,
            "identity": _identity_shape(draft.identity),
            "fields": dict(draft.fields),
            "reply_to": draft.reply_to,
            "changed": moment_to_text(draft.changed),
            "form": None if draft.form is None else _form_shape(draft.form),
        }
    )


def draft_from_json(text: str) -> Draft:
    """Read back what `draft_to_json` wrote."""
    shape = json.loads(text)
    form = shape["form"]
    return Draft(
        id=shape["id"],
        url=shape["url"],
        article=shape["article"],
        text=shape["text"],
        identity=Identity(**shape["identity"]),
        fields=MappingProxyType(shape["fields"]),
        reply_to=shape["reply_to"],
        changed=moment_from_text(shape["changed"]),
        form=None if form is None else _form(form),
    )


def moment_to_text(moment: datetime) -> str:
    """Write down a moment: UTC, to the microsecond, so that text sorts as time does."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment_from_text(text: str) -> datetime:
    """Read back what `moment_to_text` wrote."""
    return datetime.fromisoformat(text)


def _dump(shape: Shape) -> str:
    return json.dumps(shape, ensure_ascii=False, separators=(",", ":"))


def _identity_shape(identity: Identity) -> Shape:
    return {
        "name": identity.name,
        "email": identity.email,
        "website": identity.website,
    }


def _form_shape(form: CommentForm) -> Shape:
    return {
        "action": form.action,
        "system": form.system,
        "page": form.page,
        "fields": [_field_shape(one) for one in form.fields],
        "title": form.title,
        "notes": list(form.notes),
        "button": None if form.button is None else _field_shape(form.button),
    }


def _form(shape: Shape) -> CommentForm:
    button = shape["button"]
    return CommentForm(
        action=shape["action"],
        system=shape["system"],
        page=shape["page"],
        fields=tuple(_field(one) for one in shape["fields"]),
        title=shape["title"],
        notes=tuple(shape["notes"]),
        button=None if button is None else _field(button),
    )


def _field_shape(one: Field) -> Shape:
    return {
        "name": one.name,
        "label": one.label,
        "kind": one.kind.value,
        "role": None if one.role is None else one.role.value,
        "required": one.required,
        "limit": one.limit,
        "value": one.value,
        "options": [[option.value, option.label] for option in one.options],
        "note": one.note,
        "honeypot": one.honeypot,
    }


def _field(shape: Shape) -> Field:
    role = shape["role"]
    return Field(
        name=shape["name"],
        label=shape["label"],
        kind=FieldKind(shape["kind"]),
        role=None if role is None else Role(role),
        required=shape["required"],
        limit=shape["limit"],
        value=shape["value"],
        options=tuple(Option(value, label) for value, label in shape["options"]),
        note=shape["note"],
        honeypot=shape["honeypot"],
    )
