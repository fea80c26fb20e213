"""Handing an article's text to a command."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.terminals import Terminal, running
from ui.town import POSTS, Town


@pytest.fixture
def terminal(town: Town, tmp_path: Path) -> Iterator[Terminal]:
    """The program, asking for a command to hand the town's newest post to."""
    with running(f"{town.address}{POSTS[0].path}", folder=tmp_path) as terminal:
        terminal.wait_for("said Ada Moreno")
        terminal.press("|")
        terminal.wait_for("Pipe to:")
        yield terminal


def test_a_command_reads_the_text(terminal: Terminal, tmp_path: Path) -> None:
    """The whole of it, and the reader comes back when they want to."""
    terminal.press(f"tee '{tmp_path}/taken text'\r")
    terminal.wait_for("Enter goes back to reader.")
    taken = Path(tmp_path, "taken text").read_text(encoding="utf-8")
    assert taken.endswith("\n\n(Source: Harbour Gazette)\n")
    terminal.seen = ""
    terminal.press("\r")
    terminal.wait_for("said Ada Moreno")


def test_no_shell_sees_the_command(terminal: Terminal, tmp_path: Path) -> None:
    """What would be a shell's own sign is a word like any other."""
    terminal.press(f"echo one ; touch {tmp_path}/two\r")
    terminal.wait_for(f"one ; touch {tmp_path}/two")
    terminal.wait_for("Enter goes back to reader.")
    assert not Path(tmp_path, "two").exists()


def test_a_command_that_is_not_there_is_named(terminal: Terminal) -> None:
    """In words, over the article."""
    terminal.press("no-such-command\r")
    terminal.wait_for("no-such-command could not")


def test_a_command_that_makes_no_sense_is_not_run(terminal: Terminal) -> None:
    """A quotation mark that is never closed, say."""
    terminal.press("wc 'w\r")
    terminal.wait_for("cannot be understood")


def test_how_it_failed_is_said(terminal: Terminal) -> None:
    """With the number it ended with."""
    terminal.press("false\r")
    terminal.wait_for("It ended with 1.")


def interrupt(terminal: Terminal) -> None:
    """Press Ctrl-C: a terminal tells everybody that runs in front on it."""
    os.killpg(terminal.process.pid, signal.SIGINT)


def test_ctrl_c_ends_the_command_alone(terminal: Terminal) -> None:
    """It is pressed to the command; the reader goes on reading."""
    terminal.press("sleep 60\r")
    terminal.wait_for("\x1b[?1049l")
    terminal.wait_for_silence()
    interrupt(terminal)
    terminal.wait_for("Enter goes back to reader.")
    terminal.seen = ""
    interrupt(terminal)
    terminal.wait_for("said Ada Moreno")
    terminal.press("?")
    terminal.wait_for("Keys")


def test_an_editor_that_is_not_there_is_named(town: Town, tmp_path: Path) -> None:
    """The program is back on its screen to say so."""
    with running(
        f"{town.address}{POSTS[0].path}",
        folder=tmp_path,
        VISUAL="no-such-editor",
    ) as terminal:
        terminal.wait_for("said Ada Moreno")
        terminal.press("C")
        terminal.wait_for("Leave a Reply")
        terminal.press("\x07")
        terminal.wait_for("The editor no-such-editor")


def test_what_an_editor_wrote_before_it_failed_is_taken_over(
    town: Town, tmp_path: Path
) -> None:
    """And that it failed is said."""
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "Half a thought" >"$1"\nkill -9 $$\n')
    editor.chmod(0o755)
    with running(
        f"{town.address}{POSTS[0].path}", folder=tmp_path, VISUAL=str(editor)
    ) as terminal:
        terminal.wait_for("said Ada Moreno")
        terminal.press("C")
        terminal.wait_for("Leave a Reply")
        terminal.press("\x07")
        terminal.wait_for("ended by signal 9")
        terminal.wait_for("Half a thought")
