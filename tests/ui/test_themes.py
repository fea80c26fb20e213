from __future__ import annotations

from itertools import combinations

import pytest
from rich.style import Style
from textual.app import App, ComposeResult
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from reader.text.typeset.lines import Look
from reader.ui.app import ReaderApp
from reader.ui.contrast import ENOUGH, contrast, legible
from reader.ui.page import MARK, MARK_CURRENT, SPEAKER, SPEAKER_CURRENT
from reader.ui.painting import ORDER, Painter
from reader.ui.styles import sheets
from reader.ui.themes import THEMES, doubt
from reader.ui.widgets.article_pane import ArticlePane
from reader.ui.widgets.pane.linking import HINT
from ui.patience import sees

OURS = [theme.name for theme in THEMES]


class PaneApp(App[None]):
    """An empty pane in any theme."""

    CSS_PATH = sheets("article")

    def compose(self) -> ComposeResult:
        for theme in THEMES:
            self.register_theme(theme)
        yield ArticlePane()


def contrast_of(style: Style) -> float | None:
    """The contrast of a style; None if it leaves a colour to the terminal."""
    text, ground = style.color, style.bgcolor
    if text is None or ground is None or text.is_default or ground.is_default:
        return None
    return contrast(Color.from_rich_color(text), Color.from_rich_color(ground))


@pytest.mark.parametrize("theme", [*OURS, *BUILTIN_THEMES])
async def test_all_text_is_legible_in_every_theme(theme: str) -> None:
    """Every look alone, and every two of them over each other."""
    app = PaneApp()
    async with app.run_test() as pilot:
        app.theme = theme
        await pilot.pause()
        painter = Painter(app.query_one(ArticlePane), ())
        looks = [Look.PLAIN, *ORDER, *(a | b for a, b in combinations(ORDER, 2))]
        styles = [painter.style(look) for look in looks]
        beside = (HINT, MARK, MARK_CURRENT, SPEAKER, SPEAKER_CURRENT)
        styles += [painter.component(name) for name in beside]
        measured = [contrast_of(style) for style in styles]
        # A colour is rounded to whole numbers on its way to the terminal.
        assert all(one is None or one >= ENOUGH - 0.05 for one in measured)
        if not theme.startswith("ansi"):
            assert None not in measured


@pytest.mark.parametrize("theme", OURS)
async def test_our_own_themes_need_no_help_to_be_legible(theme: str) -> None:
    app = PaneApp()
    async with app.run_test() as pilot:
        app.theme = theme
        await pilot.pause()
        pane = app.query_one(ArticlePane)
        for name in sorted(ArticlePane.COMPONENT_CLASSES):
            style = pane.get_component_rich_style(name)
            measured = contrast_of(style)
            assert measured is not None
            assert measured >= ENOUGH, name


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21),
        ("#777777", "#777777", 1),
        ("#767676", "#ffffff", 4.54),
    ],
)
def test_contrast_is_counted_as_wcag_does(
    one: str, other: str, expected: float
) -> None:
    assert contrast(Color.parse(one), Color.parse(other)) == pytest.approx(
        expected, abs=0.01
    )


def test_what_is_legible_is_left_alone() -> None:
    style = Style.parse("bold #ffffff on #000000")
    assert legible(style) is style


def test_the_terminals_own_colours_are_left_alone() -> None:
    style = Style.parse("default on #000000")
    assert legible(style) is style


def test_a_theme_there_is_not_is_named_with_the_nearest() -> None:
    assert doubt("reader-paper") is None
    assert doubt("nord") is None
    assert doubt("reader-ligth") == (
        "There is no theme “reader-ligth”. Is “reader-light” meant?"
    )


def hard_to_read(app: App[None]) -> list[str]:
    """What stands on the screen with less contrast than text needs."""
    strips = app.screen._compositor.render_strips()
    return [
        text
        for strip in strips
        for text, style, _ in strip
        if style is not None
        and any(map(str.isalnum, text))
        and (contrast_of(style) or ENOUGH) < ENOUGH - 0.05
    ]


@pytest.mark.parametrize("theme", OURS)
async def test_whole_screens_are_legible_in_our_themes(
    app: ReaderApp, theme: str
) -> None:
    """The library with its cursor, an article with the quotation one is at, a form with a fault."""
    async with app.run_test(size=(160, 40)) as pilot:
        app.theme = theme
        await sees(pilot, "said Ada Moreno")
        assert hard_to_read(app) == []
        await pilot.press("enter", "right_square_bracket")
        await sees(pilot, "1 of 6")
        assert hard_to_read(app) == []
        await pilot.press("C")
        await sees(pilot, "Leave a Reply")
        await pilot.press("tab", "tab")
        await sees(pilot, "Name is required.")
        assert hard_to_read(app) == []


SCREENS = {
    "list": (["k", "j"], "Library to close"),
    "found in the list": (["slash", *"library", "enter"], "1 of 1"),
    "article": (["enter", "right_square_bracket"], "1 of 6"),
    "found in the article": (["enter", "slash", *"ada", "enter"], "1 of"),
    "form": (["enter", "C", "tab", "tab"], "Name is required."),
    "outbox": (["P"], "Drafts and outbox"),
    "help": (["question_mark"], "Keys"),
    "dialog": (["t"], "Tags"),
    "who said what": (["enter", "H"], "Who said what"),
}
"""How each screen is come to, and what stands on it."""


@pytest.mark.parametrize("screen", SCREENS)
async def test_every_screen_is_legible_in_every_theme(
    app: ReaderApp, screen: str
) -> None:
    """Whatever was thought of by whoever made the theme."""
    keys, words = SCREENS[screen]
    async with app.run_test(size=(110, 30)) as pilot:
        await sees(pilot, "said Ada Moreno")
        for key in keys:
            await pilot.press(key)
        await sees(pilot, words)
        hard = {}
        for theme in BUILTIN_THEMES:
            if theme.startswith("ansi"):
                # It has the terminal's own colours, which nobody here knows.
                continue
            app.theme = theme
            await pilot.pause()
            hard[theme] = hard_to_read(app)
        assert {theme: found for theme, found in hard.items() if found} == {}
