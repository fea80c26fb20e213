"""Bringing comments to their sites: each once, or a person is asked."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from reader.domain.comment import CommentForm, Discussion, Draft
from reader.domain.delivery import Delivery, Seen, State, Verdict
from reader.domain.errors import AnswerLost, CannotKeep, CannotReach
from reader.domain.exchange import Submission
from reader.net.route import leads_out
from reader.net.web import Web
from reader.services.accounts import Accounts
from reader.services.commenting import destination_of, problems_with
from reader.services.desk import Desk
from reader.services.looking import look_for
from reader.sites.comments import wordpress_api
from reader.sites.comments.system import Posting, Sighting
from reader.sites.comments.systems import discussion_on, posting_of, speaks_of
from reader.storage import doing, outbox
from reader.storage.database import Database

PATIENCE: Final = timedelta(minutes=1)
"""How long `send_all` waits for a spacing that it knows of."""

FIRST_BACK_OFF: Final = timedelta(minutes=1)
LONGEST_BACK_OFF: Final = timedelta(hours=4)

_WORDS: Final = re.compile(r'"([^"]+)"|(\S+)')

CLOSED: Final = "The comments under this article are closed."
NO_LONGER_A_MEMBER: Final = "It was written as a member, which cannot be here any more."
NO_FORM: Final = "There is no comment form on the page any more."
ANOTHER_PAGE: Final = "Another page stands at the article's address; perhaps this network wants a sign-in."
NOT_TO_BE_SEEN: Final = "The site took it, but does not show it."


@dataclass(frozen=True, slots=True)
class Waiting:
    """A site is being given the time it wants between two comments."""

    seconds: float


Progress = Callable[[Delivery | Waiting], None]
"""Told what has come of a delivery, and before each wait."""


class Delivering:
    """Sends what is in the outbox.

    One comment at a time, whoever asks; a second program that runs on the same
    library leaves alone what this one is at.

    Args:
        database: The library.
        web: The way to the sites.
        desk: Where answers are understood.
        now: Says what time it is, in UTC.
        sleep: Waits for so many seconds.
        online: Says whether this machine has a way to anywhere.
        accounts: Knows which form one may write in.
    """

    def __init__(
        self,
        database: Database,
        web: Web,
        desk: Desk,
        now: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        *,
        online: Callable[[], bool] = leads_out,
        accounts: Accounts,
    ) -> None:
        self._database = database
        self._web = web
        self._desk = desk
        self._now = now
        self._sleep = sleep
        self._online = online
        self._accounts = accounts
        self._was_online = True
        self._turn = asyncio.Lock()
        self._unsettled: dict[int, Verdict] = {}

    async def outbox(self) -> tuple[Delivery, ...]:
        """List every comment that was handed over, the last first."""
        return await self._database.look(outbox.every)

    async def said(self, words: str) -> tuple[Delivery, ...]:
        """Find what one has said: every comment handed over that has all of some words.

        They may stand in the comment, in the article's title or address, or in
        what the site answered.

        Args:
            words: The words, in any case; those in quotation marks stand together.

        Returns:
            The comments, the last first.
        """
        wanted = [(one or two).casefold() for one, two in _WORDS.findall(words)]
        return tuple(
            one
            for one in await self.outbox()
            if all(word in _findable(one) for word in wanted)
        )

    async def bin(self) -> tuple[Delivery, ...]:
        """List every comment that was discarded, the last first."""
        return await self._database.look(outbox.discarded)

    async def find(self, delivery_id: int) -> Delivery:
        """Read one delivery.

        Raises:
            NotFound: There is no delivery with this id.
        """
        return await self._database.look(outbox.find, delivery_id)

    async def recover(self) -> tuple[Delivery, ...]:
        """Find out what became of comments whose answer was lost.

        Asked at start: what a program that has ended was sending is UNSURE
        from now on, and the site is asked about everything that is.

        Returns:
            What is still UNSURE, for a person to decide about.
        """
        if self._database.read_only:
            return ()
        await self._database.run_safely(outbox.mark_interrupted, self._now())
        for delivery in await self._database.look(outbox.in_state, State.UNSURE):
            await self._confirm(delivery)
        return await self._database.look(outbox.in_state, State.UNSURE)

    async def deliver_next(
        self,
        *,
        only: int | None = None,
        but: frozenset[int] = frozenset(),
        impatient: bool = False,
    ) -> Delivery | None:
        """Send the oldest comment that is due.

        Args:
            only: The one to send, by its id.
            but: Those to leave for another time.
            impatient: Whether a person is asking, who need not wait until we
                would try again by ourselves.

        Returns:
            The delivery as it then stands, or None when none is due.

        Raises:
            CannotKeep: The library failed. What the site has answered by then
                is kept in memory, and written down with the next call.
        """
        async with self._turn:
            await self._settle_leftovers()
            delivery = await self._database.run_safely(
                outbox.reserve,
                self._now(),
                only=only,
                but=but,
                impatient=impatient,
            )
            if delivery is None:
                return None
            try:
                return await self._deliver(delivery)
            finally:
                with suppress(CannotKeep):
                    await asyncio.shield(
                        self._database.run_safely(outbox.let_go, delivery.id)
                    )

    async def send_all(
        self,
        *,
        only: int | None = None,
        patience: timedelta = PATIENCE,
        progress: Progress | None = None,
    ) -> tuple[Delivery, ...]:
        """Send all that waits, because a person asks for it.

        Args:
            only: The one to send, by its id.
            patience: How long to wait, in all, for the spacing that sites
                want between comments.
            progress: Told what has come of each, and before each wait.

        Returns:
            Each delivery that was tried, as it then stands.
        """
        tried: dict[int, Delivery] = {}
        unreachable: frozenset[int] = frozenset()
        while True:
            delivery = await self.deliver_next(
                only=only, but=unreachable, impatient=True
            )
            if delivery is not None:
                tried[delivery.id] = delivery
                if delivery.state is State.QUEUED and not delivery.asked:
                    unreachable |= {delivery.id}
                if progress is not None:
                    progress(delivery)
                continue
            now = self._now()
            due = await self._database.look(
                outbox.next_due, now, only=only, but=unreachable, impatient=True
            )
            # What is due by now and was not ours to take is with another program.
            if due is None or due <= now or due - now > patience:
                return tuple(tried.values())
            patience -= due - now
            seconds = (due - now).total_seconds()
            if progress is not None:
                progress(Waiting(seconds))
            await self._sleep(seconds)

    async def send_by_itself(self) -> tuple[Delivery, ...]:
        """Send what is due although nobody asks, once round; called now and then.

        What could not be sent for want of a network need not wait until we
        would try again, once there is one; what the site asked for still
        holds.

        Returns:
            Each delivery that was tried, as it then stands.
        """
        online = self._online()
        is_back, self._was_online = online and not self._was_online, online
        if is_back:
            await self.recover()
        tried: dict[int, Delivery] = {}
        while True:
            delivery = await self.deliver_next(but=frozenset(tried), impatient=is_back)
            if delivery is None:
                return tuple(tried.values())
            tried[delivery.id] = delivery

    async def send(
        self, delivery_id: int, *, progress: Progress | None = None
    ) -> Delivery:
        """Send one comment now, because a person says so; one that is UNSURE too.

        Returns:
            The delivery as it then stands.

        Raises:
            CannotSend: It is being sent, or the site has it already.
        """
        await self.retry(delivery_id)
        await self.send_all(only=delivery_id, progress=progress)
        return await self.find(delivery_id)

    async def retry(self, delivery_id: int) -> Delivery:
        """Queue a comment again because a person says so.

        One whose answer was lost is looked for once more before it is sent.

        Raises:
            CannotSend: It is being sent, or the site has it already.
        """
        return await self._database.run_safely(outbox.retry, delivery_id, self._now())

    async def edit(self, delivery_id: int) -> Draft:
        """Take a comment out of the outbox to write on.

        What the site has, or may have, stays as it is: the draft is a copy.

        Raises:
            CannotSend: It is being sent.
        """
        return await self._database.run_safely(
            outbox.take_back, delivery_id, self._now()
        )

    async def discard(self, delivery_id: int) -> None:
        """Put a delivery in the bin; what was queued is not sent.

        Raises:
            CannotSend: It is being sent.
        """
        await self._database.run_safely(doing.discard_comment, delivery_id, self._now())

    async def restore(self, delivery_id: int) -> Delivery:
        """Take a delivery out of the bin."""
        return await self._database.run_safely(
            doing.restore_comment, delivery_id, self._now()
        )

    async def _deliver(self, delivery: Delivery) -> Delivery:
        """Bring a delivery that we have reserved as far as it goes."""
        if delivery.doubtful:
            sighting = await look_for(
                self._web, self._desk, delivery, Seen.PUBLIC, Seen.HELD
            )
            if sighting.seen is not None:
                return await self._settle(delivery, _as_seen(delivery, sighting))
        try:
            draft, words = await self._as_it_is_now(delivery.draft)
        except CannotReach as error:
            return await self._postpone(delivery, error)
        posting = posting_of(draft.form)
        if words is None and posting is None:
            words = NO_FORM
        if words is not None or posting is None:
            return await self._database.run_safely(
                outbox.come_back, delivery.id, draft, words or NO_FORM, self._now()
            )
        claimed = await self._database.run_safely(
            outbox.claim, delivery.id, draft, destination_of(draft), self._now()
        )
        if claimed is None:
            return await self._database.run(outbox.find, delivery.id)
        return await self._attempt(claimed, posting)

    async def _as_it_is_now(self, draft: Draft) -> tuple[Draft, str | None]:
        """Check a draft against its form as the page has it now.

        Nonces and hidden fields are read anew on the way.

        Returns:
            The draft with that form, and why it cannot be sent, if it cannot.

        Raises:
            CannotReach: The page did not come.
        """
        url = (draft.form.page if draft.form is not None else "") or draft.url
        page = await self._web.fetch(url)
        discussion = await self._desk.run(discussion_on, page)
        form, refusal = await self._form_for(draft, discussion)
        if refusal is not None:
            # What only a browser can send now is written on without a form.
            now = replace(draft, form=None) if form is None else draft.written_for(form)
            return now, refusal
        if form is None:
            if discussion.why_not is not None or discussion.open is False:
                return draft, discussion.why_not or CLOSED
            # Of a bare address that was written under, no title is known.
            named = draft.article not in ("", draft.url)
            if named and not await self._desk.run(speaks_of, page, draft.article):
                raise CannotReach(url, ANOTHER_PAGE)
            return draft, NO_FORM
        now = draft.written_for(form)
        elsewhere = _goes_elsewhere(draft.form, form)
        if elsewhere is not None:
            return now, elsewhere
        problems = problems_with(now)
        missing = [problem.label for problem in problems if problem.missing]
        if missing:
            return (
                now,
                f"The site asks for what is not filled in: {', '.join(missing)}.",
            )
        return now, problems[0].words if problems else None

    async def _form_for(
        self, draft: Draft, discussion: Discussion
    ) -> tuple[CommentForm | None, str | None]:
        """The form that a draft goes into, and why it does not after all, if so.

        What was written as a member is sent as one or comes back.
        """
        was_member = draft.form is not None and draft.form.system == wordpress_api.NAME
        member, accounts = discussion.member, self._accounts
        if member is not None and accounts.name_for(member) is not None:
            refusal = await accounts.refusal(member)
            if refusal is None and (was_member or draft.form is None):
                return member, None
        else:
            refusal = NO_LONGER_A_MEMBER
        if was_member:
            return discussion.form, refusal
        form = discussion.form
        shut = None if form is None else await accounts.refusal(form)
        return (form, None) if shut is None else (None, shut)

    async def _attempt(self, delivery: Delivery, posting: Posting) -> Delivery:
        """Send what we have claimed. Whatever happens, it does not stay claimed."""
        try:
            submission = posting.submission_for(delivery)
            form = delivery.draft.form
            if form is not None:
                access = await self._accounts.access(form)
                submission = replace(submission, access=access)
            admitted: Submission | Verdict = submission
            if posting.admission is not None:
                admission = posting.admission(delivery)
                let_in = await self._web.ask(admission.url)
                admitted = admission.with_pass(submission, let_in)
            if isinstance(admitted, Verdict):
                verdict = admitted
            else:
                reply = await self._web.send(admitted)
                verdict = await self._desk.run(posting.verdict_on, delivery, reply)
        except AnswerLost as error:
            verdict = Verdict(
                state=State.UNSURE, words=f"{error.reason} It may have arrived."
            )
        except CannotReach as error:
            return await self._postpone(delivery, error)
        except BaseException:
            # We are being ended, or have a bug: it may have arrived.
            verdict = Verdict(state=State.UNSURE, words=outbox.INTERRUPTED)
            await asyncio.shield(self._settle(delivery, verdict))
            raise
        settled = await self._settle(delivery, verdict)
        if verdict.state in (State.ACCEPTED, State.UNSURE) and verdict.seen is None:
            return await self._confirm(settled)
        return settled

    async def _confirm(self, delivery: Delivery) -> Delivery:
        """Look for a comment at its site, and write down what is seen."""
        sighting = await look_for(
            self._web, self._desk, delivery, Seen.PUBLIC, Seen.HELD
        )
        if sighting.seen in (Seen.PUBLIC, Seen.HELD):
            return await self._settle(delivery, _as_seen(delivery, sighting))
        if delivery.state is State.ACCEPTED and not delivery.words:
            verdict = Verdict(state=State.ACCEPTED, words=NOT_TO_BE_SEEN)
            return await self._settle(delivery, verdict)
        return delivery

    async def _postpone(self, delivery: Delivery, error: CannotReach) -> Delivery:
        return await self._database.run_safely(
            outbox.postpone,
            delivery.id,
            error.reason,
            self._now(),
            back_off=_back_off,
            asked=None if error.wait is None else timedelta(seconds=error.wait),
        )

    async def _settle(self, delivery: Delivery, verdict: Verdict) -> Delivery:
        """Write down what has come of a delivery; if it cannot be, remember it."""
        try:
            return await self._database.run_safely(
                outbox.settle, delivery.id, verdict, self._now()
            )
        except CannotKeep:
            self._unsettled[delivery.id] = verdict
            raise

    async def _settle_leftovers(self) -> None:
        """Write down what could not be written down before."""
        for number, verdict in list(self._unsettled.items()):
            await self._database.run_safely(outbox.settle, number, verdict, self._now())
            del self._unsettled[number]


def _findable(delivery: Delivery) -> str:
    """Where the words are looked for."""
    draft = delivery.draft
    said = (draft.text, draft.article, draft.url, draft.identity.name)
    return "\n".join((*said, delivery.words)).casefold()


def _as_seen(delivery: Delivery, sighting: Sighting) -> Verdict:
    """What it means for a delivery that its comment was seen at the site."""
    held = sighting.seen is Seen.HELD
    return Verdict(
        state=State.HELD if held else State.ACCEPTED,
        words="The site holds it until somebody there approves it." if held else "",
        permalink=sighting.permalink or delivery.permalink,
        comment_id=sighting.comment_id or delivery.comment_id,
        seen=sighting.seen,
    )


def _goes_elsewhere(known: CommentForm | None, form: CommentForm) -> str | None:
    """Why a form wants to be seen by the person once more before it is used, or None.

    What they were shown and queued all the same, they are not asked again.
    """
    if known is None:
        return form.warning
    (scheme_then, host_then), (scheme_now, host_now) = known.origin, form.origin
    if host_now != host_then:
        return f"The form now sends to {host_now}, no longer to {host_then}."
    if scheme_then == "https" and scheme_now != "https":
        return form.warning or "The form now sends over plain http."
    return None


def _back_off(failures: int) -> timedelta:
    """How long to wait before we try a site again by ourselves."""
    return min(FIRST_BACK_OFF * (1 << min(failures - 1, 20)), LONGEST_BACK_OFF)
