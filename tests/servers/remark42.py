"""A small server that answers as Remark42 does, and a page that embeds it."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

PAGE = """<!doctype html><html><head><title>Tides</title></head><body>
<article><h1>Tides</h1><p>The water comes twice a day, and nobody asks it to.</p></article>
<div id="remark42"></div>
<script>var remark_config = { host: '%(url)s', site_id: 'tides', components: ['embed'] };</script>
</body></html>"""


@dataclass(slots=True)
class Remark42:
    """The server, and what it was told."""

    url: str = ""
    providers: list[str] = field(default_factory=lambda: ["github", "anonymous"])
    comments: list[dict[str, Any]] = field(default_factory=list)
    read_only: bool = False
    passes: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The name and the token against forgery, by pass."""

    @property
    def article(self) -> str:
        """The address of the page."""
        return f"{self.url}/tides/"

    def tree(self, parent: str = "") -> list[dict[str, Any]]:
        """The comments that answer one, with those that answer them."""
        return [
            {"comment": one, "replies": self.tree(one["id"])}
            for one in self.comments
            if one["pid"] == parent
        ]


@contextmanager
def remark42() -> Iterator[Remark42]:
    """Run the server."""
    told = Remark42()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def _answer(self, status: int, body: object, *cookies: str) -> None:
            raw = body if isinstance(body, str) else json.dumps(body)
            self.send_response(status)
            kind = "text/html" if isinstance(body, str) else "application/json"
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            for cookie in cookies:
                self.send_header("Set-Cookie", cookie)
            self.send_header("Content-Length", str(len(raw.encode())))
            self.end_headers()
            self.wfile.write(raw.encode())

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {name: one[0] for name, one in parse_qs(parts.query).items()}
            match parts.path:
                case "/tides/":
                    self._answer(200, PAGE % {"url": told.url})
                case "/api/v1/config":
                    self._answer(200, {"auth_providers": told.providers})
                case "/api/v1/find" if query["url"] == told.article:
                    self._answer(200, {"comments": told.tree(), "info": {}})
                case "/auth/anonymous/login":
                    self._let_in(query["user"], query["aud"])
                case _:
                    self._answer(404, {"error": "not found"})

        def _let_in(self, name: str, audience: str) -> None:
            if (
                len(name) < 3
                or not re.fullmatch(r"[\w ]+", name)
                or audience != "tides"
            ):
                self._answer(403, {"error": "incorrect user or password"})
                return
            token, forgery = secrets.token_urlsafe(), secrets.token_hex()
            told.passes[token] = (name, forgery)
            expires = "Expires=Sat, 26 Dec 2037 00:00:00 GMT; Max-Age=720"
            self._answer(
                200,
                {"name": name, "id": "anonymous_1"},
                f"JWT={token}; Path=/; {expires}; HttpOnly; SameSite=Lax",
                f"XSRF-TOKEN={forgery}; Path=/; {expires}; SameSite=Lax",
            )

        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            cookies = dict(
                one.split("=", 1)
                for one in (self.headers.get("Cookie") or "x=").split("; ")
            )
            name, forgery = told.passes.get(cookies.get("JWT", ""), ("", ""))
            if not name or self.headers.get("X-XSRF-TOKEN") != forgery:
                self._answer(401, {"error": "Unauthorized"})
            elif told.read_only:
                self._answer(
                    403,
                    {"code": 9, "details": "old post, read-only", "error": "rejected"},
                )
            else:
                one = {
                    "id": f"c0ffee-{len(told.comments)}",
                    "pid": sent.get("pid", ""),
                    "text": f"<p>{sent['text']}</p>\n",
                    "orig": sent["text"],
                    "user": {"name": name, "id": "anonymous_1"},
                    "locator": sent["locator"],
                    "time": "2026-03-02T09:00:00.123456789Z",
                }
                told.comments.append(one)
                self._answer(201, one)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    told.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield told
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
