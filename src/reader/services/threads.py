"""What others have said under an article, and what became of what one said oneself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urldefrag

from reader.domain.comment import Comment
from reader.domain.delivery import SETTLED, Delivery, Seen, State, Verdict
from reader.domain.errors import (
    CannotKeep,
    CannotReach,
    CannotUnderstand,
    NotFound,
    ReaderError,
)
from reader.domain.exchange import Page
from reader.domain.thread import Answer, Thread, in_reading_order
from reader.net.addresses import shown
from reader.net.web import Web
from reader.services.desk import Desk
from reader.services.looking import look_for
from reader.sites.comments.likeness import is_like
from reader.sites.comments.system import Told, Way, Whereabouts
from reader.sites.comments.systems import standing_on, whereabouts_on
from reader.storage import articles, outbox, threads
from reader.storage.database import Database

MOST_PARTS: Final = 50
"""Answers of a site that one thread is put together of."""

MOST_FOLLOWED: Final = 10
"""Articles that are asked about in one go because one has commented there."""

NOBODY_TELLS: Final = (
    "The comments under this article are kept in a way that only a browser can read."
)


@dataclass(frozen=True, slots=True)
class _Followed:
    """The reader's own comments in a thread."""

    verdicts: Mapping[int, Verdict]
    """What has changed, by delivery."""

    own: frozenset[str]
    added: tuple[Comment, ...]
    """Those that the site shows to nobody else, or has shown only since."""


class Threads:
    """Reads the comments under articles, and follows one's own.

    Args:
        database: The library.
        web: The way to the sites.
        desk: Where answers are understood.
        now: Says what time it is, in UTC.
    """

    def __init__(
        self,
        database: Database,
        web: Web,
        desk: Desk,
        now: Callable[[], datetime],
    ) -> None:
        self._database = database
        self._web = web
        self._desk = desk
        self._now = now

    async def kept(self, what: int | str) -> Thread | None:
        """The thread as the library has it; nothing is asked of any site.

        Args:
            what: The article's id, or its address.

        Returns:
            The thread with what one has handed over since, or None if the
            site was never asked for it.
        """
        known = _known_as(what)
        thread = await self._database.look(threads.find, known)
        if thread is None:
            return None
        mine = await self._database.look(threads.handed_over, known)
        followed = _follow(mine, thread.comments, whole=False, since=thread.fetched)
        return _with_own(thread, followed)

    async def fetch(self, what: int | str) -> Thread:
        """Ask the site for the thread under an article.

        It is kept if the article is in the library; if the library would not
        take it, the thread says why. What is known of one's own comments there
        is written down either way.

        Args:
            what: The article's id, or its address.

        Raises:
            CannotReach: The site did not answer.
            CannotUnderstand: Its comments are told in no way that we know.
            NotFound: There is no such article, or it has no address.
        """
        known = _known_as(what)
        article_id = await self._database.look(articles.find, known)
        url = what if isinstance(what, str) else await self._address_of(what)
        thread = await self._read(url)
        mine = await self._database.look(threads.handed_over, known)
        shown_to_us = await self._previews(mine)
        followed = _follow(mine, (*thread.comments, *shown_to_us), whole=thread.whole)
        thread = _with_own(thread, followed)
        try:
            for number, verdict in followed.verdicts.items():
                if verdict.seen is Seen.GONE and await self._stands(mine, number):
                    continue
                await self._database.run_safely(
                    outbox.settle, number, verdict, self._now()
                )
            if article_id is None:
                return thread
            await self._database.run(threads.keep, article_id, thread, thread.fetched)
        except CannotKeep as error:
            return replace(thread, not_kept=str(error))
        kept = await self._database.look(threads.find, article_id)
        return thread if kept is None else replace(thread, new=kept.new - thread.own)

    async def looked(self, what: int | str, thread: Thread) -> None:
        """Remember that the reader has seen a thread: nothing in it is new any more.

        Raises:
            CannotKeep: The library would not take it.
        """
        article_id = await self._database.look(articles.find, _known_as(what))
        if article_id is not None and not self._database.read_only:
            await self._database.run(threads.looked, article_id, thread)

    async def follow(self) -> tuple[Answer, ...]:
        """Ask again where one has commented: is it still there, has anybody answered?

        A comment is looked for the more rarely the older it is, and at no more
        than a few articles in one go. A site that cannot be reached is asked
        another time.

        Returns:
            The answers that one has not been told of before.
        """
        if self._database.read_only:
            return ()
        due = await self._database.look(threads.to_follow, self._now(), MOST_FOLLOWED)
        for article_id in due:
            await self._database.run(threads.asked, article_id, self._now())
            try:
                await self.fetch(article_id)
            except (CannotReach, CannotUnderstand, NotFound):
                continue
        return await self.answers()

    async def answers(self) -> tuple[Answer, ...]:
        """The answers to one's own comments that one has not been told of; each once."""
        if self._database.read_only:
            return ()
        return await self._database.run(threads.tell_answers, self._now())

    async def _address_of(self, article_id: int) -> str:
        url = await self._database.look(articles.address_of, article_id)
        if url is None:
            raise NotFound(f"Article {article_id} has no address to ask.")
        return url

    async def _read(self, url: str) -> Thread:
        """Read a thread in the best way that works and shows any comments."""
        page = await self._web.fetch(url)
        whereabouts = await self._desk.run(whereabouts_on, page)
        if whereabouts is None:
            raise CannotUnderstand(NOBODY_TELLS)
        failure: ReaderError | None = None
        best: Told | None = None
        for way in whereabouts.ways:
            if way.spare and failure is None:
                continue
            try:
                told = await self._told(way, page)
            except (CannotReach, CannotUnderstand) as error:
                failure = error
                continue
            best = told if best is None or told.comments else best
            if told.comments:
                break
        if best is None:
            raise failure or CannotUnderstand(NOBODY_TELLS)
        return _thread(best, whereabouts, self._now())

    async def _told(self, way: Way, page: Page) -> Told:
        """Read all parts of a thread, in one way."""
        found: list[Comment] = []
        whole = True
        left = [page.url if way.url is None else way.url]
        asked: set[str] = set()
        while left:
            if len(asked) == MOST_PARTS:
                whole = False
                break
            address = left.pop(0)
            asked.add(address)
            on_hand = way.url is None and address == page.url
            part = page if on_hand else await self._web.fetch(address)
            told = await self._desk.run(way.read, part)
            found += told.comments
            whole = whole and told.whole
            left += [one for one in told.further if one not in asked | set(left)]
        if len(asked) > 1:
            # Pages of comments may come in any order.
            found.sort(
                key=lambda one: one.published or datetime.min.replace(tzinfo=UTC)
            )
        return Told(comments=tuple(found), whole=whole)

    async def _stands(self, mine: Sequence[Delivery], number: int) -> bool:
        """Whether a comment that is missing in a thread is in public elsewhere at its site."""
        delivery = next(one for one in mine if one.id == number)
        sighting = await look_for(self._web, self._desk, delivery, Seen.PUBLIC)
        return sighting.seen is Seen.PUBLIC

    async def _previews(self, mine: Sequence[Delivery]) -> tuple[Comment, ...]:
        """One's own comments that wait for approval, where the site shows them to one."""
        found: list[Comment] = []
        for delivery in mine:
            # The site gives the address of the preview only with a pass in it.
            place = delivery.permalink or ""
            if delivery.state is not State.HELD or "moderation-hash=" not in place:
                continue
            try:
                page = await self._web.fetch(place)
            except CannotReach:
                continue
            told = await self._desk.run(standing_on, page)
            found += [one for one in told if one.id == delivery.comment_id and one.held]
        return tuple(found)


def _thread(told: Told, whereabouts: Whereabouts, now: datetime) -> Thread:
    return Thread(
        comments=in_reading_order(told.comments),
        fetched=now,
        deepest=whereabouts.deepest,
        whole=told.whole,
    )


def _with_own(thread: Thread, followed: _Followed) -> Thread:
    """A thread with one's own comments marked, and those in it that nobody else sees."""
    added = {one.id for one in followed.added}
    public = [one for one in thread.comments if one.id not in added]
    return replace(
        thread,
        comments=in_reading_order((*public, *followed.added)),
        own=followed.own,
        new=thread.new - followed.own,
    )


def _follow(
    mine: Sequence[Delivery],
    comments: Sequence[Comment],
    *,
    whole: bool,
    since: datetime | None = None,
) -> _Followed:
    """Find one's own comments among those that a site shows.

    Args:
        mine: What was handed over under the article.
        comments: What stands there, with what the site shows to us alone.
        whole: Whether that is all there is, so that what is not among it is gone.
        since: When that was so, if it was some time ago: what the site has shown
            since is added.
    """
    by_id = {one.id: one for one in comments}
    verdicts: dict[int, Verdict] = {}
    own: set[str] = set()
    added: list[Comment] = []
    for delivery in mine:
        if delivery.state not in SETTLED and delivery.state is not State.UNSURE:
            continue
        seen = _seen(delivery, by_id, own)
        if seen is not None:
            own.add(seen.id)
        if seen is not None and not seen.held:
            if delivery.seen is not Seen.PUBLIC or delivery.state is not State.ACCEPTED:
                verdicts[delivery.id] = _verdict(delivery, seen)
        elif delivery.state is State.HELD or (
            since is not None
            and delivery.seen is Seen.PUBLIC
            and delivery.changed >= since
        ):
            ours = seen or _as_we_sent_it(delivery)
            own.add(ours.id)
            added.append(ours)
        elif whole and delivery.seen is Seen.PUBLIC:
            verdicts[delivery.id] = Verdict(
                state=delivery.state, words=delivery.words, seen=Seen.GONE
            )
    return _Followed(verdicts, frozenset(own), tuple(added))


def _seen(
    delivery: Delivery, by_id: Mapping[str, Comment], taken: set[str]
) -> Comment | None:
    """The comment that a delivery has become, if it is there."""
    if delivery.comment_id is not None:
        return by_id.get(delivery.comment_id)
    draft = delivery.draft
    for one in by_id.values():
        if (
            one.id not in taken
            and is_like(one.text, draft.text)
            and is_like(one.author, draft.identity.name or one.author)
        ):
            return one
    return None


def _verdict(delivery: Delivery, seen: Comment) -> Verdict:
    return Verdict(
        state=State.ACCEPTED,
        seen=Seen.PUBLIC,
        permalink=seen.url or delivery.permalink,
        comment_id=seen.id,
    )


def _as_we_sent_it(delivery: Delivery) -> Comment:
    """A comment of our own, where the site has not shown it to us."""
    draft = delivery.draft
    return Comment(
        id=delivery.comment_id or f"waiting-{delivery.id}",
        text=draft.text.strip(),
        author=draft.identity.name,
        published=delivery.queued,
        parent=draft.reply_to,
        url=delivery.permalink,
        held=delivery.state is State.HELD,
    )


def _known_as(what: int | str) -> int | str:
    """An address as the library has it: without a password, and the whole page."""
    return what if isinstance(what, int) else shown(urldefrag(what).url)
