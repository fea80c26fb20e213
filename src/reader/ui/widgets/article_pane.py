"""The reading pane: one article as a well-set page."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple, Self

from textual import events, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive, var
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer

from reader.domain.annotation import Passage
from reader.domain.article import Article, BlockKind, Neighbour, Opened
from reader.domain.picture import Picture
from reader.domain.preferences import Preferences
from reader.domain.quotation import Quotation
from reader.domain.selection import Term
from reader.text.citing import cite
from reader.text.finding import moved, places_of_terms
from reader.text.searching import Search
from reader.text.typeset.lines import Line, Stretch
from reader.text.typeset.plan import Piece, Plan, Reference, plan
from reader.text.walking import (
    block_at,
    first_touching,
    quotation_after,
    same_in,
    touches,
)
from reader.ui.gallery import MOST as MOST_PICTURES
from reader.ui.gallery import Gallery, shows_pictures
from reader.ui.link_letters import LinkLetters
from reader.ui.manner import manner_of
from reader.ui.page import (
    MARK,
    MARK_CURRENT,
    MARK_HIGHLIGHT,
    SPEAKER,
    SPEAKER_CURRENT,
    Overlay,
    Page,
)
from reader.ui.painting import CLASSES, PREFIX, Painter
from reader.ui.selecting import span_of, with_selection, words_of
from reader.ui.widgets.page_view import PageView

HINT = f"{PREFIX}hint"

_LOOKED_AT = 0.3
"""Seconds for which a picture is in sight before it is asked for."""


class Heading(NamedTuple):
    """A line of the article's outline."""

    level: int
    text: str
    offset: int


class ArticlePane(PageView, can_focus=True):
    """Shows an article, and walks through it.

    The pane knows nothing of where articles come from. It is given one
    through `opened`, and says what the reader did through its messages.
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
        Binding(
            "right_square_bracket",
            "quotation(1)",
            "Next quotation",
            id="article.next-quotation",
        ),
        Binding(
            "left_square_bracket",
            "quotation(-1)",
            "Quotation before",
            id="article.prev-quotation",
        ),
        Binding("T", "toggle_marks", "Marks on or off", show=False, id="article.marks"),
        Binding(
            "Y",
            "copy_quotation",
            "Copy quotation",
            show=False,
            id="article.copy-quotation",
        ),
        Binding("H", "who_said_what", "Who said what", id="article.who-said-what"),
        Binding(
            "equals_sign",
            "correct_speaker",
            "Correct the speaker",
            show=False,
            id="article.correct-speaker",
        ),
        Binding("a", "highlight", "Highlight", show=False, id="article.highlight"),
        Binding(
            "right_curly_bracket",
            "heading(1)",
            "Next heading",
            show=False,
            id="article.next-heading",
        ),
        Binding(
            "left_curly_bracket",
            "heading(-1)",
            "Heading before",
            show=False,
            id="article.prev-heading",
        ),
        Binding("O", "outline", "Outline", show=False, id="article.outline"),
        Binding("f", "hints", "Follow a link", show=False, id="article.follow"),
        Binding("o,enter", "open_link", "Open the link", id="article.open-link"),
        Binding("y", "copy_link", "Copy the link", id="article.copy-numbered-link"),
        Binding(
            "F",
            "footnotes",
            "Footnotes in place",
            show=False,
            id="article.footnotes",
        ),
        Binding("slash", "find", "Find", show=False, id="article.find"),
        Binding("n", "match(1)", "Next match", id="article.next-match"),
        Binding("N", "match(-1)", "Match before", id="article.prev-match"),
        Binding(
            "less_than_sign",
            "neighbour(-1)",
            "Previous article",
            show=False,
            id="article.previous",
        ),
        Binding(
            "greater_than_sign",
            "neighbour(1)",
            "Next article",
            show=False,
            id="article.next",
        ),
        Binding("escape", "let_go", "Let go", show=False, id="article.let-go"),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *CLASSES,
        SPEAKER,
        SPEAKER_CURRENT,
        MARK,
        MARK_CURRENT,
        MARK_HIGHLIGHT,
        HINT,
    }
    """
    | Class | Styles |
    | :- | :- |
    | `article-pane--quotation`, `-current` | Quotations, and the one the reader is at. |
    | `article-pane--mark`, `-mark-current` | The bars beside them. |
    | `article-pane--highlight`, `-mark-highlight` | What the reader marked, and the sign after it. |
    | `article-pane--speaker`, `-speaker-current` | The names in the margin. |
    | `article-pane--link`, `-number` | Links, and their numbers. |
    | `article-pane--match`, `-found` | What a search found, and the match one is at. |
    | `article-pane--hint` | The letters on links. |
    | `article-pane--title`, `-meta`, `-heading`, … | As `reader.text.typeset.lines.Look` names them. |
    """

    opened: reactive[Opened | None] = reactive(None, init=False)
    """The article shown, or None for an empty pane."""

    current: reactive[Quotation | None] = reactive(None, init=False)
    """The quotation the reader is at, or None before the first."""

    passage: reactive[Passage | None] = reactive(None, init=False)
    """The highlight the reader is at: the one gone to, or the first in sight."""

    marks: reactive[bool] = reactive(True, init=False)
    """Whether quotations are marked."""

    terms: reactive[Sequence[Term]] = reactive((), init=False)
    """What the library is searched for, marked wherever the article says it."""

    pictures: var[bool] = var(False)
    """Whether pictures are asked for, and shown."""

    typed: var[str] = var("")
    """The digits of a link's number, as far as they are typed."""

    lettered: var[bool] = var(default=False)
    """Whether letters stand on the links in sight."""

    @dataclass
    class Said(Message):
        """What all messages of a pane have in common."""

        pane: ArticlePane

        @property
        def control(self) -> ArticlePane:
            """The pane it happened in."""
            return self.pane

    @dataclass
    class QuotationReached(Said):
        """The reader moved to another quotation, or away from all of them."""

        quotation: Quotation | None

    @dataclass
    class LinkChosen(Said):
        """The reader wants to go where a link leads."""

        url: str

    @dataclass
    class PictureInSight(Said):
        """A picture is where it would be seen; `show_picture` shows it."""

        url: str

    @dataclass
    class NeighbourChosen(Said):
        """The reader wants the article before or after this one."""

        neighbour: Neighbour

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

    class WhoSaidWhat(Said):
        """The reader wants the article's speakers with their quotations."""

    @dataclass
    class SpeakerAsked(Said):
        """The reader wants to say who speaks."""

        opened: Opened
        quotation: Quotation
        """What was found, or any words the reader has selected."""

    @dataclass
    class HighlightAsked(Said):
        """The reader wants to mark a stretch of the text, or change its note."""

        opened: Opened
        start: int
        end: int

    class OutlineAsked(Said):
        """The reader wants the article's headings."""

    class FindAsked(Said):
        """The reader wants to search in the article; `find` does."""

    @dataclass
    class MatchReached(Said):
        """A search has been made, moved on, or ended."""

        words: str
        """What was searched for; empty once the search is over."""

        number: int
        """The match the reader is at, from 1; 0 if there is none."""

        count: int

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._plan: Plan | None = None
        self._search = Search()
        self._sought: Sequence[tuple[int, int]] = ()
        self._letters = LinkLetters()
        self._held: Passage | None = None
        self._colours: dict[int, tuple[Stretch, ...]] = {}
        self._open_notes: frozenset[Reference] = frozenset()
        self._gallery = Gallery(self._write)
        self._asked: set[str] = set()
        self._looking: Timer | None = None

    @classmethod
    def preferred(cls, preferences: Preferences) -> Self:
        """Make a pane as the reader's settings want it."""
        pane = cls()
        pane.set_reactive(ArticlePane.measure, preferences.measure)
        pane.set_reactive(ArticlePane.marks, preferences.marks)
        pane.set_reactive(ArticlePane.manner, manner_of(preferences))
        pane.set_reactive(ArticlePane.pictures, shows_pictures(preferences, os.environ))
        return pane

    # What is shown

    @property
    def article(self) -> Article | None:
        """The article shown, or None."""
        return None if self.opened is None else self.opened.article

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The article's outline."""
        article = self.article
        if article is None:
            return ()
        return tuple(
            Heading(block.level, block.text, start)
            for block, start in zip(article.blocks, article.starts, strict=True)
            if block.kind is BlockKind.HEADING
        )

    @property
    def links(self) -> tuple[str, ...]:
        """Where the article's links lead, in the order of their numbers."""
        return () if self._plan is None else self._plan.links

    def watch_opened(self, old: Opened | None, new: Opened | None) -> None:
        """Start the new article where it was left; a newer copy of the same goes on."""
        self._tell_place(old)
        if old is not None and new is not None and _same(old, new):
            if old.passages != new.passages:
                self._held = None
            if old.article == new.article:
                self._lay_over()
                self._find_passage()
                return
            self._place = moved(self._place, old.article.text, new.article.text)
            kept = same_in(self.current, old.article, new.article)
        else:
            self._held = None
            self._place = 0 if new is None else new.place
            kept = None
            self._gallery.clear()
            self._asked.clear()
        self._end_search()
        self._end_hints()
        self.set_reactive(ArticlePane.current, kept)
        self._plan = None if new is None else plan(new.article)
        self._colours = {}
        self._open_notes = frozenset()
        self._look_for_terms()
        # It knows where the links of the article before lead.
        self._painter = None
        self.typed = ""
        self.lay_out()
        self.refresh_bindings()

    def watch_current(self) -> None:
        """Show which quotation the reader is at."""
        self._lay_over()

    def watch_marks(self) -> None:
        """Show or hide the marks, and the margin with the names."""
        self.lay_out()

    def make_page(self, width: int) -> Page | None:
        """Make the article's page."""
        if self._plan is None:
            return None
        overlay = self._overlay()
        shown = self._plan.with_notes(self._open_notes)
        page = Page(
            shown, width, self.measure, overlay, self.manner, gallery=self._gallery
        )
        page.place_pictures()
        return page

    def make_painter(self) -> Painter:
        """Make what paints it."""
        return Painter(self, self.links)

    def _overlay(self) -> Overlay:
        passages = () if self.opened is None else self.opened.passages
        search = self._search
        return Overlay(
            marks=self.marks,
            current=self.current,
            matches=search.matches if search else self._sought,
            match=search.at,
            passages=passages,
            colours=self._colours,
        )

    def watch_terms(self) -> None:
        """Mark what the library is searched for."""
        self._look_for_terms()
        self._lay_over()

    def _look_for_terms(self) -> None:
        article = self.article
        self._sought = (
            [] if article is None else places_of_terms(self.terms, article.text)
        )

    def _lay_over(self) -> None:
        """Show what has changed about the same rows."""
        if self._page is not None:
            self._page.lay_over(self._overlay())
            self.refresh()

    def sight_changed(self) -> None:
        """Take the letters off links that have moved, and find what one is at."""
        self._end_hints()
        self._find_passage()
        page, top = self._page, self.scroll_offset.y
        if page is not None:
            bottom = top + max(self.size.height, 1)
            for piece in page.code_between(top, bottom):
                if piece.offset not in self._colours:
                    self._colours[piece.offset] = ()
                    self._colour(page.plan.article, piece)
        if self.pictures:
            if self._looking is None:
                self._looking = self.set_timer(_LOOKED_AT, self._look_for_pictures)
            else:
                self._looking.reset()

    @work(group="colour")
    async def _colour(self, article: Article, piece: Piece) -> None:
        """Find out what the words of some code are, and show it."""
        from reader.text.colouring import coloured

        block = article.blocks[piece.block]
        code, language = block.text[piece.start : piece.end], block.language or ""
        stretches = await asyncio.to_thread(coloured, code, language, piece.offset)
        if stretches and article is self.article:
            self._colours[piece.offset] = stretches
            self._lay_over()

    # Pictures

    def _look_for_pictures(self) -> None:
        """Ask for the pictures in sight, each once."""
        self._looking = None
        page, top = self._page, self.scroll_offset.y
        if page is None or not self.display:
            return
        for url in page.pictures_between(top, top + max(self.size.height, 1)):
            if url not in self._asked and len(self._asked) < MOST_PICTURES:
                self._asked.add(url)
                self.post_message(self.PictureInSight(self, url))

    def show_picture(self, url: str, picture: Picture) -> None:
        """Show a picture that was asked for, and leave the first row where it is.

        Args:
            url: Its address. If it is none of this article's, or the reader has gone
                on to another, nothing happens.
            picture: The picture.
        """
        page = self._page
        if page is None or url not in self._asked or url in self._gallery.pictures:
            return
        self._gallery.add(url, picture)
        spot = page.layout.spot_at(self.scroll_offset.y)
        self.keep_row(page.add_picture(url, spot))

    def _write(self, sequence: str) -> None:
        """Write to the terminal, in turn with what the framework writes."""
        driver = self.app._driver  # noqa: SLF001  (there is no public way)
        if driver is not None:
            driver.write(sequence)

    def on_mount(self) -> None:
        """Give the terminal its pictures again once it has been another program's."""
        self.app.app_resume_signal.subscribe(self, lambda _: self._gallery.give_again())

    def rested(self) -> None:
        """Tell the place."""
        self._tell_place(self.opened)

    def on_unmount(self) -> None:
        """Tell the place for the last time."""
        self._tell_place(self.opened)
        self._gallery.clear()

    def _tell_place(self, opened: Opened | None) -> None:
        self.stir()
        if opened is not None and opened.place != self._place:
            self.post_message(self.PlaceChanged(self, opened, self._place))

    def render_line(self, y: int) -> Strip:
        """Paint one row, with the letters on its links and what is selected of it."""
        strip = super().render_line(y)
        page, at = self._page, self.scroll_offset.y + y
        if page is None or at >= page.layout.height:
            return strip
        if self._letters and self._painter is not None:
            style = self._painter.component(HINT)
            strip = self._letters.over(strip, page.layout.spot_at(at), style)
        selection = self.text_selection
        if selection is not None:
            selected = self.screen.get_component_rich_style("screen--selection")
            strip = with_selection(strip, selection, at, selected)
        return strip

    # Moving about

    def action_read_on(self) -> None:
        """Go a page on; at the end, ask for what comes next."""
        if self._page is None:
            return
        if self.is_vertical_scroll_end:
            self.post_message(self.EndReached(self))
        else:
            self.action_page(1)

    def action_quotation(self, step: int) -> None:
        """Move by `step` quotations, stopping at the first and the last."""
        article = self.article
        if article is None:
            return
        if not article.quotations:
            self._say_nothing("Nobody is quoted in this article.")
        else:
            sight = self.in_sight()
            self._reach(
                quotation_after(
                    article.quotations, self.current, sight, self._place, step
                )
            )

    def _reach(self, quotation: Quotation) -> None:
        self._held = None
        self.current = quotation
        self.go_to(quotation.start, quotation.end)
        self._find_passage()
        self.post_message(self.QuotationReached(self, quotation))

    def reach_passage(self, passage: Passage) -> None:
        """Go to a highlight, and stay at it until the reader lets go."""
        self._held = passage
        self.go_to(passage.start, passage.end)
        self._find_passage()
        self.refresh_bindings()

    def _find_passage(self) -> None:
        """Find out which highlight the reader is at."""
        passages = () if self.opened is None else self.opened.passages
        if not passages:
            self.passage = None
            return
        seen = [one for one in passages if touches(one, *self.in_sight())]
        if self._held in seen:
            self.passage = self._held
            return
        at = self.current
        if at is not None and touches(at, *self.in_sight()):
            # A note on other words is not shown as if it were on these.
            self.passage = first_touching(seen, at.start, at.end)
        else:
            self.passage = seen[0] if seen else None

    def action_heading(self, step: int) -> None:
        """Bring the next heading, or the one before, to the second row."""
        place = self._place
        if step > 0:
            near = [one for one in self.headings if one.offset >= place]
        else:
            near = [one for one in reversed(self.headings) if one.offset <= place]
        # The nearest is the one that stands there already.
        for heading in near[:3]:
            if self.bring_to_second_row(heading.offset, step):
                return
        if not self.headings:
            self._say_nothing("This article has no headings.")
        elif step < 0:
            self.action_top()
        else:
            self._say_nothing("No heading follows.")

    def _say_nothing(self, words: str) -> None:
        if self.article is not None:
            self.post_message(self.NothingThere(self, words))

    def action_toggle_marks(self) -> None:
        """Show or hide the marks of quotations."""
        self.marks = not self.marks

    def action_copy_quotation(self) -> None:
        """Ask for a quotation to be copied with its source: the current, or the first in sight."""
        article, quotation = self.article, self._quotation_at_hand()
        if article is not None and quotation is not None:
            words = cite(quotation, article)
            self.post_message(self.CopyAsked(self, words, "Quotation"))
        else:
            self._say_nothing("No quotation begins in sight.")

    def _quotation_at_hand(self) -> Quotation | None:
        """The current quotation, or the first that begins in sight."""
        if self.current is not None or self._page is None:
            return self.current
        return next(iter(self._page.begun_between(*self.in_sight())), None)

    def action_correct_speaker(self) -> None:
        """Ask who says what is selected, or what the reader is at."""
        opened, span = self.opened, self.selected_span()
        if opened is None:
            return
        quotation = self._quotation_at_hand()
        if span is not None:
            start, end = span
            quotation = first_touching(opened.article.quotations, start, end)
            quotation = quotation or Quotation(start=start, end=end)
        if quotation is not None:
            self.post_message(self.SpeakerAsked(self, opened, quotation))

    def action_highlight(self) -> None:
        """Ask for a stretch to be marked.

        It is what is selected, else the highlight gone to, else the quotation
        the reader is at, else the paragraph on top.
        """
        opened, current = self.opened, self.current
        if opened is None:
            return
        span = self.selected_span()
        if span is None and self._held is not None and self._held is self.passage:
            span = self._held.start, self._held.end
        if span is None and current is not None and touches(current, *self.in_sight()):
            span = current.start, current.end
        if span is None:
            span = block_at(opened.article, self._place)
        if span is not None:
            self.post_message(self.HighlightAsked(self, opened, *span))

    def action_who_said_what(self) -> None:
        """Ask for the speakers and their quotations."""
        self.post_message(self.WhoSaidWhat(self))

    def action_outline(self) -> None:
        """Ask for the outline."""
        self.post_message(self.OutlineAsked(self))

    def action_neighbour(self, step: int) -> None:
        """Ask for the next article of the site, or the one before."""
        article = self.article
        if article is not None:
            neighbour = article.next if step > 0 else article.previous
            which = "next" if step > 0 else "previous"
            if neighbour is not None:
                self.post_message(self.NeighbourChosen(self, neighbour))
            else:
                self._say_nothing(f"The page names no {which} article.")

    def action_let_go(self) -> None:
        """Let go of what was begun: a number, letters on links, a search, a quotation."""
        if self.typed:
            self.typed = ""
        elif self._letters:
            self._end_hints()
        elif self._search:
            self._end_search()
        elif self._open_notes:
            self._show_notes(frozenset())
        elif self._held is not None:
            self._held = None
            self._find_passage()
            self.refresh_bindings()
        elif self.current is not None:
            self.current = None
            self.post_message(self.QuotationReached(self, None))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done here and now."""
        match action:
            case "open_link" | "copy_link":
                return bool(self.typed)
            case "match":
                return bool(self._search)
            case "footnotes":
                return self._plan is not None and bool(self._plan.references)
            case "let_go":
                begun = self.typed or self._letters or self._search
                held = self._held is not None or self.current is not None
                return bool(begun) or bool(self._open_notes) or held
        return super().check_action(action, parameters)

    # Links

    def on_key(self, event: events.Key) -> None:
        """Take the digits of a link's number, and the letters on links."""
        character = event.character or ""
        if self._letters and event.is_printable:
            event.stop()
            event.prevent_default()
            self._take_hint(character)
        elif character.isascii() and character.isdigit() and self.links:
            event.stop()
            event.prevent_default()
            number = self.typed + character
            self.typed = number if 0 < int(number) <= len(self.links) else ""

    def watch_typed(self) -> None:
        """A number makes keys of `o` and `y`."""
        self.refresh_bindings()

    def _link_typed(self) -> str | None:
        number, self.typed = self.typed, ""
        return self.links[int(number) - 1] if number else None

    def action_open_link(self) -> None:
        """Ask for the link whose number is typed."""
        url = self._link_typed()
        if url is not None:
            self.post_message(self.LinkChosen(self, url))

    def action_copy_link(self) -> None:
        """Ask for the address of the link whose number is typed."""
        url = self._link_typed()
        if url is not None:
            self.post_message(self.CopyAsked(self, url, "Link"))

    def action_hints(self) -> None:
        """Put letters on the links in sight."""
        if self._page is not None:
            self._letters.put_on(self._page, self.scroll_offset.y, self.size.height)
            if not self._letters:
                self._say_nothing("No link is in sight.")
            self._hints_changed()

    def _take_hint(self, character: str) -> None:
        chosen = self._letters.take(character)
        if isinstance(chosen, Reference):
            self._show_notes(self._open_notes ^ {chosen})
        elif chosen is not None:
            self.post_message(self.LinkChosen(self, self.links[chosen - 1]))
        self._hints_changed()

    def _end_hints(self) -> None:
        if self._letters:
            self._letters.take_off()
            self._hints_changed()

    def _hints_changed(self) -> None:
        self.lettered = bool(self._letters)
        self.refresh_bindings()
        self.refresh()

    # Footnotes

    def action_footnotes(self) -> None:
        """Show the footnotes that are referred to in sight where they are referred to; or close them."""
        if self._plan is None:
            return
        start, end = self.in_sight()
        seen = {one for one in self._plan.references if start <= one.start < end}
        if seen <= self._open_notes:
            self._show_notes(frozenset())
        else:
            self._show_notes(self._open_notes | seen)

    def _show_notes(self, references: frozenset[Reference]) -> None:
        if references != self._open_notes:
            self._open_notes = references
            self.lay_out()
            self.refresh_bindings()

    # Searching

    def action_find(self) -> None:
        """Ask for what to search for."""
        self.post_message(self.FindAsked(self))

    def find(self, words: str) -> int:
        """Mark every place where the words stand, and go to the first from here on.

        Upper and lower case are the same, and so is all white space. Words that are
        changed while they are searched for are looked for from where the search began; no
        words end it.

        Returns:
            How many places there are.
        """
        if not words.strip() or self.article is None:
            self._end_search()
            return 0
        self._search.look_for(words, self.article.text, self._place)
        self.refresh_bindings()
        self.action_match(1)
        return len(self._search.matches)

    def action_match(self, step: int) -> None:
        """Go to the next match, or the one before; after the last comes the first."""
        match = self._search.step(step)
        if match is not None:
            self.go_to(*match)
        self._lay_over()
        self._tell_match()

    def _tell_match(self) -> None:
        search = self._search
        number, count = search.at + 1, len(search.matches)
        self.post_message(self.MatchReached(self, search.words, number, count))

    def _end_search(self) -> None:
        if self._search:
            self._search.end()
            self._lay_over()
            self.refresh_bindings()
            self._tell_match()

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Follow a link, a neighbour, or go to the quotation clicked on."""
        page = self._page
        at = event.get_content_offset(self)
        if page is None or at is None or self.text_selection is not None:
            return
        y = self.scroll_offset.y + at.y
        if y >= page.layout.height:
            return
        line = page.layout.line(y)
        run, offset = page.under(line, at.x)
        if run is not None and run.link is not None:
            self.post_message(self.LinkChosen(self, self.links[run.link - 1]))
        elif offset is not None and (noted := self._reference_at(page, line, offset)):
            self._show_notes(self._open_notes ^ {noted})
            return
        elif line.neighbour is not None:
            self.post_message(self.NeighbourChosen(self, line.neighbour))
        elif self.marks:
            beside = at.x < page.frame.text
            for one in page.quoted_in(line):
                if beside or (offset is not None and one.start <= offset < one.end):
                    self._reach(one)
                    return
        for passage in page.highlighted_in(line):
            if offset is None or passage.start <= offset < passage.end:
                self.reach_passage(passage)
                return

    @staticmethod
    def _reference_at(page: Page, line: Line, offset: int) -> Reference | None:
        return next(
            (one for one in page.references_in(line) if one.start <= offset < one.end),
            None,
        )

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
