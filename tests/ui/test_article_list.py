"""The list of articles, with a million of them and with odd ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from rich.cells import cell_len
from textual import on
from textual.app import App, ComposeResult

from reader.domain.dates import Dates, Published
from reader.domain.source import Listed
from reader.ui.article_row import pieces_of
from reader.ui.cells import when
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.line_list import LineList
from ui.patience import until

NOW = datetime(2020, 6, 27, 12, 0, tzinfo=UTC)
MILLION = 1_000_000


def listed(number: int, title: str = "") -> Listed:
    """The article with a number; a higher one is older."""
    return Listed(
        id=number,
        guid=str(number),
        url=None,
        title=title or f"Article {number}",
        source="Town News",
        published=Published((NOW - timedelta(minutes=number)).isoformat()),
    )


class Shelf(App[None]):
    """A list over articles that are made as they are asked for."""

    def __init__(self, total: int, first: int = 0) -> None:
        super().__init__()
        self.total = total
        self.first = first
        self.asked: list[tuple[int, int]] = []
        self.chosen: list[int] = []
        self.ranges: list[tuple[int, int]] = []

    def compose(self) -> ComposeResult:
        yield ArticleList(lambda: NOW)

    def on_mount(self) -> None:
        self.put(0)

    @property
    def articles(self) -> ArticleList:
        return self.query_one(ArticleList)

    def put(self, cursor: int) -> None:
        """Show the articles as they are now, the cursor on one of them."""
        start, count = self.articles.around(cursor)
        rows = [listed(self.first + n) for n in range(start, start + count)]
        self.articles.show(
            total=self.total,
            start=start,
            rows=rows[: max(self.total - start, 0)],
            cursor=cursor,
        )

    @on(ArticleList.Wanted)
    def fetch(self, event: ArticleList.Wanted) -> None:
        self.asked.append((event.start, event.count))
        count = min(event.count, self.total - event.start)
        rows = [listed(self.first + event.start + n) for n in range(count)]
        self.articles.fill(event.edition, event.start, rows)

    @on(ArticleList.RangeAsked)
    def take_range(self, event: ArticleList.RangeAsked) -> None:
        self.ranges.append((event.one, event.other))

    @on(LineList.Chosen)
    def remember(self, event: LineList.Chosen) -> None:
        self.chosen.append(event.line)


def text(app: Shelf) -> list[str]:
    """What the list shows, line by line."""
    articles = app.articles
    return [articles.render_line(y).text for y in range(articles.size.height)]


async def test_a_million_articles_cost_the_windows_that_were_looked_at() -> None:
    """From the first to the last is one step, and loads no more than both ends."""
    app = Shelf(MILLION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("G")
        await until(pilot, lambda: "Article 999999" in text(app)[-1], "the last")
        await pilot.press("g")
        await until(pilot, lambda: "Article 0" in text(app)[0], "the first")
        assert sum(count for _, count in app.asked) <= 256


async def test_paging_shows_every_article_once() -> None:
    """The view moves by what is in view."""
    app = Shelf(1000)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("space", "space")
        await pilot.pause()
        assert "Article 48" in text(app)[0]
        await pilot.press("b")
        await pilot.pause()
        assert "Article 24" in text(app)[0]


async def test_windows_long_unseen_are_let_go() -> None:
    """However far one scrolls, what is kept stays bounded."""
    app = Shelf(MILLION)
    async with app.run_test(size=(80, 24)) as pilot:
        for place in range(0, 200_000, 2_000):
            app.articles.cursor = place
            await pilot.pause()
        assert len(app.articles._windows) <= 64


async def test_rows_added_above_leave_the_cursor_where_it_is_on_the_screen() -> None:
    """It stays on its article, and the article on its line."""
    app = Shelf(1000)
    async with app.run_test(size=(80, 24)) as pilot:
        app.articles.cursor = 100
        await pilot.pause()
        await pilot.press("k", "k", "k")
        line = app.articles.cursor - app.articles.scroll_offset.y
        before = app.articles.current
        app.total, app.first = 1030, -30
        app.put(app.articles.cursor + 30)
        await pilot.pause()
        assert app.articles.current == before
        assert app.articles.cursor - app.articles.scroll_offset.y == line


async def test_late_rows_of_an_older_list_are_dropped() -> None:
    """What was asked for before the list changed is not shown in the new one."""
    app = Shelf(1000)
    async with app.run_test(size=(80, 24)) as pilot:
        app.put(0)
        app.articles.fill(0, 0, [listed(77, "Old")] * 64)
        await pilot.pause()
        assert "Old" not in "\n".join(text(app))


@pytest.mark.parametrize(
    "title",
    [
        "市場広場の工事、八月に始まる 市場広場の工事、八月に始まる 市場広場の工事",
        "Flags 🇩🇪🇫🇷 and families 👨‍👩‍👧‍👦 and skin 👍🏽 in a title that is too long for it all",
        "e\u0301" * 80,
        "soft\u00adhyphens\u00adevery\u00adwhere " * 8,
        "\x1b]52;c;aGk=\x07clipboard \x1b[2J wiped \u202e turned",
        "tab\there and\nthere",
        "عنوان بالعربية طويل بما يكفي ليملأ السطر كله وأكثر من ذلك بكثير",
        "",
    ],
)
@pytest.mark.parametrize("width", [20, 40, 57, 80, 121])
async def test_each_line_is_clean_and_as_wide_as_the_list(
    title: str, width: int
) -> None:
    """Whatever a title holds, and however little room there is."""
    app = Shelf(1)
    async with app.run_test(size=(width, 10)):
        app.articles.show(total=1, start=0, rows=[listed(1, title)], cursor=0)
        strip = app.articles.render_line(0)
        assert strip.cell_length == app.articles.size.width
        assert cell_len(strip.text) == strip.cell_length
        assert not any(ord(one) < 32 or 127 <= ord(one) < 160 for one in strip.text)
        assert "\u202e" not in strip.text


async def test_clicking_moves_the_cursor_there_and_again_opens() -> None:
    """The mouse does what the keys do."""
    app = Shelf(10)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(ArticleList, offset=(10, 3))
        assert app.articles.cursor == 3
        await pilot.click(ArticleList, offset=(10, 3))
        await pilot.pause()
        assert app.chosen == [3]


async def test_what_is_selected_stays_so_when_the_list_has_gone_elsewhere() -> None:
    """A command reaches the selected articles, though their rows were let go of."""
    app = Shelf(MILLION)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x", "x")
        app.put(MILLION - 1)
        await pilot.pause()
        assert list(app.articles.selected) == [0, 1]
        app.put(0)
        await pilot.press("g", "x")
        assert set(app.articles.selected) == {1}


async def test_a_range_is_selected_with_everything_between() -> None:
    app = Shelf(1000)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x", "j", "j", "X")
        await pilot.pause()
        assert app.ranges == [(0, 3)]


@pytest.mark.parametrize("dates", Dates)
def test_a_count_and_a_date_stand_apart(dates: Dates) -> None:
    """The longest of either, too."""
    row = replace(
        listed(1), published=Published(NOW.date().isoformat()), comment_count=123
    )
    told = "".join(text for text, _ in pieces_of(row, 80, NOW, dates=dates))
    assert f"(123) {when(row.published, NOW, dates)} " in told
    assert cell_len(told) == 80
