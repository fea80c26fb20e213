"""Writing comments: nothing here needs a network."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from reader.domain.article import Block
from reader.domain.comment import (
    CommentForm,
    Draft,
    Field,
    Problem,
    problem_with,
    problems_in,
)
from reader.domain.delivery import Delivery
from reader.domain.errors import CannotKeep, CannotSend, NotFound
from reader.domain.identity import Identity
from reader.sites.comments.systems import posting_of, shown_as
from reader.storage import doing, drafts, lending, outbox
from reader.storage.database import Database
from reader.storage.outbox import Destination
from reader.text.email_address import email_problem


class Commenting:
    """Keeps comments while they are written, and hands them over when they are done.

    Args:
        database: The library.
        now: Says what time it is, in UTC.
        identity_for: Says who signs a new comment, by the article's address.
    """

    def __init__(
        self,
        database: Database,
        now: Callable[[], datetime],
        identity_for: Callable[[str], Identity] = lambda _: Identity(),
    ) -> None:
        self._database = database
        self._now = now
        self._identity_for = identity_for
        self._lent = database.path.parent / "editing"

    async def draft_for(
        self,
        url: str,
        title: str,
        form: CommentForm | None = None,
        *,
        reply_to: str | None = None,
        new: bool = False,
    ) -> Draft:
        """Open a draft for an article: the latest one goes on.

        Args:
            url: The article's address.
            title: Its title.
            form: The form under it, if it was seen.
            reply_to: The comment to answer, if one.
            new: Whether to begin another one, whatever is there.

        Returns:
            The draft, for the form as it is now. If the library cannot keep
            it now, its id is 0 and `save` tries again.
        """
        url = urldefrag(url).url
        if not new:
            latest = await self._database.look(drafts.latest, url, reply_to)
            if latest is not None:
                return latest if form is None else latest.written_for(form)
        identity = self._identity_for(url)
        try:
            return await self._database.run_safely(
                drafts.begin,
                url=url,
                article=title,
                now=self._now(),
                form=form,
                identity=identity,
                reply_to=reply_to,
            )
        except CannotKeep:
            return Draft(
                id=0,
                url=url,
                article=title,
                identity=identity,
                reply_to=reply_to,
                changed=self._now(),
                form=form,
            )

    async def save(self, draft: Draft) -> Draft:
        """Keep a draft as it now stands.

        Returns:
            The draft with the id it is kept under.

        Raises:
            CannotKeep: The library would not take it; what was kept before
                is still there.
        """
        return await self._database.run_safely(drafts.save, draft, self._now())

    async def find(self, draft_id: int) -> Draft:
        """Read one draft.

        Raises:
            NotFound: There is no draft with this id.
        """
        return await self._database.look(drafts.find, draft_id)

    async def drafts(self, *, discarded: bool = False) -> tuple[Draft, ...]:
        """List the drafts that something was written in, the last changed first.

        Args:
            discarded: Whether to list what is in the bin instead.
        """
        return await self._database.look(drafts.every, discarded=discarded)

    async def history(self, draft_id: int) -> tuple[tuple[datetime, str], ...]:
        """List what a draft was before, the last first, each with when it was so."""
        return await self._database.look(drafts.history, draft_id)

    async def put_back(self, draft_id: int, text: str) -> Draft:
        """Let a draft be what it was before; what it is now stays in its history.

        Raises:
            NotFound: There is no draft with this id.
            CannotKeep: The library would not take it.
        """
        return await self._database.run_safely(
            doing.put_draft_back, draft_id, text, self._now()
        )

    async def lend(self, draft: Draft) -> Path:
        """Write a draft's text where an editor can have it.

        Returns:
            The file to edit; `take_back` reads it and clears it away.

        Raises:
            CannotKeep: It could not be written.
        """
        return await asyncio.to_thread(lending.lend, self._lent, draft.id, draft.text)

    async def take_back(self, path: Path, draft: Draft) -> str:
        """The text of a draft as an editor left it, whatever became of the editor."""
        text = await asyncio.to_thread(lending.text_in, path, draft.text)
        await asyncio.to_thread(lending.have_back, path)
        return text

    async def recover(self) -> tuple[Draft, ...]:
        """Take back what an editor was left with when the program ended.

        What the draft says now stays in its history. What belongs to no draft
        that is kept stays where it is.

        Returns:
            The drafts that were changed.
        """
        if self._database.read_only:
            return ()
        changed = []
        for left in await asyncio.to_thread(_left_behind, self._lent):
            with suppress(NotFound):
                changed.append(
                    await self._database.run_safely(
                        doing.put_draft_back, left.draft_id, left.text, self._now()
                    )
                )
                await asyncio.to_thread(lending.have_back, left.path)
        return tuple(changed)

    async def discard(self, draft_id: int) -> None:
        """Put a draft in the bin.

        Raises:
            NotFound: There is no draft with this id.
        """
        await self._database.run_safely(doing.discard_draft, draft_id, self._now())

    async def restore(self, draft_id: int) -> Draft:
        """Take a draft out of the bin.

        Raises:
            NotFound: There is no draft with this id.
        """
        return await self._database.run_safely(
            doing.restore_draft, draft_id, self._now()
        )

    def preview(self, draft: Draft, language: str | None = None) -> tuple[Block, ...]:
        """A draft's text as its site will show it, as far as the site is known.

        Args:
            draft: The draft.
            language: The article's language, if it says so.
        """
        return shown_as(draft.text, draft.form, language)

    def problems(self, draft: Draft) -> tuple[Problem, ...]:
        """What keeps a draft from being sent, in the order of its form."""
        return problems_with(draft)

    def check_field(self, one: Field, value: str) -> Problem | None:
        """What is wrong with one field, or None: asked as a field is left."""
        return problem_with(one, value, email_problem=email_problem)

    async def queue(self, draft: Draft, *, even_so: bool = False) -> Delivery:
        """Hand a draft over for sending.

        A draft whose form was never seen waits without one, and is checked
        when it can be.

        Args:
            draft: The draft, as it shall be sent.
            even_so: Whether the person was shown the form's warning and wants
                it sent all the same.

        Returns:
            The delivery; the one there is, if the draft was handed over
            before and is under way or has arrived.

        Raises:
            CannotSend: Something is missing or wrong; or the form has a
                warning that the person should be asked about (`ask`).
            CannotKeep: The library would not take it.
        """
        found = problems_with(draft)
        if found:
            words = " ".join(problem.words for problem in found)
            raise CannotSend(words, problems=found)
        warning = None if draft.form is None else draft.form.warning
        if warning is not None and not even_so:
            raise CannotSend(warning, ask=True)
        kept = await self.save(draft)
        return await self._database.run_safely(
            outbox.put, kept, destination_of(kept), self._now()
        )


def _left_behind(folder: Path) -> tuple[lending.LeftBehind, ...]:
    return tuple(lending.left_behind(folder))


def problems_with(draft: Draft) -> tuple[Problem, ...]:
    """What keeps a draft from being sent, in the order of its form."""
    form = draft.form
    if form is None:
        if draft.text.strip():
            return ()
        return (Problem("comment", "Comment", "Comment is required.", missing=True),)
    found = problems_in(form, draft, email_problem=email_problem)
    posting = posting_of(form)
    further = None if posting is None else posting.further_problem(form, draft)
    if further is None or further.field in {problem.field for problem in found}:
        return found
    return (further, *found)


def destination_of(draft: Draft) -> Destination:
    """Where a draft goes, as far as it concerns when."""
    form = draft.form
    posting = posting_of(form)
    return Destination(
        host=urlsplit(draft.url if form is None else form.action).netloc.lower(),
        spacing=timedelta(0) if posting is None else posting.spacing,
    )
