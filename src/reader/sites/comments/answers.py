"""What every answer of a site has: bytes in some charset, a title, a request for patience."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from reader.domain.exchange import Page, Reply
from reader.sites.comments.addresses import http_address
from reader.text.markup.tree import text_of, tree_of
from reader.text.page.decoding import decode
from reader.text.sanitize import clean_line

LONGEST_WORDS: Final = 1000
"""Characters of a site's own words that are kept."""

MOST_ROWS: Final = 2000
"""Comments of one answer that are looked at."""

LONGEST_WAIT: Final = 86_400.0
"""Seconds; a site that asks for more is treated as if it asked for this."""

_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)


def text_of_page(page: Page) -> str:
    """A page's bytes as text."""
    return decode(page.body, page.charset)


def text_of_body(reply: Reply) -> str:
    """A reply's bytes as text."""
    charset = _CHARSET.search(reply.headers.get("content-type", ""))
    return decode(reply.body, charset[1] if charset else None)


def title_of(reply: Reply) -> str:
    """The title of the page that a site answered with, or nothing."""
    root = tree_of(text_of_body(reply))
    title = None if root is None else root.find(".//title")
    words = "" if title is None else "".join(title.itertext())
    return clean_line(words)[:LONGEST_WORDS]


def words_of(reply: Reply) -> str:
    """All that a site's answer says, up to a limit."""
    root = tree_of(text_of_body(reply))
    return "" if root is None else text_of(root)[:LONGEST_WORDS]


def place_of(reply: Reply) -> str | None:
    """Where a redirect leads, or None if it says nothing that could be followed."""
    location = reply.headers.get("location", "").strip()
    return http_address(reply.url, location) if location else None


def json_in(body: bytes) -> Any:
    """What a JSON answer holds, or None if it is none."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def object_in(body: bytes) -> dict[str, Any]:
    """The JSON object that an answer is; an empty one if it is none."""
    shape = json_in(body)
    return shape if isinstance(shape, dict) else {}


def objects_in(rows: object) -> list[dict[str, Any]]:
    """The objects of a JSON list; none if it is no list."""
    return (
        [one for one in rows if isinstance(one, dict)] if isinstance(rows, list) else []
    )


def wait_asked_for(reply: Reply) -> float:
    """The seconds that a `Retry-After` header asks for; 0 if there is none."""
    asked = reply.headers.get("retry-after", "").strip()
    if asked.isascii() and asked.isdecimal():
        return min(float(asked[:9]), LONGEST_WAIT)
    return 0.0
