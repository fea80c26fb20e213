"""Starting and ending, in processes and terminals of their own."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest

from ui.terminals import Terminal, running
from ui.town import POSTS, Town

NOT_BEFORE_THE_FIRST_FRAME = (
    "httpx",
    "html2text",
    "trafilatura",
    "feedparser",
    "lxml",
    "email_validator",
    "markdown_it",
    "_ssl",
    "textual.command",
    "textual.widgets._markdown",
    "textual.widgets._input",
    "textual.widgets._text_area",
    "reader.domain.article",
    "reader.domain.comment",
    "reader.domain.delivery",
    "reader.storage.articles",
    "reader.storage.outbox",
    "reader.text.findable",
    "reader.domain.picture",
    "reader.ui.curator",
    "reader.ui.sixel",
    "reader.ui.widgets.article_view",
    "reader.ui.screens.comment",
    "reader.ui.screens.outbox",
    "reader.ui.screens.help",
)

FIRST_FRAME = """
import sys
from reader.cli.putting_off import PUT_OFF, put_off

put_off(*PUT_OFF)
import asyncio, json
from pathlib import Path

async def main():
    from reader.cli.house import house
    from reader.ui.start import program

    async with house() as rooms:
        app = program()(rooms)
        import reader.ui.taking_over
        async with app.run_test(size=(80, 24)) as pilot:
            print(json.dumps(sorted(sys.modules)))

asyncio.run(main())
"""


def test_the_first_frame_loads_nothing_it_does_not_show(tmp_path: Path) -> None:
    """What costs tens of milliseconds waits until it is asked for."""
    ran = subprocess.run(
        [sys.executable, "-c", FIRST_FRAME],
        env={**os.environ, "READER_LIBRARY": str(tmp_path / "library.sqlite3")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    loaded = set(json.loads(ran.stdout.splitlines()[0]))
    assert [name for name in NOT_BEFORE_THE_FIRST_FRAME if name in loaded] == []


@contextmanager
def reading(town: Town, folder: Path) -> Iterator[Terminal]:
    """Open the town's newest post in a terminal, and begin to comment on it."""
    with running(f"{town.address}{POSTS[0].path}", folder=folder) as terminal:
        terminal.wait_for("said Ada Moreno")
        terminal.press("C")
        terminal.wait_for("Leave a Reply")
        yield terminal


def drafts(folder: Path) -> list[str]:
    """The texts of the drafts in the library."""
    with sqlite3.connect(folder / "library.sqlite3") as db:
        return [text for (text,) in db.execute("SELECT text FROM drafts")]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_loses_no_word(
    town: Town, tmp_path: Path, number: signal.Signals
) -> None:
    """What was typed a moment ago is on disk."""
    with reading(town, tmp_path) as terminal:
        terminal.press("I ran for it")
        terminal.wait_for("for it")
        terminal.process.send_signal(number)
        assert terminal.ended() == 128 + number
    assert drafts(tmp_path) == ["I ran for it"]


def test_a_terminal_that_is_closed_loses_no_word(town: Town, tmp_path: Path) -> None:
    """There is nothing left to paint on, and yet the draft is kept."""
    with reading(town, tmp_path) as terminal:
        terminal.press("I ran for it")
        terminal.wait_for("for it")
        os.close(terminal.master)
        os.killpg(terminal.process.pid, signal.SIGHUP)
        terminal.process.wait(20)
    assert drafts(tmp_path) == ["I ran for it"]


def test_it_ends_with_its_terminal_though_no_signal_says_so(
    town: Town, tmp_path: Path
) -> None:
    """As where the terminal is not the one that controls it."""
    with reading(town, tmp_path) as terminal:
        terminal.press("I ran for it")
        terminal.wait_for("for it")
        os.close(terminal.master)
        assert terminal.process.wait(20) == 128 + signal.SIGHUP
    assert drafts(tmp_path) == ["I ran for it"]


def test_being_killed_loses_at_most_half_a_second(town: Town, tmp_path: Path) -> None:
    """Nothing can be saved then, so it was saved before."""
    with reading(town, tmp_path) as terminal:
        terminal.press("I ran for it")
        terminal.wait_for("for it")
        end = monotonic() + 0.5
        while monotonic() < end:
            terminal.read(0.05)
        terminal.process.kill()
        terminal.process.wait()
    assert drafts(tmp_path) == ["I ran for it"]


def test_the_terminal_is_given_back_as_it_was(town: Town, tmp_path: Path) -> None:
    """The other screen, the cursor and the mouse are put right."""
    with reading(town, tmp_path) as terminal:
        terminal.press("\x03")
        assert terminal.ended() == 0
        for _ in range(5):
            terminal.read(0.1)
        assert "\x1b[?1049l" in terminal.seen
        assert "\x1b[?25h" in terminal.seen


COLOUR = re.compile(r"\x1b\[(?:\d*;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")
"""What changes a colour; 39 and 49 give the terminal's own back."""


def test_no_color_sends_no_colour(town: Town, tmp_path: Path) -> None:
    """Not even shades of grey."""
    address = f"{town.address}{POSTS[0].path}"
    terminal = Terminal(address, folder=tmp_path, NO_COLOR="1")
    try:
        terminal.wait_for("said Ada Moreno")
        terminal.press("]?")
        terminal.wait_for("Keys")
        terminal.read(0.5)
    finally:
        terminal.process.kill()
        terminal.process.wait()
        os.close(terminal.master)
    assert COLOUR.findall(terminal.seen) == []


def test_the_screen_is_no_message(town: Town, tmp_path: Path) -> None:
    """`reader 2> log` shows its screen all the same, and nothing of it is in the log."""
    with (
        (tmp_path / "log").open("w") as messages,
        running(
            f"{town.address}{POSTS[0].path}", folder=tmp_path, messages=messages
        ) as terminal,
    ):
        terminal.wait_for("said Ada Moreno")
    assert (tmp_path / "log").read_text() == ""


def test_the_screen_is_whole_again_when_a_shell_gives_it_back(
    town: Town, tmp_path: Path
) -> None:
    """Ctrl-Z and `fg`: nothing is left on the terminal, so all is painted."""
    with running(f"{town.address}{POSTS[0].path}", folder=tmp_path) as terminal:
        terminal.wait_for("said Ada Moreno")
        terminal.wait_for("quotation before")
        terminal.press("\x1a")
        os.waitid(os.P_PID, terminal.process.pid, os.WSTOPPED)
        terminal.wait_for_silence()
        terminal.seen = ""
        terminal.process.send_signal(signal.SIGCONT)
        terminal.wait_for("quotation before")
