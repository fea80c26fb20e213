"""Addresses that a page gives."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from reader.text.sanitize import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def address_of(root: HtmlElement, url: str | None) -> str:
    """A page's address; of one that came from a file, the one it gives itself, or nothing."""
    if url:
        return url
    for link in root.iter("link"):
        if link.get("rel", "").lower() == "canonical":
            return http_address("", link.get("href", "")) or ""
    return ""


def http_address(base: str, reference: str) -> str | None:
    """Resolve a reference, or None if it is no http or https address."""
    try:
        url = urljoin(base, clean_line(reference))
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None
