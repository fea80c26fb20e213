"""How a terminal can be shown pictures: what it says of itself, and what it answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fcntl import ioctl
from pathlib import Path
from struct import unpack
from termios import TIOCGWINSZ
from typing import TYPE_CHECKING, Final, NamedTuple

from reader.domain.preferences import Images, Preferences
from reader.text.pictures import can_be_decoded

if TYPE_CHECKING:
    from reader.ui.terminal import Terminal

_MULTIPLEXERS: Final = "TMUX", "STY", "ZELLIJ"
_FIRST_KITTY: Final = 0, 28
"""The release of Kitty that placeholders came with."""

_LEAVES_REMAINS: Final = "contour"
"""What a terminal is called where a picture stays under text that is written over it."""

_NAME, _CELL, _COLOURS = "\x1b[>q", "\x1b[16t", "\x1b[?1;1;0S"
"""Ask a terminal what it is called, for the pixels of a cell, and for the colours that
a Sixel picture can have."""

_FEWEST_COLOURS: Final = 16
"""As the first terminal with Sixels had them: reckoned with if none says more."""

_SIXEL: Final = "4"
"""Among the attributes of a terminal: it knows Sixels."""


class CellSize(NamedTuple):
    """Pixels of a cell."""

    width: int
    height: int


def are_wanted(preferences: Preferences, environment: Mapping[str, str]) -> bool:
    """Whether pictures are to be shown, if the terminal can show any.

    Args:
        preferences: What the reader has set.
        environment: What the terminal says of itself.
    """
    if preferences.images is Images.OFF or preferences.plain:
        return False
    return not environment.get("NO_COLOR") and can_be_decoded()


def doubt(images: Images) -> str | None:
    """Why pictures that the reader has asked for by name cannot be shown, in a sentence."""
    if images in {Images.AUTO, Images.OFF} or can_be_decoded():
        return None
    return "pictures need Pillow: pip install 'reader-tui[images]'."


def known_means(images: Images, environment: Mapping[str, str]) -> Images | None:
    """How pictures are shown, as far as it is known without asking the terminal.

    Args:
        images: What the reader has set.
        environment: What the terminal says of itself.

    Returns:
        Never `AUTO`; None if the terminal must be asked.
    """
    if images is Images.KITTY:
        return images if has_exact_colours(environment) else Images.OFF
    if images is not Images.AUTO:
        return images
    if any(environment.get(name) for name in _MULTIPLEXERS):
        # They answer for themselves, not for the terminal they are shown in.
        return Images.OFF
    known = (
        "KITTY_WINDOW_ID" in environment
        or environment.get("TERM") in {"xterm-kitty", "xterm-ghostty"}
        or environment.get("TERM_PROGRAM", "").lower() == "ghostty"
    )
    if not known:
        return None
    fit = has_exact_colours(environment) and not _is_old_kitty(environment)
    return Images.KITTY if fit else Images.OFF


async def answered_means(terminal: Terminal, *, exact_colours: bool) -> Images:
    """How pictures are shown in a terminal that is asked for it.

    Args:
        terminal: The terminal.
        exact_colours: Whether colours reach it as they are.
    """
    answers = await terminal.ask(_NAME)
    name = _matched(r"P>\|(.*)\x1b", answers)
    called = name[1].lower() if name else ""
    kitty = re.match(r"kitty\((\d{1,4})\.(\d{1,4})", called)
    if called.startswith("ghostty") or (
        kitty and (int(kitty[1]), int(kitty[2])) >= _FIRST_KITTY
    ):
        return Images.KITTY if exact_colours else Images.OFF
    attributes = _matched(r"\[\?\d*;([\d;]*)c", answers)
    if attributes is None or called.startswith(_LEAVES_REMAINS):
        return Images.OFF
    return Images.SIXEL if _SIXEL in attributes[1].split(";") else Images.OFF


async def cell_size(terminal: Terminal) -> CellSize | None:
    """The pixels of a cell, if the terminal tells them in one way or another."""
    told = _matched(r"\[6;(\d{1,4});(\d{1,4})t", await terminal.ask(_CELL))
    if told:
        size = CellSize(int(told[2]), int(told[1]))
    else:
        window = ioctl(terminal.fileno, TIOCGWINSZ, bytes(8))
        rows, columns, width, height = unpack("HHHH", window)
        size = CellSize(width // max(columns, 1), height // max(rows, 1))
    return size if min(size) > 0 else None


async def colours_of_sixels(terminal: Terminal) -> int:
    """How many colours a Sixel picture can have."""
    told = _matched(r"\[\?1;0;(\d{1,9})S", await terminal.ask(_COLOURS))
    return max(int(told[1]) if told else 0, _FEWEST_COLOURS)


def has_exact_colours(environment: Mapping[str, str]) -> bool:
    """Whether a colour reaches the terminal as it is: one can stand for a picture."""
    return environment.get("COLORTERM", "").lower() in {"truecolor", "24bit"}


def _is_old_kitty(environment: Mapping[str, str]) -> bool:
    """Whether this is a Kitty that was installed before it knew placeholders.

    Where it is installed from its sources, as distributions do it, they say.
    """
    installed = environment.get("KITTY_INSTALLATION_DIR")
    if not installed:
        return False
    try:
        source = (Path(installed) / "kitty" / "constants.py").read_text("utf-8")
    except (OSError, ValueError):
        return False
    version = re.search(r"\bVersion\((\d{1,4}), (\d{1,4}), \d+\)", source)
    return version is not None and (int(version[1]), int(version[2])) < _FIRST_KITTY


def _matched(pattern: str, answers: list[str]) -> re.Match[str] | None:
    """The first answer of a kind."""
    found = (re.search(pattern, one) for one in answers)
    return next((one for one in found if one is not None), None)
