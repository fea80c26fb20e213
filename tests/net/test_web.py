"""The wire, against real servers on loopback."""

from __future__ import annotations

import asyncio
import gzip
import socket
import ssl
import zlib
from asyncio import StreamReader as Reader
from asyncio import StreamWriter as Writer
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import brotli
import pytest
from backports import zstd
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import RequestReceived

from reader.domain.errors import AnswerLost, CannotReach
from reader.domain.exchange import (
    Access,
    Encoding,
    Freshness,
    Page,
    Submission,
    Unchanged,
)
from reader.net.web import Limits, Web
from servers.site import untrusted

Serve = Callable[..., Awaitable[str]]

QUICK = Limits(
    body=100_000, reply=10_000, connect=1.0, silence=0.4, whole=1.5, redirects=10
)


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    async with Web(QUICK) as opened:
        yield opened


class Recorder:
    """Answers every request with the same bytes, and remembers the requests."""

    def __init__(self, *answers: bytes) -> None:
        self.answers = answers
        self.heads: list[str] = []
        self.bodies: list[bytes] = []

    async def __call__(self, reader: Reader, writer: Writer) -> None:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            length = next(
                (
                    int(line.partition(":")[2])
                    for line in head.lower().splitlines()
                    if line.startswith("content-length:")
                ),
                0,
            )
            self.heads.append(head)
            self.bodies.append(await reader.readexactly(length))
            writer.write(self.answers[min(len(self.heads), len(self.answers)) - 1])
            await writer.drain()

    def header(self, name: str, request: int = -1) -> str | None:
        lines = self.heads[request].split("\r\n")
        return next(
            (
                line.partition(":")[2].strip()
                for line in lines
                if line.lower().startswith(name.lower() + ":")
            ),
            None,
        )


def answer(
    body: bytes = b"", status: str = "200 OK", **headers: str | list[str]
) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}"]
    for name, value in headers.items():
        values = value if isinstance(value, list) else [value]
        lines += (f"{name.replace('_', '-')}: {each}" for each in values)
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def redirect(to: str, status: str = "302 Found") -> bytes:
    return answer(status=status, Location=to)


def paths(*routes: tuple[str, bytes]) -> Callable[[Reader, Writer], Awaitable[None]]:
    """Answers by path."""
    known = dict(routes)

    async def handle(reader: Reader, writer: Writer) -> None:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            path = head.split(" ")[1]
            writer.write(known.get(path, answer(status="404 Not Found")))
            await writer.drain()

    return handle


async def fetched(web: Web, url: str, freshness: Freshness | None = None) -> Page:
    page = await web.fetch(url, freshness)
    assert isinstance(page, Page)
    return page


async def refused(web: Web, url: str) -> CannotReach:
    with pytest.raises(CannotReach) as caught:
        await web.fetch(url)
    return caught.value


async def test_a_page_comes_with_what_its_headers_say(serve: Serve, web: Web) -> None:
    url = await serve(
        Recorder(
            answer(
                "“Öffnen”".encode("iso-8859-1", "replace"),
                Content_Type="text/HTML; charset=ISO-8859-1",
                ETag='"abc"',
                Last_Modified="Thu, 04 Jun 2020 10:00:00 GMT",
                Link=[
                    '</feed/>; rel="alternate"; type="application/rss+xml"',
                    "<javascript:x>; rel=alternate, <ftp://x/>; rel=x",
                    "</wp-json/>; rel=https://api.w.org/",
                ],
            )
        )
    )
    page = await fetched(web, url + "/post#respond")
    assert page.url == url + "/post"
    assert page.content_type == "text/html"
    assert page.charset == "iso-8859-1"
    assert page.freshness == Freshness(
        etag='"abc"', last_modified="Thu, 04 Jun 2020 10:00:00 GMT"
    )
    assert page.links == (
        (url + "/feed/", "alternate", "application/rss+xml"),
        (url + "/wp-json/", "https://api.w.org/", ""),
    )
    assert page.moved is None


async def test_it_says_who_it_is_and_keeps_no_cookies(serve: Serve, web: Web) -> None:
    server = Recorder(answer(b"x", Set_Cookie="id=1; Path=/"))
    url = await serve(server)
    await web.fetch(url)
    await web.fetch(url)
    agent = server.header("user-agent")
    assert agent is not None
    assert agent.startswith("reader/")
    assert server.header("cookie") is None


@pytest.mark.parametrize(
    ("freshness", "name", "value"),
    [
        (Freshness(etag='"a"', last_modified="date"), "if-none-match", '"a"'),
        (Freshness(etag='"a"'), "if-none-match", '"a"'),
        (Freshness(etag='W/"a"'), "if-none-match", 'W/"a"'),
        (Freshness(etag='W/"a"', last_modified="date"), "if-modified-since", "date"),
        (Freshness(etag='"a-gzip"', last_modified="date"), "if-modified-since", "date"),
        (Freshness(last_modified="date"), "if-modified-since", "date"),
    ],
)
async def test_what_we_have_is_asked_about_with_one_validator(
    serve: Serve, web: Web, freshness: Freshness, name: str, value: str
) -> None:
    server = Recorder(answer(status="304 Not Modified"))
    url = await serve(server)
    assert await web.fetch(url, freshness) == Unchanged(url)
    assert server.header(name) == value
    other = {"if-none-match", "if-modified-since"} - {name}
    assert server.header(other.pop()) is None


async def test_unchanged_is_a_failure_if_nobody_asked(serve: Serve, web: Web) -> None:
    url = await serve(Recorder(answer(status="304 Not Modified")))
    error = await refused(web, url)
    assert error.status == 304


async def test_redirects_are_followed(serve: Serve, web: Web) -> None:
    url = await serve(
        paths(("/a", redirect("/b")), ("/b", redirect("c?x=1")), ("/c?x=1", answer(b"here")))
    )  # fmt: skip
    page = await fetched(web, url + "/a")
    assert (page.url, page.body, page.moved) == (url + "/c?x=1", b"here", None)


async def test_a_move_for_good_is_told_as_far_as_it_is_for_good(
    serve: Serve, web: Web
) -> None:
    for_good = "301 Moved Permanently"
    url = await serve(
        paths(
            ("/a", redirect("/b", for_good)),
            ("/b", redirect("/c", "308 Permanent Redirect")),
            ("/c", redirect("/d")),
            ("/d", redirect("/e", for_good)),
            ("/e", answer(b"here")),
        )
    )
    page = await fetched(web, url + "/a")
    assert (page.url, page.moved) == (url + "/e", url + "/c")


async def test_a_circle_of_redirects_is_left(serve: Serve, web: Web) -> None:
    url = await serve(paths(("/a", redirect("/b")), ("/b", redirect("/a"))))
    assert "circle" in (await refused(web, url + "/a")).reason


async def test_redirects_without_end_are_left(serve: Serve, web: Web) -> None:
    count = iter(range(10_000))

    async def on_and_on(reader: Reader, writer: Writer) -> None:
        while True:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(redirect(f"/{next(count)}"))

    url = await serve(on_and_on)
    assert "more than 10 times" in (await refused(web, url)).reason
    assert next(count) == 11


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "ftp://example.org/",
        "javascript:alert(1)",
        "data:text/html,x",
    ],
)
async def test_a_redirect_never_leaves_the_web(
    serve: Serve, web: Web, target: str
) -> None:
    url = await serve(Recorder(redirect(target)))
    error = await refused(web, url)
    assert "redirects to" in error.reason
    assert error.status is None


@pytest.mark.parametrize(
    "address",
    ["file:///etc/passwd", "gopher://x/", "example.org", "", "http://", "http://[::1", "http://a:b/"],
)  # fmt: skip
async def test_only_web_addresses_are_asked(web: Web, address: str) -> None:
    with pytest.raises(CannotReach):
        await web.fetch(address)


async def test_a_password_goes_along_and_is_never_shown(serve: Serve, web: Web) -> None:
    server = Recorder(redirect("/b"), answer(b"in"))
    url = await serve(server)
    secret = url.replace("://", "://ada:secret@")
    page = await fetched(web, secret + "/a")
    assert server.header("authorization") == "Basic YWRhOnNlY3JldA=="
    assert page.url == url + "/b"

    refusing = await serve(Recorder(answer(status="401 Unauthorized")))
    error = await refused(web, refusing.replace("://", "://ada:secret@"))
    assert "secret" not in str(error)
    assert "name and a password" in error.reason


async def test_a_password_does_not_follow_to_another_host(
    serve: Serve, web: Web
) -> None:
    other = Recorder(answer(b"x"))
    elsewhere = await serve(other)
    url = await serve(Recorder(redirect(elsewhere + "/")))
    await web.fetch(url.replace("://", "://ada:secret@"))
    assert other.header("authorization") is None


async def test_what_lets_us_in_goes_only_where_it_is_set_for(serve: Serve) -> None:
    other = Recorder(answer(b"x"))
    elsewhere = await serve(other)
    server = Recorder(redirect(elsewhere + "/"))
    url = await serve(server)
    access = Access(
        user_agent="Mine/1.0", username="ada", password="pä:ss", cookie="id=1; b=2"
    )

    async def introduce(address: str) -> Access | None:
        return access if address.startswith(url) else None

    async with Web(QUICK, introduce) as web:
        await web.fetch(url)
        await web.send(Submission(url=url, fields=(("a", "b"),)))
    for request in (0, 1):
        assert server.header("user-agent", request) == "Mine/1.0"
        assert server.header("authorization", request) == "Basic YWRhOnDDpDpzcw=="
        assert server.header("cookie", request) == "id=1; b=2"
    for name in ("authorization", "cookie"):
        assert other.header(name) is None
    assert (other.header("user-agent") or "").startswith("reader/")
    assert "pä:ss" not in repr(access)
    assert "id=1" not in repr(access)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Cache-Control": "max-age=600"}, 600),
        ({"Cache-Control": 'public, Max-Age="60", x=1', "Age": "20"}, 40),
        ({"Cache-Control": "max-age=60", "Age": "x"}, 60),
        ({"Cache-Control": "no-cache, max-age=600"}, None),
        ({"Cache-Control": "s-maxage=600"}, None),
        ({"Cache-Control": "max-age=99999999999999"}, None),
        ({}, None),
    ],
)
async def test_how_long_an_answer_holds_is_told(
    serve: Serve, web: Web, headers: dict[str, Any], seconds: float | None
) -> None:
    url = await serve(
        Recorder(answer(b"x", **headers), answer(status="304 Not Modified", **headers))
    )
    assert (await fetched(web, url)).fresh_for == seconds
    again = await web.fetch(url, Freshness(etag='"a"'))
    assert isinstance(again, Unchanged)
    assert again.fresh_for == seconds


async def test_a_site_cannot_make_us_log_in_elsewhere(serve: Serve, web: Web) -> None:
    other = Recorder(answer(b"x"))
    elsewhere = await serve(other)
    url = await serve(Recorder(redirect(elsewhere.replace("://", "://eve:x@") + "/")))
    await web.fetch(url)
    assert other.header("authorization") is None


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("403 Forbidden", "does not let us in"),
        ("404 Not Found", "no such page"),
        ("410 Gone", "gone for good"),
        ("418 I'm a teapot", "refuses (status 418)"),
        ("500 Internal Server Error", "trouble of its own (status 500)"),
        ("204 No Content", "without a page (status 204)"),
        ("302 Found", "without a page (status 302)"),
    ],
)
async def test_a_failure_is_told_in_plain_words(
    serve: Serve, web: Web, status: str, words: str
) -> None:
    url = await serve(Recorder(answer(status=status)))
    error = await refused(web, url)
    assert words in error.reason
    assert error.status == int(status[:3])
    assert error.url == url


async def test_a_host_that_asks_to_wait_is_left_alone(serve: Serve, web: Web) -> None:
    server = Recorder(answer(status="429 Too Many Requests", Retry_After="120"))
    url = await serve(server)
    first = await refused(web, url)
    second = await refused(web, url + "/other")
    assert first.wait == 120
    assert "2 minutes" in first.reason
    assert second.wait is not None
    assert 118 < second.wait <= 120
    assert len(server.heads) == 1


async def test_at_most_two_at_once_ask_one_host(serve: Serve, web: Web) -> None:
    inside = most = 0

    async def slow(reader: Reader, writer: Writer) -> None:
        nonlocal inside, most
        while True:
            await reader.readuntil(b"\r\n\r\n")
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0.02)
            inside -= 1
            writer.write(answer(b"x"))

    url = await serve(slow)
    await asyncio.gather(*(web.fetch(f"{url}/{each}") for each in range(8)))
    assert most == 2


async def test_waiting_for_a_turn_is_not_the_sites_slowness(serve: Serve) -> None:
    async def slow(reader: Reader, writer: Writer) -> None:
        while True:
            await reader.readuntil(b"\r\n\r\n")
            await asyncio.sleep(0.2)
            writer.write(answer(b"x"))

    url = await serve(slow)
    async with Web(Limits(silence=0.4, whole=0.5)) as web:
        await asyncio.gather(*(web.fetch(f"{url}/{each}") for each in range(8)))


@pytest.mark.parametrize(
    "encoding", ["gzip", "deflate", "no header", "br", "zstd", "zstd in two"]
)
async def test_a_compressed_page_is_read(serve: Serve, web: Web, encoding: str) -> None:
    plain = b"<p>tide</p>" * 2000
    packed = {
        "gzip": gzip.compress,
        "deflate": zlib.compress,
        "no header": lambda body: zlib.compress(body)[2:-4],
        "br": brotli.compress,
        "zstd": zstd.compress,
        "zstd in two": lambda body: zstd.compress(body[:99]) + zstd.compress(body[99:]),
    }[encoding](plain)
    said = {"no header": "deflate", "zstd in two": "zstd"}.get(encoding, encoding)
    server = Recorder(answer(packed, Content_Encoding=said))
    url = await serve(server)
    assert (await fetched(web, url)).body == plain
    assert said in (server.header("accept-encoding") or "")


async def test_a_compressed_file_is_read(serve: Serve, web: Web) -> None:
    """As a sitemap is, where its name ends in `.xml.gz`."""
    packed = gzip.compress(b"<urlset>" * 2000)
    url = await serve(Recorder(answer(packed, Content_Type="application/gzip")))
    assert (await fetched(web, url)).body == b"<urlset>" * 2000


async def test_a_compressed_file_is_not_inflated_beyond_bounds(
    serve: Serve, web: Web
) -> None:
    url = await serve(Recorder(answer(gzip.compress(b"0" * 50_000_000))))
    assert "larger than" in (await refused(web, url)).reason


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (b"not compressed at all", "gzip"),
        (b"not compressed at all", "br"),
        (b"not compressed at all", "zstd"),
        (b"x", "compress"),
        (gzip.compress(gzip.compress(b"x", mtime=0), mtime=0), "gzip, gzip"),
    ],
)
async def test_what_cannot_be_decompressed_is_said_so(
    serve: Serve, web: Web, body: bytes, encoding: str
) -> None:
    url = await serve(Recorder(answer(body, Content_Encoding=encoding)))
    assert "compressed" in (await refused(web, url)).reason


@pytest.mark.parametrize(
    ("encoding", "compress"),
    [("gzip", gzip.compress), ("br", brotli.compress), ("zstd", zstd.compress)],
)
async def test_a_bomb_is_not_inflated(
    serve: Serve, web: Web, encoding: str, compress: Callable[[bytes], bytes]
) -> None:
    bomb = compress(b"0" * 50_000_000)
    assert len(bomb) < QUICK.body
    url = await serve(Recorder(answer(bomb, Content_Encoding=encoding)))
    assert "larger than" in (await refused(web, url)).reason


async def test_what_comes_compressed_without_end_is_left(
    serve: Serve, web: Web
) -> None:
    empty_block = b"\x00\x00\x00\xff\xff"
    endless = gzip.compress(b"")[:10] + empty_block * 30_000
    assert len(endless) > QUICK.body
    url = await serve(Recorder(answer(endless, Content_Encoding="gzip")))
    assert "larger than" in (await refused(web, url)).reason


async def test_a_body_that_says_it_is_too_large_is_not_read(
    serve: Serve, web: Web
) -> None:
    url = await serve(Recorder(b"HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n"))
    assert "larger than" in (await refused(web, url)).reason


async def test_a_body_without_end_is_left(serve: Serve, web: Web) -> None:
    async def endless(reader: Reader, writer: Writer) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            writer.write(b"x" * 1000)
            await writer.drain()

    assert "larger than" in (await refused(web, await serve(endless))).reason


async def test_one_byte_at_a_time_does_not_hold_us(serve: Serve, web: Web) -> None:
    async def drip(reader: Reader, writer: Writer) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.1)

    assert "takes too long" in (await refused(web, await serve(drip))).reason


async def test_silence_does_not_hold_us(serve: Serve, web: Web) -> None:
    async def silent(reader: Reader, _: Writer) -> None:
        await reader.read(-1)

    assert "fell silent" in (await refused(web, await serve(silent))).reason


async def test_an_answer_cut_short_is_no_answer(serve: Serve, web: Web) -> None:
    async def cut(reader: Reader, writer: Writer) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")

    assert "broke off" in (await refused(web, await serve(cut))).reason


@pytest.mark.parametrize(
    "said", [b"", b"SSH-2.0-OpenSSH_9\r\n", b"HTTP/1.1 abc\r\n\r\n", b"\x00\xff" * 500]
)
async def test_what_is_no_http_is_no_answer(
    serve: Serve, web: Web, said: bytes
) -> None:
    async def odd(reader: Reader, writer: Writer) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(said)

    assert "broke off" in (await refused(web, await serve(odd))).reason


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


async def test_where_nobody_answers_is_said_so(web: Web, nobody: str) -> None:
    assert (await refused(web, nobody)).reason == "Nobody answers at 127.0.0.1."


async def test_a_name_that_does_not_exist_is_said_so(web: Web) -> None:
    reason = (await refused(web, "http://nothing.invalid/")).reason
    assert "nothing.invalid" in reason
    assert "no site named" in reason or "looked up" in reason


async def test_a_certificate_nobody_trusts_is_said_so(
    serve: Serve, web: Web, self_signed: ssl.SSLContext
) -> None:
    url = await serve(Recorder(answer(b"x")), self_signed)
    reason = (await refused(web, url)).reason
    assert "certificate of 127.0.0.1 cannot be trusted: self-signed" in reason


async def test_a_certificate_that_the_environment_trusts_is_trusted(
    serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = await serve(Recorder(answer(b"safe")), untrusted(tmp_path))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
    async with Web(QUICK) as web:
        assert (await fetched(web, url)).body == b"safe"


async def test_http2_is_spoken_where_it_is_offered(
    serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[str] = []

    async def handle(reader: Reader, writer: Writer) -> None:
        connection = H2Connection(H2Configuration(client_side=False))
        connection.initiate_connection()
        writer.write(connection.data_to_send())
        while data := await reader.read(65_536):
            for event in connection.receive_data(data):
                if isinstance(event, RequestReceived):
                    spoken.append("h2")
                    connection.send_headers(event.stream_id, [(":status", "200")])
                    connection.send_data(event.stream_id, b"safe", end_stream=True)
            writer.write(connection.data_to_send())

    context = untrusted(tmp_path)
    context.set_alpn_protocols(["h2", "http/1.1"])
    url = await serve(handle, context)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
    async with Web(QUICK) as web:
        assert (await fetched(web, url)).body == b"safe"
    assert spoken == ["h2"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SSL_CERT_FILE", "/nowhere/certificate.pem"),
        ("http_proxy", "gopher://proxy.example"),
        ("http_proxy", "http://[::1"),
        ("all_proxy", "socks5://127.0.0.1:9"),
    ],
)
async def test_an_environment_that_makes_no_sense_is_said_so(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    async with Web(QUICK) as web:
        reason = (await refused(web, "http://127.0.0.1:9/")).reason
        assert "that the environment names" in reason
        with pytest.raises(CannotReach, match="that the environment names") as caught:
            await web.send(Submission(url="http://127.0.0.1:9/", fields=FORM))
    assert not isinstance(caught.value, AnswerLost)


async def test_plain_http_where_tls_is_asked_is_said_so(serve: Serve, web: Web) -> None:
    url = await serve(Recorder(answer(b"x")))
    error = await refused(web, url.replace("http:", "https:"))
    assert error.status is None


async def test_no_proxy_stands_between_us_and_this_machine(
    serve: Serve, nobody: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", nobody)
    monkeypatch.delenv("no_proxy", raising=False)
    url = await serve(Recorder(answer(b"direct")))
    async with Web(QUICK) as web:
        assert (await fetched(web, url)).body == b"direct"


async def test_a_proxy_is_asked_for_everybody_else(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = Recorder(answer(b"by proxy"))
    monkeypatch.setenv("http_proxy", await serve(proxy))
    monkeypatch.delenv("no_proxy", raising=False)
    async with Web(QUICK) as web:
        assert (await fetched(web, "http://nothing.invalid/x")).body == b"by proxy"
    assert proxy.heads[0].startswith("GET http://nothing.invalid/x ")


FORM = (("comment", "“Grüße” & <b>"), ("author", "Ada"), ("author", ""))


async def test_a_form_is_sent_in_utf8(serve: Serve, web: Web) -> None:
    server = Recorder(answer(b"why", status="409 Conflict", X_Redirect_By="WordPress"))
    url = await serve(server)
    reply = await web.send(
        Submission(url=url + "/post", fields=FORM, headers={"Referer": "x"})
    )
    assert parse_qsl(server.bodies[0].decode(), keep_blank_values=True) == list(FORM)
    assert server.header("content-type") == "application/x-www-form-urlencoded"
    assert server.header("referer") == "x"
    assert (reply.status, reply.body) == (409, b"why")
    assert reply.headers["x-redirect-by"] == "WordPress"


async def test_json_is_sent_as_json(serve: Serve, web: Web) -> None:
    server = Recorder(answer(b"{}", status="201 Created"))
    await web.send(
        Submission(
            url=await serve(server), fields=(("text", "“é”"),), encoding=Encoding.JSON
        )
    )
    assert server.bodies[0].decode() == '{"text": "“é”"}'
    assert server.header("content-type") == "application/json"


async def test_a_redirect_after_sending_is_the_answer(serve: Serve, web: Web) -> None:
    server = Recorder(redirect("/post#comment-3"))
    reply = await web.send(Submission(url=await serve(server), fields=FORM))
    assert reply.status == 302
    assert reply.headers["location"] == "/post#comment-3"
    assert len(server.heads) == 1


@pytest.mark.parametrize("location", ["javascript:alert(1)", "http://[::1", "//"])
async def test_an_odd_redirect_after_sending_is_an_answer(
    serve: Serve, web: Web, location: str
) -> None:
    url = await serve(Recorder(redirect(location)))
    reply = await web.send(Submission(url=url, fields=FORM))
    assert (reply.status, reply.headers["location"]) == (302, location)


async def test_nothing_left_if_nobody_answers(web: Web, nobody: str) -> None:
    with pytest.raises(CannotReach) as caught:
        await web.send(Submission(url=nobody, fields=FORM))
    assert not isinstance(caught.value, AnswerLost)


async def test_nothing_left_if_the_certificate_is_not_trusted(
    serve: Serve, web: Web, self_signed: ssl.SSLContext
) -> None:
    server = Recorder(answer())
    with pytest.raises(CannotReach) as caught:
        await web.send(Submission(url=await serve(server, self_signed), fields=FORM))
    assert not isinstance(caught.value, AnswerLost)
    assert server.heads == []


async def test_nothing_left_if_a_proxy_does_not_connect_us(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = Recorder(answer(status="503 Service Unavailable"))
    monkeypatch.setenv("https_proxy", await serve(proxy))
    monkeypatch.delenv("no_proxy", raising=False)
    async with Web(QUICK) as web:
        with pytest.raises(CannotReach) as caught:
            await web.send(Submission(url="https://nothing.invalid/", fields=FORM))
    assert proxy.heads[0].startswith("CONNECT")
    assert not isinstance(caught.value, AnswerLost)


async def closes(reader: Reader, _: Writer) -> None:
    await reader.readuntil(b"\r\n\r\n")


async def stays_silent(reader: Reader, _: Writer) -> None:
    await reader.read(-1)


async def talks_nonsense(reader: Reader, writer: Writer) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"what?\r\n\r\n")


async def breaks_off_in_the_headers(reader: Reader, writer: Writer) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 302 Found\r\nLoca")


async def drips_headers(reader: Reader, writer: Writer) -> None:
    await reader.readuntil(b"\r\n\r\n")
    for byte in b"HTTP/1.1 200 OK\r\n" * 100:
        writer.write(bytes([byte]))
        await writer.drain()
        await asyncio.sleep(0.1)


@pytest.mark.parametrize(
    "handler",
    [closes, stays_silent, talks_nonsense, breaks_off_in_the_headers, drips_headers],
)
async def test_an_answer_that_never_came_is_lost(
    serve: Serve, web: Web, handler: Callable[[Reader, Writer], Awaitable[None]]
) -> None:
    with pytest.raises(AnswerLost):
        await web.send(Submission(url=await serve(handler), fields=FORM))


async def test_a_status_is_an_answer_even_if_its_body_never_ends(
    serve: Serve, web: Web
) -> None:
    async def endless(reader: Reader, writer: Writer) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n")
        while True:
            writer.write(b"y" * 1000)
            await writer.drain()

    reply = await web.send(Submission(url=await serve(endless), fields=FORM))
    assert (reply.status, len(reply.body)) == (302, QUICK.reply)


async def test_a_status_is_an_answer_even_if_its_body_is_cut_short(
    serve: Serve, web: Web
) -> None:
    async def cut(reader: Reader, writer: Writer) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")

    reply = await web.send(Submission(url=await serve(cut), fields=FORM))
    assert (reply.status, reply.body) == (200, b"half")


async def test_every_comment_goes_over_a_connection_of_its_own(
    serve: Serve, web: Web
) -> None:
    connections = 0
    server = Recorder(answer(b"x"))

    async def counting(reader: Reader, writer: Writer) -> None:
        nonlocal connections
        connections += 1
        await server(reader, writer)

    url = await serve(counting)
    for _ in range(2):
        await web.send(Submission(url=url, fields=FORM))
    assert connections == 2
