"""A last look at a comment before it is handed over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.domain.comment import CommentForm, Draft, Field, FieldKind, Role
from reader.text.sanitize import clean
from reader.ui.cells import plain
from reader.ui.widgets.hints import Hints

Choice = Literal["send", "outbox", "edit", "keep"]

SEEN_BY = {
    Role.COMMENT: "public",
    Role.NAME: "public",
    Role.WEBSITE: "public, behind your name",
    Role.EMAIL: "for the site only, not shown",
}
"""Who gets to see what stands in a field."""


class ReviewScreen(ModalScreen[Choice | None]):
    """Shows exactly what will be sent, and which of it others will see."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "choose('send')", "Send now", id="review.send"),
        Binding("w", "choose('outbox')", "To the outbox", id="review.outbox"),
        Binding("e", "choose('edit')", "Edit", id="review.edit"),
        Binding("q", "choose('keep')", "Keep as draft", id="review.keep"),
        Binding("escape", "choose('edit')", "Edit", show=False, id="review.close"),
        Binding("j,down", "scroll(1)", "Down", show=False, id="review.down"),
        Binding("k,up", "scroll(-1)", "Up", show=False, id="review.up"),
        Binding("space,pagedown", "page(1)", "Page down", show=False, id="review.page"),
        Binding("b,pageup", "page(-1)", "Page up", show=False, id="review.page-back"),
    ]

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft

    def compose(self) -> ComposeResult:
        """Compose what is sent, field by field."""
        form = self._draft.form
        with Vertical(id="review"):
            yield Static(Content(self._where(form)), id="review-title")
            with VerticalScroll(id="review-fields", can_focus=False):
                if form is None:
                    yield Static(
                        Content(
                            "The site's form has not been seen yet. The comment waits"
                            " in the outbox until it has, and is checked then."
                        ),
                        classes="review-warning",
                    )
                elif form.warning is not None:
                    yield Static(Content(clean(form.warning)), classes="review-warning")
                for label, value in self._values(form):
                    yield Static(label, classes="review-label")
                    yield Static(Content(clean(value)), classes="review-value")
                yield from self._untouched(form)
            yield Hints()

    def _where(self, form: CommentForm | None) -> str:
        place = form.origin[1] if form is not None else self._draft.url
        return f"To be sent to {plain(place)}"

    def _values(self, form: CommentForm | None) -> Iterator[tuple[Content, str]]:
        """The fields with something in them, each with who sees it."""
        draft = self._draft
        if form is None:
            fields: tuple[Field, ...] = tuple(
                Field(name=role, label=role.capitalize(), role=role) for role in Role
            )
        else:
            fields = form.visible
        for field in fields:
            value = draft.value_of(field)
            if not value.strip():
                continue
            seen_by = (
                SEEN_BY.get(field.role, "for the site")
                if field.role
                else "for the site"
            )
            label = plain(field.label or field.name)
            yield (
                Content.assemble((label, "bold"), f"  {seen_by}"),
                _shown(field, value),
            )

    def _untouched(self, form: CommentForm | None) -> Iterator[Static]:
        """What the page itself sends along."""
        hidden = [
            field
            for field in (() if form is None else form.fields)
            if field.kind is FieldKind.HIDDEN
        ]
        if hidden:
            names = ", ".join(
                f"{plain(one.name)}={plain(one.value)[:40]}"
                if one.value
                else plain(one.name)
                for one in hidden
            )
            yield Static("The page itself adds", classes="review-label")
            yield Static(Content(names), classes="review-hidden")

    def action_choose(self, choice: Choice) -> None:
        """Give back what the reader wants."""
        self.dismiss(choice)

    def action_scroll(self, rows: int) -> None:
        """Move through a long comment."""
        self.query_one("#review-fields").scroll_relative(y=rows, animate=False)

    def action_page(self, pages: int) -> None:
        """Move through a long comment by pages."""
        fields = self.query_one("#review-fields")
        fields.scroll_relative(y=pages * max(fields.size.height - 1, 1), animate=False)


def _shown(field: Field, value: str) -> str:
    """A value as the reader chose it: an option by its label, a box as ticked."""
    if field.kind is FieldKind.CHECKBOX:
        return "ticked"
    labels = {option.value: option.label for option in field.options}
    return labels.get(value) or value
