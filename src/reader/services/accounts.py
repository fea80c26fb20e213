"""Commenting in one's own name at sites where one has an account."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Final

from reader.domain.comment import CommentForm, Discussion
from reader.domain.errors import CannotReach
from reader.domain.exchange import Access
from reader.domain.preferences import Preferences
from reader.net.addresses import keeps_secrets
from reader.net.web import Web
from reader.services.entering import Entering
from reader.sites.comments.wordpress_api import (
    NAME,
    index_of,
    takes_application_passwords,
)

PATIENCE: Final = 4.0
"""Seconds somebody who wants to write waits to hear whether the site takes it like this."""

OPEN_TO_ALL: Final = (
    "Application passwords are sent over https alone, or on the local network."
)
NOT_TAKEN: Final = "The site takes no application passwords on this connection."


class Accounts:
    """Knows where the reader comments as a member.

    Args:
        preferences: What the reader has set.
        entering: Has the passwords.
        web: The way to the sites.
    """

    def __init__(self, preferences: Preferences, entering: Entering, web: Web) -> None:
        self._preferences = preferences
        self._entering = entering
        self._web = web
        self._known: dict[str, bool] = {}

    def name_for(self, form: CommentForm | None) -> str | None:
        """Whom one comments as through a member's form, or None.

        What is set for the host that would get the password counts, whatever
        page names it.
        """
        if form is None or form.system != NAME:
            return None
        settings = self._preferences.for_source(form.action)
        if settings.application_password is None:
            return None
        return settings.comment_as

    async def form_under(self, discussion: Discussion) -> CommentForm | None:
        """The form to write in: the member's where one is a member, else everybody's.

        While the site cannot be asked whether it takes it, it is supposed to;
        it is asked again before anything is sent.
        """
        name = self.name_for(discussion.member)
        if discussion.member is None or name is None:
            return discussion.form
        try:
            async with asyncio.timeout(PATIENCE):
                refusal = await self.refusal(discussion.member)
        except (CannotReach, TimeoutError):
            refusal = None
        if refusal is not None:
            return discussion.form
        note = (
            f"You write as {name}, whom the site knows, with an application password."
        )
        return replace(discussion.member, notes=(note,))

    async def refusal(self, form: CommentForm) -> str | None:
        """Why a member's comment cannot be sent, or None if it can.

        Raises:
            CannotReach: The site did not say.
        """
        if not keeps_secrets(form.action):
            return OPEN_TO_ALL
        index = index_of(form)
        if index not in self._known:
            page = await self._web.fetch(index)
            self._known[index] = takes_application_passwords(page)
        return None if self._known[index] else NOT_TAKEN

    async def access(self, form: CommentForm) -> Access | None:
        """What lets one in, or None for a form that is everybody's.

        Raises:
            CannotReach: The password could not be had.
        """
        if self.name_for(form) is None:
            return None
        return await self._entering.account(form.action)
