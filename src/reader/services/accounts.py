"""Which form one may write in: a member's, everybody's, or none."""

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
from reader.sites.comments.systems import posting_of
from reader.sites.comments.wordpress_api import NAME

PATIENCE: Final = 4.0
"""Seconds somebody who wants to write waits to hear whether the site takes it like this."""

OPEN_TO_ALL: Final = (
    "Application passwords are sent over https alone, or on the local network."
)


class Accounts:
    """Knows where the reader comments as a member, and where anybody may at all.

    Args:
        preferences: What the reader has set.
        entering: Has the passwords.
        web: The way to the sites.
    """

    def __init__(self, preferences: Preferences, entering: Entering, web: Web) -> None:
        self._preferences = preferences
        self._entering = entering
        self._web = web
        self._known: dict[str, str | None] = {}

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

        Returns:
            The form, or None if there is none or only a browser can use it.
        """
        member, name = discussion.member, self.name_for(discussion.member)
        if member is not None and name is not None and await self._seems_open(member):
            note = f"You write as {name}, with an application password; the site shows the name it knows you by."
            return replace(member, notes=(note,))
        form = discussion.form
        return form if form is None or await self._seems_open(form) else None

    async def _seems_open(self, form: CommentForm) -> bool:
        try:
            async with asyncio.timeout(PATIENCE):
                return await self.refusal(form) is None
        except (CannotReach, TimeoutError):
            return True

    async def refusal(self, form: CommentForm) -> str | None:
        """Why a form cannot be used, or None if it can.

        Raises:
            CannotReach: The site did not say.
        """
        if form.system == NAME and not keeps_secrets(form.action):
            return OPEN_TO_ALL
        posting = posting_of(form)
        if posting is None or posting.gate is None:
            return None
        gate = posting.gate(form)
        if gate.url not in self._known:
            answer = await self._web.fetch(gate.url)
            self._known[gate.url] = gate.refusal(answer)
        return self._known[gate.url]

    async def access(self, form: CommentForm) -> Access | None:
        """What lets one in, or None for a form that is everybody's.

        Raises:
            CannotReach: The password could not be had.
        """
        if self.name_for(form) is None:
            return None
        return await self._entering.account(form.action)
