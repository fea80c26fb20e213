"""A line at the bottom of the screen that asks for some words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from reader.ui.styles import sheets


class Prompt(ModalScreen[str | None]):
    """Asks for a line of text; gives it back, or None if the reader thought better."""

    CSS_PATH = sheets("dialogs")

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel", id="prompt.cancel"),
    ]

    def __init__(
        self,
        question: str,
        *,
        text: str = "",
        example: str = "",
        changed: Callable[[str], object] | None = None,
    ) -> None:
        """Ask a question.

        Args:
            question: What is asked, a few words.
            text: What stands in the line to begin with.
            example: What is shown while it is empty.
            changed: Told of each change, while the reader types.
        """
        super().__init__()
        self._question = question
        self._text = text
        self._example = example
        self._changed = changed

    def compose(self) -> ComposeResult:
        """Compose the line."""
        with Horizontal(id="prompt"):
            yield Static(Content(self._question), id="prompt-question")
            yield Input(
                self._text,
                placeholder=self._example,
                compact=True,
                select_on_focus=False,
                id="prompt-input",
            )

    async def ask(self, app: App[Any], answered: Callable[[str | None], None]) -> None:
        """Ask, and take the very next key: who knows the way types ahead.

        To be awaited where a key is answered, so that no other key is until
        the line stands.

        Args:
            app: The program.
            answered: Given what was typed, or None.
        """
        await app.push_screen(self, answered)
        self.set_focus(self.query_one(Input))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell who asked, as the reader types."""
        if self._changed is not None:
            self._changed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give back what was typed."""
        self.dismiss(event.value)

    def action_cancel(self) -> None:
        """Give back nothing."""
        self.dismiss(None)
