"""The pictures that the terminal has been given for one pane."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from secrets import randbelow
from typing import Final

from reader.domain.picture import Picture
from reader.domain.preferences import Images, Preferences
from reader.text.pictures import can_be_decoded
from reader.text.typeset.pictures import Grid
from reader.ui import kitty

MOST: Final = 32
"""Pictures of one article that are shown; of the others there are the words."""

_MULTIPLEXERS: Final = frozenset({"TMUX", "STY", "ZELLIJ"})
_FIRST_KITTY: Final = 0, 28
"""The release of Kitty that placeholders came with."""


def shows_pictures(preferences: Preferences, environment: Mapping[str, str]) -> bool:
    """Whether articles are shown with their pictures.

    Args:
        preferences: What the reader has set.
        environment: What the terminal says of itself. One that speaks the protocol
            but does not know placeholders would show a block of odd signs instead,
            so only those count that are known to.
    """
    if preferences.images is Images.OFF or preferences.plain:
        return False
    if environment.get("NO_COLOR") or not _MULTIPLEXERS.isdisjoint(environment):
        return False
    # A picture's number is a colour, which must arrive as it is.
    if environment.get("COLORTERM", "").lower() not in {"truecolor", "24bit"}:
        return False
    known = (
        "KITTY_WINDOW_ID" in environment
        or environment.get("TERM") in {"xterm-kitty", "xterm-ghostty"}
        or environment.get("TERM_PROGRAM", "").lower() == "ghostty"
    )
    return known and not _is_old_kitty(environment) and can_be_decoded()


def _is_old_kitty(environment: Mapping[str, str]) -> bool:
    """Whether this is a Kitty that was installed before it knew placeholders.

    It tells nobody its version but by an answer among the keys; where it is installed
    from its sources, as distributions do it, they say.
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


@dataclass(slots=True)
class _Hung:
    number: int
    picture: Picture
    grid: Grid | None = None
    """The cells the terminal was told of, or None if it has not got the picture."""


class Gallery:
    """Gives the terminal pictures, once each, and takes them back.

    Args:
        write: Writes to the terminal, in turn with what the framework writes.
    """

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self._hung: dict[str, _Hung] = {}
        self.pictures: dict[str, Picture] = {}
        """What is shown, by its address."""

    def add(self, url: str, picture: Picture) -> None:
        """Have a picture; the terminal is given it once its grid is known."""
        self._hung[url] = _Hung(1 + randbelow(0xFFFFFF), picture)
        self.pictures[url] = picture

    def place(self, url: str, grid: Grid) -> None:
        """Have the terminal know a picture and the cells it takes."""
        hung = self._hung[url]
        if hung.grid == grid:
            return
        given = kitty.given(hung.number, hung.picture.png) if hung.grid is None else ""
        self._write(given + kitty.placed(hung.number, *grid))
        hung.grid = grid

    def colour(self, url: str) -> tuple[int, int, int]:
        """The colour of a picture's placeholders; that of none if it is gone."""
        hung = self._hung.get(url)
        return kitty.colour(0 if hung is None else hung.number)

    def give_again(self) -> None:
        """Give the terminal everything anew: it forgets when another program has it."""
        for url, hung in self._hung.items():
            grid, hung.grid = hung.grid, None
            if grid is not None:
                self.place(url, grid)

    def clear(self) -> None:
        """Have no pictures any more."""
        given = [one.number for one in self._hung.values() if one.grid is not None]
        if given:
            self._write("".join(map(kitty.forgotten, given)))
        self._hung.clear()
        self.pictures.clear()
