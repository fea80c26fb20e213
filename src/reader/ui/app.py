"""The program on the screen: a theme, a first screen, and what holds everywhere."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from rich.color import ColorSystem
from textual import work
from textual.app import App, ScreenStackError
from textual.await_remove import AwaitRemove
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.driver import Driver
from textual.errors import NoWidget
from textual.events import Event, InputEvent, Key, Paste
from textual.filter import LineFilter
from textual.notifications import Notification, SeverityLevel
from textual.screen import Screen
from textual.widget import Widget

from reader.domain.errors import CannotKeep, ReaderError
from reader.text.sanitize import clean, clean_line
from reader.ui import tidying
from reader.ui.in_turn import InTurn
from reader.ui.last_look import LastLook
from reader.ui.legible import Legible
from reader.ui.manner import SHOW_THE_CURSOR, is_ordered_here
from reader.ui.ordering import LEAVE_THE_ORDER, TAKE_THE_ORDER
from reader.ui.rooms import Rooms
from reader.ui.screens.base import ReaderScreen
from reader.ui.styles import sheets
from reader.ui.themes import THEMES
from reader.ui.themes import doubt as theme_doubt
from reader.ui.undo import TOLD_EVERY

if TYPE_CHECKING:
    from reader.domain.article import Article
    from reader.domain.delivery import Delivery
    from reader.services.delivering import Waiting
    from reader.ui.curator import Curator
    from reader.ui.screens.help import HelpScreen
    from reader.ui.sketch import Hand, Standing

READY_AFTER = 0.3
"""Seconds after the first frame before what is needed soon is loaded beside it."""

SETTLED_AFTER = 0.7
"""Seconds after that before work begins that nobody asked for."""

UPKEEP_AFTER = 60.0
"""Seconds after that before the library is looked through for what can go."""

LOOK_EVERY = 2.0
"""Seconds between two looks whether another program has changed the library."""

INDEX_AFTER = 0.5
"""Seconds that indexing keeps out of the way of what was just asked for."""

SEND_EVERY = 20.0
"""Seconds between two looks whether a comment can go by itself; more than the sites'
own spacing, so that each look finds the next one due."""

ENDING_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
"""What asks us to end; everything is saved first."""

_FEW = {"standard": ColorSystem.STANDARD, "256": ColorSystem.EIGHT_BIT}
"""Terminals on which all colours become others."""

KEY_NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}
"""Keys whose usual sign is in few fonts."""


class ReaderApp(App[None], inherit_bindings=False):
    """Reads articles, and answers them."""

    TITLE = "reader"
    CSS_PATH = sheets("app", "library")
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
        # Without colours means without any: the framework would send shades of grey.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.rooms = rooms
        self.once_shown: Callable[[], None] | None = None
        """Called when the first frame stands."""

        self.hand: Hand | None = None
        """What answers keys until we do."""

        self._curator: Curator | None = None

        self._start = start
        self._ordered = is_ordered_here(rooms.preferences)
        self._last_look = LastLook(order=self._ordered)
        self._ending = False
        self._pressed = monotonic()
        self._in_turn = InTurn(self, super().on_event)
        self._one_undo = asyncio.Lock()
        self._undone_of_many = False
        self._sending = 0
        self._dress()

    def get_default_screen(self) -> Screen[None]:
        """The library, or one article."""
        if self._start is None:
            from reader.ui.screens.library import LibraryScreen

            return LibraryScreen(self.rooms, self.size.width)
        from reader.ui.screens.reading import ReadingScreen

        # The framework reads the sheets of those screens alone that come later.
        self.wear("article")
        return ReadingScreen(self.rooms, self._start)

    def get_driver_class(self) -> type[Driver]:
        """Our own terminal, where the framework would take its own."""
        known = super().get_driver_class()
        if known.__name__ != "LinuxDriver":
            return known
        from reader.ui.terminal import Terminal

        return Terminal

    @cached_property
    def _legible(self) -> Legible:
        """What keeps text legible in the colours of the terminal."""
        system = "" if self.is_headless else self.console.color_system or ""
        return Legible(_FEW.get(system, ColorSystem.TRUECOLOR))

    def get_line_filters(self) -> Sequence[LineFilter]:
        """The framework's filters, what keeps text legible, and our last look."""
        filters = [*super().get_line_filters()]
        if not self.no_color:
            filters.append(self._legible)
        return [*filters, self._last_look]

    def on_mount(self) -> None:
        """Listen for what asks us to end, and begin what can wait for the first frame."""
        self._set_terminal()
        self.app_suspend_signal.subscribe(self, lambda _: self._release_terminal())
        self.app_resume_signal.subscribe(self, lambda _: self._come_back())
        if self.rooms.preferences.plain:
            self.add_class("-plain")
        loop = asyncio.get_running_loop()
        for number in ENDING_SIGNALS:
            loop.add_signal_handler(number, self._end, 128 + number)
        if self.rooms.keymap is not None and self.rooms.keymap.exists():
            self._move_keys(self.rooms.keymap)
        doubt = theme_doubt(self.rooms.preferences.theme)
        if doubt is not None:
            self.call_after_refresh(self._warn, "Settings", [doubt])
        self.call_after_refresh(self._settle)

    def on_unmount(self) -> None:
        """Leave signals as they were."""
        self._release_terminal()
        loop = asyncio.get_running_loop()
        for number in ENDING_SIGNALS:
            loop.remove_signal_handler(number)

    def _set_terminal(self) -> None:
        """Tell the terminal whose the order of right-to-left text is, and where the cursor is."""
        if self._driver is not None:
            if self._ordered:
                self._driver.write(LEAVE_THE_ORDER)
            if self.rooms.preferences.plain:
                self._driver.write(SHOW_THE_CURSOR)

    def _release_terminal(self) -> None:
        """Leave the terminal to others as it was."""
        if self._ordered and self._driver is not None:
            self._driver.write(TAKE_THE_ORDER)

    def _come_back(self) -> None:
        """Paint all of a screen that a shell or an editor has had meanwhile.

        The framework paints what has changed since, and on the terminal nothing is left.
        """
        self._set_terminal()
        self.action_redraw()

    def watch_app_focus(self, focused: bool) -> None:  # noqa: FBT001
        """Give the focus to something where it comes back to a screen that never had it.

        The framework gives it back to what had it. A program that is started
        behind another window has none yet, nor has a screen that came meanwhile.
        """
        screen = self.screen
        if focused and screen.is_mounted and screen.focused is None:
            screen.focus_next(screen.AUTO_FOCUS or "*")

    def _dress(self) -> None:
        """Wear the reader's theme from the start, so that no other is worked out first."""
        for theme in THEMES:
            self.register_theme(theme)
        wanted = self.rooms.preferences.theme
        name = wanted if wanted in self.available_themes else THEMES[0].name
        self.set_reactive(App.theme, name)
        self.stylesheet.set_variables(self.get_css_variables())

    def wear(self, *names: str) -> None:
        """Read style sheets that are needed from now on, each of them once.

        Args:
            names: Their names, without the ending. They say nothing of what is
                on the screen already.
        """
        for path in sheets(*names):
            if not self.stylesheet.has_source(str(path)):
                self.stylesheet.read(path)
        self.stylesheet.parse()

    def _settle(self) -> None:
        """Do what had to wait for the first frame."""
        tidying.begin()
        tidy = tidying.Tidying()
        self.set_interval(tidying.EVERY, lambda: tidy.tidy_up(self._pressed))
        self.set_interval(LOOK_EVERY, self._look_elsewhere)
        self.set_interval(LOOK_EVERY, self._end_with_the_terminal)
        if self.once_shown is not None:
            self.once_shown()
        self.take_keys()
        self.set_timer(READY_AFTER, self._make_ready)

    def taken_over(self) -> Standing | None:
        """Have keys answered by nobody else any more; they wait for `take_keys`.

        Returns:
            Where in the list the reader is, if something has answered keys until now.
        """
        return None if self.hand is None else self.hand.let_go()

    def take_keys(self) -> None:
        """Answer keys from now on, those that wait first."""
        if self.hand is not None:
            self.hand.let_go()
            self.hand.hand_on()
            self.hand = None

    def _prune(self, *nodes: Widget, parent: DOMNode | None = None) -> AwaitRemove:
        """Know where everything stands before some of it goes.

        After a scroll the framework's map of the screen is out of date until it
        is next looked at. Made anew when something is gone already, it holds
        no trace of that, and a notice that has ended stays painted.
        """
        with suppress(ScreenStackError, NoWidget):
            self.screen.find_widget(self.screen)
        return super()._prune(*nodes, parent=parent)

    async def on_event(self, event: Event) -> None:
        """Know when somebody is at the keys or the mouse, and let each key have its turn."""
        if isinstance(event, InputEvent):
            self._pressed = monotonic()
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            await self._in_turn.take(event)
        else:
            await super().on_event(event)

    @property
    def curator(self) -> Curator:
        """Who has articles' pictures shown, from the first of them on."""
        if self._curator is None:
            from reader.ui.curator import Curator

            self._curator = Curator(self)
        return self._curator

    def on_resize(self) -> None:
        """Have pictures drawn anew."""
        if self._curator is not None:
            self._curator.resized()

    def post_display_hook(self) -> None:
        """Draw pictures where they were not until now."""
        if self._curator is not None:
            self._curator.look()

    @work(exclusive=True, group="elsewhere")
    async def _look_elsewhere(self) -> None:
        """Show what another program has done to the library: a refresh, a second screen."""
        with suppress(CannotKeep):
            # Who holds the library that long is told of where it matters.
            if await self.rooms.listing.changed_elsewhere():
                self.show_again()

    def _end_with_the_terminal(self) -> None:
        """End where the terminal is gone, though no signal has said so.

        The kernel sends one to those alone whose controlling terminal it was, and
        without it the framework would read from what is gone, again and again.
        """
        from reader.ui.terminal import Terminal

        if isinstance(self._driver, Terminal) and self._driver.is_gone:
            self._end(128 + signal.SIGHUP)

    @work(group="ready")
    async def _make_ready(self) -> None:
        """Load what the next keys will need, then do what nobody asked for."""
        await self.rooms.make_ready()
        self.wear("article")
        tidying.collect_all()
        self.set_timer(SETTLED_AFTER, self.recover)
        self.set_timer(SETTLED_AFTER, self.index_soon)
        self.set_timer(UPKEEP_AFTER, self.let_go_of_copies)
        if self.rooms.preferences.send_when_online:
            self.set_timer(SETTLED_AFTER, self.send_by_itself)
            self.set_interval(SEND_EVERY, self.send_by_itself)

    def _move_keys(self, path: Path) -> None:
        """Let the reader's keymap hold, and name what is wrong with it."""
        from reader.ui.keymap import doubts, read_keymap

        keymap, warnings = read_keymap(path)
        self.set_keymap(keymap)

        self.call_after_refresh(
            lambda: self._warn("Keymap", (*warnings, *doubts(keymap)))
        )

    def _warn(self, title: str, warnings: Iterable[str]) -> None:
        """Say what is odd about a file of the reader's."""
        for words in warnings:
            self.notify(words, title=title, severity="warning", markup=False)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Tell something for a moment: what a key did takes the place of what the last one did."""
        if not title and severity == "information" and timeout is None:
            said = [one for one in self._notifications if _is_passing(one)]
            for one in said:
                self._unnotify(one, refresh=False)
                # The framework would take out the words and leave their row.
                self.screen.query(f"#--textual-toast-{one.identity}").remove()
        super().notify(
            message, title=title, severity=severity, timeout=timeout, markup=markup
        )

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

    async def _shutdown(self) -> None:
        """Stop whatever is under way before the screens it looks at are taken down.

        The framework does so where the program ends by itself, and not where whoever
        runs it takes it down.
        """
        self.workers.cancel_all()
        await super()._shutdown()

    @work(group="end")
    async def _end(self, return_code: int) -> None:
        """End because a signal says so, with everything saved that can be."""
        await self.keep_everything()
        self.exit(return_code=return_code)

    async def action_quit(self) -> None:
        """Save everything and end; wait for a comment that is on its way.

        Asked a second time, it ends whatever could not be saved or has not
        arrived.
        """
        insisted, self._ending = self._ending, True
        saved = await self.keep_everything()
        if insisted or (saved and not self._sending):
            self.exit()
        elif saved:
            self.notify(
                "A comment is on its way; reader ends when it has arrived.",
                markup=False,
            )
        else:
            self.notify("Quit again to end without saving.", markup=False)

    # Sending

    @work(group="send")
    async def send(self, delivery_id: int) -> None:
        """Send a comment now; no screen that is closed stops it."""
        from reader.ui.answers import tell_outcome

        delivering = self.rooms.delivering
        self._sending += 1
        try:
            delivery = await delivering.send(delivery_id, progress=self._tell_progress)
        except ReaderError as error:
            self.notify(
                clean(str(error)), title="Not sent", severity="error", markup=False
            )
        else:
            tell_outcome(self, delivery)
        finally:
            self._sending -= 1
        self.show_again()
        if self._ending and not self._sending:
            self.exit()

    @work(group="send")
    async def send_by_itself(self) -> None:
        """Send what is due, as the reader has set it; nothing while another is sent."""
        if self._sending:
            return
        from reader.domain.delivery import State
        from reader.ui.answers import tell_outcome

        self._sending += 1
        try:
            tried = await self.rooms.delivering.send_by_itself()
        except ReaderError:
            # Nobody asked; it is tried again, and the outbox says why it waits.
            tried = ()
        finally:
            self._sending -= 1
        for delivery in tried:
            if delivery.state is not State.QUEUED:
                tell_outcome(self, delivery)
        if tried:
            self.show_again()
        if self._ending and not self._sending:
            self.exit()

    @work(exclusive=True, group="follow")
    async def follow(self) -> None:
        """Ask what became of the reader's comments: still there, approved, answered, gone."""
        from reader.ui.answers import tell_answers

        await tell_answers(self, follow=True)
        self.show_again()

    @work(group="recover")
    async def recover(self) -> None:
        """Find out what became of comments that an earlier run was sending.

        Answers to one's own that are known by then are told on the way.
        """
        try:
            edited = await self.rooms.commenting.recover()
            unsure = await self.rooms.delivering.recover()
        except ReaderError as error:
            self.notify(
                clean(str(error)), title="The outbox", severity="error", markup=False
            )
            return
        if edited:
            self.notify(
                "What an editor was left with when reader ended is taken over. P shows it.",
                title="Drafts",
                timeout=10,
                markup=False,
            )
            self.show_again()
        if unsure:
            self.notify(
                "Nobody knows whether a comment of yours arrived. P shows it.",
                title="The outbox",
                severity="warning",
                timeout=10,
                markup=False,
            )
            self.show_again()
        from reader.ui.answers import tell_answers

        await tell_answers(self)

    def index_later(self) -> None:
        """Stop looking through what has come, until it is asked for again."""
        self.workers.cancel_group(self, "index")

    @work(exclusive=True, group="upkeep")
    async def let_go_of_copies(self) -> None:
        """Remove copies of the library that nobody needs any more, and say so."""
        try:
            words = await self.rooms.upkeep.let_go_of_copies()
        except ReaderError:
            # Nobody asked for it; `reader doctor` says what is the matter.
            return
        if words:
            self.notify(words, markup=False)

    @work(exclusive=True, group="index")
    async def index_soon(self, *, asked: bool = False) -> None:
        """Look through what has come, once the reader has what they asked for.

        Its words are made findable first, then it is found out who says what in it.

        Args:
            asked: Whether the reader is about to search: then it begins at
                once, and what hinders it is said.
        """
        if not asked:
            await asyncio.sleep(INDEX_AFTER)
        try:
            if not asked:
                await self.rooms.upkeep.empty_the_bin()
            if await self.rooms.indexing.work_through():
                self.show_again()
            await self.rooms.quoting.examine()
        except CannotKeep as error:
            # It waits, and is found by its title meanwhile.
            if asked:
                self.notify(
                    clean(str(error)),
                    title="Not everything can be found",
                    severity="error",
                    markup=False,
                )

    def _tell_progress(self, what: Delivery | Waiting) -> None:
        """Say that a site wants some time between two comments."""
        seconds = getattr(what, "seconds", None)
        if seconds is not None:
            self.notify(
                f"The site wants a pause between comments: {seconds:.0f} s.",
                timeout=seconds,
                markup=False,
            )

    # Commands

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

    def action_undo(self) -> None:
        """Take back the last change: on the screen that one is on, or in the library."""
        screen = self.screen
        here = screen.take_back() if isinstance(screen, ReaderScreen) else None
        if here is not None:
            self.notify(here, markup=False)
        else:
            self.take_back()

    @work(group="undo")
    async def take_back(self) -> None:
        """Take back the library's last change, after those that were asked for before."""
        told = monotonic()

        def progress(done: int, number: int) -> None:
            nonlocal told
            if monotonic() - told > TOLD_EVERY:
                told = monotonic()
                self._undone_of_many = True
                self._show_busy(f"Undoing {done:,} of {number:,} · Esc stops")

        try:
            async with self._one_undo:
                change = await self.rooms.undoing.take_back(progress)
                before = await self.rooms.undoing.last()
            if change is None:
                self.notify("Nothing to undo.", markup=False)
                return
            if change.article is not None:
                for screen in self.screen_stack:
                    if isinstance(screen, ReaderScreen) and screen.is_mounted:
                        await screen.read_again(change.article)
        except ReaderError as error:
            self.notify(
                clean(str(error)), title="Not undone", severity="error", markup=False
            )
            return
        finally:
            if self._undone_of_many and self.is_running:
                self._undone_of_many = False
                self._show_busy("")
                self.show_again()
        words = f"Undone: {clean_line(change.words)}."
        if before is not None:
            words += f" Before that: {clean_line(before.words)}."
        self.notify(words, markup=False)
        self.show_again()
        self.index_soon()

    def stop_undoing(self) -> bool:
        """Stop an undoing that takes a while; the next one goes on with it.

        Returns:
            Whether there was any.
        """
        if not self._undone_of_many:
            return False
        self.workers.cancel_group(self, "undo")
        self.notify("Stopped. u goes on with it.", markup=False)
        return True

    def _show_busy(self, words: str) -> None:
        """Say on every screen what is going on."""
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen) and screen.is_mounted:
                screen.show_busy(words)

    @work(exclusive=True, group="show")
    async def show_again(self) -> None:
        """Let every screen show what the library has now.

        It is the program's own work, so that a screen can ask for it and close.
        """
        for screen in self.screen_stack:
            if not (self.is_running and isinstance(screen, ReaderScreen)):
                continue
            if screen.is_mounted:
                await screen.show_again()
            else:
                # It composes itself first; what it looked up until then may be old.
                screen.call_later(screen.show_again)

    def get_key_display(self, binding: Binding) -> str:
        """How a key is written: as it is printed on the keyboard."""
        return KEY_NAMES.get(binding.key) or super().get_key_display(binding)

    def action_redraw(self) -> None:
        """Draw the whole screen anew."""
        if self._curator is not None:
            self._curator.again()
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

    async def action_theme(self, name: str) -> None:
        """Change to a theme, and keep it."""
        self.theme = name
        try:
            await self.rooms.keep_setting("theme", name)
        except CannotKeep as error:
            self.notify(
                clean(str(error)),
                title="It holds until the end",
                severity="warning",
                markup=False,
            )

    def action_outbox(self) -> None:
        """Show the drafts and the outbox."""
        from reader.ui.screens.outbox import OutboxScreen

        if not isinstance(self.screen, OutboxScreen):
            self.push_screen(OutboxScreen(self.rooms))


def _is_passing(one: Notification) -> bool:
    """Whether a notice says no more than what a key has done."""
    return (
        not one.title
        and one.severity == "information"
        and one.timeout == App.NOTIFICATION_TIMEOUT
    )
