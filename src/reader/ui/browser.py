"""Handing an address to the reader's browser."""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from textual.app import App, SuspendNotSupported

from reader.ui.lending import lent


def can_be_opened(url: str | None) -> bool:
    """Whether an address may be handed over: http and https only."""
    if not url:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


async def open_in_browser(app: App[Any], url: str) -> bool:
    """Open an address with `$BROWSER`, or with what the system has.

    A browser that runs in the terminal gets the terminal until it ends. No
    shell sees the address: it is one argument of a command.

    Args:
        app: The program, which may have to step aside.
        url: An address for which `can_be_opened` holds.

    Returns:
        Whether a browser took it.
    """
    import asyncio
    import webbrowser

    if not can_be_opened(url):
        return False
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    if type(browser) is webbrowser.GenericBrowser:
        with suppress(SuspendNotSupported), lent(app):
            return browser.open(url)
    return await asyncio.to_thread(browser.open, url)
