"""A last look at a comment before it is handed over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.domain.article import Block
from reader.domain.comment import CommentForm, Draft, Field, FieldKind, Role
from reader.text.sanitize import clean
from reader.ui.cells import plain
from reader.ui.prose import content_of
from reader.ui.widgets.dialog import Dialog
from reader.ui.widgets.hints import Hints

Choice = Literal["send", "outbox", "browser", "edit", "keep"]

SEEN_BY = {
    Role.COMMENT: "public",
    Role.NAME: "public",
    Role.WEBSITE: "public, behind your name",
}
"""Who gets to see what stands in a field; what a site says of it goes before."""

KEEP_ADDRESSES = frozenset({"wordpress", "isso", "drupal", "movabletype"})
"""Systems that show nobody an e-mail address, whether their form says so or not."""


class ReviewScreen(Dialog[Choice | None]):
    """Shows exactly what will be sent, and which of it others will see."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "choose('send')", "Send now", id="review.send"),
        Binding("w", "choose('outbox')", "To the outbox", id="review.outbox"),
        Binding("e", "choose('edit')", "Edit", id="review.edit"),
        Binding("q", "choose('keep')", "Keep as draft", id="review.keep"),
        Binding("p", "as_typed", "As typed", id="review.as-typed"),
        Binding("escape", "choose('edit')", "Edit", show=False, id="review.close"),
        Binding("j,down", "scroll(1)", "Down", show=False, id="review.down"),
        Binding("k,up", "scroll(-1)", "Up", show=False, id="review.up"),
        Binding("space,pagedown", "page(1)", "Page down", show=False, id="review.page"),
        Binding("b,pageup", "page(-1)", "Page up", show=False, id="review.page-back"),
    ]

    def __init__(
        self,
        draft: Draft,
        preview: tuple[Block, ...] = (),
        *,
        browser: str | None = None,
    ) -> None:
        """Make the screen.

        Args:
            draft: What is to be sent.
            preview: Its text as the site will show it.
            browser: Where it is to be taken by hand, if we cannot send it.
        """
        super().__init__()
        self._draft = draft
        self._preview = preview
        self._browser = browser
        self._typed = False

    def compose(self) -> ComposeResult:
        """Compose what is sent, field by field."""
        form = self._draft.form
        with Vertical(id="review"):
            yield Static(Content(self._where(form)), id="review-title")
            with VerticalScroll(id="review-fields", can_focus=False):
                warning = self._warning(form)
                if warning:
                    yield Static(Content(clean(warning)), classes="review-warning")
                for field in self._filled(form):
                    label = (plain(field.label or field.name), "bold")
                    if field.role is Role.COMMENT:
                        yield Static(
                            Content.assemble(label, "  public, as it will be shown"),
                            id="review-comment-label",
                            classes="review-label",
                        )
                        yield Static(
                            content_of(self._preview),
                            id="review-comment",
                            classes="review-value",
                        )
                        continue
                    yield Static(
                        Content.assemble(label, f"  {_seen_by(field, form)}"),
                        classes="review-label",
                    )
                    value = _shown(field, self._draft.value_of(field))
                    yield Static(Content(clean(value)), classes="review-value")
                yield from self._untouched(form)
            yield Hints()

    def _where(self, form: CommentForm | None) -> str:
        if self._browser is not None:
            return f"To be pasted in the browser at {plain(self._browser)}"
        place = form.origin[1] if form is not None else self._draft.url
        return f"To be sent to {plain(place)}"

    def _warning(self, form: CommentForm | None) -> str | None:
        """What to think of before it is handed over, or None."""
        if self._browser is not None:
            return "Only a browser can send this comment: y copies it and opens the page there."
        if form is None:
            return (
                "The site's form has not been seen yet. The comment waits"
                " in the outbox until it has, and is checked then."
            )
        return form.warning

    def _filled(self, form: CommentForm | None) -> Iterator[Field]:
        """The fields with something in them."""
        if form is not None:
            fields = form.visible
        elif self._browser is not None:
            fields = (Field(name="comment", label="Comment", role=Role.COMMENT),)
        else:
            fields = tuple(
                Field(name=role, label=role.capitalize(), role=role) for role in Role
            )
        for field in fields:
            if self._draft.value_of(field).strip():
                yield field

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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What a browser has to send goes into no outbox."""
        del action
        return parameters != ("outbox",) or self._browser is None

    def action_choose(self, choice: Choice) -> None:
        """Give back what the reader wants."""
        by_hand = choice == "send" and self._browser is not None
        self.dismiss("browser" if by_hand else choice)

    def action_as_typed(self) -> None:
        """Show the comment as it was typed, or again as it will be shown."""
        self._typed = not self._typed
        label = self.query_one("#review-comment-label", Static)
        comment = self.query_one("#review-comment", Static)
        how = "as you typed it" if self._typed else "as it will be shown"
        label.update(Content.assemble(("Comment", "bold"), f"  public, {how}"))
        comment.update(
            Content(clean(self._draft.text))
            if self._typed
            else content_of(self._preview)
        )

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


def _seen_by(field: Field, form: CommentForm | None) -> str:
    """Who gets to see what stands in a field, in the site's words if it has any."""
    if field.role is Role.EMAIL:
        if field.note:
            return f"the site says: “{plain(field.note)}”"
        if form is None or form.system in KEEP_ADDRESSES:
            return "for the site only, not shown"
        return "for the site; it does not say whether it is shown"
    return SEEN_BY.get(field.role, "for the site") if field.role else "for the site"
