"""What an answer's headers say."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urljoin, urlsplit

from reader.domain.exchange import Access, Freshness

_MOST_LINKS: Final = 100

_LINK: Final = re.compile(r"<([^<>]{0,4000})>((?:[^\",<]|\"[^\"]{0,1000}\")*)")
_PARAMETER: Final = re.compile(r";\s*([\w*!-]+)\s*=\s*(?:\"([^\"]*)\"|([^\s;,\"]*))")


def media_type(value: str) -> tuple[str, str | None]:
    """Read a `Content-Type`.

    Returns:
        The media type in lower case (empty if there is none), and the charset.
    """
    if "/" not in value:
        return "", None
    from email.message import Message

    message = Message()
    message["content-type"] = value
    charset = message.get_content_charset()
    return message.get_content_type(), charset or None


def links(values: list[str], base: str) -> tuple[tuple[str, str, str], ...]:
    """Read `Link` headers.

    Args:
        values: The headers' values.
        base: What their addresses are relative to.

    Returns:
        (absolute address, rel, media type) in order; a link with two relations
        comes twice, and only http and https ones come at all.
    """
    found: list[tuple[str, str, str]] = []
    for value in values:
        for link in _links_in(value, base):
            found.append(link)
            if len(found) == _MOST_LINKS:
                return tuple(found)
    return tuple(found)


def _links_in(value: str, base: str) -> Iterator[tuple[str, str, str]]:
    for match in _LINK.finditer(value):
        try:
            address = urljoin(base, match[1].strip())
            scheme = urlsplit(address).scheme
        except ValueError:
            continue
        if scheme not in ("http", "https"):
            continue
        named = {
            name.lower(): quoted or bare
            for name, quoted, bare in _PARAMETER.findall(match[2])
        }
        for relation in named.get("rel", "").split():
            yield address, relation, named.get("type", "").lower()


def asking_whether_changed(freshness: Freshness) -> dict[str, str]:
    """The headers of a conditional request.

    One validator is sent, not both: WordPress wants both to match if it gets
    both. An entity tag that a compressing proxy has weakened (`W/"…"`) or
    marked (`…-gzip"`) matches nowhere, so the date goes before it.
    """
    etag, date = _sendable(freshness.etag), _sendable(freshness.last_modified)
    if etag and not (date and _spoilt(etag)):
        return {"If-None-Match": etag}
    if date:
        return {"If-Modified-Since": date}
    return {}


def introducing(access: Access | None) -> dict[bytes, bytes]:
    """The headers that say who we are, and let us in.

    In bytes, as a name or a cookie may hold more than ASCII.
    """
    if access is None:
        return {}
    said: dict[bytes, bytes] = {}
    if access.user_agent is not None:
        said[b"User-Agent"] = access.user_agent.encode()
    if access.username is not None:
        pair = f"{access.username}:{access.password or ''}"
        said[b"Authorization"] = b"Basic " + b64encode(pair.encode())
    if access.cookie is not None:
        said[b"Cookie"] = access.cookie.encode()
    return said


def fresh_for(headers: Mapping[str, str]) -> float | None:
    """How many seconds an answer stays as it is, as `Cache-Control` says it.

    Args:
        headers: By name, in any case.
    """
    said = headers.get("cache-control", "").lower()
    if re.search(r"\bno-(?:cache|store)\b", said):
        return None
    found = re.search(r"\bmax-age\s*=\s*\"?(\d{1,9})\b", said)
    if found is None:
        return None
    age = headers.get("age", "").strip()
    spent = int(age) if re.fullmatch(r"[0-9]{1,9}", age) else 0
    return float(max(int(found[1]) - spent, 0))


def _sendable(value: str | None) -> str | None:
    """A validator as it came, unless no header can hold it."""
    return value if value and value.isascii() and value.isprintable() else None


def _spoilt(etag: str) -> bool:
    return etag.startswith("W/") or etag.rstrip('"').endswith(("-gzip", "-df", "-br"))
