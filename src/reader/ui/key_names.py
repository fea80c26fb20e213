"""Which names of keys a terminal can tell us."""

from __future__ import annotations

from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, key_to_character

_MODIFIERS = frozenset({"alt", "ctrl", "hyper", "meta", "shift", "super"})
_NAMED = frozenset(
    {
        *FUNCTIONAL_KEYS.values(),
        *KEY_NAME_REPLACEMENTS.values(),
        *(one.value for one in Keys if one.value[0] != "<"),
    }
)


def can_be_pressed(key: str) -> bool:
    """Whether any terminal can say that a key was pressed, and by this name.

    Args:
        key: A character, or a name with modifiers before it, in alphabetical order:
            `ctrl+shift+up`. A letter with Shift is the capital letter.
    """
    if len(key) == 1 or key in _NAMED:
        return key.isprintable()
    *modifiers, base = key.split("+")
    if modifiers != sorted(_MODIFIERS.intersection(modifiers)):
        return False
    if len(base) == 1:
        return base.isalnum() and base == base.lower() and modifiers != ["shift"]
    character = key_to_character(base)
    return base in _NAMED or bool(character and not character.isalnum())


def as_pressed(key: str) -> str | None:
    """How a key that cannot be pressed is called when it is, or None if it is no key."""
    *modifiers, base = key.lower().replace("-", "+").split("+")
    if modifiers == ["shift"] and len(base) == 1 and base.isalpha():
        return base.upper()
    better = "+".join((*sorted(set(modifiers)), base))
    return better if better != key and can_be_pressed(better) else None
