"""A site's comment form: its own fields, in its own order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus, Key
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, Static, TextArea

from reader.domain.comment import Field, FieldKind, Problem, Role, length_of
from reader.text.sanitize import clean
from reader.ui.cells import plain
from reader.ui.widgets.choices import Options, Tick
from reader.ui.widgets.fields import ALT, control_for, put_value, take_back, value_of

NEARLY = 0.8
"""The part of a line's limit from which on its length is told."""


class FieldRow(Vertical):
    """A field: its label, its control, what the page says of it, and what is wrong."""

    problem: reactive[Problem | None] = reactive(None)
    """What is wrong with what stands in it, or None."""

    def __init__(self, field: Field, value: str) -> None:
        super().__init__()
        self.field = field
        self.control = control_for(field, value)
        self._problem_line = Static("", classes="field-problem")
        self._count_line = Static("", classes="field-count")

    def compose(self) -> ComposeResult:
        """Compose label, control, note and problem."""
        if self.field.kind is not FieldKind.CHECKBOX:
            with Horizontal(classes="field-head"):
                yield Static(self._label(), classes="field-label")
                yield self._count_line
        yield self.control
        if self.field.note:
            yield Static(Content(clean(self.field.note)), classes="field-note")
        yield self._problem_line

    def _label(self) -> Content:
        """The label, with the site's own mark if the field is required."""
        label = plain(self.field.label or self.field.name)
        if self.field.required and not label.rstrip().endswith("*"):
            return Content.assemble(label, (" *", "bold"))
        return Content(label)

    def count(self) -> None:
        """Say how much of what the site allows is used, once that is of interest."""
        limit = self.field.limit
        length = length_of(self.value)
        told = limit is not None and (
            length > limit * NEARLY
            or (self.field.kind is FieldKind.LONG_TEXT and length > 0)
        )
        self._count_line.display = told
        self._count_line.set_class(limit is not None and length > limit, "-over")
        self._count_line.update(f"{length:,} of {limit:,}" if told else "")

    def watch_problem(self, problem: Problem | None) -> None:
        """Say under the field what is wrong with it."""
        self._problem_line.update(Content(clean(problem.words) if problem else ""))
        self._problem_line.display = problem is not None
        self.set_class(problem is not None, "-wrong")

    @property
    def value(self) -> str:
        """What stands in it, as the site would get it."""
        return value_of(self.field, self.control)


class CommentForm(VerticalScroll, can_focus=True, inherit_bindings=False):
    """The fields of a form, to write in and to walk through.

    While a field has the focus, keys are typed into it. Esc gives the focus to
    the form itself, and plain keys work.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,i", "write", "Write", id="comment.write"),
        Binding("j,down", "step(1)", "Next field", show=False, id="comment.next"),
        Binding("k,up", "step(-1)", "Field before", show=False, id="comment.previous"),
        Binding("escape", "leave_field", "Leave the field", id="field.leave"),
    ]

    at: reactive[int] = reactive(0)
    """Which field one is at, from 0."""

    @dataclass
    class Changed(Message):
        """Something was written or chosen."""

        form: CommentForm

    @dataclass
    class FieldLeft(Message):
        """A field was left, so what stands in it can be checked."""

        form: CommentForm
        row: FieldRow

    def __init__(
        self,
        fields: Iterable[tuple[Field, str]],
        *,
        title: str = "",
        notes: Iterable[str] = (),
    ) -> None:
        """Make the form.

        Args:
            fields: The fields a person fills in, with what stands in each.
            title: What stands over the form.
            notes: What the site says under the title.
        """
        super().__init__()
        self._title = title
        self._notes = tuple(notes)
        self.rows = tuple(FieldRow(field, value) for field, value in fields)

    def compose(self) -> ComposeResult:
        """Compose title, notes and fields."""
        if self._title:
            yield Static(Content(plain(self._title)), classes="form-title")
        for note in self._notes:
            yield Static(Content(clean(note)), classes="form-note")
        yield from self.rows

    # Walking

    @property
    def row(self) -> FieldRow | None:
        """The field one is at."""
        return self.rows[self.at] if self.rows else None

    def validate_at(self, at: int) -> int:
        """Stay among the fields."""
        return min(max(at, 0), max(len(self.rows) - 1, 0))

    def watch_at(self, old: int, new: int) -> None:
        """Show which field one is at."""
        if self.rows:
            self.rows[old].remove_class("-here")
            self.rows[new].add_class("-here")
            self.rows[new].scroll_visible(animate=False)

    def write_in(self, at: int) -> None:
        """Go to a field and write in it, at the end of what stands there."""
        self.at = at
        if self.row is None:
            return
        control = self.row.control
        control.focus()
        if isinstance(control, TextArea):
            control.move_cursor(control.document.end)
        elif isinstance(control, Input):
            control.cursor_position = len(control.value)

    def go_to(self, name: str) -> None:
        """Write in the field with a name, if there is one."""
        for at, row in enumerate(self.rows):
            if row.field.name == name:
                self.write_in(at)
                return

    def write_comment(self) -> None:
        """Write in the field for the comment itself; the first one if there is none."""
        roles = [row.field.role for row in self.rows]
        self.write_in(roles.index(Role.COMMENT) if Role.COMMENT in roles else 0)

    def action_write(self) -> None:
        """Write in the field one is at; a box is ticked at once."""
        if self.row is not None and isinstance(self.row.control, Tick):
            self.row.control.action_tick()
        else:
            self.write_in(self.at)

    def action_step(self, step: int) -> None:
        """Go to the next field, or the one before, without writing in it."""
        self.at += step
        self.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A field can be entered from outside, and left from inside."""
        del parameters
        if action == "write":
            return self.has_focus
        if action == "leave_field":
            return not self.has_focus
        return True

    def action_leave_field(self) -> None:
        """Leave the field; what stands in it stays."""
        self.focus()

    def on_key(self, event: Key) -> None:
        """Leave the field for a key that came right behind Esc, and act on it then."""
        if event.key.startswith(ALT) and event.character and not self.has_focus:
            event.stop()
            self.screen.set_focus(self)
            self.app.simulate_key(event.character)

    # What happens in the fields

    def on_mount(self) -> None:
        """Mark the first field."""
        self.watch_at(0, 0)
        for row in self.rows:
            row.count()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Follow the focus, which Tab and the mouse move too."""
        row = self._row_of(event.widget)
        if row is not None:
            self.at = self.rows.index(row)

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """A field was left."""
        row = self._row_of(event.widget)
        if row is not None:
            self.post_message(self.FieldLeft(self, row))

    def _row_of(self, widget: object) -> FieldRow | None:
        for row in self.rows:
            if row.control is widget or row.control in getattr(widget, "ancestors", ()):
                return row
        return None

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Tick.Changed)
    @on(Options.Changed)
    def _tell(self, event: Message) -> None:
        event.stop()
        if self.row is not None:
            self.row.count()
        self.post_message(self.Changed(self))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next field, as Tab does."""
        event.stop()
        if self.at + 1 < len(self.rows):
            self.write_in(self.at + 1)
        else:
            self.focus()

    def take_back(self) -> str:
        """Take back the last change in the field one is at, and say so."""
        if self.row is None:
            return "Nothing to undo here."
        name = plain(self.row.field.label or self.row.field.name)
        if take_back(self.row.control):
            return f"Undone in “{name}”."
        return f"Nothing to undo in “{name}”."

    # The comment itself

    @property
    def comment(self) -> FieldRow | None:
        """The field for the comment itself, or None."""
        rows = (row for row in self.rows if row.field.role is Role.COMMENT)
        return next(rows, None)

    def insert(self, text: str) -> None:
        """Put a text into the comment where its cursor is."""
        row = self.comment
        if row is not None and isinstance(row.control, TextArea):
            row.control.insert(text)
        elif row is not None:
            put_value(row.control, row.value + text)

    def sign(self, parts: Mapping[Role, str]) -> None:
        """Fill in who signs."""
        for row in self.rows:
            role = row.field.role
            if role is not None and role in parts:
                put_value(row.control, parts[role])
                row.problem = None

    def replace_comment(self, text: str) -> None:
        """Put another text in place of the comment; it can be undone there."""
        if self.comment is not None:
            put_value(self.comment.control, text)
