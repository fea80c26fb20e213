"""Which addresses are asked, and how they are shown."""

from __future__ import annotations

import asyncio
import contextlib
from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.errors import CannotReach
from reader.domain.exchange import Freshness, Submission
from reader.net.addresses import after_redirect, checked, host_of, shown
from reader.net.headers import asking_whether_changed, links, media_type
from reader.net.web import Limits, Web

ODD = st.text(
    st.one_of(st.characters(), st.sampled_from("/:@?#[]%\\ \n\t\0\ud800\u202e。")),
    max_size=20,
)


@pytest.mark.parametrize(
    ("url", "seen"),
    [
        ("https://ada:secret@x.example/a?b#c", "https://x.example/a?b#c"),
        ("https://a@b@x.example/", "https://x.example/"),
        ("https://x.example/@ada", "https://x.example/@ada"),
        ("https://ada:secret@[::1/", "[::1/"),
        ("https://x.example/\x1b]0;owned\x07", "https://x.example/"),
    ],
)
def test_an_address_is_shown_without_its_secrets(url: str, seen: str) -> None:
    assert shown(url) == seen


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://X.example/", "x.example:80"),
        ("https://x.example", "x.example:443"),
        ("http://ada@x.example:8080/", "x.example:8080"),
        ("http://[::1]/", "::1:80"),
    ],
)
def test_a_host_is_its_name_and_port(url: str, host: str) -> None:
    assert host_of(url) == host


@given(ODD, ODD)
def test_a_redirect_leads_to_the_web_or_nowhere(base: str, location: str) -> None:
    with contextlib.suppress(CannotReach):
        parts = urlsplit(after_redirect(f"http://x.example/{base}", location))
        assert parts.scheme in ("http", "https")
        assert parts.hostname


@given(ODD)
def test_what_is_checked_can_be_asked(url: str) -> None:
    for whole in (url, f"http://{url}"):
        with contextlib.suppress(CannotReach):
            assert checked(whole).scheme in ("http", "https")


@given(ODD)
def test_any_header_is_read(value: str) -> None:
    assert all(link[0].startswith("http") for link in links([value], "http://x/"))
    media, _ = media_type(value)
    assert media == media.lower()
    for header in asking_whether_changed(Freshness(etag=value)).values():
        assert header.isascii()


def test_links_without_end_have_one() -> None:
    assert len(links(["</a>; rel=x," * 10_000], "http://x/")) == 100
    assert links(["<" * 100_000], "http://x/") == ()


@settings(max_examples=15, deadline=None)
@given(st.lists(ODD, min_size=10, max_size=10))
def test_whatever_is_asked_fails_in_plain_words(odd: list[str]) -> None:
    async def ask() -> None:
        async with Web(Limits(connect=1, silence=1, whole=2)) as web:
            for path in odd:
                url = f"http://127.0.0.1:9/{path}"
                with pytest.raises(CannotReach):
                    await web.fetch(url, Freshness(etag=path))
                with pytest.raises(CannotReach):
                    await web.send(
                        Submission(
                            url=url, fields=((path, path),), headers={"Referer": path}
                        )
                    )

    asyncio.run(ask())
