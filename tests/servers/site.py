"""A small site on loopback that answers what a test puts there."""

from __future__ import annotations

import ssl
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
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


def untrusted(folder: Path) -> ssl.SSLContext:
    """A certificate for 127.0.0.1 that nobody has reason to trust.

    Args:
        folder: Where it is written.
    """
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    asked = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    named = "-subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1"
    written = f"-keyout {key} -out {certificate}"
    subprocess.run(
        ["openssl", *asked.split(), *named.split(), *written.split()],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


@contextmanager
def site(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Run a site.

    Args:
        tls: What it speaks https with, or None for http.
    """
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
    if tls is not None:
        server.socket = tls.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    scheme = "http" if tls is None else "https"
    shown.url = f"{scheme}://127.0.0.1:{server.server_address[1]}"
    try:
        yield shown
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
