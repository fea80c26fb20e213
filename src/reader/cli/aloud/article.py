"""A conversation about one article: its paragraphs, who says what in it, what is said under it."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from reader.cli.aloud.comments import CommentsAloud
from reader.cli.aloud.page import Part, headings_of, links_of, parts_of, saying
from reader.cli.aloud.voice import Voice
from reader.cli.aloud.writing import WritingAloud
from reader.domain.article import Article, Neighbour, Opened
from reader.domain.errors import NotKept, ReaderError
from reader.ui.browser import can_be_opened
from reader.ui.rooms import Rooms

NOT_KEPT: Final = 0
"""The id of an article that is told but not in the library."""

HELP: Final = """\
Enter tells the next paragraph, b the one before. g begins again, G tells all the rest.
] and [ go to the next quotation and the one before, H tells who said what.
} and { go to the next heading and the one before. / and words finds them.
y and a number tells where that link leads, y alone the article's own address.
< and > open the article before and after. s stars, m marks as unread.
c tells the comments, C writes one. R asks the site again. q goes back."""


class ArticleAloud:
    """Tells an article paragraph by paragraph."""

    def __init__(self, rooms: Rooms, voice: Voice) -> None:
        self._rooms = rooms
        self._voice = voice
        self._opened: Opened | None = None
        self._parts: tuple[Part, ...] = ()
        self._at = -1
        self._offset = -1

    async def read(self, what: int | str | Article) -> None:
        """Converse about an article until the reader wants out of it.

        Args:
            what: Its id, its address, or the article itself, of which nothing is kept.
        """
        try:
            await self._open(what)
        except ReaderError as error:
            self._voice.tell(str(error))
            return
        await self._voice.converse("Article", self._do, leave=("q", "h"))
        await self._keep_place()

    async def _open(self, what: int | str | Article, *, again: bool = False) -> None:
        if isinstance(what, Article):
            self._show(Opened(id=NOT_KEPT, article=what, kept=self._rooms.now()))
            return
        opened = await self._rooms.reading.kept(what)
        if opened is None or not opened.whole or again:
            opened = await self._fetched(what, opened)
        if opened.id != NOT_KEPT:
            await self._rooms.reading.mark([opened.id], read=True)
        self._show(opened)

    async def _fetched(self, what: int | str, kept: Opened | None) -> Opened:
        """The article as its site has it, with its form; the library's copy if it is away."""
        self._voice.tell("Asking the site for it.")
        try:
            return await self._rooms.reading.fetch(what)
        except NotKept as error:
            self._voice.tell(str(error))
            return Opened(id=NOT_KEPT, article=error.article, kept=self._rooms.now())
        except ReaderError as error:
            if kept is None:
                raise
            self._voice.tell(str(error), "This is the copy in the library.")
            return kept

    def _show(self, opened: Opened) -> None:
        self._opened = opened
        self._parts = parts_of(opened.article)
        self._at = self._offset = -1
        self._go(0)

    @property
    def _article(self) -> Article:
        assert self._opened is not None
        return self._opened.article

    async def _do(self, word: str) -> None:
        command, rest = word[:1], word[1:].strip()
        match word:
            case "":
                self._go(self._at + 1)
            case "b":
                self._go(self._at - 1)
            case "g":
                self._go(0)
            case "G":
                for at in range(self._at + 1, len(self._parts)):
                    self._go(at)
            case "]" | "[":
                self._go_to_quotation(1 if word == "]" else -1)
            case "}" | "{":
                self._go_to_heading(1 if word == "}" else -1)
            case "H":
                self._tell_who_said_what()
            case "<" | ">":
                article = self._article
                await self._go_over(article.previous if word == "<" else article.next)
            case "s" | "m":
                await self._mark(word)
            case "c":
                await CommentsAloud(self._rooms, self._voice).hold(self._article)
            case "C":
                await WritingAloud(self._rooms, self._voice).write(self._article)
            case "R":
                await self._ask_again()
            case _ if command == "/" and rest:
                self._find(rest)
            case _ if command == "y":
                self._tell_link(rest)
            case _:
                self._voice.tell(HELP)

    def _go(self, at: int) -> None:
        """Tell a part; at either end, say so."""
        if not 0 <= at < len(self._parts):
            self._voice.tell("This is the beginning." if at < 0 else "This is the end.")
            return
        self._at, self._offset = at, self._parts[at].start
        self._voice.tell(self._parts[at].text)

    def _be_at(self, offset: int) -> None:
        """Be in the part that an offset into the text stands in, telling nothing."""
        starts = [part.start for part in self._parts]
        self._at, self._offset = max(bisect_right(starts, offset) - 1, 0), offset

    def _go_to_quotation(self, step: int) -> None:
        quotations = self._article.quotations
        if step > 0:
            there = next((q for q in quotations if q.start > self._offset), None)
        else:
            there = next(
                (q for q in reversed(quotations) if q.start < self._offset), None
            )
        if there is None:
            where = "further on" if step > 0 else "before"
            self._voice.tell(f"No quotation {where}.")
            return
        self._be_at(there.start)
        self._voice.tell(saying(self._article, there))

    def _go_to_heading(self, step: int) -> None:
        headings = list(headings_of(self._article))
        here = self._parts[self._at].start
        if step > 0:
            there = next((start for start in headings if start > here), None)
        else:
            there = next((start for start in reversed(headings) if start < here), None)
        if there is None:
            self._voice.tell(
                "No heading further on." if step > 0 else "No heading before."
            )
        else:
            self._be_at(there)
            self._go(self._at)

    def _tell_who_said_what(self) -> None:
        from reader.text.speakers import by_speaker

        article = self._article
        if not article.quotations:
            self._voice.tell("Nobody is quoted in this article.")
        for one in by_speaker(article.quotations):
            self._voice.tell(f"{one.name or 'Nobody named'}:")
            for quotation in one.quotations:
                self._voice.tell(f"“{article.text[quotation.start : quotation.end]}”")

    def _find(self, words: str) -> None:
        there = self._article.text.casefold().find(words.casefold(), self._offset + 1)
        if there < 0:
            self._voice.tell(f"“{words}” does not come further on.")
        else:
            self._be_at(there)
            self._voice.tell(self._parts[self._at].text)

    def _tell_link(self, number: str) -> None:
        links = links_of(self._article)
        if not number:
            self._voice.tell(self._article.url or "It has no address.")
        elif number.isdecimal() and 0 < int(number) <= len(links):
            self._voice.tell(links[int(number) - 1])
        else:
            self._voice.tell(f"There is no link {number}; there are {len(links)}.")

    async def _go_over(self, neighbour: Neighbour | None) -> None:
        if (
            neighbour is None
            or neighbour.url is None
            or not can_be_opened(neighbour.url)
        ):
            self._voice.tell("The page does not say where that article is.")
            return
        await self._keep_place()
        await self._open(neighbour.url)

    async def _mark(self, command: str) -> None:
        opened = self._opened
        if opened is None or opened.id == NOT_KEPT:
            self._voice.tell("This article is not in the library.")
            return
        row = await self._rooms.listing.one(opened.id)
        if row is None:
            return
        if command == "s":
            await self._rooms.reading.mark([row.id], starred=not row.starred)
            self._voice.tell("The star is taken off." if row.starred else "Starred.")
        else:
            await self._rooms.reading.mark([row.id], read=not row.read)
            self._voice.tell("Marked as unread." if row.read else "Marked as read.")

    async def _ask_again(self) -> None:
        opened = self._opened
        if opened is not None and opened.id != NOT_KEPT:
            await self._open(opened.id, again=True)
        elif self._article.url is not None:
            await self._open(self._article.url, again=True)

    async def _keep_place(self) -> None:
        opened = self._opened
        if opened is not None and opened.id != NOT_KEPT and self._offset > 0:
            await self._rooms.reading.keep_place(opened.id, self._offset)
