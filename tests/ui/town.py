"""A small town's news site on loopback: pages, a feed, and a comment form."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple
from urllib.parse import parse_qs


class Post(NamedTuple):
    """An article of the site."""

    path: str
    title: str
    day: str
    paragraphs: tuple[str, ...]


POSTS = (
    Post(
        "/ferry-timetable/",
        "“Nobody asked the crews”: new ferry timetable meets resistance",
        "2020-06-26T16:30:00+02:00",
        (
            "The harbour company will run its ferries every forty minutes from August, ten minutes later than now.",
            "“Nobody asked the crews,” said Ada Moreno, who has steered the Linnet for eleven years. “We would have told them what forty minutes mean for somebody who has to catch a train.”",
            "The company’s spokesman, Tom Reid, told the council that the old timetable “was never kept on more than two days of a week.” He added: “A promise that cannot be kept is no service to anybody.”",
            "“We will listen,” he said, “but the boats will not get faster.”",
            "The council votes on the timetable on Thursday.",
            "(Source: Harbour Gazette)",
        ),
    ),
    Post(
        "/library-hours/",
        "Library to close on Mondays, committee says",
        "2020-06-25T09:00:00+02:00",
        (
            "The town library will close on Mondays from September, the culture committee decided on Wednesday.",
            "“It is the quietest day, and it pays for the children’s afternoon,” said the committee’s chair, Ines Halloran.",
            "Readers who signed a petition against it were not convinced. Peter Osei pointed out that “quiet is what some of us come for.”",
        ),
    ),
    Post(
        "/flood-wall/",
        "Flood wall finished two years late",
        "2020-06-24T11:00:00+02:00",
        (
            "The wall along the lower quay is finished, two years later than planned and four million over its price.",
            "“It stands, and that is what counts when the water comes,” said the engineer Ruth Adeyemi.",
            "According to the auditors, “no single decision explains the delay.”",
        ),
    ),
    Post(
        "/school-meals/",
        "School meals: what the auditors found [and what they did not]",
        "2020-06-23T08:15:00+02:00",
        (
            "Three of nine kitchens passed the auditors’ inspection at once.",
            "“Six did not, and all six have been told what to change,” the report says.",
        ),
    ),
    Post(
        "/market-square/",
        "市場広場の工事、八月に始まる — Market square works begin in August",
        "2020-06-22T07:00:00+02:00",
        ("The square will be paved anew. The market moves to the quay.",),
    ),
)

FORM = """
<div id="respond" class="comment-respond">
<h3 id="reply-title" class="comment-reply-title">Leave a Reply</h3>
<form action="/wp-comments-post.php" method="post" id="commentform" class="comment-form">
<p class="comment-notes"><span id="email-notes">Your email address will not be published.</span>
<span class="required-field-message">Required fields are marked <span class="required">*</span></span></p>
<p class="comment-form-comment"><label for="comment">Comment <span class="required">*</span></label>
<textarea id="comment" name="comment" cols="45" rows="8" maxlength="65525" required></textarea></p>
<p class="comment-form-author"><label for="author">Name <span class="required">*</span></label>
<input id="author" name="author" type="text" value="" size="30" maxlength="245" required /></p>
<p class="comment-form-email"><label for="email">Email <span class="required">*</span></label>
<input id="email" name="email" type="email" value="" size="30" maxlength="100" required /></p>
<p class="comment-form-url"><label for="url">Website</label>
<input id="url" name="url" type="url" value="" size="30" maxlength="200" /></p>
<p class="comment-form-cookies-consent"><input id="wp-comment-cookies-consent"
 name="wp-comment-cookies-consent" type="checkbox" value="yes" />
<label for="wp-comment-cookies-consent">Save my name, email, and website in this browser for the next time I comment.</label></p>
<p class="form-submit"><input name="submit" type="submit" id="submit" class="submit" value="Post Comment" />
<input type='hidden' name='comment_post_ID' value='%d' id='comment_post_ID' />
<input type='hidden' name='comment_parent' id='comment_parent' value='0' /></p>
</form></div>
"""


@dataclass
class Town:
    """The site, and what was sent to it."""

    address: str
    comments: list[dict[str, str]] = field(default_factory=list)
    refusal: str | None = None
    """What it says to a comment instead of taking it."""

    slow: float = 0.0
    """Seconds it takes over a comment."""

    several: bool = False
    """Whether its first page names a second feed."""

    failing: bool = False
    """Whether it answers everything with a failure."""

    posts: tuple[Post, ...] = POSTS
    form: str = FORM
    """What stands under a post, with a place for its number."""

    def page(self, path: str) -> str | None:
        """The page at a path, or None."""
        for number, post in enumerate(self.posts):
            if post.path == path:
                return self._article(number, post)
        return None

    def _article(self, number: int, post: Post) -> str:
        text = "\n".join(f"<p>{one}</p>" for one in post.paragraphs)
        said = "\n".join(
            f'<li class="comment" id="comment-{at}"><article class="comment-body">'
            f'<b class="fn">{one["author"]}</b><div class="comment-content"><p>{one["comment"]}</p>'
            "</div></article></li>"
            for at, one in enumerate(self.comments, 1)
            if one["comment_post_ID"] == str(number + 1)
        )
        links = ""
        if number + 1 < len(self.posts):
            older = self.posts[number + 1]
            links += f'<div class="nav-previous"><a href="{older.path}" rel="prev">{older.title}</a></div>'
        if number:
            newer = self.posts[number - 1]
            links += f'<div class="nav-next"><a href="{newer.path}" rel="next">{newer.title}</a></div>'
        return f"""<!DOCTYPE html><html lang="en"><head><title>{post.title} – Town News</title>
<meta name="generator" content="WordPress 6.1"><meta property="og:site_name" content="Town News">
<meta property="article:published_time" content="{post.day}">
<link rel="alternate" type="application/rss+xml" href="/feed/"></head>
<body class="single single-post"><main><article id="post-{number + 1}" class="post hentry">
<header><h1 class="entry-title">{post.title}</h1>
<time class="entry-date published" datetime="{post.day}">{post.day[:10]}</time></header>
<div class="entry-content">{text}</div></article>
<nav class="post-navigation">{links}</nav>
<ol class="comment-list">{said}</ol>{self.form.replace("%d", str(number + 1))}</main></body></html>"""

    def front(self) -> str:
        """The site's first page."""
        items = "".join(
            f'<li><a href="{one.path}">{one.title}</a></li>' for one in self.posts
        )
        second = (
            '<link rel="alternate" type="application/rss+xml" title="Harbour" href="/harbour/feed/">'
            if self.several
            else ""
        )
        return f"""<!DOCTYPE html><html lang="en"><head><title>Town News</title>
<link rel="alternate" type="application/rss+xml" title="Town News" href="/feed/">{second}</head>
<body><ul>{items}</ul></body></html>"""

    def feed(self) -> str:
        """The site's feed."""
        from datetime import datetime
        from email.utils import format_datetime
        from xml.sax.saxutils import escape

        items = "".join(
            f"<item><title>{escape(one.title)}</title><link>{self.address}{one.path}</link>"
            f'<guid isPermaLink="false">town-{one.path}</guid>'
            f"<pubDate>{format_datetime(datetime.fromisoformat(one.day))}</pubDate>"
            f"<description>{escape(one.paragraphs[0])}</description>"
            "<content:encoded><![CDATA["
            + "".join(f"<p>{text}</p>" for text in one.paragraphs)
            + f"]]></content:encoded><slash:comments>{at}</slash:comments></item>"
            for at, one in enumerate(self.posts)
        )
        return (
            '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"'
            ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
            ' xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel>'
            f"<title>Town News</title><link>{self.address}/</link>"
            f"<language>en</language><description>News</description>{items}</channel></rss>"
        )


@contextmanager
def open_town() -> Iterator[Town]:
    """Run the site until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def _answer(
            self, status: int, body: str, content_type: str, **headers: str
        ) -> None:
            data = body.encode()
            self.send_response(status)
            self.send_header("Content-Type", f"{content_type}; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            if town.failing:
                self._answer(503, "Out of order", "text/html")
            elif path == "/":
                self._answer(200, town.front(), "text/html")
            elif path == "/feed/":
                self._answer(200, town.feed(), "application/rss+xml")
            else:
                page = town.page(path)
                self._answer(
                    404 if page is None else 200, page or "Not found", "text/html"
                )

        def do_POST(self) -> None:
            time.sleep(town.slow)
            length = int(self.headers["Content-Length"])
            sent = parse_qs(self.rfile.read(length).decode(), keep_blank_values=True)
            comment = {name: values[0] for name, values in sent.items()}
            if town.refusal is not None:
                body = f'<html><body id="error-page"><div class="wp-die-message"><p>{town.refusal}</p></div></body></html>'
                self._answer(200, body, "text/html")
                return
            town.comments.append(comment)
            post = town.posts[int(comment["comment_post_ID"]) - 1]
            where = f"{town.address}{post.path}#comment-{len(town.comments)}"
            self._answer(302, "", "text/html", Location=where)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    town = Town(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield town
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
