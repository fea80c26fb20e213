"""Why a site could not be reached, in one plain sentence."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from reader.text.sanitize import clean_line

_STATUSES: Final = {
    304: "The site says that nothing has changed, though nobody asked.",
    400: "The site does not understand the request.",
    401: "The site wants a name and a password.",
    403: "The site does not let us in.",
    404: "There is no such page.",
    405: "The site does not answer there.",
    406: "The site does not answer there.",
    408: "The site gave up waiting.",
    410: "The page is gone for good.",
    429: "The site asks us to come less often.",
    451: "The page is withheld for legal reasons.",
}


def why_status(status: int, wait: float | None = None) -> str:
    """Say what an answer's status means.

    Args:
        status: The HTTP status; anything but 200.
        wait: Seconds the site asked us to wait, or None.
    """
    if status in _STATUSES:
        reason = _STATUSES[status]
    elif status >= 500:
        reason = f"The site has trouble of its own (status {status})."
    elif status >= 400:
        reason = f"The site refuses (status {status})."
    else:
        reason = f"The site answers without a page (status {status})."
    if wait:
        reason += f" It asks us to wait for {span(wait)}."
    return reason


def is_distrust(error: BaseException) -> bool:
    """Whether it was the site's certificate that kept us away."""
    return any(
        isinstance(each, ssl.SSLCertVerificationError) for each in _causes(error)
    )


def is_offline(error: BaseException) -> bool:
    """Whether it is our own network that is missing, as far as one can tell."""
    return any(
        (isinstance(each, socket.gaierror) and each.errno == socket.EAI_AGAIN)
        or (
            isinstance(each, OSError)
            and each.errno in (errno.ENETUNREACH, errno.ENETDOWN)
        )
        for each in _causes(error)
    )


def why_no_answer(error: BaseException, url: str, silence: float) -> str:
    """Say why there was no answer at all.

    Args:
        error: What was raised.
        url: The address we asked for.
        silence: Seconds after which we stop waiting for the next piece.
    """
    import httpx

    host = clean_line(urlsplit(url).hostname or "")
    for cause in _causes(error):
        reason = _why_system(cause, host)
        if reason:
            return reason
    match error:
        case httpx.ConnectTimeout():
            return f"{host} does not answer."
        case httpx.ReadTimeout() | httpx.WriteTimeout():
            return f"{host} fell silent for {span(silence)}."
        case TimeoutError():
            return f"{host} takes too long."
        case httpx.ProxyError():
            return "The proxy does not let us through."
        case httpx.InvalidURL() | httpx.UnsupportedProtocol():
            return "That is not a web address."
        case httpx.ReadError() | httpx.WriteError() | httpx.RemoteProtocolError():
            return f"{host} broke off before its answer was complete."
        case httpx.ConnectError():
            return f"{host} could not be reached."
    return f"Asking {host} failed."


def _why_system(cause: BaseException, host: str) -> str | None:
    match cause:
        case ssl.SSLCertVerificationError():
            return (
                f"The certificate of {host} cannot be trusted: {clean_line(cause.verify_message)}."
                " If you trust it yourself, name its file in SSL_CERT_FILE."
            )
        case ssl.SSLError():
            return (
                f"{host} does not speak a kind of encryption that we do; perhaps it"
                " has no https, and http will do."
            )
        case socket.gaierror(errno=socket.EAI_AGAIN):
            return f"The name {host} could not be looked up; is there a network?"
        case socket.gaierror():
            return f"There is no site named {host}."
        case ConnectionRefusedError():
            return f"Nobody answers at {host}."
        case OSError(errno=errno.ENETUNREACH | errno.EHOSTUNREACH):
            return f"There is no way to {host}; is there a network?"
    return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error, what caused it, and what was tried side by side."""
    seen: set[int] = set()
    waiting: list[BaseException] = [error]
    while waiting:
        cause = waiting.pop()
        if id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        if isinstance(cause, BaseExceptionGroup):
            waiting.extend(cause.exceptions)
        waiting.extend(
            each for each in (cause.__cause__, cause.__context__) if each is not None
        )


def span(seconds: float) -> str:
    """A stretch of time as a person says it: `45 seconds`, `2 minutes`, `3 hours`."""
    for unit, length in (("hour", 3600), ("minute", 60)):
        if seconds >= 2 * length:
            return f"{round(seconds / length)} {unit}s"
    whole = max(1, round(seconds))
    return f"{whole} second" if whole == 1 else f"{whole} seconds"
