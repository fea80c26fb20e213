"""How httpx is set up, and what it is kept from doing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from reader import __version__
from reader.net.decoding import accepted

if TYPE_CHECKING:
    import httpx

USER_AGENT: Final = f"reader/{__version__} (+terminal feed reader)"

_THIS_MACHINE: Final = ("all://localhost", "all://127.0.0.1", "all://[::1]")
_LOCATION: Final = "reader.location"


def new_client(*, connect: float, silence: float, keep: bool) -> httpx.AsyncClient:
    """Make a client. It reads certificates, which takes a while.

    Args:
        connect: Seconds to wait for a connection.
        silence: Seconds to wait for the next piece of an answer.
        keep: Whether connections are used again.

    Raises:
        OSError: The certificates that the environment names cannot be read.
        ImportError: Its proxy is of a kind that we do not speak.
        ValueError: Its proxy is no address.
    """
    import httpx

    try:
        return _client(connect, silence, keep=keep)
    except httpx.InvalidURL as error:
        raise ValueError(str(error)) from error


def _client(connect: float, silence: float, *, keep: bool) -> httpx.AsyncClient:
    from http.cookiejar import CookieJar, DefaultCookiePolicy
    from importlib.util import find_spec

    import httpx

    return httpx.AsyncClient(
        headers={"User-Agent": USER_AGENT, "Accept-Encoding": accepted()},
        # Agreed on when a connection is encrypted. A comment goes by itself, and
        # over the older protocol it can be told whether a byte of it has left.
        http2=keep and find_spec("h2") is not None,
        # For this machine itself, whatever the environment's proxies are.
        mounts=dict.fromkeys(_THIS_MACHINE, None),
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
        timeout=httpx.Timeout(silence, connect=connect, pool=None),
        limits=httpx.Limits(
            max_connections=None,
            max_keepalive_connections=32 if keep else 0,
            keepalive_expiry=15,
        ),
        follow_redirects=False,
        event_hooks={"response": [_put_location_aside]},
    )


def location_of(response: httpx.Response) -> str | None:
    """Where a redirect leads, as the site wrote it."""
    location: str | None = response.extensions[_LOCATION]
    return location


def headers_of(response: httpx.Response) -> dict[str, str]:
    """Every header by its lower-case name."""
    named = {name.lower(): value for name, value in response.headers.items()}
    location = location_of(response)
    return named if location is None else named | {"location": location}


class Departure:
    """Notices when a request leaves this machine.

    Given to httpx as `extensions={"trace": …}`, which tells it each thing it is
    about to do.
    """

    def __init__(self) -> None:
        self.happened = False

    async def __call__(self, event: str, info: Mapping[str, Any]) -> None:
        """Hear of one thing that is about to be done."""
        if event.endswith("send_request_headers.started"):
            # What is said to a proxy to be connected is not the request.
            asked = info.get("request")
            self.happened |= getattr(asked, "method", b"") != b"CONNECT"


async def _put_location_aside(response: httpx.Response) -> None:
    """Keep httpx from reading where a redirect leads.

    It would build the next request at once, and raise where the address is odd:
    an answer would be lost that had come.
    """
    response.extensions[_LOCATION] = response.headers.pop("location", None)
