"""Bad weather between a program and a site: a way there that a test can break at any point."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum

from servers.wordpress import WordPress


class Weather(StrEnum):
    """What becomes of a POST on its way."""

    FINE = "it arrives, and so does its answer"
    CUT_AT_ONCE = "the connection is closed before anything is read"
    CUT_DURING = "the connection is closed in the middle of the request"
    CUT_BEFORE_STORING = "it is read whole, and thrown away"
    CUT_AFTER_STORING = "it arrives, and its answer is thrown away"
    HALF_AN_ANSWER = "it arrives, and half of the answer's head comes back"
    ENDLESS = "it arrives, and the answer's body never ends"
    SILENT = "it arrives, and nothing comes back"
    SILENT_BEFORE_STORING = "it is read whole, and nothing comes of it"
    RESENT_ELSEWHERE = "another host is named, to which all of it shall be sent again"
    PORTAL = "the network answers with a page of its own"


@dataclass(slots=True)
class Way:
    """The way to a site, through a relay of our own.

    Everything but a POST always gets through, unless `portal` is set.
    """

    url: str
    weather: Weather = Weather.FINE
    portal: bool = False
    """Whether the network answers every request with a page of its own."""

    elsewhere: str = ""
    """The address that `RESENT_ELSEWHERE` names."""

    posts: list[bytes] = field(default_factory=list)
    """The body of every POST that set out, as far as it was read."""

    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when a POST has been read, and what shall become of it has."""


SIGN_IN = (
    b"<!doctype html><title>Welcome to the station's network</title>"
    b"<h1>Please sign in</h1><form method=post><input name=room></form>"
)


@asynccontextmanager
async def way_to(site: WordPress) -> AsyncIterator[Way]:
    """Put a relay in front of a site, which then knows itself by the relay's address."""

    async def relay(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                await _relay(way, site.port, reader, writer)
        finally:
            writer.close()

    async with _listening(relay) as port:
        way = Way(url=f"http://127.0.0.1:{port}")
        site.known_as(way.url)
        try:
            yield way
        finally:
            site.known_as(site.url)


@asynccontextmanager
async def somebody_else() -> AsyncIterator[tuple[str, list[bytes]]]:
    """Another host, and whatever it is sent."""
    got: list[bytes] = []

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        got.append(await reader.read(65_536))
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        writer.close()

    async with _listening(take) as port:
        yield f"http://127.0.0.1:{port}", got


@asynccontextmanager
async def _listening(
    serve: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
) -> AsyncIterator[int]:
    tasks: set[asyncio.Task[None]] = set()

    def begin(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async def run() -> None:
            await serve(reader, writer)

        task = asyncio.create_task(run())
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    server = await asyncio.start_server(begin, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task in list(tasks):
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        # What was closed just now is gone with the loop's next turn.
        await asyncio.sleep(0)


async def _relay(
    way: Way, port: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    """Pass one request on, and its answer back, as far as the weather lets them."""
    head = await reader.readuntil(b"\r\n\r\n")
    is_post = head.startswith(b"POST ")
    if way.portal:
        await _answer(writer, b"200 OK", SIGN_IN)
        return
    weather = way.weather if is_post else Weather.FINE
    if weather is Weather.CUT_AT_ONCE:
        _break_off(writer)
        return
    length = _length(head)
    if weather is Weather.CUT_DURING:
        way.posts.append(await reader.readexactly(length // 2))
        _break_off(writer)
        return
    body = await reader.readexactly(length)
    if is_post:
        way.posts.append(body)
    match weather:
        case Weather.CUT_BEFORE_STORING:
            _break_off(writer)
            return
        case Weather.SILENT_BEFORE_STORING:
            way.arrived.set()
            await asyncio.sleep(3600)
        case Weather.PORTAL:
            await _answer(writer, b"200 OK", SIGN_IN)
            return
        case Weather.RESENT_ELSEWHERE:
            await _answer(
                writer, b"307 Temporary Redirect\r\nLocation: " + way.elsewhere.encode()
            )
            return
    answer = await _asked(port, head + body)
    if is_post:
        way.arrived.set()
    match weather:
        case Weather.CUT_AFTER_STORING:
            _break_off(writer)
        case Weather.HALF_AN_ANSWER:
            writer.write(answer[: answer.index(b"\r\n") + 20])
            await writer.drain()
            _break_off(writer)
        case Weather.SILENT:
            await asyncio.sleep(3600)
        case Weather.ENDLESS:
            writer.write(answer)
            while True:
                writer.write(b".")
                await writer.drain()
                await asyncio.sleep(0.05)
        case _:
            writer.write(answer)
            await writer.drain()


async def _asked(port: int, request: bytes) -> bytes:
    """The site's whole answer; it closes the connection after it."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head, separator, body = request.partition(b"\r\n\r\n")
    lines = [
        line
        for line in head.split(b"\r\n")
        if not line.lower().startswith(b"connection:")
    ]
    lines.append(b"Connection: close")
    writer.write(b"\r\n".join(lines) + separator + body)
    answer = await reader.read()
    writer.close()
    return answer


async def _answer(
    writer: asyncio.StreamWriter, status: bytes, body: bytes = b""
) -> None:
    writer.write(
        b"HTTP/1.1 %s\r\nContent-Type: text/html\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        % (status, len(body), body)
    )
    await writer.drain()


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    return 0


def _break_off(writer: asyncio.StreamWriter) -> None:
    """End a connection as a network that fails does."""
    writer.transport.abort()
