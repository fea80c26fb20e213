"""What a terminal answers, told from what is typed; and pictures as it says it can."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from textual.events import Key

from reader.ui.terminal import Listening
from ui.terminals import Terminal, running
from ui.test_gallery import Site, open_site

XTERM = "\x1b[?64;1;2;4;6;9;15;16;17;18;21;22;28c"
NAME = "\x1bP>|XTerm(379)\x1b\\"
CELL = "\x1b[6;18;9t"
COLOURS = "\x1b[?1;0;256S"


def heard(*pieces: str, asked: bool = True) -> tuple[list[str], str]:
    """The answers among what came from a terminal, and the keys."""
    answers: list[str] = []
    parser = Listening(answers.append, lambda: asked)
    keys = [
        event.character or event.key
        for piece in pieces
        for event in parser.feed(piece)
        if isinstance(event, Key)
    ]
    return answers, "".join(keys)


@pytest.mark.parametrize("answer", [XTERM, NAME, CELL, COLOURS, "\x1b[?62;c"])
def test_an_answer_is_no_key(answer: str) -> None:
    """Wherever it comes among keys, and in whatever pieces."""
    assert heard(f"j{answer}k") == ([answer], "jk")
    for at in range(1, len(answer)):
        assert heard("j" + answer[:at], answer[at:] + "k") == ([answer], "jk"), at


def test_an_answer_that_is_late_is_no_key_either() -> None:
    """Nobody waits for it any more."""
    assert heard(f"j{XTERM}k", asked=False) == ([XTERM], "jk")


def test_a_key_that_begins_as_an_answer_does_is_a_key() -> None:
    """Escape is, though a terminal is being asked."""
    parser = Listening(lambda _: None, lambda: True)
    assert list(parser.feed("\x1b")) == []
    keys: list[str] = []
    end = monotonic() + 2
    while not keys and monotonic() < end:
        keys = [one.key for one in parser.tick() if isinstance(one, Key)]
    assert keys == ["escape"]
    assert heard("\x1b[A")[1] == "up"


class Answering:
    """A terminal's answers, given as the questions come."""

    def __init__(self, terminal: Terminal, answers: dict[str, str]) -> None:
        self._terminal = terminal
        self._answers = answers
        self._read = 0

    def answer(self) -> None:
        """Answer what was asked since the last time."""
        self._terminal.read(0.05)
        new, self._read = self._terminal.seen[self._read :], len(self._terminal.seen)
        for question in re.findall(r"\x1b\[>q|\x1b\[16t|\x1b\[\?1;1;0S|\x1b\[c", new):
            os.write(
                self._terminal.master, self._answers.get(question, "").encode("ascii")
            )

    def until(self, holds: Callable[[str], object]) -> None:
        """Answer until what was written holds something."""
        for _ in range(400):
            if holds(self._terminal.seen):
                return
            self.answer()
        raise AssertionError(self._terminal.seen[-2000:])


def a_page(site: Site, folder: Path) -> str:
    """A page with a picture, as a file."""
    page = folder / "page.html"
    words = "<p>Paragraph about the harbour, and the ships that are in it today.</p>"
    page.write_text(
        f"<html><title>Harbour</title><article><h1>Harbour</h1>{words * 2}"
        f"<figure><img src='{site.address}/cat.jpg' alt='A cat' width=400 height=160>"
        f"</figure>{words * 9}</article></html>"
    )
    return str(page)


def test_a_terminal_with_sixels_is_shown_pictures(tmp_path: Path) -> None:
    """It is asked first; the picture stands at its cells, of their size, and no key was heard."""
    answers = {
        "\x1b[c": XTERM,
        "\x1b[>q": NAME,
        "\x1b[16t": CELL,
        "\x1b[?1;1;0S": COLOURS,
    }
    with (
        open_site() as site,
        running(
            a_page(site, tmp_path), folder=tmp_path, COLORTERM="", TMUX="", STY=""
        ) as terminal,
    ):
        assert_shown(Answering(terminal, answers), terminal)


def test_a_terminal_that_is_closed_takes_the_program_with_it(tmp_path: Path) -> None:
    """It hangs up, says that one may go on, and takes no more of what is written."""
    master, slave = pty.openpty()
    program = subprocess.Popen(
        # What is opened first in a session becomes its terminal.
        ["sh", "-c", 'exec "$0" -m reader <"$1"', sys.executable, os.ttyname(slave)],
        stdin=subprocess.DEVNULL,
        stdout=slave,
        stderr=slave,
        env={
            **os.environ,
            "READER_LIBRARY": str(tmp_path / "library.sqlite3"),
            "XDG_CONFIG_HOME": str(tmp_path),
            "XDG_STATE_HOME": str(tmp_path),
            "TERM": "xterm-256color",
        },
        start_new_session=True,
    )
    os.close(slave)
    seen = b""
    # It has asked for all that it asks a terminal for at the start.
    while b"\x1b[?2004h" not in seen or b"help" not in seen:
        seen += os.read(master, 65536)
    os.close(master)
    try:
        assert program.wait(timeout=20) == 128 + signal.SIGHUP
    finally:
        program.kill()


def assert_shown(answering: Answering, terminal: Terminal) -> None:
    answering.until(lambda seen: "\x1bP0;1;0q" in seen and "\x1b\\\x1b8" in seen)
    drawn = re.search(
        r'\x1b7\x1b\[(\d+);(\d+)H\x1bP0;1;0q"1;1;(\d+);(\d+)#', terminal.seen
    )
    assert drawn is not None
    # 400 × 160 pixels take 50 × 10 cells, which are 9 × 18 pixels here.
    assert (int(drawn[3]), int(drawn[4])) == (450, 180)
    assert "\x1b[?8452h" in terminal.seen
    terminal.press("q")
    assert terminal.ended() == 0
    assert "\x1b[?8452l" in terminal.seen
