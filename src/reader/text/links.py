"""Addresses: which ones may be followed, and how they are made absolute."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from reader.text.sanitize import clean

_LONGEST = 4000
"""An address longer than this carries data rather than a place; in characters."""

_SECRET = re.compile(r"(https?://)[^\s/?#\"'<>\\]*@", re.IGNORECASE)

_NOT_IN_ADDRESS = re.compile(r"[\s<>\"`{}|\\^\x00-\x20\x7f]")


def absolute(link: str | None, base: str | None = None) -> str | None:
    """The address a link leads to, if it may be followed.

    What it carries (tracking included) stays as it is; only white space and
    what no address may hold is percent-encoded, as a browser would.

    Args:
        link: The link as the page has it, relative or not.
        base: The address of the page it stands on, or None.

    Returns:
        An absolute address whose scheme is http or https, or None.
    """
    if not link or len(link) > _LONGEST:
        return None
    bare = clean(link).strip().replace("\n", "").replace("\t", "")
    if not bare:
        return None
    try:
        whole = urljoin(base or "", bare)
        parts = urlsplit(whole)
        host = parts.hostname
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    return _NOT_IN_ADDRESS.sub(lambda found: _percent(found.group()), whole)


def without_secrets(text: str) -> str:
    """Take the names and passwords out of the addresses in a text.

    What leaves the library by our hand, a file or a message, passes here:
    `https://ada:secret@example.org/` becomes `https://example.org/`.
    """
    return _SECRET.sub(r"\1", text) if "@" in text else text


def same_page(one: str | None, other: str | None) -> bool:
    """Whether two addresses name the same page, but for scheme, `www.`, fragment and a closing slash."""
    return one is not None and other is not None and _bare(one) == _bare(other)


def spellings(address: str) -> Iterator[str]:
    """How the address of one page may be written, itself the first.

    With encryption, `www.` and a closing slash, and without.
    """
    yield address
    bare = re.sub(r"^https?://(?:www\.)?", "", address).rstrip("/")
    for scheme in ("https://", "http://"):
        for host in ("", "www."):
            for end in ("", "/"):
                other = f"{scheme}{host}{bare}{end}"
                if other != address:
                    yield other


def _bare(address: str) -> str:
    bare = re.sub(r"^https?://(?:www\.)?", "", address.partition("#")[0])
    return bare.rstrip("/")


def _percent(characters: str) -> str:
    return "".join(f"%{byte:02X}" for byte in characters.encode())
