"""Who says a quotation, as the reader knows better."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Input, Static

from reader.text.sanitize import clean_line
from reader.ui.cells import cut, fit
from reader.ui.styles import sheets
from reader.ui.widgets.dialog import Dialog
from reader.ui.widgets.line_list import LineList, Piece

NO_QUOTATION = "-"
"""What one writes to say that it is none."""

LONGEST_NAME = 200


class Said(NamedTuple):
    """What the reader says of a quotation."""

    speaker: str | None = None
    """Who speaks, or None if nobody is named."""

    dismissed: bool = False
    """Whether it is no quotation at all."""


NOBODY = Said()
NONE = Said(dismissed=True)


class _Answers(LineList, can_focus=False):
    """What can be answered. The field above has the focus and moves the cursor."""

    def __init__(self) -> None:
        super().__init__()
        self._answers: list[Said] = []

    def show(self, answers: list[Said], at: int) -> None:
        """Offer other answers, with the cursor on one of them."""
        self._answers = answers
        self.lines = len(answers)
        self.cursor = at
        self.refresh()

    @property
    def current(self) -> Said:
        """The answer under the cursor."""
        return self._answers[self.cursor]

    def pieces(self, line: int, width: int) -> Iterator[Piece]:
        """Draw one answer."""
        yield " " + fit(_in_words(self._answers[line]), width - 1), None


class SpeakerScreen(Dialog[Said | None]):
    """Asks who speaks; gives back what is said, or None if the reader thought better.

    The field takes any name. Below it stand the article's speakers, as far as
    what is typed stands in their names.
    """

    CSS_PATH = sheets("dialogs")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Down", show=False, id="speaker.down"),
        Binding("up", "move(-1)", "Up", show=False, id="speaker.up"),
        Binding("escape", "cancel", "Cancel", id="speaker.cancel"),
    ]

    answers = query_one(_Answers)

    def __init__(
        self, words: str, speakers: Sequence[str], speaker: str | None
    ) -> None:
        """Ask.

        Args:
            words: What is quoted.
            speakers: Everybody who is quoted in the article.
            speaker: Who is said to speak so far.
        """
        super().__init__()
        self._words = words
        self._speakers = list(dict.fromkeys(speakers))
        self._speaker = speaker

    def compose(self) -> ComposeResult:
        """Compose the words, the field and the answers."""
        with Vertical(id="speaker"):
            yield Static(Content("Who says this?"), id="speaker-title")
            yield Static(
                Content(f"“{cut(clean_line(self._words), 200)}”"), id="speaker-words"
            )
            yield Input(
                placeholder="A name; - if it is no quotation",
                compact=True,
                id="speaker-name",
            )
            yield _Answers()
            yield Static(
                Content("Enter keeps it   Up Down choose   Esc leaves it as it is"),
                id="speaker-foot",
            )

    def on_mount(self) -> None:
        """Offer the article's speakers, the present one first under the cursor."""
        self._offer("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Offer what fits what is typed."""
        event.stop()
        self._offer(clean_line(event.value).strip()[:LONGEST_NAME])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give back the answer under the cursor."""
        event.stop()
        self.dismiss(self.answers.current)

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        """Give back the answer that was clicked."""
        event.stop()
        self.dismiss(self.answers.current)

    def action_move(self, step: int) -> None:
        """Move to another answer."""
        self.answers.cursor += step

    def action_cancel(self) -> None:
        """Give back nothing."""
        self.dismiss(None)

    def _offer(self, typed: str) -> None:
        """List the answers there are to what is typed."""
        if typed == NO_QUOTATION:
            self.answers.show([NONE], 0)
            return
        key = typed.casefold()
        fitting = [name for name in self._speakers if key in name.casefold()]
        if typed:
            exact = [name for name in fitting if name.casefold() == key]
            first = exact[0] if exact else typed
            others = [name for name in fitting if name != first]
            self.answers.show([Said(name) for name in (first, *others)], 0)
            return
        answers = [*(Said(name) for name in fitting), NOBODY, NONE]
        self.answers.show(answers, answers.index(Said(self._speaker)))


def _in_words(said: Said) -> str:
    if said.dismissed:
        return "It is no quotation"
    return said.speaker or "Nobody is named"
