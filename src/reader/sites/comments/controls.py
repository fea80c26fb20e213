"""A form as its page has it: what every system shares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from reader.domain.comment import CommentForm, Field, FieldKind, Option, Role
from reader.sites.comments.addresses import address_of, http_address
from reader.sites.comments.concealment import Concealment, gives_itself_away, is_puzzle
from reader.sites.comments.words import (
    LONGEST,
    label_of,
    marks_required,
    notes_of,
    title_of,
    without_mark,
    words_of,
)
from reader.text.markup.tree import tag_of
from reader.text.sanitize import clean, clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_CONTROLS: Final = 200
"""A form with more named controls is no comment form."""

MOST_OPTIONS: Final = 500
LONGEST_NAME: Final = 200
"""Characters of a control's name; what has a longer one is no part of a comment."""

LARGEST: Final = 500_000
"""Characters that a form comes with, all told; what is larger is no comment form."""

_NO_ROLES: Mapping[str, Role] = MappingProxyType({})
_KINDS: Final = MappingProxyType(
    {
        "email": FieldKind.EMAIL,
        "url": FieldKind.URL,
        "checkbox": FieldKind.CHECKBOX,
        "radio": FieldKind.RADIO,
        "hidden": FieldKind.HIDDEN,
    }
)
_BUTTONS: Final = frozenset({"submit", "image", "button", "reset"})
_UNSENDABLE: Final = frozenset({"file", "password"})


def read_form(
    form: HtmlElement,
    root: HtmlElement,
    url: str | None,
    *,
    system: str,
    roles: Mapping[str, Role] = _NO_ROLES,
) -> CommentForm | None:
    """Read a form element.

    Every named control but the buttons becomes a field, in the page's order.
    What is hidden is kept as it is found; what is hidden only from people is
    a honeypot. Whatever the markup says, one visible field takes the comment.

    Args:
        form: The form element.
        root: The page it stands in.
        url: The page's address, if it has one.
        system: The comment system's name.
        roles: What the system's fields are for, by name.

    Returns:
        The form; or None if it takes no comment, or cannot be sent anywhere.
    """
    page = address_of(root, url)
    base = next((one.get("href") for one in root.iter("base") if one.get("href")), None)
    action = http_address(urljoin(page, base or page), form.get("action") or page)
    if action is None:
        return None
    reading = _Reading(form, root, roles)
    fields = reading.fields()
    if fields is None:
        return None
    fields = _with_a_comment(fields)
    if not any(one.role is Role.COMMENT for one in fields):
        return None
    return CommentForm(
        action=action,
        system=system,
        page=page,
        fields=fields,
        title=title_of(form, root),
        notes=notes_of(form),
        button=reading.button(),
    )


def has_puzzle(form: HtmlElement) -> bool:
    """Whether a form wants a test passed that only a browser can pass."""
    return any(is_puzzle(one) for one in form.iter())


def only_previews(form: HtmlElement) -> bool:
    """Whether a form has buttons, and none that sends what is written at once."""
    buttons = list(_sending_buttons(form))
    return bool(buttons) and all(_previews(one) for one in buttons)


def _with_a_comment(fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """See to it that the comment goes where people write it.

    Some pages rename the field and leave one with the old name to catch robots.
    """
    if any(one.role is Role.COMMENT for one in fields):
        return fields
    for number, one in enumerate(fields):
        if one.kind is FieldKind.LONG_TEXT and one.role is None:
            taken = replace(one, role=Role.COMMENT)
            return (*fields[:number], taken, *fields[number + 1 :])
    return fields


@dataclass(slots=True)
class _Reading:
    """One form being read."""

    form: HtmlElement
    root: HtmlElement
    roles: Mapping[str, Role]

    def fields(self) -> tuple[Field, ...] | None:
        """The named controls, or None if there are too many of them."""
        controls = list(islice(self._controls(), MOST_CONTROLS + 1))
        carried = sum(len(one.get("value", "")) for one in controls)
        if len(controls) > MOST_CONTROLS or carried > LARGEST:
            return None
        labels = {
            one.get("for"): one for one in self.root.iter("label") if one.get("for")
        }
        by_id = {one.get("id"): one for one in self.root.iter() if one.get("id")}
        concealment = Concealment(self.root)
        fields: dict[tuple[str, int], Field] = {}
        for number, control in enumerate(controls):
            label_element = self._label_of(control, labels)
            one = self._field(control, label_element, by_id, concealment)
            if one.kind is not FieldKind.RADIO:
                fields[one.name, number] = one
                continue
            # A group of radio buttons is one field.
            before = fields.get((one.name, -1))
            if before is None:
                fields[one.name, -1] = replace(
                    one, label=_group_label(control, self.form) or one.label
                )
            else:
                fields[one.name, -1] = replace(
                    before,
                    options=before.options + one.options,
                    required=before.required or one.required,
                    value=before.value or one.value,
                )
        return tuple(fields.values())

    def button(self) -> Field | None:
        """The first button that sends the form; one that shows a preview does not."""
        for one in _sending_buttons(self.form):
            if not _previews(one):
                value = clean_line(one.get("value") or "")
                return Field(
                    name=clean_line(one.get("name") or ""),
                    label=value or _text_of_button(one),
                    value=value,
                )
        return None

    def _controls(self) -> Iterator[HtmlElement]:
        """The named controls that can be sent, in the page's order."""
        kinds = ("input", "textarea", "select")
        mine = self.form.get("id")
        inside = set(self.form.iter(*kinds))
        for one in self.root.iter(*kinds):
            owner = one.get("form")
            if not (one in inside if owner is None else owner == mine):
                continue
            name = one.get("name")
            if not name or len(name) > LONGEST_NAME or one.get("disabled") is not None:
                continue
            kind = one.get("type", "").lower() if tag_of(one) == "input" else ""
            if kind in _BUTTONS or kind in _UNSENDABLE:
                continue
            if any(
                around.get("disabled") is not None
                for around in one.iterancestors("fieldset")
            ):
                continue
            yield one

    def _label_of(
        self, control: HtmlElement, labels: Mapping[str | None, HtmlElement]
    ) -> HtmlElement | None:
        if (found := labels.get(control.get("id"))) is not None:
            return found
        return next(
            (one for one in control.iterancestors("label") if one is not self.form),
            None,
        )

    def _field(
        self,
        control: HtmlElement,
        label_element: HtmlElement | None,
        by_id: Mapping[str | None, HtmlElement],
        concealment: Concealment,
    ) -> Field:
        name = clean_line(control.get("name", ""))
        tag = tag_of(control)
        kind = {
            "textarea": FieldKind.LONG_TEXT,
            "select": FieldKind.SELECT,
        }.get(tag) or _KINDS.get(control.get("type", "").lower(), FieldKind.TEXT)
        label = (
            ""
            if kind is FieldKind.HIDDEN
            else _label(control, label_element, by_id) or name
        )
        role = None if kind is FieldKind.HIDDEN else self.roles.get(name)
        required = (
            control.get("required") is not None
            or control.get("aria-required") == "true"
            or (label_element is not None and marks_required(label_element))
        )
        honeypot = kind is not FieldKind.HIDDEN and (
            concealment.hides(control, self.form)
            or gives_itself_away(name, label)
            or (
                not required
                and (
                    control.get("tabindex") == "-1"
                    or (
                        role in (None, Role.WEBSITE)
                        and concealment.hides_by_sheet(control, self.form)
                    )
                )
            )
        )
        one = Field(
            name=name,
            label=label,
            kind=kind,
            role=None if honeypot else role,
            required=required and kind is not FieldKind.HIDDEN,
            limit=_limit(control),
            value=clean(control.get("value") or ""),
            note=_note(control, by_id),
        )
        one = _with_value(one, control, label)
        if honeypot:
            return replace(one, kind=FieldKind.HIDDEN, honeypot=True, required=False)
        return one


def _sending_buttons(form: HtmlElement) -> Iterator[HtmlElement]:
    for one in form.iter("input", "button"):
        standard = "submit" if tag_of(one) == "button" else "text"
        if (one.get("type") or standard).lower() in ("submit", "image"):
            yield one


def _previews(button: HtmlElement) -> bool:
    named = f"{button.get('name', '')} {button.get('id', '')}".lower()
    return "preview" in named or "cancel" in named


def _text_of_button(button: HtmlElement) -> str:
    return clean_line("".join(islice(button.itertext(), 20))[:LONGEST])


def _with_value(one: Field, control: HtmlElement, label: str) -> Field:
    """Give a field the value it has untouched, and what it may be set to."""
    match one.kind:
        case FieldKind.LONG_TEXT:
            # The first line break inside the tags is not part of the text.
            text = clean("".join(control.itertext()))
            return replace(one, value=text.removeprefix("\n"))
        case FieldKind.CHECKBOX | FieldKind.RADIO:
            value = one.value or "on"
            checked = control.get("checked") is not None
            option = Option(value, label)
            return replace(one, value=value if checked else "", options=(option,))
        case FieldKind.SELECT:
            options: list[Option] = []
            selected: str | None = None
            for option in control.iter("option"):
                if len(options) == MOST_OPTIONS:
                    break
                text = clean_line("".join(option.itertext()))
                value = clean(option.get("value", text))
                options.append(Option(value, text or option.get("label", "")))
                if option.get("selected") is not None:
                    selected = value
            first = options[0].value if options else ""
            return replace(
                one,
                value=first if selected is None else selected,
                options=tuple(options),
            )
    return one


def _label(
    control: HtmlElement,
    element: HtmlElement | None,
    by_id: Mapping[str | None, HtmlElement],
) -> str:
    if element is not None and (words := label_of(element)):
        return words
    named = (by_id.get(one) for one in control.get("aria-labelledby", "").split()[:5])
    words = " ".join(label_of(one) for one in named if one is not None)
    for given in (
        words,
        control.get("aria-label"),
        control.get("placeholder"),
        control.get("title"),
    ):
        if given and (bare := without_mark(given)):
            return bare
    return ""


def _group_label(control: HtmlElement, form: HtmlElement) -> str:
    """What a group of radio buttons is about: its fieldset's legend, or its own label."""
    for around in control.iterancestors():
        if around is form:
            break
        if tag_of(around) == "fieldset":
            legend = around.find("legend")
            return "" if legend is None else label_of(legend)
        if around.get("role") == "radiogroup" and around.get("aria-label"):
            return without_mark(around.get("aria-label", ""))
    return ""


def _note(control: HtmlElement, by_id: Mapping[str | None, HtmlElement]) -> str | None:
    """What the page says of a field elsewhere."""
    named = (by_id.get(one) for one in control.get("aria-describedby", "").split()[:5])
    words = " ".join(words_of(one) for one in named if one is not None)
    return words[:LONGEST] or None


def _limit(control: HtmlElement) -> int | None:
    given = control.get("maxlength", "").strip()
    if given.isascii() and given.isdecimal() and len(given) < 10:
        return int(given)
    return None
