"""The keys that work where one is, and the commands behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.dom import DOMNode
from textual.getters import query_one
from textual.widgets import Input, Static

from reader.ui.cells import fit, plain
from reader.ui.live_bindings import as_declared
from reader.ui.styles import sheets
from reader.ui.widgets.dialog import Dialog
from reader.ui.widgets.line_list import LineList, Piece

PLACES = {
    "app": "Everywhere",
    "article": "Article",
    "choice": "Choice",
    "comment": "Comment",
    "comments": "Comments",
    "field": "In a field",
    "help": "Help",
    "history": "History",
    "library": "Library",
    "list": "Lists",
    "outbox": "Outbox",
    "quotations": "Quotations",
    "reading": "Article",
    "review": "Review",
    "speaker": "Speaker",
    "thread": "Comments",
}
"""What the first half of a binding's id stands for."""

_PLACE, _KEYS, _NAMES, _WORDS = 12, 16, 28, 24
"""Cells of the columns; names have theirs where they leave enough to the words."""

NOTHING = "Nothing is called that."

KEY = "command-list--key"
PLACE = "command-list--place"


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done here and now."""

    words: str
    name: str
    """What the keymap file calls it; empty for what has no key to move."""

    keys: str
    place: str
    action: str
    node: DOMNode | None
    """Where its action is carried out; None for the program as a whole."""

    def matches(self, typed: str) -> bool:
        """Whether each word typed is found in it; a single character may be its key."""
        if typed in self.keys.split():
            return True
        text = f"{self.words} {self.place} {self.keys} {self.name}".casefold()
        return all(word in text for word in typed.casefold().split())


class CommandList(LineList):
    """Commands under the places where they work."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {KEY, PLACE}
    """
    | Class | Styles |
    | :- | :- |
    | `command-list--key` | The keys of a command. |
    | `command-list--place` | Where it works. |
    """

    def __init__(self) -> None:
        super().__init__()
        self.can_focus = False
        self._commands: tuple[Command, ...] = ()

    def show(self, commands: Iterable[Command]) -> None:
        """Show these commands, the cursor on the first."""
        self._commands = tuple(commands)
        self.lines = len(self._commands)
        self.cursor = 0
        self.scroll_home(animate=False)
        self.refresh()

    @property
    def current(self) -> Command | None:
        """The command under the cursor, or None if there is none."""
        return self._commands[self.cursor] if self._commands else None

    def pieces(self, line: int, width: int) -> Iterator[Piece]:
        """Draw one command."""
        command = self._commands[line]
        before = self._commands[line - 1].place if line else None
        yield " ", None
        yield fit(command.place if command.place != before else "", _PLACE), PLACE
        yield f"{fit(command.keys, _KEYS - 1)} ", KEY
        left = width - 1 - _PLACE - _KEYS
        names = _NAMES if left >= _NAMES + _WORDS else 0
        yield f"{fit(command.words, max(left - names - 2, 8))} ", None
        if names:
            yield fit(command.name, names), PLACE


class HelpScreen(Dialog[Command | None]):
    """Lists what the live bindings do, narrows it down by what is typed, and does it."""

    CSS_PATH = sheets("dialogs")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Close", id="help.close"),
        Binding("down,ctrl+n", "move(1)", "Down", show=False, id="help.down"),
        Binding("up,ctrl+p", "move(-1)", "Up", show=False, id="help.up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="help.page"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="help.page-back"),
    ]

    commands = query_one(CommandList)

    def __init__(
        self,
        bindings: Mapping[str, ActiveBinding],
        *,
        title: str,
        more: Iterable[tuple[str, str]] = (),
    ) -> None:
        """List what can be done.

        Args:
            bindings: The bindings that were live when help was asked for.
            title: What stands over the list.
            more: What can be done without a key: words and action.
        """
        super().__init__()
        self._live = bindings
        self._title = title
        self._more = tuple(more)
        self._all: tuple[Command, ...] = ()

    def compose(self) -> ComposeResult:
        """Compose the list under the line that narrows it down."""
        with Vertical(id="help"):
            yield Static(Content(self._title), id="help-title")
            yield Input(placeholder="type to find a command or a key", compact=True)
            yield CommandList()
            yield Static(Content(NOTHING), id="help-nothing")
            yield Static(
                Content("Enter does it   Up Down choose   Esc closes"), id="help-foot"
            )

    def on_mount(self) -> None:
        """List everything."""
        self._all = (*self._commands_of_bindings(), *self._commands_without_key())
        self.commands.show(self._all)

    def _commands_of_bindings(self) -> Iterator[Command]:
        """A command a binding, its keys together, the innermost place first."""
        keys: dict[tuple[str, str], list[str]] = {}
        found: dict[tuple[str, str], ActiveBinding] = {}
        for active in as_declared(self._live.values()):
            binding = active.binding
            if binding.id is None or not binding.description or not active.enabled:
                continue
            key = (binding.id, binding.action)
            found.setdefault(key, active)
            keys.setdefault(key, []).append(self.app.get_key_display(binding))
        by_place: dict[str, list[Command]] = {}
        for (name, action), active in found.items():
            place = PLACES.get(name.partition(".")[0], "")
            command = Command(
                words=active.binding.description,
                name=name,
                keys=" ".join(keys[name, action]),
                place=place,
                action=action,
                node=active.node,
            )
            by_place.setdefault(place, []).append(command)
        for commands in by_place.values():
            yield from commands

    def _commands_without_key(self) -> Iterator[Command]:
        for words, action in self._more:
            yield Command(words, "", "", "More", action, None)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list down."""
        typed = plain(event.value).strip()
        found = [one for one in self._all if one.matches(typed)]
        self.commands.show(found)
        self.commands.display = bool(found)
        self.query_one("#help-nothing").display = not found

    def on_input_submitted(self) -> None:
        """Do what is under the cursor."""
        self.dismiss(self.commands.current)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Do what was clicked."""
        event.stop()
        self.dismiss(self.commands.current)

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.commands.action_move(step)

    def action_page(self, pages: int) -> None:
        """Move by what is in view."""
        self.commands.action_page(pages)

    def action_cancel(self) -> None:
        """Close it, and do nothing."""
        self.dismiss(None)
