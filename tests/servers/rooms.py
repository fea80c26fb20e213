"""The services as the program puts them together, for a test: a real library, the real wire."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from reader.domain.comment import Discussion, Draft
from reader.domain.delivery import Delivery
from reader.domain.exchange import Page
from reader.domain.identity import Identity
from reader.domain.preferences import Preferences
from reader.net.web import Limits, Web
from reader.services.accounts import Accounts
from reader.services.commenting import Commenting, destination_of
from reader.services.delivering import Delivering
from reader.services.desk import Desk
from reader.services.entering import Entering
from reader.services.threads import Threads
from reader.sites.comments.systems import discussion_on, posting_of
from reader.storage import outbox
from reader.storage.database import Database

ADA = Identity(name="Ada Moreno", email="ada@example.org")
REMARK = "The crossing would help: I counted forty children on one morning."
IMPATIENT = Limits(connect=2.0, silence=1.0, whole=5.0)


class Clock:
    """A clock that a test sets, and that sleeping moves on."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
        self.slept: list[float] = []

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.moment

    def pass_by(self, seconds: float) -> None:
        """Let time pass."""
        self.moment += timedelta(seconds=seconds)

    async def sleep(self, seconds: float) -> None:
        """Sleep without waiting."""
        self.slept.append(seconds)
        self.pass_by(seconds)


@dataclass(frozen=True, slots=True)
class House:
    """The services that comments need."""

    database: Database
    web: Web
    desk: Desk
    clock: Clock
    commenting: Commenting
    delivering: Delivering
    threads: Threads
    accounts: Accounts

    async def discussion(self, url: str) -> Discussion:
        """What a page says about its comments."""
        page = await self.web.fetch(url)
        assert isinstance(page, Page)
        return discussion_on(page)

    async def written(
        self,
        url: str,
        text: str = REMARK,
        *,
        identity: Identity = ADA,
        reply_to: str | None = None,
        fields: Mapping[str, str] | None = None,
    ) -> Draft:
        """A draft for the form that stands on a page now, and saved."""
        found = await self.discussion(url)
        draft = await self.commenting.draft_for(
            url,
            "Council asks residents about the Mill Lane crossing",
            found.form,
            reply_to=reply_to,
            new=True,
        )
        return await self.commenting.save(
            replace(draft, text=text, identity=identity, fields=fields or {})
        )

    async def sent(
        self,
        url: str,
        text: str = REMARK,
        *,
        identity: Identity = ADA,
        reply_to: str | None = None,
        fields: Mapping[str, str] | None = None,
    ) -> Delivery:
        """A comment, written, handed over and tried once."""
        draft = await self.written(
            url, text, identity=identity, reply_to=reply_to, fields=fields
        )
        delivery = await self.commenting.queue(draft, even_so=True)
        self.clock.pass_by(20)
        tried = await self.delivering.deliver_next(only=delivery.id)
        assert tried is not None
        return tried

    async def sent_unchecked(self, draft: Draft) -> Delivery:
        """A comment sent as it is, with the form it has: what only the site can refuse."""
        posting = posting_of(draft.form)
        assert posting is not None
        to = destination_of(draft)
        database, now = self.database, self.clock()
        delivery = await database.run(outbox.put, draft, to, now)
        await database.run(outbox.reserve, now, only=delivery.id)
        claimed = await database.run(outbox.claim, delivery.id, draft, to, now)
        assert claimed is not None
        return await self.delivering._attempt(claimed, posting)

    async def sent_again(self, delivery: Delivery) -> Delivery:
        """A delivery that a person tries once more."""
        await self.delivering.retry(delivery.id)
        self.clock.pass_by(20)
        tried = await self.delivering.deliver_next(only=delivery.id)
        assert tried is not None
        return tried


@asynccontextmanager
async def house(
    library: Path,
    *,
    limits: Limits | None = None,
    clock: Clock | None = None,
    preferences: Preferences | None = None,
) -> AsyncIterator[House]:
    """Open a library and the services over it."""
    clock = clock or Clock()
    database = await Database.open(library)
    try:
        async with Web(limits) as web, Desk() as desk:
            preferences = preferences or Preferences()
            accounts = Accounts(preferences, Entering(preferences), web)
            yield House(
                database=database,
                web=web,
                desk=desk,
                clock=clock,
                commenting=Commenting(database, clock),
                delivering=Delivering(
                    database, web, desk, clock, clock.sleep, accounts=accounts
                ),
                accounts=accounts,
                threads=Threads(database, web, desk, clock),
            )
    finally:
        await database.close()
