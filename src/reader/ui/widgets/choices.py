"""Boxes to tick and options to choose, told apart by sign as well as by colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from reader.domain.comment import Option
from reader.ui.cells import fit, plain
from reader.ui.widgets.line_list import LineList, Piece

CHOSEN = "options--chosen"


class Tick(Static, can_focus=True):
    """A box with its label, as many lines long as that needs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "tick", "Tick or untick", id="field.tick"),
    ]

    ticked: reactive[bool] = reactive(False, init=False)
    """Whether it is ticked."""

    @dataclass
    class Changed(Message):
        """It was ticked or unticked."""

        tick: Tick

    def __init__(self, label: str, *, ticked: bool) -> None:
        super().__init__()
        self._label = label
        self._before = ticked
        self.set_reactive(Tick.ticked, ticked)

    def on_mount(self) -> None:
        """Draw the box."""
        self._show()

    def watch_ticked(self) -> None:
        """Draw it as it is now, and tell."""
        self._show()
        self.post_message(self.Changed(self))

    def _show(self) -> None:
        box = "[x] " if self.ticked else "[ ] "
        self.update(Content.assemble((box, "bold"), plain(self._label)))

    def action_tick(self) -> None:
        """Tick it, or untick it."""
        self.ticked = not self.ticked

    def action_undo(self) -> bool:
        """Leave it as it was to begin with, and tell whether that is a change."""
        changed = self.ticked is not self._before
        self.ticked = self._before
        return changed

    def on_click(self, _event: Click) -> None:
        """Tick it, or untick it."""
        self.action_tick()


class Options(LineList):
    """Some options, of which one is chosen, or none yet."""

    AT_ONCE = True

    COMPONENT_CLASSES: ClassVar[set[str]] = {CHOSEN}
    """
    | Class | Styles |
    | :- | :- |
    | `options--chosen` | The option that is chosen. |
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,enter", "choose", "Choose", id="field.choose"),
    ]

    chosen: reactive[int | None] = reactive(None, init=False)
    """Which option is chosen, from 0, or None."""

    @dataclass
    class Changed(Message):
        """Another option was chosen."""

        options: Options

    def __init__(self, options: Sequence[Option], *, value: str) -> None:
        super().__init__()
        self._options = options
        values = [option.value for option in options]
        if value in values:
            self.set_reactive(Options.chosen, values.index(value))
        self._before: list[int | None] = []

    @property
    def value(self) -> str:
        """The value of the option that is chosen, or nothing."""
        return "" if self.chosen is None else self._options[self.chosen].value

    def on_mount(self) -> None:
        """Take as much room as the options need, up to a point."""
        self.styles.height = min(max(len(self._options), 1), 7)
        self.lines = len(self._options)
        self.cursor = self.chosen or 0

    def pieces(self, line: int, width: int) -> Iterator[Piece]:
        """Draw one option."""
        option = self._options[line]
        chosen = line == self.chosen
        yield ("(•) " if chosen else "( ) "), None
        yield fit(option.label or option.value, width - 4), CHOSEN if chosen else None

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Choose the option under the cursor."""
        event.stop()
        if event.line != self.chosen:
            self._before.append(self.chosen)
        self.chosen = event.line

    def action_undo(self) -> bool:
        """Choose what was chosen before, and tell whether anything was."""
        if not self._before:
            return False
        self.chosen = self._before.pop()
        return True

    def watch_chosen(self) -> None:
        """Draw it, and tell."""
        self.refresh()
        self.post_message(self.Changed(self))
