"""A form filled in, as a browser or its scripts would send it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from reader.domain.comment import CommentForm, Draft, Field, FieldKind, Role
from reader.domain.exchange import Encoding, Submission
from reader.text.sanitize import clean, clean_line

_UNTICKED: Final = frozenset({"", "no", "false", "off", "0"})


def fill_in(
    form: CommentForm,
    draft: Draft,
    *,
    text: str | None = None,
    instead: Mapping[str, str] = MappingProxyType({}),
) -> tuple[tuple[str, str], ...]:
    """What a browser would send: names and values, in the form's order.

    Args:
        form: The form as it is now.
        draft: What was written.
        text: The comment as the system wants it written, if not as it is.
        instead: Values of hidden fields that we set ourselves, by name.
    """
    filled = []
    names = [one.name for one in form.fields]
    for one in form.fields:
        if one.kind is FieldKind.HIDDEN:
            filled.append((one.name, instead.get(one.name, one.value)))
            continue
        value = draft.value_of(one)
        if one.role is Role.COMMENT and text is not None:
            value = text
        if one.kind is FieldKind.CHECKBOX:
            if is_ticked(one, value, alone=names.count(one.name) == 1):
                filled.append((one.name, one.options[0].value))
        elif one.kind is FieldKind.RADIO:
            if value:
                filled.append((one.name, value))
        elif one.kind is FieldKind.LONG_TEXT:
            filled.append((one.name, _with_crlf(value)))
        else:
            filled.append((one.name, clean_line(value)))
    if form.button is not None and form.button.name:
        filled.append((form.button.name, form.button.value))
    return tuple(filled)


def as_json(url: str, values: Mapping[str, Any]) -> Submission:
    """What a script would send: one JSON object, in UTF-8.

    Args:
        url: Where it goes.
        values: The object; its values are what JSON can hold.
    """
    return Submission(
        url=url,
        fields=(),
        encoding=Encoding.JSON,
        document=json.dumps(values, ensure_ascii=False),
        headers={"Accept": "application/json"},
    )


def is_ticked(box: Field, value: str, *, alone: bool = True) -> bool:
    """Whether a value ticks a box.

    Args:
        box: The box.
        value: What was set for its name.
        alone: Whether no other box has its name; then any word but a no will do.
    """
    if value == box.options[0].value:
        return True
    return alone and value.strip().lower() not in _UNTICKED


def _with_crlf(text: str) -> str:
    """Line breaks as a browser sends them."""
    return clean(text).replace("\n", "\r\n")
