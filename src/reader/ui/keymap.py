"""Keys that a person has moved, read from their keymap file.

The file is TOML. Each line names a command by its id, as `?` lists them, and
the keys that call it from now on:

    preset = "vim"
    "article.next-quotation" = "ctrl+n"
    "list.open" = ["enter", "o"]

A preset is what the lines under it change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from textual.binding import Binding
from textual.dom import DOMNode

from reader.text.sanitize import clean_line
from reader.ui.key_names import as_pressed, can_be_pressed
from reader.ui.presets import PRESETS

EVERYWHERE = "app"
"""The place whose keys work in every other place too."""


def read_keymap(path: Path) -> tuple[dict[str, str], tuple[str, ...]]:
    """Read a keymap file.

    Args:
        path: The file; it need not exist.

    Returns:
        The keys of each command, as Textual wants them (several parted by
        commas), and what cannot be read of it, a sentence each; the rest holds.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}, ()
    except (OSError, UnicodeDecodeError) as error:
        return {}, (f"The keymap {path} cannot be read: {error}.",)
    import tomllib

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return {}, (f"The keymap {path} is not TOML: {error}.",)
    keymap: dict[str, str] = {}
    warnings = []
    preset = table.pop("preset", None)
    if isinstance(preset, str) and preset in PRESETS:
        keymap.update(PRESETS[preset])
    elif preset is not None:
        known = " and ".join(f"“{name}”" for name in PRESETS)
        warnings.append(
            f"There is no preset “{clean_line(str(preset))}”; there are {known}."
        )
    for name, value in _flat(table):
        keys = [value] if isinstance(value, str) else value
        if isinstance(keys, list) and all(
            isinstance(key, str) and key.strip() for key in keys
        ):
            named = [key.strip() for one in keys for key in one.split(",")]
            warnings.extend(
                f"{_no_such_key(key)} “{clean_line(name)}” does without it."
                for key in named
                if not can_be_pressed(key)
            )
            there = [key for key in named if can_be_pressed(key)]
            if there:
                keymap[name] = ",".join(there)
        else:
            warnings.append(
                f"The keys of “{clean_line(name)}” are no text and no list of texts."
            )
    return keymap, tuple(warnings)


def _no_such_key(key: str) -> str:
    near = as_pressed(key)
    hint = f" Is “{near}” meant?" if near else ""
    return f"There is no key “{clean_line(key)}”.{hint}"


def doubts(keymap: Mapping[str, str]) -> tuple[str, ...]:
    """What a person should know of a keymap: commands there are not, keys taken twice.

    It looks at every screen there is, so it is asked after the first frame.
    """
    known = commands()
    unknown = []
    for name in keymap:
        if name not in known:
            near = next(iter(get_close_matches(name, known, n=1)), None)
            hint = f" Is “{near}” meant?" if near else ""
            unknown.append(f"There is no command “{clean_line(name)}”.{hint}")
    moved = {name: keys for name, keys in keymap.items() if name in known}
    return (*unknown, *conflicts(moved, known))


def conflicts(keymap: Mapping[str, str], known: Mapping[str, str]) -> Iterator[str]:
    """Name each key that two commands of one place would answer to.

    Args:
        keymap: The keys that were moved.
        known: The keys of every command, as they are by themselves.
    """
    users: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name, keys in {**known, **keymap}.items():
        for key in _keys(keys):
            users[name.partition(".")[0], key].append(name)
    for (place, key), names in users.items():
        beside = [] if place == EVERYWHERE else users.get((EVERYWHERE, key), [])
        clash = [*names, *beside]
        # Some keys mean one thing inside and another around it, by themselves.
        as_ever = all(key in _keys(known.get(name, "")) for name in clash)
        moved = any(name in keymap for name in clash)
        if moved and not as_ever and len(clash) > 1:
            listed = " and ".join(f"“{name}”" for name in clash)
            yield f"The key {key} is taken by {listed}."


def commands() -> dict[str, str]:
    """The keys of every command there is, by its id."""
    found: dict[str, list[str]] = {}
    for node in _nodes():
        for binding in Binding.make_bindings(node.__dict__.get("BINDINGS", ())):
            if binding.id is not None:
                keys = found.setdefault(binding.id, [])
                if binding.key not in keys:
                    keys.append(binding.key)
    return {name: ",".join(keys) for name, keys in found.items()}


def _nodes() -> Iterator[type[DOMNode]]:
    """Every class of ours that has keys."""
    from importlib import import_module
    from pkgutil import iter_modules

    from reader.ui import screens, widgets

    for package in (screens, widgets):
        for module in iter_modules(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    import_module("reader.ui.app")
    todo: list[type[DOMNode]] = [DOMNode]
    while todo:
        node = todo.pop()
        todo.extend(node.__subclasses__())
        if node.__module__.startswith("reader."):
            yield node


def _flat(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """The entries of a table, those of tables inside it by their dotted names."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _keys(keys: str) -> list[str]:
    """Keys parted by commas, each written in one way."""
    return [_written(key) for key in keys.split(",")]


def _written(key: str) -> str:
    """A key in the one way that two ways of writing it have in common."""
    key = key.strip()
    if len(key) != 1:
        return key
    return next(iter(Binding.make_bindings([(key, "", "")]))).key
