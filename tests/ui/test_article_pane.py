from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from rich.style import Style
from textual import on
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot

from reader.domain.annotation import Anchor, Highlight, Passage
from reader.domain.article import (
    Article,
    Block,
    BlockKind,
    Mark,
    Neighbour,
    Opened,
    Span,
)
from reader.domain.dates import Published
from reader.domain.quotation import Quotation, QuotationKind
from reader.text.typeset.lines import Look, Manner
from reader.ui.page import GUTTER, THICK, THIN, framed
from reader.ui.painting import Painter
from reader.ui.styles import sheets
from reader.ui.themes import THEMES
from reader.ui.widgets import page_view
from reader.ui.widgets.article_pane import ArticlePane

PETITION = "https://harbourpost.example/petition"
MINUTES = "https://harbourpost.example/minutes"


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, **more: object) -> Block:
    return Block(kind=kind, text=text, **more)  # type: ignore[arg-type]


def linked(text: str, words: str, target: str) -> Block:
    start = text.index(words)
    span = Span(start, start + len(words), Mark.LINK, target)
    return block(text, spans=(span,))


BLOCKS = (
    linked(
        "The harbour council voted on Thursday night to keep the old lending library "
        "on Pilot Street open for another five years, after a petition signed by more "
        "than four thousand residents was carried in in two laundry baskets.",
        "a petition",
        PETITION,
    ),
    block(
        "“Nobody who has stood in that reading room on a wet afternoon could vote to "
        "close it,” said Ada Moreno, the council’s spokeswoman. “We heard you.”"
    ),
    block("What was decided", BlockKind.HEADING, level=2),
    block(
        "The building stays a library until the end of 2031;",
        BlockKind.ITEM,
        level=1,
        marker="•",
    ),
    block(
        "opening hours grow to fifty-two a week.",
        BlockKind.ITEM,
        level=1,
        marker="•",
    ),
    block("The council added:"),
    block(
        "A library is the one room in a town where nobody asks what you came to buy.",
        quoted=1,
        cite="Resolution 2020/61",
    ),
    block("Year\tVisitors\n2018\t51,377\n2019\t55,902", BlockKind.TABLE),
    block("A cat asleep on the returns desk", BlockKind.PICTURE),
    block("Folio, a member since 2014.", BlockKind.CAPTION),
    block("def count(names):\n\treturn len(set(names))", BlockKind.CODE),
    block("What comes next", BlockKind.HEADING, level=2),
    linked(
        "The treasurer, Jonas Lindqvist, called it a “victory of sentiment over "
        "arithmetic”. The minutes have all of it.",
        "minutes",
        MINUTES,
    ),
    block("(Source: The Harbour Post)"),
)


def quoted(
    article: Article, words: str, speaker: str | None, **more: object
) -> Quotation:
    start = article.text.index(words)
    return Quotation(start=start, end=start + len(words), speaker=speaker, **more)  # type: ignore[arg-type]


def an_article() -> Article:
    article = Article(
        url="https://harbourpost.example/library",
        title="The library on Pilot Street stays open",
        blocks=BLOCKS,
        byline="Mira Castellanos",
        site="The Harbour Post",
        published=Published("2020-06-26"),
        source_note="Source: The Harbour Post",
        previous=Neighbour(
            title="Ferry timetable changes from Monday",
            url="https://harbourpost.example/ferry",
            published=Published("2020-06-04"),
        ),
        next=Neighbour(
            title="How a petition was carried across town",
            published=Published("2020-07-01"),
        ),
    )
    spoken = (
        quoted(
            article,
            "Nobody who has stood in that reading room on a wet afternoon could vote to "
            "close it,",
            "Ada Moreno",
            confidence=0.9,
        ),
        quoted(article, "We heard you.", "Ada Moreno", confidence=0.9),
        quoted(
            article,
            BLOCKS[6].text,
            "The Harbour Council",
            kind=QuotationKind.BLOCK,
            confidence=0.9,
        ),
        quoted(
            article,
            "victory of sentiment over arithmetic",
            "Jonas Lindqvist",
            confidence=0.4,
        ),
    )
    return replace(article, quotations=spoken)


def opened(article: Article | None = None, *, place: int = 0) -> Opened:
    shown = an_article() if article is None else article
    return Opened(
        id=1, article=shown, kept=datetime(2020, 6, 27, tzinfo=UTC), place=place
    )


def long_article(paragraphs: int = 400) -> Article:
    """Every paragraph says its own number, and every tenth says something out loud."""
    texts = [
        f"Paragraph {number} goes on about the harbour, the tide tables and the price "
        f"of rope until it has filled a little more than two rows of the page."
        + (f" “Number {number},” said Tom Reid." if number % 10 == 0 else "")
        for number in range(paragraphs)
    ]
    article = Article(url=None, title="Long", blocks=tuple(map(block, texts)))
    spoken = [
        quoted(article, f"Number {number},", "Tom Reid")
        for number in range(0, paragraphs, 10)
    ]
    return replace(article, quotations=tuple(spoken))


class PaneApp(App[None]):
    """A pane with nothing around it, which remembers what the pane says."""

    CSS_PATH = sheets("article")

    def __init__(self, shown: Opened | None = None, theme: str = "reader-dark") -> None:
        super().__init__()
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme
        self.shown = opened() if shown is None else shown
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield ArticlePane()

    def on_mount(self) -> None:
        self.pane.opened = self.shown
        self.pane.focus()

    @property
    def pane(self) -> ArticlePane:
        return self.query_one(ArticlePane)

    def said(self, kind: type[Message]) -> list[Message]:
        return [message for message in self.heard if isinstance(message, kind)]

    @on(ArticlePane.QuotationReached)
    @on(ArticlePane.LinkChosen)
    @on(ArticlePane.NeighbourChosen)
    @on(ArticlePane.PlaceChanged)
    @on(ArticlePane.EndReached)
    @on(ArticlePane.CopyAsked)
    @on(ArticlePane.WhoSaidWhat)
    @on(ArticlePane.OutlineAsked)
    @on(ArticlePane.FindAsked)
    @on(ArticlePane.NothingThere)
    @on(ArticlePane.MatchReached)
    def hear(self, message: Message) -> None:
        self.heard.append(message)


def rows(pane: ArticlePane) -> list[str]:
    """What the pane shows, row by row."""
    return [pane.render_line(y).text.rstrip() for y in range(pane.size.height)]


def painted(pane: ArticlePane, wanted: Callable[[Style], bool]) -> str:
    """All the text in sight that is painted in a certain way."""
    return "".join(
        segment.text
        for y in range(pane.size.height)
        for segment in pane.render_line(y)
        if segment.style is not None and wanted(segment.style)
    )


async def press(pilot: Pilot[None], keys: Iterable[str]) -> None:
    for key in keys:
        await pilot.press(key)
    await pilot.pause()


async def test_walking_the_quotations_stops_at_the_first_and_the_last() -> None:
    app = PaneApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, ["right_square_bracket"] * 6 + ["left_square_bracket"] * 6)

        reached = app.said(ArticlePane.QuotationReached)
        speakers = [m.quotation and m.quotation.speaker for m in reached]  # type: ignore[attr-defined]
        assert speakers == [
            "Ada Moreno",
            "Ada Moreno",
            "The Harbour Council",
            "Jonas Lindqvist",
            "Jonas Lindqvist",
            "Jonas Lindqvist",
            "The Harbour Council",
            "Ada Moreno",
            "Ada Moreno",
            "Ada Moreno",
            "Ada Moreno",
            "Ada Moreno",
        ]


async def test_the_current_quotation_is_told_by_bold_words_and_a_thick_bar() -> None:
    app = PaneApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, ["right_square_bracket"])

        quotation = app.pane.current
        assert quotation is not None
        bold = painted(app.pane, lambda style: bool(style.bold))
        words = app.pane.opened.article.text[quotation.start : quotation.end]  # type: ignore[union-attr]
        assert words.replace(" ", "") in bold.replace(" ", "")
        bars = [row for row in rows(app.pane) if THICK in row]
        assert len(bars) == 2
        assert any(THIN in row for row in rows(app.pane))


@pytest.mark.parametrize("width", [30, 44, 80])
async def test_what_is_marked_is_exactly_the_quotation(width: int) -> None:
    """In wrapped rows, inside emphasis and links, with emoji and combining marks."""
    words = "we kept the cafe\u0301 👩\u200d👩\u200d👧 open for 東京 and the très long road home"
    text = f"Before it, “{words}” was said."
    spans = (
        Span(text.index("kept"), text.index("open"), Mark.EMPHASIS),
        Span(text.index("open"), text.index("long"), Mark.LINK, PETITION),
    )
    article = Article(url=None, title="", blocks=(block(text, spans=spans),))
    article = replace(article, quotations=(quoted(article, words, "Ada"),))
    app = PaneApp(opened(article))
    async with app.run_test(size=(width, 20)) as pilot:
        await press(pilot, ["right_square_bracket"])
        bold = painted(app.pane, lambda style: bool(style.bold))
        for mark in (THICK, "Ada", "[1]"):
            bold = bold.replace(mark, "")
        assert bold.replace(" ", "") == words.replace(" ", "")


async def test_speakers_are_named_in_the_margin_where_there_is_room() -> None:
    app = PaneApp()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        named = [row.split(THIN)[0].strip() for row in rows(app.pane) if THIN in row]
        assert [name for name in named if name][:2] == [
            "Ada Moreno",
            "The Harbour Council",
        ]
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert not any(
            "Moreno" in row.split(THIN)[0] for row in rows(app.pane) if THIN in row
        )


async def test_marks_are_hidden_and_shown() -> None:
    app = PaneApp()
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.pause()
        assert any(THIN in row for row in rows(app.pane))
        await press(pilot, "T")
        assert not any(THIN in row for row in rows(app.pane))
        await press(pilot, "T")
        assert any(THIN in row for row in rows(app.pane))


async def test_space_reads_on_to_the_end_and_then_asks_for_more() -> None:
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for _ in range(10):
            if app.said(ArticlePane.EndReached):
                break
            await press(pilot, ["space"])
        assert (
            rows(app.pane)[-2]
            == "    > How a petition was carried across town · 1 July 2020"
        )
        assert app.pane.progress == 100


async def test_a_page_leaves_one_row_to_find_ones_way_by() -> None:
    app = PaneApp(opened(long_article()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        last = rows(app.pane)[-1]
        await press(pilot, ["space"])
        assert rows(app.pane)[0] == last
        await press(pilot, ["b"])
        assert rows(app.pane)[-1] == last


async def test_reading_backwards_from_the_end_shows_every_row_once() -> None:
    """Rows above that were never set come into sight without a jump."""
    app = PaneApp(opened(long_article()))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, ["G"])
        seen = rows(app.pane)
        for _ in range(20):
            top = rows(app.pane)[0]
            await press(pilot, ["b"])
            assert rows(app.pane)[-1] == top
            seen = rows(app.pane)[:-1] + seen
        text = " ".join(" ".join(row.lstrip("│ ").split()) for row in seen)
        assert "Paragraph 399 goes on" in text
        numbers = [
            int(word)
            for word in text.replace("Paragraph ", "#").split("#")[1:]
            for word in [word.split()[0]]
        ]
        assert numbers == list(range(numbers[0], 400))


async def test_the_place_is_kept_to_the_word_when_the_width_changes() -> None:
    app = PaneApp(opened(long_article()))
    async with app.run_test(size=(120, 30)) as pilot:
        await press(pilot, ["space"] * 7 + ["j"])
        place = app.pane.place
        text = app.pane.opened.article.text  # type: ignore[union-attr]
        for width in (50, 80, 33, 120):
            await pilot.resize_terminal(width, 30)
            await pilot.pause()
            top = " ".join(rows(app.pane)[0].lstrip("│┃ ").split())
            at = text.index(top, place - len(top))
            assert at <= place <= at + len(top)
        assert app.pane.place == place


async def test_an_article_opens_where_it_was_left() -> None:
    article = long_article()
    place = article.text.index("Paragraph 250")
    app = PaneApp(opened(article, place=place))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert rows(app.pane)[0].strip().startswith("Paragraph 250")


async def test_the_page_turned_to_is_painted_before_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So that its frame waits for no words to be set."""
    app = PaneApp(opened(long_article()))
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, ["space"])
        before = rows(app.pane)
        painted: list[object] = []
        monkeypatch.setattr(Painter, "segments", lambda _, runs: painted.append(runs))
        app.pane.action_page(1)
        assert rows(app.pane) != before
        assert not painted


async def test_reading_on_moves_nothing_but_the_page_until_its_end_is_near(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is only estimated is put right without a layout of the screen for each page."""
    monkeypatch.setattr(page_view, "_SLICE", 0)
    long_words = block("Donaudampfschifffahrtsgesellschaft " * 12)
    app = PaneApp(opened(Article(url=None, title="Long", blocks=(long_words,) * 300)))
    async with app.run_test(size=(100, 30)) as pilot:
        height = app.pane.virtual_size.height
        await press(pilot, ["space"] * 10)
        assert app.pane.virtual_size.height == height
        await press(pilot, ["G"])
        assert app.pane.virtual_size.height != height
        assert rows(app.pane)[-1] == ""
        assert app.pane.is_vertical_scroll_end


async def test_the_place_is_told_once_the_reader_rests() -> None:
    app = PaneApp(opened(long_article()))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, ["space", "space", "j"])
        await pilot.pause(0.6)
        told = app.said(ArticlePane.PlaceChanged)
        assert [m.offset for m in told][-1:] == [app.pane.place]  # type: ignore[attr-defined]


async def test_a_newer_copy_of_the_article_goes_on_where_the_old_one_was() -> None:
    article = long_article()
    app = PaneApp(opened(article))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, ["space"] * 5)
        top = next(row for row in rows(app.pane) if row)
        longer = replace(
            article, blocks=(block("A correction stands here now."), *article.blocks)
        )
        app.pane.opened = opened(longer)
        await pilot.pause()
        assert next(row for row in rows(app.pane) if row) == top


async def test_headings_are_walked_and_asked_for() -> None:
    app = PaneApp()
    async with app.run_test(size=(80, 12)) as pilot:
        await press(pilot, ["right_curly_bracket"])
        assert rows(app.pane)[1].strip() == "What was decided"
        await press(pilot, ["right_curly_bracket"])
        assert rows(app.pane)[1].strip() == "What comes next"
        await press(pilot, ["left_curly_bracket"])
        assert rows(app.pane)[1].strip() == "What was decided"
        await press(pilot, ["O"])
        assert app.said(ArticlePane.OutlineAsked)
        assert [one.text for one in app.pane.headings] == [
            "What was decided",
            "What comes next",
        ]


async def test_a_link_is_opened_or_copied_by_its_number() -> None:
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, ["2", "o", "1", "y", "o", "9"])
        assert [m.url for m in app.said(ArticlePane.LinkChosen)] == [MINUTES]  # type: ignore[attr-defined]
        assert [m.text for m in app.said(ArticlePane.CopyAsked)] == [PETITION]  # type: ignore[attr-defined]
        assert app.pane.typed == ""


async def test_a_link_is_followed_by_the_letter_on_it() -> None:
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, ["f"])
        assert any("s petition" in row or "a petition" in row for row in rows(app.pane))
        await press(pilot, ["a"])
        assert [m.url for m in app.said(ArticlePane.LinkChosen)] == [PETITION]  # type: ignore[attr-defined]


async def test_escape_takes_the_letters_off_the_links() -> None:
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, ["f", "escape", "j"])
        assert not app.said(ArticlePane.LinkChosen)
        assert app.pane.scroll_offset.y == 1


async def test_neighbours_are_asked_for_if_there_are_any() -> None:
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, ["less_than_sign", "greater_than_sign"])
        chosen = [m.neighbour.title for m in app.said(ArticlePane.NeighbourChosen)]  # type: ignore[attr-defined]
        assert chosen == [
            "Ferry timetable changes from Monday",
            "How a petition was carried across town",
        ]
        app.pane.opened = opened(long_article())
        await press(pilot, ["greater_than_sign"])
        assert len(app.said(ArticlePane.NeighbourChosen)) == 2


async def test_a_quotation_is_copied_with_its_source() -> None:
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, ["right_square_bracket", "right_square_bracket", "Y"])
        (copied,) = app.said(ArticlePane.CopyAsked)
        assert copied.text == (  # type: ignore[attr-defined]
            "“We heard you.”\n"
            "— Ada Moreno, “The library on Pilot Street stays open”, "
            "The Harbour Post, 26 June 2020\n"
            "https://harbourpost.example/library"
        )


async def test_who_said_what_and_finding_are_asked_for() -> None:
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, ["H", "slash"])
        assert app.said(ArticlePane.WhoSaidWhat)
        assert app.said(ArticlePane.FindAsked)


async def test_what_is_found_is_counted_marked_and_walked() -> None:
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.pane.find("LIBRARY") == 3
        await press(pilot, ["n", "n", "n", "N"])
        told = app.said(ArticlePane.MatchReached)
        assert [(m.number, m.count) for m in told] == [  # type: ignore[attr-defined]
            (1, 3),
            (2, 3),
            (3, 3),
            (1, 3),
            (3, 3),
        ]
        at = painted(app.pane, lambda style: bool(style.reverse))
        assert at.casefold() == "library"
        await press(pilot, ["escape"])
        assert painted(app.pane, lambda style: bool(style.reverse)) == ""


async def test_words_that_are_still_typed_are_looked_for_from_where_one_began() -> None:
    app = PaneApp(opened(long_article()))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, ["space"] * 5)
        began = app.pane.place
        for typed in ("p", "pa", "paragraph", "paragraph 300", "paragraph 30"):
            app.pane.find(typed)
        await pilot.pause()
        found = app.pane.opened.article.text.index("Paragraph 30 ")  # type: ignore[union-attr]
        assert found < began
        told = app.said(ArticlePane.MatchReached)[-1]
        assert (told.number, told.count) == (2, 11)  # type: ignore[attr-defined]
        assert app.pane.find("nowhere") == 0
        assert app.pane.find("") == 0
        assert not painted(app.pane, lambda style: bool(style.reverse))


async def test_a_search_crosses_the_end_of_a_row() -> None:
    app = PaneApp(opened(long_article(20)))
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.pause()
        assert app.pane.find("tide   tables") == 20
        await pilot.pause()
        found = painted(app.pane, lambda style: bool(style.reverse))
        assert found.split() == ["tide", "tables"] or found == "tidetables"


async def test_a_click_follows_a_link_or_goes_to_a_quotation() -> None:
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        y = next(y for y, row in enumerate(rows(app.pane)) if "petition" in row)
        x = rows(app.pane)[y].index("petition")
        await pilot.click(offset=(x + 2, y))
        assert [m.url for m in app.said(ArticlePane.LinkChosen)] == [PETITION]  # type: ignore[attr-defined]
        y = next(y for y, row in enumerate(rows(app.pane)) if "reading room" in row)
        await pilot.click(offset=(20, y))
        assert app.pane.current == app.pane.opened.article.quotations[0]  # type: ignore[union-attr]


async def test_a_click_on_a_neighbour_asks_for_it() -> None:
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, ["G"])
        y = next(y for y, row in enumerate(rows(app.pane)) if "Ferry" in row)
        await pilot.click(offset=(12, y))
        chosen = app.said(ArticlePane.NeighbourChosen)
        assert [m.neighbour.title for m in chosen] == [  # type: ignore[attr-defined]
            "Ferry timetable changes from Monday"
        ]


async def test_what_is_selected_is_the_articles_words_without_its_line_ends() -> None:
    app = PaneApp()
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.pause()
        shown = rows(app.pane)
        y = next(y for y, row in enumerate(shown) if "The harbour council" in row)
        await pilot.mouse_down(offset=(shown[y].index("harbour"), y))
        await pilot.hover(offset=(12, y + 2))
        await pilot.mouse_up(offset=(12, y + 2))
        await pilot.pause()
        selected = app.screen.get_selected_text()
        assert selected is not None
        assert selected.strip().startswith("harbour council voted on Thursday night")
        assert "\n" not in selected.strip()
        assert selected.strip() in BLOCKS[0].text


async def test_a_link_is_one_link_to_the_terminal_on_all_its_rows() -> None:
    words = "a link that goes on for quite a few words more than there is room"
    article = Article(
        url=None, title="", blocks=(linked(words, words, PETITION),), quotations=()
    )
    app = PaneApp(opened(article))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        links = [
            (segment.text, segment.style)
            for y in range(app.pane.size.height)
            for segment in app.pane.render_line(y)
            if segment.style is not None and segment.style.link
        ]
        assert [text for text, style in links if style.underline] == [
            "a link that goes on for quite a few",
            "words more than there is room",
        ]
        assert {style.link for _, style in links} == {PETITION}
        assert len({style.link_id for _, style in links}) == 1


async def test_only_web_addresses_become_links_of_the_terminal() -> None:
    article = Article(
        url=None,
        title="",
        blocks=(
            linked("see here", "here", "javascript:alert(1)"),
            linked("or there", "there", "https://e.example/\x1b]52;c;aGk=\x07"),
        ),
    )
    app = PaneApp(opened(article))
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        links = {
            segment.style.link
            for y in range(app.pane.size.height)
            for segment in app.pane.render_line(y)
            if segment.style is not None
        }
        assert not any(link and not link.startswith("https://") for link in links)
        assert not any(link and ("\x1b" in link or "\x07" in link) for link in links)


async def test_nothing_but_text_reaches_a_strip() -> None:
    bad = "a\x1b]52;c;aGk=\x07b\x9b31mc\u202ed\u2066e\x00f\x7f"
    article = Article(
        url=None,
        title=bad,
        byline=bad,
        blocks=(
            block(bad, quoted=1, cite=bad),
            block(bad, BlockKind.CODE),
            block(f"{bad}\t{bad}", BlockKind.TABLE),
            block(bad, BlockKind.ITEM, marker=bad),
        ),
        quotations=(Quotation(start=0, end=8, speaker=bad),),
        next=Neighbour(title=bad),
    )
    app = PaneApp(opened(article))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        text = "".join(rows(app.pane))
        assert not any(
            ord(character) < 0x20
            or 0x7F <= ord(character) < 0xA0
            or character in "\u202e\u2066"
            for character in text
        )


@pytest.mark.parametrize("size", [(20, 5), (12, 3), (300, 100)])
async def test_a_pane_of_any_size_is_painted(size: tuple[int, int]) -> None:
    app = PaneApp()
    async with app.run_test(size=size) as pilot:
        await press(pilot, ["right_square_bracket", "space", "G", "g", "f", "escape"])
        assert any(rows(app.pane))


async def test_an_empty_pane_answers_its_keys() -> None:
    app = PaneApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.pane.opened = None
        await press(
            pilot,
            [
                "space",
                "G",
                "g",
                "right_square_bracket",
                "Y",
                "f",
                "right_curly_bracket",
            ],
        )
        assert not any(rows(app.pane))
        assert not app.said(ArticlePane.EndReached)


@pytest.mark.parametrize("width", [*range(4, 60), 74, 80, 96, 100, 120, 200, 300])
@pytest.mark.parametrize("named", [True, False])
def test_the_column_stands_inside_its_pane(width: int, *, named: bool) -> None:
    """Bar, text and names have their cells, and the text is never wider than the measure."""
    names, text, wide = framed(width, 72, named=named)
    assert wide <= 72
    if width >= 12:
        assert text >= GUTTER
        assert text + wide <= width
        assert names <= text - GUTTER
    if width >= 100:
        assert (names > 0) is named


def test_the_pane_brings_nothing_heavy_along() -> None:
    """What Textual's Markdown widget, a highlighter or a parser costs, nobody waits for."""
    script = (
        "import sys, reader.ui.widgets.article_pane, reader.ui.widgets.quotation_list;"
        "print(*{name.split('.')[0] for name in sys.modules})"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    loaded = set(ran.stdout.split())
    assert not loaded & {"markdown_it", "pygments", "lxml", "httpx", "html2text"}


SIZES = [(80, 24), (120, 40), (200, 60)]


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40", "200x60"])
@pytest.mark.parametrize("theme", ["reader-dark", "reader-light"])
def test_a_page_is_well_set(
    snap_compare: Callable[..., bool], size: tuple[int, int], theme: str
) -> None:
    """A centred column; bars beside quotations, the current one thick; names where there is room."""
    assert snap_compare(
        PaneApp(theme=theme), press=["right_square_bracket"], terminal_size=size
    )


def test_the_end_of_a_page_has_code_note_and_neighbours(
    snap_compare: Callable[..., bool],
) -> None:
    """Table, picture with caption, code on its ground, the note in italics, neighbours."""
    assert snap_compare(PaneApp(), press=["G"], terminal_size=(100, 36))


def test_without_colour_everything_is_told_by_mark(
    snap_compare: Callable[..., bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Grey: the current quotation is bold beside a thick bar, links underlined and numbered."""
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(
        PaneApp(), press=["right_square_bracket"], terminal_size=(100, 30)
    )


def with_highlights() -> Opened:
    """The article, with a quotation and a stretch of prose marked in it."""
    shown = opened()
    text = shown.article.text
    first = shown.article.quotations[0]
    stretch = text.index("The harbour council"), text.index("The harbour council") + 90
    made = datetime(2026, 3, 1, tzinfo=UTC)
    marked = (
        (*stretch, "who was there?"),
        (first.start, first.end, ""),
    )
    return replace(
        shown,
        passages=tuple(
            Passage(
                start=start,
                end=end,
                highlight=Highlight(
                    id=number,
                    anchor=Anchor(exact=text[start:end]),
                    note=note,
                    made=made,
                ),
            )
            for number, (start, end, note) in enumerate(marked, 1)
        ),
    )


@pytest.mark.parametrize("theme", ["reader-dark", "reader-light"])
def test_highlights_are_marked(snap_compare: Callable[..., bool], theme: str) -> None:
    """On a ground of their own, a sign after each of their lines, a pen where there is a note."""
    app = PaneApp(with_highlights(), theme)
    assert snap_compare(app, terminal_size=(100, 24))


async def test_without_colour_highlights_are_told_by_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Exactly their words have a double line under them."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = PaneApp(with_highlights())
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        pane = app.pane
        lined = [
            "".join(
                segment.text
                for segment in pane.render_line(y)
                if segment.style is not None and segment.style.underline2
            )
            for y in range(24)
        ]
        (passage, _) = app.shown.passages
        words = " ".join(row for row in lined if row)
        assert words.startswith(" ".join(passage.highlight.anchor.exact.split())[:60])
        signs = [row.rstrip()[-1:] for row in rows(pane)]
        assert signs.count("✎") == 1
        assert signs.count("▌") >= 2


async def test_the_pane_knows_which_highlight_the_reader_is_at() -> None:
    """The one gone to; else that of the current quotation, else the first in sight."""
    shown = with_highlights()
    app = PaneApp(shown)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        prose, said = shown.passages
        assert app.pane.passage == prose
        await pilot.press("right_square_bracket")
        assert app.pane.passage == said
        app.pane.reach_passage(prose)
        assert app.pane.passage == prose
        await pilot.press("escape")
        assert app.pane.passage == said


NOTED = Article(
    url=None,
    title="",
    blocks=(
        block("The vote was close.[1]"),
        block("Nobody left early.[2]"),
        block("By one voice.", BlockKind.FOOTNOTE, marker="1"),
        block("But for the mayor.", BlockKind.FOOTNOTE, marker="2"),
    ),
)


def asides(app: PaneApp) -> list[str]:
    return [row.strip(" ┆") for row in rows(app.pane) if "┆" in row]


async def test_footnotes_open_where_they_are_referred_to() -> None:
    """All in sight at once, one by its letters or a click; Esc closes them."""
    app = PaneApp(opened(NOTED))
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, ["F"])
        assert asides(app) == ["[1] By one voice.", "[2] But for the mayor."]
        await press(pilot, ["F"])
        assert asides(app) == []
        await press(pilot, ["f", "s"])
        assert asides(app) == ["[2] But for the mayor."]
        await press(pilot, ["escape"])
        assert asides(app) == []
        shown = rows(app.pane)
        y = next(y for y, row in enumerate(shown) if "close.[1]" in row)
        await pilot.click(ArticlePane, offset=(shown[y].index("[1]") + 1, y))
        assert asides(app) == ["[1] By one voice."]


async def test_a_picture_is_opened_by_its_letters() -> None:
    cat = "https://harbourpost.example/cat.jpg"
    blocks = (block("A cat", BlockKind.PICTURE, target=cat), block("It slept on."))
    app = PaneApp(opened(Article(url=None, title="", blocks=blocks)))
    async with app.run_test(size=(60, 12)) as pilot:
        await press(pilot, ["f", "a"])
        assert [m.url for m in app.said(ArticlePane.LinkChosen)] == [cat]  # type: ignore[attr-defined]


async def test_code_is_coloured_by_its_language() -> None:
    code = "def count(names):\n    return 'none'  # nobody"
    blocks = (block(code, BlockKind.CODE, language="python"),)
    app = PaneApp(opened(Article(url=None, title="", blocks=blocks)))
    async with app.run_test(size=(60, 12)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        pane = app.pane
        plain = Painter(pane, ()).style(Look.CODE_BLOCK)
        told_apart = painted(pane, lambda style: style.color != plain.color)
        assert told_apart.endswith("defreturn'none'# nobody")


async def test_code_in_a_language_nobody_knows_stays_plain() -> None:
    blocks = (block("def x", BlockKind.CODE, language="no-such-language"),)
    app = PaneApp(opened(Article(url=None, title="", blocks=blocks)))
    async with app.run_test(size=(60, 12)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert any("def x" in row for row in rows(app.pane))


async def test_a_plain_page_is_read_at_the_terminals_cursor() -> None:
    """Every row can be brought to it, the last one too, and nothing but words is there."""
    app = PaneApp()
    async with app.run_test(size=(100, 30)) as pilot:
        app.pane.manner = Manner(plain=True)
        await press(pilot, ["g", "j", "j", "j", "j"])
        assert app.cursor_position == app.pane.content_region.offset
        assert rows(app.pane)[0].startswith("The harbour council voted")
        await press(pilot, ["right_curly_bracket"])
        assert rows(app.pane)[0] == "Heading: What was decided"
        await press(pilot, ["right_square_bracket"])
        assert "A library is the one room" in rows(app.pane)[0]
        seen = set("".join(rows(app.pane)))
        assert not seen & set("│┃─▣▌┆✎↪")
        await press(pilot, ["G"])
        assert not any(rows(app.pane)[1:])


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("right_square_bracket", "Nobody is quoted in this article."),
        ("right_curly_bracket", "This article has no headings."),
        ("Y", "No quotation begins in sight."),
        ("f", "No link is in sight."),
    ],
)
async def test_what_is_not_there_is_said(key: str, words: str) -> None:
    app = PaneApp(opened(Article(url=None, title="", blocks=(block("Rain."),))))
    async with app.run_test(size=(60, 12)) as pilot:
        await press(pilot, [key])
        assert [m.words for m in app.said(ArticlePane.NothingThere)] == [words]  # type: ignore[attr-defined]


EVERY_KIND = Article(
    url=None,
    title="Every kind of block",
    byline="Ada Moreno",
    blocks=(
        linked("The council voted,[1] after a petition.", "a petition", PETITION),
        block("What was decided", BlockKind.HEADING, level=2),
        block("The building stays a library;", BlockKind.ITEM, level=1, marker="•"),
        block("it opens longer:", BlockKind.ITEM, level=1, marker="•"),
        block("on Saturdays,", BlockKind.ITEM, level=2, marker="1."),
        block("and in the evening.", BlockKind.ITEM, level=2, marker="2."),
        block("In figures", BlockKind.HEADING, level=3),
        block(
            "Year\tVisitors\tWhat was said of it\n2018\t51,377\tA year of rain\n"
            "2019\t55,902\tBetter",
            BlockKind.TABLE,
        ),
        block("A library is a room where nobody asks what you came to buy.", quoted=1),
        block("It was so already in 1911.", quoted=2, cite="Resolution 2020/61"),
        block(
            'def count(names):\n    """Each once."""\n    return len(set(names)) + 42',
            BlockKind.CODE,
            language="python",
        ),
        block("A cat asleep on the returns desk", BlockKind.PICTURE, target=MINUTES),
        block("Folio, a member since 2014.", BlockKind.CAPTION),
        block("", BlockKind.RULE),
        block("قالت المتحدثة: «لن نغلق المكتبة أبدا»، وأضافت أن 4000 شخص وقعوا."),
        block("הציטוט: “לא נסגור את הספרייה” (ביוני).", quoted=1),
        block("図書館は「閉めない」と市長は述べた。"),
        block("The petition was begun in March.", BlockKind.FOOTNOTE, marker="1"),
    ),
)


def every_kind() -> Opened:
    """An article that has one of everything, with its quotations marked."""
    said = "لن نغلق المكتبة أبدا"
    start = EVERY_KIND.text.index(said)
    spoken = Quotation(start=start, end=start + len(said), speaker="المتحدثة")
    return opened(replace(EVERY_KIND, quotations=(spoken,)))


@pytest.mark.parametrize(
    "manner",
    [Manner(ordered=True), Manner(plain=True), Manner(ordered=True, open=True)],
    ids=["usual", "plain", "open"],
)
@pytest.mark.parametrize("theme", ["reader-dark", "reader-light"])
def test_every_kind_of_block_has_its_look(
    snap_compare: Callable[..., bool], theme: str, manner: Manner
) -> None:
    """The footnote open under its paragraph, code coloured, Arabic and Hebrew from the right."""
    app = PaneApp(every_kind(), theme)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.pause()
        app.pane.manner = manner
        await press(pilot, ["F"])
        await app.workers.wait_for_complete()
        await pilot.pause()

    assert snap_compare(app, run_before=steps, terminal_size=(100, 70))
