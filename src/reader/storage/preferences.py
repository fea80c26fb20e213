"""The settings a person has written down (TOML)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Final, TypeVar

from reader.domain.dates import Dates
from reader.domain.errors import CannotKeep
from reader.domain.identity import Identity
from reader.domain.preferences import (
    Bidi,
    Images,
    Preferences,
    Signature,
    SourceSettings,
    Spacing,
    source_key,
)
from reader.storage.settings import (
    Odd,
    a_line,
    hosts,
    minutes,
    one_of,
    secret_place,
    selectors,
    whole_number,
    yes_or_no,
)
from reader.text.sanitize import clean_line

Kept = TypeVar("Kept", Preferences, Identity, SourceSettings)
Reader = Callable[[Any], Any]
"""Reads what is written for one setting, or raises `Odd`."""

_GENERAL: Final[Mapping[str, Reader]] = {
    "theme": a_line,
    "measure": whole_number("cells", 30, 200),
    "marks": yes_or_no,
    "spacing": one_of(Spacing),
    "dates": one_of(Dates),
    "bidi": one_of(Bidi),
    "images": one_of(Images),
    "plain": yes_or_no,
    "keep_days": whole_number("days", 0, 36_500),
    "keep_articles": whole_number("articles", 0, 10_000_000),
    "refresh_at_start": yes_or_no,
    "refresh_every": whole_number("minutes", 0, 7 * 24 * 60),
    "send_when_online": yes_or_no,
}
_IDENTITY: Final[Mapping[str, Reader]] = {one.name: a_line for one in fields(Identity)}
_SITES: Final = "sites"
_ACCESS: Final = (
    "user_agent",
    "username",
    "password",
    "cookie",
    "comment_as",
    "application_password",
)
"""Who we say we are, and what lets us in: kept for an address or a host alone."""

_SOURCE: Final[Mapping[str, Reader]] = {
    "interval": minutes,
    "keep_days": whole_number("days", 0, 36_500),
    "keep_articles": whole_number("articles", 0, 10_000_000),
    "full_text": yes_or_no,
    "article": selectors,
    "remove": selectors,
    "user_agent": a_line,
    "username": a_line,
    "password": secret_place,
    "cookie": secret_place,
    "comment_as": a_line,
    "application_password": secret_place,
}


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
    preferences = replace(
        Preferences(),
        identity=reading.taken(
            Identity(), reading.table(written, "identity"), _IDENTITY, "identity"
        ),
        identities=reading.identities(written.pop("identities", [])),
        sources=reading.sources(reading.table(written, "sources")),
    )
    return reading.taken(preferences, written, _GENERAL), reading.warnings


def where(path: Path, key: str) -> str:
    """The file, and the line in it that sets something, as a warning names them."""
    try:
        reading = _Reading(path, path.read_bytes().decode())
    except (OSError, UnicodeDecodeError):
        return str(path)
    return reading.where(key)


def keep(path: Path, key: str, value: str) -> None:
    """Write one setting into the file, and leave every other line as it is.

    Args:
        path: The file; it need not exist.
        key: A setting that takes a text.
        value: What it is to be.

    Raises:
        CannotKeep: The file cannot be read or written, or is not TOML.
    """
    import json
    import tomllib

    from reader.storage.whole_files import whole_file

    try:
        text = path.read_bytes().decode() if path.exists() else ""
        private = path.exists() and not path.stat().st_mode & 0o077
        path.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, UnicodeDecodeError) as error:
        raise CannotKeep(f"{path} cannot be changed: {error}.") from error
    # A string of JSON is one of TOML.
    line = f"{key} = {json.dumps(value)}"
    table = re.search(r"^[ \t]*\[", text, re.MULTILINE)
    end = len(text) if table is None else table.start()
    there = re.compile(
        rf"""^[ \t]*{re.escape(key)}[ \t]*=[ \t]*("[^"\n]*"|'[^'\n]*')""", re.MULTILINE
    )
    top, found = there.subn(lambda _: line, text[:end], count=1)
    changed = (top if found else f"{line}\n{top}") + text[end:]
    try:
        holds = tomllib.loads(changed).get(key) == value
    except tomllib.TOMLDecodeError:
        holds = False
    if not holds:
        raise CannotKeep(f"{path} is not written so that “{key}” could be changed.")
    with whole_file(path, force=True, private=private) as unfinished:
        unfinished.write_text(changed, encoding="utf-8")


class _Reading:
    """Takes over what is understood of a file, and warns of the rest."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._lines = text.splitlines()
        self._warnings: list[tuple[int, str]] = []

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is odd, a sentence each, in the order of the lines."""
        in_order = sorted(self._warnings, key=lambda warning: warning[0])
        return tuple(words for _, words in in_order)

    def warn(self, key: str, words: str, *tables: str) -> None:
        """Say what is odd, and in which line.

        Args:
            key: The setting, or the table.
            words: What is odd about it, the end of a sentence without its full stop.
            tables: The tables it stands in, from the outermost.
        """
        stop = "" if words.endswith("?") else "."
        said = f"{self.where(key, *tables)}: “{clean_line(key)}” {words}{stop}"
        self._warnings.append((self._line_of(key, tables), said))

    def where(self, key: str, *tables: str) -> str:
        """The file, and the line of a key in a table."""
        line = self._line_of(key, tables)
        return f"{self._path}, line {line}" if line else str(self._path)

    def table(self, written: dict[str, Any], name: str) -> Mapping[str, Any]:
        """Take a table out of what is written; an empty one if it is none."""
        table = written.pop(name, {})
        if isinstance(table, Mapping):
            return table
        self.warn(name, f"is a table: [{name}]")
        return {}

    def identities(self, written: Any) -> tuple[Signature, ...]:
        """Those who sign comments, each with the sites they are for."""
        if not isinstance(written, list) or not all(
            isinstance(one, Mapping) for one in written
        ):
            self.warn("identities", "is one table each: [[identities]]")
            return ()
        return tuple(self._signature(dict(table)) for table in written)

    def _signature(self, table: dict[str, Any]) -> Signature:
        sites: tuple[str, ...] = ()
        try:
            sites = hosts(table.pop(_SITES, []))
        except Odd as odd:
            self.warn(_SITES, str(odd))
        return Signature(identity=self.taken(Identity(), table, _IDENTITY), sites=sites)

    def sources(self, written: Mapping[str, Any]) -> dict[str, SourceSettings]:
        """The settings of single sources."""
        found: dict[str, SourceSettings] = {}
        for name, table in written.items():
            key = source_key(name)
            if not isinstance(table, Mapping):
                self.warn(
                    name, 'is no source; one is a table: [sources."…"]', "sources"
                )
            elif key in found:
                self.warn(name, "is there twice; the first holds", "sources")
            else:
                found[key] = self._source(name, table)
        return found

    def taken(
        self,
        defaults: Kept,
        written: Mapping[str, Any],
        known: Mapping[str, Reader],
        *tables: str,
    ) -> Kept:
        """Settings with what is written in place of their defaults."""
        for key, value in written.items():
            if key not in known:
                self.warn(key, f"is no setting{_meant(key, known)}", *tables)
                continue
            try:
                defaults = replace(defaults, **{key: known[key](value)})
            except Odd as odd:
                self.warn(key, str(odd), *tables)
        return defaults

    def _source(self, name: str, table: Mapping[str, Any]) -> SourceSettings:
        where = ("sources", name)
        settings = self.taken(SourceSettings(), table, _SOURCE, *where)
        is_name = not re.search(r"://|^[^\s/]+[.:][^\s/]+$|^localhost$", name)
        for key in _ACCESS:
            if is_name and getattr(settings, key) is not None:
                self.warn(
                    key,
                    "is kept for an address or a host; a feed could take any name",
                    *where,
                )
        if settings.password is not None and settings.username is None:
            self.warn("password", "goes with a username", *where)
        if settings.application_password is not None and settings.comment_as is None:
            self.warn("application_password", "goes with comment_as", *where)
        return settings.without_access() if is_name else settings

    def _line_of_table(self, tables: tuple[str, ...]) -> int:
        """The line of a table's header, or 0 where it has none of its own."""
        names = r"\s*\.\s*".join(rf"""["']?{re.escape(name)}["']?""" for name in tables)
        header = re.compile(rf"\s*\[\s*{names}\s*\]")
        return next(
            (at for at, line in enumerate(self._lines, 1) if header.match(line)), 0
        )

    def _line_of(self, key: str, tables: tuple[str, ...]) -> int:
        """The line of a key, after its table's header; 0 where it has none of its own."""
        after = self._line_of_table(tables) if tables else 0
        wanted = re.compile(
            rf"""\s*(?:\[.*\.\s*)?\[?\s*["']?{re.escape(key)}["']?\s*[\].=]"""
        )
        return next(
            (
                at
                for at, line in enumerate(self._lines[after:], after + 1)
                if wanted.match(line)
            ),
            0,
        )


def _meant(key: str, known: Collection[str]) -> str:
    """What was probably meant, as a sentence of its own."""
    from difflib import get_close_matches

    near = get_close_matches(key, known, n=1)
    return f". Is “{near[0]}” meant?" if near else ""
