"""A form as its page has it, and as a browser would send it: what every system shares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from reader.domain.comment import CommentForm, Draft, Field, FieldKind, Option, Role
from reader.sites.comments.concealment import Concealment, gives_itself_away, is_puzzle
from reader.text.sanitize import clean, clean_line
from reader.text.tree import BLOCKS, drop, tag_of, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_CONTROLS: Final = 200
"""A form with more named controls is no comment form."""

MOST_OPTIONS: Final = 500
LONGEST_WORDS: Final = 500
"""Characters of a label or a note."""

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
_MARK_AT_END: Final = re.compile(r"[\s:*∗＊✱†]+$")
_HAS_MARK: Final = re.compile(r"[*∗＊✱][\s:]*$")
_UNTICKED: Final = frozenset({"", "no", "false", "off", "0"})


def address_of(root: HtmlElement, url: str | None) -> str:
    """A page's address; of one that came from a file, the one it gives itself, or nothing."""
    if url:
        return url
    for link in root.iter("link"):
        if link.get("rel", "").lower() == "canonical":
            return http_address("", link.get("href", "")) or ""
    return ""


def http_address(base: str, reference: str) -> str | None:
    """Resolve a reference, or None if it is no http or https address."""
    try:
        url = urljoin(base, clean_line(reference))
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


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
        notes=tuple(_notes(form)),
        button=reading.button(),
    )


def has_puzzle(form: HtmlElement) -> bool:
    """Whether a form wants a test passed that only a browser can pass."""
    return any(is_puzzle(one) for one in form.iter())


def only_previews(form: HtmlElement) -> bool:
    """Whether a form has buttons, and none that sends what is written at once."""
    buttons = list(_sending_buttons(form))
    return bool(buttons) and all(_previews(one) for one in buttons)


def label_text(element: HtmlElement) -> str:
    """The words of a label or title, without the mark of a required field."""
    copy = deepcopy(element)
    copy.tail = None
    for one in list(copy.iter("small", "span", "abbr", "em")):
        classes = one.get("class", "").lower().split()
        if tag_of(one) == "small" or "required" in classes or "optional" in classes:
            drop(one)
    return _MARK_AT_END.sub("", text_of(copy)[:LONGEST_WORDS])


def title_of(form: HtmlElement, root: HtmlElement) -> str:
    """What stands over a form: its legend, or the heading before it."""
    for one in root.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        if one.get("id") == "reply-title":
            return label_text(one)
    for one in form.iter("legend", "h2", "h3", "h4", "h5"):
        return label_text(one)
    around: HtmlElement | None = form
    for _ in range(3):
        if around is None:
            break
        for before in around.itersiblings(preceding=True):
            if tag_of(before) in ("h2", "h3", "h4", "h5"):
                return label_text(before)
        around = around.getparent()
    return ""


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


def _notes(form: HtmlElement) -> Iterator[str]:
    """What a form says beside its fields, one sentence each."""
    for block in form.iter("p", "div", "small"):
        if tag_of(block) == "div" and any(tag_of(one) in BLOCKS for one in block):
            continue
        if any(
            tag_of(one) in ("input", "textarea", "select", "button", "label")
            for one in block.iter()
        ):
            continue
        if block.get("style") and "none" in block.get("style", ""):
            continue
        parts = [one for one in block if tag_of(one) == "span"]
        apart = parts and not any((one.tail or "").strip() for one in parts)
        if apart and not (block.text or "").strip():
            texts = [text_of(one) for one in parts]
        else:
            texts = [text_of(block)]
        yield from (text[:LONGEST_WORDS] for text in texts if text)


@dataclass(slots=True)
class _Reading:
    """One form being read."""

    form: HtmlElement
    root: HtmlElement
    roles: Mapping[str, Role]

    def fields(self) -> tuple[Field, ...] | None:
        """The named controls, or None if there are too many of them."""
        controls = list(self._controls())
        if len(controls) > MOST_CONTROLS:
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
        mine = self.form.get("id")
        for one in self.root.iter("input", "textarea", "select"):
            owner = one.get("form")
            inside = (
                owner == mine if owner is not None else self.form in one.iterancestors()
            )
            if not inside or not one.get("name") or one.get("disabled") is not None:
                continue
            kind = one.get("type", "").lower() if tag_of(one) == "input" else ""
            if kind in _BUTTONS or kind in _UNSENDABLE:
                continue
            if any(
                tag_of(around) == "fieldset" and around.get("disabled") is not None
                for around in one.iterancestors()
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
            or (label_element is not None and _marks_required(label_element))
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
    return clean_line("".join(button.itertext()))[:LONGEST_WORDS]


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
    if element is not None and (words := label_text(element)):
        return words
    named = (by_id.get(one) for one in control.get("aria-labelledby", "").split()[:5])
    words = " ".join(label_text(one) for one in named if one is not None)
    for given in (
        words,
        control.get("aria-label"),
        control.get("placeholder"),
        control.get("title"),
    ):
        if given and (bare := _MARK_AT_END.sub("", clean_line(given)[:LONGEST_WORDS])):
            return bare
    return ""


def _group_label(control: HtmlElement, form: HtmlElement) -> str:
    """What a group of radio buttons is about: its fieldset's legend, or its own label."""
    for around in control.iterancestors():
        if around is form:
            break
        if tag_of(around) == "fieldset":
            legend = around.find("legend")
            return "" if legend is None else label_text(legend)
        if around.get("role") == "radiogroup" and around.get("aria-label"):
            return clean_line(around.get("aria-label", ""))[:LONGEST_WORDS]
    return ""


def _marks_required(label: HtmlElement) -> bool:
    for one in label.iter("span", "abbr", "em", "strong"):
        if "required" in one.get("class", "").lower().split() and text_of(one):
            return True
    return bool(_HAS_MARK.search(text_of(label)))


def _note(control: HtmlElement, by_id: Mapping[str | None, HtmlElement]) -> str | None:
    """What the page says of a field elsewhere."""
    named = (by_id.get(one) for one in control.get("aria-describedby", "").split()[:5])
    words = " ".join(text_of(one) for one in named if one is not None)
    return words[:LONGEST_WORDS] or None


def _limit(control: HtmlElement) -> int | None:
    given = control.get("maxlength", "").strip()
    if given.isascii() and given.isdecimal() and len(given) < 10:
        return int(given)
    return None
