"""What a reader writes on an article: who speaks, highlights, notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from textual import on, work
from textual.containers import Vertical
from textual.getters import query_one
from textual.message import Message

from reader.domain.annotation import Highlight, Passage
from reader.domain.article import Opened
from reader.domain.errors import ReaderError
from reader.domain.quotation import Quotation
from reader.text.sanitize import clean, clean_line
from reader.ui.rooms import Rooms
from reader.ui.widgets.article_pane import ArticlePane
from reader.ui.widgets.prompt import Prompt

NOT_KEPT = 0
"""The id of an article that is shown but not in the library."""

TAKE_AWAY = "-"
"""What one writes in place of a note to take the highlight away."""


class Annotating(Vertical):
    """Asks what the reader says of an article, keeps it, and shows it at once."""

    @dataclass
    class Annotated(Message):
        """Something was written on an article, or taken back again."""

        view: Annotating

    pane = query_one(ArticlePane)

    def __init__(self, rooms: Rooms, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rooms = rooms
        self._before: list[Opened] = []

    def take_back(self) -> str | None:
        """Take back what was said of an article of which nothing is kept.

        Returns:
            What has come of it, in a sentence; None if nothing was said of the one shown.
        """
        shown = self.pane.opened
        before = self._before.pop() if self._before else None
        if shown is None or before is None or shown.id != NOT_KEPT:
            return None
        if shown.article.text != before.article.text:
            return None
        self.pane.opened = before
        return "Undone: corrected a speaker."

    # Who speaks

    @on(ArticlePane.SpeakerAsked)
    def _ask_who_speaks(self, event: ArticlePane.SpeakerAsked) -> None:
        event.stop()
        self.correct_speaker(event.opened, event.quotation)

    @work(exclusive=True, group="ask")
    async def correct_speaker(self, opened: Opened, quotation: Quotation) -> None:
        """Ask who says something, or whether anybody does, and keep the answer."""
        from reader.text.speakers import by_speaker
        from reader.ui.screens.speaker import SpeakerScreen

        article = opened.article
        names = [one.name for one in by_speaker(article.quotations) if one.name]
        said = await self.app.push_screen_wait(
            SpeakerScreen(
                article.text[quotation.start : quotation.end],
                names,
                quotation.speaker,
            )
        )
        if said is None:
            return
        try:
            corrected = await self._rooms.quoting.correct(
                None if opened.id == NOT_KEPT else opened.id,
                article,
                quotation,
                speaker=said.speaker,
                dismissed=said.dismissed,
            )
        except ReaderError as error:
            self._refuse(error)
            return
        shown = self.pane.opened
        if shown is not None and shown.id == opened.id:
            if shown.article is article:
                if opened.id == NOT_KEPT:
                    self._before.append(shown)
                    self.notify(
                        "It holds until you leave this article, which is not in the library.",
                        markup=False,
                    )
                self.pane.opened = replace(shown, article=corrected)
            else:
                await self.read_again(opened.id)
            if not said.dismissed:
                self._stay_at(quotation)
        self.post_message(self.Annotated(self))

    def _stay_at(self, quotation: Quotation) -> None:
        """Be at a quotation that has just been spoken of."""
        article = self.pane.article
        for one in () if article is None else article.quotations:
            if one.start <= quotation.start < one.end:
                self.pane.current = one
                self.pane.post_message(ArticlePane.QuotationReached(self.pane, one))
                return

    # Highlights

    @on(ArticlePane.HighlightAsked)
    def _ask_for_note(self, event: ArticlePane.HighlightAsked) -> None:
        event.stop()
        if self._is_kept(event.opened):
            self.highlight(event.opened, event.start, event.end)

    @work(exclusive=True, group="ask")
    async def highlight(self, opened: Opened, start: int, end: int) -> None:
        """Mark a passage with a note; change or take away the mark that is there."""
        there = next(
            (one for one in opened.passages if (one.start, one.end) == (start, end)),
            None,
        )
        if there is None:
            note = await self.app.push_screen_wait(
                Prompt("Highlight it, with a note:", hint="or none")
            )
            if note is not None:
                await self._keep_highlight(opened, start, end, clean_line(note))
            return
        note = await self.app.push_screen_wait(
            Prompt(
                "The note:",
                text=there.highlight.note,
                hint=f"{TAKE_AWAY} takes the highlight away",
            )
        )
        if note is None:
            return
        if note.strip() == TAKE_AWAY:
            await self.remove_highlight(opened.id, there.highlight)
        elif clean_line(note) != there.highlight.note:
            await self._annotate(opened.id, there.highlight, clean_line(note))

    async def _keep_highlight(
        self, opened: Opened, start: int, end: int, note: str
    ) -> None:
        """Keep a new highlight."""
        quoting = self._rooms.quoting
        try:
            made = await quoting.highlight(
                opened.id, opened.article.text, start, end, note
            )
        except ReaderError as error:
            self._refuse(error)
            return
        self._show_passages(
            opened.id,
            lambda there: (*there, Passage(start=start, end=end, highlight=made)),
        )
        self.post_message(self.Annotated(self))

    async def _annotate(self, article_id: int, before: Highlight, note: str) -> None:
        """Keep another note on a highlight."""
        try:
            await self._rooms.quoting.annotate(before.id, note)
        except ReaderError as error:
            self._refuse(error)
            return
        noted = replace(before, note=note)
        self._show_passages(
            article_id,
            lambda there: tuple(
                replace(one, highlight=noted) if one.highlight.id == noted.id else one
                for one in there
            ),
        )
        self.post_message(self.Annotated(self))

    async def remove_highlight(self, article_id: int, highlight: Highlight) -> None:
        """Take a highlight away, so that it can be brought back."""
        try:
            await self._rooms.quoting.remove_highlight(highlight.id)
        except ReaderError as error:
            self._refuse(error)
            return
        self._show_passages(article_id, lambda there: _without(there, highlight.id))
        self.post_message(self.Annotated(self))

    def _show_passages(
        self,
        article_id: int,
        change: Callable[[tuple[Passage, ...]], tuple[Passage, ...]],
    ) -> None:
        """Show what has become of the highlights, if their article is the one shown."""
        shown = self.pane.opened
        if shown is not None and shown.id == article_id:
            passages = sorted(
                change(shown.passages), key=lambda one: (one.start, one.end)
            )
            self.pane.opened = replace(shown, passages=tuple(passages))

    async def read_again(self, article_id: int) -> None:
        """Show the library's copy again, if it is that article that is shown.

        Raises:
            CannotKeep: The library cannot be read.
        """
        shown = self.pane.opened
        if shown is None or shown.id != article_id:
            return
        kept = await self._rooms.reading.kept(article_id, from_feed=not shown.whole)
        shown = self.pane.opened
        if kept is not None and shown is not None and shown.id == article_id:
            self.pane.opened = kept

    def _is_kept(self, opened: Opened, *, quietly: bool = False) -> bool:
        """Whether what is written on an article can be kept; says so if it cannot."""
        if opened.id == NOT_KEPT and not quietly:
            self.notify(
                "This article is not in the library, so nothing is kept on it.",
                markup=False,
            )
        return opened.id != NOT_KEPT

    def _refuse(self, error: ReaderError) -> None:
        self.notify(clean(str(error)), title="Not kept", severity="error", markup=False)


def _without(passages: tuple[Passage, ...], highlight: int) -> tuple[Passage, ...]:
    return tuple(one for one in passages if one.highlight.id != highlight)
