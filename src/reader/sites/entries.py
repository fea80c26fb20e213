"""What feeds of every kind have in common."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from html import escape
from typing import Final, NamedTuple

_MOST_ENCLOSED: Final = 10


class Enclosed(NamedTuple):
    """Something to be heard or seen with an entry."""

    url: str | None
    """Where it is; absolute."""

    kind: str
    """Its media type, or nothing."""

    lasts: str
    """How long, in words, or nothing."""


def digest(*parts: str) -> str:
    """What tells an entry apart that says nothing else of itself."""
    whole = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return f"digest:{hashlib.blake2b(whole, digest_size=16).hexdigest()}"


def links_to(enclosed: Iterable[Enclosed], html: str) -> str:
    """Links to what comes with an entry, as HTML, where its text has none.

    Args:
        enclosed: What comes with it. A picture needs no link.
        html: Its text.
    """
    links = []
    for url, kind, lasts in enclosed:
        if url is None or kind.startswith("image/") or escape(url) in html:
            continue
        words = ", ".join(filter(None, (kind.partition("/")[0] or "file", lasts)))
        links.append(f'<p><a href="{escape(url)}">{escape(words)}</a></p>')
    return "".join(links[:_MOST_ENCLOSED])
