"""The settings a person has written down (TOML)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Final, TypeVar

from reader.domain.comment import Identity
from reader.domain.preferences import Preferences
from reader.text.sanitize import clean_line

_MEASURES: Final = range(30, 201)
"""Cells a line of the reading pane may have."""

_IDENTITY: Final = "identity"

Kept = TypeVar("Kept", Preferences, Identity)


def load(path: Path) -> tuple[Preferences, tuple[str, ...]]:
    """Read the settings.

    What is not set, or not understood, is as it would be without a file.

    Args:
        path: The file; it need not exist.

    Returns:
        The settings, and a sentence for everything in the file that is not
        understood.
    """
    try:
        kept = path.read_bytes()
    except FileNotFoundError:
        return Preferences(), ()
    except OSError as error:
        return Preferences(), (f"{path} cannot be read: {error.strerror}.",)
    import tomllib

    try:
        text = kept.decode()
        written = tomllib.loads(text)
    except UnicodeDecodeError:
        return Preferences(), (f"{path} is not in UTF-8; none of it holds.",)
    except tomllib.TOMLDecodeError as error:
        words = clean_line(str(error))
        return Preferences(), (f"{path} is not TOML; none of it holds: {words}.",)
    reading = _Reading(path, text)
    preferences = Preferences()
    identity = written.pop(_IDENTITY, {})
    if isinstance(identity, Mapping):
        signed = reading.taken(Identity(), identity)
        preferences = replace(preferences, identity=signed)
    else:
        reading.warn(_IDENTITY, "is a table: [identity]")
    return reading.taken(preferences, written), tuple(reading.warnings)


class _Reading:
    """Takes over what is understood of a file, and warns of the rest."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = text.splitlines()
        self.warnings: list[str] = []

    def warn(self, key: str, words: str) -> None:
        """Say what is odd, and in which line."""
        wanted = re.compile(rf"""\s*\[?\s*["']?{re.escape(key)}["']?\s*[\].=]""")
        line = next(
            (at for at, line in enumerate(self._lines, 1) if wanted.match(line)), None
        )
        where = f"{self._path}, line {line}" if line else str(self._path)
        self.warnings.append(f"{where}: “{clean_line(key)}” {words}.")

    def taken(self, defaults: Kept, written: Mapping[str, Any]) -> Kept:
        """Settings with what is written in place of their defaults."""
        known = {one.name for one in fields(defaults)} - {_IDENTITY}
        for key, value in written.items():
            if key not in known:
                from difflib import get_close_matches

                near = get_close_matches(key, known, n=1)
                meant = f"; did you mean “{near[0]}”" if near else ""
                self.warn(key, f"is no setting{meant}")
                continue
            wrong = _wrong(getattr(defaults, key), value) or _out_of_range(key, value)
            if wrong is not None:
                self.warn(key, wrong)
                continue
            defaults = replace(defaults, **{key: value})
        return defaults


def _wrong(default: Any, value: Any) -> str | None:
    """What is wrong with a value's kind, or None."""
    if type(value) is type(default):
        return None
    kinds = {bool: "true or false", int: "a whole number", str: "a text in quotes"}
    return f"takes {kinds[type(default)]}"


def _out_of_range(key: str, value: Any) -> str | None:
    if key == "measure" and value not in _MEASURES:
        return f"takes {_MEASURES[0]} to {_MEASURES[-1]} cells"
    return None
