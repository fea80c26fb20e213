"""What is set for a source is found by its address, its site, its name, its host."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reader.domain.preferences import (
    NOTHING_SET,
    Preferences,
    SecretPlace,
    SourceSettings,
    source_key,
)

MINE = SourceSettings(
    full_text=True, username="ada", password=SecretPlace(keyring="example")
)


def set_for(key: str, settings: SourceSettings = MINE) -> Preferences:
    return Preferences(sources={source_key(key): settings})


@pytest.mark.parametrize(
    ("key", "url"),
    [
        ("https://example.org/feed/", "https://example.org/feed/"),
        ("https://example.org/feed", "https://example.org/feed/"),
        ("https://example.org/", "https://example.org/feed/"),
        ("example.org", "https://www.example.org/feed/"),
        ("Example.org", "http://example.org/feed/"),
        ("127.0.0.1", "http://127.0.0.1:8000/feed"),
        ("127.0.0.1:8000", "http://127.0.0.1:8000/feed"),
        ("[::1]", "http://[::1]:8000/feed"),
        ("example.org", "https://bob:pw@example.org/feed/"),
    ],
)
def test_an_address_or_its_host_is_known_with_its_secrets(key: str, url: str) -> None:
    assert set_for(key).for_source(url) == MINE


@pytest.mark.parametrize(
    ("key", "url"),
    [
        ("https://example.org/feed", "https://example.org/other"),
        ("example.org", "https://example.org.evil.net/feed"),
        ("127.0.0.1:8000", "http://127.0.0.1:8001/feed"),
        ("https://example.org", "http://example.org/feed"),
        ("paper", "https://example.org/feed"),
        ("example.org", "not an address"),
        ("example.org", "http://[broken"),
    ],
)
def test_another_address_has_nothing_of_it(key: str, url: str) -> None:
    assert set_for(key).for_source(url) == NOTHING_SET


@pytest.mark.parametrize("key", ["The Paper", "bank.example", "https://bank.example"])
def test_what_a_feed_says_of_itself_opens_no_way_to_a_secret(key: str) -> None:
    found = set_for(key).for_source(
        "https://evil.example/feed", site="https://bank.example/", name=key
    )
    assert found == SourceSettings(full_text=True)


def test_the_more_exact_goes_first_and_the_wider_fills_in() -> None:
    preferences = Preferences(
        sources={
            "example.org": SourceSettings(
                interval=timedelta(hours=1), user_agent="wide", full_text=True
            ),
            "paper": SourceSettings(interval=timedelta(hours=2)),
            "https://example.org/feed": SourceSettings(full_text=False),
        }
    )
    assert preferences.for_source(
        "https://example.org/feed", name="Paper"
    ) == SourceSettings(interval=timedelta(hours=2), user_agent="wide", full_text=False)


def test_a_secret_is_kept_in_one_place() -> None:
    with pytest.raises(ValueError, match="one place"):
        SecretPlace()
    with pytest.raises(ValueError, match="one place"):
        SecretPlace(command=("pass",), keyring="example")
