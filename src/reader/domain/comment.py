"""Comments: the form a site offers, and what is written into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from urllib.parse import urlsplit

from reader.domain.identity import Identity


class FieldKind(StrEnum):
    """What a field of a comment form takes."""

    TEXT = "text"
    EMAIL = "email"
    URL = "url"
    LONG_TEXT = "long text"
    CHECKBOX = "checkbox"
    RADIO = "radio"
    SELECT = "select"
    HIDDEN = "hidden"


class Role(StrEnum):
    """What a field is for, whatever the site calls it."""

    COMMENT = "comment"
    NAME = "name"
    EMAIL = "email"
    WEBSITE = "website"


@dataclass(frozen=True, slots=True)
class Option:
    """One of the values a field offers."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A named control of a comment form."""

    name: str
    label: str = ""
    kind: FieldKind = FieldKind.TEXT
    role: Role | None = None
    required: bool = False
    limit: int | None = None
    """The most characters it takes (UTF-16 code units, as browsers count), or None."""

    value: str = ""
    """What would be sent if nobody touched it. A checkbox left unticked has none."""

    options: tuple[Option, ...] = ()
    """What a select, a radio group or a ticked checkbox may send."""

    note: str | None = None
    """What the page says of it beside the label."""

    honeypot: bool = False
    """Whether it waits for robots: hidden, and left as it is found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentForm:
    """The form under an article, as its page has it."""

    action: str
    """Where it is sent to, absolute."""

    system: str
    """The comment system it belongs to, such as `wordpress`."""

    page: str
    """The address of the page it was found on."""

    fields: tuple[Field, ...]
    """Every named control but its buttons, in the page's order."""

    title: str = ""
    """What stands over it: “Leave a Reply”."""

    notes: tuple[str, ...] = ()
    """What the site says under the title, one sentence each."""

    button: Field | None = None
    """The button that sends it; its label is the button's, its name may be empty."""

    def by_role(self, role: Role) -> Field | None:
        """The first field of a role, or None."""
        return next((one for one in self.fields if one.role is role), None)

    @property
    def visible(self) -> tuple[Field, ...]:
        """The fields a person fills in."""
        return tuple(one for one in self.fields if one.kind is not FieldKind.HIDDEN)

    @property
    def origin(self) -> tuple[str, str]:
        """Who gets what is written: the action's scheme and host (with its port)."""
        return _origin(self.action)

    @property
    def warning(self) -> str | None:
        """What the person should be asked about before anything is sent, or None.

        A form that sends to another host than its page's gives the e-mail
        address to somebody else; one that leaves an https page for plain http
        gives it to everybody on the way.
        """
        there_scheme, there = self.origin
        here_scheme, here = _origin(self.page)
        if here and there != here:
            return f"This form does not send to {here}, but to {there}."
        if here_scheme == "https" and there_scheme != "https":
            return "This form sends over plain http: what you write, your e-mail address too, can be read on the way."
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Discussion:
    """What a page says about its comments."""

    count: int | None = None
    """How many there are, or None if the page does not say."""

    open: bool | None = None
    """Whether new ones are taken, or None if the page does not say."""

    system: str | None = None
    form: CommentForm | None = None
    member: CommentForm | None = None
    """The form for those who have an account at the site, if it has one of its own."""

    why_not: str | None = None
    """Why there is no form, in the site's own words, if it says."""

    browser: str | None = None
    """Where a browser can comment when we cannot, or None."""

    page_read: bool = False
    """Whether the page itself was looked at, so that without a form it has none."""

    @property
    def refusal(self) -> str | None:
        """Why nothing can be written here where no form is to be had.

        None if a browser can, or if the page may have a form when it is read.
        """
        if self.hand_over is not None:
            return None
        if self.why_not:
            return f"No comments here: {self.why_not}"
        if self.open is False:
            return "Comments are closed under this article."
        return "This page has no comment form." if self.page_read else None

    @property
    def hand_over(self) -> str | None:
        """Where a comment is to be taken by hand, if it turns out that only a browser can."""
        return None if self.open is False else self.browser


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A comment that stands under an article."""

    id: str
    text: str
    author: str
    published: datetime | None = None
    parent: str | None = None
    url: str | None = None
    held: bool = False
    """Whether it is shown to us alone, while it waits for moderation."""


_SIGNING = MappingProxyType(
    {Role.NAME: "name", Role.EMAIL: "email", Role.WEBSITE: "website"}
)
"""What of an identity a role stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A comment being written.

    What has a role is kept by its role, so that it survives a form that
    renames its fields; everything else is kept by the field's name.
    """

    id: int
    url: str
    """The article's address."""

    article: str
    """The article's title."""

    text: str = ""
    identity: Identity = field(default_factory=Identity)
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What was set in the fields without a role, by field name."""

    reply_to: str | None = None
    """The id of the comment it answers, or None."""

    changed: datetime
    form: CommentForm | None = None
    """The form it was written for, or None if it has not been seen yet."""

    def value_of(self, one: Field) -> str:
        """What this draft has for a field of a form.

        A box that the page ticks by itself counts for nothing: consent is the
        person's to give.
        """
        match one.role:
            case Role.COMMENT:
                return self.text
            case Role.NAME:
                return self.identity.name
            case Role.EMAIL:
                return self.identity.email
            case Role.WEBSITE:
                return self.identity.website
        untouched = "" if one.kind is FieldKind.CHECKBOX else one.value
        return self.fields.get(one.name, untouched)

    def written_for(self, form: CommentForm) -> Draft:
        """The same words, for a form as it is now.

        What was set by a field's name before the form was seen goes by its
        role. An answer goes if the question it answered is another one by
        now: “What is 3 + 4?”.
        """
        asked = {
            one.name: one.label for one in (self.form.visible if self.form else ())
        }
        fields = dict(self.fields)
        who = {}
        for one in form.visible:
            part = None if one.role is None else _SIGNING.get(one.role)
            if part is not None:
                given = fields.pop(one.name, "")
                if given and not self.value_of(one):
                    who[part] = given
            elif asked.get(one.name, one.label) != one.label:
                fields.pop(one.name, None)
        return replace(
            self,
            identity=replace(self.identity, **who),
            fields=MappingProxyType(fields),
            form=form,
        )


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that keeps a draft from being sent."""

    field: str
    """The field's name."""

    label: str
    words: str
    """What is wrong and what to do, in a sentence."""

    missing: bool = False
    """Whether a required field is empty."""


def length_of(value: str) -> int:
    """How long a browser finds a value: in UTF-16 code units."""
    return len(value.encode("utf-16-le", "surrogatepass")) // 2


def problem_with(
    one: Field, value: str, *, email_problem: Callable[[str], str | None]
) -> Problem | None:
    """Check one field the way a browser would before it sends the form.

    Args:
        one: The field.
        value: What stands in it.
        email_problem: Says what is wrong with an e-mail address, or None.

    Returns:
        The first problem, or None.
    """
    if one.kind is FieldKind.HIDDEN:
        return None
    label = one.label or one.name
    bare = value.strip()
    if not bare:
        if not one.required:
            return None
        words = {
            FieldKind.CHECKBOX: f"{label}: the site wants this ticked.",
            FieldKind.RADIO: f"{label}: choose one.",
            FieldKind.SELECT: f"{label}: choose one.",
        }.get(one.kind, f"{label} is required.")
        return Problem(one.name, label, words, missing=True)
    length = length_of(value)
    if one.limit is not None and length > one.limit:
        over = length - one.limit
        words = f"{label} is {over} {'character' if over == 1 else 'characters'} over the site's limit of {one.limit}."
        return Problem(one.name, label, words)
    if one.kind is FieldKind.EMAIL or one.role is Role.EMAIL:
        wrong = email_problem(bare)
        if wrong is not None:
            return Problem(one.name, label, wrong)
    if one.kind is FieldKind.URL or one.role is Role.WEBSITE:
        wrong = _address_problem(bare, strict=one.kind is FieldKind.URL)
        if wrong is not None:
            return Problem(one.name, label, wrong)
    if (
        one.options
        and one.kind is not FieldKind.CHECKBOX
        and value not in {o.value for o in one.options}
    ):
        return Problem(
            one.name, label, f"{label}: “{value}” is not one of the choices."
        )
    return None


def problems_in(
    form: CommentForm, draft: Draft, *, email_problem: Callable[[str], str | None]
) -> tuple[Problem, ...]:
    """Check a draft against a form, in the form's order.

    Returns:
        One problem a field at the most; none if the draft can be sent.
    """
    found = (
        problem_with(one, draft.value_of(one), email_problem=email_problem)
        for one in form.fields
    )
    return tuple(problem for problem in found if problem is not None)


def _origin(url: str) -> tuple[str, str]:
    """The scheme and host of an address; `www.` in front of a host tells nobody apart."""
    parts = urlsplit(url)
    return parts.scheme.lower(), parts.netloc.rpartition("@")[2].lower().removeprefix(
        "www."
    )


def _address_problem(value: str, *, strict: bool) -> str | None:
    """What is wrong with a web address; a loose field takes one without its scheme."""
    try:
        parts = urlsplit(value if strict or "://" in value else f"https://{value}")
        # Asking for the port is what checks it.
        found = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        found = False
    if found and " " not in value:
        return None
    return f"“{value}” is not a web address; write it like https://example.org."
