"""What goes over the wire and comes back, without the wire's own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


def _no_headers() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """What a site told us last time, so that it may answer “unchanged”."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What we call ourselves at an address, and what lets us in there."""

    user_agent: str | None = None
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    cookie: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An answer with a body."""

    url: str
    """Where the body came from, after redirects."""

    body: bytes
    content_type: str = ""
    """The media type, lower case, without parameters; empty if not said."""

    charset: str | None = None
    """The charset the answer declares, or None."""

    freshness: Freshness = field(default_factory=Freshness)
    links: tuple[tuple[str, str, str], ...] = ()
    """The `Link` header: (absolute address, rel, type), in order."""

    moved: str | None = None
    """Where the address has moved for good (301, 308), or None."""

    fresh_for: float | None = None
    """Seconds for which the site says it will stay so, or None."""


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The site has nothing newer than what we have."""

    url: str
    fresh_for: float | None = None
    """Seconds for which the site says it will stay so, or None."""


class Encoding(StrEnum):
    """How a submission's fields are written."""

    FORM = "form"
    """`application/x-www-form-urlencoded`, always UTF-8."""

    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """A comment as it goes on the wire."""

    url: str
    fields: tuple[tuple[str, str], ...]
    encoding: Encoding = Encoding.FORM
    document: str = ""
    """The JSON itself, where not everything in it is text; then `fields` is empty."""

    headers: Mapping[str, str] = field(default_factory=_no_headers)
    access: Access | None = None
    """What lets this one in, whatever else lets us in there; never over plain http
    but on the local network."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a site answered to a submission. Redirects are not followed."""

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=_no_headers)
    """By lower-case name."""

    body: bytes = b""
