"""Bringing the program in, without what its first frame does not show."""

from __future__ import annotations

import gc
import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp

PUT_OFF = "textual.command"
"""The framework's command palette, which the framework's program imports, and
which ours does not use: it has `screens.help`. It costs a tenth of the start."""

NAMES = (
    "CommandListItem",
    "CommandPalette",
    "DiscoveryHit",
    "Hit",
    "Hits",
    "Provider",
    "SimpleProvider",
)
"""What the framework's other modules take from it."""


def program() -> type[ReaderApp]:
    """Import the program.

    The garbage collector rests until the first frame has been drawn; until
    then next to nothing is garbage.

    Returns:
        The program's class.
    """
    gc.disable()
    if "textual.app" not in sys.modules:
        _import_without_palette()
    from reader.ui.app import ReaderApp

    return ReaderApp


def _import_without_palette() -> None:
    """Import the framework's program, an empty module in the palette's place.

    Whoever imports the palette afterwards gets the real one.
    """
    stand_in = ModuleType(PUT_OFF)
    for name in NAMES:
        setattr(stand_in, name, type(name, (), {}))
    sys.modules[PUT_OFF] = stand_in
    try:
        import textual.app  # noqa: F401
    finally:
        del sys.modules[PUT_OFF]
