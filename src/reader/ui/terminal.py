"""The terminal: what is written to it, and what it answers when it is asked."""

from __future__ import annotations

import asyncio
import re
import select
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from textual import constants
from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

if TYPE_CHECKING:
    from reader.ui.wall import Wall

ATTRIBUTES: Final = "\x1b[c"
"""Asks what kind of terminal it is, which every terminal answers."""

_ANSWER: Final = re.compile(
    # What kind of terminal it is, how large a cell is, how many colours Sixels have,
    # and what it is called
    r"\x1b\[\?[\d;]*c|\x1b\[6;\d+;\d+t|\x1b\[\?\d+;\d+[\d;]*S|\x1bP>\|[^\x1b]*\x1b\\"
)
_BEGUN: Final = re.compile(
    r"\x1b(?:\[(?:\?[\d;]*|6[\d;]*)?|P(?:>(?:\|[^\x1b]*\x1b?)?)?)?\Z"
)
"""What may become an answer with what comes next."""

_PATIENCE: Final = 2.0
"""Seconds after which no answer is waited for any more."""


class Terminal(LinuxDriver):
    """Writes to the terminal, and hears its answers."""

    wall: Wall | None = None
    """What pictures are hung on, where the terminal is not given them."""

    _heard: Callable[[str], None] | None = None
    """Takes the answers to what was asked last."""

    _until = 0.0

    @property
    def is_gone(self) -> bool:
        """Whether nobody is at the other end: a window closed, a connection lost."""
        poll = select.poll()
        poll.register(self.fileno, 0)
        return any(what & (select.POLLHUP | select.POLLERR) for _, what in poll.poll(0))

    def write(self, data: str) -> None:
        """Write; of pictures that hang on a wall, blanks."""
        self._hand_over(data if self.wall is None else self.wall.passing(data))

    def _hand_over(self, data: str) -> None:
        """Write, unless the terminal is gone.

        Its writer has ended then, and once what waits for it is full, the program
        would wait with it for ever.
        """
        if self._writer_thread is None or self._writer_thread.is_alive():
            super().write(data)

    def _sigcont_application(self, *_: object) -> None:
        """Go on, if we were stopped: a terminal that hangs up says so to whoever runs."""
        if self._must_signal_resume:
            super()._sigcont_application()

    def draw(self, drawn: str) -> None:
        """Write what draws a picture; the cursor comes back to where it was."""
        self._hand_over(f"\x1b7{drawn}\x1b8")
        self.flush()

    def start_application_mode(self) -> None:
        """Start, or go on after another program; of pictures nothing is there."""
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self.wall is not None:
            self.use_wall(self.wall)

    def stop_application_mode(self) -> None:
        """Stop, and leave the terminal as it was."""
        if self.wall is not None:
            from reader.ui.sixel import GO_BELOW

            self.write(GO_BELOW)
        super().stop_application_mode()

    def use_wall(self, wall: Wall) -> None:
        """Hang pictures on a wall from now on."""
        from reader.ui.sixel import STAY_BESIDE

        wall.again()
        self.wall = wall
        self.write(STAY_BESIDE)

    async def ask(self, questions: str) -> list[str]:
        """Ask the terminal something.

        Args:
            questions: Sequences that are answered, or not.

        Returns:
            The answers that came within `_PATIENCE`, the last of them that to `ATTRIBUTES`.
        """
        loop = asyncio.get_running_loop()
        answers: list[str] = []
        answered: asyncio.Future[None] = loop.create_future()

        def take(answer: str) -> None:
            answers.append(answer)
            if answer.endswith("c") and not answered.done():
                self._until = 0.0
                answered.set_result(None)

        def heard(answer: str) -> None:
            loop.call_soon_threadsafe(take, answer)

        self._heard = heard
        self._until = monotonic() + _PATIENCE
        self.write(questions + ATTRIBUTES)
        self.flush()
        with suppress(TimeoutError):
            await asyncio.wait_for(answered, _PATIENCE)
        return answers

    def _hear(self, answer: str) -> None:
        """Take an answer, on the thread that keys are read on."""
        if self._heard is not None:
            self._heard(answer)

    def run_input_thread(self) -> None:
        """Read keys; answers are none."""
        # The framework makes its parser itself, and knows of no other.
        listening: Any = partial(
            Listening, self._hear, lambda: monotonic() < self._until
        )
        linux_driver.XTermParser = listening  # type: ignore[attr-defined]
        super().run_input_thread()


class Listening(XTermParser):
    """Tells answers of the terminal from keys.

    Args:
        heard: Takes each answer.
        is_asked: Whether one is waited for.
        debug: Whether the framework writes down what is typed.
    """

    def __init__(
        self,
        heard: Callable[[str], None],
        is_asked: Callable[[], bool],
        debug: bool = False,  # noqa: FBT001, FBT002  (as the framework calls it)
    ) -> None:
        super().__init__(debug)
        self._heard = heard
        self._is_asked = is_asked
        self._held = ""
        self._since = 0.0

    def feed(self, data: str) -> Iterable[Message]:
        """Take what comes from the terminal."""
        if not data:
            yield from super().feed(data)
            return
        data, self._held = self._held + data, ""
        if "\x1b" in data:
            data = _ANSWER.sub(self._take, data)
            begun = _BEGUN.search(data) if self._is_asked() else None
            if begun is not None:
                data, self._held = data[: begun.start()], begun[0]
                self._since = monotonic()
        if data:
            yield from super().feed(data)

    def _take(self, answer: re.Match[str]) -> str:
        self._heard(answer[0])
        return ""

    def tick(self) -> Iterable[Message]:
        """Take for keys what no answer has come of."""
        if self._held and monotonic() - self._since >= constants.ESCAPE_DELAY:
            held, self._held = self._held, ""
            yield from super().feed(held)
        yield from super().tick()
