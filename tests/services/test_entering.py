"""What lets us in is had from where it is kept, and shown nowhere."""

from __future__ import annotations

import asyncio
import sys
from types import ModuleType

import pytest

from reader.domain.errors import CannotReach
from reader.domain.preferences import Preferences, SecretPlace, SourceSettings
from reader.services.entering import Entering
from reader.storage.secrets import NoSecret, secret_at

URL = "https://example.org/feed"


def prints(text: str) -> SecretPlace:
    return SecretPlace(command=(sys.executable, "-c", f"print({text!r})"))


def entering(settings: SourceSettings) -> Entering:
    return Entering(Preferences(sources={"example.org": settings}))


async def test_nothing_is_said_where_nothing_is_set() -> None:
    one = entering(SourceSettings(username="ada", password=prints("secret")))
    assert await one.access("https://other.example/") is None


async def test_a_command_gives_its_first_line() -> None:
    one = entering(
        SourceSettings(
            user_agent="Mine",
            username="ada",
            password=prints("secret\nuser: ada"),
            cookie=prints("id=1; b=2"),
        )
    )
    access = await one.access(URL)
    assert access is not None
    assert (access.user_agent, access.username) == ("Mine", "ada")
    assert (access.password, access.cookie) == ("secret", "id=1; b=2")


async def test_many_at_once_ask_for_a_secret_once() -> None:
    asked = []

    def secret(place: SecretPlace, account: str) -> str:
        asked.append((place.keyring, account))
        return "secret"

    settings = SourceSettings(username="ada", password=SecretPlace(keyring="paper"))
    one = Entering(Preferences(sources={"example.org": settings}), secret)
    await asyncio.gather(*(one.access(f"{URL}/{number}") for number in range(9)))
    assert asked == [("paper", "ada")]


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        (SecretPlace(command=("/nowhere/pass", "show")), "No such file"),
        (
            SecretPlace(command=(sys.executable, "-c", "raise SystemExit(3)")),
            "ended with 3",
        ),
        (prints(""), "is empty where it is kept"),
        (prints("a\x1b[2J"), "is not one line of text"),
    ],
)
async def test_a_secret_that_cannot_be_had_is_said_in_plain_words(
    place: SecretPlace, reason: str
) -> None:
    one = entering(SourceSettings(username="ada", password=place))
    with pytest.raises(CannotReach, match=reason) as caught:
        await one.access(URL)
    assert caught.value.reason.startswith("The password for it ")


def test_a_secret_is_taken_from_the_systems_keyring(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ring, errors = ModuleType("keyring"), ModuleType("keyring.errors")
    kept = {("paper", "ada"): "secret"}
    ring.get_password = lambda *of: kept.get(of)  # type: ignore[attr-defined]
    errors.KeyringError = RuntimeError  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", ring)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    assert secret_at(SecretPlace(keyring="paper"), "ada") == "secret"
    with pytest.raises(NoSecret, match="as bob of paper"):
        secret_at(SecretPlace(keyring="paper"), "bob")


def test_where_there_is_no_keyring_it_is_said_how_to_get_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(NoSecret, match=r"pip install 'reader-tui\[keyring\]'"):
        secret_at(SecretPlace(keyring="paper"), "ada")
