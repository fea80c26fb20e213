"""The comments under an article, each under the one it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.events import Resize

from reader.domain.comment import Comment
from reader.domain.dates import Dates, Published
from reader.domain.thread import Thread
from reader.text.typeset.wrapping import wrap
from reader.ui.cells import cut, plain, when
from reader.ui.widgets.line_list import LineList, Piece

AUTHOR = "thread-list--author"
NEW = "thread-list--new"
OWN = "thread-list--own"
HELD = "thread-list--held"
QUOTED = "thread-list--quoted"
FAINT = "thread-list--faint"
MARK = "thread-list--mark"

MEASURE = 72
"""Cells of the widest line of text."""

MOST_STEPS = 12
"""Answers to answers are not moved further to the right than this often."""

NARROWEST = 24
"""Cells that are left to the text however deep it stands."""

_GUIDE = "│ "
_QUOTE = "> "


class _Row(NamedTuple):
    """A line of the list."""

    place: int
    """Which of the comments it belongs to."""

    text: str = ""
    quoted: bool = False


class ThreadList(LineList):
    """Comments in reading order, under a cursor that goes from one to the next.

    Each is a line that says who and when, and its text below. A comment that
    is folded is its first line, with all that answers it hidden.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,left", "fold", "Fold", id="thread.fold"),
        Binding("enter,l,right", "unfold", "Unfold", show=False, id="thread.unfold"),
        Binding("n", "new(1)", "Next new", id="thread.next-new"),
        Binding("N", "new(-1)", "New before", show=False, id="thread.previous-new"),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        AUTHOR,
        NEW,
        OWN,
        HELD,
        QUOTED,
        FAINT,
        MARK,
    }
    """
    | Class | Styles |
    | :- | :- |
    | `thread-list--author` | Who wrote a comment. |
    | `thread-list--new` | That it came since the reader last looked. |
    | `thread-list--own` | That it is the reader's own. |
    | `thread-list--held` | That it waits for approval. |
    | `thread-list--quoted` | What it quotes. |
    | `thread-list--faint` | Its age, and the lines that lead to what it answers. |
    | `thread-list--mark` | The mark at the comment one is at. |
    """

    def __init__(
        self, now: Callable[[], datetime], dates: Dates = Dates.RELATIVE
    ) -> None:
        super().__init__()
        self._now = now
        self._dates = dates
        self._thread: Thread | None = None
        self._folded: set[str] = set()
        self._rows: list[_Row] = []
        self._heads: dict[int, int] = {}
        self._texts: dict[int, list[_Row]] = {}
        self._width = 0

    def show(self, thread: Thread) -> None:
        """Show a thread, the cursor staying on the comment it is on."""
        current = self.current
        self._thread = thread
        self._texts.clear()
        self._lay_out(current)

    @property
    def current(self) -> Comment | None:
        """The comment under the cursor, or None if there is none."""
        if self._thread is None or not self._rows:
            return None
        return self._thread.comments[self._rows[self.cursor].place]

    def go_to(self, comment_id: str) -> None:
        """Move the cursor to a comment, if it is shown."""
        for place, head in self._heads.items():
            if self._comments[place].id == comment_id:
                self.cursor = head

    @property
    def _comments(self) -> tuple[Comment, ...]:
        return () if self._thread is None else self._thread.comments

    # Laying out

    def _lay_out(self, current: Comment | None) -> None:
        """Work out what stands on which line, the cursor on the comment it was on."""
        width = self.scrollable_content_region.width or self.size.width
        if width != self._width:
            self._width = width
            self._texts.clear()
        self._rows = list(self._laid_out())
        self._heads = {}
        for line, row in enumerate(self._rows):
            self._heads.setdefault(row.place, line)
        with self.prevent(LineList.Reached):
            self.lines = len(self._rows)
            if current is not None:
                self.go_to(current.id)
        self.refresh()

    def _laid_out(self) -> Iterator[_Row]:
        if self._thread is None:
            return
        # Below this depth nothing is shown: the thread is folded.
        hidden: int | None = None
        for place, one in enumerate(self._comments):
            depth = self._thread.depths[place]
            if hidden is not None and depth > hidden:
                continue
            hidden = depth if one.id in self._folded else None
            yield _Row(place)
            if hidden is None:
                if place not in self._texts:
                    self._texts[place] = list(self._text_of(place, one, depth))
                yield from self._texts[place]
            yield _Row(place)

    def _text_of(self, place: int, one: Comment, depth: int) -> Iterator[_Row]:
        room = self._width - self._margin(depth) - 3
        width = min(MEASURE, max(room, 2))
        for line in one.text.split("\n"):
            text = plain(line)
            quotes = 0
            while text.startswith(_QUOTE):
                text = text.removeprefix(_QUOTE)
                quotes += 1
            bars = "▎ " * min(quotes, max(width // 4, 1))
            for start, end, _ in wrap(text, max(width - len(bars), 2), cell_len):
                yield _Row(place, bars + text[start:end], quotes > 0)

    def _margin(self, depth: int) -> int:
        """Cells between the mark at the cursor and a comment."""
        most = max((self._width - NARROWEST) // len(_GUIDE), 0)
        return len(_GUIDE) * min(depth, most, MOST_STEPS)

    # Drawing

    def pieces(self, line: int, width: int) -> Iterator[Piece]:
        """Draw one line of a comment."""
        if self._thread is None:
            return
        row = self._rows[line]
        one, depth = self._comments[row.place], self._thread.depths[row.place]
        head = self._heads[row.place] == line
        last = line + 1 == len(self._rows)
        following = row.place if last else self._rows[line + 1].place
        between = last or following != row.place
        here = row.place == self._rows[self.cursor].place and not between
        if between:
            depth = 0 if last else min(depth, self._thread.depths[following])
        yield self.mark(here=here), MARK
        yield _GUIDE * (self._margin(depth) // len(_GUIDE)), FAINT
        if head:
            yield from self._head(one, width - 1 - self._margin(depth))
        else:
            yield "  " + row.text, QUOTED if row.quoted else None

    def _head(self, one: Comment, width: int) -> Iterator[Piece]:
        """Who wrote a comment and when, and what there is to know of it."""
        thread = self._thread
        if thread is None:
            return
        folded = one.id in self._folded
        sign = "▸ " if folded else "● " if one.id in thread.new else "  "
        yield sign, NEW if one.id in thread.new else FAINT
        facts: list[Piece] = []
        if one.published is not None:
            published = Published(one.published.isoformat())
            told = when(published, self._now(), self._dates)
            facts.append((f" · {told}", FAINT))
        if one.id in thread.new:
            facts.append((" · new", NEW))
        if one.id in thread.own:
            facts.append((" · yours", OWN))
        if one.held:
            facts.append((" · ◷ waits for approval", HELD))
        taken = sum(cell_len(text) for text, _ in facts)
        author = cut(one.author or "Anonymous", max(width - 2 - taken, 8))
        yield author, OWN if one.id in thread.own else AUTHOR
        yield from facts
        if folded:
            left = width - 2 - taken - cell_len(author)
            yield cut(f" · {self._what_is_folded(one)}", max(left, 0)), FAINT

    def _what_is_folded(self, one: Comment) -> str:
        answers = self._answers_to(self._comments.index(one))
        words = " ".join(one.text.split())[:200]
        if not answers:
            return words
        many = "1 answer" if answers == 1 else f"{answers} answers"
        return f"{many} · {words}"

    def _answers_to(self, place: int) -> int:
        """How many comments stand under one, at any depth."""
        if self._thread is None:
            return 0
        depths = self._thread.depths
        end = place + 1
        while end < len(depths) and depths[end] > depths[place]:
            end += 1
        return end - place - 1

    # Moving

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on the first line of a comment."""
        cursor = super().validate_cursor(cursor)
        if cursor >= len(self._rows):
            return 0
        return self._heads.get(self._rows[cursor].place, 0)

    def watch_cursor(self, old: int, new: int) -> None:
        """Mark the whole of the comment one is at."""
        super().watch_cursor(old, new)
        self.refresh()

    def on_focus(self) -> None:
        """Show that the comment one is at answers to keys."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that it no longer does."""
        self.refresh()

    def show_line(self, line: int) -> None:
        """Scroll as little as brings a comment into view, its beginning first."""
        height = self.scrollable_content_region.height
        if height < 1:
            return
        top = self.scroll_offset.y
        last = self._last_line(line)
        if line < top or last - line >= height:
            self.scroll_to(y=line, animate=False)
        elif last >= top + height:
            self.scroll_to(y=last - height + 1, animate=False)

    def action_move(self, step: int) -> None:
        """Go to the next comment or the one before; through a long one by the page."""
        if not self._rows:
            return
        height = max(self.scrollable_content_region.height, 1)
        top = self.scroll_offset.y
        last = self._last_line(self.cursor)
        if step > 0 and last >= top + height:
            self.scroll_to(y=min(top + height - 1, last - height + 1), animate=False)
        elif step < 0 and self.cursor < top:
            self.scroll_to(y=max(top - height + 1, self.cursor), animate=False)
        elif step > 0:
            self.cursor = min(self._end(self.cursor), len(self._rows) - 1)
        else:
            self.cursor -= 1

    def action_page(self, pages: float) -> None:
        """Move by a share of what is in view, the cursor coming along."""
        if not self._rows:
            return
        height = max(self.scrollable_content_region.height, 1)
        step = round(height * pages) or (1 if pages > 0 else -1)
        most = max(len(self._rows) - height, 0)
        top = min(max(self.scroll_offset.y + step, 0), most)
        if self.scroll_offset.y in (0, most) and top == self.scroll_offset.y:
            self.action_end(1 if pages > 0 else -1)
            return
        line = top
        if self._heads[self._rows[top].place] < top:
            following = self._end(self._heads[self._rows[top].place])
            line = following if following < top + height else top
        with self.prevent(LineList.Reached):
            self.cursor = line
        self.scroll_to(y=top, animate=False)
        self.post_message(self.Reached(self, self.cursor))

    def action_new(self, step: int) -> None:
        """Go to the next new comment, or the one before; folded ones open."""
        if self._thread is None or not self._rows:
            return
        at = self._rows[self.cursor].place
        places = range(at + step, len(self._comments) if step > 0 else -1, step)
        for place in places:
            if self._comments[place].id in self._thread.new:
                if place not in self._heads:
                    self._folded.clear()
                    self._lay_out(self.current)
                self.cursor = self._heads[place]
                return
        self.notify(
            "Nothing new further on." if step > 0 else "Nothing new before.",
            markup=False,
        )

    # Folding

    def action_fold(self) -> None:
        """Fold the comment one is at, with its answers; what is folded already, go up."""
        current = self.current
        if current is None:
            return
        if current.id not in self._folded:
            self._folded.add(current.id)
            self._lay_out(current)
        elif current.parent is not None:
            self.go_to(current.parent)

    def action_unfold(self) -> None:
        """Unfold the comment one is at."""
        current = self.current
        if current is not None and current.id in self._folded:
            self._folded.remove(current.id)
            self._lay_out(current)
            self.show_line(self.cursor)

    def on_resize(self, event: Resize) -> None:
        """Break the lines anew where the width has changed."""
        if self.scrollable_content_region.width != self._width:
            self._lay_out(self.current)
        super().on_resize(event)

    def _end(self, head: int) -> int:
        """The line behind a comment."""
        place = self._rows[head].place
        line = head
        while line < len(self._rows) and self._rows[line].place == place:
            line += 1
        return line

    def _last_line(self, head: int) -> int:
        """The last line of a comment that something stands on."""
        if head >= len(self._rows):
            return head
        return max(self._end(head) - 2, head)
