"""Web addresses: which ones are asked, and how they are shown."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Final
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from reader.domain.errors import CannotReach
from reader.text.sanitize import clean_line

SCHEMES: Final = frozenset({"http", "https"})
"""What is asked, whatever a link, a redirect or a file says."""


def shown(url: str) -> str:
    """An address as it may be shown, logged and kept: without name and password."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return clean_line(url.rpartition("@")[2])
    bare = parts._replace(netloc=parts.netloc.rpartition("@")[2])
    return clean_line(urlunsplit(bare))


def checked(url: str) -> SplitResult:
    """Take an address apart, if it is one that may be asked.

    Raises:
        CannotReach: It is not an http or https address with a host.
    """
    try:
        # Half a surrogate pair is no character: nothing can be made of it.
        url.encode()
        parts = urlsplit(url.strip())
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise CannotReach(shown(url), "That is not a web address.") from None
    if parts.scheme not in SCHEMES:
        raise CannotReach(shown(url), "Only http and https addresses are opened.")
    if not host:
        raise CannotReach(shown(url), "That is not a web address: it names no site.")
    return parts._replace(fragment="")


def keeps_secrets(url: str) -> bool:
    """Whether nobody else on the way reads what is sent: https, or the local network."""
    parts = urlsplit(url)
    if parts.scheme == "https":
        return True
    host = parts.hostname or ""
    try:
        address = ip_address(host)
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local"))
    return address.is_private or address.is_loopback or address.is_link_local


def host_of(url: str) -> str:
    """The host an address is asked at, with its port."""
    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return f"{parts.hostname}:{port}"


def after_redirect(url: str, location: str) -> str:
    """Where a redirect leads.

    The name and password of `url` go along only to the same scheme, host and
    port; those a site writes into its own redirect never do.

    Raises:
        CannotReach: It leads to something that is not asked.
    """
    try:
        target = urlsplit(urljoin(url, location.strip()))
    except ValueError:
        raise CannotReach(
            shown(url), "The site redirects to something that is no web address."
        ) from None
    try:
        bare = checked(
            urlunsplit(target._replace(netloc=target.netloc.rpartition("@")[2]))
        )
    except CannotReach as error:
        raise CannotReach(
            shown(url),
            f"The site redirects to {error.url or 'nowhere'}, and only http and https addresses are opened.",
        ) from None
    before = urlsplit(url)
    secrets, at, _ = before.netloc.rpartition("@")
    same = (before.scheme, host_of(url)) == (bare.scheme, host_of(urlunsplit(bare)))
    if at and same:
        bare = bare._replace(netloc=f"{secrets}@{bare.netloc}")
    return urlunsplit(bare)
