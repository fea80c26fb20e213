"""An article's pictures in the page, from a site on loopback to the terminal."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.domain.article import Article, Block, BlockKind
from reader.domain.preferences import Images, Preferences
from reader.text.pictures import bounded
from reader.ui.app import ReaderApp
from reader.ui.kitty import PLACEHOLDER, Kitty, placeholders
from reader.ui.means import are_wanted, doubt, known_means
from reader.ui.screens.comment import CommentScreen
from reader.ui.widgets.article_pane import ArticlePane
from ui.house import open_rooms
from ui.patience import sees, shown, until

Image = pytest.importorskip("PIL.Image")

KITTY = {"TERM": "xterm-kitty", "COLORTERM": "truecolor"}


def a_picture(width: int = 400, height: int = 160) -> bytes:
    written = BytesIO()
    Image.new("RGB", (width, height), "teal").save(written, "JPEG")
    return written.getvalue()


class Site:
    """Pictures by their paths, and what was asked for."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pictures = {"/cat.jpg": a_picture()}
        self.asked: list[str] = []


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as site:
        yield site


@contextmanager
def open_site() -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            served.asked.append(self.path)
            data = served.pictures.get(self.path)
            self.send_response(404 if data is None else 200)
            self.send_header("Content-Type", "image/jpeg")
            self.send_header("Content-Length", str(len(data or b"")))
            self.end_headers()
            self.wfile.write(data or b"")

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served = Site(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def an_article(site: Site, *, above: int = 2, below: int = 60) -> Article:
    """A picture with its words between paragraphs, and another at the end."""

    def said(number: int) -> Block:
        text = f"Paragraph {number} is about the harbour."
        return Block(kind=BlockKind.PARAGRAPH, text=text)

    def picture(name: str) -> Block:
        target = f"{site.address}/{name}.jpg"
        return Block(kind=BlockKind.PICTURE, text=f"A {name} asleep", target=target)

    blocks = [said(number) for number in range(above)]
    blocks += [picture("cat"), Block(kind=BlockKind.CAPTION, text="Folio, 2014.")]
    blocks += [said(number) for number in range(above, above + below)]
    return Article(url=None, title="Pets", blocks=(*blocks, picture("dog")))


class Terminal:
    """What the terminal was told beside the text."""

    def __init__(self, app: ReaderApp) -> None:
        self.told: list[str] = []
        assert app._driver is not None
        app._driver.write = self.told.append  # type: ignore[method-assign,assignment]

    @property
    def text(self) -> str:
        return "".join(one for one in self.told if "\x1b_G" in one)


@asynccontextmanager
async def reading(
    article: Article, library: Path, images: Images = Images.AUTO
) -> AsyncIterator[tuple[Pilot[None], Terminal]]:
    """The program with an article on its screen."""
    preferences = Preferences(images=images)
    async with open_rooms(library, preferences=preferences) as rooms:
        app = ReaderApp(rooms, article)
        async with app.run_test(size=(80, 24)) as pilot:
            terminal = Terminal(app)
            await sees(pilot, "Paragraph 0" if article.blocks else "")
            yield pilot, terminal


@pytest.fixture
def in_kitty(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TMUX", "STY", "ZELLIJ", "NO_COLOR", "KITTY_INSTALLATION_DIR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in KITTY.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def opened_in_browser(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that a browser was asked to open."""
    opened: list[str] = []

    async def note_down(_app: object, url: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr("reader.ui.widgets.attending.open_in_browser", note_down)
    return opened


def rows(pilot: Pilot[None]) -> list[str]:
    return shown(pilot).split("\n")


def colours_of(pilot: Pilot[None]) -> set[tuple[int, int, int]]:
    """The colours that placeholders are painted in."""
    return {
        tuple(segment.style.color.triplet)  # type: ignore[union-attr,arg-type]
        for strip in pilot.app.screen._compositor.render_strips(pilot.app.size)
        for segment in strip
        if PLACEHOLDER in segment.text
    }


@pytest.mark.usefixtures("in_kitty")
async def test_a_picture_stands_above_its_words(site: Site, tmp_path: Path) -> None:
    """Of 400 × 160 pixels: 50 columns, 10 rows, given to the terminal once."""
    async with reading(an_article(site), tmp_path / "l") as (pilot, terminal):
        await until(pilot, lambda: PLACEHOLDER in shown(pilot), "the picture")
        lines = rows(pilot)
        pictured = [line for line in lines if PLACEHOLDER in line]
        assert [line.strip() for line in pictured] == [
            placeholders(row, 50) for row in range(10)
        ]
        first = lines.index(pictured[0])
        assert lines[first - 1].strip() == ""
        assert "A cat asleep" in lines[first + 10]
        assert "Folio, 2014." in lines[first + 11]
        await pilot.press("j", "j", "k", "k")
        await pilot.pause()
        given = re.findall(r"a=t,f=100,i=(\d+)", terminal.text)
        placed = re.findall(r"a=p,U=1,i=(\d+),p=1,c=50,r=10", terminal.text)
        assert len(given) == 1
        assert placed == given
        number = int(given[0])
        assert colours_of(pilot) == {(number >> 16, number >> 8 & 255, number & 255)}
        # The other one is at the end, and nobody has looked there.
        assert site.asked == ["/cat.jpg"]


@pytest.mark.usefixtures("in_kitty")
async def test_a_narrower_pane_has_a_smaller_picture(
    site: Site, tmp_path: Path
) -> None:
    """The terminal is told of its new size, and not given it again."""
    async with reading(an_article(site), tmp_path / "l") as (pilot, terminal):
        await until(pilot, lambda: PLACEHOLDER in shown(pilot), "the picture")
        await pilot.resize_terminal(44, 24)
        await until(pilot, lambda: shown(pilot).count(PLACEHOLDER) < 500, "the size")
        columns = max(line.count(PLACEHOLDER) for line in rows(pilot))
        assert columns <= 40
        assert re.search(rf"a=p,U=1,i=\d+,p=1,c={columns},", terminal.text)
        assert terminal.text.count("a=t,") == 1


@pytest.mark.parametrize(
    ("top", "stay"),
    [
        ("Paragraph 0", 6),
        ("Paragraph 2", 2),
        ("A cat", 9),
        ("Folio", 9),
        ("graph 4", 9),
    ],
)
async def test_the_first_row_stays_where_it_is(
    site: Site, tmp_path: Path, top: str, stay: int
) -> None:
    """Whether the picture comes below it, or above it while one has gone on."""
    article = an_article(site, above=3)
    async with reading(article, tmp_path / "l", Images.OFF) as (pilot, _):
        pane = pilot.app.screen.query_one(ArticlePane)
        while top not in pane.render_line(0).text:
            await pilot.press("j")
        before = [pane.render_line(y).text.rstrip() for y in range(stay)]
        place = pane.place
        url = f"{site.address}/cat.jpg"
        pane._asked.add(url)
        picture = bounded(a_picture())
        assert picture is not None
        pane.show_picture(url, picture, Kitty(lambda _: None))
        await pilot.pause()
        after = [pane.render_line(y).text.rstrip() for y in range(stay)]
        assert after == before
        assert pane.place == place
        await pilot.press("g")
        while "A cat" not in pane.render_line(0).text:
            await pilot.press("j")
        await pilot.press("k")
        assert placeholders(9, 50) in pane.render_line(0).text


@pytest.mark.usefixtures("in_kitty")
async def test_another_article_has_the_terminal_forget(
    site: Site, tmp_path: Path
) -> None:
    """And a terminal that was another program's is given everything again."""
    async with reading(an_article(site), tmp_path / "l") as (pilot, terminal):
        await until(pilot, lambda: PLACEHOLDER in shown(pilot), "the picture")
        pilot.app.app_resume_signal.publish(pilot.app)
        await pilot.pause()
        assert terminal.text.count("a=t,") == 2
        pilot.app.screen.query_one(ArticlePane).opened = None
        await pilot.pause()
        assert re.search(r"\x1b_Ga=d,d=I,i=\d+,q=2\x1b", terminal.text)


@pytest.mark.usefixtures("in_kitty")
@pytest.mark.parametrize(
    ("body", "why"),
    [
        pytest.param(
            b"\x89PNG\r\n\x1a\n" + b"\xff" * 900, "no picture of a kind", id="garbage"
        ),
        pytest.param(a_picture()[:300], "damaged", id="cut off"),
        pytest.param(b"<svg xmlns='x'></svg>", "drawing (SVG)", id="a drawing"),
        pytest.param(None, "There is no such page", id="not there"),
    ],
)
async def test_what_is_no_picture_leaves_its_words(
    site: Site, tmp_path: Path, body: bytes | None, why: str
) -> None:
    """And what stands in its place says why."""
    del site.pictures["/cat.jpg"]
    if body is not None:
        site.pictures["/cat.jpg"] = body
    async with reading(an_article(site), tmp_path / "l") as (pilot, terminal):
        before = rows(pilot)
        await until(pilot, lambda: "Not shown:" in shown(pilot), "the reason")
        after = rows(pilot)
        at = next(y for y, line in enumerate(after) if "Not shown:" in line)
        assert why in after[at]
        assert "A cat asleep" in after[at + 1]
        assert "Folio, 2014." in after[at + 2]
        # But for the scroll bar, which is shorter.
        assert [one[:-1] for one in after[:at]] == [one[:-1] for one in before[:at]]
        assert terminal.text == ""


@pytest.mark.usefixtures("in_kitty")
async def test_a_picture_that_counts_its_readers_is_passed_over(
    site: Site, tmp_path: Path
) -> None:
    """It is nothing that anybody misses."""
    site.pictures["/cat.jpg"] = a_picture(1, 1)
    async with reading(an_article(site), tmp_path / "l") as (pilot, terminal):
        before = shown(pilot)
        await until(pilot, lambda: site.asked, "the question")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert shown(pilot) == before
        assert terminal.text == ""


@pytest.mark.usefixtures("in_kitty")
async def test_pictures_are_shown_beside_the_comment_one_writes(
    site: Site, tmp_path: Path
) -> None:
    """The article stays in view there, and they are part of it."""
    article = replace(an_article(site), url=f"{site.address}/pets")
    async with reading(article, tmp_path / "l") as (pilot, terminal):
        await until(pilot, lambda: PLACEHOLDER in shown(pilot), "the picture")
        await pilot.resize_terminal(130, 30)
        await pilot.press("C")
        await until(pilot, lambda: isinstance(pilot.app.screen, CommentScreen), "it")
        await until(pilot, lambda: PLACEHOLDER in shown(pilot), "the picture again")
        assert terminal.text.count("a=t,") == 2
        # It was asked for a moment ago.
        assert site.asked == ["/cat.jpg"]


@pytest.mark.usefixtures("in_kitty")
async def test_of_too_many_pictures_the_last_say_so(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are not asked for, and nobody takes them for words alone."""
    monkeypatch.setattr("reader.ui.widgets.pane.picturing.MOST", 1)
    async with reading(an_article(site, below=0), tmp_path / "l") as (pilot, _):
        await pilot.resize_terminal(80, 40)
        await until(pilot, lambda: "at the most" in shown(pilot), "the reason")
        await pilot.app.workers.wait_for_complete()
        assert site.asked == ["/cat.jpg"]


@pytest.mark.usefixtures("in_kitty")
async def test_a_click_opens_a_picture(
    site: Site, tmp_path: Path, opened_in_browser: list[str]
) -> None:
    """As its letter does; one beside it does not."""
    async with reading(an_article(site), tmp_path / "l") as (pilot, _):
        await until(pilot, lambda: PLACEHOLDER in shown(pilot), "the picture")
        line = next(y for y, row in enumerate(rows(pilot)) if PLACEHOLDER in row)
        left = rows(pilot)[line].index(PLACEHOLDER)
        await pilot.click(offset=(left + 50, line))
        await pilot.pause()
        assert opened_in_browser == []
        await pilot.click(offset=(left + 49, line + 3))
        await until(pilot, lambda: opened_in_browser, "the browser")
        assert opened_in_browser == [f"{site.address}/cat.jpg"]


@pytest.mark.usefixtures("in_kitty")
async def test_nothing_is_asked_for_without_pictures(
    site: Site, tmp_path: Path
) -> None:
    """No site hears of it that somebody reads."""
    article = an_article(site)
    async with reading(article, tmp_path / "l", Images.OFF) as (pilot, terminal):
        await pilot.press("j", "k")
        await asyncio.sleep(0.6)
        await pilot.app.workers.wait_for_complete()
        assert site.asked == []
        assert terminal.text == ""
        assert PLACEHOLDER not in shown(pilot)


@pytest.mark.usefixtures("in_kitty")
async def test_a_text_shows_no_picture_of_its_own(site: Site, tmp_path: Path) -> None:
    """Placeholders that an article brings along are no placeholders."""
    text = f"Paragraph 0 has {placeholders(0, 3)} in it."
    article = Article(
        url=None,
        title="Odd",
        blocks=(
            Block(kind=BlockKind.PARAGRAPH, text=text),
            Block(kind=BlockKind.PICTURE, text=text, target=f"{site.address}/none.jpg"),
        ),
    )
    async with reading(article, tmp_path / "l") as (pilot, _):
        assert PLACEHOLDER not in shown(pilot)


@pytest.mark.parametrize(
    ("environment", "means"),
    [
        (KITTY, Images.KITTY),
        ({**KITTY, "TERM": "xterm-256color", "KITTY_WINDOW_ID": "1"}, Images.KITTY),
        ({**KITTY, "TERM": "xterm-ghostty"}, Images.KITTY),
        ({**KITTY, "TERM": "xterm-256color", "TERM_PROGRAM": "ghostty"}, Images.KITTY),
        ({**KITTY, "TMUX": "/tmp/tmux"}, Images.OFF),
        ({"TERM": "xterm-kitty"}, Images.OFF),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, None),
        ({**KITTY, "TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"}, None),
    ],
)
def test_only_terminals_that_are_known_to_are_not_asked(
    environment: dict[str, str], means: Images | None
) -> None:
    """None stands for asking; a multiplexer would answer for itself."""
    assert known_means(Images.AUTO, environment) is means


def test_what_the_reader_has_set_holds() -> None:
    """A terminal is not doubted that the reader has named, but for what it says it lacks."""
    elsewhere = {"TERM": "xterm", "COLORTERM": "truecolor", "TMUX": "/tmp/tmux"}
    for images in (Images.KITTY, Images.SIXEL, Images.BLOCKS):
        assert known_means(images, elsewhere) is images
    assert known_means(Images.KITTY, {"TERM": "xterm"}) is Images.OFF


def test_pictures_asked_for_by_name_need_their_library(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Who checks the settings is told; `auto` is no wish."""
    assert doubt(Images.BLOCKS) is None
    monkeypatch.setattr("reader.ui.means.can_be_decoded", lambda: False)
    assert "pip install" in (doubt(Images.BLOCKS) or "")
    assert doubt(Images.AUTO) is None
    assert doubt(Images.OFF) is None


def test_pictures_are_not_wanted_by_everybody() -> None:
    """Not without colours, by those who hear the screen, or who have said so."""
    assert are_wanted(Preferences(), KITTY)
    assert not are_wanted(Preferences(), {**KITTY, "NO_COLOR": "1"})
    assert not are_wanted(Preferences(images=Images.OFF), KITTY)
    assert not are_wanted(Preferences(plain=True), KITTY)


@pytest.mark.parametrize(
    ("source", "shows"),
    [
        ("class Version(NamedTuple):\nversion: Version = Version(0, 26, 5)\n", False),
        ("version: Version = Version(0, 28, 0)\n", True),
        ("version: Version = Version(1, 0, 0)\n", True),
        ("nothing of the kind", True),
        (None, True),
    ],
)
def test_a_kitty_that_is_too_old_shows_none(
    tmp_path: Path, source: str | None, *, shows: bool
) -> None:
    """It would show a block of boxes."""
    if source is not None:
        (tmp_path / "kitty").mkdir()
        (tmp_path / "kitty" / "constants.py").write_text(source)
    environment = {**KITTY, "KITTY_INSTALLATION_DIR": str(tmp_path)}
    means = Images.KITTY if shows else Images.OFF
    assert known_means(Images.AUTO, environment) is means
