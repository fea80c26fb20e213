"""Terminals of 16 and of 256 colours."""

from __future__ import annotations

import pytest
from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.color import BLACK
from textual.theme import Theme

from reader.ui.contrast import ENOUGH, contrast
from reader.ui.legible import Legible, as_shown
from reader.ui.painting import ORDER, Painter
from reader.ui.styles import sheets
from reader.ui.themes import THEMES
from reader.ui.widgets.article_pane import ArticlePane

FEW = (ColorSystem.STANDARD, ColorSystem.EIGHT_BIT)


class Pane(App[None]):
    CSS_PATH = sheets("app", "article")

    def compose(self) -> ComposeResult:
        yield ArticlePane()


@pytest.mark.parametrize("system", FEW)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_every_look_is_legible_among_few_colours(
    theme: Theme, system: ColorSystem
) -> None:
    """As the terminal shows it, not as it was meant."""
    app = Pane()
    app.register_theme(theme)
    app.theme = theme.name
    async with app.run_test(size=(80, 24)):
        painter = Painter(app.query_one(ArticlePane), ())
        for look in ORDER:
            segment = Segment("words", painter.style(look))
            (shown,) = Legible(system).apply([segment], BLACK)
            style = shown.style
            assert style is not None
            assert style.color is not None
            assert style.bgcolor is not None
            told = contrast(
                as_shown(system, style.color), as_shown(system, style.bgcolor)
            )
            assert told >= ENOUGH, look


def test_what_is_legible_keeps_its_colour() -> None:
    style = Style(color=RichColor.parse("#d8d5cd"), bgcolor=RichColor.parse("#1b1e22"))
    segment = Segment("words", style)
    assert Legible(ColorSystem.STANDARD).apply([segment], BLACK) == [segment]
