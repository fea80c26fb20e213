"""Everything that can be done with the mouse beside what each widget's own tests hold."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from reader.domain.comment import Option
from reader.ui.app import ReaderApp
from reader.ui.rooms import Rooms
from reader.ui.screens.help import HelpScreen
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.article_pane import ArticlePane
from reader.ui.widgets.choices import Options
from reader.ui.widgets.hints import Hints
from ui.patience import sees, shown, until
from ui.test_article_list import Shelf
from ui.test_article_pane import BLOCKS, PETITION, PaneApp, rows
from ui.test_reading import address
from ui.town import Town


def at(pilot_rows: list[str], words: str) -> tuple[int, int]:
    """Where some words stand: column and row."""
    y = next(y for y, row in enumerate(pilot_rows) if words in row)
    return pilot_rows[y].index(words), y


@pytest.mark.parametrize(
    ("words", "word"), [("council voted", "council"), ("Thursday night", "Thursday")]
)
async def test_two_clicks_select_a_word(words: str, word: str) -> None:
    """Not all of the article, as the framework has it."""
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        x, y = at(rows(app.pane), words)
        for where in (x, x + len(word) - 1):
            await pilot.double_click(offset=(where, y))
            await pilot.pause()
            assert app.screen.get_selected_text() == word
            await pilot.pause(0.6)


async def test_three_clicks_select_a_paragraph() -> None:
    """All of its rows, and none of what stands beside them."""
    app = PaneApp()
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.pause()
        x, y = at(rows(app.pane), "council voted")
        await pilot.triple_click(offset=(x, y))
        await pilot.pause()
        assert (app.screen.get_selected_text() or "").strip() == BLOCKS[0].text


async def test_two_clicks_follow_a_link_once() -> None:
    """A browser would open it twice."""
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        x, y = at(rows(app.pane), "petition")
        await pilot.double_click(offset=(x + 2, y))
        await pilot.pause()
        followed = app.said(ArticlePane.LinkChosen)
        assert [one.url for one in followed] == [PETITION]  # type: ignore[attr-defined]


async def test_a_click_ends_what_two_have_selected() -> None:
    """It goes to a quotation again."""
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        x, y = at(rows(app.pane), "council voted")
        await pilot.double_click(offset=(x, y))
        await pilot.pause(0.6)
        await pilot.click(offset=at(rows(app.pane), "reading room"))
        await pilot.pause()
        assert not app.screen.get_selected_text()
        assert app.pane.current is not None


async def test_what_two_clicks_select_is_copied(empty_rooms: Rooms, town: Town) -> None:
    """As what is drawn over with the mouse is."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await sees(pilot, "said Ada Moreno")
        await pilot.double_click(offset=at(shown(pilot).split("\n"), "harbour company"))
        await until(pilot, lambda: app.clipboard == "harbour", "a copy")
        await sees(pilot, "Copied.")


@pytest.mark.parametrize("line", [0, 3])
async def test_two_clicks_open_a_line_once(line: int) -> None:
    """Whether the cursor stood on it before or not."""
    app = Shelf(10)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.triple_click(ArticleList, offset=(10, line))
        await pilot.pause()
        assert app.chosen == [line]


class Asked(App[None]):
    """Some options to choose from."""

    def compose(self) -> ComposeResult:
        yield Options(
            [Option(one, one) for one in ("Tea", "Coffee", "Water")], value=""
        )


async def test_a_click_chooses_an_option() -> None:
    """One is enough, as on the site itself."""
    app = Asked()
    async with app.run_test() as pilot:
        await pilot.click(Options, offset=(8, 1))
        await pilot.pause()
        assert app.query_one(Options).value == "Coffee"


async def test_a_click_on_a_hint_does_what_it_says(rooms: Rooms) -> None:
    """At its first letter and at its last; between two hints nothing happens."""
    app = ReaderApp(rooms)
    async with app.run_test(size=(100, 24)) as pilot:
        await sees(pilot, "? help")
        hints = app.screen.query_one(Hints).region
        row = shown(pilot).split("\n")[hints.y]
        first, last = row.index("? help"), row.index("? help") + len("? help") - 1
        await pilot.click(offset=(first - 1, hints.y))
        await pilot.pause()
        assert not isinstance(app.screen, HelpScreen)
        for x in (first, last):
            await pilot.click(offset=(x, hints.y))
            await until(pilot, lambda: isinstance(app.screen, HelpScreen), "help")
            await pilot.press("escape")
            await until(pilot, lambda: not isinstance(app.screen, HelpScreen), "back")
