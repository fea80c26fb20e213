"""How long the reading pane takes in a real terminal, beside other ways to show a text.

    python tests/benchmarks/pane.py [WORDS...]

opens an article of so many words (2,000, 20,000 and 200,000) in a pseudo-terminal with the
pane, with Textual's Markdown widget, with a widget that shows nothing, and with `less`; pages through it, goes to its end, finds
its last line from its first, changes the theme and the width. *Text* is from the key to the first line, *whole* to the last byte of
the last frame that answers it, which is what is counted of pages and of the theme. The
widgets' garbage is collected when reader's is. Compare within one run: the machine has other things to do.
"""

from __future__ import annotations

import fcntl
import os
import pty
import random
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from reader.domain.article import Article, Block, BlockKind, Opened
from reader.domain.quotation import Quotation
from reader.ui import tidying

COLUMNS, ROWS = 120, 40
PAGES = 150
QUIET = 0.08
"""Seconds without a byte after which a frame is whole."""

FIRST, LAST = "Opening", "Closing"
"""Words that stand nowhere but in the first line, and in the last."""

WORDS = [
    "harbour",
    "council",
    "library",
    "rope",
    "tide",
    "tables",
    "price",
    "wet",
    "afternoon",
    "reading",
    "room",
]


def paragraphs(words: int) -> list[str]:
    """An article of so many words, a quotation in every fifth paragraph."""
    chance = random.Random(words)
    texts = []
    for number in range(max(words // 60, 1)):
        text = " ".join(chance.choice(WORDS) for _ in range(56))
        said = (
            " “We heard you,” said Ada." if number % 5 == 0 else " And so on, and on."
        )
        texts.append(text + said)
    return [f"{FIRST} words.", *texts, f"{LAST} words."]


def opened(words: int) -> Opened:
    """The same as an article with its quotations."""
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH, text=text) for text in paragraphs(words)
    )
    article = Article(url=None, title="Measured", blocks=blocks)
    spoken = []
    at = article.text.find("“")
    while at >= 0:
        spoken.append(Quotation(start=at + 1, end=at + 14, speaker="Ada"))
        at = article.text.find("“", at + 1)
    whole = Article(url=None, title="Measured", blocks=blocks, quotations=tuple(spoken))
    return Opened(id=1, article=whole, kept=datetime(2020, 6, 27, tzinfo=UTC))


def show_pane(words: int) -> None:
    """Show the article in the pane, once a key is pressed."""
    from textual.app import App, ComposeResult

    from reader.ui.styles import sheets
    from reader.ui.themes import READER_DARK
    from reader.ui.widgets.article_pane import ArticlePane

    shown = opened(words)

    class PaneApp(App[None]):
        CSS_PATH = sheets("article")

        def compose(self) -> ComposeResult:
            yield ArticlePane()

        def on_mount(self) -> None:
            self.register_theme(READER_DARK)
            self.theme = READER_DARK.name
            self.query_one(ArticlePane).focus()
            self.call_after_refresh(tidying.begin)

        def key_i(self) -> None:
            self.query_one(ArticlePane).opened = shown

        def key_w(self) -> None:
            self.query_one(ArticlePane).find(LAST)

        def key_t(self) -> None:
            self.theme = "textual-light"

    PaneApp().run()


def show_markdown(words: int) -> None:
    """Show the article in Textual's Markdown widget, once a key is pressed."""
    from textual.app import App, ComposeResult
    from textual.containers import VerticalScroll
    from textual.widgets import Markdown

    shown = "\n\n".join(paragraphs(words))

    class MarkdownApp(App[None]):
        CSS = "Markdown { max-width: 72; }"

        def compose(self) -> ComposeResult:
            with VerticalScroll():
                yield Markdown()

        def on_mount(self) -> None:
            self.query_one(VerticalScroll).focus()
            self.call_after_refresh(tidying.begin)

        async def key_i(self) -> None:
            await self.query_one(Markdown).update(shown)

        def key_space(self) -> None:
            self.query_one(VerticalScroll).scroll_page_down(animate=False)

        def key_g(self) -> None:
            self.query_one(VerticalScroll).scroll_home(animate=False)

        def key_upper_g(self) -> None:
            self.query_one(VerticalScroll).scroll_end(animate=False)

        def key_t(self) -> None:
            self.theme = "textual-light"

    MarkdownApp().run()


def show_empty(words: int) -> None:
    """Scroll over as many rows of nothing, once a key is pressed."""
    from rich.segment import Segment
    from textual.app import App, ComposeResult
    from textual.geometry import Size
    from textual.scroll_view import ScrollView
    from textual.strip import Strip

    class Empty(ScrollView, can_focus=True):
        def render_line(self, y: int) -> Strip:
            at = self.scroll_offset.y + y
            said = {1: FIRST, self.virtual_size.height - 1: LAST}.get(at, "")
            blank = Strip.blank(self.size.width, self.rich_style)
            return blank if not said else Strip([Segment(said)])

    class EmptyApp(App[None]):
        def compose(self) -> ComposeResult:
            yield Empty()

        def on_mount(self) -> None:
            self.query_one(Empty).focus()
            self.call_after_refresh(tidying.begin)

        def key_i(self) -> None:
            self.query_one(Empty).virtual_size = Size(72, 40 + words // 10)

        def key_space(self) -> None:
            self.query_one(Empty).scroll_page_down(animate=False)

        def key_g(self) -> None:
            self.query_one(Empty).scroll_home(animate=False)

        def key_upper_g(self) -> None:
            self.query_one(Empty).scroll_end(animate=False)

        def key_t(self) -> None:
            self.theme = "textual-light"

    EmptyApp().run()


FINDING = {"pane": "w", "less": f"/{LAST}\n"}
"""How the last line is looked for, where anything can be."""

SHOWN = {"pane": show_pane, "markdown": show_markdown, "empty": show_empty}


class Terminal:
    """A program in a pseudo-terminal."""

    def __init__(self, fd: int, pid: int) -> None:
        self._fd = fd
        self.pid = pid

    def resize(self, columns: int) -> None:
        """Give the terminal another width."""
        size = struct.pack("HHHH", ROWS, columns, 0, 0)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, size)

    def wait(self, marker: str = "", longest: float = 60) -> tuple[float, float]:
        """Wait for a frame, or for the one that shows some words.

        Returns:
            The moment the words were there, and that of the frame's last byte.
        """
        wanted, seen, answered = marker.encode(), b"", False
        first = last = time.perf_counter()
        until = last + longest
        while last < until:
            ready, _, _ = select.select([self._fd], [], [], QUIET if answered else 1)
            if ready:
                seen = seen[-200:] + os.read(self._fd, 1 << 16)
                last = time.perf_counter()
                if not answered and wanted in seen:
                    first, answered = last, True
            elif answered:
                return first, last
            elif time.perf_counter() > until:
                break
        raise TimeoutError(marker)

    def press(self, key: str, marker: str = "") -> tuple[float, float]:
        """Press a key.

        Returns:
            Milliseconds until the words were there, and until all was at rest.
        """
        begun = time.perf_counter()
        os.write(self._fd, key.encode())
        first, last = self.wait(marker)
        return 1000 * (first - begun), 1000 * (last - begun)

    def megabytes(self) -> float:
        """How much memory the program has."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        line = next(one for one in status.splitlines() if one.startswith("VmRSS"))
        return int(line.split()[1]) / 1024


@contextmanager
def terminal(command: list[str]) -> Iterator[Terminal]:
    """Run a program in a pseudo-terminal, and end it."""
    pid, fd = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LESS="")
        os.execvp(command[0], command)
    shown = Terminal(fd, pid)
    shown.resize(COLUMNS)
    try:
        yield shown
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(fd)


def row(
    name: str,
    words: int,
    shown: Terminal,
    open_it: Callable[[], tuple[float, float]],
    before: float = 0,
) -> str:
    """Measure one way to show the article."""
    first, rest = open_it()
    pages = []
    for number in range(PAGES):
        if number and number % max(words // 600, 1) == 0:
            shown.press("g")
        pages.append(shown.press(" ")[1])
    end, _ = shown.press("G", LAST)
    found = ""
    if name in FINDING:
        shown.press("g")
        found = f"{shown.press(FINDING[name], LAST)[0]:.0f}"
    themed = "" if name == "less" else f"{shown.press('t')[1]:.0f}"
    begun = time.perf_counter()
    shown.resize(COLUMNS - 50)
    resized, settled = (1000 * (moment - begun) for moment in shown.wait())
    hundredths = quantiles(pages, n=100)
    memory = shown.megabytes() - before
    return (
        f"{name:<12}{first:>8.0f}{rest:>8.0f}{median(pages):>9.1f}{hundredths[-1]:>9.1f}"
        f"{end:>8.0f}{found:>8}{themed:>8}{resized:>8.0f}{settled:>8.0f}{memory:>8.0f}"
    )


def measure(words: int) -> None:
    """Print what each way to show so many words takes."""
    print(f"\n{words:,} words, {COLUMNS}×{ROWS}; milliseconds, megabytes")
    print(
        f"{'':<12}{'text':>8}{'whole':>8}{'page 50':>9}{'page 99':>9}"
        f"{'end':>8}{'find':>8}{'theme':>8}{'resize':>8}{'whole':>8}{'memory':>8}"
    )
    for name in SHOWN:
        with terminal([sys.executable, __file__, "--show", name, str(words)]) as shown:
            shown.wait()
            time.sleep(1)
            before = shown.megabytes()
            opening = partial(shown.press, "i", FIRST)
            print(row(name, words, shown, opening, before))
    less = shutil.which("less")
    if less is None:
        return
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        text = "\n\n".join(paragraphs(words))
        file.write(subprocess.check_output(["fold", "-sw72"], input=text, text=True))
        file.flush()
        begun = time.perf_counter()
        with terminal([less, file.name]) as shown:
            first, last = (1000 * (one - begun) for one in shown.wait(FIRST))
            print(row("less", words, shown, lambda: (first, last)))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--show"]:
        SHOWN[sys.argv[2]](int(sys.argv[3]))
    else:
        for number in map(int, sys.argv[1:] or (2_000, 20_000, 200_000)):
            measure(number)
