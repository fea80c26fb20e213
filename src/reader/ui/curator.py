"""Has pictures drawn where they are due, once it is known how the terminal is shown them."""

from __future__ import annotations

import asyncio
import os
from time import monotonic
from typing import TYPE_CHECKING, Final

from rich.color import ColorSystem
from textual.timer import Timer

from reader.domain.preferences import Images
from reader.ui import means as ways
from reader.ui.gallery import Means

if TYPE_CHECKING:
    from reader.ui.app import ReaderApp
    from reader.ui.inks import Ink, SixelInk
    from reader.ui.terminal import Terminal
    from reader.ui.wall import Patch, Wall

_SETTLED: Final = 0.1
"""Seconds without anything new to draw after which it is drawn: not while one scrolls."""

_ENOUGH_COLOURS: Final = {
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
}
"""Terminals in whose colours a picture is to be recognised."""


class Curator:
    """Knows how the terminal is shown pictures, and draws those it is not given.

    Args:
        app: The program. Its terminal is asked when a picture is first to be shown.
    """

    def __init__(self, app: ReaderApp) -> None:
        self._app = app
        self._finding = asyncio.Lock()
        self._found = False
        self._means: Means | None = None
        self._wall: Wall | None = None
        self._ink: Ink | None = None
        self._waiting: Timer | None = None
        self._drawing = False
        self._last = 0.0

    async def means(self) -> Means | None:
        """How the terminal is shown pictures; None if it cannot be."""
        async with self._finding:
            if not self._found:
                await self._find_out()
                self._found = True
        return self._means

    async def _find_out(self) -> None:
        images, terminal = self._app.rooms.preferences.images, self._terminal
        how = ways.known_means(images, os.environ)
        if how is None and terminal is not None:
            exact = ways.has_exact_colours(os.environ)
            how = await ways.answered_means(terminal, exact_colours=exact)
        if how is Images.KITTY:
            from reader.ui.kitty import Kitty

            self._means = Kitty(self._write)
        elif how is not Images.OFF and terminal is not None:
            self._ink = await self._ink_for(how, terminal)
            if self._ink is not None:
                from reader.ui.wall import Wall

                self._means = self._wall = Wall(self._ink.cell_height)
                terminal.use_wall(self._wall)

    async def _ink_for(self, how: Images | None, terminal: Terminal) -> Ink | None:
        from reader.ui.inks import BlockInk, SixelInk

        if how is Images.BLOCKS:
            system = _ENOUGH_COLOURS.get(self._app.console.color_system or "")
            return None if system is None else BlockInk(system)
        cell = await ways.cell_size(terminal)
        if cell is None:
            return None
        return SixelInk(cell, await ways.colours_of_sixels(terminal))

    @property
    def _terminal(self) -> Terminal | None:
        """The terminal, if there is one."""
        from reader.ui.terminal import Terminal

        driver = self._app._driver  # noqa: SLF001  (there is no public way)
        return driver if isinstance(driver, Terminal) else None

    def _write(self, sequence: str) -> None:
        """Write to the terminal, in turn with what the framework writes."""
        driver = self._app._driver  # noqa: SLF001
        if driver is not None:
            driver.write(sequence)

    # What has happened to the screen

    def again(self) -> None:
        """The terminal has forgotten its pictures: another program had it."""
        if self._means is not None:
            self._means.again()

    def resized(self) -> None:
        """The screen has another size; that may be because its letters have."""
        if self._wall is None:
            return
        self._wall.again()
        from reader.ui.inks import SixelInk

        if isinstance(self._ink, SixelInk):
            self._app.run_worker(
                self._measure_again(self._ink), group="cells", exclusive=True
            )

    async def _measure_again(self, ink: SixelInk) -> None:
        terminal = self._terminal
        cell = None if terminal is None else await ways.cell_size(terminal)
        if cell is not None and cell != ink.cell:
            ink.cell = cell
            self._app.action_redraw()

    def look(self) -> None:
        """Something was painted: draw the pictures that are due."""
        if self._wall is None or not self._wall.is_due or self._drawing:
            # Whoever draws looks again when it is done.
            return
        last, self._last = self._last, monotonic()
        if self._waiting is not None:
            self._waiting.reset()
        elif self._last - last < _SETTLED:
            self._waiting = self._app.set_timer(_SETTLED, self._draw_now)
        else:
            self._draw_now()

    def _draw_now(self) -> None:
        self._waiting = None
        if self._wall is not None and self._terminal is not None:
            self._drawing = True
            self._app.run_worker(self._draw(self._wall, self._terminal), group="draw")

    async def _draw(self, wall: Wall, terminal: Terminal) -> None:
        """Draw what is due, each piece unless it was painted over meanwhile."""
        try:
            for patch in wall.patches():
                drawn = await self._drawn(wall, patch)
                if wall.settle(patch) and drawn:
                    terminal.draw(drawn)
        finally:
            self._drawing = False
        self.look()

    async def _drawn(self, wall: Wall, patch: Patch) -> str:
        hung, ink = wall.hung(patch), self._ink
        if ink is None or hung is None or hung.grid is None:
            return ""
        picture, grid = hung.picture, hung.grid
        if ink.is_at_hand(picture, grid, patch):
            return ink.draw(picture, grid, patch)
        return await asyncio.to_thread(ink.draw, picture, grid, patch)
