"""Lists of subscriptions, whatever program wrote them."""

from __future__ import annotations

from reader.domain.errors import CannotUnderstand
from reader.sites.bookmarks import bookmarks_in, looks_like_bookmarks
from reader.sites.listed import Subscriptions
from reader.sites.newsboat import urls_in
from reader.sites.opml import opml_in


def subscriptions_in(body: bytes) -> Subscriptions:
    """Read a list of subscriptions: OPML, newsboat's `urls`, a browser's bookmarks.

    Which it is, its bytes say. Nothing in it is ever run or fetched, and only
    http and https are taken.

    Raises:
        CannotUnderstand: It is none of them.
    """
    if looks_like_bookmarks(body):
        return bookmarks_in(body)
    if body.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0").startswith(b"<"):
        return opml_in(body)
    if b"\0" in body:
        raise CannotUnderstand("This is no list of subscriptions.")
    return urls_in(body.decode("utf-8-sig", "replace"))
