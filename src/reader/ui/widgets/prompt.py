"""A line at the bottom of the screen that asks for some words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from rich.highlighter import Highlighter
from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from reader.domain.selection import Trouble
from reader.ui.styles import sheets
from reader.ui.widgets.dialog import Dialog


class TroubleHighlighter(Highlighter):
    """Marks in a line what is not understood of it."""

    def __init__(self, troubles: Callable[[str], Sequence[Trouble]]) -> None:
        self._troubles = troubles

    def highlight(self, text: Text) -> None:
        """Mark the troubles."""
        for one in self._troubles(text.plain):
            text.stylize("underline bold", one.start, one.end)


class Prompt(Dialog[str | None]):
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
        hint: str = "",
        changed: Callable[[str], object] | None = None,
        troubles: Callable[[str], Sequence[Trouble]] | None = None,
    ) -> None:
        """Ask a question.

        Args:
            question: What is asked, a few words.
            text: What stands in the line to begin with.
            example: What might stand there, shown as an example while nothing does.
            hint: What is said instead while nothing stands there.
            changed: Told of each change, while the reader types.
            troubles: Says what is not understood of what was typed; it is marked in
                the line, and said above it.
        """
        super().__init__()
        self._question = question
        self._text = text
        self._hint = f"e.g. {example}" if example else hint
        self._changed = changed
        self._troubles = troubles

    def compose(self) -> ComposeResult:
        """Compose the line, and what is the matter with it above."""
        yield Static("", id="prompt-trouble")
        with Horizontal(id="prompt"):
            yield Static(Content(self._question), id="prompt-question")
            yield Input(
                self._text,
                placeholder=self._hint,
                compact=True,
                select_on_focus=False,
                highlighter=None
                if self._troubles is None
                else TroubleHighlighter(self._troubles),
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
        if self._troubles is not None:
            self._say(event.value, self._troubles(event.value))

    def _say(self, typed: str, troubles: Sequence[Trouble]) -> None:
        """Say what is not understood; the rest, if there is any, is searched for."""
        trouble = self.query_one("#prompt-trouble", Static)
        words = ". ".join(one.sentence for one in troubles)
        if words:
            words += ". The rest is searched for." if _rest(typed, troubles) else "."
        trouble.update(Content(words))
        trouble.display = bool(words)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give back what was typed."""
        self.dismiss(event.value)

    def action_cancel(self) -> None:
        """Give back nothing."""
        self.dismiss(None)


def _rest(typed: str, troubles: Sequence[Trouble]) -> bool:
    """Whether anything was typed beside what is not understood."""
    return any(
        not character.isspace()
        and not any(one.start <= at < one.end for one in troubles)
        for at, character in enumerate(typed)
    )
