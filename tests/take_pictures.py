"""Takes the pictures of the README: `python tests/take_pictures.py`.

The real program runs over a library of its own and a small town's site on
loopback; what it shows is written to `docs/` as SVG.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from textual.pilot import Pilot

from reader.ui.app import ReaderApp
from reader.ui.widgets.article_pane import ArticlePane
from ui.house import open_rooms
from ui.patience import sees, types, until
from ui.town import POSTS, open_town

DOCS = Path(__file__).parent.parent / "docs"
SIZE = (120, 36)
"""Cells across and down."""

WORDS = "The crews know the quay best. Was anybody going to ask them?"


def has_form(pilot: Pilot[None]) -> bool:
    """Whether the page of the article shown has come."""
    shown = pilot.app.screen.query_one(ArticlePane).article
    return shown is not None and shown.discussion.form is not None


async def take(pilot: Pilot[None], name: str, keys: Sequence[str], wanted: str) -> None:
    """Press keys, wait until some words are seen, and take a picture."""
    await pilot.press(*keys)
    await sees(pilot, wanted)
    await pilot.pause(0.5)
    svg = pilot.app.export_screenshot(title="reader")
    (DOCS / f"{name}.svg").write_text(svg, encoding="utf-8")


async def main() -> None:
    """Take every picture."""
    DOCS.mkdir(exist_ok=True)
    with open_town() as town, tempfile.TemporaryDirectory() as folder:
        async with open_rooms(Path(folder) / "library.sqlite3") as rooms:
            await rooms.subscribing.add(town.address)
            async with ReaderApp(rooms).run_test(size=SIZE) as pilot:
                await take(pilot, "library", (), "said Ada Moreno")
                await pilot.press("enter")
                await until(pilot, lambda: has_form(pilot), "the page's form")
                await pilot.press("C")
                await sees(pilot, "Required fields")
                await types(pilot, WORDS)
                await take(pilot, "comment", (), "saved")
            article = f"{town.address}{POSTS[0].path}"
            async with ReaderApp(rooms, article).run_test(size=SIZE) as pilot:
                await sees(pilot, "Ada Moreno")
                await take(pilot, "article", ("]", "]"), "2 of")
                await take(pilot, "who-said-what", ("H",), "speakers")


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
