"""Who said what: an article's speakers with their words, and one's own highlights."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, Static

from reader.domain.annotation import Passage
from reader.domain.article import Article
from reader.domain.quotation import Quotation
from reader.text.citing import words_of
from reader.text.speakers import by_speaker
from reader.text.typeset.margin import SURE
from reader.ui.cells import cut, fit, fit_right
from reader.ui.page import NOTE
from reader.ui.widgets.line_list import LineList, Piece

SPEAKER = "quotation-lines--speaker"
COUNT = "quotation-lines--count"
NOBODY = "Nobody named"
HIGHLIGHTS = "Your highlights"

Place = Quotation | Passage
"""What a line leads to."""


class _Line(NamedTuple):
    """A speaker's name, something they said, or something highlighted."""

    place: Place
    """What is said; under a speaker's name, the first thing they say."""

    text: str
    times: int = 0
    """How often a speaker is quoted; 0 on the line of a quotation."""


class QuotationLines(LineList, can_focus=False):
    """The lines of the list. The field above has the focus and moves the cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {SPEAKER, COUNT}

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[_Line] = []

    def show(self, shown: list[_Line], at: Quotation | None = None) -> None:
        """Show other lines, the cursor on a quotation if it is among them."""
        self._shown = shown
        self.lines = len(shown)
        self.cursor = next(
            (
                number
                for number, line in enumerate(shown)
                if line.place == at and not line.times
            ),
            0,
        )
        self.refresh()

    def at(self, line: int) -> Place | None:
        """What a line leads to."""
        return self._shown[line].place if 0 <= line < len(self._shown) else None

    def pieces(self, line: int, width: int) -> Iterable[Piece]:
        """A name with a count, or the beginning of what was said."""
        shown = self._shown[line]
        if shown.times:
            number = str(shown.times)
            yield " " + fit(shown.text, width - len(number) - 3), SPEAKER
            yield fit_right(number, len(number) + 1) + " ", COUNT
        else:
            yield "   " + cut(shown.text, max(width - 4, 0)), None


class QuotationList(Vertical):
    """Lists speakers with their quotations, then highlights, and finds among them.

    What is typed narrows the list to the speakers and the words it stands in. It is given an
    article, and says by messages which quotation the reader looks at, and which
    one they want to go to.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "Down", show=False, id="quotations.down"),
        Binding("up", "move(-1)", "Up", show=False, id="quotations.up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="quotations.page"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="quotations.page-back"),
        Binding("escape", "leave", "Back", id="quotations.leave"),
    ]

    article: reactive[Article | None] = reactive(None, init=False)
    """The article whose quotations are listed."""

    passages: reactive[tuple[Passage, ...]] = reactive((), init=False)
    """What the reader highlighted in it."""

    current: reactive[Quotation | None] = reactive(None, init=False)
    """The quotation the list begins at."""

    @dataclass
    class Chosen(Message):
        """The reader wants to go to a quotation, or a highlight."""

        list: QuotationList
        place: Place

        @property
        def control(self) -> QuotationList:
            """The list it happened in."""
            return self.list

    @dataclass
    class Reached(Message):
        """The reader looks at a quotation, or a highlight."""

        list: QuotationList
        place: Place

        @property
        def control(self) -> QuotationList:
            """The list it happened in."""
            return self.list

    @dataclass
    class Left(Message):
        """The reader wants out of the list."""

        list: QuotationList

        @property
        def control(self) -> QuotationList:
            """The list it happened in."""
            return self.list

    field = query_one("#quotation-filter", Input)
    lines = query_one(QuotationLines)
    summary = query_one("#quotation-summary", Static)

    def compose(self) -> ComposeResult:
        """Compose the field and the list."""
        yield Input(
            placeholder="A name, or words that were said",
            compact=True,
            id="quotation-filter",
        )
        yield Static("", id="quotation-summary")
        yield QuotationLines()

    def on_mount(self) -> None:
        """Show what there is."""
        self._narrow("")

    def watch_article(self) -> None:
        """List another article's quotations."""
        if self.is_mounted:
            self._narrow(self.field.value)

    def watch_passages(self) -> None:
        """List other highlights."""
        if self.is_mounted:
            self._narrow(self.field.value)

    def watch_current(self) -> None:
        """Begin at another quotation."""
        if self.is_mounted:
            self._narrow(self.field.value)

    def focus_field(self) -> None:
        """Give the field the focus."""
        self.field.focus()

    @on(Input.Changed, "#quotation-filter")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._narrow(event.value)

    @on(Input.Submitted, "#quotation-filter")
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._choose(self.lines.cursor)

    @on(LineList.Chosen)
    def _line_chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self._choose(event.line)

    @on(LineList.Reached)
    def _line_reached(self, event: LineList.Reached) -> None:
        event.stop()
        place = self.lines.at(event.line)
        if place is not None:
            self.post_message(self.Reached(self, place))

    def _choose(self, line: int) -> None:
        place = self.lines.at(line)
        if place is not None:
            self.post_message(self.Chosen(self, place))

    def action_move(self, step: int) -> None:
        """Move the cursor."""
        self.lines.cursor += step

    def action_page(self, step: int) -> None:
        """Move the cursor by a page."""
        self.lines.cursor += step * max(self.lines.size.height - 1, 1)

    def action_leave(self) -> None:
        """Forget what is typed, or leave."""
        if self.field.value:
            self.field.value = ""
        else:
            self.post_message(self.Left(self))

    def _narrow(self, words: str) -> None:
        """List the quotations that the words stand in, or whose speaker they name."""
        article = self.article
        wanted = words.casefold().split()
        shown: list[_Line] = []
        speakers = quoted = 0
        for speaker in by_speaker(article.quotations) if article else ():
            name = speaker.name or NOBODY
            said = []
            for quotation in speaker.quotations:
                text = words_of(quotation, article) if article else ""
                if _holds(f"{name} {text}", wanted):
                    said.append(_Line(quotation, _in_a_line(quotation, text)))
            if said:
                shown.append(_Line(said[0].place, name, len(said)))
                shown.extend(said)
                speakers += speaker.name is not None
                quoted += len(said)
        marked = [line for line in self._highlighted() if _holds(line.text, wanted)]
        if marked:
            shown.append(_Line(marked[0].place, HIGHLIGHTS, len(marked)))
            shown.extend(marked)
        self.lines.show(shown, self.current)
        self.summary.update(_summary(quoted, speakers, len(marked)))

    def _highlighted(self) -> Iterable[_Line]:
        """What the reader marked, each with its note before it."""
        article = self.article
        if article is None:
            return
        for passage in self.passages:
            words = article.text[passage.start : passage.end]
            note = passage.highlight.note
            yield _Line(passage, f"{note}: {_short(words)}" if note else _short(words))


def _in_a_line(quotation: Quotation, text: str) -> str:
    """What was said, on one line.

    A question mark stands before it where we are not sure who said it, a pen
    where the reader has told us.
    """
    if quotation.corrected:
        return f"{NOTE} {_short(text)}"
    unsure = quotation.speaker is not None and quotation.confidence < SURE
    return f"? {_short(text)}" if unsure else _short(text)


def _short(text: str) -> str:
    return f"“{text[:400]}”"


def _holds(text: str, wanted: Iterable[str]) -> bool:
    where = text.casefold()
    return all(word in where for word in wanted)


def _summary(quotations: int, speakers: int, highlights: int) -> str:
    parts = []
    if quotations:
        parts.append(f"{quotations} quotation{'s' * (quotations != 1)}")
    if speakers:
        parts.append(f"{speakers} speaker{'s' * (speakers != 1)}")
    if highlights:
        parts.append(f"{highlights} highlight{'s' * (highlights != 1)}")
    return " · ".join(parts) or "No quotations"
