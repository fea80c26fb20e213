"""The article that stays in view while one writes about it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.domain.article import Article, Block, BlockKind, Mark, Neighbour, Span
from reader.domain.quotation import Quotation
from reader.ui.app import ReaderApp
from reader.ui.screens.comment import CommentScreen
from reader.ui.widgets.article_pane import ArticlePane
from ui.house import open_rooms
from ui.patience import sees, shown, until

LINKED = "They have a timetable on the quay."
SAID = "“Nobody asked the crews,” said Ada Moreno."
TARGET = "http://127.0.0.1:9/timetable"


def an_article() -> Article:
    blocks = (
        Block(
            kind=BlockKind.PARAGRAPH,
            text=LINKED,
            spans=(Span(start=12, end=21, mark=Mark.LINK, target=TARGET),),
        ),
        Block(kind=BlockKind.PARAGRAPH, text=SAID),
        Block(kind=BlockKind.HEADING, text="What comes next", level=2),
        *(
            Block(kind=BlockKind.PARAGRAPH, text=f"Paragraph {number}.")
            for number in range(40)
        ),
    )
    start = len(LINKED) + 2
    said = Quotation(
        start=start + 1, end=start + SAID.index("”"), speaker="Ada Moreno", cue="said"
    )
    return Article(
        url="http://127.0.0.1:9/ferries",
        title="Ferries",
        blocks=blocks,
        quotations=(said,),
        next=Neighbour(title="Buses", url="http://127.0.0.1:9/buses"),
    )


@asynccontextmanager
async def writing(library: Path) -> AsyncIterator[Pilot[None]]:
    """A comment being written, the focus on the article beside it."""
    async with open_rooms(library) as rooms:
        app = ReaderApp(rooms, an_article())
        async with app.run_test(size=(130, 30), notifications=True) as pilot:
            await sees(pilot, "a timetable")
            await pilot.press("C")
            await until(
                pilot, lambda: isinstance(app.screen, CommentScreen), "the form"
            )
            pane = app.screen.query_one(ArticlePane)
            pane.focus()
            await until(pilot, lambda: pane.has_focus, "the focus")
            await sees(pilot, "a timetable")
            yield pilot


async def test_a_link_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a click, and by its number."""
    opened: list[str] = []

    async def note_down(_app: object, url: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr("reader.ui.widgets.attending.open_in_browser", note_down)
    async with writing(tmp_path / "l") as pilot:
        rows = shown(pilot).split("\n")
        y = next(y for y, row in enumerate(rows) if "timetable" in row)
        await pilot.click(offset=(rows[y].index("timetable"), y))
        await until(pilot, lambda: opened == [TARGET], "the browser")
        await pilot.press("1", "o")
        await until(pilot, lambda: opened == [TARGET, TARGET], "the browser again")


async def test_a_quotation_is_copied(tmp_path: Path) -> None:
    """With its source."""
    async with writing(tmp_path / "l") as pilot:
        await pilot.press("Y")
        await until(pilot, lambda: "Nobody asked" in pilot.app.clipboard, "a copy")
        await sees(pilot, "Quotation copied.")


async def test_who_said_what_is_listed(tmp_path: Path) -> None:
    """And one goes to what one chooses there."""
    async with writing(tmp_path / "l") as pilot:
        await pilot.press("H")
        await sees(pilot, "1 quotation")
        await pilot.press("enter")
        pane = pilot.app.screen_stack[1].query_one(ArticlePane)
        await until(pilot, lambda: pane.current is not None, "the quotation")


async def test_one_goes_to_a_heading(tmp_path: Path) -> None:
    """By the outline."""
    async with writing(tmp_path / "l") as pilot:
        await pilot.press("G")
        pane = pilot.app.screen.query_one(ArticlePane)
        await until(pilot, lambda: pane.scroll_y > 0, "the end")
        await pilot.press("O")
        await sees(pilot, "Outline")
        await pilot.press("enter")
        await until(pilot, lambda: "What comes next" in shown(pilot), "the heading")


async def test_words_are_found(tmp_path: Path) -> None:
    """As they are typed."""
    async with writing(tmp_path / "l") as pilot:
        await pilot.press("slash")
        await sees(pilot, "Find in the article")
        await pilot.press(*"graph", "space", "3", "9", "enter")
        await sees(pilot, "Paragraph 39.")


async def test_another_article_is_not_opened_over_what_one_writes(
    tmp_path: Path,
) -> None:
    """One is told so."""
    async with writing(tmp_path / "l") as pilot:
        await pilot.press("greater_than_sign")
        await sees(pilot, "once you have left")
        assert isinstance(pilot.app.screen, CommentScreen)
