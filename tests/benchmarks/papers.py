"""A server with the feeds and the pages of many small papers, for measuring.

Each host of the loopback network has a few of them. A page is what a WordPress site
sends: an article in the middle of menus, its neighbours, and the form for a comment.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.synchronize import Event
from typing import Final

from servers.wordpress import free_port

ENTRIES: Final = 50
"""In each feed."""

HOSTS: Final = 50

PARAGRAPH: Final = (
    "<p>“Nobody asked us,” said <a href='/people/ada'>Ada Moreno</a> — and the council"
    " did not answer. &#8220;We would have told them,&#8221; she added, what forty"
    " minutes mean for somebody who has to catch a train.</p>"
)

_MENU: Final = "".join(
    f"<li class='menu-item'><a href='/section/{number}/'>Section {number}</a></li>"
    for number in range(60)
)

_POST: Final = re.compile(r"/(\d+)/(\d+)/")


def title_of(number: int, each: int) -> str:
    """The title of a paper's post."""
    return f"The “harbour” {number}, part {each}"


def feed(number: int, site: str, newest: datetime) -> bytes:
    """A paper's feed, as WordPress writes them."""
    items = "".join(
        f"<item><title>{title_of(number, each)}</title>"
        f"<link>{site}/{number}/{each}/</link><dc:creator>Ada Moreno</dc:creator>"
        f"<pubDate>{format_datetime(newest - timedelta(minutes=each))}</pubDate>"
        f"<category>Harbour</category><guid isPermaLink='false'>{number}-{each}</guid>"
        f"<description>Nobody asked us.</description>"
        f"<content:encoded><![CDATA[{PARAGRAPH * 8}]]></content:encoded></item>"
        for each in range(ENTRIES)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>Paper {number}</title><link>{site}/</link>{items}"
        "</channel></rss>"
    ).encode()


def post(number: int, each: int) -> bytes:
    """A paper's post, on its page."""
    title = title_of(number, each)
    required = "<span class='required'>*</span>"
    return f"""<!doctype html><html lang="en"><head><meta charset="UTF-8">
<title>{title} – Paper {number}</title><meta name="generator" content="WordPress 6.5"></head>
<body class="post-template-default single single-post"><header id="masthead">
<p class="site-title"><a href="/">Paper {number}</a></p><nav><ul>{_MENU}</ul></nav></header>
<main id="main"><article id="post-{each}" class="post type-post status-publish hentry">
<header class="entry-header"><h1 class="entry-title">{title}</h1></header>
<div class="entry-content">{PARAGRAPH * 30}<p>(Source: The Harbour Board)</p></div></article>
<nav class="post-navigation"><div class="nav-links">
<div class="nav-previous"><a href="/{number}/{each + 1}/" rel="prev">{title_of(number, each + 1)}</a></div>
</div></nav><div id="comments"><div id="respond" class="comment-respond">
<h3 id="reply-title" class="comment-reply-title">Leave a Reply</h3>
<form action="/wp-comments-post.php" method="post" id="commentform" class="comment-form">
<p class="comment-notes">Your email address will not be published. Required fields are marked {required}</p>
<p><label for="comment">Comment {required}</label><textarea id="comment" name="comment" required></textarea></p>
<p><label for="author">Name {required}</label><input id="author" name="author" required></p>
<p><label for="email">Email {required}</label><input id="email" name="email" type="email" required></p>
<p><input name="submit" type="submit" value="Post Comment">
<input type="hidden" name="comment_post_ID" value="{each}"></p></form></div></div></main>
<aside><ul>{_MENU}</ul></aside><footer><ul>{_MENU}</ul></footer></body></html>""".encode()


def _serve(port: int, feeds: int, ready: Event) -> None:
    """Serve feeds until the process is ended."""
    newest = datetime.now(UTC)
    bodies = {
        f"/{number}": feed(number, site_of(number, port), newest)
        for number in range(feeds)
    }
    tags = {
        path: f'"{hashlib.blake2b(body, digest_size=8).hexdigest()}"'
        for path, body in bodies.items()
    }

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            found = _POST.fullmatch(self.path)
            if found is not None:
                page = post(int(found[1]), int(found[2]))
                self._answer(200, page, "text/html; charset=UTF-8", "")
            elif self.path not in bodies:
                self._answer(404, b"", "text/plain", "")
            else:
                tag = tags[self.path]
                unchanged = self.headers.get("If-None-Match") == tag
                body = b"" if unchanged else bodies[self.path]
                status = 304 if unchanged else 200
                self._answer(status, body, "application/rss+xml", tag)

        def _answer(self, status: int, body: bytes, media: str, tag: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", media)
            self.send_header("Content-Length", str(len(body)))
            if tag:
                self.send_header("ETag", tag)
            self.end_headers()
            with suppress(OSError):
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 256

    server = Server(("", port), Handler)
    ready.set()
    server.serve_forever()


def site_of(number: int, port: int) -> str:
    """Where a paper is."""
    return f"http://127.0.0.{number % HOSTS + 1}:{port}"


@contextmanager
def serving(feeds: int) -> Iterator[list[str]]:
    """Serve so many feeds in a process of their own.

    Yields:
        Their addresses.
    """
    port = free_port()
    spawning = multiprocessing.get_context("spawn")
    ready = spawning.Event()
    server = spawning.Process(target=_serve, args=(port, feeds, ready), daemon=True)
    server.start()
    ready.wait()
    try:
        yield [f"{site_of(number, port)}/{number}" for number in range(feeds)]
    finally:
        server.terminate()
        server.join()
