"""One article in a pane: what is shown of it, and the place in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import TextSelected
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from reader.domain.article import Article, Opened
from reader.text.finding import moved
from reader.text.typeset.plan import Plan, plan
from reader.ui.gallery import Gallery
from reader.ui.page import Overlay, Page
from reader.ui.painting import Painter
from reader.ui.selecting import (
    paragraph_at,
    span_of,
    with_selection,
    word_at,
    words_of,
)
from reader.ui.widgets.page_view import PageView


@dataclass
class Said(Message):
    """What all messages of a pane have in common."""

    pane: ShownArticle

    @property
    def control(self) -> ShownArticle:
        """The pane it happened in."""
        return self.pane


class ShownArticle(PageView):
    """Shows an article, tells the place in it, and lets its words be selected.

    What else can be done with an article is added by those who derive from this,
    each with its keys, its messages, and what it lays over the page. They are told
    of what happens by the methods they extend: `article_changed`, `passages_changed`,
    `overlay` and `sight_changed`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "read_on", "Read on", id="article.read-on"),
        Binding("b,pageup", "page(-1)", "Page back", show=False, id="article.page-up"),
        Binding("pagedown", "page(1)", "Page on", show=False, id="article.page-down"),
        Binding("j,down", "rows(1)", "Down", show=False, id="article.down"),
        Binding("k,up", "rows(-1)", "Up", show=False, id="article.up"),
        Binding(
            "ctrl+d", "half_page(1)", "Half page on", show=False, id="article.half-down"
        ),
        Binding(
            "ctrl+u",
            "half_page(-1)",
            "Half page back",
            show=False,
            id="article.half-up",
        ),
        Binding("g,home", "top", "Top", show=False, id="article.top"),
        Binding("G,end", "bottom", "End", show=False, id="article.bottom"),
    ]

    opened: reactive[Opened | None] = reactive(None, init=False)
    """The article shown, or None for an empty pane."""

    @dataclass
    class PlaceChanged(Said):
        """The reader has come to rest at another place."""

        opened: Opened
        """What was being read, even if the pane has moved on since."""

        offset: int
        """Into the article's text: the first character of the first row."""

    class EndReached(Said):
        """The reader asked to read on where there is nothing more."""

    @dataclass
    class CopyAsked(Said):
        """The reader wants something on the clipboard."""

        text: str
        what: str
        """What it is, for saying that it was copied: “Quotation”, “Link”."""

    @dataclass
    class NothingThere(Said):
        """What the reader wants to go to is not there."""

        words: str
        """A sentence that says so."""

    def __init__(self) -> None:
        super().__init__()
        self._plan: Plan | None = None
        self._gallery = Gallery()

    # What a derived class adds

    def article_changed(self, before: Opened | None) -> None:
        """Another article is shown, or another copy of it; the page is made next.

        Args:
            before: The copy that was shown of the same article, or None.
        """

    def passages_changed(self) -> None:
        """The same copy is shown, with other highlights."""

    def overlay(self) -> Overlay:
        """What is laid over the text just now."""
        return Overlay()

    def plan_shown(self, plan: Plan) -> Plan:
        """The article as it is shown just now.

        Args:
            plan: The article as it is.
        """
        return plan

    # What is shown

    @property
    def article(self) -> Article | None:
        """The article shown, or None."""
        return None if self.opened is None else self.opened.article

    def watch_opened(self, old: Opened | None, new: Opened | None) -> None:
        """Start the new article where it was left; a newer copy of the same goes on."""
        self._tell_place(old)
        before = (
            old if old is not None and new is not None and _same(old, new) else None
        )
        if new is None:
            self._place = 0
        elif before is None:
            self._place = new.place
        else:
            if before.article == new.article:
                self.lay_over()
                if before.passages != new.passages:
                    self.passages_changed()
                return
            self._place = moved(self._place, before.article.text, new.article.text)
        self._plan = None if new is None else plan(new.article)
        self.article_changed(before)
        # It knows where the links of the article before lead.
        self._painter = None
        self.lay_out()
        self.refresh_bindings()

    def make_page(self, width: int) -> Page | None:
        """Make the article's page."""
        if self._plan is None:
            return None
        shown = self.plan_shown(self._plan)
        overlay = self.overlay()
        page = Page(
            shown, width, self.measure, overlay, self.manner, gallery=self._gallery
        )
        page.place_pictures()
        return page

    @property
    def links(self) -> tuple[str, ...]:
        """Where the article's links lead, in the order of their numbers."""
        return () if self._plan is None else self._plan.links

    def make_painter(self) -> Painter:
        """Make what paints it."""
        return Painter(self, self.links)

    def lay_over(self) -> None:
        """Show what has changed about the same rows."""
        if self._page is not None:
            self._page.lay_over(self.overlay())
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Paint one row, with what is selected of it."""
        strip = super().render_line(y)
        page, at = self._page, self.scroll_offset.y + y
        selection = self.text_selection
        if page is None or at >= page.layout.height or selection is None:
            return strip
        selected = self.screen.get_component_rich_style("screen--selection")
        return with_selection(strip, selection, at, selected)

    def say_nothing_is_there(self, words: str) -> None:
        """Say that what the reader wants to go to is not there; an empty pane says nothing."""
        if self.article is not None:
            self.post_message(self.NothingThere(self, words))

    # The place

    def action_read_on(self) -> None:
        """Go a page on; at the end, ask for what comes next."""
        if self._page is None:
            return
        if self.is_vertical_scroll_end:
            self.post_message(self.EndReached(self))
        else:
            self.action_page(1)

    def rested(self) -> None:
        """Tell the place."""
        self._tell_place(self.opened)

    def on_unmount(self) -> None:
        """Tell the place for the last time."""
        self._tell_place(self.opened)

    def _tell_place(self, opened: Opened | None) -> None:
        self.stir()
        if opened is not None and opened.place != self._place:
            self.post_message(self.PlaceChanged(self, opened, self._place))

    # Selecting with the mouse

    def select_at(self, at: Offset, clicks: int) -> None:
        """Select a word that was clicked on twice, or its paragraph, clicked on again.

        Args:
            at: The cell's column in the pane, and the number of its row in the page.
            clicks: How many clicks there were.
        """
        if self._page is None:
            return
        selected = (
            word_at(self._page, at) if clicks == 2 else paragraph_at(self._page, at.y)
        )
        if selected is not None:
            self.screen.selections = {self: selected}
            self.screen.post_message(TextSelected())

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words selected with the mouse."""
        return None if self._page is None else (words_of(self._page, selection), "\n")

    def selected_span(self) -> tuple[int, int] | None:
        """What is selected of the article's text with the mouse, without space around it."""
        page, selection = self._page, self.text_selection
        if page is None or selection is None:
            return None
        return span_of(page, selection)

    def selection_updated(self, selection: Selection | None) -> None:
        """Show what is selected."""
        del selection
        self.refresh()


def _same(old: Opened, new: Opened) -> bool:
    """Whether two are copies of one article."""
    return (old.id, old.article.url, old.article.title) == (
        new.id,
        new.article.url,
        new.article.title,
    )
