"""Bytes out, bytes in."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Self, TypeAlias, overload
from urllib.parse import urlencode, urlunsplit

from reader.domain.errors import AnswerLost, CannotReach, LeftAlone
from reader.domain.exchange import (
    Access,
    Encoding,
    Freshness,
    Page,
    Reply,
    Submission,
    Unchanged,
)
from reader.net import reasons
from reader.net.addresses import (
    after_redirect,
    checked,
    host_of,
    keeps_secrets,
    shown,
)
from reader.net.client import Departure, headers_of, location_of, new_client
from reader.net.decoding import Body, TooLarge, Undecodable
from reader.net.headers import (
    asking_whether_changed,
    fresh_for,
    introducing,
    links,
    media_type,
)
from reader.net.turns import Turns, wait_asked_for
from reader.text.sanitize import clean_line

if TYPE_CHECKING:
    import httpx

Introduce: TypeAlias = Callable[[str], Awaitable[Access | None]]

_LIKED: Final = (
    "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,"
    "application/feed+json,application/xml;q=0.9,*/*;q=0.8"
)
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD: Final = frozenset({301, 308})
_ASKS_TO_WAIT: Final = frozenset({429, 503})


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a site may cost us. Times are in seconds."""

    body: int = 20 * 1024 * 1024
    """Bytes of an answer, decompressed."""

    reply: int = 1024 * 1024
    """Bytes of the answer to a comment; what is beyond is not read."""

    redirects: int = 10
    connect: float = 10.0
    silence: float = 20.0
    """Between two pieces of an answer."""

    whole: float = 60.0
    """For a page with its redirects, or a comment and its answer. Waiting for a
    turn at the host does not count."""


class Web:
    """The way to the sites: an async context manager, born and closed on one loop.

    Only http and https. Proxies and `SSL_CERT_FILE` are honoured as the
    environment sets them, but for this machine itself no proxy is asked. No
    cookies are kept.

    Args:
        limits: What a site may cost us.
        introduce: Says how an address is asked. It is asked for each address anew:
            what lets us in at one goes along to no other, whatever redirects.
    """

    def __init__(
        self, limits: Limits | None = None, introduce: Introduce | None = None
    ) -> None:
        self._limits = limits or Limits()
        self._introduce = introduce
        self._turns = Turns()
        self._opening = asyncio.Lock()
        self._client: httpx.AsyncClient | None = None
        self._sender: httpx.AsyncClient | None = None

    async def __aenter__(self) -> Self:
        """Open it; nothing is connected until something is asked."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close every connection."""
        await self.close()

    async def close(self) -> None:
        """Close every connection; what is asked next opens them again."""
        for client in (self._client, self._sender):
            if client is not None:
                await client.aclose()
        self._client = self._sender = None

    @overload
    async def fetch(self, url: str) -> Page: ...

    @overload
    async def fetch(
        self, url: str, freshness: Freshness | None
    ) -> Page | Unchanged: ...

    async def fetch(
        self, url: str, freshness: Freshness | None = None
    ) -> Page | Unchanged:
        """Ask for an address, following redirects.

        Args:
            url: http or https; a user name and a password in it are sent as
                basic authentication, and never shown.
            freshness: What came with the copy we have, if we have one.

        Returns:
            The page; or Unchanged, if `freshness` was given and still holds.

        Raises:
            CannotReach: No answer, or one that is a failure; in plain words.
        """
        conditions = {}
        if freshness is not None:
            conditions = asking_whether_changed(freshness)
        target = urlunsplit(checked(url))
        first, moved, for_good = target, None, True
        been = {target}
        left = self._limits.whole
        loop = asyncio.get_running_loop()
        while True:
            async with self._turn(target):
                begun = loop.time()
                answer = await self._ask(target, conditions, left)
                left -= loop.time() - begun
            if not isinstance(answer, _Redirect):
                break
            target = after_redirect(target, answer.location)
            for_good = for_good and answer.for_good
            moved = target if for_good else moved
            if target in been:
                raise CannotReach(shown(first), "The site redirects in a circle.")
            if len(been) > self._limits.redirects:
                raise CannotReach(
                    shown(first),
                    f"The site redirects more than {self._limits.redirects} times.",
                )
            been.add(target)
        if isinstance(answer, Unchanged):
            return answer
        return _page(answer, target, moved)

    async def send(self, submission: Submission) -> Reply:
        """Send a comment, once; redirects are not followed, nothing is tried again.

        Returns:
            Whatever the site answered; a failure too.

        Raises:
            CannotReach: Nothing left this machine.
            AnswerLost: Something left, and no answer came.
        """
        target = urlunsplit(checked(submission.url))
        content, media = _written(submission)
        headers = await self._headers(
            target, {**submission.headers, "Content-Type": media}
        )
        if submission.access is not None:
            if not keeps_secrets(target):
                raise CannotReach(
                    shown(target), "A password is not sent over plain http."
                )
            headers |= introducing(submission.access)
        client = await self._sending(target)
        import httpx

        departure = Departure()
        try:
            async with (
                self._turns.at(host_of(target)),
                asyncio.timeout(self._limits.whole),
                client.stream(
                    "POST",
                    target,
                    content=content,
                    headers=headers,
                    extensions={"trace": departure},
                ) as response,
            ):
                return Reply(
                    url=shown(target),
                    status=response.status_code,
                    headers=MappingProxyType(headers_of(response)),
                    body=await self._whatever_comes(response),
                )
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError, OSError) as error:
            reason = reasons.why_no_answer(error, target, self._limits.silence)
            if departure.happened:
                raise AnswerLost(shown(target), reason) from error
            raise CannotReach(shown(target), reason) from error

    async def ask(self, url: str) -> Reply:
        """Ask once and have whatever is answered, its headers and failures too.

        Redirects are not followed.

        Raises:
            CannotReach: No answer came.
        """
        target = urlunsplit(checked(url))
        headers = await self._headers(target, {"Accept": "*/*"})
        client = await self._sending(target)
        import httpx

        try:
            async with (
                self._turn(target),
                asyncio.timeout(self._limits.whole),
                client.stream("GET", target, headers=headers) as response,
            ):
                return Reply(
                    url=shown(target),
                    status=response.status_code,
                    headers=MappingProxyType(headers_of(response)),
                    body=await self._whatever_comes(response),
                )
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError, OSError) as error:
            reason = reasons.why_no_answer(error, target, self._limits.silence)
            raise CannotReach(shown(target), reason) from error

    @asynccontextmanager
    async def _turn(self, target: str) -> AsyncIterator[None]:
        """Wait for a turn at a host, unless it asked to be left alone."""
        host = host_of(target)
        async with self._turns.at(host):
            wait = self._turns.closed_for(host)
            if wait:
                raise LeftAlone(
                    shown(target),
                    f"The site asked to be left alone for another {reasons.span(wait)}.",
                    status=429,
                    wait=wait,
                )
            yield

    async def _ask(
        self, target: str, conditions: Mapping[str, str], seconds: float
    ) -> _Answer | _Redirect | Unchanged:
        """Ask once, and read the answer as far as it is of use."""
        headers = await self._headers(target, {"Accept": _LIKED, **conditions})
        client = await self._fetching(target)
        import httpx

        try:
            async with (
                asyncio.timeout(seconds),
                client.stream("GET", target, headers=headers) as response,
            ):
                status = response.status_code
                if status == 304 and conditions:
                    return Unchanged(shown(target), fresh_for(response.headers))
                location = location_of(response)
                if status in _REDIRECTS and location:
                    return _Redirect(location, status in _FOR_GOOD)
                if status != 200:
                    raise self._refusal(target, response)
                return _Answer(
                    await self._all_of(target, response),
                    response.headers.get("content-type", ""),
                    Freshness(
                        etag=response.headers.get("etag"),
                        last_modified=response.headers.get("last-modified"),
                    ),
                    response.headers.get_list("link"),
                    fresh_for(response.headers),
                )
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError, OSError) as error:
            reason = reasons.why_no_answer(error, target, self._limits.silence)
            raise CannotReach(shown(target), reason) from error

    async def _headers(
        self, target: str, said: Mapping[str, str]
    ) -> dict[bytes, bytes]:
        """The headers of a request: in UTF-8, and one line each."""
        access = None if self._introduce is None else await self._introduce(target)
        written = {
            name.encode("ascii"): " ".join(value.split()).encode("utf-8", "replace")
            for name, value in said.items()
        }
        return written | introducing(access)

    def _refusal(self, target: str, response: httpx.Response) -> CannotReach:
        status = response.status_code
        wait = None
        asked = response.headers.get("retry-after")
        if asked and status in _ASKS_TO_WAIT:
            try:
                wait = wait_asked_for(asked, datetime.now(UTC)).total_seconds()
            except ValueError:
                wait = None
            else:
                self._turns.close(host_of(target), wait)
        return CannotReach(
            shown(target),
            reasons.why_status(status, wait),
            status=status,
            wait=wait,
        )

    async def _all_of(self, target: str, response: httpx.Response) -> bytes:
        limit = self._limits.body
        too_large = CannotReach(
            shown(target), f"The answer is larger than {limit // 1024**2} MB."
        )
        declared = response.headers.get("content-length", "")
        if declared.isdecimal() and len(declared) < 20 and int(declared) > limit:
            raise too_large
        try:
            body = Body(response.headers.get("content-encoding", ""), limit)
            async for piece in response.aiter_raw():
                body.add(piece)
        except TooLarge:
            raise too_large from None
        except Undecodable:
            raise CannotReach(
                shown(target), "The answer is compressed in a way that cannot be read."
            ) from None
        return body.value()

    async def _whatever_comes(self, response: httpx.Response) -> bytes:
        """What came of an answer whose status has come, whatever stopped it."""
        import httpx

        try:
            body = Body(
                response.headers.get("content-encoding", ""), self._limits.reply
            )
        except Undecodable:
            return b""
        try:
            # Less than for the whole: the time that is left is not ours to use up.
            async with asyncio.timeout(self._limits.silence):
                async for piece in response.aiter_raw():
                    body.add(piece)
        except (httpx.HTTPError, TimeoutError, TooLarge, Undecodable):
            pass
        return body.value()

    async def _fetching(self, target: str) -> httpx.AsyncClient:
        async with self._opening:
            if self._client is None:
                self._client = await self._new_client(target, keep=True)
        return self._client

    async def _sending(self, target: str) -> httpx.AsyncClient:
        """A client whose every connection is new.

        A kept connection may have been closed by the site a moment ago: a
        comment written into it would be lost, and nobody could tell.
        """
        async with self._opening:
            if self._sender is None:
                self._sender = await self._new_client(target, keep=False)
        return self._sender

    async def _new_client(self, target: str, *, keep: bool) -> httpx.AsyncClient:
        """Make a client on another thread, which is also the first to import httpx."""
        limits = self._limits
        try:
            return await asyncio.to_thread(
                new_client, connect=limits.connect, silence=limits.silence, keep=keep
            )
        except (OSError, ValueError, ImportError) as error:
            # A file that is not there, a proxy that is no address, or of an odd kind.
            raise CannotReach(
                shown(target),
                "The proxy or the certificates that the environment names cannot be"
                f" used: {clean_line(str(error))}.",
            ) from error


@dataclass(frozen=True, slots=True)
class _Redirect:
    location: str
    for_good: bool


@dataclass(frozen=True, slots=True)
class _Answer:
    body: bytes
    content_type: str
    freshness: Freshness
    link_headers: list[str]
    fresh_for: float | None


def _page(answer: _Answer, target: str, moved: str | None) -> Page:
    base = shown(target)
    media, charset = media_type(answer.content_type)
    return Page(
        url=base,
        body=answer.body,
        content_type=media,
        charset=charset,
        freshness=answer.freshness,
        links=links(answer.link_headers, base),
        moved=moved,
        fresh_for=answer.fresh_for,
    )


def _written(submission: Submission) -> tuple[bytes, str]:
    """A submission's body, and what it says it is."""
    if submission.encoding is Encoding.JSON:
        written = submission.document or json.dumps(
            dict(submission.fields), ensure_ascii=False
        )
        return written.encode(), "application/json"
    return urlencode(submission.fields).encode(), "application/x-www-form-urlencoded"
