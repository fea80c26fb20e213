"""The list of drafts and comments handed over, and the story of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import ClassVar

from textual.content import Content

from reader.domain.comment import Draft
from reader.domain.delivery import Delivery, Seen, State
from reader.text.sanitize import clean
from reader.ui.cells import fit, plain
from reader.ui.widgets.line_list import LineList, Piece

DRAFT = "outbox-list--draft"
WAITS = "outbox-list--waits"
DONE = "outbox-list--done"
WRONG = "outbox-list--wrong"
FAINT = "outbox-list--faint"
MARK = "outbox-list--mark"

SIGNS = {
    State.QUEUED: ("→ queued", WAITS),
    State.SENDING: ("⇢ sending", WAITS),
    State.ACCEPTED: ("✓ accepted", DONE),
    State.HELD: ("◷ held", DONE),
    State.REFUSED: ("✗ refused", WRONG),
    State.UNSURE: ("? unsure", WRONG),
}
"""How a state is shown, by sign and word."""

MEANINGS = {
    State.QUEUED: "It waits to be sent. y sends it now, e takes it back to write on.",
    State.SENDING: "It is being sent.",
    State.ACCEPTED: "The site took it.",
    State.HELD: "The site has it, and holds it until somebody there approves it.",
    State.REFUSED: "The site refused it. e changes it, y sends it as it is.",
    State.UNSURE: "It was sent, and the answer was lost: it may stand there already. "
    "o shows the page; y looks for it once more, and sends it if it is not there.",
}
"""What a state means, and what can be done."""

AT_ONCE = timedelta(minutes=1)
"""What comes of a comment within this has come of it when it was handed over."""

SIGHTINGS = {
    Seen.PUBLIC: "It was seen there, in public.",
    Seen.HELD: "It was seen there, waiting for approval.",
    Seen.GONE: "It stood there once, and does no more.",
}


class OutboxList(LineList):
    """Drafts first, then what was handed over, the last first."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {DRAFT, WAITS, DONE, WRONG, FAINT, MARK}
    """
    | Class | Styles |
    | :- | :- |
    | `outbox-list--draft` | A draft's state. |
    | `outbox-list--waits` | The state of what is on its way. |
    | `outbox-list--done` | The state of what the site has. |
    | `outbox-list--wrong` | The state of what needs somebody. |
    | `outbox-list--faint` | Time, and the comment's first words. |
    | `outbox-list--mark` | The mark at the cursor. |
    """

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._items: tuple[Draft | Delivery, ...] = ()

    def show(self, items: Sequence[Draft | Delivery]) -> None:
        """Show these, the cursor staying on the one it is on."""
        current = self.current
        self._items = tuple(items)
        with self.prevent(LineList.Reached):
            self.lines = len(self._items)
            if current is not None:
                for line, item in enumerate(self._items):
                    if type(item) is type(current) and item.id == current.id:
                        self.cursor = line
        self.refresh()

    @property
    def current(self) -> Draft | Delivery | None:
        """The comment under the cursor, or None if there is none."""
        return self._items[self.cursor] if self._items else None

    def pieces(self, line: int, width: int) -> Iterator[Piece]:
        """Draw one comment."""
        item = self._items[line]
        yield f"{self.mark(here=line == self.cursor)} ", MARK
        if isinstance(item, Draft):
            draft, sign, style = item, "✎ draft", DRAFT
        else:
            draft = item.draft
            sign, style = SIGNS[item.state]
        yield fit(sign, 12), style
        yield fit(moment(item.changed, self._now()), 14), FAINT
        room = width - 28
        about = min(max(room // 2, 16), 48)
        yield fit(draft.article or draft.url, min(about, room)), None
        yield "  ", None
        yield fit(" ".join(draft.text.split()), max(room - about - 2, 0)), FAINT


def moment(when: datetime, now: datetime) -> str:
    """A moment in the local time: the hour today, the day otherwise."""
    here, today = when.astimezone(), now.astimezone()
    if here.date() == today.date():
        return f"{here:%H:%M}"
    if here.year == today.year:
        return f"{here:%-d %b %H:%M}"
    return f"{here:%-d %b %Y}"


def story_of(item: Draft | Delivery, *, discarded: bool = False) -> Content:
    """Everything there is to tell about a comment, the site's own words first."""
    if discarded:
        draft = item if isinstance(item, Draft) else item.draft
        state = "It is in the bin. R takes it out."
        words, lines = "", list[str]()
    elif isinstance(item, Draft):
        draft, state = item, "A draft. e goes on writing, y reviews and sends it."
        words, lines = "", []
    else:
        draft, state, words = item.draft, MEANINGS[item.state], item.words
        lines = list(_facts(item))
    parts: list[Content | str | tuple[str, str]] = [
        (plain(draft.article or draft.url), "bold"),
        "\n",
        plain(draft.url),
        "\n\n",
        state,
    ]
    if words:
        parts += ["\n\n", ("The answer: ", "bold"), clean(words)]
    for line in lines:
        parts += ["\n", line]
    parts += ["\n\n", clean(draft.text) or "Nothing written yet."]
    return Content.assemble(*parts)


def _facts(delivery: Delivery) -> Iterator[str]:
    """What else is known of a delivery, a line each."""
    yield f"Handed over {_on(delivery.queued)}."
    if delivery.changed - delivery.queued > AT_ONCE:
        yield f"It has stood like this since {_on(delivery.changed)}."
    if delivery.seen is not None:
        yield SIGHTINGS[delivery.seen]
    if delivery.permalink:
        yield f"It stands at {plain(delivery.permalink)}"
    if delivery.next is not None and delivery.state is State.QUEUED:
        who = "The site asks to wait" if delivery.asked else "It is tried again"
        ending = "until" if delivery.asked else "at"
        yield f"{who} {ending} {delivery.next.astimezone():%H:%M:%S}."
    if delivery.tries:
        yield "Tried once." if delivery.tries == 1 else f"Tried {delivery.tries} times."


def _on(when: datetime) -> str:
    """A moment in full, in the local time."""
    return f"{when.astimezone():%-d %B %Y, %H:%M}"
