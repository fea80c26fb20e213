"""What a terminal answers, told from what is typed; and pictures as it says it can."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from textual.events import Key

from reader.domain.preferences import Images
from reader.ui.means import answered_means, cell_size, colours_of_sixels
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


def test_any_terminal_with_colours_is_shown_half_blocks(tmp_path: Path) -> None:
    """If the reader wants them; it is asked for nothing, and may be a multiplexer."""
    (tmp_path / "reader").mkdir()
    (tmp_path / "reader" / "config.toml").write_text('images = "blocks"\n')
    with (
        open_site() as site,
        running(
            a_page(site, tmp_path), folder=tmp_path, COLORTERM="truecolor", TMUX="/t"
        ) as terminal,
    ):
        answering = Answering(terminal, {})
        answering.until(lambda seen: "▀" * 50 in seen)
        drawn = re.search(r"\x1b\[0;38;2;(\d+;\d+;\d+);48;2;\1m▀{50}", terminal.seen)
        assert drawn is not None
        # It is teal, but for what JPEG makes of it.
        red, green, blue = map(int, drawn[1].split(";"))
        assert red < 8
        assert 120 < green < 136
        assert 120 < blue < 136
        assert "\x1b[c" not in terminal.seen
        terminal.press("q")
        assert terminal.ended() == 0


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


class Asked:
    """A terminal that gives the same answers to whatever it is asked."""

    def __init__(self, *answers: str, fileno: int = -1) -> None:
        self.answers = list(answers)
        self.fileno = fileno

    async def ask(self, _questions: str) -> list[str]:
        return self.answers


@pytest.mark.parametrize(
    ("answers", "means"),
    [
        ([NAME, XTERM], Images.SIXEL),
        ([XTERM], Images.SIXEL),
        (["\x1b[?62;22;52c"], Images.OFF),
        # A VT132, whose number is a 4; and one that says nothing.
        (["\x1b[?4;6c"], Images.OFF),
        ([], Images.OFF),
        (["\x1bP>|kitty(0.36.4)\x1b\\", "\x1b[?62;52;c"], Images.KITTY),
        (["\x1bP>|kitty(0.26.5)\x1b\\", "\x1b[?62;c"], Images.OFF),
        (["\x1bP>|ghostty 1.0.1\x1b\\", "\x1b[?62;22c"], Images.KITTY),
        (["\x1bP>|contour 0.4.3\x1b\\", XTERM], Images.OFF),
    ],
)
async def test_a_terminal_is_shown_pictures_as_it_says_it_can(
    answers: list[str], means: Images
) -> None:
    """Over a connection too, where nothing else tells of it."""
    terminal: Any = Asked(*answers)
    assert await answered_means(terminal, exact_colours=True) is means


async def test_numbers_that_are_colours_must_arrive_as_they_are() -> None:
    """Else the cells of one picture show another."""
    terminal: Any = Asked("\x1bP>|ghostty 1.0.1\x1b\\", "\x1b[?62;22c")
    assert await answered_means(terminal, exact_colours=False) is Images.OFF


async def test_a_cell_is_as_large_as_the_terminal_says() -> None:
    """In an answer, or to the system; one that says nothing shows no pictures."""
    terminal: Any = Asked(CELL, XTERM)
    assert await cell_size(terminal) == (9, 18)
    master, slave = pty.openpty()
    try:
        terminal = Asked(XTERM, fileno=slave)
        assert await cell_size(terminal) is None
        fcntl.ioctl(
            slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 80 * 10, 24 * 21)
        )
        assert await cell_size(terminal) == (10, 21)
    finally:
        os.close(master)
        os.close(slave)


async def test_a_terminal_has_sixteen_colours_unless_it_says_more() -> None:
    """As the first one with Sixels had."""
    terminal: Any = Asked(COLOURS, XTERM)
    assert await colours_of_sixels(terminal) == 256
    terminal = Asked(XTERM)
    assert await colours_of_sixels(terminal) == 16
