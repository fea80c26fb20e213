"""A conversation about what others have said under an article."""

from __future__ import annotations

from typing import Final

from reader.cli.aloud.voice import Voice
from reader.cli.aloud.writing import WritingAloud
from reader.domain.article import Article
from reader.domain.dates import Published
from reader.domain.errors import ReaderError
from reader.domain.thread import Thread
from reader.ui.cells import when
from reader.ui.rooms import Rooms

HELP: Final = """\
Enter tells the next comment, b the one before. A number tells that one.
r and a number answers it, r alone the one told last. C writes a new comment.
R asks the site again. q goes back to the article."""


class CommentsAloud:
    """Tells the comments one by one."""

    def __init__(self, rooms: Rooms, voice: Voice) -> None:
        self._rooms = rooms
        self._voice = voice
        self._at = -1

    async def hold(self, article: Article) -> None:
        """Converse about the comments until the reader wants out of them."""
        if article.url is None:
            self._voice.tell("It has no address, so nobody can have commented on it.")
            return
        thread = await self._fetched(article.url)
        if thread is None:
            return
        while (said := self._voice.ask_at("Comments")) is not None:
            word = said.strip()
            command, rest = word[:1], word[1:].strip()
            if word == "q":
                return
            if word == "R":
                thread = await self._fetched(article.url) or thread
            elif word == "C":
                await WritingAloud(self._rooms, self._voice).write(article)
            elif word in ("", "b"):
                self._tell(thread, self._at + (-1 if word else 1))
            elif word.isdecimal():
                self._tell(thread, int(word) - 1)
            elif command == "r" and (not rest or rest.isdecimal()):
                await self._answer(article, thread, int(rest or self._at + 1) - 1)
            else:
                self._voice.tell(HELP)

    async def _fetched(self, url: str) -> Thread | None:
        self._voice.tell("Asking the site for the comments.")
        thread: Thread | None
        try:
            thread = await self._rooms.threads.fetch(url)
        except ReaderError as error:
            self._voice.tell(str(error))
            thread = await self._rooms.threads.kept(url)
            if thread is not None:
                self._voice.tell("These are the comments as they were kept.")
        if thread is not None:
            count = len(thread.comments)
            self._voice.tell("1 comment." if count == 1 else f"{count:,} comments.")
            self._at = -1
            if count:
                self._tell(thread, 0)
        return thread

    def _tell(self, thread: Thread, at: int) -> None:
        if not 0 <= at < len(thread.comments):
            self._voice.tell("That was the last." if at > 0 else "This is the first.")
            return
        self._at, one = at, thread.comments[at]
        places = {comment.id: place for place, comment in enumerate(thread.comments)}
        above = places.get(one.parent or "")
        published = (
            None if one.published is None else Published(one.published.isoformat())
        )
        facts = (
            one.author or "Somebody",
            when(published, self._rooms.now(), self._rooms.preferences.dates),
            "" if above is None else f"answering {thread.comments[above].author}",
            "new" if one.id in thread.new else "",
            "yours" if one.id in thread.own else "",
            "waiting for approval" if one.held else "",
        )
        self._voice.tell(f"{at + 1}. {', '.join(filter(None, facts))}:", one.text)

    async def _answer(self, article: Article, thread: Thread, at: int) -> None:
        if not 0 <= at < len(thread.comments):
            self._voice.tell(f"There is no comment {at + 1}.")
            return
        above = thread.answerable(thread.comments[at].id)
        if above is None:
            self._voice.tell("This site takes no answers to comments.")
            return
        await WritingAloud(self._rooms, self._voice).write(article, reply_to=above.id)
