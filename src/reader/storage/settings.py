"""What a setting may hold: one function a kind, from TOML's value to ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from enum import StrEnum
from typing import Any, Final

from reader.domain.preferences import SecretPlace

_LONGEST_INTERVAL: Final = 366 * 24 * 60
"""Minutes."""


class Odd(Exception):
    """What is written is not what the setting takes; the rest of a sentence says so."""


def yes_or_no(value: Any) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise Odd("takes true or false")
    return value


def a_line(value: Any) -> str:
    """Read a text that has no line break, and nothing else a header could not hold."""
    if not isinstance(value, str):
        raise Odd("takes a text in quotes")
    if not value.isprintable():
        raise Odd("takes one line of text")
    return value


def hosts(value: Any) -> tuple[str, ...]:
    """Read a list of sites, as hosts: `https://www.example.org/` is `example.org`."""
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise Odd('takes a list of sites, as ["example.org", "example.com"]')
    bare = (one.strip().casefold().rpartition("://")[2] for one in value)
    return tuple(
        one.partition("/")[0].partition(":")[0].removeprefix("www.") for one in bare
    )


def selectors(value: Any) -> tuple[str, ...]:
    """Read a CSS selector, or a list of them."""
    from reader.text.page.selecting import is_selector

    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        raise Odd('takes a CSS selector, or a list of them: ["main p", ".advert"]')
    for one in listed:
        if not is_selector(one):
            raise Odd(f"takes CSS selectors, and “{one}” is none")
    return tuple(listed)


def whole_number(of: str, least: int, most: int) -> Callable[[Any], int]:
    """Make what reads a number within bounds.

    Args:
        of: What is counted.
        least: The lowest it may be.
        most: The highest it may be.
    """

    def read(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise Odd("takes a whole number")
        if not least <= value <= most:
            raise Odd(f"takes {least} to {most} {of}")
        return value

    return read


def one_of(choices: type[StrEnum]) -> Callable[[Any], StrEnum]:
    """Make what reads one of a few words."""
    *most, last = (f"“{one}”" for one in choices)

    def read(value: Any) -> StrEnum:
        if not isinstance(value, str) or value not in choices.__members__.values():
            raise Odd(f"takes {', '.join(most)} or {last}")
        return choices(value)

    return read


def minutes(value: Any) -> timedelta:
    """Read a time in minutes."""
    return timedelta(minutes=whole_number("minutes", 1, _LONGEST_INTERVAL)(value))


def secret_place(value: Any) -> SecretPlace:
    """Read where a secret is kept: `{ command = […] }` or `{ keyring = "…" }`.

    What is written is never said again: it may be the secret itself.
    """
    match value:
        case {"command": [str() as program, *arguments], **rest} if not rest:
            if program and all(isinstance(each, str) for each in arguments):
                return SecretPlace(command=(program, *arguments))
        case {"keyring": str() as service, **rest} if service and not rest:
            return SecretPlace(keyring=service)
        case Mapping():
            pass
        case str():
            raise Odd(
                "is not written down here; say where it is kept,"
                ' as { command = ["pass", "show", "NAME"] } or { keyring = "NAME" }'
            )
    raise Odd('takes { command = ["pass", "show", "NAME"] } or { keyring = "NAME" }')
