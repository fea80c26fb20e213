"""The controls of a comment form, one way to ask each for its value."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.message_pump import MessagePump
from textual.widget import Widget
from textual.widgets import Input, TextArea

from reader.domain.comment import Field, FieldKind
from reader.ui.widgets.choices import Options, Tick

ALT = "alt+"
"""What the name of a key begins with that came right behind Esc."""

REMEMBERED = 200
"""How many steps back a line remembers."""


class Unescaped(MessagePump):
    """A control for text that takes no letter typed with Alt.

    Terminals write Esc and a key as they write Alt and that key: what comes in
    one piece, from a quick hand or over a slow line, is both of them one after
    the other, for the form to act on.
    """

    async def _on_key(self, event: Key) -> None:
        if event.key.startswith(ALT):
            event.prevent_default()


class LineField(Unescaped, Input):
    """A line of text that can take back what was typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "undo", "Undo", show=False, id="field.undo"),
        Binding("ctrl+y", "redo", "Redo", show=False, id="field.redo"),
    ]

    def __init__(self, value: str) -> None:
        self._before: list[str] = []
        self._after: list[str] = []
        # What stands there to begin with is nothing to undo.
        self._going = True
        super().__init__(value, compact=True, select_on_focus=False)
        self._going = False

    def validate_value(self, value: str) -> str:
        """Remember what stood here, unless it is undoing that changes it."""
        if value != self.value and not self._going:
            self._before.append(self.value)
            del self._before[:-REMEMBERED]
            self._after.clear()
        return value

    def action_undo(self) -> bool:
        """Take back the last change, and tell whether there was one."""
        return self._go(self._before, self._after)

    def action_redo(self) -> None:
        """Make the last change taken back again."""
        self._go(self._after, self._before)

    def _go(self, source: list[str], target: list[str]) -> bool:
        if not source:
            return False
        target.append(self.value)
        self._going = True
        self.value = source.pop()
        self._going = False
        self.cursor_position = len(self.value)
        return True


class TextField(Unescaped, TextArea):
    """Lines of text."""

    def __init__(self, value: str) -> None:
        super().__init__(
            value,
            compact=True,
            soft_wrap=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
        )


def control_for(field: Field, value: str) -> Widget:
    """Make the control that a field is filled in with.

    Args:
        field: The field.
        value: What stands in it to begin with.
    """
    match field.kind:
        case FieldKind.LONG_TEXT:
            return TextField(value)
        case FieldKind.CHECKBOX:
            return Tick(field.label or field.name, ticked=bool(value))
        case FieldKind.SELECT | FieldKind.RADIO:
            return Options(field.options, value=value)
    return LineField(value)


def value_of(field: Field, control: Widget) -> str:
    """What stands in a field's control, as the site would get it."""
    match control:
        case Input():
            return control.value
        case TextArea():
            return control.text
        case Tick():
            return ticked_value(field) if control.ticked else ""
        case Options():
            return control.value
    raise TypeError(type(control))


def put_value(control: Widget, value: str) -> None:
    """Put a text into a field's control, as a change that can be undone."""
    match control:
        case Input():
            control.value = value
        case TextArea():
            control.replace(value, (0, 0), control.document.end)


def take_back(control: Widget) -> bool:
    """Take back the last change in a field's control.

    Returns:
        Whether there was one.
    """
    match control:
        case TextField() if control.history.undo_stack:
            control.action_undo()
        case LineField() | Tick() | Options():
            return control.action_undo()
        case _:
            return False
    return True


def ticked_value(field: Field) -> str:
    """What a ticked box sends."""
    if field.options:
        return field.options[0].value
    return field.value or "on"
