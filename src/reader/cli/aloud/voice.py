"""Telling a person something line by line, and asking them."""

from __future__ import annotations

import signal
from collections.abc import Awaitable, Callable, Collection

from reader.cli.output import put
from reader.domain.errors import ReaderError
from reader.text.sanitize import clean, clean_line


class Voice:
    """Writes lines and reads lines; nothing that was written is ever written over."""

    def __init__(self) -> None:
        self._places: set[str] = set()

    def ask_at(self, place: str) -> str | None:
        """Ask what to do at a place; only the first time is it told that ? helps."""
        known = place in self._places
        self._places.add(place)
        return self.ask(f"{place}:" if known else f"{place}, ? for help:")

    async def converse(
        self,
        place: str,
        do: Callable[[str], Awaitable[None]],
        *,
        leave: Collection[str] = ("q",),
    ) -> None:
        """Have done what the reader says at a place, until they leave it.

        Args:
            place: What it is called.
            do: Does what a line says; what it raises of ours is told.
            leave: The lines that lead out, as the end of input does.
        """
        while (said := self.ask_at(place)) is not None:
            word = said.strip()
            if word in leave:
                return
            try:
                await do(word)
            except ReaderError as error:
                self.tell(str(error))

    def tell(self, *texts: str) -> None:
        """Tell some texts, each beginning a line."""
        for text in texts:
            put(clean(text))

    def ask(self, question: str) -> str | None:
        """Ask for a line.

        Returns:
            What was typed; None for the end of input, or Ctrl-C: thinking better of it.
        """
        # The loop would take Ctrl-C for the end of everything, and wait for the line.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            return clean(input(f"{clean_line(question)} "))
        except (EOFError, KeyboardInterrupt):
            put("")
            return None
        finally:
            signal.signal(signal.SIGINT, before)
