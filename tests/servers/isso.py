"""A real Isso on loopback, and a page whose comments it keeps."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from servers.packages import CannotStart, python_program
from servers.wordpress import free_port

SECONDS_TO_START = 20
VERSION = "isso==0.14.0"

_CONFIGURATION = """
[general]
dbpath = {folder}/comments.db
host = {site}
[moderation]
enabled = {moderation}
[server]
listen = http://127.0.0.1:{port}/
[guard]
enabled = true
ratelimit = {ratelimit}
direct-reply = {direct_reply}
reply-to-self = {reply_to_self}
require-author = {require_author}
require-email = {require_email}
"""

_PAGE = """<!doctype html><html lang=en><head><title>Tides and timetables</title></head><body>
<article><h1>Tides and timetables</h1>
<p>“The tide keeps its own clock,” said Ines Barros, who keeps the other one.</p></article>
<script data-isso="{url}/" src="{url}/js/embed.min.js"></script><section id="isso-thread"></section>
</body></html>"""


class Isso:
    """A server, and the site it belongs to.

    Args:
        url: The server's own address.
        article: The address of a page whose comments it keeps.
        folder: Where it keeps them.
    """

    def __init__(self, url: str, article: str, folder: Path) -> None:
        self.url = url
        self.article = article
        self._folder = folder

    def comments(self) -> list[dict[str, Any]]:
        """The comments that everybody sees, the oldest first."""
        with urllib.request.urlopen(
            f"{self.url}/?uri=/tides.html&plain=1&sort=oldest", timeout=10
        ) as answer:
            rows: list[dict[str, Any]] = json.load(answer)["replies"]
        return rows

    def forget(self) -> None:
        """Lose every comment, as if somebody there had deleted them."""
        with closing(sqlite3.connect(self._folder / "comments.db")) as db, db:
            db.execute("DELETE FROM comments")


@contextmanager
def isso(
    folder: Path,
    *,
    moderation: bool = False,
    require_author: bool = False,
    require_email: bool = False,
    ratelimit: int = 100,
    direct_reply: int = 100,
    reply_to_self: bool = True,
) -> Iterator[Isso]:
    """Start a server with these settings, and stop it after.

    Raises:
        CannotStart: This machine lacks something; the message says what.
    """
    program = python_program(VERSION, "isso")
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    (folder / "site").mkdir()
    with _site(folder / "site") as site:
        (folder / "site/tides.html").write_text(_PAGE.format(url=url), "utf-8")
        configuration = folder / "isso.cfg"
        configuration.write_text(
            _CONFIGURATION.format(
                folder=folder,
                site=site,
                port=port,
                moderation=_said(moderation),
                ratelimit=ratelimit,
                direct_reply=direct_reply,
                reply_to_self=str(reply_to_self).lower(),
                require_author=_said(require_author),
                require_email=_said(require_email),
            ),
            "utf-8",
        )
        with (folder / "isso.log").open("wb") as log:
            server = subprocess.Popen(
                [str(program), "-c", str(configuration), "run"],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        try:
            _wait_for_an_answer(url, server, folder / "isso.log")
            yield Isso(url, f"{site}/tides.html", folder)
        finally:
            server.kill()
            server.wait()


@contextmanager
def _site(folder: Path) -> Iterator[str]:
    """Serve a folder of pages."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(Quiet, directory=str(folder))
    )
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _said(setting: bool) -> str:  # noqa: FBT001
    return "true" if setting else "false"


def _wait_for_an_answer(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/config?uri=/", timeout=5):
                return
        except OSError:
            time.sleep(0.02)
    raise CannotStart(f"Isso did not come up:\n{log.read_text('utf-8')[-2000:]}")
