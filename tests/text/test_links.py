"""Addresses that may be followed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.links import absolute, same_page

BASE = "https://lowfield.example/news/pier/"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("/who", "https://lowfield.example/who"),
        (
            "../tide?utm_source=feed",
            "https://lowfield.example/news/tide?utm_source=feed",
        ),
        ("//cdn.example/a.png", "https://cdn.example/a.png"),
        (" http://a.example/b c ", "http://a.example/b%20c"),
        ("http://a.example/\x1b[31m\n", "http://a.example/"),
        ('http://a.example/"<>', "http://a.example/%22%3C%3E"),
        ("http://bücher.example/ä", "http://bücher.example/ä"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("mailto:ada@example.org", None),
        ("http://[::1", None),
        ("http://a.example:port/", None),
        ("http:///path", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_are_followed(
    link: str | None, expected: str | None
) -> None:
    """They are made absolute, and keep whatever they carry."""
    assert absolute(link, BASE) == expected


def test_a_link_without_a_page_around_it_leads_nowhere() -> None:
    """A file has no address that a relative link could count from."""
    assert absolute("/who", None) is None


def test_one_page_has_several_addresses() -> None:
    """Scheme, www, a closing slash and the fragment make no other page."""
    assert same_page("http://www.a.example/b/#c", "https://a.example/b")
    assert not same_page("http://a.example/b?p=1", "https://a.example/b?p=2")
    assert not same_page(None, None)


@given(st.text(max_size=200))
def test_whatever_comes_out_is_a_web_address(link: str) -> None:
    """Or nothing does."""
    address = absolute(link, BASE)

    assert address is None or address.startswith(("http://", "https://"))
