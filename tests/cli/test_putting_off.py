"""Putting off modules until something of them is asked for."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from reader.cli.putting_off import Later, put_off


def test_a_module_comes_when_something_of_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whoever imports it before and after has the same things of it."""
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    put_off("colorsys")
    import colorsys as before

    assert isinstance(before, Later)
    assert before.ONE_THIRD == 1 / 3
    import colorsys as after

    assert not isinstance(after, Later)
    assert before.rgb_to_hls is after.rgb_to_hls
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        before.nothing  # noqa: B018


def test_a_module_that_is_there_stays() -> None:
    """Nothing that is in use is taken from anybody."""
    put_off("sys", "subprocess")
    assert sys.modules["sys"] is sys
    assert sys.modules["subprocess"] is subprocess


def test_threads_that_ask_at_once_all_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is imported once, and nobody sees the half of it."""
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    put_off("colorsys")
    later = sys.modules["colorsys"]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: later.hls_to_rgb, range(64)))
    assert set(found) == {sys.modules["colorsys"].hls_to_rgb}


ENCRYPTED = """
import sys
from reader.cli.putting_off import PUT_OFF, put_off

put_off(*PUT_OFF)
import asyncio

def speaking(side):
    import ssl
    context = ssl.SSLContext(side)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    # In these two nobody has to say who they are.
    context.set_ciphers("ADH:AECDH:@SECLEVEL=0")
    return context

async def greet(reader, writer):
    writer.write(b"hello")
    writer.close()

async def main():
    assert "_ssl" not in sys.modules
    import ssl
    theirs, ours = map(speaking, (ssl.PROTOCOL_TLS_SERVER, ssl.PROTOCOL_TLS_CLIENT))
    server = await asyncio.start_server(greet, "127.0.0.1", 0, ssl=theirs)
    address = server.sockets[0].getsockname()
    reader, writer = await asyncio.open_connection(*address, ssl=ours)
    print(await reader.read())
    writer.close()
    server.close()

asyncio.run(main())
"""


def test_encryption_is_there_when_a_site_is_asked() -> None:
    """The event loop, which was begun without it, finds it too."""
    ran = subprocess.run(
        [sys.executable, "-c", ENCRYPTED], capture_output=True, text=True, check=False
    )
    assert ran.stdout == "b'hello'\n", ran.stderr
