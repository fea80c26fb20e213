from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from textual.app import App, ComposeResult
from textual.message import Message

from reader.domain.annotation import Anchor, Highlight, Passage
from reader.domain.article import Article, Block, BlockKind
from reader.domain.quotation import Quotation
from reader.ui.styles import sheets
from reader.ui.themes import READER_DARK
from reader.ui.widgets.quotation_list import QuotationList

SAID = (
    ("We heard you.", "Ada Moreno", 0.9),
    ("floods every other spring", "Tom Reid", 0.9),
    ("We wrote it down.", "Ada Moreno", 0.9),
    ("a victory of sentiment", "Jonas Lindqvist", 0.4),
    ("Who knows?", None, 0.5),
)


def an_article() -> Article:
    text = " ".join(f"“{words}”" for words, _, _ in SAID)
    article = Article(
        url=None, title="", blocks=(Block(kind=BlockKind.PARAGRAPH, text=text),)
    )
    spoken = tuple(
        Quotation(
            start=text.index(words),
            end=text.index(words) + len(words),
            speaker=speaker,
            confidence=sure,
        )
        for words, speaker, sure in SAID
    )
    return replace(article, quotations=spoken)


class ListApp(App[None]):
    CSS_PATH = sheets("app", "article")

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(READER_DARK)
        self.theme = READER_DARK.name
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield QuotationList()

    def on_mount(self) -> None:
        self.listed.article = an_article()
        self.listed.focus_field()

    @property
    def listed(self) -> QuotationList:
        return self.query_one(QuotationList)

    def rows(self) -> list[str]:
        """What the list shows, without what fills its rows up."""
        lines = self.listed.lines
        shown = [lines.render_line(y).text for y in range(lines.lines)]
        return [" ".join(row.split()) for row in shown]

    def on_quotation_list_chosen(self, message: QuotationList.Chosen) -> None:
        self.heard.append(message)

    def on_quotation_list_left(self, message: QuotationList.Left) -> None:
        self.heard.append(message)


async def test_speakers_stand_over_what_they_said_the_most_quoted_first() -> None:
    app = ListApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert app.rows() == [
            "Ada Moreno 2",
            "“We heard you.”",
            "“We wrote it down.”",
            "Tom Reid 1",
            "“floods every other spring”",
            "Jonas Lindqvist 1",
            "? “a victory of sentiment”",
            "Nobody named 1",
            "“Who knows?”",
        ]


async def test_typing_narrows_the_list_to_names_and_words() -> None:
    app = ListApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press(*"ADA wrote")
        assert app.rows() == ["Ada Moreno 1", "“We wrote it down.”"]
        await pilot.press("escape")
        assert len(app.rows()) == 9
        assert not app.heard
        await pilot.press("escape")
        assert isinstance(app.heard[-1], QuotationList.Left)


async def test_enter_chooses_the_quotation_under_the_cursor() -> None:
    app = ListApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("down", "down", "enter", *"tom", "enter")
        chosen = [m.place for m in app.heard if isinstance(m, QuotationList.Chosen)]
        quotations = an_article().quotations
        assert chosen == [quotations[2], quotations[1]]


async def test_the_list_begins_at_the_current_quotation() -> None:
    app = ListApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        app.listed.current = an_article().quotations[1]
        await pilot.press("enter")
        (chosen,) = app.heard
        assert isinstance(chosen, QuotationList.Chosen)
        assert chosen.place == an_article().quotations[1]


async def test_an_article_without_quotations_says_so() -> None:
    app = ListApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.listed.article = Article(url=None, title="", blocks=())
        await pilot.press("enter", "down", "pagedown")
        assert app.rows() == []
        assert str(app.listed.summary.content) == "No quotations"
        assert not app.heard


def test_who_said_what_is_easily_read(snap_compare: Callable[..., bool]) -> None:
    """Names in bold over their words, counts to the right, one row under the cursor."""
    assert snap_compare(ListApp(), press=["down"], terminal_size=(60, 16))


async def test_highlights_stand_below_the_speakers_with_their_notes() -> None:
    """What is typed finds the notes too, and Enter goes there."""
    app = ListApp()
    async with app.run_test(size=(60, 20)) as pilot:
        marked = Passage(
            start=1,
            end=9,
            highlight=Highlight(
                id=1,
                anchor=Anchor(exact="We heard"),
                note="who is we?",
                made=datetime(2026, 3, 1, tzinfo=UTC),
            ),
        )
        app.listed.passages = (marked,)
        assert app.rows()[-2:] == ["Your highlights 1", "who is we?: “We heard”"]
        await pilot.press(*"who", "space", *"is", "down", "enter")
        (chosen,) = app.heard
        assert isinstance(chosen, QuotationList.Chosen)
        assert chosen.place == marked


async def test_what_the_reader_said_of_a_quotation_is_told_apart() -> None:
    """A pen stands before it."""
    app = ListApp()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        article = an_article()
        first = replace(article.quotations[0], corrected=True)
        app.listed.article = replace(
            article, quotations=(first, *article.quotations[1:])
        )
        assert app.rows()[1] == "✎ “We heard you.”"
