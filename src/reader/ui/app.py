"""The program on the screen: a theme, a first screen, and what holds everywhere."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from reader.domain.article import Article
from reader.domain.errors import ReaderError
from reader.ui.last_look import LastLook
from reader.ui.rooms import Rooms
from reader.ui.screens.base import ReaderScreen
from reader.ui.styles import sheets
from reader.ui.undo import Undo

if TYPE_CHECKING:
    from reader.ui.screens.help import HelpScreen

ENDING_SIGNALS = (signal.SIGTERM, signal.SIGHUP)
"""What asks us to end; everything is saved first."""

KEY_NAMES = {"enter": "Enter", "escape": "Esc", "space": "Space", "tab": "Tab"}
"""Keys whose usual sign is in few fonts."""


class ReaderApp(App[None], inherit_bindings=False):
    """Reads articles, and answers them."""

    TITLE = "reader"
    CSS_PATH = sheets("app", "library", "article")
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "Help", id="app.help"),
        Binding("colon,ctrl+p", "commands", "Commands", show=False, id="app.commands"),
        Binding("u", "undo", "Undo", show=False, id="app.undo"),
        Binding("P", "outbox", "Outbox", show=False, id="app.outbox"),
        Binding("q", "back", "Back", show=False, id="app.back"),
        Binding("Q", "quit", "Quit", show=False, id="app.quit"),
        Binding("ctrl+z", "suspend_process", "Suspend", show=False, id="app.suspend"),
        Binding("ctrl+l", "redraw", "Redraw", show=False, id="app.redraw"),
        Binding(
            "ctrl+c",
            "interrupt",
            "Copy what is selected, or quit",
            show=False,
            priority=True,
            id="app.interrupt",
        ),
    ]

    def __init__(self, rooms: Rooms, start: int | str | Article | None = None) -> None:
        """Make the program ready to run.

        Args:
            rooms: The services.
            start: The article to open: its id, an address, a file, or the
                article itself; None opens the library.
        """
        super().__init__()
        self.rooms = rooms
        self.changes = Undo()
        """What can be taken back."""
        self._start = start
        self._last_look = LastLook()
        self._ending = False

    def get_default_screen(self) -> Screen[None]:
        """The library, or one article."""
        if self._start is None:
            from reader.ui.screens.library import LibraryScreen

            return LibraryScreen(self.rooms)
        from reader.ui.screens.reading import ReadingScreen

        return ReadingScreen(self.rooms, self._start)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The framework's filters, and our last look."""
        return [*super().get_line_filters(), self._last_look]

    def on_mount(self) -> None:
        """Choose the theme, and listen for what asks us to end."""
        loop = asyncio.get_running_loop()
        for number in ENDING_SIGNALS:
            loop.add_signal_handler(number, self._end, 128 + number)

    def on_unmount(self) -> None:
        """Leave signals as they were."""
        loop = asyncio.get_running_loop()
        for number in ENDING_SIGNALS:
            loop.remove_signal_handler(number)

    async def keep_everything(self) -> bool:
        """Save whatever any open screen has not saved yet.

        Returns:
            Whether all of it was saved.
        """
        saved = True
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                try:
                    await screen.keep()
                except ReaderError as error:
                    screen.complain(error, title="Not saved")
                    saved = False
        return saved

    @work(group="end")
    async def _end(self, return_code: int) -> None:
        """End because a signal says so, with everything saved that can be."""
        await self.keep_everything()
        self.exit(return_code=return_code)

    async def action_quit(self) -> None:
        """Save everything and end; stay if something could not be saved.

        Asked a second time, it ends whatever could not be saved.
        """
        if await self.keep_everything() or self._ending:
            self.exit()
        self._ending = True

    async def action_interrupt(self) -> None:
        """Copy what is selected; with nothing selected, quit."""
        focused = self.focused
        selected = getattr(focused, "selected_text", "") or (
            self.screen.get_selected_text() or ""
        )
        if selected:
            self.copy_to_clipboard(selected)
        else:
            await self.action_quit()

    async def action_back(self) -> None:
        """Go back one screen; from the first, quit."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            await self.action_quit()

    async def action_undo(self) -> None:
        """Take back the last change."""
        change = self.changes.last()
        if change is None:
            self.notify("Nothing to undo.", markup=False)
            return
        try:
            await change.take_back()
        except ReaderError as error:
            self.changes.remember(change)
            self.notify(str(error), title="Not undone", severity="error", markup=False)
            return
        self.notify(f"Undone: {change.words}.", markup=False)
        await self.show_again()

    async def show_again(self) -> None:
        """Let every screen show what the library has now."""
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen):
                await screen.show_again()

    def get_key_display(self, binding: Binding) -> str:
        """How a key is written: as it is printed on the keyboard."""
        return KEY_NAMES.get(binding.key) or super().get_key_display(binding)

    def action_redraw(self) -> None:
        """Draw the whole screen anew."""
        self.refresh(layout=True)
        self.screen.refresh(layout=True)

    def action_help(self) -> None:
        """Show the keys that work here and now."""
        from reader.ui.screens.help import HelpScreen

        self._offer(HelpScreen(self.screen.active_bindings, title="Keys"))

    def action_commands(self) -> None:
        """Show everything that can be done here and now, on a key or not."""
        from reader.ui.screens.help import HelpScreen

        themes = [
            (f"Theme {name}", f"app.theme({name!r})")
            for name in sorted(self.available_themes)
        ]
        self._offer(
            HelpScreen(self.screen.active_bindings, title="Commands", more=themes)
        )

    @work(group="commands")
    async def _offer(self, screen: HelpScreen) -> None:
        """Show commands, and carry out the one that is chosen where it belongs."""
        chosen = await self.push_screen_wait(screen)
        if chosen is not None:
            await self.run_action(chosen.action, chosen.node)

    def action_theme(self, name: str) -> None:
        """Change to a theme until the program ends."""
        self.theme = name

    def action_outbox(self) -> None:
        """Show the drafts and the outbox."""
        from reader.ui.screens.outbox import OutboxScreen

        if not isinstance(self.screen, OutboxScreen):
            self.push_screen(OutboxScreen(self.rooms))
