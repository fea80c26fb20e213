"""The real program, ended in the middle of things."""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from end_to_end.killing import kill_some, tallied
from end_to_end.program import Home, texts
from end_to_end.terminal import Terminal
from servers.weather import Way, Weather, way_to
from servers.wordpress import WordPress

KILLS = int(os.environ.get("READER_TEST_KILLS", "20"))
"""How often the program is killed; `tests/benchmarks/killing.py` does it more often."""

REMARK = "The crossing would help: forty children in one morning."


@pytest.fixture
async def way(wordpress: WordPress) -> AsyncIterator[Way]:
    async with way_to(wordpress) as opened:
        yield opened


def _write(home: Home, terminal: Terminal, address: str) -> None:
    """Open an article and start a comment on it."""
    home.open(terminal, address).wait_for("Two schools")
    terminal.wait_for("Swimming pool opens again|Library van changes", 10)
    terminal.press("C").wait_for("Leave a comment")


def test_what_was_typed_a_second_ago_outlives_a_kill(
    home: Home, terminal: Terminal, wordpress: WordPress
) -> None:
    _write(home, terminal, wordpress.article())
    terminal.write(REMARK).wait_for("morning")
    time.sleep(1)
    terminal.send(signal.SIGKILL)
    assert terminal.wait_for_the_end() == 128 + signal.SIGKILL
    assert texts(home.read("drafts")) == [REMARK]


@pytest.mark.parametrize("which", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_what_was_typed_just_now_outlives_being_asked_to_end(
    home: Home, terminal: Terminal, wordpress: WordPress, which: signal.Signals
) -> None:
    _write(home, terminal, wordpress.article())
    terminal.write(REMARK).wait_for("morning")
    terminal.send(which)
    terminal.wait_for_the_end()
    assert texts(home.read("drafts")) == [REMARK]


def test_a_draft_that_a_full_disk_does_not_take_waits_for_room(
    home: Home, terminal: Terminal, wordpress: WordPress
) -> None:
    """It is said to be unsaved, stays where it is written, and is saved once there is room."""
    _write(home, terminal, wordpress.article())
    terminal.write("The first words").wait_for("3 words · saved")
    (process,) = terminal.processes
    log = home.folder / "data/reader/library.sqlite3-wal"
    unlimited = resource.prlimit(process, resource.RLIMIT_FSIZE)
    full = log.stat().st_size + 4096, unlimited[1]
    resource.prlimit(process, resource.RLIMIT_FSIZE, full)

    terminal.write(f", and {REMARK}").wait_for("13 words · not saved")
    terminal.wait_for("Not saved")
    assert texts(home.read("drafts")) == ["The first words"]
    resource.prlimit(process, resource.RLIMIT_FSIZE, unlimited)
    terminal.wait_for("13 words · saved")
    terminal.send(signal.SIGKILL)
    terminal.wait_for_the_end()
    assert texts(home.read("drafts")) == [f"The first words, and {REMARK}"]


def test_a_draft_goes_on_where_it_was_left(
    home: Home, terminal: Terminal, wordpress: WordPress
) -> None:
    _write(home, terminal, wordpress.article())
    terminal.write("Half a thought").wait_for("Half a thought")
    time.sleep(1)
    terminal.send(signal.SIGKILL)
    terminal.wait_for_the_end()
    terminal.close()
    _write(home, terminal, wordpress.article())
    terminal.wait_for("Half a thought")
    terminal.write(", and the other half.").wait_for("other half")
    time.sleep(1)
    assert texts(home.read("drafts")) == ["Half a thought, and the other half."]


async def test_a_comment_that_was_on_its_way_is_found_after_a_kill(
    home: Home, terminal: Terminal, wordpress: WordPress, way: Way
) -> None:
    """The site has stored it; the program was killed before it knew."""

    def begin() -> None:
        article = wordpress.article(at=way.url)
        done = home.run(
            *("comment", article, "--text-file", "-", "--queue"),
            *("--name", "Ada Moreno", "--email", "ada@example.org"),
            text=REMARK,
        )
        assert done.returncode == 0, done.stderr
        home.open(terminal).press("P").wait_for("queued")
        terminal.press("y")

    way.weather = Weather.SILENT
    await asyncio.to_thread(begin)
    await asyncio.wait_for(way.arrived.wait(), 30)
    terminal.send(signal.SIGKILL)
    way.weather = Weather.FINE
    sent = await asyncio.to_thread(home.run, "outbox", "send")
    (delivery,) = await asyncio.to_thread(home.read, "outbox")

    assert sent.returncode == 0, sent.stderr
    assert (delivery["state"], delivery["tries"]) == ("accepted", 1)
    assert len(way.posts) == 1
    assert len(wordpress.comments()) == 1


def test_whenever_it_is_killed_no_comment_is_lost_or_said_twice(
    tmp_path: Path, terminal: Terminal, wordpress: WordPress
) -> None:
    """Killed at random moments between a keystroke and the site's answer."""
    wordpress.reset(test_takes_twice=1)
    runs = kill_some(KILLS, tmp_path, terminal, wordpress, seed=20_260_301)
    tally = tallied(runs, wordpress)

    assert tally.lost == []
    assert tally.said_twice == []
    assert tally.falsely_accepted == []
    assert tally.not_settled == []
