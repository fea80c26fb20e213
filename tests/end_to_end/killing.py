"""The real program killed somewhere between a keystroke and the site's answer."""

from __future__ import annotations

import random
import shutil
import signal
import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from end_to_end.program import Home, texts
from end_to_end.terminal import Terminal
from servers.wordpress import WordPress

PROMISED = 1.0
"""Seconds after which what stands on the screen is on disk."""

THE_ARTICLE = "1"
"""The id of the only one in the library."""

SETTINGS = """
[identity]
name = "Ada Moreno"
email = "ada@example.org"
"""


class Stage(StrEnum):
    """Where a comment is when the program is killed."""

    TYPING = "being typed"
    REVIEW = "being reviewed"
    SENDING = "on its way"


@dataclass(frozen=True, slots=True)
class Killed:
    """What a program left that was killed."""

    stage: Stage
    after: float
    """Seconds into the stage."""

    text: str
    """All that was typed."""

    promised: str
    """What had stood on the screen for `PROMISED` seconds."""

    found: tuple[str, ...]
    """The words of the drafts and of the outbox, right after."""

    left: str | None = None
    """What the outbox said of it right after; None if it was not handed over."""

    state: str | None = None
    """What the outbox came to once it was sent, and asked again if it was unsure;
    None if the comment was not handed over."""

    said: str = ""
    """What the commands said that did not end well."""

    @property
    def lost(self) -> bool:
        """Whether something is gone that had to be there."""
        return not any(one.startswith(self.promised) for one in self.found)


@dataclass(slots=True)
class Tally:
    """What many killed programs left, and what their site has."""

    runs: list[Killed]
    stored: list[str]
    """The text of every comment at the site; it takes the same twice."""

    @property
    def lost(self) -> list[Killed]:
        """The runs that lost what was written."""
        return [one for one in self.runs if one.lost]

    @property
    def said_twice(self) -> list[Killed]:
        """The runs whose comment stands at the site more than once."""
        return [one for one in self.runs if self.stored.count(one.text) > 1]

    @property
    def falsely_accepted(self) -> list[Killed]:
        """The runs that say of a comment that it was taken, and it is not there."""
        taken = (one for one in self.runs if one.state in ("accepted", "held"))
        return [one for one in taken if one.text not in self.stored]

    @property
    def not_settled(self) -> list[Killed]:
        """The runs whose comment was handed over, and did not arrive in the end."""
        handed = (one for one in self.runs if one.state is not None)
        return [one for one in handed if one.state not in ("accepted", "held")]


def furnished(folder: Path, terminal: Terminal, site: WordPress) -> Home:
    """A home whose library holds one article with its form, and who signs."""
    home = Home(folder)
    settings = folder / "config/reader/config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS, "utf-8")
    home.open(terminal, site.article()).wait_for("Two schools")
    terminal.wait_for("Swimming pool opens again|Library van changes", 10)
    terminal.press("Q").wait_for_the_end()
    terminal.close()
    return home


def kill_some(
    times: int, folder: Path, terminal: Terminal, site: WordPress, seed: int
) -> Iterator[Killed]:
    """Kill the program so many times, each time in a new home."""
    chance = random.Random(seed)
    base = furnished(folder / "base", terminal, site)
    for number in range(times):
        home = Home(folder / str(number))
        shutil.copytree(base.folder, home.folder)
        yield _kill(home, terminal, chance, f"Remark {number} for the record:")
        shutil.rmtree(home.folder)


def tallied(runs: Iterable[Killed], site: WordPress) -> Tally:
    """All runs, beside what the site has."""
    return Tally(list(runs), texts(site.comments()))


def _kill(home: Home, terminal: Terminal, chance: random.Random, begin: str) -> Killed:
    stage = chance.choices(list(Stage), weights=(2, 1, 3))[0]
    home.open(terminal, THE_ARTICLE).wait_for("Two schools")
    terminal.press("C").wait_for("Leave a comment")
    text, seen = "", [(0.0, "")]
    for word in (*begin.split(), *(f"w{one}" for one in range(chance.randint(1, 8)))):
        piece = f" {word}" if text else word
        terminal.write(piece)
        text += piece
        time.sleep(chance.uniform(0, 0.25))
        if word in terminal.screen:
            seen.append((time.monotonic(), text))
    if stage is not Stage.TYPING:
        terminal.wait_for(text.split()[-1])
        terminal.press("C-r")
    if stage is Stage.SENDING:
        terminal.wait_for("To be sent")
        terminal.press("y")
    after = chance.uniform(0, 1.2)
    time.sleep(after)
    terminal.send(signal.SIGKILL)
    killed = time.monotonic()
    terminal.wait_for_the_end()
    terminal.close()
    promised = [words for when, words in seen if killed - when >= PROMISED]
    found = tuple(_written_down(home))
    left = _state(home)
    state, said = _settled(home)
    return Killed(stage, after, text, promised[-1], found, left, state, said)


def _written_down(home: Home) -> Iterator[str]:
    """The words that the library holds, in drafts and outbox."""
    for (text,) in _rows(
        home,
        "SELECT text FROM drafts UNION ALL"
        " SELECT json_extract(draft, '$.text') FROM outbox",
    ):
        yield text


def _settled(home: Home) -> tuple[str | None, str]:
    """Send what waits; say once more that what is unsure shall be sent."""
    said = []
    for arguments in (("outbox", "send"), ("outbox", "retry", "1")):
        if _state(home) in (None, "accepted", "held"):
            break
        said.append(home.run(*arguments).stderr)
    return _state(home), "\n".join(said)


def _state(home: Home) -> str | None:
    """What the outbox says of the comment, or None if it was not handed over."""
    states = [state for (state,) in _rows(home, "SELECT state FROM outbox")]
    return states[0] if states else None


def _rows(home: Home, query: str) -> list[tuple[str, ...]]:
    """What the library holds, without the program."""
    library = home.folder / "data/reader/library.sqlite3"
    with closing(sqlite3.connect(library)) as db:
        return db.execute(query).fetchall()
