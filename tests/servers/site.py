"""A small site on loopback that answers what a test puts there."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass(frozen=True, slots=True)
class Answer:
    """What a path answers. An entity tag is compared as a server would."""

    body: str | bytes = b""
    type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    """Seconds."""


@dataclass(slots=True)
class Site:
    """A site, its address, and what it was asked."""

    url: str = ""
    pages: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    def paths(self) -> list[str]:
        """What was asked, in order."""
        return [path for path, _ in self.asked]


@contextmanager
def site() -> Iterator[Site]:
    """Run a site."""
    shown = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            shown.asked.append((self.path, headers))
            answer = shown.pages.get(self.path, Answer("not here", status=404))
            time.sleep(answer.delay)
            body = answer.body
            raw = body if isinstance(body, bytes) else body.encode()
            etag = answer.headers.get("ETag")
            status = answer.status
            if etag is not None and headers.get("if-none-match") == etag:
                status, raw = 304, b""
            self.send_response(status)
            self.send_header("Content-Type", answer.type)
            self.send_header("Content-Length", str(len(raw)))
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """A client that went away is no error."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    shown.url = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield shown
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
